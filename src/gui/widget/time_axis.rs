//! Where the steps of a sequence stand between two edges; chain and plots of a network share one.

use eframe::egui::Rangef;

use crate::scale::numbered_steps;

/// T steps, equally wide, from a left edge to a right one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeAxis {
    /// The left edge of step 1 and the right edge of step T, in points.
    pub span: Rangef,
    /// The sequence length T.
    pub length: usize,
}

impl TimeAxis {
    /// How wide a step is, in points.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    pub fn step_width(&self) -> f32 {
        self.span.span() / self.length.max(1) as f32
    }

    /// The middle of a step; step 0 is where the states before the start stand.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    pub fn x(&self, step: usize) -> f32 {
        self.span.min + (step as f32 - 0.5) * self.step_width()
    }

    /// The step at a place on the screen, if one is there.
    #[must_use]
    pub fn step_at(&self, x: f32) -> Option<usize> {
        self.span.contains(x).then(|| self.nearest(x))
    }

    /// The step nearest to a place on the screen.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1…T before")]
    pub fn nearest(&self, x: f32) -> usize {
        let place = ((x - self.span.min) / self.step_width()).floor().max(0.0);
        (place as usize + 1).min(self.length)
    }

    /// The steps that get a number: the first, the last, and round ones between with room for it.
    #[must_use]
    pub fn numbered(&self) -> Vec<usize> {
        numbered_steps(self.length, f64::from(self.step_width()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(length: usize) -> TimeAxis {
        TimeAxis { span: Rangef::new(100.0, 340.0), length }
    }

    #[test]
    fn a_step_is_found_where_it_stands() {
        for length in [1, 2, 24, 60, 1000] {
            let axis = axis(length);
            for step in 1..=length {
                assert_eq!(axis.step_at(axis.x(step)), Some(step), "step {step} of {length}");
            }
        }
    }

    #[test]
    fn outside_there_is_no_step_but_a_nearest_one() {
        let axis = axis(24);
        assert_eq!(axis.step_at(99.0), None);
        assert_eq!(axis.nearest(0.0), 1);
        assert_eq!(axis.nearest(1e6), 24);
    }
}
