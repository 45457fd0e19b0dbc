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

pub use lstm::{LstmBlock, Others, ValveWords, lstm_block_ui, lstm_tips_ui};
pub use rnn::{RnnBlock, rnn_block_ui, rnn_tips_ui};
pub use valve::{Grip, ValveEvent};

use eframe::egui::{Id, Rect, Sense, Ui};

use crate::gui::help;
use crate::gui::theme::Tokens;
use crate::gui::widget::opened::opens_ui;
use crate::gui::widget::roving;
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

/// A number, where it stands, its symbol and its value, and what the help says of it.
type Placed = (BlockNumber, Rect, String, f64, &'static str);

/// Numbers that open. They are one stop of Tab, with arrows inside; the tooltip of each is that of
/// the help.
fn numbers_ui(
    ui: &mut Ui,
    id: Id,
    numbers: &[Placed],
    words: Words,
    tokens: &Tokens,
    opened: &dyn Fn(&mut Ui, BlockNumber),
) {
    let ids: Vec<Id> = (0..numbers.len()).map(|at| id.with(("number", at))).collect();
    let reached = roving::reached(ui, &ids, 0);
    for (at, ((number, rect, symbol, value, topic), id)) in numbers.iter().zip(ids).enumerate() {
        let name = words.with("opened-number", &[("symbol", symbol.clone()), ("value", seen(*value))]);
        let sense = roving::sense(Sense::click(), at == reached);
        let response = opens_ui(ui, *rect, (id, sense), &name, tokens, |ui| opened(ui, *number));
        help::explain(response, words, topic);
    }
}
