//! What may not be moved stays as it is and can still be read; what is to be foretold is not shown.

use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use paint_dilution::gui::App;
use paint_dilution::gui::help::marks;
use paint_dilution::paint::Ramp;
use paint_dilution::scene::{Control, Controls};

use crate::hand::{Window, all_said, click_at, double_click, drag, place, scene, step, text_from};
use crate::pictures::can_draw;

/// Only these may be moved.
fn only(names: &[&str]) -> Controls {
    let controls = names.iter().map(|name| name.parse().expect("a control")).collect();
    Controls::These { controls, paints: false }
}

fn with(window: Window, allowed: Controls) -> Harness<'static, App> {
    let mut window = window.with_first_layers().open();
    window.state_mut().state.explore.allowed = allowed;
    window.run_ok();
    window
}

fn has(window: &Harness<'_, App>, role: Role, name: &str) -> bool {
    window.query_by_role_and_label(role, name).is_some()
}

#[test]
fn a_click_on_a_paint_that_cannot_be_changed_goes_to_its_step() {
    let mut window = with(Window::english(), Controls::none());
    let before = scene(&window).clone();
    for (network, to) in [("LSTM", 12), ("Plain RNN", 5)] {
        window.get_by_label(&format!("{network}: paint at step {to}, grey")).click();
        window.run_ok();
        assert_eq!((scene(&window), step(&window)), (&before, to));
    }
}

#[test]
fn a_drag_over_paints_that_cannot_be_changed_goes_along_the_steps() {
    let mut window = with(Window::english(), Controls::none());
    let before = scene(&window).clone();
    let stroke = [7, 8, 9].map(|step: usize| place(&window, &format!("LSTM: paint at step {step}, grey")).center());
    drag(&mut window, &stroke);
    assert_eq!((scene(&window), step(&window)), (&before, 9));
    window.get_by_label("LSTM: paint at step 3, grey").click_secondary();
    window.run_ok();
    assert!(!has(&window, Role::Slider, "Mixture, from orange to blue"), "there is no menu");
}

#[test]
fn a_stroke_paints_only_what_may_be_painted() {
    let mut window = with(Window::english(), only(&["x[5]", "x[7]"]));
    let stroke = [5, 6, 7, 8].map(|step: usize| place(&window, &format!("LSTM: paint at step {step}, grey")).center());
    drag(&mut window, &stroke);
    let orange: Vec<usize> = (1..=24).filter(|step| scene(&window).paints[step - 1] == -1.0).collect();
    assert_eq!(orange, [5, 7]);
    window.get_by_label("LSTM: paint at step 5, orange").click_secondary();
    window.run_ok();
    assert!(has(&window, Role::Slider, "Mixture, from orange to blue"));
    assert!(window.get_by_label("Follow this paint").accesskit_node().is_disabled(), "the message stays");
}

#[test]
fn a_long_sequence_goes_to_the_step_too() {
    let mut long = paint_dilution::scene::Scene::default();
    long.set_length(200);
    let mut window = with(Window::english().with_scene(long), Controls::none());
    let before = scene(&window).clone();
    let strip = place(&window, "LSTM: paints of all steps");
    click_at(&mut window, strip.center());
    assert_eq!(scene(&window), &before);
    assert!((99..=102).contains(&step(&window)), "{}", step(&window));
}

#[test]
fn a_valve_whose_bias_stays_is_a_fitting_without_a_pin() {
    let mut window = with(Window::english(), only(&["f.b"]));
    let before = scene(&window).clone();
    assert!(has(&window, Role::Slider, "Forget gate f, valve"));
    assert!(!has(&window, Role::CheckBox, "Pin of Forget gate f"), "to hold it is another thing");
    assert!(!marks(&window.ctx).iter().any(|mark| mark.topic == "pin"), "the help names no pin");
    for name in ["Input gate i = 0.00", "Output gate o = 0.88"] {
        let valve = window.get_by_role_and_label(Role::Button, name);
        assert!(!valve.accesskit_node().data().supports_action(Action::Focus), "{name}");
        let at = valve.rect().center();
        drag(&mut window, &[at, at + vec2(30.0, 0.0), at + vec2(60.0, 0.0)]);
        double_click(&mut window, at);
        assert_eq!(scene(&window), &before, "{name}");
    }
    assert!(!all_said(&window).iter().any(|text| text.starts_with("Pin of")));
}

