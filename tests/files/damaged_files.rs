//! No file, however damaged, makes the reader panic, and what it accepts is in range.

use paint_dilution::scene::{Ghost, Scene, parse_scene, presets, read_scene, scene_text};
use proptest::prelude::*;

/// Reads it; whatever is accepted must be a scene that can be saved again.
fn read(text: &str) {
    match parse_scene("damaged.toml", text) {
        Ok(scene) => {
            assert_eq!(scene.check(), Ok(()));
            assert_eq!(parse_scene("again.toml", &scene_text(&scene)), Ok(scene));
        }
        Err(error) => {
            assert!(!error.to_string().contains('\n'), "{error}");
            if let Some(at) = error.place() {
                assert!(at.line <= text.matches('\n').count() + 1, "{error}");
            }
        }
    }
}

/// With a ghost, so that its part of the file gets damaged too.
fn haunted(scene: &Scene) -> Scene {
    let short = Scene { paints: vec![1.0, -0.5], message: 1, ..scene.clone() };
    Scene { ghosts: vec![Ghost::of(&short, "one".to_owned()); 2], ..scene.clone() }
}

/// One edit of a text's characters: takes some away and puts others in their place.
fn edited(text: &str, at: prop::sample::Index, length: usize, put: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = at.index(chars.len());
    let end = (at + length).min(chars.len());
    chars[..at].iter().copied().chain(put.chars()).chain(chars[end..].iter().copied()).collect()
}

/// What is likely to hurt: the signs of TOML, numbers at the edge, and odd characters.
fn fragment() -> impl Strategy<Value = String> {
    let likely = [
        "",
        "[",
        "]",
        "[[",
        "{",
        "}",
        "\"",
        "'''",
        "=",
        ",",
        "\n",
        "\r",
        "#",
        ".",
        "-",
        "+",
        "_",
        "nan",
        "inf",
        "-0.0",
        "1e999",
        "99999999999999999999999999",
        "true",
        "0x",
        "1979-05-27",
        "\u{feff}",
        "파랑",
        "\u{0}",
        "lstm",
        "held",
        "rnn.w",
        "paints",
        "claims = [\"lstm.S[1] > 0\"]",
        "w = 1",
        "[lstm.i]",
        "[[ghosts]]",
        "name = ",
        "[ghosts.rnn]",
    ];
    prop_oneof![4 => prop::sample::select(likely.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn random_characters_never_panic(text in any::<String>()) {
        read(&text);
    }

    #[test]
    fn random_edits_of_a_good_file_never_panic(
        which in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..8, fragment()), 1..5),
    ) {
        let mut text = scene_text(&haunted(&which.get(presets()).scene));
        for (at, length, put) in edits {
            text = edited(&text, at, length, &put);
            read(&text);
        }
    }

    #[test]
    fn random_bytes_on_the_disk_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), keep in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bytes.toml");
        let mut all = if keep { scene_text(&Scene::default()).into_bytes() } else { Vec::new() };
        all.extend(bytes);
        std::fs::write(&path, all).unwrap();
        if let Ok(scene) = read_scene(&path) {
            prop_assert_eq!(scene.check(), Ok(()));
        }
    }
}

#[test]
fn a_file_cut_anywhere_never_panics() {
    let text = scene_text(&haunted(&Scene::default()));
    for (end, _) in text.char_indices() {
        read(&text[..end]);
    }
}

#[test]
fn brackets_without_end_do_not_exhaust_the_stack() {
    for open in ["[", "{a=", "a.", "[a.", "[["] {
        read(&format!("version = 1\npaints = [1]\nx = {}", open.repeat(100_000)));
        read(&open.repeat(100_000));
    }
}
