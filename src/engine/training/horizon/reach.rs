//! What a horizon says of one racer: the median error at each length, and how far it reaches.

use super::{HorizonPoint, Racer};
use crate::engine::training::SOLVED;

/// The median recall error over the seeds that have finished, at each length T in rising order.
///
/// Of an even number of seeds it is halfway between the middle two. A training that left the range of
/// a float has learned nothing: it counts as an error without bound.
pub fn medians<'a>(points: impl Iterator<Item = &'a HorizonPoint>, racer: Racer) -> Vec<(usize, f64)> {
    let own = points.filter(|point| (point.setup.kind, point.setup.start) == (racer.kind, racer.start));
    let mut errors: Vec<(usize, f64)> =
        own.map(|point| (point.setup.length, point.outcome.as_ref().map_or(f64::INFINITY, |end| end.error))).collect();
    errors.sort_by(|(a, one), (b, other)| a.cmp(b).then(one.total_cmp(other)));
    let of_length = errors.chunk_by(|(a, _), (b, _)| a == b);
    of_length.filter_map(|errors| Some((errors.first()?.0, middle(errors)?))).collect()
}

/// The middle of some errors in rising order.
fn middle(errors: &[(usize, f64)]) -> Option<f64> {
    let upper = errors.get(errors.len() / 2)?.1;
    let lower = errors.get((errors.len() - 1) / 2)?.1;
    Some(if lower == upper { lower } else { f64::midpoint(lower, upper) })
}

/// The longest T up to which every median is below [`SOLVED`]: the horizon. None where the first is
/// not.
#[must_use]
pub fn reach(medians: &[(usize, f64)]) -> Option<usize> {
    medians.iter().take_while(|(_, error)| *error < SOLVED).last().map(|(length, _)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::cell::CellKind;
    use crate::engine::training::{Outcome, Setup, Start};
    use crate::engine::{EngineError, NotFinite};

    const RACER: Racer = Racer { kind: CellKind::Lstm, start: Start::Chrono };

    fn point(length: usize, seed: u64, error: f64) -> HorizonPoint {
        let setup = Setup { kind: RACER.kind, start: RACER.start, length, seed, ..Setup::default() };
        HorizonPoint { setup, steps: 10, outcome: Ok(Outcome { error, solved_at: None, grey: 0.33 }) }
    }

    #[test]
    fn medians_are_of_the_racers_own_finished_seeds() {
        let mut points =
            vec![point(20, 1, 0.3), point(5, 1, 0.004), point(20, 2, 0.1), point(20, 3, 0.2), point(5, 2, 0.006)];
        points.push(HorizonPoint { setup: Setup { start: Start::Torch, ..points[0].setup }, ..points[0].clone() });
        assert_eq!(medians(points.iter(), RACER), [(5, 0.005), (20, 0.2)]);
        assert_eq!(medians(points[..1].iter(), RACER), [(20, 0.3)]);
        assert!(medians([].iter(), RACER).is_empty());
    }

    #[test]
    fn a_training_that_left_the_range_of_a_float_counts_as_the_worst() {
        let wrong = NotFinite { tensor: "loss", index: vec![], step: Some(3), value: f64::NAN };
        let lost = HorizonPoint { outcome: Err(EngineError::NotFinite(wrong)), ..point(5, 3, 0.0) };
        let points = [point(5, 1, 0.1), lost.clone(), point(5, 2, 0.2)];
        assert_eq!(medians(points.iter(), RACER), [(5, 0.2)]);
        assert_eq!(medians([lost.clone(), lost].iter(), RACER), [(5, f64::INFINITY)]);
    }

    #[test]
    fn it_reaches_as_far_as_every_length_before_is_solved() {
        assert_eq!(reach(&[(5, 0.001), (10, 0.009), (20, 0.2), (50, 0.001)]), Some(10));
        assert_eq!(reach(&[(5, 0.02), (10, 0.001)]), None);
        assert_eq!(reach(&[]), None);
    }
}
