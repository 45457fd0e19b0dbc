//! A challenge's goal in symbols: `h₂₄ > 0.5`, `x₁ = −0.1: h₂₄ < −0.5`, `18 of 20 seeds`.

use super::Words;
use super::number::{fixed, percent, seen};
use crate::lesson::{Goal, SEEDS, Standing, Subject};
use crate::number::subscript;
use crate::scene::{Changes, ClaimNetwork, ClaimQuantity, ClaimTest, Control, Reading, Steps};

/// What a goal asks for.
#[must_use]
pub fn goal_text(words: Words, goal: &Goal) -> String {
    let name = subject(words, &goal.subject);
    let value = |number: f64| if is_share(&goal.subject) { percent(number) } else { plain(number) };
    let asked = match (&goal.against, goal.test) {
        (Some(twin), ClaimTest::Between(least, most)) if least == -most => {
            words.with("goal-within", &[("name", name), ("bound", value(most)), ("twin", changes(twin))])
        }
        (Some(twin), test) => {
            asked(&words.with("goal-against", &[("name", name), ("twin", changes(twin))]), test, value)
        }
        (None, test) => asked(&name, test, value),
    };
    let asked = match goal.seeds {
        None => asked,
        Some(seeds) => {
            let all = SEEDS.count().to_string();
            words.with("goal-seeds", &[("goal", asked), ("seeds", seeds.to_string()), ("all", all)])
        }
    };
    if goal.changes.is_empty() { asked } else { format!("{}: {asked}", changes(&goal.changes)) }
}

/// `h₂₄ > 0.5`, `|S₂₄| ≤ 0.05`
fn asked(name: &str, test: ClaimTest, value: impl Fn(f64) -> String) -> String {
    match test {
        ClaimTest::Above(bound) => format!("{name} > {}", value(bound)),
        ClaimTest::Below(bound) => format!("{name} < {}", value(bound)),
        ClaimTest::AtLeast(bound) => format!("{name} ≥ {}", value(bound)),
        ClaimTest::AtMost(bound) => format!("{name} ≤ {}", value(bound)),
        ClaimTest::Between(least, most) if least == -most => format!("|{name}| ≤ {}", value(most)),
        ClaimTest::Between(least, most) if least == most => format!("{name} = {}", value(most)),
        ClaimTest::Between(least, most) => format!("{} ≤ {name} ≤ {}", value(least), value(most)),
    }
}

/// How a scene stands with it.
#[must_use]
pub fn goal_now(words: Words, goal: &Goal, now: Option<&Standing>) -> String {
    match now {
        None => "–".to_owned(),
        Some(Standing { seeds: Some(holding), .. }) => {
            let all = SEEDS.count().to_string();
            words.with("goal-seeds-now", &[("seeds", holding.to_string()), ("all", all)])
        }
        Some(now) if is_share(&goal.subject) => percent(now.value),
        Some(now) => seen(now.value),
    }
}

fn is_share(subject: &Subject) -> bool {
    use ClaimQuantity::{BlueLeft, BlueShown, ShadeLeft, TellApart};
    matches!(subject, Subject::Reading(reading) if matches!(reading.quantity, BlueLeft | BlueShown | ShadeLeft | TellApart))
}

fn subject(words: Words, subject: &Subject) -> String {
    match subject {
        Subject::Weight(weight) => {
            let name = weight.to_string();
            match name.split_once('.') {
                Some(("rnn", term)) => term.to_owned(),
                Some((gate, term)) => format!("{term}_{gate}"),
                None => name,
            }
        }
        Subject::Reading(reading) => reading_text(words, reading),
    }
}

fn reading_text(words: Words, reading: &Reading) -> String {
    let name = match reading.quantity {
        ClaimQuantity::S => words.cell_state().to_owned(),
        ClaimQuantity::H | ClaimQuantity::I | ClaimQuantity::F | ClaimQuantity::O | ClaimQuantity::G => {
            reading.quantity.name().to_owned()
        }
        ClaimQuantity::Gradient if reading.network == ClaimNetwork::Rnn => "|∂h/∂x|".to_owned(),
        ClaimQuantity::Gradient => format!("|∂{}/∂x|", words.cell_state()),
        ClaimQuantity::GradientH => "|∂h/∂x|".to_owned(),
        other => words.text(&format!("goal-{}", other.name().replace('_', "-"))),
    };
    match reading.steps {
        None => name,
        Some(Steps { first, last }) if first == last => format!("{name}{}", subscript(&first.to_string())),
        Some(Steps { first, last }) => {
            words.with("goal-steps", &[("name", name), ("first", first.to_string()), ("last", last.to_string())])
        }
    }
}

/// `x₁ = −0.1`, `x₁, x₄ = 0`, `σ = 0`
fn changes(changes: &Changes) -> String {
    let mut said: Vec<(Vec<String>, String)> = Vec::new();
    for change in &changes.0 {
        let name = match change.control {
            Control::Paint(step) => format!("x{}", subscript(&step.to_string())),
            Control::Noise => "σ".to_owned(),
            other => other.to_string(),
        };
        let value = change.value.map_or_else(|| "–".to_owned(), plain);
        match said.last_mut() {
            Some((names, last)) if *last == value => names.push(name),
            _ => said.push((vec![name], value)),
        }
    }
    let said: Vec<String> =
        said.into_iter().map(|(names, value)| format!("{}\u{a0}=\u{a0}{value}", names.join(", "))).collect();
    said.join(", ")
}

/// A bound with as many digits as it was written with.
fn plain(number: f64) -> String {
    if number != 0.0 && number.abs() < 1e-3 {
        let said = crate::number::short(number);
        return said.strip_prefix("1·").map_or(said.clone(), str::to_owned);
    }
    let digits = (0..6).find(|digits| {
        let scale = 10f64.powi(*digits);
        ((number * scale).round() / scale - number).abs() < 1e-12
    });
    fixed(number, usize::try_from(digits.unwrap_or(3)).unwrap_or(3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_goal_is_told_in_symbols() {
        let english = Words::new(Language::English);
        for (goal, told) in [
            ("rnn.h[24] > 0.5", "h₂₄ > 0.5"),
            ("rnn.h[24] < -0.5 where x[1] = -0.1", "x₁\u{a0}=\u{a0}−0.1: h₂₄ < −0.5"),
            ("lstm.blue_left[24] >= 0.5", "blue left₂₄ ≥ 50\u{a0}%"),
            ("f.b <= 3.6", "b_f ≤ 3.6"),
            ("rnn.w in 1..1", "w = 1"),
            ("lstm.h[1..19] in -0.05..0.05", "|h at steps 1–19| ≤ 0.05"),
            ("rnn.gradient[24] <= 1e-6", "|∂h/∂x|₂₄ ≤ 10⁻⁶"),
            (
                "lstm.S[24] in -0.15..0.15 against noise = 0 for 18 seeds",
                "S₂₄ within 0.15 of its value with σ\u{a0}=\u{a0}0, in 18 of 20 seeds",
            ),
        ] {
            assert_eq!(goal_text(english, &goal.parse().unwrap()), told);
        }
    }
}
