//! What a scene claims of itself: `lstm.blue_left[24] > 0.6`, `lstm.tell_apart in 0.54..0.6`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{ClaimNetwork, ClaimQuantity, Reading};

/// One sentence about a number that follows from a scene, which a test can check.
///
/// Written as a [`Reading`], then `>`, `<`, `>=` or `<=` and a number, or `in a..b`, both ends
/// included. A claim about several steps holds if it holds at each of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// What it is about.
    pub reading: Reading,
    /// What that is claimed to be.
    pub test: ClaimTest,
}

/// What a number is claimed to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ClaimTest {
    /// `> a`
    Above(f64),
    /// `< a`
    Below(f64),
    /// `>= a`
    AtLeast(f64),
    /// `<= a`
    AtMost(f64),
    /// `in a..b`, both ends included
    Between(f64, f64),
}

/// Why a claim cannot be understood.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ClaimError {
    /// It has not the form of a claim.
    #[error("\"{claim}\" is no claim")]
    Form {
        /// The claim's text.
        claim: String,
    },
    /// There is no such network.
    #[error("\"{claim}\": there is no network \"{found}\"")]
    Network {
        /// The claim's text.
        claim: String,
        /// The name.
        found: String,
    },
    /// The network has no such quantity.
    #[error("\"{claim}\": {network} has no \"{found}\"")]
    Quantity {
        /// The claim's text.
        claim: String,
        /// The network.
        network: ClaimNetwork,
        /// The name.
        found: String,
    },
    /// The quantity has a number at each step, and the claim names none.
    #[error("\"{claim}\": {quantity} needs a step")]
    StepNeeded {
        /// The claim's text.
        claim: String,
        /// The quantity.
        quantity: ClaimQuantity,
    },
    /// The quantity is one number, and the claim names a step.
    #[error("\"{claim}\": {quantity} has no steps")]
    NoSteps {
        /// The claim's text.
        claim: String,
        /// The quantity.
        quantity: ClaimQuantity,
    },
    /// What should be a step is none.
    #[error("\"{claim}\": \"{found}\" is no step")]
    NoStep {
        /// The claim's text.
        claim: String,
        /// What stands there.
        found: String,
    },
    /// What should be a number is none.
    #[error("\"{claim}\": \"{found}\" is no number")]
    NoNumber {
        /// The claim's text.
        claim: String,
        /// What stands there.
        found: String,
    },
    /// The range of `in a..b` is empty.
    #[error("\"{claim}\": nothing lies from {from:?} to {to:?}")]
    NothingBetween {
        /// The claim's text.
        claim: String,
        /// The lower end.
        from: f64,
        /// The upper end.
        to: f64,
    },
}

impl ClaimError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Form { .. } => "write lstm.blue_left[24] > 0.6 (or <, >=, <=), or lstm.S[24] in 0.5..0.6".to_owned(),
            Self::Network { .. } => "the networks are rnn and lstm".to_owned(),
            Self::Quantity { network, .. } => {
                let names: Vec<&str> = ClaimQuantity::of(*network).map(ClaimQuantity::name).collect();
                format!("{network} has {}", names.join(", "))
            }
            Self::StepNeeded { quantity, .. } => format!("write {quantity}[24]; steps count from 1"),
            Self::NoSteps { quantity, .. } => format!("write {quantity} without brackets"),
            Self::NoStep { .. } => "steps are whole numbers from 1".to_owned(),
            Self::NoNumber { .. } => "write a number such as 0.6 or 1e-9".to_owned(),
            Self::NothingBetween { .. } => "write the smaller number first".to_owned(),
        }
    }
}

impl ClaimTest {
    /// Whether a number is what is claimed; NaN never is.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::Above(bound) => value > bound,
            Self::Below(bound) => value < bound,
            Self::AtLeast(bound) => value >= bound,
            Self::AtMost(bound) => value <= bound,
            Self::Between(least, most) => (least..=most).contains(&value),
        }
    }

    /// How far a number is beyond what is claimed; below 0 inside, the further the deeper.
    /// NaN is infinitely far.
    #[must_use]
    pub fn beyond(self, value: f64) -> f64 {
        let beyond = match self {
            Self::Above(bound) | Self::AtLeast(bound) => bound - value,
            Self::Below(bound) | Self::AtMost(bound) => value - bound,
            Self::Between(least, most) => (least - value).max(value - most),
        };
        if beyond.is_nan() { f64::INFINITY } else { beyond }
    }
}

impl FromStr for Claim {
    type Err = ClaimError;

    fn from_str(text: &str) -> Result<Self, ClaimError> {
        let (left, test) = parse_test(text)?;
        Ok(Self { reading: Reading::parse(left, text)?, test })
    }
}

/// Parts `left > number`, or `left in a..b`.
pub(crate) fn parse_test(text: &str) -> Result<(&str, ClaimTest), ClaimError> {
    if let Some((left, range)) = text.split_once(" in ") {
        let ends = range.split_once("..").ok_or_else(|| ClaimError::Form { claim: text.to_owned() })?;
        let (from, to) = (parse_number(text, ends.0)?, parse_number(text, ends.1)?);
        if from > to {
            return Err(ClaimError::NothingBetween { claim: text.to_owned(), from, to });
        }
        return Ok((left, ClaimTest::Between(from, to)));
    }
    // The longer signs first: `>=` begins with `>`.
    let found = [">=", "<=", ">", "<"].into_iter().find_map(|sign| {
        let (left, right) = text.split_once(sign)?;
        Some((left, sign, right))
    });
    let (left, sign, right) = found.ok_or_else(|| ClaimError::Form { claim: text.to_owned() })?;
    let bound = parse_number(text, right)?;
    let test = match sign {
        ">=" => ClaimTest::AtLeast(bound),
        "<=" => ClaimTest::AtMost(bound),
        ">" => ClaimTest::Above(bound),
        _ => ClaimTest::Below(bound),
    };
    Ok((left, test))
}

/// A finite number.
fn parse_number(claim: &str, text: &str) -> Result<f64, ClaimError> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| ClaimError::NoNumber { claim: claim.to_owned(), found: text.trim().to_owned() })
}

impl fmt::Display for ClaimTest {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Above(bound) => write!(to, "> {bound:?}"),
            Self::Below(bound) => write!(to, "< {bound:?}"),
            Self::AtLeast(bound) => write!(to, ">= {bound:?}"),
            Self::AtMost(bound) => write!(to, "<= {bound:?}"),
            Self::Between(least, most) => write!(to, "in {least:?}..{most:?}"),
        }
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} {}", self.reading, self.test)
    }
}
