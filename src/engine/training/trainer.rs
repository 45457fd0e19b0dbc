//! A training run: one cell learns to recall the first paint, a step at a time.

use fearless_simd::Level;

use super::{Adam, Batch, EVALUATE_EVERY, SOLVED, Setup, clip, gradient_norm, initialise};
use crate::engine::cell::HeldGates;
use crate::engine::kernel::batch::BatchKernel;
use crate::engine::network::Model;
use crate::engine::{EngineError, NotFinite};

/// A recall error on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evaluated {
    /// The training steps done by then.
    pub step: usize,
    /// The mean squared error on the [`EVALUATED`](super::EVALUATED) fixed sequences.
    pub error: f64,
}

/// A network that learns.
///
/// One training step is a fresh batch, the mean squared error of the readout at step T, its gradients
/// by backpropagation through time, clipping by their norm, and Adam. It runs in f32 through
/// [`BatchKernel`]; the plain form, and the truth, is [`loss_and_gradient`](super::loss_and_gradient).
///
/// Equal setups give equal bits on one machine and instruction set, whenever and beside whatever
/// they run: a run is one sum after the other, and each step's draws are a stream of their own.
/// After [`Trainer::new`] a step allocates nothing.
#[derive(Debug, Clone)]
pub struct Trainer {
    setup: Setup,
    model: Model<f32>,
    gradient: Model<f32>,
    adam: Adam<f32>,
    kernel: BatchKernel,
    batch: Batch<f32>,
    evaluation: Batch<f32>,
    steps_done: usize,
    loss: Option<f64>,
    signal: Vec<f64>,
    curve: Vec<Evaluated>,
    solved_at: Option<usize>,
}

impl Trainer {
    /// A run that has not begun, on the best instruction set of this processor.
    ///
    /// # Errors
    /// As [`Setup::check`].
    pub fn new(setup: Setup) -> Result<Self, EngineError> {
        Self::on(Level::new(), setup)
    }

    /// A run on one instruction set.
    ///
    /// # Errors
    /// As [`Setup::check`].
    pub fn on(level: Level, setup: Setup) -> Result<Self, EngineError> {
        setup.check()?;
        let model = initialise(&setup);
        let task = setup.task();
        let mut trainer = Self {
            setup,
            gradient: model.clone(),
            adam: Adam::new(&model, setup.learning_rate),
            kernel: BatchKernel::new(level, &model, setup.length, setup.batch),
            batch: Batch::zeros(setup.batch, setup.length),
            evaluation: task.evaluation(),
            steps_done: 0,
            loss: None,
            signal: vec![0.0; setup.length],
            curve: Vec::new(),
            solved_at: None,
            model,
        };
        trainer.evaluate()?;
        Ok(trainer)
    }

    /// What the run is.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// One training step; after every [`EVALUATE_EVERY`] of them the recall error is measured.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] names the loss or the tensor whose gradient stopped being finite, and
    /// the training step. The model stays as it was before.
    pub fn step(&mut self) -> Result<(), EngineError> {
        let step = self.steps_done + 1;
        self.setup.task().batch_into(self.setup.seed, step as u64, &mut self.batch);
        let (x, target) = (self.batch.x.view(), self.batch.target.view());
        let loss = self.kernel.loss_and_gradient(&self.model, x, target, &mut self.gradient);
        let norm = gradient_norm(&self.gradient);
        if !loss.is_finite() || !norm.is_finite() {
            return Err(NotFinite { step: Some(step), ..diverged(loss, &self.gradient) }.into());
        }
        clip(&mut self.gradient, norm, self.setup.clip as f32);
        self.adam.update(&mut self.model, &self.gradient);
        self.loss = Some(loss);
        self.signal.copy_from_slice(self.kernel.signal());
        self.steps_done = step;
        if step.is_multiple_of(EVALUATE_EVERY) { self.evaluate() } else { Ok(()) }
    }

    /// The training steps done.
    #[must_use]
    pub fn steps_done(&self) -> usize {
        self.steps_done
    }

    /// The recall errors so far, from before the first training step on.
    #[must_use]
    pub fn curve(&self) -> &[Evaluated] {
        &self.curve
    }

    /// The recall error measured last.
    #[must_use]
    pub fn recall_error(&self) -> f64 {
        self.curve.last().map_or(f64::NAN, |last| last.error)
    }

    /// The training step at which the recall error was first below [`SOLVED`].
    #[must_use]
    pub fn solved_at(&self) -> Option<usize> {
        self.solved_at
    }

    /// The recall error of always answering grey, on the same sequences.
    #[must_use]
    pub fn grey(&self) -> f64 {
        self.evaluation.grey_error()
    }

    /// The mean squared error on the last step's batch, before that step.
    #[must_use]
    pub fn loss(&self) -> Option<f64> {
        self.loss
    }

    /// `‖∂L/∂h_t‖` over t, of the last step's batch: the learning signal, all of what reaches h_t, over
    /// all units and sequences. `[T]`, zeros before the first training step.
    #[must_use]
    pub fn signal(&self) -> &[f64] {
        &self.signal
    }

    /// The network as it is now.
    #[must_use]
    pub fn model(&self) -> &Model<f32> {
        &self.model
    }

    /// The recall error with gates held: an ablation of the network as it is now.
    ///
    /// # Errors
    /// [`EngineError::Range`] or [`EngineError::NotFinite`] for a held value that is none.
    pub fn recall_error_held(&mut self, held: &HeldGates) -> Result<f64, EngineError> {
        held.check()?;
        let (x, target) = (self.evaluation.x.view(), self.evaluation.target.view());
        Ok(self.kernel.error(&self.model, held, x, target))
    }

    /// Measures the recall error.
    fn evaluate(&mut self) -> Result<(), EngineError> {
        let error = self.recall_error_held(&HeldGates::default())?;
        let step = self.steps_done;
        if !error.is_finite() {
            return Err(NotFinite { tensor: "recall error", index: vec![], step: Some(step), value: error }.into());
        }
        self.curve.push(Evaluated { step, error });
        if error < SOLVED {
            self.solved_at.get_or_insert(step);
        }
        Ok(())
    }
}

/// What of a training step is not finite: the loss, a tensor's gradient, or only their norm.
fn diverged(loss: f64, gradient: &Model<f32>) -> NotFinite {
    if !loss.is_finite() {
        return NotFinite { tensor: "loss", index: vec![], step: None, value: loss };
    }
    let norm = NotFinite { tensor: "gradient norm", index: vec![], step: None, value: f64::INFINITY };
    gradient.not_finite().unwrap_or(norm)
}

#[cfg(test)]
mod tests {
    use super::{Setup, Trainer};
    use crate::engine::{EngineError, NotFinite};

    #[test]
    fn what_is_not_finite_is_named_with_its_step_and_changes_nothing() {
        let mut trainer = Trainer::new(Setup { length: 3, hidden_size: 2, ..Setup::default() }).unwrap();
        trainer.step().unwrap();
        trainer.model.readout_bias[1] = 1e30;
        let before = trainer.clone();
        for _ in 0..2 {
            match trainer.step() {
                Err(EngineError::NotFinite(NotFinite { tensor: "loss", step: Some(2), value, .. })) => {
                    assert_eq!(value, f64::INFINITY);
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(trainer.model(), before.model());
        assert_eq!((trainer.steps_done(), trainer.loss()), (1, before.loss()));
    }
}
