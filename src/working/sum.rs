//! The inside of a gate, `W x + U h' + b`, as symbols and as numbers.

use super::{Piece, Quantity};
use crate::engine::network::Weights;

/// A symbol as a piece.
pub(super) fn name(text: impl Into<String>, quantity: Quantity) -> Piece {
    Piece::Name { text: text.into(), quantity }
}

/// A number as a piece; −0 is 0.
pub(super) fn number(value: f64, quantity: Quantity) -> Piece {
    Piece::Number { value: value + 0.0, quantity }
}

/// `S_{11}`, or of several units `S_{11}[2]`; `unit` can also be the letter of a sum over units.
pub(super) fn symbol(quantity: Quantity, step: usize, unit: &str, size: usize) -> Piece {
    let unit = if size == 1 { String::new() } else { format!("[{unit}]") };
    name(format!("{quantity}_{{{step}}}{unit}"), quantity)
}

/// A sum in numbers; a negative term is written as a difference, a negative factor in brackets.
#[derive(Default)]
pub(super) struct Sum {
    /// The terms so far.
    pub pieces: Vec<Piece>,
}

/// A number and what it is.
pub(super) type Factor = (f64, Quantity);

impl Sum {
    /// Adds `a·b`.
    pub(super) fn product(&mut self, a: Factor, b: Factor) {
        self.term(a);
        if b.0 < 0.0 {
            self.pieces.extend([Piece::Text("·("), number(b.0, b.1), Piece::Text(")")]);
        } else {
            self.pieces.extend([Piece::Text("·"), number(b.0, b.1)]);
        }
    }

    /// Adds a number.
    pub(super) fn term(&mut self, (value, quantity): Factor) {
        if self.pieces.is_empty() {
            self.pieces.push(number(value, quantity));
        } else {
            let sign = if value < 0.0 { " − " } else { " + " };
            self.pieces.extend([Piece::Text(sign), number(value.abs(), quantity)]);
        }
    }
}

/// One row of `z = W x + U h' + b` at one step.
pub(super) struct Preactivation<'a> {
    /// The network's weights.
    pub weights: &'a Weights<f64>,
    /// The first row of the gate among the stacked gates' rows.
    pub first_row: usize,
    /// The gate, or h for an RNN.
    pub quantity: Quantity,
    /// The step, from 1.
    pub step: usize,
    /// The unit, from 1.
    pub unit: usize,
    /// The input at this step `[I]`.
    pub x: &'a [f64],
    /// The hidden state before it `[H]`.
    pub h: &'a [f64],
}

