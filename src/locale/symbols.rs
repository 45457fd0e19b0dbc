//! Equations with the cell state in the reader's notation.

use super::Words;
use crate::number::short;
use crate::working::{Piece, Quantity, Working};

/// A line of working as [`Working`] displays it, `S₁₂ = f₁₂·S₁₁ + i₁₂·g₁₂ = … = 0.728`, with the
/// cell state in the notation of `words`.
#[must_use]
pub fn working_text(words: Words, working: &Working) -> String {
    let mut text: String = working.formula.iter().map(|piece| piece_text(words, piece)).collect();
    if !working.numbers.is_empty() {
        text.push_str(" = ");
        text.extend(working.numbers.iter().map(|piece| piece_text(words, piece)));
        text.push_str(" = ");
        text.push_str(&short(working.result));
    }
    text
}

/// One piece of it.
fn piece_text(words: Words, piece: &Piece) -> String {
    let text = piece.to_string();
    match piece {
        Piece::Name { quantity: Quantity::S, .. } => {
            text.strip_prefix('S').map_or(text.clone(), |rest| format!("{}{rest}", words.cell_state()))
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Language, Notation};
    use crate::scene::{Run, Scene};

    #[test]
    fn the_working_is_the_same_but_for_the_letter_of_the_cell_state() {
        let scene = Scene::default();
        let run = Run::of(&scene).unwrap();
        let words = Words::new(Language::English);
        for quantity in [Quantity::I, Quantity::F, Quantity::G, Quantity::O, Quantity::S, Quantity::H] {
            let opened = run.lstm_workings(&scene, 12, &[quantity]).unwrap();
            let (s, c) = (working_text(words, &opened[0]), working_text(words.written(Notation::C), &opened[0]));
            assert_eq!(s, opened[0].to_string());
            assert_eq!(c, s.replace('S', "c"));
        }
        let opened = run.lstm_workings(&scene, 12, &[Quantity::S]).unwrap();
        assert!(working_text(words.written(Notation::C), &opened[0]).starts_with("c₁₂ = f₁₂·c₁₁ + i₁₂·g₁₂ = "));
    }
}
