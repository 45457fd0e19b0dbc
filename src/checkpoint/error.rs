//! What can be wrong with a model's file.

use thiserror::Error;

use super::MAX_BYTES;
use crate::engine::EngineError;

/// Why a model was not read or not written.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum CheckpointError {
    /// There is no such file.
    #[error("{file}: there is no such file")]
    Missing {
        /// The file, as it was named.
        file: String,
    },
    /// It is a folder.
    #[error("{file}: this is a folder, not a model")]
    Folder {
        /// The folder, as it was named.
        file: String,
    },
    /// The operating system does not let it be read.
    #[error("{file}: cannot be read: {reason}")]
    Read {
        /// The file, as it was named.
        file: String,
        /// The operating system's words.
        reason: String,
    },
    /// The operating system does not let it be written.
    #[error("{file}: cannot be written: {reason}")]
    Write {
        /// The file, as it was named.
        file: String,
        /// The operating system's words.
        reason: String,
    },
    /// Larger than any model that is opened.
    #[error("{file}: the file is larger than {} MiB", MAX_BYTES >> 20)]
    TooLarge {
        /// The file, as it was named.
        file: String,
    },
    /// Not safetensors, or not all of it.
    #[error("{file}: this is not a whole safetensors file: {reason}")]
    Damaged {
        /// The file, as it was named.
        file: String,
        /// The reader's words.
        reason: String,
    },
    /// One of the six tensors is missing.
    #[error("{file}: there is no tensor \"{tensor}\"")]
    NoTensor {
        /// The file, as it was named.
        file: String,
        /// The tensor's name.
        tensor: String,
    },
    /// A tensor that is not one of the six.
    #[error("{file}: \"{tensor}\" is no tensor of a model of one layer with its readout")]
    StrangeTensor {
        /// The file, as it was named.
        file: String,
        /// The tensor's name.
        tensor: String,
    },
    /// Numbers of another type.
    #[error("{file}: \"{tensor}\" holds numbers of type {found}; F32 is needed")]
    NumberType {
        /// The file, as it was named.
        file: String,
        /// The tensor's name.
        tensor: String,
        /// The type, as safetensors writes it.
        found: String,
    },
    /// A matrix where a vector is needed, or the reverse.
    #[error("{file}: \"{tensor}\" has {found} dimensions; {needed} needed")]
    Dimensions {
        /// The file, as it was named.
        file: String,
        /// The tensor's name.
        tensor: String,
        /// How many it has.
        found: usize,
        /// How many it needs, in words.
        needed: &'static str,
    },
    /// Rows that no cell of that hidden size has.
    #[error(
        "{file}: \"rnn.weight_hh_l0\" is [{rows}×{hidden_size}]; a cell of hidden size {hidden_size} has other rows"
    )]
    Rows {
        /// The file, as it was named.
        file: String,
        /// The rows found.
        rows: usize,
        /// The columns, which are the hidden size H.
        hidden_size: usize,
    },
    /// The six tensors do not make a model.
    #[error("{file}: {error}")]
    Model {
        /// The file, as it was named.
        file: String,
        /// What is wrong with them.
        error: EngineError,
    },
}

impl CheckpointError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Missing { .. } => "check the name and the folder".to_owned(),
            Self::Folder { .. } => "name a file in it".to_owned(),
            Self::Read { .. } | Self::Write { .. } => {
                "look at the folder, the permissions and the free space".to_owned()
            }
            Self::TooLarge { .. } => "save the recurrent layer and its readout alone".to_owned(),
            Self::Damaged { .. } => {
                "save it again, in Python with `safetensors.torch.save_file(model.state_dict(), …)`".to_owned()
            }
            Self::NoTensor { .. } | Self::StrangeTensor { .. } => {
                "a model is an nn.RNN, nn.LSTM or nn.GRU of one layer under the name `rnn` and an nn.Linear under the \
                 name `readout`"
                    .to_owned()
            }
            Self::NumberType { .. } => "make it one of 32-bit floats, in PyTorch with `model.float()`".to_owned(),
            Self::Dimensions { .. } => "weights are matrices, biases are vectors, as in PyTorch".to_owned(),
            Self::Rows { hidden_size: h, .. } => {
                format!("{h} rows are an RNN's, {} a GRU's, {} an LSTM's", h.saturating_mul(3), h.saturating_mul(4))
            }
            Self::Model { error, .. } => error.hint().to_owned(),
        }
    }
}
