//! How far gates open: by their weights, or held.

use fearless_simd::prelude::*;

use super::products::Row;
use crate::engine::Real;
use crate::engine::cell::HeldGates;
use crate::engine::kernel::tanh::tanh;

/// A gate as `middle + reach·tanh(½z)`.
///
/// σ(z) = ½ + ½·tanh(½z), and a gate held at v is v + 0·tanh(½z): exactly v, without a branch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Valve {
    middle: f32,
    reach: f32,
}

/// The gates of every cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Valves {
    /// i, f, o.
    pub lstm: [Valve; 3],
    /// r, z.
    pub gru: [Valve; 2],
}

impl Valves {
    /// No gate held.
    pub const FREE: Self = Self { lstm: [Valve::FREE; 3], gru: [Valve::FREE; 2] };

    pub fn of(held: &HeldGates) -> Self {
        Self {
            lstm: [held.lstm.i, held.lstm.f, held.lstm.o].map(Valve::of),
            gru: [held.gru.r, held.gru.z].map(Valve::of),
        }
    }
}

impl Valve {
    const FREE: Self = Self { middle: 0.5, reach: 0.5 };

    fn of(held: Option<f64>) -> Self {
        held.map_or(Self::FREE, |held| Self { middle: f32::of(held), reach: 0.0 })
    }

    /// The gate's values, from halves of its pre-activations.
    #[inline(always)]
    pub fn open<S: Simd>(self, simd: S, half: Row<S>) -> Row<S> {
        let (middle, reach) = (S::f32s::splat(simd, self.middle), S::f32s::splat(simd, self.reach));
        [tanh(half[0]).mul_add(reach, middle), tanh(half[1]).mul_add(reach, middle)]
    }
}
