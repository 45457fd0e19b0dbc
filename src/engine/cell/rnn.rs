//! The plain recurrent cell: `h = tanh(W x + U h' + b)`.

use ndarray::{Array1, ArrayView1};

use super::activation::tanh_slope;
use crate::engine::error::{row_finite, same_shape};
use crate::engine::network::Weights;
use crate::engine::{EngineError, Real};

/// A plain recurrent network (Elman 1990), PyTorch's `nn.RNN` with `tanh`.
#[derive(Debug, Clone, PartialEq)]
pub struct Rnn<F> {
    weights: Weights<F>,
}

impl<F: Real> Rnn<F> {
    /// How many gates' rows are stacked in the weights: one.
    pub const BLOCKS: usize = 1;

    /// A network with these weights: `weight_ih [H×I]`, `weight_hh [H×H]`, biases `[H]`.
    ///
    /// # Errors
    /// As [`Weights::check`].
    pub fn new(weights: Weights<F>) -> Result<Self, EngineError> {
        weights.check(Self::BLOCKS)?;
        Ok(Self { weights })
    }

    /// The weights, in PyTorch's order.
    #[must_use]
    pub fn weights(&self) -> &Weights<F> {
        &self.weights
    }

    /// One step: `h = tanh(W x + U h' + b)`, ' = previous step.
    ///
    /// `x` is `[I]`, `previous` (h') and the result `[H]`; h lies in [−1, 1].
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::NotFinite`] names the array and the unit, the caller
    /// adds the step.
    ///
    /// As PyTorch's `nn.RNNCell`.
    pub fn step(&self, x: ArrayView1<'_, F>, previous: ArrayView1<'_, F>) -> Result<Array1<F>, EngineError> {
        same_shape("x", x.shape(), &[self.weights.input_size()])?;
        same_shape("h", previous.shape(), &[self.weights.hidden_size()])?;
        let (x, previous) = (x.to_vec(), previous.to_vec());
        row_finite("x", None, &x)?;
        row_finite("h", None, &previous)?;
        let mut h = Array1::zeros(self.weights.hidden_size()).to_vec();
        self.step_into(&x, &previous, &mut h);
        row_finite("h", None, &h)?;
        Ok(Array1::from_vec(h))
    }

    /// [`Rnn::step`] into a row that is there already; the caller has checked the shapes.
    pub(in crate::engine) fn step_into(&self, x: &[F], previous: &[F], h: &mut [F]) {
        self.weights.preactivation(x, previous, h);
        for h in h {
            *h = h.tanh();
        }
    }

    /// Backward through the squashing: `dz = dh ⊙ (1 − h²)`, all `[H]`.
    pub(in crate::engine) fn step_backward(h: &[F], dh: &[F], dz: &mut [F]) {
        for ((dz, dh), h) in dz.iter_mut().zip(dh).zip(h) {
            *dz = *dh * tanh_slope(*h);
        }
    }

    /// A small change carried forward: `δh = (W δx + U δh') ⊙ (1 − h²)`.
    pub(in crate::engine) fn tangent_into(&self, h: &[F], dx: &[F], d_previous: &[F], dh: &mut [F]) {
        self.weights.linear(dx, d_previous, dh);
        for (dh, h) in dh.iter_mut().zip(h) {
            *dh *= tanh_slope(*h);
        }
    }
}
