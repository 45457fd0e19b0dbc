//! The help names everything in view.

use std::collections::BTreeSet;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use paint_dilution::engine::cell::CellKind;
use paint_dilution::gui::help::{GROUPS, marks};
use paint_dilution::gui::training::request_of;
use paint_dilution::gui::{App, Page, Settings};
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::{Layers, presets};

use crate::hand::{Window, all_said, click_at, focused, said, slider, small_race, step, trained};

const ALL: Layers = Layers { valves: true, curves: true, weights: true, gradient: true, map: true };

/// Roles of what somebody can look at or take hold of.
const IN_VIEW: [Role; 8] = [
    Role::Button,
    Role::Slider,
    Role::SpinButton,
    Role::CheckBox,
    Role::ComboBox,
    Role::Image,
    Role::RadioButton,
    Role::TextInput,
];

/// Screens of the lesson with everything that a screen can have.
const LESSON: [&str; 4] = ["open-or-shut", "hide-then-reveal", "s-and-h-recap", "give-it-a-road"];

/// Windows that between them show everything.
fn windows() -> Vec<Harness<'static, App>> {
    let mut windows = Vec::new();
    for (width, height) in [(1280.0, 800.0), (1920.0, 1080.0)] {
        for slug in ["blue-survives", "gate-shut-to-noise", "sum", "cannot-learn"] {
            for layers in [ALL, Layers { valves: false, ..ALL }, Layers::default()] {
                let mut window = Window::english().with_preset(slug).with_size(width, height).open();
                window.state_mut().state.explore.document.scene.layers = layers;
                window.run_ok();
                windows.push(window);
            }
        }
        for cell in CellKind::ALL {
            for unit in [None, Some(1)] {
                let mut window = Window::english().with_race(small_race()).with_size(width, height).open();
                let look_at = &mut window.state_mut().state.training.look_at;
                (look_at.cell, look_at.unit) = (cell, unit);
                (look_at.held.lstm.f, look_at.held.gru.z) = (Some(1.0), Some(0.5));
                trained(&mut window, 0);
                windows.push(window);
            }
        }
        windows.push(horizon(width, height));
        for screen in LESSON {
            windows.push(Window::english().with_size(width, height).with_lesson(screen).open());
        }
    }
    windows
}

/// The horizon's window, with what little has finished.
fn horizon(width: f32, height: f32) -> Harness<'static, App> {
    let mut window = Window::english().with_race(small_race()).with_size(width, height).open();
    trained(&mut window, 0);
    let ctx = window.ctx.clone();
    let sweep = &mut window.state_mut().state.training.sweep;
    sweep.begin(&ctx, request_of(&small_race().shared)).expect("a horizon");
    sweep.cancel();
    window.run_ok();
    window
}

#[test]
fn whatever_can_be_looked_at_or_taken_hold_of_has_its_entry() {
    for window in windows() {
        let marks = marks(&window.ctx);
        let screen = window.ctx.content_rect();
        let mut lost = Vec::new();
        let mut count = 0;
        for node in window.query_all_by(|node| IN_VIEW.contains(&node.role())) {
            let middle = node.rect().center();
            // What is scrolled out of view has its entry when it comes.
            // The page ends above the bar below it, whose parts all stand on its middle line.
            let below = (middle.y - (screen.bottom() - 25.0)).abs() < 3.0;
            let in_view = below || middle.y < screen.bottom() - 62.0;
            let seen = screen.contains(middle) && in_view && !said(&node).is_empty();
            count += usize::from(seen);
            // The drawing of a network is named by its parts.
            let drawing = said(&node).contains("at step") && node.accesskit_node().role() == Role::Image;
            if seen && !drawing && !marks.iter().any(|mark| mark.rect.expand(1.0).contains(middle)) {
                lost.push(format!("{} at {middle:?}", said(&node)));
            }
        }
        let state = &window.state().state;
        let least = match (state.settings.page, state.training.sweep.is_open) {
            (Page::Explore, _) => 40,
            // A network without gates has no gates' pictures.
            (Page::Train, false) => 39,
            // One picture takes the place of all.
            (Page::Train, true) => 24,
            // A screen shows only what it needs.
            (Page::Lesson, _) => 20,
        };
        assert!(count > least, "{count}");
        assert!(lost.is_empty(), "no entry in the help for {lost:#?}");
    }
}

#[test]
fn every_topic_is_listed_once_marked_somewhere_and_told_in_both_languages() {
    let listed: Vec<&str> = GROUPS.iter().flat_map(|group| group.topics).copied().collect();
    let distinct: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(distinct.len(), listed.len(), "a topic stands twice");
    let marked: BTreeSet<&str> =
        windows().iter().flat_map(|window| marks(&window.ctx)).map(|mark| mark.topic).collect();
    assert_eq!(marked, distinct, "marked on the page, and listed");
    for language in Language::ALL {
        let words = Words::new(language);
        for topic in &listed {
            for key in [format!("help-{topic}"), format!("help-{topic}-is")] {
                assert!(words.find(&key).is_some(), "{key} in {language:?}");
            }
        }
        for group in GROUPS {
            assert!(words.find(&format!("help-group-{}", group.name)).is_some(), "{}", group.name);
        }
    }
}

