//! An LSTM's memory block at one step.

mod tips;

use eframe::egui::{Align2, Color32, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::drawing::Sheet;
use super::region::{Lamp, Region};
use super::tank::Tank;
use super::valve::{Grip, Valve, ValveEvent, valve_ui};
use super::{BlockNumber, numbers_ui};
use crate::engine::network::Part;
use crate::gui::stage::Stage;
use crate::gui::theme::{Tokens, stroke};
use crate::gui::widget::opened::opens_on;
use crate::locale::Words;
use crate::locale::number::{seen, value};
use crate::number::{short, subscript};
use crate::scene::LstmFlows;
use crate::working::Quantity;

pub use tips::lstm_tips_ui;

/// A memory block and its words.
pub struct LstmBlock<'a> {
    /// What flows.
    pub numbers: LstmFlows,
    /// The words.
    pub words: Words,
    /// The valves of i, f and o.
    pub valves: [ValveWords<'a>; 3],
    /// How each valve's gate comes about and what the valve does, for the tooltips.
    pub tips: [&'a str; 3],
    /// What a pin does, for the tooltip.
    pub pin_tip: &'a str,
    /// "only to the next step"
    pub only_next: &'a str,
    /// "out, and to the next step"
    pub out_and_next: &'a str,
    /// "a copy"
    pub copy: &'a str,
    /// "drained"
    pub drained: &'a str,
    /// What moves while a valve is dragged: "b_f 4.0 → 3.2".
    pub moving: Option<(Part, &'a str)>,
    /// The stage that is looked at; none shows the whole step.
    pub stage: Option<Stage>,
    /// The stage whose parts are lit in the place of those of the stage that is looked at.
    pub lit: Option<Stage>,
    /// How many steps have gone by, while it plays and what flows is to be seen flowing.
    pub phase: Option<f64>,
    /// Whether nothing moves by itself.
    pub still: bool,
    /// Shows how a number comes about.
    pub opened: &'a dyn Fn(&mut Ui, BlockNumber),
    /// What else there is, where the block is one unit of many.
    pub others: Option<Others<'a>>,
    /// The whole block in words.
    pub spoken: &'a str,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What a unit of many reads besides its own h.
#[derive(Debug, Clone, Copy)]
pub struct Others<'a> {
    /// The input as a colour: it is of several numbers.
    pub input: Color32,
    /// "and 15 other units"
    pub units: &'a str,
}

/// A valve's words, whether its gate is held, and what can be done with it.
#[derive(Debug, Clone, Copy)]
pub struct ValveWords<'a> {
    /// Whether the gate is held.
    pub held: bool,
    /// What can be done with the valve.
    pub grip: Grip,
    /// Whether the gate can be held, or let go, by a pin.
    pub pinned_by_hand: bool,
    /// How the valve is called.
    pub name: &'a str,
    /// How its pin is called.
    pub pin: &'a str,
}

/// What was done to a block.
#[derive(Debug, Default)]
pub struct BlockEvents {
    /// A valve, and what was done to it.
    pub valve: Option<(Part, ValveEvent)>,
    /// The valve that is being dragged.
    pub dragged: Option<Part>,
}

/// The heights of the sheet's lines.
const PIPE: f32 = 74.0;
const INLET: f32 = 140.0;
const CANDIDATE: f32 = 204.0;
const LIGHT: f32 = 166.0;
const BUS: f32 = 234.0;
/// And its columns.
const FORGET: f32 = 150.0;
const PLUS: f32 = 262.0;
const TANK: (f32, f32) = (336.0, 416.0);
const LENS: f32 = 376.0;
const OUTPUT: f32 = 484.0;
const END: f32 = 606.0;

/// Draws a block into `rect` and tells what was done to it.
pub fn lstm_block_ui(ui: &mut Ui, rect: Rect, block: &LstmBlock<'_>) -> BlockEvents {
    let id = ui.scope_id().with("memory-block");
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, block.spoken));
    let sheet = Sheet::new(ui.painter().clone(), rect, block.phase, block.tokens);
    let lamp = Lamp { sheet: &sheet, stage: block.lit.or(block.stage), id, still: block.still };
    controls(ui, &lamp, block);
    flows(ui, &lamp, block);
    states(ui, &lamp, block);
    let events = valves(ui, &lamp, block);
    numbers(ui, &lamp, block);
    events
}

