//! One point of a map in f64: what all others are held against.

use super::Shown;
use crate::engine::NotFinite;
use crate::engine::survival::one_unit::{OneUnit, State};
use crate::engine::survival::{NOTHING, Sequence};

/// The inputs of the runs, split where they part: before the message they are one.
#[derive(Debug, Clone)]
pub(super) struct Runs {
    /// x before the message.
    pub before: Vec<f64>,
    /// x from the message's step on.
    pub with: Vec<f64>,
    /// The same, the message grey.
    pub without: Vec<f64>,
    /// The same, the message halved.
    pub half: Vec<f64>,
}

/// The state that carries the message, at its step and at T.
struct Ends {
    got_in: f64,
    at_end: f64,
}

impl Runs {
    pub fn of(sequence: &Sequence) -> Self {
        let row = sequence.message.saturating_sub(1);
        let [mut before, mut without, mut half] = [1.0, 0.0, 0.5].map(|share| sequence.inputs(share));
        let with = before.split_off(row);
        Self { with, without: without.split_off(row), half: half.split_off(row), before }
    }

    /// How many steps of the network a point takes, about.
    pub fn steps(&self) -> usize {
        self.before.len() + 2 * self.with.len()
    }

    /// The value at a point of the map, computed in f64.
    ///
    /// # Errors
    /// Where a state stopped being finite.
    pub fn value(&self, network: &OneUnit, shown: Shown) -> Result<Option<f64>, NotFinite> {
        let start = network.run(&self.before, 0, State::default())?;
        let ends = |x: &[f64]| self.ends(network, x, start);
        Ok(match shown {
            Shown::BlueAtT => Some((ends(&self.with)?.at_end - ends(&self.without)?.at_end).abs()),
            Shown::BlueLeft => left(&ends(&self.with)?, &ends(&self.without)?),
            Shown::ShadeLeft => {
                let (with, message) = (ends(&self.with)?, self.without.get(..1).unwrap_or_default());
                // A message that did not get in has no shade to lose.
                let got_in = (with.got_in - ends(message)?.got_in).abs() >= NOTHING;
                if got_in { left(&with, &ends(&self.half)?) } else { None }
            }
            Shown::Gradient => network.gradient(&self.with, self.before.len(), start)?,
        })
    }

    fn ends(&self, network: &OneUnit, x: &[f64], start: State) -> Result<Ends, NotFinite> {
        let step = self.before.len();
        let (message, after) = x.split_at(x.len().min(1));
        let got_in = network.run(message, step, start)?;
        let end = network.run(after, step + 1, got_in)?;
        Ok(Ends { got_in: network.carrier(got_in), at_end: network.carrier(end) })
    }
}

/// What is left at T of what got in; None where less than [`NOTHING`] did.
fn left(with: &Ends, without: &Ends) -> Option<f64> {
    let (got_in, blue) = ((with.got_in - without.got_in).abs(), (with.at_end - without.at_end).abs());
    (got_in >= NOTHING).then(|| blue / got_in)
}