impl Preactivation<'_> {
    /// `h_t = tanh(w·x_t + u·h_{t−1} + b)`, or with `σ(` and the gate's letter; over several
    /// inputs or units the products are written as a sum over k.
    pub(super) fn formula(&self, squash: &'static str) -> Vec<Piece> {
        let (inputs, units) = (self.x.len(), self.h.len());
        let mut pieces = vec![symbol(self.quantity, self.step, &self.unit.to_string(), units), Piece::Text(" = ")];
        pieces.push(Piece::Text(squash));
        self.weighted(&mut pieces, ["w", "W"], inputs, (Quantity::X, self.step));
        pieces.push(Piece::Text(" + "));
        self.weighted(&mut pieces, ["u", "U"], units, (Quantity::H, self.step - 1));
        let row = if units == 1 { String::new() } else { format!("[{}]", self.unit) };
        pieces.extend([Piece::Text(" + "), name(format!("b{}{row}", self.gate()), self.quantity), Piece::Text(")")]);
        pieces
    }

    /// The same with every number of this row.
    pub(super) fn numbers(&self, squash: &'static str) -> Vec<Piece> {
        let row = self.first_row + self.unit - 1;
        let mut sum = Sum::default();
        for (quantity, matrix, vector) in
            [(Quantity::X, &self.weights.weight_ih, self.x), (Quantity::H, &self.weights.weight_hh, self.h)]
        {
            for (column, value) in vector.iter().enumerate() {
                let weight = matrix.get([row, column]).copied().unwrap_or_default();
                sum.product((weight, self.quantity), (*value, quantity));
            }
        }
        let biases = [&self.weights.bias_ih, &self.weights.bias_hh];
        let bias = biases.into_iter().filter_map(|bias| bias.get(row)).sum();
        sum.term((bias, self.quantity));
        let mut pieces = vec![Piece::Text(squash)];
        pieces.extend(sum.pieces);
        pieces.push(Piece::Text(")"));
        pieces
    }

    /// `f_t[2] = σ(U_f[2,2]·h_{t−1}[2] + (Σ U_f[2,k]·h_{t−1}[k] + Σ W_f[2,k]·x_t[k]) + b_f[2])`: the
    /// unit's own part, then all others as one; the sum over k leaves out the unit itself.
    pub(super) fn formula_of_own(&self, squash: &'static str) -> Vec<Piece> {
        let (unit, units, gate) = (self.unit, self.h.len(), self.gate());
        let weight = |letter: &str, k: &str| name(format!("{letter}{gate}[{unit},{k}]"), self.quantity);
        let own = unit.to_string();
        let mut pieces = vec![symbol(self.quantity, self.step, &own, units), Piece::Text(" = "), Piece::Text(squash)];
        pieces.extend([weight("U", &own), Piece::Text("·"), symbol(Quantity::H, self.step - 1, &own, units)]);
        pieces.extend([Piece::Text(" + ("), name(format!("Σ_{{k≠{unit}}} "), self.quantity), weight("U", "k")]);
        pieces.extend([Piece::Text("·"), symbol(Quantity::H, self.step - 1, "k", units), Piece::Text(" + Σ ")]);
        pieces.extend([weight("W", "k"), Piece::Text("·"), symbol(Quantity::X, self.step, "k", self.x.len())]);
        pieces.extend([Piece::Text(") + "), name(format!("b{gate}[{unit}]"), self.quantity), Piece::Text(")")]);
        pieces
    }

    /// The same with its three numbers.
    pub(super) fn numbers_of_own(&self, squash: &'static str) -> Vec<Piece> {
        let (row, own) = (self.first_row + self.unit - 1, self.unit - 1);
        let weight = |matrix: &ndarray::Array2<f64>, column| matrix.get([row, column]).copied().unwrap_or_default();
        let products = |matrix, vector: &[f64]| {
            vector.iter().enumerate().map(|(column, value)| weight(matrix, column) * value).sum::<f64>()
        };
        let (u, h) = (weight(&self.weights.weight_hh, own), self.h.get(own).copied().unwrap_or_default());
        let others = products(&self.weights.weight_hh, self.h) - u * h + products(&self.weights.weight_ih, self.x);
        let biases = [&self.weights.bias_ih, &self.weights.bias_hh];
        let mut sum = Sum::default();
        sum.product((u, self.quantity), (h, Quantity::H));
        sum.term((others, self.quantity));
        sum.term((biases.into_iter().filter_map(|bias| bias.get(row)).sum(), self.quantity));
        let mut pieces = vec![Piece::Text(squash)];
        pieces.extend(sum.pieces);
        pieces.push(Piece::Text(")"));
        pieces
    }

    /// `w·x_t` in a network of one unit and one input, else `W[2,1]·x_t` or `Σ W[2,k]·x_t[k]`.
    fn weighted(&self, pieces: &mut Vec<Piece>, letters: [&str; 2], size: usize, (of, step): (Quantity, usize)) {
        let [small, capital] = letters;
        let (gate, unit) = (self.gate(), self.unit);
        let weight = match size {
            1 if self.x.len() == 1 && self.h.len() == 1 => format!("{small}{gate}"),
            1 => format!("{capital}{gate}[{unit},1]"),
            _ => format!("{capital}{gate}[{unit},k]"),
        };
        if size > 1 {
            pieces.push(Piece::Text("Σ "));
        }
        pieces.extend([name(weight, self.quantity), Piece::Text("·"), symbol(of, step, "k", size)]);
    }

    /// The subscript of the gate's weights; an RNN's have none.
    fn gate(&self) -> String {
        if self.quantity == Quantity::H { String::new() } else { format!("_{{{}}}", self.quantity) }
    }
}
