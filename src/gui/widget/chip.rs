//! A chip that opens or folds a layer.

use eframe::egui::{Button, CornerRadius, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::gui::theme::{Tokens, focus_ring, stroke, text};

/// Draws a chip; a click turns `open` over. `sense` says whether Tab reaches it.
pub fn chip_ui(ui: &mut Ui, open: &mut bool, label: &str, tip: &str, sense: Sense, tokens: &Tokens) -> Response {
    let sign = if *open { "✓" } else { "+" };
    let shown = RichText::new(format!("{sign} {label}")).font(text::semibold(text::SMALL + 0.5)).color(tokens.ink);
    let (fill, line) = if *open { (tokens.chosen, tokens.ink) } else { (tokens.card, tokens.hairline) };
    let chip = Button::new(shown)
        .fill(fill)
        .stroke(Stroke::new(stroke::HAIR, line))
        .corner_radius(CornerRadius::same(13))
        .min_size(eframe::egui::vec2(0.0, 26.0))
        .sense(sense);
    let mut response = ui.add(chip).on_hover_text(tip);
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(2.0), 15.0, focus_ring(tokens), StrokeKind::Middle);
    }
    if response.clicked() {
        *open = !*open;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), *open, label));
    response
}
