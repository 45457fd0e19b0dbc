//! One number of the scene in a row of its own: its name, a long rail, and its value.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Role, TextFormat, Ui, WidgetInfo};

use super::panel::{gate_now, marked, message_ui, seed_ui};
use super::{View, sliders};
use crate::engine::network::{Parameter, Part, Term};
use crate::gui::state::Document;
use crate::gui::theme::text;
use crate::gui::widget::weight_slider::{LONG, WeightSlider, long_slider_ui};
use crate::locale::number::fixed;
use crate::scene::{Control, Scene};

/// How high a row is.
pub const HEIGHT: f32 = LONG;

/// Draws the row of a control over the whole width; edits the scene. What may not be moved is drawn
/// faint.
pub fn control_ui(ui: &mut Ui, view: &View<'_>, control: Control, document: &mut Document) {
    ui.push_id(control.to_string(), |ui| {
        ui.add_enabled_ui(view.allowed.allows(control), |ui| row_ui(ui, view, control, document));
    });
}

fn row_ui(ui: &mut Ui, view: &View<'_>, control: Control, document: &mut Document) {
    match control {
        Control::Weight(parameter) => {
            let becomes = becomes(view, parameter, &document.scene);
            let slider = sliders::weight(view, parameter, document);
            let name = label(&slider, &weight_name(view, parameter));
            marked(ui, sliders::topic(parameter), |ui| long_slider_ui(ui, slider, name, &becomes));
        }
        Control::Paint(step) => {
            if let Some(slider) = sliders::paint(view, step, document) {
                let name = label(&slider, &slider.name);
                marked(ui, "paints", |ui| long_slider_ui(ui, slider, name, ""));
            }
        }
        Control::Noise => {
            let slider = sliders::noise(view, document);
            let name = label(&slider, &view.words.text("control-noise"));
            marked(ui, "noise", |ui| long_slider_ui(ui, slider, name, ""));
        }
        Control::Length => marked(ui, "length", |ui| {
            sliders::length_ui(ui, view, document, |ui, slider| {
                let name = label(&slider, &view.words.text("control-length"));
                long_slider_ui(ui, slider, name, "")
            });
        }),
        Control::Seed => marked(ui, "seed", |ui| seed_ui(ui, view, &mut document.scene)),
        Control::Message => marked(ui, "follow", |ui| message_ui(ui, view, &mut document.scene)),
        Control::Held(part) => marked(ui, "hold", |ui| held_ui(ui, view, part, document)),
    }
}

/// Whether a gate is held; and at what, while it is.
fn held_ui(ui: &mut Ui, view: &View<'_>, part: Part, document: &mut Document) {
    let name = view.words.text(&format!("part-{}", part.letter()));
    let said = view.words.with("hold-name", &[("part", name)]);
    let mut on = document.scene.held(part).is_some();
    let before = on;
    ui.horizontal(|ui| {
        ui.set_height(HEIGHT);
        let box_ = ui.checkbox(&mut on, said.clone());
        box_.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, &said));
        box_.on_hover_text(view.words.text("hold-tip"));
        if on != before {
            let now = on.then(|| gate_now(view, part, view.step()));
            if let Some(held) = document.scene.held_mut(part) {
                *held = now;
            }
        }
        sliders::held_ui(ui, view, part, document, |ui, slider| {
            let name = label(&slider, &view.words.text("control-held"));
            long_slider_ui(ui, slider, name, "")
        });
    });
}

/// "Forget gate bias", "RNN recurrent weight".
fn weight_name(view: &View<'_>, parameter: Parameter) -> String {
    let (of, term) = match parameter {
        Parameter::Rnn(term) => ("rnn", term),
        Parameter::Lstm(part, term) => (part.letter(), term),
    };
    let values = [("of", format!("control-of-{of}")), ("term", format!("control-term-{}", term.letter()))];
    view.words.with("control-weight", &values.map(|(name, key)| (name, view.words.text(&key))))
}

/// What a slider is of, in its colour, followed by its symbol.
fn label(slider: &WeightSlider<'_>, what: &str) -> LayoutJob {
    let mut job = LayoutJob::default();
    let format = TextFormat { font_id: text::semibold(text::BODY), color: slider.colour, ..TextFormat::default() };
    job.append(what, 0.0, format);
    let (letter, below) = slider.symbol;
    let sizes = [(letter, text::BODY, true), (below, text::SMALL - 2.0, false)];
    for (at, (symbol, size, leans)) in sizes.into_iter().enumerate().filter(|(_, symbol)| !symbol.0.is_empty()) {
        let format = TextFormat {
            font_id: text::semibold(size),
            color: slider.colour,
            italics: leans,
            valign: Align::BOTTOM,
            ..TextFormat::default()
        };
        job.append(symbol, if at == 0 { 5.0 } else { 0.5 }, format);
    }
    job
}

/// What a gate's bias makes of the gate, where nothing else acts on it: "(f = 0.98)".
fn becomes(view: &View<'_>, parameter: Parameter, scene: &Scene) -> String {
    let Parameter::Lstm(part, Term::B) = parameter else { return String::new() };
    let unit = scene.lstm.get(part);
    if part == Part::G || scene.held(part).is_some() || unit.w != 0.0 || unit.u != 0.0 {
        return String::new();
    }
    format!("({} = {})", part.letter(), fixed(gate_now(view, part, view.step()), 2))
}
