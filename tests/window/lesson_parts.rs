//! What a screen of the lesson does: links, phrases, stops, keys, and what is kept.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use paint_dilution::gui::lesson::{Lesson, Place, Turn};
use paint_dilution::gui::{App, Document, Page, Settings, State, Store};
use paint_dilution::lesson::{Answer, Part, Progress, Stars};
use paint_dilution::locale::Notation;
use paint_dilution::scene::Control;

use crate::hand::{Window, all_said, focused, slider, text_from};
use crate::training_by_keys::tab_to;

pub fn lesson<'h>(window: &'h Harness<'_, App>) -> &'h Lesson {
    &window.state().state.lesson
}

pub fn press(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_ok();
}

/// Draws frames until nothing plays.
fn rest(window: &mut Harness<'_, App>) {
    for _ in 0..2000 {
        window.step();
        if !window.state().state.time().playing() {
            break;
        }
    }
    window.run_ok();
}

#[test]
fn a_coloured_phrase_lights_its_part_while_it_is_pointed_at() {
    let mut window = Window::english().still().with_lesson("two-states").open();
    assert_eq!(lesson(&window).lit, None);
    let phrase = window.get_by_label("hidden state h").rect().center();
    window.hover_at(phrase);
    window.run_ok();
    assert_eq!(lesson(&window).lit, Some(Part::H));
    window.hover_at(phrase + eframe::egui::vec2(0.0, 300.0));
    window.run_ok();
    assert_eq!(lesson(&window).lit, None);
    window.get_by_label("hidden state h").focus();
    window.run_ok();
    assert_eq!(lesson(&window).lit, Some(Part::H), "the keyboard does it as well");
}

#[test]
fn a_link_changes_the_scene_marks_what_it_changed_and_can_be_undone() {
    let mut window = Window::english().with_lesson("gates-hear-h").open();
    window.get_by_role_and_label(Role::Link, "hold o at 0").click();
    window.step();
    window.step();
    assert_eq!(lesson(&window).visit.live.document.scene.held.o, Some(0.0));
    let pulse = lesson(&window).pulse.clone().expect("a mark");
    assert_eq!(pulse.controls, [Control::Held(paint_dilution::engine::network::Part::O)]);
    for _ in 0..60 {
        window.step();
    }
    assert_eq!(lesson(&window).pulse, None, "it goes by");
    press(&mut window, "Undo");
    assert_eq!(lesson(&window).visit.live.document.scene.held.o, None);
}

#[test]
fn playback_rests_at_the_step_that_the_text_speaks_of() {
    let mut window = Window::english().with_lesson("hide-then-reveal").open();
    let mut stops = Vec::new();
    for _ in 0..3 {
        press(&mut window, "Play");
        rest(&mut window);
        stops.push(lesson(&window).visit.live.playback.step());
    }
    assert_eq!(stops, [19, 20, 24]);
}

#[test]
fn an_answer_plays_the_scene_and_nothing_else_does() {
    let mut window = Window::english().with_lesson("open-or-shut").open();
    window.key_press(Key::Space);
    window.run_ok();
    assert!(!window.state().state.time().playing() && lesson(&window).visit.is_asked());
    assert!(all_said(&window).contains(&"First answer the question, or skip it".to_owned()), "and it says why");
    window.key_press(Key::ArrowRight);
    window.run_ok();
    assert_eq!(window.state().state.time().step(), 1);
    let play = window.get_by_role_and_label(Role::Button, "Play");
    assert!(play.accesskit_node().is_disabled(), "and looks so");
    assert!(window.query_by_role_and_label(Role::Link, "Hold o at 1").is_none(), "the outcome is not told before");
    press(&mut window, "Skip");
    assert_eq!(lesson(&window).visit.turn, Turn::Answered { choice: None, sure: false, right: Some(2) });
    assert!(all_said(&window).contains(&"This is what happens.".to_owned()));
    let kept = lesson(&window).progress.answers["o-open-or-shut"];
    assert_eq!(kept, Answer { choice: None, sure: false, right: false });
    rest(&mut window);
    assert_eq!(lesson(&window).visit.live.playback.step(), 24);
}

