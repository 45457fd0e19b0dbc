//! The curves of every plot: each network's own, under its steps, and those that compare the two.

use eframe::egui::{Rect, Ui, vec2};

use super::View;
use super::compare::told_text;
use super::heads::card_axis;
use super::plot::{PlotPlace, draw_ui};
use crate::engine::network::Part;
use crate::gui::computed::{Curves, Shown};
use crate::gui::request::Request;
use crate::gui::theme::{gate_dash, hidden_dash, rnn_dash, size, stroke};
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, Runs, linear_scale, log_scale, seen, values};
use crate::locale::number;
use crate::working::Network;

/// A plot, by what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlotKind {
    /// The RNN's hidden state, under its own steps.
    RnnH,
    /// The same in a card of its own.
    RnnState,
    /// The LSTM's gates.
    Gates,
    /// The LSTM's cell state and hidden state.
    States,
    /// The LSTM's gates and states in one.
    GatesAndStates,
    /// Blue left in both networks.
    BlueLeft,
    /// The gradients of both networks, on a log axis.
    Gradient,
}

impl PlotKind {
    /// Distinguishes it from the others.
    const fn id(self) -> &'static str {
        match self {
            Self::RnnH => "rnn-h",
            Self::RnnState => "rnn-state",
            Self::Gates => "lstm-gates",
            Self::States => "lstm-states",
            Self::GatesAndStates => "gates-and-state",
            Self::BlueLeft => "blue-left",
            Self::Gradient => "gradient",
        }
    }

    /// The key of its title.
    const fn title(self) -> &'static str {
        match self {
            Self::RnnH => "plot-rnn-h",
            Self::RnnState => "plot-rnn-state",
            Self::Gates => "plot-gates",
            Self::States => "plot-states",
            Self::GatesAndStates => "plot-gates-and-state",
            Self::BlueLeft => "plot-blue-left",
            Self::Gradient => "plot-gradient",
        }
    }
}

/// Both bodies: the curves. Returns the step under the pointer.
pub fn bodies_ui(
    ui: &mut Ui,
    cards: [Rect; 2],
    view: &View<'_>,
    shown: &Shown,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let [rnn, lstm] = cards;
    let inner = |card: Rect| {
        Rect::from_min_max(card.left_top() + vec2(size::PAD, 4.0), card.right_bottom() - vec2(size::PAD, 8.0))
    };
    let (top, bottom) = inner(lstm).split_top_bottom_at_fraction(0.47);
    let length = shown.run.length();
    let mut hover = None;
    for (kind, card, rect) in
        [(PlotKind::RnnH, rnn, inner(rnn)), (PlotKind::Gates, lstm, top), (PlotKind::States, lstm, bottom)]
    {
        hover = plot_ui(ui, (rect, card_axis(card, length)), kind, view, shown, requests).or(hover);
    }
    hover
}

/// One plot in its place, title line included, its steps where the axis says; right of step T stand
/// the names of the curves. A click or a drag asks for a step. Returns the step under the pointer.
pub fn plot_ui(
    ui: &mut Ui,
    (rect, axis): (Rect, TimeAxis),
    kind: PlotKind,
    view: &View<'_>,
    shown: &Shown,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let (words, length) = (view.words, shown.run.length());
    let names = match kind {
        PlotKind::Gradient => ["curve-rnn-gradient", "curve-lstm-gradient", "curve-cell-only"],
        _ => ["network-rnn-short", "network-lstm", "curve-cell-only"],
    }
    .map(|key| words.text(key));
    let curves: Vec<Curve<'_>> = match kind {
        PlotKind::RnnH | PlotKind::RnnState => vec![rnn_curve(view, shown)],
        PlotKind::Gates => gate_curves(view, shown).into(),
        PlotKind::States => state_curves(view, shown).into(),
        PlotKind::GatesAndStates => gate_curves(view, shown).into_iter().chain(state_curves(view, shown)).collect(),
        PlotKind::BlueLeft => spoken_of(view, blue_left_curves(view, shown, &names)),
        PlotKind::Gradient if view.only.is_none() => gradient_curves(view, shown, &names).into(),
        PlotKind::Gradient => {
            // The way through the cell alone needs more words than a text beside it has.
            let [_, rnn, lstm] = gradient_curves(view, shown, &names);
            spoken_of(view, [rnn, lstm])
        }
    };
    // The axis tells nothing of what is behind the veil.
    let until = view.until();
    let known = |curve: &Curve<'_>| seen(curve.runs, until).flatten().map(|point| point.y).collect::<Vec<_>>();
    let veiled = curves.iter().filter(|_| view.is_veiled()).flat_map(known);
    let all = values(&curves, length).filter(|_| !view.is_veiled());
    let scale = match kind {
        // From 0 to 1, whatever they are.
        PlotKind::Gates => linear_scale(std::iter::empty()),
        PlotKind::Gradient => log_scale(veiled.chain(all), number::power_of_ten),
        _ => linear_scale(veiled.chain(all)),
    };
    let note = match kind {
        _ if view.is_veiled() => String::new(),
        PlotKind::BlueLeft => blue_left_note(view),
        PlotKind::Gradient => gradient_note(view, shown),
        _ => String::new(),
    };
    let place = PlotPlace { id: kind.id(), rect, axis };
    draw_ui(ui, &place, (&words.text(kind.title()), &note), scale, &curves, view, shown, requests)
}

