//! Ghosts: pinned curves stay, with their names, while sliders move the present ones.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::App;
use paint_dilution::scene::{MAX_GHOSTS, Run, Scene, read_scene, write_scene};

use crate::hand::{Window, all_said, place, scene, slider, text_from};

fn pin(window: &mut Harness<'_, App>) {
    window.get_by_label("Pin as ghost").click();
    window.run_ok();
}

fn set(window: &mut Harness<'_, App>, name: &str, value: f64) {
    slider(window, name).set_value_accesskit(value);
    window.run_ok();
}

fn names(window: &Harness<'_, App>) -> Vec<String> {
    scene(window).ghosts.iter().map(|ghost| ghost.name.clone()).collect()
}

fn click(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_label(name).click();
    window.run_ok();
}

const U: &str = "Plain RNN, weight u";
const B_F: &str = "Forget gate f, weight b";

#[test]
fn a_pinned_curve_keeps_its_values_while_a_slider_moves_the_present_one() {
    let mut window = Window::english().with_curves_only().open();
    let without = text_from(&window, "hidden state h, t = 24");
    pin(&mut window);
    set(&mut window, U, 1.0);
    let ghost = Run::of(&Scene::default()).expect("a run");
    let present = Run::of(&Scene { ghosts: Vec::new(), ..scene(&window).clone() }).expect("a run");
    let last = |run: &Run| format!("{:.3}", run.rnn.trace.h[[23, 0]]);
    assert_ne!(last(&ghost), last(&present));
    assert_eq!(without, format!("hidden state h, t = 24: h {}", last(&ghost)));
    assert_eq!(
        text_from(&window, "hidden state h, t = 24"),
        format!("hidden state h, t = 24: h {}; 1 · Blue survives in the LSTM: h {}", last(&present), last(&ghost))
    );
    // The points themselves, not only what is said of them.
    let computed = &window.state().state.explore.computed;
    let curves = computed.ghosts[0].curves.as_ref().expect("curves");
    let points: Vec<f64> = curves.whole.rnn_h.iter().flatten().map(|point| point.y).collect();
    assert_eq!(points, ghost.rnn.trace.h.iter().copied().collect::<Vec<_>>());
    let left = text_from(&window, "blue left, t = 24");
    assert_eq!(left, "blue left, t = 24: RNN 0.316, LSTM 0.659; 1 · Blue survives in the LSTM: LSTM 0.659, RNN 0.005");
}

#[test]
fn several_are_pinned_each_named_by_what_differed() {
    let mut window = Window::english().open();
    for (u, expected) in [(0.9, "u = 0.9"), (1.2, "u = 1.2")] {
        set(&mut window, U, u);
        pin(&mut window);
        assert_eq!(names(&window).last().map(String::as_str), Some(expected));
    }
    set(&mut window, B_F, 1.5);
    pin(&mut window);
    assert_eq!(names(&window), ["u = 0.9", "u = 1.2", "u = 1.2, b_f = 1.5"]);
    for row in ["Ghost 1: u = 0.9", "Ghost 2: u = 1.2", "Ghost 3: u = 1.2, b_f = 1.5"] {
        assert!(window.query_by_label(row).is_some(), "{row}");
    }
    let said = text_from(&window, "RNN: hidden state h, t = 24");
    assert_eq!(said.matches(';').count(), 3, "{said}");
}

#[test]
fn g_pins_with_the_panel_folded_and_says_so() {
    let mut window = Window::english().with_first_layers().open();
    window.key_press(Key::G);
    window.run_ok();
    assert_eq!(names(&window), ["Blue survives in the LSTM"]);
    text_from(&window, "Pinned as ghost 1: Blue survives");
    assert!(text_from(&window, "blue left, t = 24").contains("; 1 · Blue"), "the page shows it too");
}

#[test]
fn the_button_works_from_the_keyboard() {
    let mut window = Window::english().open();
    window.get_by_role_and_label(Role::Button, "Reset").focus();
    window.run_ok();
    window.key_press(Key::Tab);
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    assert_eq!(names(&window).len(), 1);
}

