//! Which map of a scene is looked at: two sliders as its axes, and what is shown over them.

use super::{MAX_LENGTH, Run, Scene};
use crate::engine::EngineError;
use crate::engine::network::{Parameter, Part, Term};
use crate::engine::survival::{Along, Axis, MapRequest, OneUnit, Shown, SurvivalMap};
use crate::engine::work::finish;
use crate::working::Network;

/// The smallest gradient that a map tells from 0, as a power of ten.
pub const LEAST_POWER: i32 = -9;

/// As far as a map over T goes, where the scene is no longer.
const USUAL_LENGTH: usize = 100;

/// A map: two of a network's weights, σ and T, and what is shown over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapView {
    /// The network; weights along the axes are its.
    pub network: Network,
    /// What changes along x.
    pub x: Along,
    /// What changes along y.
    pub y: Along,
    /// What is shown.
    pub shown: Shown,
}

impl Default for MapView {
    /// Blue at T over the biases of forget gate and input gate.
    fn default() -> Self {
        Self::of(Network::Lstm)
    }
}

impl MapView {
    /// What may be shown, by its name in files and on the command line.
    pub const SHOWN: [(&'static str, Shown); 4] = [
        ("blue", Shown::BlueAtT),
        ("blue-left", Shown::BlueLeft),
        ("shade-left", Shown::ShadeLeft),
        ("gradient", Shown::Gradient),
    ];

    /// The first map of a network: `b_f × b_i` of the LSTM, `w × u` of the RNN.
    #[must_use]
    pub fn of(network: Network) -> Self {
        let (x, y) = match network {
            Network::Rnn => (Parameter::Rnn(Term::W), Parameter::Rnn(Term::U)),
            Network::Lstm => (Parameter::Lstm(Part::F, Term::B), Parameter::Lstm(Part::I, Term::B)),
        };
        Self { network, x: x.into(), y: y.into(), shown: Shown::BlueAtT }
    }

    /// The name of what is shown.
    #[must_use]
    pub fn shown_name(&self) -> &'static str {
        Self::SHOWN.into_iter().find(|(_, shown)| *shown == self.shown).map_or("", |(name, _)| name)
    }

    /// The same with the first map's axes of that network.
    #[must_use]
    pub fn over(self, network: Network) -> Self {
        Self { shown: self.shown, ..Self::of(network) }
    }

    /// The same with something else along x. A weight of the other network takes one of its own
    /// along y with it; what was along y changes places.
    #[must_use]
    pub fn with_x(self, x: Along) -> Self {
        let network = network_of(x).unwrap_or(self.network);
        let first = Self::of(network);
        let y = beside(network, x, self.y, [self.x, first.y, first.x]);
        Self { network, x, y, ..self }
    }

    /// The same with something else along y; see [`MapView::with_x`].
    #[must_use]
    pub fn with_y(self, y: Along) -> Self {
        let network = network_of(y).unwrap_or(self.network);
        let first = Self::of(network);
        let x = beside(network, y, self.x, [self.y, first.x, first.y]);
        Self { network, x, y, ..self }
    }

    /// Where a value stands between the ends of the map's scale, 0 to 1: itself, or of a gradient
    /// its power of ten from [`LEAST_POWER`] to 0.
    #[must_use]
    pub fn part(&self, value: f64) -> f64 {
        let part = match self.shown {
            Shown::Gradient => 1.0 - value.log10() / f64::from(LEAST_POWER),
            Shown::BlueAtT | Shown::BlueLeft | Shown::ShadeLeft => value,
        };
        part.clamp(0.0, 1.0)
    }
}

/// The network of a weight; σ and T are of both.
fn network_of(along: Along) -> Option<Network> {
    along.weight().map(|weight| match weight {
        Parameter::Rnn(_) => Network::Rnn,
        Parameter::Lstm(..) => Network::Lstm,
    })
}

/// What stands along the other axis once one axis has become `new`: what it was, or the first of
/// `instead` that is something else and of the same network.
fn beside(network: Network, new: Along, other: Along, instead: [Along; 3]) -> Along {
    let fits = |along: &Along| *along != new && network_of(*along).is_none_or(|of| of == network);
    std::iter::once(other).chain(instead).find(fits).unwrap_or(other)
}