/// What the gates read: x and h', as dotted lines. They carry no paint.
fn controls(ui: &Ui, lamp: &Lamp<'_, '_>, block: &LstmBlock<'_>) {
    let (tokens, numbers) = (block.tokens, &block.numbers);
    let sources = lamp.on(ui, Region::Sources);
    let x = block.others.map_or_else(|| tokens.paint(numbers.x), |others| others.input);
    sources.swatch_of((16.0, CANDIDATE), x, false);
    sources.swatch((84.0, CANDIDATE), numbers.h_before, true);
    sources.control(&[(16.0, CANDIDATE + 12.0), (16.0, BUS), (OUTPUT, BUS)], tokens.faint);
    sources.control(&[(84.0, CANDIDATE + 12.0), (84.0, BUS)], tokens.faint);
    let line = |region, places: &[(f32, f32)], colour| lamp.on(ui, region).control(places, colour);
    line(Region::ControlF, &[(FORGET, BUS), (FORGET, PIPE + 22.0)], tokens.forget_gate);
    line(Region::ControlG, &[(PLUS, BUS), (PLUS, CANDIDATE + 16.0)], tokens.candidate);
    let round = [(PLUS + 50.0, BUS), (PLUS + 50.0, INLET), (PLUS + 20.0, INLET)];
    line(Region::ControlI, &round, tokens.input_gate);
    line(Region::ControlO, &[(OUTPUT, BUS), (OUTPUT, LIGHT + 22.0)], tokens.output_gate);
}

/// Every stream, changed by the valve that it passes.
fn flows(ui: &Ui, lamp: &Lamp<'_, '_>, block: &LstmBlock<'_>) {
    for Stream { region, way, places, amount } in streams(&block.numbers) {
        let sheet = lamp.on(ui, region);
        match (way, places) {
            (Way::Pipe, [from, to]) => sheet.pipe(*from, *to, amount),
            (Way::Spill, [from, to]) if amount != 0.0 && !sheet.small() => sheet.spill(*from, *to, amount),
            (Way::Light, places) => sheet.light(places, amount),
            _ => {}
        }
    }
    lamp.on(ui, Region::State).arrow((END, PIPE));
    lamp.on(ui, Region::Shown).arrow((END, LIGHT));
}

/// What flows, and where.
struct Stream {
    region: Region,
    way: Way,
    places: &'static [(f32, f32)],
    amount: f64,
}

/// How a stream is drawn.
#[derive(PartialEq)]
enum Way {
    /// Between walls.
    Pipe,
    /// Without walls: a copy.
    Light,
    /// Out of a pipe.
    Spill,
}

/// The terms of `S = f·S' + i·g` and `h = o·tanh(S)`, each once: S in its pipe, and once more as
/// the light that is copied from it.
fn streams(numbers: &LstmFlows) -> [Stream; 9] {
    let LstmFlows { s_before, kept, drained, g, let_in, s, squashed, h, .. } = *numbers;
    let pipe = |region, places, amount| Stream { region, way: Way::Pipe, places, amount };
    let light = |region, places, amount| Stream { region, way: Way::Light, places, amount };
    [
        pipe(Region::StateBefore, &[(10.0, PIPE), (FORGET, PIPE)], s_before),
        pipe(Region::Kept, &[(FORGET, PIPE), (PLUS, PIPE)], kept),
        pipe(Region::Candidate, &[(PLUS, CANDIDATE - 16.0), (PLUS, INLET)], g),
        pipe(Region::LetIn, &[(PLUS, INLET), (PLUS, PIPE)], let_in),
        pipe(Region::State, &[(PLUS, PIPE), (END, PIPE)], s),
        Stream {
            region: Region::Drain,
            way: Way::Spill,
            places: &[(FORGET - 14.0, PIPE + 14.0), (FORGET - 34.0, PIPE + 36.0)],
            amount: drained,
        },
        light(Region::Copy, &[(LENS, PIPE + 40.0), (LENS, LIGHT), (402.0, LIGHT)], s),
        light(Region::Copy, &[(446.0, LIGHT), (OUTPUT, LIGHT)], squashed),
        light(Region::Shown, &[(OUTPUT, LIGHT), (END, LIGHT)], h),
    ]
}

/// Plus, tank, candidate, lens and tanh; and where the states go.
fn states(ui: &Ui, lamp: &Lamp<'_, '_>, block: &LstmBlock<'_>) {
    let (tokens, numbers) = (block.tokens, &block.numbers);
    lamp.on(ui, Region::Plus).plus((PLUS, PIPE));
    let state = lamp.on(ui, Region::State);
    let (step, s) = in_tank(block);
    let (name, number) = (format!("{}{}", block.words.cell_state(), subscript(&step.to_string())), seen(s));
    let tank = Tank { name: &name, number: &number, value: s, most: numbers.most };
    state.tank(ui, lamp.id.with("tank"), tank_rect(lamp.sheet), &tank);
    state.remark((END, PIPE - 14.0), Align2::RIGHT_BOTTOM, block.only_next);
    let said = format!("g {}", value(numbers.g));
    lamp.on(ui, Region::Candidate).boxed(candidate_rect(lamp.sheet), &said, tokens.candidate, stroke::CURVE);
    let copy = lamp.on(ui, Region::Copy);
    copy.lens((LENS, 132.0), numbers.s);
    copy.boxed(copy.rect(402.0, LIGHT - 14.0, 446.0, LIGHT + 14.0), "tanh", tokens.faint, stroke::HAIR);
    copy.remark((LENS + 14.0, 132.0), Align2::LEFT_CENTER, block.copy);
    lamp.on(ui, Region::Shown).broken_remark((END, LIGHT + 34.0), END - OUTPUT - 10.0, block.out_and_next);
}

