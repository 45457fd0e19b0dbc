//! The plain RNN at one step: one pipe, one tank, no valve.

mod tips;

use eframe::egui::{
    Align2, DragValue, Event, EventFilter, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit,
    accesskit::Role, vec2,
};

use super::drawing::Sheet;
use super::tank::Tank;
use super::valve::dragged_way;
use super::{BlockNumber, numbers_ui};
use crate::engine::network::{Parameter, RnnUnit, Term};
use crate::gui::theme::{self, Tokens, stroke, text};
use crate::gui::widget::opened::opens_on;
use crate::gui::widget::rail::rounded;
use crate::locale::Words;
use crate::locale::number::{fixed, seen};
use crate::number::subscript;
use crate::scene::RnnFlows;
use crate::working::Quantity;

pub use tips::rnn_tips_ui;

/// The RNN and its words.
pub struct RnnBlock<'a> {
    /// What flows.
    pub numbers: RnnFlows,
    /// w, u and b.
    pub weights: RnnUnit,
    /// How the handles of w and u are called.
    pub names: [&'a str; 2],
    /// Whether w and u can be moved; what cannot is a fitting of its pipe.
    pub moves: [bool; 2],
    /// What a handle does, for the tooltip.
    pub tip: &'a str,
    /// "out, and to the next step"
    pub out_and_next: &'a str,
    /// How many steps have gone by, while it plays and what flows is to be seen flowing.
    pub phase: Option<f64>,
    /// The words.
    pub words: Words,
    /// Shows how a number comes about.
    pub opened: &'a dyn Fn(&mut Ui, BlockNumber),
    /// The whole drawing in words.
    pub spoken: &'a str,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What was done to the RNN.
#[derive(Debug, Default)]
pub struct RnnEvents {
    /// A weight, and what it is to be.
    pub set: Option<(Term, f64)>,
    /// A weight that is to go back to what the scene was opened with.
    pub home: Option<Term>,
}

const PIPE: f32 = 110.0;
const TANK: (f32, f32) = (270.0, 350.0);
const TIMES_U: f32 = 150.0;
const INLET: f32 = 310.0;
const END: f32 = 606.0;

/// How far the pointer goes for one unit of weight, in points; with Shift four times as far.
const POINTS_PER_UNIT: f32 = 48.0;

/// What a drag is rounded to.
const GRAIN: f64 = 0.01;

/// Draws the RNN into `rect` and tells what was done to it.
pub fn rnn_block_ui(ui: &mut Ui, rect: Rect, block: &RnnBlock<'_>) -> RnnEvents {
    let response = ui.interact(rect, ui.scope_id().with("rnn-block"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, block.spoken));
    let sheet = Sheet::new(ui.painter().clone(), rect, block.phase, block.tokens);
    let RnnFlows { step, x, h_before, h, .. } = block.numbers;
    let RnnUnit { w, u, b } = block.weights;
    let (before, now) = (subscript(&(step - 1).to_string()), subscript(&step.to_string()));

    for (from, to, amount) in streams(&block.numbers) {
        sheet.pipe(from, to, amount);
    }
    sheet.arrow((END, PIPE));
    let tank = Tank { name: &format!("h{now}"), number: &seen(h), value: h, most: 1.0 };
    let tank_rect = sheet.rect(TANK.0, 50.0, TANK.1, 162.0);
    sheet.tank(ui, response.id.with("tank"), tank_rect, &tank);
    sheet.swatch((INLET, 232.0), x, false);
    let x_rect = sheet.named((INLET, 232.0), &format!("x{now}"));
    let over = if sheet.small() { 24.0 } else { 14.0 };
    let said = format!("h{before} = {}", seen(h_before));
    let before_rect = sheet.number((10.0, PIPE - over), Align2::LEFT_BOTTOM, &said);
    sheet.remark((END, PIPE - 14.0), Align2::RIGHT_BOTTOM, block.out_and_next);
    sheet.label((TANK.0 + 40.0, 40.0), Align2::CENTER_BOTTOM, "tanh");
    let b_said = format!("+ b = {}", fixed(b, 2));
    let b_rect = (b != 0.0).then(|| sheet.label((TANK.0 - 8.0, 178.0), Align2::RIGHT_CENTER, &b_said));

    let mut events = RnnEvents::default();
    let handles = [
        (Term::W, sheet.rect(INLET - 46.0, 180.0, INLET + 46.0, 204.0), w),
        (Term::U, sheet.rect(TIMES_U - 46.0, PIPE - 12.0, TIMES_U + 46.0, PIPE + 12.0), u),
    ];
    for (((term, rect, weight), name), moves) in handles.into_iter().zip(block.names).zip(block.moves) {
        if !moves {
            fitting_ui(ui, &sheet, rect, (term, weight), block);
            continue;
        }
        handle_ui(ui, &sheet, rect, (term, weight), name, block, &mut events);
    }
    let mut numbers = vec![
        (BlockNumber::Before(Quantity::H), before_rect, format!("h{before}"), h_before, "rnn-pipe"),
        (BlockNumber::Now(Quantity::X), x_rect, format!("x{now}"), x, "paints"),
        (BlockNumber::Now(Quantity::H), tank_rect, format!("h{now}"), h, "rnn-tank"),
    ];
    numbers.extend(b_rect.map(|rect| (BlockNumber::Now(Quantity::H), rect, "b".to_owned(), b, "rnn-tank")));
    numbers_ui(ui, response.id, &numbers, block.words, block.tokens, block.opened);
    events
}

/// A place of the sheet.
type At = (f32, f32);

/// The terms of `h = tanh(w·x + u·h' + b)`, each once, from where to where.
fn streams(numbers: &RnnFlows) -> [(At, At, f64); 5] {
    let RnnFlows { x, poured, h_before, carried, h, .. } = *numbers;
    [
        ((10.0, PIPE), (TIMES_U, PIPE), h_before),
        ((TIMES_U, PIPE), (TANK.0 + 10.0, PIPE), carried),
        ((INLET, 226.0), (INLET, 192.0), x),
        ((INLET, 192.0), (INLET, 150.0), poured),
        ((TANK.1 - 10.0, PIPE), (END, PIPE), h),
    ]
}

/// The number must fit, however small the sheet.
fn box_of(rect: Rect) -> Rect {
    Rect::from_center_size(rect.center(), rect.size().max(vec2(68.0, 22.0)))
}

fn said(term: Term, weight: f64) -> String {
    format!("× {} = {}", term.letter(), fixed(weight, 2))
}

/// A box on a pipe that nobody moves: what it does can be opened under the pointer, and no more.
fn fitting_ui(ui: &Ui, sheet: &Sheet<'_>, rect: Rect, (term, weight): (Term, f64), block: &RnnBlock<'_>) {
    let rect = box_of(rect);
    let sense = Sense::click() - Sense::FOCUSABLE;
    let response = ui.interact(rect, ui.scope_id().with(("times", term.letter())), sense);
    let said = said(term, weight);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), &said));
    sheet.painter.rect_filled(rect, 7.0, block.tokens.card);
    sheet.painter.text(rect.center(), Align2::CENTER_CENTER, said, text::semibold(sheet.size(12.0)), block.tokens.ink);
    opens_on(&response, |ui| (block.opened)(ui, BlockNumber::Now(Quantity::H)));
}

