//! Gates that are held at a fixed value: an ablation.

use serde::{Deserialize, Serialize};

use crate::engine::{EngineError, NotFinite, Real};

/// For each gate the value in [0, 1] at which it is held, if it is.
///
/// A held gate has that value in every unit and at every step whatever its weights, and passes no
/// gradient to them, nor through them to x and h. `f = 1` held is the LSTM of 1997
/// (Hochreiter & Schmidhuber), which had no forget gate.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Held<F> {
    /// The input gate's value, if held.
    pub i: Option<F>,
    /// The forget gate's value, if held.
    pub f: Option<F>,
    /// The output gate's value, if held.
    pub o: Option<F>,
}

impl<F: Real> Held<F> {
    /// No gate held.
    #[must_use]
    pub fn none() -> Self {
        Self { i: None, f: None, o: None }
    }

    /// Checks that every held value is a number from 0 to 1.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] or [`EngineError::Range`], naming the gate.
    pub fn check(&self) -> Result<(), EngineError> {
        for (what, value) in [("held i", self.i), ("held f", self.f), ("held o", self.o)] {
            let Some(value) = value.map(Real::as_f64) else { continue };
            if !value.is_finite() {
                return Err(NotFinite { tensor: what, index: vec![], step: None, value }.into());
            }
            if !(0.0..=1.0).contains(&value) {
                return Err(EngineError::Range { what, value, allowed: "a number from 0 (shut) to 1 (open)" });
            }
        }
        Ok(())
    }
}
