//! Learning to recall the first paint: the task, the weights to begin with, and one training step.
//!
//! A [`Setup`] says what a run is; [`recall_task`] draws its batches.

pub mod setup;
pub mod recall_task;

pub use recall_task::{Batch, COLOURS, EVALUATE_EVERY, EVALUATED, RecallTask, SOLVED};
pub use setup::{Setup, Start, UnknownStart};
