//! The readout of a panel's last step, its error, and the way back into h.

use fearless_simd::prelude::*;
use fearless_simd_macros::simd;

use super::packed::Packed;
use super::panel::{Panel, last_h};
use super::products::{add_products, load, store, zero};
use super::sizes::{ROWS, Sizes};
use crate::engine::network::Model;

/// `y = R h_T + c` of every lane; returns the sum of `(y − target)²` over all sequences and outputs.
#[simd]
pub(super) fn squared_error<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, panel: &mut Panel) -> f32 {
    let lanes = 2 * S::f32s::LEN;
    let Panel { columns, said, target, filled, .. } = panel;
    let (h, filled) = (last_h(sizes, columns), load(simd, filled));
    let outputs = said.chunks_exact_mut(ROWS * lanes).zip(target.chunks_exact(ROWS * lanes));
    let mut squares = zero(simd);
    for ((said, target), weights) in outputs.zip(packed.readout.chunks_exact(sizes.units() + 1)) {
        let mut sums = [zero(simd); ROWS];
        add_products(simd, &mut sums, weights, h);
        let bias = weights[sizes.units()];
        let rows = said.chunks_exact_mut(lanes).zip(target.chunks_exact(lanes));
        for ((said, target), (sum, bias)) in rows.zip(sums.into_iter().zip(bias)) {
            let target = load(simd, target);
            store::<S>(said, [sum[0] + bias, sum[1] + bias]);
            for at in 0..2 {
                let wrong = (sum[at] + bias - target[at]) * filled[at];
                squares[at] = wrong.mul_add(wrong, squares[at]);
            }
        }
    }
    (squares[0] + squares[1]).reduce_sum()
}

/// `∂L/∂y = 2 (y − target) / (O·B)` in the place of y; adds to the readout's gradients, and writes
/// `∂L/∂h_T = Rᵀ ∂L/∂y`. `share` is 1 / (O·B).
#[simd]
pub(super) fn backward<S: Simd>(
    simd: S,
    sizes: &Sizes,
    model: &Model<f32>,
    share: f32,
    panel: &mut Panel,
    gradient: &mut Model<f32>,
) {
    let lanes = 2 * S::f32s::LEN;
    let Panel { columns, last, said, target, filled, .. } = panel;
    let (h, filled) = (last_h(sizes, columns), load(simd, filled));
    let [.., weights, _] = model.values();
    let [.., d_weights, d_biases] = gradient.values_mut();
    last.fill(0.0);
    let outputs = said.chunks_exact_mut(lanes).zip(target.chunks_exact(lanes));
    let readout = weights.chunks_exact(sizes.hidden).zip(d_weights.chunks_exact_mut(sizes.hidden)).zip(d_biases);
    for ((said, target), ((weights, d_weights), d_bias)) in outputs.zip(readout) {
        let (y, target) = (load(simd, said), load(simd, target));
        let dy = [(y[0] - target[0]) * filled[0] * (2.0 * share), (y[1] - target[1]) * filled[1] * (2.0 * share)];
        store::<S>(said, dy);
        *d_bias += (dy[0] + dy[1]).reduce_sum();
        let units = weights.iter().zip(d_weights).zip(h.chunks_exact(lanes).zip(last.chunks_exact_mut(lanes)));
        for ((weight, d_weight), (h, last)) in units {
            let (h, now) = (load(simd, h), load(simd, last));
            let weight = S::f32s::splat(simd, *weight);
            *d_weight += dy[1].mul_add(h[1], dy[0] * h[0]).reduce_sum();
            store::<S>(last, [weight.mul_add(dy[0], now[0]), weight.mul_add(dy[1], now[1])]);
        }
    }
}
