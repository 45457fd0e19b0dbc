//! Lines of one value in a map, each with its number.

use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, vec2};

use super::place::Places;
use crate::gui::theme::{Tokens, stroke, text};

/// How near to the ring or to another label a label may stand.
const APART: f32 = 22.0;

/// A line of one value.
pub struct DrawnLine<'a> {
    /// Places in the axes' units.
    pub places: &'a [[f64; 2]],
    /// Its number; lines of one number share one label.
    pub label: &'a str,
    /// Whether it is broken.
    pub is_dashed: bool,
}

/// Draws the lines, and each number once, away from the ring.
pub fn lines_ui(painter: &Painter, places: &Places, lines: &[DrawnLine<'_>], ring: Pos2, tokens: &Tokens) {
    let drawn: Vec<(&DrawnLine<'_>, Vec<Pos2>)> =
        lines.iter().map(|line| (line, line.places.iter().map(|at| places.at(*at)).collect())).collect();
    for (line, points) in &drawn {
        painter.add(Shape::line(points.clone(), Stroke::new(4.0, tokens.card)));
        let ink = Stroke::new(1.6, tokens.ink);
        if line.is_dashed {
            painter.extend(Shape::dashed_line(points, ink, 4.0, 3.0));
        } else {
            painter.add(Shape::line(points.clone(), ink));
        }
    }
    let mut taken = vec![ring];
    let mut labelled: Vec<&str> = Vec::new();
    for (line, _) in &drawn {
        if labelled.contains(&line.label) {
            continue;
        }
        labelled.push(line.label);
        let points = drawn.iter().filter(|(other, _)| other.label == line.label).flat_map(|(_, points)| points);
        let galley = painter.layout_no_wrap(line.label.to_owned(), text::semibold(text::SMALL - 1.0), tokens.ink);
        let inside = places.area.shrink2(galley.size() / 2.0 + vec2(3.0, 2.0));
        let Some(at) = label_place(points.copied(), inside, &taken) else { continue };
        taken.push(at);
        let ground = Rect::from_center_size(at, galley.size() + vec2(6.0, 1.0));
        painter.rect_filled(ground, 4.0, tokens.card);
        painter.galley(at - galley.size() / 2.0, galley, tokens.ink);
        painter.rect_stroke(ground, 4.0, Stroke::new(stroke::HAIR, tokens.hairline), eframe::egui::StrokeKind::Inside);
    }
}

/// The place on the lines for their label: inside, apart from what is taken, as near to the middle as
/// that allows. None where there is no room.
fn label_place(points: impl Iterator<Item = Pos2>, inside: Rect, taken: &[Pos2]) -> Option<Pos2> {
    let far = |at: &Pos2| taken.iter().all(|other| other.distance(*at) >= APART);
    let fits = points.filter(|at| inside.contains(*at) && far(at));
    fits.min_by(|a, b| a.distance(inside.center()).total_cmp(&b.distance(inside.center())))
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Rect, pos2};

    use super::label_place;

    #[test]
    fn a_label_keeps_away_from_the_ring_and_stays_inside() {
        let inside = Rect::from_min_max(pos2(10.0, 10.0), pos2(110.0, 60.0));
        let line = || (0..12_u8).map(|n| pos2(f32::from(n) * 10.0, 35.0));
        assert_eq!(label_place(line(), inside, &[]), Some(pos2(60.0, 35.0)));
        let beside = label_place(line(), inside, &[pos2(60.0, 35.0)]).unwrap();
        assert_eq!((beside.x - 60.0).abs(), 30.0);
        assert_eq!(label_place([pos2(5.0, 5.0)].into_iter(), inside, &[]), None);
    }
}
