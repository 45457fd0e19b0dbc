//! Zoom, projector, full screen, and folded groups.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect, ViewportCommand, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use paint_dilution::gui::theme::{Tokens, hall_zoom};
use paint_dilution::gui::{Document, Group, Settings, State, Store};
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::{Layers, presets};

use crate::hand::{Window, all_said, place, scene, text_from};

const ALL: Layers = Layers { valves: true, curves: true, weights: true, gradient: true, map: true };

#[test]
fn zoom_goes_in_tenths_and_stops_at_its_ends() {
    let mut window = Window::english().open();
    for (key, expected) in [(Key::Plus, 1.1), (Key::Equals, 1.2), (Key::Minus, 1.1), (Key::Num0, 1.0)] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run_ok();
        let zoom = window.state().state.settings.zoom;
        assert!((zoom - expected).abs() < 1e-6, "{key:?}: {zoom}");
        assert!((window.ctx.zoom_factor() - expected).abs() < 1e-6);
    }
    for (key, end) in [(Key::Plus, 3.0), (Key::Minus, 0.5)] {
        for _ in 0..30 {
            window.key_press_modifiers(Modifiers::COMMAND, key);
        }
        window.run_ok();
        assert_eq!(window.state().state.settings.zoom, end);
    }
}

#[test]
fn the_page_survives_any_zoom_with_its_transport_bar_in_view() {
    // A window of 1280 × 800 at zoom 2 and 3, and of 1024 × 640 at zoom 2.
    for (width, height) in [(640.0, 400.0), (427.0, 267.0), (512.0, 320.0)] {
        for language in Language::ALL {
            for preset in presets() {
                let mut window = Window::new(language).with_preset(preset.slug).with_size(width, height).open();
                for layers in [ALL, Layers::default()] {
                    window.state_mut().state.explore.document.scene.layers = layers;
                    window.run_ok();
                    let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(width, height));
                    let words = Words::new(language);
                    for key in ["transport-first", "transport-play", "transport-last"] {
                        let button = place(&window, &words.text(key));
                        assert!(screen.contains_rect(button), "{key} at {button:?} in {width} × {height}");
                    }
                    text_from(&window, &format!("{},", words.text("network-lstm")));
                }
            }
        }
    }
}

#[test]
fn a_projector_shows_the_page_without_sliders_and_gives_them_back() {
    for (width, height) in [(1008.0, 630.0), (1120.0, 630.0)] {
        let mut window = Window::english().with_size(width, height).open();
        assert!(window.query_by_label("Reset").is_some());
        assert!(all_said(&window).iter().any(|text| text == "weights"));
        window.key_press(Key::F9);
        window.run_ok();
        assert!(window.state().state.settings.projector);
        for gone in ["Reset", "weights"] {
            assert!(!all_said(&window).iter().any(|text| text == gone), "{gone} is of a desk");
        }
        assert!(scene(&window).layers.weights, "the scene does not forget that they were open");
        let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, vec2(width, height));
        for name in ["valves", "Play", "Forget gate f, valve"] {
            assert!(screen.contains_rect(place(&window, name)), "{name} in {width} × {height}");
        }
        window.key_press(Key::F9);
        window.run_ok();
        assert!(window.query_by_label("Reset").is_some());
    }
}

#[test]
fn on_a_projector_the_smallest_text_can_be_read_from_the_last_row() {
    // Axis numbers are the smallest: 10.5 points.
    assert!(hall_zoom(vec2(1920.0, 1080.0)) * 10.5 >= 18.0);
    assert_eq!(hall_zoom(vec2(800.0, 500.0)), 1.0, "it makes nothing smaller");
    assert_eq!(hall_zoom(vec2(4000.0, 3000.0)), 2.0);
    for theme in [eframe::egui::Theme::Light, eframe::egui::Theme::Dark] {
        assert!(Tokens::seen(theme, true).weight > Tokens::of(theme).weight);
    }
}

#[test]
fn f11_asks_for_the_whole_screen() {
    let mut window = Window::english().open();
    let press =
        Event::Key { key: Key::F11, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    window.input_mut().events.push(press);
    window.step();
    let asked = window.output().viewport_output.values().flat_map(|view| &view.commands);
    assert!(asked.into_iter().any(|command| *command == ViewportCommand::Fullscreen(true)));
}

#[test]
fn the_heading_of_a_group_folds_it() {
    let mut window = Window::english().open();
    let heading = |window: &egui_kittest::Harness<'_, paint_dilution::gui::App>| {
        window.get_by_role_and_label(Role::Button, "Forget gate f").accesskit_node().data().is_expanded()
    };
    assert_eq!(heading(&window), Some(true));
    window.get_by_role_and_label(Role::Button, "Forget gate f").click();
    window.run_ok();
    assert_eq!(heading(&window), Some(false));
    assert!(window.query_by_label("Forget gate f, weight b").is_none());
    assert!(window.query_by_role_and_label(Role::Slider, "Input gate i, weight b").is_some());
    assert!(window.query_by_label("Hold Forget gate f").is_some(), "the hold stays in reach");
    window.get_by_role_and_label(Role::Button, "Forget gate f").focus();
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    assert_eq!(heading(&window), Some(true));
}

#[test]
fn settings_of_version_1_are_read_and_version_2_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.toml");
    let old = "version = 1\nlanguage = \"ko\"\ntheme = \"dark\"\nreduce_motion = true\nloops = false\nspeed = 2.0\n\
               recent = []\n[origin]\npreset = \"latches\"\n";
    std::fs::write(&path, old).expect("written");
    let store = Store::at(folder.path());
    let kept = store.load();
    assert!(kept.notice.is_none(), "{:?}", kept.notice);
    assert_eq!((kept.settings.language, kept.settings.speed), (Language::Korean, 2.0));
    let first = Settings::first();
    assert_eq!((kept.settings.zoom, kept.settings.projector), (first.zoom, false));
    let settings = Settings { zoom: 1.5, projector: true, folded: [Group::Input, Group::G].into(), ..kept.settings };
    store.save(&State::new(Document::first(), settings.clone(), false)).expect("saved");
    assert!(std::fs::read_to_string(&path).expect("read").starts_with("version = 3\n"));
    let again = store.load().settings;
    assert_eq!((again.zoom, again.projector, again.folded), (1.5, true, settings.folded));
}
