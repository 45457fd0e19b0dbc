//! Everything that a network computes along a sequence, kept.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2};

use crate::engine::cell::gru::{GruRow, GruRowMut, GruScratch};
use crate::engine::cell::lstm::{LstmRow, LstmRowMut};
use crate::engine::cell::{Gru, Lstm, LstmState, Rnn};
use crate::engine::error::{all_finite, row_finite, same_shape};
use crate::engine::network::Weights;
use crate::engine::{EngineError, NotFinite, Real};

/// An RNN's way along a sequence. Row 0 of an array is step 1.
#[derive(Debug, Clone, PartialEq)]
pub struct RnnTrace<F> {
    /// The inputs `[T×I]`.
    pub x: Array2<F>,
    /// The hidden state before step 1 `[H]`.
    pub h0: Array1<F>,
    /// The hidden state after each step `[T×H]`.
    pub h: Array2<F>,
}

/// An LSTM's way along a sequence, with every gate. Row 0 of an array is step 1.
#[derive(Debug, Clone, PartialEq)]
pub struct LstmTrace<F> {
    /// The inputs `[T×I]`.
    pub x: Array2<F>,
    /// The hidden state before step 1 `[H]`.
    pub h0: Array1<F>,
    /// The cell state before step 1 `[H]`.
    pub s0: Array1<F>,
    /// The input gate `[T×H]`.
    pub i: Array2<F>,
    /// The forget gate `[T×H]`.
    pub f: Array2<F>,
    /// The candidate `[T×H]`.
    pub g: Array2<F>,
    /// The output gate `[T×H]`.
    pub o: Array2<F>,
    /// The cell state after each step `[T×H]`.
    pub s: Array2<F>,
    /// The hidden state after each step `[T×H]`.
    pub h: Array2<F>,
}

/// A GRU's way along a sequence, with both gates. Row 0 of an array is step 1.
#[derive(Debug, Clone, PartialEq)]
pub struct GruTrace<F> {
    /// The inputs `[T×I]`.
    pub x: Array2<F>,
    /// The hidden state before step 1 `[H]`.
    pub h0: Array1<F>,
    /// The reset gate `[T×H]`.
    pub r: Array2<F>,
    /// The update gate `[T×H]`, the part of h that is kept.
    pub z: Array2<F>,
    /// The candidate `[T×H]`.
    pub n: Array2<F>,
    /// `U_n h' + b_hn`, what r lets into the candidate `[T×H]`.
    pub nh: Array2<F>,
    /// The hidden state after each step `[T×H]`.
    pub h: Array2<F>,
}

impl<F: Real> RnnTrace<F> {
    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.x.nrows()
    }

    /// The hidden state before the step of row `row`: h₀ or the row above.
    #[must_use]
    pub fn h_before(&self, row: usize) -> ArrayView1<'_, F> {
        before(&self.h0, &self.h, row)
    }

    /// Checks that this is a trace of a network with these weights, by its shapes.
    ///
    /// # Errors
    /// [`EngineError::Shape`] names the array.
    pub fn fits(&self, weights: &Weights<F>) -> Result<(), EngineError> {
        let (length, hidden_size) = (self.length(), weights.hidden_size());
        in_rows("x", &self.x, &[length, weights.input_size()])?;
        same_shape("h0", self.h0.shape(), &[hidden_size])?;
        in_rows("h", &self.h, &[length, hidden_size])
    }
}

impl<F: Real> LstmTrace<F> {
    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.x.nrows()
    }

    /// The hidden state before the step of row `row`: h₀ or the row above.
    #[must_use]
    pub fn h_before(&self, row: usize) -> ArrayView1<'_, F> {
        before(&self.h0, &self.h, row)
    }

    /// The cell state before the step of row `row`: S₀ or the row above.
    #[must_use]
    pub fn s_before(&self, row: usize) -> ArrayView1<'_, F> {
        before(&self.s0, &self.s, row)
    }

    /// Checks that this is a trace of a network with these weights, by its shapes.
    ///
    /// # Errors
    /// [`EngineError::Shape`] names the array.
    pub fn fits(&self, weights: &Weights<F>) -> Result<(), EngineError> {
        let (length, hidden_size) = (self.length(), weights.hidden_size());
        in_rows("x", &self.x, &[length, weights.input_size()])?;
        same_shape("h0", self.h0.shape(), &[hidden_size])?;
        same_shape("S0", self.s0.shape(), &[hidden_size])?;
        let kept = [("i", &self.i), ("f", &self.f), ("g", &self.g), ("o", &self.o), ("S", &self.s), ("h", &self.h)];
        kept.into_iter().try_for_each(|(name, array)| in_rows(name, array, &[length, hidden_size]))
    }

    /// Row `row` of every gate and of S.
    pub(in crate::engine) fn row(&self, row: usize) -> LstmRow<'_, F> {
        LstmRow {
            i: row_of(&self.i, row),
            f: row_of(&self.f, row),
            g: row_of(&self.g, row),
            o: row_of(&self.o, row),
            s: row_of(&self.s, row),
        }
    }
}

