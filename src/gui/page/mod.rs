//! The pages of the window.

pub mod explore;
pub mod lesson;
pub mod train;

use serde::{Deserialize, Serialize};

/// A page of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Page {
    /// One paint sequence through both networks, side by side.
    #[default]
    Explore,
    /// Chapters that explain it in order.
    Lesson,
    /// Networks that learn to recall the first colour.
    Train,
}

impl Page {
    /// All of them, in the order of their tabs.
    pub const ALL: [Self; 3] = [Self::Explore, Self::Lesson, Self::Train];

    /// The `x` of `page-x`, its name.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Lesson => "lesson",
            Self::Train => "train",
        }
    }
}
