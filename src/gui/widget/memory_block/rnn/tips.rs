//! What the parts of the RNN are called: their places, for the help and for tooltips.

use eframe::egui::{Rect, Ui};

use super::{INLET, PIPE, Sheet, TANK, TIMES_U};
use crate::gui::help;
use crate::gui::theme::Tokens;
use crate::locale::Words;

/// Marks and explains the parts of an RNN that is drawn into `rect`. It must be called before the
/// drawing itself, so that its handles keep their own tooltips.
pub fn rnn_tips_ui(ui: &Ui, rect: Rect, words: Words, tokens: &Tokens) {
    let sheet = Sheet::new(ui.painter().clone(), rect, None, tokens);
    help::symbol(ui, words, "rnn-pipe", sheet.rect(10.0, PIPE - 34.0, TIMES_U - 50.0, PIPE + 10.0));
    help::symbol(ui, words, "rnn-tank", sheet.rect(TANK.0, 28.0, TANK.1, 162.0));
    help::tip(ui, words, "paints", sheet.rect(INLET - 12.0, 222.0, INLET + 44.0, 246.0));
    help::mark(ui, "times-u", sheet.rect(TIMES_U - 46.0, PIPE - 12.0, TIMES_U + 46.0, PIPE + 12.0));
    // x stands at the foot of its pipe, under the weight.
    help::mark(ui, "times-w", sheet.rect(INLET - 46.0, 180.0, INLET + 46.0, 246.0));
}
