//! Numbers that a scene may not hold, and pasted text that is no sequence.

use super::Said;
use crate::locale::Words;
use crate::scene::{MAX_GHOST_NAME, MAX_GHOSTS, MAX_LENGTH, PaintsError, SceneError, SceneField, shown};

impl Said for SceneError {
    fn said(&self, words: Words) -> String {
        let ranged = |key, field, value: String, [least, most]: [String; 2]| {
            let field = field_name(words, field);
            words.with(key, &[("field", field), ("value", value), ("least", least), ("most", most)])
        };
        match self {
            Self::Length { found } => {
                words.with("scene-length", &[("found", found.to_string()), ("most", MAX_LENGTH.to_string())])
            }
            Self::Number { field, value, least, most } => {
                ranged("scene-number", *field, format!("{value:?}"), [least.to_string(), most.to_string()])
            }
            Self::Whole { field, value, least, most } => {
                ranged("scene-whole", *field, value.to_string(), [least.to_string(), most.to_string()])
            }
            Self::Ghosts { found } => {
                words.with("scene-ghosts", &[("found", found.to_string()), ("most", MAX_GHOSTS.to_string())])
            }
            Self::GhostName { name } => {
                words.with("scene-ghost-name", &[("name", shown(name)), ("most", MAX_GHOST_NAME.to_string())])
            }
            Self::Ghost { ghost, error } => {
                words.with("scene-ghost", &[("ghost", ghost.to_string()), ("error", error.said(words))])
            }
        }
    }

    fn hinted(&self, words: Words) -> String {
        match self {
            Self::Ghosts { .. } => return words.text("scene-ghosts-hint"),
            Self::GhostName { .. } => return words.text("scene-ghost-name-hint"),
            Self::Ghost { error, .. } => return error.hinted(words),
            Self::Length { .. } | Self::Number { .. } | Self::Whole { .. } => {}
        }
        match self.field() {
            None => words.text("scene-length-hint"),
            Some(SceneField::Paint(_)) => words.text("scene-paint-hint"),
            Some(SceneField::Noise) => words.text("scene-noise-hint"),
            Some(SceneField::Seed) => words.text("scene-seed-hint"),
            Some(SceneField::Message) => words.text("scene-message-hint"),
            Some(SceneField::Weight(_)) => words.text("scene-weight-hint"),
            Some(SceneField::Held(_)) => words.text("scene-held-hint"),
        }
    }
}

impl Said for PaintsError {
    fn said(&self, words: Words) -> String {
        match self {
            Self::Empty => words.text("paints-error-empty"),
            Self::NoNumber { place, text } => {
                words.with("paints-error-no-number", &[("place", place.to_string()), ("text", text.clone())])
            }
            Self::Range(error) => error.said(words),
        }
    }

    fn hinted(&self, words: Words) -> String {
        match self {
            Self::Empty | Self::NoNumber { .. } => words.text("paints-error-hint"),
            Self::Range(error) => error.hinted(words),
        }
    }
}

/// A number of a scene; all but a paint have the names that scene files give them.
fn field_name(words: Words, field: SceneField) -> String {
    match field {
        SceneField::Paint(step) => words.with("scene-field-paint", &[("step", step.to_string())]),
        field => field.to_string(),
    }
}
