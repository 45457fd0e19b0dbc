//! The parts of Explore, placed by another page: each stands alone, and a control has a row.

use eframe::egui::accesskit::Role;
use eframe::egui::{CentralPanel, Rect, UiBuilder, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::parts::{
    CONTROL_HEIGHT, Head, MAP_LEAST, PlotKind, View, block_ui, card_axis, control_ui, head_ui, map_ui, plot_place,
    plot_ui,
};
use paint_dilution::gui::theme::Tokens;
use paint_dilution::gui::{Document, Settings, State, fonts, theme};
use paint_dilution::locale::Language;
use paint_dilution::scene::{Control, Controls};
use paint_dilution::working::Network;

use crate::hand::said;

/// The rows under the parts.
const ROWS: [&str; 9] = ["f.b", "rnn.u", "g.w", "x[3]", "noise", "T", "seed", "message", "hold.o"];

fn page(language: Language, rows: &'static [&'static str]) -> Harness<'static, State> {
    let state = State::new(Document::first(), Settings { language, ..Settings::first() }, false);
    let mut harness = Harness::builder()
        .with_size(vec2(900.0, 1400.0))
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx);
        })
        .build_ui_state(
            move |ui, state: &mut State| {
                CentralPanel::default().show(ui, |ui| parts(ui, state, rows));
                state.explore.follow();
            },
            state,
        );
    harness.run_ok();
    harness
}

/// One of each, from top to bottom.
fn parts(ui: &mut eframe::egui::Ui, state: &mut State, rows: &[&str]) {
    let tokens = Tokens::seen(ui.theme(), false);
    let (view, document) = View::of(&mut state.explore, &state.settings, state.hover, tokens);
    let Ok(shown) = &view.computed.run else { return };
    let page = ui.max_rect();
    let mut top = page.top();
    let mut row = |height: f32| {
        let row = Rect::from_min_size(pos2(page.left(), top), vec2(page.width(), height));
        top += height;
        row
    };
    let (length, mut requests) = (shown.run.length(), Vec::new());
    let whole = row(Head::Whole.height(false));
    head_ui(ui, whole, Network::Lstm, Head::Whole, &view, shown, document, &mut requests);
    let chain = row(Head::ChainOnly.height(false));
    head_ui(ui, chain, Network::Rnn, Head::ChainOnly, &view, shown, document, &mut requests);
    block_ui(ui, row(220.0), Network::Lstm, &view, shown, document, &mut requests);
    let plot = row(130.0);
    plot_ui(ui, (plot, card_axis(plot, length)), PlotKind::States, &view, shown, &mut requests);
    let card = row(130.0);
    plot_ui(ui, plot_place(card, length), PlotKind::BlueLeft, &view, shown, &mut requests);
    map_ui(ui, row(MAP_LEAST), &view, shown, document);
    for name in rows {
        let mut inside = ui.new_child(UiBuilder::new().max_rect(row(CONTROL_HEIGHT)));
        control_ui(&mut inside, &view, name.parse().expect("a control"), document);
    }
}

fn texts(harness: &Harness<'_, State>) -> Vec<String> {
    harness.query_all_by(|_| true).map(|node| said(&node)).collect()
}

#[test]
fn each_part_stands_alone_in_both_languages() {
    for (language, gate) in
        [(Language::English, "Memory block of the LSTM"), (Language::Korean, "24번째 시점의 LSTM 기억 블록")]
    {
        let harness = page(language, &ROWS);
        let texts = texts(&harness);
        assert!(texts.iter().any(|text| text.starts_with(gate)), "{}", texts.join("\n"));
        assert!(!texts.iter().any(|text| text == "times u"), "the RNN's block is not drawn");
    }
}

#[test]
fn a_row_moves_its_number_and_says_what_the_gate_becomes() {
    let mut harness = page(Language::English, &["f.b", "i.b"]);
    let becomes = |harness: &Harness<'_, State>| {
        texts(harness).into_iter().filter(|text| text.starts_with('(')).collect::<Vec<_>>()
    };
    assert_eq!(becomes(&harness), ["(f = 0.98)"], "of i, x and h have a say too");
    harness.get_by_role_and_label(Role::Slider, "Forget gate f, weight b").set_value_accesskit(2.0);
    harness.run_ok();
    assert_eq!(harness.state().explore.document.scene.lstm.f.b, 2.0);
    assert_eq!(becomes(&harness), ["(f = 0.88)"]);
}

#[test]
fn every_control_has_a_row_that_moves_it() {
    for (name, slider, value) in [
        ("rnn.u", "Plain RNN, weight u", 0.9),
        ("g.w", "Candidate g, weight w", 2.0),
        ("x[3]", "Paint at step 3", -0.5),
        ("noise", "Noise σ", 0.25),
        ("T", "Sequence length T", 12.0),
    ] {
        let rows: &'static [&'static str] = vec![name].leak();
        let mut harness = page(Language::English, rows);
        let before = harness.state().explore.document.scene.clone();
        harness.get_by_role_and_label(Role::Slider, slider).set_value_accesskit(value);
        harness.run_ok();
        let now = &harness.state().explore.document.scene;
        let control: Control = name.parse().expect("a control");
        assert!(paint_dilution::scene::moved(&before, now).contains(&control), "{name}");
    }
    let mut harness = page(Language::English, &["hold.f"]);
    harness.get_by_label("Hold Forget gate f").click();
    harness.run_ok();
    assert!(harness.state().explore.document.scene.held.f.is_some());
    harness.get_by_role_and_label(Role::Slider, "Forget gate f, held at").set_value_accesskit(0.25);
    harness.run_ok();
    assert_eq!(harness.state().explore.document.scene.held.f, Some(0.25));
}

#[test]
fn a_row_of_what_may_not_be_moved_does_not_move() {
    let mut harness = page(Language::English, &["f.b"]);
    harness.state_mut().explore.allowed = Controls::none();
    harness.run_ok();
    let row = harness.get_by_role_and_label(Role::Slider, "Forget gate f, weight b").rect();
    harness.hover_at(row.center());
    harness.drag_at(row.center());
    harness.step();
    harness.drop_at(row.center());
    harness.run_ok();
    assert_eq!(harness.state().explore.document.scene.lstm.f.b, 4.0);
}
