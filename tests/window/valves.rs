//! The memory block: valves and handles move what they say, and everything follows.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, pos2, vec2};
use egui_kittest::kittest::Queryable;

use crate::hand::{Window, all_said, click_at, double_click, drag, place, scene, step, text_from};

#[test]
fn a_drag_moves_the_bias_linearly_with_the_pointer_and_the_trace_follows() {
    let mut window = Window::english().open();
    let valve = place(&window, "Forget gate f, valve").center();
    // The way to the first place only starts the drag; from there 12 points are one unit.
    drag(&mut window, &[valve, valve + vec2(-12.0, 0.0), valve + vec2(-24.0, 0.0), valve + vec2(-24.0, 12.0)]);
    let bias = scene(&window).lstm.f.b;
    assert!((bias - 1.0).abs() < 1e-4, "b_f is {bias}");
    assert_eq!(scene(&window).held.f, None);
    // f = σ(1) at every step: 0.731^23 of the blue is left.
    assert_eq!(text_from(&window, "LSTM, blue left"), "LSTM, blue left: 0.07\u{a0}% of the 0.889 that got in");
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(scene(&window).lstm.f.b, 4.0, "a drag is one step of undo");
}

#[test]
fn a_drag_stops_at_the_end_of_the_bias_and_says_why() {
    let mut window = Window::english().open();
    let valve = place(&window, "Input gate i, valve").center();
    window.key_press(Key::Home);
    window.run_ok();
    window.hover_at(valve);
    window.step();
    window.drag_at(valve);
    window.step();
    for far in [pos2(0.0, valve.y), pos2(-200.0, valve.y)] {
        window.hover_at(far);
        window.step();
    }
    window.step();
    assert_eq!(scene(&window).lstm.i.b, -12.0);
    text_from(&window, "b_i ends at −12.0: w·x + u·h′ is 12.0");
    window.drop_at(pos2(-200.0, valve.y));
    window.run_ok();
}

#[test]
fn the_pin_holds_the_gate_where_it_is_and_lets_it_go() {
    let mut window = Window::english().open();
    window.get_by_label("Pin of Output gate o").click();
    window.run_ok();
    let held = scene(&window).held.o.expect("held");
    assert!((held - 0.880_797).abs() < 1e-6, "{held}");
    let valve = place(&window, "Output gate o, valve").center();
    drag(&mut window, &[valve, valve - vec2(36.0, 0.0)]);
    let moved = scene(&window).held.o.expect("still held");
    assert!(moved < held && scene(&window).lstm.o.b == 2.0, "the held value moves, the bias stays");
    window.get_by_label("Pin of Output gate o").click();
    window.run_ok();
    assert_eq!(scene(&window).held.o, None);
}

#[test]
fn a_value_asked_for_finds_its_bias_or_says_that_there_is_none() {
    let mut window = Window::english().open();
    window.get_by_role_and_label(Role::Slider, "Forget gate f, valve").set_value_accesskit(0.5);
    window.run_ok();
    assert!(scene(&window).lstm.f.b.abs() < 1e-12);
    window.key_press(Key::Home);
    window.run_ok();
    let before = scene(&window).clone();
    window.get_by_role_and_label(Role::Slider, "Input gate i, valve").set_value_accesskit(0.1);
    // The notice stays for a while: the window does not settle before it is gone.
    window.run_steps(3);
    assert_eq!(*scene(&window), before, "at step 1 w·x is 12: no bias shuts it to 0.1");
    text_from(&window, "No b_i from −12 to 12 makes i = 0.10 at step 1");
}

#[test]
fn the_rnns_handles_and_the_keyboard_move_its_weights() {
    let mut window = Window::english().open();
    let handle = place(&window, "times u").center();
    drag(&mut window, &[handle, handle + vec2(24.0, 0.0), handle + vec2(24.0, -24.0)]);
    let u = scene(&window).rnn.u;
    assert!(u > 1.2 && u < 1.9, "u is {u}");
    window.get_by_label("times w").focus();
    window.run_ok();
    window.key_press(Key::ArrowLeft);
    window.run_ok();
    assert!((scene(&window).rnn.w - 0.95).abs() < 1e-12);
    window.get_by_role_and_label(Role::Slider, "Forget gate f, valve").focus();
    window.run_ok();
    window.key_press(Key::ArrowRight);
    window.run_ok();
    assert!((scene(&window).lstm.f.b - 4.1).abs() < 1e-12);
    assert_eq!(step(&window), 24, "the arrows were the valve's");
}

