//! The GRU cell: two gates round the hidden state.
#![expect(
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "rows of one network have one length, checked where they enter"
)]

use ndarray::{Array1, ArrayView1};

use super::GruHeld;
use super::activation::{gate_into, sigmoid_slope, tanh_slope};
use crate::engine::error::{row_finite, same_shape};
use crate::engine::network::Weights;
use crate::engine::{EngineError, NotFinite, Real};

/// A gated recurrent unit (Cho et al. 2014), in the variant of PyTorch's `nn.GRU`, with gates that
/// can be held.
///
/// The variant: r acts on `U_n h' + b_hn`, after the product, where the paper has `U_n (r ⊙ h')`;
/// and z keeps, where the paper's z lets in.
#[derive(Debug, Clone, PartialEq)]
pub struct Gru<F> {
    weights: Weights<F>,
    held: GruHeld<F>,
}

/// Everything that one step of a GRU computes, `[H]` each.
#[derive(Debug, Clone, PartialEq)]
pub struct GruStep<F> {
    /// The reset gate, in [0, 1].
    pub r: Array1<F>,
    /// The update gate, in [0, 1]: the part of h' that is kept.
    pub z: Array1<F>,
    /// The candidate, in [−1, 1].
    pub n: Array1<F>,
    /// `U_n h' + b_hn`, what r lets into the candidate; unbounded.
    pub nh: Array1<F>,
    /// The hidden state, between n and h'.
    pub h: Array1<F>,
}

/// One step's values as rows `[H]`: borrowed from a trace, to read.
#[derive(Clone, Copy)]
pub(in crate::engine) struct GruRow<'a, F> {
    pub r: &'a [F],
    pub z: &'a [F],
    pub n: &'a [F],
    pub nh: &'a [F],
}

/// One step's values as rows `[H]`: borrowed from a trace, to write.
pub(in crate::engine) struct GruRowMut<'a, F> {
    pub r: &'a mut [F],
    pub z: &'a mut [F],
    pub n: &'a mut [F],
    pub nh: &'a mut [F],
    pub h: &'a mut [F],
}

impl<F: Real> GruRowMut<'_, F> {
    /// Finds a number that is not finite; the caller adds the step.
    pub(in crate::engine) fn check(&self) -> Result<(), NotFinite> {
        row_finite("r", None, self.r)?;
        row_finite("z", None, self.z)?;
        row_finite("U_n h' + b_hn", None, self.nh)?;
        row_finite("n", None, self.n)?;
        row_finite("h", None, self.h)
    }
}

/// 3·H numbers in PyTorch's stacked order, taken apart into the rows of r, z and n, `[H]` each.
pub(in crate::engine) struct GruStacked<T> {
    pub r: T,
    pub z: T,
    pub n: T,
}

impl<'a, F> GruStacked<&'a [F]> {
    /// PyTorch's order of rows: r, z, n.
    pub(in crate::engine) fn of(rows: &'a [F]) -> Self {
        let hidden_size = rows.len() / 3;
        let (r, z_n) = rows.split_at(hidden_size);
        let (z, n) = z_n.split_at(hidden_size);
        Self { r, z, n }
    }
}

impl<'a, F> GruStacked<&'a mut [F]> {
    /// PyTorch's order of rows: r, z, n.
    pub(in crate::engine) fn of_mut(rows: &'a mut [F]) -> Self {
        let hidden_size = rows.len() / 3;
        let (r, z_n) = rows.split_at_mut(hidden_size);
        let (z, n) = z_n.split_at_mut(hidden_size);
        Self { r, z, n }
    }
}

impl<F: Real> Gru<F> {
    /// How many gates' rows are stacked in the weights: r, z, n.
    pub const BLOCKS: usize = 3;

    /// A network with these weights (rows r, z, n) and held gates.
    ///
    /// # Errors
    /// As [`Weights::check`] and [`GruHeld::check`].
    pub fn new(weights: Weights<F>, held: GruHeld<F>) -> Result<Self, EngineError> {
        weights.check(Self::BLOCKS)?;
        held.check()?;
        Ok(Self { weights, held })
    }

    /// The weights, in PyTorch's order.
    #[must_use]
    pub fn weights(&self) -> &Weights<F> {
        &self.weights
    }

    /// The gates that are held.
    #[must_use]
    pub fn held(&self) -> GruHeld<F> {
        self.held
    }

