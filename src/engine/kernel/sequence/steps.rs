//! The steps of a sequence, one block of units after the other.
#![expect(clippy::needless_range_loop, reason = "a vector of several gates at the same place")]

use fearless_simd::{f32x4, f32x8, prelude::*};
use fearless_simd_macros::simd;

use super::Sizes;
use crate::engine::cell::CellKind;
use crate::engine::kernel::tanh::tanh;

/// All steps, in vectors that fit the blocks.
#[simd]
pub(super) fn steps<S: Simd>(simd: S, kind: CellKind, sizes: &Sizes, weights: &[f32], x: &[f32], kept: &mut [f32]) {
    match sizes.block {
        4 => steps_in::<S, f32x4<S>, 1>(simd, kind, sizes, weights, x, kept),
        8 => steps_in::<S, f32x8<S>, 1>(simd, kind, sizes, weights, x, kept),
        _ => steps_in::<S, f32x8<S>, 2>(simd, kind, sizes, weights, x, kept),
    }
}

#[inline(always)]
fn steps_in<S: Simd, V: SimdFloat<S, Element = f32>, const B: usize>(
    simd: S,
    kind: CellKind,
    sizes: &Sizes,
    weights: &[f32],
    x: &[f32],
    kept: &mut [f32],
) {
    match kind {
        CellKind::Rnn => rnn_steps::<S, V, B>(simd, sizes, weights, x, kept),
        CellKind::Lstm => lstm_steps::<S, V, B>(simd, sizes, weights, x, kept),
        CellKind::Gru => gru_steps::<S, V, B>(simd, sizes, weights, x, kept),
    }
}

/// `h = tanh(W x + U h' + b)`.
#[inline(always)]
fn rnn_steps<S: Simd, V: SimdFloat<S, Element = f32>, const B: usize>(
    simd: S,
    sizes: &Sizes,
    weights: &[f32],
    x: &[f32],
    kept: &mut [f32],
) {
    let mut before: &[f32] = &[];
    for (x, h) in x.chunks_exact(sizes.input).zip(kept.chunks_exact_mut(sizes.units)) {
        for (weights, h) in weights.chunks_exact(sizes.weights_a_block()).zip(h.chunks_exact_mut(sizes.block)) {
            let [sums] = preactivations::<S, V, B, 1>(simd, weights, x, before);
            for (h, sum) in h.chunks_exact_mut(V::LEN).zip(sums) {
                tanh(sum).store_slice(h);
            }
        }
        before = &h[..sizes.hidden];
    }
}

/// `i, f, o = σ(·)`, `g = tanh(·)`, `S = f ⊙ S' + i ⊙ g`, `h = o ⊙ tanh(S)`.
#[inline(always)]
fn lstm_steps<S: Simd, V: SimdFloat<S, Element = f32>, const B: usize>(
    simd: S,
    sizes: &Sizes,
    weights: &[f32],
    x: &[f32],
    kept: &mut [f32],
) {
    let all = sizes.length * sizes.units;
    let (h, rest) = kept.split_at_mut(all);
    let (i, rest) = rest.split_at_mut(all);
    let (f, rest) = rest.split_at_mut(all);
    let (g, rest) = rest.split_at_mut(all);
    let (o, s) = rest.split_at_mut(all);
    for (step, x) in x.chunks_exact(sizes.input).enumerate() {
        let now = step * sizes.units;
        let (h_before, h) = h.split_at_mut(now);
        let h_before = if step == 0 { &h_before[..] } else { &h_before[now - sizes.units..][..sizes.hidden] };
        let (s_before, s) = s.split_at_mut(now);
        for (block, weights) in weights.chunks_exact(sizes.weights_a_block()).enumerate() {
            let sums = preactivations::<S, V, B, 4>(simd, weights, x, h_before);
            for at in 0..B {
                let from = block * sizes.block + at * V::LEN;
                let (input, forget) = (gate(sums[0][at]), gate(sums[1][at]));
                let (candidate, output) = (tanh(sums[2][at]), gate(sums[3][at]));
                let kept_s = if step == 0 {
                    V::splat(simd, 0.0)
                } else {
                    V::from_slice(simd, &s_before[now - sizes.units + from..][..V::LEN])
                };
                let state = forget.mul_add(kept_s, input * candidate);
                (output * tanh(state)).store_slice(&mut h[from..][..V::LEN]);
                state.store_slice(&mut s[from..][..V::LEN]);
                input.store_slice(&mut i[now + from..][..V::LEN]);
                forget.store_slice(&mut f[now + from..][..V::LEN]);
                candidate.store_slice(&mut g[now + from..][..V::LEN]);
                output.store_slice(&mut o[now + from..][..V::LEN]);
            }
        }
    }
}

