//! What is left of the message: blue left, shade left, half-life, gradient.
//!
//! The *message* is one step of the sequence, step 1 unless chosen. The same network runs with it
//! and without it, on the same noise; what differs between the two runs is what the message left.

pub mod blue_left;
pub mod gradient;
pub mod half_life;
mod norm;

pub use blue_left::{ALMOST_NOTHING, Left, NOTHING, left, shown};
pub use gradient::{Gradient, LstmGradient, lstm_gradient, rnn_gradient};
pub use half_life::{half_life, half_life_of};
