//! One sequence through one network in f32, every gate kept: the units lie side by side.
//!
//! The plain form, and the truth, is [`Lstm::trace`](crate::engine::cell::Lstm::trace) and its
//! companions. A step cannot begin before the one before it has ended, so that what counts is how
//! long one number takes to come out, not how many come out a second: all gates of up to sixteen
//! units are worked on at once, in vectors of eight, which divide sooner than wider ones.
//! What x brings in waits for nobody, and is there when h' arrives.
#![expect(clippy::indexing_slicing, reason = "every array is cut to its sizes where it is made")]

mod steps;

use fearless_simd::{Level, dispatch};
use ndarray::{ArrayView2, Axis};

use self::steps::steps;
use super::LIMIT;
use super::rows::{block as block_of, reads, scale};
use crate::engine::EngineError;
use crate::engine::cell::CellKind;
use crate::engine::error::same_shape;
use crate::engine::network::Model;

/// The network of a model along sequences of one length.
#[derive(Debug, Clone)]
pub struct SequenceKernel {
    level: Level,
    kind: CellKind,
    sizes: Sizes,
    /// Of each block of units, of each column (1 for the biases, x, h'), of each gate: the weights.
    weights: Vec<f32>,
    /// Of each quantity, of each step: one number a unit.
    kept: Vec<f32>,
}

/// How the arrays lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sizes {
    /// I, the input size.
    input: usize,
    /// H, the hidden size.
    hidden: usize,
    /// H, padded to whole blocks; the weights of a padded unit are 0.
    units: usize,
    /// The units that are worked on at once.
    block: usize,
    /// The rows of weights that a unit has.
    gates: usize,
    /// T, the sequence length.
    length: usize,
}

impl Sizes {
    fn of(kind: CellKind, input: usize, hidden: usize, length: usize) -> Self {
        let block = match hidden {
            ..=4 => 4,
            5..=8 => 8,
            9.. => 16,
        };
        let gates = match kind {
            CellKind::Rnn => 1,
            // of the GRU r, z and the two parts of n
            CellKind::Lstm | CellKind::Gru => 4,
        };
        Self { input, hidden, units: hidden.next_multiple_of(block), block, gates, length }
    }

    /// The weights of one block of units.
    fn weights_a_block(&self) -> usize {
        (1 + self.input + self.hidden) * self.gates * self.block
    }
}

/// What a network computes at every step, by the field's letter, in the order in which it is kept.
fn quantities(kind: CellKind) -> &'static [&'static str] {
    match kind {
        CellKind::Rnn => &["h"],
        CellKind::Lstm => &["h", "i", "f", "g", "o", "S"],
        CellKind::Gru => &["h", "r", "z", "n", "nh"],
    }
}

impl SequenceKernel {
    /// Takes over a model's recurrent layer, for sequences of `length` steps.
    ///
    /// # Errors
    /// As [`Model::check`]; [`EngineError::Range`] for a weight beyond [`LIMIT`];
    /// [`EngineError::Empty`] for T = 0.
    pub fn new(level: Level, model: &Model<f32>, length: usize) -> Result<Self, EngineError> {
        model.check()?;
        for tensor in model.tensors() {
            within_limit(tensor.name, tensor.values)?;
        }
        if length == 0 {
            return Err(EngineError::Empty { size: "T" });
        }
        let sizes = Sizes::of(model.kind, model.input_size(), model.hidden_size(), length);
        let kept = vec![0.0; quantities(model.kind).len() * length * sizes.units];
        let weights = packed(&sizes, model);
        Ok(Self { level, kind: model.kind, sizes, weights, kept })
    }

    /// Goes along x `[T×I]` from h₀ = S₀ = 0. Nothing is allocated.
    ///
    /// # Errors
    /// [`EngineError::Shape`]; [`EngineError::Range`] for an x beyond [`LIMIT`] or a NaN.
    pub fn run(&mut self, x: ArrayView2<'_, f32>) -> Result<(), EngineError> {
        same_shape("x", x.shape(), &[self.sizes.length, self.sizes.input])?;
        let x = x.to_slice().ok_or_else(|| EngineError::Shape {
            tensor: "x, not row after row,",
            found: x.strides().iter().map(|stride| stride.unsigned_abs()).collect(),
            needed: vec![self.sizes.input, 1],
        })?;
        within_limit("x", x)?;
        let (level, kind, sizes) = (self.level, self.kind, self.sizes);
        let (weights, kept) = (&self.weights[..], &mut self.kept[..]);
        dispatch!(level, simd => steps(simd, kind, &sizes, weights, x, kept));
        Ok(())
    }

    /// One quantity at every step `[T×H]`: `h`; of an LSTM `i`, `f`, `g`, `o`, `S`; of a GRU `r`,
    /// `z`, `n`, and `nh`, which is `U_n h' + b_hn`. None for a letter that the cell lacks.
    #[must_use]
    pub fn quantity(&self, letter: &str) -> Option<ArrayView2<'_, f32>> {
        let at = quantities(self.kind).iter().position(|quantity| *quantity == letter)?;
        let Sizes { length, units, hidden, .. } = self.sizes;
        let rows = &self.kept[at * length * units..(at + 1) * length * units];
        let rows = ArrayView2::from_shape((length, units), rows).ok()?;
        Some(rows.split_at(Axis(1), hidden).0)
    }
}

/// The weights block by block, in the order in which the steps read them. Gates' rows are halved.
fn packed(sizes: &Sizes, model: &Model<f32>) -> Vec<f32> {
    let mut weights = vec![0.0; sizes.units / sizes.block * sizes.weights_a_block()];
    let [w, u, bias_ih, bias_hh, ..] = model.values();
    let (input, hidden) = (sizes.input, sizes.hidden);
    for (at, weight) in weights.iter_mut().enumerate() {
        let (block, at) = (at / sizes.weights_a_block(), at % sizes.weights_a_block());
        let (column, at) = (at / (sizes.gates * sizes.block), at % (sizes.gates * sizes.block));
        let (gate, unit) = (at / sizes.block, block * sizes.block + at % sizes.block);
        if unit >= hidden {
            continue;
        }
        let (reads_x, reads_h) = reads(model.kind, gate);
        let row = block_of(model.kind, gate) * hidden + unit;
        let of = |reads: bool, value: f32| if reads { value } else { 0.0 };
        *weight = scale(model.kind, gate)
            * match column.checked_sub(1) {
                None => of(reads_x, bias_ih[row]) + of(reads_h, bias_hh[row]),
                Some(k) if k < input => of(reads_x, w[row * input + k]),
                Some(k) => of(reads_h, u[row * hidden + k - input]),
            };
    }
    weights
}

/// Checks that no number is beyond [`LIMIT`], so that no sum leaves f32.
fn within_limit(what: &'static str, values: &[f32]) -> Result<(), EngineError> {
    let wrong = values.iter().find(|value| !(-LIMIT..=LIMIT).contains(&f64::from(**value)));
    wrong.map_or(Ok(()), |value| {
        let value = f64::from(*value);
        Err(EngineError::Range { what, value, allowed: "a number from −1e6 to 1e6" })
    })
}
