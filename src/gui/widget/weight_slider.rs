//! One weight: its symbol, a rail, and its number to type.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Color32, DragValue, Layout, Response, RichText, Sense, Stroke, TextFormat, Ui, vec2};

use super::rail::{Bend, Rail};
use crate::gui::theme::{Tokens, text};
use crate::locale::number;

/// The widths of symbol and number.
const SYMBOL: f32 = 20.0;
const NUMBER: f32 = 46.0;
const HEIGHT: f32 = 20.0;

/// A number with a symbol.
pub struct WeightSlider<'a> {
    /// The number.
    pub value: &'a mut f64,
    /// Its letter, and the lowered one beside it if any: ("w", "f").
    pub symbol: (&'a str, &'a str),
    /// How it is called in words.
    pub name: String,
    /// What it does, for the tooltip.
    pub tip: String,
    /// Its least and greatest value.
    pub range: std::ops::RangeInclusive<f64>,
    /// What an arrow key changes.
    pub grain: f64,
    /// How values lie on the rail.
    pub bend: Bend,
    /// Where a double-click sends it.
    pub home: f64,
    /// The colour of its gate.
    pub colour: Color32,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What was done to a slider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SliderEvents {
    /// Whether the number changed.
    pub moved: bool,
    /// Whether it was sent home.
    pub home: bool,
}

/// Draws it over the whole width. Tells what was done to it.
pub fn weight_slider_ui(ui: &mut Ui, slider: WeightSlider<'_>) -> SliderEvents {
    let WeightSlider { value, symbol, name, tip, range, grain, bend, home, colour, tokens } = slider;
    let before = *value;
    let mut home_asked = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.set_height(HEIGHT);
        let (_, label_rect) = ui.allocate_space(vec2(SYMBOL, HEIGHT));
        let job = symbol_job(symbol, tokens.ink);
        let galley = ui.painter().layout_job(job);
        let at = label_rect.left_center() - vec2(0.0, galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.ink);
        let symbol_id = ui.scope_id().with("symbol");
        ui.interact(label_rect, symbol_id, Sense::hover()).on_hover_text(&tip);

        let from = if range.contains(&0.0) { 0.0 } else { *range.start() };
        let width = (ui.available_width() - NUMBER - 4.0).max(40.0);
        let rail = Rail { value, range: range.clone(), from, grain, bend, colour, name: name.clone(), width, tokens };
        let response = ui.add(rail);
        // While it is dragged its tip would hide what it changes.
        let response = if response.is_pointer_button_down_on() { response } else { response.on_hover_text(&tip) };
        let doubled = response.double_clicked();

        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            number_ui(ui, value, range, grain).labelled_by(response.id).on_hover_text(tip);
        });
        if doubled {
            *value = home;
            home_asked = true;
        }
    });
    SliderEvents { moved: *value != before, home: home_asked }
}

/// How high a long slider is.
pub const LONG: f32 = 28.0;
/// The widths of its name, at least, and of its value with what that becomes.
const LONG_NAME: f32 = 172.0;
const LONG_VALUE: f32 = 112.0;

/// Draws it in a row of its own: its name, a rail over what is left, its number and what that
/// becomes. Tells what was done to it.
pub fn long_slider_ui(ui: &mut Ui, slider: WeightSlider<'_>, label: LayoutJob, becomes: &str) -> SliderEvents {
    let WeightSlider { value, name, tip, range, grain, bend, home, colour, tokens, .. } = slider;
    let before = *value;
    let mut home_asked = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.set_height(LONG);
        let galley = ui.painter().layout_job(label);
        let (_, place) = ui.allocate_space(vec2(galley.size().x.max(LONG_NAME), LONG));
        ui.painter().galley(place.left_center() - vec2(0.0, galley.size().y / 2.0), galley, tokens.ink);
        let id = ui.scope_id().with("name");
        ui.interact(place, id, Sense::hover()).on_hover_text(&tip);
        let from = if range.contains(&0.0) { 0.0 } else { *range.start() };
        let width = (ui.available_width() - LONG_VALUE - 8.0).max(40.0);
        let rail = Rail { value, range: range.clone(), from, grain, bend, colour, name, width, tokens };
        let response = ui.add(rail);
        // While it is dragged its tip would hide what it changes.
        let response = if response.is_pointer_button_down_on() { response } else { response.on_hover_text(&tip) };
        if response.double_clicked() {
            *value = home;
            home_asked = true;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if !becomes.is_empty() {
                ui.label(RichText::new(becomes).font(text::regular(text::BODY)).color(tokens.ink));
            }
            number_ui(ui, value, range, grain).labelled_by(response.id).on_hover_text(tip);
        });
    });
    SliderEvents { moved: *value != before, home: home_asked }
}

fn number_ui(ui: &mut Ui, value: &mut f64, range: std::ops::RangeInclusive<f64>, grain: f64) -> Response {
    plain_numbers(ui);
    let decimals = if grain < 0.1 { 2 } else { usize::from(grain < 1.0) };
    let number = DragValue::new(value)
        .range(range)
        .speed(grain)
        .update_while_editing(false)
        .custom_formatter(move |value, _| {
            // A number that was typed with more digits is shown with them.
            let short = number::fixed(value, decimals);
            let exact = (value * 10f64.powi(4)).round() / 10f64.powi(4);
            let shown = format!("{exact}").replace('-', "−");
            if shown.len() > short.len() { shown } else { short }
        })
        .custom_parser(|text| {
            text.trim().replace('−', "-").replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite())
        });
    ui.add(number)
}

/// Numbers without a box until the pointer or the keyboard is on them.
pub fn plain_numbers(ui: &mut Ui) {
    ui.spacing_mut().button_padding = vec2(3.0, 1.0);
    ui.spacing_mut().interact_size.x = 30.0;
    let plain = &mut ui.visuals_mut().widgets.inactive;
    plain.bg_stroke = Stroke::NONE;
}

/// `w` with a small lowered `f`, leaning as symbols do.
#[must_use]
pub fn symbol_job((letter, below): (&str, &str), colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    let format = |size: f32| TextFormat {
        font_id: text::regular(size),
        color: colour,
        italics: true,
        valign: Align::BOTTOM,
        ..TextFormat::default()
    };
    job.append(letter, 0.0, format(13.5));
    if !below.is_empty() {
        job.append(below, 0.5, TextFormat { italics: false, ..format(9.5) });
    }
    job
}
