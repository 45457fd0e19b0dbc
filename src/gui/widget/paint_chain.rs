//! The sequence as swatches, and under each the state after it as a circle; above T = 60, strips.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align2, Color32, Id, Key, Modifiers, PointerButton, Popup, PopupAnchor, Rect, Response, Role, Sense,
    SetOpenCommand, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::roving::{self, step_asked};
use super::time_axis::TimeAxis;
use crate::gui::theme::{self, Tokens, size, stroke, text};
use crate::paint;

/// The height that a chain takes.
pub const HEIGHT: f32 = 82.0;
/// How far down the rows stand.
const X_ROW: f32 = 18.0;
const STATE_ROW: f32 = 48.0;
const NUMBERS: f32 = 66.0;
/// From how far below its place a state comes up.
const LANDS_FROM: f32 = 20.0;

/// What a chain shows.
pub struct PaintChain<'a> {
    /// Where the steps stand.
    pub axis: TimeAxis,
    /// The inputs with their noise, by step.
    pub x: &'a [f64],
    /// The clean paints, by step: what a click or a drag changes.
    pub paints: &'a [f64],
    /// The state before step 1.
    pub start: f64,
    /// The states, by step.
    pub states: &'a [f64],
    /// The state's letter.
    pub letter: &'a str,
    /// The message's step.
    pub message: usize,
    /// The step at hand.
    pub step: usize,
    /// The step under the pointer, anywhere on the page.
    pub hover: Option<usize>,
    /// How far the state of the step at hand has come to its place, from 0 to 1: before the stage
    /// in which it is worked out there is none.
    pub landed: f32,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// How the parts of a chain are called by assistive technology.
pub struct ChainNames<'a> {
    /// The swatch of a step, with its paint.
    pub swatch: &'a dyn Fn(usize, f64) -> String,
    /// The row of states, with the one at hand.
    pub states: String,
    /// The whole strip of swatches.
    pub strip: String,
}

/// Where the parts of a chain stand.
pub struct ChainPlaces {
    /// The row of swatches.
    pub paints: Rect,
    /// The row of states.
    pub states: Rect,
    /// The letters before the rows.
    pub letters: [Rect; 2],
    /// The circle before step 1.
    pub start: Rect,
    /// The message's mark.
    pub message: Rect,
}

impl PaintChain<'_> {
    /// Where its parts stand when it is drawn into `rect`.
    #[must_use]
    pub fn places(&self, rect: Rect) -> ChainPlaces {
        let square = |x: f32, y: f32| Rect::from_center_size(pos2(x, rect.top() + y), Vec2::splat(16.0));
        ChainPlaces {
            paints: row_rect(rect, self.axis, X_ROW),
            states: row_rect(rect, self.axis, STATE_ROW),
            letters: [X_ROW, STATE_ROW].map(|row| square(rect.left() + 5.0, row)),
            start: square(start_x(self.axis), STATE_ROW),
            message: square(self.axis.x(self.message), 3.0).with_max_y(rect.top() + 7.0),
        }
    }
}

/// What was done to a chain in a frame.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChainEvents {
    /// Put this paint on these steps.
    pub painted: Option<(RangeInclusive<usize>, Brush)>,
    /// The state of this step was clicked.
    pub went_to: Option<usize>,
    /// The pointer is over this step.
    pub hover: Option<usize>,
}

/// What a click or a drag puts down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Brush {
    /// The paint after the present one: blue, grey, orange, blue.
    Next,
    /// This paint.
    Paint(f64),
}

/// The paint that follows in the cycle blue, grey, orange; a mixture becomes blue.
#[must_use]
pub fn next_paint(paint: f64) -> f64 {
    if paint == 1.0 {
        0.0
    } else if paint == 0.0 {
        -1.0
    } else {
        1.0
    }
}

