//! What stands at the ends of curves: their names, and the numbers of the ghosts, kept apart.

use eframe::egui::{Align2, Color32, FontId, Pos2, Rect, Ui, pos2, vec2};

use super::time_plot::{TimePlot, seen, x_of, y_of};
use crate::gui::theme::text;
use crate::scale::kept_apart;

/// How much height a curve's name takes, and ghosts' numbers.
const NAME: f32 = 13.0;
const NUMBERS: f32 = 11.0;
/// Ghosts of one curve that end nearer together than this share a line.
const SHARED: f32 = 6.0;
/// Ends nearer together than this look like one.
const TOGETHER: f32 = 3.0;
/// Ends further apart than this, from left to right, are not in each other's way.
const COLUMN: f32 = 40.0;

/// What stands at one end, or at several ghosts' ends.
struct End<'a> {
    /// Which of the plot's curves it is of.
    curve: usize,
    /// The curve's name; none for ghosts.
    name: Option<&'a str>,
    /// The ghosts' numbers, rising.
    numbers: Vec<usize>,
    at: Pos2,
    colour: Color32,
}

impl End<'_> {
    fn height(&self) -> f32 {
        if self.name.is_some() { NAME } else { NUMBERS }
    }

    fn text(&self) -> (String, FontId) {
        match self.name {
            Some(name) => (name.to_owned(), text::bold(text::SMALL)),
            None => (shortened(&self.numbers), text::semibold(text::SMALL - 1.5)),
        }
    }

    /// Whether both are ghosts of one curve.
    fn goes_with(&self, other: &Self) -> bool {
        self.name.is_none() && other.name.is_none() && self.curve == other.curve
    }

    /// Takes in the numbers of another, and stands between both.
    fn take(&mut self, other: Self) {
        #[expect(clippy::cast_precision_loss, reason = "at most eight ghosts")]
        let [own, others] = [self.numbers.len() as f32, other.numbers.len() as f32];
        self.at.y = (self.at.y * own + other.at.y * others) / (own + others);
        self.numbers.extend(other.numbers);
        self.numbers.sort_unstable();
    }
}

/// Draws them right of where the curves end.
pub(super) fn curve_ends_ui(ui: &Ui, area: Rect, plot: &TimePlot<'_>) {
    let mut ends = ends(area, plot);
    ends.sort_by(|a, b| a.at.x.total_cmp(&b.at.x));
    while !ends.is_empty() {
        let first = ends.first().map_or(0.0, |end| end.at.x);
        let beyond = ends.partition_point(|end| end.at.x - first <= COLUMN);
        let rest = ends.split_off(beyond);
        column_ui(ui, area, ends, plot.tokens.card);
        ends = rest;
    }
}

fn ends<'a>(area: Rect, plot: &TimePlot<'a>) -> Vec<End<'a>> {
    let at = |point: egui_plot::PlotPoint| {
        let y = y_of(point.y, area, &plot.scale.range);
        pos2(x_of(point.x, plot.axis), y.clamp(area.top(), area.bottom()))
    };
    let mut ends = Vec::new();
    for (index, curve) in plot.curves.iter().enumerate() {
        let end = |name, numbers, point| End { curve: index, name, numbers, at: at(point), colour: curve.colour };
        let last = seen(curve.runs, plot.until).last().and_then(|run| run.last());
        ends.extend(last.map(|point| end(Some(curve.name), Vec::new(), *point)));
        for ghost in &curve.ghosts {
            let last = ghost.seen(plot.until.min(plot.axis.length)).filter_map(|run| run.last()).last();
            ends.extend(last.map(|point| end(None, vec![ghost.number], *point)));
        }
    }
    ends
}

