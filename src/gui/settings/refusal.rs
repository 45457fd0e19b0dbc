//! Why `settings.toml` cannot be used, in the reader's language.

use super::{SIDES, VERSION, ZOOMS};
use crate::engine::EngineError;
use crate::gui::playback::SPEEDS;
use crate::locale::Words;

/// What is wrong with a settings file.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// A newer release wrote it, with that version.
    Newer(i64),
    /// Its version is none that ever was.
    NoVersion,
    /// It is no TOML, or has another key or kind of value than it may; the reader's own words.
    Form {
        /// Counted from 1.
        line: usize,
        /// What the reader of TOML says, in English.
        message: String,
    },
    /// There is no such speed.
    Speed(f64),
    /// There is no such zoom.
    Zoom(f32),
    /// No window has that size.
    Window,
    /// Nobody can race so.
    Race(EngineError),
}

impl Refusal {
    /// What the reader of TOML says about a text, with the line.
    pub fn of_form(text: &str, error: &toml::de::Error) -> Self {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        Self::Form { line: before.matches('\n').count() + 1, message: error.message().to_owned() }
    }

    /// In words.
    pub fn said(&self, words: Words) -> String {
        match self {
            Self::Newer(found) => {
                words.with("settings-newer", &[("found", found.to_string()), ("version", VERSION.to_string())])
            }
            Self::NoVersion => words.with("settings-no-version", &[("version", VERSION.to_string())]),
            Self::Form { line, message } => {
                words.with("settings-form", &[("line", line.to_string()), ("message", message.clone())])
            }
            Self::Speed(found) => {
                let speeds: Vec<String> = SPEEDS.iter().map(ToString::to_string).collect();
                words.with("settings-speed", &[("found", found.to_string()), ("speeds", speeds.join(", "))])
            }
            Self::Zoom(found) => {
                let [least, most] = [ZOOMS.start(), ZOOMS.end()].map(ToString::to_string);
                words.with("settings-zoom", &[("found", found.to_string()), ("least", least), ("most", most)])
            }
            Self::Window => {
                let [least, most] = [SIDES.start(), SIDES.end()].map(ToString::to_string);
                words.with("settings-window", &[("least", least), ("most", most)])
            }
            Self::Race(error) => words.with("settings-race", &[("reason", words.error(error))]),
        }
    }
}
