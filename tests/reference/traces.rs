//! Traces: every gate, state and gradient along a sequence.
//!
//! The gradients were made by autograd of `loss = Σ v_t·h_t`. Tolerance, for every number b of a
//! tensor: `|a − b| ≤ ε·max(|b|, 1e-3·the tensor's largest)`, with ε = 1e-12 for values and 1e-9 for
//! gradients. The products are summed in another order, and rounding is about 1e-16 a sum; the
//! budget is for its growth over 50 steps, and for numbers near 0 between larger ones.

use ndarray::{Array1, Array2};
use paint_dilution::engine::Real;
use paint_dilution::engine::cell::{CellKind, Gru, GruHeld, Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::{
    GruGradients, GruTrace, LstmGradients, LstmTrace, RnnGradients, RnnTrace, Weights,
};
use serde_json::Value;

use crate::file::{File, Tolerance, files, matrix, vector};

const VALUE: Tolerance = Tolerance::Relative { share: 1e-12, floor: 1e-3 };
const GRADIENT: Tolerance = Tolerance::Relative { share: 1e-9, floor: 1e-3 };
/// f32 keeps 24 bits, 6e-8 a rounding: that leaves a hundred times as much for 50 steps.
const SINGLE: Tolerance = Tolerance::Relative { share: 1e-5, floor: 1.0 };

#[test]
fn every_trace_and_gradient_is_pytorchs() {
    for file in files(File::is_trace) {
        match file.kind() {
            CellKind::Rnn => file.check_rnn(),
            CellKind::Lstm => file.check_lstm(),
            CellKind::Gru => file.check_gru(),
        }
        println!("checked {}", file.name);
    }
}

#[test]
fn single_precision_agrees_to_five_digits_of_the_largest() {
    for file in files(File::is_trace) {
        let h = match file.kind() {
            CellKind::Rnn => file.rnn_trace::<f32>().h,
            CellKind::Lstm => {
                let trace = file.lstm_trace::<f32>();
                file.near("S", trace.s.view(), file.steps("s").view(), SINGLE);
                trace.h
            }
            CellKind::Gru => file.gru_trace::<f32>().h,
        };
        file.near("h", h.view(), file.steps("h").view(), SINGLE);
    }
}

impl File {
    fn check_rnn(&self) {
        let trace = self.rnn_trace::<f64>();
        self.near("h", trace.h.view(), self.steps("h").view(), VALUE);
        self.check_loss(&trace.h);
        let rnn = Rnn::new(self.layer()).unwrap();
        let RnnGradients { weights, x, h0, .. } = rnn.backward(&trace, matrix(&self.json["v"]).view()).unwrap();
        self.check_gradients(&weights, &x);
        self.check_start("h0", &h0);
    }

    fn check_lstm(&self) {
        let trace = self.lstm_trace::<f64>();
        let kept = [("i", &trace.i), ("f", &trace.f), ("g", &trace.g), ("o", &trace.o), ("s", &trace.s)];
        for (name, array) in kept.into_iter().chain([("h", &trace.h)]) {
            self.near(name, array.view(), self.steps(name).view(), VALUE);
        }
        self.check_loss(&trace.h);
        let lstm = Lstm::new(self.layer(), Held::none()).unwrap();
        let LstmGradients { weights, x, h0, s0, .. } = lstm.backward(&trace, matrix(&self.json["v"]).view()).unwrap();
        self.check_gradients(&weights, &x);
        self.check_start("h0", &h0);
        self.check_start("s0", &s0);
    }

    fn check_gru(&self) {
        let trace = self.gru_trace::<f64>();
        for (name, array) in [("r", &trace.r), ("z", &trace.z), ("n", &trace.n), ("h", &trace.h)] {
            self.near(name, array.view(), self.steps(name).view(), VALUE);
        }
        self.check_loss(&trace.h);
        let gru = Gru::new(self.layer(), GruHeld::none()).unwrap();
        let GruGradients { weights, x, h0, .. } = gru.backward(&trace, matrix(&self.json["v"]).view()).unwrap();
        self.check_gradients(&weights, &x);
        self.check_start("h0", &h0);
    }

    fn rnn_trace<F: Real>(&self) -> RnnTrace<F> {
        let rnn = Rnn::<F>::new(self.layer()).unwrap();
        rnn.trace(matrix(&self.json["x"]).view(), vector(&self.json["h0"]).view()).unwrap()
    }

    fn lstm_trace<F: Real>(&self) -> LstmTrace<F> {
        let lstm = Lstm::<F>::new(self.layer(), Held::none()).unwrap();
        let start = LstmState { h: vector(&self.json["h0"]), s: vector(&self.json["s0"]) };
        lstm.trace(matrix(&self.json["x"]).view(), &start).unwrap()
    }

    fn gru_trace<F: Real>(&self) -> GruTrace<F> {
        let gru = Gru::<F>::new(self.layer(), GruHeld::none()).unwrap();
        gru.trace(matrix(&self.json["x"]).view(), vector(&self.json["h0"]).view()).unwrap()
    }

    fn layer<F: Real>(&self) -> Weights<F> {
        self.weights(&self.json["weights"], "")
    }

    fn check_loss(&self, h: &Array2<f64>) {
        let loss = (matrix::<f64>(&self.json["v"]) * h).sum();
        self.number_near("loss", loss, self.json["loss"].as_f64().unwrap(), VALUE);
    }

    fn check_gradients(&self, weights: &Weights<f64>, x: &Array2<f64>) {
        let recorded = self.weights::<f64>(&self.json["grad"], "");
        self.near("∂L/∂weight_ih", weights.weight_ih.view(), recorded.weight_ih.view(), GRADIENT);
        self.near("∂L/∂weight_hh", weights.weight_hh.view(), recorded.weight_hh.view(), GRADIENT);
        self.near("∂L/∂bias_ih", weights.bias_ih.view(), recorded.bias_ih.view(), GRADIENT);
        self.near("∂L/∂bias_hh", weights.bias_hh.view(), recorded.bias_hh.view(), GRADIENT);
        self.near("∂L/∂x", x.view(), matrix(&self.json["grad_x"]).view(), GRADIENT);
    }

    /// The initial state's gradient, where the file has it.
    fn check_start(&self, state: &str, gradient: &Array1<f64>) {
        let recorded = &self.json[format!("grad_{state}")];
        if !recorded.is_null() {
            self.near(state, gradient.view(), vector(recorded).view(), GRADIENT);
        }
    }

    /// One recorded quantity at every step `[T×H]`.
    fn steps(&self, quantity: &str) -> Array2<f64> {
        let steps = self.json["steps"].as_array().unwrap();
        matrix(&Value::from(steps.iter().map(|step| step[quantity].clone()).collect::<Vec<_>>()))
    }
}
