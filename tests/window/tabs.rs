//! The keyboard: how far Tab has to go, and arrows within a row.

use eframe::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::App;

use crate::hand::{Window, focused, scene, step};

fn press(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    window.run_ok();
}

#[test]
fn at_first_opening_a_valve_is_at_most_20_tabs_from_the_top() {
    let mut window = Window::english().with_first_layers().open();
    let mut way = Vec::new();
    for _ in 0..20 {
        press(&mut window, Key::Tab);
        way.push(focused(&window));
    }
    assert!(way.iter().any(|name| name == "Input gate i, valve"), "{way:#?}");
}

#[test]
fn a_chain_is_one_stop_and_arrows_move_in_it() {
    let mut window = Window::english().with_first_layers().open();
    let swatch = |step: usize| {
        let paint = if step == 1 { "blue" } else { "grey" };
        format!("Plain RNN: paint at step {step}, {paint}")
    };
    while focused(&window) != swatch(24) {
        let before = focused(&window);
        press(&mut window, Key::Tab);
        assert_ne!(focused(&window), before, "the chain is entered at the step at hand");
    }
    for (key, at) in [(Key::ArrowLeft, 23), (Key::Home, 1), (Key::ArrowLeft, 1), (Key::ArrowRight, 2), (Key::End, 24)] {
        press(&mut window, key);
        assert_eq!(focused(&window), swatch(at), "{key:?}");
    }
    assert_eq!(step(&window), 24, "the step at hand is not the row's");
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::Enter);
    assert_eq!(scene(&window).paints[22], -1.0);
    press(&mut window, Key::Tab);
    assert!(focused(&window).starts_with("Plain RNN: hidden state h"), "{}", focused(&window));
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowLeft);
    assert_eq!(step(&window), 22, "the row of states is the time step");
}

#[test]
fn every_swatch_can_still_be_found_and_focused_by_its_name() {
    let mut window = Window::english().with_first_layers().open();
    for at in [2, 13, 24] {
        window.get_by_label(&format!("LSTM: paint at step {at}, grey")).focus();
        window.run_ok();
        assert_eq!(focused(&window), format!("LSTM: paint at step {at}, grey"));
    }
}

#[test]
fn the_menu_of_a_swatch_opens_from_the_keyboard() {
    let mut window = Window::english().with_first_layers().open();
    window.get_by_label("Plain RNN: paint at step 3, grey").focus();
    window.run_ok();
    press(&mut window, Key::M);
    // Blue, grey, orange, the mixture; then what the menu ends with.
    for name in ["blue", "grey", "orange", "Mixture, from orange to blue", "Follow this paint"] {
        press(&mut window, Key::Tab);
        assert_eq!(focused(&window), name);
    }
    press(&mut window, Key::Enter);
    assert_eq!(scene(&window).message, 3);
}

#[test]
fn chips_are_one_stop_with_arrows_between_them() {
    let mut window = Window::english().with_first_layers().open();
    while focused(&window) != "valves" {
        let before = focused(&window);
        press(&mut window, Key::Tab);
        assert_ne!(focused(&window), before);
    }
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    assert_eq!(focused(&window), "weights");
    press(&mut window, Key::Space);
    assert!(scene(&window).layers.weights);
}

#[test]
fn after_escape_tab_goes_on_from_where_it_was() {
    let mut window = Window::english().with_first_layers().open();
    while !focused(&window).starts_with("times u") {
        press(&mut window, Key::Tab);
    }
    press(&mut window, Key::Tab);
    let next = focused(&window);
    window.key_press_modifiers(eframe::egui::Modifiers::SHIFT, Key::Tab);
    window.run_ok();
    assert_eq!(focused(&window), "times u");
    press(&mut window, Key::Escape);
    assert_eq!(focused(&window), "");
    press(&mut window, Key::Tab);
    assert_eq!(focused(&window), next);
}
