//! A row of choices: page tabs, prepared races, who races, what a gate is held at.

use eframe::egui::{
    Color32, CornerRadius, FontId, Id, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::roving;
use crate::gui::theme::{Tokens, focus_ring, stroke};

/// A row of choices.
pub struct Choice<'a> {
    /// Distinguishes it from the others.
    pub id: Id,
    /// What stands on each, and how assistive technology calls it.
    pub names: &'a [(String, String)],
    /// Which of them are chosen.
    pub chosen: &'a [bool],
    /// What each is: a tab, a radio button, a check box.
    pub role: Role,
    /// The type.
    pub font: FontId,
    /// From the sides and from top and bottom to the name.
    pub padding: [f32; 2],
    /// The least width of each.
    pub width: f32,
    /// How round the corners are.
    pub corner: u8,
    /// Whether each has a frame.
    pub framed: bool,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What a row of choices tells of a frame.
pub struct ChoiceEvents {
    /// Each of them, to hang a tooltip on.
    pub responses: Vec<Response>,
    /// The one that was clicked.
    pub clicked: Option<usize>,
}

/// Draws the row from the cursor on; it is one stop of Tab, with arrows inside.
pub fn choice_ui(ui: &mut Ui, choice: &Choice<'_>) -> ChoiceEvents {
    let ids: Vec<Id> = (0..choice.names.len()).map(|at| choice.id.with(at)).collect();
    let first_chosen = choice.chosen.iter().position(|chosen| *chosen).unwrap_or_default();
    let reached = roving::reached(ui, &ids, first_chosen);
    let mut events = ChoiceEvents { responses: Vec::new(), clicked: None };
    for (at, ((label, name), id)) in choice.names.iter().zip(ids).enumerate() {
        let sense = roving::sense(Sense::click(), at == reached);
        let response = one_ui(ui, choice, (label, name), choice.chosen.get(at) == Some(&true), (id, sense));
        if response.clicked() {
            events.clicked = Some(at);
        }
        events.responses.push(response);
    }
    events
}

fn one_ui(
    ui: &mut Ui,
    choice: &Choice<'_>,
    (label, name): (&str, &str),
    chosen: bool,
    (id, sense): (Id, Sense),
) -> Response {
    let tokens = choice.tokens;
    let [side, above] = choice.padding;
    let galley = ui.painter().layout_no_wrap(label.to_owned(), choice.font.clone(), Color32::PLACEHOLDER);
    let size = galley.size() + vec2(2.0 * side, 2.0 * above);
    let (_, rect) = ui.allocate_space(vec2(size.x.max(choice.width), size.y));
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(choice.role, ui.is_enabled(), chosen, name));
    if ui.is_rect_visible(rect) {
        let lit = chosen || response.hovered();
        let fill = if lit { tokens.chosen } else { Color32::TRANSPARENT };
        let line = match (choice.framed, chosen) {
            (false, _) => Stroke::NONE,
            (true, false) => Stroke::new(stroke::HAIR, tokens.hairline),
            (true, true) => Stroke::new(stroke::HAIR, tokens.ink),
        };
        ui.painter().rect(rect, CornerRadius::same(choice.corner), fill, line, StrokeKind::Inside);
        let ink = if lit { tokens.ink } else { tokens.faint };
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.expand(1.5),
                f32::from(choice.corner) + 1.0,
                focus_ring(tokens),
                StrokeKind::Middle,
            );
        }
    }
    response
}