fn type_name(window: &mut Harness<'_, App>, row: &str, typed: &str, end: Key) {
    click(window, row);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_role(Role::TextInput).type_text(typed);
    window.run_ok();
    window.key_press(end);
    window.run_ok();
}

#[test]
fn a_ghost_is_renamed_in_place() {
    let mut window = Window::english().open();
    pin(&mut window);
    pin(&mut window);
    type_name(&mut window, "Ghost 2: Blue survives in the LSTM", "g 망각", Key::Enter);
    assert_eq!(names(&window), ["Blue survives in the LSTM", "g 망각"]);
    assert_eq!(scene(&window).ghosts.len(), 2, "a g that is typed pins nothing");
    type_name(&mut window, "Ghost 2: g 망각", "never", Key::Escape);
    type_name(&mut window, "Ghost 2: g 망각", "   ", Key::Enter);
    assert_eq!(names(&window)[1], "g 망각", "Escape, and a name of spaces, leave it as it was");
    let long = "long ".repeat(20);
    type_name(&mut window, "Ghost 2: g 망각", &long, Key::Tab);
    assert_eq!(names(&window)[1], long[..39], "leaving the box takes the name, cut to its length");
    assert_eq!(scene(&window).check(), Ok(()));
    click(&mut window, "Undo");
    assert_eq!(names(&window)[1], "g 망각", "a name typed is one step of undo");
}

#[test]
fn a_name_opened_from_the_keyboard_gives_the_keyboard_back() {
    let mut window = Window::english().open();
    pin(&mut window);
    window.get_by_label("Ghost 1: Blue survives in the LSTM").focus();
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    window.get_by_role(Role::TextInput).type_text("!");
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    let name = scene(&window).ghosts[0].name.clone();
    assert!(name.contains('!'), "{name}");
    assert!(window.get_by_label(&format!("Ghost 1: {name}")).is_focused());
}

#[test]
fn ghosts_are_removed_one_by_one_and_all_at_once() {
    let mut window = Window::english().open();
    for u in [0.5, 0.6, 0.7] {
        set(&mut window, U, u);
        pin(&mut window);
        assert_eq!(window.query_by_label("Clear all").is_some(), u > 0.5, "one alone has its own button");
    }
    click(&mut window, "Remove ghost 2");
    assert_eq!(names(&window), ["u = 0.5", "u = 0.7"]);
    assert_eq!(window.state().state.explore.computed.ghosts.len(), 2);
    click(&mut window, "Clear all");
    assert!(names(&window).is_empty());
    assert!(!text_from(&window, "blue left, t = 24").contains(';'));
    click(&mut window, "Undo");
    assert_eq!(names(&window), ["u = 0.5", "u = 0.7"]);
    assert_eq!(window.state().state.explore.computed.ghosts.len(), 2, "what is drawn comes back too");
}

#[test]
fn undo_takes_a_pin_back_and_reset_does_not() {
    let mut window = Window::english().open();
    set(&mut window, U, 0.5);
    pin(&mut window);
    let document = &window.state().state.explore.document;
    assert!(document.changed());
    window.key_press(Key::R);
    window.run_ok();
    assert_eq!((scene(&window).rnn.u, names(&window)), (0.8, vec!["u = 0.5".to_owned()]));
    assert!(!window.state().state.explore.document.changed(), "a ghost is no change of the scene");
    click(&mut window, "Undo");
    click(&mut window, "Undo");
    assert_eq!((scene(&window).rnn.u, names(&window)), (0.5, vec![]));
}

