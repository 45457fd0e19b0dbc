//! Both networks as plumbing, and what a drag on a valve or a handle does to the scene.

use eframe::egui::{Rect, Ui, vec2};

use super::View;
use super::opened::{block_number_ui, equations_ui};
use crate::engine::network::{Parameter, Part, Term};
use crate::gui::computed::Shown;
use crate::gui::request::Request;
use crate::gui::state::Document;
use crate::gui::theme::size;
use crate::gui::widget::memory_block::{
    Grip, LstmBlock, RnnBlock, ValveEvent, ValveWords, lstm_block_ui, lstm_tips_ui, rnn_block_ui, rnn_tips_ui,
};
use crate::gui::widget::rail::rounded;
use crate::locale::number::{fixed, seen};
use crate::scene::Scene;
use crate::working::{Network, Quantity};

/// The gates, in the order of their valves.
const GATES: [Part; 3] = [Part::I, Part::F, Part::O];

/// What a drag is rounded to.
const GRAIN: f64 = 0.01;
/// A gate this near to a value reads like it.
const AS_GOOD_AS: f64 = 0.005;

/// The height of the line of equations under a block.
const EQUATIONS: f32 = 20.0;

/// The height below which a block is not drawn smaller.
pub const LEAST: f32 = 190.0;

/// Draws both blocks; edits the scene.
pub fn blocks_ui(
    ui: &mut Ui,
    cards: [Rect; 2],
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) {
    for (card, network) in cards.into_iter().zip([Network::Rnn, Network::Lstm]) {
        block_ui(ui, card, network, view, shown, document, requests);
    }
}

/// One network's block in a card, its equation under it; edits the scene.
pub fn block_ui(
    ui: &mut Ui,
    card: Rect,
    network: Network,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) {
    let ground = card.shrink2(vec2(size::PAD - 4.0, 4.0));
    ui.painter().rect_filled(ground, size::CARD_CORNER, view.tokens.paper);
    let inside = ground.shrink2(vec2(10.0, 4.0));
    let (drawing, equations) = inside.split_top_bottom_at_y(inside.bottom() - EQUATIONS);
    match network {
        Network::Rnn => rnn_ui(ui, drawing, view, shown, document),
        Network::Lstm => lstm_ui(ui, drawing, view, shown, document, requests),
    }
    equations_ui(ui, equations, view, shown, network);
}

fn rnn_ui(ui: &mut Ui, rect: Rect, view: &View<'_>, shown: &Shown, document: &mut Document) {
    let words = view.words;
    let Some(numbers) = shown.run.rnn_flows(&document.scene, view.step()) else { return };
    let [w, u] = [Term::W, Term::U].map(|term| words.with("handle-name", &[("term", term.letter().to_owned())]));
    let block = RnnBlock {
        phase: phase(view),
        words,
        opened: &|ui, number| block_number_ui(ui, view, shown, Network::Rnn, number),
        numbers,
        weights: document.scene.rnn,
        names: [&w, &u],
        moves: [Term::W, Term::U].map(|term| view.moves(Parameter::Rnn(term))),
        tip: &words.text("handle-tip"),
        out_and_next: &words.text("block-out-and-next"),
        spoken: &words.with(
            "block-spoken-rnn",
            &[
                ("step", numbers.step.to_string()),
                ("before", seen(numbers.h_before)),
                ("carried", seen(numbers.carried)),
                ("poured", seen(numbers.poured)),
                ("h", seen(numbers.h)),
            ],
        ),
        tokens: view.tokens,
    };
    rnn_tips_ui(ui, rect, words, view.tokens);
    let events = rnn_block_ui(ui, rect, &block);
    if let Some((term, weight)) = events.set {
        let limit = Parameter::Rnn(term).limit();
        *document.scene.rnn.get_mut(term) = weight.clamp(-limit, limit);
    }
    if let Some(term) = events.home {
        *document.scene.rnn.get_mut(term) = document.start.scene.rnn.get(term);
    }
}

