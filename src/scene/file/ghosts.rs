//! The `[[ghosts]]` of a scene file: each has the numbers of a scene, and a name.

use toml::de::DeTable;

use super::SceneFileError;
use super::read::{Reader, Value};
use crate::scene::Ghost;
use crate::scene::ghost::{check_count, check_name};

/// The keys of a ghost.
pub(super) const GHOST: &[&str] = &["name", "message", "noise", "seed", "paints", "rnn", "lstm"];

impl Reader<'_> {
    /// Reads the ghosts, if there are any.
    pub(super) fn ghosts(&self, top: &DeTable<'_>) -> Result<Vec<Ghost>, SceneFileError> {
        let Some(value) = top.get("ghosts") else { return Ok(Vec::new()) };
        let ghosts = self.array("ghosts", value)?;
        self.ranged(value, check_count(ghosts.len()))?;
        (1..).zip(ghosts).map(|(number, value)| self.ghost(number, value)).collect()
    }

    /// Reads one ghost. What it leaves out is as in the program's first scene.
    fn ghost(&self, number: u8, value: &Value<'_>) -> Result<Ghost, SceneFileError> {
        let mut reader = Reader { file: self.file, text: self.text, ghost: Some(number), numbers: Vec::new() };
        let ghost = value.get_ref().as_table();
        let ghost = ghost.ok_or_else(|| self.wrong_type("an entry of ghosts", value, "a table"))?;
        reader.known_keys(ghost, "ghosts", GHOST)?;
        for key in ["name", "paints"] {
            if !ghost.contains_key(key) {
                return Err(SceneFileError::MissingInGhost { at: reader.at(value.span().start), key });
            }
        }
        let name = reader.required(ghost, "name")?;
        let text = name.get_ref().as_str().ok_or_else(|| reader.wrong_type("name", name, "a text in quotes"))?;
        reader.ranged(name, check_name(text))?;
        Ok(Ghost::of(&reader.scene(ghost)?, text.to_owned()))
    }
}
