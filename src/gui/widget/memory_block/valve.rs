//! A valve: a handle on a gate's bias.

use eframe::egui::{
    Align2, Color32, DragValue, Event, EventFilter, Id, Key, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, UiBuilder,
    Vec2, WidgetInfo, accesskit, vec2,
};

use crate::gui::theme::{self, Tokens, text};
use crate::locale::number;

/// How far the pointer goes for one unit of bias, in points; with Shift four times as far.
const POINTS_PER_UNIT: f32 = 12.0;

/// A valve on a pipe.
pub struct Valve<'a> {
    /// The gate's letter.
    pub letter: &'static str,
    /// How it is called.
    pub name: &'a str,
    /// What it does, for the tooltip.
    pub tip: &'a str,
    /// How its pin is called.
    pub pin: &'a str,
    /// What a pin does, for the tooltip.
    pub pin_tip: &'a str,
    /// The gate's value, from 0 shut to 1 open.
    pub value: f64,
    /// Whether the gate is held at it.
    pub held: bool,
    /// What can be done with it.
    pub grip: Grip,
    /// Whether it has a pin that can be set.
    pub pinned_by_hand: bool,
    /// Whether the pipe runs up and down.
    pub upright: bool,
    /// Where the middle of its label stands.
    pub label: Pos2,
    /// The gate's colour.
    pub colour: Color32,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What can be done with a valve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grip {
    /// It can be turned.
    Turns,
    /// It shows its gate, and opens into how that comes about.
    Shows,
    /// A fitting of the pipe: it opens under the pointer, and is nothing that one holds.
    Fitting,
}

/// What was done to a valve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValveEvent {
    /// The bias is to move by so much from where it is; of a held gate, its value by a twelfth.
    Moved(f64),
    /// The bias is to stand so far from where it was when the drag began; likewise.
    Dragged(f64),
    /// The gate is to have this value at this step.
    Wanted(f64),
    /// Held, or let go.
    Pinned,
    /// Back to what the scene was opened with.
    Home,
}

/// Draws a valve round a centre and tells what was done to it, and whether it is being dragged.
pub fn valve_ui(ui: &mut Ui, id: Id, centre: Pos2, radius: f32, valve: &Valve<'_>) -> (Option<ValveEvent>, Response) {
    let rect = Rect::from_center_size(centre, Vec2::splat(2.0 * radius + 4.0));
    if valve.grip != Grip::Turns {
        let response = fixed_ui(ui, id, rect, radius, valve);
        let pinned = if valve.pinned_by_hand { pin_ui(ui, id, centre, radius, valve) } else { None };
        return (pinned, response);
    }
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let mut event = dragged(ui, &response).or_else(|| pressed(ui, &response)).or_else(|| asked(ui, &response));
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), valve.value, valve.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(1.0);
        for action in [accesskit::Action::SetValue, accesskit::Action::Increment, accesskit::Action::Decrement] {
            node.add_action(action);
        }
    });
    paint(ui, centre, radius, valve, &response);
    event = label_ui(ui, id, valve).or(event);
    if valve.pinned_by_hand {
        event = pin_ui(ui, id, centre, radius, valve).or(event);
    }
    // While it is dragged its tip would hide what it changes.
    let response = if response.is_pointer_button_down_on() { response } else { response.on_hover_text(valve.tip) };
    (event, response)
}

/// A valve that nobody turns: what it shows can be opened, and no more.
fn fixed_ui(ui: &Ui, id: Id, rect: Rect, radius: f32, valve: &Valve<'_>) -> Response {
    let sense = if valve.grip == Grip::Shows { Sense::click() } else { Sense::click() - Sense::FOCUSABLE };
    let response = ui.interact(rect, id, sense);
    let said = format!("{} = {}", valve.letter, number::fixed(valve.value, 2));
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Button, ui.is_enabled(), valve.name));
    paint(ui, rect.center(), radius, valve, &response);
    ui.painter().text(valve.label, Align2::CENTER_CENTER, said, text::bold(text::BODY), valve.colour);
    response.on_hover_text(valve.tip)
}

