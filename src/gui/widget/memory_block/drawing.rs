//! Pipes, tanks and light, on a sheet that is scaled into its place.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Align2, Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

use crate::gui::theme::{Tokens, stroke, text};
use crate::gui::widget::weight_slider::symbol_job;
use crate::paint::beyond;

/// The size of the sheet, in its own units.
pub const SHEET: Vec2 = vec2(620.0, 250.0);

/// How far the sheet's columns may be drawn apart, where there is room at the sides.
const MOST_STRETCHED: f32 = 1.25;
/// How far drops in a stream are apart, and how long one is, on the sheet.
const DROPS: (f32, f32) = (26.0, 9.0);
/// How many of these distances a drop goes in one step of time.
const DROPS_A_STEP: f64 = 1.5;
/// Half a swatch.
const SWATCH: f32 = 8.0;
/// The dashes of light and what is between them.
const DASHES: (f32, f32) = (6.0, 4.0);

/// A sheet of [`SHEET`]'s size, scaled into a rectangle of the screen.
pub struct Sheet<'a> {
    /// Where it is drawn.
    pub painter: Painter,
    /// The theme's colours.
    pub tokens: &'a Tokens,
    /// How many steps of time have gone by, while it plays: with it flows what is in the pipes.
    pub phase: Option<f64>,
    origin: Pos2,
    scale: f32,
    stretch: f32,
}

impl<'a> Sheet<'a> {
    /// The largest that fits, up to a third larger than the sheet itself, in the middle; where
    /// there is room at the sides its columns stand farther apart.
    #[must_use]
    pub fn new(painter: Painter, rect: Rect, phase: Option<f64>, tokens: &'a Tokens) -> Self {
        let scale = (rect.width() / SHEET.x).min(rect.height() / SHEET.y).min(1.35);
        let stretch = (rect.width() / (SHEET.x * scale)).clamp(1.0, MOST_STRETCHED);
        let origin = rect.center() - vec2(SHEET.x * stretch, SHEET.y) * scale / 2.0;
        Self { painter, tokens, phase, origin, scale, stretch }
    }

    /// The same sheet under a weaker lamp, from 0 to 1.
    #[must_use]
    pub fn faded(&self, strength: f32) -> Self {
        let mut painter = self.painter.clone();
        painter.multiply_opacity(strength);
        Self { painter, ..*self }
    }