/// Draws a chain into `rect` (its left and right edge belong to the card, the steps stand on the
/// axis) and tells what was done to it. `picker` is shown in the menu of a swatch.
pub fn paint_chain_ui(
    ui: &mut Ui,
    rect: Rect,
    chain: &PaintChain<'_>,
    names: &ChainNames<'_>,
    mut picker: impl FnMut(&mut Ui, usize),
) -> ChainEvents {
    let mut events = ChainEvents::default();
    paint(ui, rect, chain);
    let id = ui.scope_id().with(("chain", chain.letter));
    if chain.axis.length > size::STRIP_ABOVE {
        let row = row_rect(rect, chain.axis, X_ROW);
        let response = ui.interact(row, id.with("strip"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &names.strip));
        let step =
            response.interact_pointer_pos().or(response.hover_pos()).map_or(chain.step, |at| chain.axis.nearest(at.x));
        edit(ui, id, &response, step, chain, &mut events);
        menu(ui, &response, id, step, &mut picker);
        focus_ring(ui, &response, row, chain.tokens);
        events.went_to = step_asked(ui, &response, chain.step, chain.axis.length);
    } else {
        let ids: Vec<Id> = (1..=chain.x.len()).map(|step| id.with(step)).collect();
        let reached = roving::reached(ui, &ids, chain.step - 1) + 1;
        for (step, x) in (1..).zip(chain.x) {
            let swatch = swatch_rect(rect, chain.axis, step);
            let sense = roving::sense(Sense::click_and_drag(), step == reached);
            let response = ui.interact(swatch.expand(1.0), id.with(step), sense);
            let name = (names.swatch)(step, *x);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
            edit(ui, id, &response, step, chain, &mut events);
            focus_ring(ui, &response, swatch, chain.tokens);
            menu(ui, &response, id, step, &mut picker);
        }
    }
    let row = row_rect(rect, chain.axis, STATE_ROW);
    let response = ui.interact(row, id.with("states"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &names.states));
    if response.clicked() || response.dragged() {
        events.went_to = response.interact_pointer_pos().map(|at| chain.axis.nearest(at.x));
    }
    events.went_to = events.went_to.or(step_asked(ui, &response, chain.step, chain.axis.length));
    focus_ring(ui, &response, row, chain.tokens);
    let whole = Rect::from_x_y_ranges(chain.axis.span, rect.y_range());
    events.hover = ui
        .ctx()
        .pointer_latest_pos()
        .filter(|at| whole.contains(*at) && ui.rect_contains_pointer(whole))
        .map(|at| chain.axis.nearest(at.x));
    events
}

/// A click puts down the next paint; a drag puts down one paint on every step that it passes.
fn edit(ui: &Ui, id: Id, response: &Response, step: usize, chain: &PaintChain<'_>, events: &mut ChainEvents) {
    if response.clicked() {
        events.painted = Some((step..=step, Brush::Next));
        return;
    }
    let Some(pointer) = response.interact_pointer_pos() else { return };
    let at = chain.axis.nearest(pointer.x);
    if response.drag_started_by(PointerButton::Primary) {
        let from = ui.input(|input| input.pointer.press_origin()).map_or(at, |origin| chain.axis.nearest(origin.x));
        let brush = chain.paints.get(from - 1).map_or(1.0, |paint| next_paint(*paint));
        ui.data_mut(|data| data.insert_temp(id.with("stroke"), (from, brush)));
        events.painted = Some((from.min(at)..=from.max(at), Brush::Paint(brush)));
    } else if response.dragged_by(PointerButton::Primary) {
        let kept: Option<(usize, f64)> = ui.data(|data| data.get_temp(id.with("stroke")));
        if let Some((last, brush)) = kept {
            ui.data_mut(|data| data.insert_temp(id.with("stroke"), (at, brush)));
            events.painted = Some((last.min(at)..=last.max(at), Brush::Paint(brush)));
        }
    }
}

/// The picker, under a secondary click or M on the keyboard; it stays with the step it was opened at.
fn menu(ui: &Ui, response: &Response, id: Id, step: usize, picker: &mut impl FnMut(&mut Ui, usize)) {
    let key = id.with("picked");
    let by_key = response.has_focus()
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::M) | input.consume_key(Modifiers::SHIFT, Key::F10)
        });
    if response.secondary_clicked() || by_key {
        ui.data_mut(|data| data.insert_temp(key, (step, by_key)));
    }
    let (step, at_swatch) = ui.data(|data| data.get_temp(key)).unwrap_or((step, false));
    let mut popup = Popup::context_menu(response);
    if by_key {
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
    }
    if at_swatch {
        // Opened by a key it stands at its swatch, wherever the pointer is.
        popup = popup.anchor(PopupAnchor::ParentRect(response.rect));
    }
    popup.show(|ui| picker(ui, step));
}

fn focus_ring(ui: &Ui, response: &Response, rect: Rect, tokens: &Tokens) {
    if response.has_focus() {
        let ring = theme::focus_ring(tokens);
        ui.painter().rect_stroke(rect.expand(3.0), 6.0, ring, eframe::egui::StrokeKind::Middle);
    }
}

