//! A training that runs on a screen of the lesson, and the challenge that may go with it.

use eframe::egui::Context;

use super::Aid;
use crate::engine::cell::CellKind;
use crate::engine::network::Part;
use crate::engine::training::Start;
use crate::gui::training::{Race, Training};
use crate::gui::widget::time_plot::Runs;
use crate::lesson::{DrillPlan, ScreenPlan, Stars, TrainPlan};
use crate::number::short;
use crate::scene::{Changes, Control};

/// A training on a screen.
pub struct Course {
    /// The race as it stands.
    pub training: Training,
    /// What was set up; the page changes how its weights begin.
    pub race: Race,
    /// The challenge.
    pub drill: Option<Drill>,
    /// The LSTM's errors with the starts that were tried before, to hold these against.
    pub earlier: Vec<(String, Runs)>,
    plan: TrainPlan,
    /// The race as it was followed last.
    followed: Race,
    /// Whether it is to run as soon as it can.
    is_due: bool,
    /// Whether it is to begin anew, although nothing was set up otherwise.
    begins_anew: bool,
    /// Whether the training was told when to rest.
    is_told: bool,
}

/// The challenge that the LSTM learns its task in time, by its start alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Drill {
    /// What was asked for.
    pub aid: Aid,
    /// The LSTM's latest recall error.
    pub error: Option<f64>,
    /// The training step at which it had solved the task.
    pub solved_at: Option<usize>,
    /// Whether the start is the worked solution's: that wins no star.
    is_given: bool,
    plan: DrillPlan,
}

impl Course {
    /// The training of a screen, before its first step.
    #[must_use]
    pub fn of(screen: &ScreenPlan) -> Option<Self> {
        let plan = screen.train.clone()?;
        let race = race_of(&plan);
        Some(Self {
            training: Training::new(&race),
            followed: race.clone(),
            earlier: Vec::new(),
            race,
            drill: screen.drill.clone().map(Drill::of),
            plan,
            is_due: false,
            begins_anew: false,
            is_told: false,
        })
    }

    /// The training steps after which it rests by itself.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.plan.steps
    }

    /// Runs from now on until its last step, as soon as it has begun.
    pub fn run(&mut self) {
        self.is_due = true;
    }

    /// Time stands still, and nothing runs that has not begun.
    pub fn rest(&mut self) {
        let step = self.training.playback.step();
        self.training.playback.go_to(step);
        self.is_due = false;
    }

    /// Tells the training what has changed, and reads off it how the challenge stands.
    pub fn follow(&mut self, ctx: &Context) {
        if self.followed != self.race {
            self.keep_curve();
            self.followed = self.race.clone();
        }
        self.training.follow(ctx, &self.race);
        if !self.is_told {
            self.is_told = true;
            self.training.rest_at(ctx, self.plan.steps);
        }
        if std::mem::take(&mut self.begins_anew) {
            self.training.reset(ctx);
        }
        if std::mem::take(&mut self.is_due) {
            self.training.run(ctx, true);
        }
        let learner = self.training.learner(CellKind::Lstm).filter(|_| !self.training.is_beginning());
        if let Some(drill) = &mut self.drill {
            drill.error = learner.and_then(|learner| Some(learner.latest_error()?.error));
            drill.solved_at = learner.and_then(|learner| learner.latest.solved_at);
            let is_given = drill.aid.has_worked && drill.plan.solution.first() == Some(&self.race.shared.start);
            drill.is_given = is_given && !drill.aid.again;
        }
    }

    /// Keeps the curve of a start that another takes the place of; of another task it says nothing.
    fn keep_curve(&mut self) {
        let before = self.followed.shared;
        if before.length != self.race.shared.length {
            self.earlier.clear();
            return;
        }
        let name = added(before.start);
        self.earlier.retain(|(kept, _)| *kept != name && *kept != added(self.race.shared.start));
        let learner = self.training.learner(CellKind::Lstm).filter(|_| self.training.steps > 0);
        self.earlier.extend(learner.map(|learner| (name, learner.drawn.clone())));
    }

    /// Holds gates of the trained networks, as a link asks for.
    pub fn hold(&mut self, changes: &Changes) {
        for change in &changes.0 {
            let held = &mut self.training.look_at.held.lstm;
            match change.control {
                Control::Held(Part::I) => held.i = change.value,
                Control::Held(Part::F) => held.f = change.value,
                Control::Held(Part::O) => held.o = change.value,
                _ => {}
            }
        }
    }

    /// Shows the worked solution: its start, from the first step on.
    pub fn work(&mut self) {
        let Some(drill) = &mut self.drill else { return };
        let solution = drill.plan.solution.first().copied();
        if let (Some(_), Some(start)) = (drill.aid.work(), solution) {
            (self.is_due, self.begins_anew) = (true, self.race.shared.start == start);
            self.race.shared.start = start;
        }
    }

    /// The same challenge with changed numbers, or the first one again.
    pub fn change_numbers(&mut self, again: bool) {
        let Some(drill) = &mut self.drill else { return };
        (drill.aid.again, drill.aid.worked) = (again, 0);
        self.race = race_of(&self.plan);
        if again {
            self.race.shared.length = drill.plan.again.0;
        }
    }
}

impl Drill {
    fn of(plan: DrillPlan) -> Self {
        Self { aid: Aid::new(1), error: None, solved_at: None, is_given: false, plan }
    }

    /// The training steps within which it must be solved, and within which for the third star.
    #[must_use]
    pub fn bounds(&self) -> [usize; 2] {
        [self.plan.within, self.plan.extra]
    }

    /// How far the error has come down from always answering grey, from 0 to 1.
    #[must_use]
    pub fn progress(&self, grey: f64) -> f32 {
        self.error.map_or(0.0, |error| DrillPlan::progress(error, grey))
    }

    /// Whether it was solved within so many training steps.
    #[must_use]
    pub fn is_met(&self, within: usize) -> bool {
        self.solved_at.is_some_and(|step| step <= within)
    }

    /// The challenge's id, and the stars that this training has: none for the worked solution's start,
    /// no third for changed numbers.
    #[must_use]
    pub fn stars(&self) -> (&str, Stars) {
        let goal = self.is_met(self.plan.within) && !self.is_given;
        let extra = goal && !self.aid.again && self.is_met(self.plan.extra);
        // There is but one thing to move.
        (&self.plan.id, Stars { goal, sparing: goal, extra })
    }

    /// The challenge's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.plan.id
    }
}

fn race_of(plan: &TrainPlan) -> Race {
    let shared = plan.setup(CellKind::Lstm);
    Race { cells: plan.cells.iter().copied().collect(), shared }
}

/// The starts that a screen lets be chosen: PyTorch's, and more and more on the bias of f.
pub const STARTS: [Start; 6] = [
    Start::Forget(0.0),
    Start::Forget(1.0),
    Start::Forget(2.0),
    Start::Forget(3.0),
    Start::Forget(4.0),
    Start::Forget(5.0),
];

/// "+3": what a start adds to the bias of f.
#[must_use]
pub fn added(start: Start) -> String {
    let more = match start {
        Start::Forget(n) => n,
        Start::Torch | Start::Chrono | Start::Identity => 0.0,
    };
    format!("+{}", short(more))
}
