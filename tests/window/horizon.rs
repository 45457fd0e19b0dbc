//! The horizon in the window: begun, looked at while it runs, cancelled, kept.

use std::time::Duration;

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use paint_dilution::engine::training::Trainer;
use paint_dilution::gui::App;
use paint_dilution::locale::{Language, Words};

use crate::hand::{Window, small_race, text_from, trained, training};

fn open(language: Language) -> Harness<'static, App> {
    let mut window = Window::new(language).with_race(small_race()).open();
    trained(&mut window, 0);
    window
}

/// Draws frames until so many runs have finished.
fn wait_for(window: &mut Harness<'_, App>, runs: usize) {
    for _ in 0..2000 {
        window.step();
        if training(window).sweep.points.len() >= runs {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{} of {runs} runs", training(window).sweep.points.len());
}

fn run(window: &mut Harness<'_, App>) {
    let button = text_from(window, "Run, about ");
    window.get_by_role_and_label(Role::Button, &button).click();
    window.step();
}

#[test]
fn it_shows_what_each_cell_alone_comes_to() {
    let mut window = open(Language::English);
    run(&mut window);
    wait_for(&mut window, 4);
    text_from(&window, "Median recall error after training: RNN: T 5 ");
    let finished = training(&window).sweep.points.len();
    text_from(&window, &format!("{finished} of 150 runs"));
    text_from(&window, "So far solved up to, in the median: RNN ");
    let point = training(&window).sweep.points[0].clone();
    let mut alone = Trainer::new(point.setup).expect("a trainer");
    (0..point.steps).for_each(|_| alone.step().expect("a step"));
    assert_eq!(point.outcome.expect("an end").error, alone.recall_error());
}

#[test]
fn what_has_finished_stays_when_it_is_cancelled_and_the_race_comes_back() {
    let mut window = open(Language::English);
    run(&mut window);
    wait_for(&mut window, 2);
    window.get_by_label("Cancel").click();
    window.step();
    window.step();
    let had = training(&window).sweep.points.len();
    assert!(had >= 2 && !training(&window).sweep.is_running());
    assert!(text_from(&window, &format!("{had} of 150 runs")).ends_with("cancelled"));
    assert!(!window.get_by_label("CSV…").accesskit_node().is_disabled());
    window.get_all_by_label("Back to the race").next().expect("a button").click();
    window.step();
    trained(&mut window, 0);
    text_from(&window, "Recall error after 0 training steps");
    window.get_by_label("Show the horizon").click();
    window.step();
    window.step();
    text_from(&window, &format!("{had} of 150 runs"));
    window.get_by_label("Run again").click();
    window.step();
    assert!(training(&window).sweep.is_running());
}

#[test]
fn the_race_rests_while_it_runs() {
    let mut window = open(Language::English);
    window.get_by_label("Run").click();
    window.step();
    trained(&mut window, 1);
    run(&mut window);
    window.step();
    assert!(!training(&window).is_running() && training(&window).sweep.is_running());
}

#[test]
fn it_speaks_korean() {
    let words = Words::new(Language::Korean);
    let mut window = open(Language::Korean);
    let said = words.with("horizon-run", &[("duration", String::new())]);
    let button = text_from(&window, said.trim());
    window.get_by_role_and_label(Role::Button, &button).click();
    window.step();
    wait_for(&mut window, 1);
    window.get_by_label(&words.text("horizon-cancel")).click();
    window.step();
    window.step();
    window.get_by_label(&words.text("horizon-again"));
}
