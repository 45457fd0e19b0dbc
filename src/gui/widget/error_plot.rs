//! Errors over training steps on a log axis: their curves, the line of an answer that knows nothing,
//! and a mark where each has solved its task.

use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_plot::LineStyle;

use super::time_plot::{Runs, Scale, TITLE, y_of};
use crate::gui::theme::{Tokens, focus_ring, size, stroke, text};
use crate::scale::kept_apart;

/// Under the plot: the numbers of the training steps.
const NUMBERS: f32 = 16.0;
/// Right of the last step: the names at the curves' ends.
const NAMES: f32 = 46.0;
/// The height of a name, and the width of a step's number at a mark.
const NAME: f64 = 13.0;
const MARK: f64 = 40.0;
/// How many training steps there is room for at first.
const FIRST_STEPS: usize = 200;

/// One cell's errors.
pub struct ErrorCurve<'a> {
    /// Its name at its end.
    pub name: &'a str,
    /// log₁₀ of the errors over training steps.
    pub runs: &'a Runs,
    /// Its colour.
    pub colour: Color32,
    /// Its dash pattern.
    pub style: LineStyle,
    /// Its width.
    pub width: f32,
    /// The training step at which it had solved its task, and how that is written.
    pub solved_at: Option<(usize, String)>,
}

/// A plot of errors.
pub struct ErrorPlot<'a> {
    /// Over it to the left.
    pub title: &'a str,
    /// Over it to the right.
    pub note: &'a str,
    /// Right of the numbers of training steps.
    pub axis: &'a str,
    /// What assistive technology reads.
    pub spoken: &'a str,
    /// log₁₀ of the errors up the side.
    pub scale: Scale,
    /// log₁₀ of the error of an answer that knows nothing: a dotted line.
    pub ignorant: Option<f64>,
    /// log₁₀ of the error at which a task is solved: a dashed line.
    pub solved: f64,
    /// The curves, the later over the earlier.
    pub curves: &'a [ErrorCurve<'a>],
    /// The training steps done.
    pub steps: usize,
    /// How a number of training steps is written.
    pub number: &'a dyn Fn(usize) -> String,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What a plot of errors tells of a frame.
pub struct ErrorPlotEvents {
    /// The plot, to hang a tooltip on.
    pub response: Response,
    /// The pointer is over this training step.
    pub hover: Option<usize>,
    /// Where the title stands.
    pub title: Rect,
}

/// Draws the plot into `rect`.
pub fn error_plot_ui(ui: &mut Ui, rect: Rect, plot: &ErrorPlot<'_>) -> ErrorPlotEvents {
    let tokens = plot.tokens;
    let span = Rangef::new(rect.left() + size::GUTTER, rect.right() - NAMES);
    let area = Rect::from_x_y_ranges(span, rect.top() + TITLE..=rect.bottom() - NUMBERS);
    let at = pos2(area.left() - 4.0, rect.top());
    let title = ui.painter().text(at, Align2::LEFT_TOP, plot.title, text::semibold(text::SMALL), tokens.faint);
    let note = ui.painter().layout_no_wrap(plot.note.to_owned(), text::regular(text::SMALL), tokens.faint);
    if rect.right() - note.size().x > title.right() + 12.0 {
        ui.painter().galley(pos2(rect.right() - note.size().x, rect.top()), note, tokens.faint);
    }
    let places = Places { area, steps: plot.steps.max(FIRST_STEPS), scale: &plot.scale };
    let response = ui.interact(area, ui.scope_id().with("error-plot"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, plot.spoken));
    axes_ui(ui, &places, plot);
    let painter = ui.painter().with_clip_rect(area.expand2(vec2(3.0, 1.0)).intersect(ui.clip_rect()));
    for curve in plot.curves {
        for run in curve.runs {
            let points: Vec<Pos2> = run.iter().map(|point| places.at(point.x, point.y)).collect();
            let line = Stroke::new(curve.width * tokens.weight, curve.colour);
            styled_line(&painter, &points, line, curve.style);
        }
    }
    marks_ui(ui, &places, plot);
    names_ui(ui, &places, plot);
    if response.has_focus() {
        ui.painter().rect_stroke(area.expand(3.0), 4.0, focus_ring(tokens), eframe::egui::StrokeKind::Middle);
    }
    let hover = response.hover_pos().map(|at| places.step_at(at.x)).filter(|_| plot.steps > 0);
    if let Some(step) = hover {
        let line = Stroke::new(stroke::HAIR, tokens.rail);
        #[expect(clippy::cast_precision_loss, reason = "a number of training steps, on a screen")]
        ui.painter().vline(places.x(step as f64), area.y_range(), line);
    }
    ErrorPlotEvents { response, hover, title }
}