    /// One step of the GRU.
    ///
    /// ```text
    /// r, z = σ(W x + b_i + U h' + b_h)    n = tanh(W_n x + b_in + r ⊙ (U_n h' + b_hn))
    /// h = (1 − z) ⊙ n + z ⊙ h'                                          ' = previous step
    /// ```
    ///
    /// `x` is `[I]`; `previous` (h') and every part of the result are `[H]`. r and z lie in [0, 1], n
    /// in [−1, 1], and h between n and h'. A held gate has its fixed value whatever its weights.
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::NotFinite`] names the gate and the unit, the caller
    /// adds the step.
    ///
    /// As PyTorch's `nn.GRUCell`.
    pub fn step(&self, x: ArrayView1<'_, F>, previous: ArrayView1<'_, F>) -> Result<GruStep<F>, EngineError> {
        let hidden_size = self.weights.hidden_size();
        same_shape("x", x.shape(), &[self.weights.input_size()])?;
        same_shape("h", previous.shape(), &[hidden_size])?;
        let (x, previous) = (x.to_vec(), previous.to_vec());
        row_finite("x", None, &x)?;
        row_finite("h", None, &previous)?;
        let zeros = || vec![F::zero(); hidden_size];
        let (mut r, mut z, mut n, mut nh, mut h) = (zeros(), zeros(), zeros(), zeros(), zeros());
        let mut scratch = GruScratch::new(hidden_size);
        let mut row = GruRowMut { r: &mut r, z: &mut z, n: &mut n, nh: &mut nh, h: &mut h };
        self.step_into(&x, &previous, &mut scratch, &mut row);
        row.check()?;
        Ok(GruStep { r: r.into(), z: z.into(), n: n.into(), nh: nh.into(), h: h.into() })
    }

    /// [`Gru::step`] into rows that are there already; the caller has checked the shapes.
    pub(in crate::engine) fn step_into(
        &self,
        x: &[F],
        h: &[F],
        scratch: &mut GruScratch<F>,
        row: &mut GruRowMut<'_, F>,
    ) {
        let GruScratch { of_x, of_h } = scratch;
        self.weights.preactivation_apart(x, h, of_x, of_h);
        row.nh.copy_from_slice(GruStacked::<&[F]>::of(of_h).n);
        of_h.iter_mut().zip(&*of_x).for_each(|(of_h, of_x)| *of_h += *of_x);
        let both = GruStacked::<&[F]>::of(of_h);
        gate_into(self.held.r, both.r, row.r);
        gate_into(self.held.z, both.z, row.z);
        let of_x = GruStacked::<&[F]>::of(of_x);
        for unit in 0..row.h.len() {
            let (r, z) = (row.r[unit], row.z[unit]);
            let n = (of_x.n[unit] + r * row.nh[unit]).tanh();
            row.n[unit] = n;
            row.h[unit] = (F::one() - z) * n + z * h[unit];
        }
    }

    /// Backward through one step, from `dh = ∂L/∂h` `[H]` to what reaches the two products, `[3·H]`
    /// each: `dz_x = ∂L/∂(W x + b_i)` and `dz_h = ∂L/∂(U h' + b_h)`. They differ in n's rows, where r
    /// stands before the second. `dh` becomes what reaches h' past them, along z.
    ///
    /// ```text
    /// dn = dh ⊙ (1 − z)    dz = dh ⊙ (h' − n)    dh' = dh ⊙ z (+ Uᵀ dz_h, the caller's)
    /// n's rows of dz_x: a = dn ⊙ (1 − n²)    of dz_h: a ⊙ r    dr = a ⊙ (U_n h' + b_hn)
    /// r's and z's rows of both: dr and dz times the slope of σ; 0 for a held gate
    /// ```
    pub(in crate::engine) fn step_backward(
        &self,
        row: GruRow<'_, F>,
        h_before: &[F],
        dh: &mut [F],
        dz_x: &mut [F],
        dz_h: &mut [F],
    ) {
        let open = |held: Option<F>| if held.is_some() { F::zero() } else { F::one() };
        let (open_r, open_z) = (open(self.held.r), open(self.held.z));
        {
            let dz_x = GruStacked::<&mut [F]>::of_mut(dz_x);
            for unit in 0..dh.len() {
                let (r, z, n) = (row.r[unit], row.z[unit], row.n[unit]);
                let d_candidate = dh[unit] * (F::one() - z) * tanh_slope(n);
                dz_x.r[unit] = open_r * d_candidate * row.nh[unit] * sigmoid_slope(r);
                dz_x.z[unit] = open_z * dh[unit] * (h_before[unit] - n) * sigmoid_slope(z);
                dz_x.n[unit] = d_candidate;
                dh[unit] *= z;
            }
        }
        dz_h.copy_from_slice(dz_x);
        let dz_h = GruStacked::<&mut [F]>::of_mut(dz_h);
        dz_h.n.iter_mut().zip(row.r).for_each(|(dn, r)| *dn *= *r);
    }
}

/// The two products of [`Gru::step_into`], `[3·H]` each.
pub(in crate::engine) struct GruScratch<F> {
    /// `W x + b_i`.
    of_x: Vec<F>,
    /// `U h' + b_h`.
    of_h: Vec<F>,
}

impl<F: Real> GruScratch<F> {
    pub(in crate::engine) fn new(hidden_size: usize) -> Self {
        let zeros = || vec![F::zero(); Gru::<F>::BLOCKS * hidden_size];
        Self { of_x: zeros(), of_h: zeros() }
    }
}