#[test]
fn the_block_is_told_in_words_with_the_numbers_of_the_step() {
    let mut window = Window::english().open();
    for _ in 0..12 {
        window.key_press(Key::ArrowLeft);
        window.run_ok();
    }
    let said = all_said(&window);
    let lstm = "Memory block of the LSTM at step 12: S before 0.741, f keeps 0.728, i lets in 0, S 0.728, h 0.548";
    let rnn = "Plain RNN at step 12: h before 0.063, times u 0.050, poured in 0, h 0.050";
    for text in [lstm, rnn] {
        assert!(said.iter().any(|said| said == text), "no \"{text}\" in\n{}", said.join("\n"));
    }
}

#[test]
fn a_look_at_a_valves_number_changes_nothing() {
    let mut window = Window::english().open();
    let first = scene(&window).clone();
    for key in [Key::Enter, Key::Escape, Key::Tab] {
        window.get_by_role_and_label(Role::SpinButton, "Forget gate f, valve").click();
        window.run_ok();
        window.key_press(key);
        window.run_ok();
        assert_eq!(*scene(&window), first, "{key:?}");
    }
    assert!(window.state().state.notice.is_none());
}

#[test]
fn open_and_shut_can_be_asked_for() {
    let mut window = Window::english().open();
    for (wanted, bias) in [(1.0, 12.0), (0.0, -12.0)] {
        window.get_by_role_and_label(Role::Slider, "Forget gate f, valve").set_value_accesskit(wanted);
        window.run_ok();
        assert_eq!(scene(&window).lstm.f.b, bias);
    }
}

#[test]
fn a_drag_of_many_small_ways_lands_on_round_numbers() {
    let mut window = Window::english().open();
    let handle = place(&window, "times w").center();
    let way: Vec<_> = (0..=48_u8).map(|n| handle - vec2(f32::from(n), 0.0)).collect();
    drag(&mut window, &way);
    let w = scene(&window).rnn.w;
    assert!((w * 100.0 - (w * 100.0).round()).abs() < 1e-9, "w is {w}");
    // The first points only start the drag; the rest is linear, however many frames it takes.
    assert!((0.0..=0.2).contains(&w), "w is {w}");
}

#[test]
fn a_double_click_on_a_valve_sets_its_bias_back() {
    let mut window = Window::english().with_preset("erased").open();
    let opened = scene(&window).lstm.f.b;
    window.get_by_role_and_label(Role::Slider, "Forget gate f, valve").set_value_accesskit(0.5);
    window.run_ok();
    assert_ne!(scene(&window).lstm.f.b, opened);
    let valve = place(&window, "Forget gate f, valve").center();
    double_click(&mut window, valve);
    assert_eq!(scene(&window).lstm.f.b, opened);
}

#[test]
fn the_weights_of_the_rnn_open_and_can_be_typed_and_asked_for() {
    let mut window = Window::english().with_first_layers().open();
    let handle = place(&window, "times u").center();
    click_at(&mut window, handle);
    assert!(text_from(&window, "h₂₄ = tanh(w·x₂₄ + u·h₂₃ + b)").contains("0.8·"), "a click shows what u does");
    window.get_by_role_and_label(Role::SpinButton, "times u").focus();
    window.run_ok();
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    window.event(eframe::egui::Event::Text("1.1".to_owned()));
    window.key_press(Key::Enter);
    window.run_ok();
    assert_eq!(scene(&window).rnn.u, 1.1);
    window.key_press(Key::Escape);
    window.run_ok();
    crate::hand::slider(&window, "times u").set_value_accesskit(9.0);
    window.run_ok();
    assert_eq!(scene(&window).rnn.u, 3.0, "the end of its range");
}

#[test]
fn a_gate_is_held_where_it_is_and_goes_home_free() {
    let mut window = Window::english().open();
    let before = scene(&window).clone();
    let run = paint_dilution::scene::Run::of(&before).expect("a run");
    window.get_by_label("Hold Forget gate f").click();
    window.run_ok();
    let held = scene(&window).held.f.expect("held");
    assert_eq!(held, run.lstm.trace.f[(23, 0)], "exactly: nothing on the page moves");
    // Three clicks in a row would be another thing than two.
    window.run_steps(20);
    let held_at = crate::hand::slider(&window, "Forget gate f, held at").rect();
    double_click(&mut window, held_at.center());
    assert_eq!(scene(&window).held.f, None, "home is as the scene was opened: free");
}
