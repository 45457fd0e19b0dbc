//! The half-life of each unit as a bar on a log axis, in rows that stand beside those of heat maps.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align2, Color32, Id, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::roving;
use crate::gui::theme::{Tokens, focus_ring, stroke, text};

/// Right of the axis: half of its last number.
const MARGIN: f32 = 10.0;
/// A row lower than this has no number; one of every few then has it.
const NUMBER: f32 = 13.0;
/// How near to the mark's name a number may stand.
const NAME: f32 = 14.0;
/// The exponents between which the axis lies.
const EXPONENTS: RangeInclusive<i32> = -1..=4;

/// Half-lives as bars.
pub struct HalfLifeBars<'a> {
    /// The units from the top down, each from 0, with its half-life in steps.
    pub bars: &'a [(usize, f64)],
    /// The sequence length, marked on the axis, and how the mark is called.
    pub length: (usize, &'a str),
    /// How a half-life is written.
    pub number: &'a dyn Fn(f64) -> String,
    /// How a unit's bar is called.
    pub name: &'a dyn Fn(usize, f64) -> String,
    /// How a power of ten is written.
    pub power: &'a dyn Fn(i32) -> String,
    /// The bars' colour.
    pub colour: Color32,
    /// The unit under the pointer, from 1, anywhere on the page.
    pub pointed: Option<usize>,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What was done to the bars in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BarEvents {
    /// The pointer is over this unit, from 1.
    pub hover: Option<usize>,
    /// This unit, from 1, was clicked.
    pub opened: Option<usize>,
}

/// Draws the bars into `rows` and the numbers of their axis under it. They are one stop of Tab, with
/// arrows inside.
pub fn half_life_bars_ui(ui: &mut Ui, rows: Rect, bars: &HalfLifeBars<'_>) -> BarEvents {
    let axis = Axis::of(rows, bars.bars.iter().map(|(_, half_life)| *half_life), bars.length.0);
    axis_ui(ui, rows, &axis, bars);
    #[expect(clippy::cast_precision_loss, reason = "at most some hundred units")]
    let height = rows.height() / bars.bars.len().max(1) as f32;
    let every = numbered_every(height);
    let scope = ui.scope_id().with("half-lives");
    let ids: Vec<Id> = bars.bars.iter().map(|(unit, _)| scope.with(unit)).collect();
    let reached = roving::reached(ui, &ids, 0);
    let mut events = BarEvents::default();
    let mut numbers = Vec::new();
    for (row, ((unit, half_life), id)) in bars.bars.iter().zip(ids).enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most some hundred units")]
        let top = rows.top() + row as f32 * height;
        let place = Rect::from_x_y_ranges(rows.x_range(), top..=top + height);
        let response = ui.interact(place, id, roving::sense(Sense::click(), row == reached));
        let name = (bars.name)(unit + 1, *half_life);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        if response.hovered() {
            events.hover = Some(unit + 1);
        }
        if response.clicked() {
            events.opened = Some(unit + 1);
        }
        let strong = response.hovered() || bars.pointed == Some(unit + 1);
        let bar = bar_ui(ui, place, axis.x(*half_life), strong, bars);
        if row % every == 0 {
            numbers.push((bar, (bars.number)(*half_life)));
        }
        if response.has_focus() {
            ui.painter().rect_stroke(place.expand(1.0), 3.0, focus_ring(bars.tokens), StrokeKind::Middle);
        }
        response.on_hover_text(name);
    }
    // Over all bars.
    for (bar, said) in numbers {
        number_ui(ui, rows.right(), bar, said, bars);
    }
    events
}

/// Draws a bar; returns where it ends.
fn bar_ui(ui: &Ui, place: Rect, end: f32, strong: bool, bars: &HalfLifeBars<'_>) -> Rect {
    let gap = (place.height() * 0.12).min(1.5);
    let bar = Rect::from_min_max(place.left_top(), pos2(end.max(place.left() + 2.0), place.bottom()));
    let fill = if strong { bars.colour } else { bars.colour.gamma_multiply(0.82) };
    ui.painter().rect_filled(bar.shrink2(vec2(0.0, gap)), 2.0, fill);
    bar
}

