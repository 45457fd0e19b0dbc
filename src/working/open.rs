//! The doors: a trace and a place in it, to the working of the number there.

use ndarray::Array2;

use super::sum::{Preactivation, Sum, name, number, symbol};
use super::{Network, Piece, Quantity, Working};
use crate::engine::EngineError;
use crate::engine::cell::{Lstm, Rnn};
use crate::engine::network::{LstmTrace, RnnTrace};

/// How h of an RNN comes about at `step` in `unit`, both from 1.
///
/// # Errors
/// [`EngineError::Shape`] for a trace of another network, [`EngineError::Step`], and
/// [`EngineError::Range`] for a unit that there is not.
pub fn rnn_working(rnn: &Rnn<f64>, trace: &RnnTrace<f64>, step: usize, unit: usize) -> Result<Working, EngineError> {
    trace.fits(rnn.weights())?;
    let (row, result) = place(&trace.h, step, unit)?;
    let (x, h) = (trace.x.row(row).to_vec(), trace.h_before(row).to_vec());
    let quantity = Quantity::H;
    let z = Preactivation { weights: rnn.weights(), first_row: 0, quantity, step, unit, x: &x, h: &h };
    let (formula, numbers) = (z.formula("tanh("), z.numbers("tanh("));
    Ok(Working { network: Network::Rnn, quantity, step, unit, formula, numbers, result })
}

/// How `quantity` of an LSTM comes about at `step` in `unit`, both from 1; of x, `unit` is the input.
///
/// # Errors
/// As [`rnn_working`].
pub fn lstm_working(
    lstm: &Lstm<f64>,
    trace: &LstmTrace<f64>,
    quantity: Quantity,
    step: usize,
    unit: usize,
) -> Result<Working, EngineError> {
    opened(lstm, trace, quantity, (step, unit), false)
}

/// [`lstm_working`] of one unit among many: in a gate's inside, what the other units and the input
/// say is one number.
///
/// # Errors
/// As [`rnn_working`].
pub fn lstm_unit_working(
    lstm: &Lstm<f64>,
    trace: &LstmTrace<f64>,
    quantity: Quantity,
    step: usize,
    unit: usize,
) -> Result<Working, EngineError> {
    opened(lstm, trace, quantity, (step, unit), true)
}

fn opened(
    lstm: &Lstm<f64>,
    trace: &LstmTrace<f64>,
    quantity: Quantity,
    (step, unit): (usize, usize),
    others_are_one: bool,
) -> Result<Working, EngineError> {
    trace.fits(lstm.weights())?;
    let (row, result) = place(kept(trace, quantity), step, unit)?;
    let at = Place { lstm, trace, row, step, unit, others_are_one };
    let held = lstm.held();
    let (formula, numbers) = match quantity {
        Quantity::X => (vec![at.symbol(Quantity::X), Piece::Text(" = "), number(result, quantity)], vec![]),
        Quantity::I => at.gate(quantity, 0, held.i),
        Quantity::F => at.gate(quantity, 1, held.f),
        Quantity::G => at.squashed(quantity, 2, "tanh("),
        Quantity::O => at.gate(quantity, 3, held.o),
        Quantity::S => at.cell_state(),
        Quantity::H => at.hidden_state(),
    };
    Ok(Working { network: Network::Lstm, quantity, step, unit, formula, numbers, result })
}

/// A formula, and the same in numbers.
type Lines = (Vec<Piece>, Vec<Piece>);

/// One unit of an LSTM at one step.
struct Place<'a> {
    lstm: &'a Lstm<f64>,
    trace: &'a LstmTrace<f64>,
    row: usize,
    step: usize,
    unit: usize,
    /// Whether what other units and the input say to a gate is one number.
    others_are_one: bool,
}