/// Where values stand.
struct Places<'a> {
    area: Rect,
    /// The training steps from the left edge to the right.
    steps: usize,
    scale: &'a Scale,
}

impl Places<'_> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a place on the screen")]
    fn x(&self, step: f64) -> f32 {
        self.area.left() + (step / self.steps as f64) as f32 * self.area.width()
    }

    fn at(&self, step: f64, value: f64) -> Pos2 {
        pos2(self.x(step), y_of(value, self.area, &self.scale.range))
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a training step under the pointer, from 0 on"
    )]
    fn step_at(&self, x: f32) -> usize {
        let part = f64::from(((x - self.area.left()) / self.area.width()).clamp(0.0, 1.0));
        (part * self.steps as f64).round() as usize
    }
}

/// Grid lines with powers of ten, numbers of training steps, and the two lines that mean something.
fn axes_ui(ui: &Ui, places: &Places<'_>, plot: &ErrorPlot<'_>) {
    let (area, tokens, painter) = (places.area, plot.tokens, ui.painter());
    let small = || text::regular(text::SMALL - 1.0);
    for (value, label) in &plot.scale.ticks {
        let y = y_of(*value, area, &plot.scale.range);
        painter.hline(area.x_range(), y, Stroke::new(stroke::HAIR, tokens.grid));
        painter.text(pos2(area.left() - 8.0, y), Align2::RIGHT_CENTER, label, small(), tokens.faint);
    }
    for step in round_steps(places.steps) {
        #[expect(clippy::cast_precision_loss, reason = "a number of training steps, on a screen")]
        let x = places.x(step as f64);
        painter.vline(x, area.bottom()..=area.bottom() + 3.0, Stroke::new(stroke::HAIR, tokens.hairline));
        painter.text(pos2(x, area.bottom() + 3.0), Align2::CENTER_TOP, (plot.number)(step), small(), tokens.faint);
    }
    let after = pos2(area.right() + 18.0, area.bottom() + 3.0);
    painter.text(after, Align2::LEFT_TOP, plot.axis, small(), tokens.faint);
    for (value, dash) in [(plot.ignorant, 1.5), (Some(plot.solved), 6.0)] {
        let Some(value) = value else { continue };
        let y = y_of(value, area, &plot.scale.range);
        let line = [pos2(area.left(), y), pos2(area.right(), y)];
        painter.extend(Shape::dashed_line(&line, Stroke::new(stroke::HAIR, tokens.faint), dash, 3.0));
    }
}

/// A few round numbers of steps, from 0.
fn round_steps(steps: usize) -> Vec<usize> {
    let apart = [50, 100, 200, 500].into_iter().chain((3..).flat_map(|power| {
        let thousand = 10_usize.pow(power);
        [thousand, 2 * thousand, 5 * thousand]
    }));
    let apart = apart.take(30).find(|apart| steps / apart <= 5).unwrap_or(steps.max(1));
    (0..=steps / apart).map(|n| n * apart).collect()
}

/// A ring where each has solved its task, and the training step over it.
fn marks_ui(ui: &Ui, places: &Places<'_>, plot: &ErrorPlot<'_>) {
    let solved = |curve: &'_ ErrorCurve<'_>| {
        #[expect(clippy::cast_precision_loss, reason = "a number of training steps, on a screen")]
        curve.solved_at.as_ref().map(|(step, said)| (places.at(*step as f64, plot.solved), said.clone(), curve.colour))
    };
    let mut marks: Vec<(Pos2, String, Color32)> = plot.curves.iter().filter_map(solved).collect();
    marks.sort_by(|(a, ..), (b, ..)| a.x.total_cmp(&b.x));
    let wanted: Vec<(f64, f64)> = marks.iter().map(|(at, ..)| (f64::from(at.x), MARK)).collect();
    let room = f64::from(places.area.left() + 20.0)..=f64::from(places.area.right() - 16.0);
    let tokens = plot.tokens;
    for ((at, said, colour), x) in marks.into_iter().zip(kept_apart(&wanted, &room)) {
        ui.painter().circle(at, 4.0, tokens.card, Stroke::new(stroke::CURVE, colour));
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen needs no more digits")]
        let above = pos2(x as f32, at.y - 7.0);
        let galley = ui.painter().layout_no_wrap(said, text::bold(text::SMALL - 0.5), colour);
        let place = Align2::CENTER_BOTTOM.anchor_size(above, galley.size());
        // Curves run here, too: the number stands on ground of its own.
        ui.painter().rect_filled(place.expand2(vec2(2.0, -1.0)), 3.0, tokens.card);
        ui.painter().galley(place.min, galley, colour);
    }
}

