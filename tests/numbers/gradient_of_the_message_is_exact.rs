//! `‖∂s_t/∂x_m‖` by forward accumulation, against central differences and against BPTT.

use ndarray::Array2;
use paint_dilution::engine::cell::LstmState;
use paint_dilution::engine::network::Wub;
use paint_dilution::engine::survival::{Gradient, lstm_gradient, rnn_gradient};

use crate::kit::{LENGTH, held_gates, lstm_case, near, rnn_case, slope};

const SIZES: [(usize, usize); 4] = [(1, 1), (2, 2), (3, 3), (2, 4)];

/// The Frobenius norm of `∂state_t/∂x_m` by differences, from all states `[T×H]` as a function of x.
fn by_differences(x: &Array2<f64>, message: usize, step: usize, states: impl Fn(&Array2<f64>) -> Array2<f64>) -> f64 {
    let units = states(x).ncols();
    let places = (0..x.ncols()).flat_map(|input| (0..units).map(move |unit| (input, unit)));
    let slopes = places.map(|(input, unit)| {
        slope(x[[message - 1, input]], |to| {
            let mut x = x.clone();
            x[[message - 1, input]] = to;
            states(&x)[[step - 1, unit]]
        })
    });
    slopes.map(|slope| slope * slope).sum::<f64>().sqrt()
}

fn agrees(gradient: &Gradient<f64>, message: usize, expected: impl Fn(usize) -> f64, tolerance: f64) {
    assert_eq!(gradient.norms.len(), LENGTH + 1 - message);
    assert_eq!((gradient.message, &gradient.stopped), (message, &None));
    for step in message..=LENGTH {
        near(gradient.at(step).unwrap(), expected(step), tolerance);
    }
    assert_eq!((gradient.at(message - 1), gradient.at(LENGTH + 1)), (None, None));
}

#[test]
fn of_the_rnn_by_differences_and_by_backpropagation() {
    for (inputs, units) in SIZES {
        let case = rnn_case(inputs, units);
        let states = |x: &Array2<f64>| case.network.trace(x.view(), case.start.view()).unwrap().h;
        let trace = case.network.trace(case.x.view(), case.start.view()).unwrap();
        for message in [1, 3, LENGTH] {
            let gradient = rnn_gradient(&case.network, &trace, message).unwrap();
            agrees(&gradient, message, |step| by_differences(&case.x, message, step, states), 1e-8);
            let backward = |step: usize| {
                let rows = (0..units).map(|unit| {
                    let mut v = Array2::zeros((LENGTH, units));
                    v[[step - 1, unit]] = 1.0;
                    let gradient = case.network.backward(&trace, v.view()).unwrap().x;
                    gradient.row(message - 1).mapv(|slope| slope * slope).sum()
                });
                rows.sum::<f64>().sqrt()
            };
            agrees(&gradient, message, backward, 1e-13);
        }
    }
}

#[test]
fn of_the_lstm_by_differences_and_of_h_by_backpropagation() {
    for ((inputs, units), held) in SIZES.into_iter().flat_map(|size| held_gates().map(|held| (size, held))) {
        let case = lstm_case(inputs, units, held);
        let along = |x: &Array2<f64>| case.network.trace(x.view(), &case.start).unwrap();
        let trace = along(&case.x);
        for message in [1, 3, LENGTH] {
            let gradient = lstm_gradient(&case.network, &trace, message).unwrap();
            agrees(&gradient.h, message, |step| by_differences(&case.x, message, step, |x| along(x).h), 1e-8);
            agrees(&gradient.s, message, |step| by_differences(&case.x, message, step, |x| along(x).s), 1e-8);
            let backward = |step: usize| {
                let rows = (0..units).map(|unit| {
                    let mut v = Array2::zeros((LENGTH, units));
                    v[[step - 1, unit]] = 1.0;
                    let gradient = case.network.backward(&trace, v.view()).unwrap().x;
                    gradient.row(message - 1).mapv(|slope| slope * slope).sum()
                });
                rows.sum::<f64>().sqrt()
            };
            agrees(&gradient.h, message, backward, 1e-13);
        }
    }
}

#[test]
fn through_the_cell_alone_it_is_the_first_times_every_forget_gate() {
    let case = lstm_case(1, 1, held_gates()[0]);
    let trace = case.network.trace(case.x.view(), &case.start).unwrap();
    let gradient = lstm_gradient(&case.network, &trace, 2).unwrap();
    let product = |step: usize| gradient.s.at(2).unwrap() * trace.f.iter().take(step).skip(2).product::<f64>();
    agrees(&gradient.cell_only, 2, product, 1e-15);
    let apart = (gradient.s.at(LENGTH).unwrap() - gradient.cell_only.at(LENGTH).unwrap()).abs();
    assert!(apart > 1e-3, "the gates hear h, so the whole path differs: {apart}");
}

#[test]
fn where_it_explodes_it_ends_and_names_the_step() {
    // u 10³⁰⁰ on a state that stays 0: each step multiplies by 10³⁰⁰
    let rnn = Wub::new(1.0, 1e300, 0.0).rnn::<f64>().unwrap();
    let trace = rnn.trace(Array2::zeros((4, 1)).view(), ndarray::arr1(&[0.0]).view()).unwrap();
    let gradient = rnn_gradient(&rnn, &trace, 1).unwrap();
    assert_eq!(gradient.norms, [1.0, 1e300]);
    let stopped = gradient.stopped.unwrap();
    assert_eq!((stopped.tensor, stopped.step, stopped.index), ("∂h/∂x", Some(3), vec![0, 0]));
    let lstm = lstm_case(1, 1, held_gates()[0]);
    let mut weights = lstm.network.weights().clone();
    weights.weight_hh.fill(1e300);
    weights.bias_ih.fill(0.0);
    weights.bias_hh.fill(0.0);
    let lstm = paint_dilution::engine::cell::Lstm::new(weights, held_gates()[0]).unwrap();
    let trace = lstm.trace(Array2::zeros((6, 1)).view(), &LstmState::zeros(1)).unwrap();
    let gradient = lstm_gradient(&lstm, &trace, 1).unwrap();
    assert_eq!(gradient.s.stopped.as_ref().unwrap().step, Some(3));
    assert_eq!((gradient.h.norms.len(), gradient.s.norms.len(), gradient.cell_only.norms.len()), (2, 2, 6));
}
