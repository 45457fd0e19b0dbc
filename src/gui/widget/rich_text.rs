//! Sentences with coloured parts: `keeps [f]98 %[/] of [S]S[/]`.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, FontId, TextFormat};

use crate::gui::theme::{Tokens, text};

/// A sentence set in a size, with its marked parts in their gate's colour and semibold; `[b]` is
/// semibold ink. Marks end with `[/]` and do not nest.
#[must_use]
pub fn sentence_job(sentence: &str, size: f32, colour: Color32, tokens: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    let plain = |font_id: FontId, color: Color32| TextFormat { font_id, color, ..TextFormat::default() };
    for piece in pieces(sentence) {
        match piece.mark {
            None => job.append(piece.text, 0.0, plain(text::regular(size), colour)),
            Some(mark) => job.append(piece.text, 0.0, plain(text::semibold(size), mark_colour(mark, tokens))),
        }
    }
    job
}

/// The sentence without its marks, for those who hear it.
#[must_use]
pub fn spoken(sentence: &str) -> String {
    pieces(sentence).map(|piece| piece.text).collect()
}

fn mark_colour(mark: &str, tokens: &Tokens) -> Color32 {
    match mark {
        "i" => tokens.input_gate,
        "f" => tokens.forget_gate,
        "o" => tokens.output_gate,
        "g" => tokens.candidate,
        "S" => tokens.cell_state,
        "rnn" => tokens.rnn,
        _ => tokens.ink,
    }
}

#[derive(Debug, PartialEq)]
struct Piece<'a> {
    text: &'a str,
    mark: Option<&'a str>,
}

/// A sentence cut at its marks. What is no mark stays as it is.
fn pieces(sentence: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = sentence;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((mark, text, after)) = marked(rest) {
            rest = after;
            return Some(Piece { text, mark: Some(mark) });
        }
        let next = rest
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .find(|at| marked(rest.get(*at..).unwrap_or_default()).is_some());
        let (text, after) = rest.split_at(next.unwrap_or(rest.len()));
        rest = after;
        Some(Piece { text, mark: None })
    })
}

/// The marked part at the head of a text: its mark, itself, and what follows.
fn marked(text: &str) -> Option<(&str, &str, &str)> {
    let (mark, rest) = text.strip_prefix('[')?.split_once(']')?;
    if !["i", "f", "o", "g", "S", "b", "rnn"].contains(&mark) {
        return None;
    }
    let (inside, after) = rest.split_once("[/]")?;
    Some((mark, inside, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_cut_a_sentence_into_coloured_parts() {
        let found: Vec<_> = pieces("f는 [f]98 %[/]를 남긴다").collect();
        let expected = [
            Piece { text: "f는 ", mark: None },
            Piece { text: "98 %", mark: Some("f") },
            Piece { text: "를 남긴다", mark: None },
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn brackets_that_mark_nothing_stay() {
        assert_eq!(spoken("[1, 2] and [f]open"), "[1, 2] and [f]open");
        assert_eq!(spoken("[S]S[/] = 1"), "S = 1");
    }
}