/// The side of a swatch.
fn side(axis: TimeAxis) -> f32 {
    (axis.step_width() * 0.76).clamp(3.0, 19.0)
}

/// Where the state before step 1 stands: a step to the left, but within the gutter.
fn start_x(axis: TimeAxis) -> f32 {
    axis.x(0).clamp(axis.span.min - 20.0, axis.span.min - 8.0)
}

fn swatch_rect(rect: Rect, axis: TimeAxis, step: usize) -> Rect {
    Rect::from_center_size(pos2(axis.x(step), rect.top() + X_ROW), vec2(side(axis), side(axis)))
}

fn row_rect(rect: Rect, axis: TimeAxis, row: f32) -> Rect {
    let half = if axis.length > size::STRIP_ABOVE { 8.0 } else { side(axis) / 2.0 + 1.0 };
    Rect::from_x_y_ranges(axis.span, rect.top() + row - half..=rect.top() + row + half)
}

fn paint(ui: &Ui, rect: Rect, chain: &PaintChain<'_>) {
    let (axis, tokens, painter) = (chain.axis, chain.tokens, ui.painter());
    for (step, tint) in [(chain.hover, tokens.paper), (Some(chain.step), tokens.chosen)] {
        let Some(step) = step else { continue };
        let half = (axis.step_width() / 2.0).clamp(3.0, 24.0);
        let band =
            Rect::from_x_y_ranges(axis.x(step) - half..=axis.x(step) + half, rect.top() + 4.0..=rect.bottom() - 1.0);
        painter.rect_filled(band, 5.0, tint);
    }
    for (letter, row) in [("x", X_ROW), (chain.letter, STATE_ROW)] {
        let job = super::weight_slider::symbol_job((letter, ""), tokens.faint);
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
        let link = Stroke::new(stroke::CURVE * tokens.weight, tokens.paint(before.1));
        painter.line_segment([pos2(before.0 + radius, y), pos2(centre.x - radius, y)], link);
        painter.rect_filled(swatch, side(axis) * 0.24, tokens.paint(*x));
        beyond_mark(ui, swatch.center(), *x, tokens);
        before = (centre.x, *state);
    }
    for (step, state) in (1..).zip(chain.states) {
        let at = pos2(axis.x(step), y);
        if step == chain.step && chain.landed < 1.0 {
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
    for (row, values) in [(X_ROW, chain.x), (STATE_ROW, chain.states)] {
        let y = rect.top() + row - 8.0..=rect.top() + row + 8.0;
        let mut mesh = eframe::egui::Mesh::default();
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
    let at = Rect::from_x_y_ranges(
        axis.x(chain.step) - half.max(1.5)..=axis.x(chain.step) + half.max(1.5),
        rect.top() + STATE_ROW - 10.0..=rect.top() + STATE_ROW + 10.0,
    );
    ui.painter().rect_stroke(at, 2.0, Stroke::new(stroke::CURVE, tokens.ink), eframe::egui::StrokeKind::Outside);
}

fn paint_circle(ui: &Ui, centre: eframe::egui::Pos2, radius: f32, value: f64, hollow: bool, tokens: &Tokens) {
    if hollow {
        ui.painter().circle(centre, radius - 0.75, tokens.card, Stroke::new(1.5, tokens.paint(value)));
    } else {
        ui.painter().circle_filled(centre, radius, tokens.paint(value));
        beyond_mark(ui, centre, value, tokens);
    }
}

/// A value beyond ±1 keeps the end colour; a bright ring inside says that there is more.
fn beyond_mark(ui: &Ui, centre: eframe::egui::Pos2, value: f64, tokens: &Tokens) {
    if paint::beyond(value) {
        ui.painter().circle_stroke(centre, 3.0, Stroke::new(1.5, tokens.card));
    }
}

/// The message's step: a small ink triangle over its swatch.
fn message_mark(ui: &Ui, tip: eframe::egui::Pos2, tokens: &Tokens) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_before_the_start_stays_in_the_gutter() {
        for length in [1, 2, 3, 24, 60, 1000] {
            let axis = TimeAxis { span: eframe::egui::Rangef::new(100.0, 500.0), length };
            assert!((80.0..=92.0).contains(&start_x(axis)), "{length}: {}", start_x(axis));
        }
    }

    #[test]
    fn a_click_goes_through_the_three_paints_and_makes_a_mixture_blue() {
        assert_eq!([1.0, 0.0, -1.0, 0.37].map(next_paint), [0.0, -1.0, 1.0, 1.0]);
    }
}
