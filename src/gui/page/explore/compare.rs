//! What compares the two networks: blue left, and the gradients on a log axis.

use eframe::egui::{Rangef, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::curves::{PlotPlace, gate_curves, plot_ui, rnn_curve, state_curves};
use super::{View, map};
use crate::gui::computed::Shown;
use crate::gui::request::Request;
use crate::gui::state::Document;
use crate::gui::surveys::Told;
use crate::gui::theme::{hidden_dash, rnn_dash, size, stroke};
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, linear_scale, log_scale, values};
use crate::locale::number;
use crate::working::Network;

/// The room right of step T for a network's name.
const NAMES: f32 = 52.0;

/// A card of the last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Blue left in both networks.
    BlueLeft,
    /// The RNN's hidden state.
    RnnState,
    /// The LSTM's gates and states in one plot.
    LstmGates,
    /// The gradients of both networks.
    Gradient,
    /// What survives over two sliders.
    Map,
}

/// The cards, side by side over both columns. Returns the step under the pointer.
pub fn compare_ui(
    ui: &mut Ui,
    columns: [Rect; 2],
    compared: &[Compared],
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let [left, right] = columns;
    let whole = left.union(right);
    #[expect(clippy::cast_precision_loss, reason = "at most five cards")]
    let count = compared.len().max(1) as f32;
    let width = (whole.width() - size::GAP * (count - 1.0)) / count;
    let mut hover = None;
    let mut at = whole.left();
    for card in compared {
        let rect = Rect::from_min_size(pos2(at, whole.top()), vec2(width, whole.height()));
        at += width + size::GAP;
        let over = match card {
            Compared::BlueLeft => blue_left_ui(ui, rect, view, shown, requests),
            Compared::RnnState => rnn_state_ui(ui, rect, view, shown, requests),
            Compared::LstmGates => gates_ui(ui, rect, view, shown, requests),
            Compared::Gradient => gradient_ui(ui, rect, view, shown, requests),
            Compared::Map => {
                map::map_ui(ui, rect, view, shown, document);
                None
            }
        };
        hover = over.or(hover);
    }
    hover
}

fn rnn_state_ui(ui: &mut Ui, card: Rect, view: &View<'_>, shown: &Shown, requests: &mut Vec<Request>) -> Option<usize> {
    let drawn = [rnn_curve(view, shown)];
    let place = place(ui, card, "rnn-state", view, shown.run.length());
    let scale = linear_scale(values(&drawn, shown.run.length()));
    plot_ui(ui, &place, &view.words.text("plot-rnn-state"), "", scale, &drawn, view, shown, requests)
}

fn gates_ui(ui: &mut Ui, card: Rect, view: &View<'_>, shown: &Shown, requests: &mut Vec<Request>) -> Option<usize> {
    let drawn: Vec<Curve<'_>> = gate_curves(view, shown).into_iter().chain(state_curves(view, shown)).collect();
    let place = place(ui, card, "gates-and-state", view, shown.run.length());
    let scale = linear_scale(values(&drawn, shown.run.length()));
    plot_ui(ui, &place, &view.words.text("plot-gates-and-state"), "", scale, &drawn, view, shown, requests)
}

fn place(ui: &Ui, card: Rect, id: &'static str, view: &View<'_>, length: usize) -> PlotPlace {
    let line = Stroke::new(stroke::HAIR, view.tokens.hairline);
    ui.painter().rect(card, size::CARD_CORNER, view.tokens.card, line, StrokeKind::Inside);
    let rect = Rect::from_min_max(card.left_top() + vec2(size::PAD, 10.0), card.right_bottom() - vec2(size::PAD, 6.0));
    let span = Rangef::new(rect.left() + size::GUTTER, rect.right() - NAMES);
    PlotPlace { id, rect, axis: TimeAxis { span, length } }
}

