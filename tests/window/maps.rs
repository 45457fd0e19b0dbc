//! The map over two weights, and tell-apart: what is computed beside the frames.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use paint_dilution::gui::App;
use paint_dilution::gui::theme::LIGHT;
use paint_dilution::scene::{MapView, Run, Scene, parse_scene, preset, scene_text};

use crate::hand::{Window, drag, scene, slider, text_from, wait};

const NAME: &str = "Map over b_f and b_i";

/// A window with the map open.
fn open(window: Window) -> Harness<'static, App> {
    let mut window = window.with_map().with_size(1920.0, 1080.0).open();
    wait(&mut window);
    window
}

fn map_of(window: &Harness<'_, App>, name: &str) -> Rect {
    slider(window, name).rect()
}

/// What the map says of the place where the scene stands.
fn spoken(window: &Harness<'_, App>, name: &str) -> String {
    slider(window, name).accesskit_node().value().unwrap_or_default()
}

/// The values of the picture that is shown.
fn values(window: &Harness<'_, App>) -> Vec<Option<f64>> {
    let state = window.state().state.explore.surveys.map(0.0);
    assert!(state.is_of_now);
    let map = state.picture.expect("a picture").map.as_ref().expect("a map");
    map.values.iter().copied().collect()
}

#[test]
fn a_click_sets_the_two_weights_to_what_lies_under_the_pointer() {
    let mut window = open(Window::english());
    let area = map_of(&window, NAME);
    assert!(area.width() >= 200.0 && area.height() >= 100.0, "{area:?}");
    let before = scene(&window).clone();
    let at = area.left_bottom() + eframe::egui::vec2(area.width() * 0.75, -area.height() * 0.25);
    drag(&mut window, &[at, at]);
    let mut expected = before;
    (expected.lstm.f.b, expected.lstm.i.b) = (6.0, -6.0);
    assert_eq!(*scene(&window), expected);
}

#[test]
fn a_drag_goes_where_the_pointer_goes_and_is_one_step_of_undo() {
    let mut window = open(Window::english());
    let first = scene(&window).clone();
    let area = map_of(&window, NAME);
    let at = |x: f32, y: f32| area.lerp_inside(eframe::egui::vec2(x, y));
    drag(&mut window, &[at(0.5, 0.5), at(0.3, 0.2), at(0.6, 0.1), at(1.2, -0.3)]);
    let lstm = scene(&window).lstm;
    assert_eq!((lstm.f.b, lstm.i.b), (12.0, 12.0), "beyond the corner the corner counts");
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(*scene(&window), first);
}

#[test]
fn arrow_keys_move_one_weight_each_and_shift_moves_it_finely() {
    let mut window = open(Window::english());
    slider(&window, NAME).focus();
    window.run_ok();
    for (key, modifiers) in [
        (Key::ArrowRight, Modifiers::NONE),
        (Key::ArrowUp, Modifiers::NONE),
        (Key::ArrowUp, Modifiers::NONE),
        (Key::ArrowLeft, Modifiers::SHIFT),
    ] {
        window.key_press_modifiers(modifiers, key);
        window.run_ok();
    }
    let lstm = scene(&window).lstm;
    assert_eq!((lstm.f.b, lstm.i.b), (4.09, -7.8));
    assert!(spoken(&window, NAME).starts_with("b_f 4.09, b_i −7.8: "), "{}", spoken(&window, NAME));
}

#[test]
fn the_value_said_is_that_of_the_run() {
    let mut window = open(Window::english());
    for (b_f, b_i) in [(4.0, -8.0), (1.5, -10.0), (12.0, 3.0)] {
        slider(&window, "Forget gate f, weight b").set_value_accesskit(b_f);
        slider(&window, "Input gate i, weight b").set_value_accesskit(b_i);
        window.run_ok();
        let run = Run::of(scene(&window)).expect("a run");
        let blue = run.lstm.blue.blue.last().copied().expect("24 steps");
        let said = spoken(&window, NAME);
        let (_, value) = said.rsplit_once(' ').expect("a value");
        let value: f64 = value.parse().expect("a number");
        assert!((value - blue).abs() <= 5e-4, "{said}, but it is {blue}");
    }
    assert_eq!(text_from(&window, "Map over"), NAME);
}

