//! The sequence as swatches, and under each the state after it as a circle; above T = 60, strips.

mod drawing;

use std::ops::RangeInclusive;

use eframe::egui::{
    Id, Key, Modifiers, PointerButton, Popup, PopupAnchor, Rect, Response, Role, Sense, SetOpenCommand, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::roving::{self, step_asked};
use super::time_axis::TimeAxis;
use crate::gui::theme::{self, Tokens, size};

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
    /// The last step whose state is shown; those after it are hollow, without colour.
    pub until: usize,
    /// Whether a step can be painted; a click on one that cannot goes there.
    pub paintable: &'a dyn Fn(usize) -> bool,
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
    drawing::paint(ui, rect, chain);
    let id = ui.scope_id().with(("chain", chain.letter));
    if chain.axis.length > size::STRIP_ABOVE {
        let row = row_rect(rect, chain.axis, X_ROW);
        let response = ui.interact(row, id.with("strip"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &names.strip));
        let step =
            response.interact_pointer_pos().or(response.hover_pos()).map_or(chain.step, |at| chain.axis.nearest(at.x));
        edit(ui, id, &response, step, chain, &mut events);
        if (chain.paintable)(step) || Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
            menu(ui, &response, id, step, &mut picker);
        }
        focus_ring(ui, &response, row, chain.tokens);
        events.went_to = events.went_to.or(step_asked(ui, &response, chain.step, chain.axis.length));
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
            if (chain.paintable)(step) {
                menu(ui, &response, id, step, &mut picker);
            }
        }
    }
    let row = row_rect(rect, chain.axis, STATE_ROW);
    let response = ui.interact(row, id.with("states"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &names.states));
    if response.clicked() || response.dragged() {
        events.went_to = response.interact_pointer_pos().map(|at| chain.axis.nearest(at.x)).or(events.went_to);
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

/// A click puts down the next paint; a drag puts down one paint on every step that it passes. Where
/// there is nothing to paint, both go to the step.
fn edit(ui: &Ui, id: Id, response: &Response, step: usize, chain: &PaintChain<'_>, events: &mut ChainEvents) {
    let origin = ui.input(|input| input.pointer.press_origin()).filter(|_| response.dragged());
    let begun = origin.map_or(step, |origin| chain.axis.nearest(origin.x));
    if !(chain.paintable)(begun) {
        if response.clicked() || response.dragged() {
            let at = response.interact_pointer_pos().filter(|_| response.dragged());
            events.went_to = Some(at.map_or(step, |at| chain.axis.nearest(at.x)));
        }
        return;
    }
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
