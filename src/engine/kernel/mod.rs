//! The same sums for many networks of one unit at once, in f32: sixteen to a vector.
//!
//! The plain form, and the truth, is [`OneUnit`](crate::engine::survival::OneUnit) in f64. Here the
//! weights of sixteen networks lie side by side, and each step of the sequence is taken by all
//! sixteen together: nothing depends on a neighbour, so that every operation is one of the
//! processor's own on whole vectors. Two things make it fast beyond that: tanh is a quotient of
//! two short polynomials instead of a call into the mathematics library, and the state of a tile
//! stays in registers from the first step to the last. `benches/kernel.rs` measures it against the
//! plain form on every instruction set of the machine.
//!
//! One body is written for all instruction sets; a [`Level`], chosen once, says which of them
//! runs. Where the processor fuses multiply and add, results differ from those where it does not,
//! by rounding only. On the scenes that come with the program S stays within 1e-5 · max(1, max|S|)
//! of the plain form: an activation errs by less than 4e-7, and a state of f near 1 gathers some
//! dozens of these. A network that tips (an RNN with u far above 1 between its two latched states,
//! a gate fed back with u = 16) magnifies a rounding error as it does any small change of its
//! input: there two neighbouring points are far apart in f64 too.

pub mod batch;
mod lstm;
mod rnn;
mod rows;
pub mod sequence;
mod tanh;
mod tile;

pub use fearless_simd::Level;
pub use lstm::{LstmTile, lstm_along};
pub use rnn::{RnnTile, rnn_along};
pub use tile::{LANES, LIMIT, Lanes, TileState, WubTile, inputs};

/// Every instruction set that this processor has and the kernel knows, by name, slowest first.
///
/// The last is the one that [`Level::new`] chooses.
#[must_use]
pub fn levels() -> Vec<(&'static str, Level)> {
    let best = Level::new();
    let mut levels = vec![("baseline", Level::baseline())];
    #[cfg(target_arch = "x86_64")]
    {
        use fearless_simd::Simd;
        levels.extend(best.as_sse4_2().map(|token| ("SSE4.2", token.level())));
        levels.extend(best.as_avx2().map(|token| ("AVX2", token.level())));
        levels.extend(best.as_avx512().map(|token| ("AVX-512", token.level())));
    }
    #[cfg(not(target_arch = "x86_64"))]
    levels.push(("best", best));
    levels
}
