//! The two kinds of sums that all the work is in.

use fearless_simd::prelude::*;

use super::sizes::ROWS;
use crate::engine::kernel::tanh::tanh;

/// The vectors of one row of a panel.
pub(super) type Row<S> = [<S as Simd>::f32s; 2];

/// A row of a panel, loaded.
#[inline(always)]
pub(super) fn load<S: Simd>(simd: S, row: &[f32]) -> Row<S> {
    let (low, high) = row.split_at(S::f32s::LEN);
    [S::f32s::from_slice(simd, low), S::f32s::from_slice(simd, &high[..S::f32s::LEN])]
}

/// A row of a panel, stored.
#[inline(always)]
pub(super) fn store<S: Simd>(row: &mut [f32], values: Row<S>) {
    let (low, high) = row.split_at_mut(S::f32s::LEN);
    values[0].store_slice(low);
    values[1].store_slice(&mut high[..S::f32s::LEN]);
}

/// tanh of a row.
#[inline(always)]
pub(super) fn tanh_row<S: Simd>(row: Row<S>) -> Row<S> {
    [tanh(row[0]), tanh(row[1])]
}

/// The four rows of a group, loaded.
#[inline(always)]
pub(super) fn load_group<S: Simd>(simd: S, group: &[f32]) -> [Row<S>; ROWS] {
    let mut rows = [zero(simd); ROWS];
    for (row, values) in rows.iter_mut().zip(group.chunks_exact(2 * S::f32s::LEN)) {
        *row = load(simd, values);
    }
    rows
}

/// The four rows of a group, stored.
#[inline(always)]
pub(super) fn store_group<S: Simd>(group: &mut [f32], rows: [Row<S>; ROWS]) {
    for (values, row) in group.chunks_exact_mut(2 * S::f32s::LEN).zip(rows) {
        store::<S>(values, row);
    }
}

/// A row of zeros.
#[inline(always)]
pub(super) fn zero<S: Simd>(simd: S) -> Row<S> {
    [S::f32s::splat(simd, 0.0); 2]
}

/// `sums[r] += Σ_k weights[k][r] · columns[k]`: four rows of a product, for all lanes of a panel.
///
/// Eight vectors of sums stay in registers; each column is read once for all four.
#[inline(always)]
pub(super) fn add_products<S: Simd>(simd: S, sums: &mut [Row<S>; ROWS], weights: &[[f32; ROWS]], columns: &[f32]) {
    for (weights, column) in weights.iter().zip(columns.chunks_exact(2 * S::f32s::LEN)) {
        let [low, high] = load(simd, column);
        for (sum, weight) in sums.iter_mut().zip(weights) {
            let weight = S::f32s::splat(simd, *weight);
            *sum = [weight.mul_add(low, sum[0]), weight.mul_add(high, sum[1])];
        }
    }
}

/// As [`add_products`] without the third row.
#[inline(always)]
pub(super) fn add_products_but_third<S: Simd>(
    simd: S,
    sums: &mut [Row<S>; ROWS],
    weights: &[[f32; ROWS]],
    columns: &[f32],
) {
    for (weights, column) in weights.iter().zip(columns.chunks_exact(2 * S::f32s::LEN)) {
        let [low, high] = load(simd, column);
        for row in [0, 1, 3] {
            let weight = S::f32s::splat(simd, weights[row]);
            sums[row] = [weight.mul_add(low, sums[row][0]), weight.mul_add(high, sums[row][1])];
        }
    }
}

/// Where one product over time finds its rows: in every step, from `group` and from `column` on.
#[derive(Clone, Copy)]
pub(super) struct Along<'a> {
    pub groups: &'a [f32],
    pub group_stride: usize,
    pub group: usize,
    pub columns: &'a [f32],
    pub column_stride: usize,
    pub column: usize,
}

/// `sums[r][k] += Σ_t group_t[rows[r]] · column_t[k]`, the lanes side by side: what a gradient
/// gathers over all steps and, when its lanes are added up, over all sequences.
#[inline(always)]
pub(super) fn add_over_time<S: Simd, const R: usize, const K: usize>(
    simd: S,
    sums: &mut [[S::f32s; K]; R],
    rows: [usize; R],
    along: Along<'_>,
) {
    let (len, lanes) = (S::f32s::LEN, 2 * S::f32s::LEN);
    let groups = along.groups.chunks_exact(along.group_stride);
    for (group, column) in groups.zip(along.columns.chunks_exact(along.column_stride)) {
        let group = &group[along.group * ROWS * lanes..][..ROWS * lanes];
        let column = &column[along.column * lanes..][..K * lanes];
        for half in 0..2 {
            let mut columns = [S::f32s::splat(simd, 0.0); K];
            for (k, vector) in columns.iter_mut().enumerate() {
                *vector = S::f32s::from_slice(simd, &column[k * lanes + half * len..][..len]);
            }
            for (sums, row) in sums.iter_mut().zip(rows) {
                let row = S::f32s::from_slice(simd, &group[row * lanes + half * len..][..len]);
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum = row.mul_add(column, *sum);
                }
            }
        }
    }
}
