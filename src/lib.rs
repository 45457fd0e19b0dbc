//! Recurrent networks, RNN and LSTM, from the inside.

pub mod engine;
pub mod number;
pub mod scene;
pub mod working;
