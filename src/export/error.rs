//! Why nothing could be taken away.

use thiserror::Error;

use super::table::TableError;
use crate::engine::EngineError;
use crate::locale::{Said, Words};

/// Why a scene's run could not be taken away.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The networks cannot be run.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The numbers cannot be written down.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The figure cannot be made into pixels.
    #[error("the figure cannot be drawn as pixels: {reason}")]
    Picture {
        /// The renderer's words.
        reason: String,
    },
    /// The operating system does not let the file be written.
    #[error("{file}: cannot be written: {reason}")]
    Write {
        /// The file.
        file: String,
        /// The operating system's words.
        reason: String,
    },
}

impl ExportError {
    /// What to do about it; some errors say it all.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Engine(error) => Some(error.hint().to_owned()),
            Self::Table(_) => None,
            Self::Picture { .. } => Some("take the SVG instead".to_owned()),
            Self::Write { .. } => Some("look at the permissions and the free space".to_owned()),
        }
    }
}

impl Said for ExportError {
    fn said(&self, words: Words) -> String {
        match self {
            Self::Engine(error) => error.said(words),
            // Writing to memory does not fail; should it, the writer's own words are better than none.
            Self::Table(error) => error.to_string(),
            Self::Picture { reason } => words.with("export-picture", &[("reason", reason.clone())]),
            Self::Write { file, reason } => {
                words.with("file-write", &[("file", file.clone()), ("reason", reason.clone())])
            }
        }
    }

    fn hinted(&self, words: Words) -> String {
        match self {
            Self::Engine(error) => error.hinted(words),
            Self::Table(_) => String::new(),
            Self::Picture { .. } => words.text("export-picture-hint"),
            Self::Write { .. } => words.text("file-system-hint"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn every_error_says_the_same_in_english_and_something_in_korean() {
        for error in [
            ExportError::Engine(EngineError::Step { step: 25, length: 24 }),
            ExportError::Picture { reason: "–".to_owned() },
            ExportError::Write { file: "a.svg".to_owned(), reason: "–".to_owned() },
        ] {
            let english = Words::new(Language::English);
            assert_eq!(error.said(english), error.to_string());
            assert_eq!(Some(error.hinted(english)), error.hint());
            let korean = Words::new(Language::Korean);
            for text in [error.said(korean), error.hinted(korean)] {
                assert!(text.chars().any(|letter| ('가'..='힣').contains(&letter)), "{text}");
            }
        }
    }
}
