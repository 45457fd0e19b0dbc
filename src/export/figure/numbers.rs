//! The numbers from which a figure can be made again: weights, paints, noise.

use super::Figure;
use crate::engine::network::{Part, Wub};

/// As many runs of equal paint are written out.
const RUNS: usize = 18;

/// The numbers, a few lines of them.
pub fn numbers(figure: &Figure<'_>) -> Vec<String> {
    let (words, scene) = (figure.words, figure.scene);
    let lstm = &scene.lstm;
    let gates = [(Part::I, lstm.i), (Part::F, lstm.f), (Part::O, lstm.o), (Part::G, lstm.g)];
    let gates: Vec<String> = gates.iter().map(|(part, wub)| format!("{} {}", part.letter(), weights(wub))).collect();
    let held = Part::ALL.into_iter().filter_map(|part| {
        let value = number(scene.held(part)?);
        Some(words.with("figure-held", &[("gate", part.letter().to_owned()), ("value", value)]))
    });
    let networks = [
        words.with("figure-rnn", &[("weights", weights(&scene.rnn))]),
        words.with("figure-lstm", &[("weights", gates.join(", "))]),
    ];
    let followed = words
        .with("figure-followed", &[("message", scene.message.to_string()), ("length", scene.length().to_string())]);
    vec![
        networks.into_iter().chain(held).collect::<Vec<_>>().join(" · "),
        format!("{} · {followed}", words.with("figure-paints", &[("paints", paints(figure))])),
    ]
}

fn weights(wub: &Wub) -> String {
    format!("({}, {}, {})", number(wub.w), number(wub.u), number(wub.b))
}

/// A number with all its digits and a real minus sign.
fn number(value: f64) -> String {
    value.to_string().replace('-', "−")
}

/// The paints, equal neighbours together: `1 (1), 0 (2–24)`.
fn paints(figure: &Figure<'_>) -> String {
    let mut runs: Vec<(f64, usize, usize)> = Vec::new();
    for (step, paint) in (1..).zip(&figure.scene.paints) {
        match runs.last_mut() {
            Some((same, _, to)) if *same == *paint => *to = step,
            _ => runs.push((*paint, step, step)),
        }
    }
    let written = runs.iter().take(RUNS).map(|(paint, from, to)| {
        let steps = if from == to { from.to_string() } else { format!("{from}–{to}") };
        format!("{} ({steps})", number(*paint))
    });
    let more = runs.len().saturating_sub(RUNS);
    let more = (more > 0).then(|| figure.words.with("figure-paints-more", &[("count", more.to_string())]));
    written.chain(more).collect::<Vec<_>>().join(", ")
}
