//! A rail with a handle: the slider under weights, mixtures and the transport bar.

use std::ops::RangeInclusive;

use eframe::egui::{
    Color32, Event, EventFilter, Key, Modifiers, Rangef, Rect, Response, Sense, Stroke, Ui, Widget, WidgetInfo,
    accesskit, pos2, vec2,
};

use crate::gui::theme::{self, Tokens, stroke};

/// The handle's radius.
const HANDLE: f32 = 6.5;
/// Half the rail's thickness.
const HALF_RAIL: f32 = 2.0;

/// How values lie on a rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bend {
    /// Evenly.
    Even,
    /// Evenly in their logarithm: as much room from 1 to 10 as from 10 to 100.
    Log,
}

/// A number on a rail.
pub struct Rail<'a> {
    /// The number.
    pub value: &'a mut f64,
    /// Its least and greatest value.
    pub range: RangeInclusive<f64>,
    /// From where the rail is filled.
    pub from: f64,
    /// What one press of an arrow key changes, and to what a drag is rounded.
    pub grain: f64,
    /// How values lie on it.
    pub bend: Bend,
    /// The colour of handle and filling.
    pub colour: Color32,
    /// How it is called.
    pub name: String,
    /// Its width.
    pub width: f32,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

impl Widget for Rail<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let size = vec2(self.width, 20.0);
        let (rect, mut response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let span = Rangef::new(rect.left() + HANDLE + 1.0, rect.right() - HANDLE - 1.0);
        let before = *self.value;

        if let Some(pointer) = response.interact_pointer_pos() {
            // A click lands on release; while the button is down both click and drag follow the pointer.
            if response.is_pointer_button_down_on() || response.clicked() {
                *self.value = rounded(value_at(pointer.x, span, &self.range, self.bend), self.grain);
            }
        }
        if response.has_focus() {
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows()));
            *self.value = pressed(ui, *self.value, &self.range, self.grain);
        }
        *self.value = asked(ui, &response, *self.value, self.grain).clamp(*self.range.start(), *self.range.end());
        if *self.value != before {
            response.mark_changed();
        }

        response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), *self.value, &self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(*self.range.start());
            node.set_max_numeric_value(*self.range.end());
            node.set_numeric_value_step(self.grain);
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, span, &response);
        }
        response
    }
}

impl Rail<'_> {
    fn paint(&self, ui: &Ui, rect: Rect, span: Rangef, response: &Response) {
        let painter = ui.painter();
        let y = rect.center().y;
        let line = |from: f32, to: f32| Rect::from_two_pos(pos2(from, y - HALF_RAIL), pos2(to, y + HALF_RAIL));
        let handle = pos2(x_of(*self.value, span, &self.range, self.bend), y);
        let from = x_of(self.from, span, &self.range, self.bend);
        painter.rect_filled(line(span.min - HALF_RAIL, span.max + HALF_RAIL), HALF_RAIL, self.tokens.rail);
        painter.rect_filled(line(from, handle.x), HALF_RAIL, self.colour.gamma_multiply(0.55));
        let radius = if response.hovered() || response.dragged() { HANDLE + 0.8 } else { HANDLE };
        painter.circle(handle, radius, self.tokens.card, Stroke::new(stroke::CURVE, self.colour));
        if response.has_focus() {
            painter.circle_stroke(handle, HANDLE + 4.0, theme::focus_ring(self.tokens));
        }
    }
}

fn arrows() -> EventFilter {
    EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() }
}

