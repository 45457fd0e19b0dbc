//! The name that a run gets when it is pinned: what sets it apart from the scene as it was opened.

use super::Words;
use crate::engine::network::{Parameter, Part};
use crate::number::short;
use crate::scene::{Scene, ghost_name_of};

/// How many differences a name tells.
const TOLD: usize = 2;

/// What sets `scene` apart from `start`, such as `u = 0.9, b_f = 3.2`: two differences at most, and
/// an ellipsis where there are more. `otherwise` where nothing does.
#[must_use]
pub fn ghost_name(words: Words, scene: &Scene, start: &Scene, otherwise: &str) -> String {
    let differences = differences(words, scene, start);
    let more = if differences.len() > TOLD { ", …" } else { "" };
    let told: Vec<_> = differences.into_iter().take(TOLD).collect();
    let name = if told.is_empty() { otherwise.to_owned() } else { told.join(", ") + more };
    ghost_name_of(&name).unwrap_or_default()
}

/// Each difference in a few signs, in the order of the sliders.
fn differences(words: Words, scene: &Scene, start: &Scene) -> Vec<String> {
    let is = |symbol: &str, value: f64| format!("{symbol} = {}", short(value));
    let mut told = Vec::new();
    let mut paints = start.clone();
    paints.set_length(scene.length());
    if paints.paints != scene.paints {
        told.push(words.text("ghost-paints"));
    }
    if scene.length() != start.length() {
        told.push(format!("T = {}", scene.length()));
    }
    if scene.noise != start.noise {
        told.push(is("σ", scene.noise));
    }
    // The seed of a noise that there is not makes no difference.
    if scene.seed != start.seed && scene.noise != 0.0 {
        told.push(words.with("ghost-seed", &[("seed", scene.seed.to_string())]));
    }
    if scene.message != start.message {
        told.push(words.with("ghost-message", &[("step", scene.message.to_string())]));
    }
    for parameter in Parameter::all() {
        let value = parameter.get(&scene.rnn, &scene.lstm);
        // A held gate does not ask its weights.
        let asked = !matches!(parameter, Parameter::Lstm(part, _) if scene.held(part).is_some());
        if asked && value != parameter.get(&start.rnn, &start.lstm) {
            told.push(is(&symbol(parameter), value));
        }
    }
    for part in Part::ALL {
        match (scene.held(part), start.held(part)) {
            (Some(held), start) if start != Some(held) => told.push(is(part.letter(), held)),
            (None, Some(_)) => told.push(words.with("ghost-moves", &[("gate", part.letter().to_owned())])),
            _ => {}
        }
    }
    told
}

/// `u` of the RNN, `b_f` of a gate.
fn symbol(parameter: Parameter) -> String {
    match parameter {
        Parameter::Rnn(term) => term.letter().to_owned(),
        Parameter::Lstm(part, term) => format!("{}_{}", term.letter(), part.letter()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::scene::MAX_GHOST_NAME;

    fn name(change: impl FnOnce(&mut Scene)) -> String {
        let start = Scene::default();
        let mut scene = start.clone();
        change(&mut scene);
        ghost_name(Words::new(Language::English), &scene, &start, "Blue survives")
    }

    #[test]
    fn a_name_says_what_differs_and_of_three_things_two() {
        assert_eq!(name(|_| {}), "Blue survives");
        assert_eq!(name(|scene| scene.lstm.f.b = 3.2), "b_f = 3.2");
        assert_eq!(name(|scene| (scene.rnn.w, scene.rnn.u) = (1.2, 0.9)), "w = 1.2, u = 0.9");
        assert_eq!(
            name(|scene| (scene.rnn.u, scene.lstm.i.b, scene.lstm.g.w) = (0.9, -7.0, 2.0)),
            "u = 0.9, b_i = −7, …"
        );
    }

    #[test]
    fn what_comes_in_and_what_is_held_is_named_too() {
        assert_eq!(name(|scene| scene.set_length(48)), "T = 48");
        assert_eq!(name(|scene| scene.paints[5] = -1.0), "other paints");
        assert_eq!(name(|scene| scene.seed = 9), "Blue survives", "without noise the seed does nothing");
        assert_eq!(name(|scene| (scene.seed, scene.noise) = (9, 0.3)), "σ = 0.3, seed 9");
        assert_eq!(name(|scene| scene.message = 3), "follows step 3");
        let held = name(|scene| {
            scene.held.f = Some(0.5);
            scene.lstm.f.b = 1.0;
        });
        assert_eq!(held, "f = 0.5", "the weights of a held gate do nothing");
        let start =
            Scene { held: crate::engine::cell::Held { o: Some(0.0), ..Default::default() }, ..Scene::default() };
        let words = Words::new(Language::English);
        assert_eq!(ghost_name(words, &Scene::default(), &start, ""), "o moves");
    }

    #[test]
    fn a_name_fits_where_names_stand() {
        let long = "a preset with a name that is longer than any ghost may be called";
        let scene = Scene::default();
        let name = ghost_name(Words::new(Language::English), &scene, &scene, long);
        assert!(name.chars().count() <= MAX_GHOST_NAME && long.starts_with(&name));
    }
}
