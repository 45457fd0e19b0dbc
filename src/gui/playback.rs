//! The step at hand and how it moves with time.

/// Steps a second at speed 1.
pub const STEPS_PER_SECOND: f64 = 4.0;
/// The speeds that can be chosen.
pub const SPEEDS: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];
/// How long the first opening takes from step 1 to T, in seconds.
const FIRST_OPENING_SECS: f64 = 5.0;

/// The step at hand, from 1 to T.
#[derive(Debug, Clone, PartialEq)]
pub struct Playback {
    step: usize,
    length: usize,
    motion: Option<Motion>,
}

/// What a running playback remembers.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Motion {
    /// Parts of a step gone by since the last whole one.
    part: f64,
    /// Steps a second, where speed does not decide it.
    pace: Option<f64>,
}

impl Playback {
    /// At rest at the last step.
    #[must_use]
    pub fn resting_at(length: usize) -> Self {
        Self { step: length, length, motion: None }
    }

    /// Runs once from step 1 to T in about five seconds.
    #[must_use]
    pub fn first_opening(length: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
        let pace = (length.saturating_sub(1)) as f64 / FIRST_OPENING_SECS;
        let motion = (length > 1).then_some(Motion { part: 0.0, pace: Some(pace) });
        Self { step: 1, length, motion }
    }

    /// The step at hand, from 1.
    #[must_use]
    pub fn step(&self) -> usize {
        self.step
    }

    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether it runs.
    #[must_use]
    pub fn playing(&self) -> bool {
        self.motion.is_some()
    }

    /// Goes to a step and rests there.
    pub fn go_to(&mut self, step: usize) {
        self.step = step.clamp(1, self.length.max(1));
        self.motion = None;
    }

    /// One step on, or back; rests there.
    pub fn step_by(&mut self, steps: isize) {
        self.go_to(self.step.saturating_add_signed(steps));
    }

    /// Runs, or rests; from the last step it starts over.
    pub fn toggle(&mut self) {
        if self.motion.is_some() {
            self.motion = None;
            return;
        }
        if self.step >= self.length {
            self.step = 1;
        }
        self.motion = (self.length > 1).then_some(Motion { part: 0.0, pace: None });
    }

    /// A sequence of another length: the step at hand stays if it can, and a rest at the end stays
    /// a rest at the end.
    pub fn fit(&mut self, length: usize) {
        if length == self.length {
            return;
        }
        let at_end = self.step == self.length;
        self.length = length;
        self.step = if at_end && !self.playing() { length } else { self.step.clamp(1, length.max(1)) };
    }

    /// Lets time pass. Returns how many seconds from now the next step falls due, while it runs.
    pub fn advance(&mut self, elapsed_secs: f64, speed: f64, loops: bool) -> Option<f64> {
        let motion = self.motion?;
        let pace = motion.pace.unwrap_or(STEPS_PER_SECOND * speed);
        let mut part = motion.part + elapsed_secs.max(0.0) * pace;
        // A window that was hidden for a minute does not catch up: one frame moves one pass at most.
        let mut left = self.length;
        while part >= 1.0 && left > 0 {
            part -= 1.0;
            left -= 1;
            if self.step < self.length {
                self.step += 1;
            } else if loops {
                self.step = 1;
            }
        }
        if self.step >= self.length && !loops {
            self.motion = None;
            return None;
        }
        let part = part.min(1.0);
        self.motion = Some(Motion { part, ..motion });
        Some((1.0 - part) / pace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_plays_to_the_end_and_rests() {
        let mut playback = Playback::resting_at(5);
        playback.toggle();
        assert_eq!((playback.step(), playback.playing()), (1, true));
        let due = playback.advance(0.1, 1.0, false).expect("it runs");
        assert!((due - 0.15).abs() < 1e-12, "{due}");
        playback.advance(0.65, 1.0, false);
        assert_eq!((playback.step(), playback.playing()), (4, true));
        assert_eq!(playback.advance(60.0, 1.0, false), None);
        assert_eq!((playback.step(), playback.playing()), (5, false));
    }

    #[test]
    fn a_loop_comes_round_to_step_one() {
        let mut playback = Playback::resting_at(3);
        playback.toggle();
        playback.advance(0.75, 1.0, true);
        assert_eq!((playback.step(), playback.playing()), (1, true));
    }

    #[test]
    fn speed_changes_the_pace_but_not_that_of_the_first_opening() {
        let mut fast = Playback::resting_at(9);
        fast.toggle();
        fast.advance(0.5, 4.0, false);
        assert_eq!(fast.step(), 9);
        let mut first = Playback::first_opening(26);
        first.advance(1.0, 4.0, false);
        assert_eq!(first.step(), 6);
    }

    #[test]
    fn a_shorter_sequence_keeps_the_step_inside() {
        let mut playback = Playback::resting_at(24);
        playback.fit(30);
        assert_eq!(playback.step(), 30);
        playback.go_to(10);
        playback.fit(6);
        assert_eq!(playback.step(), 6);
        playback.step_by(-100);
        assert_eq!(playback.step(), 1);
    }
}
