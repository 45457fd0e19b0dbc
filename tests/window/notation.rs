//! The cell state is written S or c, and nowhere both.

use eframe::egui::Shape;
use egui_kittest::Harness;
use paint_dilution::gui::App;
use paint_dilution::locale::{Language, Notation};
use paint_dilution::scene::{Layers, presets};

use crate::hand::{Window, all_said, text_from};

/// Everything open, so that everything that can name the cell state is there.
const ALL: Layers = Layers { valves: true, curves: true, weights: true, gradient: true, map: true };

/// Every text that is painted, also that which assistive technology is told in other words.
fn painted(window: &Harness<'_, App>) -> Vec<String> {
    fn texts(shape: &Shape, found: &mut Vec<String>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| texts(shape, found)),
            Shape::Text(text) => found.push(text.galley.text().to_owned()),
            _ => {}
        }
    }
    let mut found = Vec::new();
    window.output().shapes.iter().for_each(|clipped| texts(&clipped.shape, &mut found));
    found
}

/// Whether a text has the letter alone, or with a lowered number: `S`, `S₁₂`, `∂S`, `S를`; in
/// `LSTM` and `scene` it is part of a word.
fn names(text: &str, letter: char) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.iter().enumerate().any(|(at, found)| {
        let beside = |other: Option<&char>| other.is_some_and(char::is_ascii_alphabetic);
        *found == letter && !beside(at.checked_sub(1).and_then(|at| letters.get(at))) && !beside(letters.get(at + 1))
    })
}

#[test]
fn the_cell_state_is_written_in_one_way_throughout() {
    for language in Language::ALL {
        for preset in presets() {
            for notation in Notation::ALL {
                let mut window = Window::new(language).with_preset(preset.slug).with_notation(notation).open();
                window.state_mut().state.explore.document.scene.layers = ALL;
                window.run_ok();
                let other = if notation == Notation::S { 'c' } else { 'S' };
                let texts = [all_said(&window), painted(&window)].concat();
                let wrong: Vec<_> = texts.iter().filter(|text| names(text, other)).collect();
                assert!(wrong.is_empty(), "{}, {language:?}, {notation:?}: {wrong:#?}", preset.slug);
                let own = notation.letter().chars().next().expect("a letter");
                assert!(texts.iter().filter(|text| names(text, own)).count() >= 5, "{texts:#?}");
            }
        }
    }
}

#[test]
fn the_notation_changes_live_and_only_the_letter() {
    let mut window = Window::english().open();
    text_from(&window, "LSTM: cell state S, ");
    let scene = window.state().state.explore.document.scene.clone();
    window.state_mut().state.settings.notation = Notation::C;
    window.run_ok();
    text_from(&window, "LSTM: cell state c, ");
    assert!(text_from(&window, "The forget gate keeps").contains("98\u{a0}% of c."));
    assert!(painted(&window).iter().any(|text| text.starts_with("c₂₃ = ")), "{:#?}", painted(&window));
    assert_eq!(window.state().state.explore.document.scene, scene);
}

#[test]
fn letters_are_told_from_words() {
    for text in ["S", "S₁₂ = 0.7", "∂S", "98 % of S.", "S를 누르는"] {
        assert!(names(text, 'S'), "{text}");
    }
    for text in ["LSTM", "Save", "h", "s", ""] {
        assert!(!names(text, 'S'), "{text}");
    }
}
