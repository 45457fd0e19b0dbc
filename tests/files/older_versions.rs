//! Files that an earlier release wrote are read as they were meant.

use paint_dilution::engine::network::Wub;
use paint_dilution::scene::{Layers, Scene, parse_scene, parse_scene_and_claims, presets, scene_text};

/// A file as the release with version 1 wrote it.
const VERSION_1: &str = "\
# A scene for Paint Dilution: a sequence of paint, and the RNN and the LSTM that it runs through.
# Change what you like; what you leave out is as in the program's first scene.
version = 1
message = 2           # the step whose paint is followed
noise = 0.25          # σ of what is added to each paint from step 2 on
seed = 7              # of the noise
layers = [\"curves\", \"weights\"]
# one number a step: 1 blue, 0 grey, -1 orange
paints = [
  0.0, 1.0, -0.5,
]

[rnn]
w = 1.0
u = 1.25
b = -0.5

[lstm.i]
w = 12.0
u = 0.0
b = -8.0

[lstm.f]
w = 0.0
u = 0.0
b = 3.0
held = 0.75

[lstm.o]
w = 0.0
u = 0.0
b = 2.0

[lstm.g]
w = 1.5
u = 0.0
b = 0.0
";

fn meant() -> Scene {
    let mut scene = Scene { paints: vec![0.0, 1.0, -0.5], noise: 0.25, seed: 7, message: 2, ..Scene::default() };
    scene.rnn = Wub::new(1.0, 1.25, -0.5);
    scene.lstm.f.b = 3.0;
    scene.held.f = Some(0.75);
    scene.layers = Layers { valves: false, curves: true, weights: true, gradient: false, map: false };
    scene
}

#[test]
fn a_file_of_version_1_is_read_and_has_no_ghosts() {
    assert_eq!(parse_scene("old.toml", VERSION_1), Ok(meant()));
    assert!(meant().ghosts.is_empty());
}

#[test]
fn saved_again_it_is_of_version_2_and_the_same_scene() {
    let saved = scene_text(&meant());
    let newer = VERSION_1.replace("version = 1", "version = 2");
    assert_eq!(saved, format!("{newer}\n[map]\nx = \"f.b\"\ny = \"i.b\"\nshows = \"blue\"\n"));
    assert_eq!(parse_scene("new.toml", &saved), Ok(meant()));
}

#[test]
fn a_ghost_added_by_hand_to_a_file_of_version_1_is_not_lost() {
    let text = format!("{VERSION_1}\n[[ghosts]]\nname = \"one\"\npaints = [1, 0]\n");
    let read = parse_scene("old.toml", &text).expect("a scene");
    assert_eq!((read.ghosts.len(), read.ghosts[0].name.as_str()), (1, "one"));
    assert_eq!(Scene { ghosts: Vec::new(), ..read }, meant());
}

#[test]
fn the_presets_are_files_of_version_1() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/scenes");
    for preset in presets() {
        let text = std::fs::read_to_string(folder.join(format!("{}.toml", preset.slug))).expect("its file");
        assert!(text.contains("\nversion = 1\n"), "{}", preset.slug);
        assert_eq!(parse_scene_and_claims(preset.slug, &text), Ok((preset.scene.clone(), preset.claims.clone())));
        assert!(scene_text(&preset.scene).contains("\nversion = 2\n"), "{}", preset.slug);
    }
}
