//! The horizon: how far back a network learns to recall, by cell and by how its weights begin.
//!
//! One point is one whole training run: the recall error of a racer (a cell with its start) after so
//! many training steps at one sequence length T, for one seed. A curve of them over T says up to
//! where that racer learns the task; it is the start's as much as the cell's.

mod racer;
mod reach;
mod request;

pub use racer::{RACERS, Racer, UnknownRacer};
pub use reach::{medians, reach};
pub use request::{HORIZON_LENGTHS, HORIZON_SEEDS, HORIZON_STEPS, HorizonRequest};

use std::mem;

use rayon::prelude::*;

use super::{Setup, Trainer};
use crate::engine::EngineError;
use crate::engine::cell::HeldGates;
use crate::engine::work::Work;

/// A slice takes each running network about this many floating-point operations further: at thirty
/// thousand million a second, three milliseconds.
const OPERATIONS_A_SLICE: f64 = 1e8;

/// One finished training run.
#[derive(Debug, Clone, PartialEq)]
pub struct HorizonPoint {
    /// The run.
    pub setup: Setup,
    /// The training steps that it was to take.
    pub steps: usize,
    /// How it ended; the error is that of a training that left the range of a float.
    pub outcome: Result<Outcome, EngineError>,
}

/// How a training run ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The recall error after the last training step.
    pub error: f64,
    /// The first training step at which it was measured below [`SOLVED`](super::SOLVED).
    pub solved_at: Option<usize>,
    /// The error of always answering grey, on the same sequences.
    pub grey: f64,
}

/// Many training runs, as many at once as there are threads.
///
/// A run depends on its setup alone, so that every point is the same whatever runs beside it, on
/// any number of threads. Short runs come first: a chart fills from the left. Dropping it cancels;
/// what has finished can be read at any time.
pub struct Horizon {
    runs: Vec<Setup>,
    steps: usize,
    /// The places of `runs` that have not begun, the next one last.
    waiting: Vec<usize>,
    running: Vec<Run>,
    /// One for each of `runs`, once it has finished.
    points: Vec<Option<HorizonPoint>>,
}

/// A run that has begun.
struct Run {
    at: usize,
    setup: Setup,
    trainer: Option<Trainer>,
    /// Training steps still to take.
    left: usize,
    outcome: Option<Result<Outcome, EngineError>>,
}

impl Horizon {
    /// These runs, `steps` training steps each.
    ///
    /// # Errors
    /// As [`Setup::check`] for each of them; [`EngineError::Range`] for no training step.
    pub fn new(runs: Vec<Setup>, steps: usize) -> Result<Self, EngineError> {
        runs.iter().try_for_each(Setup::check)?;
        if steps == 0 {
            return Err(EngineError::Range { what: "training steps", value: 0.0, allowed: "at least 1" });
        }
        let mut waiting: Vec<usize> = (0..runs.len()).collect();
        let operations: Vec<f64> = runs.iter().map(operations).collect();
        let cost = |at: &usize| operations.get(*at).copied().unwrap_or_default();
        waiting.sort_by(|a, b| cost(b).total_cmp(&cost(a)).then(b.cmp(a)));
        let points = vec![None; runs.len()];
        Ok(Self { runs, steps, waiting, running: Vec::new(), points })
    }

    /// The points that there are so far, in the order of the runs.
    pub fn finished(&self) -> impl Iterator<Item = &HorizonPoint> {
        self.points.iter().flatten()
    }

    /// How many runs there are, finished or not.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.runs.len()
    }

    /// Begins runs until each thread has one.
    fn begin(&mut self) {
        while self.running.len() < rayon::current_num_threads() {
            let Some(at) = self.waiting.pop() else { return };
            let Some(setup) = self.runs.get(at).copied() else { continue };
            self.running.push(Run { at, setup, trainer: None, left: self.steps, outcome: None });
        }
    }

    /// Puts the finished runs among the points.
    fn collect(&mut self) {
        for mut run in mem::take(&mut self.running) {
            match (run.outcome.take(), self.points.get_mut(run.at)) {
                (Some(outcome), Some(point)) => {
                    *point = Some(HorizonPoint { setup: run.setup, steps: self.steps, outcome });
                }
                _ => self.running.push(run),
            }
        }
    }
}

impl Work for Horizon {
    /// One point a run, in the order of the runs.
    type Output = Vec<HorizonPoint>;

    fn step(&mut self) -> Option<Self::Output> {
        self.begin();
        self.running.par_iter_mut().for_each(Run::slice);
        self.collect();
        let done = self.running.is_empty() && self.waiting.is_empty();
        done.then(|| mem::take(&mut self.points).into_iter().flatten().collect())
    }

