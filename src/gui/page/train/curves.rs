//! How the cells learn: the recall error over training steps, and how much of the error comes back to
//! each step.

use eframe::egui::{Align2, Rangef, Rect, RichText, Ui, pos2, vec2};

use egui_plot::LineStyle;

use super::{Pointed, View, card_ui};
use crate::engine::training::{GREY, SOLVED};
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{cell_dash, size, stroke, text};
use crate::gui::training::Learner;
use crate::gui::widget::error_plot::{ErrorCurve, ErrorPlot, error_plot_ui};
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, TITLE, TimePlot, at_step, log_scale, time_plot_ui, values};
use crate::locale::number;
use crate::number::short;

/// Right of step T: a cell's name.
const NAMES: f32 = 46.0;
/// Under the plot: the numbers of the steps.
const NUMBERS: f32 = 10.0;

/// How thick a cell's curve is.
fn width(learner: &Learner) -> f32 {
    use crate::engine::cell::CellKind::{Gru, Lstm, Rnn};
    match learner.kind {
        Rnn => stroke::CURVE,
        Lstm => stroke::MAIN_CURVE,
        Gru => stroke::DOT,
    }
}

/// The part of the row that the errors take.
const ERRORS: f32 = 0.58;

/// Both plots, side by side.
pub fn curves_ui(ui: &mut Ui, row: Rect, view: &View<'_>, requests: &mut Vec<Request>) -> Pointed {
    let (errors, signal) = row.split_left_right_at_fraction(ERRORS);
    errors_ui(ui, errors.with_max_x(errors.right() - size::GAP / 2.0), view);
    signal_ui(ui, signal.with_min_x(signal.left() + size::GAP / 2.0), view, requests)
}

