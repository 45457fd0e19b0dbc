//! What the weights' gradients gather over all steps and all sequences.

use std::ops::Range;

use fearless_simd::prelude::*;
use fearless_simd_macros::simd;

use super::panel::Panel;
use super::products::{Along, add_over_time};
use super::sizes::{ROWS, Sizes};
use crate::engine::cell::CellKind;
use crate::engine::kernel::rows::reads;
use crate::engine::network::Model;

/// So many numbers of the columns are gone through at a time: 400 kB, which stay in the second cache
/// while every group of rows is multiplied with them.
const AT_A_TIME: usize = 100_000;

/// Adds `Σ_t ∂L/∂z_t (x_t, 1, h_{t−1})ᵀ` of all panels to the gradients of W, both biases and U.
#[simd]
pub(super) fn gather<S: Simd>(simd: S, sizes: &Sizes, panels: &[Panel], gradient: &mut Model<f32>) {
    let steps = steps_at_a_time(sizes);
    for from in (0..sizes.length).step_by(steps) {
        let part = Part { panels, steps: from..(from + steps).min(sizes.length) };
        for group in 0..sizes.groups() {
            gather_group(simd, sizes, &part, group, gradient);
        }
    }
}

/// How many steps are gone through at a time: parts of a panel are about alike.
fn steps_at_a_time(sizes: &Sizes) -> usize {
    let parts = (sizes.length * sizes.column_stride()).div_ceil(AT_A_TIME);
    sizes.length.div_ceil(parts)
}

/// How many whole panels are.
pub(super) fn panels_at_a_time(sizes: &Sizes) -> usize {
    (AT_A_TIME / (sizes.length * sizes.column_stride())).max(1)
}

/// Some steps of some panels.
struct Part<'a> {
    panels: &'a [Panel],
    steps: Range<usize>,
}

#[simd]
fn gather_group<S: Simd>(simd: S, sizes: &Sizes, part: &Part<'_>, group: usize, gradient: &mut Model<f32>) {
    let [of_w, of_u, of_bias_ih, of_bias_hh, ..] = gradient.values_mut();
    for column in 0..sizes.before_h() {
        let sums = sums_of::<S, ROWS, 1>(simd, sizes, part, group, column, [0, 1, 2, 3]);
        for (row, [sum]) in sums.into_iter().enumerate() {
            let Some(stacked) = sizes.stacked_row(group, row) else { continue };
            let (reads_x, reads_h) = reads(sizes.kind, row);
            if column == sizes.input {
                of_bias_ih[stacked] += if reads_x { sum } else { 0.0 };
                of_bias_hh[stacked] += if reads_h { sum } else { 0.0 };
            } else if reads_x {
                of_w[stacked * sizes.input + column] += sum;
            }
        }
    }
    if sizes.kind == CellKind::Gru {
        gather_recurrent(simd, sizes, part, group, [0, 1, 3], of_u);
    } else {
        gather_recurrent(simd, sizes, part, group, [0, 1, 2, 3], of_u);
    }
}

/// The part of U, as many columns at a time as there are registers for.
#[inline(always)]
fn gather_recurrent<S: Simd, const R: usize>(
    simd: S,
    sizes: &Sizes,
    part: &Part<'_>,
    group: usize,
    rows: [usize; R],
    of_u: &mut [f32],
) {
    let mut unit = 0;
    if S::f32s::LEN >= 16 {
        while unit + 4 <= sizes.hidden {
            gather_columns::<S, R, 4>(simd, sizes, part, group, rows, unit, of_u);
            unit += 4;
        }
    }
    while unit + 3 <= sizes.hidden {
        gather_columns::<S, R, 3>(simd, sizes, part, group, rows, unit, of_u);
        unit += 3;
    }
    while unit < sizes.hidden {
        gather_columns::<S, R, 1>(simd, sizes, part, group, rows, unit, of_u);
        unit += 1;
    }
}

#[inline(always)]
fn gather_columns<S: Simd, const R: usize, const K: usize>(
    simd: S,
    sizes: &Sizes,
    part: &Part<'_>,
    group: usize,
    rows: [usize; R],
    unit: usize,
    of_u: &mut [f32],
) {
    let sums = sums_of::<S, R, K>(simd, sizes, part, group, sizes.before_h() + unit, rows);
    for (row, sums) in rows.into_iter().zip(sums) {
        let Some(stacked) = sizes.stacked_row(group, row) else { continue };
        let of_u = &mut of_u[stacked * sizes.hidden + unit..][..K];
        of_u.iter_mut().zip(sums).for_each(|(of_u, sum)| *of_u += sum);
    }
}

/// `Σ_t group_t[rows] · column_tᵀ` over a part, the lanes added up.
#[inline(always)]
fn sums_of<S: Simd, const R: usize, const K: usize>(
    simd: S,
    sizes: &Sizes,
    part: &Part<'_>,
    group: usize,
    column: usize,
    rows: [usize; R],
) -> [[f32; K]; R] {
    let mut sums = [[S::f32s::splat(simd, 0.0); K]; R];
    let (group_stride, column_stride) = (sizes.group_stride(), sizes.column_stride());
    for panel in part.panels {
        let along = Along {
            groups: &panel.groups[part.steps.start * group_stride..part.steps.end * group_stride],
            group_stride,
            group,
            columns: &panel.columns[part.steps.start * column_stride..part.steps.end * column_stride],
            column_stride,
            column,
        };
        add_over_time(simd, &mut sums, rows, along);
    }
    let mut added = [[0.0; K]; R];
    for (added, sums) in added.iter_mut().zip(sums) {
        for (added, sum) in added.iter_mut().zip(sums) {
            *added = sum.reduce_sum();
        }
    }
    added
}
