//! Gates that are held at a fixed value: an ablation.

use serde::{Deserialize, Serialize};

use crate::engine::{EngineError, NotFinite, Real};

/// For each gate of an LSTM the value in [0, 1] at which it is held, if it is.
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

/// For each gate of a GRU the value in [0, 1] at which it is held, if it is; as [`Held`].
///
/// `r = 1` held is a cell with a single gate, near the minimal gated unit (Zhou et al. 2016).
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct GruHeld<F> {
    /// The reset gate's value, if held.
    pub r: Option<F>,
    /// The update gate's value, if held; 1 keeps h as it is.
    pub z: Option<F>,
}

/// Gates to hold in a network of whatever cell: an RNN has none.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct HeldGates {
    /// Those of an LSTM.
    pub lstm: Held<f64>,
    /// Those of a GRU.
    pub gru: GruHeld<f64>,
}

impl HeldGates {
    /// Checks that every held value is a number from 0 to 1.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] or [`EngineError::Range`], naming the gate.
    pub fn check(&self) -> Result<(), EngineError> {
        self.lstm.check()?;
        self.gru.check()
    }
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
        [("held i", self.i), ("held f", self.f), ("held o", self.o)].into_iter().try_for_each(check_gate)
    }

    /// The same values in another number type.
    #[must_use]
    pub fn cast<G: Real>(&self) -> Held<G> {
        Held { i: self.i.map(number), f: self.f.map(number), o: self.o.map(number) }
    }
}

impl<F: Real> GruHeld<F> {
    /// No gate held.
    #[must_use]
    pub fn none() -> Self {
        Self { r: None, z: None }
    }

    /// Checks that every held value is a number from 0 to 1.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] or [`EngineError::Range`], naming the gate.
    pub fn check(&self) -> Result<(), EngineError> {
        [("held r", self.r), ("held z", self.z)].into_iter().try_for_each(check_gate)
    }

    /// The same values in another number type.
    #[must_use]
    pub fn cast<G: Real>(&self) -> GruHeld<G> {
        GruHeld { r: self.r.map(number), z: self.z.map(number) }
    }
}

fn check_gate<F: Real>((what, held): (&'static str, Option<F>)) -> Result<(), EngineError> {
    let Some(value) = held.map(Real::as_f64) else { return Ok(()) };
    if !value.is_finite() {
        return Err(NotFinite { tensor: what, index: vec![], step: None, value }.into());
    }
    if !(0.0..=1.0).contains(&value) {
        return Err(EngineError::Range { what, value, allowed: "a number from 0 (shut) to 1 (open)" });
    }
    Ok(())
}

fn number<F: Real, G: Real>(value: F) -> G {
    G::of(value.as_f64())
}
