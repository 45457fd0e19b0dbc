//! What the colours, dashes and marks of a figure mean, in rows.

use svg::node::element::{Circle, Group};

use super::Figure;
use super::chain::{STRIP_ABOVE, beyond_mark, triangle};
use super::draw::{disc, hex, line, pen, rect, ring, text, width_of};
use crate::engine::network::Part;
use crate::paint::beyond;
use crate::palette::{Dash, HIDDEN_DASH, LIGHT, RNN_DASH, Rgb, gate_dash};

/// The size of the words.
const SIZE: f64 = 12.0;
/// From row to row.
const ROW: f64 = 23.0;
/// Between a sample and its words, and between two entries.
const NEAR: f64 = 8.0;
const FAR: f64 = 22.0;

/// What stands before an entry's words.
enum Sample {
    /// The ramp of paint.
    Ramp,
    /// A state beyond ±1, as a circle.
    Beyond,
    /// The same in a strip.
    BeyondInStrip,
    /// The mark of the message's step.
    Message,
    /// The state before step 1.
    Start,
    /// A curve.
    Curve(Rgb, Dash, f64),
}

impl Sample {
    fn width(&self) -> f64 {
        match self {
            Self::Ramp => 84.0,
            Self::Beyond | Self::BeyondInStrip | Self::Message | Self::Start => 14.0,
            Self::Curve(..) => 36.0,
        }
    }

    /// The sample from `x` on, its middle at the height `y`.
    fn drawn(&self, x: f64, y: f64) -> Group {
        let middle = x + self.width() / 2.0;
        let sample = Group::new();
        match self {
            Self::Ramp => ramp(x, y, self.width()),
            Self::Beyond => sample.add(disc(middle, y, 7.0, LIGHT.paint.blue)).add(beyond_mark(middle, y)),
            Self::BeyondInStrip => sample.add(rect(x, y - 5.0, self.width(), 11.0, LIGHT.paint.blue)).add(rect(
                x,
                y - 8.0,
                self.width(),
                2.0,
                LIGHT.ink,
            )),
            Self::Message => sample.add(triangle(middle, y)),
            Self::Start => sample.add(hollow(middle, y)),
            Self::Curve(colour, dash, width) => {
                let (dashes, width) = pen(*dash, *width);
                let cap = if matches!(dash, Dash::Dotted { .. }) { "round" } else { "butt" };
                let sign = line((x, y), (x + self.width(), y), width, *colour).set("stroke-linecap", cap);
                sample.add(if let Some(dashes) = dashes { sign.set("stroke-dasharray", dashes) } else { sign })
            }
        }
    }
}

/// A sample's words, by their key.
type Entry = (Sample, &'static str);

/// The legend from `top` down, and its height. Entries fill rows of that width.
pub fn legend(figure: &Figure<'_>, left: f64, top: f64, width: f64) -> (Group, f64) {
    let mut group = Group::new().set("id", "legend");
    let (mut x, mut y) = (left, top + ROW / 2.0);
    for (sample, key) in marks(figure).into_iter().chain(curves()) {
        let words = figure.words.text(key);
        let needed = sample.width() + NEAR + width_of(&words, SIZE);
        if x > left && x + needed > left + width {
            (x, y) = (left, y + ROW);
        }
        group = group.add(sample.drawn(x, y));
        group = group.add(text(x + sample.width() + NEAR, y + 4.2, SIZE, LIGHT.ink, &words));
        x += needed + FAR;
    }
    (group, y + ROW / 2.0 - top)
}

/// The marks of the chains; that of what lies beyond ±1 only where there is such a thing.
fn marks(figure: &Figure<'_>) -> Vec<Entry> {
    let run = figure.run;
    let states = run.rnn.trace.h.iter().chain(&run.lstm.trace.s);
    let any_beyond = run.x.iter().chain(states).any(|value| beyond(*value));
    let mut marks =
        vec![(Sample::Ramp, "figure-paint"), (Sample::Message, "figure-message"), (Sample::Start, "figure-start")];
    if any_beyond {
        let sample = if run.length() > STRIP_ABOVE { Sample::BeyondInStrip } else { Sample::Beyond };
        marks.push((sample, "figure-beyond"));
    }
    marks
}

fn curves() -> Vec<Entry> {
    let gate = |part: Part, width| Sample::Curve(LIGHT.part(part), gate_dash(part), width);
    vec![
        (gate(Part::I, 2.0), "figure-i"),
        (gate(Part::F, 2.0), "figure-f"),
        (gate(Part::O, 1.3), "figure-o"),
        (Sample::Curve(LIGHT.cell_state, Dash::Solid, 2.6), "figure-s"),
        (Sample::Curve(LIGHT.ink, Dash::Solid, 2.6), "figure-h-rnn"),
        (Sample::Curve(LIGHT.ink, HIDDEN_DASH, 2.0), "figure-h-lstm"),
        (Sample::Curve(LIGHT.rnn, RNN_DASH, 2.0), "figure-left-rnn"),
        (Sample::Curve(LIGHT.cell_state, Dash::Solid, 2.6), "figure-left-lstm"),
    ]
}

/// The paints from −1 to 1.
fn ramp(x: f64, y: f64, width: f64) -> Group {
    const PARTS: u8 = 21;
    let part = width / f64::from(PARTS);
    let mut ramp = Group::new();
    for n in 0..PARTS {
        let value = f64::from(n) / f64::from(PARTS - 1) * 2.0 - 1.0;
        let from = x + f64::from(n) * part;
        // Each part lies over the rest of the one before, so that no seam shows.
        ramp = ramp.add(rect(from, y - 6.0, x + width - from, 12.0, LIGHT.paint.colour(value)));
    }
    ramp
}

fn hollow(x: f64, y: f64) -> Circle {
    ring(x, y, 6.0, 1.5, LIGHT.paint.grey).set("fill", hex(LIGHT.card))
}