/// Whether the overlay is open.
fn is_open(window: &Harness<'_, App>) -> bool {
    all_said(window).iter().any(|text| text == "What is what")
}

fn press(window: &mut Harness<'_, App>, key: Key) {
    window.key_press(key);
    window.run_ok();
}

#[test]
fn the_overlay_opens_by_key_text_and_button_and_closes_by_each_and_by_a_click() {
    let mut window = Window::english().with_first_layers().open();
    press(&mut window, Key::F1);
    assert!(is_open(&window));
    press(&mut window, Key::Escape);
    assert!(!is_open(&window));
    window.key_press_modifiers(Modifiers::SHIFT, Key::Questionmark);
    window.run_ok();
    assert!(is_open(&window));
    window.event(Event::Text("?".to_owned()));
    window.run_ok();
    assert!(!is_open(&window), "the same key closes it");
    window.get_by_label("Help: what is what, and the keys").click();
    window.run_ok();
    assert!(is_open(&window));
    let page = eframe::egui::pos2(300.0, 500.0);
    click_at(&mut window, page);
    assert!(!is_open(&window), "a click closes it");
}

#[test]
fn the_overlay_lists_what_is_in_view_with_its_meaning_and_the_keys() {
    for settings in [
        Settings { language: Language::English, ..Settings::first() },
        Settings { language: Language::Korean, ..Settings::first() },
    ] {
        let words = settings.words();
        let mut window = Window::new(settings.language).with_first_layers().open();
        let topics: BTreeSet<&str> = marks(&window.ctx).iter().map(|mark| mark.topic).collect();
        assert!(topics.len() >= 35, "{topics:?}");
        press(&mut window, Key::F1);
        let texts = all_said(&window);
        for topic in topics {
            let (name, meaning) = (words.text(&format!("help-{topic}")), words.text(&format!("help-{topic}-is")));
            assert!(texts.iter().any(|text| text.ends_with(&format!("{name}: {meaning}"))), "{topic}");
        }
        assert!(!texts.iter().any(|text| text.contains(&words.text("help-half-life-is"))), "no slider is in view");
        for key in ["Space", "F11", "?"] {
            assert!(texts.iter().any(|text| text == key), "{key}");
        }
    }
}

#[test]
fn nothing_on_the_page_can_be_reached_under_the_overlay() {
    let mut window = Window::english().with_first_layers().open();
    slider(&window, "Forget gate f, valve").set_value_accesskit(0.5);
    window.run_ok();
    press(&mut window, Key::F1);
    let before = window.state().state.explore.document.clone();
    for key in [Key::Num3, Key::ArrowLeft, Key::Space, Key::R] {
        press(&mut window, key);
    }
    for key in [Key::Z, Key::Y, Key::O, Key::S] {
        window.key_press_modifiers(Modifiers::COMMAND, key);
        window.run_ok();
    }
    assert!(window.state().state.job.is_none(), "no file dialog under the overlay");
    assert_eq!((&window.state().state.explore.document, step(&window)), (&before, 24));
    for _ in 0..20 {
        press(&mut window, Key::Tab);
        let focused = focused(&window);
        assert!(focused.is_empty() || focused.starts_with("Close"), "{focused:?}");
    }
}

#[test]
fn the_overlay_can_be_drawn_at_any_size_with_every_preset() {
    for (width, height) in [(512.0, 320.0), (1024.0, 640.0), (1280.0, 800.0), (2560.0, 1440.0)] {
        for preset in presets() {
            let mut window = Window::new(Language::Korean).with_preset(preset.slug).with_size(width, height).open();
            press(&mut window, Key::F1);
            let screen = Rect::from_min_size(eframe::egui::Pos2::ZERO, eframe::egui::vec2(width, height));
            let close = window.get_by(|node| {
                node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("닫기"))
            });
            assert!(screen.contains_rect(close.rect()), "{width} × {height}");
        }
    }
}

#[test]
fn whatever_is_drawn_without_a_handle_explains_itself_under_the_pointer() {
    let words = Words::new(Language::English);
    for topic in [
        "start",
        "message",
        "pipe",
        "drain",
        "plus",
        "candidate",
        "tank",
        "copy",
        "tanh",
        "light",
        "sources",
        "rnn-pipe",
        "rnn-tank",
        "now",
    ] {
        let mut window = Window::english().with_first_layers().open();
        let place = marks(&window.ctx).into_iter().find(|mark| mark.topic == topic).expect(topic).rect;
        window.hover_at(place.center());
        window.run_steps(20);
        let meaning = words.text(&format!("help-{topic}-is"));
        assert!(all_said(&window).contains(&meaning), "{topic} at {place:?}");
    }
}
