//! What a horizon is of: who takes part, at which lengths, with which seeds.

use super::{RACERS, Racer, operations};
use crate::engine::training::Setup;

/// The sequence lengths of a horizon unless others are chosen.
pub const HORIZON_LENGTHS: [usize; 6] = [5, 10, 20, 50, 100, 200];
/// The seeds likewise: nothing is claimed from one.
pub const HORIZON_SEEDS: [u64; 5] = [1, 2, 3, 4, 5];
/// The training steps of a run likewise.
///
/// Long enough that who can learn a length has learned it: chrono solves T = 200 within 1,000 steps.
/// Who has not by then is either still on the way (an LSTM with +4 at T = 100 takes 1,600 to 5,600)
/// or gets nowhere: with +1 an LSTM never solved T = 50.
pub const HORIZON_STEPS: usize = 1500;

/// What a horizon is of.
#[derive(Debug, Clone, PartialEq)]
pub struct HorizonRequest {
    /// Who takes part.
    pub racers: Vec<Racer>,
    /// The seeds of each racer's runs.
    pub seeds: Vec<u64>,
    /// The sequence lengths T.
    pub lengths: Vec<usize>,
    /// The training steps of each run.
    pub steps: usize,
    /// Everything else that runs have in common; cell, start, seed and length are replaced.
    pub setup: Setup,
}

impl Default for HorizonRequest {
    fn default() -> Self {
        Self {
            racers: RACERS.to_vec(),
            seeds: HORIZON_SEEDS.to_vec(),
            lengths: HORIZON_LENGTHS.to_vec(),
            steps: HORIZON_STEPS,
            setup: Setup::default(),
        }
    }
}

impl HorizonRequest {
    /// Its runs: racer by racer, of each its seeds, of each the lengths.
    #[must_use]
    pub fn runs(&self) -> Vec<Setup> {
        let mut runs = Vec::with_capacity(self.racers.len() * self.seeds.len() * self.lengths.len());
        for Racer { kind, start } in self.racers.iter().copied() {
            for seed in self.seeds.iter().copied() {
                let run = |length: &usize| Setup { kind, start, seed, length: *length, ..self.setup };
                runs.extend(self.lengths.iter().map(run));
            }
        }
        runs
    }

    /// About how many floating-point operations all of its runs take.
    #[must_use]
    pub fn operations(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "some thousands of training steps")]
        let steps = self.steps as f64;
        steps * self.runs().iter().map(operations).sum::<f64>()
    }

    /// Part `number`, from 1, of `of` parts of [`HorizonRequest::runs`] that cost about the same.
    ///
    /// The parts follow each other without a gap, so that their results do too. Where there are more
    /// parts than runs some are empty.
    #[must_use]
    pub fn shard(&self, number: usize, of: usize) -> Vec<Setup> {
        let runs = self.runs();
        let all: f64 = runs.iter().map(operations).sum();
        let mut before = 0.0;
        // A run belongs to the part that the middle of its work lies in.
        let part = |run: &Setup| {
            let middle = before + 0.5 * operations(run);
            before += operations(run);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to the number of parts"
            )]
            #[expect(clippy::cast_precision_loss, reason = "nobody has 2⁵³ machines")]
            let part = (middle / all * of as f64) as usize;
            part.min(of.saturating_sub(1)) + 1
        };
        let parts: Vec<usize> = runs.iter().map(part).collect();
        runs.into_iter().zip(parts).filter(|(_, part)| *part == number).map(|(run, _)| run).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shards_of_any_number_follow_each_other_and_leave_nothing_out() {
        let request = HorizonRequest::default();
        assert_eq!(request.runs().len(), 150);
        for of in [1, 2, 3, 7, 149, 150, 151, 1000] {
            let joined: Vec<Setup> = (1..=of).flat_map(|number| request.shard(number, of)).collect();
            assert_eq!(joined, request.runs(), "{of}");
        }
        assert!(request.shard(0, 3).is_empty() && request.shard(4, 3).is_empty());
    }

    #[test]
    fn the_shards_cost_about_the_same() {
        let request = HorizonRequest::default();
        let all: f64 = request.runs().iter().map(operations).sum();
        let dearest = request.runs().iter().map(operations).fold(0.0, f64::max);
        for of in [2, 5, 8] {
            for number in 1..=of {
                let cost: f64 = request.shard(number, of).iter().map(operations).sum();
                // Each end of a part is off by half a run at most.
                assert!((cost - all / of as f64).abs() <= dearest, "{number}/{of}: {cost} of {all}");
            }
        }
    }

    #[test]
    fn runs_differ_in_what_is_asked_for_only() {
        let request = HorizonRequest { seeds: vec![9, 8], lengths: vec![6, 3], ..HorizonRequest::default() };
        let runs = request.runs();
        let order: Vec<_> = runs[..4].iter().map(|run| (run.seed, run.length)).collect();
        assert_eq!(order, [(9, 6), (9, 3), (8, 6), (8, 3)]);
        for (run, racer) in runs.iter().step_by(4).zip(RACERS) {
            assert_eq!(*run, Setup { kind: racer.kind, start: racer.start, seed: 9, length: 6, ..request.setup });
        }
    }
}
