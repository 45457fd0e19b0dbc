//! A tick: what is so, what was reached, what was read.

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

use crate::gui::theme::stroke;

/// Draws a tick about a place, some eleven points wide.
pub fn tick(painter: &Painter, centre: Pos2, colour: Color32) {
    let corners = [vec2(-5.0, 0.5), vec2(-1.5, 4.0), vec2(5.5, -4.5)].map(|corner| centre + corner);
    painter.add(Shape::line(corners.into(), Stroke::new(stroke::CURVE, colour)));
}
