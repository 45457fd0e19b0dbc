//! The page Train: the race as each cell runs it alone.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::training::{Probe, Start, Trainer};
use paint_dilution::gui::training::{ROADS, Race};
use paint_dilution::gui::{App, Document, Page, Settings, State, Store};
use paint_dilution::locale::number::fixed;
use paint_dilution::locale::{Language, Notation, Words};
use paint_dilution::number::short;

use crate::hand::{Window, all_said, place, slider, small_race, step, text_from, trained, training};

fn open(race: Race) -> Harness<'static, App> {
    let mut window = Window::english().with_race(race).open();
    trained(&mut window, 0);
    window
}

/// A cell that learns alone.
fn alone(race: &Race, kind: CellKind, steps: usize) -> Trainer {
    let mut trainer = Trainer::new(race.setup(kind)).expect("a trainer");
    (0..steps).for_each(|_| trainer.step().expect("a step"));
    trainer
}

/// What the plot of errors says of cells that learned alone.
fn recall_said(race: &Race, steps: usize) -> String {
    let error = |kind: &CellKind| format!("{} {}", kind.name(), short(alone(race, *kind, steps).recall_error()));
    let cells: Vec<String> = race.cells.iter().map(error).collect();
    format!("Recall error after {steps} training steps: {}", cells.join("; "))
}

fn click(window: &mut Harness<'_, App>, name: &str) {
    window.get_by_label(name).click();
    window.step();
    trained(window, 0);
}

/// Three numbers as the page says them.
fn colour(values: impl IntoIterator<Item = f64>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| fixed(value, 2)).collect();
    format!("red {}, green {}, blue {}", values[0], values[1], values[2])
}

#[test]
fn the_tabs_change_the_page_and_explore_stays_as_it_was() {
    let mut window = Window::english().open();
    let before = all_said(&window);
    window.get_by_role_and_label(Role::Tab, "Train").click();
    window.step();
    trained(&mut window, 0);
    assert_eq!(window.state().state.settings.page, Page::Train);
    text_from(&window, "Recall error after 0 training steps");
    assert!(!all_said(&window).iter().any(|text| text.starts_with("LSTM, blue left")));
    window.get_by_role_and_label(Role::Tab, "Explore").click();
    window.run_ok();
    assert_eq!(all_said(&window), before);
}

#[test]
fn page_and_race_survive_a_restart_and_a_race_that_cannot_be_run_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::at(folder.path());
    let mut race = ROADS[3].on(&Race::default());
    race.toggle(CellKind::Gru);
    race.shared.seed = 42;
    let settings = Settings { page: Page::Train, race: race.clone(), ..Settings::first() };
    store.save(&State::new(Document::first(), settings.clone(), false)).expect("saved");
    let kept = store.load();
    assert_eq!((kept.settings.page, kept.settings.race), (Page::Train, race));
    let path = folder.path().join("settings.toml");
    let text = std::fs::read_to_string(&path).expect("read");
    std::fs::write(&path, text.replace("hidden_size = 16", "hidden_size = 0")).expect("written");
    let kept = store.load();
    assert_eq!((kept.settings.page, kept.settings.race), (Page::Explore, Race::default()));
    assert!(kept.notice.expect("a notice").text.contains("race"));
}

#[test]
fn single_steps_show_what_each_cell_learns_alone() {
    let race = small_race();
    let mut window = open(race.clone());
    assert_eq!(text_from(&window, "Recall error"), recall_said(&race, 0));
    for done in 1..=10 {
        click(&mut window, "One step");
        assert_eq!(training(&window).steps, done);
    }
    assert_eq!(text_from(&window, "Recall error"), recall_said(&race, 10));
    text_from(&window, "step 10 · ");
    let signal = alone(&race, CellKind::Lstm, 10).signal()[7];
    let said = text_from(&window, "learning signal");
    assert!(said.contains("t = 8") && said.contains(&format!("LSTM {}", short(signal))), "{said}");
}

