//! A tank that holds a state.

use eframe::egui::{Align2, Id, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::drawing::Sheet;
use crate::gui::theme::{stroke, text};

/// How long a level takes to its new height.
const RISES_IN_SECS: f32 = 0.18;

impl Sheet<'_> {
    /// A tank that holds a state. Its scale runs from 0 to at least 1.5 and on as far as the
    /// sequence needs; the level is the amount, the colour the signed paint.
    pub fn tank(&self, ui: &Ui, id: Id, rect: Rect, tank: &Tank<'_>) {
        let (painter, tokens) = (&self.painter, self.tokens);
        let corner = self.long(9.0);
        painter.rect_filled(rect, corner, tokens.card);
        let inner = rect.shrink(self.long(5.0));
        // While what flows is seen flowing, the level is seen to rise and sink.
        let secs = if self.phase.is_some() { RISES_IN_SECS } else { 0.0 };
        let level = ui.ctx().animate_value_with_time(id, level(tank.value, tank.most), secs);
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
