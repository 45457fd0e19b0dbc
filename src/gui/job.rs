//! Work that must not hold up a frame, in a named thread: file dialogs, and the files themselves.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use eframe::egui::Context;

use crate::locale::Words;
use crate::scene::{Scene, SceneFileError, read_scene, write_scene};

/// What came of a job.
pub enum Outcome {
    /// A file was chosen and read.
    Opened(PathBuf, Result<Box<Scene>, SceneFileError>),
    /// A file was chosen and written; the scene is the one that was written.
    Saved(PathBuf, Result<Box<Scene>, SceneFileError>),
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
        let chosen = dialog(words).set_title(words.text("dialog-open")).pick_file();
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
        let chosen = dialog(words).set_title(words.text("dialog-save")).set_file_name(name).save_file();
        let job = Self::start(ctx, move || match pollster::block_on(chosen) {
            Some(file) => {
                let path = with_ending(file.path());
                let written = write_scene(&path, &scene).map(|()| Box::new(scene));
                Outcome::Saved(path, written)
            }
            None => Outcome::Nothing,
        });
        job.map(|job| job.asked(ctx))
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

fn dialog(words: Words) -> rfd::AsyncFileDialog {
    rfd::AsyncFileDialog::new().add_filter(words.text("dialog-scenes"), &["toml"])
}

/// A name without an ending gets `.toml`.
fn with_ending(path: &Path) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension("toml") }
}
