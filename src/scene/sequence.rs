//! Sequences of paint: made, read from pasted numbers, repeated, lengthened.

use thiserror::Error;

use super::check::check_paints;
use super::{MAX_LENGTH, Scene, SceneError};

/// Blue at step 1, then grey up to step `length`.
#[must_use]
pub fn blue_then_grey(length: usize) -> Vec<f64> {
    let mut paints = vec![0.0; length];
    if let Some(first) = paints.first_mut() {
        *first = 1.0;
    }
    paints
}

/// A pattern again and again up to step `length`; the last one may be cut. No pattern gives grey.
#[must_use]
pub fn repeated(pattern: &[f64], length: usize) -> Vec<f64> {
    if pattern.is_empty() { vec![0.0; length] } else { pattern.iter().copied().cycle().take(length).collect() }
}

/// Why pasted text is no sequence of paint.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum PaintsError {
    /// There is no number in it.
    #[error("there is no number in it")]
    Empty,
    /// Something in it is no number.
    #[error("\"{text}\" in place {place} is no number")]
    NoNumber {
        /// Its place, from 1.
        place: usize,
        /// What stands there.
        text: String,
    },
    /// There are too many numbers, or one is outside its range.
    #[error(transparent)]
    Range(#[from] SceneError),
}

impl PaintsError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty | Self::NoNumber { .. } => {
                "write one number a step, such as 1 0 0 -1 0.5; spaces, commas, semicolons and new lines part them"
            }
            Self::Range(error) => error.hint(),
        }
    }
}

/// The paints in pasted text, one number a step.
///
/// Numbers are parted by white space, commas or semicolons; square brackets around them are
/// ignored, and the typographic minus is read as a minus.
///
/// # Errors
/// [`PaintsError`] says what is no number, which paint is outside −1…1, or that there are too many.
pub fn parse_paints(text: &str) -> Result<Vec<f64>, PaintsError> {
    let parts = |c: char| c.is_whitespace() || [',', ';', '[', ']'].contains(&c);
    let mut paints = Vec::new();
    for (place, word) in (1..).zip(text.split(parts).filter(|word| !word.is_empty())) {
        let number = word.replace('\u{2212}', "-").parse();
        paints.push(number.map_err(|_| PaintsError::NoNumber { place, text: shortened(word) })?);
    }
    if paints.is_empty() {
        return Err(PaintsError::Empty);
    }
    check_paints(&paints)?;
    Ok(paints)
}

/// Paints as text that [`parse_paints`] reads back to the same numbers.
#[must_use]
pub fn paints_text(paints: &[f64]) -> String {
    paints.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A word short enough for a message: whole books get pasted by accident.
fn shortened(word: &str) -> String {
    const ENOUGH: usize = 20;
    if word.chars().count() <= ENOUGH { word.to_owned() } else { word.chars().take(ENOUGH).chain(['…']).collect() }
}

impl Scene {
    /// Replaces the sequence; a message beyond its end moves to the last step.
    ///
    /// # Errors
    /// [`SceneError`] when there are no paints, too many, or one outside −1…1; the scene is unchanged then.
    pub fn set_paints(&mut self, paints: Vec<f64>) -> Result<(), SceneError> {
        check_paints(&paints)?;
        self.message = self.message.clamp(1, paints.len());
        self.paints = paints;
        Ok(())
    }

    /// Makes every step grey; length and message stay.
    pub fn clear_paints(&mut self) {
        self.paints.fill(0.0);
    }

    /// Repeats a pattern over the whole sequence; length and message stay.
    ///
    /// # Errors
    /// [`SceneError`] when a paint is outside −1…1; the scene is unchanged then.
    pub fn repeat_paints(&mut self, pattern: &[f64]) -> Result<(), SceneError> {
        self.set_paints(repeated(pattern, self.length()))
    }

    /// Changes the length T to the nearest allowed: keeps the paints that fit, adds grey, and keeps
    /// the message within the sequence.
    pub fn set_length(&mut self, length: usize) {
        let length = length.clamp(1, MAX_LENGTH);
        self.paints.resize(length, 0.0);
        self.message = self.message.clamp(1, length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_numbers_may_be_parted_by_spaces_commas_semicolons_and_lines() {
        let paints = parse_paints("[1, 0 0;\u{2212}1\n0.5]\t.25,").unwrap();
        assert_eq!(paints, [1.0, 0.0, 0.0, -1.0, 0.5, 0.25]);
    }

    #[test]
    fn pasted_text_that_is_no_sequence_is_refused_with_its_place() {
        for (text, message) in [
            (" ,; ", "there is no number in it"),
            ("1 blue 0", "\"blue\" in place 2 is no number"),
            ("1 0 -1.5", "the paint of step 3 is -1.5; a number from -1 to 1 is allowed"),
            ("NaN", "the paint of step 1 is NaN; a number from -1 to 1 is allowed"),
        ] {
            assert_eq!(parse_paints(text).unwrap_err().to_string(), message);
        }
        let long = parse_paints(&"0 ".repeat(MAX_LENGTH + 1)).unwrap_err();
        assert_eq!(long.to_string(), "paints has 1001 steps; 1 to 1000 are allowed");
        assert_eq!(parse_paints(&"x".repeat(9999)).unwrap_err().to_string().chars().count(), 47);
    }

    #[test]
    fn a_shorter_sequence_keeps_what_fits_and_a_longer_one_ends_in_grey() {
        let mut scene = Scene { paints: vec![1.0, 0.5, -1.0], message: 3, ..Scene::default() };
        scene.set_length(2);
        assert_eq!((scene.paints.as_slice(), scene.message), (&[1.0, 0.5][..], 2));
        scene.set_length(4);
        assert_eq!((scene.paints.as_slice(), scene.message), (&[1.0, 0.5, 0.0, 0.0][..], 2));
        scene.set_length(0);
        assert_eq!((scene.length(), scene.message), (1, 1));
        scene.set_length(usize::MAX);
        assert_eq!((scene.length(), scene.message), (MAX_LENGTH, 1));
    }

    #[test]
    fn a_pattern_is_repeated_to_the_end_and_cut_there() {
        let mut scene = Scene { paints: vec![0.0; 5], message: 5, ..Scene::default() };
        scene.repeat_paints(&[1.0, -1.0]).unwrap();
        assert_eq!((scene.paints.as_slice(), scene.message), (&[1.0, -1.0, 1.0, -1.0, 1.0][..], 5));
        assert!(scene.repeat_paints(&[2.0]).is_err());
        assert_eq!(scene.paints, [1.0, -1.0, 1.0, -1.0, 1.0], "a refused pattern changes nothing");
        scene.clear_paints();
        assert_eq!(scene.paints, [0.0; 5]);
    }

    #[test]
    fn new_paints_move_a_message_that_would_be_beyond_the_end() {
        let mut scene = Scene { message: 20, ..Scene::default() };
        scene.set_paints(vec![0.0, 1.0]).unwrap();
        assert_eq!(scene.message, 2);
        assert_eq!(scene.set_paints(vec![]), Err(SceneError::Length { found: 0 }));
    }
}
