//! Backpropagation through time: from `∂L/∂h_t` at every step to the gradients of everything.
//!
//! For any loss L that depends on the hidden states, given `∂L/∂h_t` directly at each step, one
//! walk from step T back to step 1 adds what reaches h_t through later steps, turns it into
//! `∂L/∂z_t` (cell by cell, beside the forward step) and shares that out over W, U, b, x_t and
//! h_{t−1} (Rumelhart et al. 1986; Werbos 1990). `docs/derivations/backpropagation.md` derives it.

use ndarray::{Array1, Array2, ArrayView2};

use super::trace::{row_of, stacked};
use super::weights::PreactivationStep;
use super::{GruTrace, LstmTrace, RnnTrace, Weights};
use crate::engine::cell::{Gru, Lstm, Rnn};
use crate::engine::error::{all_finite, row_finite, same_shape};
use crate::engine::{EngineError, Real};

/// The gradients of a loss for an RNN.
#[derive(Debug, Clone, PartialEq)]
pub struct RnnGradients<F> {
    /// `∂L/∂W`, `∂L/∂U` and of both biases, shaped as the weights.
    pub weights: Weights<F>,
    /// `∂L/∂x_t` `[T×I]`.
    pub x: Array2<F>,
    /// `∂L/∂h_0` `[H]`.
    pub h0: Array1<F>,
    /// `∂L/∂h_t` `[T×H]`, what comes through later steps included.
    pub h: Array2<F>,
}

/// The gradients of a loss for an LSTM.
#[derive(Debug, Clone, PartialEq)]
pub struct LstmGradients<F> {
    /// `∂L/∂W`, `∂L/∂U` and of both biases, shaped as the weights (rows i, f, g, o).
    pub weights: Weights<F>,
    /// `∂L/∂x_t` `[T×I]`.
    pub x: Array2<F>,
    /// `∂L/∂h_0` `[H]`.
    pub h0: Array1<F>,
    /// `∂L/∂S_0` `[H]`.
    pub s0: Array1<F>,
    /// `∂L/∂h_t` `[T×H]`, what comes through later steps included.
    pub h: Array2<F>,
}

/// The gradients of a loss for a GRU.
#[derive(Debug, Clone, PartialEq)]
pub struct GruGradients<F> {
    /// `∂L/∂W`, `∂L/∂U` and of both biases, shaped as the weights (rows r, z, n).
    pub weights: Weights<F>,
    /// `∂L/∂x_t` `[T×I]`.
    pub x: Array2<F>,
    /// `∂L/∂h_0` `[H]`.
    pub h0: Array1<F>,
    /// `∂L/∂h_t` `[T×H]`, what comes through later steps included.
    pub h: Array2<F>,
}

/// The rows that one walk back fills, last step first.
struct Walk<F> {
    /// `∂L/∂x_t`, T·I numbers.
    x: Vec<F>,
    /// `∂L/∂h_t`, T·H numbers.
    h: Vec<F>,
    /// `∂L/∂h` of the step at hand.
    dh: Vec<F>,
    /// `∂L/∂h` of the step before, through this one.
    dh_before: Vec<F>,
    /// `∂L/∂z` of the step at hand; for a GRU, of `W x + b_ih`.
    dz: Vec<F>,
}

impl<F: Real> Walk<F> {
    fn new(length: usize, weights: &Weights<F>) -> Self {
        let (hidden_size, zero) = (weights.hidden_size(), F::zero());
        Self {
            x: vec![zero; length * weights.input_size()],
            h: vec![zero; length * hidden_size],
            dh: vec![zero; hidden_size],
            dh_before: vec![zero; hidden_size],
            dz: vec![zero; weights.bias_ih.len()],
        }
    }

    /// `dh = ∂L/∂h_t` given directly, plus what came through step t + 1; kept.
    fn arrive(&mut self, row: usize, grad_h: ArrayView2<'_, F>) -> Result<(), EngineError> {
        let later = self.dh_before.iter().zip(grad_h.row(row));
        self.dh.iter_mut().zip(later).for_each(|(dh, (later, direct))| *dh = *direct + *later);
        row_finite("∂L/∂h", Some(row + 1), &self.dh)?;
        let width = self.dh.len();
        if let Some(kept) = self.h.get_mut(row * width..(row + 1) * width) {
            kept.copy_from_slice(&self.dh);
        }
        Ok(())
    }

    /// Shares dz out over the weights, x_t and h_{t−1}; what U h' + b_hh gets of it is `dz_h` where
    /// it is not the same.
    fn leave(
        &mut self,
        row: usize,
        x: &[F],
        h_before: &[F],
        dz_h: Option<&[F]>,
        weights: &Weights<F>,
        gradients: &mut Weights<F>,
    ) -> Result<(), EngineError> {
        let dz_h = dz_h.unwrap_or(&self.dz);
        row_finite("∂L/∂z", Some(row + 1), &self.dz)?;
        row_finite("∂L/∂z", Some(row + 1), dz_h)?;
        let step = PreactivationStep { x, h: h_before, dz_x: &self.dz, dz_h };
        let dx = self.x.get_mut(row * x.len()..(row + 1) * x.len()).unwrap_or_default();
        weights.preactivation_backward(&step, gradients, dx, &mut self.dh_before);
        row_finite("∂L/∂x", Some(row + 1), dx)?;
        Ok(())
    }
}

