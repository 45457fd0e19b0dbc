//! The words: one look-up for everything that a person reads, in Korean and in English.
//!
//! Text lives in `assets/locales/<language>/*.ftl` (Fluent), one file per page or subject; this is
//! the only module that knows Fluent. Numbers are formatted in Rust and passed as text.

mod error;
mod ghost;
mod goal;
mod headline;
mod notation;
pub mod number;
mod sentence;
mod working;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid, static_loader};

pub use error::Said;
pub use ghost::ghost_name;
pub use goal::{goal_now, goal_text};
pub use headline::{Headline, headline};
pub use sentence::{held_in_words, lstm_sentence, paint_name, rnn_sentence, title};
pub use working::{Line, Span};

use crate::working::Quantity;

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "en",
        // Isolating marks (U+2068, U+2069) would be drawn as boxes: both languages run left to right.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static KOREAN: LanguageIdentifier = langid!("ko");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// 한국어
    #[serde(rename = "ko")]
    Korean,
    /// English
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Korean, Self::English];

    /// The language of a tag such as `ko-KR`; English for one that the program does not speak.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("ko") { Self::Korean } else { Self::English }
    }

    /// Its tag: `ko`, `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Korean => "ko",
            Self::English => "en",
        }
    }

    /// Its own name, in itself.
    #[must_use]
    pub fn own_name(self) -> String {
        Words::new(self).text("language-own-name")
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Korean => Self::English,
            Self::English => Self::Korean,
        }
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::Korean => &KOREAN,
            Self::English => &ENGLISH,
        }
    }
}

/// How the cell state is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Notation {
    /// S, as in the equations here.
    #[default]
    S,
    /// c, as PyTorch and most courses write it.
    #[serde(rename = "c")]
    C,
}

impl Notation {
    /// Both.
    pub const ALL: [Self; 2] = [Self::S, Self::C];

    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::C => "c",
        }
    }
}

/// The look-up in one language and one notation: every text can name the cell state by `{ $S }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
    notation: Notation,
}

impl Words {
    /// The words of that language, which write the cell state as S.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language, notation: Notation::S }
    }

    /// The same words with the cell state written in that way.
    #[must_use]
    pub const fn written(self, notation: Notation) -> Self {
        Self { notation, ..self }
    }

    /// The letter of the cell state.
    #[must_use]
    pub const fn cell_state(self) -> &'static str {
        self.notation.letter()
    }

    /// A running text in which S is the cell state, with the letter of this notation.
    #[must_use]
    pub fn notated(self, text: &str) -> String {
        if self.notation == Notation::S { text.to_owned() } else { notation::relettered(text, self.cell_state()) }
    }

    /// The letter of a quantity.
    #[must_use]
    pub fn letter(self, quantity: Quantity) -> String {
        if quantity == Quantity::S { self.cell_state().to_owned() } else { quantity.to_string() }
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The text under a key. A key that is missing shows itself; a test keeps that from happening.
    #[must_use]
    pub fn text(self, key: &str) -> String {
        self.find(key).unwrap_or_else(|| key.to_owned())
    }

    /// The text under a key, if there is one in this language (and not only in another).
    #[must_use]
    pub fn find(self, key: &str) -> Option<String> {
        self.filled(key, &[])
    }

    /// The text under a key with `{ $name }` filled in.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&'static str, String)]) -> String {
        self.filled(key, values).unwrap_or_else(|| key.to_owned())
    }

    fn filled(self, key: &str, values: &[(&'static str, String)]) -> Option<String> {
        let given = values.iter().map(|(name, value)| (*name, value.as_str()));
        let values: HashMap<Cow<'static, str>, FluentValue<'_>> = std::iter::once(("S", self.cell_state()))
            .chain(given)
            .map(|(name, value)| (Cow::Borrowed(name), FluentValue::from(value)))
            .collect();
        LOCALES.lookup_single_language(self.language.identifier(), key, Some(&values)).ok()
    }
}
