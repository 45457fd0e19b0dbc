//! Where somebody is in the lesson, and which screens there are.

use std::sync::LazyLock;

use crate::lesson::{Chapter, Screen, chapters};
use crate::locale::Words;

/// A screen: its chapter and its place in it, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// The chapter.
    pub chapter: usize,
    /// The screen.
    pub screen: usize,
}

impl Place {
    /// A chapter's first screen.
    #[must_use]
    pub const fn chapter(chapter: usize) -> Self {
        Self { chapter, screen: 0 }
    }

    /// The screen after this one.
    #[must_use]
    pub fn next(self) -> Option<Place> {
        let Place { chapter, screen } = self;
        let here = all().get(chapter)?;
        if screen + 1 < here.screens.len() {
            return Some(Place { chapter, screen: screen + 1 });
        }
        (chapter + 1 < all().len()).then_some(Place { chapter: chapter + 1, screen: 0 })
    }

    /// The screen before this one.
    #[must_use]
    pub fn back(self) -> Option<Place> {
        let Place { chapter, screen } = self;
        if let Some(screen) = screen.checked_sub(1) {
            return Some(Place { chapter, screen });
        }
        let chapter = chapter.checked_sub(1)?;
        Some(Place { chapter, screen: all().get(chapter)?.screens.len().saturating_sub(1) })
    }
}

/// The chapters; their plans are the same in every language.
fn all() -> &'static [Chapter] {
    chapters("en")
}

/// How many chapters there are.
#[must_use]
pub fn chapter_count() -> usize {
    all().len()
}

/// What stands in a lesson's place that has no chapter.
static EMPTY: LazyLock<Screen> = LazyLock::new(Screen::default);

/// The first screen.
#[must_use]
pub fn first() -> &'static Screen {
    plain_screen(Place::default()).unwrap_or(&EMPTY)
}

/// A screen as it is in every language, but for its words.
pub fn plain_screen(place: Place) -> Option<&'static Screen> {
    all().get(place.chapter)?.screens.get(place.screen)
}

/// A chapter in the reader's language.
#[must_use]
pub fn chapter(place: Place, words: Words) -> Option<&'static Chapter> {
    chapters(words.language().tag()).get(place.chapter)
}

/// Where the screen of that id is.
#[must_use]
pub fn place_of(id: &str) -> Option<Place> {
    let screens = |(chapter, of): (usize, &Chapter)| (0..of.screens.len()).map(move |screen| Place { chapter, screen });
    let mut places = all().iter().enumerate().flat_map(screens);
    places.find(|place| plain_screen(*place).is_some_and(|screen| screen.plan.id == id))
}