impl Scene {
    /// The ends of an axis of the scene's map: a slider's whole range; of T the first hundred steps,
    /// or as many as the scene has.
    #[must_use]
    pub fn map_range(&self, along: Along) -> [f64; 2] {
        match along {
            Along::Weight(weight) => [-weight.limit(), weight.limit()],
            Along::Noise => [0.0, 1.0],
            #[expect(clippy::cast_precision_loss, reason = "at most a thousand steps")]
            Along::Length => [1.0, self.map_longest() as f64],
        }
    }

    /// The scene's map over these ranges, with so many points along each axis.
    ///
    /// What changes along the axes has a value of its own in the request, and so has the seed of a
    /// noise that there is not: two scenes have equal requests if their maps are the same.
    #[must_use]
    pub fn map_request(&self, points: usize) -> MapRequest {
        let axis = |along: Along| {
            let [from, to] = self.map_range(along);
            Axis { along, from, to, points }
        };
        let MapView { x, y, shown, network } = self.map;
        let (mut network, mut sequence) = (self.one_unit(network), self.sequence());
        if self.noise == 0.0 && ![x, y].contains(&Along::Noise) {
            sequence.seed = 0;
        }
        for along in [x, y] {
            match along {
                Along::Weight(weight) => network.get_mut(weight).into_iter().for_each(|weight| *weight = 0.0),
                Along::Noise => sequence.noise = 0.0,
                Along::Length => sequence.paints.resize(self.map_longest(), 0.0),
            }
        }
        MapRequest { network, sequence, x_axis: axis(x), y_axis: axis(y), shown }
    }

    /// How many steps a map over T goes.
    fn map_longest(&self) -> usize {
        self.length().clamp(USUAL_LENGTH, MAX_LENGTH)
    }

    /// What the scene's map shows where its weights have the values `at` (x, y), in f64.
    ///
    /// # Errors
    /// As [`SurvivalMap::new`].
    pub fn map_value(&self, at: [f64; 2]) -> Result<Option<f64>, EngineError> {
        let mut request = self.map_request(1);
        (request.x_axis.from, request.y_axis.from) = (at[0], at[1]);
        let map = finish(SurvivalMap::plain(request)?)?;
        Ok(map.values.first().copied().flatten())
    }

    /// Where the scene stands along the map's axes.
    #[must_use]
    pub fn map_place(&self) -> [f64; 2] {
        [self.map.x, self.map.y].map(|along| match along {
            Along::Weight(weight) => weight.get(&self.rnn, &self.lstm),
            Along::Noise => self.noise,
            #[expect(clippy::cast_precision_loss, reason = "at most a thousand steps")]
            Along::Length => self.length() as f64,
        })
    }

    /// Puts the scene at another place of its map, within the map's ends.
    pub fn go_on_map(&mut self, place: [f64; 2]) {
        let MapView { x, y, .. } = self.map;
        for (along, value) in [x, y].into_iter().zip(place) {
            let [from, to] = self.map_range(along);
            let value = value.clamp(from, to);
            match along {
                Along::Weight(weight) => *weight.get_mut(&mut self.rnn, &mut self.lstm) = value,
                Along::Noise => self.noise = value,
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to a thousand")]
                Along::Length => self.set_length(value.round() as usize),
            }
        }
    }

    /// One of the two networks, as the engine takes them for runs by the thousand.
    #[must_use]
    pub fn one_unit(&self, network: Network) -> OneUnit {
        match network {
            Network::Rnn => OneUnit::Rnn(self.rnn),
            Network::Lstm => OneUnit::Lstm(self.lstm, self.held),
        }
    }
}

