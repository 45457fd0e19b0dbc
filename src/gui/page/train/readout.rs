//! What each network answers at every step when it is asked for the first colour.

use eframe::egui::{Align2, Color32, Rangef, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::{Pointed, View, card_ui, held};
use crate::engine::cell::{CellKind, HeldGates};
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{size, text};
use crate::gui::training::{Learner, LookAt};
use crate::gui::widget::colour_chain::{self, ColourChain, ColourRow, colour_chain_ui, first_rect};
use crate::gui::widget::rail::{Bend, Rail};
use crate::gui::widget::time_axis::TimeAxis;
use crate::locale::{Words, number};
use crate::number::short;

/// The line over the rows, and the room that the card's edges take.
const TITLE: f32 = 24.0;
const EDGES: f32 = 17.0;
/// Left of step 1: the networks' names. Right of step T: their errors.
const NAMES: f32 = 64.0;
const ERRORS: f32 = 150.0;
/// The same where it says as well what is held.
const HELD: f32 = 216.0;

/// The height of the card with so many networks.
pub fn height(networks: usize) -> f32 {
    EDGES + TITLE + colour_chain::height(networks + 1)
}

/// Draws the card. Changes the colour that is asked about.
pub fn readout_ui(
    ui: &mut Ui,
    card: Rect,
    view: &View<'_>,
    look_at: &mut LookAt,
    requests: &mut Vec<Request>,
) -> Pointed {
    let (words, tokens) = (view.words, view.tokens);
    let rect = card_ui(ui, card, tokens);
    let title = words.text("ask-title");
    let title = ui.painter().text(rect.left_top(), Align2::LEFT_TOP, title, text::semibold(text::BODY), tokens.ink);
    let note = words.text("ask-note");
    if !view.projector {
        let font = text::regular(text::SMALL);
        ui.painter().text(rect.right_top(), Align2::RIGHT_TOP, note.clone(), font, tokens.faint);
    }
    help::tip(ui, words, "answers", title);
    let chain_rect = rect.with_min_y(rect.top() + TITLE);
    let ends = if look_at.held == HeldGates::default() { ERRORS } else { HELD };
    let axis = TimeAxis {
        span: Rangef::new(rect.left() + NAMES, rect.right() - ends),
        length: view.training.playback.length(),
    };
    let rows: Vec<ColourRow> = std::iter::once(input_row(view, look_at, axis.length))
        .chain(view.training.learners.iter().map(|learner| answer_row(view, look_at, learner)))
        .collect();
    help::mark(ui, "first-colour", first_rect(chain_rect, axis).expand(3.0));
    help::mark(ui, "answers", chain_rect);
    let chain = ColourChain {
        axis,
        rows: &rows,
        first: (&words.with("ask-first", &[("colour", colour_text(words, look_at.colour))]), &note),
        step: view.step(),
        hover: view.hover,
        tokens,
    };
    let events = colour_chain_ui(ui, chain_rect, &chain, |ui| picker_ui(ui, view, look_at));
    requests.extend(events.went_to.map(Request::GoTo));
    Pointed { step: events.hover, unit: None }
}

/// The sequence: the colour that is asked about, then grey with noise. Before the first report only
/// the colour is known.
fn input_row(view: &View<'_>, look_at: &LookAt, length: usize) -> ColourRow {
    let tokens = view.tokens;
    let probe = view.training.learners.iter().find_map(|learner| learner.latest.probe.as_ref().ok());
    let mut colours: Vec<Color32> = match probe {
        Some(probe) => probe.trace.x().outer_iter().map(|x| tokens.mixture(channels(x.iter()))).collect(),
        None => vec![tokens.mixture([0.0; 3]); length],
    };
    if let Some(first) = colours.first_mut() {
        *first = tokens.mixture(look_at.colour);
    }
    let name = view.words.text("ask-input");
    let spoken = view.words.with("ask-input-spoken", &[("colour", colour_text(view.words, look_at.colour))]);
    ColourRow { name, ink: tokens.faint, colours, end: String::new(), spoken }
}

fn answer_row(view: &View<'_>, look_at: &LookAt, learner: &Learner) -> ColourRow {
    let (words, tokens, latest) = (view.words, view.tokens, &learner.latest);
    let said = latest.probe.as_ref().map(|probe| &probe.said);
    let said: Vec<[f64; 3]> =
        said.map(|said| said.outer_iter().map(|answer| channels(answer.iter())).collect()).unwrap_or_default();
    let now = said.get(view.step() - 1).copied().unwrap_or_default();
    let name = view.name(learner.kind);
    let error = words.with("ask-error", &[("error", short(rounded(latest.answer_error)))]);
    let held = held::in_words(words, learner.kind, &look_at.held);
    let end = held.map_or_else(|| error.clone(), |held| format!("{held} · {error}"));
    let values = [
        ("cell", name.clone()),
        ("step", view.step().to_string()),
        ("colour", colour_text(words, now)),
        ("end", end.clone()),
    ];
    let spoken = words.with("ask-answer-spoken", &values);
    let colours = said.into_iter().map(|answer| tokens.mixture(answer)).collect();
    ColourRow { name, ink: ink_of(view, learner.kind), colours, end, spoken }
}

/// Two digits are enough of an error that changes sixty times a second.
fn rounded(error: f64) -> f64 {
    if error <= 0.0 || !error.is_finite() {
        return error;
    }
    let grain = 10f64.powf(error.log10().floor() - 1.0);
    (error / grain).round() * grain
}

fn ink_of(view: &View<'_>, kind: CellKind) -> Color32 {
    view.tokens.cell(kind)
}

/// Three numbers of a row.
fn channels<'a>(mut values: impl Iterator<Item = &'a f64>) -> [f64; 3] {
    std::array::from_fn(|_| values.next().copied().unwrap_or_default())
}