/// A bar's number, beside it or at its end, on ground of its own: the mark of the sequence's length
/// gives way, and so do bars that are lower than a number.
fn number_ui(ui: &Ui, right: f32, bar: Rect, said: String, bars: &HalfLifeBars<'_>) {
    let tokens = bars.tokens;
    let galley = ui.painter().layout_no_wrap(said, text::regular(text::SMALL - 1.0), Color32::PLACEHOLDER);
    let beside = bar.right() + 5.0;
    let (at, ink, ground) = if beside + galley.size().x <= right + MARGIN {
        (beside, tokens.faint, tokens.card)
    } else {
        (bar.right() - 5.0 - galley.size().x, tokens.card, bars.colour)
    };
    let at = pos2(at, bar.center().y - galley.size().y / 2.0);
    ui.painter().rect_filled(Rect::from_min_size(at, galley.size()).expand2(vec2(2.0, -1.0)), 2.0, ground);
    ui.painter().galley(at, galley, ink);
}

/// Powers of ten, and the length of the sequence.
fn axis_ui(ui: &Ui, rows: Rect, axis: &Axis, bars: &HalfLifeBars<'_>) {
    let (tokens, painter) = (bars.tokens, ui.painter());
    let small = || text::regular(text::SMALL - 1.0);
    let under = rows.bottom() + 3.0;
    let (length, name) = bars.length;
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    let mark = axis.x(length as f64);
    for exponent in axis.exponents.clone() {
        let x = axis.x(10f64.powi(exponent));
        painter.vline(x, rows.y_range(), Stroke::new(stroke::HAIR, tokens.grid));
        // The mark has a name of its own.
        if (x - mark).abs() > NAME {
            painter.text(pos2(x, under), Align2::CENTER_TOP, (bars.power)(exponent), small(), tokens.faint);
        }
    }
    let line: [Pos2; 2] = [pos2(mark, rows.top()), pos2(mark, rows.bottom() + 2.0)];
    painter.extend(Shape::dashed_line(&line, Stroke::new(stroke::HAIR, tokens.ink), 3.0, 3.0));
    painter.text(pos2(mark, under), Align2::CENTER_TOP, name, text::bold(text::SMALL - 1.0), tokens.ink);
}

/// Whole powers of ten from the left edge to the right.
struct Axis {
    left: f32,
    width: f32,
    exponents: RangeInclusive<i32>,
}

impl Axis {
    fn of(rows: Rect, half_lives: impl Iterator<Item = f64>, length: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
        let length = length as f64;
        let (low, high) =
            half_lives.fold((length, length), |(low, high), half_life| (low.min(half_life), high.max(half_life)));
        #[expect(clippy::cast_possible_truncation, reason = "infinite ones end at the clamp")]
        let exponent = |value: f64| (value as i32).clamp(*EXPONENTS.start(), *EXPONENTS.end());
        let (from, to) = (exponent(low.log10().floor()), exponent(high.log10().ceil()));
        let exponents = from.min(to - 1)..=to;
        Self { left: rows.left(), width: rows.width() - MARGIN, exponents }
    }

    /// The place of a half-life; what lies beyond the axis ends with it.
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    fn x(&self, half_life: f64) -> f32 {
        let (from, to) = (f64::from(*self.exponents.start()), f64::from(*self.exponents.end()));
        let part = (half_life.max(1e-9).log10() - from) / (to - from);
        self.left + part.clamp(0.0, 1.0) as f32 * self.width
    }
}

/// One row of so many has its number.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of rows")]
fn numbered_every(height: f32) -> usize {
    (NUMBER / height.max(0.1)).ceil().max(1.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(half_lives: &[f64]) -> Axis {
        let rows = Rect::from_min_size(pos2(100.0, 0.0), vec2(210.0, 160.0));
        Axis::of(rows, half_lives.iter().copied(), 20)
    }

    #[test]
    fn the_axis_holds_every_half_life_and_the_length_of_the_sequence() {
        assert_eq!(axis(&[3.0, 140.0]).exponents, 0..=3);
        assert_eq!(axis(&[11.0, 12.0]).exponents, 1..=2);
        let endless = axis(&[0.0, f64::INFINITY]);
        assert_eq!(endless.exponents, EXPONENTS);
        assert_eq!((endless.x(0.0), endless.x(f64::INFINITY)), (100.0, 300.0));
        assert!((axis(&[1.0, 100.0]).x(10.0) - 200.0).abs() < 1e-3);
    }

    #[test]
    fn low_rows_share_their_numbers() {
        assert_eq!([20.0, 13.0, 7.0, 2.0].map(numbered_every), [1, 1, 2, 7]);
    }
}