impl Run {
    /// What a map of the scene shows at the scene's own weights. None where there is no such number.
    #[must_use]
    pub fn on_map(&self, view: MapView) -> Option<f64> {
        let last = self.length();
        let (blue, shade, gradient) = match view.network {
            Network::Rnn => (&self.rnn.blue, self.rnn.shade_left(last), &self.rnn.gradient),
            Network::Lstm => (&self.lstm.blue, self.lstm.shade_left(last), &self.lstm.gradient.s),
        };
        match view.shown {
            Shown::BlueAtT => blue.blue.last().copied(),
            Shown::BlueLeft => blue.ratio(last),
            Shown::ShadeLeft => shade,
            Shown::Gradient => gradient.at(last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: Along = Along::Weight(Parameter::Rnn(Term::W));
    const U: Along = Along::Weight(Parameter::Rnn(Term::U));
    const B: Along = Along::Weight(Parameter::Rnn(Term::B));
    const BF: Along = Along::Weight(Parameter::Lstm(Part::F, Term::B));
    const BI: Along = Along::Weight(Parameter::Lstm(Part::I, Term::B));
    const BO: Along = Along::Weight(Parameter::Lstm(Part::O, Term::B));
    const T: Along = Along::Length;
    const SIGMA: Along = Along::Noise;

    #[test]
    fn both_axes_are_always_two_things_and_weights_of_one_network() {
        let first = MapView::default();
        for (view, x, y) in [
            (first.with_x(BO), BO, BI),
            (first.with_x(BI), BI, BF),
            (first.with_y(BF), BI, BF),
            (first.with_x(W), W, U),
            (first.with_x(U), U, W),
            (first.with_y(U), W, U),
            (first.with_y(W), U, W),
            (first.with_x(B).with_y(BO), BF, BO),
            (first.with_y(B), W, B),
            (first.with_y(BF).with_y(BO), BI, BO),
            (first.with_x(T), T, BI),
            (first.with_x(T).with_y(SIGMA), T, SIGMA),
            (first.with_x(T).with_y(T), BI, T),
            (first.with_y(T).with_x(U), U, T),
        ] {
            assert_eq!((view.x, view.y), (x, y));
        }
    }

    #[test]
    fn a_map_does_not_depend_on_where_in_it_the_scene_stands() {
        let mut scene = Scene::default();
        let before = scene.map_request(8);
        (scene.lstm.f.b, scene.lstm.i.b, scene.seed, scene.rnn.u) = (1.0, 2.0, 99, -1.0);
        assert_eq!(scene.map_request(8), before);
        scene.noise = 0.1;
        assert_ne!(scene.map_request(8), before);
    }

    #[test]
    fn the_scene_stands_in_its_map_with_the_value_of_its_run() {
        let mut scene = Scene { noise: 0.2, ..Scene::default() };
        for network in [Network::Lstm, Network::Rnn] {
            for (_, shown) in MapView::SHOWN {
                scene.map = MapView { shown, ..MapView::of(network) };
                let (mapped, run) = (scene.map_value(scene.map_place()).unwrap(), Run::of(&scene).unwrap());
                let (mapped, run) = (mapped.unwrap(), run.on_map(scene.map).unwrap());
                assert!((mapped - run).abs() <= 1e-9 * run, "{shown:?} of {network:?}: {mapped} and {run}");
            }
        }
    }

    #[test]
    fn a_map_over_t_and_noise_is_what_scenes_of_that_length_and_noise_show() {
        let mut scene = Scene { noise: 0.1, seed: 3, ..Scene::default() };
        scene.paints[4] = -0.5;
        for network in [Network::Lstm, Network::Rnn] {
            for (_, shown) in MapView::SHOWN {
                scene.map = MapView { shown, ..MapView::of(network) }.with_x(T).with_y(SIGMA);
                assert_eq!(scene.map.network, network);
                let map = finish(SurvivalMap::new(scene.map_request(12)).unwrap()).unwrap();
                for (column, length) in [(0, 1), (2, 19), (11, 100)] {
                    for (row, noise) in [(0, 0.0), (11, 1.0)] {
                        let mut there = scene.clone();
                        there.go_on_map([length as f64, noise]);
                        assert_eq!((there.length(), there.noise), (length, noise));
                        let expected = Run::of(&there).unwrap().on_map(scene.map);
                        let found = map.values[[row, column]];
                        let near = match (found, expected) {
                            (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.max(1e-9),
                            (found, expected) => found.is_none() && expected.is_none(),
                        };
                        assert!(near, "{shown:?} of {network:?} at {length}, {noise}: {found:?}, {expected:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_sequence_that_ends_before_the_message_has_no_number() {
        let mut scene = Scene { message: 9, ..Scene::default() };
        scene.paints[8] = 1.0;
        scene.map = MapView::default().with_x(T);
        let map = finish(SurvivalMap::new(scene.map_request(100)).unwrap()).unwrap();
        let row = map.values.row(0);
        assert!(row.iter().take(8).all(Option::is_none) && row.iter().skip(8).all(Option::is_some));
    }

    #[test]
    fn a_gradient_is_told_by_its_power_of_ten() {
        let gradient = MapView { shown: Shown::Gradient, ..MapView::default() };
        for (value, part) in [(1.0, 1.0), (3.0, 1.0), (1e-9, 0.0), (0.0, 0.0), (10f64.powf(-4.5), 0.5)] {
            assert!((gradient.part(value) - part).abs() < 1e-12, "{value}");
        }
        assert_eq!(MapView::default().part(0.25), 0.25);
    }
}
