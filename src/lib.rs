//! Recurrent networks, RNN and LSTM, from the inside.

pub mod engine;
pub mod number;
pub mod whole_file;

pub mod scene;
pub mod working;
