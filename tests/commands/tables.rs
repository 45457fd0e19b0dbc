//! `trace` as CSV and JSON says what the run says, bit for bit.

use std::io::Read;
use std::process::Stdio;

use crate::kit::{Record, bits, errors, number, program, records, run, scene_file, text_of, told};
use paint_dilution::scene::{Run, Scene, presets, write_scene};

const HEADER: &str = "network,step,unit,x,i,f,g,o,S,h,got_in,blue,blue_left,blue_shown,shade_left,\
                      gradient_h,gradient_S,gradient_cell_only";

/// Compares a table with the run of its scene, in every field.
fn same_as_run(records: &[Record], scene: &Scene) {
    let run = Run::of(scene).expect("a scene that can be run");
    let length = scene.length();
    assert_eq!(records.len(), 2 * length);
    let some = |value: f64| Some(value.to_bits());
    let maybe = |value: Option<f64>| value.map(f64::to_bits);
    for (row, (rnn, lstm)) in records[..length].iter().zip(&records[length..]).enumerate() {
        let (step, r, l) = (row + 1, &run.rnn, &run.lstm);
        let arrived = |value: f64| (step >= scene.message).then_some(value.to_bits());
        for (record, network) in [(rnn, "rnn"), (lstm, "lstm")] {
            let place = [&record["network"], &record["step"], &record["unit"]];
            assert_eq!(place, [network, &step.to_string(), "1"]);
            assert_eq!(bits(record, "x"), some(run.x[row]));
        }
        let t = &l.trace;
        let fields = [
            (rnn, "h", some(r.trace.h[(row, 0)])),
            (rnn, "S", None),
            (rnn, "i", None),
            (rnn, "got_in", arrived(r.blue.got_in)),
            (rnn, "blue", arrived(r.blue.blue[row])),
            (rnn, "blue_left", maybe(r.blue.ratio(step))),
            (rnn, "blue_shown", None),
            (rnn, "gradient_h", maybe(r.gradient.at(step))),
            (rnn, "gradient_S", None),
            (lstm, "i", some(t.i[(row, 0)])),
            (lstm, "f", some(t.f[(row, 0)])),
            (lstm, "g", some(t.g[(row, 0)])),
            (lstm, "o", some(t.o[(row, 0)])),
            (lstm, "S", some(t.s[(row, 0)])),
            (lstm, "h", some(t.h[(row, 0)])),
            (lstm, "got_in", arrived(l.blue.got_in)),
            (lstm, "blue", arrived(l.blue.blue[row])),
            (lstm, "blue_left", maybe(l.blue.ratio(step))),
            (lstm, "blue_shown", maybe(l.shown.ratio(step))),
            (lstm, "shade_left", maybe(l.shade_left(step))),
            (lstm, "gradient_h", maybe(l.gradient.h.at(step))),
            (lstm, "gradient_S", maybe(l.gradient.s.at(step))),
            (lstm, "gradient_cell_only", maybe(l.gradient.cell_only.at(step))),
        ];
        for (record, column, expected) in fields {
            assert_eq!(bits(record, column), expected, "{column} at step {step}");
        }
    }
}

#[test]
fn without_a_scene_the_default_is_traced() {
    let csv = told(&["trace"]);
    assert_eq!(csv.lines().next(), Some(HEADER));
    assert_eq!(csv.lines().count(), 49);
    let records = records(&csv);
    assert!(number(&records[23], "blue_left") < 0.01);
    assert!((number(&records[47], "blue_left") - 0.659).abs() < 5e-4);
    same_as_run(&records, &Scene::default());
    assert_eq!(told(&["trace", "--format", "csv"]), csv);
}

#[test]
fn what_was_open_last_is_not_traced() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = Scene { paints: vec![-1.0], ..Scene::default() };
    write_scene(&folder.path().join("scene.toml"), &other).expect("a scene");
    let output = program().arg("trace").env("PAINT_DILUTION_CONFIG", folder.path()).output().expect("it runs");
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8"), told(&["trace"]));
}

#[test]
fn every_preset_is_traced_as_it_runs() {
    for preset in presets() {
        let csv = told(&["trace", "--preset", preset.slug]);
        same_as_run(&records(&csv), &preset.scene);
    }
}

#[test]
fn a_thousand_noisy_steps_read_back_to_the_same_bits() {
    let mut scene = Scene { noise: 0.7, seed: 11, message: 400, ..Scene::default() };
    scene.set_length(1000);
    scene.paints[399] = 0.3;
    scene.lstm.f.u = -2.5;
    let (_folder, path) = scene_file(&scene);
    same_as_run(&records(&told(&["trace", &path])), &scene);
}

#[test]
fn json_says_the_same_as_csv() {
    let csv = records(&told(&["trace", "--preset", "hidden"]));
    let json: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(&told(&["trace", "--preset", "hidden", "--format", "json"])).expect("an array of objects");
    assert_eq!(json.len(), csv.len());
    for (object, record) in json.iter().zip(&csv) {
        assert_eq!(object["network"].as_str(), Some(record["network"].as_str()));
        assert_eq!(object.len(), record.len());
        for column in HEADER.split(',').skip(1) {
            assert_eq!(object[column].as_f64().map(f64::to_bits), bits(record, column), "{column}");
        }
    }
}

#[test]
fn a_gradient_beyond_f64_is_empty_from_there_on_and_said_so() {
    let mut scene = Scene { paints: vec![0.0; 1000], ..Scene::default() };
    scene.rnn.u = 3.0;
    let (_folder, path) = scene_file(&scene);
    let output = run(&["trace", &path]);
    assert!(output.status.success());
    let records = records(&String::from_utf8(output.stdout.clone()).expect("UTF-8"));
    let first = records.iter().position(|record| record["gradient_h"].is_empty()).expect("an empty field");
    assert!((600..700).contains(&first), "3^t leaves f64 after 646 steps, not {first}");
    assert!(records[first..1000].iter().all(|record| record["gradient_h"].is_empty()));
    let warning = errors(&output);
    assert_eq!(warning.lines().count(), 1, "{warning}");
    assert!(warning.starts_with("warning: rnn: ") && warning.contains(&format!("step {}", first + 1)), "{warning}");
}

#[test]
fn a_file_is_written_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.csv");
    std::fs::write(&path, "old").expect("a file");
    assert_eq!(told(&["trace", "--out", &text_of(&path)]), "");
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), told(&["trace"]));
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is left beside it");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let (_folder, path) = scene_file(&Scene { paints: vec![0.5; 1000], ..Scene::default() });
    let mut child = program()
        .args(["trace", &path])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // The table is far larger than a pipe holds, so that the program is still writing now.
    let mut pipe = child.stdout.take().expect("a pipe");
    pipe.read_exact(&mut [0; 10]).expect("ten bytes");
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), errors(&output).as_str()), (Some(0), ""));
}
