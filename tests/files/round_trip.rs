//! A scene that is saved and loaded is the same, bit for bit.

use paint_dilution::engine::cell::Held;
use paint_dilution::engine::network::{LstmUnit, Parameter, RnnUnit, Wub};
use paint_dilution::engine::survival::Along;
use paint_dilution::scene::{
    Ghost, Layers, MAX_GHOST_NAME, MAX_GHOSTS, MAX_LENGTH, MAX_SEED, MapView, Scene, ghost_name_of, parse_scene,
    presets, read_scene, scene_text, write_scene,
};
use proptest::prelude::*;

/// Every bit of a scene's own numbers.
type Bits = (Vec<u64>, Vec<Option<u64>>, u64, usize, Layers, MapView);

/// Every bit of a scene and of its ghosts, so that −0.0 and 0.0 differ.
fn bits(scene: &Scene) -> (Bits, Vec<(String, Bits)>) {
    let ghosts = scene.ghosts.iter().map(|ghost| (ghost.name.clone(), bits_of_run(&ghost.scene())));
    (bits_of_run(scene), ghosts.collect())
}

fn bits_of_run(scene: &Scene) -> Bits {
    let weights = Parameter::all().map(|parameter| parameter.get(&scene.rnn, &scene.lstm));
    let numbers = scene.paints.iter().copied().chain([scene.noise]).chain(weights).map(f64::to_bits).collect();
    let held = [scene.held.i, scene.held.f, scene.held.o].iter().map(|held| held.map(f64::to_bits)).collect();
    (numbers, held, scene.seed, scene.message, scene.layers, scene.map)
}

/// Numbers from `−limit` to `limit` (from 0 if `positive`), the awkward ones often.
fn number(limit: f64, positive: bool) -> impl Strategy<Value = f64> {
    let least = if positive { 0.0 } else { -limit };
    let awkward = [0.0, -0.0, limit, least, 5e-324, f64::MIN_POSITIVE, 0.1 + 0.2, 1.0 / 3.0, 1e-9, f64::EPSILON];
    let fits = move |value: &f64| (least..=limit).contains(value);
    let awkward: Vec<f64> = awkward.into_iter().chain([-5e-324, -0.1 - 0.2]).filter(fits).collect();
    let any_bits = any::<u64>().prop_map(move |bits| {
        let value = f64::from_bits(bits);
        if fits(&value) { value } else { least }
    });
    prop_oneof![proptest::sample::select(awkward), least..=limit, any_bits]
}

fn wub(gate: bool) -> impl Strategy<Value = Wub> {
    let (w, b) = if gate { (16.0, 12.0) } else { (3.0, 3.0) };
    (number(w, false), number(w, false), number(b, false)).prop_map(|(w, u, b)| Wub { w, u, b })
}

fn lstm() -> impl Strategy<Value = LstmUnit> {
    (wub(true), wub(true), wub(true), wub(false)).prop_map(|(i, f, o, g)| LstmUnit { i, f, o, g })
}

fn held() -> impl Strategy<Value = Held<f64>> {
    let gate = || proptest::option::of(number(1.0, true));
    (gate(), gate(), gate()).prop_map(|(i, f, o)| Held { i, f, o })
}

fn layers() -> impl Strategy<Value = Layers> {
    any::<[bool; 5]>().prop_map(|[valves, curves, weights, gradient, map]| Layers {
        valves,
        curves,
        weights,
        gradient,
        map,
    })
}

/// Any two axes, the second moved to the first one's network, and anything shown over them.
fn map() -> impl Strategy<Value = MapView> {
    let weights: Vec<Along> = Along::all().collect();
    let weight = || proptest::sample::select(weights.clone());
    (weight(), weight(), 0..MapView::SHOWN.len())
        .prop_map(|(x, y, at)| MapView { shown: MapView::SHOWN[at].1, ..MapView::default().with_y(y).with_x(x) })
}

/// Names with what TOML, or a person, might stumble over.
fn name() -> impl Strategy<Value = String> {
    let awkward = ["\"", "\\", "\\n", "#", "b_f = 3.2, …", " a ", "'''", "파랑", "[[ghosts]]", "\u{a0}x", "\u{feff}é"];
    let any = "\\PC{1,40}"
        .prop_filter("no name", |name| ghost_name_of(name).is_some() && !name.contains(['\u{2028}', '\u{2029}']));
    prop_oneof![proptest::sample::select(awkward.to_vec()).prop_map(str::to_owned), any]
}

prop_compose! {
    fn scene()(
        scene in run(),
        ghosts in proptest::collection::vec((name(), run()), 0..=MAX_GHOSTS),
    ) -> Scene {
        let ghosts = ghosts.into_iter().map(|(name, scene)| Ghost::of(&scene, name)).collect();
        Scene { ghosts, ..scene }
    }
}