impl<F: Real> Rnn<F> {
    /// BPTT: the gradients of a loss L whose `∂L/∂h_t` (direct dependence only) is `grad_h` `[T×H]`.
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::NotFinite`] with the step at which a gradient
    /// stopped being finite (it can explode: `Π u (1 − h²)` has no bound).
    pub fn backward(&self, trace: &RnnTrace<F>, grad_h: ArrayView2<'_, F>) -> Result<RnnGradients<F>, EngineError> {
        let (length, weights) = (trace.length(), self.weights());
        trace.fits(weights)?;
        check_gradient(grad_h, length, weights)?;
        let mut gradients = Weights::zeros(Self::BLOCKS, weights.input_size(), weights.hidden_size());
        let mut walk = Walk::new(length, weights);
        for row in (0..length).rev() {
            walk.arrive(row, grad_h)?;
            Self::step_backward(row_of(&trace.h, row), &walk.dh, &mut walk.dz);
            let h_before = trace.h_before(row).to_vec();
            walk.leave(row, row_of(&trace.x, row), &h_before, None, weights, &mut gradients)?;
        }
        let h0 = finished("∂L/∂h0", walk.dh_before, &gradients)?;
        Ok(RnnGradients {
            x: stacked(walk.x, length, weights.input_size())?,
            h: stacked(walk.h, length, weights.hidden_size())?,
            weights: gradients,
            h0,
        })
    }
}

impl<F: Real> Lstm<F> {
    /// BPTT: the gradients of a loss L whose `∂L/∂h_t` (direct dependence only) is `grad_h` `[T×H]`.
    /// Held gates pass none to their weights, nor through them to x and h.
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::NotFinite`] with the step at which a gradient
    /// stopped being finite.
    pub fn backward(&self, trace: &LstmTrace<F>, grad_h: ArrayView2<'_, F>) -> Result<LstmGradients<F>, EngineError> {
        let (length, weights) = (trace.length(), self.weights());
        trace.fits(weights)?;
        check_gradient(grad_h, length, weights)?;
        let mut gradients = Weights::zeros(Self::BLOCKS, weights.input_size(), weights.hidden_size());
        let mut walk = Walk::new(length, weights);
        let mut ds = vec![F::zero(); weights.hidden_size()];
        for row in (0..length).rev() {
            walk.arrive(row, grad_h)?;
            let (s_before, h_before) = (trace.s_before(row).to_vec(), trace.h_before(row).to_vec());
            self.step_backward(trace.row(row), &s_before, &walk.dh, &mut ds, &mut walk.dz);
            row_finite("∂L/∂S", Some(row + 1), &ds)?;
            walk.leave(row, row_of(&trace.x, row), &h_before, None, weights, &mut gradients)?;
        }
        let h0 = finished("∂L/∂h0", walk.dh_before, &gradients)?;
        Ok(LstmGradients {
            x: stacked(walk.x, length, weights.input_size())?,
            h: stacked(walk.h, length, weights.hidden_size())?,
            weights: gradients,
            h0,
            s0: Array1::from_vec(ds),
        })
    }
}

impl<F: Real> Gru<F> {
    /// BPTT: the gradients of a loss L whose `∂L/∂h_t` (direct dependence only) is `grad_h` `[T×H]`.
    /// Held gates pass none to their weights, nor through them to x and h.
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::NotFinite`] with the step at which a gradient
    /// stopped being finite.
    pub fn backward(&self, trace: &GruTrace<F>, grad_h: ArrayView2<'_, F>) -> Result<GruGradients<F>, EngineError> {
        let (length, weights) = (trace.length(), self.weights());
        trace.fits(weights)?;
        check_gradient(grad_h, length, weights)?;
        let mut gradients = Weights::zeros(Self::BLOCKS, weights.input_size(), weights.hidden_size());
        let mut walk = Walk::new(length, weights);
        let mut dz_h = walk.dz.clone();
        for row in (0..length).rev() {
            walk.arrive(row, grad_h)?;
            let h_before = trace.h_before(row).to_vec();
            self.step_backward(trace.row(row), &h_before, &mut walk.dh, &mut walk.dz, &mut dz_h);
            walk.leave(row, row_of(&trace.x, row), &h_before, Some(&dz_h), weights, &mut gradients)?;
            // dh is by now what z carries past the products.
            walk.dh_before.iter_mut().zip(&walk.dh).for_each(|(before, kept)| *before += *kept);
        }
        let h0 = finished("∂L/∂h0", walk.dh_before, &gradients)?;
        Ok(GruGradients {
            x: stacked(walk.x, length, weights.input_size())?,
            h: stacked(walk.h, length, weights.hidden_size())?,
            weights: gradients,
            h0,
        })
    }
}

fn check_gradient<F: Real>(grad_h: ArrayView2<'_, F>, length: usize, weights: &Weights<F>) -> Result<(), EngineError> {
    same_shape("∂L/∂h", grad_h.shape(), &[length, weights.hidden_size()])?;
    for (row, gradient) in grad_h.outer_iter().enumerate() {
        all_finite("∂L/∂h", Some(row + 1), gradient.indexed_iter().map(|(unit, value)| (vec![unit], value)))?;
    }
    Ok(())
}

/// The sums over all steps can overflow where no single step did.
fn finished<F: Real>(name: &'static str, start: Vec<F>, gradients: &Weights<F>) -> Result<Array1<F>, EngineError> {
    row_finite(name, None, &start)?;
    for (name, matrix) in [("∂L/∂weight_ih", &gradients.weight_ih), ("∂L/∂weight_hh", &gradients.weight_hh)] {
        all_finite(name, None, matrix.indexed_iter().map(|((row, column), value)| (vec![row, column], value)))?;
    }
    for bias in [&gradients.bias_ih, &gradients.bias_hh] {
        all_finite("∂L/∂bias", None, bias.indexed_iter().map(|(row, value)| (vec![row], value)))?;
    }
    Ok(Array1::from_vec(start))
}
