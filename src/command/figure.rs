//! `figure`: a scene's run as a picture of both networks side by side.

use super::{CommandError, FigureArguments};
use crate::export::{ExportError, Takeaway};
use crate::locale::Words;

/// Draws the scene that was named, or the default, into a file: an SVG or a PNG, by its ending.
///
/// # Errors
/// [`CommandError`] when the scene cannot be read or run, or the file cannot be written.
pub fn figure(arguments: &FigureArguments) -> Result<(), CommandError> {
    let words = Words::new(arguments.lang);
    let takeaway = Takeaway { scene: arguments.scene.read()?, heading: arguments.scene.heading(words), words };
    let to = &arguments.out;
    takeaway.write(to.form, &to.path).map_err(|error| match error {
        ExportError::Write { file, reason } => CommandError::Write { to: file, reason },
        error => error.into(),
    })
}
