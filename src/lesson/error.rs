//! What can be wrong with a chapter's file, and where.

use thiserror::Error;

use super::GoalError;
use crate::scene::{ChangeError, Place};

/// Something wrong in a chapter's file.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{at}: {wrong}")]
pub struct LessonError {
    /// The file and the line.
    pub at: Place,
    /// What is wrong there.
    pub wrong: Box<Wrong>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Wrong {
    /// The file does not begin with its front matter.
    #[error("the front matter is missing")]
    NoFrontMatter,
    /// The front matter is not TOML, or has a key or a value that chapters do not have.
    #[error("{0}")]
    FrontMatter(String),
    /// There is no such preset.
    #[error("there is no preset \"{0}\"")]
    Preset(String),
    /// A scene cannot be made.
    #[error(transparent)]
    Scene(#[from] ChangeError),
    /// A number cannot be read.
    #[error(transparent)]
    Number(#[from] GoalError),
    /// A step that the scene does not have.
    #[error("step {step} is not in the scene; it has steps 1 to {length}")]
    Step {
        /// The step.
        step: usize,
        /// The sequence length T.
        length: usize,
    },
    /// A link that leads nowhere.
    #[error("\"{0}\" is no link; a part (f), set:f.b=-4, t:12 or https:// are")]
    Link(String),
    /// Something of Markdown that chapters do not have.
    #[error("{0} has no place in a chapter")]
    Markdown(&'static str),
    /// A screen has not what its front matter says, or the other way about.
    #[error("{0}")]
    Shape(String),
}

impl LessonError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match &*self.wrong {
            Wrong::NoFrontMatter => "begin with +++, one [[screens]] for each \"## …\", and +++ again".to_owned(),
            Wrong::FrontMatter(_) => "look at another chapter for the keys that there are".to_owned(),
            Wrong::Preset(_) => "the presets are the files in assets/scenes".to_owned(),
            Wrong::Scene(error) => error.hint().to_owned(),
            Wrong::Number(error) => error.hint(),
            Wrong::Step { .. } => "steps count from 1; set T for a longer scene".to_owned(),
            Wrong::Link(_) => "changes in a link are written without spaces".to_owned(),
            Wrong::Markdown(_) => "paragraphs, lists, quotes, strong, stress and links do".to_owned(),
            Wrong::Shape(_) => "front matter and text go screen by screen, in the same order".to_owned(),
        }
    }
}
