//! Any number opens into formula, numbers and result, by a click and by Enter.

use eframe::egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::App;
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::Run;
use paint_dilution::working::{Measure, Network, Quantity};

use crate::hand::{Window, all_said, click_at, place, scene, slider, text_from};

/// The first window, at step 12.
fn at_twelve() -> Harness<'static, App> {
    let mut window = Window::english().with_first_layers().open();
    window.state_mut().state.explore.playback.go_to(12);
    window.run_ok();
    window
}

/// What the number of that name opens into, by a click.
fn opened(window: &mut Harness<'_, App>, name: &str) -> Vec<String> {
    let before = all_said(window);
    let at = place(window, name).center();
    click_at(window, at);
    let mut after = all_said(window);
    for text in before {
        if let Some(at) = after.iter().position(|other| *other == text) {
            after.remove(at);
        }
    }
    window.key_press(Key::Escape);
    window.run_ok();
    after
}

#[test]
fn the_numbers_of_the_block_open_into_the_working_of_the_trace() {
    let mut window = at_twelve();
    let run = Run::of(scene(&window)).expect("a run");
    let of_scene = scene(&window).clone();
    for (name, quantity, step) in [
        ("S₁₂ = 0.728", Quantity::S, 12),
        ("S₁₁ = 0.741", Quantity::S, 11),
        ("g₁₂ = 0", Quantity::G, 12),
        ("h₁₂ = 0.548", Quantity::H, 12),
        ("x₁₂ = 0", Quantity::X, 12),
        ("Forget gate f, valve", Quantity::F, 12),
        ("Input gate i, valve", Quantity::I, 12),
        ("Output gate o, valve", Quantity::O, 12),
    ] {
        let expected = run.lstm_workings(&of_scene, step, &[quantity]).expect("a working").remove(0).to_string();
        let found = opened(&mut window, name);
        assert!(found.contains(&expected), "{name}: {expected} is not among {found:#?}");
    }
}

#[test]
fn the_rnns_numbers_open_as_well() {
    let mut window = at_twelve();
    let run = Run::of(scene(&window)).expect("a run");
    let of_scene = scene(&window).clone();
    for (name, step) in [("h₁₂ = 0.050", 12), ("h₁₁ = 0.063", 11)] {
        let expected = run.rnn_workings(&of_scene, step).expect("a working").remove(0).to_string();
        let found = opened(&mut window, name);
        assert!(found.contains(&expected), "{name}: {expected} is not among {found:#?}");
    }
}

#[test]
fn what_is_left_opens_into_the_two_runs_that_it_comes_from() {
    let mut window = at_twelve();
    let run = Run::of(scene(&window)).expect("a run");
    let words = Words::new(Language::English);
    for (beginning, network) in [("Plain RNN, blue left", Network::Rnn), ("LSTM, blue left", Network::Lstm)] {
        let name = text_from(&window, beginning);
        let measured = run.measured(scene(&window), network, Measure::BlueLeft, 12).expect("a measure");
        let expected = words.measured(&measured).to_string();
        let found = opened(&mut window, &name);
        assert!(found.contains(&expected), "{expected} is not among {found:#?}");
    }
}

#[test]
fn the_title_of_a_plot_opens_the_numbers_at_its_cursor() {
    let mut window = Window::english().with_curves_only().open();
    window.state_mut().state.explore.playback.go_to(12);
    window.run_ok();
    let found = opened(&mut window, "cell state S and hidden state h");
    assert!(found.iter().any(|text| text.starts_with("S₁₂ = f₁₂·S₁₁")), "{found:#?}");
    let gradients = opened(&mut window, "gradient |∂/∂x|");
    let run = Run::of(scene(&window)).expect("a run");
    let words = Words::new(Language::English);
    for network in [Network::Rnn, Network::Lstm] {
        let measured = run.measured(scene(&window), network, Measure::Gradient, 12).expect("a gradient");
        let expected = words.measured(&measured).to_string();
        assert!(gradients.contains(&expected), "{expected} is not among {gradients:#?}");
    }
}

#[test]
fn enter_opens_and_escape_closes_and_nothing_else_moves() {
    let mut window = at_twelve();
    window.get_by_label("S₁₂ = 0.728").focus();
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    let open = |window: &Harness<'_, App>| all_said(window).iter().filter(|text| text.starts_with("S₁₂ = f₁₂")).count();
    let with = open(&window);
    window.key_press(Key::Escape);
    window.run_ok();
    assert_eq!(with, open(&window) + 1, "one working more while it is open");
    slider(&window, "Forget gate f, valve").focus();
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    assert_eq!(scene(&window).held.f, None, "Enter opens; P holds");
    assert!(text_from(&window, "f₁₂ = σ(").contains("0.982"));
}

#[test]
fn before_the_first_step_there_is_nothing_and_it_says_so() {
    let mut window = Window::english().with_first_layers().open();
    window.state_mut().state.explore.playback.go_to(1);
    window.run_ok();
    let found = opened(&mut window, "S₀ = 0");
    assert_eq!(found, ["S₀ = 0: a sequence begins with nothing."]);
}

#[test]
fn what_the_map_has_here_opens_too() {
    let mut window = Window::english().with_map().with_size(1920.0, 1080.0).open();
    crate::hand::wait(&mut window);
    let run = Run::of(scene(&window)).expect("a run");
    let measured = run.measured(scene(&window), Network::Lstm, Measure::Blue, 24).expect("a measure");
    let expected = Words::new(Language::English).measured(&measured).to_string();
    assert_eq!(expected, "blue = |S₂₄ − S*₂₄| = |0.586 − 0| = 0.586");
    let found = opened(&mut window, "here 0.586");
    assert!(found.contains(&expected), "{found:#?}");
}
