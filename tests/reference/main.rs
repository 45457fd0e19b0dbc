//! The cells and their training against PyTorch: every file in `tests/data/reference`, or in the
//! folder that the environment variable `PAINT_DILUTION_REFERENCE` names.
//!
//! The files were made in float64 by PyTorch's own `nn.RNN`, `nn.LSTM` and `nn.GRU`. A file with a
//! `cell` is a trace, one with a `kind` the beginning of a training run; a folder can hold either.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "clippy.toml allows them in tests, but does not see that these helpers are in one"
)]

mod file;
mod traces;
mod training;