/// What the tank holds, and since which step: until S has been worked out, what it held before.
fn in_tank(block: &LstmBlock<'_>) -> (usize, f64) {
    let numbers = &block.numbers;
    if block.stage.is_none_or(|stage| stage >= Stage::S) {
        (numbers.step, numbers.s)
    } else {
        (numbers.step - 1, numbers.s_before)
    }
}

fn tank_rect(sheet: &Sheet<'_>) -> Rect {
    sheet.rect(TANK.0, 12.0, TANK.1, 124.0)
}

fn candidate_rect(sheet: &Sheet<'_>) -> Rect {
    sheet.rect(PLUS - 34.0, CANDIDATE - 16.0, PLUS + 34.0, CANDIDATE + 16.0)
}

/// The numbers with their names; each opens into its working.
fn numbers(ui: &mut Ui, lamp: &Lamp<'_, '_>, block: &LstmBlock<'_>) {
    let numbers = &block.numbers;
    let (now, before) = (numbers.step, numbers.step - 1);
    let symbol = |letter: &str, step: usize| format!("{letter}{}", subscript(&step.to_string()));
    let sheet = lamp.sheet;
    // Over the pipe there is room for it only on a large sheet: the valve's label stands there too.
    let (under, align) = if sheet.small() { (14.0, Align2::LEFT_TOP) } else { (-14.0, Align2::LEFT_BOTTOM) };
    let s = block.words.cell_state();
    let said = format!("{} = {}", symbol(s, before), seen(numbers.s_before));
    let s_before = lamp.on(ui, Region::StateBefore).number((10.0, PIPE + under), align, &said);
    let said = format!("{} = {}", symbol("h", now), seen(numbers.h));
    // Valves do not shrink below what a finger can take; on a small sheet it stands below the valve.
    let below = if sheet.small() { 25.0 } else { 16.0 };
    let h = lamp.on(ui, Region::Shown).number((END, LIGHT + below), Align2::RIGHT_TOP, &said);
    let sources = lamp.on(ui, Region::Sources);
    let x = sources.named((16.0, CANDIDATE), &symbol("x", now));
    let h_before = sources.named((84.0, CANDIDATE), &symbol("h", before));
    if let Some(others) = block.others {
        sources.remark((8.0, CANDIDATE - 14.0), Align2::LEFT_BOTTOM, others.units);
    }
    let (held_since, held) = in_tank(block);
    let tank = if held_since == now { BlockNumber::Now(Quantity::S) } else { BlockNumber::Before(Quantity::S) };
    let mut places = vec![
        (BlockNumber::Before(Quantity::S), s_before, symbol(s, before), numbers.s_before, "pipe"),
        (BlockNumber::Now(Quantity::X), x, symbol("x", now), numbers.x, "sources"),
        (BlockNumber::Before(Quantity::H), h_before, symbol("h", before), numbers.h_before, "sources"),
        (BlockNumber::Now(Quantity::G), candidate_rect(sheet), symbol("g", now), numbers.g, "candidate"),
        (tank, tank_rect(sheet), symbol(s, held_since), held, "tank"),
        (BlockNumber::Now(Quantity::H), h, symbol("h", now), numbers.h, "light"),
    ];
    if numbers.drained != 0.0 {
        let said = format!("{} {}", block.drained, short(numbers.drained));
        let at = (FORGET - 38.0, PIPE + 42.0);
        if let Some(rect) = lamp.on(ui, Region::Drain).remark(at, Align2::RIGHT_CENTER, &said) {
            places.push((BlockNumber::Drained, rect, block.drained.to_owned(), numbers.drained, "drain"));
        }
    }
    numbers_ui(ui, lamp.id, &places, block.words, block.tokens, block.opened);
}

