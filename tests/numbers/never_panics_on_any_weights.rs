//! Whatever the weights: every number is finite, or an error names the step.

use ndarray::{Array1, Array2};
use paint_dilution::engine::cell::{Gru, GruHeld, Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::{LstmUnit, Weights, Wub};
use paint_dilution::engine::survival::{Gradient, lstm_gradient, rnn_gradient};
use paint_dilution::engine::{EngineError, Real};
use paint_dilution::scene::{Run, Scene};
use proptest::prelude::*;

/// A number of any size up to 10⁶, of either sign; often 0.
fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), -1e6..1e6, -1.0..1.0, (-6.0..6.0).prop_map(|power| 10.0_f64.powf(power))]
}

fn gate_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![Just(None), (0.0..=1.0).prop_map(Some)]
}

fn held() -> impl Strategy<Value = Held<f64>> {
    (gate_value(), gate_value(), gate_value()).prop_map(|(i, f, o)| Held { i, f, o })
}

/// Sizes T, I, H and enough numbers for an LSTM of those sizes, its inputs and states.
fn network() -> impl Strategy<Value = ((usize, usize, usize), Vec<f64>)> {
    let sizes = (1_usize..12, 1_usize..4, 1_usize..5);
    sizes.prop_flat_map(|(length, inputs, units)| {
        let count = 4 * units * (inputs + units + 2) + length * (inputs + units) + 2 * units;
        (Just((length, inputs, units)), prop::collection::vec(weight(), count))
    })
}

/// The drawn numbers, handed out one after the other.
struct Numbers<'a>(std::slice::Iter<'a, f64>);

impl Numbers<'_> {
    fn vector<F: Real>(&mut self, length: usize) -> Array1<F> {
        Array1::from_shape_simple_fn(length, || F::of(*self.0.next().unwrap()))
    }

    fn matrix<F: Real>(&mut self, rows: usize, columns: usize) -> Array2<F> {
        Array2::from_shape_simple_fn((rows, columns), || F::of(*self.0.next().unwrap()))
    }

    fn weights<F: Real>(&mut self, blocks: usize, inputs: usize, units: usize) -> Weights<F> {
        let rows = blocks * units;
        let (weight_ih, weight_hh) = (self.matrix(rows, inputs), self.matrix(rows, units));
        Weights { weight_ih, weight_hh, bias_ih: self.vector(rows), bias_hh: self.vector(rows) }
    }
}

fn finite<'a, F: Real>(values: impl IntoIterator<Item = &'a F>) {
    assert!(values.into_iter().all(|value| value.is_finite()));
}

/// An error of finite input must be a number that stopped being finite, at a step.
#[track_caller]
fn names_a_step(error: &EngineError, length: usize) {
    let EngineError::NotFinite(wrong) = error else { panic!("{error:?}") };
    let of_a_sum_over_all_steps =
        wrong.tensor.starts_with("∂L/∂weight") || wrong.tensor == "∂L/∂bias" || wrong.tensor == "∂L/∂h0";
    assert!(wrong.step.is_some_and(|step| (1..=length).contains(&step)) || of_a_sum_over_all_steps, "{wrong:?}");
}

fn gradient_is_finite<F: Real>(gradient: &Gradient<F>, length: usize) {
    finite(&gradient.norms);
    match &gradient.stopped {
        None => assert_eq!(gradient.norms.len(), length + 1 - gradient.message),
        Some(wrong) => assert_eq!(wrong.step, Some(gradient.message + gradient.norms.len())),
    }
    if let Some(factor) = gradient.per_step() {
        assert!(factor.is_finite() && factor > 0.0);
    }
}

fn rnn_holds<F: Real>((length, inputs, units): (usize, usize, usize), values: &[f64]) {
    let mut numbers = Numbers(values.iter());
    let rnn = Rnn::<F>::new(numbers.weights(1, inputs, units)).unwrap();
    let (x, h0, v) = (numbers.matrix(length, inputs), numbers.vector(units), numbers.matrix(length, units));
    let trace = match rnn.trace(x.view(), h0.view()) {
        Err(error) => return names_a_step(&error, length),
        Ok(trace) => trace,
    };
    finite(&trace.h);
    gradient_is_finite(&rnn_gradient(&rnn, &trace, length.div_ceil(2)).unwrap(), length);
    match rnn.backward(&trace, v.view()) {
        Err(error) => names_a_step(&error, length),
        Ok(gradients) => {
            finite(gradients.x.iter().chain(&gradients.h0).chain(&gradients.h));
            finite(gradients.weights.weight_ih.iter().chain(&gradients.weights.weight_hh));
            finite(gradients.weights.bias_ih.iter().chain(&gradients.weights.bias_hh));
        }
    }
}

