//! What is written in one word on the command line: a grid (`128x96`) and a range (`-8..8`).

use std::str::FromStr;

/// The most points along one side of a grid.
const MOST: usize = 2048;

/// How many points a map has along each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// Along x.
    pub columns: usize,
    /// Along y.
    pub rows: usize,
}

/// From one number to another; downwards is allowed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// The first.
    pub from: f64,
    /// The last.
    pub to: f64,
}

impl FromStr for Grid {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let side = |text: &str| text.parse().ok().filter(|points| (1..=MOST).contains(points));
        let sides = text.split_once('x').and_then(|(columns, rows)| Some((side(columns)?, side(rows)?)));
        let (columns, rows) =
            sides.ok_or_else(|| format!("columns and rows are needed, each from 1 to {MOST}, such as 128x96"))?;
        Ok(Self { columns, rows })
    }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.parse().ok().filter(|value: &f64| value.is_finite());
        let ends = text.split_once("..").and_then(|(from, to)| Some((number(from)?, number(to)?)));
        let (from, to) = ends.ok_or("two numbers are needed, such as -8..8")?;
        Ok(Self { from, to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_is_two_counts() {
        assert_eq!("128x96".parse(), Ok(Grid { columns: 128, rows: 96 }));
        for wrong in ["", "128", "0x4", "4x0", "128x", "x", "2049x1", "-1x4", "4x4x4", "1.5x2"] {
            assert!(wrong.parse::<Grid>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_range_is_two_numbers() {
        for (text, from, to) in [("-8..8", -8.0, 8.0), ("0.5...75", 0.5, 0.75), ("3..-1e-3", 3.0, -1e-3)] {
            assert_eq!(text.parse(), Ok(Span { from, to }), "{text}");
        }
        for wrong in ["", "8", "..", "1..", "..2", "1..nan", "-inf..0", "a..b", "1..2..3"] {
            assert!(wrong.parse::<Span>().is_err(), "{wrong}");
        }
    }
}
