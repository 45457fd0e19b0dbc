//! Gates of a trained network held at a value, and what that does to its recall error.

use eframe::egui::{DragValue, Id, Rect, Role, Ui, UiBuilder};

use super::View;
use super::part::Part;
use crate::engine::cell::{CellKind, HeldGates};
use crate::gui::help;
use crate::gui::theme::text;
use crate::gui::widget::choice::{Choice, choice_ui};
use crate::gui::widget::weight_slider::plain_numbers;
use crate::locale::{Words, number};

/// What a gate can be held at by a click, and how that is written.
const READY: [(f64, &str); 3] = [(0.0, "0"), (0.5, "½"), (1.0, "1")];

/// The place of a gate's held value; none of what is no gate.
pub fn held_mut(held: &mut HeldGates, part: Part) -> Option<&mut Option<f64>> {
    match part {
        Part::I => Some(&mut held.lstm.i),
        Part::F => Some(&mut held.lstm.f),
        Part::O => Some(&mut held.lstm.o),
        Part::R => Some(&mut held.gru.r),
        Part::Z => Some(&mut held.gru.z),
        Part::S | Part::N | Part::H => None,
    }
}

/// What a gate is held at, if it is.
#[must_use]
pub fn held_of(mut held: HeldGates, part: Part) -> Option<f64> {
    held_mut(&mut held, part).and_then(|value| *value)
}

/// "f = 1": the gates of a cell that are held; none where none is.
pub fn in_words(words: Words, kind: CellKind, held: &HeldGates) -> Option<String> {
    let said = Part::of(kind).iter().filter_map(|part| {
        let value = held_of(*held, *part)?;
        Some(format!("{} = {}", part.letter(words), crate::number::short(value)))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| words.with("held-at", &[("gates", said.join(", "))]))
}

/// The row under a gate's heat map: free, 0, ½, 1, or any value.
pub fn hold_ui(ui: &mut Ui, row: Rect, view: &View<'_>, part: Part, held: &mut HeldGates) {
    let words = view.words;
    let Some(value) = held_mut(held, part) else { return };
    let gate = words.text(&format!("inside-{}", part.slug()));
    help::mark(ui, "hold-trained", row);
    let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(row).layout(layout).id_salt(("hold", part)));
    inside.spacing_mut().item_spacing.x = 2.0;
    let free = (words.text("hold-free"), words.with("hold-free-name", &[("gate", gate.clone())]));
    let at = |(_, sign): (f64, &str)| {
        let name = words.with("hold-at-name", &[("gate", gate.clone()), ("value", sign.to_owned())]);
        (sign.to_owned(), name)
    };
    let names: Vec<(String, String)> = std::iter::once(free).chain(READY.map(at)).collect();
    let chosen: Vec<bool> =
        std::iter::once(value.is_none()).chain(READY.map(|(ready, _)| *value == Some(ready))).collect();
    let choice = Choice {
        id: Id::unique(("hold", part)),
        names: &names,
        chosen: &chosen,
        role: Role::RadioButton,
        font: text::semibold(text::SMALL),
        padding: [5.0, 2.0],
        width: 20.0,
        corner: 5,
        framed: true,
        tokens: view.tokens,
    };
    let events = choice_ui(&mut inside, &choice);
    for response in events.responses {
        response.on_hover_text(words.text("hold-trained-tip"));
    }
    match events.clicked {
        Some(0) => *value = None,
        Some(at) => *value = READY.get(at - 1).map(|(ready, _)| *ready),
        None => {}
    }
    any_ui(&mut inside, view, &gate, value);
}

/// Any value: typed, or dragged.
fn any_ui(ui: &mut Ui, view: &View<'_>, gate: &str, value: &mut Option<f64>) {
    plain_numbers(ui);
    ui.spacing_mut().interact_size.y = 18.0;
    let (mut any, is_free, free) = (value.unwrap_or(0.75), value.is_none(), view.words.text("hold-any"));
    let number = DragValue::new(&mut any)
        .range(0.0..=1.0)
        .speed(0.01)
        .update_while_editing(false)
        .custom_formatter(move |value, _| if is_free { free.clone() } else { number::fixed(value, 2) })
        .custom_parser(|text| text.trim().replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite()));
    let name = view.words.with("hold-any-name", &[("gate", gate.to_owned())]);
    let response = ui.add(number);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
    if response.changed() {
        *value = Some(any);
    }
    response.on_hover_text(view.words.text("hold-trained-tip"));
}
