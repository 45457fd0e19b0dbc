//! What a scene claims of itself: `lstm.blue_left[24] > 0.6`, `lstm.tell_apart in 0.54..0.6`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

/// One sentence about a number that follows from a scene, which a test can check.
///
/// Written `network.quantity[step]`, then `>`, `<`, `>=` or `<=` and a number, or `in a..b`, both
/// ends included. Steps count from 1; `got_in`, `tell_apart` and `half_life` have none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim {
    /// The network.
    pub network: ClaimNetwork,
    /// The quantity.
    pub quantity: ClaimQuantity,
    /// The step, from 1, for a quantity that has one at each step.
    pub step: Option<usize>,
    /// What it is claimed to be.
    pub test: ClaimTest,
}

/// The network that a claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimNetwork {
    /// The plain RNN.
    Rnn,
    /// The LSTM.
    Lstm,
}

/// What a claim can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimQuantity {
    /// How much of the message got in: `got_in`.
    GotIn,
    /// What is left of the message, undivided: `blue`.
    Blue,
    /// `blue_left`: of h for the RNN, of S for the LSTM.
    BlueLeft,
    /// `blue_shown`: of the LSTM's h, over what got into S.
    BlueShown,
    /// `shade_left`: as `blue_left`, the message halved.
    ShadeLeft,
    /// `tell_apart`: the share of noisy ends that a threshold judges right.
    TellApart,
    /// `gradient`: the size of ∂h_t/∂x of the message (RNN), ∂S_t/∂x (LSTM).
    Gradient,
    /// `gradient_h`: the size of the LSTM's ∂h_t/∂x of the message.
    GradientH,
    /// `half_life`: of the LSTM's forget gate over steps 2…T, in steps.
    HalfLife,
    /// The hidden state `h`.
    H,
    /// The cell state `S`.
    S,
    /// The input gate `i`.
    I,
    /// The forget gate `f`.
    F,
    /// The output gate `o`.
    O,
    /// The candidate `g`.
    G,
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

impl ClaimNetwork {
    /// As claims write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rnn => "rnn",
            Self::Lstm => "lstm",
        }
    }
}

impl ClaimQuantity {
    /// All, in the order in which errors list them.
    pub const ALL: [Self; 15] = [
        Self::GotIn,
        Self::Blue,
        Self::BlueLeft,
        Self::BlueShown,
        Self::ShadeLeft,
        Self::TellApart,
        Self::Gradient,
        Self::GradientH,
        Self::HalfLife,
        Self::H,
        Self::S,
        Self::I,
        Self::F,
        Self::O,
        Self::G,
    ];

    /// Those that a network has.
    pub fn of(network: ClaimNetwork) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |quantity| network == ClaimNetwork::Lstm || quantity.is_rnns())
    }

    /// As claims write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::GotIn => "got_in",
            Self::Blue => "blue",
            Self::BlueLeft => "blue_left",
            Self::BlueShown => "blue_shown",
            Self::ShadeLeft => "shade_left",
            Self::TellApart => "tell_apart",
            Self::Gradient => "gradient",
            Self::GradientH => "gradient_h",
            Self::HalfLife => "half_life",
            Self::H => "h",
            Self::S => "S",
            Self::I => "i",
            Self::F => "f",
            Self::O => "o",
            Self::G => "g",
        }
    }

    /// Whether it has a number at each step.
    #[must_use]
    pub fn has_steps(self) -> bool {
        !matches!(self, Self::GotIn | Self::TellApart | Self::HalfLife)
    }

    /// Whether the plain RNN has it too.
    fn is_rnns(self) -> bool {
        matches!(
            self,
            Self::GotIn | Self::Blue | Self::BlueLeft | Self::ShadeLeft | Self::TellApart | Self::Gradient | Self::H
        )
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
}

impl FromStr for Claim {
    type Err = ClaimError;

    fn from_str(text: &str) -> Result<Self, ClaimError> {
        let claim = || text.to_owned();
        let (left, test) = parse_test(text)?;
        let (network, rest) = left.split_once('.').ok_or_else(|| ClaimError::Form { claim: claim() })?;
        let network = match network.trim() {
            "rnn" => ClaimNetwork::Rnn,
            "lstm" => ClaimNetwork::Lstm,
            other => return Err(ClaimError::Network { claim: claim(), found: other.to_owned() }),
        };
        let (name, step) = parse_step(text, rest.trim())?;
        let quantity = ClaimQuantity::of(network)
            .find(|quantity| quantity.name() == name)
            .ok_or_else(|| ClaimError::Quantity { claim: claim(), network, found: name.to_owned() })?;
        match (quantity.has_steps(), step) {
            (true, None) => Err(ClaimError::StepNeeded { claim: claim(), quantity }),
            (false, Some(_)) => Err(ClaimError::NoSteps { claim: claim(), quantity }),
            _ => Ok(Self { network, quantity, step, test }),
        }
    }
}

/// Parts `left > number`, or `left in a..b`.
fn parse_test(text: &str) -> Result<(&str, ClaimTest), ClaimError> {
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

/// Parts `blue_left[24]`.
fn parse_step<'t>(claim: &str, text: &'t str) -> Result<(&'t str, Option<usize>), ClaimError> {
    let Some((name, step)) = text.strip_suffix(']').and_then(|text| text.split_once('[')) else {
        return Ok((text, None));
    };
    match step.trim().parse() {
        Ok(step) if step > 0 => Ok((name.trim(), Some(step))),
        _ => Err(ClaimError::NoStep { claim: claim.to_owned(), found: step.trim().to_owned() }),
    }
}

/// A finite number.
fn parse_number(claim: &str, text: &str) -> Result<f64, ClaimError> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| ClaimError::NoNumber { claim: claim.to_owned(), found: text.trim().to_owned() })
}

impl fmt::Display for ClaimNetwork {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}

impl fmt::Display for ClaimQuantity {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
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
        write!(to, "{}.{}", self.network, self.quantity)?;
        self.step.map_or(Ok(()), |step| write!(to, "[{step}]"))?;
        write!(to, " {}", self.test)
    }
}
