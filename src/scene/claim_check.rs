//! Reading a number off a run, and whether what a scene claims of itself is true.

use ndarray::Array2;
use thiserror::Error;

use super::{Claim, ClaimNetwork, ClaimQuantity, Reading, Run, Scene};
use crate::engine::EngineError;
use crate::engine::survival::{Gradient, Left, OneUnit, TellApart, half_life_of};
use crate::engine::work::finish;

/// What became of a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Checked {
    /// The number that it is about.
    pub value: f64,
    /// Whether it is as claimed.
    pub holds: bool,
}

/// Why a claim has no number to check.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum NoValue {
    /// The step is beyond the end of the sequence.
    #[error("step {step} is not in the sequence; it has steps 1 to {length}")]
    Step {
        /// The step that the claim names.
        step: usize,
        /// The sequence length T.
        length: usize,
    },
    /// There is no ratio: the step is before the message, or nothing got in.
    #[error("{quantity} has no number at step {step}: nothing got in, or the message comes later")]
    NothingGotIn {
        /// The quantity.
        quantity: ClaimQuantity,
        /// The step that the claim names.
        step: usize,
    },
    /// There is no gradient: the step is before the message, or it had stopped being finite.
    #[error("{quantity} has no number at step {step}: it is not finite, or the message comes later")]
    NoGradient {
        /// The quantity.
        quantity: ClaimQuantity,
        /// The step that the claim names.
        step: usize,
    },
    /// The network lacks the quantity; a claim that was read from text never says so.
    #[error("{network} has no {quantity}, or no step was named")]
    NotThere {
        /// The network.
        network: ClaimNetwork,
        /// The quantity.
        quantity: ClaimQuantity,
    },
    /// The engine did not compute.
    #[error(transparent)]
    Engine(#[from] EngineError),
}

impl Claim {
    /// Checks the claim on a scene and its run, `Run::of(scene)`. Of several steps it gives the one
    /// at which it fails most, or holds least.
    ///
    /// `tell_apart` runs the scene 4,000 times more; everything else stands in the run already.
    ///
    /// # Errors
    /// [`NoValue`] when there is no such number.
    pub fn check(&self, scene: &Scene, run: &Run) -> Result<Checked, NoValue> {
        let values = self.reading.values(scene, run)?;
        let worst = |a: &f64, b: &f64| self.test.beyond(*a).total_cmp(&self.test.beyond(*b));
        let value = values.into_iter().max_by(worst).ok_or_else(|| self.reading.not_there())?;
        Ok(Checked { value, holds: self.test.holds(value) })
    }
}

impl Reading {
    /// The numbers that it reads off a scene and its run, `Run::of(scene)`: one a step.
    ///
    /// # Errors
    /// [`NoValue`] when there is no such number.
    pub fn values(&self, scene: &Scene, run: &Run) -> Result<Vec<f64>, NoValue> {
        match self.steps {
            None => Ok(vec![self.single(scene, run)?]),
            Some(steps) => (steps.first..=steps.last).map(|step| self.at(run, step)).collect(),
        }
    }

    /// The number at a step, from 1.
    fn at(&self, run: &Run, step: usize) -> Result<f64, NoValue> {
        if !(1..=run.length()).contains(&step) {
            return Err(NoValue::Step { step, length: run.length() });
        }
        match self.network {
            ClaimNetwork::Rnn => self.rnns(run, step),
            ClaimNetwork::Lstm => self.lstms(run, step),
        }
    }

    /// A number without steps.
    fn single(&self, scene: &Scene, run: &Run) -> Result<f64, NoValue> {
        match (self.network, self.quantity) {
            (ClaimNetwork::Rnn, ClaimQuantity::GotIn) => Ok(run.rnn.blue.got_in),
            (ClaimNetwork::Lstm, ClaimQuantity::GotIn) => Ok(run.lstm.blue.got_in),
            (ClaimNetwork::Rnn, ClaimQuantity::TellApart) => tell_apart(OneUnit::Rnn(scene.rnn), scene),
            (ClaimNetwork::Lstm, ClaimQuantity::TellApart) => tell_apart(OneUnit::Lstm(scene.lstm, scene.held), scene),
            // S₀ is grey: at step 1 there is nothing to forget.
            (ClaimNetwork::Lstm, ClaimQuantity::HalfLife) => Ok(half_life_of(run.lstm.trace.f.iter().skip(1).copied())),
            _ => Err(self.not_there()),
        }
    }

    /// A number of the RNN at a step.
    fn rnns(&self, run: &Run, step: usize) -> Result<f64, NoValue> {
        let rnn = &run.rnn;
        match self.quantity {
            ClaimQuantity::Blue => self.blue(&rnn.blue, step),
            ClaimQuantity::BlueLeft => self.ratio(rnn.blue.ratio(step), step),
            ClaimQuantity::ShadeLeft => self.ratio(rnn.shade_left(step), step),
            ClaimQuantity::Gradient => self.gradient(&rnn.gradient, step),
            ClaimQuantity::H => self.traced(&rnn.trace.h, step),
            _ => Err(self.not_there()),
        }
    }

    /// A number of the LSTM at a step.
    fn lstms(&self, run: &Run, step: usize) -> Result<f64, NoValue> {
        let lstm = &run.lstm;
        match self.quantity {
            ClaimQuantity::Blue => self.blue(&lstm.blue, step),
            ClaimQuantity::BlueLeft => self.ratio(lstm.blue.ratio(step), step),
            ClaimQuantity::BlueShown => self.ratio(lstm.shown.ratio(step), step),
            ClaimQuantity::ShadeLeft => self.ratio(lstm.shade_left(step), step),
            ClaimQuantity::Gradient => self.gradient(&lstm.gradient.s, step),
            ClaimQuantity::GradientH => self.gradient(&lstm.gradient.h, step),
            ClaimQuantity::H => self.traced(&lstm.trace.h, step),
            ClaimQuantity::S => self.traced(&lstm.trace.s, step),
            ClaimQuantity::I => self.traced(&lstm.trace.i, step),
            ClaimQuantity::F => self.traced(&lstm.trace.f, step),
            ClaimQuantity::O => self.traced(&lstm.trace.o, step),
            ClaimQuantity::G => self.traced(&lstm.trace.g, step),
            ClaimQuantity::GotIn | ClaimQuantity::TellApart | ClaimQuantity::HalfLife => Err(self.not_there()),
        }
    }

    fn blue(&self, left: &Left<f64>, step: usize) -> Result<f64, NoValue> {
        left.blue.get(step.wrapping_sub(1)).copied().ok_or_else(|| self.not_there())
    }

    fn ratio(&self, ratio: Option<f64>, step: usize) -> Result<f64, NoValue> {
        ratio.ok_or(NoValue::NothingGotIn { quantity: self.quantity, step })
    }

    fn gradient(&self, gradient: &Gradient<f64>, step: usize) -> Result<f64, NoValue> {
        gradient.at(step).ok_or(NoValue::NoGradient { quantity: self.quantity, step })
    }

    /// The only unit's number in an array `[T×1]` of a trace.
    fn traced(&self, array: &Array2<f64>, step: usize) -> Result<f64, NoValue> {
        array.get((step.wrapping_sub(1), 0)).copied().ok_or_else(|| self.not_there())
    }

    fn not_there(&self) -> NoValue {
        NoValue::NotThere { network: self.network, quantity: self.quantity }
    }
}

/// The share of ends that a threshold judges right, from a run to the end.
fn tell_apart(network: OneUnit, scene: &Scene) -> Result<f64, NoValue> {
    Ok(finish(TellApart::new(network, scene.sequence())?)?)
}
