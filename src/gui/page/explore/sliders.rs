//! The sliders of a scene's numbers, to be drawn short in the panel or long in a row of their own.

use eframe::egui::Ui;

use super::{View, paints_kept};
use crate::engine::network::{Parameter, Part, Term};
use crate::gui::state::Document;
use crate::gui::widget::rail::Bend;
use crate::gui::widget::weight_slider::{SliderEvents, WeightSlider};
use crate::locale::number::fixed;
use crate::scene::MAX_LENGTH;

/// A weight.
pub fn weight<'a>(view: &View<'a>, parameter: Parameter, document: &'a mut Document) -> WeightSlider<'a> {
    let (words, tokens) = (view.words, view.tokens);
    let home = parameter.get(&document.start.scene.rnn, &document.start.scene.lstm);
    let limit = parameter.limit();
    let (part, term, below, colour) = match parameter {
        Parameter::Rnn(term) => (words.text("network-rnn"), term, "", tokens.rnn),
        Parameter::Lstm(part, term) => {
            (words.text(&format!("part-{}", part.letter())), term, part.letter(), tokens.part(part))
        }
    };
    let scene = &mut document.scene;
    WeightSlider {
        value: parameter.get_mut(&mut scene.rnn, &mut scene.lstm),
        symbol: (term.letter(), below),
        name: words.with("weight-name", &[("part", part), ("term", term.letter().to_owned())]),
        tip: words.with(
            &format!("weight-{}-tip", term.letter()),
            &[("equation", parameter.equation()), ("least", fixed(-limit, 0)), ("most", fixed(limit, 0))],
        ),
        range: -limit..=limit,
        grain: parameter.grain(),
        bend: Bend::Even,
        home,
        colour,
        tokens,
    }
}

/// What a weight is called in the help.
pub fn topic(parameter: Parameter) -> &'static str {
    let (Parameter::Rnn(term) | Parameter::Lstm(_, term)) = parameter;
    match term {
        Term::W => "weight-w",
        Term::U => "weight-u",
        Term::B => "weight-b",
    }
}

/// σ of the noise.
pub fn noise<'a>(view: &View<'a>, document: &'a mut Document) -> WeightSlider<'a> {
    WeightSlider {
        value: &mut document.scene.noise,
        symbol: ("σ", ""),
        name: view.words.text("noise-name"),
        tip: view.words.text("noise-tip"),
        range: 0.0..=1.0,
        grain: 0.01,
        bend: Bend::Even,
        home: document.start.scene.noise,
        colour: view.tokens.ink,
        tokens: view.tokens,
    }
}

/// The paint of a step, if there is that step.
pub fn paint<'a>(view: &View<'a>, step: usize, document: &'a mut Document) -> Option<WeightSlider<'a>> {
    let row = step.checked_sub(1)?;
    let home = document.start.scene.paints.get(row).copied().unwrap_or_default();
    let value = document.scene.paints.get_mut(row)?;
    Some(WeightSlider {
        value,
        symbol: ("", ""),
        name: view.words.with("control-paint", &[("step", step.to_string())]),
        tip: view.words.text("picker-mixture"),
        range: -1.0..=1.0,
        grain: 0.05,
        bend: Bend::Even,
        home,
        colour: view.tokens.ink,
        tokens: view.tokens,
    })
}

/// The sequence length, on a rail that is fine where sequences are short.
pub fn length_ui(
    ui: &mut Ui,
    view: &View<'_>,
    document: &mut Document,
    draw: impl FnOnce(&mut Ui, WeightSlider<'_>) -> SliderEvents,
) {
    let scene = &mut document.scene;
    let mut length = as_f64(scene.length());
    let slider = WeightSlider {
        value: &mut length,
        symbol: ("T", ""),
        name: view.words.text("length-name"),
        tip: view.words.text("length-tip"),
        range: 1.0..=as_f64(MAX_LENGTH),
        grain: 1.0,
        bend: Bend::Log,
        home: as_f64(document.start.scene.length()),
        colour: view.tokens.ink,
        tokens: view.tokens,
    };
    if draw(ui, slider).moved {
        paints_kept::give_back(ui, scene);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 1000")]
        scene.set_length(length.round() as usize);
    }
}

/// The value at which a gate is held, while it is.
pub fn held_ui(
    ui: &mut Ui,
    view: &View<'_>,
    part: Part,
    document: &mut Document,
    draw: impl FnOnce(&mut Ui, WeightSlider<'_>) -> SliderEvents,
) {
    let home = document.start.scene.held(part);
    let Some(value) = document.scene.held_mut(part).and_then(Option::as_mut) else { return };
    let name = view.words.text(&format!("part-{}", part.letter()));
    let slider = WeightSlider {
        value,
        symbol: (part.letter(), ""),
        name: view.words.with("held-name", &[("part", name)]),
        tip: view.words.text("held-tip"),
        range: 0.0..=1.0,
        grain: 0.01,
        bend: Bend::Even,
        home: home.unwrap_or(1.0),
        colour: view.tokens.part(part),
        tokens: view.tokens,
    };
    let events = draw(ui, slider);
    // Home is as the scene was opened, also where that was not held.
    if let (true, Some(held)) = (events.home, document.scene.held_mut(part)) {
        *held = home;
    }
}

#[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
fn as_f64(length: usize) -> f64 {
    length as f64
}
