//! No words in the window's code: they come from the locale.

use crate::reader::{none, rust_files};

/// A text without what a `format!` fills in: `{left} + {right:.1}` is ` + `.
fn without_values(text: &str) -> String {
    let mut depth = 0;
    let mut kept = String::new();
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            letter if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

/// Whether it is a sentence: two words or more, that is a space and letters on both sides of it.
fn is_sentence(text: &str) -> bool {
    let text = without_values(text);
    let words = text.split([' ', '\n']).filter(|word| word.chars().any(char::is_alphabetic));
    words.count() >= 2
}

fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter) || ('ㄱ'..='ㅣ').contains(&letter)
}

/// Messages to programmers and the terminal, which are in English: `WindowError` and panics.
fn is_for_the_terminal(path: &str) -> bool {
    path == "src/gui/window.rs"
}

#[test]
fn the_window_has_no_sentence_in_its_code() {
    let mut broken = Vec::new();
    for source in rust_files("src/gui") {
        if source.is_test() || is_for_the_terminal(&source.path) {
            continue;
        }
        let sentences = source.literals.iter().filter(|literal| is_sentence(&literal.text));
        broken.extend(sentences.map(|literal| format!("{}: \"{}\"", source.at(literal.line), literal.text)));
    }
    none(&broken, "what people read stands in assets/locales, in every language");
}

#[test]
fn there_is_no_korean_in_the_code() {
    let mut broken = Vec::new();
    for source in rust_files("src").iter().filter(|source| !source.is_test()) {
        let korean = source.literals.iter().filter(|literal| literal.text.chars().any(is_hangul));
        broken.extend(korean.map(|literal| format!("{}: \"{}\"", source.at(literal.line), literal.text)));
    }
    none(&broken, "Korean stands in assets/locales/ko");
}

#[test]
fn sentences_are_told_from_keys_and_formats() {
    for text in ["Open the file", "two words", "{file} was opened"] {
        assert!(is_sentence(text), "{text}");
    }
    for text in ["menu-open", "{left} + {right:.1}", "t = {step}", "", "a", "{} of {}"] {
        assert!(!is_sentence(text), "{text}");
    }
}
