//! Networks, sequences and comparisons that several facts need.

use ndarray::{Array1, Array2};
use paint_dilution::engine::cell::{Gru, GruHeld, Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::Weights;
use paint_dilution::engine::noise::standard_normals;
use paint_dilution::scene::{Run, Scene};

/// Numbers from N(0, σ²), the same on every run.
pub struct Draws {
    values: std::vec::IntoIter<f64>,
    sigma: f64,
}

impl Draws {
    pub fn new(seed: u64, sigma: f64) -> Self {
        Self { values: standard_normals(seed, 2000).into_iter(), sigma }
    }

    pub fn next(&mut self) -> f64 {
        self.sigma * self.values.next().expect("enough draws")
    }

    pub fn vector(&mut self, length: usize) -> Array1<f64> {
        Array1::from_shape_simple_fn(length, || self.next())
    }

    pub fn matrix(&mut self, rows: usize, columns: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((rows, columns), || self.next())
    }

    pub fn weights(&mut self, blocks: usize, inputs: usize, units: usize) -> Weights<f64> {
        Weights {
            weight_ih: self.matrix(blocks * units, inputs),
            weight_hh: self.matrix(blocks * units, units),
            bias_ih: self.vector(blocks * units),
            bias_hh: self.vector(blocks * units),
        }
    }
}

/// A network with its sequence and the state that it starts from.
pub struct Case<N, S> {
    pub network: N,
    pub x: Array2<f64>,
    pub start: S,
}

pub const LENGTH: usize = 6;

pub fn rnn_case(inputs: usize, units: usize) -> Case<Rnn<f64>, Array1<f64>> {
    let mut draws = Draws::new(10 * inputs as u64 + units as u64, 0.7);
    let network = Rnn::new(draws.weights(1, inputs, units)).unwrap();
    Case { network, x: draws.matrix(LENGTH, inputs), start: draws.vector(units) }
}

pub fn lstm_case(inputs: usize, units: usize, held: Held<f64>) -> Case<Lstm<f64>, LstmState<f64>> {
    let mut draws = Draws::new(100 + 10 * inputs as u64 + units as u64, 0.7);
    let network = Lstm::new(draws.weights(4, inputs, units), held).unwrap();
    let x = draws.matrix(LENGTH, inputs);
    Case { network, x, start: LstmState { h: draws.vector(units), s: draws.vector(units) } }
}

pub fn gru_case(inputs: usize, units: usize, held: GruHeld<f64>) -> Case<Gru<f64>, Array1<f64>> {
    let mut draws = Draws::new(200 + 10 * inputs as u64 + units as u64, 0.7);
    let network = Gru::new(draws.weights(3, inputs, units), held).unwrap();
    Case { network, x: draws.matrix(LENGTH, inputs), start: draws.vector(units) }
}

/// No gate of a GRU held, each one, and both.
pub fn gru_held_gates() -> [GruHeld<f64>; 4] {
    let none = GruHeld::none();
    let (r, z) = (Some(0.8), Some(0.6));
    [none, GruHeld { r, ..none }, GruHeld { z, ..none }, GruHeld { r, z }]
}

/// No gate held, each one, and all.
pub fn held_gates() -> [Held<f64>; 5] {
    let none = Held::none();
    let (i, f, o) = (Some(0.8), Some(0.6), Some(0.3));
    [none, Held { i, ..none }, Held { f, ..none }, Held { o, ..none }, Held { i, f, o }]
}

/// `∂value/∂at` by central differences; the error is about δ² ≈ 1e-10 of the third derivative.
pub fn slope(at: f64, value: impl Fn(f64) -> f64) -> f64 {
    let delta = 1e-5;
    (value(at + delta) - value(at - delta)) / (2.0 * delta)
}

#[track_caller]
pub fn near(found: f64, expected: f64, tolerance: f64) {
    // written so that NaN fails
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected} ± {tolerance}");
}

/// What follows from the default scene with something changed.
pub fn run(change: impl FnOnce(&mut Scene)) -> Run {
    Run::of(&scene(change)).unwrap()
}

pub fn scene(change: impl FnOnce(&mut Scene)) -> Scene {
    let mut scene = Scene::default();
    change(&mut scene);
    scene
}

/// Asserts that a number reads as `text` when rounded to as many decimals.
#[track_caller]
pub fn reads(value: f64, text: &str) {
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    assert_eq!(format!("{value:.decimals$}"), text, "{value}");
}

/// [`reads`] for a share, in percent.
#[track_caller]
pub fn reads_percent(share: Option<f64>, text: &str) {
    reads(100.0 * share.unwrap(), text);
}