/// A drag moves the bias linearly with the pointer, to the right or up for more. The way is added
/// up from its beginning, so that rounding on the way adds up to nothing.
fn dragged(ui: &Ui, response: &Response) -> Option<ValveEvent> {
    if response.double_clicked() {
        return Some(ValveEvent::Home);
    }
    dragged_way(ui, response, POINTS_PER_UNIT).map(ValveEvent::Dragged)
}

/// How far a handle has been dragged since the drag began, in units of what it moves; with Shift
/// the pointer goes four times as far. None while it is not dragged, or has not moved.
pub fn dragged_way(ui: &Ui, response: &Response, points_per_unit: f32) -> Option<f64> {
    if !response.dragged() {
        return None;
    }
    let key = response.id.with("way");
    let before = if response.drag_started() { 0.0 } else { ui.data(|data| data.get_temp(key)).unwrap_or(0.0) };
    let delta = response.drag_delta();
    let slow = if ui.input(|input| input.modifiers.shift) { 0.25 } else { 1.0 };
    let way = before + f64::from((delta.x - delta.y) / points_per_unit * slow);
    ui.data_mut(|data| data.insert_temp(key, way));
    (way != before).then_some(way)
}

fn pressed(ui: &Ui, response: &Response) -> Option<ValveEvent> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    ui.input(|input| {
        let pinned = |event: &Event| {
            matches!(event, Event::Key { key: Key::P, pressed: true, modifiers, .. } if modifiers.is_none())
        };
        if input.events.iter().any(pinned) {
            return Some(ValveEvent::Pinned);
        }
        // A slow frame may hold several presses; each of them counts.
        let moved: f64 = input.events.iter().map(key_moves).sum();
        (moved != 0.0).then_some(ValveEvent::Moved(moved))
    })
}

/// By how much a key press moves a bias.
fn key_moves(event: &Event) -> f64 {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return 0.0 };
    let grain = if modifiers.shift { 0.01 } else { 0.1 };
    match key {
        Key::ArrowRight | Key::ArrowUp => grain,
        Key::ArrowLeft | Key::ArrowDown => -grain,
        _ => 0.0,
    }
}

fn asked(ui: &Ui, response: &Response) -> Option<ValveEvent> {
    ui.input(|input| {
        let set = input.accesskit_action_requests(response.id, accesskit::Action::SetValue).last();
        if let Some(accesskit::ActionData::NumericValue(value)) = set.and_then(|request| request.data.as_ref()) {
            return value.is_finite().then_some(ValveEvent::Wanted(*value));
        }
        let more = input.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
        let less = input.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
        #[expect(clippy::cast_precision_loss, reason = "a few requests in a frame")]
        let grains = more as f64 - less as f64;
        (grains != 0.0).then_some(ValveEvent::Moved(grains * 0.1))
    })
}

/// The gate's value, to be typed over.
fn label_ui(ui: &mut Ui, id: Id, valve: &Valve<'_>) -> Option<ValveEvent> {
    let rect = Rect::from_center_size(valve.label, vec2(78.0, 20.0));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).id_salt((id, "label")));
    let plain = &mut inside.visuals_mut().widgets;
    plain.inactive.bg_stroke = Stroke::NONE;
    plain.inactive.weak_bg_fill = Color32::TRANSPARENT;
    for state in [&mut plain.inactive, &mut plain.hovered, &mut plain.active] {
        state.fg_stroke.color = valve.colour;
    }
    inside.spacing_mut().button_padding = vec2(3.0, 0.0);
    inside.spacing_mut().interact_size.y = 18.0;
    inside.style_mut().override_font_id = Some(text::bold(text::BODY));
    let mut value = valve.value;
    let typed = DragValue::new(&mut value)
        .range(0.0..=1.0)
        .speed(0.0)
        .update_while_editing(false)
        .prefix(format!("{} = ", valve.letter))
        .custom_formatter(|value, _| number::fixed(value, 2))
        .custom_parser(|text| {
            text.rsplit('=').next()?.trim().replace(',', ".").parse().ok().filter(|n: &f64| n.is_finite())
        });
    let response = inside.centered_and_justified(|ui| ui.add(typed)).inner;
    response.widget_info(|| WidgetInfo::drag_value(true, valve.value));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(valve.name));
    // The text has two decimals: one that was not changed asks for nothing.
    (number::fixed(value, 2) != number::fixed(valve.value, 2)).then_some(ValveEvent::Wanted(value))
}

