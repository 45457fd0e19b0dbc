//! Where mathematics has the answer in one line.

use ndarray::{Array2, arr1};
use paint_dilution::engine::cell::activation::{logit, sigmoid};
use paint_dilution::engine::cell::{Gru, GruHeld, Held, LstmState};
use paint_dilution::engine::network::{Weights, Wub};
use paint_dilution::engine::survival::{half_life, half_life_of, left, shown};

use crate::kit::{near, run};

#[test]
fn what_a_held_forget_gate_leaves_is_its_power() {
    let f: f64 = 0.9;
    let run = run(|scene| scene.held.f = Some(f));
    let first = run.lstm.trace.s[[0, 0]];
    for step in 1..=24 {
        near(run.lstm.trace.s[[step - 1, 0]], f.powi(step as i32 - 1) * first, 1e-15);
        near(run.lstm.blue.ratio(step).unwrap(), f.powi(step as i32 - 1), 1e-15);
    }
}

#[test]
fn what_a_held_update_gate_leaves_is_its_power() {
    let z: f64 = 0.9;
    let gru = |held| Gru::<f64>::new(Weights::zeros(3, 1, 1), held).unwrap();
    let along = |held| gru(held).trace(Array2::zeros((24, 1)).view(), arr1(&[0.7]).view()).unwrap().h;
    let h = along(GruHeld { z: Some(z), ..GruHeld::none() });
    for step in 1..=24 {
        near(h[[step - 1, 0]], z.powi(step as i32) * 0.7, 1e-15);
    }
    let kept = along(GruHeld { z: Some(1.0), ..GruHeld::none() });
    assert!(kept.iter().all(|h| *h == 0.7), "an open z keeps every bit");
}

#[test]
fn a_gru_by_hand() {
    let (r, z): (f64, f64) = (sigmoid(0.5 * 2.0 + 0.25 - 0.5), sigmoid(-2.0 + 0.5 * -0.5 + 1.0));
    let weights = Weights {
        weight_ih: ndarray::array![[0.5], [-1.0], [0.75]],
        weight_hh: ndarray::array![[1.0], [0.5], [-2.0]],
        bias_ih: arr1(&[0.25, 1.0, -1.0]),
        bias_hh: arr1(&[0.0, 0.0, 0.125]),
    };
    let step = Gru::new(weights, GruHeld::none()).unwrap().step(arr1(&[2.0]).view(), arr1(&[-0.5]).view()).unwrap();
    let n = f64::tanh(0.75 * 2.0 - 1.0 + r * (-2.0 * -0.5 + 0.125));
    let pairs = [(&step.r, r), (&step.z, z), (&step.nh, 1.125), (&step.n, n), (&step.h, (1.0 - z) * n - z * 0.5)];
    pairs.into_iter().for_each(|(found, expected)| near(found[0], expected, 1e-15));
}

#[test]
fn after_its_half_life_half_is_left() {
    for steps in [1, 5, 23] {
        let f = 0.5_f64.powf(1.0 / f64::from(steps));
        near(half_life(f), f64::from(steps), 1e-12);
        let run = run(|scene| scene.held.f = Some(f));
        near(run.lstm.blue.ratio(1 + steps as usize).unwrap(), 0.5, 1e-14);
    }
    assert_eq!((half_life(1.0), half_life(0.0)), (f64::INFINITY, 0.0));
}

#[test]
fn a_gate_that_moves_has_the_half_life_of_what_it_leaves() {
    let run = run(|scene| (scene.lstm.f.u, scene.lstm.f.b) = (3.0, 0.0));
    let f: Vec<f64> = run.lstm.trace.f.iter().copied().skip(1).collect();
    assert!(f.iter().any(|gate| (gate - f[0]).abs() > 1e-3), "the gate moves");
    let through_the_cell = f.iter().product::<f64>();
    near(0.5_f64.powf(23.0 / half_life_of(f.into_iter())), through_the_cell, 1e-12);
}

#[test]
fn open_gates_add_up_what_comes_in() {
    let run = run(|scene| {
        scene.paints = vec![1.0; 5];
        scene.held = Held { i: Some(1.0), f: Some(1.0), o: Some(1.0) };
    });
    for step in 1..=5 {
        near(run.lstm.trace.s[[step - 1, 0]], step as f64 * 1.5_f64.tanh(), 1e-14);
    }
    near(run.lstm.trace.h[[4, 0]], (5.0 * 1.5_f64.tanh()).tanh(), 1e-15);
}

