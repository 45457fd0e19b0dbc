//! What compares the two networks: blue left in both, over the whole width.

use ndarray::Array2;
use svg::node::element::Group;

use super::draw;
use super::plot::{Curve, Plot, step_numbers};
use super::steps::Steps;
use super::{Figure, GUTTER, PAD};
use crate::engine::survival::{ALMOST_NOTHING, Left};
use crate::locale::number::percent;
use crate::palette::{Dash, LIGHT, RNN_DASH};
use crate::scale::linear_scale;

/// The height of the card.
pub const HEIGHT: f64 = 216.0;
/// Right of step T: the networks' names and what they have left.
const END: f64 = 124.0;

/// The one unit's values, by step.
pub fn column(values: &Array2<f64>) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

/// The card of blue left.
pub fn compare_card(figure: &Figure<'_>, left: f64, top: f64, width: f64) -> Group {
    let (words, run) = (figure.words, figure.run);
    let right = left + width - PAD;
    let steps = Steps { left: left + PAD + GUTTER, right: right - END, length: run.length() };
    let names = [words.text("network-rnn-short"), words.text("network-lstm")];
    let [rnn, lstm] = &names;
    let networks = [
        ("rnn", rnn, &run.rnn.blue, LIGHT.rnn, RNN_DASH, 2.0),
        ("lstm", lstm, &run.lstm.blue, LIGHT.cell_state, Dash::Solid, 2.6),
    ];
    let nothing = words.text("headline-nothing");
    let without: Vec<String> = networks
        .iter()
        .filter(|(_, _, left, ..)| left.got_in < ALMOST_NOTHING)
        .map(|(_, name, ..)| format!("{name}: {nothing}"))
        .collect();
    // The dashed curve over the solid one: where they coincide, both are seen.
    let [rnn, lstm] = networks;
    let curves = [lstm, rnn].map(|(network, name, left, colour, dash, width)| Curve {
        network,
        quantity: "blue_left",
        name: named(name, left, run.length()),
        values: shown(left),
        colour,
        dash,
        width,
    });
    let values = curves.iter().flat_map(|curve| &curve.values).flatten().copied();
    let scale = linear_scale(values);
    let note = if without.is_empty() { words.text("plot-blue-left-note") } else { without.join(" · ") };
    let (above, below) = (top + 44.0, top + HEIGHT - 34.0);
    let plot = Plot {
        class: "blue-left",
        title: words.text("plot-blue-left"),
        note,
        steps,
        span: (above, below),
        right,
        scale,
        curves: curves.into(),
    };
    Group::new()
        .set("id", "compare")
        .add(draw::card(left, top, width, HEIGHT, LIGHT.card, LIGHT.hairline))
        .add(plot.drawn())
        .add(step_numbers(steps, left + PAD, below + 20.0, &words.text("figure-steps")))
}

/// A network's name with what it has left at the end.
fn named(name: &str, left: &Left<f64>, length: usize) -> String {
    left.ratio(length).map_or_else(|| name.to_owned(), |ratio| format!("{name} {}", percent(ratio)))
}

/// What is left at each step; where almost nothing got in there is no curve.
fn shown(left: &Left<f64>) -> Vec<Option<f64>> {
    let shown = left.got_in >= ALMOST_NOTHING;
    left.ratios().into_iter().map(|ratio| ratio.filter(|_| shown)).collect()
}