fn lstm_holds<F: Real>((length, inputs, units): (usize, usize, usize), values: &[f64], held: Held<f64>) {
    let mut numbers = Numbers(values.iter());
    let held = Held { i: held.i.map(F::of), f: held.f.map(F::of), o: held.o.map(F::of) };
    let lstm = Lstm::<F>::new(numbers.weights(4, inputs, units), held).unwrap();
    let (x, v) = (numbers.matrix(length, inputs), numbers.matrix(length, units));
    let start = LstmState { h: numbers.vector(units), s: numbers.vector(units) };
    let trace = match lstm.trace(x.view(), &start) {
        Err(error) => return names_a_step(&error, length),
        Ok(trace) => trace,
    };
    finite(trace.s.iter().chain(&trace.h).chain(&trace.i).chain(&trace.f).chain(&trace.g).chain(&trace.o));
    let gradient = lstm_gradient(&lstm, &trace, length.div_ceil(2)).unwrap();
    for gradient in [&gradient.h, &gradient.s, &gradient.cell_only] {
        gradient_is_finite(gradient, length);
    }
    match lstm.backward(&trace, v.view()) {
        Err(error) => names_a_step(&error, length),
        Ok(gradients) => {
            finite(gradients.x.iter().chain(&gradients.h0).chain(&gradients.s0).chain(&gradients.h));
            finite(gradients.weights.weight_ih.iter().chain(&gradients.weights.weight_hh));
            finite(gradients.weights.bias_ih.iter().chain(&gradients.weights.bias_hh));
        }
    }
}

fn gru_holds<F: Real>((length, inputs, units): (usize, usize, usize), values: &[f64], held: Held<f64>) {
    let mut numbers = Numbers(values.iter());
    let held = GruHeld { r: held.i.map(F::of), z: held.f.map(F::of) };
    let gru = Gru::<F>::new(numbers.weights(3, inputs, units), held).unwrap();
    let (x, h0, v) = (numbers.matrix(length, inputs), numbers.vector(units), numbers.matrix(length, units));
    let trace = match gru.trace(x.view(), h0.view()) {
        Err(error) => return names_a_step(&error, length),
        Ok(trace) => trace,
    };
    finite(trace.h.iter().chain(&trace.r).chain(&trace.z).chain(&trace.n).chain(&trace.nh));
    match gru.backward(&trace, v.view()) {
        Err(error) => names_a_step(&error, length),
        Ok(gradients) => {
            finite(gradients.x.iter().chain(&gradients.h0).chain(&gradients.h));
            finite(gradients.weights.weight_ih.iter().chain(&gradients.weights.weight_hh));
            finite(gradients.weights.bias_ih.iter().chain(&gradients.weights.bias_hh));
        }
    }
}

fn wub() -> impl Strategy<Value = Wub> {
    (weight(), weight(), weight()).prop_map(|(w, u, b)| Wub::new(w, u, b))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rnn((sizes, values) in network()) {
        rnn_holds::<f64>(sizes, &values);
        rnn_holds::<f32>(sizes, &values);
    }

    #[test]
    fn lstm((sizes, values) in network(), held in held()) {
        lstm_holds::<f64>(sizes, &values, held);
        lstm_holds::<f32>(sizes, &values, held);
    }

    #[test]
    fn gru((sizes, values) in network(), held in held()) {
        gru_holds::<f64>(sizes, &values, held);
        gru_holds::<f32>(sizes, &values, held);
    }

    #[test]
    fn scene(
        paints in prop::collection::vec(-1.0..=1.0, 1..60),
        (noise, seed, at) in (0.0..=1.0, 0..(1_u64 << 53), 0.0..1.0),
        (rnn, i, f, o, g) in (wub(), wub(), wub(), wub(), wub()),
        held in held(),
    ) {
        let message = 1 + (at * paints.len() as f64) as usize;
        let scene = Scene { paints, noise, seed, message, rnn, lstm: LstmUnit { i, f, o, g }, held, ..Scene::default() };
        let run = Run::of(&scene).unwrap();
        for left in [&run.rnn.blue, &run.rnn.shade, &run.lstm.blue, &run.lstm.shade, &run.lstm.shown] {
            finite(&left.blue);
            finite(left.ratios().iter().flatten());
            prop_assert!(left.blue.iter().take(message - 1).all(|blue| *blue == 0.0));
        }
    }
}
