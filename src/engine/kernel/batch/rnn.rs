//! A panel through a plain RNN, there and back.

use fearless_simd::prelude::*;
use fearless_simd_macros::simd;

use super::packed::Packed;
use super::panel::Panel;
use super::products::{add_products, load, load_group, store, tanh_row, zero};
use super::sizes::{ROWS, Sizes};

/// Every step of a panel: h, four units at a time.
#[simd]
pub(super) fn forward<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, panel: &mut Panel) {
    let lanes = 2 * S::f32s::LEN;
    for step in 0..sizes.length {
        let (before, after) = panel.columns.split_at_mut((step + 1) * sizes.column_stride());
        let columns = &before[step * sizes.column_stride()..];
        // h₀ is 0
        let columns = if step == 0 { &columns[..sizes.before_h() * lanes] } else { columns };
        let h = after[sizes.before_h() * lanes..].chunks_exact_mut(ROWS * lanes);
        for (weights, h) in packed.forward.chunks_exact(sizes.columns()).zip(h) {
            let mut sums = [zero(simd); ROWS];
            add_products(simd, &mut sums, weights, columns);
            for (h, sum) in h.chunks_exact_mut(lanes).zip(sums) {
                store::<S>(h, tanh_row::<S>(sum));
            }
        }
    }
}

/// The way back: `dz = dh ⊙ (1 − h²)`, `dh' = Uᵀ dz`.
#[simd]
pub(super) fn backward<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, panel: &mut Panel) {
    let lanes = 2 * S::f32s::LEN;
    let one = S::f32s::splat(simd, 1.0);
    for step in (0..sizes.length).rev() {
        let (now, later) = panel.groups[step * sizes.group_stride()..].split_at_mut(sizes.group_stride());
        let h = &panel.columns[(step + 1) * sizes.column_stride() + sizes.before_h() * lanes..];
        let mut squares = zero(simd);
        for (block, weights) in packed.backward.chunks_exact(sizes.groups() * ROWS).enumerate() {
            let from = block * ROWS * lanes;
            let mut sums = [zero(simd); ROWS];
            if step + 1 == sizes.length {
                sums = load_group(simd, &panel.last[from..]);
            } else {
                add_products(simd, &mut sums, weights, later);
            }
            let units = now[from..].chunks_exact_mut(lanes).zip(h[from..].chunks_exact(lanes));
            for ((kept, h), dh) in units.zip(sums) {
                let h = load(simd, h);
                let mut dz = dh;
                for at in 0..2 {
                    squares[at] = dh[at].mul_add(dh[at], squares[at]);
                    dz[at] = dh[at] * (one - h[at] * h[at]);
                }
                store::<S>(kept, dz);
            }
        }
        panel.signal[step] = (squares[0] + squares[1]).reduce_sum();
    }
}
