//! Curves with fewer points, for ghosts of long sequences: eight of them are drawn in every frame.

use egui_plot::PlotPoint;

use super::widget::time_plot::Runs;

/// Up to so many points a curve is drawn whole.
const FEW: usize = 100;
/// How far a drawn line may pass by a point, as a share of the plot's height: less than a pixel.
const TOLERANCE: f64 = 0.002;
/// A curve that no straight lines can stand for is drawn by the least and the greatest value of so
/// many stretches.
const STRETCHES: usize = 200;
/// From so many points on a curve is a scribble, of which no dashes could be seen.
pub const SCRIBBLE: usize = 200;

/// The points by which a curve is drawn on an axis of `length` steps; each is one of the curve's own.
#[must_use]
pub fn thinned(runs: &Runs, length: usize) -> Runs {
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    let last = length as f64;
    let seen = runs.iter().map(|run| run.iter().take_while(|point| point.x <= last).copied().collect::<Vec<_>>());
    seen.filter(|run| !run.is_empty()).map(fewer).collect()
}

fn fewer(points: Vec<PlotPoint>) -> Vec<PlotPoint> {
    if points.len() <= FEW {
        return points;
    }
    // A plot is never lower than from 0 to 1.
    let (low, high) = points.iter().fold((0.0_f64, 1.0_f64), |(low, high), p| (low.min(p.y), high.max(p.y)));
    let straight = straightened(&points, (high - low) * TOLERANCE);
    if straight.len() <= 2 * STRETCHES { straight } else { extremes(&points) }
}

/// Leaves out points that a straight line passes by within `tolerance`: while a line goes on, it
/// keeps the range of slopes that pass all points so far.
fn straightened(points: &[PlotPoint], tolerance: f64) -> Vec<PlotPoint> {
    let Some((first, rest)) = points.split_first() else { return Vec::new() };
    let mut kept = vec![*first];
    let (mut from, mut last) = (*first, *first);
    let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
    for point in rest {
        let slope = |offset: f64, from: PlotPoint| (point.y + offset - from.y) / (point.x - from.x);
        if !(least..=most).contains(&slope(0.0, from)) {
            kept.push(last);
            from = last;
            (least, most) = (f64::NEG_INFINITY, f64::INFINITY);
        }
        least = least.max(slope(-tolerance, from));
        most = most.min(slope(tolerance, from));
        last = *point;
    }
    kept.push(last);
    kept
}

/// The least and the greatest value of each stretch in their order, and both ends of the curve.
fn extremes(points: &[PlotPoint]) -> Vec<PlotPoint> {
    let mut kept: Vec<PlotPoint> = points.first().into_iter().copied().collect();
    for stretch in points.chunks(points.len().div_ceil(STRETCHES)) {
        let least = stretch.iter().min_by(|a, b| a.y.total_cmp(&b.y));
        let most = stretch.iter().max_by(|a, b| a.y.total_cmp(&b.y));
        let mut both: Vec<PlotPoint> = [least, most].into_iter().flatten().copied().collect();
        both.sort_by(|a, b| a.x.total_cmp(&b.x));
        kept.extend(both);
    }
    kept.extend(points.last());
    kept.dedup_by(|a, b| a.x == b.x);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(length: u32, value: impl Fn(f64) -> f64) -> Runs {
        vec![(1..=length).map(|step| PlotPoint::new(f64::from(step), value(f64::from(step)))).collect()]
    }

    /// The height of the drawn line at a step.
    fn drawn_at(points: &[PlotPoint], x: f64) -> f64 {
        let next = points.partition_point(|point| point.x < x).max(1);
        let (a, b) = (points[next - 1], points[next]);
        a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)
    }

    #[test]
    fn a_smooth_curve_passes_every_point_with_few_of_its_own() {
        for curve in [curve(1000, |x| 0.99_f64.powf(x)), curve(1000, |x| (x / 40.0).sin()), curve(1000, |_| 0.7)] {
            let thin = thinned(&curve, 1000);
            assert!(thin[0].len() < 130, "{}", thin[0].len());
            assert_eq!((thin[0].first(), thin[0].last()), (curve[0].first(), curve[0].last()));
            assert!(thin[0].iter().all(|point| curve[0].contains(point)), "no point is made up");
            let passed = curve[0].iter().all(|point| (drawn_at(&thin[0], point.x) - point.y).abs() <= 2.0 * TOLERANCE);
            assert!(passed);
        }
    }

    #[test]
    fn a_scribble_keeps_its_peaks_and_its_ends() {
        // Sixteen-bit chaos: no two steps alike.
        let noisy = curve(1000, |x| ((x * 7919.0) % 65_537.0 * 31.0) % 1.0 + ((x * x * 0.37) % 1.0));
        let thin = thinned(&noisy, 1000);
        assert!(thin[0].len() <= 2 * STRETCHES + 2, "{}", thin[0].len());
        let highest = |run: &[PlotPoint]| run.iter().map(|point| point.y).fold(f64::MIN, f64::max);
        assert_eq!(highest(&thin[0]), highest(&noisy[0]));
        assert_eq!((thin[0].first(), thin[0].last()), (noisy[0].first(), noisy[0].last()));
        assert!(thin[0].windows(2).all(|pair| pair[0].x < pair[1].x));
    }

    #[test]
    fn a_short_curve_is_drawn_whole_and_no_further_than_the_axis() {
        let short = curve(24, f64::sin);
        assert_eq!(thinned(&short, 24), short);
        assert_eq!(thinned(&short, 10), curve(10, f64::sin));
        assert!(thinned(&vec![vec![PlotPoint::new(5.0, 1.0)]], 4).is_empty());
        assert_eq!(thinned(&curve(1000, |x| x), 300)[0].last().map(|point| point.x), Some(300.0));
    }
}
