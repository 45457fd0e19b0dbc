//! One side of a map's grid.

use crate::engine::network::Parameter;
use crate::engine::survival::OneUnit;
use crate::engine::{EngineError, NotFinite};

/// One side of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// The weight.
    pub parameter: Parameter,
    /// Its value at the first point.
    pub from: f64,
    /// Its value at the last point.
    pub to: f64,
    /// How many points, evenly apart, the ends included.
    pub points: usize,
}

impl Axis {
    /// The weight's value at point `at`, from 0.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
    pub fn value(&self, at: usize) -> f64 {
        if self.points < 2 {
            return self.from;
        }
        let part = at as f64 / (self.points - 1) as f64;
        // In this form both ends come out exactly, and nothing overflows on the way.
        self.from * (1.0 - part) + self.to * part
    }

    /// Checks that there are points, the ends are numbers, and the weight is one of `network`.
    pub(super) fn check(&self, network: &mut OneUnit) -> Result<(), EngineError> {
        if self.points == 0 {
            return Err(EngineError::Empty { size: "an axis' number of points" });
        }
        for value in [self.from, self.to] {
            if !value.is_finite() {
                return Err(NotFinite { tensor: "axis", index: vec![], step: None, value }.into());
            }
        }
        let reason = "it is of the other network";
        network.get_mut(self.parameter).map(drop).ok_or(EngineError::Axis { parameter: self.parameter, reason })
    }
}