#[test]
fn it_runs_and_rests_by_button_and_by_key() {
    let race = small_race();
    let mut window = open(race.clone());
    window.get_by_label("Run").click();
    window.step();
    trained(&mut window, 20);
    assert!(training(&window).is_running());
    click(&mut window, "Pause");
    let rested = training(&window).steps;
    assert!(rested >= 20 && !training(&window).is_running());
    let learner = training(&window).learner(CellKind::Gru).expect("a GRU");
    assert_eq!(learner.curve, alone(&race, CellKind::Gru, rested).curve());
    window.key_press(Key::Space);
    window.step();
    trained(&mut window, rested + 1);
    window.key_press(Key::Space);
    window.step();
    trained(&mut window, 0);
    assert!(!training(&window).is_running());
}

#[test]
fn it_rests_on_other_pages_and_keeps_what_it_learned() {
    let mut window = open(small_race());
    window.get_by_label("Run").click();
    window.step();
    trained(&mut window, 5);
    window.get_by_role_and_label(Role::Tab, "Explore").click();
    window.step();
    trained(&mut window, 5);
    let rested = training(&window).steps;
    window.run_steps(10);
    assert_eq!((training(&window).steps, training(&window).is_running()), (rested, false));
    window.get_by_role_and_label(Role::Tab, "Train").click();
    window.run_steps(3);
    assert_eq!(training(&window).steps, rested);
}

#[test]
fn reset_keeps_the_seed_and_another_seed_is_another_button() {
    let race =
        Race { shared: paint_dilution::engine::training::Setup { seed: 7, ..small_race().shared }, ..small_race() };
    let mut window = open(race.clone());
    click(&mut window, "One step");
    click(&mut window, "Reset");
    assert_eq!((training(&window).steps, window.state().state.settings.race.shared.seed), (0, 7));
    assert_eq!(text_from(&window, "Recall error"), recall_said(&race, 0));
    assert!(!all_said(&window).iter().any(|text| text.starts_with("Something changed")));
    click(&mut window, "One step");
    click(&mut window, "New seed");
    assert_eq!((training(&window).steps, window.state().state.settings.race.shared.seed), (0, 8));
    text_from(&window, "Something changed: back to step 0");
    window.key_press(Key::R);
    window.step();
    trained(&mut window, 0);
    assert_eq!(window.state().state.settings.race.shared.seed, 8);
}

#[test]
fn roads_set_the_race_but_neither_seed_nor_cells() {
    let mut race = small_race();
    race.toggle(CellKind::Gru);
    race.shared.seed = 3;
    let mut window = open(race);
    for (name, key, length, start) in [
        ("no road", Key::Num1, 20, Start::Torch),
        ("half a road", Key::Num2, 20, Start::Forget(1.0)),
        ("a road", Key::Num3, 20, Start::Forget(2.0)),
        ("longer", Key::Num4, 50, Start::Forget(2.0)),
    ] {
        for by_key in [false, true] {
            window.state_mut().state.settings.race.shared.hidden_size = 4;
            if by_key {
                window.key_press(key);
                window.step();
                trained(&mut window, 0);
            } else {
                click(&mut window, name);
            }
            let race = &window.state().state.settings.race;
            let shared = race.shared;
            assert_eq!(
                (shared.length, shared.start, shared.hidden_size, shared.seed),
                (length, start, 16, 3),
                "{name}"
            );
            assert_eq!((race.cells.len(), window.state().state.training.playback.length()), (2, length));
        }
    }
}

#[test]
fn who_races_is_chosen_and_two_stay() {
    let mut window = open(small_race());
    click(&mut window, "RNN races");
    assert_eq!(training(&window).learners.len(), 2);
    click(&mut window, "LSTM races");
    assert_eq!(training(&window).learners.len(), 2, "two stay");
    assert!(!all_said(&window).iter().any(|text| text.starts_with("RNN at step")));
}

