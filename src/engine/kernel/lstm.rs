//! The LSTM of one unit, for a tile of networks at once.

use fearless_simd::{Level, dispatch, f32x16, prelude::*};
use fearless_simd_macros::simd;

use super::tanh::tanh;
use super::tile::as_f32;
use super::{TileState, WubTile};
use crate::engine::cell::Held;
use crate::engine::network::{LstmUnit, Wub};

/// Up to sixteen LSTMs, with the same gates held.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LstmTile {
    i: Gate,
    f: Gate,
    o: Gate,
    g: WubTile,
}

/// A gate as `middle + reach·tanh(½z)`.
///
/// σ(z) = ½ + ½·tanh(½z), and a gate held at v is v + 0·tanh(½z): exactly v, without a branch.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Gate {
    /// ½w, ½u and ½b; halving is exact.
    half: WubTile,
    middle: f32,
    reach: f32,
}

impl LstmTile {
    /// The first [`LANES`](super::LANES) of `networks`, with these gates held; a lane without a
    /// network stays at S = h = 0.
    #[must_use]
    pub fn of(networks: impl Iterator<Item = LstmUnit> + Clone, held: Held<f64>) -> Self {
        Self {
            i: Gate::of(networks.clone().map(|unit| unit.i), held.i),
            f: Gate::of(networks.clone().map(|unit| unit.f), held.f),
            o: Gate::of(networks.clone().map(|unit| unit.o), held.o),
            g: WubTile::of(networks.map(|unit| unit.g), 1.0),
        }
    }
}

impl Gate {
    fn of(gates: impl Iterator<Item = Wub>, held: Option<f64>) -> Self {
        let (middle, reach) = held.map_or((0.5, 0.5), |held| (as_f32(held), 0.0));
        Self { half: WubTile::of(gates, 0.5), middle, reach }
    }
}

/// One step after the other, for each of the inputs `x` in turn, in every network of every tile:
///
/// ```text
/// i, f, o = σ(w·x + u·h' + b)    g = tanh(w·x + u·h' + b)
/// S = f·S' + i·g                 h = o·tanh(S)               ' = previous step
/// ```
///
/// `states` are those before the first input, one a tile, and become those after the last; a tile
/// without a state is left out. The plain form is
/// [`Lstm::step`](crate::engine::cell::Lstm::step).
pub fn lstm_along(level: Level, tiles: &[LstmTile], x: &[f32], states: &mut [TileState]) {
    dispatch!(level, simd => lstm_along_simd(simd, tiles, x, states));
}

#[simd]
fn lstm_along_simd<S: Simd>(simd: S, tiles: &[LstmTile], x: &[f32], states: &mut [TileState]) {
    for (tile, state) in tiles.iter().zip(states) {
        tile_along(simd, tile, x, state);
    }
}

#[simd]
fn tile_along<S: Simd>(simd: S, tile: &LstmTile, x: &[f32], state: &mut TileState) {
    let (i, f, o) = (LoadedGate::of(simd, &tile.i), LoadedGate::of(simd, &tile.f), LoadedGate::of(simd, &tile.o));
    let g = Loaded::of(simd, &tile.g);
    let (mut h, mut s) = (f32x16::simd_from(simd, state.h), f32x16::simd_from(simd, state.s));
    for x in x {
        let (input, forget, output) = (i.at(*x, h), f.at(*x, h), o.at(*x, h));
        let candidate = tanh(g.inside(*x, h));
        s = forget.mul_add(s, input * candidate);
        h = output * tanh(s);
    }
    (state.h, state.s) = (h.to_array(), s.to_array());
}

/// A [`WubTile`] in vectors.
#[derive(Clone, Copy)]
struct Loaded<S: Simd> {
    w: f32x16<S>,
    u: f32x16<S>,
    b: f32x16<S>,
}

/// A [`Gate`] in vectors.
#[derive(Clone, Copy)]
struct LoadedGate<S: Simd> {
    half: Loaded<S>,
    middle: f32x16<S>,
    reach: f32x16<S>,
}

impl<S: Simd> Loaded<S> {
    #[inline(always)]
    fn of(simd: S, tile: &WubTile) -> Self {
        let [w, u, b] = [tile.w, tile.u, tile.b].map(|lanes| f32x16::simd_from(simd, lanes));
        Self { w, u, b }
    }

    /// `w·x + u·h' + b`.
    #[inline(always)]
    fn inside(&self, x: f32, h: f32x16<S>) -> f32x16<S> {
        self.u.mul_add(h, self.w.mul_add(x, self.b))
    }
}

impl<S: Simd> LoadedGate<S> {
    #[inline(always)]
    fn of(simd: S, gate: &Gate) -> Self {
        let [middle, reach] = [gate.middle, gate.reach].map(|value| f32x16::splat(simd, value));
        Self { half: Loaded::of(simd, &gate.half), middle, reach }
    }

    #[inline(always)]
    fn at(&self, x: f32, h: f32x16<S>) -> f32x16<S> {
        tanh(self.half.inside(x, h)).mul_add(self.reach, self.middle)
    }
}
