//! Errors in the reader's language: every variant, with what to do about it.
//!
//! The English words are those of `Display` and `hint()`; a test holds them together.

mod claim;
mod engine;
mod file;
mod scene;
#[cfg(test)]
mod tests;

use super::Words;

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

/// A part of a sentence that errors carry in English; what has no translation (a symbol, a key of
/// a file) stays as it is.
fn phrase(words: Words, text: &str) -> String {
    words.find(&phrase_key(text)).unwrap_or_else(|| text.to_owned())
}

/// The key of such a part: `a text in quotes` becomes `phrase-a-text-in-quotes`.
fn phrase_key(text: &str) -> String {
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.fold("phrase".to_owned(), |key, part| format!("{key}-{}", part.to_lowercase()))
}

/// Names in a row: `w, u, b and held`.
fn listed(words: Words, names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            words.with("list-and", &[("rest", rest.join(", ")), ("last", (*last).to_owned())])
        }
        _ => names.concat(),
    }
}