#[test]
fn every_slider_changes_the_race() {
    let mut window = open(small_race());
    for (name, value) in [
        ("Sequence length T", 12.0),
        ("Noise σ", 0.25),
        ("Hidden size H", 6.0),
        ("Batch size B", 8.0),
        ("Learning rate", 0.02),
    ] {
        slider(&window, name).set_value_accesskit(value);
        window.step();
    }
    trained(&mut window, 0);
    let shared = window.state().state.settings.race.shared;
    assert_eq!(
        (shared.length, shared.noise, shared.hidden_size, shared.batch, shared.learning_rate),
        (12, 0.25, 6, 8, 0.02)
    );
    text_from(&window, "t = 12 / 12");
}

#[test]
fn a_start_is_chosen_and_says_for_whom_it_means_nothing() {
    let mut window = open(small_race());
    text_from(&window, "Does not apply to RNN");
    window.get_by_role_and_label(Role::ComboBox, "start: forget bias +2").click();
    window.run_ok();
    click(&mut window, "identity");
    assert_eq!(window.state().state.settings.race.shared.start, Start::Identity);
    text_from(&window, "Does not apply to LSTM, GRU");
}

#[test]
fn networks_are_asked_about_any_colour_at_every_step() {
    let race = small_race();
    let mut window = open(race.clone());
    click(&mut window, "One step");
    window.get_by_label("First colour: red 0.00, green −0.50, blue 0.50").click();
    window.run_ok();
    slider(&window, "Amount of red").set_value_accesskit(0.8);
    window.run_ok();
    trained(&mut window, 0);
    let asked = [0.8, -0.5, 0.5];
    assert_eq!(training(&window).look_at.colour, asked);
    window.key_press(Key::Escape);
    window.run_ok();
    slider(&window, "Time step").set_value_accesskit(3.0);
    window.run_ok();
    assert_eq!(training(&window).playback.step(), 3);
    for kind in CellKind::ALL {
        let trainer = alone(&race, kind, 1);
        let x = race.setup(kind).task().probe(asked, race.shared.seed);
        let probe = Probe::of(trainer.model(), x.view(), Default::default()).expect("a probe");
        let said = text_from(&window, &format!("{} at step 3 answers", kind.name()));
        assert!(said.contains(&colour(probe.said.row(2).iter().copied())), "{said}");
    }
    assert_eq!(step(&window), 24, "the step on Explore is another");
}

#[test]
fn a_click_in_a_row_of_answers_goes_to_that_step() {
    let mut window = open(small_race());
    let row = place(&window, &text_from(&window, "LSTM at step 8 answers"));
    crate::hand::click_at(&mut window, eframe::egui::pos2(row.left() + row.width() * 4.5 / 8.0, row.center().y));
    assert_eq!(training(&window).playback.step(), 5);
    text_from(&window, "t = 5 / 8");
}

#[test]
fn every_word_is_there_in_both_languages_and_notations() {
    for language in Language::ALL {
        let words = Words::new(language);
        for notation in Notation::ALL {
            let mut window = Window::new(language).with_race(small_race()).with_notation(notation).open();
            trained(&mut window, 0);
            for kind in CellKind::ALL {
                for unit in [None, Some(2)] {
                    let look_at = &mut window.state_mut().state.training.look_at;
                    (look_at.cell, look_at.unit) = (kind, unit);
                    window.step();
                    trained(&mut window, 0);
                    let lost = all_said(&window)
                        .into_iter()
                        .filter(|text| text.contains("{ $") || text.contains("Unknown localization"));
                    assert_eq!(lost.collect::<Vec<_>>(), Vec::<String>::new());
                }
            }
        }
        for road in &ROADS {
            assert!(words.find(&format!("road-{}", road.slug)).is_some());
            assert!(words.find(&format!("road-{}-caption", road.slug)).is_some());
        }
    }
}

#[test]
fn undo_on_train_leaves_the_scene_alone() {
    let mut window = Window::english().open();
    window.state_mut().state.explore.document.scene.rnn.u = 0.5;
    window.run_ok();
    window.get_by_role_and_label(Role::Tab, "Train").click();
    window.step();
    trained(&mut window, 0);
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::Z);
    window.key_press(Key::G);
    window.run_ok();
    let scene = &window.state().state.explore.document.scene;
    assert!(scene.rnn.u == 0.5 && scene.ghosts.is_empty());
}
