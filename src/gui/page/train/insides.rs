//! Inside one network: its gates and states as units × time, and the half-life of every unit.

use eframe::egui::{Align, Align2, Button, Id, Layout, Rect, RichText, Role, Ui, UiBuilder, pos2, vec2};

use super::held::hold_ui;
use super::part::Part;
use super::{Pointed, View, card_ui};
use crate::engine::cell::CellKind;
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{size, text};
use crate::gui::training::{Learner, LookAt, Race};
use crate::gui::widget::choice::{Choice, choice_ui};
use crate::gui::widget::half_life_bars::{HalfLifeBars, half_life_bars_ui};
use crate::gui::widget::heat_map::{HeatMap, heat_map_ui};
use crate::locale::number;
use crate::number::short;

/// The line with the choice of the network.
pub const HEAD: f32 = 30.0;
/// A card's title, and the row under its map.
const TITLE: f32 = 22.0;
const FOOT: f32 = 24.0;
/// The widest a map is drawn: cells much wider than high tell nothing more.
const MOST_WIDE: f32 = 520.0;

/// Draws the line and the cards. Changes what is looked at.
pub fn insides_ui(
    ui: &mut Ui,
    rect: Rect,
    view: &View<'_>,
    look_at: &mut LookAt,
    race: &Race,
    requests: &mut Vec<Request>,
) -> Pointed {
    head_ui(ui, rect.with_max_y(rect.top() + HEAD), view, look_at, race, requests);
    let cards = rect.with_min_y(rect.top() + HEAD);
    let Some(learner) = view.training.learner(look_at.cell) else {
        card_ui(ui, cards, view.tokens);
        return Pointed::default();
    };
    if let Some(error) = &learner.latest.wrong {
        let inside = card_ui(ui, cards, view.tokens);
        let said = format!("{}\n{}", view.words.error(error), view.words.hint(error));
        let font = text::regular(text::BODY);
        ui.painter().text(inside.center(), Align2::CENTER_CENTER, said, font, view.tokens.warning);
        return Pointed::default();
    }
    let parts = Part::of(look_at.cell);
    let has_bars = look_at.cell != CellKind::Rnn;
    #[expect(clippy::cast_precision_loss, reason = "at most five cards")]
    let count = (parts.len() + usize::from(has_bars)) as f32;
    let width = ((cards.width() - size::GAP * (count - 1.0)) / count).min(MOST_WIDE);
    let mut pointed = Pointed::default();
    let mut at = cards.left();
    let mut next = || {
        let card = Rect::from_min_size(pos2(at, cards.top()), vec2(width, cards.height()));
        at += width + size::GAP;
        card
    };
    for part in parts {
        pointed = heat_ui(ui, next(), view, learner, *part, look_at, requests).or(pointed);
    }
    if has_bars {
        pointed = bars_ui(ui, next(), view, learner, look_at).or(pointed);
    } else {
        note_ui(ui, next().with_max_x(cards.right()), view);
    }
    pointed
}

/// Which network is looked at, what holding a gate does, and what can be done with it.
pub fn head_ui(
    ui: &mut Ui,
    row: Rect,
    view: &View<'_>,
    look_at: &mut LookAt,
    race: &Race,
    requests: &mut Vec<Request>,
) {
    let words = view.words;
    let mut inside =
        ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)).id_salt("insides"));
    inside.spacing_mut().item_spacing.x = 4.0;
    let title = RichText::new(words.text("inside-title")).font(text::semibold(text::BODY)).color(view.tokens.ink);
    inside.label(title);
    inside.add_space(4.0);
    let cells: Vec<CellKind> = race.cells.iter().copied().collect();
    let name = |kind: &CellKind| (view.name(*kind), words.with("inside-of", &[("cell", view.name(*kind))]));
    let choice = Choice {
        id: Id::unique("inside-of"),
        names: &cells.iter().map(name).collect::<Vec<_>>(),
        chosen: &cells.iter().map(|kind| *kind == look_at.cell).collect::<Vec<_>>(),
        role: Role::RadioButton,
        font: text::semibold(text::SMALL + 0.5),
        padding: [9.0, 3.0],
        width: 0.0,
        corner: 7,
        framed: true,
        tokens: view.tokens,
    };
    let events = choice_ui(&mut inside, &choice);
    for response in events.responses {
        help::mark(ui, "inside-of", response.rect);
        response.on_hover_text(help::meaning(words, "inside-of"));
    }
    if let Some(kind) = events.clicked.and_then(|at| cells.get(at)) {
        // A unit of one network is none of another.
        look_at.unit = look_at.unit.filter(|_| look_at.cell == *kind);
        look_at.cell = *kind;
    }
    inside.add_space(10.0);
    held_ui(&mut inside, view, look_at);
    inside.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().button_padding = vec2(9.0, 3.0);
        ui.spacing_mut().interact_size.y = 22.0;
        let copy = ui.add(small(words.text("copy-torch"))).on_hover_text(words.text("copy-torch-tip"));
        help::mark(ui, "copy-torch", copy.rect);
        if copy.clicked() {
            requests.push(Request::CopyModel);
        }
        open_button_ui(ui, view, look_at);
    });
}