impl<F: Real> GruTrace<F> {
    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.x.nrows()
    }

    /// The hidden state before the step of row `row`: h₀ or the row above.
    #[must_use]
    pub fn h_before(&self, row: usize) -> ArrayView1<'_, F> {
        before(&self.h0, &self.h, row)
    }

    /// Checks that this is a trace of a network with these weights, by its shapes.
    ///
    /// # Errors
    /// [`EngineError::Shape`] names the array.
    pub fn fits(&self, weights: &Weights<F>) -> Result<(), EngineError> {
        let (length, hidden_size) = (self.length(), weights.hidden_size());
        in_rows("x", &self.x, &[length, weights.input_size()])?;
        same_shape("h0", self.h0.shape(), &[hidden_size])?;
        let kept = [("r", &self.r), ("z", &self.z), ("n", &self.n), ("U_n h' + b_hn", &self.nh), ("h", &self.h)];
        kept.into_iter().try_for_each(|(name, array)| in_rows(name, array, &[length, hidden_size]))
    }

    /// Row `row` of both gates and of the candidate.
    pub(in crate::engine) fn row(&self, row: usize) -> GruRow<'_, F> {
        GruRow { r: row_of(&self.r, row), z: row_of(&self.z, row), n: row_of(&self.n, row), nh: row_of(&self.nh, row) }
    }
}

fn before<'a, F>(start: &'a Array1<F>, rows: &'a Array2<F>, row: usize) -> ArrayView1<'a, F> {
    if row == 0 { start.view() } else { rows.row(row - 1) }
}

/// Checks a kept array's shape, and that its rows lie one after the other, as [`row_of`] needs.
fn in_rows<F>(name: &'static str, array: &Array2<F>, needed: &[usize]) -> Result<(), EngineError> {
    same_shape(name, if array.is_standard_layout() { array.shape() } else { &[] }, needed)
}

/// A row of an array in standard layout, as a slice; empty outside of it.
pub(in crate::engine) fn row_of<F>(array: &Array2<F>, row: usize) -> &[F] {
    let width = array.ncols();
    array.as_slice().and_then(|all| all.get(row * width..(row + 1) * width)).unwrap_or_default()
}

impl<F: Real> Rnn<F> {
    /// The network along the sequence `x` `[T×I]` from `h0` `[H]`, every state kept.
    ///
    /// # Errors
    /// [`EngineError::Empty`] for T = 0, [`EngineError::Shape`], and [`EngineError::NotFinite`]
    /// with the step at which a number stopped being finite.
    pub fn trace(&self, x: ArrayView2<'_, F>, h0: ArrayView1<'_, F>) -> Result<RnnTrace<F>, EngineError> {
        let x = checked_input(x, self.weights())?;
        let h0 = checked_state("h0", h0, self.weights())?;
        let (length, hidden_size) = (x.nrows(), h0.len());
        let mut h = Vec::with_capacity(length * hidden_size);
        let (mut now, mut next) = (h0.to_vec(), vec![F::zero(); hidden_size]);
        for row in 0..length {
            self.step_into(row_of(&x, row), &now, &mut next);
            row_finite("h", Some(row + 1), &next)?;
            h.extend_from_slice(&next);
            std::mem::swap(&mut now, &mut next);
        }
        Ok(RnnTrace { x, h0, h: stacked(h, length, hidden_size)? })
    }
}