/// The value after the keys pressed in this frame: arrows a grain, with Shift a tenth, Page keys
/// ten; Home and End go to the ends.
fn pressed(ui: &Ui, value: f64, range: &RangeInclusive<f64>, grain: f64) -> f64 {
    ui.input_mut(|input| {
        let value = input.events.iter().fold(value, |value, event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                let fine = if modifiers.shift { grain * 0.1 } else { grain };
                match key {
                    Key::ArrowRight | Key::ArrowUp => rounded(value + fine, fine),
                    Key::ArrowLeft | Key::ArrowDown => rounded(value - fine, fine),
                    Key::PageUp => rounded(value + 10.0 * grain, grain),
                    Key::PageDown => rounded(value - 10.0 * grain, grain),
                    Key::Home => *range.start(),
                    Key::End => *range.end(),
                    _ => value,
                }
            }
            _ => value,
        });
        // On the lesson they turn screens as well.
        for key in [Key::PageUp, Key::PageDown] {
            input.count_and_consume_key(Modifiers::NONE, key);
        }
        value
    })
}

/// The value after what assistive technology asked for in this frame.
fn asked(ui: &Ui, response: &Response, value: f64, grain: f64) -> f64 {
    ui.input(|input| {
        let more = input.num_accesskit_action_requests(response.id, accesskit::Action::Increment);
        let less = input.num_accesskit_action_requests(response.id, accesskit::Action::Decrement);
        let set = input.accesskit_action_requests(response.id, accesskit::Action::SetValue).last();
        let value = match set.and_then(|request| request.data.as_ref()) {
            Some(accesskit::ActionData::NumericValue(value)) if value.is_finite() => *value,
            _ => value,
        };
        #[expect(clippy::cast_precision_loss, reason = "a few requests in a frame")]
        let grains = more as f64 - less as f64;
        value + grains * grain
    })
}

/// The value at a place on the rail; beyond its ends, the nearest.
fn value_at(x: f32, span: Rangef, range: &RangeInclusive<f64>, bend: Bend) -> f64 {
    let part = f64::from((x - span.min) / span.span()).clamp(0.0, 1.0);
    match bend {
        Bend::Even => range.start() + part * (range.end() - range.start()),
        Bend::Log => range.start() * (range.end() / range.start()).powf(part),
    }
}

/// The place of a value on the rail.
#[expect(clippy::cast_possible_truncation, reason = "a place on the screen needs no more digits")]
fn x_of(value: f64, span: Rangef, range: &RangeInclusive<f64>, bend: Bend) -> f32 {
    let part = match bend {
        Bend::Even => (value - range.start()) / (range.end() - range.start()),
        Bend::Log => (value / range.start()).ln() / (range.end() / range.start()).ln(),
    };
    span.min + part.clamp(0.0, 1.0) as f32 * span.span()
}

/// The nearest multiple of a grain, without the dust of binary fractions (0.1 · 3 is 0.3).
pub fn rounded(value: f64, grain: f64) -> f64 {
    let per_unit = (1.0 / grain).round();
    let rounded = if grain < 1.0 { (value * per_unit).round() / per_unit } else { (value / grain).round() * grain };
    // No −0 on a rail.
    rounded + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_and_value_are_each_others_inverse() {
        let span = Rangef::new(50.0, 250.0);
        for (range, bend, values) in [
            (-16.0..=16.0, Bend::Even, [-16.0, -3.25, 0.0, 12.0, 16.0]),
            (1.0..=1000.0, Bend::Log, [1.0, 2.0, 24.0, 100.0, 1000.0]),
        ] {
            for value in values {
                let back = value_at(x_of(value, span, &range, bend), span, &range, bend);
                assert!((back - value).abs() < 1e-4 * value.abs().max(1.0), "{value} came back as {back}");
            }
            assert_eq!(value_at(-1000.0, span, &range, bend), *range.start());
            assert_eq!(value_at(1000.0, span, &range, bend), *range.end());
        }
    }

    #[test]
    fn a_drag_stops_at_round_numbers() {
        assert_eq!(rounded(0.299_999, 0.1), 0.3);
        assert_eq!(rounded(-7.963, 0.05), -7.95);
        assert_eq!(rounded(11.4, 1.0), 11.0);
        assert!(rounded(-0.01, 0.1).is_sign_positive());
    }
}
