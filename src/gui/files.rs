//! Opening, saving and copying, as the window does it: in a job, with a notice at the end.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Context;

use super::job::{self, Doing, Job, Outcome};
use super::page::Page;
use super::state::{Document, Notice, Origin, Start, State};
use crate::export::figure::Heading;
use crate::export::{Form, Takeaway, table};
use crate::locale::Said;
use crate::scene::Scene;

impl State {
    /// Starts a job. There is one at a time, and a notice says what another has to wait for; so
    /// does one in a system without threads.
    pub fn start_job(&mut self, job: impl FnOnce(&Self) -> Option<Job>) {
        if let Some(under_way) = &self.job {
            let busy = match under_way.doing() {
                Doing::Choosing => "notice-busy-dialog",
                Doing::Fetching => "notice-busy-fetching",
                Doing::Writing => "notice-busy-writing",
            };
            self.say(self.words().text(busy));
            return;
        }
        self.job = job(self);
        if self.job.is_none() {
            self.notice = Some(Notice::wrong(self.words().text("notice-no-thread"), None));
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
                self.say(words.with("notice-saved", &[("file", path.display().to_string())]));
                self.saved(&path, *scene);
            }
            Outcome::Opened(_, Err(error)) | Outcome::Saved(_, Err(error)) => {
                self.failed(&error);
            }
            Outcome::Placed(form, path) => self.export_to(ctx, form, path),
            Outcome::PlacedScene(path, scene) => self.start_job(|_| Job::write(ctx, path, scene)),
            Outcome::PlacedText(path, text) => self.start_job(|_| Job::write_text(ctx, path, text)),
            Outcome::Taken(path) => {
                let file = ("file", path.file_name().unwrap_or_default().to_string_lossy().into_owned());
                let text = words.with("notice-taken", &[("file", path.display().to_string())]);
                self.notice = Some(Notice::wrong(text, Some(words.with("notice-taken-hint", &[file]))));
            }
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

    /// As the window closes: what is being written comes to its end, and what has its place already
    /// is written. Nobody waits for a dialog.
    ///
    /// # Errors
    /// The reason in words, when the file could not be written.
    pub fn finish_job(&mut self) -> Result<(), String> {
        let Some(outcome) = self.job.take().and_then(Job::finish) else { return Ok(()) };
        let words = self.words();
        let written = match outcome {
            Outcome::Placed(form, path) => job::exported(&self.takeaway(), form, path),
            Outcome::PlacedScene(path, scene) => job::saved(path, scene),
            Outcome::PlacedText(path, text) => job::written(path, &text),
            outcome => outcome,
        };
        match written {
            Outcome::Saved(path, Ok(scene)) => self.saved(&path, *scene),
            Outcome::Saved(_, Err(error)) => return Err(words.error(&error)),
            Outcome::Exported(_, Err(error)) => return Err(words.error(&error)),
            _ => {}
        }
        Ok(())
    }

    /// The scene was written to that file: it is where the document comes from now, and what Reset
    /// goes back to, even if it was changed meanwhile.
    fn saved(&mut self, path: &Path, scene: Scene) {
        self.settings.remember(path);
        // A screen of the lesson goes back to what it begins with, wherever its scene was kept.
        if self.saved_from == Page::Lesson {
            return;
        }
        self.explore.start_from(&Arc::new(Start { origin: Origin::File(path.to_owned()), scene }));
    }

    /// Writes the scene as it stands, in a job.
    pub fn save_to(&mut self, ctx: &Context, path: PathBuf) {
        self.saved_from = self.settings.page;
        self.start_job(|state| Job::write(ctx, path, Box::new(state.scene())));
    }

    /// Writes the figure or the numbers of the scene as it stands, in a job.
    pub fn export_to(&mut self, ctx: &Context, form: Form, path: PathBuf) {
        self.start_job(|state| Job::export(ctx, state.takeaway(), form, path));
    }

    /// The scene as it stands, to be taken away in the chosen language.
    #[must_use]
    pub fn takeaway(&self) -> Takeaway {
        let (words, changed) = (self.words(), self.live().document.changed());
        let heading = match &self.live().document.start.origin {
            Origin::Preset(slug) => Heading::of_preset(words, slug, changed),
            Origin::File(path) => Heading::of_file(words, path, changed),
        };
        Takeaway { scene: self.scene(), heading, words }
    }

    /// A notice of what went wrong.
    pub(super) fn failed(&mut self, error: &impl Said) {
        let words = self.words();
        let hint = Some(words.hint(error)).filter(|hint| !hint.is_empty());
        self.notice = Some(Notice::wrong(words.error(error), hint));
    }

    /// Puts another document on the page Explore; undo goes back to the one before.
    pub fn open(&mut self, document: Document) {
        self.open_page(Page::Explore);
        self.explore.open(document, self.settings.reduce_motion);
    }

    /// Copies everything shown as CSV.
    pub fn copy_csv(&mut self, ctx: &Context) {
        let words = self.words();
        let Ok(shown) = &self.live().computed.run else { return };
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
        match &self.live().document.start.origin {
            Origin::Preset(slug) => format!("{slug}.toml"),
            Origin::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        }
    }

    /// The name, without ending, that a figure or a table is offered.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.live().document.start.origin {
            Origin::Preset(slug) => (*slug).to_owned(),
            Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        }
    }

    /// The scene, to write.
    #[must_use]
    pub fn scene(&self) -> Scene {
        self.live().document.scene.clone()
    }

    /// A notice that something was done.
    pub fn say(&mut self, text: String) {
        self.notice = Some(Notice::done(text));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::*;
    use crate::gui::settings::Settings;
    use crate::locale::Language;

    fn state() -> State {
        State::new(Document::first(), Settings { language: Language::English, ..Settings::first() }, false)
    }

    #[test]
    fn another_job_is_told_what_it_has_to_wait_for() {
        let ctx = Context::default();
        for (doing, told) in [
            (Doing::Choosing, "notice-busy-dialog"),
            (Doing::Fetching, "notice-busy-fetching"),
            (Doing::Writing, "notice-busy-writing"),
        ] {
            let mut state = state();
            let (end, wait) = channel::<()>();
            state.start_job(|_| {
                Job::start(&ctx, doing, move || wait.recv().map_or(Outcome::Nothing, |()| Outcome::Nothing))
            });
            assert_eq!(state.notice, None);
            state.start_job(|_| panic!("it must not start"));
            assert_eq!(state.notice.as_ref().map(|notice| notice.text.clone()), Some(state.words().text(told)));
            drop(end);
        }
    }

    #[test]
    fn closing_the_window_waits_for_a_file_and_never_for_a_dialog() {
        let ctx = Context::default();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("slow.toml");
        let mut state = state();
        let (to, scene) = (path.clone(), Box::new(state.scene()));
        state.start_job(|_| {
            Job::start(&ctx, Doing::Writing, move || {
                std::thread::sleep(Duration::from_millis(200));
                job::saved(to, scene)
            })
        });
        assert_eq!(state.finish_job(), Ok(()));
        assert!(path.exists());
        assert_eq!(state.explore.document.start.origin, Origin::File(path));

        let (end, wait) = channel::<()>();
        state.start_job(|_| {
            Job::start(&ctx, Doing::Choosing, move || wait.recv().map_or(Outcome::Nothing, |()| Outcome::Nothing))
        });
        assert_eq!(state.finish_job(), Ok(()));
        drop(end);
    }

    #[test]
    fn what_has_its_place_as_the_window_closes_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let place = |name: &str| folder.path().join(name);
        let mut state = state();
        let scene = Box::new(state.scene());
        for (outcome, written) in [
            (Outcome::Placed(Form::Csv, place("a.csv")), Ok("a.csv")),
            (Outcome::PlacedScene(place("b.toml"), scene), Ok("b.toml")),
            (Outcome::Placed(Form::Csv, place("none").join("c.csv")), Err("c.csv")),
            (Outcome::PlacedText(place("d.csv"), "T\n5\n".to_owned()), Ok("d.csv")),
        ] {
            let (sender, receiver) = channel();
            let job = Job::start(&Context::default(), Doing::Choosing, move || {
                let _unheard = sender.send(());
                outcome
            });
            state.start_job(|_| job);
            receiver.recv().unwrap();
            std::thread::sleep(Duration::from_millis(100));
            match (state.finish_job(), written) {
                (Ok(()), Ok(name)) => assert!(place(name).exists(), "{name}"),
                (Err(told), Err(name)) => assert!(told.contains(name), "{told}"),
                (done, expected) => panic!("{done:?} is not {expected:?}"),
            }
        }
    }

    #[test]
    fn a_name_that_is_taken_is_told_with_what_to_do() {
        let ctx = Context::default();
        let mut state = state();
        state.start_job(|_| Job::start(&ctx, Doing::Choosing, || Outcome::Taken(PathBuf::from("a/fig.svg"))));
        while state.job.is_some() {
            state.collect_job(&ctx);
        }
        let notice = state.notice.unwrap();
        assert!(notice.wrong && notice.text.contains("a/fig.svg"), "{notice:?}");
        assert!(notice.hint.unwrap().contains("fig.svg"));
    }
}
