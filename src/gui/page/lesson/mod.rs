//! The page Lesson: text at the left, the scene that it speaks of at the right.

mod asked;
mod bars;
mod chapters;
mod course;
mod drawn;
mod scene;
mod side;
mod strip;
mod strive;

pub use course::{Frame, course_ui};
pub use scene::{Pointed, scene_ui, stage_of};
pub use side::side_ui;

use crate::gui::lesson::{Ask, Lesson, Place};
use crate::gui::theme::Tokens;
use crate::gui::widget::prose::ProseEvents;
use crate::lesson::Part;
use crate::locale::Words;

/// The width of the text's panel, in points: some sixty letters a line.
pub const SIDE: f32 = 440.0;

/// What the text's side tells of a frame.
#[derive(Debug, Default)]
pub struct Told {
    /// What was asked for.
    pub asks: Vec<Ask>,
    /// The step that a link leads to.
    pub goes_to: Option<usize>,
    /// The part that a phrase points at.
    pub lit: Option<Part>,
}

impl Told {
    /// Takes in what was done to a text.
    fn hear(&mut self, events: ProseEvents) {
        self.asks.extend(events.sets.map(Ask::Set));
        self.goes_to = events.goes_to.or(self.goes_to);
        self.lit = events.lit.or(self.lit);
    }
}

/// What the text's side reads.
pub struct View<'a> {
    /// The lesson as it is being read.
    pub lesson: &'a Lesson,
    /// The words.
    pub words: Words,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

impl View<'_> {
    fn place(&self) -> Place {
        self.lesson.place
    }
}
