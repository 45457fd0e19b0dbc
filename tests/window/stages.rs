//! One step of time walked through its stages, by hand and by itself.

use std::time::Duration;

use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::App;
use paint_dilution::locale::Language;
use paint_dilution::scene::Run;

use crate::hand::{Window, all_said, said, scene, step};

/// The stage whose letter is chosen in the transport bar.
fn stage(window: &Harness<'_, App>) -> Option<String> {
    let chosen = |node: &egui_kittest::Node<'_>| {
        use egui_kittest::kittest::NodeT;
        node.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
    };
    window.query_all_by(|_| true).find(|node| said(node).starts_with("Stage ") && chosen(node)).map(|node| said(&node))
}

/// The equations under the LSTM's block: the last text with a result that is of it.
fn equations(window: &Harness<'_, App>) -> Vec<String> {
    all_said(window).into_iter().filter(|text| text.matches(" = ").count() >= 2).collect()
}

fn on(window: &mut Harness<'_, App>) {
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    window.run_ok();
}

#[test]
fn shift_and_an_arrow_walk_g_i_f_s_o_h_and_on_into_the_next_step() {
    let mut window = Window::english().with_preset("erased").with_first_layers().open();
    window.state_mut().state.explore.playback.go_to(12);
    let mut seen = Vec::new();
    for _ in 0..7 {
        on(&mut window);
        seen.push((step(&window), stage(&window).expect("a stage")));
    }
    let named = |number: usize, part: &str| format!("Stage {number}: {part}");
    let expected = [
        (12, named(1, "candidate g")),
        (12, named(2, "input gate i")),
        (12, named(3, "forget gate f")),
        (12, named(4, "cell state S")),
        (12, named(5, "output gate o")),
        (12, named(6, "hidden state h")),
        (13, named(1, "candidate g")),
    ];
    assert_eq!(seen, expected);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    window.run_ok();
    assert_eq!((step(&window), stage(&window).expect("a stage")), (12, named(6, "hidden state h")));
    window.key_press(Key::Escape);
    window.run_ok();
    assert_eq!((step(&window), stage(&window)), (12, None), "Escape shows the whole step");
}

#[test]
fn a_stage_shows_its_own_equation_with_the_numbers_of_the_trace() {
    let mut window = Window::english().with_preset("erased").with_first_layers().open();
    window.state_mut().state.explore.playback.go_to(12);
    window.run_ok();
    let run = Run::of(scene(&window)).expect("a run");
    for quantity in ["g", "i", "f", "S", "o", "h"] {
        on(&mut window);
        let opened =
            run.lstm_workings(scene(&window), 12, &paint_quantity(quantity)).expect("a working").remove(0).to_string();
        assert!(equations(&window).contains(&opened), "{opened} is not among {:#?}", equations(&window));
    }
}

fn paint_quantity(letter: &str) -> [paint_dilution::working::Quantity; 1] {
    use paint_dilution::working::Quantity;
    let all = [Quantity::G, Quantity::I, Quantity::F, Quantity::S, Quantity::O, Quantity::H];
    [all.into_iter().find(|quantity| quantity.to_string() == letter).expect("a quantity")]
}

#[test]
fn a_letter_in_the_transport_bar_looks_at_its_stage_and_again_at_the_whole_step() {
    let mut window = Window::english().open();
    for expected in [Some("Stage 3: forget gate f".to_owned()), None] {
        window.get_by_label("Stage 3: forget gate f").click();
        window.run_ok();
        assert_eq!(stage(&window), expected);
    }
    window.get_by_label("Stage 3: forget gate f").click();
    window.run_ok();
    window.key_press(Key::ArrowLeft);
    window.run_ok();
    let looked_at = (step(&window), stage(&window).expect("a stage"));
    assert_eq!(looked_at, (23, "Stage 3: forget gate f".to_owned()), "the same stage, a step before");
}

#[test]
fn slow_playback_walks_through_the_stages_by_itself() {
    let mut window = Window::english().with_first_layers().open();
    window.state_mut().state.settings.speed = 0.25;
    window.key_press(Key::Home);
    window.run_ok();
    window.key_press(Key::Space);
    let mut seen = Vec::new();
    // A frame is 50 ms; a step takes a second.
    for _ in 0..30 {
        window.step();
        let now = (step(&window), stage(&window).map(|name| name[6..7].to_owned()));
        if seen.last() != Some(&now) {
            seen.push(now);
        }
    }
    let staged: Vec<_> = seen.into_iter().filter(|(_, stage)| stage.is_some()).take(7).collect();
    let expected = [(1, "1"), (1, "2"), (1, "3"), (1, "4"), (1, "5"), (1, "6"), (2, "1")];
    assert_eq!(staged, expected.map(|(step, stage)| (step, Some(stage.to_owned()))));
}

#[test]
fn with_reduced_motion_slow_playback_shows_whole_steps_and_sleeps_between_them() {
    let mut window = Window::english().with_first_layers().open();
    window.state_mut().state.settings.speed = 0.25;
    window.state_mut().state.settings.reduce_motion = true;
    window.key_press(Key::Home);
    window.run_ok();
    window.key_press(Key::Space);
    for _ in 0..6 {
        window.step();
        assert_eq!(stage(&window), None);
    }
    let wake = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert!(wake > Some(Duration::from_millis(100)), "woken after {wake:?}");
}

#[test]
fn while_it_plays_what_flows_is_drawn_in_every_frame() {
    let mut window = Window::english().with_first_layers().open();
    window.key_press(Key::Space);
    for _ in 0..3 {
        window.step();
    }
    let wake = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
    assert_eq!(wake, Some(Duration::ZERO));
}

#[test]
fn the_stages_speak_korean() {
    let mut window = Window::new(Language::Korean).with_first_layers().open();
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    window.run_ok();
    assert!(all_said(&window).iter().any(|text| text.contains("1 · 후보 값 g")), "{:#?}", all_said(&window));
}

#[test]
fn before_s_is_worked_out_the_tank_holds_what_it_held() {
    let mut window = Window::english().with_preset("erased").with_first_layers().open();
    window.state_mut().state.explore.playback.go_to(12);
    window.run_ok();
    let states = |window: &Harness<'_, App>| {
        let states = |text: &String| text.starts_with("S₁") && text.matches(" = ").count() == 1;
        all_said(window).into_iter().filter(states).collect::<Vec<_>>()
    };
    assert_eq!(states(&window), ["S₁₁ = 0.741", "S₁₂ = 0.013"]);
    on(&mut window);
    assert_eq!(states(&window), ["S₁₁ = 0.741", "S₁₁ = 0.741"], "the pipe, and the tank");
    for _ in 0..3 {
        on(&mut window);
    }
    assert_eq!(states(&window), ["S₁₁ = 0.741", "S₁₂ = 0.013"]);
}
