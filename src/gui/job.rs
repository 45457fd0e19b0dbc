//! Work that must not hold up a frame, in a named thread: file dialogs, the files themselves, and
//! figures.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread::JoinHandle;

use eframe::egui::{ColorImage, Context};

use crate::export::{ExportError, Form, Takeaway};
use crate::locale::Words;
use crate::scene::{Scene, SceneFileError, read_scene, write_scene};
use crate::whole_file::write_whole;

/// What came of a job.
pub enum Outcome {
    /// A file was chosen and read.
    Opened(PathBuf, Result<Box<Scene>, SceneFileError>),
    /// A place was chosen for that scene.
    PlacedScene(PathBuf, Box<Scene>),
    /// A scene was written; it is the one that stands in the file.
    Saved(PathBuf, Result<Box<Scene>, SceneFileError>),
    /// A place was chosen for a file of that form.
    Placed(Form, PathBuf),
    /// A place was chosen for that table.
    PlacedText(PathBuf, String),
    /// The name that was chosen got an ending, and a file of that name is there already: nobody
    /// was asked whether it may be overwritten.
    Taken(PathBuf),
    /// A figure or a table was written.
    Exported(PathBuf, Result<(), ExportError>),
    /// A figure was drawn.
    Drawn(Result<ColorImage, ExportError>),
    /// The dialog was closed without a choice.
    Nothing,
    /// The dialog was gone before anybody could have closed it: the system has none.
    NoDialog,
}

/// What a job is about while it is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Somebody has a dialog open.
    Choosing,
    /// A file is read or a picture drawn: nothing is lost with it.
    Fetching,
    /// A file is written.
    Writing,
}

