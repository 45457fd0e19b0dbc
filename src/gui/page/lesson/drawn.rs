//! The curves that a question offers, and over them afterwards the one that is computed.

use eframe::egui::{Rangef, Sense, Ui, vec2};
use egui_plot::{LineStyle, PlotPoint};

use super::View;
use super::asked::letter;
use crate::gui::lesson::Turn;
use crate::gui::theme::{size, stroke};
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, Runs, TimePlot, linear_scale, time_plot_ui, values};
use crate::lesson::QuestionPlan;

/// The plot's height, and at its right the letters' room.
const HEIGHT: f32 = 150.0;
const LETTERS: f32 = 30.0;

/// Draws the curves of a question, if it offers any.
pub fn drawn_ui(ui: &mut Ui, view: &View<'_>, question: &QuestionPlan) {
    if question.drawn.is_empty() {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let span = Rangef::new(rect.left() + size::GUTTER, rect.right() - LETTERS);
    let axis = TimeAxis { span, length: view.lesson.visit.live.document.start.scene.length() };
    let runs: Vec<Runs> = question.drawn.iter().map(|curve| vec![points(curve)]).collect();
    let truth: Runs =
        vec![(1_u32..).zip(&view.lesson.visit.truth).map(|(t, y)| PlotPoint::new(f64::from(t), *y)).collect()];
    let chosen = match view.lesson.visit.turn {
        Turn::Free => None,
        Turn::Asked { choice } | Turn::Answered { choice, .. } => choice,
    };
    let curve = |(at, runs)| Curve {
        name: letter(at),
        runs,
        colour: view.tokens.ink,
        style: dash(at),
        width: if chosen == Some(at) { stroke::MAIN_CURVE } else { stroke::CURVE },
        falls_at: None,
        ghosts: Vec::new(),
    };
    let mut curves: Vec<Curve<'_>> = runs.iter().enumerate().map(curve).collect();
    if !view.lesson.visit.is_asked() {
        let colour = view.tokens.cell_state;
        let width = stroke::MAIN_CURVE;
        curves.push(Curve {
            name: "",
            runs: &truth,
            colour,
            style: LineStyle::Solid,
            width,
            falls_at: None,
            ghosts: Vec::new(),
        });
    }
    let key = if view.lesson.visit.is_asked() { "lesson-curves" } else { "lesson-curves-computed" };
    let title = view.words.text(key);
    let plot = TimePlot {
        id: "drawn",
        axis,
        title: &title,
        note: "",
        spoken: title.clone(),
        scale: linear_scale(values(&curves, axis.length)),
        curves: &curves,
        step: view.lesson.visit.live.playback.step(),
        until: axis.length,
        hover: None,
        tokens: view.tokens,
    };
    time_plot_ui(ui, rect, &plot);
    ui.add_space(6.0);
}

fn points(curve: &[[f64; 2]]) -> Vec<PlotPoint> {
    curve.iter().map(|[step, value]| PlotPoint::new(*step, *value)).collect()
}

/// Letters alone would do; a dash helps where curves cross.
fn dash(at: usize) -> LineStyle {
    match at {
        0 => LineStyle::Solid,
        1 => LineStyle::dashed_loose(),
        _ => LineStyle::dotted_loose(),
    }
}
