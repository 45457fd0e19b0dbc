//! The work on a scene's map: coarse first where it takes long, with the lines that are drawn in it.

use ndarray::Array2;

use super::{MapView, Scene};
use crate::engine::EngineError;
use crate::engine::survival::{MapRequest, MapResult, Shown, SurvivalMap, contour};
use crate::engine::work::Work;

/// Points along each axis of a map as it is shown in the end.
const FINE: usize = 96;
/// Points along each axis of the first picture, where the fine one takes long: a ninth of the work.
const COARSE: usize = 32;
/// Above this cost (steps of the network at one point, in units of the fastest kind of map) a
/// coarse picture comes first. A fine map of this cost takes some 30 ms on two cores.
const LONG: usize = 400;
/// Up to here a value is not called more than 1: a sixteenfold f32 run may be off by some 10⁻⁶.
const MORE_THAN_ONE: f64 = 1.001;

/// The work on a map.
pub struct Survey {
    view: MapView,
    request: MapRequest,
    map: SurvivalMap,
}

/// A finished map, and the lines that are drawn in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveyed {
    /// What it is a map of.
    pub view: MapView,
    /// `[y points × x points]`, from the axes' least values on; None where there is no such number.
    pub values: Array2<Option<f64>>,
    /// Lines of one value.
    pub lines: Vec<MapLine>,
    /// Whether a point has no number.
    pub has_gaps: bool,
    /// The least and the greatest number, if there is one.
    pub range: Option<(f64, f64)>,
}

/// A line along which a map has one value.
#[derive(Debug, Clone, PartialEq)]
pub struct MapLine {
    /// The value; [`Surveyed::BEYOND`] stands for "more than 1".
    pub level: f64,
    /// Places (x, y) in the axes' units.
    pub places: Vec<[f64; 2]>,
}

impl Survey {
    /// The pieces of work on a scene's map, each finer than the one before; the last is the map.
    ///
    /// # Errors
    /// As [`SurvivalMap::new`].
    pub fn of(scene: &Scene) -> Result<Vec<Self>, EngineError> {
        let cost = steps_of(scene) * cost_of(scene.map);
        let grids = if cost > LONG { vec![COARSE, FINE] } else { vec![FINE] };
        grids.into_iter().map(|points| Self::with_points(scene, points)).collect()
    }

    /// The work on a scene's map with so many points along each axis.
    ///
    /// # Errors
    /// As [`SurvivalMap::new`].
    pub fn with_points(scene: &Scene, points: usize) -> Result<Self, EngineError> {
        let request = scene.map_request(points);
        Ok(Self { view: scene.map, map: SurvivalMap::new(request.clone())?, request })
    }

    fn surveyed(&self, map: MapResult) -> Surveyed {
        let values = map.values;
        // Between two points a gradient changes by its power of ten.
        let gradient = self.view.shown == Shown::Gradient;
        let scaled = |value: f64| if gradient { value.max(f64::MIN_POSITIVE).log10() } else { value };
        let heights = values.mapv(|value| value.map(scaled));
        let lines = Surveyed::levels(self.view.shown).into_iter().flat_map(|level| {
            let places = contour(&heights, scaled(level)).into_iter().map(|line| self.places(&line));
            places.map(move |places| MapLine { level, places })
        });
        let numbers = values.iter().flatten().copied();
        let range =
            numbers.map(|value| (value, value)).reduce(|(least, most), (value, _)| (least.min(value), most.max(value)));
        let has_gaps = values.iter().any(Option::is_none);
        Surveyed { view: self.view, lines: lines.collect(), has_gaps, range, values }
    }

    /// Places in the weights' units from places between the points.
    fn places(&self, line: &[[f64; 2]]) -> Vec<[f64; 2]> {
        let MapRequest { x_axis, y_axis, .. } = &self.request;
        #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
        let along = |from: f64, to: f64, points: usize, at: f64| from + (to - from) * at / (points.max(2) - 1) as f64;
        line.iter()
            .map(|[x, y]| {
                [along(x_axis.from, x_axis.to, x_axis.points, *x), along(y_axis.from, y_axis.to, y_axis.points, *y)]
            })
            .collect()
    }
}

impl Surveyed {
    /// The level of the line beyond which a value is more than 1, where the colour has come to its
    /// end.
    pub const BEYOND: f64 = MORE_THAN_ONE;

    /// The values that lines are drawn for: one half, and more than 1; of a gradient 10⁻³ and 10⁻⁶.
    ///
    /// Half of blue at T is half a paint, of the shares half of what got in.
    #[must_use]
    pub fn levels(shown: Shown) -> [f64; 2] {
        match shown {
            Shown::Gradient => [1e-3, 1e-6],
            Shown::BlueAtT | Shown::BlueLeft | Shown::ShadeLeft => [0.5, Self::BEYOND],
        }
    }
}

/// How many steps the network takes at a point, at most.
fn steps_of(scene: &Scene) -> usize {
    let request = scene.map_request(1);
    request.sequence.paints.len()
}

/// What a step of the network costs at one point, in units of the fastest kind of map.
fn cost_of(view: MapView) -> usize {
    match view.shown {
        // Where the sequence itself is another at each point, each is run in f64.
        _ if view.x.weight().is_none() || view.y.weight().is_none() => 8,
        Shown::BlueAtT => 1,
        // Where little got in, each point is run in f64.
        Shown::BlueLeft | Shown::ShadeLeft => 4,
        Shown::Gradient => 8,
    }
}

impl Work for Survey {
    /// The map; errors as those of [`SurvivalMap`].
    type Output = Result<Surveyed, EngineError>;

    fn step(&mut self) -> Option<Self::Output> {
        let done = self.map.step()?;
        Some(done.map(|map| self.surveyed(map)))
    }

    fn progress(&self) -> f32 {
        self.map.progress()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::work::finish;
    use crate::scene::Run;

    fn surveyed(scene: &Scene) -> Surveyed {
        finish(Survey::of(scene).unwrap().pop().unwrap()).unwrap()
    }

    #[test]
    fn on_the_line_of_one_half_half_a_paint_is_left() {
        let scene = Scene::default();
        let map = surveyed(&scene);
        let half: Vec<_> = map.lines.iter().filter(|line| line.level == 0.5).collect();
        assert!(!half.is_empty());
        for [x, y] in half.iter().flat_map(|line| &line.places) {
            let mut there = scene.clone();
            (there.lstm.f.b, there.lstm.i.b) = (*x, *y);
            let blue = Run::of(&there).unwrap().on_map(scene.map).unwrap();
            assert!((blue - 0.5).abs() < 0.03, "{blue} at {x}, {y}: between two points it is taken as straight");
        }
    }

    #[test]
    fn a_long_map_is_coarse_first_and_then_fine() {
        let mut scene = Scene::default();
        assert_eq!(Survey::of(&scene).unwrap().len(), 1);
        scene.set_length(1000);
        let sizes: Vec<_> = Survey::of(&scene).unwrap().iter().map(|survey| survey.request.x_axis.points).collect();
        assert_eq!(sizes, [COARSE, FINE]);
    }

    #[test]
    fn where_nothing_got_in_a_share_has_gaps_and_blue_has_none() {
        let mut scene = Scene::default();
        scene.paints[0] = 0.0;
        let grey = surveyed(&scene);
        assert_eq!((grey.has_gaps, grey.range), (false, Some((0.0, 0.0))));
        scene.map.shown = Shown::BlueLeft;
        let grey = surveyed(&scene);
        assert_eq!((grey.has_gaps, grey.range), (true, None));
    }
}
