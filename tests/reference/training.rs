//! Training runs: ten steps of Adam on one batch.
//!
//! Each file has a batch, the weights at first, ten losses, the gradient and its norm at the first
//! step before clipping, and the weights after one and ten steps of `clip_grad_norm_` and
//! `torch.optim.Adam`. Tolerance in f64 as for traces, with ε = 1e-9; we were within 2e-13. In f32 the
//! losses may differ by 1e-5 of themselves, the gradients by 1e-6, the weights after ten steps by 1e-5:
//! rounding is 6e-8 a number of size 1, and Adam moves every weight by 0.1 in ten steps.

use ndarray::{Array2, Array3, ArrayView1, Axis};
use paint_dilution::engine::Real;
use paint_dilution::engine::kernel::batch::BatchKernel;
use paint_dilution::engine::kernel::levels;
use paint_dilution::engine::network::{Model, TENSORS};
use paint_dilution::engine::training::{Adam, Batch, clip, gradient_norm, loss_and_gradient};
use serde_json::Value;

use crate::file::{File, Tolerance, files, matrix, vector};

const TRAINED: Tolerance = Tolerance::Relative { share: 1e-9, floor: 1e-3 };
const SINGLE_LOSS: Tolerance = Tolerance::Relative { share: 1e-5, floor: 0.0 };
const SINGLE_GRADIENT: Tolerance = Tolerance::Absolute(1e-6);
const SINGLE_WEIGHT: Tolerance = Tolerance::Absolute(1e-5);

/// A file's run: what it starts from, and what PyTorch made of it.
pub struct TrainingRun {
    pub file: File,
    pub batch: Batch<f64>,
    pub initial: Model<f64>,
    pub learning_rate: f64,
    pub clip: f64,
    pub theirs: Course<f64>,
}

/// What ten training steps come to.
pub struct Course<F> {
    /// The loss before each step.
    pub losses: Vec<F>,
    /// The gradient at the first step, before clipping.
    pub gradient: Model<F>,
    /// Its norm.
    pub norm: F,
    pub after_1: Model<F>,
    pub after_10: Model<F>,
}

/// The training runs of the folder.
pub fn training_runs() -> Vec<TrainingRun> {
    files(File::is_training).into_iter().map(TrainingRun::new).collect()
}

impl TrainingRun {
    fn new(file: File) -> Self {
        let (json, number) = (&file.json, |value: &Value| value.as_f64().unwrap());
        let x: Vec<Array2<f64>> = json["x"].as_array().unwrap().iter().map(matrix).collect();
        let x: Vec<_> = x.iter().map(|sequence| sequence.view()).collect();
        let x: Array3<f64> = ndarray::stack(Axis(0), &x).unwrap();
        Self {
            batch: Batch { x, target: matrix(&json["target"]) },
            initial: file.model(&json["initial"]),
            learning_rate: number(&json["learning_rate"]),
            clip: number(&json["clip_norm"]),
            theirs: Course {
                losses: vector(&json["loss"]).to_vec(),
                gradient: file.model(&json["gradient"]),
                norm: number(&json["gradient_norm"]),
                after_1: file.model(&json["after_1"]),
                after_10: file.model(&json["after_10"]),
            },
            file,
        }
    }

    /// The same run by us, in F, with whatever computes loss and gradient.
    pub fn ours<F: Real>(&self, mut loss_and_gradient: impl FnMut(&Model<F>, &Batch<F>) -> (F, Model<F>)) -> Course<F> {
        let (batch, mut model) = (self.batch.cast(), self.initial.cast());
        let mut adam = Adam::new(&model, self.learning_rate);
        let (mut losses, mut gradients, mut after) = (Vec::new(), Vec::new(), Vec::new());
        for _ in &self.theirs.losses {
            let (loss, mut gradient) = loss_and_gradient(&model, &batch);
            losses.push(loss);
            gradients.push(gradient.clone());
            let norm = gradient_norm(&gradient);
            clip(&mut gradient, norm, F::of(self.clip));
            adam.update(&mut model, &gradient);
            after.push(model.clone());
        }
        let (gradient, after_1) = (gradients.swap_remove(0), after[0].clone());
        Course { losses, norm: gradient_norm(&gradient), gradient, after_1, after_10: after.pop().unwrap() }
    }

    /// Asserts that all six tensors are theirs.
    pub fn model_near<F: Real>(&self, what: &str, ours: &Model<F>, theirs: &Model<f64>, tolerance: Tolerance) {
        for ((name, ours), theirs) in TENSORS.into_iter().zip(ours.values()).zip(theirs.values()) {
            let tensor = format!("{what} {name}");
            self.file.near(&tensor, ArrayView1::from(ours), ArrayView1::from(theirs), tolerance);
        }
    }
}

impl File {
    /// The six tensors under PyTorch's names.
    fn model<F: Real>(&self, tensors: &Value) -> Model<F> {
        Model {
            kind: self.kind(),
            rnn: self.weights(tensors, "rnn."),
            readout_weight: matrix(&tensors["readout.weight"]),
            readout_bias: vector(&tensors["readout.bias"]),
        }
    }
}

impl TrainingRun {
    /// Asserts that a run in f32 came to the same.
    pub fn single_near(&self, ours: &Course<f32>) {
        let losses = ours.losses.iter().zip(&self.theirs.losses);
        losses.for_each(|(ours, theirs)| self.file.number_near("loss", f64::from(*ours), *theirs, SINGLE_LOSS));
        self.model_near("∂L/∂", &ours.gradient, &self.theirs.gradient, SINGLE_GRADIENT);
        self.model_near("after 10 steps,", &ours.after_10, &self.theirs.after_10, SINGLE_WEIGHT);
    }
}

#[test]
fn losses_gradients_and_weights_after_ten_steps_are_pytorchs() {
    for run in training_runs() {
        let ours = run.ours(|model, batch| loss_and_gradient(model, batch).unwrap());
        assert_eq!(ours.losses.len(), 10, "{}", run.file.name);
        for (step, (ours, theirs)) in (1..).zip(ours.losses.iter().zip(&run.theirs.losses)) {
            run.file.number_near(&format!("loss of step {step}"), *ours, *theirs, TRAINED);
        }
        run.file.number_near("norm", ours.norm, run.theirs.norm, TRAINED);
        run.model_near("∂L/∂", &ours.gradient, &run.theirs.gradient, TRAINED);
        run.model_near("after 1 step,", &ours.after_1, &run.theirs.after_1, TRAINED);
        run.model_near("after 10 steps,", &ours.after_10, &run.theirs.after_10, TRAINED);
        println!("checked {}", run.file.name);
    }
}

#[test]
fn in_single_precision_they_are_too_to_its_digits() {
    for run in training_runs() {
        run.single_near(&run.ours::<f32>(|model, batch| loss_and_gradient(model, batch).unwrap()));
    }
}

#[test]
fn in_batches_of_vectors_they_are_too_on_every_instruction_set() {
    for (name, level) in levels() {
        for run in training_runs() {
            let mut kernel = BatchKernel::new(level, &run.initial.cast(), run.batch.x.len_of(Axis(1)), 4);
            let ours = run.ours::<f32>(|model, batch| {
                let mut gradient = model.clone();
                let loss = kernel.loss_and_gradient(model, batch.x.view(), batch.target.view(), &mut gradient);
                (f32::of(loss), gradient)
            });
            run.single_near(&ours);
            println!("checked {} with {name}", run.file.name);
        }
    }
}
