//! What the engine refuses.

use super::{Said, phrase};
use crate::engine::{EngineError, NotFinite};
use crate::locale::Words;

impl Said for EngineError {
    fn said(&self, words: Words) -> String {
        match self {
            Self::Shape { tensor, found, needed } => {
                let values =
                    [("tensor", (*tensor).to_owned()), ("found", shape_text(found)), ("needed", shape_text(needed))];
                words.with("error-shape", &values)
            }
            Self::Empty { size } => words.with("error-empty", &[("size", phrase(words, size))]),
            Self::Rows { rows, blocks } => {
                words.with("error-rows", &[("rows", rows.to_string()), ("blocks", blocks.to_string())])
            }
            Self::Step { step, length } => {
                words.with("error-step", &[("step", step.to_string()), ("length", length.to_string())])
            }
            Self::Range { what, value, allowed } => {
                let values =
                    [("what", phrase(words, what)), ("value", value.to_string()), ("allowed", phrase(words, allowed))];
                words.with("error-range", &values)
            }
            Self::Axis { along, reason } => {
                words.with("error-axis", &[("along", along.to_string()), ("reason", phrase(words, reason))])
            }
            Self::NotFinite(wrong) => wrong.said(words),
        }
    }

    fn hinted(&self, words: Words) -> String {
        match self {
            Self::Shape { .. } | Self::Rows { .. } => words.text("error-shape-hint"),
            Self::Empty { .. } => words.text("error-empty-hint"),
            Self::Step { .. } => words.text("error-step-hint"),
            Self::Range { .. } => words.text("error-range-hint"),
            Self::Axis { .. } => words.text("error-axis-hint"),
            Self::NotFinite(wrong) => wrong.hinted(words),
        }
    }
}

impl Said for NotFinite {
    fn said(&self, words: Words) -> String {
        let index = if self.index.is_empty() { String::new() } else { format!("{:?}", self.index) };
        let place = format!("{}{index}", phrase(words, self.tensor));
        let value = self.value.to_string();
        match self.step {
            None => words.with("error-not-finite", &[("place", place), ("value", value)]),
            Some(step) => {
                let values = [("place", place), ("step", step.to_string()), ("value", value)];
                words.with("error-not-finite-at-step", &values)
            }
        }
    }

    fn hinted(&self, words: Words) -> String {
        words.text("error-not-finite-hint")
    }
}

/// `[4×1]` for a shape.
fn shape_text(shape: &[usize]) -> String {
    let sizes: Vec<String> = shape.iter().map(ToString::to_string).collect();
    format!("[{}]", sizes.join("×"))
}
