//! A number that is read off a scene's run, by name: `lstm.blue_left[24]`, `rnn.h[1..12]`.

use std::fmt;
use std::str::FromStr;

use super::{ClaimError, ClaimNetwork, ClaimQuantity};

/// Which number of a run, or which numbers.
///
/// Written `network.quantity[step]`, or `[first..last]` for several steps. Steps count from 1;
/// `got_in`, `tell_apart` and `half_life` have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The network.
    pub network: ClaimNetwork,
    /// The quantity.
    pub quantity: ClaimQuantity,
    /// The steps, for a quantity that has a number at each.
    pub steps: Option<Steps>,
}

/// Steps from one to another, both of them included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The first, from 1.
    pub first: usize,
    /// The last; the first itself where there is one only.
    pub last: usize,
}

impl Reading {
    /// Reads it from a part of a text; `whole` is that text, for errors.
    pub(super) fn parse(part: &str, whole: &str) -> Result<Self, ClaimError> {
        let claim = || whole.to_owned();
        let (network, rest) = part.split_once('.').ok_or_else(|| ClaimError::Form { claim: claim() })?;
        let network = match network.trim() {
            "rnn" => ClaimNetwork::Rnn,
            "lstm" => ClaimNetwork::Lstm,
            other => return Err(ClaimError::Network { claim: claim(), found: other.to_owned() }),
        };
        let (name, steps) = parse_steps(whole, rest.trim())?;
        let quantity = ClaimQuantity::of(network)
            .find(|quantity| quantity.name() == name)
            .ok_or_else(|| ClaimError::Quantity { claim: claim(), network, found: name.to_owned() })?;
        match (quantity.has_steps(), steps) {
            (true, None) => Err(ClaimError::StepNeeded { claim: claim(), quantity }),
            (false, Some(_)) => Err(ClaimError::NoSteps { claim: claim(), quantity }),
            _ => Ok(Self { network, quantity, steps }),
        }
    }
}

impl FromStr for Reading {
    type Err = ClaimError;

    fn from_str(text: &str) -> Result<Self, ClaimError> {
        Self::parse(text, text)
    }
}

/// Parts `blue_left[24]` and `h[1..19]`.
fn parse_steps<'t>(claim: &str, text: &'t str) -> Result<(&'t str, Option<Steps>), ClaimError> {
    let Some((name, steps)) = text.strip_suffix(']').and_then(|text| text.split_once('[')) else {
        return Ok((text, None));
    };
    let (first, last) = steps.split_once("..").unwrap_or((steps, steps));
    let step = |text: &str| text.trim().parse().ok().filter(|step| *step > 0);
    match (step(first), step(last)) {
        (Some(first), Some(last)) if first <= last => Ok((name.trim(), Some(Steps { first, last }))),
        _ => Err(ClaimError::NoStep { claim: claim.to_owned(), found: steps.trim().to_owned() }),
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}.{}", self.network, self.quantity)?;
        match self.steps {
            None => Ok(()),
            Some(Steps { first, last }) if first == last => write!(to, "[{first}]"),
            Some(Steps { first, last }) => write!(to, "[{first}..{last}]"),
        }
    }
}
