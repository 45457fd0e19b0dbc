//! Swatches: one input feeds both networks.

use egui_kittest::kittest::Queryable;
use paint_dilution::scene::Scene;

use crate::hand::{Window, all_said, click_at, drag, place, scene, text_from};

#[test]
fn a_click_on_either_row_repaints_both_networks() {
    let mut window = Window::english().open();
    window.get_by_label("LSTM: paint at step 12, grey").click();
    window.run_ok();
    assert_eq!(scene(&window).paints[11], -1.0);
    assert!(all_said(&window).contains(&"Plain RNN: paint at step 12, orange".to_owned()));
    window.get_by_label("Plain RNN: paint at step 12, orange").click();
    window.run_ok();
    assert_eq!(scene(&window).paints[11], 1.0);
    assert!(all_said(&window).contains(&"LSTM: paint at step 12, blue".to_owned()));
}

#[test]
fn a_drag_paints_a_run_and_is_one_step_of_undo() {
    let mut window = Window::english().open();
    let before = scene(&window).clone();
    let at = |step: usize| place(&window, &format!("Plain RNN: paint at step {step}, grey")).center();
    let stroke = [at(5), at(6), at(9), at(8)];
    drag(&mut window, &stroke);
    let orange: Vec<usize> = (1..=24).filter(|step| scene(&window).paints[step - 1] == -1.0).collect();
    assert_eq!(orange, [5, 6, 7, 8, 9], "a fast stroke leaves no holes");
    window.get_by_label("Undo").click();
    window.run_ok();
    assert_eq!(*scene(&window), before);
}

#[test]
fn a_mixture_is_picked_in_the_menu_of_a_swatch() {
    let mut window = Window::english().open();
    window.get_by_label("LSTM: paint at step 3, grey").click_secondary();
    window.run_ok();
    window.get_by_label("Mixture, from orange to blue").set_value_accesskit(0.35);
    window.run_ok();
    assert_eq!(scene(&window).paints[2], 0.35);
    window.get_by_label("Follow this paint").click();
    window.run_ok();
    assert_eq!(scene(&window).message, 3);
    assert!(text_from(&window, "LSTM, blue left").contains("that got in"));
}

#[test]
fn pasted_numbers_become_the_sequence() {
    let mut window = Window::english().open();
    window.get_by_label("Paint…").click();
    window.run_ok();
    window.state_mut().state.pasted = "1, 0.5; −1\n0".to_owned();
    window.run_ok();
    window.get_by_label("Use as the sequence").click();
    window.run_ok();
    assert_eq!(scene(&window).paints, [1.0, 0.5, -1.0, 0.0]);
    window.state_mut().state.pasted = "1 blue".to_owned();
    window.run_ok();
    assert!(all_said(&window).iter().any(|text| text.contains("\"blue\" in place 2")));
    window.get_by_label("Close").click();
    window.run_ok();
    assert!(window.query_by_label("Use as the sequence").is_none());
}

#[test]
fn a_pattern_is_repeated_over_a_thousand_steps() {
    let mut window = Window::english().with_scene(Scene { paints: vec![0.0; 1000], ..Scene::default() }).open();
    window.get_by_label("Paint…").click();
    window.run_ok();
    window.state_mut().state.pasted = "1 0 0".to_owned();
    window.run_ok();
    window.get_by_label("Repeat up to T").click();
    window.run_ok();
    let paints = &scene(&window).paints;
    assert_eq!((paints.len(), paints.iter().filter(|paint| **paint == 1.0).count()), (1000, 334));
}

#[test]
fn a_long_sequence_is_a_strip_that_is_painted_where_it_is_hit() {
    let mut window = Window::english().with_scene(Scene { paints: vec![0.0; 300], ..Scene::default() }).open();
    let strip = place(&window, "Plain RNN: paints of all steps");
    let middle = strip.center();
    click_at(&mut window, middle);
    let painted: Vec<usize> = (1..=300).filter(|step| scene(&window).paints[step - 1] != 0.0).collect();
    assert!(matches!(painted[..], [150 | 151]), "{painted:?}");
}
