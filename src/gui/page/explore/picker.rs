//! Ways to paint: one swatch to any mixture, or many at once.

use eframe::egui::{
    Button, Color32, Response, RichText, Role, ScrollArea, Sense, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

use super::View;
use crate::gui::request::Request;
use crate::gui::theme::{Tokens, focus_ring, text};
use crate::gui::widget::rail::{Bend, Rail};
use crate::locale::{Words, number};
use crate::scene::{Control, PaintsError, Scene, blue_then_grey, parse_paints, repeated};

/// The menu of one swatch: blue, grey, orange, any mixture, and whether to follow it.
pub fn picker_ui(ui: &mut Ui, view: &View<'_>, scene: &mut Scene, step: usize) {
    let (words, tokens) = (view.words, view.tokens);
    let Some(paint) = step.checked_sub(1).and_then(|row| scene.paints.get_mut(row)) else { return };
    ui.set_min_width(200.0);
    let title = words.with("picker-title", &[("step", step.to_string()), ("value", number::fixed(*paint, 2))]);
    ui.label(RichText::new(title).font(text::semibold(text::BODY)));
    ui.horizontal(|ui| {
        for (key, value) in [("paint-blue", 1.0), ("paint-grey", 0.0), ("paint-orange", -1.0)] {
            if paint_button(ui, tokens.paint(value), &words.text(key), tokens).clicked() {
                *paint = value;
                ui.close();
            }
        }
    });
    let (colour, name) = (tokens.paint(*paint), words.text("picker-mixture"));
    let bend = Bend::Even;
    ui.add(Rail { value: paint, range: -1.0..=1.0, from: 0.0, grain: 0.05, bend, colour, name, width: 196.0, tokens });
    ui.separator();
    let follows = scene.message == step;
    if ui
        .add_enabled(!follows && view.allowed.allows(Control::Message), Button::new(words.text("picker-message")))
        .on_hover_text(words.text("message-tip"))
        .clicked()
    {
        scene.message = step;
        ui.close();
    }
}

/// A swatch to choose.
fn paint_button(ui: &mut Ui, paint: Color32, name: &str, tokens: &Tokens) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(60.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    ui.painter().rect_filled(rect, 6.0, paint);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_stroke(rect, 6.0, focus_ring(tokens), StrokeKind::Outside);
    }
    response.on_hover_text(name)
}

/// The window for many paints: pasted numbers, patterns, all grey. Returns whether it is done with.
pub fn paints_ui(
    ui: &mut Ui,
    words: Words,
    (pasted, opening): (&mut String, bool),
    scene: &mut Scene,
    requests: &mut Vec<Request>,
) {
    ui.set_width(420.0);
    ui.label(RichText::new(words.text("paints-title")).font(text::bold(text::NAME)));
    ui.label(RichText::new(words.text("paints-about")).color(ui.visuals().weak_text_color()));
    ui.add_space(4.0);
    let label = ui.label(words.text("paints-pasted"));
    // A thousand paints are many lines; the buttons below stay in reach.
    ScrollArea::vertical().max_height(130.0).show(ui, |ui| {
        let edit = TextEdit::multiline(pasted).desired_rows(5).desired_width(f32::INFINITY).hint_text("1 0 0 −1 0.5");
        let edit = ui.add(edit).labelled_by(label.id);
        // The box is what the window is for: typing goes there at once.
        if opening {
            edit.request_focus();
        }
    });
    let parsed = parse_paints(pasted);
    let said = match &parsed {
        _ if pasted.trim().is_empty() => words.text("paints-none"),
        Ok(paints) => words.with("paints-count", &[("count", paints.len().to_string())]),
        Err(error) => words.error(error),
    };
    ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(wrong_colour(ui, pasted, &parsed)));
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let paints = parsed.ok().filter(|paints| !paints.is_empty());
        let usable = paints.is_some();
        let replace = ui
            .add_enabled(usable, Button::new(words.text("paints-replace")))
            .on_hover_text(words.text("paints-replace-tip"));
        let repeat = ui
            .add_enabled(usable, Button::new(words.text("paints-repeat")))
            .on_hover_text(words.text("paints-repeat-tip"));
        if let Some(paints) = paints {
            if repeat.clicked() {
                let length = scene.length();
                set(scene, repeated(&paints, length));
            } else if replace.clicked() {
                set(scene, paints);
            }
        }
        if ui.button(words.text("paints-first")).on_hover_text(words.text("paints-first-tip")).clicked() {
            let length = scene.length();
            set(scene, blue_then_grey(length));
        }
        if ui.button(words.text("paints-clear")).on_hover_text(words.text("paints-clear-tip")).clicked() {
            scene.clear_paints();
        }
    });
    ui.separator();
    ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Min), |ui| {
        if ui.button(words.text("close")).clicked() {
            requests.push(Request::Dialog(None));
        }
    });
}

/// Paints that were parsed are in range, and of a length that a scene can have.
fn set(scene: &mut Scene, paints: Vec<f64>) {
    let _checked = scene.set_paints(paints);
}

fn wrong_colour(ui: &Ui, pasted: &str, parsed: &Result<Vec<f64>, PaintsError>) -> eframe::egui::Color32 {
    let visuals = ui.visuals();
    if parsed.is_err() && !pasted.trim().is_empty() { visuals.warn_fg_color } else { visuals.weak_text_color() }
}
