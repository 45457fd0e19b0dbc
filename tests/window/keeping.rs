//! What a restart keeps, and what happens to files that cannot be read.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use eframe::egui::DroppedFile;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::export::table::csv_text;
use paint_dilution::gui::{App, Document, Look, Origin, Settings, State, Store};
use paint_dilution::locale::Language;
use paint_dilution::scene::{Layers, Run, Scene, preset, write_scene};

use crate::hand::{Window, all_said, copied, scene, text_from};

#[test]
fn settings_scene_and_origin_survive_a_restart() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(folder.path());
    assert!(store.load().first_start);
    let mut document = Document::opened(Origin::Preset("latches"), preset("latches").expect("a preset").scene.clone());
    document.scene.rnn.u = 1.25;
    document.scene.layers.gradient = false;
    let settings =
        Settings { language: Language::Korean, theme: Look::Dark, speed: 2.0, loops: true, ..Settings::first() };
    store.save(&State::new(document.clone(), settings.clone(), false)).expect("saved");
    let kept = store.load();
    assert!(!kept.first_start && kept.notice.is_none());
    assert_eq!(kept.document, document);
    assert_eq!(
        (kept.settings.language, kept.settings.theme, kept.settings.speed, kept.settings.loops),
        (Language::Korean, Look::Dark, 2.0, true)
    );
}

#[test]
fn a_file_that_cannot_be_read_is_set_aside_and_the_program_starts() {
    for (file, text) in [
        ("settings.toml", "version = 1\nlanguage = \"kl"),
        ("settings.toml", "version = 99\n"),
        ("settings.toml", "\u{0}\u{1}"),
        ("scene.toml", "version = 1\npaints = [\"blue\"]\n"),
        ("scene.toml", "version = 7\npaints = [1.0]\n"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(folder.path());
        store.save(&State::new(Document::first(), Settings::first(), false)).expect("saved");
        fs::write(folder.path().join(file), text).expect("written");
        let kept = store.load();
        assert_eq!(kept.document.scene, Scene::default(), "{text:?}");
        let notice = kept.notice.expect("a notice");
        assert!(notice.wrong && notice.text.contains(file), "{notice:?}");
        let aside = folder.path().join(format!("{file}.set-aside-1"));
        assert_eq!(fs::read_to_string(&aside).expect("the file that was set aside"), text);
        // The next save does not touch it, and a second damage does not overwrite it.
        store.save(&State::new(kept.document.clone(), kept.settings.clone(), false)).expect("saved");
        fs::write(folder.path().join(file), "again").expect("written");
        assert!(store.load().notice.is_some());
        assert_eq!(fs::read_to_string(aside).expect("still there"), text);
    }
}

/// Settings as a release to come may write them.
fn newer_settings(language: &str) -> String {
    format!(
        r#"version = 4
language = "{language}"
theme = "dark"
reduce_motion = false
loops = true
speed = 1.0
recent = []
notation = "S"
projector = false
zoom = 1.0
folded = []
rotation = 90

[origin]
preset = "latches"
"#
    )
}

#[test]
fn settings_of_a_newer_release_are_called_newer_and_kept() {
    for (language, words, newer) in
        [("en", Language::English, "version 4 is newer"), ("ko", Language::Korean, "새로운 버전(4)")]
    {
        let folder = tempfile::tempdir().expect("a folder");
        let text = newer_settings(language);
        fs::write(folder.path().join("settings.toml"), &text).expect("written");
        let kept = Store::at(folder.path()).load();
        let notice = kept.notice.expect("a notice");
        assert!(notice.wrong && notice.text.contains(newer), "{notice:?}");
        assert_eq!(kept.settings, Settings { language: words, ..Settings::first() });
        let aside = folder.path().join("settings.toml.set-aside-1");
        assert_eq!(fs::read_to_string(aside).expect("the file that was set aside"), text);
    }
}

#[test]
fn what_is_wrong_in_settings_is_told_in_the_reader_s_language() {
    let known = newer_settings("ko").replace("version = 4", "version = 3").replace("rotation = 90\n", "");
    for (from, to, told) in [
        ("version = 3", "version = 0", "버전이 적혀 있지 않다"),
        ("speed = 1.0", "speed = 9.0", "없는 재생 속도다(9)"),
        ("zoom = 1.0", "zoom = 7.0", "확대 배율을 쓸 수 없다(7)"),
        ("zoom = 1.0", "zoom = 1.0\nwindow = [1.0, 1.0]", "창 크기가 맞지 않는다"),
        ("zoom = 1.0", "rotation = 90", "10번째 줄"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(folder.path());
        fs::write(folder.path().join("settings.toml"), &known).expect("written");
        assert_eq!(store.load().notice, None);
        fs::write(folder.path().join("settings.toml"), known.replace(from, to)).expect("written");
        let notice = store.load().notice.expect("a notice");
        assert!(notice.text.contains(told), "{notice:?} does not say {told}");
    }
}

#[test]
fn two_damaged_files_are_both_told() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("settings.toml"), "not settings").expect("written");
    fs::write(folder.path().join("scene.toml"), "not a scene").expect("written");
    let notice = Store::at(folder.path()).load().notice.expect("a notice");
    for file in ["settings.toml", "scene.toml", "settings.toml.set-aside-1", "scene.toml.set-aside-1"] {
        assert!(format!("{notice:?}").contains(file), "{notice:?}");
    }
}