/// Opens the longest-lived unit, or goes back to all of them.
fn open_button_ui(ui: &mut Ui, view: &View<'_>, look_at: &mut LookAt) {
    let words = view.words;
    let (key, to) = if look_at.unit.is_some() {
        ("unit-close", None)
    } else {
        let longest = view.training.learner(look_at.cell).and_then(|learner| learner.order.first());
        ("unit-longest", longest.map(|unit| unit + 1))
    };
    let enabled = look_at.unit.is_some() || (to.is_some() && look_at.cell != CellKind::Rnn);
    if !enabled {
        return;
    }
    let open = ui.add(small(words.text(key))).on_hover_text(words.text(&format!("{key}-tip")));
    help::mark(ui, "open-unit", open.rect);
    if open.clicked() {
        look_at.unit = to;
    }
}

/// A button of second rank.
pub fn small(label: String) -> Button<'static> {
    Button::new(RichText::new(label).font(text::regular(text::SMALL + 0.5)))
}

/// The recall error with gates held, against that without.
fn held_ui(ui: &mut Ui, view: &View<'_>, look_at: &LookAt) {
    let Some(learner) = view.training.learner(look_at.cell) else { return };
    let Some(gates) = super::held::in_words(view.words, look_at.cell, &look_at.held) else { return };
    let free = learner.latest_error().map_or_else(|| "–".to_owned(), |latest| short(latest.error));
    let held = learner.latest.held_error.map_or_else(|| "…".to_owned(), short);
    let values = [("gates", gates), ("free", free), ("held", held)];
    let said = RichText::new(view.words.with("held-error", &values)).font(text::semibold(text::BODY));
    let label = ui.label(said.color(view.tokens.ink));
    help::mark(ui, "held-error", label.rect);
    label.on_hover_text(view.words.text("hold-trained-tip"));
}

