//! A screen whose numbers stand in its text.

use super::{Block, ChallengeWords, Content, Form, GoalError, Line, Piece, QuestionWords, Screen};
use crate::scene::Scene;

/// Writes a number.
type Write<'a> = dyn Fn(Form, f64) -> String + 'a;

impl Screen {
    /// The same screen with every number read off its scene and written by `write`, and every text
    /// as `say` has it.
    ///
    /// # Errors
    /// As [`super::Quoted::value`]; the files that come with the program have none.
    pub fn filled(&self, write: &Write<'_>, say: &dyn Fn(&str) -> String) -> Result<Self, GoalError> {
        let line = |line: &Line| filled_line(line, &self.scene, write, say);
        let lines = |of: &[Line]| of.iter().map(line).collect::<Result<Vec<Line>, GoalError>>();
        let blocks = |of: &[Block]| -> Result<Vec<Block>, GoalError> {
            let block = |block: &Block| {
                Ok(match block {
                    Block::Paragraph(text) => Block::Paragraph(line(text)?),
                    Block::Displayed(text) => Block::Displayed(line(text)?),
                    Block::List { numbered, items } => Block::List { numbered: *numbered, items: lines(items)? },
                })
            };
            of.iter().map(block).collect()
        };
        let question = |words: &QuestionWords| {
            Ok::<_, GoalError>(QuestionWords {
                asked: line(&words.asked)?,
                choices: lines(&words.choices)?,
                after: blocks(&words.after)?,
            })
        };
        let challenge = |words: &ChallengeWords| {
            let [watch, control] = &words.hints;
            Ok::<_, GoalError>(ChallengeWords {
                goal: line(&words.goal)?,
                hints: [line(watch)?, line(control)?],
                worked: lines(&words.worked)?,
                again: line(&words.again)?,
            })
        };
        Ok(Self {
            text: blocks(&self.text)?,
            question: self.question.as_ref().map(question).transpose()?,
            challenge: self.challenge.as_ref().map(challenge).transpose()?,
            then: self
                .then
                .as_ref()
                .map(|(title, text)| Ok::<_, GoalError>((say(title), blocks(text)?)))
                .transpose()?,
            title: say(&self.title),
            ..self.clone()
        })
    }
}

fn filled_line(line: &Line, scene: &Scene, write: &Write<'_>, say: &dyn Fn(&str) -> String) -> Result<Line, GoalError> {
    let piece = |piece: &Piece| {
        let words = match &piece.content {
            Content::Words(words) => say(words),
            Content::Number(number) => write(number.form, number.value(scene)?),
        };
        Ok(Piece { content: Content::Words(words), mark: piece.mark.clone() })
    };
    line.iter().map(piece).collect()
}