fn blue_left_ui(ui: &mut Ui, card: Rect, view: &View<'_>, shown: &Shown, requests: &mut Vec<Request>) -> Option<usize> {
    let (words, tokens, curves) = (view.words, view.tokens, &shown.curves);
    let names = [words.text("network-rnn-short"), words.text("network-lstm")];
    let drawn = [
        Curve {
            name: &names[0],
            runs: &curves.rnn_blue,
            colour: tokens.rnn,
            style: rnn_dash(),
            width: stroke::CURVE,
            falls_at: None,
            ghosts: view.ghosts(|curves| &curves.rnn_blue),
        },
        Curve {
            name: &names[1],
            runs: &curves.lstm_blue,
            colour: tokens.cell_state,
            style: egui_plot::LineStyle::Solid,
            width: stroke::MAIN_CURVE,
            falls_at: None,
            ghosts: view.ghosts(|curves| &curves.lstm_blue),
        },
    ];
    let place = place(ui, card, "blue-left", view, shown.run.length());
    let scale = linear_scale(values(&drawn, shown.run.length()));
    plot_ui(ui, &place, &words.text("plot-blue-left"), &blue_left_note(view), scale, &drawn, view, shown, requests)
}

/// How well the ends are told apart where there is noise, else what is compared.
fn blue_left_note(view: &View<'_>) -> String {
    if view.is_veiled() {
        return String::new();
    }
    let told = [Network::Rnn, Network::Lstm].map(|network| view.surveys.told_apart(network));
    let [Some(rnn), Some(lstm)] = told.map(|told| told.map(told_text)) else {
        return view.words.text("plot-blue-left-note");
    };
    view.words.with("plot-blue-left-told", &[("rnn", rnn), ("lstm", lstm)])
}

/// `57 %`, followed by `…` while a newer one is on its way.
pub fn told_text(told: Told) -> String {
    let share = told.share.map(number::percent).unwrap_or_default();
    if told.is_of_now { share } else { format!("{share}…") }
}

fn gradient_ui(ui: &mut Ui, card: Rect, view: &View<'_>, shown: &Shown, requests: &mut Vec<Request>) -> Option<usize> {
    let (words, tokens, curves) = (view.words, view.tokens, &shown.curves);
    let [rnn_zero, lstm_zero, cell_zero] = curves.zeros;
    let names = [words.text("curve-rnn-gradient"), words.text("curve-lstm-gradient"), words.text("curve-cell-only")];
    let drawn = [
        Curve {
            name: &names[2],
            runs: &curves.cell_only,
            colour: tokens.faint,
            style: hidden_dash(),
            width: stroke::CURVE,
            falls_at: cell_zero,
            // The cell-only path of each ghost would be one curve too many.
            ghosts: Vec::new(),
        },
        Curve {
            name: &names[0],
            runs: &curves.rnn_gradient,
            colour: tokens.rnn,
            style: rnn_dash(),
            width: stroke::CURVE,
            falls_at: rnn_zero,
            ghosts: view.ghosts(|curves| &curves.rnn_gradient),
        },
        Curve {
            name: &names[1],
            runs: &curves.lstm_gradient,
            colour: tokens.cell_state,
            style: egui_plot::LineStyle::Solid,
            width: stroke::MAIN_CURVE,
            falls_at: lstm_zero,
            ghosts: view.ghosts(|curves| &curves.lstm_gradient),
        },
    ];
    let place = place(ui, card, "gradient", view, shown.run.length());
    let scale = log_scale(values(&drawn, shown.run.length()), number::power_of_ten);
    plot_ui(ui, &place, &words.text("plot-gradient"), &gradient_note(view, shown), scale, &drawn, view, shown, requests)
}

/// "RNN × 0.80 a step, LSTM × 0.98", or where a gradient leaves the numbers that can be computed.
fn gradient_note(view: &View<'_>, shown: &Shown) -> String {
    if view.is_veiled() {
        return String::new();
    }
    let (rnn, lstm) = (&shown.run.rnn.gradient, &shown.run.lstm.gradient.s);
    if let Some(stopped) = rnn.stopped.as_ref().or(lstm.stopped.as_ref()) {
        return view.words.with("plot-gradient-stopped", &[("step", stopped.step.unwrap_or_default().to_string())]);
    }
    if rnn.per_step().is_none() && lstm.per_step().is_none() {
        return String::new();
    }
    let factor = |factor: Option<f64>| factor.map_or_else(|| "–".to_owned(), |factor| number::fixed(factor, 2));
    view.words.with("plot-gradient-note", &[("rnn", factor(rnn.per_step())), ("lstm", factor(lstm.per_step()))])
}
