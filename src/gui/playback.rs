//! The step at hand and how it moves with time.

use super::stage::Stage;

/// Steps a second at speed 1.
pub const STEPS_PER_SECOND: f64 = 4.0;
/// The speeds that can be chosen.
pub const SPEEDS: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 4.0];
/// How long the first opening takes from step 1 to T, in seconds.
const FIRST_OPENING_SECS: f64 = 5.0;

/// The speed up to which each step walks through its stages by itself.
pub const STAGES_UP_TO: f64 = 0.5;

/// The step at hand, from 1 to T, and the stage of it that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Playback {
    step: usize,
    length: usize,
    stage: Option<Stage>,
    motion: Option<Motion>,
    /// The steps at which it comes to rest by itself.
    stops: Vec<usize>,
}

/// What a running playback remembers.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Motion {
    /// Parts of a step gone by since the last whole one.
    part: f64,
    /// Steps a second, where speed does not decide it.
    pace: Option<f64>,
}

/// How time passes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tempo {
    /// 1 is [`STEPS_PER_SECOND`].
    pub speed: f64,
    /// Whether it starts over at the end.
    pub loops: bool,
    /// Whether slow steps walk through their stages by themselves.
    pub stages: bool,
}

impl Playback {
    /// At rest at the last step.
    #[must_use]
    pub fn resting_at(length: usize) -> Self {
        Self { step: length, length, stage: None, motion: None, stops: Vec::new() }
    }

    /// Runs once from step 1 to T in about five seconds.
    #[must_use]
    pub fn first_opening(length: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
        let pace = (length.saturating_sub(1)) as f64 / FIRST_OPENING_SECS;
        let motion = (length > 1).then_some(Motion { part: 0.0, pace: Some(pace) });
        Self { step: 1, length, stage: None, motion, stops: Vec::new() }
    }

    /// Comes to rest by itself whenever it runs into one of these steps.
    pub fn stop_at(&mut self, stops: Vec<usize>) {
        self.stops = stops;
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

    /// The stage that is looked at; none while the step is looked at as a whole.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        self.stage
    }

