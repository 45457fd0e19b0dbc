//! Recall errors after training over the sequence length, both axes logarithmic: a dot for each seed,
//! a line through the medians.

use eframe::egui::{
    Align2, Color32, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_plot::LineStyle;

use super::error_plot::{ends_apart, styled_line};
use super::time_plot::{Scale, TITLE, y_of};
use crate::gui::theme::{Tokens, size, stroke, text};

/// Under the plot: the lengths, and what they are.
const NUMBERS: f32 = 32.0;
/// Right of the last length: the racers' names.
const NAMES: f32 = 104.0;
/// From the edges of the plot to the first and the last length.
const MARGIN: f32 = 34.0;
/// Racers stand side by side at a length, this far apart.
const APART: f32 = 6.0;
/// A seed's dot, and the median's.
const DOT: f32 = 2.2;
const MEDIAN: f32 = 4.2;

/// One racer.
pub struct HorizonCurve<'a> {
    /// Its name at its end.
    pub name: &'a str,
    /// For each seed that has finished, T and log₁₀ of the error.
    pub dots: Vec<(usize, f64)>,
    /// T and log₁₀ of the median error, from the shortest length on.
    pub medians: Vec<(usize, f64)>,
    /// Its colour.
    pub colour: Color32,
    /// Its dash pattern.
    pub style: LineStyle,
    /// Whether it is a thin line with rings, to tell it from another start of the same cell.
    pub hollow: bool,
}

/// A horizon.
pub struct HorizonPlot<'a> {
    /// The lengths, rising.
    pub lengths: &'a [usize],
    /// Over the plot: what stands up the side.
    pub title: &'a str,
    /// Under the lengths.
    pub axis: &'a str,
    /// The racers, the later over the earlier.
    pub curves: &'a [HorizonCurve<'a>],
    /// log₁₀ of the errors up the side.
    pub scale: Scale,
    /// log₁₀ of the error of an answer that knows nothing, and its name.
    pub ignorant: (f64, &'a str),
    /// log₁₀ of the error at which the task is solved, and its name.
    pub solved: (f64, &'a str),
    /// What assistive technology reads.
    pub spoken: &'a str,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// Draws the plot into `rect`; returns it with the length that the pointer is over.
pub fn horizon_plot_ui(ui: &mut Ui, rect: Rect, plot: &HorizonPlot<'_>) -> (Response, Option<usize>) {
    let span = Rangef::new(rect.left() + size::GUTTER, rect.right() - NAMES);
    let area = Rect::from_x_y_ranges(span, rect.top() + TITLE..=rect.bottom() - NUMBERS);
    let title = pos2(area.left() - 4.0, rect.top());
    ui.painter().text(title, Align2::LEFT_TOP, plot.title, text::semibold(text::SMALL), plot.tokens.faint);
    let places = Places { area, lengths: plot.lengths, scale: &plot.scale };
    let response = ui.interact(area, ui.scope_id().with("horizon-plot"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, plot.spoken));
    let hover = response.hover_pos().and_then(|at| places.nearest(at.x));
    axes_ui(ui, &places, plot, hover);
    for (at, curve) in plot.curves.iter().enumerate() {
        curve_ui(ui, &places, curve, aside(at, plot.curves.len()), plot.tokens);
    }
    names_ui(ui, &places, plot);
    (response, hover)
}

/// How far a racer stands beside its length.
#[expect(clippy::cast_precision_loss, reason = "a handful of racers")]
fn aside(at: usize, racers: usize) -> f32 {
    (at as f32 - (racers as f32 - 1.0) / 2.0) * APART
}

/// Where values stand.
struct Places<'a> {
    area: Rect,
    lengths: &'a [usize],
    scale: &'a Scale,
}

impl Places<'_> {
    fn x(&self, length: usize) -> f32 {
        let [first, last] = [self.lengths.first(), self.lengths.last()].map(|end| end.copied().unwrap_or(1));
        #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
        let log = |length: usize| (length as f32).ln();
        let part = if first == last { 0.5 } else { (log(length) - log(first)) / (log(last) - log(first)) };
        self.area.left() + MARGIN + part * (self.area.width() - 2.0 * MARGIN)
    }

    /// A value beyond the axis stands at its edge.
    fn at(&self, length: usize, value: f64) -> Pos2 {
        let range = &self.scale.range;
        pos2(self.x(length), y_of(value.clamp(*range.start(), *range.end()), self.area, range))
    }

    fn nearest(&self, x: f32) -> Option<usize> {
        let away = |length: &usize| (self.x(*length) - x).abs();
        self.lengths.iter().copied().min_by(|a, b| away(a).total_cmp(&away(b)))
    }
}

