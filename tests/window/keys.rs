//! Keys that work on the whole page, and give way to whoever is typing.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::Origin;
use paint_dilution::scene::{Scene, presets};

use crate::hand::{Window, scene, slider, step};

#[test]
fn arrows_home_and_end_move_the_step() {
    let mut window = Window::english().open();
    for (key, expected) in
        [(Key::ArrowLeft, 23), (Key::Home, 1), (Key::ArrowLeft, 1), (Key::ArrowRight, 2), (Key::End, 24)]
    {
        window.key_press(key);
        window.run_ok();
        assert_eq!(step(&window), expected, "{key:?}");
    }
}

#[test]
fn presses_that_fall_into_one_frame_all_count() {
    let mut window = Window::english().open();
    let press = Event::Key {
        key: Key::ArrowLeft,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    // Events given one by one would get a frame each.
    window.input_mut().events.extend(std::iter::repeat_n(press, 5));
    window.step();
    window.run_ok();
    assert_eq!(step(&window), 19);
}

#[test]
fn space_plays_and_pauses() {
    let mut window = Window::english().open();
    window.key_press(Key::Space);
    window.run_steps(2);
    assert!(window.state().state.explore.playback.playing());
    window.key_press(Key::Space);
    window.run_steps(2);
    assert!(!window.state().state.explore.playback.playing());
}

#[test]
fn space_and_digits_belong_to_whoever_is_typing() {
    let mut window = Window::english().open();
    window.get_by_label("Paint…").click();
    window.run_ok();
    window.get_by_role(Role::MultilineTextInput).focus();
    window.run_ok();
    window.key_press(Key::Space);
    window.key_press(Key::Num3);
    window.run_steps(3);
    assert!(!window.state().state.explore.playback.playing());
    assert_eq!(window.state().state.explore.document.start.origin, Origin::Preset("blue-survives"));
}

#[test]
fn digits_open_the_presets_in_their_order() {
    let mut window = Window::english().open();
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    for (key, preset) in digits.into_iter().zip(presets()) {
        window.key_press(key);
        window.run_ok();
        let opened = Scene { layers: preset.scene.layers, ..scene(&window).clone() };
        assert_eq!(opened, preset.scene, "{key:?} opens {}", preset.slug);
        let (open, wanted) = (scene(&window).layers, preset.scene.layers);
        assert_eq!(open.with(wanted), open, "what the preset speaks of is open");
        assert!(open.weights, "what was open stays open");
    }
}

#[test]
fn reset_goes_back_to_the_opened_scene_but_keeps_the_seed() {
    let mut window = Window::english().with_preset("gate-shut-to-noise").open();
    let opened = scene(&window).clone();
    slider(&window, "Plain RNN, weight w").set_value_accesskit(-1.5);
    window.get_by_label("New seed").click();
    window.run_ok();
    window.key_press(Key::R);
    window.run_ok();
    assert_eq!(scene(&window).rnn, opened.rnn);
    assert_eq!(scene(&window).seed, opened.seed + 1);
}

#[test]
fn a_swatch_is_painted_from_the_keyboard() {
    let mut window = Window::english().open();
    window.get_by_label("Plain RNN: paint at step 5, grey").focus();
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    assert_eq!(scene(&window).paints[4], -1.0);
    assert!(!window.state().state.explore.playback.playing());
}

#[test]
fn ctrl_z_and_ctrl_y_go_back_and_forth() {
    let mut window = Window::english().open();
    let first = scene(&window).clone();
    slider(&window, "Plain RNN, weight u").set_value_accesskit(0.5);
    window.run_ok();
    let second = scene(&window).clone();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_ok();
    assert_eq!(*scene(&window), first);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    window.run_ok();
    assert_eq!(*scene(&window), second);
}

#[test]
fn escape_closes_a_menu_and_then_a_notice() {
    let mut window = Window::english().open();
    window.state_mut().state.say("done".to_owned());
    window.get_by_label("File").click();
    window.run_steps(3);
    assert!(window.query_by_label("About").is_some());
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.query_by_label("About").is_none(), "the menu goes first");
    assert!(window.state().state.notice.is_some());
    window.key_press(Key::Escape);
    window.run_steps(3);
    assert!(window.state().state.notice.is_none());
}
