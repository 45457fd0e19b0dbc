//! Where things stand: aligned, inside, legible.

use eframe::egui::{Color32, Theme};
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::theme::Tokens;
use paint_dilution::locale::Language;
use paint_dilution::scene::Scene;

use crate::hand::{Window, all_said, place, text_from};

#[test]
fn a_swatch_stands_exactly_over_its_step_in_every_plot_of_its_network() {
    for (width, height) in [(1024.0, 640.0), (1280.0, 800.0), (1920.0, 1080.0)] {
        let window = Window::english().with_curves_only().with_size(width, height).open();
        for (network, plots) in
            [("Plain RNN", &["hidden state h, t"][..]), ("LSTM", &["gates: 0 shut", "cell state S and"])]
        {
            for plot in plots {
                let area = place(&window, &text_from(&window, plot));
                for step in [1_u8, 7, 24] {
                    let paint = if step == 1 { "blue" } else { "grey" };
                    let swatch = place(&window, &format!("{network}: paint at step {step}, {paint}")).center().x;
                    let in_plot = area.left() + area.width() * (f32::from(step) - 0.5) / 24.0;
                    assert!((swatch - in_plot).abs() < 0.51, "{network} {plot} step {step}: {swatch} over {in_plot}");
                }
            }
        }
    }
}

#[test]
fn headline_chips_and_transport_are_in_view_from_the_smallest_window_up() {
    for language in Language::ALL {
        for (width, height) in [(1024.0, 640.0), (1100.0, 700.0), (1280.0, 800.0), (1920.0, 1080.0), (2560.0, 1440.0)] {
            let window = Window::new(language).with_size(width, height).open();
            let screen = eframe::egui::Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(width, height));
            let words = paint_dilution::locale::Words::new(language);
            let keys = [
                "layer-curves",
                "layer-weights",
                "layer-gradient",
                "layer-map",
                "undo",
                "redo",
                "switch-theme",
                "transport-play",
                "transport-loop",
                "menu-file",
            ];
            let mut places: Vec<_> = keys.iter().map(|key| (*key, place(&window, &words.text(key)))).collect();
            for network in ["network-rnn", "network-lstm"] {
                let name = words.text(network);
                let headline = all_said(&window)
                    .into_iter()
                    .find(|text| text.starts_with(&format!("{name},")))
                    .expect("a headline");
                places.push((network, place(&window, &headline)));
            }
            for (name, rect) in &places {
                assert!(screen.contains_rect(*rect), "{name} at {rect:?} leaves {width}×{height}");
            }
            for (at, (name, rect)) in places.iter().enumerate() {
                for (other, other_rect) in &places[at + 1..] {
                    assert!(
                        !rect.shrink(1.0).intersects(*other_rect),
                        "{name} {rect:?} overlaps {other} {other_rect:?} at {width}×{height}"
                    );
                }
            }
        }
    }
}

#[test]
fn layers_fold_and_the_plots_of_open_ones_stay() {
    let mut window = Window::english().with_curves_only().open();
    window.get_by_label("weights").click();
    window.get_by_label("gradient").click();
    window.run_ok();
    assert!(window.query_by_label("Reset").is_none());
    assert!(!all_said(&window).iter().any(|text| text.starts_with("gradient |")));
    text_from(&window, "blue left, t = 24");
    window.get_by_label("curves").click();
    window.run_ok();
    assert!(!all_said(&window).iter().any(|text| text.starts_with("blue left, t")));
    text_from(&window, "LSTM, blue left");
}

#[test]
fn a_sequence_of_any_length_can_be_drawn() {
    for length in [1, 2, 59, 60, 61, 1000] {
        let scene = Scene { paints: vec![1.0; length], noise: 0.5, ..Scene::default() };
        let window = Window::english().with_scene(scene).open();
        text_from(&window, &format!("t = {length} / {length}"));
    }
}

#[test]
fn text_is_legible_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        for projector in [false, true] {
            for (name, text, ground) in Tokens::seen(theme, projector).text_pairs() {
                let contrast = contrast(text, ground);
                assert!(contrast >= 4.5, "{name} in {theme:?}, projector {projector}: {contrast:.2}");
            }
        }
    }
}

/// WCAG 2's contrast ratio.
fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Color32) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}
