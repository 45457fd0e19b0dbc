//! Lines of one value through a finished map.

use ndarray::Array2;

/// A line through a map: places `(column, row)` between its points, counted from 0.
pub type Line = Vec<[f64; 2]>;

/// Lines along which the map has the value `level`: marching squares, linear between the points.
///
/// Each square of four neighbouring points is crossed by no line, by one, or by two; of two, the
/// square's middle says how they run. Where one of the four has no value there is no line. What meets
/// is joined; a closed line ends where it begins.
#[must_use]
pub fn contour(values: &Array2<Option<f64>>, level: f64) -> Vec<Line> {
    let mut lines = Lines::default();
    for row in 1..values.nrows() {
        for column in 1..values.ncols() {
            let corners = [(row - 1, column - 1), (row - 1, column), (row, column), (row, column - 1)];
            let [Some(a), Some(b), Some(c), Some(d)] = corners.map(|at| values.get(at).copied().flatten()) else {
                continue;
            };
            for [from, to] in crossings([a, b, c, d], level).into_iter().flatten() {
                lines.add([from, to].map(|edge| Crossing::of(edge, [row - 1, column - 1], [a, b, c, d], level)));
            }
        }
    }
    lines.joined()
}

/// A side of a square: 0 from corner a to b, 1 from b to c, 2 from c to d, 3 from d to a.
type Side = usize;

/// The pairs of sides that lines cross, the corners given in a circle.
fn crossings(corners: [f64; 4], level: f64) -> [Option<[Side; 2]>; 2] {
    let above = corners.map(|value| value >= level);
    let sides = [0, 1, 2, 3].map(|side: Side| above.get(side) != above.get((side + 1) % 4));
    let mut crossed = (0..4).filter(|side| sides.get(*side) == Some(&true));
    match [crossed.next(), crossed.next(), crossed.next(), crossed.next()] {
        [Some(from), Some(to), None, None] => [Some([from, to]), None],
        [Some(_), Some(_), Some(_), Some(_)] => {
            // Two opposite corners are above: the middle belongs to them or to the other two.
            let middle = corners.iter().sum::<f64>() / 4.0 >= level;
            if middle == (corners.first().is_some_and(|value| *value >= level)) {
                [Some([0, 1]), Some([2, 3])]
            } else {
                [Some([0, 3]), Some([1, 2])]
            }
        }
        _ => [None, None],
    }
}

/// Where a line crosses the edge between two neighbouring points.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Crossing {
    /// The edge: its first point, and whether it runs along the column.
    edge: (usize, usize, bool),
    /// The place `(column, row)`.
    at: [f64; 2],
}

impl Crossing {
    #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
    fn of(side: Side, [row, column]: [usize; 2], [a, b, c, d]: [f64; 4], level: f64) -> Self {
        // Both squares beside an edge take it from the same end, and so find the same place.
        let (edge, from, to) = match side {
            0 => ((row, column, false), a, b),
            1 => ((row, column + 1, true), b, c),
            2 => ((row + 1, column, false), d, c),
            _ => ((row, column, true), a, d),
        };
        let part = ((level - from) / (to - from)).clamp(0.0, 1.0);
        let (x, y) = (edge.1 as f64, edge.0 as f64);
        Self { edge, at: if edge.2 { [x, y + part] } else { [x + part, y] } }
    }
}

/// Pieces being joined, each with its two ends' edges.
#[derive(Default)]
struct Lines {
    open: Vec<Vec<Crossing>>,
}

impl Lines {
    /// Adds a piece from one crossing to another to the lines that end there.
    fn add(&mut self, [from, to]: [Crossing; 2]) {
        let mut line = self.take(from).unwrap_or_else(|| vec![from]);
        line.push(to);
        if let Some(mut rest) = self.take(to) {
            // `rest` now ends at `to`; its other end is where the line goes on to.
            rest.pop();
            line.extend(rest.into_iter().rev());
        }
        self.open.push(line);
    }

