//! Recurrent networks, RNN and LSTM, from the inside: blue paint fades in one and survives in the
//! other.
//!
//! The modules from the ground up; a module uses only those above it.

pub mod engine;
pub mod whole_file;
pub mod number;
pub mod paint;
pub mod working;
pub mod scene;
pub mod locale;
pub mod export;
#[cfg(feature = "commands")]
pub mod command;
#[cfg(feature = "gui")]
pub mod gui;
