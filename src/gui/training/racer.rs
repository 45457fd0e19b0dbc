//! One cell of a race: its trainer, its own time, and what it has told.

use std::time::Duration;

use super::LookAt;
use super::report::{CellReport, Latest};
use super::server::now;
use crate::engine::EngineError;
use crate::engine::cell::{CellKind, HeldGates};
use crate::engine::training::{Probe, Setup, Trainer};
use crate::scene::TrainedUnit;

/// A time shorter than this says nothing about a speed.
const MEASURED_OVER: Duration = Duration::from_millis(50);
/// The recall error with gates held takes as long as some training steps: at most so often while
/// the training goes on.
const HELD_EVERY: Duration = Duration::from_millis(250);

/// A cell that learns.
pub struct Racer {
    kind: CellKind,
    trainer: Result<Box<Trainer>, EngineError>,
    /// Why it learns no more.
    wrong: Option<EngineError>,
    /// Since the speed was measured last: its own time, and the steps in it.
    spent: (Duration, usize),
    steps_per_second: Option<f64>,
    /// How much of the curve has been told.
    told: usize,
    held: Option<Held>,
}

/// A recall error with gates held.
struct Held {
    gates: HeldGates,
    error: Option<f64>,
    /// The training step that it is of, and when it was measured.
    steps: usize,
    at: web_time::Instant,
}

impl Racer {
    /// Before its first step.
    pub fn new(setup: Setup) -> Self {
        let trainer = Trainer::new(setup).map(Box::new);
        let wrong = trainer.as_ref().err().cloned();
        Self {
            kind: setup.kind,
            trainer,
            wrong,
            spent: (Duration::ZERO, 0),
            steps_per_second: None,
            told: 0,
            held: None,
        }
    }

    /// The training steps done.
    pub fn steps(&self) -> usize {
        self.trainer.as_ref().map_or(0, |trainer| trainer.steps_done())
    }

    /// Whether it learns no more.
    pub fn is_out(&self) -> bool {
        self.wrong.is_some()
    }

    /// One training step, unless something went wrong before.
    pub fn step(&mut self) {
        let (Ok(trainer), None) = (&mut self.trainer, &self.wrong) else { return };
        let begun = now();
        self.wrong = trainer.step().err();
        self.spent.0 += begun.elapsed();
        self.spent.1 += 1;
    }

    /// How it stands.
    pub fn report(&mut self, look_at: &LookAt) -> CellReport {
        self.measure_speed();
        let held_error = self.held_error(&look_at.held);
        let (kind, wrong, steps_per_second) = (self.kind, self.wrong.clone(), self.steps_per_second);
        let trainer = match &self.trainer {
            Ok(trainer) => trainer,
            Err(error) => return CellReport { kind, fresh: Vec::new(), latest: Latest::of_none(error.clone()) },
        };
        let fresh = trainer.curve().get(self.told..).unwrap_or_default().to_vec();
        self.told = trainer.curve().len();
        let setup = trainer.setup();
        let x = setup.task().probe(look_at.colour, setup.seed);
        let probe = Probe::of(trainer.model(), x.view(), look_at.held);
        let answer_error = probe.as_ref().map_or(f64::NAN, |probe| probe.answer_error(look_at.colour));
        let unit = look_at.unit.filter(|_| look_at.cell == kind).and_then(|unit| {
            let probe = probe.as_ref().ok()?;
            TrainedUnit::of(trainer.model(), probe, &look_at.held, unit)
        });
        let latest = Latest {
            solved_at: trainer.solved_at(),
            grey: trainer.grey(),
            signal: if trainer.loss().is_some() { trainer.signal().to_vec() } else { Vec::new() },
            steps_per_second,
            probe,
            answer_error,
            held_error,
            unit,
            wrong,
        };
        CellReport { kind, fresh, latest }
    }

    /// Its own speed: steps against the time that it spent on them, wherever the others were.
    fn measure_speed(&mut self) {
        let (time, steps) = self.spent;
        if time >= MEASURED_OVER {
            #[expect(clippy::cast_precision_loss, reason = "a few thousand steps")]
            let speed = steps as f64 / time.as_secs_f64();
            self.steps_per_second = Some(speed);
            self.spent = (Duration::ZERO, 0);
        }
    }

    /// The recall error with these gates held; none where none of this cell's is.
    fn held_error(&mut self, gates: &HeldGates) -> Option<f64> {
        if !holds(self.kind, gates) {
            self.held = None;
            return None;
        }
        let trainer = self.trainer.as_mut().ok()?;
        let steps = trainer.steps_done();
        if let Some(held) = self.held.as_ref().filter(|held| held.gates == *gates)
            && (held.steps == steps || held.at.elapsed() < HELD_EVERY)
        {
            return held.error;
        }
        let error = trainer.recall_error_held(gates).ok();
        self.held = Some(Held { gates: *gates, error, steps, at: now() });
        error
    }
}

/// Whether any gate of that cell is held.
fn holds(kind: CellKind, gates: &HeldGates) -> bool {
    match kind {
        CellKind::Rnn => false,
        CellKind::Lstm => [gates.lstm.i, gates.lstm.f, gates.lstm.o].iter().any(Option::is_some),
        CellKind::Gru => [gates.gru.r, gates.gru.z].iter().any(Option::is_some),
    }
}
