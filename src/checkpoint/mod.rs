//! A trained model as a file: safetensors, under the names by which PyTorch's `load_state_dict` takes it.
//!
//! ```text
//! 8 bytes    n, the length of the header, little-endian
//! n bytes    the header, JSON: "__metadata__", and of each tensor its dtype (F32), shape and place
//! the rest   the numbers of the six tensors, little-endian, row by row, the tensors by their names
//! ```
//!
//! The tensors are those of [`TENSORS`](crate::engine::network::TENSORS). Which cell it is follows
//! from the rows of `rnn.weight_hh_l0`, which are k·H: k is 1 for the RNN, 3 for the GRU, 4 for the
//! LSTM. The [`Notes`] say what trained it; nothing is read from them.

mod error;
mod notes;
mod read;
mod write;

pub use error::CheckpointError;
pub use notes::{Notes, training_notes};
pub use read::{Checkpoint, parse_model, read_model};
pub use write::{model_bytes, write_model};

/// The largest file that is read. A layer of 2,000 units takes a quarter of it.
pub(crate) const MAX_BYTES: u64 = 1 << 28;
