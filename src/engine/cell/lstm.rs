//! The LSTM cell: three gates round a cell state.
#![expect(
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "rows of one network have one length, checked where they enter"
)]

use ndarray::{Array1, ArrayView1};

use super::Held;
use super::activation::{gate_into, sigmoid_slope, tanh_slope};
use crate::engine::error::{row_finite, same_shape};
use crate::engine::network::Weights;
use crate::engine::{EngineError, NotFinite, Real};

/// A long short-term memory (Hochreiter & Schmidhuber 1997; forget gate: Gers et al. 2000),
/// PyTorch's `nn.LSTM`, with gates that can be held.
#[derive(Debug, Clone, PartialEq)]
pub struct Lstm<F> {
    weights: Weights<F>,
    held: Held<F>,
}

/// The two states that an LSTM carries from step to step, `[H]` each.
#[derive(Debug, Clone, PartialEq)]
pub struct LstmState<F> {
    /// The hidden state h, in [−1, 1].
    pub h: Array1<F>,
    /// The cell state S, unbounded.
    pub s: Array1<F>,
}

impl<F: Real> LstmState<F> {
    /// h₀ = S₀ = 0, for H units.
    #[must_use]
    pub fn zeros(hidden_size: usize) -> Self {
        Self { h: Array1::zeros(hidden_size), s: Array1::zeros(hidden_size) }
    }
}

/// Everything that one step of an LSTM computes, `[H]` each.
#[derive(Debug, Clone, PartialEq)]
pub struct LstmStep<F> {
    /// The input gate, in [0, 1].
    pub i: Array1<F>,
    /// The forget gate, in [0, 1].
    pub f: Array1<F>,
    /// The candidate, in [−1, 1].
    pub g: Array1<F>,
    /// The output gate, in [0, 1].
    pub o: Array1<F>,
    /// The cell state, unbounded.
    pub s: Array1<F>,
    /// The hidden state, in [−1, 1].
    pub h: Array1<F>,
}

/// One step's values as rows `[H]`: borrowed from a trace, to read.
#[derive(Clone, Copy)]
pub(in crate::engine) struct LstmRow<'a, F> {
    pub i: &'a [F],
    pub f: &'a [F],
    pub g: &'a [F],
    pub o: &'a [F],
    pub s: &'a [F],
}

/// One step's values as rows `[H]`: borrowed from a trace, to write.
pub(in crate::engine) struct LstmRowMut<'a, F> {
    pub i: &'a mut [F],
    pub f: &'a mut [F],
    pub g: &'a mut [F],
    pub o: &'a mut [F],
    pub s: &'a mut [F],
    pub h: &'a mut [F],
}

impl<F: Real> LstmRowMut<'_, F> {
    /// Finds a number that is not finite; the caller adds the step.
    pub(in crate::engine) fn check(&self) -> Result<(), NotFinite> {
        row_finite("i", None, self.i)?;
        row_finite("f", None, self.f)?;
        row_finite("g", None, self.g)?;
        row_finite("o", None, self.o)?;
        row_finite("S", None, self.s)?;
        row_finite("h", None, self.h)
    }
}

/// k·H numbers in PyTorch's stacked order, taken apart into the four gates' `[H]`.
pub(in crate::engine) struct Stacked<T> {
    pub i: T,
    pub f: T,
    pub g: T,
    pub o: T,
}

impl<'a, F> Stacked<&'a [F]> {
    /// PyTorch's order of rows: i, f, g, o.
    pub(in crate::engine) fn of(rows: &'a [F]) -> Self {
        let (i_f, g_o) = rows.split_at(rows.len() / 2);
        let (i, f) = i_f.split_at(i_f.len() / 2);
        let (g, o) = g_o.split_at(g_o.len() / 2);
        Self { i, f, g, o }
    }
}

