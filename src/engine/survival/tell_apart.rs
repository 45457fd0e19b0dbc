//! Whether somebody who sees only the end can tell that there was a message.

use std::mem;

use rayon::prelude::*;

use super::{OneUnit, Sequence};
use crate::engine::work::Work;
use crate::engine::{EngineError, NotFinite};

/// How many ends with the message, and as many without, are compared.
pub const ENDS: usize = 2000;

/// A slice runs about this many steps of the network on each thread: some milliseconds.
const STEPS_A_SLICE: usize = 30_000;

/// The share of ends that a threshold judges right, from 0 to 1.
///
/// [`ENDS`] runs with the message and as many with it made grey, each with noise of its own, end
/// in as many states (h of an RNN, S of an LSTM). The threshold lies halfway between the two
/// medians; the message's side is that of its own median. An end exactly on the threshold is half
/// right; equal medians give 0.5, a coin. The seeds follow from the sequence's, so the share is
/// the same on every run and on any number of threads.
pub struct TellApart {
    network: OneUnit,
    sequence: Sequence,
    ends: Vec<f64>,
}

impl TellApart {
    /// The comparison for one network and one sequence with noise.
    ///
    /// # Errors
    /// As [`OneUnit::check`] and [`Sequence::check`]; [`EngineError::Range`] for σ = 0, where all
    /// ends of a kind are one.
    pub fn new(network: OneUnit, sequence: Sequence) -> Result<Self, EngineError> {
        network.check()?;
        sequence.check()?;
        if sequence.noise == 0.0 {
            return Err(EngineError::Range { what: "σ", value: 0.0, allowed: "noise, a number above 0," });
        }
        Ok(Self { network, sequence, ends: Vec::with_capacity(2 * ENDS) })
    }

    /// End number `at`: the first [`ENDS`] are with the message, the others without.
    fn end(&self, at: usize) -> Result<f64, NotFinite> {
        let share = if at < ENDS { 1.0 } else { 0.0 };
        // Whole ranges of seeds, so that neighbouring scene seeds have no noise in common.
        let seed = self.sequence.seed.wrapping_mul(2 * ENDS as u64).wrapping_add(at as u64);
        self.network.end(&self.sequence.inputs_with_seed(share, seed))
    }
}

impl Work for TellApart {
    /// The share judged right; the error is a guard only: σ and tanh bound a network of one unit.
    type Output = Result<f64, EngineError>;

    fn step(&mut self) -> Option<Self::Output> {
        let length = self.sequence.paints.len();
        let slice = (STEPS_A_SLICE / length).max(1) * rayon::current_num_threads();
        let until = (self.ends.len() + slice).min(2 * ENDS);
        let ends: Result<Vec<f64>, NotFinite> =
            (self.ends.len()..until).into_par_iter().map(|at| self.end(at)).collect();
        match ends {
            Err(wrong) => return Some(Err(wrong.into())),
            Ok(ends) => self.ends.extend(ends),
        }
        if self.ends.len() < 2 * ENDS {
            return None;
        }
        let without = self.ends.split_off(ENDS);
        Some(Ok(share_judged_right(mem::take(&mut self.ends), without)))
    }

    fn progress(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand ends")]
        let part = self.ends.len() as f32 / (2 * ENDS) as f32;
        part
    }
}

/// The share of all ends that lie on their own side of the threshold.
fn share_judged_right(mut with: Vec<f64>, mut without: Vec<f64>) -> f64 {
    let (blue, grey) = (median(&mut with), median(&mut without));
    if blue == grey {
        return 0.5;
    }
    let threshold = f64::midpoint(blue, grey);
    let towards = if blue > grey { 1.0 } else { -1.0 };
    let right = |past_threshold: f64| match past_threshold * towards {
        0.0 => 0.5,
        past if past > 0.0 => 1.0,
        _ => 0.0,
    };
    let told: f64 = with.iter().map(|end| right(end - threshold)).sum();
    let left_alone: f64 = without.iter().map(|end| 1.0 - right(end - threshold)).sum();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand ends")]
    let all = (with.len() + without.len()) as f64;
    (told + left_alone) / all
}

/// The middle value; of an even number, halfway between the middle two.
fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let upper = values.len() / 2;
    let lower = upper - usize::from(values.len().is_multiple_of(2));
    match (values.get(lower), values.get(upper)) {
        (Some(lower), Some(upper)) => f64::midpoint(*lower, *upper),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{median, share_judged_right};

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&mut [4.0, 1.0, 3.0, 2.0]), 2.5);
    }

    #[test]
    fn the_messages_side_is_that_of_its_median() {
        assert_eq!(share_judged_right(vec![1.0, 2.0, 3.0], vec![-1.0, -2.0, -3.0]), 1.0);
        assert_eq!(share_judged_right(vec![-1.0, -2.0, -3.0], vec![1.0, 2.0, 3.0]), 1.0);
    }

    #[test]
    fn each_end_on_the_wrong_side_counts_against_it() {
        // medians 2 and 0, threshold 1: of the six, 0.5 with and 7 without are wrong
        assert_eq!(share_judged_right(vec![0.5, 2.0, 3.0], vec![-1.0, 0.0, 7.0]), 4.0 / 6.0);
    }

    #[test]
    fn equal_medians_are_a_coin_and_an_end_on_the_threshold_half_right() {
        assert_eq!(share_judged_right(vec![-5.0, 1.0, 1.0], vec![1.0, 1.0, 9.0]), 0.5);
        assert_eq!(share_judged_right(vec![1.0, 2.0, 2.0], vec![0.0, 0.0, 0.0]), 5.5 / 6.0);
    }
}
