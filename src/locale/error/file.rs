//! Scene files that cannot be read or written; the place in the file stays in front.

use super::{Said, listed, phrase};
use crate::locale::Words;
use crate::scene::{MAX_BYTES, Named, Near, OLDEST, Place, SceneFileError, VERSION};

impl Said for SceneFileError {
    fn said(&self, words: Words) -> String {
        let of_file = |key, file: &str| words.with(key, &[("file", file.to_owned())]);
        let because = |key, file: &str, reason: &str| {
            words.with(key, &[("file", file.to_owned()), ("reason", reason.to_owned())])
        };
        let version = |key, at: &Place, found: &i128| {
            let values = [
                ("at", at.to_string()),
                ("found", found.to_string()),
                ("oldest", OLDEST.to_string()),
                ("version", VERSION.to_string()),
            ];
            words.with(key, &values)
        };
        let ranged = |at: &Place, error: String| words.with("file-range", &[("at", at.to_string()), ("error", error)]);
        match self {
            Self::Missing { file } => of_file("file-missing", file),
            Self::Folder { file } => of_file("file-folder", file),
            Self::Read { file, reason } => because("file-read", file, reason),
            Self::Write { file, reason } => because("file-write", file, reason),
            Self::Unreadable { file, error } => {
                words.with("file-unreadable", &[("file", file.clone()), ("error", error.said(words))])
            }
            Self::TooLarge { file } => {
                words.with("file-too-large", &[("file", file.clone()), ("most", MAX_BYTES.to_string())])
            }
            Self::Empty { file } => of_file("file-empty", file),
            Self::NotUtf8 { at } => words.with("file-not-utf8", &[("at", at.to_string())]),
            Self::Syntax { at, message } => {
                let values = [("at", at.to_string()), ("column", at.column.to_string()), ("message", message.clone())];
                words.with("file-syntax", &values)
            }
            Self::MissingKey { file, key } => {
                words.with("file-missing-key", &[("file", file.clone()), ("key", (*key).to_owned())])
            }
            Self::MissingInGhost { at, key } => {
                words.with("file-missing-key", &[("file", at.to_string()), ("key", (*key).to_owned())])
            }
            Self::UnknownKey { at, key, table, near, known } => {
                let message = if table.is_empty() { "file-unknown-key" } else { "file-unknown-key-in" };
                let values = [
                    ("at", at.to_string()),
                    ("key", key.to_string()),
                    ("table", table.to_string()),
                    ("instead", instead(words, *near, known)),
                ];
                words.with(message, &values)
            }
            Self::Type { at, key, found, needed } => {
                let values = [
                    ("at", at.to_string()),
                    ("key", key_name(words, key)),
                    ("found", phrase(words, found)),
                    ("needed", phrase(words, needed)),
                ];
                words.with("file-type", &values)
            }
            Self::Range { at, error } => ranged(at, error.said(words)),
            Self::Layer { at, found, near, known } => {
                let instead = instead(words, near.map(Near::Key), known);
                words.with("file-layer", &[("at", at.to_string()), ("found", found.clone()), ("instead", instead)])
            }
            Self::Name { at, named, found, near, known } => {
                let key = match named {
                    Named::Axis => "file-axis",
                    Named::Network => "file-network",
                    Named::Shown => "file-shown",
                };
                let instead = instead(words, near.map(Near::Key), known);
                words.with(key, &[("at", at.to_string()), ("found", found.clone()), ("instead", instead)])
            }
            Self::Axes { at, x, y } => {
                words.with("file-axes", &[("at", at.to_string()), ("x", x.to_string()), ("y", y.to_string())])
            }
            Self::Newer { at, found } => version("file-newer", at, found),
            Self::NoSuchVersion { at, found } => version("file-no-version", at, found),
            Self::Claim { at, error } => ranged(at, error.said(words)),
        }
    }

    fn hinted(&self, words: Words) -> String {
        let version = |key| words.with(key, &[("version", VERSION.to_string())]);
        let names = |key, known| words.with(key, &[("names", listed(words, known))]);
        match self {
            Self::Missing { .. } => words.text("file-missing-hint"),
            Self::Folder { .. } => words.text("file-folder-hint"),
            Self::Read { .. } | Self::Write { .. } => words.text("file-system-hint"),
            Self::Unreadable { error, .. } | Self::Range { error, .. } => error.hinted(words),
            Self::TooLarge { .. } | Self::Empty { .. } | Self::NotUtf8 { .. } => words.text("file-no-scene-hint"),
            Self::Syntax { .. } => words.text("file-syntax-hint"),
            Self::MissingKey { key: "version", .. } => version("file-missing-version-hint"),
            Self::MissingKey { .. } => words.text("file-missing-paints-hint"),
            Self::MissingInGhost { .. } => words.text("file-missing-in-ghost-hint"),
            Self::UnknownKey { near: Some(Near::Top), .. } => words.text("file-header-hint"),
            Self::UnknownKey { known, .. } => names("file-keys-hint", known),
            Self::Layer { known, .. } => names("file-layer-hint", known),
            Self::Name { named: Named::Axis, known, .. } => names("file-axis-hint", known),
            Self::Name { named: Named::Network, known, .. } => names("file-network-hint", known),
            Self::Name { named: Named::Shown, known, .. } => names("file-shown-hint", known),
            Self::Axes { .. } => words.text("file-axes-hint"),
            Self::Type { .. } => words.text("file-type-hint"),
            Self::Newer { .. } => words.text("file-newer-hint"),
            Self::NoSuchVersion { .. } => version("file-no-version-hint"),
            Self::Claim { error, .. } => error.hinted(words),
        }
    }
}

/// What to write instead of an unknown name.
fn instead(words: Words, near: Option<Near>, known: &[&str]) -> String {
    match near {
        Some(Near::Key(key)) => words.with("file-instead-near", &[("key", key.to_owned())]),
        Some(Near::Top) => words.text("file-instead-top"),
        None => words.with("file-instead-known", &[("names", listed(words, known))]),
    }
}

/// The name of a value: a key of the file, `an entry of layers`, or `the paint of step 3`.
fn key_name(words: Words, key: &str) -> String {
    if let Some(array) = key.strip_prefix("an entry of ") {
        words.with("file-entry", &[("key", array.to_owned())])
    } else if let Some(step) = key.strip_prefix("the paint of step ") {
        words.with("scene-field-paint", &[("step", step.to_owned())])
    } else {
        key.to_owned()
    }
}
