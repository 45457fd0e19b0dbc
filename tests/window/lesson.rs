//! Every chapter, played from its first screen to its last in both languages, as a reader would.

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use paint_dilution::engine::cell::HeldGates;
use paint_dilution::gui::App;
use paint_dilution::gui::lesson::{Lesson, Place, Turn, added, plain_screen};
use paint_dilution::lesson::{Block, Chapter, Content, Kind, Mark, Piece, Screen, chapters};
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::{Changes, Scene};

use crate::hand::{Window, all_said, coursed, said};

fn lesson<'h>(window: &'h Harness<'_, App>) -> &'h Lesson {
    &window.state().state.lesson
}

/// The scene beside the text.
fn scene<'h>(window: &'h Harness<'_, App>) -> &'h Scene {
    &lesson(window).visit.live.document.scene
}

fn put(window: &mut Harness<'_, App>, changes: &Changes) {
    let document = &mut window.state_mut().state.lesson.visit.live.document;
    document.scene = changes.made_to(&document.start.scene).expect("a scene");
    window.run_ok();
}

fn press(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_role_and_label(Role::Button, name).scroll_to_me();
    window.run_ok();
    window.get_by_role_and_label(Role::Button, name).click();
    window.run_ok();
}

/// A chapter's first screen, with nothing that moves by itself.
fn at_chapter(language: Language, chapter: &Chapter) -> Harness<'static, App> {
    let first = &chapter.screens[0].plan.id;
    Window::new(language).still().with_lesson(first).open()
}

/// Plays a chapter in a language; each screen as a reader would who answers wrongly at first.
fn play(language: Language, number: usize, chapter: &Chapter) {
    let words = Words::new(language);
    let mut window = at_chapter(language, chapter);
    for (at, screen) in chapter.screens.iter().enumerate() {
        let id = screen.plan.id.as_str();
        assert_eq!(lesson(&window).place, Place { chapter: number, screen: at }, "{id}");
        is_told(&window, screen);
        if screen.question.is_some() {
            answer(&mut window, words, screen, at % 2 == 0);
        }
        follow_links(&mut window, words, screen, &screen.text);
        let after = screen.question.iter().flat_map(|question| question.after.clone()).collect::<Vec<_>>();
        follow_links(&mut window, words, screen, &after);
        match screen.plan.kind {
            Kind::Challenge if screen.plan.train.is_some() => drill(&mut window, words, screen),
            Kind::Challenge => challenge(&mut window, words, screen),
            _ => {}
        }
        assert!(lesson(&window).progress.seen.contains(id), "{id}");
        if at + 1 < chapter.screens.len() {
            press(&mut window, &words.text("lesson-next"));
        }
    }
}

/// That title and texts stand there, with every number filled in.
fn is_told(window: &Harness<'_, App>, screen: &Screen) {
    let told = all_said(window);
    assert!(told.contains(&screen.title), "{:?} in {told:#?}", screen.title);
    let lost = told.iter().filter(|text| {
        text.contains("{ $") || text.contains("Unknown localization") || text.contains('{') || text.contains("](")
    });
    assert_eq!(lost.collect::<Vec<_>>(), Vec::<&String>::new(), "{}", screen.plan.id);
}

fn choices<'h>(window: &'h Harness<'_, App>) -> Vec<egui_kittest::Node<'h>> {
    let asked = |node: &egui_kittest::Node<'_>| {
        let letter = ["A · ", "B · ", "C · ", "D · "].iter().any(|letter| said(node).starts_with(letter));
        letter && node.accesskit_node().role() == Role::RadioButton
    };
    window.query_all_by(|_| true).filter(asked).collect()
}

