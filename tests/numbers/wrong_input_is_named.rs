//! What does not fit, or is no number, is an error that says where.

use ndarray::{Array1, Array2, ShapeBuilder, arr1};
use paint_dilution::engine::cell::{Gru, GruHeld, Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::Weights;
use paint_dilution::engine::survival::{left, lstm_gradient, rnn_gradient, shown};
use paint_dilution::engine::{EngineError, NotFinite};

use crate::kit::{LENGTH, gru_case, gru_held_gates, held_gates, lstm_case, rnn_case};

/// Puts a number somewhere into weights.
type Change = fn(&mut Weights<f64>, f64);

const WRONG: [f64; 3] = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];

#[track_caller]
fn names<T: std::fmt::Debug>(result: Result<T, EngineError>, tensor: &str, index: &[usize], step: Option<usize>) {
    match result {
        Err(EngineError::NotFinite(NotFinite { tensor: t, index: i, step: s, value })) => {
            assert_eq!((t, i.as_slice(), s), (tensor, index, step));
            assert!(!value.is_finite());
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_weight_that_is_no_number_by_tensor_and_place() {
    for value in WRONG {
        let with = |blocks, change: Change| {
            let mut weights = Weights::zeros(blocks, 2, 3);
            change(&mut weights, value);
            weights
        };
        let changes: [(&str, &[usize], Change); 4] = [
            ("weight_ih", &[2, 1], |weights, value| weights.weight_ih[[2, 1]] = value),
            ("weight_hh", &[1, 2], |weights, value| weights.weight_hh[[1, 2]] = value),
            ("bias_ih", &[1], |weights, value| weights.bias_ih[1] = value),
            ("bias_hh", &[2], |weights, value| weights.bias_hh[2] = value),
        ];
        for (tensor, index, change) in changes {
            names(Rnn::new(with(1, change)), tensor, index, None);
            names(Lstm::new(with(4, change), Held::none()), tensor, index, None);
            names(Gru::new(with(3, change), GruHeld::none()), tensor, index, None);
        }
    }
}

#[test]
fn an_input_or_state_that_is_no_number_by_step_and_place() {
    let (rnn, lstm, gru) = (rnn_case(2, 3), lstm_case(2, 3, Held::none()), gru_case(2, 3, GruHeld::none()));
    for value in WRONG {
        let mut x = rnn.x.clone();
        x[[3, 1]] = value;
        names(rnn.network.trace(x.view(), rnn.start.view()), "x", &[1], Some(4));
        names(lstm.network.trace(x.view(), &lstm.start), "x", &[1], Some(4));
        names(gru.network.trace(x.view(), gru.start.view()), "x", &[1], Some(4));
        let state = arr1(&[0.0, 0.0, value]);
        names(rnn.network.trace(rnn.x.view(), state.view()), "h0", &[2], None);
        names(gru.network.trace(gru.x.view(), state.view()), "h0", &[2], None);
        let zero = Array1::zeros(3);
        let start = LstmState { h: state.clone(), s: zero.clone() };
        names(lstm.network.trace(lstm.x.view(), &start), "h0", &[2], None);
        let start = LstmState { h: zero, s: state };
        names(lstm.network.trace(lstm.x.view(), &start), "S0", &[2], None);
        names(rnn.network.step(x.row(3), rnn.start.view()), "x", &[1], None);
        names(lstm.network.step(x.row(3), &lstm.start), "x", &[1], None);
        names(gru.network.step(x.row(3), gru.start.view()), "x", &[1], None);
    }
}

#[test]
fn a_gradient_that_is_no_number_by_step_and_unit() {
    let (rnn, lstm, gru) = (rnn_case(2, 3), lstm_case(2, 3, Held::none()), gru_case(2, 3, GruHeld::none()));
    let gru_trace = gru.network.trace(gru.x.view(), gru.start.view()).unwrap();
    let rnn_trace = rnn.network.trace(rnn.x.view(), rnn.start.view()).unwrap();
    let lstm_trace = lstm.network.trace(lstm.x.view(), &lstm.start).unwrap();
    for value in WRONG {
        let mut v = Array2::zeros((LENGTH, 3));
        v[[1, 2]] = value;
        names(rnn.network.backward(&rnn_trace, v.view()), "∂L/∂h", &[2], Some(2));
        names(lstm.network.backward(&lstm_trace, v.view()), "∂L/∂h", &[2], Some(2));
        names(gru.network.backward(&gru_trace, v.view()), "∂L/∂h", &[2], Some(2));
    }
}

#[test]
fn a_held_gate_that_is_no_number_or_out_of_range() {
    let with = |held| Lstm::new(Weights::<f64>::zeros(4, 1, 1), held);
    names(with(Held { f: Some(f64::NAN), ..Held::none() }), "held f", &[], None);
    for (value, held) in [(1.1, Held { i: Some(1.1), ..Held::none() }), (-0.1, Held { o: Some(-0.1), ..Held::none() })]
    {
        assert!(matches!(with(held), Err(EngineError::Range { value: found, .. }) if found == value));
    }
    let with = |held| Gru::new(Weights::<f64>::zeros(3, 1, 1), held);
    names(with(GruHeld { r: Some(f64::INFINITY), z: None }), "held r", &[], None);
    assert!(matches!(with(GruHeld { r: None, z: Some(1.1) }), Err(EngineError::Range { what: "held z", .. })));
}

#[test]
fn a_number_that_stops_being_finite_by_step_and_unit() {
    // At step 3 the two products are +∞ and −∞, and their sum is no number.
    let mut x = Array2::zeros((4, 2));
    (x[[2, 0]], x[[2, 1]]) = (20.0, -20.0);
    let huge = |blocks: usize, row: usize| {
        let mut weights = Weights::<f64>::zeros(blocks, 2, 2);
        weights.weight_ih.row_mut(row).fill(1e308);
        weights
    };
    let rnn = Rnn::new(huge(1, 1)).unwrap();
    names(rnn.trace(x.view(), Array1::zeros(2).view()), "h", &[1], Some(3));
    for (row, tensor) in [(1, "i"), (3, "f"), (5, "g"), (7, "o")] {
        let lstm = Lstm::new(huge(4, row), Held::none()).unwrap();
        names(lstm.trace(x.view(), &LstmState::zeros(2)), tensor, &[1], Some(3));
    }
    for (row, tensor) in [(1, "r"), (3, "z"), (5, "n")] {
        let gru = Gru::new(huge(3, row), GruHeld::none()).unwrap();
        names(gru.trace(x.view(), Array1::zeros(2).view()), tensor, &[1], Some(3));
    }
}

#[test]
fn two_states_too_far_apart_by_step() {
    let far = |s: f64| Array2::from_elem((3, 1), s);
    names(left(far(f64::MAX).view(), far(-f64::MAX).view(), 2), "blue", &[], Some(2));
    names(shown(far(1.0).view(), far(1.0).view(), f64::NAN, 2), "got_in", &[], Some(2));
}

#[test]
fn sizes_of_zero() {
    let weights = |inputs, units| Rnn::new(Weights::<f64>::zeros(1, inputs, units)).unwrap_err();
    assert_eq!(weights(1, 0), EngineError::Empty { size: "H" });
    assert_eq!(weights(0, 1), EngineError::Empty { size: "I" });
    let (rnn, lstm) = (rnn_case(1, 1), lstm_case(1, 1, Held::none()));
    let none = Array2::zeros((0, 1));
    let empty = EngineError::Empty { size: "T" };
    assert_eq!(rnn.network.trace(none.view(), rnn.start.view()).unwrap_err(), empty);
    assert_eq!(lstm.network.trace(none.view(), &lstm.start).unwrap_err(), empty);
    assert_eq!(left(none.view(), none.view(), 1).unwrap_err(), empty);
}

#[test]
fn shapes_that_do_not_fit_by_tensor() {
    let shape = |result: Result<(), EngineError>| match result {
        Err(EngineError::Shape { tensor, .. }) => tensor,
        other => panic!("{other:?}"),
    };
    let wrong = |change: fn(&mut Weights<f64>)| {
        let mut weights = Weights::zeros(4, 2, 3);
        change(&mut weights);
        shape(Lstm::new(weights, Held::none()).map(drop))
    };
    assert_eq!(wrong(|weights| weights.weight_hh = Array2::zeros((9, 3))), "weight_hh");
    assert_eq!(wrong(|weights| weights.bias_ih = Array1::zeros(11)), "bias_ih");
    assert_eq!(wrong(|weights| weights.bias_hh = Array1::zeros(13)), "bias_hh");
    let rows = Lstm::new(Weights::<f64>::zeros(1, 2, 3), Held::none()).unwrap_err();
    assert_eq!(rows, EngineError::Rows { rows: 3, blocks: 4 });

    let (rnn, lstm) = (rnn_case(2, 3), lstm_case(2, 3, Held::none()));
    let (wide, long) = (Array2::zeros((LENGTH, 3)), Array1::zeros(4));
    assert_eq!(shape(rnn.network.trace(wide.view(), rnn.start.view()).map(drop)), "x");
    assert_eq!(shape(rnn.network.trace(rnn.x.view(), long.view()).map(drop)), "h0");
    assert_eq!(shape(lstm.network.trace(wide.view(), &lstm.start).map(drop)), "x");
    let start = LstmState { h: Array1::zeros(3), s: long };
    assert_eq!(shape(lstm.network.trace(lstm.x.view(), &start).map(drop)), "S0");
    let trace = rnn.network.trace(rnn.x.view(), rnn.start.view()).unwrap();
    assert_eq!(shape(rnn.network.backward(&trace, Array2::zeros((LENGTH, 2)).view()).map(drop)), "∂L/∂h");
    assert_eq!(
        shape(left(trace.h.view(), Array2::zeros((LENGTH - 1, 3)).view(), 1).map(drop)),
        "the run without the message"
    );
}

#[test]
fn a_trace_of_another_network() {
    let (rnn, small) = (rnn_case(2, 3), rnn_case(2, 2));
    let trace = small.network.trace(small.x.view(), small.start.view()).unwrap();
    let shape = |error: Option<EngineError>| assert!(matches!(error, Some(EngineError::Shape { .. })), "{error:?}");
    shape(rnn.network.backward(&trace, Array2::zeros((LENGTH, 3)).view()).err());
    shape(rnn_gradient(&rnn.network, &trace, 1).err());
    let (lstm, small) = (lstm_case(2, 3, Held::none()), lstm_case(2, 2, held_gates()[1]));
    let trace = small.network.trace(small.x.view(), &small.start).unwrap();
    shape(lstm.network.backward(&trace, Array2::zeros((LENGTH, 3)).view()).err());
    shape(lstm_gradient(&lstm.network, &trace, 1).err());
    let mut turned = lstm.network.trace(lstm.x.view(), &lstm.start).unwrap();
    turned.s = Array2::zeros((LENGTH, 3).f());
    shape(lstm_gradient(&lstm.network, &turned, 1).err());
    let (gru, small) = (gru_case(2, 3, GruHeld::none()), gru_case(2, 2, gru_held_gates()[1]));
    let trace = small.network.trace(small.x.view(), small.start.view()).unwrap();
    shape(gru.network.backward(&trace, Array2::zeros((LENGTH, 3)).view()).err());
}

#[test]
fn a_step_outside_the_sequence() {
    let case = rnn_case(1, 1);
    let trace = case.network.trace(case.x.view(), case.start.view()).unwrap();
    for step in [0, LENGTH + 1] {
        let outside = EngineError::Step { step, length: LENGTH };
        assert_eq!(rnn_gradient(&case.network, &trace, step).unwrap_err(), outside);
        assert_eq!(left(trace.h.view(), trace.h.view(), step).unwrap_err(), outside);
    }
}

#[test]
fn the_message_says_where() {
    let place = |index, step| NotFinite { tensor: "h", index, step, value: f64::NAN }.to_string();
    assert_eq!(place(vec![2], Some(4)), "h[2] at step 4 is NaN");
    assert_eq!(place(vec![1, 0], None), "h[1, 0] is NaN");
    assert_eq!(place(vec![], None), "h is NaN");
}
