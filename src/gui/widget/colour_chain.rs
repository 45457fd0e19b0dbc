//! A sequence of colours as swatches, and under it what each network answers at every step; above
//! T = 60, strips.

use eframe::egui::{
    Align2, Color32, Mesh, Popup, PopupCloseBehavior, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use super::roving::step_asked;
use super::time_axis::TimeAxis;
use crate::gui::theme::{Tokens, focus_ring, size, stroke, text};

/// The height of a row, and of the numbers under the last.
pub const ROW: f32 = 25.0;
pub const NUMBERS: f32 = 16.0;
/// The side of the largest swatch.
const LARGEST: f32 = 19.0;

/// A row of colours.
pub struct ColourRow {
    /// Its name, at its left.
    pub name: String,
    /// The name's colour.
    pub ink: Color32,
    /// The colours, by step.
    pub colours: Vec<Color32>,
    /// What stands at its right.
    pub end: String,
    /// What assistive technology reads.
    pub spoken: String,
}

/// A chain of colours.
pub struct ColourChain<'a> {
    /// Where the steps stand.
    pub axis: TimeAxis,
    /// The input, then the networks.
    pub rows: &'a [ColourRow],
    /// How the first swatch is called, and what a click on it does.
    pub first: (&'a str, &'a str),
    /// The step at hand.
    pub step: usize,
    /// The step under the pointer, anywhere on the page.
    pub hover: Option<usize>,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What was done to a chain in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ColourChainEvents {
    /// This step was clicked, dragged to, or reached by a key.
    pub went_to: Option<usize>,
    /// The pointer is over this step.
    pub hover: Option<usize>,
}

/// The height of a chain of so many rows.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "at most four rows")]
pub fn height(rows: usize) -> f32 {
    rows as f32 * ROW + NUMBERS
}

/// Draws a chain into `rect`; a click on its first swatch opens `picker`.
pub fn colour_chain_ui(
    ui: &mut Ui,
    rect: Rect,
    chain: &ColourChain<'_>,
    picker: impl FnOnce(&mut Ui),
) -> ColourChainEvents {
    let mut events = ColourChainEvents::default();
    let axis = chain.axis;
    bands_ui(ui, rect, chain);
    for (at, row) in chain.rows.iter().enumerate() {
        let y = row_y(rect, at);
        row_ui(ui, rect, y, row, at == 0, chain);
        let place = Rect::from_x_y_ranges(axis.span, y - ROW / 2.0 + 1.0..=y + ROW / 2.0 - 1.0);
        let response = ui.interact(place, ui.scope_id().with(("colours", at)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &row.spoken));
        if response.clicked() || response.dragged() {
            events.went_to = response.interact_pointer_pos().map(|at| axis.nearest(at.x)).or(events.went_to);
        }
        events.went_to = events.went_to.or(step_asked(ui, &response, chain.step, axis.length));
        if response.has_focus() {
            ui.painter().rect_stroke(place, 6.0, focus_ring(chain.tokens), StrokeKind::Middle);
        }
    }
    numbers_ui(ui, rect, chain);
    first_ui(ui, rect, chain, picker);
    let whole = Rect::from_x_y_ranges(axis.span, rect.y_range());
    let over = ui.ctx().pointer_latest_pos().filter(|at| whole.contains(*at) && ui.rect_contains_pointer(whole));
    events.hover = over.map(|at| axis.nearest(at.x));
    events
}

/// Where the first swatch stands: at its step, or before a strip, whose steps are too narrow to click.
#[must_use]
pub fn first_rect(rect: Rect, axis: TimeAxis) -> Rect {
    let (x, side) =
        if axis.length > size::STRIP_ABOVE { (axis.span.min - 12.0, 15.0) } else { (axis.x(1), side(axis).max(12.0)) };
    Rect::from_center_size(pos2(x, row_y(rect, 0)), Vec2::splat(side))
}

/// The first swatch: the one that can be changed, with a ring that says so.
fn first_ui(ui: &mut Ui, rect: Rect, chain: &ColourChain<'_>, picker: impl FnOnce(&mut Ui)) {
    let (name, tip) = chain.first;
    let place = first_rect(rect, chain.axis);
    let response = ui.interact(place.expand(3.0), ui.scope_id().with("first-colour"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let tokens = chain.tokens;
    let colour = chain.rows.first().and_then(|row| row.colours.first()).copied().unwrap_or(tokens.rail);
    ui.painter().rect_filled(place, place.width() * 0.24, colour);
    let line = if response.hovered() { tokens.ink } else { tokens.faint };
    ui.painter().rect_stroke(place.expand(2.5), 6.0, Stroke::new(stroke::HAIR, line), StrokeKind::Middle);
    if response.has_focus() {
        ui.painter().rect_stroke(place.expand(4.0), 7.0, focus_ring(tokens), StrokeKind::Middle);
    }
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(6.0).show(picker);
    response.on_hover_text(tip);
}

fn row_ui(ui: &Ui, rect: Rect, y: f32, row: &ColourRow, is_input: bool, chain: &ColourChain<'_>) {
    let (axis, tokens, painter) = (chain.axis, chain.tokens, ui.painter());
    painter.text(pos2(rect.left(), y), Align2::LEFT_CENTER, &row.name, text::semibold(text::BODY), row.ink);
    painter.text(pos2(rect.right(), y), Align2::RIGHT_CENTER, &row.end, text::regular(text::SMALL), tokens.faint);
    if axis.length > size::STRIP_ABOVE {
        strip_ui(ui, y, row, axis);
        return;
    }
    let side = side(axis);
    for (step, colour) in (1..).zip(&row.colours) {
        let centre = pos2(axis.x(step), y);
        if is_input {
            painter.rect_filled(Rect::from_center_size(centre, Vec2::splat(side)), side * 0.24, *colour);
        } else {
            painter.circle_filled(centre, side / 2.0, *colour);
        }
        if step == chain.step && !is_input {
            let line = Stroke::new(stroke::FOCUS * tokens.weight, tokens.ink);
            painter.circle_stroke(centre, side / 2.0 + 1.5, line);
        }
    }
}

/// One rectangle a step, side by side.
fn strip_ui(ui: &Ui, y: f32, row: &ColourRow, axis: TimeAxis) {
    let half = axis.step_width() / 2.0;
    let mut mesh = Mesh::default();
    for (step, colour) in (1..).zip(&row.colours) {
        let cell = Rect::from_x_y_ranges(axis.x(step) - half..=axis.x(step) + half, y - 8.0..=y + 8.0);
        mesh.add_colored_rect(cell, *colour);
    }
    ui.painter().add(Shape::mesh(mesh));
}

/// The step at hand and the one under the pointer, through all rows.
fn bands_ui(ui: &Ui, rect: Rect, chain: &ColourChain<'_>) {
    let (axis, tokens) = (chain.axis, chain.tokens);
    for (step, tint) in [(chain.hover, tokens.paper), (Some(chain.step), tokens.chosen)] {
        let Some(step) = step else { continue };
        let half = (axis.step_width() / 2.0).clamp(2.0, 20.0);
        let x = axis.x(step) - half..=axis.x(step) + half;
        ui.painter().rect_filled(Rect::from_x_y_ranges(x, rect.y_range()), 5.0, tint);
    }
}

fn numbers_ui(ui: &Ui, rect: Rect, chain: &ColourChain<'_>) {
    let (axis, tokens) = (chain.axis, chain.tokens);
    let at = |step: usize| pos2(axis.x(step), rect.bottom() - 1.0);
    for step in axis.numbered() {
        // The step at hand has its own number; those too near give way.
        if (axis.x(step) - axis.x(chain.step)).abs() > 22.0 {
            let font = text::regular(text::SMALL - 1.0);
            ui.painter().text(at(step), Align2::CENTER_BOTTOM, step.to_string(), font, tokens.faint);
        }
    }
    let font = text::bold(text::SMALL);
    ui.painter().text(at(chain.step), Align2::CENTER_BOTTOM, chain.step.to_string(), font, tokens.ink);
}

fn side(axis: TimeAxis) -> f32 {
    (axis.step_width() * 0.76).clamp(3.0, LARGEST)
}

#[expect(clippy::cast_precision_loss, reason = "at most four rows")]
fn row_y(rect: Rect, row: usize) -> f32 {
    rect.top() + (row as f32 + 0.5) * ROW
}
