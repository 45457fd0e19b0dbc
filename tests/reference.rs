//! The cells against PyTorch: every trace and gradient in `tests/data/reference`, or in the folder
//! that the environment variable `PAINT_DILUTION_REFERENCE` names.
//!
//! The files were made in float64 by PyTorch's own `nn.RNN`, `nn.LSTM` and `nn.GRU`, its gradients
//! by autograd of `loss = Σ v_t·h_t`. Tolerance, for every number b of a tensor:
//! `|a − b| ≤ ε·max(|b|, 1e-3·the tensor's largest)`, with ε = 1e-12 for values and 1e-9 for
//! gradients. The products are summed in another order, and rounding is about 1e-16 a sum; the
//! budget is for its growth over 50 steps, and for numbers near 0 between larger ones.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, but does not see that these helpers are in one"
)]

use std::fs;
use std::path::{Path, PathBuf};

use ndarray::{Array1, Array2, ArrayView, Dimension};
use paint_dilution::engine::Real;
use paint_dilution::engine::cell::{Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::{LstmGradients, LstmTrace, RnnGradients, RnnTrace, Weights};
use serde_json::Value;

/// `|a − b| ≤ share·max(|b|, floor·the tensor's largest)`.
#[derive(Clone, Copy)]
struct Tolerance {
    share: f64,
    floor: f64,
}

const VALUE: Tolerance = Tolerance { share: 1e-12, floor: 1e-3 };
const GRADIENT: Tolerance = Tolerance { share: 1e-9, floor: 1e-3 };
/// f32 keeps 24 bits, 6e-8 a rounding: that leaves a hundred times as much for 50 steps.
const SINGLE: Tolerance = Tolerance { share: 1e-5, floor: 1.0 };

#[test]
fn every_trace_and_gradient_is_pytorchs() {
    let mut checked = Vec::new();
    for path in files() {
        let file = File::read(&path);
        match file.cell() {
            Some("rnn") => file.check_rnn(),
            Some("lstm") => file.check_lstm(),
            Some(other) => {
                println!("skipped {}: no cell \"{other}\" yet", file.name);
                continue;
            }
            None => {
                println!("skipped {}: a training run, not a trace", file.name);
                continue;
            }
        }
        println!("checked {}", file.name);
        checked.push(file.name);
    }
    assert!(!checked.is_empty(), "{} holds no file of a cell that there is", folder().display());
}

#[test]
fn single_precision_agrees_to_five_digits_of_the_largest() {
    for path in files() {
        let file = File::read(&path);
        if file.cell() == Some("lstm") {
            let trace = file.lstm_trace::<f32>();
            file.near("h", trace.h.view(), file.steps("h").view(), SINGLE);
            file.near("S", trace.s.view(), file.steps("s").view(), SINGLE);
        } else if file.cell() == Some("rnn") {
            file.near("h", file.rnn_trace::<f32>().h.view(), file.steps("h").view(), SINGLE);
        }
    }
}

fn folder() -> PathBuf {
    let ours = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference");
    std::env::var_os("PAINT_DILUTION_REFERENCE").map_or_else(ours, PathBuf::from)
}

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap_or_else(|why| panic!("{}: {why}", folder().display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    assert!(!files.is_empty(), "{} holds no .json", folder().display());
    files
}

/// One file of one run.
struct File {
    name: String,
    json: Value,
}

impl File {
    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let json = serde_json::from_str(&fs::read_to_string(path).unwrap());
        Self { json: json.unwrap_or_else(|why| panic!("{name}: {why}")), name }
    }

    /// The cell of a trace; None for a training run, which has a kind instead.
    fn cell(&self) -> Option<&str> {
        let cell = self.json["cell"].as_str();
        assert!(cell.is_some() || self.json["kind"].is_string(), "{}: neither a trace nor a training run", self.name);
        cell
    }

    fn check_rnn(&self) {
        let trace = self.rnn_trace::<f64>();
        self.near("h", trace.h.view(), self.steps("h").view(), VALUE);
        self.check_loss(&trace.h);
        let rnn = Rnn::new(self.weights(&self.json["weights"])).unwrap();
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
        let lstm = Lstm::new(self.weights(&self.json["weights"]), Held::none()).unwrap();
        let LstmGradients { weights, x, h0, s0, .. } = lstm.backward(&trace, matrix(&self.json["v"]).view()).unwrap();
        self.check_gradients(&weights, &x);
        self.check_start("h0", &h0);
        self.check_start("s0", &s0);
    }

    fn rnn_trace<F: Real>(&self) -> RnnTrace<F> {
        let rnn = Rnn::<F>::new(self.weights(&self.json["weights"])).unwrap();
        rnn.trace(matrix(&self.json["x"]).view(), vector(&self.json["h0"]).view()).unwrap()
    }

    fn lstm_trace<F: Real>(&self) -> LstmTrace<F> {
        let lstm = Lstm::<F>::new(self.weights(&self.json["weights"]), Held::none()).unwrap();
        let start = LstmState { h: vector(&self.json["h0"]), s: vector(&self.json["s0"]) };
        lstm.trace(matrix(&self.json["x"]).view(), &start).unwrap()
    }

    fn check_loss(&self, h: &Array2<f64>) {
        let loss = (matrix::<f64>(&self.json["v"]) * h).sum();
        let recorded = vector(&Value::from(vec![self.json["loss"].clone()]));
        self.near("loss", Array1::from_elem(1, loss).view(), recorded.view(), VALUE);
    }

    fn check_gradients(&self, weights: &Weights<f64>, x: &Array2<f64>) {
        let recorded = self.weights::<f64>(&self.json["grad"]);
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

    fn weights<F: Real>(&self, tensors: &Value) -> Weights<F> {
        Weights {
            weight_ih: matrix(&tensors["weight_ih_l0"]),
            weight_hh: matrix(&tensors["weight_hh_l0"]),
            bias_ih: vector(&tensors["bias_ih_l0"]),
            bias_hh: vector(&tensors["bias_hh_l0"]),
        }
    }

    /// One recorded quantity at every step `[T×H]`.
    fn steps(&self, quantity: &str) -> Array2<f64> {
        let steps = self.json["steps"].as_array().unwrap();
        matrix(&Value::from(steps.iter().map(|step| step[quantity].clone()).collect::<Vec<_>>()))
    }

    fn near<F: Real, D: Dimension>(
        &self,
        tensor: &str,
        ours: ArrayView<'_, F, D>,
        theirs: ArrayView<'_, f64, D>,
        tolerance: Tolerance,
    ) {
        assert_eq!(ours.shape(), theirs.shape(), "{}: {tensor}", self.name);
        let largest = theirs.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        for (at, (a, b)) in ours.iter().zip(theirs.iter()).enumerate() {
            let (difference, allowed) =
                ((a.as_f64() - b).abs(), tolerance.share * b.abs().max(tolerance.floor * largest));
            // written so that NaN fails
            assert!(difference <= allowed, "{}: {tensor}, number {at}: {a} is not {b}", self.name);
        }
    }
}

fn vector<F: Real>(json: &Value) -> Array1<F> {
    json.as_array().unwrap().iter().map(|value| F::of(value.as_f64().unwrap())).collect()
}

fn matrix<F: Real>(json: &Value) -> Array2<F> {
    let rows: Vec<Array1<F>> = json.as_array().unwrap().iter().map(vector).collect();
    let views: Vec<_> = rows.iter().map(|row| row.view()).collect();
    ndarray::stack(ndarray::Axis(0), &views).unwrap()
}