#[test]
fn choices_are_made_by_keyboard_alone() {
    let mut window = Window::english().still().with_lesson("open-or-shut").open();
    let first = text_from(&window, "A · ");
    window.get_by_role_and_label(Role::RadioButton, &first).focus();
    window.run_ok();
    for choice in [1, 2] {
        window.key_press(Key::ArrowDown);
        window.run_ok();
        assert_eq!(lesson(&window).visit.turn, Turn::Asked { choice: Some(choice) }, "an arrow chooses");
    }
    window.key_press(Key::B);
    window.run_ok();
    assert_eq!(lesson(&window).visit.turn, Turn::Asked { choice: Some(1) }, "and so does a letter");
    window.key_press(Key::C);
    window.run_ok();
    assert!(focused(&window).starts_with("C · "), "and has the keyboard");
    tab_to(&mut window, "I am sure");
    window.key_press(Key::Enter);
    window.run_ok();
    assert!(lesson(&window).progress.answers["o-open-or-shut"].right);
    assert_eq!(focused(&window), "Next", "from here it goes on");
    // Page keys turn the screen whatever has the keyboard, but a slider.
    let here = lesson(&window).place;
    window.key_press(Key::PageDown);
    window.run_ok();
    assert_eq!(lesson(&window).place, Place { screen: here.screen + 1, ..here });
}

#[test]
fn page_keys_on_a_slider_are_the_sliders_own() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    let here = lesson(&window).place;
    slider(&window, "Output gate o, weight b").focus();
    window.run_ok();
    window.key_press(Key::PageDown);
    window.run_ok();
    assert_eq!(lesson(&window).place, here);
    assert!(lesson(&window).visit.live.document.scene.lstm.o.b < 2.0);
}

#[test]
fn what_was_answered_at_an_earlier_start_is_told() {
    let mut window = Window::english().still().with_lesson("open-or-shut").open();
    let answer = Answer { choice: Some(2), sure: true, right: false };
    window.state_mut().state.lesson.progress.answered("o-open-or-shut", answer);
    window.run_ok();
    assert!(all_said(&window).contains(&"Earlier: B, sure".to_owned()));
}

#[test]
fn keys_turn_screens_and_open_chapters() {
    let mut window = Window::english().still().with_lesson("two-states").open();
    let here = lesson(&window).place;
    for (key, screen) in [(Key::PageDown, here.screen + 1), (Key::PageUp, here.screen), (Key::PageUp, here.screen - 1)]
    {
        window.key_press(key);
        window.run_ok();
        assert_eq!(lesson(&window).place, Place { screen, ..here });
    }
    window.key_press(Key::Num1);
    window.run_ok();
    assert_eq!(lesson(&window).place, Place::default());
}

#[test]
fn a_screen_is_found_as_it_was_left() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    slider(&window, "Output gate o, weight b").set_value_accesskit(-5.0);
    window.run_ok();
    press(&mut window, "Hint");
    for key in [Key::PageDown, Key::PageUp] {
        window.key_press(key);
        window.run_ok();
    }
    let visit = &lesson(&window).visit;
    assert_eq!((visit.live.document.scene.lstm.o.b, visit.aid().map(|aid| aid.hints)), (-5.0, Some(1)));
    assert!(text_from(&window, "|h at steps 1–19| ≤ 0.05").ends_with(", met"));
}

#[test]
fn an_answer_that_there_is_not_cannot_be_chosen() {
    let mut window = Window::english().still().with_lesson("open-or-shut").open();
    window.key_press(Key::D);
    window.run_ok();
    assert_eq!(lesson(&window).visit.turn, Turn::Asked { choice: None }, "there are three");
}

#[test]
fn saving_a_screens_scene_leaves_explores_document_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("screen.toml");
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    let before = window.state().state.explore.document.clone();
    let ctx = window.ctx.clone();
    window.state_mut().state.save_to(&ctx, path.clone());
    for _ in 0..200 {
        window.step();
        std::thread::sleep(std::time::Duration::from_millis(5));
        if window.state().state.job.is_none() {
            break;
        }
    }
    assert_eq!(window.state().state.explore.document, before);
    let kept = paint_dilution::scene::read_scene(&path).expect("a scene");
    assert_eq!(kept.paints, lesson(&window).visit.live.document.scene.paints);
}

