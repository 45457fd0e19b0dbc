//! The letter of the cell state in running text.

/// The text with another letter for every S that stands by itself, as in `S₂₄`, `tanh(S)` or `S의`.
pub fn relettered(text: &str, letter: &str) -> String {
    let mut said = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(here) = rest.next() {
        let alone = !before.is_ascii_alphanumeric() && !rest.peek().is_some_and(char::is_ascii_alphanumeric);
        if here == 'S' && alone {
            said.push_str(letter);
        } else {
            said.push(here);
        }
        before = here;
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_cell_state_changes_its_letter() {
        for (text, wanted) in [
            ("S₂₄ is 0.586; tanh(S) is less.", "c₂₄ is 0.586; tanh(c) is less."),
            ("LSTM, Skip, S and S′", "LSTM, Skip, c and c′"),
            ("S는 남고 ∂S₂₄/∂x₁은", "c는 남고 ∂c₂₄/∂x₁은"),
            ("SS 2S S2", "SS 2S S2"),
        ] {
            assert_eq!(relettered(text, "c"), wanted);
        }
    }
}
