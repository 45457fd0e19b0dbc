//! A chapter as it is read: its plan, and the words to it in one language.

use super::{Block, Goal, GoalError, Line, ScreenPlan};
use crate::lesson::plan::Choices;
use crate::scene::Scene;

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Chapter {
    /// Its file's name without ending, the same in every language.
    pub slug: &'static str,
    /// Its title.
    pub title: String,
    /// Its screens, in their order.
    pub screens: Vec<Screen>,
}

/// A screen: one idea, one question, one challenge.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Screen {
    /// What is the same in every language.
    pub plan: ScreenPlan,
    /// Its scene, untouched.
    pub scene: Scene,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: Vec<Block>,
    /// The words of its question.
    pub question: Option<QuestionWords>,
    /// The words of its challenge.
    pub challenge: Option<ChallengeWords>,
    /// What there is to see once its challenge was met.
    pub then: Option<(String, Vec<Block>)>,
}

/// A question in words.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionWords {
    /// What is asked.
    pub asked: Line,
    /// The choices.
    pub choices: Vec<Line>,
    /// Why the tempting answer fails.
    pub after: Vec<Block>,
}

/// A challenge in words.
#[derive(Debug, Clone, PartialEq)]
pub struct ChallengeWords {
    /// The goal in one line.
    pub goal: Line,
    /// What to watch, and which control.
    pub hints: [Line; 2],
    /// The steps of the worked solution.
    pub worked: Vec<Line>,
    /// The goal with changed numbers.
    pub again: Line,
}

impl Screen {
    /// Which choice of its question is right, from 0: the plan's, or the only one that holds in a
    /// scene. None where there is no question, or not exactly one holds.
    ///
    /// # Errors
    /// As [`super::Goal::standing`].
    pub fn right_choice(&self, scene: &Scene) -> Result<Option<usize>, GoalError> {
        let Some(question) = &self.plan.question else { return Ok(None) };
        let goals = match &question.choices {
            Choices::Facts(_) => return Ok(question.right.and_then(|right| right.checked_sub(1))),
            Choices::Goals(goals) => goals,
        };
        let mut right = None;
        let mut before: Option<(&Goal, f64)> = None;
        for (at, goal) in goals.iter().enumerate() {
            let met = if let Some((_, value)) = before.filter(|(before, _)| before.reads_the_same(goal)) {
                goal.test.holds(value)
            } else {
                let standing = goal.standing(scene)?;
                before = Some((goal, standing.value));
                standing.met
            };
            if met {
                if right.is_some() {
                    return Ok(None);
                }
                right = Some(at);
            }
        }
        Ok(right)
    }
}
