//! What the parts of a memory block are called: their places, for the help and for tooltips.

use eframe::egui::{Rect, Ui};

use super::{BUS, CANDIDATE, END, FORGET, INLET, LENS, LIGHT, LstmBlock, OUTPUT, PIPE, PLUS, Sheet, TANK};
use crate::gui::help;

/// Marks and explains the parts of a block that is drawn into `rect`. It must be called before the
/// block itself, so that valves keep their own tooltips.
pub fn lstm_tips_ui(ui: &Ui, rect: Rect, block: &LstmBlock<'_>) {
    let (words, tokens) = (block.words, block.tokens);
    let sheet = Sheet::new(ui.painter().clone(), rect, None, tokens);
    let small = sheet.small();
    let pipe = |left: f32, right: f32, line: f32| sheet.rect(left, line - 10.0, right, line + 10.0);
    help::symbol(
        ui,
        words,
        "pipe",
        pipe(10.0, FORGET - 30.0, PIPE).union(sheet.rect(10.0, PIPE - 32.0, 90.0, PIPE + 42.0)),
    );
    if block.numbers.drained != 0.0 && !small {
        help::symbol(ui, words, "drain", sheet.rect(FORGET - 120.0, PIPE + 20.0, FORGET - 16.0, PIPE + 50.0));
    }
    help::symbol(ui, words, "plus", sheet.rect(PLUS - 12.0, PIPE - 12.0, PLUS + 12.0, PIPE + 12.0));
    help::symbol(ui, words, "candidate", sheet.rect(PLUS - 34.0, CANDIDATE - 16.0, PLUS + 34.0, CANDIDATE + 16.0));
    help::symbol(ui, words, "tank", sheet.rect(TANK.0, 12.0, TANK.1, 124.0));
    help::symbol(ui, words, "copy", sheet.rect(LENS - 9.0, 125.0, LENS + 60.0, 141.0));
    help::symbol(ui, words, "tanh", sheet.rect(402.0, LIGHT - 14.0, 446.0, LIGHT + 14.0));
    help::symbol(ui, words, "light", sheet.rect(OUTPUT + 24.0, LIGHT - 10.0, END, LIGHT + 50.0));
    help::symbol(ui, words, "sources", sheet.rect(6.0, CANDIDATE - 12.0, 116.0, BUS));
    help::tip(ui, words, "sources", sheet.rect(116.0, BUS - 5.0, OUTPUT, BUS + 5.0));
    help::tip(ui, words, "tank", sheet.rect(TANK.1 + 4.0, PIPE - 30.0, END, PIPE + 10.0));
    for (topic, (x, y), label) in [
        ("valve-i", (PLUS, INLET), sheet.rect(PLUS - 92.0, INLET - 10.0, PLUS - 17.0, INLET + 10.0)),
        ("valve-f", (FORGET, PIPE), sheet.rect(FORGET - 38.0, PIPE - 44.0, FORGET + 38.0, PIPE - 20.0)),
        ("valve-o", (OUTPUT, LIGHT), sheet.rect(OUTPUT - 38.0, LIGHT - 44.0, OUTPUT + 38.0, LIGHT - 20.0)),
    ] {
        help::mark(ui, topic, sheet.rect(x - 20.0, y - 20.0, x + 20.0, y + 20.0).union(label));
    }
    // One pin stands for all three.
    let pins = [(FORGET, PIPE), (PLUS, INLET), (OUTPUT, LIGHT)];
    let [i, f, o] = block.valves.map(|valve| valve.pinned_by_hand);
    if let Some(((x, y), _)) = pins.into_iter().zip([f, i, o]).find(|(_, pinned)| *pinned) {
        help::mark(ui, "pin", sheet.rect(x + 14.0, y - 28.0, x + 30.0, y - 12.0));
    }
}
