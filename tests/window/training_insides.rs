//! Inside a network on Train: heat maps, held gates, half-lives, one unit, and the way to PyTorch.

use eframe::egui::accesskit::Role;
use eframe::egui::pos2;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::engine::cell::{CellKind, HeldGates};
use paint_dilution::engine::training::{Probe, Trace, Trainer};
use paint_dilution::export::torch::torch_text;
use paint_dilution::gui::App;
use paint_dilution::locale::Language;
use paint_dilution::locale::number::{seen, steps, value};
use paint_dilution::number::short;

use crate::hand::{Window, all_said, click_at, copied, place, small_race, text_from, trained, training};

/// A window in which every cell has done so many training steps.
fn open(steps: usize) -> Harness<'static, App> {
    let mut window = Window::english().with_race(small_race()).open();
    trained(&mut window, 0);
    for done in 1..=steps {
        click(&mut window, "One step");
        trained(&mut window, done);
    }
    window
}

fn click(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_label(name).click();
    window.step();
    trained(window, 0);
}

fn alone(kind: CellKind, steps: usize) -> Trainer {
    let mut trainer = Trainer::new(small_race().setup(kind)).expect("a trainer");
    (0..steps).for_each(|_| trainer.step().expect("a step"));
    trainer
}

/// What a model does along the sequence that the window asks about.
fn probe(window: &Harness<'_, App>, trainer: &Trainer) -> Probe {
    let look_at = training(window).look_at;
    let x = trainer.setup().task().probe(look_at.colour, trainer.setup().seed);
    Probe::of(trainer.model(), x.view(), look_at.held).expect("a probe")
}

fn lstm_trace(probe: &Probe) -> &paint_dilution::engine::network::LstmTrace<f64> {
    let Trace::Lstm(trace) = &probe.trace else { panic!("an LSTM") };
    trace
}

/// The units by half-life, from 1.
fn order(probe: &Probe) -> Vec<usize> {
    let mut order: Vec<usize> = (0..probe.half_lives.len()).collect();
    order.sort_by(|a, b| probe.half_lives[*b].total_cmp(&probe.half_lives[*a]));
    order.into_iter().map(|unit| unit + 1).collect()
}

#[test]
fn each_network_shows_its_own_gates_and_states() {
    let mut window = open(1);
    for (cell, maps) in [
        (CellKind::Lstm, &["input gate i", "forget gate f", "output gate o", "cell state S"][..]),
        (CellKind::Gru, &["reset gate r", "update gate z", "candidate n", "hidden state h"]),
        (CellKind::Rnn, &["hidden state h"]),
    ] {
        click(&mut window, &format!("Inside the {}", cell.name()));
        for map in maps {
            text_from(&window, &format!("{map}. unit 1, step 8: "));
        }
        let bars = all_said(&window).into_iter().filter(|text| text.contains(": half-life ")).count();
        assert_eq!(bars, if cell == CellKind::Rnn { 0 } else { 5 });
    }
}

#[test]
fn a_heat_map_says_the_number_of_the_model() {
    let mut window = open(2);
    let probe = probe(&window, &alone(CellKind::Lstm, 2));
    let trace = lstm_trace(&probe);
    let f = trace.f[(7, 0)];
    assert_eq!(text_from(&window, "forget gate f. "), format!("forget gate f. unit 1, step 8: f = {}", value(f)));
    // Under the pointer: the third step of the unit in the second row.
    let map = place(&window, &text_from(&window, "cell state S. "));
    let unit = order(&probe)[1];
    window.hover_at(pos2(map.left() + map.width() * 2.5 / 8.0, map.top() + map.height() * 1.5 / 5.0));
    window.run_steps(20);
    let expected = format!("unit {unit}, step 3: S = {}", value(trace.s[(2, unit - 1)]));
    assert!(all_said(&window).contains(&expected), "no {expected} in {:#?}", all_said(&window));
}

#[test]
fn half_lives_are_sorted_and_a_bar_opens_its_unit() {
    let mut window = open(1);
    let probe = probe(&window, &alone(CellKind::Lstm, 1));
    let names: Vec<String> = order(&probe)
        .into_iter()
        .map(|unit| format!("unit {unit}: half-life {} steps", steps(probe.half_lives[unit - 1])))
        .collect();
    let tops: Vec<f32> = names.iter().map(|name| place(&window, name).top()).collect();
    assert!(tops.windows(2).all(|pair| pair[0] < pair[1]), "{names:?}: {tops:?}");
    let map = place(&window, &text_from(&window, "forget gate f. "));
    assert!((tops[0] - map.top()).abs() < 0.51, "a bar stands beside its row of the heat maps");
    click(&mut window, &names[2]);
    assert_eq!(training(&window).look_at.unit, Some(order(&probe)[2]));
}

#[test]
fn a_click_in_a_heat_map_opens_the_unit_and_goes_to_the_step() {
    let mut window = open(1);
    let probe = probe(&window, &alone(CellKind::Lstm, 1));
    let map = place(&window, &text_from(&window, "forget gate f. "));
    click_at(&mut window, pos2(map.left() + map.width() * 3.5 / 8.0, map.bottom() - 3.0));
    trained(&mut window, 0);
    assert_eq!(training(&window).look_at.unit, Some(order(&probe)[4]));
    assert_eq!(training(&window).playback.step(), 4);
}

