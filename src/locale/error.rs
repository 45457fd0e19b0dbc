//! Errors in the reader's language.

use super::Words;
use crate::engine::EngineError;
use crate::scene::{PaintsError, SceneFileError};

/// Something that can be told in every language.
pub trait Said {
    /// One sentence in the language of `words`.
    fn said(&self, words: Words) -> String;
    /// What to do about it, in the language of `words`.
    fn hinted(&self, words: Words) -> String;
}

impl Words {
    /// An error in one sentence.
    #[must_use]
    pub fn error(self, error: &impl Said) -> String {
        error.said(self)
    }

    /// What to do about an error.
    #[must_use]
    pub fn hint(self, error: &impl Said) -> String {
        error.hinted(self)
    }
}

impl Said for EngineError {
    fn said(&self, _words: Words) -> String {
        self.to_string()
    }
    fn hinted(&self, _words: Words) -> String {
        self.hint().to_string()
    }
}

impl Said for PaintsError {
    fn said(&self, _words: Words) -> String {
        self.to_string()
    }
    fn hinted(&self, _words: Words) -> String {
        self.hint().to_string()
    }
}

impl Said for SceneFileError {
    fn said(&self, _words: Words) -> String {
        self.to_string()
    }
    fn hinted(&self, _words: Words) -> String {
        self.hint().to_string()
    }
}
