//! The cell state's letter is the reader's choice: a text names it by `{ $S }`.

use std::fs;

use crate::reader::{files, none, root};

/// A text without what is filled in (`{ $S }`), marks (`[S]`), and names in files (`lstm.S[24]`).
fn own_words(text: &str) -> String {
    let filled: Vec<_> = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
    filled.join("_").replace("[S]", "_").replace("lstm.S", "_")
}

/// Whether a text writes S itself: as a word of its own, and not as a key after `Ctrl+`.
fn writes_the_cell_state(text: &str) -> bool {
    let text = own_words(text).replace("Ctrl+S", "_");
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        if letter == 'S' && !before.is_ascii_alphabetic() && !after.is_ascii_alphabetic() {
            return true;
        }
        before = letter;
    }
    false
}

/// The one text that says how it stands in files, whatever the page shows.
const OF_FILES: &str = "menu-notation-tip";

#[test]
fn no_text_writes_the_cell_state_itself() {
    let mut broken = Vec::new();
    for path in files("assets/locales") {
        let text = fs::read_to_string(root().join(&path)).expect("a text");
        let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#') && !line.starts_with(OF_FILES));
        // A key may name a stage: `stage-S`.
        let wrong =
            lines.filter(|(_, line)| writes_the_cell_state(line.split_once(" = ").map_or(*line, |(_, text)| text)));
        broken.extend(wrong.map(|(line, text)| format!("{path}:{line}: {text}")));
    }
    none(&broken, "the cell state is written { $S }: S or c, as the reader has chosen");
}

#[test]
fn the_letter_is_told_from_marks_values_and_words() {
    for text in ["keeps S", "∂S", "S를", "a = S₁₂"] {
        assert!(writes_the_cell_state(text), "{text}");
    }
    for text in ["keeps { $S }", "[S]{ $S }[/]", "LSTM", "Save", "lstm.S[24] in 0.5..0.6", "Ctrl+S"] {
        assert!(!writes_the_cell_state(text), "{text}");
    }
}
