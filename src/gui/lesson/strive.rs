//! How a challenge stands: its bars, its stars, its hints and its worked solution.

use super::Aid;
use crate::lesson::{ChallengePlan, Goal, Screen, Standing, Stars};
use crate::scene::{Changes, Scene, moved};

/// One part of a challenge's goal.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The goal.
    pub goal: Goal,
    /// How the scene stands with it; none where there is no such number now.
    pub now: Option<Standing>,
    /// How far that is on the way, from 0 to 1.
    pub progress: f32,
    /// How the untouched scene stands with it.
    start: Option<Standing>,
}

/// A challenge that is being tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Strive {
    /// The parts of the goal.
    pub bars: Vec<Bar>,
    /// What the third star asks for besides.
    pub extra: Vec<Bar>,
    /// What was asked for.
    pub aid: Aid,
    plan: ChallengePlan,
    start: Scene,
    /// How many controls are moved.
    moved: usize,
}

impl Strive {
    /// The challenge of a screen, untouched.
    #[must_use]
    pub fn of(screen: &Screen) -> Option<Self> {
        let plan = screen.plan.challenge.clone()?;
        let mut strive = Self {
            bars: Vec::new(),
            extra: Vec::new(),
            aid: Aid::new(plan.solution.len()),
            plan,
            start: screen.scene.clone(),
            moved: 0,
        };
        strive.begin();
        Some(strive)
    }

    /// The scene that it begins with.
    #[must_use]
    pub fn start(&self) -> &Scene {
        &self.start
    }

    /// Whether every part of the goal holds.
    #[must_use]
    pub fn is_met(&self) -> bool {
        all_hold(&self.bars)
    }

    /// The challenge's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.plan.id
    }

    /// The stars that the scene has: none where it was given. With changed numbers there is no third.
    #[must_use]
    pub fn stars(&self, is_given: bool) -> Stars {
        let goal = self.is_met() && !is_given;
        let known = if self.aid.again { self.plan.again.solution.0.len() } else { self.plan.solved().0.len() };
        let extra = goal && !self.extra.is_empty() && all_hold(&self.extra);
        Stars { goal, sparing: goal && self.moved <= known, extra }
    }

    /// Weighs a scene.
    pub fn stand(&mut self, scene: &Scene) {
        self.moved = moved(&self.start, scene).len();
        for bar in self.bars.iter_mut().chain(&mut self.extra) {
            bar.stand(scene);
        }
    }

    /// The next step of the worked solution, and with it all those before.
    pub fn work(&mut self) -> Option<[Changes; 2]> {
        let step = self.aid.work()?;
        let before = self.plan.solution.get(..step)?.iter().fold(Changes::default(), |all, step| all.and(step));
        Some([before, self.plan.solution.get(step)?.clone()])
    }

    /// Begins anew, with changed numbers or with the first ones.
    pub fn change_numbers(&mut self, screen: &Screen, again: bool) {
        let changes = if again { self.plan.again.set.clone() } else { Changes::default() };
        // The files that come with the program are checked: the change can be made.
        self.start = changes.made_to(&screen.scene).unwrap_or_else(|_| screen.scene.clone());
        (self.aid.again, self.aid.worked) = (again, 0);
        self.begin();
    }

    fn begin(&mut self) {
        let of = |goals: &[Goal], start: &Scene| goals.iter().map(|goal| Bar::of(goal, start)).collect::<Vec<_>>();
        let goals = if self.aid.again { &self.plan.again.goals } else { &self.plan.goals };
        self.bars = of(goals, &self.start);
        self.extra = if self.aid.again { Vec::new() } else { of(&self.plan.extra, &self.start) };
        self.moved = 0;
    }
}

fn all_hold(bars: &[Bar]) -> bool {
    !bars.is_empty() && bars.iter().all(|bar| bar.now.is_some_and(|now| now.met))
}

impl Bar {
    fn of(goal: &Goal, start: &Scene) -> Self {
        let standing = goal.standing(start).ok();
        let mut bar = Self { goal: goal.clone(), now: standing, progress: 0.0, start: standing };
        bar.weigh();
        bar
    }

    fn stand(&mut self, scene: &Scene) {
        self.now = self.goal.standing(scene).ok();
        self.weigh();
    }

    fn weigh(&mut self) {
        self.progress = match (self.now, self.start) {
            (Some(now), Some(start)) => self.goal.progress(&now, &start),
            (Some(now), None) => f32::from(u8::from(now.met)),
            (None, _) => 0.0,
        };
    }
}
