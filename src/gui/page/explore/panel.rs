//! The panel of sliders: the input, the RNN, and the LSTM's gates.

use eframe::egui::{Align, Button, Color32, DragValue, Layout, Response, RichText, ScrollArea, Ui, vec2};

use super::ghosts::{ghosts_ui, pin_ui};
use super::{View, sliders};
use crate::engine::network::{Parameter, Part, Term};
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::settings::Group;
use crate::gui::state::{Dialog, Document};
use crate::gui::theme::text;
use crate::gui::widget::fold::fold_ui;
use crate::gui::widget::weight_slider::{plain_numbers, weight_slider_ui};
use crate::locale::number;
use crate::scene::{MAX_SEED, Scene};
use crate::working::{Measure, Network};

/// Draws the panel; edits the scene.
pub fn panel_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) {
    ScrollArea::vertical().id_salt("panel").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.spacing_mut().button_padding = vec2(7.0, 1.0);
        ui.add_space(4.0);
        input_ui(ui, view, document, requests);
        rnn_ui(ui, view, document, requests);
        for part in Part::ALL {
            gate_ui(ui, view, part, document, requests);
        }
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            let reset = ui.button(view.words.text("reset")).on_hover_text(view.words.text("reset-tip"));
            help::mark(ui, "reset", reset.rect);
            if reset.clicked() {
                requests.push(Request::Reset);
            }
            marked(ui, "ghosts", |ui| pin_ui(ui, view, &document.scene.ghosts, requests));
        });
        marked(ui, "ghosts", |ui| ghosts_ui(ui, view, &mut document.scene.ghosts));
        ui.add_space(8.0);
    });
}

/// T, σ, the seed, the message, and the way to many paints at once.
fn input_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) {
    let words = view.words;
    let mut paste = false;
    let right = |ui: &mut Ui| {
        let button = Button::new(RichText::new(words.text("paints")).font(text::regular(text::SMALL))).small();
        let button = ui.add(button).on_hover_text(words.text("paints-tip"));
        help::mark(ui, "paste", button.rect);
        paste = button.clicked();
    };
    let heading = Heading { group: Group::Input, name: &words.text("input"), colour: None };
    let open = heading_ui(ui, view, &heading, requests, right);
    if paste {
        requests.push(Request::Dialog(Some(Dialog::Paints)));
    }
    if !open {
        return;
    }
    marked(ui, "length", |ui| sliders::length_ui(ui, view, document, weight_slider_ui));
    marked(ui, "noise", |ui| weight_slider_ui(ui, sliders::noise(view, document)));
    marked(ui, "seed", |ui| seed_ui(ui, view, &mut document.scene));
    marked(ui, "follow", |ui| message_ui(ui, view, &mut document.scene));
}

/// Draws something and marks its place for the help.
pub(super) fn marked<R>(ui: &mut Ui, topic: &'static str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let drawn = ui.scope(content);
    help::mark(ui, topic, drawn.response.rect);
    drawn.inner
}

/// The RNN's group: its three weights.
fn rnn_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) {
    let name = view.words.text("network-rnn");
    let heading = Heading { group: Group::Rnn, name: &name, colour: Some(view.tokens.rnn) };
    if heading_ui(ui, view, &heading, requests, |_| {}) {
        for term in Term::ALL {
            weight_ui(ui, view, Parameter::Rnn(term), document);
        }
    }
}

/// The seed, and other noise at a click.
pub(super) fn seed_ui(ui: &mut Ui, view: &View<'_>, scene: &mut Scene) {
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
pub(super) fn message_ui(ui: &mut Ui, view: &View<'_>, scene: &mut Scene) {
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

/// What a group's heading says.
struct Heading<'a> {
    group: Group,
    name: &'a str,
    colour: Option<Color32>,
}

/// A group's heading: a triangle that folds it, a square of its colour, its name, and what stands at
/// the right. Returns whether the group is open.
fn heading_ui(
    ui: &mut Ui,
    view: &View<'_>,
    heading: &Heading<'_>,
    requests: &mut Vec<Request>,
    right: impl FnOnce(&mut Ui),
) -> bool {
    let open = !view.folded.contains(&heading.group);
    ui.add_space(if heading.group == Group::Input { 0.0 } else { 7.0 });
    ui.horizontal(|ui| {
        let response = fold_ui(ui, open, heading.name, heading.colour, view.tokens);
        help::mark(ui, "group", response.rect);
        if response.on_hover_text(help::meaning(view.words, "group")).clicked() {
            requests.push(Request::Fold(heading.group, open));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
    open
}

/// A gate's group: its three weights, and for i, f, o whether it is held.
fn gate_ui(ui: &mut Ui, view: &View<'_>, part: Part, document: &mut Document, requests: &mut Vec<Request>) {
    let words = view.words;
    let name = words.text(&format!("part-{}", part.letter()));
    let step = view.step();
    let scene = &mut document.scene;
    let right = |ui: &mut Ui| {
        if part == Part::F {
            let run = view.computed.run.as_ref().ok();
            let half_life =
                run.and_then(|shown| shown.run.measured(&shown.scene, Network::Lstm, Measure::HalfLife, step));
            let steps = half_life.map_or_else(String::new, |measured| number::steps(measured.result));
            let text = words.with("half-life", &[("steps", steps)]);
            let label = ui.label(RichText::new(text).font(text::regular(text::SMALL)).color(view.tokens.faint));
            help::mark(ui, "half-life", label.rect);
            label.on_hover_text(words.text("half-life-tip"));
        }
        if let Some(held) = scene.held_mut(part) {
            let mut on = held.is_some();
            let box_ = ui.checkbox(&mut on, RichText::new(words.text("hold")).font(text::regular(text::SMALL)));
            let hold_name = words.with("hold-name", &[("part", name.clone())]);
            box_.widget_info(|| {
                eframe::egui::WidgetInfo::selected(eframe::egui::Role::CheckBox, true, on, hold_name.clone())
            });
            help::mark(ui, "hold", box_.rect);
            box_.on_hover_text(words.text("hold-tip"));
            if on != held.is_some() {
                *held = on.then(|| gate_now(view, part, step));
            }
        }
    };
    let heading = Heading { group: group_of(part), name: &name, colour: Some(view.tokens.part(part)) };
    if !heading_ui(ui, view, &heading, requests, right) {
        return;
    }
    if document.scene.held(part).is_some() {
        marked(ui, "hold", |ui| sliders::held_ui(ui, view, part, document, weight_slider_ui));
        return;
    }
    for term in Term::ALL {
        weight_ui(ui, view, Parameter::Lstm(part, term), document);
    }
}

/// What the gate is at the step at hand.
pub(super) fn gate_now(view: &View<'_>, part: Part, step: usize) -> f64 {
    let flows = view.computed.run.as_ref().ok().and_then(|shown| shown.run.lstm_flows(step));
    flows.map_or(1.0, |flows| flows.gate(part))
}

fn weight_ui(ui: &mut Ui, view: &View<'_>, parameter: Parameter, document: &mut Document) {
    let slider = sliders::weight(view, parameter, document);
    marked(ui, sliders::topic(parameter), |ui| weight_slider_ui(ui, slider));
}

fn group_of(part: Part) -> Group {
    match part {
        Part::I => Group::I,
        Part::F => Group::F,
        Part::O => Group::O,
        Part::G => Group::G,
    }
}
