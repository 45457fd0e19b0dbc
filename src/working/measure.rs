//! What is said of the states, opened: what got in, what is left of it, gradients, half-life.

use super::sum::{Factor, Sum, name, number, symbol};
use super::{Piece, Quantity};
use crate::engine::survival::{LstmTangents, half_life, half_life_of};

/// What is said of a network besides its gates and states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// What got in of the message.
    GotIn,
    /// What is left of it in the state, undivided.
    Blue,
    /// What is left of it in the state.
    BlueLeft,
    /// What is seen of it in an LSTM's h.
    BlueShown,
    /// What is left of its shade.
    ShadeLeft,
    /// The size of `∂h_t/∂x_m` or `∂S_t/∂x_m`.
    Gradient,
    /// What the forget gate throws away.
    Drained,
    /// In how many steps the forget gate forgets half.
    HalfLife,
}

/// A measure worked out: `|S₂₄ − S*₂₄| / |S₁ − S*₁| = |0.586 − 0| / |0.889 − 0| = 0.659`.
///
/// S* is the state of the same run with grey in the message's place, S½ of that with half of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// What was worked out.
    pub measure: Measure,
    /// The symbols of the right side.
    pub formula: Vec<Piece>,
    /// The same in numbers, which come to the result.
    pub numbers: Vec<Piece>,
    /// The number that is shown.
    pub result: f64,
}

/// The values of a state in two runs at one step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The state.
    pub quantity: Quantity,
    /// The step, from 1.
    pub step: usize,
    /// Its value with the message as it is.
    pub with: f64,
    /// Its value in the other run.
    pub without: f64,
}

/// How far two runs differ, over how far they differed when the message came in; alone, where
/// there is nothing to divide by. `mark` names the other run: `*` or `½`.
#[must_use]
pub fn difference(measure: Measure, now: Pair, got_in: Option<Pair>, mark: &str) -> Measured {
    let (mut formula, mut numbers) = apart(now, mark);
    let mut result = (now.with - now.without).abs();
    if let Some(then) = got_in {
        let (symbols, values) = apart(then, mark);
        formula.push(Piece::Text(" / "));
        formula.extend(symbols);
        numbers.push(Piece::Text(" / "));
        numbers.extend(values);
        result /= (then.with - then.without).abs();
    }
    Measured { measure, formula, numbers, result }
}

/// `|S₂₄ − S*₂₄|`, as symbols and as numbers.
fn apart(pair: Pair, mark: &str) -> (Vec<Piece>, Vec<Piece>) {
    let Pair { quantity, step, with, without } = pair;
    let other = name(format!("{quantity}{mark}_{{{step}}}"), quantity);
    let bars = |a, rest: Vec<Piece>| {
        [Piece::Text("|"), a].into_iter().chain(rest).chain([Piece::Text("|")]).collect::<Vec<_>>()
    };
    let symbols = bars(symbol(quantity, step, "1", 1), vec![Piece::Text(" − "), other]);
    (symbols, bars(number(with, quantity), minus(without, quantity)))
}

/// ` − 0.2`, or ` − (−0.2)`.
fn minus(value: f64, quantity: Quantity) -> Vec<Piece> {
    if value < 0.0 {
        vec![Piece::Text(" − ("), number(value, quantity), Piece::Text(")")]
    } else {
        vec![Piece::Text(" − "), number(value, quantity)]
    }
}

/// `(1 − f)·S'`: what the forget gate throws away at a step, from 1.
#[must_use]
pub fn drained(step: usize, f: f64, s_before: f64) -> Measured {
    let formula = vec![
        Piece::Text("(1 − "),
        symbol(Quantity::F, step, "1", 1),
        Piece::Text(")·"),
        symbol(Quantity::S, step - 1, "1", 1),
    ];
    let mut numbers = vec![Piece::Text("(1 − "), number(f, Quantity::F)];
    numbers.extend(times(s_before, Quantity::S));
    Measured { measure: Measure::Drained, formula, numbers, result: (1.0 - f) * s_before }
}

/// `)·0.2`, or `)·(−0.2)`.
fn times(value: f64, quantity: Quantity) -> Vec<Piece> {
    if value < 0.0 {
        vec![Piece::Text(")·("), number(value, quantity), Piece::Text(")")]
    } else {
        vec![Piece::Text(")·"), number(value, quantity)]
    }
}