#[test]
fn each_point_of_the_picture_has_the_value_that_a_run_has_there() {
    let window = open(Window::english());
    let values = values(&window);
    let side = values.len().isqrt();
    assert_eq!(side, 96);
    for (column, row) in [(0, 0), (95, 95), (63, 16), (40, 80), (70, 5)] {
        let mut there = scene(&window).clone();
        let weight = |at: usize| -12.0 + 24.0 * at as f64 / 95.0;
        (there.lstm.f.b, there.lstm.i.b) = (weight(column), weight(row));
        let blue = Run::of(&there).expect("a run").on_map(there.map).expect("a number");
        let mapped = values[row * side + column].expect("a number");
        assert!((mapped - blue).abs() <= 1e-4, "{mapped} at {column}, {row}, but it is {blue}");
    }
}

#[test]
fn every_other_slider_changes_the_map_and_the_two_along_its_axes_do_not() {
    let mut window = open(Window::english());
    let mut before = values(&window);
    for (name, value) in [
        ("Candidate g, weight w", 0.5),
        ("Forget gate f, weight u", 3.0),
        ("Sequence length T", 60.0),
        ("Noise σ", 0.2),
    ] {
        slider(&window, name).set_value_accesskit(value);
        window.run_ok();
        wait(&mut window);
        let after = values(&window);
        assert_ne!(after, before, "{name}");
        before = after;
    }
    for (name, value) in
        [("Forget gate f, weight b", 1.0), ("Input gate i, weight b", 2.0), ("Plain RNN, weight u", 0.1)]
    {
        slider(&window, name).set_value_accesskit(value);
        window.step();
        let state = window.state().state.explore.surveys.map(0.0);
        assert!(state.is_of_now && state.busy.is_none(), "{name}: the same map is not computed twice");
    }
}

#[test]
fn a_map_of_the_rnn_is_a_click_away_and_moves_its_weights() {
    let mut window = open(Window::english());
    window.get_by_label("Map of the RNN").click();
    window.run_ok();
    wait(&mut window);
    let name = "Map over w and u";
    assert_eq!(spoken(&window, name), "w 1.00, u 0.80: blue at T 0.00345");
    let area = map_of(&window, name);
    drag(&mut window, &[area.right_top(), area.right_top() - eframe::egui::vec2(0.0, 40.0)]);
    assert_eq!((scene(&window).rnn.w, scene(&window).rnn.u), (3.0, 3.0));
    assert_eq!(scene(&window).lstm, Scene::default().lstm);
    window.get_by_label("Map of the LSTM").click();
    window.run_ok();
    assert_eq!(scene(&window).map, MapView::default());
}

/// The entry of that name in the menu that is open; the title of a plot may have the same name.
fn chosen<'h>(window: &'h Harness<'_, App>, name: &'h str) -> Node<'h> {
    let entries = window.query_all_by_label(name);
    entries.into_iter().find(|node| node.accesskit_node().toggled().is_some()).expect("an entry")
}

#[test]
fn what_is_shown_and_along_which_weights_can_be_chosen() {
    let mut window = open(Window::english());
    window.get_by_label("The map shows: blue at T").click();
    window.run_ok();
    chosen(&window, "blue left").click();
    window.run_ok();
    wait(&mut window);
    assert_eq!(spoken(&window, NAME), "b_f 4.0, b_i −8.0: blue left 66\u{a0}%");
    window.get_by_label("Along y: Input gate i, weight b").click();
    window.run_ok();
    window.get_by_role_and_label(Role::RadioButton, "Plain RNN, weight b").click();
    window.run_ok();
    let map = scene(&window).map;
    assert_eq!((map.x.to_string(), map.y.to_string()), ("rnn.w".to_owned(), "rnn.b".to_owned()));
    let written = parse_scene("map.toml", &scene_text(scene(&window))).expect("it reads back");
    assert_eq!((written.map, written.layers.map), (map, true));
}

