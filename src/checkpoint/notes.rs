//! What trained a model, as it stands beside the tensors.

use std::collections::BTreeMap;

use crate::engine::training::Setup;

/// What stands beside the tensors, name by name: for people, not for the reader.
pub type Notes = BTreeMap<String, String>;

/// The notes of a network that was trained with this setup for so many steps, and whose recall error
/// then was this: with them the same program trains the same network.
#[must_use]
pub fn training_notes(setup: &Setup, steps: usize, recall_error: f64) -> Notes {
    let made_with = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    [
        ("made_with", made_with.to_owned()),
        ("cell", setup.kind.to_string()),
        ("hidden_size", setup.hidden_size.to_string()),
        ("T", setup.length.to_string()),
        ("batch", setup.batch.to_string()),
        ("learning_rate", setup.learning_rate.to_string()),
        ("noise", setup.noise.to_string()),
        ("clip", setup.clip.to_string()),
        ("start", setup.start.to_string()),
        ("seed", setup.seed.to_string()),
        ("steps", steps.to_string()),
        ("recall_error", recall_error.to_string()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}
