//! Whether the end tells that there was a message.

use paint_dilution::engine::EngineError;
use paint_dilution::engine::survival::{OneUnit, TellApart};
use paint_dilution::engine::work::{Work, finish};
use paint_dilution::scene::{Scene, blue_then_grey};

use crate::kit::{near, reads, scene};

fn of_lstm(scene: &Scene) -> f64 {
    finish(TellApart::new(OneUnit::Lstm(scene.lstm, scene.held), scene.sequence()).unwrap()).unwrap()
}

fn with_input_gate(w: f64, b: f64) -> Scene {
    scene(|scene| (scene.lstm.i.w, scene.lstm.i.b, scene.noise) = (w, b, 0.3))
}

#[test]
fn stuck_open_57_percent_and_open_only_to_vivid_paint_95() {
    reads(100.0 * of_lstm(&with_input_gate(0.0, 4.0)), "57");
    reads(100.0 * of_lstm(&with_input_gate(12.0, -10.0)), "95");
}

#[test]
fn it_is_the_same_on_every_run_and_another_with_another_seed() {
    let scene = with_input_gate(0.0, 4.0);
    assert_eq!(of_lstm(&scene), of_lstm(&scene));
    let other = of_lstm(&Scene { seed: 2, ..scene.clone() });
    assert_ne!(of_lstm(&scene), other);
    near(other, 0.57, 0.03);
}

#[test]
fn orange_is_told_apart_as_well_as_blue() {
    let mut scene = scene(|scene| (scene.held.i, scene.noise) = (Some(1.0), 0.02));
    assert!(of_lstm(&scene) > 0.99);
    scene.paints[0] = -1.0;
    assert!(of_lstm(&scene) > 0.99);
}

#[test]
fn what_never_got_in_is_a_coin() {
    assert_eq!(of_lstm(&scene(|scene| (scene.held.i, scene.noise) = (Some(0.0), 0.3))), 0.5);
    let scene = scene(|scene| (scene.rnn.u, scene.noise) = (0.2, 0.3));
    let faded = finish(TellApart::new(OneUnit::Rnn(scene.rnn), scene.sequence()).unwrap()).unwrap();
    near(faded, 0.5, 0.03);
}

#[test]
fn without_noise_there_is_nothing_to_judge() {
    let still = Scene::default();
    let error = TellApart::new(OneUnit::Rnn(still.rnn), still.sequence()).err();
    assert!(matches!(error, Some(EngineError::Range { what: "σ", .. })));
}

#[test]
fn its_progress_rises_to_one() {
    let scene = scene(|scene| (scene.paints, scene.noise) = (blue_then_grey(1000), 0.3));
    let mut work = TellApart::new(OneUnit::Rnn(scene.rnn), scene.sequence()).unwrap();
    let mut before = work.progress();
    assert_eq!(before, 0.0);
    let mut slices = 1;
    while work.step().is_none() {
        assert!(work.progress() > before && work.progress() < 1.0);
        (before, slices) = (work.progress(), slices + 1);
    }
    assert!(slices > 3, "long work is done in slices");
}
