//! What survives to step T over a grid of any two weights of a one-unit network.

use ndarray::Array2;
use rayon::prelude::*;

use super::one_unit::State;
use super::{NOTHING, OneUnit, Sequence};
use crate::engine::network::{Parameter, stacked};
use crate::engine::work::Work;
use crate::engine::{EngineError, NotFinite};

/// A slice runs about this many steps of the network on each thread: some milliseconds.
const STEPS_A_SLICE: usize = 30_000;

/// What a map shows at each of its points; s is h of an RNN, S of an LSTM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    /// `blue_T = ‖s_T − s'_T‖`, undivided: what got in *and* stayed.
    BlueAtT,
    /// Blue left, `blue_T / got_in`: what stayed of what got in.
    BlueLeft,
}

/// One side of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// The weight.
    pub parameter: Parameter,
    /// Its value at the first point.
    pub from: f64,
    /// Its value at the last point.
    pub to: f64,
    /// How many points, evenly apart, the ends included.
    pub points: usize,
}

/// What a map is of.
#[derive(Debug, Clone, PartialEq)]
pub struct MapRequest {
    /// The network; the axes' weights are replaced point by point.
    pub network: OneUnit,
    /// The sequence and its message.
    pub sequence: Sequence,
    /// The axis along a row of the result.
    pub x_axis: Axis,
    /// The axis along a column of the result.
    pub y_axis: Axis,
    /// What is shown.
    pub shown: Shown,
}

/// A finished map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapResult {
    /// `[y points × x points]`, both axes' `from` first. None where there is no ratio: less than
    /// [`NOTHING`] got in (blue left only).
    pub values: Array2<Option<f64>>,
}

/// The work on a map: two runs at each point, on all threads. The value at a point does not
/// depend on how many there are.
pub struct SurvivalMap {
    request: MapRequest,
    runs: Runs,
    values: Vec<Option<f64>>,
}

impl Axis {
    /// The weight's value at point `at`, from 0.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
    pub fn value(&self, at: usize) -> f64 {
        if self.points < 2 {
            return self.from;
        }
        let part = at as f64 / (self.points - 1) as f64;
        // In this form both ends come out exactly, and nothing overflows on the way.
        self.from * (1.0 - part) + self.to * part
    }

    fn check(&self, network: &mut OneUnit) -> Result<(), EngineError> {
        if self.points == 0 {
            return Err(EngineError::Empty { size: "an axis' number of points" });
        }
        for value in [self.from, self.to] {
            if !value.is_finite() {
                return Err(NotFinite { tensor: "axis", index: vec![], step: None, value }.into());
            }
        }
        let reason = "it is of the other network";
        network.get_mut(self.parameter).map(drop).ok_or(EngineError::Axis { parameter: self.parameter, reason })
    }
}

impl SurvivalMap {
    /// The work on a map, not yet begun.
    ///
    /// # Errors
    /// As [`OneUnit::check`] and [`Sequence::check`]; [`EngineError::Axis`] for a weight of the
    /// other network or the same weight twice; [`EngineError::Empty`] for an axis without points;
    /// [`EngineError::NotFinite`] for an axis' end.
    pub fn new(mut request: MapRequest) -> Result<Self, EngineError> {
        request.network.check()?;
        request.sequence.check()?;
        request.x_axis.check(&mut request.network)?;
        request.y_axis.check(&mut request.network)?;
        if request.x_axis.parameter == request.y_axis.parameter {
            let reason = "it is the other axis already";
            return Err(EngineError::Axis { parameter: request.y_axis.parameter, reason });
        }
        let runs = Runs::of(&request.sequence);
        Ok(Self { request, runs, values: Vec::new() })
    }

    fn points(&self) -> usize {
        self.request.x_axis.points.saturating_mul(self.request.y_axis.points)
    }

    /// The value at a point, counted row by row.
    fn value_at(&self, point: usize) -> Result<Option<f64>, NotFinite> {
        let MapRequest { x_axis, y_axis, shown, .. } = &self.request;
        let mut network = self.request.network;
        for (axis, at) in [(x_axis, point % x_axis.points), (y_axis, point / x_axis.points)] {
            if let Some(weight) = network.get_mut(axis.parameter) {
                *weight = axis.value(at);
            }
        }
        self.runs.value(&network, *shown)
    }

    fn finished(&mut self) -> Result<MapResult, EngineError> {
        let (rows, columns) = (self.request.y_axis.points, self.request.x_axis.points);
        let values = stacked(std::mem::take(&mut self.values), rows, columns)?;
        Ok(MapResult { values })
    }
}

impl Work for SurvivalMap {
    /// The map; the error is a guard only: σ and tanh bound a network of one unit, |S| ≤ T.
    type Output = Result<MapResult, EngineError>;

    fn step(&mut self) -> Option<Self::Output> {
        let slice = (STEPS_A_SLICE / self.runs.steps()).max(1) * rayon::current_num_threads();
        let from = self.values.len();
        let until = from.saturating_add(slice).min(self.points());
        let done: Result<Vec<_>, _> = (from..until).into_par_iter().map(|point| self.value_at(point)).collect();
        match done {
            Err(wrong) => return Some(Err(wrong.into())),
            Ok(done) => self.values.extend(done),
        }
        (until == self.points()).then(|| self.finished())
    }

    fn progress(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
        let part = self.values.len() as f32 / self.points() as f32;
        part
    }
}

/// The inputs of the two runs, split where they part: before the message they are one.
struct Runs {
    before: Vec<f64>,
    with: Vec<f64>,
    without: Vec<f64>,
}

