//! The lesson as it is being read: which screen, its scene, what was answered, how a challenge stands.

mod aid;
mod ask;
mod course;
mod place;
mod strive;

pub use aid::Aid;
pub use ask::{Ask, Pulse, Turn};
pub use course::{Course, Drill, STARTS};
pub use place::{Place, chapter, chapter_count, plain_screen};
pub use strive::{Bar, Strive};

use eframe::egui::Context;

use place::place_of;

use super::live::Live;
use super::state::{Document, Origin};
use crate::lesson::{Answer, Chapter, Part, Progress, Screen, Show};
use crate::locale::{Words, number};
use crate::scene::{Changes, Control, Controls, preset};

/// How long what a link has changed is marked, in seconds.
const PULSE_SECS: f64 = 1.6;

/// The lesson as it is being read.
pub struct Lesson {
    /// The scene of the screen.
    pub live: Live,
    /// Which screen.
    pub place: Place,
    /// What a restart keeps.
    pub progress: Progress,
    /// How its question stands.
    pub turn: Turn,
    /// How its challenge stands, where it has one.
    pub strive: Option<Strive>,
    /// The training that runs on it, where one does.
    pub course: Option<Box<Course>>,
    /// What is computed of what curves were drawn of, once the question was answered.
    pub truth: Vec<f64>,
    /// The part that a phrase of the text points at.
    pub lit: Option<Part>,
    /// What a link has just changed.
    pub pulse: Option<Pulse>,
    /// The screen with its numbers, in the language that it was last asked for.
    filled: Option<(Place, Words, Box<Screen>)>,
}

impl Lesson {
    /// The lesson at the screen where it was left, or at its first.
    #[must_use]
    pub fn new(progress: Progress) -> Self {
        let place = progress.place.as_deref().and_then(place_of).unwrap_or_default();
        let mut lesson = Self {
            live: Live::new(Document::first(), false),
            place,
            progress,
            turn: Turn::Free,
            strive: None,
            course: None,
            truth: Vec::new(),
            lit: None,
            pulse: None,
            filled: None,
        };
        lesson.open(place);
        lesson
    }

    /// Carries out what was asked; `still` plays nothing by itself.
    pub fn carry_out(&mut self, ask: Ask, still: bool) {
        match ask {
            Ask::Go(place) => self.go(place),
            Ask::Next => self.place.next().map_or((), |place| self.go(place)),
            Ask::Back => self.place.back().map_or((), |place| self.go(place)),
            Ask::Choose(at) => {
                if let Turn::Asked { choice } = &mut self.turn {
                    *choice = Some(at);
                }
            }
            Ask::Answer { sure } => {
                if let Turn::Asked { choice: choice @ Some(_) } = self.turn {
                    self.answer(choice, sure, still);
                }
            }
            Ask::Skip => {
                if self.is_asked() {
                    self.answer(None, false, still);
                }
            }
            Ask::Set(changes) => self.set(&changes),
            Ask::Hint => self.aid_mut().map_or((), Aid::hint),
            Ask::Worked => self.work(),
            Ask::Again(again) => self.again(again),
            Ask::Forget => {
                self.progress = Progress::default();
                self.go(Place::default());
            }
        }
    }

    /// Everything that follows from the scene; says whether it has changed.
    pub fn follow(&mut self) -> bool {
        self.reveal();
        let changed = self.live.follow();
        if changed && let Some(strive) = &mut self.strive {
            strive.stand(&self.live.document.scene);
            let (id, stars) = strive.stars();
            if stars.count() > 0 {
                self.progress.won(id, stars);
            }
        }
        changed
    }

    /// Lets the training of the screen follow what is set up, and keeps the stars that it wins.
    pub fn follow_course(&mut self, ctx: &Context) {
        let Some(course) = &mut self.course else { return };
        course.follow(ctx);
        if let Some(drill) = &course.drill {
            let (id, stars) = drill.stars();
            if stars.count() > 0 {
                self.progress.won(id, stars);
            }
        }
    }

    /// What the challenge of the screen offers to who is stuck.
    #[must_use]
    pub fn aid(&self) -> Option<&Aid> {
        let drill = self.course.as_ref().and_then(|course| course.drill.as_ref());
        self.strive.as_ref().map(|strive| &strive.aid).or(drill.map(|drill| &drill.aid))
    }

    fn aid_mut(&mut self) -> Option<&mut Aid> {
        let drill = self.course.as_mut().and_then(|course| course.drill.as_mut());
        self.strive.as_mut().map(|strive| &mut strive.aid).or(drill.map(|drill| &mut drill.aid))
    }

    /// The id of the challenge of the screen.
    #[must_use]
    pub fn challenge(&self) -> Option<&str> {
        let drill = self.course.as_ref().and_then(|course| course.drill.as_ref());
        self.strive.as_ref().map(|strive| strive.stars().0).or(drill.map(Drill::id))
    }

