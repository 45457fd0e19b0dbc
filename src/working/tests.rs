//! What is shown is what was computed.

use ndarray::{Array1, Array2, arr1, array};

use super::{Network, Piece, Quantity, Working, lstm_working, plain, rnn_working};
use crate::engine::EngineError;
use crate::engine::cell::{Held, Lstm, LstmState, Rnn};
use crate::engine::network::{LstmTrace, LstmUnit, Weights, Wub};

const ALL: [Quantity; 7] = [Quantity::X, Quantity::I, Quantity::F, Quantity::G, Quantity::O, Quantity::S, Quantity::H];

/// Weights that are all different, of either sign.
fn weights(blocks: usize, inputs: usize, units: usize) -> Weights<f64> {
    let rows = blocks * units;
    let value = |seed: usize| ((seed * 7919 % 101) as f64 / 50.0 - 1.0) * 0.9;
    Weights {
        weight_ih: Array2::from_shape_fn((rows, inputs), |(row, column)| value(row * 5 + column * 31 + 1)),
        weight_hh: Array2::from_shape_fn((rows, units), |(row, column)| value(row * 11 + column * 17 + 2)),
        bias_ih: Array1::from_shape_fn(rows, |row| value(row * 3 + 3)),
        bias_hh: Array1::from_shape_fn(rows, |row| value(row * 13 + 4)),
    }
}

fn inputs(length: usize, size: usize) -> Array2<f64> {
    Array2::from_shape_fn((length, size), |(row, column)| ((row * 3 + column * 5 + 1) as f64).sin())
}

fn state(units: usize, at: f64) -> Array1<f64> {
    Array1::from_shape_fn(units, |unit| at - 0.3 * unit as f64)
}

/// What the numbers of a line come to: `a·b + c·tanh(d)`, in the order written.
fn value_of(pieces: &[Piece]) -> f64 {
    let mut rest = pieces;
    let value = sum(&mut rest);
    assert!(rest.is_empty(), "not read: {rest:?}");
    value
}

fn sum(rest: &mut &[Piece]) -> f64 {
    let mut total = product(rest);
    while let [Piece::Text(sign @ (" + " | " − ")), after @ ..] = *rest {
        *rest = after;
        total += if *sign == " + " { product(rest) } else { -product(rest) };
    }
    total
}

fn product(rest: &mut &[Piece]) -> f64 {
    let mut total = factor(rest, None);
    while let [Piece::Text(sign), after @ ..] = *rest {
        let Some(opening) = sign.strip_prefix('·') else { break };
        *rest = after;
        total *= factor(rest, Some(opening));
    }
    total
}

/// A number, or what stands in brackets behind a function's name.
fn factor(rest: &mut &[Piece], opening: Option<&str>) -> f64 {
    let opening = match (opening, *rest) {
        (Some(""), _) => None,
        (Some(opening), _) => Some(opening),
        (None, [Piece::Text(text), after @ ..]) => {
            *rest = after;
            Some(*text)
        }
        (None, _) => None,
    };
    let Some(opening) = opening else {
        let [Piece::Number { value, .. }, after @ ..] = *rest else { panic!("no number: {rest:?}") };
        *rest = after;
        return *value;
    };
    let inside = sum(rest);
    let [Piece::Text(")"), after @ ..] = *rest else { panic!("not closed: {rest:?}") };
    *rest = after;
    match opening {
        "(" => inside,
        "tanh(" => inside.tanh(),
        "σ(" => 1.0 / (1.0 + (-inside).exp()),
        other => panic!("unknown {other}"),
    }
}

fn comes_out(working: &Working) {
    if working.numbers.is_empty() {
        let Some(Piece::Number { value, .. }) = working.formula.last() else { panic!("no value: {working}") };
        assert_eq!(*value, working.result, "{working}");
    } else {
        let value = value_of(&working.numbers);
        assert!((value - working.result).abs() <= 1e-14 * (1.0 + working.result.abs()), "{value}: {working}");
    }
}

fn lstm_case(size: usize, units: usize, held: Held<f64>) -> (Lstm<f64>, LstmTrace<f64>) {
    let lstm = Lstm::new(weights(4, size, units), held).unwrap();
    let start = LstmState { h: state(units, 0.4), s: state(units, -0.7) };
    let trace = lstm.trace(inputs(5, size).view(), &start).unwrap();
    (lstm, trace)
}

#[test]
fn the_numbers_of_every_quantity_come_to_its_result() {
    let held = Held { i: Some(1.0), f: None, o: Some(0.25) };
    for (size, units) in [(1, 1), (2, 1), (1, 3), (3, 4)] {
        for (lstm, trace) in [lstm_case(size, units, Held::none()), lstm_case(size, units, held)] {
            for quantity in ALL {
                let places = if quantity == Quantity::X { size } else { units };
                for (step, unit) in (1..=5).flat_map(|step| (1..=places).map(move |unit| (step, unit))) {
                    comes_out(&lstm_working(&lstm, &trace, quantity, step, unit).unwrap());
                }
            }
        }
        let rnn = Rnn::new(weights(1, size, units)).unwrap();
        let trace = rnn.trace(inputs(5, size).view(), state(units, 0.4).view()).unwrap();
        for (step, unit) in (1..=5).flat_map(|step| (1..=units).map(move |unit| (step, unit))) {
            comes_out(&rnn_working(&rnn, &trace, step, unit).unwrap());
        }
    }
}

