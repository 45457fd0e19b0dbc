//! What is left of the message: blue left, shade left, tell-apart, half-life, gradient, map.
//!
//! The *message* is one step of a [`sequence`], step 1 unless chosen. The same network runs with
//! it and without it, on the same noise; what differs between the two runs is what it left.

pub mod blue_left;
pub mod gradient;
pub mod half_life;
pub mod map;
mod norm;
pub mod one_unit;
mod one_unit_gradient;
pub mod sequence;
pub mod tell_apart;

pub use blue_left::{ALMOST_NOTHING, Left, NOTHING, left, shown};
pub use gradient::{Gradient, LstmGradient, lstm_gradient, rnn_gradient};
pub use half_life::{half_life, half_life_of};
pub use map::{Along, Axis, Line, MapRequest, MapResult, Shown, SurvivalMap, contour};
pub use one_unit::OneUnit;
pub use one_unit_gradient::{LstmTangents, lstm_tangents};
pub use sequence::Sequence;
pub use tell_apart::{ENDS, TellApart};
