//! A working in the reader's words: what a screen sets in colours, and what is read aloud.

use std::fmt;

use super::Words;
use super::number::{percent, steps};
use crate::number::short;
use crate::working::{Measure, Measured, Piece, Quantity, Working};

/// A stretch of a line; its quantity lets a screen colour it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it stands for; none of signs and words.
    pub quantity: Option<Quantity>,
}

/// `left = formula = numbers = result`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What is worked out.
    pub left: Vec<Span>,
    /// What stands between it and the formula: `=`, or words such as `held at`.
    pub sign: String,
    /// Symbols; where nothing is calculated, the value itself.
    pub formula: Vec<Span>,
    /// The same in numbers; empty where nothing is calculated.
    pub numbers: Vec<Span>,
    /// What comes of it; none where nothing is calculated.
    pub result: Option<String>,
}

impl fmt::Display for Line {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |spans: &[Span]| spans.iter().map(|span| span.text.as_str()).collect::<String>();
        write!(to, "{} {} {}", text(&self.left), self.sign, text(&self.formula))?;
        if !self.numbers.is_empty() {
            write!(to, " = {}", text(&self.numbers))?;
        }
        self.result.iter().try_for_each(|result| write!(to, " = {result}"))
    }
}

impl Words {
    /// A number of a trace, worked out.
    #[must_use]
    pub fn working(self, working: &Working) -> Line {
        // The left side ends at the first sign.
        let at = working.formula.iter().position(|piece| !matches!(piece, Piece::Name { .. })).unwrap_or_default();
        let (left, right) = working.formula.split_at(at);
        let sign = match right.first() {
            Some(Piece::HeldAt) => self.text("opened-held-at"),
            _ => "=".to_owned(),
        };
        Line {
            left: self.spans(left),
            sign,
            formula: self.spans(right.get(1..).unwrap_or_default()),
            numbers: self.spans(&working.numbers),
            result: (!working.numbers.is_empty()).then(|| short(working.result)),
        }
    }

    /// What is said of a state, worked out.
    #[must_use]
    pub fn measured(self, measured: &Measured) -> Line {
        let (key, result) = match measured.measure {
            Measure::GotIn => ("measure-got-in", short(measured.result)),
            Measure::Blue => ("measure-blue", short(measured.result)),
            Measure::BlueLeft => ("measure-blue-left", percent(measured.result)),
            Measure::BlueShown => ("measure-blue-shown", percent(measured.result)),
            Measure::ShadeLeft => ("measure-shade-left", percent(measured.result)),
            Measure::Gradient => ("measure-gradient", short(measured.result)),
            Measure::Drained => ("measure-drained", short(measured.result)),
            Measure::HalfLife => ("measure-half-life", steps(measured.result)),
        };
        Line {
            left: vec![Span { text: self.text(key), quantity: None }],
            sign: "=".to_owned(),
            formula: self.spans(&measured.formula),
            numbers: self.spans(&measured.numbers),
            result: Some(result),
        }
    }

    /// Pieces with the cell state in the reader's letter.
    fn spans(self, pieces: &[Piece]) -> Vec<Span> {
        let span = |piece: &Piece| match piece {
            Piece::Text(_) | Piece::HeldAt => Span { text: piece.to_string(), quantity: None },
            Piece::Name { quantity: Quantity::S, .. } => {
                let text = piece.to_string().replacen('S', self.cell_state(), 1);
                Span { text, quantity: Some(Quantity::S) }
            }
            Piece::Name { quantity, .. } | Piece::Number { quantity, .. } => {
                Span { text: piece.to_string(), quantity: Some(*quantity) }
            }
        };
        pieces.iter().map(span).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::cell::Held;
    use crate::locale::{Language, Notation, Words};
    use crate::scene::{Run, Scene};
    use crate::working::{Measure, Network, Quantity};

    #[test]
    fn a_line_reads_as_its_working_does() {
        let scene = Scene { held: Held { i: Some(0.5), ..Held::none() }, ..Scene::default() };
        let run = Run::of(&scene).unwrap();
        let english = Words::new(Language::English);
        for quantity in [Quantity::X, Quantity::I, Quantity::F, Quantity::G, Quantity::O, Quantity::S, Quantity::H] {
            for working in run.lstm_workings(&scene, 12, &[quantity]).unwrap() {
                assert_eq!(english.working(&working).to_string(), working.to_string());
            }
        }
    }

    #[test]
    fn a_held_gate_is_said_to_be_held_in_the_readers_language() {
        let scene = Scene { held: Held { f: Some(0.5), ..Held::none() }, ..Scene::default() };
        let run = Run::of(&scene).unwrap();
        let working = run.lstm_workings(&scene, 12, &[Quantity::F]).unwrap().remove(0);
        let korean = Words::new(Language::Korean).working(&working).to_string();
        assert!(!korean.contains("held") && korean.contains("0.5"), "{korean}");
    }

    #[test]
    fn a_measure_has_its_name_and_its_unit() {
        let scene = Scene::default();
        let run = Run::of(&scene).unwrap();
        let measured = run.measured(&scene, Network::Lstm, Measure::BlueLeft, 24).unwrap();
        let line = Words::new(Language::English).measured(&measured).to_string();
        assert_eq!(line, "blue left = |S₂₄ − S*₂₄| / |S₁ − S*₁| = |0.586 − 0| / |0.889 − 0| = 66\u{a0}%");
    }

    #[test]
    fn the_cell_state_is_written_in_the_readers_letter() {
        let scene = Scene::default();
        let run = Run::of(&scene).unwrap();
        let words = Words::new(Language::English).written(Notation::C);
        for quantity in [Quantity::I, Quantity::F, Quantity::G, Quantity::O, Quantity::S, Quantity::H] {
            let working = run.lstm_workings(&scene, 12, &[quantity]).unwrap().remove(0);
            assert_eq!(words.working(&working).to_string(), working.to_string().replace('S', "c"));
        }
        for measure in [Measure::BlueLeft, Measure::ShadeLeft, Measure::Gradient, Measure::Drained] {
            let line = words.measured(&run.measured(&scene, Network::Lstm, measure, 12).unwrap()).to_string();
            assert!(line.contains('c') && !line.contains('S'), "{line}");
        }
    }
}