/// `r, z = σ(·)`, `n = tanh(W_n x + b_in + r ⊙ (U_n h' + b_hn))`, `h = (1 − z) ⊙ n + z ⊙ h'`.
#[inline(always)]
fn gru_steps<S: Simd, V: SimdFloat<S, Element = f32>, const B: usize>(
    simd: S,
    sizes: &Sizes,
    weights: &[f32],
    x: &[f32],
    kept: &mut [f32],
) {
    let all = sizes.length * sizes.units;
    let (h, rest) = kept.split_at_mut(all);
    let (r, rest) = rest.split_at_mut(all);
    let (z, rest) = rest.split_at_mut(all);
    let (n, nh) = rest.split_at_mut(all);
    for (step, x) in x.chunks_exact(sizes.input).enumerate() {
        let now = step * sizes.units;
        let (before, h) = h.split_at_mut(now);
        let h_before = if step == 0 { &before[..] } else { &before[now - sizes.units..][..sizes.hidden] };
        for (block, weights) in weights.chunks_exact(sizes.weights_a_block()).enumerate() {
            let sums = preactivations::<S, V, B, 4>(simd, weights, x, h_before);
            for at in 0..B {
                let from = block * sizes.block + at * V::LEN;
                let (reset, keep) = (gate(sums[0][at]), gate(sums[1][at]));
                let candidate = tanh(reset.mul_add(sums[3][at], sums[2][at]));
                let kept_h = if step == 0 {
                    V::splat(simd, 0.0)
                } else {
                    V::from_slice(simd, &before[now - sizes.units + from..][..V::LEN])
                };
                keep.mul_add(kept_h - candidate, candidate).store_slice(&mut h[from..][..V::LEN]);
                reset.store_slice(&mut r[now + from..][..V::LEN]);
                keep.store_slice(&mut z[now + from..][..V::LEN]);
                candidate.store_slice(&mut n[now + from..][..V::LEN]);
                sums[3][at].store_slice(&mut nh[now + from..][..V::LEN]);
            }
        }
    }
}

/// σ of twice its argument.
#[inline(always)]
fn gate<S: Simd, V: SimdFloat<S, Element = f32>>(half: V) -> V {
    tanh(half) * 0.5 + 0.5
}

/// `b + W x + U h'` of one block, of every gate: x first, h' when it is there.
#[inline(always)]
fn preactivations<S: Simd, V: SimdFloat<S, Element = f32>, const B: usize, const G: usize>(
    simd: S,
    weights: &[f32],
    x: &[f32],
    h: &[f32],
) -> [[V; B]; G] {
    let mut sums = [[V::splat(simd, 0.0); B]; G];
    let mut columns = weights.chunks_exact(G * B * V::LEN);
    for (sums, weights) in sums.iter_mut().zip(columns.next().unwrap_or_default().chunks_exact(B * V::LEN)) {
        for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(V::LEN)) {
            *sum = V::from_slice(simd, weights);
        }
    }
    for (column, value) in columns.zip(x.iter().chain(h)) {
        let value = V::splat(simd, *value);
        for (sums, weights) in sums.iter_mut().zip(column.chunks_exact(B * V::LEN)) {
            for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(V::LEN)) {
                *sum = value.mul_add(V::from_slice(simd, weights), *sum);
            }
        }
    }
    sums
}