    /// A place of the sheet on the screen.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.origin + vec2(x * self.stretch, y) * self.scale
    }

    /// A length of the sheet on the screen.
    #[must_use]
    pub fn long(&self, length: f32) -> f32 {
        length * self.scale
    }

    /// A rectangle of the sheet on the screen.
    #[must_use]
    pub fn rect(&self, left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(self.at(left, top), self.at(right, bottom))
    }

    /// Whether there is too little room for remarks; numbers stay.
    #[must_use]
    pub fn small(&self) -> bool {
        self.scale < 0.7
    }

    /// Text never gets smaller than it can be read.
    #[must_use]
    pub fn size(&self, size: f32) -> f32 {
        (size * self.scale).clamp(10.5, size * 1.2)
    }

    /// Text at a place.
    pub fn text(&self, (x, y): (f32, f32), align: Align2, said: &str, font: FontId, colour: Color32) -> Rect {
        self.painter.text(self.at(x, y), align, said, font, colour)
    }

    /// A number with its name, in ink.
    pub fn number(&self, at: (f32, f32), align: Align2, said: &str) -> Rect {
        self.text(at, align, said, text::semibold(self.size(12.5)), self.tokens.ink)
    }

    /// A label, faint.
    pub fn label(&self, at: (f32, f32), align: Align2, said: &str) -> Rect {
        self.text(at, align, said, text::regular(self.size(11.5)), self.tokens.faint)
    }

    /// A remark, faint; where there is little room it is left to the tooltips.
    pub fn remark(&self, at: (f32, f32), align: Align2, said: &str) -> Option<Rect> {
        (!self.small()).then(|| self.label(at, align, said))
    }

    /// A remark that ends at the right and is broken into lines of that width.
    pub fn broken_remark(&self, (x, y): (f32, f32), width: f32, said: &str) {
        if self.small() {
            return;
        }
        let font = text::regular(self.size(11.5));
        let mut job = LayoutJob::simple(said.to_owned(), font, self.tokens.faint, self.long(width));
        job.halign = Align::RIGHT;
        let galley = self.painter.layout_job(job);
        self.painter.galley(self.at(x, y), galley, self.tokens.faint);
    }

    /// How wide a stream is: what flows sets it, up to 1; a trickle is still seen, nothing is not.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a width on the screen")]
    pub fn width(&self, amount: f64) -> f32 {
        let amount = amount.abs().min(1.0) as f32;
        if amount == 0.0 { 0.0 } else { self.long(1.5 + 10.5 * amount) }
    }

    /// A walled pipe along a line, and what flows in it: colour is the signed paint, width the amount.
    pub fn pipe(&self, from: (f32, f32), to: (f32, f32), flow: f64) {
        let line = [self.at(from.0, from.1), self.at(to.0, to.1)];
        let wall = self.long(15.0);
        self.painter.line_segment(line, Stroke::new(wall, self.tokens.rail));
        self.painter.line_segment(line, Stroke::new(wall - 3.0, self.tokens.card));
        let width = self.width(flow).min(wall - 3.0);
        self.painter.line_segment(line, Stroke::new(width, self.tokens.paint(flow)));
        if beyond(flow) {
            // The pipe is full and the colour at its end: a line inside says that there is more.
            self.painter.line_segment(line, Stroke::new(stroke::CURVE, self.tokens.card));
        }
        self.drops(line, width);
    }

    /// What shows that a stream flows: drops that move along it with time.
    fn drops(&self, [from, to]: [Pos2; 2], width: f32) {
        let Some(phase) = self.phase.filter(|_| width >= self.long(2.5)) else { return };
        let (apart, long) = (self.long(DROPS.0), self.long(DROPS.1));
        let (length, along) = ((to - from).length(), (to - from).normalized());
        let stroke = Stroke::new(width * 0.42, self.tokens.card.gamma_multiply(0.5));
        let mut at = gone_by(phase, apart) - apart;
        while at < length {
            let (tail, head) = (at.max(0.0), (at + long).min(length));
            if head > tail {
                self.painter.line_segment([from + along * tail, from + along * head], stroke);
            }
            at += apart;
        }
    }

    /// Light: the same stream without walls, pale, with a dashed core.
    pub fn light(&self, places: &[(f32, f32)], flow: f64) {
        let line: Vec<Pos2> = places.iter().map(|(x, y)| self.at(*x, *y)).collect();
        let colour = self.tokens.paint(flow);
        let pale = Stroke::new(self.long(11.0), colour.gamma_multiply(0.28));
        for pair in line.windows(2) {
            if let [from, to] = pair {
                self.painter.line_segment([*from, *to], pale);
            }
        }
        // At least a line, however small the sheet.
        let core = Stroke::new(self.width(flow).min(self.long(5.0)).max(1.0), colour);
        let (dash, gap) = (self.long(DASHES.0), self.long(DASHES.1));
        // The pattern begins before the line, by as much as it has not yet moved on.
        let offset = self.phase.map_or(0.0, |phase| gone_by(phase, dash + gap));
        self.painter.extend(Shape::dashed_line_with_offset(&line, core, &[dash], &[gap], offset));
    }

    /// An arrowhead at the end of a pipe that runs to the right.
    pub fn arrow(&self, (x, y): (f32, f32)) {
        let head = vec![self.at(x - 9.0, y - 8.0), self.at(x + 3.0, y), self.at(x - 9.0, y + 8.0)];
        self.painter.add(Shape::convex_polygon(head, self.tokens.card, Stroke::new(stroke::CURVE, self.tokens.faint)));
    }

    /// A control line, dotted: it carries what a gate reads, no paint.
    pub fn control(&self, places: &[(f32, f32)], colour: Color32) {
        let line: Vec<Pos2> = places.iter().map(|(x, y)| self.at(*x, *y)).collect();
        self.painter.extend(Shape::dotted_line(&line, colour, self.long(5.0).max(3.5), 1.0));
    }

    /// A box with a word in it: tanh, or the candidate.
    pub fn boxed(&self, rect: Rect, said: &str, line: Color32, width: f32) {
        let corner = self.long(7.0);
        let font = if width > stroke::HAIR { text::bold(self.size(12.0)) } else { text::regular(self.size(12.0)) };
        let colour = if width > stroke::HAIR { line } else { self.tokens.ink };
        let galley = self.painter.layout_no_wrap(said.to_owned(), font, colour);
        // The word must fit, however small the sheet.
        let rect = Rect::from_center_size(rect.center(), rect.size().max(galley.size() + vec2(8.0, 4.0)));
        self.painter.rect(rect, corner, self.tokens.card, Stroke::new(width, line), StrokeKind::Middle);
        self.painter.galley(rect.center() - galley.size() / 2.0, galley, colour);
    }

    /// An input as a swatch, or a state as a circle.
    pub fn swatch(&self, at: (f32, f32), paint: f64, round: bool) {
        self.swatch_of(at, self.tokens.paint(paint), round);
    }

    /// The same in any colour.
    pub fn swatch_of(&self, (x, y): (f32, f32), colour: Color32, round: bool) {
        let centre = self.at(x, y);
        let half = self.long(SWATCH);
        if round {
            self.painter.circle_filled(centre, half, colour);
        } else {
            let square = Rect::from_center_size(centre, Vec2::splat(2.0 * half));
            self.painter.rect_filled(square, half * 0.4, colour);
        }
    }

    /// Its symbol beside it. Returns where both are.
    pub fn named(&self, (x, y): (f32, f32), symbol: &str) -> Rect {
        let (centre, half) = (self.at(x, y), self.long(SWATCH));
        let galley = self.painter.layout_job(symbol_job((symbol, ""), self.tokens.ink));
        let at = centre + vec2(half + 5.0, -galley.size().y / 2.0);
        let rect = Rect::from_min_size(at, galley.size());
        self.painter.galley(at, galley, self.tokens.ink);
        rect.union(Rect::from_center_size(centre, Vec2::splat(2.0 * half)))
    }

    /// Where two streams meet.
    pub fn plus(&self, (x, y): (f32, f32)) {
        let centre = self.at(x, y);
        let line = Stroke::new(1.5, self.tokens.faint);
        self.painter.circle(centre, self.long(11.0), self.tokens.card, line);
        let arm = self.long(5.0);
        for arm in [vec2(arm, 0.0), vec2(0.0, arm)] {
            self.painter.line_segment([centre - arm, centre + arm], Stroke::new(stroke::CURVE, self.tokens.ink));
        }
    }

    /// The lens that takes a copy.
    pub fn lens(&self, (x, y): (f32, f32), paint: f64) {
        let centre = self.at(x, y);
        self.painter.circle(centre, self.long(7.0), self.tokens.card, Stroke::new(1.5, self.tokens.faint));
        self.painter.circle_filled(centre, self.long(3.0), self.tokens.paint(paint));
    }

    /// What runs out of a pipe.
    pub fn spill(&self, from: (f32, f32), to: (f32, f32), amount: f64) {
        let line = [self.at(from.0, from.1), self.at(to.0, to.1)];
        let width = self.width(amount).min(self.long(8.0));
        self.painter.line_segment(line, Stroke::new(width, self.tokens.paint(amount)));
        self.drops(line, width);
    }
}

/// How far a pattern has moved on within one of its lengths.
#[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
fn gone_by(phase: f64, apart: f32) -> f32 {
    (phase * DROPS_A_STEP).fract() as f32 * apart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_moves_on_with_time_and_repeats() {
        assert_eq!(gone_by(0.0, 26.0), 0.0);
        let (soon, later) = (gone_by(0.1, 26.0), gone_by(0.2, 26.0));
        assert!(0.0 < soon && soon < later && later < 26.0);
        assert!((gone_by(2.0, 26.0) - gone_by(0.0, 26.0)).abs() < 1e-4);
    }
}