#[test]
fn a_shut_output_gate_shows_nothing_and_loses_nothing() {
    let open = run(|scene| scene.held.o = Some(1.0));
    let shut = run(|scene| scene.held.o = Some(0.0));
    assert_eq!(open.lstm.blue, shut.lstm.blue);
    assert!(shut.lstm.shown.ratios().iter().all(|ratio| *ratio == Some(0.0)));
    let expected = open.lstm.trace.s[[23, 0]].tanh() / open.lstm.blue.got_in;
    near(open.lstm.shown.ratio(24).unwrap(), expected, 1e-15);
}

#[test]
fn the_rnns_gradient_is_a_product_of_slopes() {
    let run = run(|scene| (scene.rnn, scene.message) = (Wub::new(0.7, 1.3, 0.2), 1));
    let mut product = 0.7;
    for (step, h) in (1..).zip(run.rnn.trace.h.iter()) {
        product *= if step == 1 { 1.0 } else { 1.3 } * (1.0 - h * h);
        near(run.rnn.gradient.at(step).unwrap() / product, 1.0, 1e-13);
    }
    let factor = (run.rnn.gradient.at(24).unwrap() / run.rnn.gradient.at(1).unwrap()).powf(1.0 / 23.0);
    near(run.rnn.gradient.per_step().unwrap(), factor, 1e-14);
}

#[test]
fn with_gates_deaf_to_h_the_cell_is_the_only_path() {
    let run = run(|_| ());
    for step in 1..=24 {
        let (whole, cell) = (run.lstm.gradient.s.at(step), run.lstm.gradient.cell_only.at(step));
        near(whole.unwrap(), cell.unwrap(), 1e-16);
    }
    near(run.lstm.gradient.s.per_step().unwrap(), sigmoid(4.0), 1e-14);
}

#[test]
fn a_message_of_which_almost_nothing_got_in_has_no_ratio() {
    let states = |got_in: f64| (Array2::from_elem((3, 1), got_in), Array2::zeros((3, 1)));
    let (with, without) = states(9e-13);
    assert_eq!(left(with.view(), without.view(), 2).unwrap().ratios(), [None; 3]);
    let (with, without) = states(2e-12);
    let left = left(with.view(), without.view(), 2).unwrap();
    assert_eq!(left.ratios(), [None, Some(1.0), Some(1.0)]);
    assert_eq!(left.blue, arr1(&[0.0, 2e-12, 2e-12]));
    let shown = shown(with.view(), without.view(), 1e-13, 1).unwrap();
    assert_eq!(shown.ratios(), [None; 3]);
    assert_eq!((left.ratio(0), left.ratio(4)), (None, None));
}

#[test]
fn over_several_units_the_distance_is_euclidean() {
    let with = ndarray::array![[3.0, -4.0], [0.3, 0.4]];
    let left = left(with.view(), Array2::zeros((2, 2)).view(), 1).unwrap();
    near(left.got_in, 5.0, 1e-15);
    near(left.ratio(2).unwrap(), 0.1, 1e-16);
}

#[test]
fn the_sigmoid_and_its_inverse_undo_each_other() {
    for z in [-30.0, -4.0, 0.0, 0.3, 8.0] {
        near(logit(sigmoid::<f64>(z)), z, 1e-12 * (1.0 + f64::exp(z)));
    }
    assert_eq!((sigmoid(-1e4), sigmoid(1e4)), (0.0, 1.0));
    assert_eq!((logit(0.0), logit(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
}

#[test]
fn the_state_before_step_1_counts() {
    let rnn = Wub::new(1.0, 2.0, 0.5).rnn().unwrap();
    let trace = rnn.trace(ndarray::array![[0.25]].view(), arr1(&[-0.5]).view()).unwrap();
    near(trace.h[[0, 0]], (0.25 - 1.0 + 0.5_f64).tanh(), 1e-16);
    let lstm = paint_dilution::scene::Scene::default().lstm.lstm(Held { f: Some(0.5), ..Held::none() }).unwrap();
    let start = LstmState { h: arr1(&[0.0]), s: arr1(&[4.0]) };
    near(lstm.trace(ndarray::array![[0.0]].view(), &start).unwrap().s[[0, 0]], 2.0, 1e-15);
}