fn lstm_ui(
    ui: &mut Ui,
    rect: Rect,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) {
    let words = view.words;
    let step = view.step();
    let Some(mut numbers) = shown.run.lstm_flows(step) else { return };
    if view.is_veiled() {
        // The tank's scale tells nothing of what is behind the veil.
        numbers.most = numbers.s.abs();
    }
    let scene = &document.scene;
    let names = GATES.map(|part| valve_names(view, scene, part, numbers.gate(part)));
    let tips = valve_tips(view, shown, scene, step);
    let key = ui.scope_id().with("dragged-valve");
    let dragged: Option<(Part, f64)> = ui.data(|data| data.get_temp(key));
    let moving = dragged.map(|(part, from)| {
        let push = shown.run.push(scene, part, step).unwrap_or_default();
        (part, moving_text(view, scene, part, from, push))
    });
    let block = LstmBlock {
        stage: view.playback.stage(),
        lit: view.lit,
        phase: phase(view),
        still: view.still,
        words,
        opened: &|ui, number| block_number_ui(ui, view, shown, Network::Lstm, number),
        numbers,
        valves: [
            valve_words(view, scene, Part::I, &names[0]),
            valve_words(view, scene, Part::F, &names[1]),
            valve_words(view, scene, Part::O, &names[2]),
        ],
        tips: [&tips[0], &tips[1], &tips[2]],
        pin_tip: &words.text("hold-tip"),
        only_next: &words.text("block-only-next"),
        out_and_next: &words.text("block-out-and-next"),
        copy: &words.text("block-copy"),
        drained: &words.text("block-drained"),
        others: None,
        moving: moving.as_ref().map(|(part, text)| (*part, text.as_str())),
        spoken: &words.with(
            "block-spoken-lstm",
            &[
                ("step", step.to_string()),
                ("before", seen(numbers.s_before)),
                ("kept", seen(numbers.kept)),
                ("let_in", seen(numbers.let_in)),
                ("s", seen(numbers.s)),
                ("h", seen(numbers.h)),
            ],
        ),
        tokens: view.tokens,
    };
    lstm_tips_ui(ui, rect, &block);
    let events = lstm_block_ui(ui, rect, &block);
    let from = dragged.map(|(_, from)| from).or_else(|| events.dragged.map(|part| handle(&document.scene, part)));
    match (events.dragged, dragged) {
        (Some(part), None) => {
            ui.data_mut(|data| data.insert_temp(key, (part, handle(&document.scene, part))));
        }
        (None, Some(_)) => ui.data_mut(|data| data.remove::<(Part, f64)>(key)),
        _ => {}
    }
    if let Some((part, event)) = events.valve {
        let at = At { from: from.unwrap_or_default(), ..numbers_of(part, &numbers) };
        turn(view, document, part, event, &at, requests);
    }
}

/// How many steps have gone by, where what flows may be seen flowing.
fn phase(view: &View<'_>) -> Option<f64> {
    view.playback.phase().filter(|_| !view.still)
}

/// How each valve's gate comes about at this step, and what can be done with the valve.
fn valve_tips(view: &View<'_>, shown: &Shown, scene: &Scene, step: usize) -> [String; 3] {
    let tips = GATES.map(|part| match (turns(view, scene, part), scene.held(part)) {
        (false, _) => String::new(),
        (true, Some(_)) => view.words.text("valve-tip-held"),
        (true, None) => view.words.text("valve-tip"),
    });
    let opened = shown.run.lstm_workings(scene, step, &[Quantity::I, Quantity::F, Quantity::O]).unwrap_or_default();
    let mut workings = opened.iter();
    tips.map(|tip| {
        let Some(working) = workings.next() else { return tip };
        format!("{}\n{tip}", view.words.working(working)).trim_end().to_owned()
    })
}

/// Whether a valve can be turned: whether what it moves may be moved.
fn turns(view: &View<'_>, scene: &Scene, part: Part) -> bool {
    match scene.held(part) {
        Some(_) => view.holds(part),
        None => view.moves(Parameter::Lstm(part, Term::B)),
    }
}

/// A valve, by what may be moved.
fn valve_words<'a>(view: &View<'_>, scene: &Scene, part: Part, (name, pin): &'a (String, String)) -> ValveWords<'a> {
    let grip = if turns(view, scene, part) { Grip::Turns } else { Grip::Fitting };
    ValveWords { held: scene.held(part).is_some(), grip, pinned_by_hand: view.holds(part), name, pin }
}

/// How a valve and its pin are called.
fn valve_names(view: &View<'_>, scene: &Scene, part: Part, gate: f64) -> (String, String) {
    let words = view.words;
    let name = words.text(&format!("part-{}", part.letter()));
    let pin = words.with("hold-pin-name", &[("part", name.clone())]);
    let valve = if turns(view, scene, part) {
        words.with("valve-name", &[("part", name)])
    } else {
        words.with("unit-valve-name", &[("part", name), ("value", fixed(gate, 2))])
    };
    (valve, pin)
}

