//! Pipes, tanks and light, on a sheet that is scaled into its place.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Align2, Color32, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use crate::gui::theme::{Tokens, stroke, text};
use crate::gui::widget::weight_slider::symbol_job;

/// The size of the sheet, in its own units.
pub const SHEET: Vec2 = vec2(620.0, 250.0);

/// A sheet of [`SHEET`]'s size, scaled into a rectangle of the screen.
pub struct Sheet<'a> {
    /// Where it is drawn.
    pub painter: &'a Painter,
    /// The theme's colours.
    pub tokens: &'a Tokens,
    origin: Pos2,
    scale: f32,
}

impl<'a> Sheet<'a> {
    /// The largest that fits, up to a third larger than the sheet itself, in the middle.
    #[must_use]
    pub fn new(painter: &'a Painter, rect: Rect, tokens: &'a Tokens) -> Self {
        let scale = (rect.width() / SHEET.x).min(rect.height() / SHEET.y).min(1.35);
        let origin = rect.center() - SHEET * scale / 2.0;
        Self { painter, tokens, origin, scale }
    }

    /// A place of the sheet on the screen.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
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
    pub fn number(&self, at: (f32, f32), align: Align2, said: &str) {
        self.text(at, align, said, text::semibold(self.size(12.5)), self.tokens.ink);
    }

    /// A label, faint.
    pub fn label(&self, at: (f32, f32), align: Align2, said: &str) {
        self.text(at, align, said, text::regular(self.size(11.5)), self.tokens.faint);
    }

    /// A remark, faint; where there is little room it is left to the tooltips.
    pub fn remark(&self, at: (f32, f32), align: Align2, said: &str) {
        if !self.small() {
            self.label(at, align, said);
        }
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
        self.painter.line_segment(line, Stroke::new(self.width(flow).min(wall - 3.0), self.tokens.paint(flow)));
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
        self.painter.extend(Shape::dashed_line(&line, core, self.long(6.0), self.long(4.0)));
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

    /// The input as a swatch and, beside it, the state before as a circle; with their symbols.
    pub fn source(&self, (x, y): (f32, f32), paint: f64, round: bool, symbol: &str) {
        let centre = self.at(x, y);
        let half = self.long(8.0);
        if round {
            self.painter.circle_filled(centre, half, self.tokens.paint(paint));
        } else {
            let square = Rect::from_center_size(centre, Vec2::splat(2.0 * half));
            self.painter.rect_filled(square, half * 0.4, self.tokens.paint(paint));
        }
        let galley = self.painter.layout_job(symbol_job((symbol, ""), self.tokens.ink));
        let at = centre + vec2(half + 5.0, -galley.size().y / 2.0);
        self.painter.galley(at, galley, self.tokens.ink);
    }

    /// A tank that holds a state. Its scale runs from 0 to at least 1.5 and on as far as the
    /// sequence needs; the level is the amount, the colour the signed paint.
    pub fn tank(&self, rect: Rect, tank: &Tank<'_>) {
        let (painter, tokens) = (self.painter, self.tokens);
        let corner = self.long(9.0);
        painter.rect_filled(rect, corner, tokens.card);
        let inner = rect.shrink(self.long(5.0));
        let level = level(tank.value, tank.most);
        let top = inner.bottom() - inner.height() * level;
        let filled = Rect::from_min_max(pos2(inner.left(), top), inner.right_bottom());
        painter.rect_filled(filled, corner * 0.5, tokens.paint(tank.value));
        // Where whole numbers would run into each other only every tenth, hundredth … is marked.
        let apart = |every: &u16| inner.height() * self::level(f64::from(*every), tank.most) >= 5.0;
        let every = [1, 10, 100].into_iter().find(apart).unwrap_or(500);
        for whole in (1..=whole_below(tank.most)).filter(|whole| *whole == 1 && every == 1 || whole % every == 0) {
            let y = inner.bottom() - inner.height() * self::level(f64::from(whole), tank.most);
            painter.hline(
                rect.left() - self.long(5.0)..=rect.left() + self.long(2.0),
                y,
                Stroke::new(stroke::HAIR, tokens.faint),
            );
            if whole == every || whole + every > whole_below(tank.most) {
                let at = pos2(rect.left() - self.long(8.0), y);
                painter.text(at, Align2::RIGHT_CENTER, whole.to_string(), text::regular(10.5), tokens.faint);
            }
        }
        painter.rect_stroke(rect, corner, Stroke::new(1.5, tokens.faint), StrokeKind::Middle);
        // Name and number stand on a card of their own, legible on any paint and on any sheet.
        let line = self.long(8.5).max(7.0);
        let plate = Rect::from_min_size(
            pos2(rect.left() + rect.width() * 0.09, rect.top() + self.long(5.0)),
            vec2(rect.width() * 0.82, (4.4 * line).max(30.0)),
        );
        painter.rect_filled(plate, corner * 0.6, tokens.card);
        let (name, number) = (text::bold(self.size(14.0)), text::semibold(self.size(12.5)));
        painter.text(plate.center() - vec2(0.0, line), Align2::CENTER_CENTER, tank.name, name, tokens.ink);
        painter.text(plate.center() + vec2(0.0, line), Align2::CENTER_CENTER, tank.number, number, tokens.ink);
    }
}

/// What a tank shows.
pub struct Tank<'a> {
    /// The state's name, with its step.
    pub name: &'a str,
    /// The state as text.
    pub number: &'a str,
    /// The state.
    pub value: f64,
    /// The largest amount of the whole sequence, so that the scale stays while it plays.
    pub most: f64,
}

/// The part of a tank that an amount fills.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a part of a height on the screen")]
pub fn level(value: f64, most: f64) -> f32 {
    let scale = (most * 1.15).max(1.5);
    (value.abs() / scale).min(1.0) as f32
}

/// The largest whole number that a tank's scale holds, at least 1.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most T = 1000")]
fn whole_below(most: f64) -> u16 {
    ((most * 1.15).max(1.5)).floor().min(1000.0) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tank_has_room_beyond_one_and_never_overflows() {
        assert!((level(1.0, 0.9) - 1.0 / 1.5).abs() < 1e-6);
        assert_eq!(level(0.0, 0.9), 0.0);
        assert!(level(4.5, 4.5) < 1.0 && level(4.5, 4.5) > 0.8);
        assert_eq!(level(-0.6, 0.9), level(0.6, 0.9), "the level is the amount, the colour the sign");
        assert_eq!((whole_below(0.2), whole_below(4.5)), (1, 5));
    }
}
