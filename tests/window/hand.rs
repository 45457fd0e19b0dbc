//! What the tests hold in hand: a window without a screen, and ways to read it.

use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{OutputCommand, Rect, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use paint_dilution::gui::lesson::Lesson;
use paint_dilution::gui::training::{Race, Training};
use paint_dilution::gui::{App, Document, Look, Origin, Page, Settings, State, fonts, theme};
use paint_dilution::lesson::Progress;
use paint_dilution::locale::{Language, Notation};
use paint_dilution::scene::{Layers, Scene, preset};

/// A window on a state, not yet drawn.
pub struct Window {
    document: Document,
    settings: Settings,
    size: [f32; 2],
    plays: bool,
    progress: Progress,
}

impl Window {
    /// The default scene, at rest, in that language, with its sliders open.
    pub fn new(language: Language) -> Self {
        let settings = Settings { language, theme: Look::Light, ..Settings::first() };
        let mut document = Document::first();
        document.scene.layers.weights = true;
        Self { document, settings, size: [1280.0, 800.0], plays: false, progress: Progress::default() }
    }

    /// In English.
    pub fn english() -> Self {
        Self::new(Language::English)
    }

    pub fn with_size(self, width: f32, height: f32) -> Self {
        Self { size: [width, height], ..self }
    }

    pub fn with_look(mut self, look: Look) -> Self {
        self.settings.theme = look;
        self
    }

    pub fn with_notation(mut self, notation: Notation) -> Self {
        self.settings.notation = notation;
        self
    }

    pub fn with_preset(self, slug: &'static str) -> Self {
        let scene = preset(slug).expect("a preset").scene.clone();
        let mut document = Document::opened(Origin::Preset(slug), scene);
        document.scene.layers.weights = true;
        Self { document, ..self }
    }

    pub fn with_scene(mut self, scene: Scene) -> Self {
        self.document.scene = scene;
        self.document.scene.layers.weights = true;
        self
    }

    /// As a first start opens it.
    pub fn with_first_layers(mut self) -> Self {
        self.document.scene.layers = Layers::default();
        self
    }

    /// With each network's own curves, which need the room of the valves in a small window.
    pub fn with_curves_only(mut self) -> Self {
        let layers = &mut self.document.scene.layers;
        (layers.valves, layers.curves, layers.weights, layers.gradient) = (false, true, true, true);
        self
    }

    /// With the map open.
    pub fn with_map(mut self) -> Self {
        self.document.scene.layers.map = true;
        self
    }

    /// On the page Train, with a race.
    pub fn with_race(mut self, race: Race) -> Self {
        self.settings.page = Page::Train;
        self.settings.race = race;
        self
    }

    /// On the page Lesson, at the screen of that id.
    pub fn with_lesson(mut self, screen: &str) -> Self {
        self.settings.page = Page::Lesson;
        self.progress.place = Some(screen.to_owned());
        self
    }

    /// Nothing moves by itself.
    pub fn still(mut self) -> Self {
        self.settings.reduce_motion = true;
        self
    }

    pub fn playing(self) -> Self {
        Self { plays: true, ..self }
    }

    /// Opens it, without a renderer, and lets it settle.
    pub fn open(self) -> Harness<'static, App> {
        let mut harness = self.built(Harness::builder());
        harness.run_ok();
        harness
    }

    /// Opens it with a renderer for pictures.
    pub fn open_to_see(self) -> Harness<'static, App> {
        let mut harness = self.built(Harness::builder().wgpu());
        harness.run_ok();
        harness
    }

    fn built(self, builder: egui_kittest::HarnessBuilder<App>) -> Harness<'static, App> {
        let mut state = State::new(self.document, self.settings, self.plays);
        state.lesson = Lesson::new(self.progress);
        let app = App::new(state, None);
        builder
            .with_size(self.size)
            .with_theme(Theme::Light)
            .with_step_dt(0.05)
            .with_context_setup(|ctx| {
                fonts::install(ctx);
                theme::apply(ctx);
            })
            .build_ui_state(|ui, app: &mut App| app.frame_ui(ui), app)
    }
}

/// What a node says: its name, or for plain text the text itself.
pub fn said(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// Everything that stands or is said in the window.
pub fn all_said(harness: &Harness<'_, App>) -> Vec<String> {
    harness.query_all_by(|_| true).map(|node| said(&node)).filter(|text| !text.is_empty()).collect()
}

/// The one text that begins so.
pub fn text_from(harness: &Harness<'_, App>, beginning: &str) -> String {
    all_said(harness)
        .into_iter()
        .find(|text| text.starts_with(beginning))
        .unwrap_or_else(|| panic!("nothing begins with \"{beginning}\"; there are:\n{}", all_said(harness).join("\n")))
}

/// The slider of that name.
pub fn slider<'h>(harness: &'h Harness<'_, App>, name: &'h str) -> Node<'h> {
    harness.get_by_role_and_label(Role::Slider, name)
}