#[test]
fn the_map_stays_open_and_over_its_weights_when_another_scene_is_opened() {
    let mut window = open(Window::english());
    window.get_by_label("Map of the RNN").click();
    window.run_ok();
    assert!(!window.state().state.explore.document.changed(), "what is looked at is no change of the scene");
    window.key_press(Key::Num4);
    window.run_ok();
    wait(&mut window);
    assert!(scene(&window).layers.map);
    assert!(spoken(&window, "Map over w and u").contains("blue at T"));
}

#[test]
fn a_weight_of_a_held_gate_is_said_to_change_nothing() {
    let mut window = open(Window::english());
    window.get_by_label("Hold Forget gate f").click();
    window.run_ok();
    wait(&mut window);
    assert_eq!(text_from(&window, "f is held"), "f is held: along b_f nothing changes");
    let values = values(&window);
    assert!(values.chunks(96).all(|row| row.iter().all(|value| *value == row[0])));
}

#[test]
fn at_rest_the_map_asks_for_no_further_frame() {
    let mut window = open(Window::english());
    // The thread may ask for one frame more after its last result was taken.
    let rests = (0..40).any(|_| {
        std::thread::sleep(Duration::from_millis(5));
        window.step();
        let delay = window.output().viewport_output.values().map(|output| output.repaint_delay).min();
        delay.is_some_and(|delay| delay > Duration::from_secs(1))
    });
    assert!(rests, "40 frames after the map it is still drawn");
}

#[test]
fn with_noise_both_networks_say_how_well_the_ends_are_told_apart() {
    let mut window = Window::english().with_preset("gate-stuck-open").open();
    wait(&mut window);
    let lstm = |window: &Harness<'_, App>| {
        let told = |text: &String| text.contains("shown in h") && text.contains("told apart ");
        crate::hand::all_said(window).into_iter().find(told).expect("a fact of the LSTM")
    };
    assert!(lstm(&window).ends_with("told apart 57\u{a0}%"), "{}", lstm(&window));
    window.key_press(Key::Num5);
    window.run_ok();
    wait(&mut window);
    let said = lstm(&window);
    let share = said.rsplit_once("told apart ").expect("a share").1;
    assert!(["99\u{a0}%", ">\u{a0}99\u{a0}%", "100\u{a0}%"].contains(&share), "{said}");
    slider(&window, "Noise σ").set_value_accesskit(0.0);
    window.run_ok();
    assert!(crate::hand::all_said(&window).iter().all(|text| !text.contains("told apart")));
}

#[test]
fn each_place_of_the_picture_has_the_colour_of_its_value() {
    if !crate::pictures::can_draw() {
        return;
    }
    let mut opened = Scene::default();
    opened.lstm.i.w = 4.0;
    let mut window = Window::english().with_scene(opened).with_map().with_size(1920.0, 1080.0).open_to_see();
    wait(&mut window);
    let area = map_of(&window, NAME);
    let seen = window.render().expect("a picture");
    // Away from the line and the ring: blue where f keeps and i lets in, grey elsewhere, and between.
    for (b_f, b_i) in [(11.0, 9.0), (11.0, -9.0), (-9.0, 9.0), (-9.0, -9.0), (2.0, 9.0), (11.0, -1.5)] {
        let value = scene(&window).map_value([b_f, b_i]).expect("a map").expect("a number");
        let at = area.lerp_inside(eframe::egui::vec2((b_f as f32 + 12.0) / 24.0, (12.0 - b_i as f32) / 24.0));
        let [red, green, blue, _] = seen.get_pixel(at.x as u32, at.y as u32).0;
        let wanted = LIGHT.paint(value);
        let off = [red.abs_diff(wanted.r()), green.abs_diff(wanted.g()), blue.abs_diff(wanted.b())];
        assert!(off.iter().all(|off| *off <= 8), "{off:?} from the colour of {value} at {b_f}, {b_i}");
    }
}

