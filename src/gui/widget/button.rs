//! Buttons with painted signs, since no font here has the transport symbols.

use eframe::egui::{
    Button, Color32, Pos2, Response, RichText, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::theme::{self, Tokens, stroke, text};

/// What stands on a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// To the first step.
    First,
    /// One step back.
    Back,
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// One step on.
    On,
    /// To the last step.
    Last,
    /// Start over at the end.
    Loop,
    /// Take away.
    Cross,
}

/// A button with a sign; `chosen` fills it with ink (play) or tints it (a switch that is on).
pub fn sign_button(ui: &mut Ui, sign: Sign, name: &str, chosen: bool, tokens: &Tokens) -> Response {
    let big = matches!(sign, Sign::Play | Sign::Pause);
    let side = match sign {
        Sign::Play | Sign::Pause => 32.0,
        Sign::Cross => 20.0,
        _ => 28.0,
    };
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let (centre, painter) = (rect.center(), ui.painter());
        let ink = if big { tokens.card } else { tokens.ink };
        if big {
            let ground = if response.hovered() { tokens.faint } else { tokens.ink };
            painter.circle_filled(centre, side / 2.0 - 1.0, ground);
        } else if response.hovered() || chosen {
            painter.rect_filled(rect, 7.0, tokens.chosen);
        }
        if response.has_focus() {
            painter.circle_stroke(centre, side / 2.0 + 1.5, theme::focus_ring(tokens));
        }
        painter.extend(shapes(sign, centre, ink));
    }
    response.on_hover_text(name)
}

/// A button with words, filled with ink: what goes on.
pub fn ink_button(ui: &mut Ui, words: &str, enabled: bool, tokens: &Tokens) -> Response {
    let label = RichText::new(words).font(text::semibold(text::BODY)).color(tokens.card);
    let response = ui.add_enabled(enabled, Button::new(label).fill(tokens.ink));
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(2.5), 7.0, theme::focus_ring(tokens), StrokeKind::Middle);
    }
    response
}

/// A button with a sign and words, filled with ink.
pub fn worded_sign_button(ui: &mut Ui, sign: Sign, words: &str, tokens: &Tokens) -> Response {
    const SIGN: f32 = 26.0;
    let galley = ui.painter().layout_no_wrap(words.to_owned(), text::semibold(text::BODY), tokens.card);
    let size = vec2(SIGN + galley.size().x + 14.0, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    if ui.is_rect_visible(rect) {
        let ground = if response.hovered() { tokens.faint } else { tokens.ink };
        ui.painter().rect_filled(rect, 7.0, ground);
        ui.painter().extend(shapes(sign, pos2(rect.left() + SIGN * 0.58, rect.center().y), tokens.card));
        ui.painter().galley(pos2(rect.left() + SIGN, rect.center().y - galley.size().y / 2.0), galley, tokens.card);
        if response.has_focus() {
            ui.painter().rect_stroke(rect.expand(2.5), 9.0, theme::focus_ring(tokens), StrokeKind::Middle);
        }
    }
    response
}

fn shapes(sign: Sign, centre: Pos2, ink: Color32) -> Vec<Shape> {
    let at = |x: f32, y: f32| pos2(centre.x + x, centre.y + y);
    let line = Stroke::new(stroke::CURVE, ink);
    let triangle = |tip: f32, base: f32| {
        Shape::convex_polygon(vec![at(tip, 0.0), at(base, -5.5), at(base, 5.5)], ink, Stroke::NONE)
    };
    let bar = |x: f32| Shape::line_segment([at(x, -5.5), at(x, 5.5)], line);
    match sign {
        Sign::First => vec![bar(-6.0), triangle(-4.0, 5.5)],
        Sign::Back => vec![triangle(-4.5, 4.5)],
        Sign::Play => vec![triangle(6.5, -4.0)],
        Sign::Pause => vec![
            Shape::line_segment([at(-3.0, -5.0), at(-3.0, 5.0)], Stroke::new(3.0, ink)),
            Shape::line_segment([at(3.0, -5.0), at(3.0, 5.0)], Stroke::new(3.0, ink)),
        ],
        Sign::On => vec![triangle(4.5, -4.5)],
        Sign::Last => vec![bar(6.0), triangle(4.0, -5.5)],
        Sign::Cross => {
            let line = Stroke::new(stroke::DOT, ink);
            let stroke = |y: f32| Shape::line_segment([at(-3.5, -y), at(3.5, y)], line);
            vec![stroke(3.5), stroke(-3.5)]
        }
        Sign::Loop => {
            // Three quarters of a circle and an arrowhead where it ends.
            let arc = (0..=18_u8).map(|n| {
                let angle = f32::from(n) / 18.0 * 1.5 * std::f32::consts::PI;
                at(6.0 * angle.cos(), 6.0 * angle.sin())
            });
            let head = vec![at(-3.5, -9.5), at(-3.5, -2.5), at(2.5, -6.0)];
            vec![Shape::line(arc.collect(), line), Shape::convex_polygon(head, ink, Stroke::NONE)]
        }
    }
}
