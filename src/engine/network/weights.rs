//! The four tensors of one recurrent layer, under PyTorch's names and in PyTorch's row order.

use ndarray::{Array1, Array2, ArrayView1};

use crate::engine::error::{all_finite, same_shape};
use crate::engine::{EngineError, Real};

/// One layer's weights: what PyTorch's state dict calls `weight_ih_l0`, `weight_hh_l0`,
/// `bias_ih_l0` and `bias_hh_l0`.
///
/// The rows of k gates are stacked, H rows each: k = 1 for the RNN; k = 4 for the LSTM, in the
/// order i, f, g, o; k = 3 for the GRU, in the order r, z, n. W (`weight_ih`) acts on x, U
/// (`weight_hh`) on h; the two biases are added, but in the GRU's n, where r stands before `bias_hh`.
/// The same shape holds the gradients of all four.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights<F> {
    /// W: `[k·H × I]`.
    pub weight_ih: Array2<F>,
    /// U: `[k·H × H]`.
    pub weight_hh: Array2<F>,
    /// The first bias: `[k·H]`.
    pub bias_ih: Array1<F>,
    /// The second bias, redundant but for the GRU's n, and in every PyTorch model: `[k·H]`.
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

    /// `z_x = W x + b_ih` and `z_h = U h' + b_hh` apart, `[k·H]` each: [`Weights::preactivation`] for a
    /// gate that has the second part only.
    pub fn preactivation_apart(&self, x: &[F], h: &[F], z_x: &mut [F], z_h: &mut [F]) {
        for ((w, b), z) in self.weight_ih.outer_iter().zip(&self.bias_ih).zip(z_x) {
            *z = dot(w, x) + *b;
        }
        for ((u, b), z) in self.weight_hh.outer_iter().zip(&self.bias_hh).zip(z_h) {
            *z = dot(u, h) + *b;
        }
    }

    /// `z = W x + U h'` without the biases: what a small change of x and h' does to z.
    pub fn linear(&self, x: &[F], h: &[F], z: &mut [F]) {
        let rows = self.weight_ih.outer_iter().zip(self.weight_hh.outer_iter());
        for ((w, u), z) in rows.zip(z) {
            *z = dot(w, x) + dot(u, h);
        }
    }

    /// Backward through [`Weights::preactivation`], or its two parts, at one step.
    ///
    /// Adds `dz_x xᵀ`, `dz_h h'ᵀ`, `dz_x` and `dz_h` to the gradients of W, U, `b_ih` and `b_hh`;
    /// writes `dx = Wᵀ dz_x` `[I]` and `dh = Uᵀ dz_h` `[H]`.
    pub fn preactivation_backward(
        &self,
        step: &PreactivationStep<'_, F>,
        gradients: &mut Self,
        dx: &mut [F],
        dh: &mut [F],
    ) {
        product_backward(&self.weight_ih, step.x, step.dz_x, (&mut gradients.weight_ih, &mut gradients.bias_ih, dx));
        product_backward(&self.weight_hh, step.h, step.dz_h, (&mut gradients.weight_hh, &mut gradients.bias_hh, dh));
    }
}

/// What [`Weights::preactivation_backward`] needs of one step.
pub struct PreactivationStep<'a, F> {
    /// The input at this step `[I]`.
    pub x: &'a [F],
    /// The hidden state before it `[H]`.
    pub h: &'a [F],
    /// `∂L/∂z_x` `[k·H]`, `z_x = W x + b_ih`.
    pub dz_x: &'a [F],
    /// `∂L/∂z_h` `[k·H]`, `z_h = U h' + b_hh`: the same where z is their sum.
    pub dz_h: &'a [F],
}

/// Backward through `z = M v + b`: adds to the gradients of M and b, writes that of v.
fn product_backward<F: Real>(
    matrix: &Array2<F>,
    vector: &[F],
    dz: &[F],
    (d_matrix, d_bias, d_vector): (&mut Array2<F>, &mut Array1<F>, &mut [F]),
) {
    d_vector.fill(F::zero());
    let rows = matrix.outer_iter().zip(d_matrix.outer_iter_mut());
    for (((row, mut d_row), d_bias), dz) in rows.zip(d_bias).zip(dz) {
        d_row.iter_mut().zip(vector).for_each(|(d_weight, value)| *d_weight += *dz * *value);
        *d_bias += *dz;
        d_vector.iter_mut().zip(row).for_each(|(d_value, weight)| *d_value += *dz * *weight);
    }
}

fn dot<F: Real>(row: ArrayView1<'_, F>, vector: &[F]) -> F {
    row.iter().zip(vector).fold(F::zero(), |sum, (a, b)| sum + *a * *b)
}