#[test]
fn recent_files_are_few_and_the_latest_first() {
    let mut settings = Settings::first();
    for name in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "a"] {
        settings.remember(std::path::Path::new(name));
    }
    let names: Vec<_> = settings.recent.iter().map(|path| path.display().to_string()).collect();
    assert_eq!(names, ["a", "i", "h", "g", "f", "e", "d", "c"]);
}

#[test]
fn a_scene_file_is_opened_and_everything_follows_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.toml");
    let mut mine = Scene { paints: vec![0.0, 1.0, 0.0, 0.0, 0.0], message: 2, ..Scene::default() };
    mine.rnn.u = 1.0;
    write_scene(&path, &mine).expect("written");
    let mut window = Window::english().open();
    window.state_mut().state.settings.recent = vec![path.clone()];
    window.run_ok();
    open_recent(&mut window, "mine.toml");
    assert_eq!(*scene(&window), mine);
    assert_eq!(text_from(&window, "t = "), "t = 5 / 5");
    assert_eq!(text_from(&window, "Plain RNN, blue left"), "Plain RNN, blue left: 67\u{a0}% of the 0.762 that got in");
    text_from(&window, "Opened ");
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(Scene { layers: Layers::default(), ..scene(&window).clone() }, Scene::default());
}

#[test]
fn a_scene_file_that_is_wrong_changes_nothing_and_says_where_it_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("wrong.toml");
    fs::write(&path, "version = 1\npaints = [1.0]\nnoize = 0.5\n").expect("written");
    let mut window = Window::english().open();
    window.state_mut().state.settings.recent = vec![path.clone()];
    window.run_ok();
    open_recent(&mut window, "wrong.toml");
    assert_eq!(Scene { layers: Layers::default(), ..scene(&window).clone() }, Scene::default());
    let notice = all_said(&window).into_iter().find(|text| text.contains("wrong.toml:3")).expect("a notice");
    assert!(notice.contains("noize") && notice.contains("noise"), "{notice}");
}

/// Opens a recent file by the menu.
pub fn open_recent(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_label("File").click();
    window.run_ok();
    window.get_by_label_contains("Open recent").click();
    window.run_ok();
    window.get_by_label(name).click();
    window.step();
    wait_for_job(window);
}

/// Waits for the thread that reads a file.
pub fn wait_for_job(window: &mut Harness<'_, App>) {
    for _ in 0..200 {
        if window.state().state.job.is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.step();
    }
    window.run_ok();
}

/// A file as the window system hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_scene_file_is_opened_and_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("dropped.toml");
    let dropped = Scene { noise: 0.25, seed: 99, ..Scene::default() };
    write_scene(&path, &dropped).expect("written");
    let mut window = Window::english().open();
    window.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.step();
    wait_for_job(&mut window);
    assert_eq!(*scene(&window), dropped);
    assert_eq!(window.state().state.settings.recent, [path]);
}

#[test]
fn everything_shown_is_copied_as_csv() {
    let mut window = Window::english().open();
    window.get_by_label("Export").click();
    window.run_ok();
    window.get_by_label("Copy data as CSV").click();
    let copied = copied(&mut window);
    let shown = Run::of(scene(&window)).expect("a run");
    assert_eq!(copied, Some(csv_text(&shown).expect("a table")));
    window.step();
    text_from(&window, "Copied: 48 rows of CSV");
}

#[test]
fn about_names_the_licences() {
    let mut window = Window::english().open();
    window.get_by_label("File").click();
    window.run_ok();
    window.get_by_label("About").click();
    window.run_ok();
    let said = all_said(&window).join("\n");
    for name in ["SIL OFL 1.1", "egui_plot", "ndarray", env!("CARGO_PKG_VERSION")] {
        assert!(said.contains(name), "no {name} in\n{said}");
    }
}
