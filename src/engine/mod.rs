//! The numbers: recurrent cells, the networks they make along a sequence, and what survives in them.
//!
//! Reading order: [`cell`] is one step, [`network`] many, [`survival`] what is left of the first
//! paint, [`kernel`] the sums of that for many networks at once, [`training`] how weights are learned
//! that keep it. Nothing here knows a screen, a file, a word or a clock; arrays go in and arrays come
//! out.
//!
//! Two conventions hold throughout: arrays are `[T×…]` with row 0 for step 1, and a *step* in an
//! argument, a result or an error counts from 1.

pub mod cell;
pub mod error;
pub mod kernel;
pub mod network;
pub mod noise;
pub mod real;
pub mod survival;
pub mod training;
pub mod work;

pub use error::{EngineError, NotFinite};
pub use real::Real;
