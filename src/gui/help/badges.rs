//! Where numbers stand on the page: each at its element, none on another.

use eframe::egui::{Pos2, Rect, Vec2, vec2};

/// How many rings of places are tried round an element's middle.
const RINGS: u8 = 40;
/// How many places on each ring.
const ON_A_RING: u8 = 16;

/// A place for the number of each element, in the order given: in a corner or at an edge of it if
/// that is free, else as near as there is room. Small elements choose first.
#[must_use]
pub fn placed(elements: &[Rect], radius: f32, within: Rect) -> Vec<Pos2> {
    let mut order: Vec<usize> = (0..elements.len()).collect();
    let area = |at: &usize| elements.get(*at).map_or(0.0, Rect::area);
    order.sort_by(|a, b| area(a).total_cmp(&area(b)));
    let room = within.shrink(radius);
    let mut taken: Vec<Pos2> = Vec::new();
    let mut places = vec![within.center(); elements.len()];
    for at in order {
        let Some(element) = elements.get(at) else { continue };
        let free = |place: &Pos2| {
            room.contains(*place) && taken.iter().all(|other| other.distance(*place) >= 2.0 * radius + 1.0)
        };
        // A number should not stand on another small element, or on its label.
        let clear = |place: &Pos2| {
            let mut others = elements.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
            others.all(|other| is_large(*other, radius) || other.distance_to_pos(*place) >= radius * 0.7)
        };
        let near = || at_edges(*element, radius).chain(around(*element, radius).take(usize::from(ON_A_RING) * 2));
        let place = near()
            .find(|place| free(place) && clear(place))
            .or_else(|| near().find(free))
            .or_else(|| around(*element, radius).find(free));
        if let (Some(place), Some(slot)) = (place, places.get_mut(at)) {
            *slot = place;
            taken.push(place);
        }
    }
    places
}

/// The corners and edges of an element, then its middle.
fn at_edges(element: Rect, radius: f32) -> impl Iterator<Item = Pos2> {
    let out = element.expand(radius * 0.5);
    let large = is_large(element, radius) && element.height() > 6.0 * radius;
    // In a large element the number stands inside, where it is clear whose it is.
    let edge = if large { element.shrink(radius * 1.4) } else { out };
    [
        edge.left_top(),
        edge.right_top(),
        edge.left_bottom(),
        edge.right_bottom(),
        edge.center_top(),
        edge.center_bottom(),
        edge.left_center(),
        edge.right_center(),
        element.center(),
    ]
    .into_iter()
}

/// Whether an element has room for the numbers of others, too.
fn is_large(element: Rect, radius: f32) -> bool {
    element.area() > 48.0 * radius * radius
}

/// Places on wider and wider rings round an element.
fn around(element: Rect, radius: f32) -> impl Iterator<Item = Pos2> {
    (1..=RINGS).flat_map(move |ring| {
        (0..ON_A_RING).map(move |n| {
            let angle = f32::from(n) / f32::from(ON_A_RING) * std::f32::consts::TAU;
            let half = element.size() / 2.0 * angle_size(angle);
            element.center() + half + Vec2::angled(angle) * radius * f32::from(ring)
        })
    })
}

/// The direction of an angle, to reach a rectangle's edge in it.
fn angle_size(angle: f32) -> Vec2 {
    vec2(angle.cos(), angle.sin())
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;

    #[test]
    fn numbers_never_overlap_and_stay_in_view() {
        let within = Rect::from_min_size(Pos2::ZERO, vec2(600.0, 400.0));
        // Elements upon each other, in a corner, and one that fills the view.
        let mut elements = vec![Rect::from_min_size(pos2(590.0, 2.0), vec2(10.0, 10.0)); 12];
        elements.extend((0..20_u8).map(|n| Rect::from_min_size(pos2(f32::from(n) * 9.0, 100.0), vec2(8.0, 8.0))));
        elements.push(within);
        let places = placed(&elements, 8.0, within);
        assert_eq!(places.len(), elements.len());
        for (at, place) in places.iter().enumerate() {
            assert!(within.shrink(7.9).contains(*place), "{place:?}");
            for other in &places[at + 1..] {
                assert!(place.distance(*other) >= 16.9, "{place:?} and {other:?}");
            }
        }
    }

    #[test]
    fn a_number_alone_stands_at_its_element() {
        let element = Rect::from_min_size(pos2(100.0, 100.0), vec2(20.0, 20.0));
        let places = placed(&[element], 8.0, Rect::from_min_size(Pos2::ZERO, vec2(600.0, 400.0)));
        assert!(element.expand(8.0).contains(places[0]));
    }
}
