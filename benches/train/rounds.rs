//! Times of the same thing, round after round.

use std::time::Duration;

/// The nanoseconds that some work takes.
#[expect(clippy::disallowed_methods, reason = "a bench runs in no browser")]
pub fn nanoseconds(work: impl FnOnce()) -> f64 {
    let start = std::time::Instant::now();
    work();
    start.elapsed().as_nanos() as f64
}

/// A round lasts at least this long, so that neither clock nor waking up counts.
const ROUND: Duration = Duration::from_millis(4);

/// How often work of so many nanoseconds is done in a round.
pub fn repeats(nanoseconds: f64) -> usize {
    (ROUND.as_nanos() as f64 / nanoseconds).ceil().max(1.0) as usize
}

/// The value below which that share of the values lies; the nearest of them.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    let at = (share * (values.len() - 1) as f64).round() as usize;
    values[at]
}

/// The middle of the values.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// The smallest of the values.
pub fn best(values: &[f64]) -> f64 {
    quantile(values, 0.0)
}