/// Nothing plays before the answer; afterwards it is seen beside what is so.
fn answer(window: &mut Harness<'_, App>, words: Words, screen: &Screen, wrongly: bool) {
    let id = &screen.plan.id;
    let right = screen.right_choice(&screen.scene).expect("a scene").unwrap_or_else(|| panic!("{id}: none is right"));
    let count = choices(window).len();
    assert_eq!(count, screen.plan.question.as_ref().map_or(0, |question| question.choices.count()), "{id}");
    if screen.plan.is_foretold() {
        press(window, &words.text("transport-play"));
        assert!(!window.state().state.time().playing(), "{id}: it plays before the answer");
    }
    let chosen = if wrongly { (right + 1) % count } else { right };
    choices(window)[chosen].scroll_to_me();
    window.run_ok();
    choices(window)[chosen].click();
    window.run_ok();
    assert_eq!(lesson(window).visit.turn, Turn::Asked { choice: Some(chosen) }, "{id}");
    press(window, &words.text(if wrongly { "lesson-guess" } else { "lesson-sure" }));
    let told = all_said(window);
    let outcome = words.text(if wrongly { "lesson-otherwise" } else { "lesson-right" });
    assert!(told.contains(&outcome), "{id}: {told:#?}");
    let marked = |at: usize, key: &str| said(&choices(window)[at]).contains(&words.text(key));
    assert!(marked(right, "lesson-choice-right"), "{id}: {told:#?}");
    assert!(!wrongly || marked(chosen, "lesson-choice-own"), "{id}: {told:#?}");
    assert_eq!(lesson(window).visit.live.veil, None, "{id}");
    is_told(window, screen);
    let question = screen.plan.question.as_ref().expect("a question");
    let kept = lesson(window).progress.answers[&question.id];
    assert_eq!((kept.choice, kept.sure, kept.right), (Some(chosen + 1), !wrongly, !wrongly), "{id}");
}

/// Every link of these texts can be followed, and leads where it says.
fn follow_links(window: &mut Harness<'_, App>, words: Words, screen: &Screen, blocks: &[Block]) {
    let id = &screen.plan.id;
    for (name, mark) in blocks.iter().flat_map(Block::lines).flatten().filter_map(linked) {
        let before = scene(window).clone();
        let link = window.query_all_by_role(Role::Link).find(|node| said(node) == words.notated(&name));
        // On two rows its middle may be on neither.
        link.unwrap_or_else(|| panic!("{id}: no link \"{name}\"")).click_accesskit();
        window.run_ok();
        match mark {
            Mark::Sets(changes) if lesson(window).visit.course.is_some() => {
                assert_ne!(
                    lesson(window).visit.course.as_ref().expect("a training").training.look_at.held,
                    HeldGates::default(),
                    "{changes}"
                );
            }
            Mark::Sets(changes) => {
                assert_eq!(*scene(window), changes.made_to(&before).expect("a scene"), "{id}: {name}");
            }
            Mark::GoesTo(step) => assert_eq!(lesson(window).visit.live.playback.step(), step, "{id}: {name}"),
            _ => {}
        }
    }
    window.state_mut().state.lesson.visit.live.document.reset();
    window.run_ok();
}

/// A link that leads somewhere in the scene.
fn linked(piece: &Piece) -> Option<(String, Mark)> {
    match (&piece.content, &piece.mark) {
        (Content::Words(words), mark @ (Mark::Sets(_) | Mark::GoesTo(_))) => Some((words.clone(), mark.clone())),
        _ => None,
    }
}

/// Hints, the worked solution step by step, stars, and the changed numbers.
fn challenge(window: &mut Harness<'_, App>, words: Words, screen: &Screen) {
    let plan = screen.plan.challenge.as_ref().expect("a challenge");
    let id = plan.id.as_str();
    let met = |window: &Harness<'_, App>| lesson(window).visit.strive.as_ref().expect("a challenge").is_met();
    assert!(!met(window) && !lesson(window).progress.stars.contains_key(id), "{id}: untouched it is met");
    for fails in &plan.fails {
        put(window, fails);
        assert!(!met(window), "{id}: {fails}");
    }
    window.state_mut().state.lesson.visit.live.document.reset();
    for _ in 0..2 {
        press(window, &words.text("lesson-hint"));
    }
    assert!(window.query_by_role_and_label(Role::Button, &words.text("lesson-hint")).is_none(), "{id}");
    for step in 0..plan.solution.len() {
        assert!(!met(window), "{id}: met before step {step} of its solution");
        press(window, &words.text(if step == 0 { "lesson-worked" } else { "lesson-worked-next" }));
        is_told(window, screen);
    }
    assert!(met(window), "{id}: not met by its worked solution");
    assert!(!lesson(window).progress.stars.contains_key(id), "{id}: what is shown wins no star");
    window.state_mut().state.lesson.visit.live.document.reset();
    window.run_ok();
    put(window, &plan.solved());
    let stars = lesson(window).progress.stars[id];
    assert!(stars.goal && stars.sparing, "{id}: {stars:?}");
    if let Some((title, blocks)) = &screen.then {
        assert!(all_said(window).contains(&words.notated(title)), "{id}");
        follow_links(window, words, screen, blocks);
    }
    put(window, &plan.best);
    assert!(lesson(window).progress.stars[id].extra, "{id}: {}", plan.best);
    let stars = words.with("lesson-stars", &[("count", "3".to_owned())]);
    assert!(all_said(window).contains(&stars), "{id}");
    press(window, &words.text("lesson-changed-numbers"));
    let untouched = scene(window).clone();
    let bars = &lesson(window).visit.strive.as_ref().expect("a challenge").bars;
    assert!(!met(window), "{id}: the changed numbers are met untouched: {bars:#?} {untouched:?}");
    put(window, &plan.again.solution);
    assert!(met(window), "{id}: the changed numbers");
    press(window, &words.text("lesson-first-numbers"));
    assert!(!met(window), "{id}");
}

