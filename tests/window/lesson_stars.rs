//! Challenges of the lesson: what they weigh, and who wins a star.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::App;
use paint_dilution::lesson::Stars;

use crate::hand::{Window, all_said, click_at, drag, place, slider, text_from, wait};
use crate::lesson_parts::{lesson, press};

#[test]
fn what_a_drag_sweeps_over_wins_no_star() {
    let mut window = Window::english().still().with_lesson("half-for-long").open();
    let rail = slider(&window, "Forget gate f, weight b").rect();
    let at = |part: f32| eframe::egui::pos2(rail.left() + rail.width() * part, rail.center().y);
    drag(&mut window, &[at(0.5), at(0.75), at(1.0), at(0.5)]);
    assert!(lesson(&window).progress.stars.is_empty());
    drag(&mut window, &[at(0.5), at(0.75), at(1.0)]);
    assert!(lesson(&window).progress.stars["4A"].goal);
}

#[test]
fn a_challenge_weighs_every_move_and_keeps_its_stars() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    let asked = || "|h at steps 1–19| ≤ 0.05";
    assert!(text_from(&window, asked()).ends_with("not yet"));
    for (name, value) in [("Output gate o, weight b", -5.0), ("Output gate o, weight w", -12.0)] {
        slider(&window, name).set_value_accesskit(value);
        window.run_ok();
    }
    assert!(text_from(&window, asked()).ends_with(", met"));
    let stars = lesson(&window).progress.stars["6A"];
    assert_eq!(stars, Stars { goal: true, sparing: true, extra: true });
    // What was won stays won.
    press(&mut window, "Undo");
    assert!(text_from(&window, asked()).starts_with(asked()));
    assert_eq!(lesson(&window).progress.stars["6A"].count(), 3);
    assert!(all_said(&window).contains(&"3 of 3 stars".to_owned()));
}

#[test]
fn undo_goes_back_over_moves_but_not_over_a_change_of_numbers() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    press(&mut window, "Worked solution");
    press(&mut window, "Next step");
    press(&mut window, "The same with other numbers");
    let start = lesson(&window).visit.live.document.clone();
    slider(&window, "Output gate o, weight b").set_value_accesskit(-5.0);
    window.run_ok();
    for _ in 0..2 {
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::Z);
        window.run_ok();
    }
    assert_eq!(lesson(&window).visit.live.document, start);
}

#[test]
fn a_star_is_for_who_finds_it() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    let solve = |window: &mut Harness<'_, App>, w: f64| {
        for (name, value) in [("Output gate o, weight b", -5.0), ("Output gate o, weight w", w)] {
            slider(window, name).set_value_accesskit(value);
            window.run_ok();
        }
    };
    press(&mut window, "Worked solution");
    press(&mut window, "Next step");
    assert!(lesson(&window).progress.stars.is_empty());
    assert!(!all_said(&window).contains(&"For the third star".to_owned()));
    press(&mut window, "The same with other numbers");
    solve(&mut window, -16.0);
    assert!(all_said(&window).contains(&"Solved with other numbers.".to_owned()));
    assert_eq!(lesson(&window).progress.stars["6A"], Stars { goal: true, sparing: true, extra: false });
    press(&mut window, "Back to the first numbers");
    assert!(all_said(&window).contains(&"For the third star".to_owned()));
    solve(&mut window, -12.0);
    assert_eq!(lesson(&window).progress.stars["6A"].count(), 3);
}

#[test]
fn what_was_shown_wins_no_star_on_any_way_back_to_it() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    let keys = |window: &mut Harness<'_, App>, keys: &[Key]| {
        for key in keys {
            window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, *key);
            window.run_ok();
        }
    };
    press(&mut window, "Worked solution");
    // Whatever is moved meanwhile, the next step stands on the one before.
    slider(&window, "Output gate o, weight b").set_value_accesskit(3.0);
    window.run_ok();
    press(&mut window, "Next step");
    let solved = lesson(&window).visit.live.document.scene.clone();
    assert_eq!((solved.lstm.o.b, solved.lstm.o.w), (-5.0, -12.0));
    assert!(text_from(&window, "A link or the worked solution").contains("no star"));
    keys(&mut window, &[Key::Z, Key::Z, Key::Z]);
    keys(&mut window, &[Key::Y, Key::Y, Key::Y]);
    assert_eq!(lesson(&window).visit.live.document.scene, solved);
    window.key_press(Key::R);
    window.run_ok();
    keys(&mut window, &[Key::Z]);
    assert_eq!(lesson(&window).visit.live.document.scene, solved);
    assert!(lesson(&window).progress.stars.is_empty());
}

#[test]
fn only_what_the_screen_names_can_be_moved() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    let before = lesson(&window).visit.live.document.scene.clone();
    window.get_by_label("LSTM: paint at step 12, grey").click();
    window.run_ok();
    assert_eq!(lesson(&window).visit.live.document.scene, before);
    assert_eq!(lesson(&window).visit.live.playback.step(), 12);
    assert!(window.query_by_role_and_label(Role::Slider, "Forget gate f, weight b").is_none());
}

#[test]
fn a_map_is_drawn_where_a_screen_shows_one_and_moves_what_may_be_moved() {
    let mut window = Window::english().still().with_lesson("open-road").open();
    wait(&mut window);
    assert!(lesson(&window).visit.live.surveys.map(0.0).picture.is_some());
    let name = text_from(&window, "Map over w and u");
    let place = place(&window, &name).center();
    click_at(&mut window, place);
    let rnn = lesson(&window).visit.live.document.scene.rnn;
    assert!(rnn.w.abs() < 0.5 && rnn.u.abs() < 0.5, "{rnn:?}");
}
