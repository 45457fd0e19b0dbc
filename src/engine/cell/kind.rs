//! Which recurrent cell.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A kind of recurrent cell: PyTorch's `nn.RNN` with `tanh`, `nn.LSTM` or `nn.GRU`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    /// The plain RNN: no gate.
    Rnn,
    /// Gates i, f, o round a cell state S.
    Lstm,
    /// Gates r and z round the hidden state.
    Gru,
}

impl CellKind {
    /// All of them, as they are listed everywhere.
    pub const ALL: [Self; 3] = [Self::Rnn, Self::Lstm, Self::Gru];

    /// How many blocks of H rows are stacked in the weights: 1 (RNN), 4 (i, f, g, o), 3 (r, z, n).
    #[must_use]
    pub fn blocks(self) -> usize {
        match self {
            Self::Rnn => 1,
            Self::Lstm => 4,
            Self::Gru => 3,
        }
    }

    /// The kind in small letters, as commands, files and tables write it.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Rnn => "rnn",
            Self::Lstm => "lstm",
            Self::Gru => "gru",
        }
    }

    /// The kind as people write it, and as PyTorch names its module: RNN, LSTM, GRU.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rnn => "RNN",
            Self::Lstm => "LSTM",
            Self::Gru => "GRU",
        }
    }
}

impl fmt::Display for CellKind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.slug())
    }
}

/// No cell has that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no cell is called {0:?}; there are rnn, lstm and gru")]
pub struct UnknownCell(String);

impl FromStr for CellKind {
    type Err = UnknownCell;

    fn from_str(text: &str) -> Result<Self, UnknownCell> {
        let kind = Self::ALL.into_iter().find(|kind| kind.slug().eq_ignore_ascii_case(text));
        kind.ok_or_else(|| UnknownCell(text.to_owned()))
    }
}