fn valves(ui: &mut Ui, lamp: &Lamp<'_, '_>, block: &LstmBlock<'_>) -> BlockEvents {
    let (numbers, tokens, sheet) = (&block.numbers, block.tokens, lamp.sheet);
    let mut events = BlockEvents::default();
    let valves = [
        (Part::I, Region::ValveI, (PLUS, INLET), 17.0, numbers.i, true),
        (Part::F, Region::ValveF, (FORGET, PIPE), 20.0, numbers.f, false),
        (Part::O, Region::ValveO, (OUTPUT, LIGHT), 20.0, numbers.o, false),
    ];
    for ((place, words), tip) in valves.into_iter().zip(block.valves).zip(block.tips) {
        let (part, region, at, radius, gate, upright) = place;
        let (centre, radius) = (sheet.at(at.0, at.1), sheet.long(radius).max(12.0));
        let label = if upright { vec2(-radius - 33.0, 0.0) } else { vec2(0.0, -radius - 13.0) };
        let valve = Valve {
            letter: part.letter(),
            name: words.name,
            tip,
            pin: words.pin,
            pin_tip: block.pin_tip,
            value: gate,
            held: words.held,
            grip: words.grip,
            pinned_by_hand: words.pinned_by_hand,
            upright,
            label: centre + label,
            colour: tokens.part(part),
            tokens,
        };
        let id = ui.scope_id().with(("valve", part.letter()));
        let strength = lamp.strength(ui, region);
        let (event, response) = ui
            .scope(|ui| {
                ui.multiply_opacity(strength);
                valve_ui(ui, id, centre, radius, &valve)
            })
            .inner;
        opens_on(&response, |ui| (block.opened)(ui, BlockNumber::Now(gate_quantity(part))));
        if let Some(event) = event {
            events.valve = Some((part, event));
        }
        if response.dragged() {
            events.dragged = Some(part);
        }
        moving(ui, sheet, block, part, &response);
    }
    events
}

fn gate_quantity(part: Part) -> Quantity {
    match part {
        Part::I => Quantity::I,
        Part::F => Quantity::F,
        Part::O => Quantity::O,
        Part::G => Quantity::G,
    }
}

/// Which number moves, on a card beside the valve while it is dragged.
fn moving(ui: &Ui, sheet: &Sheet<'_>, block: &LstmBlock<'_>, part: Part, valve: &Response) {
    let Some((moved, said)) = block.moving.filter(|(moved, _)| *moved == part) else { return };
    let (painter, tokens) = (&sheet.painter, block.tokens);
    let font = crate::gui::theme::text::semibold(sheet.size(12.0));
    let galley = painter.layout_no_wrap(said.to_owned(), font, tokens.part(moved));
    // Beside the valve and over its pipe, where no number stands.
    let at = valve.rect.center_top() + vec2(50.0, -14.0);
    let card = Rect::from_min_size(at, galley.size()).expand2(vec2(8.0, 4.0));
    let line = eframe::egui::Stroke::new(stroke::HAIR, tokens.hairline);
    painter.rect(card, 6.0, tokens.card, line, eframe::egui::StrokeKind::Outside);
    painter.galley(at, galley, tokens.part(moved));
    let response = ui.interact(card, valve.id.with("moves"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Run, preset};

    #[test]
    fn every_term_of_the_equations_is_drawn_once() {
        let scene = preset("gate-stuck-open").map(|preset| preset.scene.clone()).unwrap_or_default();
        let numbers = Run::of(&scene).unwrap().lstm_flows(9).unwrap();
        let LstmFlows { s_before, f, i, g, o, s, h, .. } = numbers;
        let drawn = streams(&numbers);
        let count = |way: &Way, amount: f64| {
            drawn.iter().filter(|stream| stream.way == *way && (stream.amount - amount).abs() < 1e-12).count()
        };
        for (term, amount) in [("S'", s_before), ("f·S'", f * s_before), ("g", g), ("i·g", i * g), ("S", s)] {
            assert_eq!(count(&Way::Pipe, amount), 1, "{term}");
        }
        for (term, amount) in [("S, copied", s), ("tanh S", s.tanh()), ("h = o·tanh S", o * s.tanh())] {
            assert_eq!(count(&Way::Light, amount), 1, "{term}");
        }
        assert_eq!(count(&Way::Spill, (1.0 - f) * s_before), 1, "(1 − f)·S'");
        assert!((o * s.tanh() - h).abs() < 1e-12);
    }

    #[test]
    fn s_leaves_to_the_next_step_only_and_h_without_walls() {
        let numbers = Run::of(&crate::scene::Scene::default()).unwrap().lstm_flows(3).unwrap();
        let ends = |way: Way| {
            let leaving = |stream: &&Stream| stream.places.last().is_some_and(|(x, _)| *x == END);
            let all = streams(&numbers);
            all.iter()
                .filter(|stream| stream.way == way)
                .filter(leaving)
                .map(|stream| stream.amount)
                .collect::<Vec<_>>()
        };
        assert_eq!(ends(Way::Pipe), [numbers.s]);
        assert_eq!(ends(Way::Light), [numbers.h]);
    }
}