#[test]
fn a_held_gate_moves_with_its_pin_and_not_with_its_bias() {
    let mut held = scene(&Window::english().open()).clone();
    (held.held.f, held.held.o) = (Some(0.5), Some(0.5));
    let mut window = with(Window::english().with_scene(held), only(&["hold.f", "o.b"]));
    assert!(has(&window, Role::Slider, "Forget gate f, valve") && has(&window, Role::CheckBox, "Pin of Forget gate f"));
    assert!(has(&window, Role::Button, "Output gate o = 0.50"));
    window.get_by_label("Pin of Forget gate f").click();
    window.run_ok();
    assert_eq!(scene(&window).held.f, None);
    assert!(has(&window, Role::Button, "Forget gate f = 0.98"), "its bias stays");
    window.get_by_label("Pin of Forget gate f").click();
    window.run_ok();
    assert!(scene(&window).held.f.is_some());
}

#[test]
fn the_rnns_weights_are_fittings_where_they_stay() {
    let mut window = with(Window::english(), only(&["rnn.u"]));
    assert!(has(&window, Role::Slider, "times u") && !has(&window, Role::Slider, "times w"));
    let before = scene(&window).clone();
    let at = place(&window, "× w = 1.00").center();
    drag(&mut window, &[at, at + vec2(30.0, 0.0), at + vec2(60.0, 0.0)]);
    double_click(&mut window, at);
    assert_eq!(scene(&window), &before);
    let at = place(&window, "times u").center();
    drag(&mut window, &[at, at + vec2(30.0, 0.0), at + vec2(60.0, 0.0)]);
    assert!(scene(&window).rnn.u > before.rnn.u);
}

#[test]
fn on_the_map_only_the_axis_that_may_be_moved_moves() {
    let first = scene(&Window::english().open()).clone();
    for (allowed, [f_moves, i_moves]) in
        [(&["f.b"][..], [true, false]), (&["i.b"], [false, true]), (&[], [false, false])]
    {
        let mut window = with(Window::english().with_map(), only(allowed));
        window.state_mut().state.explore.document.scene.layers.map = true;
        crate::hand::wait(&mut window);
        let map = first.map;
        let named = |role| window.query_all_by_role(role).map(|node| (crate::hand::said(&node), node.rect()));
        let of_map = |(said, _): &(String, eframe::egui::Rect)| said.contains("b_f") && said.contains("b_i");
        let found = named(Role::Slider).chain(named(Role::Image)).find(of_map).expect("the map");
        let (left, top) = (found.1.left(), found.1.top());
        click_at(&mut window, Pos2::new(left + 20.0, top + 12.0));
        let now = scene(&window);
        assert_eq!(now.map, map);
        let moved = [now.lstm.f.b != first.lstm.f.b, now.lstm.i.b != first.lstm.i.b];
        assert_eq!(moved, [f_moves, i_moves], "{allowed:?}");
    }
}

/// A window that shows nothing after a step yet.
fn veiled(window: Window, until: usize) -> Harness<'static, App> {
    let mut window = window.with_first_layers().open();
    window.state_mut().state.explore.veil = Some(until);
    window.run_ok();
    window
}

#[test]
fn no_number_is_told_of_a_step_that_is_not_shown_yet() {
    let mut window = veiled(Window::english(), 3);
    assert_eq!(step(&window), 24, "time goes its own way");
    let told = ["LSTM: cell state S, ", "LSTM: gates i, f, o, states S and h, t = 3", "blue left, t = 3"];
    for beginning in told {
        assert!(!text_from(&window, beginning).contains("24"), "{beginning}");
    }
    let at_three = text_from(&window, "LSTM, blue left");
    window.state_mut().state.explore.veil = None;
    window.state_mut().state.explore.playback.go_to(3);
    window.run_ok();
    assert_eq!(text_from(&window, "LSTM, blue left"), at_three);
}

#[test]
fn states_that_are_not_shown_yet_have_no_colour() {
    if !can_draw() {
        return;
    }
    let mut window = Window::english().with_first_layers().open_to_see();
    let mut colour = |until: Option<usize>| {
        window.state_mut().state.explore.veil = until;
        window.state_mut().state.explore.playback.go_to(1);
        window.remove_cursor();
        window.run_ok();
        let states = [6, 12].map(|step| place(&window, &format!("LSTM: paint at step {step}, grey")).center());
        let picture = window.render().expect("a picture");
        states.map(|at| picture.get_pixel(at.x as u32, at.y as u32 + 30).0)
    };
    let (open, veiled) = (colour(None), colour(Some(6)));
    let is_blue = |pixel: [u8; 4]| pixel[2] > pixel[0].saturating_add(40);
    assert!(is_blue(open[0]) && is_blue(open[1]), "{open:?}");
    assert!(is_blue(veiled[0]) && !is_blue(veiled[1]), "{veiled:?}");
    assert_ne!(Ramp::LIGHT.colour(0.0)[..3], veiled[1][..3], "no paint, not even grey");
}

#[test]
fn everything_is_allowed_on_explore() {
    let window = Window::english().open();
    assert!(window.state().state.explore.allowed.allows(Control::Noise));
    assert_eq!(window.state().state.explore.veil, None);
}