#[test]
fn the_first_states_appear_as_it_plays() {
    let mut window = Window::english().with_lesson("blue-then-grey").open();
    assert_eq!(lesson(&window).visit.live.veil, Some(1));
    press(&mut window, "Play");
    for _ in 0..40 {
        window.step();
    }
    let (veil, step) = (lesson(&window).visit.live.veil, lesson(&window).visit.live.playback.step());
    assert!(veil == Some(step) && (2..24).contains(&step), "{veil:?} at {step}");
    rest(&mut window);
    assert_eq!(lesson(&window).visit.live.veil, None);
}

#[test]
fn a_chapter_is_ticked_when_it_was_read_and_not_when_it_was_leafed_through() {
    let mut window = Window::english().still().with_lesson("blue-then-grey").open();
    let chapter = &paint_dilution::lesson::chapters("en")[0];
    for _ in 1..chapter.screens.len() {
        window.key_press(Key::PageDown);
        window.run_ok();
    }
    assert!(!lesson(&window).has_read(chapter));
    for screen in ["How much is left?", "To remember"] {
        let at = chapter.screens.iter().position(|of| of.title == screen).expect("a screen");
        let name = format!("Screen {}: {screen}, read", at + 1);
        window.get_by_role_and_label(Role::Tab, &name).click();
        window.run_ok();
        window.get_by_role_and_label(Role::Button, "Skip").click_accesskit();
        window.run_ok();
    }
    assert!(lesson(&window).has_read(chapter));
}

#[test]
fn the_cell_state_is_lettered_as_it_was_chosen() {
    let window = Window::english().still().with_notation(Notation::C).with_lesson("two-states").open();
    let told = all_said(&window).join("\n");
    assert!(told.contains("cell state c") && !told.contains("cell state S"), "{told}");
}

#[test]
fn explore_and_the_lesson_do_not_share_a_scene() {
    let mut window = Window::english().still().with_lesson("hide-then-reveal").open();
    slider(&window, "Output gate o, weight b").set_value_accesskit(-5.0);
    window.run_ok();
    window.get_by_role_and_label(Role::Tab, "Explore").click();
    window.run_ok();
    assert_eq!(window.state().state.explore.document.scene.lstm.o.b, 2.0);
    window.get_by_role_and_label(Role::Tab, "Lesson").click();
    window.run_ok();
    assert_eq!(lesson(&window).visit.live.document.scene.lstm.o.b, -5.0);
}

#[test]
fn progress_survives_a_restart_is_set_aside_when_damaged_and_can_be_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(folder.path());
    let mut progress = Progress { place: Some("two-states".to_owned()), ..Progress::default() };
    progress.seen.insert("two-states".to_owned());
    progress.answered("o-open-or-shut", Answer { choice: Some(3), sure: true, right: true });
    progress.won("6A", Stars { goal: true, ..Stars::default() });
    let mut state = State::new(Document::first(), Settings { page: Page::Lesson, ..Settings::first() }, false);
    state.lesson = Lesson::new(progress.clone());
    store.save(&state).expect("saved");
    let kept = store.load();
    assert_eq!((&kept.progress, kept.notice.is_none()), (&progress, true));
    let path = folder.path().join("progress.toml");
    std::fs::write(&path, "version = 1\nstars = \"all\"").expect("written");
    let kept = store.load();
    assert_eq!(kept.progress, Progress::default());
    assert!(kept.notice.expect("a notice").text.contains("progress.toml"));
    let aside = folder.path().join("progress.toml.set-aside-1");
    assert!(std::fs::read_to_string(aside).expect("the damaged file").contains("stars = \"all\""));

    let mut window = Window::english().still().with_lesson("two-states").open();
    window.state_mut().state.lesson.progress = progress;
    window.run_ok();
    press(&mut window, "Settings");
    let item = all_said(&window).into_iter().find(|text| text.starts_with("Forget the lesson’s progress"));
    window.get_by_label(&item.expect("an entry")).click();
    window.run_ok();
    assert!(!lesson(&window).progress.stars.is_empty(), "one click forgets nothing");
    window.get_by_label("Forget everything").click();
    window.run_ok();
    let left = &lesson(&window).progress;
    assert!(left.answers.is_empty() && left.stars.is_empty());
    assert_eq!((left.seen.len(), lesson(&window).place), (1, Place::default()));
}

#[test]
fn a_screen_that_is_no_longer_there_opens_the_first() {
    let window = Window::english().still().with_lesson("a-screen-of-old").open();
    assert_eq!(lesson(&window).place, Place::default());
}
