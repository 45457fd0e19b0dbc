//! The panel of sliders: the input, the RNN, and the LSTM's gates.

use eframe::egui::{Align, Button, DragValue, Layout, Response, RichText, ScrollArea, Sense, Ui, vec2};

use super::View;
use crate::engine::cell::activation::sigmoid;
use crate::engine::network::{Parameter, Part, Term};
use crate::engine::survival::half_life;
use crate::gui::request::Request;
use crate::gui::state::{Dialog, Document};
use crate::gui::theme::text;
use crate::gui::widget::rail::Bend;
use crate::gui::widget::weight_slider::{WeightSlider, plain_numbers, weight_slider_ui};
use crate::locale::number::{self, fixed};
use crate::scene::{MAX_LENGTH, MAX_SEED, Scene};

/// Draws the panel; edits the scene.
pub fn panel_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) {
    ScrollArea::vertical().id_salt("panel").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.spacing_mut().button_padding = vec2(7.0, 1.0);
        ui.add_space(4.0);
        input_ui(ui, view, document, requests);
        heading_ui(ui, view, &view.words.text("network-rnn"), view.tokens.rnn, |_, _| {}, &mut document.scene);
        for term in Term::ALL {
            weight_ui(ui, view, Parameter::Rnn(term), document);
        }
        for part in Part::ALL {
            gate_ui(ui, view, part, document);
        }
        ui.add_space(10.0);
        if ui.button(view.words.text("reset")).on_hover_text(view.words.text("reset-tip")).clicked() {
            requests.push(Request::Reset);
        }
        ui.add_space(8.0);
    });
}

/// T, σ, the seed, the message, and the way to many paints at once.
fn input_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) {
    let (words, tokens) = (view.words, view.tokens);
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("input")).font(text::semibold(text::BODY)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button::new(RichText::new(words.text("paints")).font(text::regular(text::SMALL))).small();
            if ui.add(button).on_hover_text(words.text("paints-tip")).clicked() {
                requests.push(Request::Dialog(Some(Dialog::Paints)));
            }
        });
    });
    let home = document.start.scene.clone();
    length_ui(ui, view, &mut document.scene, &home);
    let slider = WeightSlider {
        value: &mut document.scene.noise,
        symbol: ("σ", ""),
        name: words.text("noise-name"),
        tip: words.text("noise-tip"),
        range: 0.0..=1.0,
        grain: 0.01,
        bend: Bend::Even,
        home: home.noise,
        colour: tokens.ink,
        tokens,
    };
    weight_slider_ui(ui, slider);
    seed_ui(ui, view, &mut document.scene);
    message_ui(ui, view, &mut document.scene);
}

/// The sequence length, on a rail that is fine where sequences are short.
fn length_ui(ui: &mut Ui, view: &View<'_>, scene: &mut Scene, home: &Scene) {
    let mut length = as_f64(scene.length());
    let slider = WeightSlider {
        value: &mut length,
        symbol: ("T", ""),
        name: view.words.text("length-name"),
        tip: view.words.text("length-tip"),
        range: 1.0..=as_f64(MAX_LENGTH),
        grain: 1.0,
        bend: Bend::Log,
        home: as_f64(home.length()),
        colour: view.tokens.ink,
        tokens: view.tokens,
    };
    let moved = weight_slider_ui(ui, slider);
    // A drag to the left and back again loses no paint: each length is cut from what was there when
    // the button went down.
    let key = ui.scope_id().with("paints-before");
    let pressed = ui.input(|input| input.pointer.any_down());
    if moved {
        let before: Option<(Vec<f64>, usize)> = ui.data(|data| data.get_temp(key));
        if let (true, Some((paints, message))) = (pressed, before) {
            (scene.paints, scene.message) = (paints, message);
        } else {
            ui.data_mut(|data| data.insert_temp(key, (scene.paints.clone(), scene.message)));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 1000")]
        scene.set_length(length.round() as usize);
    } else if !pressed {
        ui.data_mut(|data| data.remove::<(Vec<f64>, usize)>(key));
    }
}

/// The seed, and other noise at a click.
fn seed_ui(ui: &mut Ui, view: &View<'_>, scene: &mut Scene) {
    let words = view.words;
    let seed = &mut scene.seed;
    let mut new = false;
    let number = |ui: &mut Ui| {
        let seed = DragValue::new(seed).range(0..=MAX_SEED).speed(1.0).update_while_editing(false);
        let number = number_ui(ui, seed);
        let button = Button::new(RichText::new(words.text("new-seed")).font(text::regular(text::SMALL))).small();
        new = ui.add(button).on_hover_text(words.text("new-seed-tip")).clicked();
        number
    };
    whole_ui(ui, view, "seed", number);
    if new {
        scene.seed = if scene.seed < MAX_SEED { scene.seed + 1 } else { 0 };
    }
}

/// The step whose paint is followed.
fn message_ui(ui: &mut Ui, view: &View<'_>, scene: &mut Scene) {
    let length = scene.length();
    let step = DragValue::new(&mut scene.message).range(1..=length).speed(0.1).update_while_editing(false);
    whole_ui(ui, view, "message", |ui| number_ui(ui, step));
}

/// A whole number in the column of the other numbers, with its label at the left.
fn whole_ui(ui: &mut Ui, view: &View<'_>, key: &str, number: impl FnOnce(&mut Ui) -> Response) {
    ui.horizontal(|ui| {
        let label = ui.label(RichText::new(view.words.text(key)).color(view.tokens.faint));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            number(ui).labelled_by(label.id).on_hover_text(view.words.text(&format!("{key}-tip")));
        });
    });
}