/// `ln ½ / ln f`, f = σ(b_f) or the value at which the gate is held.
#[must_use]
pub fn half_life_at(f: f64) -> Measured {
    let formula = vec![Piece::Text("ln ½ / ln "), name("f", Quantity::F)];
    let numbers = vec![Piece::Text("ln ½ / ln "), number(f, Quantity::F)];
    Measured { measure: Measure::HalfLife, formula, numbers, result: half_life(f) }
}

/// `ln ½ / mean(ln f_t)` of a gate that moves, at the steps at which something is forgotten, 2…T.
#[must_use]
pub fn half_life_of_moving(f: impl Iterator<Item = f64> + Clone) -> Measured {
    let (sum, steps) = f.clone().fold((0.0, 0.0), |(sum, steps), f| (sum + f.ln(), steps + 1.0));
    let formula = vec![Piece::Text("ln ½ / mean(ln "), name("f_{t}", Quantity::F), Piece::Text(")")];
    let numbers = vec![Piece::Text("ln ½ / ("), number(sum / steps, Quantity::F), Piece::Text(")")];
    Measured { measure: Measure::HalfLife, formula, numbers, result: half_life_of(f) }
}

/// `|(1 − h_t²)·u·∂h_{t−1}|`; at the message's own step `|(1 − h_t²)·w|`. `weight` is that u or w,
/// and `before` the size of the gradient a step earlier, none at the message's step.
#[must_use]
pub fn gradient_of_rnn(step: usize, h: f64, weight: f64, before: Option<f64>) -> Measured {
    let quantity = Quantity::H;
    let letter = if before.is_some() { "u" } else { "w" };
    let mut formula = vec![
        Piece::Text("(1 − "),
        symbol(quantity, step, "1", 1),
        Piece::Text("²)·|"),
        name(letter, quantity),
        Piece::Text("|"),
    ];
    let mut numbers =
        vec![Piece::Text("(1 − "), number(h.abs(), quantity), Piece::Text("²)·"), number(weight.abs(), quantity)];
    if let Some(before) = before {
        formula.extend([Piece::Text("·|"), name(format!("∂h_{{{}}}", step - 1), quantity), Piece::Text("|")]);
        numbers.extend([Piece::Text("·"), number(before, quantity)]);
    }
    let result = (1.0 - h * h) * weight.abs() * before.unwrap_or(1.0);
    Measured { measure: Measure::Gradient, formula, numbers, result }
}

/// `|f·∂S' + S'·∂f + i·∂g + g·∂i|` at a step, from 1; `values` are S', f, i and g there.
#[must_use]
pub fn gradient_of_lstm(step: usize, values: [f64; 4], tangents: &LstmTangents) -> Measured {
    let [s_before, f, i, g] = values;
    let at = |quantity, step| symbol(quantity, step, "1", 1);
    let change = |quantity: Quantity, step| name(format!("∂{quantity}_{{{step}}}"), quantity);
    let terms = [
        (at(Quantity::F, step), change(Quantity::S, step - 1)),
        (at(Quantity::S, step - 1), change(Quantity::F, step)),
        (at(Quantity::I, step), change(Quantity::G, step)),
        (at(Quantity::G, step), change(Quantity::I, step)),
    ];
    let mut formula = vec![Piece::Text("|")];
    for (number, (a, b)) in terms.into_iter().enumerate() {
        if number > 0 {
            formula.push(Piece::Text(" + "));
        }
        formula.extend([a, Piece::Text("·"), b]);
    }
    formula.push(Piece::Text("|"));
    let products: [(Factor, Factor); 4] = [
        ((f, Quantity::F), (tangents.s_before, Quantity::S)),
        ((s_before, Quantity::S), (tangents.f, Quantity::F)),
        ((i, Quantity::I), (tangents.g, Quantity::G)),
        ((g, Quantity::G), (tangents.i, Quantity::I)),
    ];
    let mut sum = Sum::default();
    for (a, b) in products {
        sum.product(a, b);
    }
    let numbers = [Piece::Text("|")].into_iter().chain(sum.pieces).chain([Piece::Text("|")]).collect();
    Measured { measure: Measure::Gradient, formula, numbers, result: tangents.s.abs() }
}