    /// How many steps have gone by, parts of them included, while it runs: what flows moves with it.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    pub fn phase(&self) -> Option<f64> {
        self.motion.map(|motion| self.step as f64 + motion.part)
    }

    /// Goes to a step and rests there. At rest it looks at the same stage as before; a stage that
    /// was only passing by is left.
    pub fn go_to(&mut self, step: usize) {
        self.step = step.clamp(1, self.length.max(1));
        if self.motion.take().is_some() {
            self.stage = None;
        }
    }

    /// One step on, or back; rests there.
    pub fn step_by(&mut self, steps: isize) {
        self.go_to(self.step.saturating_add_signed(steps));
    }

    /// Looks at a stage of the step at hand, and rests there; or at the step as a whole.
    pub fn look_at(&mut self, stage: Option<Stage>) {
        self.stage = stage;
        if stage.is_some() {
            self.motion = None;
        }
    }

    /// One stage on: into the step at hand, through it, and into the next one; rests there. After
    /// the last stage of step T it looks at the step as a whole.
    pub fn next_stage(&mut self) {
        self.motion = None;
        let next = match self.stage {
            None => Some(Stage::G),
            Some(stage) => stage.next(),
        };
        if next.is_none() && self.step < self.length {
            self.go_to(self.step + 1);
            self.look_at(Some(Stage::G));
        } else {
            self.look_at(next);
        }
    }

    /// One stage back; before the first stage of step 1 it looks at the step as a whole.
    pub fn stage_before(&mut self) {
        self.motion = None;
        let before = match self.stage {
            None => Some(Stage::H),
            Some(stage) => stage.before(),
        };
        if before.is_none() && self.step > 1 {
            self.go_to(self.step - 1);
            self.look_at(Some(Stage::H));
        } else {
            self.look_at(before);
        }
    }

    /// Runs, or rests; from the last step it starts over, and from a stage it goes on.
    pub fn toggle(&mut self) {
        if self.motion.is_some() {
            self.motion = None;
            return;
        }
        if self.step >= self.length && self.stage.is_none() {
            self.step = 1;
        }
        let part = self.stage.map_or(0.0, Stage::begins);
        self.motion = (self.length > 1 || self.stage.is_some()).then_some(Motion { part, pace: None });
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

    /// Lets time pass. Returns how many seconds from now the next step, or stage, falls due, while
    /// it runs.
    pub fn advance(&mut self, elapsed_secs: f64, tempo: Tempo) -> Option<f64> {
        let motion = self.motion?;
        let staged = tempo.stages && tempo.speed <= STAGES_UP_TO && motion.pace.is_none();
        let pace = motion.pace.unwrap_or(STEPS_PER_SECOND * tempo.speed);
        let mut part = motion.part + elapsed_secs.max(0.0) * pace;
        // A window that was hidden for a minute does not catch up: one frame moves one pass at most.
        let mut left = self.length;
        // The stages of the last step take their time as well.
        while part >= 1.0 && left > 0 && (self.step < self.length || tempo.loops) {
            part -= 1.0;
            left -= 1;
            self.step = if self.step < self.length { self.step + 1 } else { 1 };
            if self.stops.contains(&self.step) {
                self.motion = None;
                self.stage = None;
                return None;
            }
        }
        let ends = self.step >= self.length && !tempo.loops && (!staged || part >= 1.0);
        if ends {
            self.motion = None;
            self.stage = None;
            return None;
        }
        let part = part.min(1.0);
        self.motion = Some(Motion { part, ..motion });
        self.stage = staged.then(|| Stage::at(part));
        let due = self.stage.map_or(1.0, |stage| stage.begins() + 1.0 / 6.0);
        Some((due - part).max(0.0) / pace)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONCE: Tempo = Tempo { speed: 1.0, loops: false, stages: true };
    const SLOW: Tempo = Tempo { speed: 0.25, ..ONCE };

    #[test]
    fn it_plays_to_the_end_and_rests() {
        let mut playback = Playback::resting_at(5);
        playback.toggle();
        assert_eq!((playback.step(), playback.playing()), (1, true));
        let due = playback.advance(0.1, ONCE).expect("it runs");
        assert!((due - 0.15).abs() < 1e-12, "{due}");
        playback.advance(0.65, ONCE);
        assert_eq!((playback.step(), playback.playing()), (4, true));
        assert_eq!(playback.advance(60.0, ONCE), None);
        assert_eq!((playback.step(), playback.playing()), (5, false));
    }

    #[test]
    fn it_rests_at_a_stop_and_goes_on_from_there() {
        let mut playback = Playback::resting_at(9);
        playback.stop_at(vec![3, 5]);
        for stop in [3, 5, 9] {
            playback.toggle();
            assert_eq!(playback.advance(60.0, ONCE), None);
            assert_eq!((playback.step(), playback.playing()), (stop, false));
        }
        playback.go_to(3);
        assert_eq!(playback.step(), 3);
    }

    #[test]
    fn a_loop_comes_round_to_step_one() {
        let mut playback = Playback::resting_at(3);
        playback.toggle();
        playback.advance(0.75, Tempo { loops: true, ..ONCE });
        assert_eq!((playback.step(), playback.playing()), (1, true));
    }

    #[test]
    fn speed_changes_the_pace_but_not_that_of_the_first_opening() {
        let mut fast = Playback::resting_at(9);
        fast.toggle();
        fast.advance(0.5, Tempo { speed: 4.0, ..ONCE });
        assert_eq!(fast.step(), 9);
        let mut first = Playback::first_opening(26);
        first.advance(1.0, Tempo { speed: 4.0, ..ONCE });
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

    #[test]
    fn stages_go_through_a_step_and_on_into_the_next() {
        let mut playback = Playback::resting_at(3);
        playback.go_to(2);
        let mut seen = Vec::new();
        for _ in 0..13 {
            playback.next_stage();
            seen.push((playback.step(), playback.stage()));
        }
        let staged = |step| Stage::ALL.map(move |stage| (step, Some(stage)));
        let expected: Vec<_> = staged(2).into_iter().chain(staged(3)).chain([(3, None)]).collect();
        assert_eq!(seen, expected);
        for expected in expected.iter().rev().skip(1) {
            playback.stage_before();
            assert_eq!((playback.step(), playback.stage()), *expected);
        }
    }

    #[test]
    fn before_the_first_stage_of_all_the_step_is_whole() {
        let mut playback = Playback::resting_at(3);
        playback.go_to(1);
        playback.look_at(Some(Stage::G));
        playback.stage_before();
        assert_eq!((playback.step(), playback.stage()), (1, None));
    }

    #[test]
    fn slow_steps_walk_through_their_stages_by_themselves_and_the_last_one_to_its_end() {
        let mut playback = Playback::resting_at(2);
        playback.toggle();
        let mut seen = Vec::new();
        // A step takes a second at a quarter of the speed.
        let mut due = playback.advance(0.0, SLOW);
        while let Some(wait) = due {
            assert!(wait > 0.0 && wait <= 1.0 / 6.0 + 1e-9, "{wait}");
            seen.push((playback.step(), playback.stage()));
            due = playback.advance(wait, SLOW);
        }
        let staged = |step| Stage::ALL.map(move |stage| (step, Some(stage)));
        assert_eq!(seen, staged(1).into_iter().chain(staged(2)).collect::<Vec<_>>());
        assert_eq!((playback.step(), playback.stage(), playback.playing()), (2, None, false));
    }

    #[test]
    fn without_stages_slow_steps_are_whole() {
        let mut playback = Playback::resting_at(4);
        playback.toggle();
        playback.advance(0.5, Tempo { stages: false, ..SLOW });
        assert_eq!((playback.step(), playback.stage()), (1, None));
    }

    #[test]
    fn a_rest_keeps_the_stage_and_play_goes_on_from_it() {
        let mut playback = Playback::resting_at(4);
        playback.toggle();
        playback.advance(0.4, SLOW);
        playback.toggle();
        assert_eq!((playback.step(), playback.stage(), playback.playing()), (1, Some(Stage::F), false));
        playback.toggle();
        playback.advance(1.0 / 6.0, SLOW);
        assert_eq!((playback.step(), playback.stage()), (1, Some(Stage::S)));
        // At full speed there is no time to look at stages.
        playback.advance(0.01, ONCE);
        assert_eq!(playback.stage(), None);
    }
}
