//! A network's sequence as swatches, and under each the state after it as a circle; above T = 60, strips.

use svg::node::element::{Group, Polygon};

use super::draw::{disc, hex, line, px, rect, ring, text};
use super::plot::step_numbers;
use super::steps::Steps;
use crate::paint::beyond;
use crate::palette::LIGHT;

/// The height that a chain takes.
pub const HEIGHT: f64 = 92.0;
/// How far down the rows stand.
const X_ROW: f64 = 22.0;
const STATE_ROW: f64 = 53.0;
const NUMBERS: f64 = 84.0;
/// Half the height of a strip.
const STRIP_HALF: f64 = 8.5;
/// The sequence length above which swatches become a strip.
pub const STRIP_ABOVE: usize = 60;

/// What a chain shows.
pub struct Chain<'a> {
    /// Where the steps stand.
    pub steps: Steps,
    /// The inputs with their noise, by step.
    pub x: &'a [f64],
    /// The state before step 1.
    pub start: f64,
    /// The states, by step.
    pub states: &'a [f64],
    /// The state's letter.
    pub letter: &'a str,
    /// The message's step.
    pub message: usize,
    /// What stands before the numbers of the steps.
    pub step_label: &'a str,
}

impl Chain<'_> {
    /// The chain from `top` down, its letters from `left` on.
    pub fn drawn(&self, left: f64, top: f64) -> Group {
        let row = |row: f64, words: &str| text(left, top + row + 4.5, 13.0, LIGHT.faint, words);
        let chain = Group::new().set("class", "chain").add(row(X_ROW, "x")).add(row(STATE_ROW, self.letter));
        let chain = if self.steps.length > STRIP_ABOVE {
            chain.add(self.strip(top + X_ROW, self.x)).add(self.strip(top + STATE_ROW, self.states))
        } else {
            self.swatches(chain, top)
        };
        let radius = (self.side() / 2.0).clamp(4.5, 8.0);
        let start = ring(self.steps.before(), top + STATE_ROW, radius - 0.75, 1.5, LIGHT.paint.colour(self.start));
        chain
            .add(start.set("fill", hex(LIGHT.card)).set("class", "start"))
            .add(triangle(self.steps.x(self.message), top + 4.0))
            .add(step_numbers(self.steps, left, top + NUMBERS, self.step_label))
    }

    /// The side of a swatch.
    fn side(&self) -> f64 {
        (self.steps.width() * 0.76).clamp(3.0, 22.0)
    }

    fn swatches(&self, chain: Group, top: f64) -> Group {
        let (side, y) = (self.side(), top + STATE_ROW);
        let radius = side / 2.0;
        let (mut links, mut swatches, mut circles) = (Group::new(), Group::new(), Group::new());
        let mut before = (self.steps.before(), self.start);
        for ((step, x), state) in (1..).zip(self.x).zip(self.states) {
            let middle = self.steps.x(step);
            let (above, link) = (top + X_ROW + radius, LIGHT.paint.colour(before.1));
            links = links.add(line((middle, above), (middle, y), 1.0, LIGHT.hairline)).add(line(
                (before.0 + radius, y),
                (middle - radius, y),
                2.0,
                link,
            ));
            let swatch = rect(middle - radius, top + X_ROW - radius, side, side, LIGHT.paint.colour(*x));
            swatches = swatches.add(swatch.set("rx", px(side * 0.24)));
            circles = circles.add(disc(middle, y, radius, LIGHT.paint.colour(*state)));
            if beyond(*x) {
                swatches = swatches.add(beyond_mark(middle, top + X_ROW));
            }
            if beyond(*state) {
                circles = circles.add(beyond_mark(middle, y));
            }
            before = (middle, *state);
        }
        chain
            .add(links)
            .add(swatches.set("class", "swatches"))
            .add(circles.set("class", "states").set("data-quantity", self.letter))
    }

    /// A strip round the height `y`. Each step's colour runs on to the right end and the next lies
    /// over it: side by side, their soft edges would let the ground shine through.
    fn strip(&self, y: f64, values: &[f64]) -> Group {
        let (mut strip, mut marks) = (Group::new(), Group::new());
        let mut last = None;
        for (step, value) in (1..).zip(values) {
            let (colour, from) = (LIGHT.paint.colour(*value), self.steps.x(step) - self.steps.width() / 2.0);
            if last != Some(colour) {
                strip = strip.add(rect(from, y - STRIP_HALF, self.steps.right - from, 2.0 * STRIP_HALF, colour));
                last = Some(colour);
            }
            if beyond(*value) {
                marks = marks.add(rect(from, y - STRIP_HALF - 3.0, self.steps.width(), 2.0, LIGHT.ink));
            }
        }
        strip.add(marks.set("class", "beyond")).set("class", "strip")
    }
}

/// A value beyond ±1 keeps the end colour; a bright ring inside says that there is more.
pub fn beyond_mark(x: f64, y: f64) -> svg::node::element::Circle {
    ring(x, y, 3.0, 1.5, LIGHT.card).set("class", "beyond")
}

/// The mark of the message's step: an ink triangle that points down, its middle at this place.
pub fn triangle(x: f64, y: f64) -> Polygon {
    let points = [(x - 4.5, y - 3.5), (x + 4.5, y - 3.5), (x, y + 3.5)];
    let points = points.map(|(x, y)| format!("{},{}", px(x), px(y))).join(" ");
    Polygon::new().set("class", "message").set("points", points).set("fill", hex(LIGHT.ink))
}