#[test]
fn a_held_gate_shows_the_recall_error_with_it_and_without() {
    let mut window = open(2);
    let mut trainer = alone(CellKind::Lstm, 2);
    let free = trainer.recall_error();
    for (name, sign, at) in [
        ("forget gate f: hold at 0", "0", 0.0),
        ("forget gate f: hold at ½", "0.5", 0.5),
        ("forget gate f: hold at 1", "1", 1.0),
    ] {
        click(&mut window, name);
        let mut held = HeldGates::default();
        held.lstm.f = Some(at);
        assert_eq!(training(&window).look_at.held, held);
        let error = trainer.recall_error_held(&held).expect("an error");
        let expected = format!("f = {sign} held: recall error {} → {}", short(free), short(error));
        assert_eq!(text_from(&window, "f = "), expected);
        let probe = probe(&window, &trainer);
        assert!(lstm_trace(&probe).f.iter().all(|f| *f == at));
        text_from(&window, &format!("forget gate f. unit 1, step 8: f = {}", value(at)));
        assert!(text_from(&window, "LSTM at step 8 answers").contains(&format!("f = {sign} held")));
    }
    click(&mut window, "forget gate f: let go");
    assert_eq!(training(&window).look_at.held, HeldGates::default());
    assert!(!all_said(&window).iter().any(|text| text.contains("held: recall error")));
}

#[test]
fn any_value_can_be_typed_and_a_new_race_lets_go() {
    let mut window = open(1);
    click(&mut window, "Inside the GRU");
    window.get_by_role_and_label(Role::SpinButton, "update gate z: hold at any value").click();
    window.run_ok();
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, eframe::egui::Key::A);
    window.run_ok();
    window.event(eframe::egui::Event::Text("0.3".to_owned()));
    window.key_press(eframe::egui::Key::Enter);
    window.step();
    trained(&mut window, 0);
    assert_eq!(training(&window).look_at.held.gru.z, Some(0.3));
    text_from(&window, "z = 0.3 held: recall error ");
    click(&mut window, "Reset");
    assert_eq!(training(&window).look_at.held, HeldGates::default());
}

#[test]
fn the_longest_lived_unit_opens_with_its_block() {
    let mut window = open(2);
    let trainer = alone(CellKind::Lstm, 2);
    let probe = probe(&window, &trainer);
    let (trace, unit) = (lstm_trace(&probe), order(&probe)[0]);
    click(&mut window, "Open the longest-lived unit");
    assert_eq!(
        text_from(&window, "Unit "),
        format!("Unit {unit} of the LSTM · half-life {} steps", steps(probe.half_lives[unit - 1]))
    );
    let [s, h] = [&trace.s, &trace.h].map(|states| states[(7, unit - 1)]);
    let block = text_from(&window, "Memory block of the LSTM at step 8");
    assert!(block.contains(&format!("S {}", seen(s))) && block.ends_with(&format!("h {}", seen(h))), "{block}");
    let gates = text_from(&window, "gates f, o, i, t = 8");
    assert!(gates.contains(&format!("f {}", value(trace.f[(7, unit - 1)]))), "{gates}");
    // Inside a gate the others are one number, and the three come to the gate.
    click(
        &mut window,
        &format!("Forget gate f = {}", paint_dilution::locale::number::fixed(trace.f[(7, unit - 1)], 2)),
    );
    let working = text_from(&window, "f₈");
    assert!(working.contains(&format!("Σ_k≠{unit}")) && working.contains("W_f"), "{working}");
    window.key_press(eframe::egui::Key::Escape);
    window.run_ok();
    click(&mut window, "next unit");
    assert_eq!(training(&window).look_at.unit, Some(order(&probe)[1]));
    click(&mut window, "Back to all units");
    assert_eq!(training(&window).look_at.unit, None);
    text_from(&window, "forget gate f. ");
}

#[test]
fn a_unit_of_another_cell_shows_its_curves() {
    let mut window = open(1);
    click(&mut window, "Inside the GRU");
    click(&mut window, "Open the longest-lived unit");
    text_from(&window, "gates z, r, t = 8");
    text_from(&window, "states h, n, t = 8");
    click(&mut window, "Inside the RNN");
    assert_eq!(training(&window).look_at.unit, None, "a unit of one network is none of another");
}

#[test]
fn the_network_is_copied_as_python() {
    let mut window = open(0);
    click(&mut window, "Inside the GRU");
    window.get_by_label("Copy as PyTorch").click();
    let copied = copied(&mut window);
    assert_eq!(copied, Some(torch_text(&small_race().setup(CellKind::Gru), 1000)));
    text_from(&window, "Copied: GRU in PyTorch, ");
}

#[test]
fn nothing_leaves_the_window_or_lies_on_another() {
    for language in Language::ALL {
        for (width, height) in [(1024.0, 640.0), (1280.0, 800.0), (1920.0, 1080.0)] {
            let mut window = Window::new(language).with_race(small_race()).with_size(width, height).open();
            trained(&mut window, 0);
            let words = paint_dilution::locale::Words::new(language);
            let screen = eframe::egui::Rect::from_min_size(pos2(0.0, 0.0), eframe::egui::vec2(width, height));
            let keys =
                ["road-none", "road-longer", "train-run", "train-once", "train-reset", "switch-theme", "copy-torch"];
            let mut places: Vec<_> = keys.iter().map(|key| (*key, place(&window, &words.text(key)))).collect();
            // What is below the fold of the smallest window is reached by scrolling.
            places.retain(|(key, rect)| *key != "copy-torch" || rect.bottom() < height - 50.0);
            for (name, rect) in &places {
                assert!(screen.contains_rect(*rect), "{name} at {rect:?} leaves {width}×{height}");
            }
            for (at, (name, rect)) in places.iter().enumerate() {
                for (other, other_rect) in &places[at + 1..] {
                    assert!(!rect.shrink(1.0).intersects(*other_rect), "{name} {rect:?} on {other} {other_rect:?}");
                }
            }
        }
    }
}
