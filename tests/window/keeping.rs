//! What a restart keeps, and what happens to files that cannot be read.

use std::fs;

use paint_dilution::gui::{Document, Look, Origin, Settings, Store};
use paint_dilution::locale::Language;
use paint_dilution::scene::{Scene, preset};

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
    store.save(&settings, &document).expect("saved");
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
        store.save(&Settings::first(), &Document::first()).expect("saved");
        fs::write(folder.path().join(file), text).expect("written");
        let kept = store.load();
        assert_eq!(kept.document.scene, Scene::default(), "{text:?}");
        let notice = kept.notice.expect("a notice");
        assert!(notice.wrong && notice.text.contains(file), "{notice:?}");
        let aside = folder.path().join(format!("{file}.damaged-1"));
        assert_eq!(fs::read_to_string(&aside).expect("the file that was set aside"), text);
        // The next save does not touch it, and a second damage does not overwrite it.
        store.save(&kept.settings, &kept.document).expect("saved");
        fs::write(folder.path().join(file), "again").expect("written");
        assert!(store.load().notice.is_some());
        assert_eq!(fs::read_to_string(aside).expect("still there"), text);
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