/// The pin that holds the gate where it is: stuck into the valve, or drawn out of it.
fn pin_ui(ui: &mut Ui, id: Id, centre: Pos2, radius: f32, valve: &Valve<'_>) -> Option<ValveEvent> {
    let (out, tokens) = (vec2(0.72, -0.72), valve.tokens);
    let head = centre + out * (radius * if valve.held { 1.15 } else { 1.45 });
    let response = ui.interact(Rect::from_center_size(head, Vec2::splat(16.0)), id.with("pin"), Sense::click());
    response.widget_info(|| WidgetInfo::selected(accesskit::Role::CheckBox, true, valve.held, valve.pin));
    let painter = ui.painter();
    let strong = valve.held || response.hovered() || response.has_focus();
    let line = if strong { tokens.ink } else { tokens.faint };
    let fill = if valve.held { tokens.ink } else { tokens.card };
    let needle = centre + out * (radius * if valve.held { 0.55 } else { 1.0 });
    painter.line_segment([needle, head], Stroke::new(1.5, line));
    painter.circle(head, 4.0, fill, Stroke::new(1.5, line));
    if response.has_focus() {
        painter.circle_stroke(head, 7.0, theme::focus_ring(tokens));
    }
    response.on_hover_text(valve.pin_tip).clicked().then_some(ValveEvent::Pinned)
}

fn paint(ui: &Ui, centre: Pos2, radius: f32, valve: &Valve<'_>, response: &Response) {
    let (painter, tokens) = (ui.painter(), valve.tokens);
    if valve.grip != Grip::Fitting && (response.hovered() || response.dragged()) {
        painter.circle_stroke(centre, radius + 5.0, Stroke::new(1.5, valve.colour.gamma_multiply(0.5)));
    }
    // What one can turn has a rim to take hold of.
    let rim = if valve.grip == Grip::Fitting { 1.5 } else { 3.0 };
    painter.circle(centre, radius, tokens.card, Stroke::new(rim, valve.colour));
    painter.add(bar(centre, radius, valve));
    if response.has_focus() {
        painter.circle_stroke(centre, radius + 5.0, theme::focus_ring(tokens));
    }
}

/// The bar lies along the pipe when the gate is open and across it when it is shut.
fn bar(centre: Pos2, radius: f32, valve: &Valve<'_>) -> Shape {
    let along = Vec2::angled(bar_angle(valve.value, valve.upright)) * radius * 0.62;
    Shape::line_segment([centre - along, centre + along], Stroke::new(radius * 0.34, valve.colour))
}

/// The bar's angle against the horizontal, in radians.
#[expect(clippy::cast_possible_truncation, reason = "an angle on the screen")]
fn bar_angle(value: f64, upright: bool) -> f32 {
    let pipe = if upright { std::f32::consts::FRAC_PI_2 } else { 0.0 };
    pipe + (1.0 - value.clamp(0.0, 1.0)) as f32 * std::f32::consts::FRAC_PI_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_lies_along_the_pipe_when_open_and_across_it_when_shut() {
        let quarter = std::f32::consts::FRAC_PI_2;
        for (upright, pipe) in [(false, 0.0), (true, quarter)] {
            assert!((bar_angle(1.0, upright) - pipe).abs() < 1e-6);
            assert!((bar_angle(0.0, upright) - pipe - quarter).abs() < 1e-6);
            assert!((bar_angle(0.5, upright) - pipe - quarter / 2.0).abs() < 1e-6);
        }
    }
}