/// Where a button, swatch or plot stands.
pub fn place(harness: &Harness<'_, App>, name: &str) -> Rect {
    harness.query_all_by(|_| true).find(|node| said(node) == name).unwrap_or_else(|| panic!("no \"{name}\"")).rect()
}

/// What has the keyboard, by what it says.
pub fn focused(harness: &Harness<'_, App>) -> String {
    let nodes = harness.query_all_by(|_| true);
    nodes.filter(|node| node.accesskit_node().is_focused()).map(|node| said(&node)).next().unwrap_or_default()
}

/// The scene on the page.
pub fn scene<'h>(harness: &'h Harness<'_, App>) -> &'h Scene {
    &harness.state().state.explore.document.scene
}

/// The step at hand.
pub fn step(harness: &Harness<'_, App>) -> usize {
    harness.state().state.explore.playback.step()
}

/// Presses at one place, moves over the others, and lets go at the last.
pub fn drag(harness: &mut Harness<'_, App>, places: &[eframe::egui::Pos2]) {
    let [first, rest @ ..] = places else { return };
    harness.hover_at(*first);
    harness.step();
    harness.drag_at(*first);
    harness.step();
    for place in rest {
        harness.hover_at(*place);
        harness.step();
    }
    harness.drop_at(*rest.last().unwrap_or(first));
    harness.step();
    harness.run_ok();
}

/// Presses and lets go at one place.
pub fn click_at(harness: &mut Harness<'_, App>, place: eframe::egui::Pos2) {
    harness.hover_at(place);
    harness.step();
    harness.drag_at(place);
    harness.step();
    harness.drop_at(place);
    harness.run_ok();
}

/// Presses and lets go twice at one place.
pub fn double_click(harness: &mut Harness<'_, App>, place: eframe::egui::Pos2) {
    for _ in 0..2 {
        harness.drag_at(place);
        harness.step();
        harness.drop_at(place);
        harness.step();
    }
    harness.run_ok();
}

/// A race that a debug build runs quickly.
pub fn small_race() -> Race {
    let mut race = Race::default();
    (race.shared.length, race.shared.hidden_size, race.shared.batch) = (8, 5, 4);
    race
}

/// What learns on the page Train.
pub fn training<'h>(harness: &'h Harness<'_, App>) -> &'h Training {
    &harness.state().state.training
}

/// Draws frames until the race has done so many training steps and nothing of it is waited for.
#[expect(clippy::disallowed_methods, reason = "a test in front of a real thread, never in a browser")]
pub fn trained(window: &mut Harness<'_, App>, steps: usize) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        window.step();
        let training = training(window);
        if !training.is_awaited() && training.steps >= steps && !training.learners.is_empty() {
            break;
        }
        assert!(Instant::now() < until, "at step {}", training.steps);
        std::thread::sleep(Duration::from_millis(2));
    }
    window.run_ok();
}

/// Draws frames until the training of the lesson's screen has come to rest.
#[expect(clippy::disallowed_methods, reason = "a test in front of a real thread, never in a browser")]
pub fn coursed(window: &mut Harness<'_, App>) {
    let until = Instant::now() + Duration::from_secs(240);
    loop {
        window.step();
        let course = window.state().state.lesson.visit.course.as_ref().expect("a training");
        let (training, steps) = (&course.training, course.steps());
        if !training.is_awaited() && !training.is_running() && training.steps >= steps {
            break;
        }
        assert!(Instant::now() < until, "at step {}", training.steps);
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
}

/// Draws frames until nothing is computed beside them any more.
#[expect(clippy::disallowed_methods, reason = "a test in front of a real thread, never in a browser")]
pub fn wait(window: &mut Harness<'_, App>) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        window.step();
        if !window.state().state.live().surveys.is_busy() {
            break;
        }
        assert!(Instant::now() < until, "the background is still busy");
        std::thread::sleep(Duration::from_millis(5));
    }
    window.run_ok();
}

/// Draws a few frames; the text that was copied meanwhile, if any.
pub fn copied(window: &mut Harness<'_, App>) -> Option<String> {
    let mut copied = None;
    for _ in 0..4 {
        window.step();
        copied = copied.or_else(|| {
            window.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            })
        });
    }
    copied
}