#[test]
fn a_preset_is_opened_in_front_of_the_ghosts_and_a_file_brings_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ghosts.toml");
    let mut window = Window::english().open();
    set(&mut window, U, 0.5);
    pin(&mut window);
    window.key_press(Key::Num4);
    window.run_ok();
    assert_eq!((scene(&window).rnn.u, names(&window)), (1.5, vec!["u = 0.5".to_owned()]));
    let saved = scene(&window).clone();
    write_scene(&path, &saved).expect("written");
    assert_eq!(read_scene(&path), Ok(saved.clone()));
    click(&mut window, "Remove ghost 1");
    pin(&mut window);
    assert_ne!(*scene(&window), saved);
    window.state_mut().state.settings.recent = vec![path];
    window.run_ok();
    crate::keeping::open_recent(&mut window, "ghosts.toml");
    assert_eq!(*scene(&window), saved);
    assert!(window.query_by_label("Ghost 1: u = 0.5").is_some());
    assert!(!window.state().state.explore.document.changed());
}

#[test]
fn eight_are_the_most() {
    let mut window = Window::english().open();
    for _ in 0..MAX_GHOSTS {
        pin(&mut window);
    }
    window.get_by_label("Pin as ghost").click();
    window.run_ok();
    assert_eq!(names(&window).len(), MAX_GHOSTS);
    window.key_press(Key::G);
    window.run_ok();
    assert_eq!(names(&window).len(), MAX_GHOSTS);
    text_from(&window, "8 ghosts are pinned, the most that there can be.");
    assert_eq!(scene(&window).check(), Ok(()));
}

#[test]
fn a_ghost_of_another_length_is_shown_at_the_steps_that_both_have() {
    let mut window = Window::english().open();
    pin(&mut window);
    set(&mut window, "Sequence length T", 30.0);
    pin(&mut window);
    window.get_by_label("To the last step").click();
    window.run_ok();
    let said = text_from(&window, "blue left, t = 30");
    assert!(said.contains("1 · Blue survives in the LSTM: LSTM –, RNN –; 2 · T = 30: LSTM 0.5"), "{said}");
    set(&mut window, "Sequence length T", 6.0);
    let said = text_from(&window, "blue left, t = 6");
    assert_eq!(said.matches("LSTM 0.91").count(), 3, "{said}");
}

#[test]
fn ghosts_are_computed_anew_only_when_they_change() {
    let mut window = Window::english().open();
    pin(&mut window);
    let at = |window: &Harness<'_, App>| {
        window.state().state.explore.computed.ghosts[0]
            .curves
            .as_ref()
            .map(|curves| curves.whole.rnn_h[0].as_ptr())
            .ok()
    };
    let before = at(&window);
    set(&mut window, U, 0.3);
    assert_eq!(at(&window), before, "a slider leaves the ghosts' points where they are");
}

#[test]
fn a_ghost_that_cannot_be_computed_is_marked_and_the_others_stay() {
    let mut window = Window::english().open();
    pin(&mut window);
    pin(&mut window);
    window.state_mut().state.explore.document.scene.ghosts[0].message = 99;
    window.run_ok();
    text_from(&window, "Ghost 1 cannot be drawn: step 99 is not in the sequence");
    let said = text_from(&window, "blue left, t = 24");
    assert!(said.contains("; 2 · ") && !said.contains("; 1 · "), "{said}");
}

#[test]
fn the_list_stands_within_the_panel() {
    for size in [[1280.0, 800.0], [1920.0, 1080.0]] {
        let mut window = Window::english().with_size(size[0], size[1]).open();
        let (left, right) = (place(&window, "Reset").left(), place(&window, "Paint…").right());
        window.key_press(Key::G);
        window.key_press(Key::G);
        window.run_ok();
        type_name(&mut window, "Ghost 1: Blue survives in the LSTM", &"w".repeat(40), Key::Enter);
        for name in ["Pin as ghost", &format!("Ghost 1: {}", "w".repeat(40)), "Remove ghost 1", "Clear all"] {
            let rect = place(&window, name);
            assert!(rect.left() >= left - 0.5 && rect.right() <= right + 0.5, "{name}: {rect}");
        }
    }
}

#[test]
fn it_speaks_korean() {
    let mut window = Window::new(paint_dilution::locale::Language::Korean).open();
    window.key_press(Key::G);
    window.run_ok();
    for name in ["잔상으로 남기기", "잔상 1 지우기"] {
        assert!(all_said(&window).iter().any(|said| said == name), "{name}");
    }
}
