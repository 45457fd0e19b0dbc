//! What can be wrong with numbers that are handed to the engine, or arise in it.

use std::fmt;

use thiserror::Error;

use super::Real;
use super::survival::Along;

/// Why the engine did not compute.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum EngineError {
    /// An array has a shape that does not fit the others.
    #[error("{tensor} is {}; {} is needed", shape_text(found), shape_text(needed))]
    Shape {
        /// The array's name, PyTorch's where it has one.
        tensor: &'static str,
        /// The shape that it has.
        found: Vec<usize>,
        /// The shape that the other arrays ask for.
        needed: Vec<usize>,
    },
    /// A size that must be at least 1 is 0.
    #[error("{size} is 0; at least 1 is needed")]
    Empty {
        /// `T` (sequence length), `H` (hidden size) or `I` (input size).
        size: &'static str,
    },
    /// `weight_ih` has a number of rows that no hidden size gives.
    #[error("weight_ih has {rows} rows; a multiple of {blocks} is needed")]
    Rows {
        /// The rows found.
        rows: usize,
        /// How many gates' rows are stacked: 1 for the RNN, 4 for the LSTM, 3 for the GRU.
        blocks: usize,
    },
    /// A step outside the sequence was named.
    #[error("step {step} is not in the sequence; it has steps 1 to {length}")]
    Step {
        /// The step asked for, from 1.
        step: usize,
        /// The sequence length `T`.
        length: usize,
    },
    /// A number outside its range.
    #[error("{what} is {value}; {allowed} is needed")]
    Range {
        /// What the number is.
        what: &'static str,
        /// The number.
        value: f64,
        /// The range, in words.
        allowed: &'static str,
    },
    /// What cannot be an axis of a map.
    #[error("{along} cannot be an axis: {reason}")]
    Axis {
        /// The weight, σ or T.
        along: Along,
        /// Why, in words.
        reason: &'static str,
    },
    /// A number is NaN or infinite.
    #[error(transparent)]
    NotFinite(#[from] NotFinite),
}

impl EngineError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Shape { .. } | Self::Rows { .. } => {
                "weight_ih is [k·H × I], weight_hh [k·H × H], both biases [k·H], x [T × I], states [H]; \
                 k is 1 for an RNN, 4 for an LSTM (rows i, f, g, o) and 3 for a GRU (rows r, z, n)"
            }
            Self::Empty { .. } => "give a sequence of at least one step and a network of at least one unit",
            Self::Step { .. } => "steps count from 1",
            Self::Axis { .. } => "take two different ones: weights of the network that the map is of, noise or T",
            Self::Range { .. } => "change that number",
            Self::NotFinite(_) => "use smaller weights or a shorter sequence",
        }
    }
}

/// A number that is NaN or infinite, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct NotFinite {
    /// The array's name: PyTorch's for weights, the equation's letter for what is computed.
    pub tensor: &'static str,
    /// Its place in the array, from 0 as in PyTorch (for an array along the sequence, in one step's row).
    pub index: Vec<usize>,
    /// The step, from 1, where the array belongs to a step.
    pub step: Option<usize>,
    /// The value: NaN, `inf` or `-inf`.
    pub value: f64,
}

impl std::error::Error for NotFinite {}

impl fmt::Display for NotFinite {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}", self.tensor)?;
        if !self.index.is_empty() {
            write!(to, "{:?}", self.index)?;
        }
        if let Some(step) = self.step {
            write!(to, " at step {step}")?;
        }
        write!(to, " is {}", self.value)
    }
}

/// `[4×1]` for a shape, as the messages write it.
fn shape_text(shape: &[usize]) -> String {
    let sizes: Vec<String> = shape.iter().map(ToString::to_string).collect();
    format!("[{}]", sizes.join("×"))
}

/// Checks that every number of an array is finite.
///
/// # Errors
/// The first that is not, with its place; `step` is passed on.
pub fn all_finite<'a, F: Real>(
    tensor: &'static str,
    step: Option<usize>,
    values: impl IntoIterator<Item = (Vec<usize>, &'a F)>,
) -> Result<(), NotFinite> {
    for (index, value) in values {
        if !value.is_finite() {
            return Err(NotFinite { tensor, index, step, value: value.as_f64() });
        }
    }
    Ok(())
}

/// [`all_finite`] for one row of numbers, without building an index for each.
///
/// # Errors
/// The first that is not finite, with its place; `step` is passed on.
pub fn row_finite<F: Real>(tensor: &'static str, step: Option<usize>, row: &[F]) -> Result<(), NotFinite> {
    match row.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(at) => {
            let value = row.get(at).map_or(f64::NAN, |value| value.as_f64());
            Err(NotFinite { tensor, index: vec![at], step, value })
        }
    }
}

/// Checks a shape.
///
/// # Errors
/// [`EngineError::Shape`] when `found` is not `needed`.
pub fn same_shape(tensor: &'static str, found: &[usize], needed: &[usize]) -> Result<(), EngineError> {
    if found == needed {
        Ok(())
    } else {
        Err(EngineError::Shape { tensor, found: found.to_vec(), needed: needed.to_vec() })
    }
}
