//! What comes back from the training, and what the page draws of it.

use egui_plot::PlotPoint;

use crate::engine::EngineError;
use crate::engine::cell::CellKind;
use crate::engine::training::{Evaluated, Probe};
use crate::gui::computed::runs;
use crate::gui::thinned::thinned;
use crate::gui::widget::time_plot::Runs;
use crate::scene::TrainedUnit;

/// How a race stands.
pub struct Report {
    /// How many commands had been heard.
    pub heard: u64,
    /// Training steps that were asked for and are not done yet.
    pub owed: usize,
    /// The training steps that all cells have done.
    pub steps: usize,
    /// For how long they have been at it.
    pub elapsed_secs: f64,
    /// The cells, in the race's order.
    pub cells: Vec<CellReport>,
}

/// How a cell stands.
pub struct CellReport {
    /// The cell.
    pub kind: CellKind,
    /// The recall errors that were measured since the last report.
    pub fresh: Vec<Evaluated>,
    /// What follows from the model as it is now.
    pub latest: Latest,
}

/// What follows from a cell's model as it is now.
pub struct Latest {
    /// The step at which the task was solved.
    pub solved_at: Option<usize>,
    /// The error of always answering grey.
    pub grey: f64,
    /// ‖∂L/∂h_t‖ of the last batch; of no batch, nothing.
    pub signal: Vec<f64>,
    /// How many training steps the cell does in a second of its own, once that was measured.
    pub steps_per_second: Option<f64>,
    /// What the model does along the sequence with the colour that was asked for.
    pub probe: Result<Probe, EngineError>,
    /// The mean squared error of its last answer.
    pub answer_error: f64,
    /// The recall error with the gates held that are to be held, if any.
    pub held_error: Option<f64>,
    /// The unit that is looked at.
    pub unit: Option<TrainedUnit>,
    /// Why it learns no more.
    pub wrong: Option<EngineError>,
}

/// A cell of the race as the page draws it.
pub struct Learner {
    /// The cell.
    pub kind: CellKind,
    /// Every recall error that was measured.
    pub curve: Vec<Evaluated>,
    /// log₁₀ of them over training steps, in few points and those that came since.
    pub drawn: Runs,
    /// How many of them the few points stand for.
    thinned: usize,
    /// log₁₀ of ‖∂L/∂h_t‖ over t.
    pub signal: Runs,
    /// The last step at which it is 0, which no log axis holds.
    pub signal_ends: Option<usize>,
    /// The units, the longest-lived first where they have half-lives, each from 0.
    pub order: Vec<usize>,
    /// What follows from its model.
    pub latest: Latest,
}

impl Latest {
    /// Of a model that there is not.
    #[must_use]
    pub fn of_none(wrong: EngineError) -> Self {
        Self {
            solved_at: None,
            grey: f64::NAN,
            signal: Vec::new(),
            steps_per_second: None,
            probe: Err(wrong.clone()),
            answer_error: f64::NAN,
            held_error: None,
            unit: None,
            wrong: Some(wrong),
        }
    }
}

impl Learner {
    /// A cell of which nothing is known yet but this.
    #[must_use]
    pub fn of(report: CellReport) -> Self {
        let CellReport { kind, fresh, latest } = report;
        let mut learner = Self {
            kind,
            curve: Vec::new(),
            drawn: vec![Vec::new()],
            thinned: 0,
            signal: Vec::new(),
            signal_ends: None,
            order: Vec::new(),
            latest,
        };
        learner.follow(fresh);
        learner
    }

    /// Takes what has come since.
    pub fn take(&mut self, report: CellReport) {
        self.latest = report.latest;
        self.follow(report.fresh);
    }

    fn follow(&mut self, fresh: Vec<Evaluated>) {
        if let Some(run) = self.drawn.last_mut() {
            run.extend(fresh.iter().filter_map(point));
        }
        self.curve.extend(fresh);
        if self.curve.len() > self.thinned + self.thinned / STRETCH {
            self.drawn = thinned(&vec![self.curve.iter().filter_map(point).collect()], usize::MAX);
            self.thinned = self.curve.len();
        }
        self.signal = runs(self.latest.signal.iter().map(|norm| log(*norm)));
        self.signal_ends = self.latest.signal.iter().rposition(|norm| *norm == 0.0).map(|row| row + 1);
        self.order = self.latest.probe.as_ref().map_or_else(|_| Vec::new(), longest_lived_first);
    }

    /// The latest recall error, and the training step that it is of.
    #[must_use]
    pub fn latest_error(&self) -> Option<Evaluated> {
        self.curve.last().copied()
    }
}

/// The whole curve is gone through again when it has grown by this part, about a pixel of a plot: so a
/// long training is drawn as fast as a short one.
const STRETCH: usize = 500;

/// A recall error on a log axis; 0 has no place there.
fn point(evaluated: &Evaluated) -> Option<PlotPoint> {
    #[expect(clippy::cast_precision_loss, reason = "a number of training steps, on a screen")]
    let step = evaluated.step as f64;
    Some(PlotPoint::new(step, log(evaluated.error)?))
}

fn log(value: f64) -> Option<f64> {
    (value > 0.0).then(|| value.log10())
}

/// The units by half-life; those of a cell without half-lives as they are.
fn longest_lived_first(probe: &Probe) -> Vec<usize> {
    let mut order: Vec<usize> = (0..probe.trace.hidden_size()).collect();
    let half_life = |unit: &usize| probe.half_lives.get(*unit).copied().unwrap_or_default();
    order.sort_by(|a, b| half_life(b).total_cmp(&half_life(a)));
    order
}
