//! One step of time in six stages: an order for the eye.

use crate::working::Quantity;

/// The part of an LSTM's step that is looked at. In truth g, i, f and o are all read from the same
/// x and h' at once; S follows from them, and h from S.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// The candidate: what the new paint would add.
    G,
    /// The input gate: how much of it gets in.
    I,
    /// The forget gate: how much of S' stays.
    F,
    /// The cell state: what stayed and what got in meet.
    S,
    /// The output gate: how much of S may be seen.
    O,
    /// The hidden state: what is seen.
    H,
}

impl Stage {
    /// All six, in their order.
    pub const ALL: [Self; 6] = [Self::G, Self::I, Self::F, Self::S, Self::O, Self::H];

    /// What is worked out in it.
    #[must_use]
    pub fn quantity(self) -> Quantity {
        match self {
            Self::G => Quantity::G,
            Self::I => Quantity::I,
            Self::F => Quantity::F,
            Self::S => Quantity::S,
            Self::O => Quantity::O,
            Self::H => Quantity::H,
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|stage| **stage < self).count() + 1
    }

    /// The one after it, if there is one in the same step.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The one before it, if there is one in the same step.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Self::ALL.get(self.number().checked_sub(2)?).copied()
    }

    /// The stage when so much of a step has gone by, from 0 to 1.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0…5")]
    pub fn at(part: f64) -> Self {
        let index = (part * 6.0 + BOUNDARY).clamp(0.0, 5.0) as usize;
        Self::ALL.get(index).copied().unwrap_or(Self::H)
    }

    /// How much of a step has gone by when it begins.
    #[must_use]
    pub fn begins(self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "0 to 5")]
        let before = (self.number() - 1) as f64;
        before / 6.0
    }
}

/// A stage that begins at 1/6 has begun there, whatever the last bit of the sum says.
const BOUNDARY: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_equations() {
        let letters: Vec<String> = Stage::ALL.map(|stage| stage.quantity().to_string()).to_vec();
        assert_eq!(letters, ["g", "i", "f", "S", "o", "h"]);
        for (number, stage) in (1..).zip(Stage::ALL) {
            assert_eq!(stage.number(), number);
            assert_eq!(stage.next().and_then(Stage::before), stage.next().map(|_| stage));
            assert_eq!(Stage::at(stage.begins()), stage);
            assert_eq!(Stage::at(stage.begins() + 0.1), stage);
        }
        assert_eq!((Stage::G.before(), Stage::H.next()), (None, None));
        assert_eq!((Stage::at(0.0), Stage::at(1.0)), (Stage::G, Stage::H));
    }
}
