//! What a training run is: the cell, its task, its start, and how it learns.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::RecallTask;
use crate::engine::cell::CellKind;
use crate::engine::{EngineError, NotFinite};

/// The sequence lengths T that can be trained.
pub const LENGTHS: RangeInclusive<usize> = 1..=1000;
/// The hidden sizes H that can be trained.
pub const HIDDEN_SIZES: RangeInclusive<usize> = 1..=256;
/// How many sequences a batch can have.
pub const BATCHES: RangeInclusive<usize> = 1..=256;
/// Adam's learning rates.
pub const LEARNING_RATES: RangeInclusive<f64> = 1e-6..=1.0;
/// σ of the noise.
pub const NOISES: RangeInclusive<f64> = 0.0..=1.0;
/// The norms at which a gradient can be clipped; the largest clips hardly anything.
pub const CLIPS: RangeInclusive<f64> = 1e-3..=1e6;
/// The n of [`Start::Forget`]: beyond them σ(n) is 0 or 1 to f32's precision.
pub const FORGETS: RangeInclusive<f64> = -20.0..=20.0;
/// The seeds: up to the largest whole number that JSON and TOML readers everywhere keep exactly.
pub const SEEDS: RangeInclusive<u64> = 0..=(1 << 53) - 1;

/// One training run: equal setups give equal runs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Setup {
    /// The cell.
    pub kind: CellKind,
    /// The sequence length T, in [`LENGTHS`].
    pub length: usize,
    /// The hidden size H, in [`HIDDEN_SIZES`].
    pub hidden_size: usize,
    /// The sequences of one training step, in [`BATCHES`].
    pub batch: usize,
    /// Adam's learning rate, in [`LEARNING_RATES`].
    pub learning_rate: f64,
    /// σ of the noise on the grey steps, in [`NOISES`].
    pub noise: f64,
    /// The norm at which the gradient is clipped, in [`CLIPS`].
    pub clip: f64,
    /// The weights to begin with.
    pub start: Start,
    /// The seed of the initial weights and of the batches, in [`SEEDS`].
    pub seed: u64,
}

/// How the weights begin; [`initialise`](super::initialise()) says what each does to each cell.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Start {
    /// As PyTorch's modules begin.
    Torch,
    /// PyTorch's, and this much more on the bias of the gate that keeps: f of an LSTM, z of a GRU
    /// (Gers et al. 2000; Jozefowicz et al. 2015).
    Forget(f64),
    /// Half-lives spread up to the length of the sequence (Tallec & Ollivier 2018).
    Chrono,
    /// The RNN's U is the identity (Le et al. 2015, there with ReLU).
    Identity,
}

impl Setup {
    /// Checks that every number is in its range.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] or [`EngineError::Range`], naming the number.
    pub fn check(&self) -> Result<(), EngineError> {
        whole("T", self.length, &LENGTHS, "a whole number from 1 to 1000")?;
        whole("H", self.hidden_size, &HIDDEN_SIZES, "a whole number from 1 to 256")?;
        whole("batch", self.batch, &BATCHES, "a whole number from 1 to 256")?;
        number("learning rate", self.learning_rate, &LEARNING_RATES, "a number from 0.000001 to 1")?;
        number("noise", self.noise, &NOISES, "a number from 0 to 1")?;
        number("clip", self.clip, &CLIPS, "a number from 0.001 to 1000000")?;
        if let Start::Forget(n) = self.start {
            number("forget bias", n, &FORGETS, "a number from -20 to 20")?;
        }
        whole("seed", self.seed, &SEEDS, "a whole number below 2^53")
    }

    /// The task that the run learns.
    #[must_use]
    pub fn task(&self) -> RecallTask {
        RecallTask { length: self.length, noise: self.noise }
    }
}

impl Default for Setup {
    /// An LSTM that learns to recall the first of twenty paints, with a forget bias of +2.
    fn default() -> Self {
        Self {
            kind: CellKind::Lstm,
            length: 20,
            hidden_size: 16,
            batch: 64,
            learning_rate: 0.01,
            noise: 0.1,
            clip: 1.0,
            start: Start::Forget(2.0),
            seed: 1,
        }
    }
}

/// Checks a whole number; an error carries it as f64, exact up to 2⁵³.
fn whole<N: Copy + PartialOrd + TryInto<u64>>(
    what: &'static str,
    value: N,
    range: &RangeInclusive<N>,
    allowed: &'static str,
) -> Result<(), EngineError> {
    if range.contains(&value) {
        return Ok(());
    }
    let value = value.try_into().unwrap_or(u64::MAX) as f64;
    Err(EngineError::Range { what, value, allowed })
}

fn number(
    what: &'static str,
    value: f64,
    range: &RangeInclusive<f64>,
    allowed: &'static str,
) -> Result<(), EngineError> {
    if !value.is_finite() {
        return Err(NotFinite { tensor: what, index: vec![], step: None, value }.into());
    }
    if range.contains(&value) { Ok(()) } else { Err(EngineError::Range { what, value, allowed }) }
}

