//! One training step of the program, again and again on the same batch.

use paint_dilution::engine::kernel::Level;
use paint_dilution::engine::kernel::batch::BatchKernel;
use paint_dilution::engine::network::Model;
use paint_dilution::engine::training::{Adam, Batch, Setup, clip, gradient_norm, initialise};

/// What is trained, and on what.
pub struct Ours {
    kernel: BatchKernel,
    model: Model<f32>,
    gradient: Model<f32>,
    adam: Adam<f32>,
    batch: Batch<f32>,
    clip: f32,
}

impl Ours {
    /// The network that a run begins with, and its first batch.
    pub fn new(level: Level, setup: &Setup) -> Self {
        let model = initialise(setup);
        Self {
            kernel: BatchKernel::new(level, &model, setup.length, setup.batch),
            gradient: Model::zeros(setup.kind, model.input_size(), setup.hidden_size, model.output_size()),
            adam: Adam::new(&model, setup.learning_rate),
            batch: setup.task().batch(setup.seed, 1, setup.batch),
            clip: setup.clip as f32,
            model,
        }
    }

    /// Forward, backpropagation through time, clipping, Adam; the loss before it.
    pub fn step(&mut self) -> f64 {
        let Self { kernel, model, gradient, adam, batch, clip: most } = self;
        let loss = kernel.loss_and_gradient(model, batch.x.view(), batch.target.view(), gradient);
        let norm = gradient_norm(gradient);
        clip(gradient, norm, *most);
        adam.update(model, gradient);
        loss
    }
}
