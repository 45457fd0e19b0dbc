//! `trace --explain`: how each number of one step comes about, and what is left of the message.

use std::fmt;

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::EngineError;
use crate::engine::survival::{ALMOST_NOTHING, Left};
use crate::export::table::TableError;
use crate::number::short;
use crate::scene::{Run, Scene};
use crate::working::{Network, Piece, Quantity, Working, lstm_working};

/// What the LSTM computes at a step, in the order in which it can be followed.
const LSTM: [Quantity; 6] = [Quantity::I, Quantity::F, Quantity::G, Quantity::O, Quantity::S, Quantity::H];

/// One step of both networks, opened.
///
/// Displayed as lines of text, with short numbers; [`Explanation::json_text`] has them exactly.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    step: usize,
    run: &'a Run,
    x: Working,
    rnn: Vec<Working>,
    lstm: Vec<Working>,
}

impl<'a> Explanation<'a> {
    /// Opens step `step`, from 1, of a scene's run.
    ///
    /// # Errors
    /// [`EngineError::Step`] for a step outside the sequence.
    pub fn of(scene: &Scene, run: &'a Run, step: usize) -> Result<Self, EngineError> {
        let x = lstm_working(&scene.lstm.lstm(scene.held)?, &run.lstm.trace, Quantity::X, step, 1)?;
        let (rnn, lstm) = (run.rnn_workings(scene, step)?, run.lstm_workings(scene, step, &LSTM)?);
        Ok(Self { step, run, x, rnn, lstm })
    }

    /// The same as JSON: `x`, `workings` (formula, the numbers in it, result) and `left`.
    ///
    /// # Errors
    /// [`TableError::Json`].
    pub fn json_text(&self) -> Result<String, TableError> {
        let (rnn, lstm, step) = (&self.run.rnn, &self.run.lstm, self.step);
        let data = Data {
            step,
            length: self.run.length(),
            message: self.run.message,
            x: self.x.result,
            workings: self.rnn.iter().chain(&self.lstm).map(WorkingData::of).collect(),
            left: [
                LeftData { shade_left: rnn.shade_left(step), ..LeftData::of("rnn", "h", &rnn.blue, step) },
                LeftData {
                    shade_left: lstm.shade_left(step),
                    blue_shown: lstm.shown.ratio(step),
                    ..LeftData::of("lstm", "S", &lstm.blue, step)
                },
            ],
        };
        Ok(format!("{}\n", serde_json::to_string_pretty(&data)?))
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rnn, lstm) = (&self.run.rnn, &self.run.lstm);
        writeln!(to, "step {} of {}: {}", self.step, self.run.length(), self.x)?;
        writeln!(to, "\nRNN")?;
        self.rnn.iter().try_for_each(|line| writeln!(to, "{line}"))?;
        writeln!(to, "{}", left_line("h", &rnn.blue, self.step))?;
        writeln!(to, "\nLSTM")?;
        self.lstm.iter().try_for_each(|line| writeln!(to, "{line}"))?;
        writeln!(to, "{}", left_line("S", &lstm.blue, self.step))
    }
}

/// `blue left in S: 66 % of the 0.889 that got in`; never a share without what it is a share of.
fn left_line(state: &str, left: &Left<f64>, step: usize) -> String {
    let got_in = short(left.got_in);
    match left.ratio(step) {
        _ if step < left.message => {
            format!("blue left in {state}: not yet; the message comes at step {}", left.message)
        }
        Some(ratio) if left.got_in >= ALMOST_NOTHING => {
            format!("blue left in {state}: {} % of the {got_in} that got in", short(100.0 * ratio))
        }
        _ => format!("blue left in {state}: almost nothing got in ({got_in})"),
    }
}

/// An [`Explanation`] as JSON has it.
#[derive(Serialize)]
struct Data {
    step: usize,
    length: usize,
    message: usize,
    x: f64,
    workings: Vec<WorkingData>,
    left: [LeftData; 2],
}

/// A [`Working`] as JSON has it: in `numbers`, numbers are exact and signs are text.
#[derive(Serialize)]
struct WorkingData {
    network: &'static str,
    quantity: String,
    step: usize,
    unit: usize,
    formula: String,
    numbers: Vec<Value>,
    result: f64,
}

impl WorkingData {
    fn of(working: &Working) -> Self {
        let piece = |piece: &Piece| match piece {
            Piece::Number { value, .. } => json!(value),
            sign => json!(sign.to_string()),
        };
        Self {
            network: match working.network {
                Network::Rnn => "rnn",
                Network::Lstm => "lstm",
            },
            quantity: working.quantity.to_string(),
            step: working.step,
            unit: working.unit,
            formula: working.formula.iter().map(ToString::to_string).collect(),
            numbers: working.numbers.iter().map(piece).collect(),
            result: working.result,
        }
    }
}

/// What is left of the message in one network, under the table's names; null before the message.
#[derive(Serialize)]
struct LeftData {
    network: &'static str,
    of: &'static str,
    got_in: Option<f64>,
    blue: Option<f64>,
    blue_left: Option<f64>,
    blue_shown: Option<f64>,
    shade_left: Option<f64>,
}

impl LeftData {
    fn of(network: &'static str, of: &'static str, left: &Left<f64>, step: usize) -> Self {
        let arrived = step >= left.message;
        Self {
            network,
            of,
            got_in: arrived.then_some(left.got_in),
            blue: left.blue.get(step.wrapping_sub(1)).copied().filter(|_| arrived),
            blue_left: left.ratio(step),
            blue_shown: None,
            shade_left: None,
        }
    }
}
