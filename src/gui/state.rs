//! What outlives a frame: the scenes of the pages, settings, and files under way.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::Context;

use super::job::Job;
use super::lesson::Lesson;
use super::live::Live;
use super::page::Page;
use super::playback::Playback;
use super::settings::Settings;
use super::training::Training;
use crate::lesson::Progress;
use crate::locale::Words;
use crate::scene::{Scene, presets};

/// What undo goes back over: the scene and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The scene on the page.
    pub scene: Scene,
    /// What it was when it was opened.
    pub start: Arc<Start>,
    /// Whether a link of the lesson or a worked solution has had a part in what the scene is.
    pub is_given: bool,
}

/// A scene as it was opened: what Reset and a double-click go back to.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// Where it came from.
    pub origin: Origin,
    /// As it was then.
    pub scene: Scene,
}

/// Where a scene came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A preset, by its slug.
    Preset(&'static str),
    /// A file.
    File(PathBuf),
}

impl Document {
    /// A scene that was opened just now.
    #[must_use]
    pub fn opened(origin: Origin, scene: Scene) -> Self {
        Self { start: Arc::new(Start { origin, scene: scene.clone() }), scene, is_given: false }
    }

    /// The default preset.
    #[must_use]
    pub fn first() -> Self {
        let slug = presets().first().map_or("", |preset| preset.slug);
        Self::opened(Origin::Preset(slug), Scene::default())
    }

    /// Whether the networks or their input differ from what was opened. What is open on the page
    /// does not count, nor do ghosts, nor the seed of a noise that there is not.
    #[must_use]
    pub fn changed(&self) -> bool {
        let start = &self.start.scene;
        let seed = if self.scene.noise == 0.0 { start.seed } else { self.scene.seed };
        let ghosts = start.ghosts.clone();
        Scene { layers: start.layers, map: start.map, seed, ghosts, ..self.scene.clone() } != *start
    }

    /// Back to what was opened; the seed, the ghosts and what is open on the page stay.
    pub fn reset(&mut self) {
        let ghosts = std::mem::take(&mut self.scene.ghosts);
        let Scene { layers, map, seed, .. } = self.scene;
        self.scene = Scene { layers, map, seed, ghosts, ..self.start.scene.clone() };
        self.is_given = false;
    }
}

/// A line for the person in front of the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// What to do about it, where there is something to do.
    pub hint: Option<String>,
    /// Whether something went wrong; such a notice stays until it is closed.
    pub wrong: bool,
    /// When it was first drawn, by the window's clock.
    pub since: Option<f64>,
}

impl Notice {
    /// That something was done.
    #[must_use]
    pub fn done(text: String) -> Self {
        Self { text, hint: None, wrong: false, since: None }
    }

    /// Two things at once, the first above the second.
    #[must_use]
    pub fn and(self, second: Self) -> Self {
        let hints: Vec<String> = [self.hint, second.hint].into_iter().flatten().collect();
        let hint = (!hints.is_empty()).then(|| hints.join("\n"));
        Self { text: format!("{}\n{}", self.text, second.text), hint, wrong: self.wrong || second.wrong, since: None }
    }

    /// That something went wrong, and what to do about it.
    #[must_use]
    pub fn wrong(text: String, hint: Option<String>) -> Self {
        Self { text, hint, wrong: true, since: None }
    }
}

/// Everything that outlives a frame.
pub struct State {
    /// The scene of the page Explore, and what follows from it.
    pub explore: Live,
    /// The lesson as it is being read.
    pub lesson: Lesson,
    /// What learns on the page Train.
    pub training: Training,
    /// Language, theme and what else a restart keeps.
    pub settings: Settings,
    /// A native file dialog or a file being read or written.
    pub job: Option<Job>,
    /// The page whose scene was written last, or is being written.
    pub saved_from: Page,
    /// The latest notice, until it is closed.
    pub notice: Option<Notice>,
    /// The step that the pointer is over, as of the last frame.
    pub hover: Option<usize>,
    /// The text in the box for pasted paints, while the box is open.
    pub pasted: String,
    /// The window that lies over the page, if any.
    pub dialog: Option<Dialog>,
    /// Whether that window has yet to be drawn for the first time.
    pub dialog_opening: bool,
}

/// A window over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// What this program is, and the licences.
    About,
    /// Many paints at once.
    Paints,
    /// What is what.
    Help,
}

impl State {
    /// The state in which a document opens.
    #[must_use]
    pub fn new(document: Document, settings: Settings, plays: bool) -> Self {
        Self {
            explore: Live::new(document, plays),
            lesson: Lesson::new(Progress::default()),
            training: Training::new(&settings.race),
            settings,
            job: None,
            saved_from: Page::Explore,
            notice: None,
            hover: None,
            pasted: String::new(),
            dialog: None,
            dialog_opening: false,
        }
    }

    /// The scene of the page that is open; Train has none of its own, and keeps Explore's.
    #[must_use]
    pub fn live(&self) -> &Live {
        match self.settings.page {
            Page::Explore | Page::Train => &self.explore,
            Page::Lesson => &self.lesson.visit.live,
        }
    }

    /// The same, to change it.
    pub fn live_mut(&mut self) -> &mut Live {
        match self.settings.page {
            Page::Explore | Page::Train => &mut self.explore,
            Page::Lesson => &mut self.lesson.visit.live,
        }
    }

    /// Remakes what follows from the scene of the page that is open; says whether it had changed.
    pub fn follow_scene(&mut self, ctx: &Context) -> bool {
        match self.settings.page {
            Page::Explore | Page::Train => self.explore.follow(),
            Page::Lesson => self.lesson.follow(ctx),
        }
    }

    /// The training that is in view, if one is.
    #[must_use]
    pub fn race(&self) -> Option<&Training> {
        match self.settings.page {
            Page::Explore => None,
            Page::Lesson => self.lesson.visit.course.as_ref().map(|course| &course.training),
            Page::Train => Some(&self.training),
        }
    }

    /// The same, to tell it something.
    pub fn race_mut(&mut self) -> Option<&mut Training> {
        match self.settings.page {
            Page::Explore => None,
            Page::Lesson => self.lesson.visit.course.as_mut().map(|course| &mut course.training),
            Page::Train => Some(&mut self.training),
        }
    }

    /// The time of what is in view.
    #[must_use]
    pub fn time(&self) -> &Playback {
        self.race().map_or(&self.live().playback, |training| &training.playback)
    }

    /// The same, to go elsewhere in it.
    pub fn time_mut(&mut self) -> &mut Playback {
        match (self.settings.page, &mut self.lesson.visit.course) {
            (Page::Explore, _) => &mut self.explore.playback,
            (Page::Lesson, None) => &mut self.lesson.visit.live.playback,
            (Page::Lesson, Some(course)) => &mut course.training.playback,
            (Page::Train, _) => &mut self.training.playback,
        }
    }

    /// Whether nothing plays yet, since a question is open that it would answer.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.settings.page == Page::Lesson && self.lesson.visit.is_locked()
    }

    /// Whether a step of what is in view has stages to walk through: of an LSTM's block.
    #[must_use]
    pub fn has_stages(&self) -> bool {
        match self.settings.page {
            Page::Explore => true,
            Page::Lesson => self.lesson.visit.has_block(),
            Page::Train => false,
        }
    }

    /// The words of the chosen language and notation.
    #[must_use]
    pub fn words(&self) -> Words {
        self.settings.words()
    }
}
