//! Undo: every change, and each drag or stroke as one.

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use paint_dilution::gui::Origin;
use paint_dilution::scene::read_scene;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::hand::{Window, drag, place, scene, slider};
use crate::keeping::wait_for_job;

#[test]
fn twenty_random_edits_can_all_be_undone_and_redone() {
    for seed in 0..3 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let mut window = Window::english().open();
        let first = scene(&window).clone();
        let mut edits = 0;
        while edits < 20 {
            let before = scene(&window).clone();
            edit(&mut window, &mut random);
            edits += usize::from(*scene(&window) != before);
        }
        let last = scene(&window).clone();
        for _ in 0..20 {
            window.get_by_label("Undo").click();
            window.run_ok();
        }
        assert_eq!(*scene(&window), first, "seed {seed}");
        for _ in 0..20 {
            window.get_by_label("Redo").click();
            window.run_ok();
        }
        assert_eq!(*scene(&window), last, "seed {seed}");
    }
}

/// One edit of a random kind; it may change nothing.
fn edit(window: &mut egui_kittest::Harness<'_, paint_dilution::gui::App>, random: &mut impl Rng) {
    match random.random_range(0..5) {
        0 => {
            let names = [
                "Plain RNN, weight w",
                "Plain RNN, weight u",
                "Forget gate f, weight b",
                "Candidate g, weight w",
                "Noise σ",
            ];
            let name = names[random.random_range(0..names.len())];
            slider(window, name).set_value_accesskit(random.random_range(-1.0..1.0));
            window.run_ok();
        }
        1 => {
            let rail = slider(window, "Input gate i, weight b").rect();
            let at = |part: f32| rail.lerp_inside(eframe::egui::vec2(part, 0.5));
            let places = [
                at(random.random_range(0.1..0.9)),
                at(random.random_range(0.1..0.9)),
                at(random.random_range(0.1..0.9)),
            ];
            drag(window, &places);
        }
        2 => {
            // The row under the swatches' names is found by geometry, since names change with paint.
            let row = place(window, &crate::hand::text_from(window, "LSTM: cell state S"));
            let at =
                |step: f32| eframe::egui::pos2(row.left() + (step + 0.5) * row.width() / 24.0, row.center().y - 30.0);
            let (from, to) = (random.random_range(0..24_u8), random.random_range(0..24_u8));
            drag(window, &[at(f32::from(from)), at(f32::from(to))]);
        }
        3 => {
            window.key_press(
                [eframe::egui::Key::Num2, eframe::egui::Key::Num4, eframe::egui::Key::Num7][random.random_range(0..3)],
            );
            window.run_ok();
            // The geometry above counts on 24 steps.
            slider(window, "Sequence length T").set_value_accesskit(24.0);
            window.run_ok();
        }
        _ => {
            window.get_by_label("gradient").click();
            window.run_ok();
        }
    }
}

#[test]
fn saving_is_no_step_and_what_was_saved_is_what_reset_goes_back_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.toml");
    let mut window = Window::english().open();
    let first = scene(&window).clone();
    for u in [0.5, -0.5, 0.25] {
        slider(&window, "Plain RNN, weight u").set_value_accesskit(u);
        window.run_ok();
    }
    // One step lies ahead when it is saved.
    window.get_by_label("Undo").click();
    window.run_ok();
    let saved = scene(&window).clone();
    assert_eq!(saved.rnn.u, -0.5);
    let ctx = window.ctx.clone();
    window.state_mut().state.save_to(&ctx, path.clone());
    wait_for_job(&mut window);
    assert_eq!(read_scene(&path).expect("the file"), saved);
    let document =
        |window: &egui_kittest::Harness<'_, paint_dilution::gui::App>| window.state().state.explore.document.clone();
    assert!(!document(&window).changed());

    window.get_by_label("Redo").click();
    window.run_ok();
    assert_eq!(scene(&window).rnn.u, 0.25, "redo outlives a save");
    for u in [-0.5, 0.5] {
        window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        window.run_ok();
        assert_eq!(scene(&window).rnn.u, u, "each undo is an edit");
    }
    let now = document(&window);
    assert_eq!(now.start.origin, Origin::File(path));
    assert_eq!(now.start.scene, saved);
    assert!(now.changed(), "from what was saved");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run_ok();
    assert_eq!(*scene(&window), first);
    assert!(!window.state().state.explore.undo.has_undo(&window.state().state.explore.document));
    window.key_press(Key::R);
    window.run_ok();
    assert_eq!(scene(&window).rnn.u, -0.5, "Reset goes back to what was saved");
}

#[test]
fn a_slow_drag_is_one_step_however_long_it_rests() {
    let mut window = Window::english().open();
    let first = scene(&window).clone();
    let rail = slider(&window, "Plain RNN, weight u").rect();
    window.hover_at(rail.center());
    window.step();
    window.drag_at(rail.center());
    for part in [0.2, 0.4, 0.6, 0.8] {
        window.hover_at(rail.lerp_inside(eframe::egui::vec2(part, 0.5)));
        window.run_steps(60);
    }
    window.drop_at(rail.lerp_inside(eframe::egui::vec2(0.8, 0.5)));
    window.run_ok();
    assert_ne!(*scene(&window), first);
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(*scene(&window), first);
}

#[test]
fn escape_lets_go_of_what_is_dragged_as_if_it_had_not_been_touched() {
    for name in ["Forget gate f, valve", "Forget gate f, weight b", "Plain RNN: paint at step 3, grey"] {
        let mut window = Window::english().open();
        let before = scene(&window).clone();
        let at = place(&window, name).center();
        window.hover_at(at);
        window.step();
        window.drag_at(at);
        window.step();
        for far in [14.0, 40.0, 60.0] {
            window.hover_at(at + eframe::egui::vec2(far, 0.0));
            window.step();
        }
        assert_ne!(*scene(&window), before, "{name} is being dragged");
        window.key_press(eframe::egui::Key::Escape);
        window.step();
        assert_eq!(*scene(&window), before, "{name} is back");
        window.hover_at(at + eframe::egui::vec2(80.0, 0.0));
        window.step();
        window.drop_at(at + eframe::egui::vec2(80.0, 0.0));
        window.run_ok();
        assert_eq!(*scene(&window), before, "{name} stays back");
        assert!(
            !window.state().state.explore.undo.has_undo(&window.state().state.explore.document),
            "{name}: nothing to undo"
        );
    }
}
