//! One side of a map's grid.

use std::fmt;
use std::str::FromStr;

use crate::engine::network::Parameter;
use crate::engine::survival::{OneUnit, Sequence};
use crate::engine::{EngineError, NotFinite};

/// What changes along an axis; named as everywhere: `f.b`, `rnn.u`, `noise`, `T`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Along {
    /// A weight of the network.
    Weight(Parameter),
    /// σ of the noise.
    Noise,
    /// The sequence length T: paints that there are not yet are grey.
    Length,
}

impl Along {
    /// All of them: the fifteen weights, then σ and T.
    pub fn all() -> impl Iterator<Item = Self> {
        Parameter::all().map(Self::Weight).chain([Self::Noise, Self::Length])
    }

    /// The weight, if it is one.
    #[must_use]
    pub fn weight(self) -> Option<Parameter> {
        match self {
            Self::Weight(weight) => Some(weight),
            Self::Noise | Self::Length => None,
        }
    }

    /// What one press of an arrow key moves it by, and what a drag stops at.
    #[must_use]
    pub fn grain(self) -> f64 {
        match self {
            Self::Weight(weight) => weight.grain(),
            Self::Noise => 0.01,
            Self::Length => 1.0,
        }
    }
}

impl From<Parameter> for Along {
    fn from(weight: Parameter) -> Self {
        Self::Weight(weight)
    }
}

impl fmt::Display for Along {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weight(weight) => weight.fmt(to),
            Self::Noise => to.write_str("noise"),
            Self::Length => to.write_str("T"),
        }
    }
}

impl FromStr for Along {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::all().find(|along| along.to_string() == name).ok_or_else(|| {
            format!(
                "\"{name}\" is no axis; rnn.w, rnn.u, rnn.b, and w, u, b of i, f, o, g (such as f.b) are, and noise and T"
            )
        })
    }
}

/// One side of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// What changes along it.
    pub along: Along,
    /// Its value at the first point.
    pub from: f64,
    /// Its value at the last point.
    pub to: f64,
    /// How many points, evenly apart, the ends included.
    pub points: usize,
}

impl Axis {
    /// The value at point `at`, from 0; a length is a whole number.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
    pub fn value(&self, at: usize) -> f64 {
        if self.points < 2 {
            return self.whole(self.from);
        }
        let part = at as f64 / (self.points - 1) as f64;
        // In this form both ends come out exactly, and nothing overflows on the way.
        self.whole(self.from * (1.0 - part) + self.to * part)
    }

    fn whole(&self, value: f64) -> f64 {
        if self.along == Along::Length { value.round() } else { value }
    }

    /// The larger end of a length, as a number of steps; 0 of anything else.
    pub(super) fn longest(&self) -> usize {
        if self.along == Along::Length { steps(self.from.max(self.to)) } else { 0 }
    }

    /// Puts the value at point `at` into a network, if it is one of its weights.
    pub(super) fn put_weight(&self, at: usize, network: &mut OneUnit) {
        if let Some(weight) = self.along.weight().and_then(|weight| network.get_mut(weight)) {
            *weight = self.value(at);
        }
    }

    /// Puts the value at point `at` into a sequence, if it is σ or T.
    pub(super) fn put_input(&self, at: usize, sequence: &mut Sequence) {
        match self.along {
            Along::Weight(_) => {}
            Along::Noise => sequence.noise = self.value(at),
            Along::Length => sequence.paints.resize(steps(self.value(at)), 0.0),
        }
    }

    /// Checks that there are points, the ends are numbers in range, and a weight is one of `network`.
    pub(super) fn check(&self, network: &mut OneUnit) -> Result<(), EngineError> {
        if self.points == 0 {
            return Err(EngineError::Empty { size: "an axis' number of points" });
        }
        for value in [self.from, self.to] {
            if !value.is_finite() {
                return Err(NotFinite { tensor: "axis", index: vec![], step: None, value }.into());
            }
            let range = |what, allowed| Err(EngineError::Range { what, value, allowed });
            match self.along {
                Along::Noise if !(0.0..=1.0).contains(&value) => return range("σ", "a number from 0 to 1"),
                Along::Length if !(1.0..=MOST_STEPS).contains(&value) => {
                    return range("T", "a number from 1 to 100000");
                }
                _ => {}
            }
        }
        let reason = "it is of the other network";
        match self.along.weight() {
            Some(weight) => network.get_mut(weight).map(drop).ok_or(EngineError::Axis { along: self.along, reason }),
            None => Ok(()),
        }
    }
}

/// The longest sequence that a map runs through.
const MOST_STEPS: f64 = 100_000.0;

/// A whole number of steps.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked: from 1 to 100,000")]
fn steps(length: f64) -> usize {
    length.round() as usize
}
