//! Learning in the window: the race that was set up, the thread that runs it, and how it stands.
//!
//! [`Training`] is what the page Train reads. The page edits the [`Race`] and what is looked at in
//! place; [`Training::follow`] tells the thread what changed.

mod race;
mod racer;
mod report;
mod runner;
mod server;
mod sweep;
#[cfg(test)]
mod tests;

pub use race::{LEAST_CELLS, ROADS, Race, Road};
pub use report::{Latest, Learner};
pub use sweep::{Sweep, guess_secs, request_of};

use eframe::egui::Context;

use super::playback::Playback;
use crate::engine::cell::{CellKind, HeldGates};
use report::Report;
use runner::Runner;
use server::Command;

/// So long the pictures of the race before stay, when another begins.
const PATIENCE_SECS: f64 = 0.25;

/// What is looked at: the page changes it in place, and every report is of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LookAt {
    /// The first colour of the sequence that the networks are asked about.
    pub colour: [f64; 3],
    /// The cell whose insides are looked at.
    pub cell: CellKind,
    /// The gates that are held.
    pub held: HeldGates,
    /// The unit of it that is open, from 1.
    pub unit: Option<usize>,
}

impl Default for LookAt {
    /// A purple, since blue and orange are Explore's.
    fn default() -> Self {
        Self { colour: [0.0, -0.5, 0.5], cell: CellKind::Lstm, held: HeldGates::default(), unit: None }
    }
}

/// Everything about the training that outlives a frame; the race itself is in the settings, which a
/// restart keeps.
pub struct Training {
    /// What is looked at.
    pub look_at: LookAt,
    /// The horizon: how far back each cell learns to remember.
    pub sweep: Sweep,
    /// The unit under the pointer, from 1, as of the last frame.
    pub pointed: Option<usize>,
    /// The step of the asked sequence that is looked at.
    pub playback: Playback,
    /// The cells as they stand, in the race's order; empty before anything has arrived.
    pub learners: Vec<Learner>,
    /// The training steps done.
    pub steps: usize,
    /// For how long the cells have been at it.
    pub elapsed_secs: f64,
    is_running: bool,
    /// The training steps after which it rests by itself.
    until: Option<usize>,
    runner: Option<Runner>,
    /// What the thread was told last.
    begun: Option<Race>,
    told_to_look_at: Option<LookAt>,
    /// How many commands were told, how many had been heard at the last report, and how many had
    /// been told when the race began.
    told: u64,
    heard: u64,
    begun_at: u64,
    /// Steps that were asked for one by one and had not been done then.
    owed: usize,
    /// How many reports have arrived.
    reports: u64,
    /// Whether the race began anew because its settings changed.
    was_changed: bool,
    /// When the race began, by the window's clock.
    began_secs: f64,
}

impl Training {
    /// Nothing has begun.
    #[must_use]
    pub fn new(race: &Race) -> Self {
        Self {
            look_at: LookAt::default(),
            sweep: Sweep::default(),
            pointed: None,
            playback: Playback::resting_at(race.shared.length),
            learners: Vec::new(),
            steps: 0,
            elapsed_secs: 0.0,
            is_running: false,
            until: None,
            runner: None,
            begun: None,
            told_to_look_at: None,
            told: 0,
            heard: 0,
            begun_at: 0,
            owed: 0,
            reports: 0,
            was_changed: false,
            began_secs: 0.0,
        }
    }

    /// Whether nothing has come yet of the race that was set up last.
    #[must_use]
    pub fn is_beginning(&self) -> bool {
        self.heard < self.begun_at
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// Whether something that was asked for has yet to come back, besides a training that runs.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        self.heard < self.told || self.owed > 0
    }

    /// Whether the race began anew because its settings changed.
    #[must_use]
    pub fn was_changed(&self) -> bool {
        self.was_changed && self.steps == 0
    }

    /// Another for every report that has arrived.
    #[must_use]
    pub fn serial(&self) -> u64 {
        self.reports
    }

    /// A cell of the race, once something is known of it.
    #[must_use]
    pub fn learner(&self, kind: CellKind) -> Option<&Learner> {
        self.learners.iter().find(|learner| learner.kind == kind)
    }

