//! The order of one frame.

mod apply;
mod overlay;
mod pages;

use eframe::egui::{self, Context, Ui};

use super::help;
use super::page::Page;
use super::playback::Tempo;
use super::settings::{Look, Settings, Store, ZOOMS};
use super::shortcut::{Keys, lesson_shortcuts, shortcuts};
use super::state::{Document, Notice, State};
use super::theme;
use crate::lesson::Progress;
use crate::locale::Language;

/// After so many seconds without a change, settings and scene are kept for the next start.
const KEEP_AFTER_SECS: f64 = 1.5;

/// The program's window.
pub struct App {
    /// What outlives a frame.
    pub state: State,
    store: Option<Store>,
    kept: (Settings, Document, Progress),
    changed_at: Option<f64>,
    applied: Option<(Language, Look)>,
    /// When the last frame was drawn in which playback ran.
    clock: Option<f64>,
    /// What had the keyboard last.
    last_focused: Option<egui::Id>,
}

impl App {
    /// A window on a state; what changes is kept in the store, if there is one.
    #[must_use]
    pub fn new(state: State, store: Option<Store>) -> Self {
        let kept = kept(&state);
        Self { state, store, kept, changed_at: None, applied: None, clock: None, last_focused: None }
    }

    /// One frame: finished work, time, keys, the page, requests, undo.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.apply_settings(&ctx);
        self.go_on_from_last_focus(&ctx);
        self.apply_zoom(&ctx);
        self.remember_size(&ctx);
        self.state.collect_job(&ctx);
        help::begin(&ctx);
        self.state.live_mut().surveys.collect(&ctx);
        self.state.training.collect(&ctx);
        self.state.lesson.visit.course.iter_mut().for_each(|course| course.training.collect(&ctx));
        let mut requests = Vec::new();
        let keys = Keys { page: self.state.settings.page, trains: self.state.race().is_some() };
        shortcuts(&ctx, self.state.dialog, keys, &mut requests);
        self.advance(&ctx);
        pages::pages_ui(ui, &mut self.state, &mut requests);
        overlay::overlay_ui(ui, &mut self.state, &mut requests);
        if self.state.settings.page == Page::Lesson && self.state.dialog.is_none() {
            lesson_shortcuts(&ctx, self.state.lesson.visit.is_asked(), &mut requests);
        }
        for request in requests {
            self.apply(&ctx, request);
        }
        self.state.live_mut().put_back(&ctx);
        if self.state.follow_scene(&ctx) {
            ctx.request_repaint();
        }
        let live = self.state.live_mut();
        live.surveys.follow(&ctx, &live.document.scene);
        live.feed_undo(&ctx);
        self.state.follow_race(&ctx);
        self.keep(&ctx);
    }

    /// After Escape, Tab goes on from where the keyboard was, and not from the top of the window.
    fn go_on_from_last_focus(&mut self, ctx: &Context) {
        let focused = ctx.memory(egui::Memory::focused);
        self.last_focused = focused.or(self.last_focused);
        let tab = |input: &egui::InputState| input.key_pressed(egui::Key::Tab);
        // What is no longer there cannot be gone on from.
        let last = self.last_focused.filter(|last| ctx.read_response(*last).is_some());
        if let (None, Some(last), true) = (focused, last, ctx.input(tab)) {
            ctx.memory_mut(|memory| memory.request_focus(last));
        }
    }

    /// Lets time pass; asks for the frame in which the next step falls due.
    fn advance(&mut self, ctx: &Context) {
        if !self.state.time().playing() {
            self.clock = None;
            return;
        }
        let now = ctx.input(|input| input.time);
        let elapsed = self.clock.map_or(0.0, |last| now - last);
        self.clock = Some(now);
        let settings = &self.state.settings;
        let moves = !settings.reduce_motion;
        let (stages, flows) = match settings.page {
            Page::Explore => (true, self.state.live().document.scene.layers.valves),
            // A block may be in view; what flows in it moves as long as it plays.
            Page::Lesson => (self.state.has_stages(), true),
            Page::Train => (false, self.state.training.look_at.unit.is_some()),
        };
        let tempo = Tempo { speed: settings.speed, loops: settings.loops, stages: stages && moves };
        if let Some(due) = self.state.time_mut().advance(elapsed, tempo) {
            // What flows through the pipes moves in every frame.
            let due = if moves && flows { 0.0 } else { due };
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(due));
        }
    }

    /// The window's size, for the next start; a maximised one is not its own size.
    fn remember_size(&mut self, ctx: &Context) {
        let size = ctx.input(|input| {
            let viewport = input.viewport();
            let own = viewport.maximized != Some(true) && viewport.fullscreen != Some(true);
            viewport.inner_rect.filter(|_| own)
        });
        // In points of a window that is not zoomed, as the next start asks for it.
        let zoom = ctx.zoom_factor();
        let size = size.map(|rect| [(rect.width() * zoom).round(), (rect.height() * zoom).round()]);
        self.state.settings.window = size.or(self.state.settings.window);
    }

    /// Draws everything as large as the settings say; on a projector, as large as fills the window.
    fn apply_zoom(&self, ctx: &Context) {
        let settings = &self.state.settings;
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        let hall = if settings.projector { theme::hall_zoom(window) } else { 1.0 };
        ctx.set_zoom_factor((settings.zoom * hall).clamp(*ZOOMS.start(), *ZOOMS.end()));
    }

    /// Theme and language of the window itself, when they changed.
    fn apply_settings(&mut self, ctx: &Context) {
        let wanted = (self.state.settings.language, self.state.settings.theme);
        if self.applied != Some(wanted) {
            ctx.set_theme(egui::ThemePreference::from(wanted.1));
            let title = self.state.words().text("app-name");
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
            self.applied = Some(wanted);
            // The style of this frame was fetched before the theme changed.
            ctx.request_repaint();
        }
    }

    /// Keeps settings and scene for the next start, once they have been still for a moment.
    fn keep(&mut self, ctx: &Context) {
        let Some(store) = &self.store else { return };
        let state = &self.state;
        let same = self.kept.0 == state.settings
            && self.kept.1 == state.explore.document
            && self.kept.2 == state.lesson.progress;
        if same {
            self.changed_at = None;
            return;
        }
        let time = ctx.input(|input| input.time);
        let since = *self.changed_at.get_or_insert(time);
        if time - since < KEEP_AFTER_SECS {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(KEEP_AFTER_SECS));
            return;
        }
        self.changed_at = None;
        self.kept = kept(&self.state);
        if let Err(reason) = store.save(&self.state) {
            let text = self.state.words().with("notice-not-kept", &[("reason", reason)]);
            self.state.notice = Some(Notice::wrong(text, None));
        }
    }
}

/// What the next start finds.
fn kept(state: &State) -> (Settings, Document, Progress) {
    (state.settings.clone(), state.explore.document.clone(), state.lesson.progress.clone())
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if let Err(reason) = self.state.finish_job() {
            eprintln!("{reason}");
        }
        if let Some(store) = &self.store {
            // There is no window left to say it in; the terminal may be there.
            if let Err(reason) = store.save(&self.state) {
                eprintln!("{}", self.state.words().with("notice-not-kept", &[("reason", reason)]));
            }
        }
    }
}