/// The number that a valve's drag moves: the held value, or the bias.
fn handle(scene: &Scene, part: Part) -> f64 {
    scene.held(part).unwrap_or_else(|| scene.lstm.get(part).b)
}

/// "b_f 4.0 → 3.2"; at the end of its range, why it goes no further.
fn moving_text(view: &View<'_>, scene: &Scene, part: Part, from: f64, push: f64) -> String {
    let now = handle(scene, part);
    let limit = Parameter::Lstm(part, Term::B).limit();
    let symbol = if scene.held(part).is_some() { part.letter().to_owned() } else { format!("b_{}", part.letter()) };
    if scene.held(part).is_none() && now.abs() >= limit {
        let key = if push == 0.0 { "valve-ends" } else { "valve-stops" };
        return view.words.with(key, &[("symbol", symbol), ("to", fixed(now, 1)), ("push", fixed(push, 1))]);
    }
    let decimals = if scene.held(part).is_some() { 2 } else { 1 };
    view.words.with("valve-moves", &[("symbol", symbol), ("from", fixed(from, decimals)), ("to", fixed(now, decimals))])
}

/// A gate's value and step, and where what its valve moves stood when the drag began.
struct At {
    step: usize,
    gate: f64,
    from: f64,
}

fn numbers_of(part: Part, numbers: &crate::scene::LstmFlows) -> At {
    At { step: numbers.step, gate: numbers.gate(part), from: 0.0 }
}

/// Carries out what was done to a valve.
fn turn(view: &View<'_>, document: &mut Document, part: Part, event: ValveEvent, at: &At, requests: &mut Vec<Request>) {
    let (turns, holds) = (turns(view, &document.scene, part), view.holds(part));
    let allowed = if event == ValveEvent::Pinned { holds } else { turns };
    if !allowed {
        return;
    }
    let scene = &mut document.scene;
    let limit = Parameter::Lstm(part, Term::B).limit();
    match (event, scene.held(part)) {
        (ValveEvent::Moved(by), held) => {
            let now = held.unwrap_or_else(|| scene.lstm.get(part).b);
            stand(scene, part, now, by);
        }
        (ValveEvent::Dragged(way), _) => stand(scene, part, at.from, way),
        (ValveEvent::Wanted(wanted), Some(_)) => set_held(scene, part, Some(wanted.clamp(0.0, 1.0))),
        (ValveEvent::Wanted(wanted), None) => match scene.bias_near(part, at.step, wanted, AS_GOOD_AS) {
            Some(b) => scene.lstm.get_mut(part).b = b,
            None => requests.push(Request::Say(view.words.with(
                "valve-no-bias",
                &[
                    ("symbol", format!("b_{}", part.letter())),
                    ("least", fixed(-limit, 0)),
                    ("most", fixed(limit, 0)),
                    ("letter", part.letter().to_owned()),
                    ("value", fixed(wanted, 2)),
                    ("step", at.step.to_string()),
                ],
            ))),
        },
        (ValveEvent::Pinned, None) => set_held(scene, part, Some(at.gate)),
        (ValveEvent::Pinned, Some(_)) => set_held(scene, part, None),
        (ValveEvent::Home, _) => {
            if view.moves(Parameter::Lstm(part, Term::B)) {
                scene.lstm.get_mut(part).b = document.start.scene.lstm.get(part).b;
            }
            if holds {
                let home = document.start.scene.held(part);
                set_held(scene, part, home);
            }
        }
    }
}

/// Puts the bias, or the held value, so far from where it stood; on round numbers, so that 0 is 0.
fn stand(scene: &mut Scene, part: Part, from: f64, by: f64) {
    let limit = Parameter::Lstm(part, Term::B).limit();
    if scene.held(part).is_some() {
        set_held(scene, part, Some(rounded(from + by / limit, GRAIN).clamp(0.0, 1.0)));
    } else {
        scene.lstm.get_mut(part).b = rounded(from + by, GRAIN).clamp(-limit, limit);
    }
}

fn set_held(scene: &mut Scene, part: Part, value: Option<f64>) {
    if let Some(held) = scene.held_mut(part) {
        *held = value;
    }
}