#[test]
fn a_map_that_was_folded_shows_the_present_scene_when_it_is_opened_again() {
    let mut window = open(Window::english());
    let before = window.state().state.explore.surveys.map(0.0).picture.expect("a picture").serial;
    let layers = |window: &mut Harness<'_, App>, map: bool| {
        window.state_mut().state.explore.document.scene.layers.map = map;
        window.run_ok();
    };
    layers(&mut window, false);
    slider(&window, "Candidate g, weight w").set_value_accesskit(-1.0);
    window.run_ok();
    layers(&mut window, true);
    wait(&mut window);
    let after = window.state().state.explore.surveys.map(0.0).picture.expect("a picture").serial;
    assert_ne!(before, after, "whoever keeps pictures by their serial must see another");
}

#[test]
fn on_a_projector_tell_apart_and_held_gates_are_still_told() {
    let mut scene = preset("gate-stuck-open").expect("a preset").scene.clone();
    scene.held.o = Some(0.5);
    let mut window = Window::english().with_scene(scene).with_first_layers().open();
    window.key_press(Key::F9);
    window.run_ok();
    wait(&mut window);
    let headline = text_from(&window, "LSTM, blue left");
    assert!(headline.contains("told apart 57") && headline.contains("held: o"), "{headline}");
}

#[test]
fn a_drag_along_the_length_and_back_loses_no_paint() {
    let mut window = open(Window::english().with_preset("sum"));
    window.get_by_label("Along x: Forget gate f, weight b").click();
    window.run_ok();
    window.get_by_role_and_label(Role::RadioButton, "Sequence length T").click();
    window.run_ok();
    wait(&mut window);
    let (paints, length) = (scene(&window).paints.clone(), scene(&window).length());
    let area = map_of(&window, "Map over T and b_i");
    let at = |x: f32| area.lerp_inside(eframe::egui::vec2(x, 0.5));
    drag(&mut window, &[at(0.2), at(0.0), at(1.0)]);
    assert_eq!(scene(&window).length(), 100);
    assert_eq!(scene(&window).paints[..length], paints);
    drag(&mut window, &[at(0.02), at(0.02)]);
    drag(&mut window, &[at(0.02), at(1.0)]);
    assert_eq!((paints[4], scene(&window).paints[4]), (1.0, 0.0), "what the first drag has left counts for the next");
}

#[test]
fn the_noise_and_the_length_can_be_axes_too() {
    let mut window = open(Window::english());
    window.get_by_label("Along x: Forget gate f, weight b").click();
    window.run_ok();
    window.get_by_role_and_label(Role::RadioButton, "Sequence length T").click();
    window.run_ok();
    window.get_by_label("Along y: Input gate i, weight b").click();
    window.run_ok();
    window.get_by_role_and_label(Role::RadioButton, "Noise σ").click();
    window.run_ok();
    wait(&mut window);
    let name = "Map over T and σ";
    assert_eq!(spoken(&window, name), "T 24, σ 0.00: blue at T 0.586");
    slider(&window, name).focus();
    window.run_ok();
    window.key_press(Key::ArrowLeft);
    window.key_press(Key::ArrowUp);
    window.run_ok();
    assert_eq!((scene(&window).length(), scene(&window).noise), (23, 0.01));
    let area = map_of(&window, name);
    drag(&mut window, &[area.right_bottom(), area.right_bottom() + eframe::egui::vec2(0.0, 40.0)]);
    assert_eq!((scene(&window).length(), scene(&window).noise), (100, 0.0), "the end of T, the end of σ");
    let kept = parse_scene("map.toml", &scene_text(scene(&window))).expect("a scene");
    assert_eq!(kept.map, scene(&window).map);
}
