//! A model's weights in the order in which the products read them.

use super::sizes::{ROWS, Sizes};
use crate::engine::kernel::rows::{reads, scale};
use crate::engine::network::Model;

/// Weights in groups of [`ROWS`], side by side.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Packed {
    /// W, the biases and U of each group, a column after the other: `[group][I+1+H]`. Rows of gates
    /// are halved.
    pub forward: Vec<[f32; ROWS]>,
    /// U of four units, a row after the other: `[units/4][group·4]`.
    pub backward: Vec<[f32; ROWS]>,
    /// R and c of four outputs, a unit after the other, c last: `[outputs/4][H+1]`.
    pub readout: Vec<[f32; ROWS]>,
}

impl Packed {
    pub fn new(sizes: &Sizes) -> Self {
        let zeros = |count: usize| vec![[0.0; ROWS]; count];
        Self {
            forward: zeros(sizes.groups() * sizes.columns()),
            backward: zeros(sizes.units() / ROWS * sizes.groups() * ROWS),
            readout: zeros(sizes.output.div_ceil(ROWS) * (sizes.units() + 1)),
        }
    }

    /// Takes over a model of these sizes.
    pub fn pack(&mut self, sizes: &Sizes, model: &Model<f32>) {
        let [weight_ih, weight_hh, bias_ih, bias_hh, readout, readout_bias] = model.values();
        let (input, hidden) = (sizes.input, sizes.hidden);
        for (group, columns) in self.forward.chunks_exact_mut(sizes.columns()).enumerate() {
            for row in 0..ROWS {
                let Some(stacked) = sizes.stacked_row(group, row) else { continue };
                let scale = scale(sizes.kind, row);
                let (w, u) = (&weight_ih[stacked * input..][..input], &weight_hh[stacked * hidden..][..hidden]);
                let (reads_x, reads_h) = reads(sizes.kind, row);
                let (of_x, of_h) = columns.split_at_mut(sizes.before_h());
                if reads_x {
                    of_x.iter_mut().zip(w).for_each(|(column, w)| column[row] = scale * w);
                }
                if reads_h {
                    of_h.iter_mut().zip(u).for_each(|(column, u)| column[row] = scale * u);
                }
                let bias_of_x = if reads_x { bias_ih[stacked] } else { 0.0 };
                let bias_of_h = if reads_h { bias_hh[stacked] } else { 0.0 };
                of_x[input][row] = scale * (bias_of_x + bias_of_h);
            }
        }
        let rows = sizes.groups() * ROWS;
        for (first, block) in (0..).step_by(ROWS).zip(self.backward.chunks_exact_mut(rows)) {
            for (row, units) in block.iter_mut().enumerate() {
                let (group, row) = (row / ROWS, row % ROWS);
                let Some(stacked) = sizes.stacked_row(group, row).filter(|_| reads(sizes.kind, row).1) else {
                    continue;
                };
                let u = &weight_hh[stacked * hidden..][..hidden];
                units.iter_mut().zip(&u[first..]).for_each(|(unit, u)| *unit = *u);
            }
        }
        for (first, block) in (0..).step_by(ROWS).zip(self.readout.chunks_exact_mut(sizes.units() + 1)) {
            for row in 0..ROWS.min(sizes.output - first) {
                let output = first + row;
                let weights = &readout[output * hidden..][..hidden];
                block.iter_mut().zip(weights).for_each(|(column, weight)| column[row] = *weight);
                block[sizes.units()][row] = readout_bias[output];
            }
        }
    }
}
