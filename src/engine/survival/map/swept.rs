//! Sixteen points of a map at once, in f32.

use super::plain::Runs;
use super::{MapRequest, Shown};
use crate::engine::cell::Held;
use crate::engine::kernel::{LANES, LIMIT, Lanes, Level, LstmTile, RnnTile, TileState, inputs, lstm_along, rnn_along};
use crate::engine::survival::{ALMOST_NOTHING, OneUnit};

/// The inputs of the runs as the kernel takes them, and the instruction set that it uses.
#[derive(Debug, Clone)]
pub(super) struct Swept {
    level: Level,
    before: Vec<f32>,
    with: Vec<f32>,
    without: Vec<f32>,
    half: Vec<f32>,
}

/// The states that carry the message, at its step and at T.
struct Ends {
    got_in: Lanes,
    at_end: Lanes,
}

/// Networks of one kind.
#[expect(clippy::large_enum_variant, reason = "one lies on the stack while its sixteen points are computed")]
enum Tile {
    Rnn(RnnTile),
    Lstm(LstmTile),
}

impl Swept {
    /// None where the plain form has to do it: a gradient, which spans more powers of ten than an
    /// f32 has, and numbers beyond [`LIMIT`].
    pub fn of(request: &MapRequest, runs: &Runs) -> Option<Self> {
        let MapRequest { network, x_axis, y_axis, shown, .. } = request;
        let ends = [x_axis, y_axis].into_iter().flat_map(|axis| [axis.from, axis.to]);
        let paints = [&runs.before, &runs.with, &runs.without, &runs.half].into_iter().flatten().copied();
        let fits = network.weights().chain(ends).chain(paints).all(|value| value.abs() <= LIMIT);
        (fits && *shown != Shown::Gradient).then(|| Self {
            level: Level::new(),
            before: inputs(&runs.before),
            with: inputs(&runs.with),
            without: inputs(&runs.without),
            half: inputs(&runs.half),
        })
    }

    /// The values at up to [`LANES`] points. None where the plain form has to do it: what got in is
    /// so little that the quotient would magnify the rounding.
    pub fn values(&self, networks: &[OneUnit], shown: Shown) -> [Option<f64>; LANES] {
        let tile = Tile::of(networks);
        let mut start = TileState::default();
        tile.along(self.level, &self.before, &mut start);
        let ends = |x: &[f32]| self.ends(&tile, x, start);
        let with = ends(&self.with);
        let mut values = [None; LANES];
        match shown {
            Shown::BlueAtT => {
                let without = ends(&self.without);
                let blue = differences(&with.at_end, &without.at_end);
                values.iter_mut().zip(blue).for_each(|(value, blue)| *value = Some(blue));
            }
            Shown::BlueLeft => left(&mut values, &with, &ends(&self.without)),
            Shown::ShadeLeft => {
                left(&mut values, &with, &ends(&self.half));
                let message = ends(self.without.get(..1).unwrap_or_default());
                let got_in = differences(&with.got_in, &message.got_in);
                values.iter_mut().zip(got_in).filter(|(_, got_in)| *got_in < ALMOST_NOTHING).for_each(|(value, _)| {
                    *value = None;
                });
            }
            Shown::Gradient => {}
        }
        values
    }

    fn ends(&self, tile: &Tile, x: &[f32], mut state: TileState) -> Ends {
        let (message, after) = x.split_at(x.len().min(1));
        tile.along(self.level, message, &mut state);
        let got_in = tile.carrier(&state);
        tile.along(self.level, after, &mut state);
        Ends { got_in, at_end: tile.carrier(&state) }
    }
}

impl Tile {
    /// The networks of a map's point and its neighbours, which are all of one kind.
    fn of(networks: &[OneUnit]) -> Self {
        let held = networks.iter().find_map(|network| match network {
            OneUnit::Rnn(_) => None,
            OneUnit::Lstm(_, held) => Some(*held),
        });
        let rnns = networks.iter().filter_map(|network| match network {
            OneUnit::Rnn(rnn) => Some(*rnn),
            OneUnit::Lstm(..) => None,
        });
        let lstms = networks.iter().filter_map(|network| match network {
            OneUnit::Rnn(_) => None,
            OneUnit::Lstm(lstm, _) => Some(*lstm),
        });
        held.map_or_else(|| Self::Rnn(RnnTile::of(rnns)), |held: Held<f64>| Self::Lstm(LstmTile::of(lstms, held)))
    }

    fn along(&self, level: Level, x: &[f32], state: &mut TileState) {
        let state = std::slice::from_mut(state);
        match self {
            Self::Rnn(tile) => rnn_along(level, std::slice::from_ref(tile), x, state),
            Self::Lstm(tile) => lstm_along(level, std::slice::from_ref(tile), x, state),
        }
    }

    /// h of RNNs, S of LSTMs.
    fn carrier(&self, state: &TileState) -> Lanes {
        match self {
            Self::Rnn(_) => state.h,
            Self::Lstm(_) => state.s,
        }
    }
}

fn differences(with: &Lanes, without: &Lanes) -> impl Iterator<Item = f64> {
    with.iter().zip(without).map(|(with, without)| (f64::from(*with) - f64::from(*without)).abs())
}

/// What is left at T of what got in, where that is not almost nothing.
fn left(values: &mut [Option<f64>; LANES], with: &Ends, without: &Ends) {
    let got_in = differences(&with.got_in, &without.got_in);
    let blue = differences(&with.at_end, &without.at_end);
    for ((value, got_in), blue) in values.iter_mut().zip(got_in).zip(blue) {
        *value = (got_in >= ALMOST_NOTHING).then(|| blue / got_in);
    }
}