/// Ends that stand one above the other.
fn column_ui(ui: &Ui, area: Rect, ends: Vec<End<'_>>, ground: Color32) {
    let range = area.top() + 2.0..=area.bottom() - 2.0;
    let ends = shared(ends, range.end() - range.start());
    let wanted: Vec<_> = ends.iter().map(|end| (f64::from(end.at.y), f64::from(end.height()))).collect();
    let range = f64::from(*range.start())..=f64::from(*range.end());
    for (end, y) in ends.iter().zip(kept_apart(&wanted, &range)) {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen needs no more digits")]
        let y = y as f32;
        let (text, font) = end.text();
        let galley = ui.painter().layout_no_wrap(text, font, end.colour);
        let place = Align2::LEFT_CENTER.anchor_size(pos2(end.at.x + 7.0, y), galley.size());
        // A ghost may end where other curves go on: its number stands on ground of its own.
        if end.name.is_none() {
            ui.painter().rect_filled(place.shrink2(vec2(-1.5, 2.0)), 2.0, ground);
        }
        ui.painter().galley(place.min, galley, end.colour);
    }
}

/// The ends from the top down; ghosts of one curve share a line where they end together, or where
/// there is no room for all.
fn shared(mut ends: Vec<End<'_>>, room: f32) -> Vec<End<'_>> {
    // A curve's name before the numbers that end where it does, to the eye: it keeps its place.
    let place = |end: &End<'_>| (end.at.y / TOGETHER).round();
    let names_first = |a: &End<'_>, b: &End<'_>| b.name.is_some().cmp(&a.name.is_some());
    ends.sort_by(|a, b| place(a).total_cmp(&place(b)).then(names_first(a, b)).then(a.at.y.total_cmp(&b.at.y)));
    loop {
        let needed: f32 = ends.iter().map(End::height).sum();
        let Some((above, below, apart)) = nearest(&ends) else { return ends };
        if apart > SHARED && needed <= room {
            return ends;
        }
        let taken = ends.remove(below);
        if let Some(end) = ends.get_mut(above) {
            end.take(taken);
        }
    }
}

/// The two ghosts of one curve that end nearest together, and how far apart.
fn nearest(ends: &[End<'_>]) -> Option<(usize, usize, f32)> {
    let pairs = ends.iter().enumerate().filter_map(|(above, end)| {
        let (below, next) = ends.iter().enumerate().skip(above + 1).find(|(_, next)| end.goes_with(next))?;
        Some((above, below, (next.at.y - end.at.y).abs()))
    });
    pairs.min_by(|a, b| a.2.total_cmp(&b.2))
}

/// `1–3,5`.
fn shortened(numbers: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => spans.push((*number, *number)),
        }
    }
    let span = |(first, last): (usize, usize)| match last - first {
        0 => first.to_string(),
        1 => format!("{first},{last}"),
        _ => format!("{first}–{last}"),
    };
    spans.into_iter().map(span).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(curve: usize, number: usize, y: f32) -> End<'static> {
        let name = (number == 0).then_some("S");
        let numbers = (number > 0).then_some(number).into_iter().collect();
        End { curve, name, numbers, at: pos2(0.0, y), colour: Color32::PLACEHOLDER }
    }

    fn texts(ends: Vec<End<'_>>, room: f32) -> Vec<String> {
        shared(ends, room).iter().map(|end| end.text().0).collect()
    }

    #[test]
    fn ghosts_that_end_together_share_a_line_and_others_do_not() {
        let ends = || vec![end(0, 0, 50.0), end(0, 1, 50.0), end(0, 2, 52.0), end(1, 1, 51.0), end(0, 3, 80.0)];
        assert_eq!(texts(ends(), 200.0), ["S", "1,2", "1", "3"]);
    }

    #[test]
    fn eight_ghosts_of_two_curves_fit_into_a_low_plot() {
        let mut ends = vec![end(0, 0, 0.0), end(1, 0, 60.0)];
        for number in 1..=8_u8 {
            ends.push(end(0, number.into(), f32::from(number) * 7.0));
            ends.push(end(1, number.into(), f32::from(number) * 7.0 + 3.0));
        }
        let shared = shared(ends, 60.0);
        assert!(shared.iter().map(End::height).sum::<f32>() <= 60.0);
        let told: usize = shared.iter().map(|end| end.numbers.len()).sum();
        assert_eq!(told, 16, "every ghost is still told of each curve");
    }

    #[test]
    fn numbers_in_a_row_become_a_span() {
        assert_eq!(shortened(&[1, 2, 3, 5, 7, 8]), "1–3,5,7,8");
        assert_eq!(shortened(&[4]), "4");
    }
}
