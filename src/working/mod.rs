//! Any number of a trace opened: its formula, the numbers in it, the result.
//!
//! `open` has the doors, `sum` builds a gate's inside, term by term; `measure` opens what is said of
//! the states: blue left and its like. What comes out is data:
//! a screen colours each [`Piece`] by its gate, a command line prints the [`Working`] as it is.

mod measure;
mod open;
mod sum;
#[cfg(test)]
mod tests;

use std::fmt;

pub use measure::{
    Measure, Measured, Pair, difference, drained, gradient_of_lstm, gradient_of_rnn, half_life_at, half_life_of_moving,
};
pub use open::{lstm_unit_working, lstm_working, rnn_working};

use crate::number::{short, subscript};

/// Which network a number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Network {
    /// The plain RNN.
    Rnn,
    /// The LSTM.
    Lstm,
}

/// What a number is; displayed as the field's letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The input x.
    X,
    /// The input gate i.
    I,
    /// The forget gate f.
    F,
    /// The candidate g.
    G,
    /// The output gate o.
    O,
    /// The cell state S.
    S,
    /// The hidden state h.
    H,
}

/// A part of a line of working; its quantity lets a screen colour it.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A sign, a bracket, a function's name.
    Text(&'static str),
    /// "held at", the one thing that is said in words.
    HeldAt,
    /// A symbol, with its subscript in braces (`S_{11}`, `w_{f}`); displayed as `S₁₁`, `w_f`.
    Name {
        /// The symbol.
        text: String,
        /// What it stands for; for a weight, the gate that it is of (an RNN's weights are h's).
        quantity: Quantity,
    },
    /// A number, exact; displayed by [`short`].
    Number {
        /// The number.
        value: f64,
        /// What it is; for a weight, the gate that it is of (an RNN's weights are h's).
        quantity: Quantity,
    },
}

/// One number of a trace, worked out: `S₁₂ = f₁₂·S₁₁ + i₁₂·g₁₂ = 0.982·0.741 + 0.000335·0 = 0.728`.
///
/// In a network of several units, `S₁₁[2]` is that of unit 2 at step 11, and `U_f[2,3]` is what
/// h's unit 3 weighs in unit 2's forget gate. b is the sum of PyTorch's two biases.
#[derive(Debug, Clone, PartialEq)]
pub struct Working {
    /// The network.
    pub network: Network,
    /// What was worked out.
    pub quantity: Quantity,
    /// The step, from 1.
    pub step: usize,
    /// The unit, from 1; of x, the input.
    pub unit: usize,
    /// The symbols, left side included: `S₁₂ = f₁₂·S₁₁ + i₁₂·g₁₂`. Where nothing is calculated it
    /// says the value itself: `x₃ = 1`, `i held at 1`.
    pub formula: Vec<Piece>,
    /// The right side in numbers, which come to the result; empty where nothing is calculated.
    pub numbers: Vec<Piece>,
    /// The number in the trace.
    pub result: f64,
}

impl fmt::Display for Quantity {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::X => "x",
            Self::I => "i",
            Self::F => "f",
            Self::G => "g",
            Self::O => "o",
            Self::S => "S",
            Self::H => "h",
        })
    }
}

impl fmt::Display for Piece {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => to.write_str(text),
            Self::HeldAt => to.write_str(" held at "),
            Self::Name { text, .. } => to.write_str(&plain(text)),
            Self::Number { value, .. } => to.write_str(&short(*value)),
        }
    }
}

impl fmt::Display for Working {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.formula.iter().try_for_each(|piece| piece.fmt(to))?;
        if self.numbers.is_empty() {
            return Ok(());
        }
        to.write_str(" = ")?;
        self.numbers.iter().try_for_each(|piece| piece.fmt(to))?;
        write!(to, " = {}", short(self.result))
    }
}

/// A symbol without markup: `S_{11}` as `S₁₁`; letters have no subscript of their own, so `w_f`.
fn plain(symbol: &str) -> String {
    let Some((before, rest)) = symbol.split_once("_{") else { return symbol.to_owned() };
    let (lowered, after) = rest.split_once('}').unwrap_or((rest, ""));
    if lowered.chars().all(|letter| letter.is_ascii_digit()) {
        format!("{before}{}{after}", subscript(lowered))
    } else {
        format!("{before}_{lowered}{after}")
    }
}
