//! Sixteen networks side by side: their weights and their states.

use crate::engine::network::Wub;

/// How many networks one tile holds.
///
/// A vector of sixteen f32: one register of AVX-512, two of AVX2, four of SSE2 or NEON. On the
/// narrower ones the registers of a tile do not wait for each other, which hides how long a
/// division takes.
pub const LANES: usize = 16;

/// One number of each network of a tile.
pub type Lanes = [f32; LANES];

/// The largest magnitude of a weight or an input that the kernel takes.
///
/// Far above what a scene holds (16), and so small that no sum or product leaves f32: inside the
/// kernel there is no infinity and no NaN, and it need not look for any.
pub const LIMIT: f64 = 1e6;

/// w, u and b of one gate in each network of a tile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WubTile {
    /// w, on the paint x.
    pub w: Lanes,
    /// u, on the previous hidden state h'.
    pub u: Lanes,
    /// b, the bias.
    pub b: Lanes,
}

/// What each network of a tile carries from step to step; S stays 0 in an RNN.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct TileState {
    /// The hidden state h.
    pub h: Lanes,
    /// The cell state S.
    pub s: Lanes,
}

impl WubTile {
    /// The first [`LANES`] of these, each number times `scale`; where there are fewer, the rest of
    /// the tile is 0.
    #[must_use]
    pub fn of(gates: impl Iterator<Item = Wub>, scale: f64) -> Self {
        let mut tile = Self { w: [0.0; LANES], u: [0.0; LANES], b: [0.0; LANES] };
        let lanes = tile.w.iter_mut().zip(&mut tile.u).zip(&mut tile.b);
        for (((w, u), b), gate) in lanes.zip(gates) {
            (*w, *u, *b) = (as_f32(scale * gate.w), as_f32(scale * gate.u), as_f32(scale * gate.b));
        }
        tile
    }
}

/// A sequence as the kernel takes it.
#[must_use]
pub fn inputs(x: &[f64]) -> Vec<f32> {
    x.iter().map(|x| as_f32(*x)).collect()
}

/// The nearest f32.
#[expect(clippy::cast_possible_truncation, reason = "the kernel computes in f32")]
pub(super) fn as_f32(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::{LANES, WubTile};
    use crate::engine::network::Wub;

    #[test]
    fn what_is_missing_is_0_and_what_is_too_much_is_left_out() {
        let few = WubTile::of([Wub::new(1.0, 2.0, 3.0), Wub::new(4.0, 5.0, 6.0)].into_iter(), 0.5);
        assert_eq!(
            (&few.w[..3], &few.u[..3], &few.b[..3]),
            (&[0.5, 2.0, 0.0][..], &[1.0, 2.5, 0.0][..], &[1.5, 3.0, 0.0][..])
        );
        let many = WubTile::of((0..20).map(|at| Wub::new(f64::from(at), 0.0, 0.0)), 1.0);
        assert_eq!(many.w[LANES - 1], 15.0);
    }
}
