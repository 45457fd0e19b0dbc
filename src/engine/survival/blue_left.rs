//! What is left of a message, from two runs that differ in nothing else.

use ndarray::{Array1, ArrayView2};

use super::norm::norm;
use crate::engine::error::same_shape;
use crate::engine::{EngineError, NotFinite, Real};

/// Below this, "almost nothing got in" stands in the place of a ratio.
pub const ALMOST_NOTHING: f64 = 0.01;

/// Below this there is no ratio at all: it would divide one rounding error by another.
pub const NOTHING: f64 = 1e-12;

/// What is left of a message along a sequence.
///
/// ```text
/// got_in = ‖s_m − s'_m‖    blue_t = ‖s_t − s'_t‖    left_t = blue_t / got_in
/// ```
///
/// m is the message's step, s the states with the message, s' those with it made grey (*blue
/// left*) or halved (*shade left*), noise alike: h of an RNN, S of an LSTM.
#[derive(Debug, Clone, PartialEq)]
pub struct Left<F> {
    /// The message's step, from 1.
    pub message: usize,
    /// What got in at that step, in units of paint; for [`shown`], into S.
    pub got_in: F,
    /// `blue_t` `[T]`, row 0 for step 1; 0 before the message.
    pub blue: Array1<F>,
}

impl<F: Real> Left<F> {
    /// `blue_t / got_in` at step `step`, from 1; it can exceed 1.
    ///
    /// None before the message, beyond T, if less than [`NOTHING`] got in, or where the quotient
    /// is too large for F.
    #[must_use]
    pub fn ratio(&self, step: usize) -> Option<F> {
        if step < self.message || self.got_in < F::of(NOTHING) {
            return None;
        }
        let blue = *self.blue.get(step.checked_sub(1)?)?;
        Some(blue / self.got_in).filter(|ratio| ratio.is_finite())
    }

    /// [`Left::ratio`] at steps 1…T.
    #[must_use]
    pub fn ratios(&self) -> Vec<Option<F>> {
        (1..=self.blue.len()).map(|step| self.ratio(step)).collect()
    }
}

/// What is left of the message at step `message`, from 1: `with` and `without` are the states
/// `[T×H]` of two runs of one network whose inputs differ at that step only.
///
/// With the message made grey in `without` it is *blue left*, with the message halved *shade
/// left*: whether one can still tell how blue it was.
///
/// # Errors
/// [`EngineError::Empty`] (T = 0), [`EngineError::Shape`], [`EngineError::Step`], and
/// [`EngineError::NotFinite`] where two states lie too far apart for F.
pub fn left<F: Real>(
    with: ArrayView2<'_, F>,
    without: ArrayView2<'_, F>,
    message: usize,
) -> Result<Left<F>, EngineError> {
    let blue = distances(with, without, message)?;
    let got_in = message.checked_sub(1).and_then(|row| blue.get(row)).copied().unwrap_or_else(F::zero);
    Ok(Left { message, got_in, blue })
}

/// *Blue shown*: how much of what got into S an LSTM's h shows, `‖h_t − h'_t‖ / got_in`, so that
/// a shut output gate reads 0.
///
/// `h_with` and `h_without` are `[T×H]`, `got_in` is `‖S_m − S'_m‖` of the same two runs.
///
/// # Errors
/// As [`left`].
pub fn shown<F: Real>(
    h_with: ArrayView2<'_, F>,
    h_without: ArrayView2<'_, F>,
    got_in: F,
    message: usize,
) -> Result<Left<F>, EngineError> {
    if !got_in.is_finite() {
        return Err(NotFinite { tensor: "got_in", index: vec![], step: Some(message), value: got_in.as_f64() }.into());
    }
    Ok(Left { message, got_in, blue: distances(h_with, h_without, message)? })
}

/// `‖s_t − s'_t‖` at every step, 0 before the message.
fn distances<F: Real>(
    with: ArrayView2<'_, F>,
    without: ArrayView2<'_, F>,
    message: usize,
) -> Result<Array1<F>, EngineError> {
    let length = with.nrows();
    same_shape("the run without the message", without.shape(), with.shape())?;
    in_sequence(message, length)?;
    let mut blue = Array1::zeros(length);
    let rows = with.outer_iter().zip(without.outer_iter()).zip(&mut blue).enumerate();
    for (row, ((with, without), blue)) in rows.skip(message - 1) {
        *blue = norm(with.iter().zip(without).map(|(a, b)| *a - *b));
        if !blue.is_finite() {
            let value = blue.as_f64();
            return Err(NotFinite { tensor: "blue", index: vec![], step: Some(row + 1), value }.into());
        }
    }
    Ok(blue)
}

/// Checks that `step` is one of 1…`length`.
pub(super) fn in_sequence(step: usize, length: usize) -> Result<(), EngineError> {
    match length {
        0 => Err(EngineError::Empty { size: "T" }),
        length if (1..=length).contains(&step) => Ok(()),
        length => Err(EngineError::Step { step, length }),
    }
}
