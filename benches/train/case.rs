//! What is trained, how many sums that takes, and what is wanted of it.

use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::training::Setup;

/// One size of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    pub kind: CellKind,
    /// H.
    pub hidden_size: usize,
    /// T.
    pub length: usize,
    /// B.
    pub batch: usize,
}

/// What the issue wants of a case.
#[derive(Debug, Clone, Copy)]
pub struct Bar {
    /// How many times as fast as the peer.
    pub times: f64,
    /// The share of this core's peak, from 0 to 1.
    pub share: f64,
}

impl Case {
    /// Every case, small ones first.
    pub fn all() -> Vec<Self> {
        let mut cases = Vec::new();
        for kind in [CellKind::Lstm, CellKind::Rnn, CellKind::Gru] {
            for hidden_size in [16, 32, 64, 128] {
                for length in [20, 100, 400] {
                    cases.extend([32, 64].map(|batch| Self { kind, hidden_size, length, batch }));
                }
            }
        }
        cases
    }

    /// `lstm-h16-t20-b32`.
    pub fn name(&self) -> String {
        let Self { kind, hidden_size, length, batch } = self;
        format!("{kind}-h{hidden_size}-t{length}-b{batch}")
    }

    /// The training run whose first step it is.
    pub fn setup(&self) -> Setup {
        let Self { kind, hidden_size, length, batch } = *self;
        Setup { kind, hidden_size, length, batch, ..Setup::default() }
    }

    /// What is wanted, where something is.
    pub fn bar(&self) -> Option<Bar> {
        let bar = |times, share| Some(Bar { times, share });
        match (self.kind, self.hidden_size, self.length, self.batch) {
            (CellKind::Lstm, 16, 20, 32) => bar(19.0, 0.45),
            (CellKind::Lstm, 32, 100, 32) => bar(10.0, 0.55),
            (CellKind::Lstm, 64, 100, 64) => bar(5.5, 0.60),
            (CellKind::Lstm, 128, 100, 64) => bar(3.0, 0.64),
            _ => None,
        }
    }

    /// The floating-point operations that one training step cannot do without, T·B times
    ///
    /// ```text
    /// 2·(8 + H)·R  forward     2·H·R  for ∂L/∂h     2·(8 + H)·R  for the weights
    /// ```
    ///
    /// R is the rows of gates: 4·H of an LSTM, 3·H of a GRU, H of an RNN; 8 are x, the biases and
    /// room. Activations are not counted, nor clipping and Adam.
    pub fn operations(&self) -> f64 {
        let [h, t, b] = [self.hidden_size, self.length, self.batch].map(|size| size as f64);
        let rows = self.kind.blocks() as f64 * h;
        t * b * (2.0 * (8.0 + h) * rows + 2.0 * h * rows + 2.0 * (8.0 + h) * rows)
    }
}
