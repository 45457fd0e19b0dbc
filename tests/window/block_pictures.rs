//! What the memory block draws is what its numbers say: widths, colours and levels, in pixels.

use eframe::egui::{Rect, vec2};
use egui_kittest::{Harness, SnapshotResults};
use image::RgbaImage;
use paint_dilution::gui::App;
use paint_dilution::paint::Ramp;
use paint_dilution::scene::{Run, Scene, preset};

use crate::hand::{Window, all_said, place, scene};
use crate::pictures::can_draw;

/// A window on a scene at a step, and its picture.
fn drawn(scene: Scene, step: usize) -> (Harness<'static, App>, RgbaImage) {
    let mut window = Window::english().with_scene(scene).with_first_layers().with_size(1280.0, 800.0).open_to_see();
    window.state_mut().state.explore.playback.go_to(step);
    window.remove_cursor();
    window.run_ok();
    let picture = window.render().expect("a picture");
    (window, picture)
}

/// The first scene with its forget gate held.
fn forgetting(f: f64) -> Scene {
    let mut scene = Scene::default();
    scene.held.f = Some(f);
    scene
}

fn is_paint(picture: &RgbaImage, x: f32, y: f32, value: f64) -> bool {
    let expected = Ramp::LIGHT.colour(value);
    let found = picture.get_pixel(x as u32, y as u32).0;
    (0..3).all(|channel| found[channel].abs_diff(expected[channel]) < 10)
}

/// How many pixels above and below a place are of that paint.
fn width(picture: &RgbaImage, x: f32, y: f32, value: f64) -> usize {
    (-14..=14).filter(|by| is_paint(picture, x, y + *by as f32, value)).count()
}

/// What flows before and after the forget valve, by its width in pixels.
fn streams(window: &Harness<'_, App>, picture: &RgbaImage, step: usize) -> (usize, usize) {
    let run = Run::of(scene(window)).expect("a run");
    let flows = run.lstm_flows(step).expect("a step");
    let valve = place(window, "Forget gate f, valve");
    let (left, right) = (valve.left() - 10.0, valve.right() + 10.0);
    let y = valve.center().y;
    (width(picture, left, y, flows.s_before), width(picture, right, y, flows.kept))
}

/// The part of the tank's height that is filled with that paint.
fn filled(window: &Harness<'_, App>, picture: &RgbaImage, value: f64) -> f32 {
    let beginning = all_said(window).into_iter().find(|text| text.starts_with("S") && text.contains(" = "));
    let name = beginning.expect("the state's number");
    let tanks: Vec<Rect> = all_said(window)
        .into_iter()
        .filter(|text| text.starts_with('S') && text.contains(" = ") && *text != name)
        .map(|text| place(window, &text))
        .collect();
    let tank = tanks.into_iter().chain([place(window, &name)]).max_by(|a, b| a.height().total_cmp(&b.height()));
    let tank = tank.expect("a tank").shrink2(vec2(0.0, 4.0));
    let x = tank.left() + 8.0;
    let rows = tank.top() as u32..tank.bottom() as u32;
    let blue = rows.clone().filter(|y| is_paint(picture, x, *y as f32, value)).count();
    blue as f32 / rows.len() as f32
}

#[test]
fn a_shut_forget_gate_lets_nothing_by_and_an_open_one_all() {
    if !can_draw() {
        return;
    }
    let [shut, half, open] = [0.0, 0.5, 1.0].map(|f| {
        let (window, picture) = drawn(forgetting(f), 2);
        streams(&window, &picture, 2)
    });
    assert!(shut.0 > 6, "S' is there: {shut:?}");
    assert_eq!(shut.1, 0, "nothing comes by");
    assert!(half.1 > 2 && half.1 < half.0, "half of it comes by: {half:?}");
    assert_eq!(open.0, open.1, "all of it comes by");
}

#[test]
fn the_tank_is_filled_as_far_as_its_state_says() {
    if !can_draw() {
        return;
    }
    let (window, picture) = drawn(forgetting(1.0), 2);
    let s = Run::of(scene(&window)).expect("a run").lstm_flows(2).expect("a step").s;
    let part = filled(&window, &picture, s);
    assert!((part - s as f32 / 1.5).abs() < 0.06, "S = {s}, filled to {part}");
}

#[test]
fn a_negative_state_is_orange() {
    if !can_draw() {
        return;
    }
    let mut scene = forgetting(1.0);
    scene.paints[0] = -1.0;
    scene.held.i = Some(1.0);
    let (window, picture) = drawn(scene.clone(), 2);
    let s = Run::of(&scene).expect("a run").lstm_flows(2).expect("a step").s;
    assert!(s < -0.9);
    let part = filled(&window, &picture, s);
    assert!((part - s.abs() as f32 / 1.5).abs() < 0.06, "S = {s}, filled to {part}");
}

#[test]
fn a_sum_of_four_and_a_half_has_its_place_in_the_tank_and_a_mark_in_the_pipe() {
    if !can_draw() {
        return;
    }
    let sum = preset("sum").expect("a preset").scene.clone();
    let (window, picture) = drawn(sum.clone(), 5);
    let flows = Run::of(&sum).expect("a run").lstm_flows(5).expect("a step");
    assert!(flows.s > 4.5);
    let part = filled(&window, &picture, flows.s);
    assert!(part > 0.55 && part < 0.95, "S = {}, filled to {part}", flows.s);
    let valve = place(&window, "Forget gate f, valve");
    let middle = picture.get_pixel((valve.right() + 10.0) as u32, valve.center().y as u32).0;
    assert!(middle[..3].iter().all(|channel| *channel > 180), "a line inside the full pipe: {middle:?}");
}

#[test]
fn the_blocks_look_as_they_did_when_they_were_looked_at() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    let mut negative = forgetting(1.0);
    negative.paints[0] = -1.0;
    negative.held.i = Some(1.0);
    for (name, scene, step) in [
        ("block-f-0", forgetting(0.0), 2),
        ("block-f-half", forgetting(0.5), 2),
        ("block-f-1", forgetting(1.0), 2),
        ("block-negative", negative, 2),
        ("block-sum", preset("sum").expect("a preset").scene.clone(), 5),
    ] {
        let (window, picture) = drawn(scene, step);
        let block = all_said(&window).into_iter().find(|text| text.starts_with("Memory block")).expect("a block");
        let place = place(&window, &block);
        let (left, top) = (place.left() as u32, place.top() as u32);
        let (wide, high) = (place.width() as u32, place.height() as u32);
        let part = image::imageops::crop_imm(&picture, left, top, wide, high).to_image();
        results.add(egui_kittest::try_image_snapshot(&part, name));
    }
}