    fn progress(&self) -> f32 {
        let all: f64 = self.runs.iter().map(operations).sum();
        let whole: f64 = self.finished().map(|point| operations(&point.setup)).sum();
        #[expect(clippy::cast_precision_loss, reason = "some thousands of training steps")]
        let part = |run: &Run| operations(&run.setup) * (1.0 - run.left as f64 / self.steps as f64);
        let begun: f64 = self.running.iter().map(part).sum();
        #[expect(clippy::cast_possible_truncation, reason = "a part of a progress bar")]
        let share = if all > 0.0 { ((whole + begun) / all) as f32 } else { 1.0 };
        share
    }
}

impl Run {
    /// Some training steps further; at the end, or at the first error, there is an outcome.
    fn slice(&mut self) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, from 1 on")]
        let steps = (OPERATIONS_A_SLICE / operations(&self.setup)).max(1.0) as usize;
        if let Err(wrong) = self.train(steps.min(self.left)) {
            self.outcome = Some(Err(wrong));
        }
    }

    fn train(&mut self, steps: usize) -> Result<(), EngineError> {
        let trainer = match &mut self.trainer {
            Some(trainer) => trainer,
            none => none.insert(Trainer::new(self.setup)?),
        };
        for _ in 0..steps {
            trainer.step()?;
        }
        self.left -= steps;
        if self.left == 0 {
            // The last of the curve may be some training steps old.
            let error = trainer.recall_error_held(&HeldGates::default())?;
            self.outcome = Some(Ok(Outcome { error, solved_at: trainer.solved_at(), grey: trainer.grey() }));
        }
        Ok(())
    }
}

/// About how many floating-point operations one training step takes: three products of R rows with
/// the 8 + H columns of x, the bias and h, for each of T·B steps.
#[expect(clippy::cast_precision_loss, reason = "sizes are small")]
fn operations(setup: &Setup) -> f64 {
    let rows = setup.kind.blocks() * setup.hidden_size;
    6.0 * (setup.length * setup.batch) as f64 * (rows * (8 + setup.hidden_size)) as f64
}

#[cfg(test)]
mod tests {
    use rayon::ThreadPoolBuilder;

    use super::{Horizon, HorizonPoint, HorizonRequest};
    use crate::engine::EngineError;
    use crate::engine::training::{Setup, Trainer};
    use crate::engine::work::{Work, finish};

    /// A small horizon: every racer, two seeds, three lengths.
    fn request() -> HorizonRequest {
        let setup = Setup { hidden_size: 4, batch: 4, ..Setup::default() };
        HorizonRequest { lengths: vec![7, 2, 5], seeds: vec![3, 1], steps: 25, setup, ..HorizonRequest::default() }
    }

    fn horizon() -> Horizon {
        Horizon::new(request().runs(), request().steps).unwrap()
    }

    fn on_threads(threads: usize) -> Vec<HorizonPoint> {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| finish(horizon()))
    }

    #[test]
    fn every_point_is_its_run_trained_to_the_end() {
        let points = on_threads(1);
        assert_eq!(points.iter().map(|point| point.setup).collect::<Vec<_>>(), request().runs());
        for point in points {
            let mut trainer = Trainer::new(point.setup).unwrap();
            (0..25).for_each(|_| trainer.step().unwrap());
            let outcome = point.outcome.unwrap();
            assert_eq!(outcome.error.to_bits(), trainer.recall_error_held(&Default::default()).unwrap().to_bits());
            assert_eq!((outcome.solved_at, outcome.grey), (trainer.solved_at(), trainer.grey()));
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        assert_eq!(on_threads(1), on_threads(3));
    }

    #[test]
    fn what_has_finished_can_be_read_and_short_runs_finish_first() {
        let mut horizon = horizon();
        let (mut progress, mut seen) = (0.0, Vec::new());
        assert_eq!((horizon.progress(), horizon.finished().count()), (0.0, 0));
        let points = loop {
            if let Some(points) = horizon.step() {
                break points;
            }
            assert!(horizon.progress() > progress && horizon.progress() <= 1.0);
            progress = horizon.progress();
            let new = horizon.finished().filter(|point| !seen.contains(*point)).cloned().collect::<Vec<_>>();
            seen.extend(new);
        };
        assert!(seen.iter().all(|point| points.contains(point)));
        assert!(seen.first().unwrap().setup.length < seen.last().unwrap().setup.length);
    }

    #[test]
    fn what_cannot_be_trained_is_refused_before_it_begins() {
        let wrong = Horizon::new(vec![Setup { hidden_size: 0, ..Setup::default() }], 10).err();
        assert!(matches!(wrong, Some(EngineError::Range { what: "H", .. })));
        assert!(matches!(Horizon::new(vec![Setup::default()], 0).err(), Some(EngineError::Range { .. })));
    }

    #[test]
    fn nothing_to_do_is_done() {
        let mut nothing = Horizon::new(vec![], 10).unwrap();
        assert_eq!((nothing.progress(), nothing.step()), (1.0, Some(vec![])));
    }
}
