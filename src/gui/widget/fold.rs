//! The heading of a group that can be folded.

use eframe::egui::{Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::gui::theme::{Tokens, focus_ring, text};

/// Draws a heading: a triangle that points down while the group is open, a square of its colour, its
/// name. A click, or Enter with the keyboard on it, asks to turn it over.
pub fn fold_ui(ui: &mut Ui, open: bool, name: &str, colour: Option<Color32>, tokens: &Tokens) -> Response {
    const TRIANGLE: f32 = 13.0;
    let galley = ui.painter().layout_no_wrap(name.to_owned(), text::semibold(text::BODY), tokens.ink);
    let square = if colour.is_some() { 15.0 } else { 0.0 };
    let size = vec2(TRIANGLE + square + galley.size().x, ui.spacing().interact_size.y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
    if ui.is_rect_visible(rect) {
        let middle = rect.left_center();
        let ink = if response.hovered() { tokens.ink } else { tokens.faint };
        ui.painter().add(triangle(middle + vec2(4.0, 0.0), open, ink));
        if let Some(colour) = colour {
            let square = Rect::from_center_size(middle + vec2(TRIANGLE + 4.5, 0.0), vec2(9.0, 9.0));
            ui.painter().rect_filled(square, 2.5, colour);
        }
        let at = middle + vec2(TRIANGLE + square, -galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.ink);
        if response.has_focus() {
            ui.painter().rect_stroke(rect.expand2(vec2(3.0, 0.0)), 5.0, focus_ring(tokens), StrokeKind::Outside);
        }
    }
    response
}

fn triangle(centre: Pos2, open: bool, ink: Color32) -> Shape {
    let points = if open {
        [vec2(-4.0, -2.5), vec2(4.0, -2.5), vec2(0.0, 3.0)]
    } else {
        [vec2(-2.5, -4.0), vec2(3.0, 0.0), vec2(-2.5, 4.0)]
    };
    Shape::convex_polygon(points.map(|point| centre + point).to_vec(), ink, Stroke::NONE)
}
