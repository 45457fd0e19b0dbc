//! One network's card: name and headline, its chain, and its plots under the same steps.

use svg::node::element::Group;

use super::chain::{self, Chain};
use super::compare::column;
use super::draw::{self, bold, rect, text, text_to, width_of};
use super::plot::{Curve, Plot, step_numbers};
use super::steps::Steps;
use super::{Figure, GUTTER, PAD};
use crate::engine::network::Part;
use crate::locale::{headline, held_in_words, signed_left};
use crate::palette::{Dash, HIDDEN_DASH, LIGHT, gate_dash};
use crate::scale::linear_scale;
use crate::working::Network;

/// The height of a network's card.
pub const HEIGHT: f64 = 528.0;
/// From the top of the card to its chain, and to the first plot.
const CHAIN: f64 = 84.0;
const PLOTS: f64 = CHAIN + chain::HEIGHT + 34.0;
/// The bottom of the last plot.
const BOTTOM: f64 = HEIGHT - 32.0;
/// The bottom of the gates' plot, and the top of that of the states.
const GATES_BOTTOM: f64 = PLOTS + 104.0;
const STATES_TOP: f64 = GATES_BOTTOM + 42.0;
/// Right of step T: the names at the ends of curves.
const END: f64 = 30.0;

/// Where a network's card lies.
#[derive(Debug, Clone, Copy)]
pub struct Card {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
}

impl Card {
    fn right(self) -> f64 {
        self.left + self.width - PAD
    }

    /// Where the steps of its network stand.
    fn steps(self, length: usize) -> Steps {
        Steps { left: self.left + PAD + GUTTER, right: self.right() - END, length }
    }
}

/// A network's card.
pub fn network_card(figure: &Figure<'_>, network: Network, card: Card) -> Group {
    let id = match network {
        Network::Rnn => "rnn",
        Network::Lstm => "lstm",
    };
    let steps = card.steps(figure.run.length());
    let plots = match network {
        Network::Rnn => rnn_plots(figure, card, steps),
        Network::Lstm => lstm_plots(figure, card, steps),
    };
    let ground = draw::card(card.left, card.top, card.width, HEIGHT, LIGHT.card, LIGHT.hairline);
    let whole = Group::new().set("id", id).add(ground).add(head(figure, network, card));
    let whole = whole.add(chain_of(figure, network, card, steps));
    let whole = plots.iter().map(Plot::drawn).fold(whole, Group::add);
    let label = figure.words.text("figure-steps");
    whole.add(step_numbers(steps, card.left + PAD, card.top + BOTTOM + 19.0, &label))
}

/// Name and kind to the left; to the right the share left, the paint under it, and what it is of.
fn head(figure: &Figure<'_>, network: Network, card: Card) -> Group {
    let words = figure.words;
    let (left, name, what) = match network {
        Network::Rnn => (&figure.run.rnn.blue, "network-rnn", "network-rnn-what"),
        Network::Lstm => (&figure.run.lstm.blue, "network-lstm", "network-lstm-what"),
    };
    let step = figure.run.length();
    let headline = headline(words, left, step);
    let size = if headline.is_number { 34.0 } else { 19.0 };
    let bar = width_of(&headline.numeral, size).max(96.0);
    let paint = LIGHT.paint.colour(signed_left(left, step, figure.scene.message_paint()));
    let (x, top) = (card.left + PAD, card.top);
    Group::new()
        .set("class", "headline")
        .add(bold(text(x, top + 34.0, 21.0, LIGHT.ink, &words.text(name))))
        .add(text(x, top + 56.0, 12.5, LIGHT.faint, &words.text(what)))
        .add(bold(text_to(card.right(), top + 42.0, size, LIGHT.ink, &headline.numeral)))
        .add(rect(card.right() - bar, top + 50.0, bar, 5.0, paint).set("rx", 2.5))
        .add(text_to(card.right(), top + 72.0, 12.5, LIGHT.faint, &headline.of_what))
}

fn chain_of(figure: &Figure<'_>, network: Network, card: Card, steps: Steps) -> Group {
    let run = figure.run;
    let (start, states, letter) = match network {
        Network::Rnn => (run.rnn.trace.h0.sum(), &run.rnn.trace.h, "h"),
        Network::Lstm => (run.lstm.trace.s0.sum(), &run.lstm.trace.s, "S"),
    };
    let states: Vec<f64> = states.iter().copied().collect();
    let step_label = figure.words.text("figure-steps");
    let chain =
        Chain { steps, x: &run.x, start, states: &states, letter, message: run.message, step_label: &step_label };
    chain.drawn(card.left + PAD, card.top + CHAIN)
}

fn rnn_plots(figure: &Figure<'_>, card: Card, steps: Steps) -> Vec<Plot> {
    let h = &figure.run.rnn.trace.h;
    let curve = Curve {
        network: "rnn",
        quantity: "h",
        name: "h".to_owned(),
        values: column(h),
        colour: LIGHT.ink,
        dash: Dash::Solid,
        width: 2.6,
    };
    vec![Plot {
        class: "states",
        title: figure.words.text("plot-rnn-h"),
        note: String::new(),
        steps,
        span: (card.top + PLOTS, card.top + BOTTOM),
        right: card.right(),
        scale: linear_scale(h.iter().copied()),
        curves: vec![curve],
    }]
}

fn lstm_plots(figure: &Figure<'_>, card: Card, steps: Steps) -> Vec<Plot> {
    let trace = &figure.run.lstm.trace;
    // What is dashed lies over what is solid: where two curves coincide, both are seen.
    let gates = [(Part::F, &trace.f, 2.0), (Part::O, &trace.o, 1.3), (Part::I, &trace.i, 2.0)];
    let gates = gates.map(|(part, values, width)| Curve {
        network: "lstm",
        quantity: part.letter(),
        name: part.letter().to_owned(),
        values: column(values),
        colour: LIGHT.part(part),
        dash: gate_dash(part),
        width,
    });
    let states = [("S", &trace.s, LIGHT.cell_state, Dash::Solid, 2.6), ("h", &trace.h, LIGHT.ink, HIDDEN_DASH, 2.0)];
    let states = states.map(|(name, values, colour, dash, width)| Curve {
        network: "lstm",
        quantity: name,
        name: name.to_owned(),
        values: column(values),
        colour,
        dash,
        width,
    });
    let plot = |class, title: &str, note, span, scale, curves| Plot {
        class,
        title: figure.words.text(title),
        note,
        steps,
        span,
        right: card.right(),
        scale,
        curves,
    };
    let held = held_in_words(figure.words, figure.scene).unwrap_or_default();
    let both = trace.s.iter().chain(&trace.h).copied();
    vec![
        plot(
            "gates",
            "plot-gates",
            held,
            (card.top + PLOTS, card.top + GATES_BOTTOM),
            linear_scale(std::iter::empty()),
            gates.into(),
        ),
        plot(
            "states",
            "plot-states",
            String::new(),
            (card.top + STATES_TOP, card.top + BOTTOM),
            linear_scale(both),
            states.into(),
        ),
    ]
}
