//! What a challenge offers to who is stuck: two hints, a worked solution, and then changed numbers.

/// How many hints there are: what to watch, and which control.
const HINTS: usize = 2;

/// How much of it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aid {
    /// How many hints.
    pub hints: usize,
    /// How many steps of the worked solution.
    pub worked: usize,
    /// Whether the worked solution was ever shown.
    pub has_worked: bool,
    /// Whether the numbers are changed.
    pub again: bool,
    /// How many steps the worked solution has.
    steps: usize,
}

impl Aid {
    /// Nothing was asked for yet.
    #[must_use]
    pub fn new(steps: usize) -> Self {
        Self { hints: 0, worked: 0, has_worked: false, again: false, steps }
    }

    /// Whether there is another step of the worked solution; there is none to changed numbers.
    #[must_use]
    pub fn has_more_steps(&self) -> bool {
        !self.again && self.worked < self.steps
    }

    /// One hint more.
    pub fn hint(&mut self) {
        self.hints = (self.hints + 1).min(HINTS);
    }

    /// The next step of the worked solution, from 0.
    pub fn work(&mut self) -> Option<usize> {
        let step = self.has_more_steps().then_some(self.worked)?;
        self.worked += 1;
        self.has_worked = true;
        Some(step)
    }
}
