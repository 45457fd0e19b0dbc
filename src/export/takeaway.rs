//! A scene in the form in which somebody takes it away: a figure or a table, in a file.

use std::path::Path;

use super::ExportError;
use super::figure::{Figure, Heading};
use super::picture::Picture;
use super::table;
use crate::locale::Words;
use crate::scene::{Run, Scene};
use crate::whole_file::write_whole;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The figure, as shapes and text.
    Svg,
    /// The figure, as pixels.
    Png,
    /// All numbers, as a table.
    Csv,
    /// All numbers, as objects.
    Json,
}

impl Form {
    /// How the names of such files end.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The form of a figure's file by the ending of its name, in capitals too.
    #[must_use]
    pub fn of_figure(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        [Self::Svg, Self::Png].into_iter().find(|form| form.ending() == ending)
    }
}

/// What is taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct Takeaway {
    /// The scene.
    pub scene: Scene,
    /// What it is called.
    pub heading: Heading,
    /// The language of a figure.
    pub words: Words,
}

impl Takeaway {
    /// The figure as pixels.
    ///
    /// # Errors
    /// [`ExportError::Engine`] and [`ExportError::Picture`].
    pub fn picture(&self) -> Result<Picture, ExportError> {
        Picture::of(&self.svg_text()?).map_err(|reason| ExportError::Picture { reason })
    }

    /// The content of a file of that form.
    ///
    /// # Errors
    /// [`ExportError`], but never [`ExportError::Write`].
    pub fn bytes(&self, form: Form) -> Result<Vec<u8>, ExportError> {
        let run = || Run::of(&self.scene);
        Ok(match form {
            Form::Svg => self.svg_text()?.into_bytes(),
            Form::Png => self.picture()?.png().map_err(|reason| ExportError::Picture { reason })?,
            Form::Csv => table::csv_text(&run()?)?.into_bytes(),
            Form::Json => table::json_text(&run()?)?.into_bytes(),
        })
    }

    /// Writes a file of that form, whole or not at all.
    ///
    /// # Errors
    /// [`ExportError`]; a file that was there is untouched then.
    pub fn write(&self, form: Form, path: &Path) -> Result<(), ExportError> {
        let bytes = self.bytes(form)?;
        let failed =
            |error: std::io::Error| ExportError::Write { file: path.display().to_string(), reason: error.to_string() };
        write_whole(path, &bytes).map_err(failed)
    }

    fn svg_text(&self) -> Result<String, ExportError> {
        let run = Run::of(&self.scene)?;
        Ok(Figure { scene: &self.scene, run: &run, heading: &self.heading, words: self.words }.svg_text())
    }
}
