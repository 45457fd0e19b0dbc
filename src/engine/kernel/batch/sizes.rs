//! How a batch lies in memory.

use crate::engine::cell::CellKind;
use crate::engine::kernel::rows::block;

/// How many rows of a product are computed together: the gates of one unit, or four units.
pub(super) const ROWS: usize = 4;

/// The sizes of one network along one batch, and how it is cut into panels.
///
/// A panel is as many sequences as fill two vectors, side by side: every quantity of every step is
/// a row of so many numbers, one a sequence. Units are padded to a multiple of [`ROWS`]; the
/// weights of a padded unit are 0, and so are its states and gradients.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sizes {
    pub kind: CellKind,
    /// I, the input size.
    pub input: usize,
    /// H, the hidden size.
    pub hidden: usize,
    /// O, the output size.
    pub output: usize,
    /// T, the sequence length.
    pub length: usize,
    /// How many sequences there are in a panel.
    pub lanes: usize,
}

impl Sizes {
    /// The units of a panel: H padded.
    pub fn units(&self) -> usize {
        self.hidden.next_multiple_of(ROWS)
    }

    /// How many groups of [`ROWS`] rows the pre-activations of a step have: a unit's gates (LSTM:
    /// i, f, g, o; GRU: r, z, n and its recurrent part) or, in the RNN, four units.
    pub fn groups(&self) -> usize {
        match self.kind {
            CellKind::Rnn => self.units() / ROWS,
            CellKind::Lstm | CellKind::Gru => self.units(),
        }
    }

    /// The rows that a step's products are with: x, a row of ones for the biases, and h'.
    pub fn columns(&self) -> usize {
        self.before_h() + self.units()
    }

    /// The rows of those that stand before h'.
    pub fn before_h(&self) -> usize {
        self.input + 1
    }

    /// The numbers from one step's columns to the next.
    pub fn column_stride(&self) -> usize {
        self.columns() * self.lanes
    }

    /// The numbers from one step's groups to the next: one group more than there are.
    ///
    /// Without it that would be a power of two where H is one, and all steps of a unit would
    /// compete for the same few lines of the cache.
    pub fn group_stride(&self) -> usize {
        (self.groups() + 1) * ROWS * self.lanes
    }

    /// The row of the stacked weights that one row of a group belongs to; none for padding. Of the
    /// GRU's group the last two rows are both n's.
    pub fn stacked_row(&self, group: usize, row: usize) -> Option<usize> {
        let unit = if self.kind == CellKind::Rnn { group * ROWS + row } else { group };
        (unit < self.hidden).then_some(block(self.kind, row) * self.hidden + unit)
    }
}
