//! One screen as it stands: its scene, how its question was answered, how its challenge goes.

use super::{Aid, Course, Drill, Pulse, Strive, Turn};
use crate::gui::live::Live;
use crate::gui::state::{Document, Origin};
use crate::lesson::{Answer, Screen, Show};
use crate::scene::{Changes, Controls, Scene, preset};

/// A screen as it stands.
pub struct Visit {
    /// The screen, as it is in every language but for its words.
    pub screen: &'static Screen,
    /// Its scene.
    pub live: Live,
    /// How its question stands.
    pub turn: Turn,
    /// How its challenge stands, where it has one.
    pub strive: Option<Strive>,
    /// The training that runs on it, where one does.
    pub course: Option<Box<Course>>,
    /// What is computed of what curves were drawn of, once the question was answered.
    pub truth: Vec<f64>,
}

impl Visit {
    /// A screen untouched, its question open.
    #[must_use]
    pub fn of(screen: &'static Screen) -> Self {
        let turn = if screen.plan.question.is_some() { Turn::Asked { choice: None } } else { Turn::Free };
        let mut visit = Self {
            screen,
            live: live(screen, screen.scene.clone()),
            turn,
            strive: Strive::of(screen),
            course: Course::of(&screen.plan).map(Box::new),
            truth: Vec::new(),
        };
        // What is to be foretold is neither shown nor tried out before.
        if visit.is_locked() {
            visit.live.allowed = Controls::none();
        }
        visit.live.veil = (visit.is_locked() || screen.plan.reveal).then_some(screen.plan.step);
        visit
    }

    /// What its challenge offers to who is stuck.
    #[must_use]
    pub fn aid(&self) -> Option<&Aid> {
        self.strive.as_ref().map(|strive| &strive.aid).or(self.drill().map(|drill| &drill.aid))
    }

    /// The same, to ask for it.
    pub fn aid_mut(&mut self) -> Option<&mut Aid> {
        let drill = self.course.as_mut().and_then(|course| course.drill.as_mut());
        self.strive.as_mut().map(|strive| &mut strive.aid).or(drill.map(|drill| &mut drill.aid))
    }

    /// The challenge that its training is for, where it is for one.
    #[must_use]
    pub fn drill(&self) -> Option<&Drill> {
        self.course.as_ref().and_then(|course| course.drill.as_ref())
    }

    /// The id of its challenge.
    #[must_use]
    pub fn challenge(&self) -> Option<&str> {
        self.strive.as_ref().map(Strive::id).or(self.drill().map(Drill::id))
    }

    /// Whether its question is open.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        matches!(self.turn, Turn::Asked { .. })
    }

    /// Whether nothing plays yet, since that would answer its question.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.is_asked() && self.screen.plan.is_foretold()
    }

    /// Whether an LSTM's block is in view, which has stages to walk through.
    #[must_use]
    pub fn has_block(&self) -> bool {
        self.screen.plan.shows.contains(&Show::LstmBlock)
    }

    /// Time stands still.
    pub fn rest(&mut self) {
        let step = self.live.playback.step();
        self.live.playback.go_to(step);
        self.course.iter_mut().for_each(|course| course.rest());
    }

    /// Where states appear as it plays: those of the steps that it has come to.
    pub fn reveal(&mut self) {
        if let Some(veil) = self.live.veil.filter(|_| !self.is_locked()) {
            let reached = veil.max(self.live.playback.step());
            self.live.veil = Some(reached).filter(|reached| *reached < self.live.playback.length());
        }
    }

    /// Chooses an answer, from 0.
    pub fn choose(&mut self, at: usize) {
        let count = self.screen.plan.question.as_ref().map_or(0, |question| question.choices.count());
        if let Turn::Asked { choice } = &mut self.turn
            && at < count
        {
            *choice = Some(at);
        }
    }

    /// Answers its question, and lets the scene show what is so. Returns the question's id and the
    /// answer, as it is kept.
    pub fn answer(&mut self, choice: Option<usize>, sure: bool, still: bool) -> Option<(&'static str, Answer)> {
        let plan = &self.screen.plan;
        let question = plan.question.as_ref()?;
        let right = self.screen.right_choice(&self.screen.scene).ok().flatten();
        self.turn = Turn::Answered { choice, sure, right };
        let answer = Answer { choice: choice.map(|at| at + 1), sure, right: choice.is_some() && choice == right };
        if plan.is_foretold() {
            self.truth = question.truth(&self.screen.scene);
            (self.live.veil, self.live.allowed) = (None, plan.controls());
            self.show_outcome(still);
        }
        Some((&question.id, answer))
    }

    /// The scene gives the answer: it plays to where the text speaks of, or the training runs.
    fn show_outcome(&mut self, still: bool) {
        let plan = &self.screen.plan;
        if let Some(course) = &mut self.course {
            course.run();
        } else if still {
            let ends = plan.stops.iter().copied().find(|stop| *stop > plan.step);
            self.live.playback.go_to(ends.unwrap_or(self.screen.scene.length()));
        } else {
            self.live.playback.go_to(plan.step);
            self.live.playback.toggle();
        }
    }

    /// Follows a link that changes the scene.
    pub fn set(&mut self, changes: &Changes) -> Option<Pulse> {
        if self.is_locked() {
            return None;
        }
        if let Some(course) = &mut self.course {
            course.hold(changes);
            return None;
        }
        let scene = changes.made_to(&self.live.document.scene).ok()?;
        let document = &mut self.live.document;
        // What a link has done, nobody has found.
        document.is_given |= document.scene != scene;
        document.scene = scene;
        let controls = changes.0.iter().map(|change| change.control).collect();
        Some(Pulse { controls, since: None })
    }

    /// The next step of the worked solution, from the untouched scene on.
    pub fn work(&mut self) -> Option<Pulse> {
        self.course.iter_mut().for_each(|course| course.work());
        let strive = self.strive.as_mut()?;
        let [before, step] = strive.work()?;
        // Whatever was moved meanwhile: each step is made on those before it.
        self.live.document.scene = before.made_to(strive.start()).ok()?;
        self.live.document.is_given = true;
        self.set(&step)
    }

    /// Its challenge anew, with changed numbers or with the first ones. Undo does not go back over it.
    pub fn change_numbers(&mut self, again: bool) {
        self.course.iter_mut().for_each(|course| course.change_numbers(again));
        if let Some(strive) = &mut self.strive {
            strive.change_numbers(self.screen, again);
            self.live = live(self.screen, strive.start().clone());
        }
    }
}

/// A scene of a screen, where it begins.
fn live(screen: &Screen, scene: Scene) -> Live {
    let slug = preset(&screen.plan.preset).map_or("", |preset| preset.slug);
    let mut live = Live::new(Document::opened(Origin::Preset(slug), scene), false);
    live.playback.go_to(screen.plan.step);
    live.playback.stop_at(screen.plan.stops.clone());
    live.allowed = screen.plan.controls();
    live
}
