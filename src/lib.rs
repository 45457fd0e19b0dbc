//! Recurrent networks, RNN and LSTM, from the inside.

pub mod engine;
pub mod paint;
pub mod scene;
