//! Who takes part: a cell with the way its weights begin.

use std::fmt;
use std::str::FromStr;

use crate::engine::cell::CellKind;
use crate::engine::training::{Start, UnknownStart};

/// A cell and its start: a cell's horizon is that of its initialisation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Racer {
    /// The cell.
    pub kind: CellKind,
    /// How its weights begin.
    pub start: Start,
}

/// Those that take part unless others are chosen: the plain RNN; LSTM and GRU each as people often
/// begin them and with half-lives up to T.
pub const RACERS: [Racer; 5] = [
    Racer { kind: CellKind::Rnn, start: Start::Torch },
    Racer { kind: CellKind::Lstm, start: Start::Forget(1.0) },
    Racer { kind: CellKind::Lstm, start: Start::Chrono },
    Racer { kind: CellKind::Gru, start: Start::Torch },
    Racer { kind: CellKind::Gru, start: Start::Chrono },
];

impl fmt::Display for Racer {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}", self.kind, self.start)
    }
}

/// No racer has that name.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum UnknownRacer {
    /// Its first part names no cell.
    #[error("{0:?} begins with no cell; write CELL:START, such as lstm:chrono or gru:forget:1")]
    Cell(String),
    /// Its second part names no start.
    #[error(transparent)]
    Start(#[from] UnknownStart),
    /// The start changes nothing for that cell.
    #[error("{0} does not apply to {1}")]
    Meaningless(Start, CellKind),
}

impl FromStr for Racer {
    type Err = UnknownRacer;

    /// `lstm:chrono`; a cell alone starts as PyTorch's.
    fn from_str(text: &str) -> Result<Self, UnknownRacer> {
        let (kind, start) = text.split_once(':').unwrap_or((text, "torch"));
        let kind: CellKind = kind.parse().map_err(|_| UnknownRacer::Cell(text.to_owned()))?;
        let start: Start = start.parse()?;
        if start.means_something_for(kind) {
            Ok(Self { kind, start })
        } else {
            Err(UnknownRacer::Meaningless(start, kind))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RACERS, Racer};

    #[test]
    fn a_racer_reads_back_from_its_text() {
        let texts = RACERS.map(|racer| racer.to_string());
        assert_eq!(texts, ["rnn:torch", "lstm:forget:1", "lstm:chrono", "gru:torch", "gru:chrono"]);
        for racer in RACERS {
            assert_eq!(racer.to_string().parse(), Ok(racer));
        }
        assert_eq!("rnn".parse(), Ok(RACERS[0]));
    }

    #[test]
    fn who_cannot_take_part_is_told_why() {
        for (text, said) in [
            ("", "begins with no cell"),
            ("chrono", "begins with no cell"),
            ("lstm:", "no start is called \"\""),
            ("lstm:zeros", "no start is called \"zeros\""),
            ("rnn:chrono", "chrono does not apply to rnn"),
            ("lstm:identity", "identity does not apply to lstm"),
        ] {
            let told = text.parse::<Racer>().unwrap_err().to_string();
            assert!(told.contains(said), "{text}: {told}");
        }
    }
}
