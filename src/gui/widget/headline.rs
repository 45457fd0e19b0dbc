//! A network's name and, large, how much of the blue is left.

use eframe::egui::{Align2, CursorIcon, Rect, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::gui::theme::{Tokens, focus_ring, text};

/// What the head of a network's card says.
pub struct Headline<'a> {
    /// The network's name.
    pub name: &'a str,
    /// What it is, in a few words.
    pub what: &'a str,
    /// The large numeral, or the words in its place.
    pub numeral: &'a str,
    /// Whether `numeral` is a number; words are set smaller.
    pub is_number: bool,
    /// What the numeral is a share of.
    pub of_what: &'a str,
    /// The paint under the numeral: what is left, signed.
    pub paint: f64,
    /// How assistive technology calls it.
    pub spoken: String,
}

/// The height that a headline takes.
pub const HEIGHT: f32 = 64.0;
/// How much of it stays clear at its foot.
const CLEAR: f32 = 10.0;

/// Draws it into `rect`.
pub fn headline_ui(ui: &mut Ui, rect: Rect, headline: &Headline<'_>, tokens: &Tokens) -> Response {
    // It ends above what stands close under it, which has tooltips of its own.
    let taken = rect.with_max_y(rect.bottom() - CLEAR);
    let response = ui.allocate_rect(taken, Sense::click()).on_hover_cursor(CursorIcon::PointingHand);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &headline.spoken));
    let painter = ui.painter();
    if response.has_focus() {
        painter.rect_stroke(taken.expand(3.0), 7.0, focus_ring(tokens), StrokeKind::Middle);
    }
    painter.text(rect.left_top(), Align2::LEFT_TOP, headline.name, text::bold(text::NAME), tokens.ink);

    let size = if headline.is_number { text::NUMERAL } else { text::TITLE };
    let numeral = painter.layout_no_wrap(headline.numeral.to_owned(), text::bold(size), tokens.ink);
    let width = numeral.size().x.max(84.0);
    let baseline = rect.top() + 34.0;
    painter.galley(pos2(rect.right() - numeral.size().x, baseline - numeral.size().y), numeral, tokens.ink);
    let bar = Rect::from_min_size(pos2(rect.right() - width, baseline + 3.0), vec2(width, 5.0));
    painter.rect_filled(bar, 2.5, tokens.paint(headline.paint));
    let of_what = pos2(rect.right(), baseline + 12.0);
    let caption = painter.text(of_what, Align2::RIGHT_TOP, headline.of_what, text::regular(text::SMALL), tokens.faint);

    let room = caption.left().min(bar.left()) - rect.left() - 10.0;
    let what = painter.layout(headline.what.to_owned(), text::regular(text::SMALL), tokens.faint, room);
    painter.galley(pos2(rect.left(), rect.top() + 26.0), what, tokens.faint);
    response
}
