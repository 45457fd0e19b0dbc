//! The networks of one unit as plumbing: what flows at one step, drawn from the trace.
//!
//! An LSTM's cell state flows along one pipe: past the forget valve, to a plus where what the input
//! valve lets in joins it, into the tank, and on to the next step of the same block only. h is a
//! copy of it, drawn as light without walls: through tanh and past the output valve. The RNN has
//! one pipe, one tank, and no valve.

mod drawing;
mod lstm;
mod region;
mod rnn;
mod tank;
mod valve;

pub use lstm::{LstmBlock, ValveWords, lstm_block_ui, lstm_tips_ui};
pub use rnn::{RnnBlock, rnn_block_ui, rnn_tips_ui};
pub use valve::ValveEvent;

use eframe::egui::{Id, Rect, Ui};

use crate::gui::help;
use crate::gui::theme::Tokens;
use crate::gui::widget::opened::opens_ui;
use crate::locale::Words;
use crate::locale::number::seen;
use crate::working::Quantity;

/// A number in the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockNumber {
    /// One of the step at hand.
    Now(Quantity),
    /// One of the step before.
    Before(Quantity),
    /// What the forget gate throws away.
    Drained,
}

impl BlockNumber {
    /// What the help says of it.
    fn topic(self) -> &'static str {
        match self {
            Self::Now(Quantity::S) => "tank",
            Self::Before(Quantity::S) => "pipe",
            Self::Now(Quantity::G) => "candidate",
            Self::Now(Quantity::H) => "light",
            Self::Now(_) | Self::Before(_) => "sources",
            Self::Drained => "drain",
        }
    }
}

/// A number that stands at a place, and opens; its tooltip is that of the help.
fn number_ui(
    ui: &mut Ui,
    rect: Rect,
    (id, number): (Id, BlockNumber),
    (symbol, value): (&str, f64),
    words: Words,
    tokens: &Tokens,
    opened: &dyn Fn(&mut Ui, BlockNumber),
) {
    let name = words.with("opened-number", &[("symbol", symbol.to_owned()), ("value", seen(value))]);
    let response = opens_ui(ui, rect, id, &name, tokens, |ui| opened(ui, number));
    help::explain(response, words, number.topic());
}
