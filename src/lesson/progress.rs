//! How far somebody has come in the lesson: what a restart keeps, and a reset forgets.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version of the file's form.
pub const PROGRESS_VERSION: u32 = 1;

/// How far somebody has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The version of the file's form.
    pub version: u32,
    /// The screen that was open, by its id.
    pub place: Option<String>,
    /// The screens that were open, by their ids.
    #[serde(default)]
    pub seen: BTreeSet<String>,
    /// The first answer to each question, by its id.
    #[serde(default)]
    pub answers: BTreeMap<String, Answer>,
    /// The stars of each challenge, by its id.
    #[serde(default)]
    pub stars: BTreeMap<String, Stars>,
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The choice, from 1; none where the question was skipped.
    pub choice: Option<usize>,
    /// Whether the reader was sure, and did not guess.
    pub sure: bool,
    /// Whether it was right.
    pub right: bool,
}

/// The stars of a challenge; each is kept once it was won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stars {
    /// The goal was met.
    pub goal: bool,
    /// It was met with no more controls moved than the known solution moves.
    pub sparing: bool,
    /// It was met together with the extra.
    pub extra: bool,
}

/// Why kept progress cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProgressError {
    /// It was written by a later release.
    #[error("version {0} is newer than this program's {PROGRESS_VERSION}")]
    Newer(i64),
    /// It has not the form of progress.
    #[error("{0}")]
    Form(String),
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            version: PROGRESS_VERSION,
            place: None,
            seen: BTreeSet::new(),
            answers: BTreeMap::new(),
            stars: BTreeMap::new(),
        }
    }
}

impl Progress {
    /// Reads kept progress from a file's text.
    ///
    /// # Errors
    /// [`ProgressError`] for a later version, and for what this program would not have written.
    pub fn parse(text: &str) -> Result<Self, ProgressError> {
        let form = |error: toml::de::Error| ProgressError::Form(error.message().to_owned());
        let table: toml::Table = toml::from_str(text).map_err(form)?;
        match table.get("version").and_then(toml::Value::as_integer) {
            Some(newer) if newer > PROGRESS_VERSION.into() => return Err(ProgressError::Newer(newer)),
            Some(1..) => {}
            _ => return Err(ProgressError::Form("version is missing".to_owned())),
        }
        let progress: Self = toml::from_str(text).map_err(form)?;
        if progress.answers.values().any(|answer| answer.choice == Some(0)) {
            return Err(ProgressError::Form("a choice is a number from 1".to_owned()));
        }
        Ok(progress)
    }

    /// As a file's text, which [`Progress::parse`] reads back.
    ///
    /// # Errors
    /// The TOML writer's words; plain tables as these have none.
    pub fn text(&self) -> Result<String, ProgressError> {
        toml::to_string(self).map_err(|error| ProgressError::Form(error.to_string()))
    }

    /// Keeps the first answer to a question; what was learned by its result is no prediction.
    pub fn answered(&mut self, question: &str, answer: Answer) {
        self.answers.entry(question.to_owned()).or_insert(answer);
    }

    /// Adds stars to those of a challenge.
    pub fn won(&mut self, challenge: &str, stars: Stars) {
        let kept = self.stars.entry(challenge.to_owned()).or_default();
        kept.goal |= stars.goal;
        kept.sparing |= stars.sparing;
        kept.extra |= stars.extra;
    }
}

impl Stars {
    /// How many there are.
    #[must_use]
    pub fn count(self) -> usize {
        [self.goal, self.sparing, self.extra].into_iter().filter(|won| *won).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_read_back_as_it_was() {
        let mut progress = Progress { place: Some("one-machine".to_owned()), ..Progress::default() };
        progress.seen.insert("one-machine".to_owned());
        progress.answered("half-or-none", Answer { choice: Some(3), sure: true, right: true });
        progress.won("2B", Stars { goal: true, ..Stars::default() });
        assert_eq!(Progress::parse(&progress.text().unwrap()), Ok(progress));
    }

    #[test]
    fn the_first_answer_stays_and_stars_add_up() {
        let mut progress = Progress::default();
        for (choice, right) in [(1, false), (3, true)] {
            progress.answered("half-or-none", Answer { choice: Some(choice), sure: false, right });
        }
        assert_eq!(progress.answers["half-or-none"].choice, Some(1));
        progress.won("2B", Stars { goal: true, sparing: true, extra: false });
        progress.won("2B", Stars { goal: true, sparing: false, extra: true });
        assert_eq!(progress.stars["2B"].count(), 3);
    }

    #[test]
    fn what_this_program_did_not_write_is_refused() {
        assert_eq!(Progress::parse("version = 2"), Err(ProgressError::Newer(2)));
        for text in [
            "",
            "version = 1\nstars = 3",
            "version = 1\n[answers.q]\nchoice = 0\nsure = true\nright = false",
            "version = 1\nwho = 2",
            "version =",
        ] {
            assert!(matches!(Progress::parse(text), Err(ProgressError::Form(_))), "{text}");
        }
    }
}
