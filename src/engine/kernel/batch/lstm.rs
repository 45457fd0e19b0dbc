//! A panel through an LSTM, there and back.

use fearless_simd::prelude::*;
use fearless_simd_macros::simd;

use super::packed::Packed;
use super::panel::Panel;
use super::products::{Row, add_products, load, load_group, store, store_group, tanh_row, zero};
use super::sizes::{ROWS, Sizes};
use super::valves::Valves;

/// Every step of a panel: gates i, f, g, o, S, tanh(S) and h.
#[simd]
pub(super) fn forward<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, valves: &Valves, panel: &mut Panel) {
    let (lanes, state) = (2 * S::f32s::LEN, sizes.units() * 2 * S::f32s::LEN);
    let [valve_i, valve_f, valve_o] = valves.lstm;
    for step in 0..sizes.length {
        let (before, after) = panel.columns.split_at_mut((step + 1) * sizes.column_stride());
        let columns = &before[step * sizes.column_stride()..];
        // h₀ is 0
        let columns = if step == 0 { &columns[..sizes.before_h() * lanes] } else { columns };
        let (s_before, s_after) = panel.s.split_at_mut((step + 1) * state);
        let kept = panel.groups[step * sizes.group_stride()..].chunks_exact_mut(ROWS * lanes);
        let shown = panel.shown[step * state..].chunks_exact_mut(lanes);
        let h = after[sizes.before_h() * lanes..].chunks_exact_mut(lanes);
        let s = s_before[step * state..].chunks_exact(lanes).zip(s_after.chunks_exact_mut(lanes));
        let weights = packed.forward.chunks_exact(sizes.columns());
        for ((weights, kept), ((s_before, s_after), (shown, h))) in weights.zip(kept).zip(s.zip(shown.zip(h))) {
            let mut sums = [zero(simd); ROWS];
            add_products(simd, &mut sums, weights, columns);
            let [i, f, g, o] = sums;
            let (i, f, o) = (valve_i.open(simd, i), valve_f.open(simd, f), valve_o.open(simd, o));
            let g = tanh_row::<S>(g);
            let s = load(simd, s_before);
            let s: Row<S> = [f[0].mul_add(s[0], i[0] * g[0]), f[1].mul_add(s[1], i[1] * g[1])];
            let bounded = tanh_row::<S>(s);
            store_group::<S>(kept, [i, f, g, o]);
            store::<S>(s_after, s);
            store::<S>(shown, bounded);
            store::<S>(h, [o[0] * bounded[0], o[1] * bounded[1]]);
        }
    }
}

/// The way back: `∂L/∂z` of every gate in the place of the gate.
///
/// ```text
/// dS += dh ⊙ o ⊙ (1 − tanh²(S))    dz_o = dh ⊙ tanh(S) ⊙ o (1 − o)
/// dz_i = dS ⊙ g ⊙ i (1 − i)        dz_f = dS ⊙ S' ⊙ f (1 − f)
/// dz_g = dS ⊙ i ⊙ (1 − g²)         dS' = dS ⊙ f          dh' = Uᵀ dz
/// ```
#[simd]
pub(super) fn backward<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, panel: &mut Panel) {
    let (lanes, state) = (2 * S::f32s::LEN, sizes.units() * 2 * S::f32s::LEN);
    let one = S::f32s::splat(simd, 1.0);
    panel.carried.fill(0.0);
    for step in (0..sizes.length).rev() {
        let (now, later) = panel.groups[step * sizes.group_stride()..].split_at_mut(sizes.group_stride());
        let mut squares = zero(simd);
        for (block, weights) in packed.backward.chunks_exact(sizes.groups() * ROWS).enumerate() {
            let mut sums = [zero(simd); ROWS];
            if step + 1 == sizes.length {
                sums = load_group(simd, &panel.last[block * ROWS * lanes..]);
            } else {
                add_products(simd, &mut sums, weights, later);
            }
            for (unit, dh) in (block * ROWS..).zip(sums) {
                let kept = &mut now[unit * ROWS * lanes..][..ROWS * lanes];
                let [i, f, g, o] = load_group(simd, kept);
                let at = step * state + unit * lanes;
                let (s_before, shown) = (load(simd, &panel.s[at..][..lanes]), load(simd, &panel.shown[at..][..lanes]));
                let carried = &mut panel.carried[unit * lanes..][..lanes];
                let ds = load(simd, carried);
                let mut dz = [zero(simd); ROWS];
                let mut on = zero(simd);
                for at in 0..2 {
                    squares[at] = dh[at].mul_add(dh[at], squares[at]);
                    let through_o = dh[at] * o[at];
                    let ds = through_o.mul_add(one - shown[at] * shown[at], ds[at]);
                    let through_i = ds * i[at];
                    let through_f = ds * f[at];
                    dz[0][at] = through_i * g[at] * (one - i[at]);
                    dz[1][at] = through_f * s_before[at] * (one - f[at]);
                    dz[2][at] = through_i * (one - g[at] * g[at]);
                    dz[3][at] = through_o * shown[at] * (one - o[at]);
                    on[at] = through_f;
                }
                store_group::<S>(kept, dz);
                store::<S>(carried, on);
            }
        }
        panel.signal[step] = (squares[0] + squares[1]).reduce_sum();
    }
}
