//! An LSTM's memory block at one step.

mod tips;

use eframe::egui::{Align2, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use super::drawing::{Sheet, Tank};
use super::valve::{Valve, ValveEvent, valve_ui};
use crate::engine::network::Part;
use crate::gui::theme::{Tokens, stroke};
use crate::locale::number::{seen, value};
use crate::number::{short, subscript};
use crate::scene::LstmFlows;

pub use tips::lstm_tips_ui;

/// A memory block and its words.
pub struct LstmBlock<'a> {
    /// What flows.
    pub numbers: LstmFlows,
    /// The letter of the cell state.
    pub cell_state: &'a str,
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
    /// The whole block in words.
    pub spoken: &'a str,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// A valve's words, and whether its gate is held.
#[derive(Debug, Clone, Copy)]
pub struct ValveWords<'a> {
    /// Whether the gate is held.
    pub held: bool,
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
    let response = ui.interact(rect, ui.scope_id().with("memory-block"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, block.spoken));
    let painter = ui.painter().clone();
    let sheet = Sheet::new(&painter, rect, block.tokens);
    controls(&sheet, block);
    flows(&sheet, block);
    states(&sheet, block);
    words(&sheet, block);
    valves(ui, &sheet, block)
}

/// What the gates read: x and h', as dotted lines. They carry no paint.
fn controls(sheet: &Sheet<'_>, block: &LstmBlock<'_>) {
    let (tokens, numbers) = (block.tokens, &block.numbers);
    let step = numbers.step;
    sheet.source((16.0, CANDIDATE), numbers.x, false, &format!("x{}", subscript(&step.to_string())));
    sheet.source((84.0, CANDIDATE), numbers.h_before, true, &format!("h{}", subscript(&(step - 1).to_string())));
    sheet.control(&[(16.0, CANDIDATE + 12.0), (16.0, BUS), (OUTPUT, BUS)], tokens.faint);
    sheet.control(&[(84.0, CANDIDATE + 12.0), (84.0, BUS)], tokens.faint);
    sheet.control(&[(FORGET, BUS), (FORGET, PIPE + 22.0)], tokens.forget_gate);
    sheet.control(&[(PLUS, BUS), (PLUS, CANDIDATE + 16.0)], tokens.candidate);
    sheet.control(&[(PLUS + 50.0, BUS), (PLUS + 50.0, INLET), (PLUS + 20.0, INLET)], tokens.input_gate);
    sheet.control(&[(OUTPUT, BUS), (OUTPUT, LIGHT + 22.0)], tokens.output_gate);
}

/// Every stream, changed by the valve that it passes.
fn flows(sheet: &Sheet<'_>, block: &LstmBlock<'_>) {
    let LstmFlows { s_before, kept, drained, g, let_in, s, squashed, h, .. } = block.numbers;
    sheet.pipe((10.0, PIPE), (FORGET, PIPE), s_before);
    sheet.pipe((FORGET, PIPE), (PLUS, PIPE), kept);
    sheet.pipe((PLUS, CANDIDATE - 16.0), (PLUS, INLET), g);
    sheet.pipe((PLUS, INLET), (PLUS, PIPE), let_in);
    sheet.pipe((PLUS, PIPE), (END, PIPE), s);
    sheet.arrow((END, PIPE));
    if drained != 0.0 && !sheet.small() {
        let line = [sheet.at(FORGET - 14.0, PIPE + 14.0), sheet.at(FORGET - 34.0, PIPE + 36.0)];
        let width = sheet.width(drained).min(sheet.long(8.0));
        sheet.painter.line_segment(line, eframe::egui::Stroke::new(width, block.tokens.paint(drained)));
    }
    sheet.light(&[(LENS, PIPE + 40.0), (LENS, LIGHT), (402.0, LIGHT)], s);
    sheet.light(&[(446.0, LIGHT), (OUTPUT, LIGHT)], squashed);
    sheet.light(&[(OUTPUT, LIGHT), (END, LIGHT)], h);
    sheet.arrow((END, LIGHT));
}

