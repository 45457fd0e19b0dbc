//! The heads of the two networks' cards: headline, chain, sentence.

use eframe::egui::{Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::compare::told_text;
use super::{View, opened, picker};
use crate::engine::survival::{ALMOST_NOTHING, ENDS, Left};
use crate::gui::computed::Shown;
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::stage::Stage;
use crate::gui::state::Document;
use crate::gui::theme::{Tokens, focus_ring, size, stroke, text};
use crate::gui::widget::headline::{self, Headline, headline_ui};
use crate::gui::widget::opened::opens_on;
use crate::gui::widget::paint_chain::{self, Brush, ChainEvents, ChainNames, PaintChain, next_paint, paint_chain_ui};
use crate::gui::widget::rich_text::{sentence_job, spoken};
use crate::gui::widget::time_axis::TimeAxis;
use crate::locale::{Words, headline, held_in_words, lstm_sentence, number, paint_name, rnn_sentence};
use crate::scene::{Control, Controls, Scene};
use crate::working::Network;

/// The room for the sentence: two lines and a line of facts.
const SENTENCE: f32 = 58.0;
/// How far down in it the line of facts stands.
const FACTS: f32 = 37.0;

/// From the top of a card to its headline.
fn pad(projector: bool) -> f32 {
    if projector { size::PAD / 2.0 } else { size::PAD }
}

/// Where the steps stand in a card.
pub fn card_axis(card: Rect, length: usize) -> TimeAxis {
    TimeAxis { span: Rangef::new(card.left() + size::PAD + size::GUTTER, card.right() - size::PAD - size::END), length }
}

/// Both heads. Returns the step under the pointer.
pub fn heads_ui(
    ui: &mut Ui,
    cards: [Rect; 2],
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let open_below = document.scene.layers.curves || document.scene.layers.valves;
    let mut hover = None;
    for (card, network) in cards.into_iter().zip([Network::Rnn, Network::Lstm]) {
        head_ground(ui, card, open_below, view.tokens);
        hover = head_ui(ui, card, network, Head::Whole, view, shown, document, requests).or(hover);
    }
    hover
}

/// How much of a head is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Headline, chain, sentence.
    Whole,
    /// The chain alone.
    ChainOnly,
}

impl Head {
    /// How high it is.
    #[must_use]
    pub fn height(self, projector: bool) -> f32 {
        let sentence = if projector { FACTS } else { SENTENCE };
        match self {
            Self::Whole => pad(projector) + headline::HEIGHT + paint_chain::HEIGHT + sentence,
            Self::ChainOnly => paint_chain::HEIGHT,
        }
    }
}

/// One network's head, or its chain alone, from the top of a card; edits the paints. Returns the
/// step under the pointer.
#[expect(clippy::too_many_arguments, reason = "what every part takes, and which head")]
pub fn head_ui(
    ui: &mut Ui,
    card: Rect,
    network: Network,
    head: Head,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let inner = card.shrink2(vec2(size::PAD, 0.0));
    let mut top = card.top();
    if head == Head::Whole {
        top += pad(view.projector) + headline::HEIGHT;
        let place = Rect::from_x_y_ranges(inner.x_range(), top - headline::HEIGHT..=top);
        network_headline_ui(ui, place, network, view, shown);
    }
    let row = Rect::from_x_y_ranges(inner.x_range(), top..=top + paint_chain::HEIGHT);
    let events = chain_ui(ui, row, card_axis(card, document.scene.length()), network, view, shown, &mut document.scene);
    if head == Head::Whole {
        let place = Rect::from_x_y_ranges(inner.x_range(), row.bottom()..=card.bottom());
        sentence_ui(ui, place, network, view, shown, &document.scene);
    }
    requests.extend(events.went_to.map(Request::GoTo));
    if let Some((steps, brush)) = events.painted {
        put(&mut document.scene, steps, brush, view.allowed);
    }
    events.hover
}

/// Paints the steps that may be painted; a click takes the next paint of the step that it hits.
fn put(scene: &mut Scene, steps: std::ops::RangeInclusive<usize>, brush: Brush, allowed: &Controls) {
    for step in steps.filter(|step| allowed.allows(Control::Paint(*step))) {
        if let Some(paint) = scene.paints.get_mut(step - 1) {
            *paint = match brush {
                Brush::Next => next_paint(*paint),
                Brush::Paint(new) => new,
            };
        }
    }
}

/// A card's ground; with curves under it, head and body are one card in two pieces.
fn head_ground(ui: &Ui, card: Rect, open_below: bool, tokens: &Tokens) {
    let corner = size::CARD_CORNER;
    let below = if open_below { 0 } else { corner };
    let corners = eframe::egui::CornerRadius { nw: corner, ne: corner, sw: below, se: below };
    let line = Stroke::new(stroke::HAIR, tokens.hairline);
    ui.painter().rect(card, corners, tokens.card, line, StrokeKind::Inside);
    if open_below {
        let edge = Rect::from_min_max(card.left_bottom() + vec2(1.0, -1.5), card.right_bottom() - vec2(1.0, 0.0));
        ui.painter().rect_filled(edge, 0.0, tokens.card);
    }
}

