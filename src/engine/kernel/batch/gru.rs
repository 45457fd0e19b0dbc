//! A panel through a GRU, there and back.

use fearless_simd::prelude::*;
use fearless_simd_macros::simd;

use super::packed::Packed;
use super::panel::Panel;
use super::products::{add_products, add_products_but_third, load, load_group, store, store_group, tanh_row, zero};
use super::sizes::{ROWS, Sizes};
use super::valves::Valves;

/// Every step of a panel: gates r and z, the candidate n, its recurrent part, and h.
#[simd]
pub(super) fn forward<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, valves: &Valves, panel: &mut Panel) {
    let (lanes, before_h) = (2 * S::f32s::LEN, sizes.before_h());
    let [valve_r, valve_z] = valves.gru;
    for step in 0..sizes.length {
        let (before, after) = panel.columns.split_at_mut((step + 1) * sizes.column_stride());
        let (of_x, of_h) = before[step * sizes.column_stride()..].split_at(before_h * lanes);
        let kept = panel.groups[step * sizes.group_stride()..].chunks_exact_mut(ROWS * lanes);
        let h = of_h.chunks_exact(lanes).zip(after[before_h * lanes..].chunks_exact_mut(lanes));
        let weights = packed.forward.chunks_exact(sizes.columns());
        for ((weights, kept), (h_before, h)) in weights.zip(kept).zip(h) {
            let (weights_x, weights_h) = weights.split_at(before_h);
            let mut sums = [zero(simd); ROWS];
            add_products(simd, &mut sums, weights_x, of_x);
            // h₀ is 0
            if step > 0 {
                add_products_but_third(simd, &mut sums, weights_h, of_h);
            }
            let [r, z, of_x, of_h] = sums;
            let (r, z) = (valve_r.open(simd, r), valve_z.open(simd, z));
            let n = tanh_row::<S>([r[0].mul_add(of_h[0], of_x[0]), r[1].mul_add(of_h[1], of_x[1])]);
            let before = load(simd, h_before);
            store_group::<S>(kept, [r, z, n, of_h]);
            store::<S>(h, [z[0].mul_add(before[0] - n[0], n[0]), z[1].mul_add(before[1] - n[1], n[1])]);
        }
    }
}

/// The way back: `∂L/∂z` of every row in the place of its value.
///
/// ```text
/// dn = dh ⊙ (1 − z) ⊙ (1 − n²)     through x and b_in
/// dr = dn ⊙ (U_n h' + b_hn) ⊙ r (1 − r)
/// dz = dh ⊙ (h' − n) ⊙ z (1 − z)
/// dn ⊙ r                           through h' and b_hn
/// dh' = dh ⊙ z + Uᵀ (dr, dz, dn ⊙ r)
/// ```
#[simd]
pub(super) fn backward<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, panel: &mut Panel) {
    let lanes = 2 * S::f32s::LEN;
    let one = S::f32s::splat(simd, 1.0);
    panel.carried.fill(0.0);
    for step in (0..sizes.length).rev() {
        let (now, later) = panel.groups[step * sizes.group_stride()..].split_at_mut(sizes.group_stride());
        let h_before = &panel.columns[step * sizes.column_stride() + sizes.before_h() * lanes..];
        let mut squares = zero(simd);
        for (block, weights) in packed.backward.chunks_exact(sizes.groups() * ROWS).enumerate() {
            let arriving = if step + 1 == sizes.length { &panel.last } else { &panel.carried };
            let mut sums = load_group(simd, &arriving[block * ROWS * lanes..]);
            if step + 1 < sizes.length {
                for (weights, group) in weights.chunks_exact(ROWS).zip(later.chunks_exact(ROWS * lanes)) {
                    // n's part of x does not come from h'
                    add_products(simd, &mut sums, &weights[..2], &group[..2 * lanes]);
                    add_products(simd, &mut sums, &weights[3..], &group[3 * lanes..]);
                }
            }
            for (unit, dh) in (block * ROWS..).zip(sums) {
                let kept = &mut now[unit * ROWS * lanes..][..ROWS * lanes];
                let [r, z, n, of_h] = load_group(simd, kept);
                let before = load(simd, &h_before[unit * lanes..][..lanes]);
                let mut dz = [zero(simd); ROWS];
                let mut on = zero(simd);
                for at in 0..2 {
                    squares[at] = dh[at].mul_add(dh[at], squares[at]);
                    let through_z = dh[at] * z[at];
                    let dn = (dh[at] - through_z) * (one - n[at] * n[at]);
                    let through_r = dn * r[at];
                    dz[0][at] = through_r * of_h[at] * (one - r[at]);
                    dz[1][at] = through_z * (before[at] - n[at]) * (one - z[at]);
                    dz[2][at] = dn;
                    dz[3][at] = through_r;
                    on[at] = through_z;
                }
                store_group::<S>(kept, dz);
                store::<S>(&mut panel.carried[unit * lanes..][..lanes], on);
            }
        }
        panel.signal[step] = (squares[0] + squares[1]).reduce_sum();
    }
}