    /// Whether its question is open.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        matches!(self.turn, Turn::Asked { .. })
    }

    /// Whether nothing plays yet, since that would answer its question.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.is_asked() && plain_screen(self.place).is_some_and(|screen| screen.plan.is_foretold())
    }

    /// Whether an LSTM's block is in view, which has stages to walk through.
    #[must_use]
    pub fn has_block(&self) -> bool {
        plain_screen(self.place).is_some_and(|screen| screen.plan.shows.contains(&Show::LstmBlock))
    }

    /// Whether a chapter was read: every screen seen, every question answered or skipped.
    #[must_use]
    pub fn has_read(&self, chapter: &Chapter) -> bool {
        chapter.screens.iter().all(|screen| {
            let is_open = screen.plan.question.as_ref().filter(|of| !self.progress.answers.contains_key(&of.id));
            self.progress.seen.contains(&screen.plan.id) && is_open.is_none()
        })
    }

    /// The screen with its numbers.
    pub fn screen(&mut self, words: Words) -> Option<&Screen> {
        let fits = matches!(&self.filled, Some((place, of, _)) if (*place, *of) == (self.place, words));
        if !fits {
            let screen = chapter(self.place, words)?.screens.get(self.place.screen)?;
            let say = |text: &str| words.notated(text);
            let filled = screen.filled(&number::in_form, &say).unwrap_or_else(|_| screen.clone());
            self.filled = Some((self.place, words, Box::new(filled)));
        }
        self.filled.as_ref().map(|(_, _, screen)| &**screen)
    }

    /// Whether there is a screen before this one, and one after it.
    #[must_use]
    pub fn turns(&self) -> [bool; 2] {
        [self.place.back().is_some(), self.place.next().is_some()]
    }

    /// What a link has just changed, and how strongly that is still marked, from 1 down to 0.
    pub fn pulse_at(&mut self, now: f64, still: bool) -> Option<(Vec<Control>, f32)> {
        let pulse = self.pulse.as_mut()?;
        let age = now - *pulse.since.get_or_insert(now);
        if age >= PULSE_SECS {
            self.pulse = None;
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a part of a second")]
        let left = (1.0 - age / PULSE_SECS) as f32;
        Some((pulse.controls.clone(), if still { 1.0 } else { left }))
    }

    /// Where states appear as it plays: those of the steps that it has come to.
    fn reveal(&mut self) {
        if let Some(veil) = self.live.veil.filter(|_| !self.is_asked()) {
            let reached = veil.max(self.live.playback.step());
            self.live.veil = Some(reached).filter(|reached| *reached < self.live.playback.length());
        }
    }

    fn go(&mut self, place: Place) {
        if plain_screen(place).is_some() {
            self.open(place);
        }
    }

    /// Opens a screen: its scene untouched, its question open.
    fn open(&mut self, place: Place) {
        let Some(screen) = plain_screen(place) else { return };
        let slug = preset(&screen.plan.preset).map_or("", |preset| preset.slug);
        self.place = place;
        self.live = Live::new(Document::opened(Origin::Preset(slug), screen.scene.clone()), false);
        self.live.playback.go_to(screen.plan.step);
        self.live.playback.stop_at(screen.plan.stops.clone());
        (self.lit, self.pulse) = (None, None);
        self.truth.clear();
        self.strive = Strive::of(screen);
        self.course = Course::of(&screen.plan).map(Box::new);
        self.turn = if screen.plan.question.is_some() { Turn::Asked { choice: None } } else { Turn::Free };
        // What is to be foretold is neither shown nor tried out before.
        let is_locked = self.is_locked();
        self.live.veil = (is_locked || screen.plan.reveal).then_some(screen.plan.step);
        self.live.allowed = if is_locked { Controls::none() } else { screen.plan.controls() };
    }

    /// Notes that the screen is in view.
    pub fn read(&mut self) {
        let Some(screen) = plain_screen(self.place) else { return };
        let id = &screen.plan.id;
        if self.progress.place.as_ref() != Some(id) || !self.progress.seen.contains(id) {
            self.progress.seen.insert(id.clone());
            self.progress.place = Some(id.clone());
        }
    }

    fn answer(&mut self, choice: Option<usize>, sure: bool, still: bool) {
        let Some(screen) = plain_screen(self.place) else { return };
        let Some(question) = &screen.plan.question else { return };
        let right = screen.right_choice(&screen.scene).ok().flatten();
        self.turn = Turn::Answered { choice, sure, right };
        let answer = Answer { choice: choice.map(|at| at + 1), sure, right: choice.is_some() && choice == right };
        self.progress.answered(&question.id, answer);
        if !screen.plan.is_foretold() {
            return;
        }
        self.truth = question.truth(&screen.scene);
        self.live.veil = None;
        self.live.allowed = screen.plan.controls();
        if let Some(course) = &mut self.course {
            course.run();
            return;
        }
        // The scene gives the answer: it plays to where the text speaks of.
        let ends = screen.plan.stops.iter().copied().find(|stop| *stop > screen.plan.step);
        if still {
            self.live.playback.go_to(ends.unwrap_or(screen.scene.length()));
        } else {
            self.live.playback.go_to(screen.plan.step);
            self.live.playback.toggle();
        }
    }

    fn set(&mut self, changes: &Changes) {
        if self.is_locked() {
            return;
        }
        if let Some(course) = &mut self.course {
            course.hold(changes);
            return;
        }
        if let Ok(scene) = changes.made_to(&self.live.document.scene) {
            self.live.document.scene = scene;
            let controls = changes.0.iter().map(|change| change.control).collect();
            self.pulse = Some(Pulse { controls, since: None });
        }
    }

    /// The next step of the worked solution, from the untouched scene on.
    fn work(&mut self) {
        self.course.iter_mut().for_each(|course| course.work());
        let Some(strive) = &mut self.strive else { return };
        let Some(step) = strive.work() else { return };
        if strive.aid.worked == 1 {
            self.live.document.scene = strive.start().clone();
        }
        self.set(&step);
    }

    fn again(&mut self, again: bool) {
        self.course.iter_mut().for_each(|course| course.change_numbers(again));
        let (Some(strive), Some(screen)) = (&mut self.strive, plain_screen(self.place)) else { return };
        strive.change_numbers(screen, again);
        let origin = self.live.document.start.origin.clone();
        self.live.document = Document::opened(origin, strive.start().clone());
    }
}
