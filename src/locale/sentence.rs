//! Sentences about a scene that are true by construction: each says what the equations did.
#![expect(
    clippy::indexing_slicing,
    reason = "rows are checked against the run's length, and the networks have one unit"
)]

use super::Words;
use super::number::{fixed, gate_percent, seen};
use crate::engine::network::Part;
use crate::scene::{Run, Scene};

/// Up to here an input gate is called shut.
const SHUT: f64 = 0.05;
/// From here on it is called open.
const OPEN: f64 = 0.5;

/// A paint in words: blue, grey, orange, or a mixture with its number.
#[must_use]
pub fn paint_name(words: Words, paint: f64) -> String {
    if paint == 1.0 {
        words.text("paint-blue")
    } else if paint == 0.0 {
        words.text("paint-grey")
    } else if paint == -1.0 {
        words.text("paint-orange")
    } else {
        let key = if paint > 0.0 { "paint-bluish" } else { "paint-orangish" };
        words.with(key, &[("value", fixed(paint, 2))])
    }
}

/// The page's question. It names what is at the message's step, and says "then only grey" only
/// where that is so.
#[must_use]
pub fn title(words: Words, scene: &Scene) -> String {
    let others_grey = (1..).zip(&scene.paints).all(|(step, paint)| step == scene.message || *paint == 0.0);
    let key = match (scene.message_paint(), others_grey, scene.noise > 0.0) {
        (0.0, _, _) => "title-grey",
        (paint, true, false) if paint > 0.0 && scene.message == 1 && scene.length() > 1 => "title-blue-then-grey",
        (paint, true, true) if paint > 0.0 && scene.message == 1 && scene.length() > 1 => "title-blue-then-noise",
        (paint, _, _) if paint > 0.0 => "title-blue",
        _ => "title-orange",
    };
    words.with(key, &[("message", scene.message.to_string()), ("length", scene.length().to_string())])
}

/// What the plain RNN does at a step.
#[must_use]
pub fn rnn_sentence(words: Words, scene: &Scene, run: &Run, step: usize) -> String {
    let Some(row) = step.checked_sub(1).filter(|row| *row < run.length()) else { return String::new() };
    let trace = &run.rnn.trace;
    let (x, before) = (trace.x[(row, 0)], trace.h_before(row)[0]);
    let (rnn, after) = (&scene.rnn, trace.h[(row, 0)]);
    let poured = rnn.w * x + rnn.b;
    let key = match (x == 0.0, rnn.b == 0.0, before == 0.0) {
        (true, true, true) => "rnn-stays-grey",
        (true, true, false) => "rnn-multiplies",
        (true, false, true) => "rnn-starts-by-bias",
        (false, true, true) => "rnn-pours",
        (false, false, true) => "rnn-pours-with-bias",
        (true, false, false) => "rnn-adds-bias",
        (false, _, false) => "rnn-adds",
    };
    words.with(
        key,
        &[
            ("u", fixed(rnn.u, 2)),
            ("before", seen(before)),
            ("after", seen(after)),
            ("kept", seen(rnn.u * before)),
            ("poured", seen(poured)),
        ],
    )
}

/// Which gates are held, if any: "held: f, i".
#[must_use]
pub fn held_in_words(words: Words, scene: &Scene) -> Option<String> {
    let held: Vec<&str> =
        [Part::I, Part::F, Part::O].into_iter().filter(|part| scene.held(*part).is_some()).map(Part::letter).collect();
    (!held.is_empty()).then(|| words.with("held-gates", &[("gates", held.join(", "))]))
}

/// What the LSTM does at a step: what the forget gate keeps, then what the input gate lets in.
#[must_use]
pub fn lstm_sentence(words: Words, run: &Run, step: usize) -> String {
    let Some(row) = step.checked_sub(1).filter(|row| *row < run.length()) else { return String::new() };
    let trace = &run.lstm.trace;
    let (i, f, g) = (trace.i[(row, 0)], trace.f[(row, 0)], trace.g[(row, 0)]);
    let (before, after) = (trace.s_before(row)[0], trace.s[(row, 0)]);
    let let_in = i * g;
    let keeps = if before == 0.0 { "lstm-empty" } else { "lstm-keeps" };
    let lets_in = match (i, g == 0.0) {
        (i, true) if i <= SHUT => "lstm-shut-nothing-comes",
        (i, true) if i >= OPEN => "lstm-open-to-nothing",
        (_, true) => "lstm-lets-in-nothing",
        (i, false) if i <= SHUT => "lstm-shut",
        (_, false) => "lstm-lets-in",
    };
    let values = [
        ("f", gate_percent(f)),
        ("i", gate_percent(i)),
        ("g", seen(g)),
        ("let_in", seen(let_in)),
        ("before", seen(before)),
        ("after", seen(after)),
    ];
    let said = [keeps, lets_in].into_iter().map(|key| words.with(key, &values));
    said.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    /// What is said of the LSTM at step 12 of the first scene, changed.
    fn said(change: impl FnOnce(&mut Scene)) -> String {
        let mut scene = Scene::default();
        change(&mut scene);
        let run = Run::of(&scene).unwrap();
        lstm_sentence(Words::new(Language::English), &run, 12)
    }

    #[test]
    fn a_gate_is_called_shut_only_where_it_is_nearly_so() {
        let shut = said(|_| ());
        assert!(shut.contains("The input gate is shut"), "{shut}");
        let half = said(|scene| scene.lstm.i = crate::engine::network::Wub::new(0.0, 0.0, -0.9));
        assert!(half.contains("lets in [i]29\u{a0}%[/] of [g]g = 0[/]: nothing"), "{half}");
        let open = said(|scene| scene.held.i = Some(0.8));
        assert!(open.contains("is open ([i]80\u{a0}%[/]), but [g]g = 0[/]"), "{open}");
    }

    #[test]
    fn a_faint_candidate_is_not_called_nothing() {
        let faint = said(|scene| {
            scene.held.i = Some(0.8);
            scene.lstm.g.b = 0.0003;
        });
        assert!(faint.contains("lets in [i]80\u{a0}%[/] of [g]g = 0.0003[/]: 0.00024"), "{faint}");
    }

    #[test]
    fn one_step_alone_is_followed_by_nothing() {
        let words = Words::new(Language::English);
        let alone = Scene { paints: vec![1.0], ..Scene::default() };
        assert_eq!(title(words, &alone), "Blue at step 1. Who still has it at step 1?");
    }
}
