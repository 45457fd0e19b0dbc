//! The lesson as it is being read: where somebody is, how each screen stands, and what was reached.

mod aid;
mod ask;
mod course;
mod place;
mod strive;
mod visit;

pub use aid::Aid;
pub use ask::{Ask, Pulse, Turn};
pub use course::{Course, Drill, STARTS, added};
pub use place::{Place, chapter, chapter_count, plain_screen};
pub use strive::{Bar, Strive};
pub use visit::Visit;

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::Context;

use crate::lesson::{Chapter, Part, Progress, Screen};
use crate::locale::{Words, number};
use crate::scene::Control;
use place::{first, place_of};

/// How long what a link has changed is marked, in seconds.
const PULSE_SECS: f64 = 1.6;

/// The lesson as it is being read.
pub struct Lesson {
    /// Which screen.
    pub place: Place,
    /// The screen as it stands.
    pub visit: Visit,
    /// What a restart keeps.
    pub progress: Progress,
    /// The part that a phrase of the text points at.
    pub lit: Option<Part>,
    /// What a link has just changed.
    pub pulse: Option<Pulse>,
    /// How often everything was forgotten: what a page keeps of a screen is of one beginning.
    pub beginnings: usize,
    /// The other screens that were open since the start, as they were left.
    left: BTreeMap<Place, Visit>,
    /// The screen with its numbers, in the language that it was last asked for.
    filled: Option<(Place, Words, Arc<Screen>)>,
}

impl Lesson {
    /// The lesson at the screen where it was left, or at its first.
    #[must_use]
    pub fn new(progress: Progress) -> Self {
        let place = progress.place.as_deref().and_then(place_of).unwrap_or_default();
        let visit = Visit::of(plain_screen(place).unwrap_or_else(first));
        Self { place, visit, progress, lit: None, pulse: None, beginnings: 0, left: BTreeMap::new(), filled: None }
    }

    /// Carries out what was asked; `still` plays nothing by itself.
    pub fn carry_out(&mut self, ask: Ask, still: bool) {
        match ask {
            Ask::Go(place) => self.go(place),
            Ask::Next => self.place.next().into_iter().for_each(|place| self.go(place)),
            Ask::Back => self.place.back().into_iter().for_each(|place| self.go(place)),
            Ask::Choose(at) => self.visit.choose(at),
            Ask::Answer { sure } => {
                if let Turn::Asked { choice: choice @ Some(_) } = self.visit.turn {
                    self.answer(choice, sure, still);
                }
            }
            Ask::Skip if self.visit.is_asked() => self.answer(None, false, still),
            Ask::Skip => {}
            Ask::Set(changes) => self.pulse = self.visit.set(&changes),
            Ask::Hint => self.visit.aid_mut().into_iter().for_each(Aid::hint),
            Ask::Worked => self.pulse = self.visit.work(),
            Ask::Again(again) => self.visit.change_numbers(again),
            Ask::Forget => {
                self.progress = Progress::default();
                self.place = Place::default();
                self.visit = Visit::of(first());
                self.left.clear();
                self.beginnings += 1;
                (self.lit, self.pulse) = (None, None);
            }
        }
    }

    /// Everything that follows from the scene; says whether it has changed.
    pub fn follow(&mut self, ctx: &Context) -> bool {
        self.visit.reveal();
        let changed = self.visit.live.follow();
        let Some(strive) = &mut self.visit.strive else { return changed };
        if changed {
            strive.stand(&self.visit.live.document.scene);
        }
        // What a drag sweeps over is no answer yet.
        let is_held = ctx.input(|input| input.pointer.any_down());
        let stars = strive.stars(self.visit.live.document.is_given);
        if !is_held && stars.count() > 0 {
            self.progress.won(strive.id(), stars);
        }
        changed
    }

    /// Lets the training of the screen follow what is set up, and keeps the stars that it wins.
    pub fn follow_course(&mut self, ctx: &Context) {
        // What runs on a screen that was left has nobody to watch it.
        self.left.values_mut().filter_map(|left| left.course.as_mut()).for_each(|course| course.training.rest(ctx));
        let Some(course) = &mut self.visit.course else { return };
        course.follow(ctx);
        if let Some(drill) = &course.drill {
            let (id, stars) = drill.stars();
            if stars.count() > 0 {
                self.progress.won(id, stars);
            }
        }
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
    pub fn screen(&mut self, words: Words) -> Option<Arc<Screen>> {
        let fits = matches!(&self.filled, Some((place, of, _)) if (*place, *of) == (self.place, words));
        if !fits {
            let screen = chapter(self.place, words)?.screens.get(self.place.screen)?;
            // A number and its sign stay together.
            let say = |text: &str| words.notated(text).replace(" %", "\u{a0}%");
            let filled = screen.filled(&number::in_form, &say).unwrap_or_else(|_| screen.clone());
            self.filled = Some((self.place, words, Arc::new(filled)));
        }
        self.filled.as_ref().map(|(_, _, screen)| Arc::clone(screen))
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

    /// Notes that the screen is in view.
    pub fn read(&mut self) {
        let id = &self.visit.screen.plan.id;
        if self.progress.place.as_ref() != Some(id) || !self.progress.seen.contains(id) {
            self.progress.seen.insert(id.clone());
            self.progress.place = Some(id.clone());
        }
    }

    /// Opens a screen: as it was left, or untouched.
    fn go(&mut self, place: Place) {
        let Some(screen) = plain_screen(place).filter(|_| place != self.place) else { return };
        let next = self.left.remove(&place).unwrap_or_else(|| Visit::of(screen));
        let mut before = std::mem::replace(&mut self.visit, next);
        before.rest();
        self.left.insert(self.place, before);
        self.place = place;
        (self.lit, self.pulse) = (None, None);
    }

    fn answer(&mut self, choice: Option<usize>, sure: bool, still: bool) {
        if let Some((question, answer)) = self.visit.answer(choice, sure, still) {
            self.progress.answered(question, answer);
        }
    }
}
