//! The one place that carries out what was asked for.

use eframe::egui::{Context, ViewportCommand};

use super::App;
use crate::export::torch::torch_text;
use crate::export::{ExportError, horizon_table};
use crate::gui::job::Job;
use crate::gui::page::Page;
use crate::gui::request::{Request, Way, Zoom};
use crate::gui::settings::ZOOMS;
use crate::gui::state::{Dialog, Document, Origin, State};
use crate::gui::training::{ROADS, request_of};
use crate::locale::ghost_name;
use crate::scene::{Ghost, MAX_GHOSTS, paints_text, preset};

/// The training steps of a copied race that has not begun: more than a start with a road needs at T = 20.
const USUAL_STEPS: usize = 1000;

impl App {
    /// Carries out a request.
    pub fn apply(&mut self, ctx: &Context, request: Request) {
        let state = &mut self.state;
        match request {
            // What a question asks for is not given away.
            request if state.is_locked() && gives_away(&request) => state.say(state.words().text("lesson-locked")),
            Request::StageBy(_) if !state.has_stages() => {}
            Request::Page(page) => state.open_page(page),
            Request::Lesson(ask) => state.lesson.carry_out(ask, state.settings.reduce_motion),
            Request::GoTo(step) => state.time_mut().go_to(step),
            Request::StepBy(steps) => state.time_mut().step_by(steps),
            Request::StageBy(Way::On) => state.live_mut().playback.next_stage(),
            Request::StageBy(Way::Back) => state.live_mut().playback.stage_before(),
            Request::LookAt(stage) => state.live_mut().playback.look_at(stage),
            Request::TogglePlay => state.time_mut().toggle(),
            Request::ToggleTraining => {
                state.race_mut().into_iter().for_each(|training| training.run(ctx, !training.is_running()));
            }
            Request::TrainOnce => state.race_mut().into_iter().for_each(|training| training.step_once(ctx)),
            Request::ResetTraining => state.race_mut().into_iter().for_each(|training| training.reset(ctx)),
            Request::Road(at) => {
                if let Some(road) = ROADS.get(at) {
                    state.settings.race = road.on(&state.settings.race);
                }
            }
            Request::CopyModel => state.copy_model(ctx),
            Request::LeaveInsides => state.training.leave_insides(),
            Request::BeginHorizon => state.begin_horizon(ctx),
            Request::CancelHorizon => state.training.sweep.cancel(),
            Request::ShowHorizon(open) => state.training.sweep.is_open = open,
            Request::SaveHorizon => state.save_horizon(ctx),
            Request::Speed(speed) => state.settings.speed = speed,
            Request::Loops(loops) => state.settings.loops = loops,
            Request::ReduceMotion(still) => state.settings.reduce_motion = still,
            Request::LetGo => state.live_mut().let_go = true,
            Request::Undo => state.live_mut().undo(),
            Request::Redo => state.live_mut().redo(),
            Request::Reset => state.live_mut().document.reset(),
            Request::PinGhost => state.pin_ghost(),
            Request::Preset(slug) => {
                if let Some(preset) = preset(slug) {
                    let mut document = Document::opened(Origin::Preset(preset.slug), preset.scene.clone());
                    // A preset opens what it speaks of; it folds nothing that somebody has open.
                    let present = &state.explore.document.scene;
                    document.scene.layers = document.scene.layers.with(present.layers);
                    // What is pinned stays, to hold the preset against.
                    document.scene.ghosts.clone_from(&present.ghosts);
                    document.scene.map = present.map;
                    state.open(document);
                }
            }
            Request::OpenFile => state.start_job(|state| Job::open(ctx, state.words())),
            Request::OpenPath(path) => state.start_job(|_| Job::read(ctx, path)),
            Request::SaveFile => {
                state.saved_from = state.settings.page;
                state.start_job(|state| Job::save(ctx, state.words(), &state.file_name(), state.scene()));
            }
            Request::CopyCsv => state.copy_csv(ctx),
            Request::Language(language) => {
                state.settings.language = language;
                // What was done is old news; what went wrong is not lost.
                state.notice = state.notice.take().filter(|notice| notice.wrong);
            }
            Request::Theme(look) => state.settings.theme = look,
            Request::Notation(notation) => state.settings.notation = notation,
            Request::Zoom(zoom) => state.settings.zoom = zoomed(state.settings.zoom, zoom),
            Request::ToggleProjector => state.settings.projector = !state.settings.projector,
            Request::ToggleFullScreen => {
                let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or_default());
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full));
            }
            Request::Fold(group, true) => {
                state.settings.folded.insert(group);
            }
            Request::Fold(group, false) => {
                state.settings.folded.remove(&group);
            }
            Request::Dialog(dialog) => {
                if dialog == Some(Dialog::Paints) && state.dialog.is_none() {
                    state.pasted = paints_text(&state.live().document.scene.paints);
                }
                state.dialog_opening = dialog.is_some() && state.dialog != dialog;
                state.dialog = dialog;
            }
            Request::Say(text) => state.say(text),
            Request::CloseNotice => state.notice = None,
            Request::Export(form) => {
                state.start_job(|state| Job::place(ctx, state.words(), form, &state.name()));
            }
            Request::CopyFigure => state.start_job(|state| Job::draw(ctx, state.takeaway())),
        }
        ctx.request_repaint();
    }
}

