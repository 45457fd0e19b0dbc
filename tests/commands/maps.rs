//! `map` says at each point what the run of that scene says.

use crate::kit::{Record, bits, errors, number, records, run, scene_file, text_of, told};
use paint_dilution::engine::survival::{Along, Shown};
use paint_dilution::scene::{MapView, Run, Scene, preset};
use paint_dilution::working::Network;

/// A map's axes, and what it shows under which column.
const MAPS: [(&str, &str, &str, &str); 10] = [
    ("T", "f.b", "blue-left", "blue_left"),
    ("rnn.u", "noise", "blue", "blue"),
    ("f.b", "i.b", "blue", "blue"),
    ("f.b", "g.w", "blue-left", "blue_left"),
    ("i.w", "o.u", "shade-left", "shade_left"),
    ("f.u", "i.b", "gradient", "gradient_S"),
    ("rnn.w", "rnn.u", "blue", "blue"),
    ("rnn.w", "rnn.u", "blue-left", "blue_left"),
    ("rnn.u", "rnn.b", "shade-left", "shade_left"),
    ("rnn.u", "rnn.b", "gradient", "gradient_h"),
];

/// What a run says at the end, under the table's names.
fn at_the_end(scene: &Scene, network: &str, column: &str) -> Option<f64> {
    let run = Run::of(scene).expect("a scene that can be run");
    let last = run.length();
    match (network, column) {
        ("rnn", "blue") => Some(run.rnn.blue.blue[last - 1]),
        ("rnn", "blue_left") => run.rnn.blue.ratio(last),
        ("rnn", "shade_left") => run.rnn.shade_left(last),
        ("rnn", "gradient_h") => run.rnn.gradient.at(last),
        ("lstm", "blue") => Some(run.lstm.blue.blue[last - 1]),
        ("lstm", "blue_left") => run.lstm.blue.ratio(last),
        ("lstm", "shade_left") => run.lstm.shade_left(last),
        ("lstm", "gradient_S") => run.lstm.gradient.s.at(last),
        _ => panic!("{network} has no {column}"),
    }
}

/// The scene at a point of a map.
fn moved(scene: &Scene, record: &Record, axes: [&str; 2]) -> Scene {
    let mut scene = scene.clone();
    for axis in axes {
        let value = number(record, axis);
        match axis.parse().expect("an axis") {
            Along::Weight(weight) => *weight.get_mut(&mut scene.rnn, &mut scene.lstm) = value,
            Along::Noise => scene.noise = value,
            Along::Length => scene.set_length(value as usize),
        }
    }
    scene
}

#[test]
fn each_point_is_the_end_of_its_run() {
    let scene = Scene { noise: 0.2, seed: 5, message: 3, ..Scene::default() };
    let mut scene = Scene { paints: vec![0.2, 0.0, 0.9, 0.0, -0.3, 0.0, 0.1, 0.0], ..scene };
    scene.lstm.f.u = 0.4;
    let (_folder, path) = scene_file(&scene);
    for (x, y, shown, column) in MAPS {
        let csv = told(&["map", &path, "--x", x, "--y", y, "--shown", shown, "--grid", "5x4"]);
        assert_eq!(csv.lines().next(), Some(format!("{x},{y},{column}").as_str()));
        let records = records(&csv);
        assert_eq!(records.len(), 20);
        let network = if x.starts_with("rnn") { "rnn" } else { "lstm" };
        for record in &records {
            let there = moved(&scene, record, [x, y]);
            // A sequence that ends before the message has nothing to tell of it.
            let expected = at_the_end(&there, network, column).filter(|_| there.message == scene.message);
            let found = bits(record, column).map(f64::from_bits);
            assert_eq!(found.is_some(), expected.is_some(), "{record:?}");
            let (found, expected) = (found.unwrap_or(0.0), expected.unwrap_or(0.0));
            // One unit in plain numbers and the general cell: the same sums, to rounding.
            assert!((found - expected).abs() <= 1e-12 * expected.max(1e-3), "{record:?} is not {expected}");
        }
    }
}

#[test]
fn the_points_go_row_by_row_from_end_to_end() {
    let csv = told(&["map", "--grid", "3x2", "--x-range", "-8..8", "--y-range", "2..-2"]);
    let places: Vec<_> = records(&csv).iter().map(|record| (number(record, "f.b"), number(record, "i.b"))).collect();
    assert_eq!(places, [(-8.0, 2.0), (0.0, 2.0), (8.0, 2.0), (-8.0, -2.0), (0.0, -2.0), (8.0, -2.0)]);
}

#[test]
fn without_a_range_it_is_the_sliders() {
    let records = records(&told(&["map", "--x", "rnn.w", "--y", "rnn.u"]));
    assert_eq!(records.len(), 64 * 64);
    assert_eq!((number(&records[0], "rnn.w"), number(&records[4095], "rnn.u")), (-3.0, 3.0));
    let first = &told(&["map"]).lines().nth(1).expect("a point").to_owned();
    assert!(first.starts_with("-12.0,-12.0,"), "{first}");
}

