//! Opening, saving and copying, as the window does it: in a job, with a notice at the end.

use std::path::PathBuf;

use eframe::egui::Context;

use super::job::{Job, Outcome};
use super::playback::Playback;
use super::state::{Document, Notice, Origin, State};
use crate::export::figure::Heading;
use crate::export::{Form, Takeaway, table};
use crate::locale::Said;
use crate::scene::Scene;

impl State {
    /// Starts a job, unless one is under way; a system without threads gets a notice.
    pub fn start_job(&mut self, job: impl FnOnce(&Self) -> Option<Job>) {
        if self.job.is_none() {
            self.job = job(self);
            if self.job.is_none() {
                self.notice = Some(Notice::wrong(self.words().text("notice-no-thread"), None));
            }
        }
    }

    /// Collects the job's outcome, once there is one.
    pub fn collect_job(&mut self, ctx: &Context) {
        let Some(outcome) = self.job.as_ref().and_then(|job| job.poll(ctx)) else { return };
        self.job = None;
        let words = self.words();
        match outcome {
            Outcome::Opened(path, Ok(scene)) => {
                self.settings.remember(&path);
                self.say(words.with("notice-opened", &[("file", path.display().to_string())]));
                self.open(Document::opened(Origin::File(path), *scene));
            }
            Outcome::Saved(path, Ok(scene)) => {
                self.settings.remember(&path);
                self.say(words.with("notice-saved", &[("file", path.display().to_string())]));
                let now = self.document.scene.clone();
                // What was saved is what Reset goes back to, even if it was changed meanwhile.
                self.document = Document { scene: now, ..Document::opened(Origin::File(path), *scene) };
            }
            Outcome::Opened(_, Err(error)) | Outcome::Saved(_, Err(error)) => {
                self.failed(&error);
            }
            Outcome::Placed(form, path) => self.export_to(ctx, form, path),
            Outcome::Exported(path, Ok(())) => {
                self.say(words.with("notice-saved", &[("file", path.display().to_string())]));
            }
            Outcome::Drawn(Ok(image)) => {
                let [width, height] = image.size.map(|side| side.to_string());
                ctx.copy_image(image);
                self.say(words.with("notice-figure-copied", &[("width", width), ("height", height)]));
            }
            Outcome::Exported(_, Err(error)) | Outcome::Drawn(Err(error)) => self.failed(&error),
            Outcome::NoDialog => {
                let hint = words.text("notice-no-dialog-hint");
                self.notice = Some(Notice::wrong(words.text("notice-no-dialog"), Some(hint)));
            }
            Outcome::Nothing => {}
        }
    }

    /// Writes the figure or the numbers of the scene as it stands, in a job.
    pub fn export_to(&mut self, ctx: &Context, form: Form, path: PathBuf) {
        self.start_job(|state| Job::export(ctx, state.takeaway(), form, path));
    }

    /// The scene as it stands, to be taken away in the chosen language.
    #[must_use]
    pub fn takeaway(&self) -> Takeaway {
        let (words, changed) = (self.words(), self.document.changed());
        let heading = match &self.document.start.origin {
            Origin::Preset(slug) => Heading::of_preset(words, slug, changed),
            Origin::File(path) => Heading::of_file(words, path, changed),
        };
        Takeaway { scene: self.scene(), heading, words }
    }

    /// A notice of what went wrong.
    fn failed(&mut self, error: &impl Said) {
        let words = self.words();
        let hint = Some(words.hint(error)).filter(|hint| !hint.is_empty());
        self.notice = Some(Notice::wrong(words.error(error), hint));
    }

    /// Puts another document on the page; undo goes back to the one before.
    pub fn open(&mut self, document: Document) {
        self.document = document;
        let length = self.document.scene.length();
        self.playback = if self.settings.reduce_motion || !self.playback.playing() {
            Playback::resting_at(length)
        } else {
            Playback::first_opening(length)
        };
    }

    /// Copies everything shown as CSV.
    pub fn copy_csv(&mut self, ctx: &Context) {
        let words = self.words();
        let Ok(shown) = &self.computed.run else { return };
        match table::csv_text(&shown.run) {
            Ok(csv) => {
                let rows = csv.lines().count().saturating_sub(1);
                ctx.copy_text(csv);
                self.say(words.with("notice-copied", &[("rows", rows.to_string())]));
            }
            Err(error) => self.notice = Some(Notice::wrong(error.to_string(), None)),
        }
    }

    /// The name that a saved scene is offered.
    #[must_use]
    pub fn file_name(&self) -> String {
        match &self.document.start.origin {
            Origin::Preset(slug) => format!("{slug}.toml"),
            Origin::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        }
    }

    /// The name, without ending, that a figure or a table is offered.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.document.start.origin {
            Origin::Preset(slug) => (*slug).to_owned(),
            Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        }
    }

    /// The scene, to write.
    #[must_use]
    pub fn scene(&self) -> Scene {
        self.document.scene.clone()
    }

    /// A notice that something was done.
    pub fn say(&mut self, text: String) {
        self.notice = Some(Notice::done(text));
    }
}