/// A box on a pipe that multiplies what flows; it is dragged like a valve.
fn handle_ui(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    rect: Rect,
    (term, weight): (Term, f64),
    name: &str,
    block: &RnnBlock<'_>,
    events: &mut RnnEvents,
) {
    let tokens = block.tokens;
    let rect = box_of(rect);
    let response = ui.interact(rect, ui.scope_id().with(("times", term.letter())), Sense::click_and_drag());
    let key = response.id.with("from");
    if response.drag_started() {
        ui.data_mut(|data| data.insert_temp(key, weight));
    }
    if response.double_clicked() {
        events.home = Some(term);
    } else if let Some(way) = dragged_way(ui, &response, POINTS_PER_UNIT) {
        let from: f64 = ui.data(|data| data.get_temp(key)).unwrap_or(weight);
        events.set = Some((term, rounded(from + way, GRAIN)));
    }
    let mut moved = 0.0;
    if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        moved += ui.input(|input| input.events.iter().map(key_moves).sum::<f64>());
    }
    moved += ui.input(|input| {
        let more = input.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
        let less = input.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
        #[expect(clippy::cast_precision_loss, reason = "a few requests in a frame")]
        let grains = more as f64 - less as f64;
        grains * 0.05
    });
    if moved != 0.0 {
        events.set = Some((term, rounded(weight + moved, GRAIN)));
    }
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), weight, name));
    let limit = Parameter::Rnn(term).limit();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(-limit);
        node.set_max_numeric_value(limit);
        for action in [accesskit::Action::SetValue, accesskit::Action::Increment, accesskit::Action::Decrement] {
            node.add_action(action);
        }
    });
    if let Some(typed) = asked_value(ui, &response) {
        events.set = Some((term, typed));
    }
    let line = if response.hovered() || response.dragged() { tokens.ink } else { tokens.faint };
    sheet.painter.rect(rect, 7.0, tokens.card, Stroke::new(stroke::HAIR, line), StrokeKind::Middle);
    if response.has_focus() {
        sheet.painter.rect_stroke(rect.expand(3.0), 8.0, theme::focus_ring(tokens), StrokeKind::Middle);
    }
    sheet.painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        said(term, weight),
        text::semibold(sheet.size(12.0)),
        tokens.ink,
    );
    opens_on(&response, |ui| {
        if let Some(typed) = typed_ui(ui, term, weight, name) {
            events.set = Some((term, typed));
        }
        ui.add_space(4.0);
        (block.opened)(ui, BlockNumber::Now(Quantity::H));
    });
    if !response.is_pointer_button_down_on() {
        response.on_hover_text(block.tip);
    }
}

