//! The sequence that a message stands in: the same with the message grey, or half as strong.

use super::blue_left::in_sequence;
use crate::engine::error::row_finite;
use crate::engine::{EngineError, NotFinite, noise};

/// Paints, the noise on them, and which of them is the message.
#[derive(Debug, Clone, PartialEq)]
pub struct Sequence {
    /// The clean paints x_1 … x_T.
    pub paints: Vec<f64>,
    /// σ of the noise on steps 2…T, from 0 to 1.
    pub noise: f64,
    /// The seed of the noise.
    pub seed: u64,
    /// The message's step, from 1.
    pub message: usize,
}

impl Sequence {
    /// Checks that every paint is a number, that σ is one from 0 to 1, and that the message is one of
    /// steps 1…T.
    ///
    /// # Errors
    /// [`EngineError::Empty`] for T = 0, [`EngineError::Step`], [`EngineError::NotFinite`], and
    /// [`EngineError::Range`] for another σ.
    pub fn check(&self) -> Result<(), EngineError> {
        in_sequence(self.message, self.paints.len())?;
        for (paint, step) in self.paints.iter().zip(1..) {
            row_finite("x", Some(step), std::slice::from_ref(paint))?;
        }
        if !self.noise.is_finite() {
            return Err(NotFinite { tensor: "σ", index: vec![], step: None, value: self.noise }.into());
        }
        if !(0.0..=1.0).contains(&self.noise) {
            return Err(EngineError::Range { what: "σ", value: self.noise, allowed: "a number from 0 to 1" });
        }
        Ok(())
    }

    /// The inputs with the message's paint times `share`: 1 as it is, 0 made grey, ½ halved.
    ///
    /// Only the paint changes: the noise on that step, as on every other, stays.
    #[must_use]
    pub fn inputs(&self, share: f64) -> Vec<f64> {
        self.inputs_with_seed(share, self.seed)
    }

    /// [`Sequence::inputs`] with other noise.
    #[must_use]
    pub fn inputs_with_seed(&self, share: f64, seed: u64) -> Vec<f64> {
        let mut paints = self.paints.clone();
        let row = self.message.saturating_sub(1);
        paints.iter_mut().skip(row).take(1).for_each(|paint| *paint *= share);
        noise::noisy(&paints, self.noise, seed)
    }
}
