//! One step of a recurrent cell, forward and backward.

pub mod activation;
pub mod gru;
pub mod held;
pub mod kind;
pub mod lstm;
pub mod rnn;

pub use gru::{Gru, GruStep};
pub use held::{GruHeld, Held, HeldGates};
pub use kind::{CellKind, UnknownCell};
pub use lstm::{Lstm, LstmState, LstmStep};
pub use rnn::Rnn;
