//! What is kept of one panel, from the first step to the last.

use super::sizes::{ROWS, Sizes};
use crate::engine::cell::CellKind;

/// Everything that a panel of sequences computes, kept for the way back.
///
/// All arrays are row after row of [`Sizes::lanes`] numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Panel {
    /// x_t, 1 and h_{t−1} of every step, and of one step more for the last h: `[T+1][I+1+H]`.
    pub columns: Vec<f32>,
    /// Forward the gates, and backward in their place `∂L/∂z`: `[T][group][4]`.
    pub groups: Vec<f32>,
    /// S before step 1 and after every step: `[T+1][H]`; the LSTM's alone.
    pub s: Vec<f32>,
    /// tanh(S): `[T][H]`; the LSTM's alone.
    pub shown: Vec<f32>,
    /// What goes back to the step before beside the products: `∂L/∂S` in the LSTM, the part of
    /// `∂L/∂h` that z lets through in the GRU: `[H]`.
    pub carried: Vec<f32>,
    /// `∂L/∂h_T`, through the readout: `[H]`.
    pub last: Vec<f32>,
    /// The readout y, then `∂L/∂y`: `[O]`.
    pub said: Vec<f32>,
    /// What the readout should be: `[O]`.
    pub target: Vec<f32>,
    /// 1 for a sequence, 0 for a lane without one: `[1]`.
    pub filled: Vec<f32>,
    /// The sum of squares of `∂L/∂h_t` over all lanes and units: T numbers, not rows.
    pub signal: Vec<f32>,
}

impl Panel {
    pub fn new(sizes: &Sizes) -> Self {
        let rows = |count: usize| vec![0.0; count * sizes.lanes];
        let lstm = |count: usize| rows(if sizes.kind == CellKind::Lstm { count } else { 0 });
        let outputs = sizes.output.next_multiple_of(ROWS);
        let mut panel = Self {
            columns: vec![0.0; (sizes.length + 1) * sizes.column_stride()],
            groups: vec![0.0; sizes.length * sizes.group_stride()],
            s: lstm((sizes.length + 1) * sizes.units()),
            shown: lstm(sizes.length * sizes.units()),
            carried: rows(sizes.units()),
            last: rows(sizes.units()),
            said: rows(outputs),
            target: rows(outputs),
            filled: rows(1),
            signal: vec![0.0; sizes.length],
        };
        for step in panel.columns.chunks_exact_mut(sizes.column_stride()) {
            let ones = step.chunks_exact_mut(sizes.lanes).nth(sizes.input);
            ones.into_iter().for_each(|ones| ones.fill(1.0));
        }
        panel
    }

    /// Takes over sequences, at most as many as there are lanes: x is `[T·I]` of each.
    pub fn fill<'a>(&mut self, sizes: &Sizes, sequences: impl Iterator<Item = (&'a [f32], &'a [f32])>) {
        let (lanes, input) = (sizes.lanes, sizes.input);
        self.filled.fill(0.0);
        self.target.fill(0.0);
        let steps = sizes.length * sizes.column_stride();
        for (lane, (x, target)) in sequences.take(lanes).enumerate() {
            let steps = self.columns[..steps].chunks_exact_mut(sizes.column_stride());
            for (step, x) in steps.zip(x.chunks_exact(input)) {
                step.chunks_exact_mut(lanes).zip(x).for_each(|(row, x)| row[lane] = *x);
            }
            self.target.chunks_exact_mut(lanes).zip(target).for_each(|(row, target)| row[lane] = *target);
            self.filled[lane] = 1.0;
        }
    }
}

/// h after the last step, within a panel's columns: `[H]`.
pub(super) fn last_h<'a>(sizes: &Sizes, columns: &'a [f32]) -> &'a [f32] {
    &columns[sizes.length * sizes.column_stride() + sizes.before_h() * sizes.lanes..]
}