impl State {
    /// Opens a page; time on the one that is left comes to rest.
    pub fn open_page(&mut self, page: Page) {
        if page != self.settings.page {
            let step = self.time().step();
            self.time_mut().go_to(step);
        }
        self.settings.page = page;
    }

    /// Lets the training follow its page: the race that is set up there, or rest on any other.
    pub fn follow_race(&mut self, ctx: &Context) {
        let page = self.settings.page;
        match page {
            Page::Train => self.training.follow(ctx, &self.settings.race),
            Page::Explore | Page::Lesson => self.training.rest(ctx),
        }
        match (page, &mut self.lesson.visit.course) {
            (Page::Lesson, _) => self.lesson.follow_course(ctx),
            (_, Some(course)) => course.training.rest(ctx),
            (_, None) => {}
        }
    }

    /// Puts the network that is looked at on the clipboard, as Python.
    fn copy_model(&mut self, ctx: &Context) {
        let kind = self.training.look_at.cell;
        let steps = if self.training.steps > 0 { self.training.steps } else { USUAL_STEPS };
        let text = torch_text(&self.settings.race.setup(kind), steps);
        let lines = text.lines().count();
        ctx.copy_text(text);
        let cell = kind.name().to_owned();
        self.say(self.words().with("copied-torch", &[("cell", cell), ("lines", lines.to_string())]));
    }

    /// Trains every racer at every length, with the rest as it is set up for the race, which rests.
    fn begin_horizon(&mut self, ctx: &Context) {
        self.training.rest(ctx);
        let request = request_of(&self.settings.race.shared);
        if let Err(error) = self.training.sweep.begin(ctx, request) {
            self.failed(&error);
        }
    }

    /// Asks for a place for the horizon's table.
    fn save_horizon(&mut self, ctx: &Context) {
        match horizon_table::csv_text(&self.training.sweep.points, true) {
            Ok(text) => self.start_job(|state| Job::place_text(ctx, state.words(), "horizon", text)),
            Err(error) => self.failed(&ExportError::from(error)),
        }
    }

    /// Pins the present run behind those to come, and says so where the list of ghosts is folded.
    fn pin_ghost(&mut self) {
        let words = self.words();
        let Document { scene, start, .. } = &mut self.live_mut().document;
        let number = scene.ghosts.len() + 1;
        if number > MAX_GHOSTS {
            self.say(words.with("pin-full", &[("most", MAX_GHOSTS.to_string())]));
            return;
        }
        let otherwise = match &start.origin {
            Origin::Preset(slug) => words.text(&format!("preset-{slug}")),
            Origin::File(_) => words.with("ghost-unnamed", &[("number", number.to_string())]),
        };
        let name = ghost_name(words, scene, &start.scene, &otherwise);
        scene.ghosts.push(Ghost::of(scene, name.clone()));
        if !scene.layers.weights || self.settings.projector {
            self.say(words.with("pinned", &[("number", number.to_string()), ("name", name)]));
        }
    }
}

/// Whether it would show what a question asks for.
fn gives_away(request: &Request) -> bool {
    let time = matches!(request, Request::TogglePlay | Request::GoTo(_) | Request::StepBy(_) | Request::StageBy(_));
    let taken = matches!(request, Request::CopyCsv | Request::CopyFigure | Request::Export(_) | Request::SaveFile);
    time || taken || *request == Request::ToggleTraining
}

/// The zoom after a change, on whole tenths and within its range.
fn zoomed(zoom: f32, change: Zoom) -> f32 {
    let tenths = (zoom * 10.0).round();
    let tenths = match change {
        Zoom::In => tenths + 1.0,
        Zoom::Out => tenths - 1.0,
        Zoom::Own => 10.0,
    };
    (tenths / 10.0).clamp(*ZOOMS.start(), *ZOOMS.end())
}
