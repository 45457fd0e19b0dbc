//! Playback: by buttons, by keys, at its speed, and at rest.

use std::time::Duration;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

use crate::hand::{Window, click_at, place, slider, step, text_from};

#[test]
fn play_runs_to_the_end_at_four_steps_a_second_and_rests() {
    let mut window = Window::english().open();
    window.get_by_label("Play").click();
    window.step();
    window.step();
    assert_eq!(step(&window), 1, "from the end it starts over");
    // 20 frames of 0.05 s.
    window.run_steps(20);
    assert!((4..=6).contains(&step(&window)), "after a second it is at {}", step(&window));
    window.get_by_label("Pause").click();
    window.run_steps(3);
    let paused = step(&window);
    window.run_steps(40);
    assert_eq!(step(&window), paused);
    window.get_by_label("Play").click();
    window.run_steps(140);
    assert_eq!(step(&window), 24);
    window.get_by_label("Play");
}

#[test]
fn the_first_opening_plays_once_by_itself_in_about_five_seconds() {
    let mut window = Window::english().playing().open();
    window.run_steps(60);
    let halfway = step(&window);
    assert!((10..=24).contains(&halfway), "{halfway}");
    window.run_steps(80);
    assert_eq!(step(&window), 24);
    assert!(!window.state().state.explore.playback.playing());
}

#[test]
fn the_numeral_and_the_sentence_follow_the_step() {
    let mut window = Window::english().open();
    slider(&window, "Time step").set_value_accesskit(12.0);
    window.run_ok();
    assert_eq!(text_from(&window, "Plain RNN, blue left"), "Plain RNN, blue left: 6.6\u{a0}% of the 0.762 that got in");
    let sentence = text_from(&window, "Grey adds nothing.");
    assert!(sentence.contains("multiplies its state by 0.80 and squashes it: 0.063\u{a0}→\u{a0}0.050"), "{sentence}");
    assert!(text_from(&window, "The forget gate keeps 98\u{a0}% of S.").contains("0.741\u{a0}→\u{a0}0.728"));
    text_from(&window, "t = 12 / 24");
}

#[test]
fn a_click_on_a_state_or_in_a_plot_goes_to_that_step() {
    let mut window = Window::english().with_curves_only().open();
    for (name, beginning) in [("states", "LSTM: cell state S"), ("plot", "gates: 0 shut, 1 open")] {
        let area = place(&window, &text_from(&window, beginning));
        let at = eframe::egui::pos2(area.left() + area.width() * 6.5 / 24.0, area.center().y);
        click_at(&mut window, at);
        assert_eq!(step(&window), 7, "{name}");
        window.key_press(Key::End);
        window.run_ok();
    }
}

#[test]
fn nothing_is_drawn_again_while_nothing_moves() {
    let mut window = Window::english().open();
    window.run_ok();
    window.step();
    let wake = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(wake > Some(Duration::from_secs(3600)), "woken after {wake:?}");
}

#[test]
fn while_only_curves_are_open_the_window_wakes_only_for_the_next_step() {
    let mut window = Window::english().with_curves_only().open();
    window.key_press(Key::Space);
    window.step();
    window.step();
    window.step();
    let wake = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(wake > Some(Duration::from_millis(20)), "woken after {wake:?}");
}