prop_compose! {
    fn run()(
        paints in proptest::collection::vec(number(1.0, false), 1..60),
        noise in number(1.0, true),
        seed in 0..=MAX_SEED,
        message in any::<prop::sample::Index>(),
        rnn in wub(false),
        lstm in lstm(),
        held in held(),
        layers in layers(),
        map in map(),
    ) -> Scene {
        let rnn: RnnUnit = rnn;
        Scene { message: message.index(paints.len()) + 1, paints, noise, seed, rnn, lstm, held, layers, map, ghosts: Vec::new() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_scene_reads_back_bit_for_bit(scene in scene()) {
        prop_assert_eq!(scene.check(), Ok(()));
        let read = parse_scene("scene.toml", &scene_text(&scene));
        prop_assert_eq!(read.as_ref().map(bits), Ok(bits(&scene)));
        prop_assert_eq!(scene_text(&read.unwrap()), scene_text(&scene));
    }
}

#[test]
fn a_file_on_the_disk_reads_back_bit_for_bit() {
    let folder = tempfile::tempdir().unwrap();
    for (n, preset) in presets().iter().enumerate() {
        let path = folder.path().join(format!("{n}.toml"));
        write_scene(&path, &preset.scene).unwrap();
        assert_eq!(bits(&read_scene(&path).unwrap()), bits(&preset.scene));
    }
}

#[test]
fn the_longest_sequence_the_largest_seed_and_the_most_ghosts_read_back() {
    let paints = (0..MAX_LENGTH).map(|n| (n as f64).sin()).collect();
    let mut scene = Scene { paints, seed: MAX_SEED, message: MAX_LENGTH, ..Scene::default() };
    scene.ghosts = vec![Ghost::of(&scene, "\"".repeat(MAX_GHOST_NAME)); MAX_GHOSTS];
    assert_eq!(parse_scene("long.toml", &scene_text(&scene)).map(|read| bits(&read)), Ok(bits(&scene)));
}

#[test]
fn what_a_file_leaves_out_is_as_in_the_first_scene() {
    let read = parse_scene("short.toml", "version = 1\npaints = [1, 0]\n[lstm.f]\nb = 2\nheld = 1\n").unwrap();
    let mut scene = Scene { paints: vec![1.0, 0.0], ..Scene::default() };
    scene.lstm.f.b = 2.0;
    scene.held.f = Some(1.0);
    assert_eq!(read, scene);
}

#[test]
fn a_file_of_the_first_version_is_read_with_the_first_map() {
    let text = scene_text(&Scene::default());
    let (first, _) = text.split_once("\n[map]").unwrap();
    assert_eq!(parse_scene("old.toml", &first.replace("version = 2", "version = 1")), Ok(Scene::default()));
}

#[test]
fn one_axis_alone_takes_another_of_its_network_along() {
    let read = |map: &str| parse_scene("map.toml", &format!("version = 2\npaints = [1]\n[map]\n{map}\n")).unwrap().map;
    let names = |view: MapView| (view.x.to_string(), view.y.to_string());
    assert_eq!(names(read("x = \"rnn.b\"")), ("rnn.b".to_owned(), "rnn.u".to_owned()));
    assert_eq!(names(read("y = \"o.w\"")), ("f.b".to_owned(), "o.w".to_owned()));
    assert_eq!(read("shows = \"gradient\""), MapView { shown: MapView::SHOWN[3].1, ..MapView::default() });
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_are_read() {
    let text = scene_text(&Scene::default()).replace('\n', "\r\n");
    assert_eq!(parse_scene("scene.toml", &format!("\u{feff}{text}")), Ok(Scene::default()));
}

#[test]
fn the_text_of_the_first_scene_is_this() {
    let text = scene_text(&Scene::default());
    let head = text.lines().take(11).collect::<Vec<_>>().join("\n");
    assert_eq!(
        head,
        "\
# A scene for Paint Dilution: a sequence of paint, and the RNN and the LSTM that it runs through.
# Change what you like; what you leave out is as in the program's first scene.
version = 2
message = 1           # the step whose paint is followed
noise = 0.0           # σ of what is added to each paint from step 2 on
seed = 1              # of the noise
layers = [\"valves\", \"curves\"]
# one number a step: 1 blue, 0 grey, -1 orange
paints = [
  1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
  0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,"
    );
    assert!(text.contains("\n[lstm.i]\nw = 12.0\nu = 0.0\nb = -8.0\n"));
    assert!(text.ends_with("\n[map]\nx = \"f.b\"\ny = \"i.b\"\nshows = \"blue\"\n"));
    assert!(!text.contains("held"), "no gate is held");
    assert!(!text.contains("ghosts"), "nothing is pinned");
}

#[test]
fn the_text_of_a_ghost_is_this() {
    let mut scene = Scene { paints: vec![1.0, 0.0], ..Scene::default() };
    scene.ghosts.push(Ghost::of(&scene, "the \"first\"".to_owned()));
    scene.ghosts[0].held.o = Some(0.5);
    let text = scene_text(&scene);
    let ghost = &text[text.find("\n[[ghosts]]").expect("a ghost")..];
    assert!(
        ghost.starts_with(
            "\n[[ghosts]]\nname = \"the \\\"first\\\"\"\nmessage = 1\nnoise = 0.0\nseed = 1\npaints = [\n  1.0, 0.0,\n]\n\
             \n[ghosts.rnn]\nw = 1.0\nu = 0.8\nb = 0.0\n"
        ),
        "{ghost}"
    );
    assert!(ghost.contains("\n[ghosts.lstm.o]\nw = 0.0\nu = 0.0\nb = 2.0\nheld = 0.5\n"), "{ghost}");
}