/// Grid lines with powers of ten, the lengths, and the two lines that mean something.
fn axes_ui(ui: &Ui, places: &Places<'_>, plot: &HorizonPlot<'_>, hover: Option<usize>) {
    let (area, tokens, painter) = (places.area, plot.tokens, ui.painter());
    let small = || text::regular(text::SMALL);
    for (value, label) in &plot.scale.ticks {
        let y = y_of(*value, area, &plot.scale.range);
        painter.hline(area.x_range(), y, Stroke::new(stroke::HAIR, tokens.grid));
        painter.text(pos2(area.left() - 8.0, y), Align2::RIGHT_CENTER, label, small(), tokens.faint);
    }
    for length in plot.lengths {
        let x = places.x(*length);
        let colour = if hover == Some(*length) { tokens.rail } else { tokens.grid };
        painter.vline(x, area.y_range(), Stroke::new(stroke::HAIR, colour));
        painter.text(pos2(x, area.bottom() + 3.0), Align2::CENTER_TOP, length.to_string(), small(), tokens.faint);
    }
    let below = pos2(area.center().x, area.bottom() + 18.0);
    painter.text(below, Align2::CENTER_TOP, plot.axis, small(), tokens.faint);
    for ((value, name), dash, side) in
        [(plot.ignorant, 1.5, Align2::LEFT_BOTTOM), (plot.solved, 6.0, Align2::LEFT_BOTTOM)]
    {
        let y = y_of(value, area, &plot.scale.range);
        let line = [pos2(area.left(), y), pos2(area.right(), y)];
        painter.extend(Shape::dashed_line(&line, Stroke::new(stroke::HAIR, tokens.faint), dash, 3.0));
        painter.text(pos2(area.left() + 6.0, y - 2.0), side, name, text::regular(text::SMALL - 1.0), tokens.faint);
    }
}

fn curve_ui(ui: &Ui, places: &Places<'_>, curve: &HorizonCurve<'_>, aside: f32, tokens: &Tokens) {
    let painter = ui.painter();
    let place = |(length, value): &(usize, f64)| places.at(*length, *value) + vec2(aside, 0.0);
    let width = if curve.hollow { stroke::HAIR } else { stroke::CURVE };
    let line = Stroke::new(width * tokens.weight, curve.colour);
    let medians: Vec<Pos2> = curve.medians.iter().map(place).collect();
    styled_line(painter, &medians, line, curve.style);
    for dot in &curve.dots {
        painter.circle_filled(place(dot), DOT, curve.colour.gamma_multiply(0.55));
    }
    for median in medians {
        let ground = if curve.hollow { tokens.card } else { curve.colour };
        painter.circle(median, MEDIAN, ground, Stroke::new(stroke::CURVE, curve.colour));
    }
}

/// The names at the ends of the lines.
fn names_ui(ui: &Ui, places: &Places<'_>, plot: &HorizonPlot<'_>) {
    let end = |(at, curve): (usize, &'_ HorizonCurve<'_>)| {
        let (length, value) = curve.medians.last()?;
        let place = places.at(*length, *value) + vec2(aside(at, plot.curves.len()), 0.0);
        Some((place, curve.name.to_owned(), curve.colour))
    };
    for (at, name, colour, y) in ends_apart(plot.curves.iter().enumerate().filter_map(end).collect(), places.area) {
        let beside = pos2(places.area.right() + 6.0, y);
        let line = [at + vec2(MEDIAN + 3.0, 0.0), beside - vec2(3.0, 0.0)];
        ui.painter().line_segment(line, Stroke::new(stroke::HAIR, plot.tokens.hairline));
        ui.painter().text(beside, Align2::LEFT_CENTER, name, text::bold(text::SMALL), colour);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_stand_by_their_logarithm_and_are_found_again() {
        let area = Rect::from_min_max(pos2(0.0, 0.0), pos2(368.0, 100.0));
        let scale = Scale { range: -3.0..=0.0, ticks: Vec::new() };
        let places = Places { area, lengths: &[5, 10, 20, 40], scale: &scale };
        for (length, x) in [(5, 34.0), (10, 134.0), (20, 234.0), (40, 334.0)] {
            assert!((places.x(length) - x).abs() < 1e-3, "{length}: {}", places.x(length));
            assert_eq!(places.nearest(x + 40.0), Some(length));
        }
        assert_eq!(places.at(5, f64::INFINITY).y, 0.0);
        assert_eq!(Places { lengths: &[7], ..places }.x(7), area.center().x);
    }

    #[test]
    fn racers_stand_side_by_side_round_their_length() {
        let all: Vec<f32> = (0..5).map(|at| aside(at, 5)).collect();
        assert_eq!(all, [-12.0, -6.0, 0.0, 6.0, 12.0]);
        assert_eq!(aside(0, 1), 0.0);
    }
}
