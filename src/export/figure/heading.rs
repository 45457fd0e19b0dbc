//! What a figure is called, and what it shows, in words.

use std::path::Path;

use crate::locale::Words;

/// The name of a figure's scene and its caption.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The scene's name.
    pub name: String,
    /// What it shows; nothing of a scene that has no caption.
    pub caption: String,
}

impl Heading {
    /// A preset's, by its slug. The caption's numbers are the preset's own: a changed one goes without.
    #[must_use]
    pub fn of_preset(words: Words, slug: &str, changed: bool) -> Self {
        let caption = if changed { String::new() } else { words.text(&format!("preset-{slug}-caption")) };
        Self { name: marked(words, words.text(&format!("preset-{slug}")), changed), caption }
    }

    /// A file's: its name without folder and ending.
    #[must_use]
    pub fn of_file(words: Words, path: &Path, changed: bool) -> Self {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { name: marked(words, name, changed), caption: String::new() }
    }
}

fn marked(words: Words, name: String, changed: bool) -> String {
    if changed { words.with("figure-changed", &[("name", name)]) } else { name }
}
