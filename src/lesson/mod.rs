//! The lesson as data: chapters of screens, each with a scene, a text, and perhaps a question or a
//! challenge, read from `assets/lessons/<language>/<slug>.md`.
//!
//! A chapter's file is TOML front matter between `+++` (a [`ScreenPlan`] for each screen, the same in
//! every language) and Markdown: `# ` the chapter's title, `## ` a screen, and in it `### ` with
//! `{.question}`, `{.goal}`, `{.again}` or `{.then}`. Numbers in the text are placeholders
//! ([`Quoted`]) filled from the screen's scene; what the text says of it stands among its claims.

mod chapter;
mod error;
mod filled;
mod goal;
mod markdown;
mod plan;
mod progress;
mod prose;
mod read;
mod show;

use std::sync::LazyLock;

pub use chapter::{ChallengeWords, Chapter, QuestionWords, Screen};
pub use error::{LessonError, Wrong};
pub use goal::{Goal, GoalError, SEEDS, Standing, Subject};
pub use plan::{AgainPlan, ChallengePlan, Choices, DrillPlan, Kind, Level, QuestionPlan, ScreenPlan, TrainPlan};
pub use progress::{Answer, PROGRESS_VERSION, Progress, ProgressError, Stars};
pub use prose::{Block, Content, Form, Line, Mark, Part, Piece, Quoted, words_of};
pub use read::parse_chapter;
pub use show::{MapOf, Move, Show};

/// The chapters' files of a language, in the order in which they are read.
macro_rules! files {
    ($language:literal: $($slug:literal),* $(,)?) => {
        [$(($slug, include_str!(concat!("../../assets/lessons/", $language, "/", $slug, ".md")))),*]
    };
}

/// The one list that gives the order: languages by their tags, and in each the same chapters.
macro_rules! languages {
    ($($name:ident = $language:literal),*; $chapters:tt) => {
        $(static $name: LazyLock<Vec<Chapter>> = LazyLock::new(|| read_all(&languages!(@files $language $chapters)));)*
        /// Every file of the lesson: language, slug and text.
        #[must_use]
        pub fn files() -> Vec<(&'static str, &'static str, &'static str)> {
            let mut all = Vec::new();
            $(all.extend(languages!(@files $language $chapters).map(|(slug, text)| ($language, slug, text)));)*
            all
        }
    };
    (@files $language:literal [$($slug:literal),* $(,)?]) => { files!($language: $($slug),*) };
}

languages! {
    ENGLISH = "en", KOREAN = "ko";
    [
        "blue-and-grey",
        "dilution",
        "vanishing-gradient",
        "three-gates",
        "memory-block",
        "s-and-h",
        "keep-ignore-erase",
        "gates-are-learned",
    ]
}

/// The chapters in the language of that tag, in their order; in English where it is none of the
/// lesson's.
#[must_use]
pub fn chapters(language: &str) -> &'static [Chapter] {
    if language == "ko" { &KOREAN } else { &ENGLISH }
}

fn read_all(files: &[(&'static str, &str)]) -> Vec<Chapter> {
    // The files are part of the program, and a test reads every one: none is lost here.
    files.iter().filter_map(|(slug, text)| parse_chapter(slug, slug, text).ok()).collect()
}