/// The weight that assistive technology asked for.
fn asked_value(ui: &Ui, response: &Response) -> Option<f64> {
    ui.input(|input| {
        let set = input.accesskit_action_requests(response.id, accesskit::Action::SetValue).last()?;
        match set.data.as_ref()? {
            accesskit::ActionData::NumericValue(value) => value.is_finite().then_some(*value),
            _ => None,
        }
    })
}

/// The weight, to be typed over.
fn typed_ui(ui: &mut Ui, term: Term, weight: f64, name: &str) -> Option<f64> {
    let limit = Parameter::Rnn(term).limit();
    let mut value = weight;
    let number = DragValue::new(&mut value)
        .range(-limit..=limit)
        .speed(GRAIN)
        .update_while_editing(false)
        .prefix(format!("{} = ", term.letter()))
        .custom_formatter(|value, _| fixed(value, 2))
        .custom_parser(|text| text.rsplit('=').next().and_then(fixed_from));
    let response = ui.add(number);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    // The text has two decimals: one that was not changed asks for nothing.
    (fixed(value, 2) != fixed(weight, 2)).then_some(value)
}

/// A number as a person types it, with any minus and either sign of decimals.
fn fixed_from(text: &str) -> Option<f64> {
    text.trim().replace('−', "-").replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

/// By how much a key press moves a weight.
fn key_moves(event: &Event) -> f64 {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            let grain = if modifiers.shift { 0.01 } else { 0.05 };
            match key {
                Key::ArrowRight | Key::ArrowUp => grain,
                Key::ArrowLeft | Key::ArrowDown => -grain,
                _ => 0.0,
            }
        }
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Run, Scene};

    #[test]
    fn every_term_of_the_equation_is_drawn_once() {
        let mut scene = Scene { noise: 0.3, ..Scene::default() };
        (scene.rnn.w, scene.rnn.u, scene.rnn.b) = (1.25, 0.75, -0.4);
        let numbers = Run::of(&scene).unwrap().rnn_flows(&scene, 7).unwrap();
        let RnnFlows { x, h_before, h, .. } = numbers;
        let count = |amount: f64| streams(&numbers).iter().filter(|stream| (stream.2 - amount).abs() < 1e-12).count();
        for (term, amount) in [("x", x), ("w·x", 1.25 * x), ("h'", h_before), ("u·h'", 0.75 * h_before), ("h", h)] {
            assert_eq!(count(amount), 1, "{term}");
        }
        let leaving = streams(&numbers).into_iter().filter(|(_, to, _)| to.0 == END);
        assert_eq!(leaving.map(|stream| stream.2).collect::<Vec<_>>(), [h], "only h goes on");
    }
}
