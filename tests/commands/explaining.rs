//! `trace --explain` opens the numbers of one step.

use crate::kit::{errors, run, told};
use paint_dilution::number::short;
use paint_dilution::scene::{Run, Scene, preset};

#[test]
fn every_number_of_the_step_has_its_line() {
    let text = told(&["trace", "--explain", "12"]);
    for line in [
        "step 12 of 24: x₁₂ = 0",
        "f₁₂ = σ(w_f·x₁₂ + u_f·h₁₁ + b_f) = σ(0·0 + 0·0.555 + 4) = 0.982",
        "S₁₂ = f₁₂·S₁₁ + i₁₂·g₁₂ = 0.982·0.741 + 0.000335·0 = 0.728",
    ] {
        assert!(text.lines().any(|printed| printed == line), "{line}\nis not in\n{text}");
    }
    for start in ["h₁₂ = tanh(", "i₁₂ = σ(", "g₁₂ = tanh(", "o₁₂ = σ(", "h₁₂ = o₁₂·tanh(S₁₂) = "]
    {
        assert_eq!(text.lines().filter(|line| line.starts_with(start)).count(), 1, "{start}\n{text}");
    }
}

#[test]
fn what_is_left_stands_with_what_got_in() {
    let run = Run::of(&Scene::default()).expect("the default scene runs");
    let text = told(&["trace", "--explain", "24"]);
    for (state, left) in [("h", &run.rnn.blue), ("S", &run.lstm.blue)] {
        let percent = short(100.0 * left.ratio(24).expect("a ratio"));
        let line = format!("blue left in {state}: {percent} % of the {} that got in", short(left.got_in));
        assert!(text.lines().any(|printed| printed == line), "{line}\nis not in\n{text}");
    }
}

#[test]
fn a_held_gate_and_a_message_that_got_nowhere_are_said() {
    let mut scene = Scene { message: 4, paints: vec![0.0, 0.0, 0.0, -1.0, 0.0], ..Scene::default() };
    scene.held.f = Some(1.0);
    let (_folder, path) = crate::kit::scene_file(&scene);
    let before = told(&["trace", &path, "--explain", "2"]);
    assert!(before.contains("blue left in S: not yet; the message comes at step 4"), "{before}");
    let after = told(&["trace", &path, "--explain", "5"]);
    assert!(after.contains("f held at 1"), "{after}");
    assert!(after.contains("blue left in S: almost nothing got in (1.87·10⁻⁹)"), "{after}");
}

#[test]
fn as_json_its_numbers_are_exact() {
    let scene = &preset("latches").expect("a preset").scene;
    let run = Run::of(scene).expect("it runs");
    let text = told(&["trace", "--preset", "latches", "--explain", "7", "--format", "json"]);
    let data: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let quantities: Vec<_> = data["workings"].as_array().expect("workings").iter().collect();
    let names: Vec<_> =
        quantities.iter().map(|one| (one["network"].as_str().unwrap(), one["quantity"].as_str().unwrap())).collect();
    let lstm = ["i", "f", "g", "o", "S", "h"].map(|quantity| ("lstm", quantity));
    assert_eq!(names, [[("rnn", "h")].as_slice(), &lstm].concat());
    assert_eq!(quantities[0]["result"].as_f64(), Some(run.rnn.trace.h[(6, 0)]));
    let cell_state: Vec<f64> =
        quantities[5]["numbers"].as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect();
    let t = &run.lstm.trace;
    assert_eq!(cell_state, [t.f[(6, 0)], t.s[(5, 0)], t.i[(6, 0)], t.g[(6, 0)]]);
    assert_eq!(data["left"][0]["blue_left"].as_f64(), run.rnn.blue.ratio(7));
    assert_eq!(data["left"][1]["got_in"].as_f64(), Some(run.lstm.blue.got_in));
}

#[test]
fn a_step_outside_the_sequence_is_refused() {
    for step in ["0", "25"] {
        let output = run(&["trace", "--explain", step]);
        assert_eq!(output.status.code(), Some(1));
        let message =
            format!("error: step {step} is not in the sequence; it has steps 1 to 24\nhint: steps count from 1\n");
        assert_eq!(errors(&output), message);
        assert!(output.stdout.is_empty());
    }
}
