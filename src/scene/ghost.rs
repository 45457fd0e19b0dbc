//! A pinned run: what an earlier run followed from, under a name, to hold the present one against.

use super::Scene;
use super::check::SceneError;
use crate::engine::cell::Held;
use crate::engine::network::{LstmUnit, RnnUnit};

/// How many ghosts a scene has at most: more curves than that cannot be told apart.
pub const MAX_GHOSTS: usize = 8;
/// The longest name of a ghost, in characters.
pub const MAX_GHOST_NAME: usize = 40;

/// A run that was pinned.
///
/// It holds what the run follows from and none of its numbers: they are computed like all others.
#[derive(Debug, Clone, PartialEq)]
pub struct Ghost {
    /// Its name: 1 to [`MAX_GHOST_NAME`] characters on one line, not spaces alone.
    pub name: String,
    /// The clean paints x_1 … x_T.
    pub paints: Vec<f64>,
    /// σ of the noise.
    pub noise: f64,
    /// The seed of the noise.
    pub seed: u64,
    /// The step, from 1, whose paint is the message.
    pub message: usize,
    /// The plain RNN.
    pub rnn: RnnUnit,
    /// The LSTM.
    pub lstm: LstmUnit,
    /// The LSTM's gates that are held.
    pub held: Held<f64>,
}

impl Ghost {
    /// The present run of a scene, under a name.
    #[must_use]
    pub fn of(scene: &Scene, name: String) -> Self {
        let Scene { noise, seed, message, rnn, lstm, held, .. } = *scene;
        Self { name, paints: scene.paints.clone(), noise, seed, message, rnn, lstm, held }
    }

    /// The scene that it runs: what [`Run::of`](super::Run::of) needs, and no ghosts.
    #[must_use]
    pub fn scene(&self) -> Scene {
        let Self { noise, seed, message, rnn, lstm, held, .. } = *self;
        Scene { paints: self.paints.clone(), noise, seed, message, rnn, lstm, held, ..Scene::default() }
    }

    /// Checks name and numbers.
    ///
    /// # Errors
    /// The name, or the first number that is outside its range.
    pub(super) fn check(&self) -> Result<(), SceneError> {
        check_name(&self.name)?;
        self.scene().check()
    }
}

/// What somebody typed as a ghost's name: on one line, without spaces at the ends, cut where it is
/// too long; none where nothing is left.
#[must_use]
pub fn ghost_name_of(typed: &str) -> Option<String> {
    let one_line: String = typed.chars().map(|letter| if breaks_line(letter) { ' ' } else { letter }).collect();
    let short: String = one_line.trim().chars().take(MAX_GHOST_NAME).collect();
    let name = short.trim_end();
    (!name.is_empty()).then(|| name.to_owned())
}

/// Whether a character has no place on one line: control characters and Unicode's line separators.
fn breaks_line(letter: char) -> bool {
    letter.is_control() || ['\u{2028}', '\u{2029}'].contains(&letter)
}

/// Checks a name: 1 to [`MAX_GHOST_NAME`] characters on one line, not all spaces.
pub(super) fn check_name(name: &str) -> Result<(), SceneError> {
    let length = name.chars().count();
    let fits = (1..=MAX_GHOST_NAME).contains(&length) && !name.contains(breaks_line) && !name.trim().is_empty();
    if fits { Ok(()) } else { Err(SceneError::GhostName { name: name.to_owned() }) }
}

/// Checks that there are not too many.
pub(super) fn check_count(found: usize) -> Result<(), SceneError> {
    if found <= MAX_GHOSTS { Ok(()) } else { Err(SceneError::Ghosts { found }) }
}

/// Checks how many there are, and each of them.
pub(super) fn check_ghosts(ghosts: &[Ghost]) -> Result<(), SceneError> {
    check_count(ghosts.len())?;
    (1..).zip(ghosts).try_for_each(|(number, ghost)| {
        ghost.check().map_err(|error| SceneError::Ghost { ghost: number, error: Box::new(error) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Run;

    #[test]
    fn a_ghost_runs_as_the_scene_did_that_it_was_pinned_from() {
        let mut scene = Scene { noise: 0.3, seed: 7, message: 4, ..Scene::default() };
        scene.paints[3] = -0.5;
        scene.rnn.u = 1.2;
        scene.lstm.f.b = 1.0;
        scene.held.o = Some(0.25);
        let ghost = Ghost::of(&scene, "one".to_owned());
        let run = Run::of(&scene).unwrap();
        scene.lstm.f.b = 3.0;
        scene.ghosts.push(ghost);
        assert_eq!(Run::of(&scene.ghosts[0].scene()).unwrap(), run);
        assert_ne!(Run::of(&scene).unwrap(), run);
    }

    #[test]
    fn what_is_typed_becomes_a_name_that_a_scene_may_hold() {
        for (typed, name) in [
            ("  b_f = 3.2 ", Some("b_f = 3.2")),
            ("two\nlines", Some("two lines")),
            ("망각이 열림", Some("망각이 열림")),
            ("", None),
            (" \t\n", None),
        ] {
            assert_eq!(ghost_name_of(typed).as_deref(), name);
        }
        let cut = ghost_name_of(&format!("{} b", "a".repeat(MAX_GHOST_NAME - 1))).unwrap();
        assert_eq!(cut, "a".repeat(MAX_GHOST_NAME - 1), "no space is left at the cut");
        assert_eq!(ghost_name_of(&"파".repeat(90)).unwrap().chars().count(), MAX_GHOST_NAME);
    }

    #[test]
    fn a_check_names_the_ghost_that_is_wrong() {
        let mut scene = Scene::default();
        let ghost = Ghost::of(&scene, "one".to_owned());
        scene.ghosts = vec![ghost.clone(); MAX_GHOSTS];
        assert_eq!(scene.check(), Ok(()));
        scene.ghosts[2].rnn.u = 4.0;
        let error = scene.check().unwrap_err().to_string();
        assert_eq!(error, "ghosts[3]: rnn.u is 4.0; a number from -3 to 3 is allowed");
        for name in ["", " ", "a\nb", "a\u{2028}b", &"a".repeat(MAX_GHOST_NAME + 1)] {
            scene.ghosts[2] = Ghost { name: name.to_owned(), ..ghost.clone() };
            assert!(scene.check().unwrap_err().to_string().starts_with("ghosts[3]: name is \""), "{name:?}");
        }
        scene.ghosts = vec![ghost; MAX_GHOSTS + 1];
        assert_eq!(scene.check().unwrap_err().to_string(), "there are 9 ghosts; at most 8 are allowed");
    }
}