impl<F: Real> Lstm<F> {
    /// The network along the sequence `x` `[T×I]` from `start` (h₀ and S₀, `[H]` each), every
    /// gate and state kept.
    ///
    /// # Errors
    /// [`EngineError::Empty`] for T = 0, [`EngineError::Shape`], and [`EngineError::NotFinite`]
    /// with the step at which a number stopped being finite.
    pub fn trace(&self, x: ArrayView2<'_, F>, start: &LstmState<F>) -> Result<LstmTrace<F>, EngineError> {
        let x = checked_input(x, self.weights())?;
        let h0 = checked_state("h0", start.h.view(), self.weights())?;
        let s0 = checked_state("S0", start.s.view(), self.weights())?;
        let (length, hidden_size) = (x.nrows(), h0.len());
        let mut kept: [Vec<F>; 6] = std::array::from_fn(|_| vec![F::zero(); length * hidden_size]);
        let mut z = vec![F::zero(); Self::BLOCKS * hidden_size];
        let (mut h_now, mut s_now) = (h0.to_vec(), s0.to_vec());
        {
            let [i, f, g, o, s, h] = kept.each_mut().map(|values| values.chunks_exact_mut(hidden_size));
            let rows = i.zip(f).zip(g.zip(o)).zip(s.zip(h)).enumerate();
            for (row, (((i, f), (g, o)), (s, h))) in rows {
                let mut at = LstmRowMut { i, f, g, o, s, h };
                self.step_into(row_of(&x, row), &h_now, &s_now, &mut z, &mut at);
                at.check().map_err(|wrong| NotFinite { step: Some(row + 1), ..wrong })?;
                h_now.copy_from_slice(at.h);
                s_now.copy_from_slice(at.s);
            }
        }
        let [i, f, g, o, s, h] = kept.map(|values| stacked(values, length, hidden_size));
        Ok(LstmTrace { x, h0, s0, i: i?, f: f?, g: g?, o: o?, s: s?, h: h? })
    }
}

impl<F: Real> Gru<F> {
    /// The network along the sequence `x` `[T×I]` from `h0` `[H]`, every gate and state kept.
    ///
    /// # Errors
    /// [`EngineError::Empty`] for T = 0, [`EngineError::Shape`], and [`EngineError::NotFinite`]
    /// with the step at which a number stopped being finite.
    pub fn trace(&self, x: ArrayView2<'_, F>, h0: ArrayView1<'_, F>) -> Result<GruTrace<F>, EngineError> {
        let x = checked_input(x, self.weights())?;
        let h0 = checked_state("h0", h0, self.weights())?;
        let (length, hidden_size) = (x.nrows(), h0.len());
        let mut kept: [Vec<F>; 5] = std::array::from_fn(|_| vec![F::zero(); length * hidden_size]);
        let mut scratch = GruScratch::new(hidden_size);
        let mut h_now = h0.to_vec();
        {
            let [r, z, n, nh, h] = kept.each_mut().map(|values| values.chunks_exact_mut(hidden_size));
            let rows = r.zip(z).zip(n.zip(nh)).zip(h).enumerate();
            for (row, (((r, z), (n, nh)), h)) in rows {
                let mut at = GruRowMut { r, z, n, nh, h };
                self.step_into(row_of(&x, row), &h_now, &mut scratch, &mut at);
                at.check().map_err(|wrong| NotFinite { step: Some(row + 1), ..wrong })?;
                h_now.copy_from_slice(at.h);
            }
        }
        let [r, z, n, nh, h] = kept.map(|values| stacked(values, length, hidden_size));
        Ok(GruTrace { x, h0, r: r?, z: z?, n: n?, nh: nh?, h: h? })
    }
}

fn checked_input<F: Real>(x: ArrayView2<'_, F>, weights: &Weights<F>) -> Result<Array2<F>, EngineError> {
    if x.nrows() == 0 {
        return Err(EngineError::Empty { size: "T" });
    }
    same_shape("x", x.shape(), &[x.nrows(), weights.input_size()])?;
    for (row, inputs) in x.outer_iter().enumerate() {
        all_finite("x", Some(row + 1), inputs.indexed_iter().map(|(column, value)| (vec![column], value)))?;
    }
    Ok(x.as_standard_layout().into_owned())
}

fn checked_state<F: Real>(
    name: &'static str,
    state: ArrayView1<'_, F>,
    weights: &Weights<F>,
) -> Result<Array1<F>, EngineError> {
    same_shape(name, state.shape(), &[weights.hidden_size()])?;
    all_finite(name, None, state.indexed_iter().map(|(unit, value)| (vec![unit], value)))?;
    Ok(state.to_owned())
}

/// T rows of H numbers as an array `[T×H]`.
pub(in crate::engine) fn stacked<F>(rows: Vec<F>, length: usize, width: usize) -> Result<Array2<F>, EngineError> {
    let found = vec![rows.len()];
    Array2::from_shape_vec((length, width), rows).map_err(|_| EngineError::Shape {
        tensor: "rows",
        found,
        needed: vec![length, width],
    })
}
