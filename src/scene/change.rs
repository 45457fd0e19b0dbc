//! Changes to a scene, written in one line: `rnn.u = 0.9, x[12] = -1, hold.o = off`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{Control, MAX_LENGTH, Scene, SceneError};

/// One change: what is moved, and where to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// What is moved.
    pub control: Control,
    /// Where to; none lets a held gate go.
    pub value: Option<f64>,
}

/// Changes, made one after another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes(pub Vec<Change>);

/// Why changes cannot be read, or made.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ChangeError {
    /// It has not the form of a change.
    #[error("\"{text}\" is no change")]
    Form {
        /// What stands there.
        text: String,
    },
    /// There is no such control.
    #[error("{reason}")]
    Control {
        /// Which there is not, and which there are.
        reason: String,
    },
    /// What should be a number is none.
    #[error("\"{text}\": \"{found}\" is no number")]
    NoNumber {
        /// The change.
        text: String,
        /// What stands in the number's place.
        found: String,
    },
    /// What should be a whole number is none.
    #[error("\"{change}\": a whole number is needed")]
    NotWhole {
        /// The change.
        change: Change,
    },
    /// The sequence has no such step.
    #[error("x[{step}] is not in the sequence; it has steps 1 to {length}")]
    Step {
        /// The step.
        step: usize,
        /// The sequence length T.
        length: usize,
    },
    /// A number would be outside its range.
    #[error(transparent)]
    Range(#[from] SceneError),
}

impl ChangeError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Form { .. } | Self::NoNumber { .. } => "write f.b = -4, or several with commas between them",
            Self::NotWhole { .. } => "seed, T and message are whole numbers",
            Self::Control { .. } => "look at the spelling",
            Self::Step { .. } => "change T before the paints that need it",
            Self::Range(error) => error.hint(),
        }
    }
}

impl Changes {
    /// The scene with these changes made to it.
    ///
    /// # Errors
    /// [`ChangeError::Step`] and [`ChangeError::Range`].
    pub fn made_to(&self, scene: &Scene) -> Result<Scene, ChangeError> {
        let mut changed = scene.clone();
        self.0.iter().try_for_each(|change| change.make(&mut changed))?;
        changed.check()?;
        Ok(changed)
    }

    /// These changes, and then those.
    #[must_use]
    pub fn and(&self, then: &Self) -> Self {
        Self(self.0.iter().chain(&then.0).copied().collect())
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Change {
    /// Makes the change; a number outside its range is left for the scene's own check.
    fn make(&self, scene: &mut Scene) -> Result<(), ChangeError> {
        // Only a gate has the word `off` for a value; see `FromStr`.
        let value = self.value.unwrap_or_default();
        match self.control {
            Control::Weight(weight) => *weight.get_mut(&mut scene.rnn, &mut scene.lstm) = value,
            Control::Paint(step) => {
                let length = scene.length();
                let paint = step.checked_sub(1).and_then(|row| scene.paints.get_mut(row));
                *paint.ok_or(ChangeError::Step { step, length })? = value;
            }
            Control::Noise => scene.noise = value,
            Control::Seed => scene.seed = self.whole(super::MAX_SEED)?,
            Control::Length => {
                let length = self.whole(MAX_LENGTH as u64).ok().and_then(|length| usize::try_from(length).ok());
                scene.set_length(length.filter(|length| *length > 0).ok_or(SceneError::Length { found: 0 })?);
            }
            Control::Message => {
                scene.message = usize::try_from(self.whole(MAX_LENGTH as u64)?).unwrap_or(MAX_LENGTH);
            }
            Control::Held(part) => {
                if let Some(held) = scene.held_mut(part) {
                    *held = self.value;
                }
            }
        }
        Ok(())
    }

    /// Its value as a whole number up to the most.
    fn whole(&self, most: u64) -> Result<u64, ChangeError> {
        let value = self.value.unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "both bounds are whole numbers below 2^53")]
        let fits = value.fract() == 0.0 && (0.0..=most as f64).contains(&value);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number within the bounds")]
        let whole = value as u64;
        fits.then_some(whole).ok_or(ChangeError::NotWhole { change: *self })
    }
}

impl FromStr for Change {
    type Err = ChangeError;

    fn from_str(text: &str) -> Result<Self, ChangeError> {
        let (name, value) = text.split_once('=').ok_or_else(|| ChangeError::Form { text: text.trim().to_owned() })?;
        let control = name.trim().parse().map_err(|reason| ChangeError::Control { reason })?;
        let value = match (value.trim(), control) {
            ("off", Control::Held(_)) => None,
            (word, _) => {
                let number = word.parse().ok().filter(|number: &f64| number.is_finite());
                let refused = || ChangeError::NoNumber { text: text.trim().to_owned(), found: word.to_owned() };
                Some(number.ok_or_else(refused)?)
            }
        };
        Ok(Self { control, value })
    }
}

impl FromStr for Changes {
    type Err = ChangeError;

    fn from_str(text: &str) -> Result<Self, ChangeError> {
        let parts = text.split(',').filter(|part| !text.trim().is_empty() || !part.trim().is_empty());
        parts.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for Change {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Some(value) => write!(to, "{} = {value}", self.control),
            None => write!(to, "{} = off", self.control),
        }
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changes: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        to.write_str(&changes.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(text: &str) -> Changes {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn changes_are_made_in_their_order_and_written_as_they_are_read() {
        let text = "rnn.u = 0.9, T = 30, x[28] = -1, noise = 0.2, seed = 7, message = 28, hold.o = 0";
        let scene = changes(text).made_to(&Scene::default()).unwrap();
        assert_eq!((scene.rnn.u, scene.length(), scene.paints[27]), (0.9, 30, -1.0));
        assert_eq!((scene.noise, scene.seed, scene.message, scene.held.o), (0.2, 7, 28, Some(0.0)));
        assert_eq!(changes(text).to_string(), text);
        assert_eq!(changes("hold.o = off").made_to(&scene).unwrap().held.o, None);
        assert_eq!(changes("  "), Changes::default());
        assert_eq!(changes("f.b=3,x[2]=.5"), changes("f.b = 3, x[2] = 0.5"));
    }

    #[test]
    fn changes_that_cannot_be_read_or_made_say_why() {
        for (text, message) in [
            ("f.b", "\"f.b\" is no change"),
            ("f.b = 3,", "\"\" is no change"),
            ("f.b = open", "\"f.b = open\": \"open\" is no number"),
            ("f.b = off", "\"f.b = off\": \"off\" is no number"),
            ("x[2] = NaN", "\"x[2] = NaN\": \"NaN\" is no number"),
        ] {
            assert_eq!(text.parse::<Changes>().unwrap_err().to_string(), message);
        }
        for (text, message) in [
            ("x[25] = 1", "x[25] is not in the sequence; it has steps 1 to 24"),
            ("f.b = 13", "lstm.f.b is 13.0; a number from -12 to 12 is allowed"),
            ("x[1] = 2", "the paint of step 1 is 2.0; a number from -1 to 1 is allowed"),
            ("seed = 1.5", "\"seed = 1.5\": a whole number is needed"),
            ("T = 0", "paints has 0 steps; 1 to 1000 are allowed"),
        ] {
            assert_eq!(changes(text).made_to(&Scene::default()).unwrap_err().to_string(), message);
        }
    }
}
