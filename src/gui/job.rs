//! Work that must not hold up a frame, in a named thread: file dialogs, the files themselves, and
//! figures.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::{ColorImage, Context};

use crate::export::{ExportError, Form, Takeaway};
use crate::locale::Words;
use crate::scene::{Scene, SceneFileError, read_scene, write_scene};

/// What came of a job.
pub enum Outcome {
    /// A file was chosen and read.
    Opened(PathBuf, Result<Box<Scene>, SceneFileError>),
    /// A file was chosen and written; the scene is the one that was written.
    Saved(PathBuf, Result<Box<Scene>, SceneFileError>),
    /// A place was chosen for a file of that form.
    Placed(Form, PathBuf),
    /// A figure or a table was written.
    Exported(PathBuf, Result<(), ExportError>),
    /// A figure was drawn.
    Drawn(Result<ColorImage, ExportError>),
    /// The dialog was closed without a choice.
    Nothing,
    /// The dialog was gone before anybody could have closed it: the system has none.
    NoDialog,
}

/// A job under way.
pub struct Job {
    outcome: Receiver<Outcome>,
    /// When a dialog was asked for, by the window's clock.
    asked_at: Option<f64>,
}

/// Nobody closes a dialog faster than this.
const TOO_FAST_SECS: f64 = 0.3;

impl Job {
    /// Asks for a scene file and reads it.
    #[must_use]
    pub fn open(ctx: &Context, words: Words) -> Option<Self> {
        let chosen = scenes(words).set_title(words.text("dialog-open")).pick_file();
        let job = Self::start(ctx, move || match pollster::block_on(chosen) {
            Some(file) => opened(file.path()),
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
    }

    /// Reads a scene file that is known already.
    #[must_use]
    pub fn read(ctx: &Context, path: PathBuf) -> Option<Self> {
        Self::start(ctx, move || opened(&path))
    }

    /// Asks for a place and writes the scene there.
    #[must_use]
    pub fn save(ctx: &Context, words: Words, name: &str, scene: Scene) -> Option<Self> {
        let chosen = scenes(words).set_title(words.text("dialog-save")).set_file_name(name).save_file();
        let job = Self::start(ctx, move || match pollster::block_on(chosen) {
            Some(file) => {
                let path = with_some_ending(file.path());
                let written = write_scene(&path, &scene).map(|()| Box::new(scene));
                Outcome::Saved(path, written)
            }
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
    }

    /// Asks for a place for a figure or a table; `name` is offered, without its ending.
    #[must_use]
    pub fn place(ctx: &Context, words: Words, form: Form, name: &str) -> Option<Self> {
        let title = match form {
            Form::Svg | Form::Png => "dialog-figure",
            Form::Csv | Form::Json => "dialog-data",
        };
        let ending = form.ending();
        let dialog = rfd::AsyncFileDialog::new().add_filter(ending.to_uppercase(), &[ending]);
        let chosen = dialog.set_title(words.text(title)).set_file_name(format!("{name}.{ending}")).save_file();
        let job = Self::start(ctx, move || match pollster::block_on(chosen) {
            Some(file) => Outcome::Placed(form, with_ending(file.path(), ending)),
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
    }

    /// Writes a figure or a table to a place that is known already.
    #[must_use]
    pub fn export(ctx: &Context, takeaway: Takeaway, form: Form, path: PathBuf) -> Option<Self> {
        Self::start(ctx, move || {
            let written = takeaway.write(form, &path);
            Outcome::Exported(path, written)
        })
    }

    /// Draws a figure as pixels.
    #[must_use]
    pub fn draw(ctx: &Context, takeaway: Takeaway) -> Option<Self> {
        Self::start(ctx, move || {
            Outcome::Drawn(takeaway.picture().map(|picture| {
                let size = picture.size().map(|side| side as usize);
                ColorImage::from_rgba_premultiplied(size, picture.rgba())
            }))
        })
    }

    fn start(ctx: &Context, work: impl FnOnce() -> Outcome + Send + 'static) -> Option<Self> {
        let (sender, outcome) = channel();
        let ctx = ctx.clone();
        let run = move || {
            // The window may be gone by now; then nobody waits for the outcome.
            let _unheard = sender.send(work());
            ctx.request_repaint();
        };
        std::thread::Builder::new()
            .name("file".to_owned())
            .spawn(run)
            .ok()
            .map(|_running| Self { outcome, asked_at: None })
    }

    fn asked(self, ctx: &Context) -> Self {
        Self { asked_at: Some(now(ctx)), ..self }
    }

    /// The outcome, once there is one.
    #[must_use]
    pub fn poll(&self, ctx: &Context) -> Option<Outcome> {
        let too_fast = self.asked_at.is_some_and(|asked| now(ctx) - asked < TOO_FAST_SECS);
        match self.outcome.try_recv() {
            Ok(Outcome::Nothing) if too_fast => Some(Outcome::NoDialog),
            Ok(outcome) => Some(outcome),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Outcome::Nothing),
        }
    }
}

fn now(ctx: &Context) -> f64 {
    ctx.input(|input| input.time)
}

fn opened(path: &Path) -> Outcome {
    Outcome::Opened(path.to_owned(), read_scene(path).map(Box::new))
}

fn scenes(words: Words) -> rfd::AsyncFileDialog {
    rfd::AsyncFileDialog::new().add_filter(words.text("dialog-scenes"), &["toml"])
}

/// A name without an ending gets `.toml`.
fn with_some_ending(path: &Path) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension("toml") }
}

/// A name with another ending than this one, or with none, gets it: the content has that form.
fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let has = path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if has {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_as_what_it_holds() {
        for (chosen, named) in [
            ("a/fig.svg", "a/fig.svg"),
            ("fig.SVG", "fig.SVG"),
            ("fig", "fig.svg"),
            ("v1.2", "v1.2.svg"),
            ("fig.png", "fig.png.svg"),
        ] {
            assert_eq!(with_ending(Path::new(chosen), "svg"), Path::new(named));
        }
    }
}