    /// Takes what has arrived.
    ///
    /// While a slider is dragged the pictures of the race before stay, so that nothing flickers; what
    /// takes longer to come is not waited for with pictures of something else.
    pub fn collect(&mut self, ctx: &Context) {
        self.sweep.collect(ctx);
        let report = self.runner.as_mut().and_then(|runner| runner.collect(ctx));
        // What is of an earlier race says nothing about this one.
        if let Some(report) = report.filter(|report| report.heard >= self.begun_at) {
            self.take(report);
        }
        if self.is_beginning() && !self.learners.is_empty() {
            let waited = ctx.input(|input| input.time) - self.began_secs;
            if waited > PATIENCE_SECS {
                self.learners.clear();
            } else {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(PATIENCE_SECS));
            }
        }
    }

    fn take(&mut self, report: Report) {
        self.reports += 1;
        if self.heard < self.begun_at {
            self.learners.clear();
        }
        (self.heard, self.owed) = (report.heard, report.owed);
        (self.steps, self.elapsed_secs) = (report.steps, report.elapsed_secs);
        for cell in report.cells {
            match self.learners.iter_mut().find(|learner| learner.kind == cell.kind) {
                Some(learner) => learner.take(cell),
                None => self.learners.push(Learner::of(cell)),
            }
        }
        let is_over = self.until.is_some_and(|until| self.steps >= until);
        if is_over || self.learners.iter().all(|learner| learner.latest.wrong.is_some()) {
            self.is_running = false;
        }
    }

    /// Tells the thread what has changed: another race begins anew and rests.
    pub fn follow(&mut self, ctx: &Context, race: &Race) {
        if self.begun.as_ref() != Some(race) {
            let had_steps = self.begun.is_some() && (self.steps > 0 || self.was_changed);
            self.begin(ctx, race);
            self.was_changed = had_steps;
        }
        if self.told_to_look_at != Some(self.look_at) {
            self.told_to_look_at = Some(self.look_at);
            self.tell(ctx, Command::LookAt(self.look_at));
        }
    }

    /// Begins a race anew; it rests before its first step.
    fn begin(&mut self, ctx: &Context, race: &Race) {
        self.run(ctx, false);
        (self.steps, self.elapsed_secs, self.was_changed) = (0, 0.0, false);
        self.playback.fit(race.shared.length);
        let LookAt { cell, unit, held, .. } = &mut self.look_at;
        if !race.cells.contains(cell) {
            *cell = race.cells.last().copied().unwrap_or(CellKind::Lstm);
            *unit = None;
        }
        *unit = unit.filter(|unit| *unit <= race.shared.hidden_size);
        *held = HeldGates::default();
        self.tell(ctx, Command::Begin(Box::new(race.clone())));
        self.begun_at = self.told;
        self.began_secs = ctx.input(|input| input.time);
        self.begun = Some(race.clone());
    }

    /// Begins the same race anew, seed and all.
    pub fn reset(&mut self, ctx: &Context) {
        if let Some(race) = self.begun.clone() {
            self.begin(ctx, &race);
        }
    }

    /// Closes the horizon, or else the unit that is open.
    pub fn leave_insides(&mut self) {
        if self.sweep.is_open {
            self.sweep.is_open = false;
        } else {
            self.look_at.unit = None;
        }
    }

    /// Rests by itself once so many training steps are done.
    pub fn rest_at(&mut self, ctx: &Context, steps: usize) {
        self.until = Some(steps);
        self.tell(ctx, Command::Until(self.until));
    }

    /// Rests, if it runs.
    pub fn rest(&mut self, ctx: &Context) {
        self.run(ctx, false);
    }

    /// Runs, or rests.
    pub fn run(&mut self, ctx: &Context, runs: bool) {
        if self.is_running != runs {
            self.is_running = runs;
            self.tell(ctx, Command::Run(runs));
        }
    }

    /// Rests, and does one training step.
    pub fn step_once(&mut self, ctx: &Context) {
        if self.is_running {
            self.run(ctx, false);
        } else {
            self.tell(ctx, Command::Once);
        }
    }

    fn tell(&mut self, ctx: &Context, command: Command) {
        self.told += 1;
        self.runner.get_or_insert_with(|| Runner::start(ctx)).tell(command);
        ctx.request_repaint();
    }
}