impl Runs {
    fn of(sequence: &Sequence) -> Self {
        let (mut before, mut without) = (sequence.inputs(1.0), sequence.inputs(0.0));
        let row = sequence.message.saturating_sub(1);
        Self { with: before.split_off(row), without: without.split_off(row), before }
    }

    /// How many steps of the network a point takes.
    fn steps(&self) -> usize {
        self.before.len() + 2 * self.with.len()
    }

    fn value(&self, network: &OneUnit, shown: Shown) -> Result<Option<f64>, NotFinite> {
        let start = network.run(&self.before, 0, State::default())?;
        let (got_in_with, end_with) = self.ends(network, &self.with, start)?;
        let (got_in_without, end_without) = self.ends(network, &self.without, start)?;
        let (got_in, blue) = ((got_in_with - got_in_without).abs(), (end_with - end_without).abs());
        Ok(match shown {
            Shown::BlueAtT => Some(blue),
            Shown::BlueLeft => (got_in >= NOTHING).then(|| blue / got_in),
        })
    }

    /// The state that carries the message, at its step and at T.
    fn ends(&self, network: &OneUnit, x: &[f64], start: State) -> Result<(f64, f64), NotFinite> {
        let step = self.before.len();
        let (message, after) = x.split_at(x.len().min(1));
        let got_in = network.run(message, step, start)?;
        let end = network.run(after, step + 1, got_in)?;
        Ok((network.carrier(got_in), network.carrier(end)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, MapRequest, MapResult, Shown, SurvivalMap};
    use crate::engine::EngineError;
    use crate::engine::cell::Held;
    use crate::engine::network::{LstmUnit, Parameter, Part, Term, Wub};
    use crate::engine::survival::{OneUnit, Sequence, left};
    use crate::engine::work::finish;

    fn request(shown: Shown) -> MapRequest {
        let (i, f) = (Wub::new(12.0, 0.5, -8.0), Wub::new(0.0, 0.3, 4.0));
        let (o, g) = (Wub::new(0.0, 0.0, 2.0), Wub::new(1.5, -0.2, 0.0));
        let paints = [0.3, 0.0, 0.9, 0.0, -0.4, 0.0, 0.0].to_vec();
        let axis = |part, from, to, points| Axis { parameter: Parameter::Lstm(part, Term::B), from, to, points };
        MapRequest {
            network: OneUnit::Lstm(LstmUnit { i, f, o, g }, Held::none()),
            sequence: Sequence { paints, noise: 0.2, seed: 9, message: 3 },
            x_axis: axis(Part::F, -8.0, 8.0, 5),
            y_axis: axis(Part::I, -60.0, 8.0, 3),
            shown,
        }
    }

    fn made(shown: Shown) -> MapResult {
        finish(SurvivalMap::new(request(shown)).unwrap()).unwrap()
    }

    #[test]
    fn each_point_is_blue_left_of_its_two_runs() {
        let (blue, ratio) = (made(Shown::BlueAtT).values, made(Shown::BlueLeft).values);
        assert_eq!(blue.dim(), (3, 5), "rows are the y axis");
        let mut given = request(Shown::BlueAtT);
        let OneUnit::Lstm(unit, held) = &mut given.network else { panic!("an LSTM was asked for") };
        for ((row, column), blue) in blue.indexed_iter() {
            (unit.i.b, unit.f.b) = (-60.0 + 34.0 * row as f64, -8.0 + 4.0 * column as f64);
            let lstm = unit.lstm::<f64>(*held).unwrap();
            let run = |share| {
                let x = ndarray::Array2::from_shape_vec((7, 1), given.sequence.inputs(share)).unwrap();
                lstm.trace(x.view(), &crate::engine::cell::LstmState::zeros(1)).unwrap().s
            };
            let expected = left(run(1.0).view(), run(0.0).view(), 3).unwrap();
            assert!((blue.unwrap() - expected.blue[6]).abs() < 1e-15);
            assert_eq!(ratio[[row, column]].is_some(), expected.ratio(7).is_some());
            let difference = ratio[[row, column]].unwrap_or(0.0) - expected.ratio(7).unwrap_or(0.0);
            assert!(difference.abs() < 1e-12);
        }
    }

    #[test]
    fn where_nothing_got_in_there_is_no_ratio_but_still_a_blue() {
        assert!(made(Shown::BlueLeft).values.row(0).iter().all(Option::is_none));
        assert!(made(Shown::BlueAtT).values.row(0).iter().all(Option::is_some));
        assert!(made(Shown::BlueLeft).values.row(2).iter().all(Option::is_some));
    }

    #[test]
    fn a_weight_of_the_other_network_or_twice_the_same_is_no_axis() {
        let mut other = request(Shown::BlueAtT);
        other.x_axis.parameter = Parameter::Rnn(Term::U);
        assert!(matches!(SurvivalMap::new(other).err(), Some(EngineError::Axis { .. })));
        let mut twice = request(Shown::BlueAtT);
        twice.x_axis.parameter = twice.y_axis.parameter;
        assert!(matches!(SurvivalMap::new(twice).err(), Some(EngineError::Axis { .. })));
        let mut empty = request(Shown::BlueAtT);
        empty.y_axis.points = 0;
        assert!(matches!(SurvivalMap::new(empty).err(), Some(EngineError::Empty { .. })));
    }

    #[test]
    fn both_ends_of_an_axis_are_points_of_it() {
        let axis = Axis { parameter: Parameter::Rnn(Term::U), from: -0.3, to: 0.7, points: 7 };
        assert_eq!((axis.value(0), axis.value(6)), (-0.3, 0.7));
        assert_eq!(Axis { points: 1, ..axis }.value(0), -0.3);
    }
}
