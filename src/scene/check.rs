//! What a scene may hold, and which of its numbers breaks that.

use std::fmt;

use thiserror::Error;

use super::ghost::check_ghosts;
use super::{MAX_GHOST_NAME, MAX_GHOSTS, MAX_LENGTH, MAX_SEED, Scene};
use crate::engine::network::{Parameter, Part};

/// A number of a scene, named as in a scene file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SceneField {
    /// The paint of a step, from 1.
    Paint(usize),
    /// σ of the noise.
    Noise,
    /// The seed of the noise.
    Seed,
    /// The message's step.
    Message,
    /// A weight of either network.
    Weight(Parameter),
    /// The value at which a gate is held.
    Held(Part),
}

/// A number of a scene that is outside its range.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SceneError {
    /// The sequence is empty or too long.
    #[error("paints has {found} steps; 1 to {MAX_LENGTH} are allowed")]
    Length {
        /// How many paints there are.
        found: usize,
    },
    /// A number is outside its range, or NaN.
    #[error("{field} is {value:?}; a number from {least} to {most} is allowed")]
    Number {
        /// Which number.
        field: SceneField,
        /// What it is.
        value: f64,
        /// The smallest that is allowed.
        least: f64,
        /// The largest that is allowed.
        most: f64,
    },
    /// A whole number is outside its range.
    #[error("{field} is {value}; a whole number from {least} to {most} is allowed")]
    Whole {
        /// Which number.
        field: SceneField,
        /// What it is; in a file it can be negative or huge.
        value: i128,
        /// The smallest that is allowed.
        least: u64,
        /// The largest that is allowed.
        most: u64,
    },
    /// There are too many ghosts.
    #[error("there are {found} ghosts; at most {MAX_GHOSTS} are allowed")]
    Ghosts {
        /// How many there are.
        found: usize,
    },
    /// A ghost has a name that cannot be shown.
    #[error("name is \"{}\"; 1 to {MAX_GHOST_NAME} characters on one line, not spaces alone, are allowed", shown(name))]
    GhostName {
        /// What it is.
        name: String,
    },
    /// Something of a ghost is wrong.
    #[error("ghosts[{ghost}]: {error}")]
    Ghost {
        /// Which ghost, from 1.
        ghost: usize,
        /// What is wrong with it.
        error: Box<SceneError>,
    },
}

impl SceneError {
    /// The number of the scene itself that is wrong; none where it is a length, a name, or a ghost's.
    #[must_use]
    pub fn field(&self) -> Option<SceneField> {
        match self {
            Self::Number { field, .. } | Self::Whole { field, .. } => Some(*field),
            Self::Length { .. } | Self::Ghosts { .. } | Self::GhostName { .. } | Self::Ghost { .. } => None,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Ghosts { .. } => return "leave out some of the [[ghosts]]",
            Self::GhostName { .. } => return "the name stands in the list of pinned runs",
            Self::Ghost { error, .. } => return error.hint(),
            Self::Length { .. } | Self::Number { .. } | Self::Whole { .. } => {}
        }
        match self.field() {
            None => "give at least one paint, and at most a thousand",
            Some(SceneField::Paint(_)) => "1 is blue, 0 grey, -1 orange; anything between is a mixture",
            Some(SceneField::Noise) => "noise is the standard deviation of what is added to each paint but the first",
            Some(SceneField::Seed) => "any other whole number draws other noise",
            Some(SceneField::Message) => "message is the step whose paint is followed; steps count from 1",
            Some(SceneField::Weight(_)) => "these are the ranges of the sliders",
            Some(SceneField::Held(_)) => "0 is shut, 1 is open; without `held` the gate moves",
        }
    }
}

impl fmt::Display for SceneField {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Paint(step) => write!(to, "the paint of step {step}"),
            Self::Noise => write!(to, "noise"),
            Self::Seed => write!(to, "seed"),
            Self::Message => write!(to, "message"),
            Self::Weight(Parameter::Rnn(term)) => write!(to, "rnn.{}", term.letter()),
            Self::Weight(Parameter::Lstm(part, term)) => write!(to, "lstm.{}.{}", part.letter(), term.letter()),
            Self::Held(part) => write!(to, "lstm.{}.held", part.letter()),
        }
    }
}

impl Scene {
    /// Checks every number of the scene.
    ///
    /// Allowed are 1 to [`MAX_LENGTH`] paints from −1 to 1, σ from 0 to 1, a seed up to [`MAX_SEED`],
    /// a message within the sequence, weights up to their [`Parameter::limit`] and held gates from 0 to 1;
    /// and up to [`MAX_GHOSTS`] named ghosts of which the same holds.
    ///
    /// # Errors
    /// The first number that is outside its range, or NaN, or what is wrong with a ghost.
    pub fn check(&self) -> Result<(), SceneError> {
        check_paints(&self.paints)?;
        number(SceneField::Noise, self.noise, 0.0, 1.0)?;
        whole(SceneField::Seed, i128::from(self.seed), 0, MAX_SEED)?;
        check_message(self.message as i128, self.length())?;
        for parameter in Parameter::all() {
            let (value, limit) = (parameter.get(&self.rnn, &self.lstm), parameter.limit());
            number(SceneField::Weight(parameter), value, -limit, limit)?;
        }
        for (part, held) in [(Part::I, self.held.i), (Part::F, self.held.f), (Part::O, self.held.o)] {
            held.map_or(Ok(()), |value| number(SceneField::Held(part), value, 0.0, 1.0))?;
        }
        check_ghosts(&self.ghosts)
    }
}

/// A name as a message shows it: on one line, and not a page long.
pub(crate) fn shown(word: &str) -> String {
    const ENOUGH: usize = 40;
    word.escape_debug().take(ENOUGH).collect()
}

/// Checks a sequence: 1 to [`MAX_LENGTH`] paints from −1 to 1.
pub(super) fn check_paints(paints: &[f64]) -> Result<(), SceneError> {
    if !(1..=MAX_LENGTH).contains(&paints.len()) {
        return Err(SceneError::Length { found: paints.len() });
    }
    (1..).zip(paints).try_for_each(|(step, &paint)| number(SceneField::Paint(step), paint, -1.0, 1.0))
}

/// Checks that the message is a step of a sequence of that length.
pub(super) fn check_message(message: i128, length: usize) -> Result<(), SceneError> {
    whole(SceneField::Message, message, 1, length as u64)
}

/// Checks a whole number.
pub(super) fn whole(field: SceneField, value: i128, least: u64, most: u64) -> Result<(), SceneError> {
    if (i128::from(least)..=i128::from(most)).contains(&value) {
        Ok(())
    } else {
        Err(SceneError::Whole { field, value, least, most })
    }
}

/// Checks a number; NaN is in no range.
fn number(field: SceneField, value: f64, least: f64, most: f64) -> Result<(), SceneError> {
    if (least..=most).contains(&value) { Ok(()) } else { Err(SceneError::Number { field, value, least, most }) }
}
