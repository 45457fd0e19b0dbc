//! What can be read off a scene's run: the networks, and the quantities that each has.

use std::fmt;

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
