//! Curves over the steps of a sequence, named where they end.

use svg::node::element::{Group, Polyline};

use super::draw::{bold, disc, haloed, hex, line, pen, px, semibold, text, text_at, text_to, width_of};
use super::steps::Steps;
use crate::palette::{Dash, LIGHT, Rgb};
use crate::scale::{Scale, kept_apart};

/// How far apart names at the ends of curves stay.
const APART: f64 = 15.0;
/// The size of axis numbers.
const NUMBER: f64 = 11.0;

/// One curve.
pub struct Curve {
    /// Whose it is: `rnn` or `lstm`.
    pub network: &'static str,
    /// What it is, as the table names it.
    pub quantity: &'static str,
    /// Its name at its end.
    pub name: String,
    /// Its values, by step; a gap where there is none.
    pub values: Vec<Option<f64>>,
    /// Its colour.
    pub colour: Rgb,
    /// Its dash pattern.
    pub dash: Dash,
    /// Its width; of a dotted curve, the radius of a dot.
    pub width: f64,
}

/// A plot.
pub struct Plot {
    /// What it shows, as a class.
    pub class: &'static str,
    /// The title, over it to the left.
    pub title: String,
    /// What stands over it to the right, if there is room for it.
    pub note: String,
    /// Where the steps stand.
    pub steps: Steps,
    /// The top and the bottom of the values' range.
    pub span: (f64, f64),
    /// Where the note ends.
    pub right: f64,
    /// The values up the side.
    pub scale: Scale,
    /// The curves, the later over the earlier.
    pub curves: Vec<Curve>,
}

impl Plot {
    /// The plot with its title and ticks, without the numbers of its steps.
    ///
    /// The group says where its numbers stand, so that a program can read a curve back: step t is at
    /// `data-step-one + (t − 1) · data-step-width`, the value v at `data-zero − v · data-unit`.
    pub fn drawn(&self) -> Group {
        let mut plot = Group::new()
            .set("class", format!("plot {}", self.class))
            .set("data-step-one", self.steps.x(1))
            .set("data-step-width", self.steps.width())
            .set("data-zero", self.y(0.0))
            .set("data-unit", self.y(0.0) - self.y(1.0))
            .add(self.heading())
            .add(self.ticks());
        for curve in &self.curves {
            plot = plot.add(self.curve(curve));
        }
        self.names(plot)
    }

    /// The height of a value.
    fn y(&self, value: f64) -> f64 {
        let (top, bottom) = self.span;
        let (low, high) = (self.scale.range.start(), self.scale.range.end());
        bottom - (value - low) / (high - low) * (bottom - top)
    }

    fn heading(&self) -> Group {
        let y = self.span.0 - 11.0;
        let title = semibold(text(self.steps.left - 4.0, y, 12.5, LIGHT.ink, &self.title));
        let heading = Group::new().add(title);
        let room = self.right - self.steps.left - width_of(&self.title, 12.5);
        if self.note.is_empty() || width_of(&self.note, 12.0) + 10.0 > room {
            return heading;
        }
        heading.add(text_to(self.right, y, 12.0, LIGHT.faint, &self.note))
    }

    fn ticks(&self) -> Group {
        let (top, bottom) = self.span;
        let mut ticks = Group::new().set("class", "ticks");
        for step in self.steps.numbered() {
            let x = self.steps.x(step);
            ticks = ticks.add(line((x, top), (x, bottom + 4.0), 1.0, LIGHT.grid));
        }
        for (value, label) in &self.scale.ticks {
            let y = self.y(*value);
            ticks = ticks.add(line((self.steps.left, y), (self.steps.right, y), 1.0, LIGHT.rail)).add(text_to(
                self.steps.left - 8.0,
                y + 4.0,
                NUMBER,
                LIGHT.faint,
                label,
            ));
        }
        ticks
    }

    /// A curve with a dot at its end, so that one step alone is seen too.
    fn curve(&self, curve: &Curve) -> Group {
        // Many steps on little room run into each other under a thick pen.
        let thin = if self.steps.width() < 2.0 { 0.6 } else { 1.0 };
        let (dashes, width) = pen(curve.dash, curve.width * thin);
        let mut series = Group::new()
            .set("class", format!("series {}", curve.quantity))
            .set("data-network", curve.network)
            .set("data-quantity", curve.quantity)
            .set("fill", "none")
            .set("stroke", hex(curve.colour))
            .set("stroke-width", width)
            .set("stroke-linejoin", "round")
            .set("stroke-linecap", if matches!(curve.dash, Dash::Dotted { .. }) { "round" } else { "butt" });
        if let Some(dashes) = dashes {
            series = series.set("stroke-dasharray", dashes);
        }
        for run in self.runs(curve) {
            let points: Vec<String> = run.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
            series = series.add(Polyline::new().set("points", points.join(" ")));
        }
        let end = self.end(curve).map(|(x, y)| disc(x, y, 3.0, curve.colour).set("stroke", "none"));
        end.into_iter().fold(series, Group::add)
    }

    /// The points of a curve; a gap ends one run and begins the next.
    fn runs(&self, curve: &Curve) -> Vec<Vec<(f64, f64)>> {
        let mut runs = vec![Vec::new()];
        for (step, value) in (1..).zip(&curve.values) {
            match (value, runs.last_mut()) {
                (Some(value), Some(run)) => run.push((self.steps.x(step), self.y(*value))),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// The last point of a curve.
    fn end(&self, curve: &Curve) -> Option<(f64, f64)> {
        let (row, value) = curve.values.iter().enumerate().rev().find_map(|(row, value)| Some((row, (*value)?)))?;
        Some((self.steps.x(row + 1), self.y(value)))
    }

    fn names(&self, plot: Group) -> Group {
        let ends = self.curves.iter().filter_map(|curve| Some((curve, self.end(curve)?)));
        let mut ends: Vec<_> = ends.collect();
        ends.sort_by(|a, b| a.1.1.total_cmp(&b.1.1));
        let wanted: Vec<(f64, f64)> = ends.iter().map(|(_, end)| (end.1, APART)).collect();
        let heights = kept_apart(&wanted, &(self.span.0..=self.span.1));
        let names = ends.iter().zip(heights).map(|((curve, end), y)| {
            haloed(bold(text(end.0 + 9.0, y + 4.5, 13.0, curve.colour, &curve.name)), LIGHT.card)
        });
        names.fold(plot, Group::add)
    }
}

/// The numbers of the steps on the line `y`, and from `left` on what they are.
pub fn step_numbers(steps: Steps, left: f64, y: f64, label: &str) -> Group {
    let mut numbers = Group::new().set("class", "steps").add(text(left, y, NUMBER, LIGHT.faint, label));
    for step in steps.numbered() {
        numbers = numbers.add(text_at(steps.x(step), y, NUMBER, LIGHT.faint, &step.to_string()));
    }
    numbers
}
