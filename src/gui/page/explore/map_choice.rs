//! What the map is of: its network, its two axes, and what is shown.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Button, ComboBox, Layout, Rect, RichText, Role, Ui, UiBuilder, WidgetInfo, vec2};

use super::View;
use crate::engine::network::{Parameter, Part, Term};
use crate::engine::survival::Along;
use crate::gui::theme::{Tokens, text};
use crate::gui::widget::weight_slider::symbol_job;
use crate::locale::Words;
use crate::scene::{MapView, Scene};
use crate::working::Network;

/// Draws what is shown at the right of the first row, network and weights in the second.
pub fn choices_ui(ui: &mut Ui, [head, axes]: [Rect; 2], view: &View<'_>, scene: &mut Scene) {
    let mut right = small_ui(ui, head, Layout::right_to_left(Align::Center), "map-shown");
    shown_ui(&mut right, view, &mut scene.map);
    let mut left = small_ui(ui, axes, Layout::left_to_right(Align::Center), "map-axes");
    network_ui(&mut left, view, &mut scene.map);
    left.add_space(4.0);
    if let Some(x) = axis_ui(&mut left, view, "map-x", scene.map.x) {
        scene.map = scene.map.with_x(x);
    }
    left.label(RichText::new("×").color(view.tokens.faint));
    if let Some(y) = axis_ui(&mut left, view, "map-y", scene.map.y) {
        scene.map = scene.map.with_y(y);
    }
}

/// A row of small controls.
fn small_ui(ui: &mut Ui, row: Rect, layout: Layout, id: &str) -> Ui {
    let mut inside = ui.new_child(UiBuilder::new().max_rect(row).layout(layout).id_salt(id));
    inside.spacing_mut().item_spacing.x = 4.0;
    inside.spacing_mut().interact_size.y = 20.0;
    inside.spacing_mut().button_padding = vec2(7.0, 1.0);
    inside
}

fn shown_ui(ui: &mut Ui, view: &View<'_>, map: &mut MapView) {
    let words = view.words;
    let name = |view: &MapView| words.text(&format!("map-shown-{}", view.shown_name()));
    let present = name(map);
    let label = RichText::new(&present).font(text::regular(text::SMALL));
    let combo = ComboBox::from_id_salt("map-shown").width(84.0).selected_text(label).show_ui(ui, |ui| {
        for (_, shown) in MapView::SHOWN {
            let other = MapView { shown, ..*map };
            let tip = words.text(&format!("map-tip-{}", other.shown_name()));
            if ui.add(Button::selectable(other == *map, name(&other))).on_hover_text(tip).clicked() {
                *map = other;
            }
        }
    });
    let said = words.with("map-choice-shown", &[("shown", present)]);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
}

/// The two maps that a lesson begins with.
fn network_ui(ui: &mut Ui, view: &View<'_>, map: &mut MapView) {
    let words = view.words;
    for (network, key) in [(Network::Lstm, "network-lstm"), (Network::Rnn, "network-rnn-short")] {
        let (name, first) = (words.text(key), map.over(network));
        let chosen = map.network == network;
        let tip = words.with("map-network-tip", &[("x", symbol_text(first.x)), ("y", symbol_text(first.y))]);
        let button = Button::selectable(chosen, RichText::new(&name).font(text::semibold(text::SMALL)));
        let response = ui.add(button).on_hover_text(tip);
        let said = words.with("map-network-name", &[("network", name)]);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &said));
        if response.clicked() {
            *map = first;
        }
    }
}

/// One axis: T and σ, and all weights of both networks, three a line.
fn axis_ui(ui: &mut Ui, view: &View<'_>, key: &'static str, present: Along) -> Option<Along> {
    let (words, tokens) = (view.words, view.tokens);
    let mut taken = None;
    let combo = ComboBox::from_id_salt(key)
        .width(40.0)
        .selected_text(symbol_of(present, tokens))
        .height(320.0)
        .show_ui(ui, |ui| {
            let parts = Part::ALL.map(|part| (format!("part-{}", part.letter()), Some(part)));
            let mut group = |ui: &mut Ui, heading: &str, entries: &[Along]| {
                ui.label(RichText::new(words.text(heading)).font(text::regular(text::SMALL)).color(tokens.faint));
                ui.horizontal(|ui| {
                    taken = entries.iter().copied().find(|along| entry_ui(ui, view, *along, present)).or(taken);
                });
            };
            group(ui, "input", &[Along::Length, Along::Noise]);
            for (heading, part) in std::iter::once(("network-rnn".to_owned(), None)).chain(parts) {
                let weight = |term| part.map_or(Parameter::Rnn(term), |part| Parameter::Lstm(part, term));
                group(ui, &heading, &Term::ALL.map(|term| Along::Weight(weight(term))));
            }
        });
    let said = words.with(key, &[("weight", name_of(words, present))]);
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
    taken.filter(|along| *along != present)
}

/// An entry of the list; says whether it was chosen.
fn entry_ui(ui: &mut Ui, view: &View<'_>, along: Along, present: Along) -> bool {
    let chosen = along == present;
    let entry = Button::selectable(chosen, entry_job(along, chosen, view.tokens));
    let response = ui.add(entry.min_size(vec2(34.0, 22.0)));
    let name = name_of(view.words, along);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
    response.clicked()
}

/// "Forget gate f, weight b", "Noise σ".
fn name_of(words: Words, along: Along) -> String {
    let (part, term) = match along {
        Along::Length => return words.text("length-name"),
        Along::Noise => return words.text("noise-name"),
        Along::Weight(Parameter::Rnn(term)) => (words.text("network-rnn"), term),
        Along::Weight(Parameter::Lstm(part, term)) => (words.text(&format!("part-{}", part.letter())), term),
    };
    words.with("weight-name", &[("part", part), ("term", term.letter().to_owned())])
}

/// `b_f`, or `w` of the RNN; σ, T.
pub fn symbol_text(along: Along) -> String {
    match letters(along) {
        (letter, "") => letter.to_owned(),
        (letter, below) => format!("{letter}_{below}"),
    }
}

/// A symbol's letter, and the lowered one beside it if any.
fn letters(along: Along) -> (&'static str, &'static str) {
    match along {
        Along::Length => ("T", ""),
        Along::Noise => ("σ", ""),
        Along::Weight(Parameter::Rnn(term)) => (term.letter(), ""),
        Along::Weight(Parameter::Lstm(part, term)) => (term.letter(), part.letter()),
    }
}

/// Its symbol as it is drawn, in its gate's colour.
pub fn symbol_of(along: Along, tokens: &Tokens) -> LayoutJob {
    let colour = match along {
        Along::Length | Along::Noise => tokens.ink,
        Along::Weight(Parameter::Rnn(_)) => tokens.rnn,
        Along::Weight(Parameter::Lstm(part, _)) => tokens.part(part),
    };
    symbol_job(letters(along), colour)
}

/// Its symbol in the list; in ink where it is chosen, as gates' colours are not dark enough for
/// that tint.
fn entry_job(along: Along, is_chosen: bool, tokens: &Tokens) -> LayoutJob {
    if is_chosen { symbol_job(letters(along), tokens.ink) } else { symbol_of(along, tokens) }
}
