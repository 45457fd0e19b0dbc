//! The page Train by keyboard alone.

use eframe::egui::Key;
use egui_kittest::Harness;
use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::training::Start;
use paint_dilution::gui::{App, Page};

use crate::hand::{Window, all_said, focused, small_race, trained, training};
use crate::keyboard_only::stops_seen;
use crate::pictures::can_draw;

fn press(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    window.run_ok();
}

/// Presses Tab until what has the keyboard begins so; every stop on the way has a name.
pub fn tab_to(window: &mut Harness<'_, App>, beginning: &str) {
    let mut way = Vec::new();
    for _ in 0..80 {
        if focused(window).starts_with(beginning) {
            return;
        }
        press(window, Key::Tab);
        way.push(focused(window));
        assert!(way.iter().all(|name| !name.is_empty()), "{way:#?}");
    }
    panic!("Tab does not come to \"{beginning}\":\n{}", way.join("\n"));
}

#[test]
fn the_pages_are_one_stop_with_arrows_between_them() {
    let mut window = Window::english().with_first_layers().open();
    tab_to(&mut window, "Explore");
    press(&mut window, Key::ArrowRight);
    assert_eq!(focused(&window), "Lesson");
    press(&mut window, Key::ArrowRight);
    assert_eq!(focused(&window), "Train");
    assert_eq!(window.state().state.settings.page, Page::Explore, "the arrow only moves the keyboard");
    press(&mut window, Key::Enter);
    trained(&mut window, 0);
    assert_eq!(window.state().state.settings.page, Page::Train);
}

#[test]
fn a_race_is_set_up_run_and_looked_into() {
    let mut window = Window::english().with_race(small_race()).open();
    trained(&mut window, 0);
    tab_to(&mut window, "RNN races");
    press(&mut window, Key::Enter);
    assert!(!window.state().state.settings.race.cells.contains(&CellKind::Rnn));
    tab_to(&mut window, "Hidden size H");
    press(&mut window, Key::ArrowRight);
    assert_eq!(window.state().state.settings.race.shared.hidden_size, 6);
    tab_to(&mut window, "start: forget bias +2");
    press(&mut window, Key::Enter);
    tab_to(&mut window, "chrono");
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.settings.race.shared.start, Start::Chrono);
    trained(&mut window, 0);

    tab_to(&mut window, "One step");
    press(&mut window, Key::Enter);
    trained(&mut window, 1);
    tab_to(&mut window, "First colour");
    press(&mut window, Key::Enter);
    tab_to(&mut window, "Green");
    press(&mut window, Key::Enter);
    tab_to(&mut window, "Amount of blue");
    press(&mut window, Key::ArrowRight);
    let [_, _, blue] = training(&window).look_at.colour;
    assert!((blue + 0.35).abs() < 1e-9, "{blue}");
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);

    tab_to(&mut window, "Inside the LSTM");
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::Enter);
    trained(&mut window, 1);
    assert_eq!(training(&window).look_at.cell, CellKind::Gru);
    tab_to(&mut window, "update gate z. unit 1, step 8");
    press(&mut window, Key::ArrowLeft);
    assert_eq!(training(&window).playback.step(), 7);
    press(&mut window, Key::ArrowDown);
    let unit = focused(&window).split_whitespace().nth(4).map(|unit| unit.trim_end_matches(',').to_owned());
    press(&mut window, Key::Enter);
    trained(&mut window, 1);
    assert_eq!(training(&window).look_at.unit.map(|unit| unit.to_string()), unit, "Enter opens the unit");
    tab_to(&mut window, "Back to all units");
    press(&mut window, Key::Enter);
    tab_to(&mut window, "update gate z: let go");
    press(&mut window, Key::End);
    press(&mut window, Key::Enter);
    trained(&mut window, 1);
    assert_eq!(training(&window).look_at.held.gru.z, Some(1.0));
    assert!(all_said(&window).iter().any(|text| text.starts_with("z = 1 held: recall error")));
}

#[test]
fn what_has_the_keyboard_is_seen_to_have_it() {
    if !can_draw() {
        return;
    }
    for unit in [None, Some(2)] {
        let mut window = Window::english().with_race(small_race()).open_to_see();
        window.state_mut().state.training.look_at.unit = unit;
        window.step();
        trained(&mut window, 0);
        let seen = stops_seen(&mut window);
        assert!(seen > 30, "only {seen} stops");
    }
}
