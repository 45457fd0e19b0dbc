//! Which map of a scene is looked at: two weights as its axes, and what is shown over them.

use super::{Run, Scene};
use crate::engine::EngineError;
use crate::engine::network::{Parameter, Part, Term};
use crate::engine::survival::{Axis, MapRequest, OneUnit, Shown, SurvivalMap};
use crate::engine::work::finish;
use crate::working::Network;

/// The smallest gradient that a map tells from 0, as a power of ten.
pub const LEAST_POWER: i32 = -9;

/// A map: two weights of one network, and what is shown over them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapView {
    /// The weight along x.
    pub x: Parameter,
    /// The weight along y.
    pub y: Parameter,
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
        Self { x, y, shown: Shown::BlueAtT }
    }

    /// The network that both weights are of.
    #[must_use]
    pub fn network(&self) -> Network {
        network_of(self.x)
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

    /// The same with another weight along x. A weight of the other network takes one of its own
    /// along y with it; the weight that was along y changes places.
    #[must_use]
    pub fn with_x(self, x: Parameter) -> Self {
        let first = Self::of(network_of(x));
        let y = beside(x, self.y, [self.x, first.y, first.x]);
        Self { x, y, ..self }
    }

    /// The same with another weight along y; see [`MapView::with_x`].
    #[must_use]
    pub fn with_y(self, y: Parameter) -> Self {
        let first = Self::of(network_of(y));
        let x = beside(y, self.x, [self.y, first.x, first.y]);
        Self { x, y, ..self }
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

fn network_of(parameter: Parameter) -> Network {
    match parameter {
        Parameter::Rnn(_) => Network::Rnn,
        Parameter::Lstm(..) => Network::Lstm,
    }
}

/// The weight for the other axis once one axis has become `new`: as it is, or the first of `instead`
/// that is another weight of the same network.
fn beside(new: Parameter, other: Parameter, instead: [Parameter; 3]) -> Parameter {
    let fits = |weight: &Parameter| *weight != new && network_of(*weight) == network_of(new);
    std::iter::once(other).chain(instead).find(fits).unwrap_or(other)
}

impl Scene {
    /// The scene's map over the sliders' whole ranges, with so many points along each axis.
    ///
    /// The two weights themselves are 0 in the request, and so is the seed of a noise that there is
    /// not: two scenes have equal requests if their maps are the same.
    #[must_use]
    pub fn map_request(&self, points: usize) -> MapRequest {
        let axis = |parameter: Parameter| {
            let limit = parameter.limit();
            Axis { parameter, from: -limit, to: limit, points }
        };
        let MapView { x, y, shown } = self.map;
        let mut request = MapRequest {
            network: self.one_unit(self.map.network()),
            sequence: self.sequence(),
            x_axis: axis(x),
            y_axis: axis(y),
            shown,
        };
        [x, y]
            .into_iter()
            .filter_map(|weight| request.network.get_mut(weight).map(|weight| *weight = 0.0))
            .for_each(drop);
        if self.noise == 0.0 {
            request.sequence.seed = 0;
        }
        request
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

    /// The values of the two weights that are the map's axes.
    #[must_use]
    pub fn map_place(&self) -> [f64; 2] {
        [self.map.x, self.map.y].map(|weight| weight.get(&self.rnn, &self.lstm))
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
        let (blue, shade, gradient) = match view.network() {
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

    const W: Parameter = Parameter::Rnn(Term::W);
    const U: Parameter = Parameter::Rnn(Term::U);
    const B: Parameter = Parameter::Rnn(Term::B);
    const BF: Parameter = Parameter::Lstm(Part::F, Term::B);
    const BI: Parameter = Parameter::Lstm(Part::I, Term::B);
    const BO: Parameter = Parameter::Lstm(Part::O, Term::B);

    #[test]
    fn both_axes_are_always_two_weights_of_one_network() {
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
    fn a_gradient_is_told_by_its_power_of_ten() {
        let gradient = MapView { shown: Shown::Gradient, ..MapView::default() };
        for (value, part) in [(1.0, 1.0), (3.0, 1.0), (1e-9, 0.0), (0.0, 0.0), (10f64.powf(-4.5), 0.5)] {
            assert!((gradient.part(value) - part).abs() < 1e-12, "{value}");
        }
        assert_eq!(MapView::default().part(0.25), 0.25);
    }
}
