//! What survives to step T over a grid of any two weights of a one-unit network, or of σ and T.
//!
//! Two forms of the same: *plain*, each point in f64, and *swept*, sixteen points at once in f32,
//! which is what a window can do again at every frame.

mod axis;
mod contour;
mod plain;
mod swept;
#[cfg(test)]
mod tests;

use ndarray::Array2;
use rayon::prelude::*;

pub use axis::{Along, Axis};
pub use contour::{Line, contour};
use plain::Runs;
use swept::Swept;

use super::{OneUnit, Sequence};
use crate::engine::kernel::LANES;
use crate::engine::network::stacked;
use crate::engine::work::Work;
use crate::engine::{EngineError, NotFinite};

/// A slice of plain points takes about this many steps on each thread, 40 ns each.
const PLAIN_STEPS: usize = 80_000;

/// A slice of swept points, none of which falls back to the plain form, takes this many: 2 to 6 ns
/// each.
const SWEPT_STEPS: usize = 640_000;

/// What a map shows at each of its points; s is h of an RNN, S of an LSTM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    /// `blue_T = ‖s_T − s'_T‖`, undivided: what got in *and* stayed.
    BlueAtT,
    /// Blue left, `blue_T / got_in`: what stayed of what got in.
    BlueLeft,
    /// Shade left: the same against the message halved. Can one still tell how blue it was?
    ShadeLeft,
    /// `‖∂s_T/∂x_m‖`, exactly: where could a network still learn what the message should do?
    Gradient,
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
    /// `[y points × x points]`, both axes' `from` first. None where there is no such number: less
    /// than [`NOTHING`](super::NOTHING) got in (of a ratio), or the gradient left f64 on the way.
    pub values: Array2<Option<f64>>,
}

/// The work on a map: two runs at each point, on all threads. The value at a point does not
/// depend on how many there are.
pub struct SurvivalMap {
    request: MapRequest,
    runs: Runs,
    swept: Option<Swept>,
    values: Vec<Option<f64>>,
}

impl SurvivalMap {
    /// The work on a map, not yet begun, through the [kernel](crate::engine::kernel).
    ///
    /// Blue at T comes out in f32. Blue left and shade left do so where at least
    /// [`ALMOST_NOTHING`](super::ALMOST_NOTHING) got in, and are computed in f64 elsewhere; so are
    /// the gradient and maps with weights beyond [`LIMIT`](crate::engine::kernel::LIMIT).
    ///
    /// # Errors
    /// As [`OneUnit::check`] and [`Sequence::check`]; [`EngineError::Axis`] for a weight of the
    /// other network or the same weight twice; [`EngineError::Empty`] for an axis without points;
    /// [`EngineError::NotFinite`] for an axis' end.
    pub fn new(request: MapRequest) -> Result<Self, EngineError> {
        let mut map = Self::plain(request)?;
        // Sixteen networks at once run through one and the same sequence.
        if !map.moves_sequence() {
            map.swept = Swept::of(&map.request, &map.runs);
        }
        Ok(map)
    }

    /// [`SurvivalMap::new`] with every point in f64: for a table, and to hold the other against.
    ///
    /// # Errors
    /// As [`SurvivalMap::new`].
    pub fn plain(mut request: MapRequest) -> Result<Self, EngineError> {
        request.network.check()?;
        request.sequence.check()?;
        request.x_axis.check(&mut request.network)?;
        request.y_axis.check(&mut request.network)?;
        if request.x_axis.along == request.y_axis.along {
            let reason = "it is the other axis already";
            return Err(EngineError::Axis { along: request.y_axis.along, reason });
        }
        let runs = Runs::of(&request.sequence);
        Ok(Self { request, runs, swept: None, values: Vec::new() })
    }

    fn points(&self) -> usize {
        self.request.x_axis.points.saturating_mul(self.request.y_axis.points)
    }

    /// How many points a slice has: whole tiles, some milliseconds on each thread.
    fn slice(&self) -> usize {
        // A ratio can fall back to the plain form at every point.
        let steps =
            if self.swept.is_some() && self.request.shown == Shown::BlueAtT { SWEPT_STEPS } else { PLAIN_STEPS };
        (steps / (self.steps() * LANES)).max(1) * LANES * rayon::current_num_threads()
    }

    /// How many steps of the network a point takes, about, at most.
    fn steps(&self) -> usize {
        let longest = self.request.x_axis.longest().max(self.request.y_axis.longest());
        // Each of them is drawn anew as well.
        if self.moves_sequence() { 4 * longest.max(self.runs.steps()) } else { self.runs.steps() }
    }

    /// Whether the sequence is another from point to point.
    fn moves_sequence(&self) -> bool {
        [&self.request.x_axis, &self.request.y_axis].iter().any(|axis| axis.along.weight().is_none())
    }

    /// The axes, each with where a point stands along it; points are counted row by row.
    fn axes_at(&self, point: usize) -> [(&Axis, usize); 2] {
        let MapRequest { x_axis, y_axis, .. } = &self.request;
        [(x_axis, point % x_axis.points), (y_axis, point / x_axis.points)]
    }

    fn network_at(&self, point: usize) -> OneUnit {
        let mut network = self.request.network;
        self.axes_at(point).into_iter().for_each(|(axis, at)| axis.put_weight(at, &mut network));
        network
    }

    fn sequence_at(&self, point: usize) -> Sequence {
        let mut sequence = self.request.sequence.clone();
        self.axes_at(point).into_iter().for_each(|(axis, at)| axis.put_input(at, &mut sequence));
        sequence
    }

    /// The value at a point in f64.
    fn plain_value(&self, point: usize, network: &OneUnit) -> Result<Option<f64>, NotFinite> {
        let shown = self.request.shown;
        if !self.moves_sequence() {
            return self.runs.value(network, shown);
        }
        let sequence = self.sequence_at(point);
        // In a sequence that ends before the message there is nothing to ask for.
        if sequence.message > sequence.paints.len() {
            return Ok(None);
        }
        Runs::of(&sequence).value(network, shown)
    }

    /// The values of up to [`LANES`] points from `first` on.
    fn tile(&self, first: usize) -> Result<Vec<Option<f64>>, NotFinite> {
        let shown = self.request.shown;
        let points = first..self.points().min(first + LANES);
        let networks: Vec<_> = points.clone().map(|point| self.network_at(point)).collect();
        let swept = self.swept.as_ref().map_or([None; LANES], |swept| swept.values(&networks, shown));
        let plain = |((point, network), value): ((usize, &OneUnit), Option<f64>)| match value {
            Some(value) => Ok(Some(value)),
            None => self.plain_value(point, network),
        };
        points.zip(&networks).zip(swept).map(plain).collect()
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
        let from = self.values.len();
        let until = from.saturating_add(self.slice()).min(self.points());
        let tiles = (from..until).into_par_iter().step_by(LANES);
        let done: Result<Vec<_>, _> = tiles.map(|first| self.tile(first)).collect();
        match done {
            Err(wrong) => return Some(Err(wrong.into())),
            Ok(done) => self.values.extend(done.into_iter().flatten()),
        }
        (until == self.points()).then(|| self.finished())
    }

    fn progress(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
        let part = self.values.len() as f32 / self.points() as f32;
        part
    }
}
