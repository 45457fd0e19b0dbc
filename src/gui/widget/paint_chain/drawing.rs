//! How a chain is painted.

use eframe::egui::{Align2, Color32, Mesh, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::{LANDS_FROM, NUMBERS, PaintChain, STATE_ROW, X_ROW, side, start_x, swatch_rect};
use crate::gui::theme::{Tokens, size, stroke, text};
use crate::gui::widget::weight_slider::symbol_job;
use crate::paint;

/// Paints a chain into `rect`.
pub(super) fn paint(ui: &Ui, rect: Rect, chain: &PaintChain<'_>) {
    let (axis, tokens, painter) = (chain.axis, chain.tokens, ui.painter());
    for (step, tint) in [(chain.hover, tokens.paper), (Some(chain.step), tokens.chosen)] {
        let Some(step) = step else { continue };
        let half = (axis.step_width() / 2.0).clamp(3.0, 24.0);
        let band =
            Rect::from_x_y_ranges(axis.x(step) - half..=axis.x(step) + half, rect.top() + 4.0..=rect.bottom() - 1.0);
        painter.rect_filled(band, 5.0, tint);
    }
    for (letter, row) in [("x", X_ROW), (chain.letter, STATE_ROW)] {
        let job = symbol_job((letter, ""), tokens.faint);
        let galley = painter.layout_job(job);
        painter.galley(pos2(rect.left(), rect.top() + row - galley.size().y / 2.0), galley, tokens.faint);
    }
    if axis.length > size::STRIP_ABOVE {
        paint_strips(ui, rect, chain);
    } else {
        paint_swatches(ui, rect, chain);
    }
    let start = pos2(start_x(axis), rect.top() + STATE_ROW);
    paint_circle(ui, start, (side(axis) / 2.0).clamp(4.0, 8.0), chain.start, true, tokens);
    numbers(ui, rect, chain);
    message_mark(ui, pos2(axis.x(chain.message), rect.top() + 3.0), tokens);
}

fn paint_swatches(ui: &Ui, rect: Rect, chain: &PaintChain<'_>) {
    let (axis, tokens, painter) = (chain.axis, chain.tokens, ui.painter());
    let radius = side(axis) / 2.0;
    let y = rect.top() + STATE_ROW;
    let mut before = (start_x(axis), chain.start);
    for ((step, x), state) in (1..).zip(chain.x).zip(chain.states) {
        let swatch = swatch_rect(rect, axis, step);
        let centre = pos2(axis.x(step), y);
        painter.vline(centre.x, swatch.bottom()..=y, Stroke::new(stroke::HAIR, tokens.hairline));
        // What has not been shown yet has no colour, and nothing leads there.
        if step <= chain.until {
            let link = Stroke::new(stroke::CURVE * tokens.weight, tokens.paint(before.1));
            painter.line_segment([pos2(before.0 + radius, y), pos2(centre.x - radius, y)], link);
        }
        painter.rect_filled(swatch, side(axis) * 0.24, tokens.paint(*x));
        beyond_mark(ui, swatch.center(), *x, tokens);
        before = (centre.x, *state);
    }
    for (step, state) in (1..).zip(chain.states) {
        let at = pos2(axis.x(step), y);
        if step > chain.until {
            paint_veiled(ui, at, radius, tokens);
        } else if step == chain.step && chain.landed < 1.0 {
            // It comes up from the block, into a place that is kept free for it.
            painter.circle_filled(at, radius, tokens.card);
            let below = vec2(0.0, (1.0 - chain.landed) * LANDS_FROM);
            paint_circle(ui, at + below, radius * chain.landed, *state, false, tokens);
        } else {
            paint_circle(ui, at, radius, *state, false, tokens);
        }
        if step == chain.step {
            painter.circle_stroke(
                pos2(axis.x(step), y),
                radius + 0.5,
                Stroke::new(stroke::FOCUS * tokens.weight, tokens.ink),
            );
        }
    }
}

/// Strips: one rectangle a step, side by side.
fn paint_strips(ui: &Ui, rect: Rect, chain: &PaintChain<'_>) {
    let (axis, tokens) = (chain.axis, chain.tokens);
    let half = axis.step_width() / 2.0;
    let states = chain.states.get(..chain.until.min(chain.states.len())).unwrap_or_default();
    for (row, values) in [(X_ROW, chain.x), (STATE_ROW, states)] {
        let y = rect.top() + row - 8.0..=rect.top() + row + 8.0;
        let mut mesh = Mesh::default();
        for (step, value) in (1..).zip(values) {
            let cell = Rect::from_x_y_ranges(axis.x(step) - half..=axis.x(step) + half, y.clone());
            mesh.add_colored_rect(cell, tokens.paint(*value));
        }
        ui.painter().add(Shape::mesh(mesh));
        for (step, value) in (1..).zip(values) {
            if paint::beyond(*value) {
                let cell = Rect::from_x_y_ranges(
                    axis.x(step) - half..=axis.x(step) + half,
                    *y.start() - 3.0..=*y.start() - 1.0,
                );
                ui.painter().rect_filled(cell, 0.0, tokens.ink);
            }
        }
    }
    if states.len() < chain.states.len() {
        let rest = axis.x(states.len() + 1) - half..=axis.span.max;
        let row = rect.top() + STATE_ROW;
        let frame = Rect::from_x_y_ranges(rest, row - 8.0..=row + 8.0);
        let corners =
            [frame.left_top(), frame.right_top(), frame.right_bottom(), frame.left_bottom(), frame.left_top()];
        ui.painter().extend(Shape::dashed_line(&corners, Stroke::new(stroke::HAIR, tokens.faint), 3.0, 3.0));
    }
    let at = Rect::from_x_y_ranges(
        axis.x(chain.step) - half.max(1.5)..=axis.x(chain.step) + half.max(1.5),
        rect.top() + STATE_ROW - 10.0..=rect.top() + STATE_ROW + 10.0,
    );
    ui.painter().rect_stroke(at, 2.0, Stroke::new(stroke::CURVE, tokens.ink), StrokeKind::Outside);
}

fn paint_circle(ui: &Ui, centre: Pos2, radius: f32, value: f64, hollow: bool, tokens: &Tokens) {
    if hollow {
        ui.painter().circle(centre, radius - 0.75, tokens.card, Stroke::new(1.5, tokens.paint(value)));
    } else {
        ui.painter().circle_filled(centre, radius, tokens.paint(value));
        beyond_mark(ui, centre, value, tokens);
    }
}

/// A state that is not shown yet: a broken ring without colour.
fn paint_veiled(ui: &Ui, centre: Pos2, radius: f32, tokens: &Tokens) {
    const DASHES: u8 = 8;
    let ring = radius - 0.75;
    ui.painter().circle_filled(centre, ring, tokens.card);
    let (dash, line) = (std::f32::consts::TAU / f32::from(DASHES), Stroke::new(stroke::HAIR, tokens.faint));
    for at in 0..DASHES {
        let from = f32::from(at) * dash;
        let points = [0.0, 0.3, 0.6].map(|part| centre + Vec2::angled(from + part * dash) * ring);
        ui.painter().add(Shape::line(points.to_vec(), line));
    }
}

/// A value beyond ±1 keeps the end colour; a bright ring inside says that there is more.
fn beyond_mark(ui: &Ui, centre: Pos2, value: f64, tokens: &Tokens) {
    if paint::beyond(value) {
        ui.painter().circle_stroke(centre, 3.0, Stroke::new(1.5, tokens.card));
    }
}

/// The message's step: a small ink triangle over its swatch.
fn message_mark(ui: &Ui, tip: Pos2, tokens: &Tokens) {
    let points = vec![pos2(tip.x - 4.0, tip.y - 3.0), pos2(tip.x + 4.0, tip.y - 3.0), pos2(tip.x, tip.y + 3.0)];
    ui.painter().add(Shape::convex_polygon(points, tokens.ink, Stroke::NONE));
}

fn numbers(ui: &Ui, rect: Rect, chain: &PaintChain<'_>) {
    let (axis, tokens) = (chain.axis, chain.tokens);
    let number = |step: usize, font, colour: Color32| {
        let at = pos2(axis.x(step), rect.top() + NUMBERS);
        ui.painter().text(at, Align2::CENTER_TOP, step.to_string(), font, colour);
    };
    for step in axis.numbered() {
        // The step at hand has its own number; those too near give way.
        if (axis.x(step) - axis.x(chain.step)).abs() > 22.0 {
            number(step, text::regular(text::SMALL - 1.0), tokens.faint);
        }
    }
    number(chain.step, text::bold(text::SMALL), tokens.ink);
}
