//! Weights and places in a map's picture.

use std::ops::RangeInclusive;

use eframe::egui::{Pos2, Rect, pos2};

/// A picture and the weights along its sides; y grows upwards.
pub struct Places {
    /// The picture.
    pub area: Rect,
    /// From the left edge to the right.
    pub x: RangeInclusive<f64>,
    /// From the bottom edge to the top.
    pub y: RangeInclusive<f64>,
}

impl Places {
    /// The place of two values.
    pub fn at(&self, [x, y]: [f64; 2]) -> Pos2 {
        pos2(
            self.area.left() + part(x, &self.x) * self.area.width(),
            self.area.bottom() - part(y, &self.y) * self.area.height(),
        )
    }

    /// The weights at a place; outside of the picture those at its nearest edge.
    pub fn weights(&self, at: Pos2) -> [f64; 2] {
        let along = |part: f32, range: &RangeInclusive<f64>| {
            let part = f64::from(part.clamp(0.0, 1.0));
            range.start() * (1.0 - part) + range.end() * part
        };
        [
            along((at.x - self.area.left()) / self.area.width(), &self.x),
            along((self.area.bottom() - at.y) / self.area.height(), &self.y),
        ]
    }

    /// A value of y, or the end of its range that is nearest.
    pub fn y_inside(&self, y: f64) -> f64 {
        y.clamp(*self.y.start(), *self.y.end())
    }
}

/// How far along a range a value lies.
#[expect(clippy::cast_possible_truncation, reason = "a place on the screen needs no more digits")]
fn part(value: f64, range: &RangeInclusive<f64>) -> f32 {
    ((value - range.start()) / (range.end() - range.start())) as f32
}

/// The point `[column, row]` of a grid that is nearest to a place; row 0 at the bottom, the
/// outermost points on the edges.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "points of a picture; parts lie from 0 to 1"
)]
pub fn nearest_point(area: Rect, [columns, rows]: [usize; 2], at: Pos2) -> [usize; 2] {
    let nearest = |part: f32, points: usize| (part.clamp(0.0, 1.0) * (points.max(1) - 1) as f32).round() as usize;
    [nearest((at.x - area.left()) / area.width(), columns), nearest((area.bottom() - at.y) / area.height(), rows)]
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2};

    use super::{Places, nearest_point};

    fn places() -> Places {
        let area = Rect::from_min_max(pos2(100.0, 50.0), pos2(340.0, 170.0));
        Places { area, x: -12.0..=12.0, y: -3.0..=3.0 }
    }

    #[test]
    fn a_place_and_its_weights_are_each_others_inverse_and_y_grows_upwards() {
        let places = places();
        assert_eq!(places.at([-12.0, -3.0]), places.area.left_bottom());
        assert_eq!(places.at([12.0, 3.0]), places.area.right_top());
        for at in [[4.0, -1.5], [0.0, 0.0], [-11.9, 2.95]] {
            let back = places.weights(places.at(at));
            assert!((back[0] - at[0]).abs() < 1e-4 && (back[1] - at[1]).abs() < 1e-4, "{at:?} came back as {back:?}");
        }
    }

    #[test]
    fn beyond_the_edge_the_edge_counts() {
        let places = places();
        assert_eq!(places.weights(pos2(0.0, 0.0)), [-12.0, 3.0]);
        assert_eq!(places.weights(pos2(900.0, 900.0)), [12.0, -3.0]);
    }

    #[test]
    fn the_outermost_points_stand_on_the_edges() {
        let area = places().area;
        assert_eq!(nearest_point(area, [25, 13], area.left_bottom()), [0, 0]);
        assert_eq!(nearest_point(area, [25, 13], area.right_top()), [24, 12]);
        assert_eq!(nearest_point(area, [25, 13], area.center()), [12, 6]);
        assert_eq!(nearest_point(area, [25, 13], pos2(104.9, 165.1)), [0, 0], "half-way to the next is still nearer");
    }
}
