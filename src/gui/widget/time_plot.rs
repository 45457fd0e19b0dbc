//! Curves over the steps of a sequence, on a linear or a log axis, with the shared cursor.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align2, Color32, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_plot::{Line, LineStyle, Plot, PlotBounds, PlotPoint, PlotPoints};

use super::curve_ends::curve_ends_ui;
use super::roving::step_asked;
use super::time_axis::TimeAxis;
use crate::gui::theme::{Tokens, focus_ring, ghostly, stroke, text};
use crate::gui::thinned::SCRIBBLE;
pub use crate::scale::{Scale, linear_scale};

/// The height of a plot's title line.
pub const TITLE: f32 = 20.0;

/// Points `(step, value)` that hang together; a gap ends one run and begins the next.
pub type Runs = Vec<Vec<PlotPoint>>;

/// One curve.
pub struct Curve<'a> {
    /// Its name at its end.
    pub name: &'a str,
    /// Its points.
    pub runs: &'a Runs,
    /// Its colour.
    pub colour: Color32,
    /// Its dash pattern.
    pub style: LineStyle,
    /// Its width.
    pub width: f32,
    /// The step at which it falls off a log axis, to 0: an arrow stands there.
    pub falls_at: Option<usize>,
    /// The same quantity in the runs that are pinned behind the present one.
    pub ghosts: Vec<GhostCurve<'a>>,
}

/// A curve of a pinned run; colour and dash are those of the curve that it stands behind.
pub struct GhostCurve<'a> {
    /// The ghost's number, from 1: it stands at the curve's end.
    pub number: usize,
    /// Its points.
    pub runs: &'a Runs,
    /// The points by which it is drawn.
    pub drawn: &'a Runs,
}

impl<'a> GhostCurve<'a> {
    /// The points that an axis of so many steps has room for.
    pub fn seen(&self, length: usize) -> impl Iterator<Item = &'a [PlotPoint]> + use<'a> {
        seen(self.runs, length)
    }
}

/// The points of a curve up to a step.
pub fn seen(runs: &Runs, until: usize) -> impl Iterator<Item = &[PlotPoint]> {
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    let last = until as f64;
    let seen = move |run: &'_ Vec<PlotPoint>| run.partition_point(|point| point.x <= last);
    runs.iter().filter_map(move |run| run.get(..seen(run))).filter(|run| !run.is_empty())
}

/// Every value that a plot of these curves shows on an axis of so many steps, ghosts included.
pub fn values(curves: &[Curve<'_>], length: usize) -> impl Iterator<Item = f64> {
    let ghosts = curves.iter().flat_map(|curve| &curve.ghosts).flat_map(move |ghost| ghost.seen(length)).flatten();
    curves.iter().flat_map(|curve| curve.runs).flatten().chain(ghosts).map(|point| point.y)
}

/// A plot.
pub struct TimePlot<'a> {
    /// Distinguishes it from the others.
    pub id: &'static str,
    /// Where the steps stand.
    pub axis: TimeAxis,
    /// The title, over it to the left.
    pub title: &'a str,
    /// What stands over it to the right.
    pub note: &'a str,
    /// What assistive technology reads.
    pub spoken: String,
    /// The values up the side.
    pub scale: Scale,
    /// The curves, the later over the earlier.
    pub curves: &'a [Curve<'a>],
    /// The step at hand.
    pub step: usize,
    /// The last step at which the curves are shown; the axis goes on.
    pub until: usize,
    /// The step under the pointer, anywhere on the page.
    pub hover: Option<usize>,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What a plot tells of a frame.
pub struct PlotEvents {
    /// The plot, to hang a tooltip on.
    pub response: Response,
    /// The pointer is over this step.
    pub hover: Option<usize>,
    /// This step was clicked, or dragged to.
    pub went_to: Option<usize>,
    /// Where the title stands.
    pub title: Rect,
}