impl Place<'_> {
    /// `f_t = σ(…)`, or `f held at 1`.
    fn gate(&self, gate: Quantity, block: usize, held: Option<f64>) -> Lines {
        match held {
            Some(value) => (vec![name(gate.to_string(), gate), Piece::HeldAt, number(value, gate)], Vec::new()),
            None => self.squashed(gate, block, "σ("),
        }
    }

    /// `W x + U h' + b` in the rows of block `block`, squashed.
    fn squashed(&self, quantity: Quantity, block: usize, squash: &'static str) -> Lines {
        let (x, h) = (self.trace.x.row(self.row).to_vec(), self.trace.h_before(self.row).to_vec());
        let (weights, step, unit) = (self.lstm.weights(), self.step, self.unit);
        let first_row = block * weights.hidden_size();
        let z = Preactivation { weights, first_row, quantity, step, unit, x: &x, h: &h };
        if self.others_are_one {
            return (z.formula_of_own(squash), z.numbers_of_own(squash));
        }
        (z.formula(squash), z.numbers(squash))
    }

    /// `S_t = f_t·S_{t−1} + i_t·g_t`.
    fn cell_state(&self) -> Lines {
        let before = self.trace.s_before(self.row).get(self.unit - 1).copied().unwrap_or_default();
        let mut sum = Sum::default();
        sum.product(self.factor(Quantity::F), (before, Quantity::S));
        sum.product(self.factor(Quantity::I), self.factor(Quantity::G));
        let s_before = symbol(Quantity::S, self.step - 1, &self.unit.to_string(), self.units());
        let [f, i, g] = [Quantity::F, Quantity::I, Quantity::G].map(|quantity| self.symbol(quantity));
        let right = [f, Piece::Text("·"), s_before, Piece::Text(" + "), i, Piece::Text("·"), g];
        (self.equation(Quantity::S, right), sum.pieces)
    }

    /// `h_t = o_t·tanh(S_t)`.
    fn hidden_state(&self) -> Lines {
        let line = |o, s| [o, Piece::Text("·tanh("), s, Piece::Text(")")];
        let ((o, o_is), (s, s_is)) = (self.factor(Quantity::O), self.factor(Quantity::S));
        let right = line(self.symbol(Quantity::O), self.symbol(Quantity::S));
        (self.equation(Quantity::H, right), line(number(o, o_is), number(s, s_is)).into())
    }

    fn equation<const N: usize>(&self, left: Quantity, right: [Piece; N]) -> Vec<Piece> {
        [self.symbol(left), Piece::Text(" = ")].into_iter().chain(right).collect()
    }

    fn symbol(&self, quantity: Quantity) -> Piece {
        symbol(quantity, self.step, &self.unit.to_string(), kept(self.trace, quantity).ncols())
    }

    fn factor(&self, quantity: Quantity) -> (f64, Quantity) {
        (kept(self.trace, quantity).get([self.row, self.unit - 1]).copied().unwrap_or_default(), quantity)
    }

    fn units(&self) -> usize {
        self.trace.h.ncols()
    }
}

/// The array of a trace that holds a quantity.
fn kept(trace: &LstmTrace<f64>, quantity: Quantity) -> &Array2<f64> {
    match quantity {
        Quantity::X => &trace.x,
        Quantity::I => &trace.i,
        Quantity::F => &trace.f,
        Quantity::G => &trace.g,
        Quantity::O => &trace.o,
        Quantity::S => &trace.s,
        Quantity::H => &trace.h,
    }
}

/// The row of a step and the number of a unit in it, both from 1.
fn place(array: &Array2<f64>, step: usize, unit: usize) -> Result<(usize, f64), EngineError> {
    let outside = EngineError::Step { step, length: array.nrows() };
    let row = step.checked_sub(1).filter(|row| *row < array.nrows()).ok_or(outside)?;
    let value = unit.checked_sub(1).and_then(|unit| array.get([row, unit])).copied();
    #[expect(clippy::cast_precision_loss, reason = "a unit's number, in a message")]
    let there_is_not =
        || EngineError::Range { what: "unit", value: unit as f64, allowed: "one of the network's, from 1," };
    Ok((row, value.ok_or_else(there_is_not)?))
}
