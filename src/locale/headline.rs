//! The headline of a network: how much of the blue is left, always with how much got in.

use super::{Words, number};
use crate::engine::survival::{ALMOST_NOTHING, Left};
use crate::number::short;

/// A headline in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// The large numeral, or the words in its place.
    pub numeral: String,
    /// Whether `numeral` is a number.
    pub is_number: bool,
    /// What the numeral is a share of, as it is seen under it.
    pub of_what: String,
    /// The same, as it is read aloud after it.
    pub of_spoken: String,
}

/// What a network has left at a step, from 1; before the message, and where almost nothing got in,
/// words that say so. `has_turned` says whether what is left has the other sign than what got in.
#[must_use]
pub fn headline(words: Words, left: &Left<f64>, step: usize, has_turned: bool) -> Headline {
    let in_words = |numeral: &str, of_what: String| Headline {
        numeral: words.text(numeral),
        is_number: false,
        of_spoken: of_what.clone(),
        of_what,
    };
    match left.ratio(step) {
        _ if step < left.message => {
            in_words("headline-not-yet", words.with("headline-not-yet-of", &[("step", left.message.to_string())]))
        }
        Some(ratio) if left.got_in >= ALMOST_NOTHING => {
            let got_in = number::value(left.got_in);
            Headline {
                numeral: number::percent(ratio),
                is_number: true,
                of_what: words.with(
                    if has_turned { "headline-turned-of" } else { "headline-left-of" },
                    &[("got_in", got_in.clone())],
                ),
                of_spoken: words.with("headline-of", &[("got_in", got_in)]),
            }
        }
        _ => in_words("headline-nothing", words.with("headline-nothing-of", &[("got_in", short(left.got_in))])),
    }
}
