//! Weights on sliders: what moves shows.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::hand::{Window, double_click, drag, scene, slider, text_from};

#[test]
fn moving_u_changes_what_is_left_in_the_rnn() {
    let mut window = Window::english().open();
    assert_eq!(
        text_from(&window, "Plain RNN, blue left"),
        "Plain RNN, blue left: 0.45\u{a0}% of the 0.762 that got in"
    );
    slider(&window, "Plain RNN, weight u").set_value_accesskit(1.0);
    window.run_ok();
    assert_eq!(scene(&window).rnn.u, 1.0);
    assert_eq!(text_from(&window, "Plain RNN, blue left"), "Plain RNN, blue left: 32\u{a0}% of the 0.762 that got in");
}

#[test]
fn a_drag_with_the_pointer_moves_a_weight_and_nothing_else() {
    let mut window = Window::english().open();
    let before = scene(&window).clone();
    let rail = slider(&window, "Forget gate f, weight b").rect();
    drag(&mut window, &[rail.center(), rail.center() - eframe::egui::vec2(20.0, 0.0)]);
    let after = scene(&window).clone();
    assert!(after.lstm.f.b < 0.0, "b_f is {}", after.lstm.f.b);
    let mut back = after;
    back.lstm.f.b = before.lstm.f.b;
    assert_eq!(back, before);
}

#[test]
fn arrow_keys_move_a_focused_slider_and_shift_moves_it_finely() {
    let mut window = Window::english().open();
    slider(&window, "Forget gate f, weight b").focus();
    window.run_ok();
    window.key_press(Key::ArrowLeft);
    window.run_ok();
    assert_eq!(scene(&window).lstm.f.b, 3.9);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    window.run_ok();
    assert_eq!(scene(&window).lstm.f.b, 3.91);
    window.key_press(Key::End);
    window.run_ok();
    assert_eq!(scene(&window).lstm.f.b, 12.0);
}

#[test]
fn a_number_can_be_typed_with_either_minus() {
    let mut window = Window::english().open();
    let number = window.get_by_role_and_label(Role::SpinButton, "Input gate i, weight b");
    number.click();
    window.run_ok();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.event(eframe::egui::Event::Text("−3.25".to_owned()));
    window.run_ok();
    assert_eq!(scene(&window).lstm.i.b, -8.0, "nothing changes before Enter");
    window.key_press(Key::Enter);
    window.run_ok();
    assert_eq!(scene(&window).lstm.i.b, -3.25);
}

#[test]
fn a_double_click_sets_a_weight_back_to_the_opened_scene() {
    let mut window = Window::english().with_preset("latches").open();
    let opened = scene(&window).rnn.u;
    slider(&window, "Plain RNN, weight u").set_value_accesskit(-2.0);
    window.run_ok();
    let rail = slider(&window, "Plain RNN, weight u").rect();
    double_click(&mut window, rail.center());
    assert_eq!(scene(&window).rnn.u, opened);
}

#[test]
fn a_held_gate_has_one_value_in_place_of_three_weights() {
    let mut window = Window::english().open();
    window.get_by_label("Hold Forget gate f").click();
    window.run_ok();
    assert_eq!(scene(&window).held.f, Some(1.0 / (1.0 + (-4.0_f64).exp())), "held where it was");
    slider(&window, "Forget gate f, held at").set_value_accesskit(1.0);
    window.run_ok();
    assert_eq!(text_from(&window, "LSTM, blue left"), "LSTM, blue left: 100\u{a0}% of the 0.889 that got in");
    assert!(window.query_by_role_and_label(Role::Slider, "Forget gate f, weight b").is_none());
}

#[test]
fn a_longer_sequence_keeps_its_paints_and_the_noise_is_the_seeds() {
    let mut window = Window::english().open();
    slider(&window, "Sequence length T").set_value_accesskit(200.0);
    slider(&window, "Noise σ").set_value_accesskit(0.2);
    window.run_ok();
    assert_eq!((scene(&window).length(), scene(&window).paints[0]), (200, 1.0));
    let noisy = scene(&window).inputs();
    window.get_by_label("New seed").click();
    window.run_ok();
    assert_ne!(scene(&window).inputs(), noisy);
    assert_eq!(scene(&window).inputs()[0], 1.0, "the first paint stays clean");
}

#[test]
fn a_drag_of_the_length_to_the_left_and_back_loses_no_paint() {
    let mut window = Window::english().with_preset("sum").open();
    let before = scene(&window).clone();
    let rail = slider(&window, "Sequence length T").rect();
    let at = |part: f32| rail.lerp_inside(eframe::egui::vec2(part, 0.5));
    // 24 of 1000 on a log rail stands at 0.46.
    drag(&mut window, &[at(0.46), at(0.3), at(0.1), at(0.3), at(0.46)]);
    let after = scene(&window);
    assert!(after.length().abs_diff(24) <= 1, "T is {}", after.length());
    assert_eq!(after.paints[..23], before.paints[..23]);
}

#[test]
fn a_double_click_sets_a_held_gate_back_to_what_it_was_opened_with() {
    let mut window = Window::english().with_preset("saturated").open();
    let name = "Forget gate f, held at";
    slider(&window, name).set_value_accesskit(0.9);
    window.run_ok();
    let rail = slider(&window, name).rect();
    double_click(&mut window, rail.center());
    assert_eq!(scene(&window).held.f, Some(0.5));
}

#[test]
fn another_seed_changes_a_scene_only_where_there_is_noise() {
    let mut window = Window::english().open();
    window.get_by_label("New seed").click();
    window.run_ok();
    assert!(!window.state().state.explore.document.changed());
    slider(&window, "Noise σ").set_value_accesskit(0.2);
    window.run_ok();
    assert!(window.state().state.explore.document.changed());
}
