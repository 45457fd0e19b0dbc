//! The one place that carries out what was asked for.

use eframe::egui::Context;
use eframe::egui::util::undoer::Undoer;

use super::App;
use crate::gui::computed::Computed;
use crate::gui::job::Job;
use crate::gui::request::Request;
use crate::gui::state::{Dialog, Document, Origin, State};
use crate::scene::{Scene, paints_text, preset};

impl App {
    /// Carries out a request.
    pub fn apply(&mut self, ctx: &Context, request: Request) {
        let state = &mut self.state;
        match request {
            Request::GoTo(step) => state.playback.go_to(step),
            Request::StepBy(steps) => state.playback.step_by(steps),
            Request::TogglePlay => state.playback.toggle(),
            Request::Speed(speed) => state.settings.speed = speed,
            Request::Loops(loops) => state.settings.loops = loops,
            Request::ReduceMotion(still) => state.settings.reduce_motion = still,
            Request::Undo => state.undo(),
            Request::Redo => state.redo(),
            Request::Reset => state.document.reset(),
            Request::Preset(slug) => {
                if let Some(preset) = preset(slug) {
                    let mut document = Document::opened(Origin::Preset(preset.slug), preset.scene.clone());
                    // A preset opens what it speaks of; it folds nothing that somebody has open.
                    document.scene.layers = document.scene.layers.with(state.document.scene.layers);
                    document.scene.map = state.document.scene.map;
                    state.open(document);
                }
            }
            Request::OpenFile => state.start_job(|state| Job::open(ctx, state.words())),
            Request::OpenPath(path) => state.start_job(|_| Job::read(ctx, path)),
            Request::SaveFile => {
                state.start_job(|state| Job::save(ctx, state.words(), &state.file_name(), state.scene()));
            }
            Request::CopyCsv => state.copy_csv(ctx),
            Request::Language(language) => state.settings.language = language,
            Request::Theme(look) => state.settings.theme = look,
            Request::Dialog(dialog) => {
                if dialog == Some(Dialog::Paints) && state.dialog.is_none() {
                    state.pasted = paints_text(&state.document.scene.paints);
                }
                state.dialog_opening = dialog.is_some() && state.dialog != dialog;
                state.dialog = dialog;
            }
            Request::Say(text) => state.say(text),
            Request::CloseNotice => state.notice = None,
        }
        ctx.request_repaint();
    }
}

impl State {
    fn undo(&mut self) {
        if let Some(document) = self.undo.undo(&self.document) {
            self.document = document.clone();
        }
    }

    fn redo(&mut self) {
        if let Some(document) = self.undo.redo(&self.document) {
            self.document = document.clone();
        }
    }

    /// Remakes what follows from the scene, if it differs from what it was before; says whether.
    pub fn follow(&mut self, before: &Scene) -> bool {
        let changed = self.document.scene != *before;
        if changed {
            self.computed = Computed::of(&self.document.scene);
            self.playback.fit(self.document.scene.length());
        }
        changed
    }

    /// Adds a step of undo when no button is down: a drag or a stroke is one step, however long it
    /// takes and however many frames are drawn meanwhile.
    pub fn feed_undo(&mut self, ctx: &Context) {
        let (now, pressed) = ctx.input(|input| (input.time, input.pointer.any_down()));
        self.undo.feed_state(now, &self.document);
        if !pressed {
            self.undo.add_undo(&self.document);
        }
    }
}

/// An undo that never adds a step by itself while something is being dragged.
#[must_use]
pub fn undoer() -> Undoer<Document> {
    Undoer::with_settings(eframe::egui::util::undoer::Settings {
        max_undos: 200,
        stable_time: f32::INFINITY,
        auto_save_interval: f32::INFINITY,
    })
}