#[test]
fn without_axes_it_is_the_scene_s_own_map() {
    let [w, u]: [Along; 2] = ["rnn.w", "rnn.u"].map(|name| name.parse().expect("an axis"));
    let scene =
        Scene { map: MapView { network: Network::Rnn, x: u, y: w, shown: Shown::Gradient }, ..Scene::default() };
    let (_folder, path) = scene_file(&scene);
    let own = told(&["map", &path, "--grid", "3x2"]);
    assert_eq!(own.lines().next(), Some("rnn.u,rnn.w,gradient_h"));
    let asked = ["map", "--x", "rnn.u", "--y", "rnn.w", "--shown", "gradient", "--grid", "3x2"];
    assert_eq!(own, told(&asked));
    // One thing can be asked for alone; the rest stays the scene's.
    let other = told(&["map", &path, "--y", "rnn.b", "--grid", "3x2"]);
    assert_eq!(other.lines().next(), Some("rnn.u,rnn.b,gradient_h"));
    let other = told(&["map", &path, "--shown", "blue-left", "--grid", "3x2"]);
    assert_eq!(other.lines().next(), Some("rnn.u,rnn.w,blue_left"));
}

#[test]
fn a_long_map_leaves_nothing_on_a_standard_error_that_is_no_terminal() {
    let scene = Scene { paints: vec![1.0; 1000], ..Scene::default() };
    let (_folder, path) = scene_file(&scene);
    let output = run(&["map", &path, "--shown", "gradient", "--grid", "192x160"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", errors(&output));
}

#[test]
fn json_says_the_same_as_csv_with_null_for_empty() {
    // Below, i is shut to everything and there is no ratio.
    let arguments = ["map", "--preset", "latches", "--shown", "blue-left", "--grid", "4x3", "--y-range", "-60..0"];
    let csv = records(&told(&arguments));
    let json = told(&[&arguments[..], &["--format", "json"]].concat());
    let json: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(&json).expect("an array of objects");
    assert_eq!(json.len(), csv.len());
    for (object, record) in json.iter().zip(&csv) {
        assert_eq!(object.len(), 3);
        for column in ["f.b", "i.b", "blue_left"] {
            assert_eq!(object[column].as_f64().map(f64::to_bits), bits(record, column), "{column}");
        }
    }
    assert!(csv[..4].iter().all(|record| record["blue_left"].is_empty()));
    assert!(csv[8..].iter().all(|record| !record["blue_left"].is_empty()));
    assert_eq!(number(&csv[8], "i.b"), 0.0);
}

#[test]
fn a_preset_keeps_its_held_gates_and_its_noise() {
    for slug in ["sum", "gate-stuck-open"] {
        let scene = &preset(slug).expect("a preset").scene;
        let csv = told(&["map", "--preset", slug, "--x", "o.b", "--y", "g.b", "--grid", "2x2"]);
        for record in records(&csv) {
            let expected = at_the_end(&moved(scene, &record, ["o.b", "g.b"]), "lstm", "blue").expect("blue");
            assert!((number(&record, "blue") - expected).abs() <= 1e-12, "{slug} {record:?} is not {expected}");
        }
    }
}

#[test]
fn a_map_is_written_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map.csv");
    assert_eq!(told(&["map", "--grid", "4x4", "--out", &text_of(&path)]), "");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), told(&["map", "--grid", "4x4"]));
}

#[test]
fn what_is_no_map_is_refused() {
    for (arguments, code, said) in [
        (vec!["map", "--x", "f.q"], 2, "such as f.b"),
        (vec!["map", "--grid", "0x4"], 2, "from 1 to 2048"),
        (vec!["map", "--x-range", "4"], 2, "such as -8..8"),
        (vec!["map", "--shown", "pink"], 2, "shade-left"),
        (vec!["map", "a.toml", "--preset", "sum"], 2, "cannot be used with"),
        (vec!["map", "--x", "i.b"], 1, "error: i.b cannot be an axis: it is the other axis already\nhint: "),
        (vec!["map", "--x", "rnn.u"], 1, "error: i.b cannot be an axis: it is of the other network\nhint: "),
        (vec!["map", "nowhere.toml"], 1, "error: nowhere.toml: there is no such file\nhint: "),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", errors(&output));
        assert!(errors(&output).contains(said), "{arguments:?}: {}", errors(&output));
        assert!(output.stdout.is_empty());
    }
}

/// The lines of an example that need no file of the reader's.
fn examples(text: &str) -> Vec<Vec<&str>> {
    let commands =
        text.lines().filter(|line| line.trim_start().starts_with("paint-dilution map") && !line.contains("my-"));
    let command =
        |line| str::split(line, "   ").find(|part| !part.is_empty()).and_then(|part| part.split(['#', '>']).next());
    commands.filter_map(command).map(|command| command.split_whitespace().skip(1).collect()).collect()
}

#[test]
fn the_examples_of_the_help_and_the_readme_run() {
    let help = told(&["map", "--help"]);
    for (text, count) in [(help.as_str(), 3), (include_str!("../../README.md"), 2)] {
        let examples = examples(text);
        assert_eq!(examples.len(), count, "{examples:?}");
        for arguments in examples {
            assert!(!told(&arguments).is_empty(), "{arguments:?}");
        }
    }
}