/// The names at the ends of the curves.
fn names_ui(ui: &Ui, places: &Places<'_>, plot: &ErrorPlot<'_>) {
    let end = |curve: &ErrorCurve<'_>| {
        let last = curve.runs.last().and_then(|run| run.last())?;
        Some((places.at(last.x, last.y), curve.name.to_owned(), curve.colour))
    };
    for (at, name, colour, y) in ends_apart(plot.curves.iter().filter_map(end).collect(), places.area) {
        ui.painter().circle_filled(at, 2.5, colour);
        let beside = pos2(at.x + 7.0, y);
        let galley = ui.painter().layout_no_wrap(name, text::bold(text::SMALL), colour);
        let place = Align2::LEFT_CENTER.anchor_size(beside, galley.size());
        // At first the names stand among the lines.
        ui.painter().rect_filled(place.expand2(vec2(2.0, -2.0)), 3.0, plot.tokens.card);
        ui.painter().galley(place.min, galley, colour);
    }
}

/// Ends of curves with their names and colours, from the top down, each with the height at which its
/// name stands clear of the others.
pub(super) fn ends_apart(mut ends: Vec<(Pos2, String, Color32)>, area: Rect) -> Vec<(Pos2, String, Color32, f32)> {
    ends.sort_by(|(a, ..), (b, ..)| a.y.total_cmp(&b.y));
    let wanted: Vec<(f64, f64)> = ends.iter().map(|(at, ..)| (f64::from(at.y), NAME)).collect();
    let room = f64::from(area.top() + 4.0)..=f64::from(area.bottom() - 4.0);
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen needs no more digits")]
    let heights = kept_apart(&wanted, &room).into_iter().map(|y| y as f32);
    ends.into_iter().zip(heights).map(|((at, name, colour), y)| (at, name, colour, y)).collect()
}

/// A line through points in its dash pattern, as the plots over time have it.
pub(super) fn styled_line(painter: &Painter, points: &[Pos2], line: Stroke, style: LineStyle) {
    match style {
        LineStyle::Dashed { length } => {
            painter.extend(Shape::dashed_line(points, line, length, length * 0.618));
        }
        LineStyle::Dotted { spacing } => {
            painter.extend(Shape::dotted_line(points, line.color, spacing, line.width));
        }
        _ => {
            painter.add(Shape::line(points.to_vec(), line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn training_steps_are_numbered_roundly_and_sparsely() {
        assert_eq!(round_steps(200), [0, 50, 100, 150, 200]);
        assert_eq!(round_steps(260), [0, 50, 100, 150, 200, 250]);
        assert_eq!(round_steps(1_730), [0, 500, 1000, 1500]);
        for steps in [1, 37, 999, 100_000, 12_345_678] {
            let numbered = round_steps(steps);
            assert!((1..=7).contains(&numbered.len()) && numbered.iter().all(|step| *step <= steps), "{steps}");
        }
    }

    #[test]
    fn a_place_and_its_step_are_each_others_inverse() {
        let area = Rect::from_min_max(pos2(50.0, 0.0), pos2(450.0, 100.0));
        let scale = Scale { range: -4.0..=0.0, ticks: Vec::new() };
        let places = Places { area, steps: 2000, scale: &scale };
        for step in [0_u16, 10, 990, 2000] {
            assert_eq!(places.step_at(places.x(step.into())), usize::from(step));
        }
        assert_eq!(places.at(1000.0, -2.0), pos2(250.0, 50.0));
    }
}