/// Draws the plot into `rect`; between its edges the steps stand on the axis.
pub fn time_plot_ui(ui: &mut Ui, rect: Rect, plot: &TimePlot<'_>) -> PlotEvents {
    let tokens = plot.tokens;
    let area = Rect::from_x_y_ranges(plot.axis.span, rect.top() + TITLE..=rect.bottom() - 6.0);
    let title_at = pos2(area.left() - 4.0, rect.top());
    let title = ui.painter().text(title_at, Align2::LEFT_TOP, plot.title, text::semibold(text::SMALL), tokens.faint);
    let note_at = pos2(rect.right(), rect.top());
    let note = ui.painter().layout_no_wrap(plot.note.to_owned(), text::regular(text::SMALL), tokens.faint);
    // A note that has no room beside its title gives way.
    if note_at.x - note.size().x > title.right() + 12.0 {
        ui.painter().galley(note_at - vec2(note.size().x, 0.0), note, tokens.faint);
    }

    // Behind the curves: the plot itself paints no ground.
    ticks_ui(ui, area, plot);
    curves_ui(ui, area, plot);
    cursor_ui(ui, area, plot);
    falls_ui(ui, area, plot);
    curve_ends_ui(ui, area, plot);

    let response = ui.interact(area, ui.scope_id().with((plot.id, "area")), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &plot.spoken));
    let hover = response.hover_pos().and_then(|at| plot.axis.step_at(at.x));
    let acted = response.clicked() || response.dragged();
    let went_to = response.interact_pointer_pos().filter(|_| acted).map(|at| plot.axis.nearest(at.x));
    let went_to = went_to.or(step_asked(ui, &response, plot.step, plot.axis.length));
    if response.has_focus() {
        ui.painter().rect_stroke(area.expand(3.0), 4.0, focus_ring(tokens), StrokeKind::Middle);
    }
    PlotEvents { response, hover, went_to, title }
}

fn curves_ui(ui: &mut Ui, area: Rect, plot: &TimePlot<'_>) {
    let tokens = plot.tokens;
    let mut inside = ui.new_child(UiBuilder::new().max_rect(area).id_salt(plot.id));
    Plot::new(plot.id)
        .width(area.width())
        .height(area.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover())
        .show(&mut inside, |plot_ui| {
            #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
            let last = plot.axis.length as f64 + 0.5;
            let (bottom, top) = (*plot.scale.range.start(), *plot.scale.range.end());
            plot_ui.set_plot_bounds(PlotBounds::from_min_max([0.5, bottom], [last, top]));
            // Many steps on little room run into each other under a thick pen.
            let pen = if plot.axis.step_width() < 2.0 { 0.6 } else { 1.0 };
            let weight = tokens.weight;
            let mut line = |run, name, colour, width, style| {
                let line = Line::new(name, PlotPoints::Borrowed(run)).color(colour).width(width * weight);
                plot_ui.line(line.style(style).allow_hover(false));
            };
            for curve in plot.curves {
                for run in curve.ghosts.iter().flat_map(|ghost| seen(ghost.drawn, plot.until)) {
                    let width = curve.width * stroke::GHOST;
                    let (width, style) =
                        if run.len() < SCRIBBLE { (width, curve.style) } else { (width * pen, LineStyle::Solid) };
                    line(run, curve.name, ghostly(curve.colour), width, style);
                }
            }
            for curve in plot.curves {
                seen(curve.runs, plot.until)
                    .for_each(|run| line(run, curve.name, curve.colour, curve.width * pen, curve.style));
            }
        });
}

/// The height of a value on the screen: the plot's bounds are the scale's range, its frame the area.
#[expect(clippy::cast_possible_truncation, reason = "a place on the screen needs no more digits")]
pub(super) fn y_of(value: f64, area: Rect, range: &RangeInclusive<f64>) -> f32 {
    let part = (value - range.start()) / (range.end() - range.start());
    area.bottom() - part as f32 * area.height()
}

fn ticks_ui(ui: &Ui, area: Rect, plot: &TimePlot<'_>) {
    for (value, label) in &plot.scale.ticks {
        let y = y_of(*value, area, &plot.scale.range);
        if y < area.top() - 1.0 || y > area.bottom() + 1.0 {
            continue;
        }
        ui.painter().hline(area.x_range(), y, Stroke::new(stroke::HAIR, plot.tokens.grid));
        let at = pos2(area.left() - 8.0, y);
        ui.painter().text(at, Align2::RIGHT_CENTER, label, text::regular(text::SMALL - 1.0), plot.tokens.faint);
    }
}

fn cursor_ui(ui: &Ui, area: Rect, plot: &TimePlot<'_>) {
    let tokens = plot.tokens;
    if let Some(hover) = plot.hover.filter(|hover| *hover != plot.step) {
        ui.painter().vline(plot.axis.x(hover), area.y_range(), Stroke::new(stroke::HAIR, tokens.rail));
        dots_ui(ui, area, plot, hover, 2.5);
    }
    let x = plot.axis.x(plot.step);
    let line = [pos2(x, area.top()), pos2(x, area.bottom())];
    ui.painter().extend(Shape::dashed_line(&line, Stroke::new(stroke::HAIR, tokens.ink), 3.0, 3.0));
    dots_ui(ui, area, plot, plot.step, 3.5);
}