/// A job under way.
pub struct Job {
    outcome: Receiver<Outcome>,
    doing: Doing,
    thread: JoinHandle<()>,
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
        let job = Self::start(ctx, Doing::Choosing, move || match pollster::block_on(chosen) {
            Some(file) => opened(file.path()),
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
    }

    /// Reads a scene file that is known already.
    #[must_use]
    pub fn read(ctx: &Context, path: PathBuf) -> Option<Self> {
        Self::start(ctx, Doing::Fetching, move || opened(&path))
    }

    /// Asks for a place for the scene, as it is now.
    #[must_use]
    pub fn save(ctx: &Context, words: Words, name: &str, scene: Scene) -> Option<Self> {
        let chosen = scenes(words).set_title(words.text("dialog-save")).set_file_name(name).save_file();
        let job = Self::start(ctx, Doing::Choosing, move || match pollster::block_on(chosen) {
            Some(file) => placed_scene(file.path(), Box::new(scene)),
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
        let job = Self::start(ctx, Doing::Choosing, move || match pollster::block_on(chosen) {
            Some(file) => placed(file.path(), form),
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
    }

    /// Asks for a place for a table that is there already; `name` is offered, without its ending.
    #[must_use]
    pub fn place_text(ctx: &Context, words: Words, name: &str, text: String) -> Option<Self> {
        let ending = Form::Csv.ending();
        let dialog = rfd::AsyncFileDialog::new().add_filter(ending.to_uppercase(), &[ending]);
        let chosen = dialog.set_title(words.text("dialog-data")).set_file_name(format!("{name}.{ending}")).save_file();
        let job = Self::start(ctx, Doing::Choosing, move || match pollster::block_on(chosen) {
            Some(file) => placed_text(file.path(), text),
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
    }

    /// Writes a table to a place that is known already.
    #[must_use]
    pub fn write_text(ctx: &Context, path: PathBuf, text: String) -> Option<Self> {
        Self::start(ctx, Doing::Writing, move || written(path, &text))
    }

    /// Writes a figure or a table to a place that is known already.
    #[must_use]
    pub fn export(ctx: &Context, takeaway: Takeaway, form: Form, path: PathBuf) -> Option<Self> {
        Self::start(ctx, Doing::Writing, move || exported(&takeaway, form, path))
    }

    /// Writes a scene to a place that is known already.
    #[must_use]
    pub fn write(ctx: &Context, path: PathBuf, scene: Box<Scene>) -> Option<Self> {
        Self::start(ctx, Doing::Writing, move || saved(path, scene))
    }

    /// Draws a figure as pixels.
    #[must_use]
    pub fn draw(ctx: &Context, takeaway: Takeaway) -> Option<Self> {
        Self::start(ctx, Doing::Fetching, move || {
            Outcome::Drawn(takeaway.picture().map(|picture| {
                let size = picture.size().map(|side| side as usize);
                ColorImage::from_rgba_premultiplied(size, picture.rgba())
            }))
        })
    }

    /// Starts work in a thread of its own, if the system gives one.
    pub(super) fn start(ctx: &Context, doing: Doing, work: impl FnOnce() -> Outcome + Send + 'static) -> Option<Self> {
        let (sender, outcome) = channel();
        let ctx = ctx.clone();
        let run = move || {
            // The window may be gone by now; then nobody waits for the outcome.
            let _unheard = sender.send(work());
            ctx.request_repaint();
        };
        let thread = std::thread::Builder::new().name("file".to_owned()).spawn(run).ok()?;
        Some(Self { outcome, doing, thread, asked_at: None })
    }

    fn asked(self, ctx: &Context) -> Self {
        Self { asked_at: Some(now(ctx)), ..self }
    }

    /// What it is about.
    #[must_use]
    pub fn doing(&self) -> Doing {
        self.doing
    }

    /// The outcome as the window closes, if there is one: what is being written is waited for, a
    /// dialog never.
    #[must_use]
    pub fn finish(self) -> Option<Outcome> {
        if self.doing == Doing::Writing {
            // A thread that panicked has no outcome.
            let _ended = self.thread.join();
        }
        self.outcome.try_recv().ok()
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

/// Writes a scene.
#[must_use]
pub fn saved(path: PathBuf, scene: Box<Scene>) -> Outcome {
    let written = write_scene(&path, &scene).map(|()| scene);
    Outcome::Saved(path, written)
}

/// Writes a figure or a table.
#[must_use]
pub fn exported(takeaway: &Takeaway, form: Form, path: PathBuf) -> Outcome {
    let written = takeaway.write(form, &path);
    Outcome::Exported(path, written)
}

/// Writes a table.
#[must_use]
pub fn written(path: PathBuf, text: &str) -> Outcome {
    let failed =
        |error: std::io::Error| ExportError::Write { file: path.display().to_string(), reason: error.to_string() };
    let written = write_whole(&path, text.as_bytes()).map_err(failed);
    Outcome::Exported(path, written)
}

fn placed_text(chosen: &Path, text: String) -> Outcome {
    let path = unasked(chosen, with_ending(chosen, Form::Csv.ending()));
    path.map_or_else(Outcome::Taken, |path| Outcome::PlacedText(path, text))
}

fn placed_scene(chosen: &Path, scene: Box<Scene>) -> Outcome {
    unasked(chosen, with_some_ending(chosen)).map_or_else(Outcome::Taken, |path| Outcome::PlacedScene(path, scene))
}

fn placed(chosen: &Path, form: Form) -> Outcome {
    unasked(chosen, with_ending(chosen, form.ending())).map_or_else(Outcome::Taken, |path| Outcome::Placed(form, path))
}

/// The name that was made of the chosen one, unless it is another and a file has it already: the
/// dialog asked about the chosen one only.
fn unasked(chosen: &Path, named: PathBuf) -> Result<PathBuf, PathBuf> {
    if named != chosen && named.exists() { Err(named) } else { Ok(named) }
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

    #[test]
    fn an_ending_that_was_added_overwrites_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let scene = || Box::new(Scene::default());
        assert!(matches!(placed(&place("fig"), Form::Svg), Outcome::Placed(_, path) if path == place("fig.svg")));
        assert!(
            matches!(placed_scene(&place("mine"), scene()), Outcome::PlacedScene(path, _) if path == place("mine.toml"))
        );
        for name in ["fig.svg", "mine.toml"] {
            std::fs::write(place(name), "").unwrap();
        }
        assert!(matches!(placed(&place("fig"), Form::Svg), Outcome::Taken(path) if path == place("fig.svg")));
        assert!(matches!(placed_scene(&place("mine"), scene()), Outcome::Taken(path) if path == place("mine.toml")));
        // Of these names the dialog asked.
        assert!(matches!(placed(&place("fig.svg"), Form::Svg), Outcome::Placed(..)));
        assert!(matches!(placed_scene(&place("mine.toml"), scene()), Outcome::PlacedScene(..)));
    }
}
