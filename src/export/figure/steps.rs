//! Where the steps of a sequence stand in a figure; chain and plots of a network share one.

use crate::scale::numbered_steps;

/// T steps, equally wide, from a left edge to a right one, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Steps {
    /// The left edge of step 1.
    pub left: f64,
    /// The right edge of step T.
    pub right: f64,
    /// The sequence length T.
    pub length: usize,
}

impl Steps {
    /// How wide a step is.
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    pub fn width(self) -> f64 {
        (self.right - self.left) / self.length.max(1) as f64
    }

    /// The middle of a step, from 1.
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    pub fn x(self, step: usize) -> f64 {
        self.left + (step as f64 - 0.5) * self.width()
    }

    /// Where the state before step 1 stands: a step to the left, but within the gutter.
    pub fn before(self) -> f64 {
        self.x(0).clamp(self.left - 20.0, self.left - 8.0)
    }

    /// The steps that get a number.
    pub fn numbered(self) -> Vec<usize> {
        numbered_steps(self.length, self.width())
    }
}