/// One gate or state of every unit at every step.
fn heat_ui(
    ui: &mut Ui,
    card: Rect,
    view: &View<'_>,
    learner: &Learner,
    part: Part,
    look_at: &mut LookAt,
    requests: &mut Vec<Request>,
) -> Pointed {
    let (words, tokens) = (view.words, view.tokens);
    let rect = card_ui(ui, card, tokens);
    let title = words.text(&format!("inside-{}", part.slug()));
    let ink = part.ink(tokens);
    let title_at = ui.painter().text(rect.left_top(), Align2::LEFT_TOP, &title, text::semibold(text::BODY), ink);
    let topic = if part.is_gate() { "heat-gate" } else { "heat-state" };
    help::tip(ui, words, topic, title_at);
    let Ok(probe) = &learner.latest.probe else { return Pointed::default() };
    let Some(numbers) = part.numbers(&probe.trace) else { return Pointed::default() };
    let (length, units) = numbers.dim();
    let note = words.with("inside-size", &[("units", units.to_string()), ("steps", length.to_string())]);
    let note = ui.painter().layout_no_wrap(note, text::regular(text::SMALL - 0.5), tokens.faint);
    if title_at.right() + 8.0 + note.size().x <= rect.right() && !view.projector {
        ui.painter().galley(pos2(rect.right() - note.size().x, rect.top() + 1.0), note, tokens.faint);
    }
    let map_rect = Rect::from_min_max(rect.min + vec2(0.0, TITLE), rect.max - vec2(0.0, FOOT));
    help::mark(ui, topic, map_rect);
    let at = |unit: usize, row: usize| numbers.get((row, unit)).copied().unwrap_or(f64::NAN);
    let key = Id::unique("heat-unit");
    let unit: usize = ui.data(|data| data.get_temp(key)).unwrap_or(1).min(units.max(1));
    let value = |unit: usize, step: usize| {
        words.with(
            "heat-value",
            &[
                ("unit", unit.to_string()),
                ("step", step.to_string()),
                ("letter", part.letter(words).to_owned()),
                ("value", number::value(at(unit - 1, step - 1))),
            ],
        )
    };
    let map = HeatMap {
        id: Id::unique(("heat", part)),
        order: &learner.order,
        length,
        colour: &|unit, row| part.colour(tokens, at(unit, row)),
        serial: view.training.serial(),
        step: view.step(),
        hover: (view.hover, view.training.pointed),
        unit,
        spoken: &format!("{title}. {}", value(unit, view.step().min(length))),
        tokens,
    };
    let events = heat_map_ui(ui, map_rect, &map);
    requests.extend(events.went_to.map(Request::GoTo));
    if let Some(unit) = events.unit {
        ui.data_mut(|data| data.insert_temp(key, unit));
    }
    if let Some(unit) = events.opened {
        look_at.unit = Some(unit);
    }
    if let Some((unit, step)) = events.hover {
        events.response.on_hover_ui_at_pointer(|ui| {
            ui.label(RichText::new(value(unit, step)).color(ink));
        });
    }
    hold_ui(ui, rect.with_min_y(rect.bottom() - FOOT + 6.0), view, part, &mut look_at.held);
    Pointed { step: events.hover.map(|(_, step)| step), unit: events.hover.map(|(unit, _)| unit) }
}

/// How long each unit remembers.
fn bars_ui(ui: &mut Ui, card: Rect, view: &View<'_>, learner: &Learner, look_at: &mut LookAt) -> Pointed {
    let (words, tokens) = (view.words, view.tokens);
    let rect = card_ui(ui, card, tokens);
    let title = words.text("half-lives");
    let part = if learner.kind == CellKind::Lstm { Part::F } else { Part::Z };
    let (font, ink) = (text::semibold(text::BODY), part.ink(tokens));
    let title_at = ui.painter().text(rect.left_top(), Align2::LEFT_TOP, title, font, ink);
    help::tip(ui, words, "half-lives", title_at);
    let Ok(probe) = &learner.latest.probe else { return Pointed::default() };
    let half_life = |unit: &usize| (*unit, probe.half_lives.get(*unit).copied().unwrap_or_default());
    let rows = Rect::from_min_max(rect.min + vec2(0.0, TITLE), rect.max - vec2(0.0, FOOT));
    help::mark(ui, "half-lives", rows);
    let bars = HalfLifeBars {
        bars: &learner.order.iter().map(half_life).collect::<Vec<_>>(),
        length: (view.training.playback.length(), "T"),
        number: &number::steps,
        name: &|unit, half_life| {
            words.with("half-life-of", &[("unit", unit.to_string()), ("steps", number::steps(half_life))])
        },
        power: &number::power_of_ten,
        colour: part.ink(tokens),
        pointed: view.training.pointed,
        tokens,
    };
    let events = half_life_bars_ui(ui, rows, &bars);
    if events.opened.is_some() {
        look_at.unit = events.opened;
    }
    Pointed { step: None, unit: events.hover }
}

/// Why the RNN has no more to show.
fn note_ui(ui: &mut Ui, card: Rect, view: &View<'_>) {
    let rect = card_ui(ui, card, view.tokens);
    let said = view.words.text("inside-rnn-note");
    let galley = ui.painter().layout(said, text::regular(text::BODY), view.tokens.faint, rect.width());
    ui.painter().galley(rect.left_top() + vec2(0.0, 2.0), galley, view.tokens.faint);
}
