//! The rows of a unit's pre-activations: which of PyTorch's blocks each is, and what it reads.
//!
//! An RNN has one row a unit, an LSTM four (i, f, g, o), and a GRU four as well: r, z, what n has of x,
//! and what it has of h', which the reset gate comes between.

use crate::engine::cell::CellKind;

/// The block of the stacked weights that a row belongs to.
pub(super) fn block(kind: CellKind, row: usize) -> usize {
    match kind {
        CellKind::Rnn => 0,
        CellKind::Lstm => row,
        CellKind::Gru => row.min(2),
    }
}

/// Whether a row goes through σ; the others go through tanh, or into n.
pub(super) fn is_gate(kind: CellKind, row: usize) -> bool {
    match kind {
        CellKind::Rnn => false,
        CellKind::Lstm => row != 2,
        CellKind::Gru => row < 2,
    }
}

/// What a row's weights are multiplied with, for tanh alone: half for a gate, since
/// σ(z) = ½ + ½·tanh(½z). Halving is exact.
pub(super) fn scale(kind: CellKind, row: usize) -> f32 {
    if is_gate(kind, row) { 0.5 } else { 1.0 }
}

/// Whether a row is of x and `bias_ih`, and whether it is of h' and `bias_hh`: only the GRU keeps the
/// two parts of n apart.
pub(super) fn reads(kind: CellKind, row: usize) -> (bool, bool) {
    match (kind, row) {
        (CellKind::Gru, 2) => (true, false),
        (CellKind::Gru, 3) => (false, true),
        _ => (true, true),
    }
}