/// Of the RNN's curve and the LSTM's, those that are spoken of.
fn spoken_of<'a>(view: &View<'_>, curves: [Curve<'a>; 2]) -> Vec<Curve<'a>> {
    let networks = [Network::Rnn, Network::Lstm];
    curves.into_iter().zip(networks).filter(|(_, network)| view.speaks_of(*network)).map(|(curve, _)| curve).collect()
}

/// The RNN's hidden state.
fn rnn_curve<'a>(view: &View<'a>, shown: &'a Shown) -> Curve<'a> {
    let named = named("h", &shown.curves.rnn_h, view.tokens.ink, stroke::MAIN_CURVE, None);
    Curve { ghosts: view.ghosts(|curves| &curves.rnn_h), ..named }
}

/// The LSTM's gates.
fn gate_curves<'a>(view: &View<'a>, shown: &'a Shown) -> [Curve<'a>; 3] {
    let curves = &shown.curves;
    [Part::I, Part::O, Part::F].map(|part| {
        let width = if part == Part::O { stroke::DOT } else { stroke::CURVE };
        Curve {
            ghosts: view.ghosts_apart(gate_curve(curves, part), |curves| gate_curve(curves, part)),
            ..named(part.letter(), gate_curve(curves, part), view.tokens.part(part), width, Some(part))
        }
    })
}

/// The LSTM's hidden state, and its cell state over it.
fn state_curves<'a>(view: &View<'a>, shown: &'a Shown) -> [Curve<'a>; 2] {
    let (tokens, curves) = (view.tokens, &shown.curves);
    [
        Curve {
            style: hidden_dash(),
            ghosts: view.ghosts(|curves| &curves.lstm_h),
            ..named("h", &curves.lstm_h, tokens.ink, stroke::CURVE, None)
        },
        Curve {
            ghosts: view.ghosts(|curves| &curves.s),
            ..named(view.words.cell_state(), &curves.s, tokens.cell_state, stroke::MAIN_CURVE, None)
        },
    ]
}

fn gate_curve(curves: &Curves, part: Part) -> &Runs {
    match part {
        Part::I => &curves.i,
        Part::F => &curves.f,
        Part::O | Part::G => &curves.o,
    }
}

fn named<'a>(
    name: &'a str,
    runs: &'a Runs,
    colour: eframe::egui::Color32,
    width: f32,
    part: Option<Part>,
) -> Curve<'a> {
    let style = part.map_or(egui_plot::LineStyle::Solid, gate_dash);
    Curve { name, runs, colour, style, width, falls_at: None, ghosts: Vec::new() }
}

/// Blue left in the RNN and in the LSTM, under these names.
fn blue_left_curves<'a>(view: &View<'a>, shown: &'a Shown, names: &'a [String; 3]) -> [Curve<'a>; 2] {
    let (tokens, curves) = (view.tokens, &shown.curves);
    [
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
    ]
}

/// How well the ends are told apart where there is noise, else what is compared.
fn blue_left_note(view: &View<'_>) -> String {
    let told = [Network::Rnn, Network::Lstm].map(|network| view.surveys.told_apart(network));
    let [Some(rnn), Some(lstm)] = told.map(|told| told.map(told_text)) else {
        return view.words.text("plot-blue-left-note");
    };
    view.words.with("plot-blue-left-told", &[("rnn", rnn), ("lstm", lstm)])
}

/// The gradients: the cell-only path, the RNN's and the LSTM's, under these names.
fn gradient_curves<'a>(view: &View<'a>, shown: &'a Shown, names: &'a [String; 3]) -> [Curve<'a>; 3] {
    let (tokens, curves) = (view.tokens, &shown.curves);
    let [rnn_zero, lstm_zero, cell_zero] = curves.zeros;
    [
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
    ]
}

/// "RNN × 0.80 a step, LSTM × 0.98", or where a gradient leaves the numbers that can be computed.
fn gradient_note(view: &View<'_>, shown: &Shown) -> String {
    let (rnn, lstm) = (&shown.run.rnn.gradient, &shown.run.lstm.gradient.s);
    let stopped = [(Network::Rnn, &rnn.stopped), (Network::Lstm, &lstm.stopped)];
    let mut stopped = stopped.into_iter().filter(|(network, _)| view.speaks_of(*network));
    if let Some(stopped) = stopped.find_map(|(_, stopped)| stopped.as_ref()) {
        return view.words.with("plot-gradient-stopped", &[("step", stopped.step.unwrap_or_default().to_string())]);
    }
    if rnn.per_step().is_none() && lstm.per_step().is_none() {
        return String::new();
    }
    let factor = |factor: Option<f64>| factor.map_or_else(|| "–".to_owned(), |factor| number::fixed(factor, 2));
    if view.only.is_some() {
        return gradients_at(view, shown);
    }
    view.words.with("plot-gradient-note", &[("rnn", factor(rnn.per_step())), ("lstm", factor(lstm.per_step()))])
}

/// "step 12: RNN 0.0146, LSTM 0.302": what a text beside the plot quotes can be read off.
fn gradients_at(view: &View<'_>, shown: &Shown) -> String {
    let step = view.step();
    let run = &shown.run;
    let at = [(Network::Rnn, "RNN", &run.rnn.gradient), (Network::Lstm, "LSTM", &run.lstm.gradient.s)];
    let said = at.into_iter().filter(|(network, ..)| view.speaks_of(*network)).map(|(_, name, gradient)| {
        let value = gradient.at(step).map_or_else(|| "–".to_owned(), crate::number::short);
        format!("{name} {value}")
    });
    let said = said.collect::<Vec<_>>().join(", ");
    view.words.with("plot-gradient-at", &[("step", step.to_string()), ("values", said)])
}