fn dots_ui(ui: &Ui, area: Rect, plot: &TimePlot<'_>, step: usize, radius: f32) {
    if step > plot.until {
        return;
    }
    for curve in plot.curves {
        if let Some(point) = at_step(curve.runs, step) {
            let at = pos2(plot.axis.x(step), y_of(point.y, area, &plot.scale.range));
            ui.painter().circle(
                at,
                radius * plot.tokens.weight,
                curve.colour,
                Stroke::new(stroke::HAIR, plot.tokens.card),
            );
        }
    }
}

/// The place of a step that a plot counts in numbers.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a step from 1 to 1000")]
pub(super) fn x_of(step: f64, axis: TimeAxis) -> f32 {
    axis.x(step.round() as usize)
}

/// The point of a curve at a step, if it has one.
#[must_use]
pub fn at_step(runs: &Runs, step: usize) -> Option<PlotPoint> {
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    let x = step as f64;
    runs.iter().find_map(|run| run.get(run.partition_point(|point| point.x < x)).filter(|point| point.x == x)).copied()
}

/// Arrows where curves fall to 0.
fn falls_ui(ui: &Ui, area: Rect, plot: &TimePlot<'_>) {
    for curve in plot.curves {
        let Some(step) = curve.falls_at.filter(|step| *step <= plot.until) else { continue };
        let tip = pos2(plot.axis.x(step), area.bottom());
        let line = Stroke::new(stroke::CURVE, curve.colour);
        ui.painter().arrow(tip - vec2(0.0, 14.0), vec2(0.0, 13.0), line);
    }
}

/// A log scale over log₁₀ values, whole powers of ten labelled, not too many of them.
#[must_use]
pub fn log_scale(values: impl Iterator<Item = f64>, label: impl Fn(i32) -> String) -> Scale {
    let (low, high) =
        values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let (low, high) = if low > high { (-3.0, 0.0) } else { (low.floor().min(high - 1.0), high.ceil()) };
    #[expect(clippy::cast_possible_truncation, reason = "exponents of f64 lie within ±400")]
    let (bottom, top) = (low.floor() as i32, high as i32);
    let every = [1, 2, 3, 5, 10, 20, 50, 100].into_iter().find(|every| (top - bottom) / every <= 4).unwrap_or(100);
    let ticks = (bottom..=top).filter(|exponent| (top - exponent) % every == 0).map(|n| (f64::from(n), label(n)));
    Scale { range: f64::from(bottom) - 0.1..=f64::from(top) + 0.1, ticks: ticks.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_a_ghost_as_far_as_the_axis_goes() {
        let run = |values: &[f64]| vec![(1_u32..).zip(values).map(|(x, y)| PlotPoint::new(f64::from(x), *y)).collect()];
        let (present, ghost): (Runs, Runs) = (run(&[0.5, 0.4, 0.3]), run(&[1.0, 2.0, 3.0, 4.0, 5.0]));
        let ghosts = vec![GhostCurve { number: 1, runs: &ghost, drawn: &ghost }];
        let (colour, style) = (Color32::PLACEHOLDER, LineStyle::Solid);
        let curve = Curve { name: "h", runs: &present, colour, style, width: 1.0, falls_at: None, ghosts };
        assert_eq!(values(&[curve], 3).collect::<Vec<_>>(), [0.5, 0.4, 0.3, 1.0, 2.0, 3.0]);
    }

    #[test]
    fn a_curve_ends_at_the_last_step_that_is_shown() {
        let runs: Runs = vec![vec![PlotPoint::new(1.0, 1.0), PlotPoint::new(2.0, 2.0)], vec![PlotPoint::new(4.0, 3.0)]];
        let counts = |until| seen(&runs, until).map(<[PlotPoint]>::len).collect::<Vec<_>>();
        assert_eq!([0, 1, 3, 9].map(counts), [vec![], vec![1], vec![2], vec![2, 1]]);
    }

    #[test]
    fn a_step_without_a_point_has_none() {
        let runs: Runs = vec![vec![PlotPoint::new(2.0, 1.0)], vec![PlotPoint::new(4.0, 3.0), PlotPoint::new(5.0, 6.0)]];
        let found = |step| at_step(&runs, step).map(|point| point.y);
        assert_eq!([1, 2, 3, 4, 5, 6].map(found), [None, Some(1.0), None, Some(3.0), Some(6.0), None]);
    }

    #[test]
    fn a_log_scale_is_marked_in_whole_powers_of_ten() {
        let scale = log_scale([-2.98, -0.4].into_iter(), |exponent| exponent.to_string());
        assert_eq!(scale.ticks.iter().map(|tick| tick.1.as_str()).collect::<Vec<_>>(), ["-3", "-2", "-1", "0"]);
        let wide = log_scale([-300.0, 2.0].into_iter(), |exponent| exponent.to_string());
        assert!(wide.ticks.len() <= 6, "{:?}", wide.ticks);
    }
}