fn default_lines(quantity: Quantity, step: usize, held: Held<f64>) -> String {
    let (i, f) = (Wub::new(12.0, 0.0, -8.0), Wub::new(0.0, 0.0, 4.0));
    let (o, g) = (Wub::new(0.0, 0.0, 2.0), Wub::new(1.5, 0.0, 0.0));
    let lstm = LstmUnit { i, f, o, g }.lstm(held).unwrap();
    let x = Array2::from_shape_fn((24, 1), |(row, _)| if row == 0 { 1.0 } else { 0.0 });
    let trace = lstm.trace(x.view(), &LstmState::zeros(1)).unwrap();
    lstm_working(&lstm, &trace, quantity, step, 1).unwrap().to_string()
}

#[test]
fn one_unit_reads_as_in_the_book() {
    let line = |quantity, step| default_lines(quantity, step, Held::none());
    assert_eq!(line(Quantity::S, 12), "S₁₂ = f₁₂·S₁₁ + i₁₂·g₁₂ = 0.982·0.741 + 0.000335·0 = 0.728");
    assert_eq!(line(Quantity::I, 1), "i₁ = σ(w_i·x₁ + u_i·h₀ + b_i) = σ(12·1 + 0·0 − 8) = 0.982");
    assert_eq!(line(Quantity::G, 1), "g₁ = tanh(w_g·x₁ + u_g·h₀ + b_g) = tanh(1.5·1 + 0·0 + 0) = 0.905");
    assert_eq!(line(Quantity::H, 1), "h₁ = o₁·tanh(S₁) = 0.881·tanh(0.889) = 0.626");
    assert_eq!(line(Quantity::X, 1), "x₁ = 1");
}

#[test]
fn step_1_starts_from_the_state_before_it() {
    assert_eq!(default_lines(Quantity::S, 1, Held::none()), "S₁ = f₁·S₀ + i₁·g₁ = 0.982·0 + 0.982·0.905 = 0.889");
    let rnn = Wub::new(1.0, 0.8, 0.0).rnn().unwrap();
    let trace = rnn.trace(array![[-0.5]].view(), arr1(&[-0.25]).view()).unwrap();
    let working = rnn_working(&rnn, &trace, 1, 1).unwrap();
    assert_eq!(working.network, Network::Rnn);
    assert_eq!(working.to_string(), "h₁ = tanh(w·x₁ + u·h₀ + b) = tanh(1·(−0.5) + 0.8·(−0.25) + 0) = −0.604");
}

#[test]
fn a_held_gate_says_so() {
    let held = Held { i: Some(1.0), f: Some(0.5), o: Some(0.0) };
    assert_eq!(default_lines(Quantity::I, 3, held), "i held at 1");
    assert_eq!(default_lines(Quantity::F, 3, held), "f held at 0.5");
    assert_eq!(default_lines(Quantity::O, 3, held), "o held at 0");
    assert!(default_lines(Quantity::G, 3, held).starts_with("g₃ = tanh("));
}

#[test]
fn several_units_are_numbered_and_their_sums_written_out() {
    let (lstm, trace) = lstm_case(2, 3, Held::none());
    let line = |quantity| lstm_working(&lstm, &trace, quantity, 2, 3).unwrap().to_string();
    let gate = line(Quantity::F);
    assert!(gate.starts_with("f₂[3] = σ(Σ W_f[3,k]·x₂[k] + Σ U_f[3,k]·h₁[k] + b_f[3]) = σ("), "{gate}");
    assert_eq!(gate.matches('·').count(), 2 + 5, "two sums, then 2 inputs and 3 units: {gate}");
    assert!(line(Quantity::S).starts_with("S₂[3] = f₂[3]·S₁[3] + i₂[3]·g₂[3] = "));
    assert!(line(Quantity::H).starts_with("h₂[3] = o₂[3]·tanh(S₂[3]) = "));
}

#[test]
fn a_weight_has_its_gates_colour_and_an_input_that_of_x() {
    let (lstm, trace) = lstm_case(1, 1, Held::none());
    let working = lstm_working(&lstm, &trace, Quantity::O, 2, 1).unwrap();
    let colours = working.numbers.iter().filter_map(|piece| match piece {
        Piece::Number { quantity, .. } => Some(*quantity),
        _ => None,
    });
    let expected = [Quantity::O, Quantity::X, Quantity::O, Quantity::H, Quantity::O];
    assert_eq!(colours.collect::<Vec<_>>(), expected);
}

#[test]
fn a_place_outside_the_trace_is_an_error() {
    let (lstm, trace) = lstm_case(2, 3, Held::none());
    let open = |quantity, step, unit| lstm_working(&lstm, &trace, quantity, step, unit);
    assert_eq!(open(Quantity::S, 0, 1).unwrap_err(), EngineError::Step { step: 0, length: 5 });
    assert_eq!(open(Quantity::S, 6, 1).unwrap_err(), EngineError::Step { step: 6, length: 5 });
    assert!(matches!(open(Quantity::S, 1, 0), Err(EngineError::Range { what: "unit", .. })));
    assert!(matches!(open(Quantity::X, 1, 3), Err(EngineError::Range { what: "unit", .. })));
    let (other, _) = lstm_case(2, 2, Held::none());
    assert!(matches!(lstm_working(&other, &trace, Quantity::S, 1, 1), Err(EngineError::Shape { .. })));
}

#[test]
fn markup_is_lowered_where_a_sign_for_it_exists() {
    assert_eq!(plain("S_{11}[2]"), "S₁₁[2]");
    assert_eq!(plain("w_{f}"), "w_f");
    assert_eq!(plain("b"), "b");
}