impl<'a, F> Stacked<&'a mut [F]> {
    /// PyTorch's order of rows: i, f, g, o.
    pub(in crate::engine) fn of_mut(rows: &'a mut [F]) -> Self {
        let (i_f, g_o) = rows.split_at_mut(rows.len() / 2);
        let (i, f) = i_f.split_at_mut(i_f.len() / 2);
        let (g, o) = g_o.split_at_mut(g_o.len() / 2);
        Self { i, f, g, o }
    }
}

impl<F: Real> Lstm<F> {
    /// How many gates' rows are stacked in the weights: i, f, g, o.
    pub const BLOCKS: usize = 4;

    /// A network with these weights (rows i, f, g, o) and held gates.
    ///
    /// # Errors
    /// As [`Weights::check`] and [`Held::check`].
    pub fn new(weights: Weights<F>, held: Held<F>) -> Result<Self, EngineError> {
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
    pub fn held(&self) -> Held<F> {
        self.held
    }

    /// One step of the LSTM.
    ///
    /// ```text
    /// i, f, o = σ(W x + U h' + b)    g = tanh(W_g x + U_g h' + b_g)
    /// S = f ⊙ S' + i ⊙ g             h = o ⊙ tanh(S)               ' = previous step
    /// ```
    ///
    /// `x` is `[I]`; `previous` and every part of the result are `[H]`. i, f, o lie in [0, 1],
    /// g and h in [−1, 1], S is unbounded. Paint has no unit: 1 is blue, 0 grey, −1 orange.
    /// A held gate has its fixed value whatever its weights.
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::NotFinite`] names the gate and the unit, the caller
    /// adds the step.
    ///
    /// As PyTorch's `nn.LSTMCell`.
    pub fn step(&self, x: ArrayView1<'_, F>, previous: &LstmState<F>) -> Result<LstmStep<F>, EngineError> {
        let hidden_size = self.weights.hidden_size();
        same_shape("x", x.shape(), &[self.weights.input_size()])?;
        same_shape("h", previous.h.shape(), &[hidden_size])?;
        same_shape("S", previous.s.shape(), &[hidden_size])?;
        let (x, h0, s0) = (x.to_vec(), previous.h.to_vec(), previous.s.to_vec());
        row_finite("x", None, &x)?;
        row_finite("h", None, &h0)?;
        row_finite("S", None, &s0)?;
        let zeros = || vec![F::zero(); hidden_size];
        let (mut i, mut f, mut g, mut o, mut s, mut h) = (zeros(), zeros(), zeros(), zeros(), zeros(), zeros());
        let mut z = vec![F::zero(); Self::BLOCKS * hidden_size];
        let mut row = LstmRowMut { i: &mut i, f: &mut f, g: &mut g, o: &mut o, s: &mut s, h: &mut h };
        self.step_into(&x, &h0, &s0, &mut z, &mut row);
        row.check()?;
        Ok(LstmStep { i: i.into(), f: f.into(), g: g.into(), o: o.into(), s: s.into(), h: h.into() })
    }

    /// [`Lstm::step`] into rows that are there already; z is a scratch row of `[4·H]`, and the
    /// caller has checked the shapes.
    pub(in crate::engine) fn step_into(&self, x: &[F], h: &[F], s: &[F], z: &mut [F], row: &mut LstmRowMut<'_, F>) {
        self.weights.preactivation(x, h, z);
        let z = Stacked::<&[F]>::of(z);
        gate_into(self.held.i, z.i, row.i);
        gate_into(self.held.f, z.f, row.f);
        gate_into(self.held.o, z.o, row.o);
        for (g, z) in row.g.iter_mut().zip(z.g) {
            *g = z.tanh();
        }
        for ((s, f), s_before) in row.s.iter_mut().zip(&*row.f).zip(s) {
            *s = *f * *s_before;
        }
        for ((s, i), g) in row.s.iter_mut().zip(&*row.i).zip(&*row.g) {
            *s += *i * *g;
        }
        for ((h, o), s) in row.h.iter_mut().zip(&*row.o).zip(&*row.s) {
            *h = *o * s.tanh();
        }
    }

    /// Backward through one step, from `dh = ∂L/∂h` and `ds = ∂L/∂S` (through later steps only),
    /// `[H]` each, to `dz = ∂L/∂z` `[4·H]`; `ds` becomes `∂L/∂S'`.
    ///
    /// ```text
    /// do = dh ⊙ tanh(S)    dS += dh ⊙ o ⊙ (1 − tanh²(S))
    /// df = dS ⊙ S'         di = dS ⊙ g      dg = dS ⊙ i      dS' = dS ⊙ f
    /// dz = d· times the slope of σ or tanh; 0 for a held gate
    /// ```
    pub(in crate::engine) fn step_backward(
        &self,
        row: LstmRow<'_, F>,
        s_before: &[F],
        dh: &[F],
        ds: &mut [F],
        dz: &mut [F],
    ) {
        let dz = Stacked::<&mut [F]>::of_mut(dz);
        let open = |held: Option<F>| if held.is_some() { F::zero() } else { F::one() };
        let (open_i, open_f, open_o) = (open(self.held.i), open(self.held.f), open(self.held.o));
        for unit in 0..dh.len() {
            let (i, f, g, o) = (row.i[unit], row.f[unit], row.g[unit], row.o[unit]);
            let shown = row.s[unit].tanh();
            let d_state = ds[unit] + dh[unit] * o * tanh_slope(shown);
            dz.i[unit] = open_i * d_state * g * sigmoid_slope(i);
            dz.f[unit] = open_f * d_state * s_before[unit] * sigmoid_slope(f);
            dz.g[unit] = d_state * i * tanh_slope(g);
            dz.o[unit] = open_o * dh[unit] * shown * sigmoid_slope(o);
            ds[unit] = d_state * f;
        }
    }

    /// A small change carried forward through the whole cell, recurrent gate paths included.
    ///
    /// ```text
    /// δz = W δx + U δh'    δi, δf, δo = σ'(z) ⊙ δz (0 if held)    δg = tanh'(z) ⊙ δz
    /// δS = δf ⊙ S' + f ⊙ δS' + δi ⊙ g + i ⊙ δg
    /// δh = δo ⊙ tanh(S) + o ⊙ (1 − tanh²(S)) ⊙ δS
    /// ```
    ///
    /// δh and δS hold the change at the previous step on entry and at this one on return; z is a
    /// scratch row of `[4·H]`.
    pub(in crate::engine) fn tangent_into(
        &self,
        row: LstmRow<'_, F>,
        s_before: &[F],
        dx: &[F],
        change: &mut Tangent<'_, F>,
    ) {
        self.weights.linear(dx, change.dh, change.z);
        let dz = Stacked::<&[F]>::of(change.z);
        let open = |held: Option<F>| if held.is_some() { F::zero() } else { F::one() };
        let (open_i, open_f, open_o) = (open(self.held.i), open(self.held.f), open(self.held.o));
        for unit in 0..change.dh.len() {
            let (i, f, g, o) = (row.i[unit], row.f[unit], row.g[unit], row.o[unit]);
            let shown = row.s[unit].tanh();
            let di = open_i * sigmoid_slope(i) * dz.i[unit];
            let df = open_f * sigmoid_slope(f) * dz.f[unit];
            let d_o = open_o * sigmoid_slope(o) * dz.o[unit];
            let dg = tanh_slope(g) * dz.g[unit];
            let ds = df * s_before[unit] + f * change.ds[unit] + di * g + i * dg;
            change.ds[unit] = ds;
            change.dh[unit] = d_o * shown + o * tanh_slope(shown) * ds;
        }
    }
}

/// What [`Lstm::tangent_into`] carries from step to step.
pub(in crate::engine) struct Tangent<'a, F> {
    pub dh: &'a mut [F],
    pub ds: &'a mut [F],
    pub z: &'a mut [F],
}