/// The ground of both bodies, which go on from their heads.
pub fn bodies_ground(ui: &Ui, cards: [Rect; 2], tokens: &Tokens) {
    for card in cards {
        body_ground(ui, card, tokens);
    }
}

fn body_ground(ui: &Ui, card: Rect, tokens: &Tokens) {
    let corner = size::CARD_CORNER;
    let corners = eframe::egui::CornerRadius { nw: 0, ne: 0, sw: corner, se: corner };
    ui.painter().rect(card, corners, tokens.card, Stroke::new(stroke::HAIR, tokens.hairline), StrokeKind::Inside);
    let edge = Rect::from_min_max(card.left_top() + vec2(1.0, 0.0), pos2(card.right() - 1.0, card.top() + 1.5));
    ui.painter().rect_filled(edge, 0.0, tokens.card);
}

/// The sequence as swatches, and under each the state after it.
fn chain_ui(
    ui: &mut Ui,
    row: Rect,
    axis: TimeAxis,
    network: Network,
    view: &View<'_>,
    shown: &Shown,
    scene: &mut Scene,
) -> ChainEvents {
    let (words, tokens, step) = (view.words, view.tokens, view.step());
    let (start, states, letter, key) = match network {
        Network::Rnn => (shown.run.rnn.trace.h0.sum(), &shown.rnn_h, "h", "chain-states-rnn"),
        Network::Lstm => (shown.run.lstm.trace.s0.sum(), &shown.lstm_s, words.cell_state(), "chain-states-lstm"),
    };
    let state = states.get(step - 1).copied().unwrap_or_default();
    let chain = PaintChain {
        axis,
        x: &shown.run.x,
        paints: &scene.paints.clone(),
        start,
        states,
        letter,
        message: scene.message,
        step,
        hover: view.hover,
        landed: landed(ui, view, network),
        until: view.until(),
        paintable: &|step| view.allowed.allows(Control::Paint(step)),
        tokens,
    };
    let network_name = network_name(network);
    let names = ChainNames {
        swatch: &|step, paint| {
            words.with(
                "swatch-name",
                &[
                    ("step", step.to_string()),
                    ("paint", paint_name(words, paint)),
                    ("network", words.text(network_name)),
                ],
            )
        },
        states: words.with(key, &[("step", step.to_string()), ("value", number::value(state))]),
        strip: words.with("strip-name", &[("network", words.text(network_name))]),
    };
    chain_help(ui, row, &chain, words);
    let message_at = chain.places(row).message;
    let events = paint_chain_ui(ui, row, &chain, &names, |ui, step| picker::picker_ui(ui, view, scene, step));
    // After the swatch under it, or that would take the pointer.
    help::symbol(ui, words, "message", message_at);
    events
}

/// How long a state takes to its place in the chain, in seconds.
const LANDS_IN_SECS: f32 = 0.25;

/// How far the state of the step at hand is in its place: S from its stage on. The RNN has no
/// stages; its h is there at once.
fn landed(ui: &Ui, view: &View<'_>, network: Network) -> f32 {
    let there = network == Network::Rnn || view.playback.stage().is_none_or(|stage| stage >= Stage::S);
    let secs = if there && !view.still { LANDS_IN_SECS } else { 0.0 };
    ui.ctx().animate_bool_with_time(ui.scope_id().with((network, "landed")), there, secs)
}

/// Marks the parts of a chain, and explains its symbols.
fn chain_help(ui: &Ui, row: Rect, chain: &PaintChain<'_>, words: Words) {
    let places = chain.places(row);
    help::mark(ui, "paints", places.paints);
    help::mark(ui, "states", places.states);
    help::tip(ui, words, "paints", places.letters[0]);
    help::tip(ui, words, "states", places.letters[1]);
    help::symbol(ui, words, "start", places.start);
}

fn network_name(network: Network) -> &'static str {
    match network {
        Network::Rnn => "network-rnn",
        Network::Lstm => "network-lstm",
    }
}

fn network_headline_ui(ui: &mut Ui, rect: Rect, network: Network, view: &View<'_>, shown: &Shown) {
    let (words, step) = (view.words, view.step());
    let (left, what, state) = match network {
        Network::Rnn => (&shown.run.rnn.blue, "network-rnn-what", "h"),
        Network::Lstm => (&shown.run.lstm.blue, "network-lstm-what", words.cell_state()),
    };
    let said = headline(words, left, step, shown.run.has_turned(network, step));
    let name = words.text(network_name(network));
    // A lecture hall has no line of facts: what must be known stands in the place of what is known.
    let known = conditions(view, network, &shown.scene).collect::<Vec<_>>().join(" · ");
    let spoken_more = if view.projector && !known.is_empty() { format!(". {known}") } else { String::new() };
    let what = if view.projector && !known.is_empty() { known } else { words.text(what) };
    let headline = Headline {
        name: &name,
        what: &what,
        numeral: &said.numeral,
        is_number: said.is_number,
        of_what: &said.of_what,
        paint: shown.run.signed_left(network, step),
        spoken: words.with(
            "headline-spoken",
            &[("network", name.clone()), ("numeral", said.numeral.clone()), ("of", said.of_spoken.clone())],
        ) + &spoken_more,
    };
    let tip = words.with("headline-tip", &[("state", state.to_owned())]);
    help::mark(ui, "headline", Rect::from_min_max(pos2(rect.center().x, rect.top()), rect.max));
    let response = headline_ui(ui, rect, &headline, view.tokens);
    opens_on(&response, |ui| opened::headline_ui(ui, view, shown, network));
    response.on_hover_text(tip);
}