/// The challenge that trains: the worked start solves it in time, and PyTorch's own does not.
fn drill(window: &mut Harness<'_, App>, words: Words, screen: &Screen) {
    let plan = screen.plan.drill.as_ref().expect("a drill");
    let id = plan.id.as_str();
    press(window, &words.text("lesson-worked"));
    coursed(window);
    let stars = |window: &Harness<'_, App>| lesson(window).progress.stars.get(id).copied().unwrap_or_default();
    assert_eq!(stars(window).count(), 0, "{id}: what is shown wins no star");
    let solved = |window: &Harness<'_, App>| lesson(window).visit.drill().and_then(|drill| drill.solved_at);
    assert!(solved(window).is_some_and(|step| step <= plan.within), "{id}: {:?}", solved(window));
    let other = words.with("lesson-start-at", &[("n", added(plan.solution[1]))]);
    window.get_by_role_and_label(Role::RadioButton, &other).click_accesskit();
    window.run_ok();
    press(window, &words.text("train-run"));
    coursed(window);
    let earlier = &lesson(window).visit.course.as_ref().expect("a training").earlier;
    assert!(earlier.iter().any(|(name, _)| *name == added(plan.solution[0])), "{id}: the first curve stays to compare");
    assert!(stars(window).goal && stars(window).sparing && !stars(window).extra, "{id}: {:?}", stars(window));
    press(window, &words.text("lesson-changed-numbers"));
    let course = lesson(window).visit.course.as_ref().expect("a training");
    assert_eq!((course.race.shared.length, course.training.is_running()), (plan.again.0, false));
    press(window, &words.text("lesson-first-numbers"));
}

/// Plays the chapter of that number, from 1, in both languages.
fn in_both(number: usize) {
    for language in Language::ALL {
        let of = chapters(language.tag());
        play(language, number - 1, &of[number - 1]);
    }
}

macro_rules! chapters_are_played {
    ($($name:ident = $number:literal),* $(,)?) => { $(#[test] fn $name() { in_both($number); })* };
}

chapters_are_played! {
    the_first_chapter_is_played = 1,
    the_second_chapter_is_played = 2,
    the_third_chapter_is_played = 3,
    the_fourth_chapter_is_played = 4,
    the_fifth_chapter_is_played = 5,
    the_sixth_chapter_is_played = 6,
    the_seventh_chapter_is_played = 7,
    the_eighth_chapter_is_played = 8,
}

#[test]
fn the_last_screen_has_no_next_and_the_first_no_back() {
    let last = chapters("en").last().expect("a chapter");
    let end = Place { chapter: chapters("en").len() - 1, screen: last.screens.len() - 1 };
    let id = &plain_screen(end).expect("a screen").plan.id;
    let window = Window::english().still().with_lesson(id).open();
    assert_eq!(lesson(&window).turns(), [true, false]);
    let window = at_chapter(Language::English, &chapters("en")[0]);
    assert_eq!(lesson(&window).turns(), [false, true]);
}
