//! BPTT of every network against central differences of `L = Σ v_t·h_t`.

use ndarray::{Array1, Array2};
use paint_dilution::engine::cell::{Gru, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::Weights;

use crate::kit::{Draws, LENGTH, gru_case, gru_held_gates, held_gates, lstm_case, near, rnn_case, slope};

/// Differences of numbers near 1 at δ = 1e-5: rounding 1e-11, and δ² of a third derivative.
const TOLERANCE: f64 = 1e-7;

/// Every number of the four tensors, in one order for weights and gradients.
fn numbers(weights: &mut Weights<f64>) -> impl Iterator<Item = &mut f64> {
    let matrices = weights.weight_ih.iter_mut().chain(weights.weight_hh.iter_mut());
    matrices.chain(weights.bias_ih.iter_mut()).chain(weights.bias_hh.iter_mut())
}

fn weights_agree(weights: &Weights<f64>, mut gradients: Weights<f64>, loss: impl Fn(Weights<f64>) -> f64) {
    let found: Vec<f64> = numbers(&mut gradients).map(|value| *value).collect();
    assert_eq!(found.len(), numbers(&mut weights.clone()).count());
    for (at, gradient) in found.into_iter().enumerate() {
        let moved = |to: f64| {
            let mut weights = weights.clone();
            *numbers(&mut weights).nth(at).unwrap() = to;
            loss(weights)
        };
        near(gradient, slope(*numbers(&mut weights.clone()).nth(at).unwrap(), moved), TOLERANCE);
    }
}

fn matrix_agrees(matrix: &Array2<f64>, gradient: &Array2<f64>, loss: impl Fn(Array2<f64>) -> f64) {
    assert_eq!(matrix.dim(), gradient.dim());
    for (at, value) in matrix.indexed_iter() {
        let moved = |to: f64| {
            let mut matrix = matrix.clone();
            matrix[at] = to;
            loss(matrix)
        };
        near(gradient[at], slope(*value, moved), TOLERANCE);
    }
}

fn vector_agrees(vector: &Array1<f64>, gradient: &Array1<f64>, loss: impl Fn(Array1<f64>) -> f64) {
    let row = |vector: &Array1<f64>| vector.clone().insert_axis(ndarray::Axis(0));
    matrix_agrees(&row(vector), &row(gradient), |moved| loss(moved.row(0).to_owned()));
}

#[test]
fn of_the_rnn_for_weights_inputs_and_initial_state() {
    for (inputs, units) in [(1, 1), (2, 2), (3, 3), (2, 4)] {
        let case = rnn_case(inputs, units);
        let v = Draws::new(7, 1.0).matrix(LENGTH, units);
        let loss =
            |rnn: &Rnn<f64>, x: &Array2<f64>, h0: &Array1<f64>| (&rnn.trace(x.view(), h0.view()).unwrap().h * &v).sum();
        let trace = case.network.trace(case.x.view(), case.start.view()).unwrap();
        let gradients = case.network.backward(&trace, v.view()).unwrap();
        weights_agree(case.network.weights(), gradients.weights, |weights| {
            loss(&Rnn::new(weights).unwrap(), &case.x, &case.start)
        });
        matrix_agrees(&case.x, &gradients.x, |x| loss(&case.network, &x, &case.start));
        vector_agrees(&case.start, &gradients.h0, |h0| loss(&case.network, &case.x, &h0));
    }
}

#[test]
fn of_the_lstm_for_weights_inputs_and_initial_states_whatever_gate_is_held() {
    for (held, (inputs, units)) in held_gates().into_iter().zip([(1, 1), (2, 2), (3, 3), (2, 4), (1, 3)]) {
        for held in [held, held_gates()[0]] {
            let case = lstm_case(inputs, units, held);
            let v = Draws::new(8, 1.0).matrix(LENGTH, units);
            let loss = |lstm: &Lstm<f64>, x: &Array2<f64>, h: &Array1<f64>, s: &Array1<f64>| {
                (&lstm.trace(x.view(), &LstmState { h: h.clone(), s: s.clone() }).unwrap().h * &v).sum()
            };
            let (lstm, x, LstmState { h, s }) = (&case.network, &case.x, &case.start);
            let trace = lstm.trace(x.view(), &case.start).unwrap();
            let gradients = lstm.backward(&trace, v.view()).unwrap();
            weights_agree(lstm.weights(), gradients.weights, |weights| {
                loss(&Lstm::new(weights, held).unwrap(), x, h, s)
            });
            matrix_agrees(x, &gradients.x, |x| loss(lstm, &x, h, s));
            vector_agrees(h, &gradients.h0, |h| loss(lstm, x, &h, s));
            vector_agrees(s, &gradients.s0, |s| loss(lstm, x, h, &s));
        }
    }
}

#[test]
fn of_the_gru_for_weights_inputs_and_initial_state_whatever_gate_is_held() {
    for (held, (inputs, units)) in gru_held_gates().into_iter().zip([(1, 1), (2, 2), (3, 3), (2, 4)]) {
        for held in [held, gru_held_gates()[0]] {
            let case = gru_case(inputs, units, held);
            let v = Draws::new(9, 1.0).matrix(LENGTH, units);
            let loss = |gru: &Gru<f64>, x: &Array2<f64>, h0: &Array1<f64>| {
                (&gru.trace(x.view(), h0.view()).unwrap().h * &v).sum()
            };
            let (gru, x, h0) = (&case.network, &case.x, &case.start);
            let trace = gru.trace(x.view(), h0.view()).unwrap();
            let gradients = gru.backward(&trace, v.view()).unwrap();
            weights_agree(gru.weights(), gradients.weights, |weights| loss(&Gru::new(weights, held).unwrap(), x, h0));
            matrix_agrees(x, &gradients.x, |x| loss(gru, &x, h0));
            vector_agrees(h0, &gradients.h0, |h0| loss(gru, x, &h0));
        }
    }
}

#[test]
fn the_grus_two_biases_are_two_in_the_candidate_only() {
    let case = gru_case(2, 3, gru_held_gates()[0]);
    let trace = case.network.trace(case.x.view(), case.start.view()).unwrap();
    let gradients = case.network.backward(&trace, Array2::ones((LENGTH, 3)).view()).unwrap().weights;
    // PyTorch's order of rows: r, z, n.
    for (row, (of_x, of_h)) in gradients.bias_ih.iter().zip(&gradients.bias_hh).enumerate() {
        assert_eq!(of_x != of_h, row >= 6, "row {row}: {of_x} {of_h}");
    }
}

#[test]
fn a_held_gates_own_weights_get_no_gradient_at_all() {
    let held = held_gates()[4];
    let case = lstm_case(2, 3, held);
    let trace = case.network.trace(case.x.view(), &case.start).unwrap();
    let gradients = case.network.backward(&trace, Array2::ones((LENGTH, 3)).view()).unwrap().weights;
    // PyTorch's order of rows: i, f, g, o; only g is not held.
    for (row, gradient) in gradients.bias_ih.indexed_iter() {
        assert_eq!(*gradient != 0.0, (6..9).contains(&row), "row {row}: {gradient}");
    }
    let case = gru_case(2, 3, gru_held_gates()[3]);
    let trace = case.network.trace(case.x.view(), case.start.view()).unwrap();
    let gradients = case.network.backward(&trace, Array2::ones((LENGTH, 3)).view()).unwrap().weights;
    // PyTorch's order of rows: r, z, n; only n is not held.
    for (row, gradient) in gradients.bias_ih.iter().chain(&gradients.bias_hh).enumerate() {
        assert_eq!(*gradient != 0.0, row % 9 >= 6, "row {row}: {gradient}");
    }
}
