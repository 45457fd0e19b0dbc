//! The four tensors of one recurrent layer, under PyTorch's names and in PyTorch's row order.

use ndarray::{Array1, Array2, ArrayView1};

use crate::engine::error::{all_finite, same_shape};
use crate::engine::{EngineError, Real};

/// One layer's weights: what PyTorch's state dict calls `weight_ih_l0`, `weight_hh_l0`,
/// `bias_ih_l0` and `bias_hh_l0`.
///
/// The rows of k gates are stacked, H rows each: k = 1 for the RNN; k = 4 for the LSTM, in the
/// order i, f, g, o. W (`weight_ih`) acts on x, U (`weight_hh`) on h; the two biases are added.
/// The same shape holds the gradients of all four.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<F> {
    /// W: `[k·H × I]`.
    pub weight_ih: Array2<F>,
    /// U: `[k·H × H]`.
    pub weight_hh: Array2<F>,
    /// The first bias: `[k·H]`.
    pub bias_ih: Array1<F>,
    /// The second bias, redundant but in every PyTorch model: `[k·H]`.
    pub bias_hh: Array1<F>,
}

impl<F: Real> Weights<F> {
    /// All zero, for k stacked gates.
    #[must_use]
    pub fn zeros(blocks: usize, input_size: usize, hidden_size: usize) -> Self {
        let rows = blocks * hidden_size;
        Self {
            weight_ih: Array2::zeros((rows, input_size)),
            weight_hh: Array2::zeros((rows, hidden_size)),
            bias_ih: Array1::zeros(rows),
            bias_hh: Array1::zeros(rows),
        }
    }

    /// The input size I.
    #[must_use]
    pub fn input_size(&self) -> usize {
        self.weight_ih.ncols()
    }

    /// The hidden size H.
    #[must_use]
    pub fn hidden_size(&self) -> usize {
        self.weight_hh.ncols()
    }

    /// Checks that the four tensors fit each other and hold finite numbers only.
    ///
    /// # Errors
    /// [`EngineError::Empty`], [`EngineError::Rows`], [`EngineError::Shape`] or
    /// [`EngineError::NotFinite`], naming the tensor.
    pub fn check(&self, blocks: usize) -> Result<(), EngineError> {
        let rows = self.weight_ih.nrows();
        if self.input_size() == 0 {
            return Err(EngineError::Empty { size: "I" });
        }
        if rows == 0 || self.hidden_size() == 0 {
            return Err(EngineError::Empty { size: "H" });
        }
        if !rows.is_multiple_of(blocks) {
            return Err(EngineError::Rows { rows, blocks });
        }
        same_shape("weight_hh", self.weight_hh.shape(), &[rows, rows / blocks])?;
        same_shape("bias_ih", self.bias_ih.shape(), &[rows])?;
        same_shape("bias_hh", self.bias_hh.shape(), &[rows])?;
        for (tensor, matrix) in [("weight_ih", &self.weight_ih), ("weight_hh", &self.weight_hh)] {
            all_finite(tensor, None, matrix.indexed_iter().map(|((row, column), value)| (vec![row, column], value)))?;
        }
        for (tensor, vector) in [("bias_ih", &self.bias_ih), ("bias_hh", &self.bias_hh)] {
            all_finite(tensor, None, vector.indexed_iter().map(|(row, value)| (vec![row], value)))?;
        }
        Ok(())
    }

    /// `z = W x + U h' + b_ih + b_hh`, all k gates' rows at once: x `[I]`, h' `[H]`, z `[k·H]`.
    pub fn preactivation(&self, x: &[F], h: &[F], z: &mut [F]) {
        let biases = self.bias_ih.iter().zip(&self.bias_hh);
        let rows = self.weight_ih.outer_iter().zip(self.weight_hh.outer_iter());
        for (((w, u), (b_ih, b_hh)), z) in rows.zip(biases).zip(z) {
            *z = dot(w, x) + dot(u, h) + (*b_ih + *b_hh);
        }
    }

    /// `z = W x + U h'` without the biases: what a small change of x and h' does to z.
    pub fn linear(&self, x: &[F], h: &[F], z: &mut [F]) {
        let rows = self.weight_ih.outer_iter().zip(self.weight_hh.outer_iter());
        for ((w, u), z) in rows.zip(z) {
            *z = dot(w, x) + dot(u, h);
        }
    }

    /// Backward through [`Weights::preactivation`], given `dz = ∂L/∂z` `[k·H]` at one step.
    ///
    /// Adds `dz xᵀ`, `dz h'ᵀ` and dz to the gradients of W, U and both biases; writes
    /// `dx = Wᵀ dz` `[I]` and `dh = Uᵀ dz` `[H]`.
    pub fn preactivation_backward(
        &self,
        step: &PreactivationStep<'_, F>,
        gradients: &mut Self,
        dx: &mut [F],
        dh: &mut [F],
    ) {
        dx.fill(F::zero());
        dh.fill(F::zero());
        let ours = self.weight_ih.outer_iter().zip(self.weight_hh.outer_iter());
        let theirs = gradients.weight_ih.outer_iter_mut().zip(gradients.weight_hh.outer_iter_mut());
        let biases = gradients.bias_ih.iter_mut().zip(&mut gradients.bias_hh);
        for ((((w, u), (mut dw, mut du)), (db_ih, db_hh)), dz) in ours.zip(theirs).zip(biases).zip(step.dz) {
            dw.iter_mut().zip(step.x).for_each(|(dw, x)| *dw += *dz * *x);
            du.iter_mut().zip(step.h).for_each(|(du, h)| *du += *dz * *h);
            *db_ih += *dz;
            *db_hh += *dz;
            dx.iter_mut().zip(w).for_each(|(dx, w)| *dx += *dz * *w);
            dh.iter_mut().zip(u).for_each(|(dh, u)| *dh += *dz * *u);
        }
    }
}

/// What [`Weights::preactivation_backward`] needs of one step.
pub struct PreactivationStep<'a, F> {
    /// The input at this step `[I]`.
    pub x: &'a [F],
    /// The hidden state before it `[H]`.
    pub h: &'a [F],
    /// `∂L/∂z` `[k·H]`.
    pub dz: &'a [F],
}

fn dot<F: Real>(row: ArrayView1<'_, F>, vector: &[F]) -> F {
    row.iter().zip(vector).fold(F::zero(), |sum, (a, b)| sum + *a * *b)
}