/// Plus, tank, candidate, lens and tanh.
fn states(sheet: &Sheet<'_>, block: &LstmBlock<'_>) {
    let (tokens, numbers) = (block.tokens, &block.numbers);
    let line = eframe::egui::Stroke::new(1.5, tokens.faint);
    let plus = sheet.at(PLUS, PIPE);
    sheet.painter.circle(plus, sheet.long(11.0), tokens.card, line);
    let arm = sheet.long(5.0);
    for arm in [vec2(arm, 0.0), vec2(0.0, arm)] {
        sheet.painter.line_segment([plus - arm, plus + arm], eframe::egui::Stroke::new(stroke::CURVE, tokens.ink));
    }
    let (name, number) = (format!("{}{}", block.cell_state, subscript(&numbers.step.to_string())), seen(numbers.s));
    let tank = Tank { name: &name, number: &number, value: numbers.s, most: numbers.most };
    sheet.tank(sheet.rect(TANK.0, 12.0, TANK.1, 124.0), &tank);
    let candidate = sheet.rect(PLUS - 34.0, CANDIDATE - 16.0, PLUS + 34.0, CANDIDATE + 16.0);
    sheet.boxed(candidate, &format!("g {}", value(numbers.g)), tokens.candidate, stroke::CURVE);
    let lens = sheet.at(LENS, 132.0);
    sheet.painter.circle(lens, sheet.long(7.0), tokens.card, line);
    sheet.painter.circle_filled(lens, sheet.long(3.0), tokens.paint(numbers.s));
    sheet.boxed(sheet.rect(402.0, LIGHT - 14.0, 446.0, LIGHT + 14.0), "tanh", tokens.faint, stroke::HAIR);
}

/// The states' names and numbers, and where they go.
fn words(sheet: &Sheet<'_>, block: &LstmBlock<'_>) {
    let numbers = &block.numbers;
    let (before, now) = (subscript(&(numbers.step - 1).to_string()), subscript(&numbers.step.to_string()));
    // Over the pipe there is room for it only on a large sheet: the valve's label stands there too.
    let (under, align) = if sheet.small() { (14.0, Align2::LEFT_TOP) } else { (-14.0, Align2::LEFT_BOTTOM) };
    sheet.number((10.0, PIPE + under), align, &format!("{}{before} = {}", block.cell_state, seen(numbers.s_before)));
    sheet.remark((END, PIPE - 14.0), Align2::RIGHT_BOTTOM, block.only_next);
    sheet.remark((LENS + 14.0, 132.0), Align2::LEFT_CENTER, block.copy);
    sheet.number((END, LIGHT + 16.0), Align2::RIGHT_TOP, &format!("h{now} = {}", seen(numbers.h)));
    sheet.broken_remark((END, LIGHT + 34.0), END - OUTPUT - 10.0, block.out_and_next);
    if numbers.drained != 0.0 {
        let said = format!("{} {}", block.drained, short(numbers.drained));
        sheet.remark((FORGET - 38.0, PIPE + 42.0), Align2::RIGHT_CENTER, &said);
    }
}

fn valves(ui: &mut Ui, sheet: &Sheet<'_>, block: &LstmBlock<'_>) -> BlockEvents {
    let (numbers, tokens) = (&block.numbers, block.tokens);
    let mut events = BlockEvents::default();
    let valves = [
        (Part::I, (PLUS, INLET), 17.0, numbers.i, true),
        (Part::F, (FORGET, PIPE), 20.0, numbers.f, false),
        (Part::O, (OUTPUT, LIGHT), 20.0, numbers.o, false),
    ];
    for (((part, at, radius, gate, upright), words), tip) in valves.into_iter().zip(block.valves).zip(block.tips) {
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
            upright,
            label: centre + label,
            colour: tokens.part(part),
            tokens,
        };
        let id = ui.scope_id().with(("valve", part.letter()));
        let (event, response) = valve_ui(ui, id, centre, radius, &valve);
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

/// Which number moves, on a card beside the valve while it is dragged.
fn moving(ui: &Ui, sheet: &Sheet<'_>, block: &LstmBlock<'_>, part: Part, valve: &Response) {
    let Some((moved, said)) = block.moving.filter(|(moved, _)| *moved == part) else { return };
    let (painter, tokens) = (sheet.painter, block.tokens);
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