    /// The line that begins or ends at a crossing, turned so that it ends there.
    fn take(&mut self, at: Crossing) -> Option<Vec<Crossing>> {
        let ends = |line: &Vec<Crossing>| {
            let closed = line.len() > 2 && line.first().map(|first| first.edge) == line.last().map(|last| last.edge);
            !closed && [line.first(), line.last()].into_iter().flatten().any(|end| end.edge == at.edge)
        };
        // The line that is being drawn was added last.
        let found = self.open.iter().rposition(ends)?;
        let mut line = self.open.swap_remove(found);
        if line.last().map(|last| last.edge) != Some(at.edge) {
            line.reverse();
        }
        Some(line)
    }

    fn joined(self) -> Vec<Line> {
        self.open.into_iter().map(|line| line.into_iter().map(|crossing| crossing.at).collect()).collect()
    }
}

#[cfg(test)]
mod tests {
    use ndarray::Array2;

    use super::contour;

    fn map(rows: usize, columns: usize, value: impl Fn(f64, f64) -> Option<f64>) -> Array2<Option<f64>> {
        Array2::from_shape_fn((rows, columns), |(row, column)| value(column as f64, row as f64))
    }

    #[test]
    fn a_slope_is_crossed_by_one_straight_line() {
        let lines = contour(&map(9, 12, |x, y| Some(x + 0.5 * y)), 5.25);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].len(), 9 + 4, "one place on each of 9 rows, and 4 between columns");
        for [x, y] in &lines[0] {
            assert!((x + 0.5 * y - 5.25).abs() < 1e-12);
        }
    }

    #[test]
    fn a_hill_has_one_closed_line_of_its_height() {
        let lines = contour(&map(41, 41, |x, y| Some(-((x - 20.0).powi(2) + (y - 20.0).powi(2)).sqrt())), -12.0);
        assert_eq!(lines.len(), 1);
        let line = &lines[0];
        assert_eq!(line.first(), line.last());
        for [x, y] in line {
            let radius = ((x - 20.0).powi(2) + (y - 20.0).powi(2)).sqrt();
            assert!((radius - 12.0).abs() < 0.02, "{radius}");
        }
        let length: f64 = line.windows(2).map(|pair| (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1])).sum();
        assert!((length - std::f64::consts::TAU * 12.0).abs() < 0.2, "{length}");
    }

    #[test]
    fn two_valleys_have_two_lines_and_a_plain_none() {
        let valleys = map(21, 41, |x, y| Some((x - 10.0).hypot(y - 10.0).min((x - 30.0).hypot(y - 10.0))));
        assert_eq!(contour(&valleys, 5.0).len(), 2);
        assert!(contour(&valleys, 100.0).is_empty());
        assert!(contour(&map(5, 5, |_, _| Some(0.0)), 0.5).is_empty());
        assert!(contour(&Array2::from_elem((0, 0), None), 0.5).is_empty());
    }

    #[test]
    fn at_a_saddle_lines_do_not_cross() {
        // high at a and c; the middle, 0.5 or 0.4, decides which corners hang together
        let saddle = |high: f64| Array2::from_shape_vec((2, 2), [high, 0.0, 0.0, high].map(Some).to_vec()).unwrap();
        for (high, level, first_two) in [(1.0, 0.45, true), (1.0, 0.55, false)] {
            let lines = contour(&saddle(high), level);
            assert_eq!(lines.len(), 2);
            let touches_b = |line: &Vec<[f64; 2]>| line.iter().all(|[x, y]| x - y >= 0.0);
            assert_eq!(lines.iter().any(touches_b), first_two, "{lines:?}");
        }
    }

    #[test]
    fn beside_a_point_without_a_value_there_is_no_line() {
        let hole = |x: f64, y: f64| if (x, y) == (3.0, 3.0) { None } else { Some(x) };
        let lines = contour(&map(8, 8, hole), 2.5);
        assert_eq!(lines.len(), 2, "{lines:?}");
        let inside = |[x, y]: &[f64; 2]| (2.0..=4.0).contains(x) && *y > 2.0 && *y < 4.0;
        assert!(lines.iter().flatten().all(|place| !inside(place)));
    }
}
