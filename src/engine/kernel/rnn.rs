//! The plain RNN of one unit, for a tile of networks at once.

use fearless_simd::{Level, dispatch, f32x16, prelude::*};
use fearless_simd_macros::simd;

use super::tanh::tanh;
use super::{TileState, WubTile};
use crate::engine::network::RnnUnit;

/// Up to sixteen RNNs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RnnTile(WubTile);

impl RnnTile {
    /// The first [`LANES`](super::LANES) of `networks`; a lane without a network stays at h = 0.
    #[must_use]
    pub fn of(networks: impl Iterator<Item = RnnUnit>) -> Self {
        Self(WubTile::of(networks, 1.0))
    }
}

/// `h = tanh(w·x + u·h' + b)` in every network of every tile, for each of the inputs `x` in turn.
///
/// `states` are those before the first input, one a tile, and become those after the last; a tile
/// without a state is left out. The plain form is
/// [`Rnn::step`](crate::engine::cell::Rnn::step).
pub fn rnn_along(level: Level, tiles: &[RnnTile], x: &[f32], states: &mut [TileState]) {
    dispatch!(level, simd => rnn_along_simd(simd, tiles, x, states));
}

#[simd]
fn rnn_along_simd<S: Simd>(simd: S, tiles: &[RnnTile], x: &[f32], states: &mut [TileState]) {
    for (RnnTile(tile), state) in tiles.iter().zip(states) {
        let [w, u, b] = [tile.w, tile.u, tile.b].map(|lanes| f32x16::simd_from(simd, lanes));
        let mut h = f32x16::simd_from(simd, state.h);
        for x in x {
            h = tanh(u.mul_add(h, w.mul_add(*x, b)));
        }
        state.h = h.to_array();
    }
}
