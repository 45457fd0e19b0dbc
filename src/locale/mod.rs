//! The words: one look-up for everything that a person reads, in Korean and in English.
//!
//! Text lives in `assets/locales/<language>/*.ftl` (Fluent), one file per page or subject; this is
//! the only module that knows Fluent. Numbers are formatted in Rust and passed as text.

mod error;
mod headline;
mod ghost;
pub mod number;
mod sentence;
mod working;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, langid, static_loader};

pub use error::Said;
pub use ghost::ghost_name;
pub use headline::{Headline, headline, signed_left};
pub use sentence::{held_in_words, lstm_sentence, paint_name, rnn_sentence, title};
pub use working::{Line, Span};

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

/// The look-up in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    language: Language,
}

impl Words {
    /// The words of that language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
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
        LOCALES.lookup_single_language::<&str>(self.language.identifier(), key, None).ok()
    }

    /// The text under a key with `{ $name }` filled in.
    #[must_use]
    pub fn with(self, key: &str, values: &[(&'static str, String)]) -> String {
        let values: HashMap<Cow<'static, str>, FluentValue<'_>> =
            values.iter().map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(value.as_str()))).collect();
        LOCALES
            .lookup_single_language(self.language.identifier(), key, Some(&values))
            .unwrap_or_else(|_| key.to_owned())
    }
}
