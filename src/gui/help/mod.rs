//! Help: what stands where on the page, and the overlay that names all of it.
//!
//! Whatever draws an element marks its place with a topic; the marks of a frame are what is in view.
//! A topic has a name and a meaning in every language (`help-x` and `help-x-is`).

mod badges;
mod keys;
mod overlay;
mod topics;

use eframe::egui::{Context, Id, Rect, Response, RichText, Sense, Ui};

use super::theme::text;
use crate::locale::Words;

pub use overlay::help_ui;
pub use topics::{GROUPS, Group};

/// An element in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Its topic: the `x` of `help-x`.
    pub topic: &'static str,
    /// Where it stands.
    pub rect: Rect,
}

fn key() -> Id {
    Id::unique("help-marks")
}

/// Forgets the marks of the frame before.
pub fn begin(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<Vec<Mark>>(key()));
}

/// Marks the place of an element, as far as it is in view.
pub fn mark(ui: &Ui, topic: &'static str, rect: Rect) {
    let rect = rect.intersect(ui.clip_rect());
    if rect.width() > 2.0 && rect.height() > 2.0 {
        ui.data_mut(|data| data.get_temp_mut_or_default::<Vec<Mark>>(key()).push(Mark { topic, rect }));
    }
}

/// What this frame has marked.
#[must_use]
pub fn marks(ctx: &Context) -> Vec<Mark> {
    ctx.data(|data| data.get_temp(key())).unwrap_or_default()
}

/// The name of a topic.
#[must_use]
pub fn name(words: Words, topic: &str) -> String {
    words.text(&format!("help-{topic}"))
}

/// What a topic means: its equation and range, and what it is for the paint.
#[must_use]
pub fn meaning(words: Words, topic: &str) -> String {
    words.text(&format!("help-{topic}-is"))
}

/// Shows name and meaning of a topic while the pointer is on a response.
pub fn explain(response: Response, words: Words, topic: &str) -> Response {
    response.on_hover_ui(|ui| {
        ui.label(RichText::new(name(words, topic)).font(text::semibold(text::BODY)));
        ui.label(meaning(words, topic));
    })
}

/// Marks a painted symbol and gives it its tooltip.
pub fn symbol(ui: &Ui, words: Words, topic: &'static str, rect: Rect) {
    mark(ui, topic, rect);
    tip(ui, words, topic, rect);
}

/// Gives a painted symbol its tooltip. It must be called before what can be clicked there, which
/// keeps its own.
pub fn tip(ui: &Ui, words: Words, topic: &'static str, rect: Rect) {
    // A symbol can stand in both networks; the place tells them apart.
    let place = (rect.left().to_bits(), rect.top().to_bits());
    let id = ui.scope_id().with(("help", topic, place));
    explain(ui.interact(rect, id, Sense::hover()), words, topic);
}
