//! Each network's curves, under its own steps; and the plot that every card of curves is made of.

use eframe::egui::{Rect, Sense, Ui, pos2, vec2};

use super::heads::card_axis;
use super::{View, ghost_values, opened};
use crate::engine::network::Part;
use crate::gui::computed::{Curves, Shown};
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{gate_dash, hidden_dash, size, stroke, text};
use crate::gui::widget::opened::opens_ui;
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, Runs, Scale, TITLE, TimePlot, at_step, linear_scale, time_plot_ui, values};
use crate::locale::number;

/// Both bodies: the curves. Returns the step under the pointer.
pub fn bodies_ui(
    ui: &mut Ui,
    cards: [Rect; 2],
    view: &View<'_>,
    shown: &Shown,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let [rnn, lstm] = cards;
    let words = view.words;
    let inner = |card: Rect| {
        Rect::from_min_max(card.left_top() + vec2(size::PAD, 4.0), card.right_bottom() - vec2(size::PAD, 8.0))
    };
    let (top, bottom) = inner(lstm).split_top_bottom_at_fraction(0.47);
    let length = shown.run.length();
    let (h, gates, states) = ([rnn_curve(view, shown)], gate_curves(view, shown), state_curves(view, shown));
    let plots = [
        ("rnn-h", rnn, inner(rnn), words.text("plot-rnn-h"), linear_scale(values(&h, length)), &h[..]),
        ("lstm-gates", lstm, top, words.text("plot-gates"), linear_scale(std::iter::empty()), &gates[..]),
        ("lstm-states", lstm, bottom, words.text("plot-states"), linear_scale(values(&states, length)), &states[..]),
    ];
    let mut hover = None;
    for (id, card, rect, title, scale, curves) in plots {
        hover = plot_ui(
            ui,
            &PlotPlace { id, rect, axis: card_axis(card, length) },
            &title,
            "",
            scale,
            curves,
            view,
            shown,
            requests,
        )
        .or(hover);
    }
    hover
}

/// The RNN's hidden state.
pub fn rnn_curve<'a>(view: &View<'a>, shown: &'a Shown) -> Curve<'a> {
    let named = named("h", &shown.curves.rnn_h, view.tokens.ink, stroke::MAIN_CURVE, None);
    Curve { ghosts: view.ghosts(|curves| &curves.rnn_h), ..named }
}

/// The LSTM's gates.
pub fn gate_curves<'a>(view: &View<'a>, shown: &'a Shown) -> [Curve<'a>; 3] {
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
pub fn state_curves<'a>(view: &View<'a>, shown: &'a Shown) -> [Curve<'a>; 2] {
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

/// What a plot is called in the help.
fn topic(id: &str) -> &'static str {
    match id {
        "lstm-gates" => "plot-gates",
        "lstm-states" => "plot-states",
        "gates-and-state" => "plot-lstm",
        "blue-left" => "plot-blue-left",
        "gradient" => "plot-gradient",
        _ => "plot-rnn",
    }
}

/// Where a plot stands.
pub struct PlotPlace {
    /// Distinguishes it.
    pub id: &'static str,
    /// Its place.
    pub rect: Rect,
    /// Where its steps stand.
    pub axis: TimeAxis,
}

/// A plot with its tooltip; a click or a drag goes to a step.
#[expect(clippy::too_many_arguments, reason = "one call a plot; a struct would only name them twice")]
pub fn plot_ui(
    ui: &mut Ui,
    place: &PlotPlace,
    title: &str,
    note: &str,
    scale: Scale,
    curves: &[Curve<'_>],
    view: &View<'_>,
    shown: &Shown,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let step = view.step();
    let log = place.id == "gradient";
    let said = curves.iter().map(|curve| format!("{} {}", curve.name, value_text(curve.runs, step, log)));
    let spoken = format!("{title}, t = {step}: {}", said.collect::<Vec<_>>().join(", "));
    let rows = ghost_values::rows(view, curves);
    let ghosts = rows.iter().map(|row| format!("; {}", row.spoken(step, log))).collect::<String>();
    let plot = TimePlot {
        id: place.id,
        axis: place.axis,
        title,
        note: if view.projector { "" } else { note },
        spoken: spoken + &ghosts,
        scale,
        curves,
        step,
        until: view.until(),
        hover: view.hover,
        tokens: view.tokens,
    };
    help::mark(ui, topic(place.id), place.rect);
    let heading = Rect::from_min_size(place.rect.min, vec2(place.rect.width(), TITLE));
    let names = Rect::from_min_max(pos2(place.axis.span.max + 2.0, heading.bottom()), place.rect.max);
    for symbols in [heading, names] {
        help::tip(ui, view.words, topic(place.id), symbols);
    }
    let events = time_plot_ui(ui, place.rect, &plot);
    let id = ui.scope_id().with((place.id, "title"));
    opens_ui(ui, events.title, (id, Sense::click()), title, view.tokens, |ui| {
        opened::plot_ui(ui, view, shown, place.id);
    });
    if let Some(step) = events.went_to {
        requests.push(Request::GoTo(step));
    }
    if let Some(at) = events.hover.filter(|at| *at <= view.until()) {
        events.response.on_hover_ui_at_pointer(|ui| {
            ui.label(eframe::egui::RichText::new(format!("t = {at}")).font(text::semibold(text::BODY)));
            for curve in curves.iter().rev() {
                let value = value_text(curve.runs, at, log);
                ui.label(eframe::egui::RichText::new(format!("{}  {value}", curve.name)).color(curve.colour));
            }
            rows.iter().for_each(|row| row.tip_ui(ui, at, log, view.tokens));
        });
    }
    events.hover
}

/// The value of a curve at a step, as the tooltip tells it.
pub fn value_text(runs: &Runs, step: usize, log: bool) -> String {
    at_step(runs, step).map_or_else(
        || "–".to_owned(),
        |point| if log { crate::number::short(10f64.powf(point.y)) } else { number::value(point.y) },
    )
}
