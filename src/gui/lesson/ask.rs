//! What a page may ask of the lesson, and what comes of it.

use super::Place;
use crate::scene::{Changes, Control};

/// What a page may ask of the lesson.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Open a screen.
    Go(Place),
    /// The next screen.
    Next,
    /// The screen before.
    Back,
    /// Choose an answer, from 0.
    Choose(usize),
    /// Answer with what is chosen, sure of it or guessing.
    Answer {
        /// Whether the reader is sure.
        sure: bool,
    },
    /// Leave the question unanswered.
    Skip,
    /// Follow a link that changes the scene.
    Set(Changes),
    /// Another hint.
    Hint,
    /// The next step of the worked solution.
    Worked,
    /// The same challenge with changed numbers, or the first one again.
    Again(bool),
    /// Forget all progress.
    Forget,
}

/// How a screen's question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// There is none.
    Free,
    /// It is open; nothing plays yet.
    Asked {
        /// What is chosen, from 0.
        choice: Option<usize>,
    },
    /// It was answered, or skipped.
    Answered {
        /// What was chosen, from 0.
        choice: Option<usize>,
        /// Whether the reader was sure.
        sure: bool,
        /// What is right, from 0.
        right: Option<usize>,
    },
}

/// What a link has just changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Pulse {
    /// The controls.
    pub controls: Vec<Control>,
    /// When it was first drawn, by the window's clock.
    pub since: Option<f64>,
}
