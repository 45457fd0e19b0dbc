//! The stages of a step as letters in a row: g › i › f › S › o › h.

use eframe::egui::{Align2, RichText, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::gui::request::Request;
use crate::gui::stage::Stage;
use crate::gui::theme::{self, Tokens, stroke, text};
use crate::locale::Words;

/// The width of the whole strip, its label included.
pub const WIDTH: f32 = 206.0;
/// The width of a letter, and of the sign between two.
const LETTER: f32 = 20.0;
const BETWEEN: f32 = 8.0;

/// Draws the strip. A click on a letter looks at that stage; on the one looked at, at the whole step.
pub fn stage_strip_ui(ui: &mut Ui, at: Option<Stage>, words: Words, tokens: &Tokens, requests: &mut Vec<Request>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(6.0);
        ui.label(RichText::new(words.text("stage-strip")).color(tokens.faint)).on_hover_text(words.text("stage-tip"));
        ui.add_space(6.0);
        for stage in Stage::ALL {
            if letter_ui(ui, stage, at == Some(stage), words, tokens) {
                requests.push(Request::LookAt((at != Some(stage)).then_some(stage)));
            }
            if stage != Stage::H {
                let (rect, _) = ui.allocate_exact_size(vec2(BETWEEN, LETTER), Sense::hover());
                let font = text::regular(text::SMALL);
                ui.painter().text(rect.center(), Align2::CENTER_CENTER, "›", font, tokens.faint);
            }
        }
    });
}

/// One letter; returns whether it was clicked.
fn letter_ui(ui: &mut Ui, stage: Stage, chosen: bool, words: Words, tokens: &Tokens) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(LETTER, 22.0), Sense::click());
    let part = words.text(&format!("stage-{}", stage.quantity()));
    let name = words.with("stage-name", &[("number", stage.number().to_string()), ("part", part)]);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
    let colour = tokens.quantity(stage.quantity());
    if chosen {
        // On the card: the letters of gates are not dark enough for the tint of what is chosen.
        ui.painter().rect(rect, 6.0, tokens.card, Stroke::new(stroke::CURVE, tokens.ink), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 6.0, tokens.paper);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(1.5), 7.0, theme::focus_ring(tokens), StrokeKind::Middle);
    }
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        words.letter(stage.quantity()),
        text::bold(text::BODY),
        colour,
    );
    let tip = format!("{name}\n{}", words.text("stage-tip"));
    response.on_hover_text(tip).clicked()
}