impl Start {
    /// Whether it changes anything for that cell; where not, the cell starts as [`Start::Torch`].
    #[must_use]
    pub fn means_something_for(self, kind: CellKind) -> bool {
        match self {
            Self::Torch => true,
            Self::Forget(_) | Self::Chrono => kind != CellKind::Rnn,
            Self::Identity => kind == CellKind::Rnn,
        }
    }
}

impl fmt::Display for Start {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Torch => to.write_str("torch"),
            Self::Forget(n) => write!(to, "forget:{n}"),
            Self::Chrono => to.write_str("chrono"),
            Self::Identity => to.write_str("identity"),
        }
    }
}

/// No start has that name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "no start is called {0:?}; there are torch, forget:N (such as forget:2; N from -20 to 20), chrono and identity"
)]
pub struct UnknownStart(String);

impl FromStr for Start {
    type Err = UnknownStart;

    fn from_str(text: &str) -> Result<Self, UnknownStart> {
        let unknown = || UnknownStart(text.to_owned());
        match text {
            "torch" => Ok(Self::Torch),
            "chrono" => Ok(Self::Chrono),
            "identity" => Ok(Self::Identity),
            _ => {
                let n = text.strip_prefix("forget:").and_then(|n| n.parse::<f64>().ok());
                n.filter(|n| FORGETS.contains(n)).map(Self::Forget).ok_or_else(unknown)
            }
        }
    }
}

impl TryFrom<String> for Start {
    type Error = UnknownStart;

    fn try_from(text: String) -> Result<Self, UnknownStart> {
        text.parse()
    }
}

impl From<Start> for String {
    fn from(start: Start) -> Self {
        start.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::{CLIPS, HIDDEN_SIZES, LENGTHS, Setup, Start};
    use crate::engine::EngineError;
    use crate::engine::cell::CellKind;

    #[test]
    fn a_start_reads_back_from_its_text() {
        for start in [Start::Torch, Start::Forget(2.0), Start::Forget(-0.5), Start::Chrono, Start::Identity] {
            assert_eq!(start.to_string().parse::<Start>().unwrap(), start);
            let json = serde_json::to_string(&start).unwrap();
            assert_eq!(json, format!("\"{start}\""));
            assert_eq!(serde_json::from_str::<Start>(&json).unwrap(), start);
        }
        assert_eq!(Start::Forget(2.0).to_string(), "forget:2");
        for text in ["", "forget", "forget:", "forget:x", "forget:NaN", "forget:21", "Torch", "zeros"] {
            assert!(text.parse::<Start>().unwrap_err().to_string().contains("there are torch"), "{text}");
        }
    }

    #[test]
    fn a_start_that_means_nothing_for_a_cell_says_so() {
        let of = |start: Start| CellKind::ALL.map(|kind| start.means_something_for(kind));
        assert_eq!(of(Start::Torch), [true; 3]);
        assert_eq!(of(Start::Forget(1.0)), [false, true, true]);
        assert_eq!(of(Start::Chrono), [false, true, true]);
        assert_eq!(of(Start::Identity), [true, false, false]);
    }

    #[test]
    fn a_number_out_of_range_is_named() {
        assert_eq!(Setup::default().check(), Ok(()));
        let named = |change: fn(&mut Setup)| {
            let mut setup = Setup::default();
            change(&mut setup);
            match setup.check() {
                Err(EngineError::Range { what, .. }) => what,
                Err(EngineError::NotFinite(wrong)) => wrong.tensor,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(named(|setup| setup.length = 0), "T");
        assert_eq!(named(|setup| setup.length = LENGTHS.end() + 1), "T");
        assert_eq!(named(|setup| setup.hidden_size = HIDDEN_SIZES.end() + 1), "H");
        assert_eq!(named(|setup| setup.batch = 0), "batch");
        assert_eq!(named(|setup| setup.learning_rate = 0.0), "learning rate");
        assert_eq!(named(|setup| setup.learning_rate = f64::NAN), "learning rate");
        assert_eq!(named(|setup| setup.noise = -0.1), "noise");
        assert_eq!(named(|setup| setup.clip = 2.0 * CLIPS.end()), "clip");
        assert_eq!(named(|setup| setup.start = Start::Forget(f64::INFINITY)), "forget bias");
        assert_eq!(named(|setup| setup.seed = u64::MAX), "seed");
    }

    #[test]
    fn the_ranges_are_those_that_the_errors_tell() {
        let told = include_str!("setup.rs");
        for range in [LENGTHS, HIDDEN_SIZES, super::BATCHES] {
            assert!(told.contains(&format!("\"a whole number from {} to {}\"", range.start(), range.end())));
        }
        for range in [super::LEARNING_RATES, super::NOISES, CLIPS, super::FORGETS] {
            assert!(told.contains(&format!("\"a number from {} to {}\"", range.start(), range.end())));
        }
        assert_eq!(*super::SEEDS.end(), 2_u64.pow(53) - 1);
    }
}