/// A number that shows no box until it is pointed at.
fn number_ui(ui: &mut Ui, number: DragValue<'_>) -> Response {
    ui.scope(|ui| {
        plain_numbers(ui);
        ui.add(number)
    })
    .inner
}

/// A group's heading: a square of its colour, its name, and what stands at the right.
fn heading_ui(
    ui: &mut Ui,
    view: &View<'_>,
    name: &str,
    colour: eframe::egui::Color32,
    right: impl FnOnce(&mut Ui, &mut Scene),
    scene: &mut Scene,
) {
    ui.add_space(7.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (square, _) = ui.allocate_exact_size(vec2(9.0, 9.0), Sense::hover());
        ui.painter().rect_filled(square, 2.5, colour);
        ui.label(RichText::new(name).font(text::semibold(text::BODY)).color(view.tokens.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| right(ui, scene));
    });
}

/// A gate's group: its three weights, and for i, f, o whether it is held.
fn gate_ui(ui: &mut Ui, view: &View<'_>, part: Part, document: &mut Document) {
    let words = view.words;
    let name = words.text(&format!("part-{}", part.letter()));
    let step = view.playback.step();
    let right = |ui: &mut Ui, scene: &mut Scene| {
        if part == Part::F {
            let b = scene.held.f.unwrap_or_else(|| sigmoid(scene.lstm.f.b));
            let text = words.with("half-life", &[("steps", number::steps(half_life(b)))]);
            ui.label(RichText::new(text).font(text::regular(text::SMALL)).color(view.tokens.faint))
                .on_hover_text(words.text("half-life-tip"));
        }
        if let Some(held) = scene.held_mut(part) {
            let mut on = held.is_some();
            let box_ = ui.checkbox(&mut on, RichText::new(words.text("hold")).font(text::regular(text::SMALL)));
            let hold_name = words.with("hold-name", &[("part", name.clone())]);
            box_.widget_info(|| {
                eframe::egui::WidgetInfo::selected(eframe::egui::Role::CheckBox, true, on, hold_name.clone())
            });
            box_.on_hover_text(words.text("hold-tip"));
            if on != held.is_some() {
                *held = on.then(|| gate_now(view, part, step));
            }
        }
    };
    heading_ui(ui, view, &name, view.tokens.part(part), right, &mut document.scene);
    if let Some(value) = document.scene.held_mut(part).and_then(Option::as_mut) {
        let slider = WeightSlider {
            value,
            symbol: (part.letter(), ""),
            name: words.with("held-name", &[("part", name)]),
            tip: words.text("held-tip"),
            range: 0.0..=1.0,
            grain: 0.01,
            bend: Bend::Even,
            home: document.start.scene.held(part).unwrap_or(1.0),
            colour: view.tokens.part(part),
            tokens: view.tokens,
        };
        weight_slider_ui(ui, slider);
        return;
    }
    for term in Term::ALL {
        weight_ui(ui, view, Parameter::Lstm(part, term), document);
    }
}

/// What the gate is at the step at hand, to two decimals.
fn gate_now(view: &View<'_>, part: Part, step: usize) -> f64 {
    let Ok(shown) = &view.computed.run else { return 1.0 };
    let trace = &shown.run.lstm.trace;
    let gate = match part {
        Part::I => &trace.i,
        Part::F => &trace.f,
        Part::O | Part::G => &trace.o,
    };
    let value = gate.get((step - 1, 0)).copied().unwrap_or(1.0);
    (value * 100.0).round() / 100.0
}

fn weight_ui(ui: &mut Ui, view: &View<'_>, parameter: Parameter, document: &mut Document) {
    let (words, tokens) = (view.words, view.tokens);
    let home = parameter.get(&document.start.scene.rnn, &document.start.scene.lstm);
    let limit = parameter.limit();
    let (part, term, below, colour) = match parameter {
        Parameter::Rnn(term) => (words.text("network-rnn"), term, "", tokens.rnn),
        Parameter::Lstm(part, term) => {
            (words.text(&format!("part-{}", part.letter())), term, part.letter(), tokens.part(part))
        }
    };
    let scene = &mut document.scene;
    let slider = WeightSlider {
        value: parameter.get_mut(&mut scene.rnn, &mut scene.lstm),
        symbol: (term.letter(), below),
        name: words.with("weight-name", &[("part", part), ("term", term.letter().to_owned())]),
        tip: words.with(
            &format!("weight-{}-tip", term.letter()),
            &[("equation", parameter.equation()), ("least", fixed(-limit, 0)), ("most", fixed(limit, 0))],
        ),
        range: -limit..=limit,
        grain: parameter.grain(),
        bend: Bend::Even,
        home,
        colour,
        tokens,
    };
    weight_slider_ui(ui, slider);
}

#[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
fn as_f64(length: usize) -> f64 {
    length as f64
}
