//! The axes of a plot, for window and figure alike: round ticks, steps with numbers, names kept apart.

use std::ops::RangeInclusive;

/// The values up the side.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// From the bottom to the top.
    pub range: RangeInclusive<f64>,
    /// Where grid lines run, and what stands beside them.
    pub ticks: Vec<(f64, String)>,
}

/// A linear scale that holds 0 and 1 and all the values given, with a handful of round ticks.
#[must_use]
pub fn linear_scale(values: impl Iterator<Item = f64>) -> Scale {
    let (low, high) = values.fold((0.0_f64, 1.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let spacing = round_spacing((high - low) / 4.0);
    let (from, to) = ((low / spacing - 1e-9).ceil(), (high / spacing + 1e-9).floor());
    #[expect(clippy::cast_possible_truncation, reason = "a handful of ticks")]
    let ticks = (from as i64..=to as i64).map(|n| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
        let value = n as f64 * spacing;
        (value, tick_text(value))
    });
    let margin = (high - low) * 0.04;
    Scale { range: low - margin..=high + margin, ticks: ticks.collect() }
}

/// 1, 2 or 5 times a power of ten, at least as large as asked for; 0.5 rather than 0.4 or 0.2 in [0, 1].
fn round_spacing(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps.into_iter().find(|step| *step >= least * 0.999).unwrap_or(power * 10.0)
}

fn tick_text(value: f64) -> String {
    let text = format!("{}", (value * 1e6).round() / 1e6);
    text.strip_prefix('-').map_or(text.clone(), |digits| format!("−{digits}"))
}

/// The steps of a sequence that get a number: the first, the last, and round ones between with room
/// for it. `step_width` is in points.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
pub fn numbered_steps(length: usize, step_width: f64) -> Vec<usize> {
    const ROOM: f64 = 44.0;
    let room = |steps: usize| step_width * steps as f64;
    let apart = [1, 2, 5, 6, 10, 12, 20, 25, 50, 60, 100, 200, 250, 500]
        .into_iter()
        .find(|apart| *apart > 2 && room(*apart) >= ROOM)
        .unwrap_or(500);
    let mut steps = vec![1];
    steps.extend(
        (1..)
            .map(|n| n * apart)
            .take_while(|step| *step < length)
            .filter(|step| room(length - step) >= ROOM * 0.6 && room(step - 1) >= ROOM * 0.6),
    );
    if length > 1 {
        steps.push(length);
    }
    steps
}

/// Moves heights, given from the top down each with the room that it takes, so that neighbours do
/// not overlap, inside a range.
#[must_use]
pub fn kept_apart(wanted: &[(f64, f64)], range: &RangeInclusive<f64>) -> Vec<f64> {
    let mut placed: Vec<(f64, f64)> = Vec::with_capacity(wanted.len());
    for (y, room) in wanted {
        let least = placed.last().map_or(*range.start(), |(last, above)| last + above.max(*room));
        placed.push((y.max(least), *room));
    }
    let mut below: Option<(f64, f64)> = None;
    for (y, room) in placed.iter_mut().rev() {
        let most = below.map_or(*range.end(), |(next, other)| next - other.max(*room));
        *y = y.min(most);
        below = Some((*y, *room));
    }
    placed.into_iter().map(|(y, _)| y).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_at_the_ends_of_curves_never_overlap_and_stay_inside() {
        const APART: f64 = 13.0;
        let range = 10.0..=100.0;
        for wanted in [vec![10.0, 10.0, 10.0], vec![99.0, 99.5, 100.0], vec![50.0, 51.0], vec![10.0, 55.0, 100.0]] {
            let names: Vec<_> = wanted.iter().map(|y| (*y, APART)).collect();
            let placed = kept_apart(&names, &range);
            assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= APART - 1e-9), "{wanted:?}: {placed:?}");
            assert!(placed.iter().all(|y| range.contains(y)), "{wanted:?}: {placed:?}");
        }
    }

    #[test]
    fn a_scale_from_nought_to_one_is_marked_at_the_half() {
        let labels: Vec<_> = linear_scale([0.2].into_iter()).ticks.into_iter().map(|(_, label)| label).collect();
        assert_eq!(labels, ["0", "0.5", "1"]);
    }

    #[test]
    fn a_scale_holds_what_is_beyond_one_and_below_nought() {
        let scale = linear_scale([-0.7, 4.526].into_iter());
        assert!(scale.range.contains(&-0.7) && scale.range.contains(&4.526));
        let labels: Vec<_> = scale.ticks.into_iter().map(|(_, label)| label).collect();
        assert_eq!(labels, ["0", "2", "4"]);
    }

    #[test]
    fn the_numbers_of_steps_never_touch() {
        for length in 1..=1000_u16 {
            for width in [240.0, 450.0, 1000.0] {
                let step_width = width / f64::from(length);
                let numbered = numbered_steps(length.into(), step_width);
                assert_eq!((numbered.first(), numbered.last()), (Some(&1), Some(&length.into())));
                for pair in numbered.windows(2) {
                    let room = f64::from(u16::try_from(pair[1] - pair[0]).unwrap()) * step_width;
                    assert!(room > 24.0 || (length < 10 && room > 0.0), "{length} on {width}: {numbered:?}");
                }
            }
        }
    }
}