fn sentence_ui(ui: &mut Ui, rect: Rect, network: Network, view: &View<'_>, shown: &Shown, scene: &Scene) {
    let (words, step, tokens) = (view.words, view.step(), view.tokens);
    let sentence = match (network, view.playback.stage()) {
        (Network::Rnn, _) => rnn_sentence(words, scene, &shown.run, step),
        (Network::Lstm, None) => lstm_sentence(words, &shown.run, step),
        (Network::Lstm, Some(stage)) => stage_sentence(words, stage),
    };
    let facts = facts(view, network, shown, scene, step);
    let response = ui.allocate_rect(rect, Sense::click());
    let has_facts = !facts.is_empty();
    let said = format!("{} {}", spoken(&sentence), facts).trim_end().to_owned();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand2(vec2(4.0, -2.0)), 6.0, focus_ring(tokens), StrokeKind::Middle);
    }
    help::mark(ui, "sentence", rect.with_max_y(rect.top() + FACTS - 3.0));
    let mut job = sentence_job(&sentence, text::BODY, tokens.ink, tokens);
    job.wrap.max_width = rect.width();
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(rect.left_top(), galley, tokens.ink);
    if !view.projector && has_facts {
        let galley = ui.painter().layout_no_wrap(facts, text::regular(text::SMALL), tokens.faint);
        // Always under two lines, so that it stands still while sentences change.
        help::mark(ui, "facts", Rect::from_min_size(pos2(rect.left(), rect.top() + FACTS), galley.size()));
        ui.painter().galley(pos2(rect.left(), rect.top() + FACTS), galley, tokens.faint);
    }
    opens_on(&response, |ui| opened::sentence_ui(ui, view, shown, network));
    let told_apart = view.only.is_none_or(|only| only.told_apart);
    if !has_facts || !told_apart {
        return;
    }
    response.on_hover_ui(|ui| {
        if view.only.is_none() {
            ui.label(words.text("facts-tip"));
        }
        if scene.noise > 0.0 {
            ui.label(words.with("facts-told-tip", &[("ends", ENDS.to_string())]));
        }
    });
}

/// What is looked at in a stage, in the place of the sentence.
fn stage_sentence(words: Words, stage: Stage) -> String {
    let letter = stage.quantity().to_string();
    let part = words.text(&format!("stage-{letter}"));
    let mark = if stage == Stage::H { "b" } else { letter.as_str() };
    format!("[{mark}]{} · {part}[/]\u{2002}{}", stage.number(), words.text(&format!("stage-{letter}-what")))
}

/// What else is known: of the step shade left and blue shown, of the end how well it is told apart,
/// and which gates are held.
fn facts(view: &View<'_>, network: Network, shown: &Shown, scene: &Scene, step: usize) -> String {
    let (rnn, lstm, words) = (&shown.run.rnn, &shown.run.lstm, view.words);
    // Where almost nothing got in, what is left of it says nothing.
    let share = |of: &Left<f64>, ratio: Option<f64>| {
        ratio.filter(|_| of.got_in >= ALMOST_NOTHING).map_or_else(|| "–".to_owned(), number::percent)
    };
    let facts = match network {
        Network::Rnn => words.with("facts-rnn", &[("shade", share(&rnn.blue, rnn.shade_left(step)))]),
        Network::Lstm => {
            let shade = share(&lstm.blue, lstm.shade_left(step));
            let shown = share(&lstm.blue, lstm.shown.ratio(step));
            words.with("facts-lstm", &[("shade", shade), ("shown", shown)])
        }
    };
    let facts = view.only.is_none().then_some(facts);
    facts.into_iter().chain(conditions(view, network, scene)).collect::<Vec<_>>().join(" · ")
}

/// What must be known to judge what is seen: which gates are held, and how well the ends are told
/// apart where there is noise.
fn conditions(view: &View<'_>, network: Network, scene: &Scene) -> impl Iterator<Item = String> {
    let held = held_in_words(view.words, scene).filter(|_| network == Network::Lstm);
    // How the ends are told apart is part of what comes after the veil.
    let is_told = !view.is_veiled() && view.only.is_none_or(|only| only.told_apart);
    let told = view.surveys.told_apart(network).filter(|_| is_told);
    let told = told.map(|told| view.words.with("facts-told", &[("share", told_text(told))]));
    held.into_iter().chain(told)
}
