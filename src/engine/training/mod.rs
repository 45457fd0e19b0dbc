//! Learning to recall the first paint: the task, the weights to begin with, and one training step.
//!
//! A [`Setup`] says what a run is; [`recall_task`] draws its batches, [`initialise`](mod@initialise) its
//! first weights. One step is loss and gradient ([`plain`]), [`clip`](mod@clip), and [`adam`]. [`probe`]
//! looks at what came of it, and a [`Horizon`] how far back each cell gets.

pub mod setup;
pub mod trainer;
pub mod recall_task;
pub mod initialise;
pub mod plain;
pub mod clip;
pub mod adam;
pub mod probe;
pub mod horizon;

pub use adam::Adam;
pub use clip::{clip, gradient_norm};
pub use horizon::{
    HORIZON_LENGTHS, HORIZON_SEEDS, HORIZON_STEPS, Horizon, HorizonPoint, HorizonRequest, Outcome, RACERS, Racer,
    UnknownRacer, medians, reach,
};
pub use initialise::initialise;
pub use plain::{loss, loss_and_gradient};
pub use probe::{Probe, Trace};
pub use recall_task::{Batch, COLOURS, EVALUATE_EVERY, EVALUATED, GREY, RecallTask, SOLVED};
pub use setup::{Setup, Start, UnknownStart};
pub use trainer::{Evaluated, Trainer};
