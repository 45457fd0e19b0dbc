//! How the parts under the heads share the page.

use eframe::egui::Vec2;

use super::compare::Compared;
use super::{blocks, map};
use crate::gui::theme::size;
use crate::scene::Layers;

/// Heights below which the page scrolls.
const CURVES_LEAST: f32 = 196.0;
const LAST_LEAST: f32 = 132.0;
/// The same for the blocks and for the last row on a projector.
const HALL_BLOCK: f32 = 184.0;
const HALL_LAST: f32 = 92.0;
/// The width below which a card of the last row is not drawn.
const CARD_LEAST: f32 = 280.0;

/// How high the parts under the heads are, and what stands in the last row.
pub struct Plan {
    /// The networks as plumbing; 0 where they are folded.
    pub blocks: f32,
    /// Each network's curves under its own steps; 0 where they are folded, or in the last row.
    pub curves: f32,
    /// The last row; 0 where there is none.
    pub last: f32,
    /// The cards of the last row.
    pub cards: Vec<Compared>,
}

impl Plan {
    /// Each open layer gets its least, and what is left is shared. Where blocks and curves do not
    /// both fit, the curves go together into the last row, if that is wide enough for them;
    /// otherwise the page scrolls.
    pub fn of(layers: Layers, room: Vec2, projector: bool) -> Self {
        // On a projector everything is enlarged, so that less of it is enough.
        let (block, card) = if projector { (HALL_BLOCK, HALL_LAST) } else { (blocks::LEAST, LAST_LEAST) };
        let card = if layers.map { map::LEAST } else { card };
        let low = room.y < block + CURVES_LEAST + card + size::GAP;
        let further = [layers.gradient, layers.map].into_iter().filter(|open| *open).count();
        #[expect(clippy::cast_precision_loss, reason = "at most five cards")]
        let wide = room.x >= CARD_LEAST * (3 + further) as f32;
        let together = layers.valves && layers.curves && low && wide;
        let mut cards = Vec::new();
        if layers.curves {
            cards.push(Compared::BlueLeft);
        }
        if together {
            cards.extend([Compared::RnnState, Compared::LstmGates]);
        }
        if layers.gradient {
            cards.push(Compared::Gradient);
        }
        if layers.map {
            cards.push(Compared::Map);
        }
        let least = [
            if layers.valves { block } else { 0.0 },
            if layers.curves && !together { CURVES_LEAST } else { 0.0 },
            if cards.is_empty() { 0.0 } else { card },
        ];
        let gap = if cards.is_empty() { 0.0 } else { size::GAP };
        let open = least.iter().filter(|height| **height > 0.0).count().max(1);
        let spare = (room.y - gap - least.iter().sum::<f32>()).max(0.0);
        #[expect(clippy::cast_precision_loss, reason = "at most three parts")]
        let [blocks, curves, last] = least.map(|height| if height > 0.0 { height + spare / open as f32 } else { 0.0 });
        Self { blocks, curves, last, cards }
    }

    /// The height of all of it.
    pub fn height(&self) -> f32 {
        let gap = if self.last > 0.0 { size::GAP } else { 0.0 };
        self.blocks + self.curves + gap + self.last
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;

    const ALL: Layers = Layers { valves: true, curves: true, weights: true, gradient: true, map: true };
    const FIRST: Layers = Layers { valves: true, curves: true, weights: false, gradient: false, map: false };

    #[test]
    fn what_fits_fills_the_page_exactly() {
        for (layers, room) in [(FIRST, vec2(1256.0, 400.0)), (ALL, vec2(1900.0, 700.0)), (FIRST, vec2(1900.0, 900.0))] {
            assert!((Plan::of(layers, room, false).height() - room.y).abs() < 1e-3);
        }
    }

    #[test]
    fn on_a_projector_the_first_opening_fits_without_scrolling() {
        let [width, height] = size::HALL;
        let head = super::super::heads::Head::Whole.height(true);
        // The title's line, and the two lines between the bars and the page.
        let title = 47.0;
        let bars: f32 = size::HALL_BARS.iter().sum();
        let room = vec2(width - 2.0 * size::GAP, height - bars - title - size::GAP - head);
        assert!(Plan::of(FIRST, room, true).height() <= room.y + 1e-3, "{}", room.y);
    }

    #[test]
    fn every_curve_has_its_place_however_small_the_page() {
        for layers in [FIRST, ALL] {
            for (width, height) in [(750.0, 220.0), (1000.0, 250.0), (1256.0, 394.0), (1900.0, 690.0)] {
                let plan = Plan::of(layers, vec2(width, height), false);
                let of_their_own = plan.curves >= CURVES_LEAST;
                let together = plan.cards.contains(&Compared::RnnState) && plan.cards.contains(&Compared::LstmGates);
                assert!(of_their_own != together, "{width} × {height}");
                #[expect(clippy::cast_precision_loss, reason = "a handful of cards")]
                let card = width / plan.cards.len() as f32;
                assert!(!together || card >= CARD_LEAST, "{width} × {height}: {card}");
            }
        }
    }

    #[test]
    fn with_every_layer_folded_nothing_is_left() {
        let none = Layers { valves: false, curves: false, weights: false, gradient: false, map: false };
        let plan = Plan::of(none, vec2(1256.0, 400.0), false);
        assert!(plan.height() == 0.0 && plan.cards.is_empty());
    }
}
