//! The keyboard within a row: a row of many parts is one stop of Tab, and arrows move inside it.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Response, Sense, Ui, accesskit};

/// Which part of a row Tab reaches: the one that has the keyboard, else the given one. Arrows, Home
/// and End move the keyboard within the row. To be asked before the row is drawn.
pub fn reached(ui: &Ui, ids: &[Id], otherwise: usize) -> usize {
    reached_by(ui, ids, otherwise, Way::Across)
}

/// The same in a column, where arrows up and down move as well.
pub fn reached_in_column(ui: &Ui, ids: &[Id], otherwise: usize) -> usize {
    reached_by(ui, ids, otherwise, Way::Both)
}

/// Which arrows are the row's own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Across,
    Both,
}

fn reached_by(ui: &Ui, ids: &[Id], otherwise: usize, way: Way) -> usize {
    let asked =
        ids.iter().position(|id| ui.input(|input| input.has_accesskit_action_request(*id, accesskit::Action::Focus)));
    let focused = ids.iter().position(|id| ui.memory(|memory| memory.has_focus(*id)));
    let at = match (asked, focused) {
        (Some(asked), _) => asked,
        (None, Some(focused)) => moved(ui, focused, ids.len(), way),
        (None, None) => return otherwise,
    };
    if let Some(id) = ids.get(at) {
        ui.memory_mut(|memory| {
            if Some(at) != focused {
                memory.request_focus(*id);
            }
            memory.set_focus_lock_filter(*id, own(way));
        });
    }
    at
}

/// What a part of a row can be asked for; only the part that Tab reaches takes the keyboard.
#[must_use]
pub fn sense(whole: Sense, reached: bool) -> Sense {
    if reached { whole } else { whole - Sense::FOCUSABLE }
}

/// The step that keys ask for on a row that stands for the sequence: arrows, Home and End.
#[must_use]
pub fn step_asked(ui: &Ui, response: &Response, step: usize, length: usize) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, own(Way::Across)));
    let asked = moved(ui, step.saturating_sub(1), length, Way::Across) + 1;
    (asked != step).then_some(asked)
}

/// Arrows to the left and right are a row's own; those up and down leave it, but not a column.
fn own(way: Way) -> EventFilter {
    EventFilter { horizontal_arrows: true, vertical_arrows: way == Way::Both, ..EventFilter::default() }
}

/// A place among `count` after the keys of this frame.
fn moved(ui: &Ui, at: usize, count: usize, way: Way) -> usize {
    ui.input_mut(|input| {
        let mut pressed = |key| input.count_and_consume_key(Modifiers::NONE, key);
        let (mut on, mut back) = (pressed(Key::ArrowRight), pressed(Key::ArrowLeft));
        if way == Way::Both {
            (on, back) = (on + pressed(Key::ArrowDown), back + pressed(Key::ArrowUp));
        }
        if pressed(Key::Home) > 0 {
            return 0;
        }
        let last = count.saturating_sub(1);
        if pressed(Key::End) > 0 { last } else { (at + on).saturating_sub(back).min(last) }
    })
}
