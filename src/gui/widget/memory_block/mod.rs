//! The networks of one unit as plumbing: what flows at one step, drawn from the trace.
//!
//! An LSTM's cell state flows along one pipe: past the forget valve, to a plus where what the input
//! valve lets in joins it, into the tank, and on to the next step of the same block only. h is a
//! copy of it, drawn as light without walls: through tanh and past the output valve. The RNN has
//! one pipe, one tank, and no valve.

mod drawing;
mod lstm;
mod rnn;
mod valve;

pub use lstm::{LstmBlock, ValveWords, lstm_block_ui, lstm_tips_ui};
pub use rnn::{RnnBlock, rnn_block_ui, rnn_tips_ui};
pub use valve::ValveEvent;