/// "red −0.50, green 0.20, blue 1.00"
pub fn colour_text(words: Words, [red, green, blue]: [f64; 3]) -> String {
    let [red, green, blue] = [red, green, blue].map(|channel| number::fixed(channel, 2));
    words.with("colour-value", &[("red", red), ("green", green), ("blue", blue)])
}

/// Colours to begin with: their keys and numbers.
const READY: [(&str, [f64; 3]); 6] = [
    ("colour-red", [0.8, -0.6, -0.6]),
    ("colour-yellow", [0.9, 0.6, -0.8]),
    ("colour-green", [-0.7, 0.4, -0.4]),
    ("colour-blue", [-0.9, -0.3, 0.5]),
    ("colour-purple", [0.0, -0.5, 0.5]),
    ("colour-grey", [0.0, 0.0, 0.0]),
];

/// The colour that is asked about: ready ones, or any mixture of three.
fn picker_ui(ui: &mut Ui, view: &View<'_>, look_at: &mut LookAt) {
    let (words, tokens) = (view.words, view.tokens);
    ui.set_min_width(220.0);
    let title = words.with("ask-first", &[("colour", colour_text(words, look_at.colour))]);
    ui.label(RichText::new(title).font(text::semibold(text::BODY)));
    ui.horizontal(|ui| {
        for (key, colour) in READY {
            let name = words.text(key);
            let (rect, response) = ui.allocate_exact_size(vec2(30.0, 24.0), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Button, ui.is_enabled(), &name));
            ui.painter().rect_filled(rect, 6.0, tokens.mixture(colour));
            if response.hovered() || response.has_focus() {
                let ring = crate::gui::theme::focus_ring(tokens);
                ui.painter().rect_stroke(rect, 6.0, ring, eframe::egui::StrokeKind::Outside);
            }
            if response.on_hover_text(name).clicked() {
                look_at.colour = colour;
            }
        }
    });
    ui.add_space(2.0);
    let pure = [[1.0, -1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]];
    for ((key, pure), channel) in ["channel-red", "channel-green", "channel-blue"].into_iter().zip(pure).zip(0..) {
        let Some(value) = look_at.colour.get_mut::<usize>(channel) else { continue };
        ui.horizontal(|ui| {
            let (dot, _) = ui.allocate_exact_size(Vec2::splat(12.0), Sense::hover());
            ui.painter().circle_filled(dot.center(), 5.0, tokens.mixture(pure));
            let name = words.text(key);
            let rail = Rail {
                value,
                range: -1.0..=1.0,
                from: 0.0,
                grain: 0.05,
                bend: Bend::Even,
                colour: tokens.ink,
                name,
                width: 158.0,
                tokens,
            };
            ui.add(rail);
            ui.label(number::fixed(*value, 2));
        });
    }
    let (rect, _) = ui.allocate_exact_size(vec2(220.0, 22.0), Sense::hover());
    ui.painter().rect_filled(rect, size::CARD_CORNER, tokens.mixture(look_at.colour));
}