/// The recall error of every cell.
pub fn errors_ui(ui: &mut Ui, card: Rect, view: &View<'_>) {
    let (words, tokens, training) = (view.words, view.tokens, view.training);
    let rect = card_ui(ui, card, tokens);
    help::mark(ui, "recall-error", rect);
    let learners = &training.learners;
    let names: Vec<String> = learners.iter().map(|learner| view.name(learner.kind)).collect();
    let now = learners.iter().zip(&names).map(|(learner, name)| ErrorCurve {
        name,
        runs: &learner.drawn,
        colour: tokens.cell(learner.kind),
        style: cell_dash(learner.kind),
        width: width(learner),
        solved_at: learner.latest.solved_at.map(|step| (step, number::whole(step))),
    });
    let earlier = view.earlier.iter().map(|(name, runs)| ErrorCurve {
        name,
        runs,
        colour: tokens.faint,
        style: LineStyle::Solid,
        width: stroke::HAIR,
        solved_at: None,
    });
    let curves: Vec<ErrorCurve<'_>> = earlier.chain(now).collect();
    let ends = view.earlier.iter().filter_map(|(_, runs)| runs.last()?.last()).map(|point| point.x);
    let steps = ends.fold(0.0, f64::max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of training steps")]
    let steps = training.steps.max(steps as usize);
    let grey = learners.first().map(|learner| learner.latest.grey).filter(|grey| *grey > 0.0);
    // A lecture hall has no panel: how far the race is stands here.
    let note = if view.projector {
        view.status()
    } else {
        words.with("recall-lines", &[("grey", number::fixed(grey.unwrap_or(GREY), 2))])
    };
    let solved = SOLVED.log10();
    let errors = curves.iter().flat_map(|curve| curve.runs).flatten().map(|point| point.y);
    let scale = log_scale(errors.chain([grey.unwrap_or(GREY).log10(), solved]), number::power_of_ten);
    let plot = ErrorPlot {
        title: &words.text("recall-error"),
        note: &note,
        axis: &words.text("recall-axis"),
        spoken: &spoken(view),
        scale,
        ignorant: grey.map(f64::log10),
        solved,
        curves: &curves,
        steps,
        number: &number::whole,
        tokens,
    };
    let events = error_plot_ui(ui, rect, &plot);
    help::tip(ui, words, "recall-error", events.title);
    if let Some(step) = events.hover {
        events.response.on_hover_ui_at_pointer(|ui| {
            let title = words.with("training-step", &[("step", number::whole(step))]);
            ui.label(RichText::new(title).font(text::semibold(text::BODY)));
            for (learner, name) in learners.iter().zip(&names) {
                let error = error_at(learner, step).map_or_else(|| "–".to_owned(), short);
                ui.label(RichText::new(format!("{name}  {error}")).color(tokens.cell(learner.kind)));
            }
        });
    }
}

/// The recall error that was measured last before a training step, or at it.
fn error_at(learner: &Learner, step: usize) -> Option<f64> {
    let after = learner.curve.partition_point(|evaluated| evaluated.step <= step);
    learner.curve.get(after.checked_sub(1)?).map(|evaluated| evaluated.error)
}

fn spoken(view: &View<'_>) -> String {
    let (words, training) = (view.words, view.training);
    let said = training.learners.iter().map(|learner| {
        let error = learner.latest_error().map_or_else(|| "–".to_owned(), |latest| short(latest.error));
        let cell = view.name(learner.kind);
        match learner.latest.solved_at {
            Some(step) => {
                words.with("recall-spoken-solved", &[("cell", cell), ("error", error), ("step", number::whole(step))])
            }
            None => words.with("recall-spoken-cell", &[("cell", cell), ("error", error)]),
        }
    });
    let cells = said.collect::<Vec<_>>().join("; ");
    words.with("recall-spoken", &[("steps", number::whole(training.steps)), ("cells", cells)])
}

/// ‖∂L/∂h_t‖ of the last batch, for every cell.
fn signal_ui(ui: &mut Ui, card: Rect, view: &View<'_>, requests: &mut Vec<Request>) -> Pointed {
    let (words, tokens, step) = (view.words, view.tokens, view.step());
    let rect = card_ui(ui, card, tokens);
    help::mark(ui, "signal", rect);
    let learners = &view.training.learners;
    let names: Vec<String> = learners.iter().map(|learner| view.name(learner.kind)).collect();
    let curves: Vec<Curve<'_>> = learners
        .iter()
        .zip(&names)
        .map(|(learner, name)| Curve {
            name,
            runs: &learner.signal,
            colour: tokens.cell(learner.kind),
            style: cell_dash(learner.kind),
            width: width(learner),
            falls_at: learner.signal_ends,
            ghosts: Vec::new(),
        })
        .collect();
    let length = view.training.playback.length();
    let axis = TimeAxis { span: Rangef::new(rect.left() + size::GUTTER, rect.right() - NAMES), length };
    let title = words.text("signal");
    let value = |learner: &Learner, at| {
        at_step(&learner.signal, at).map_or_else(|| "–".to_owned(), |point| short(10f64.powf(point.y)))
    };
    let said = learners.iter().zip(&names).map(|(learner, name)| format!("{name} {}", value(learner, step)));
    let plot = TimePlot {
        id: "signal",
        axis,
        title: &title,
        note: if view.projector { "" } else { &words.text("signal-note") },
        spoken: format!("{title}, t = {step}: {}", said.collect::<Vec<_>>().join(", ")),
        scale: log_scale(values(&curves, length), number::power_of_ten),
        curves: &curves,
        step,
        until: length,
        hover: view.hover,
        tokens,
    };
    let plot_rect = rect.with_max_y(rect.bottom() - NUMBERS);
    help::tip(ui, words, "signal", Rect::from_min_size(rect.min, vec2(rect.width(), TITLE)));
    let events = time_plot_ui(ui, plot_rect, &plot);
    for step in axis.numbered() {
        let at = pos2(axis.x(step), plot_rect.bottom() - 3.0);
        let font = text::regular(text::SMALL - 1.0);
        ui.painter().text(at, Align2::CENTER_TOP, step.to_string(), font, tokens.faint);
    }
    let after = pos2(axis.span.max + 14.0, plot_rect.bottom() - 3.0);
    ui.painter().text(after, Align2::LEFT_TOP, "t", text::regular(text::SMALL - 1.0), tokens.faint);
    if curves.iter().all(|curve| curve.runs.is_empty()) {
        let middle = pos2(axis.span.center(), plot_rect.center().y);
        let font = text::regular(text::SMALL);
        ui.painter().text(middle, Align2::CENTER_CENTER, words.text("signal-none"), font, tokens.faint);
    }
    requests.extend(events.went_to.map(Request::GoTo));
    if let Some(at) = events.hover {
        events.response.on_hover_ui_at_pointer(|ui| {
            ui.label(RichText::new(format!("t = {at}")).font(text::semibold(text::BODY)));
            for (learner, name) in learners.iter().zip(&names) {
                let said = format!("{name}  {}", value(learner, at));
                ui.label(RichText::new(said).color(tokens.cell(learner.kind)));
            }
        });
    }
    Pointed { step: events.hover, unit: None }
}
