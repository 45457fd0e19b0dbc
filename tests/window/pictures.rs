//! Pictures of the window, compared with those that were looked at and kept.

use egui_kittest::SnapshotResults;
use paint_dilution::gui::Look;
use paint_dilution::locale::Language;

use crate::hand::{Window, wait};

/// Set where pictures must be compared, and not be skipped.
const REQUIRED: &str = "PAINT_DILUTION_REQUIRE_PICTURES";

/// Whether there is a Vulkan driver to draw with; elsewhere than on Linux there always is something.
pub fn can_draw() -> bool {
    let has_driver = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"]
        .iter()
        .any(|folder| std::fs::read_dir(folder).is_ok_and(|mut drivers| drivers.next().is_some()));
    let can = has_driver || !cfg!(target_os = "linux");
    assert!(
        can || std::env::var_os(REQUIRED).is_none(),
        "{REQUIRED} is set, but there is no Vulkan driver to draw with"
    );
    if !can {
        println!("skipped: no Vulkan driver to draw with (Debian: mesa-vulkan-drivers)");
    }
    can
}

#[test]
fn the_page_looks_as_it_did_when_it_was_looked_at() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    let english = || Window::english().with_size(1024.0, 640.0);
    let korean = || Window::new(Language::Korean).with_look(Look::Dark).with_size(1024.0, 640.0);
    for (name, window, step) in [
        ("explore-en-light", english().with_first_layers(), 12),
        ("explore-ko-dark", korean().with_preset("gate-stuck-open").with_curves_only(), 24),
        ("explore-en-sum", english().with_preset("sum").with_first_layers(), 5),
    ] {
        let mut window = window.open_to_see();
        window.state_mut().state.explore.playback.go_to(step);
        window.remove_cursor();
        // What is computed beside the frames stands in the picture.
        wait(&mut window);
        results.add(window.try_snapshot(name));
    }
}

#[test]
fn the_lesson_looks_as_it_did_when_it_was_looked_at() {
    if !can_draw() {
        return;
    }
    let mut results = SnapshotResults::new();
    let english = || Window::english().with_size(1024.0, 640.0).still();
    let korean = || Window::new(Language::Korean).with_look(Look::Dark).with_size(1024.0, 640.0).still();
    for (name, window) in [
        ("lesson-ko-dark", korean().with_lesson("orange-at-six")),
        ("lesson-en-challenge", english().with_lesson("hide-then-reveal")),
    ] {
        let mut window = window.open_to_see();
        window.remove_cursor();
        wait(&mut window);
        results.add(window.try_snapshot(name));
    }
}

#[test]
fn blue_is_on_the_page_and_the_rnn_is_grey_at_the_end() {
    if !can_draw() {
        return;
    }
    let mut window = Window::english().open_to_see();
    let image = window.render().expect("a picture");
    let near = |pixel: &[u8; 4], colour: [u8; 3]| (0..3).all(|at| pixel[at].abs_diff(colour[at]) < 12);
    let left = crate::hand::place(&window, "Plain RNN: paint at step 24, grey").center();
    let state = |x: f32, y: f32| image.get_pixel(x as u32, y as u32).0;
    assert!(near(&state(left.x, left.y + 30.0), [0xA3, 0xA3, 0xA0]), "the RNN's last state is grey");
    let first = crate::hand::place(&window, "LSTM: paint at step 1, blue").center();
    assert!(near(&state(first.x, first.y), [0x0B, 0x57, 0xB7]), "the first swatch is blue");
}
