//! Everything by keyboard alone: not one event of a pointer, and nothing asked for behind its back.

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use paint_dilution::engine::survival::Shown;
use paint_dilution::gui::{App, Look};
use paint_dilution::locale::{Language, Notation};
use paint_dilution::scene::{Run, preset};

use crate::hand::{Window, all_said, focused, scene, step, wait};
use crate::pictures::can_draw;

/// A window and the keyboard before it.
struct Hands {
    window: Harness<'static, App>,
}

impl Hands {
    fn press(&mut self, key: Key) {
        self.window.key_press(key);
        self.window.run_ok();
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run_ok();
    }

    fn type_text(&mut self, text: &str) {
        self.window.event(Event::Text(text.to_owned()));
        self.window.run_ok();
    }

    /// Presses Tab until what has the keyboard begins so; every stop on the way has a name.
    fn tab_to(&mut self, beginning: &str) {
        let mut way = Vec::new();
        for _ in 0..140 {
            if focused(&self.window).starts_with(beginning) {
                return;
            }
            self.press(Key::Tab);
            let name = focused(&self.window);
            way.push(name);
        }
        panic!("Tab does not come to \"{beginning}\":\n{}", way.join("\n"));
    }

    /// Goes within a row until what has the keyboard begins so.
    fn arrow_to(&mut self, key: Key, beginning: &str) {
        for _ in 0..30 {
            if focused(&self.window).starts_with(beginning) {
                return;
            }
            self.press(key);
        }
        panic!("{key:?} does not come to \"{beginning}\", but to \"{}\"", focused(&self.window));
    }

    /// Lets go of the keyboard, so that plain keys are the page's.
    fn rest(&mut self) {
        self.press(Key::Escape);
        assert_eq!(focused(&self.window), "", "Escape lets go");
    }

    fn says(&self, part: &str) -> bool {
        all_said(&self.window).iter().any(|text| text.contains(part))
    }
}

fn hands() -> Hands {
    Hands { window: Window::english().with_first_layers().open() }
}

#[test]
fn time_and_stages() {
    let mut hands = hands();
    hands.press(Key::Home);
    assert_eq!(step(&hands.window), 1);
    hands.window.key_press(Key::Space);
    hands.window.run_steps(12);
    assert!(step(&hands.window) > 1, "it plays");
    hands.press(Key::Space);
    hands.press(Key::End);
    hands.press(Key::ArrowLeft);
    assert_eq!(step(&hands.window), 23);
    for stage in ["1 · candidate g", "2 · input gate i", "3 · forget gate f", "4 · cell state S", "5 · output gate o"]
    {
        hands.press_with(Modifiers::SHIFT, Key::ArrowRight);
        assert!(hands.says(stage), "{stage}");
    }
    hands.press_with(Modifiers::SHIFT, Key::ArrowLeft);
    assert!(hands.says("4 · cell state S"));
    hands.press(Key::Escape);
    assert!(!hands.says("4 · cell state S"), "the whole step again");
    hands.tab_to("Speed");
    hands.press(Key::Enter);
    hands.tab_to("¼×");
    hands.press(Key::Enter);
    assert_eq!(hands.window.state().state.settings.speed, 0.25);
}

#[test]
fn paints_valves_and_handles() {
    let mut hands = hands();
    hands.tab_to("Plain RNN: paint at step 24");
    hands.press(Key::Home);
    hands.press(Key::ArrowRight);
    hands.press(Key::Enter);
    assert_eq!(scene(&hands.window).paints[1], -1.0, "grey became orange");
    hands.tab_to("times u");
    hands.press(Key::ArrowRight);
    assert_eq!(scene(&hands.window).rnn.u, 0.85);
    hands.tab_to("Forget gate f, valve");
    hands.press(Key::ArrowDown);
    assert!((scene(&hands.window).lstm.f.b - 3.9).abs() < 1e-9);
    hands.press(Key::Enter);
    assert!(hands.says("f₂₄ = σ(w_f·x₂₄"), "Enter shows how f comes about");
    hands.press(Key::Escape);
    // Tab would go on from here to the gate's number.
    hands.press_with(Modifiers::SHIFT, Key::Tab);
    hands.press(Key::Tab);
    assert_eq!(focused(&hands.window), "Forget gate f, valve");
    hands.press(Key::P);
    assert!(scene(&hands.window).held.f.is_some(), "P holds it");
    hands.press(Key::P);
    assert_eq!(scene(&hands.window).held.f, None);
    // The next stop is the gate's number, to be typed over.
    hands.press(Key::Tab);
    hands.press_with(Modifiers::COMMAND, Key::A);
    hands.type_text("0.5");
    hands.press(Key::Enter);
    let f = Run::of(scene(&hands.window)).expect("a run").lstm.trace.f[(23, 0)];
    assert!((f - 0.5).abs() < 0.005, "typed 0.5, f is {f}");
}

#[test]
fn any_number_opens() {
    let mut hands = hands();
    hands.tab_to("LSTM, blue left");
    hands.press(Key::Enter);
    assert!(hands.says("blue left = |S₂₄ − S*₂₄|"), "the large numeral");
    hands.press(Key::Escape);
    hands.tab_to("S₂₃ = ");
    hands.arrow_to(Key::ArrowRight, "S₂₄ = ");
    let before = all_said(&hands.window).len();
    hands.press(Key::Enter);
    assert!(all_said(&hands.window).len() > before, "the tank");
    hands.press(Key::Escape);
    // The plot itself comes first, and then its title.
    hands.tab_to("blue left, t = 24");
    hands.press(Key::Tab);
    hands.press(Key::Enter);
    assert!(hands.says("got in = |h₁ − h*₁|"), "a plot's title");
}

#[test]
fn layers_sliders_ghosts_and_noise() {
    let mut hands = hands();
    hands.tab_to("valves");
    hands.arrow_to(Key::ArrowRight, "weights");
    hands.press(Key::Enter);
    assert!(scene(&hands.window).layers.weights);
    assert_eq!(focused(&hands.window), "weights", "the chip keeps the keyboard");
    hands.tab_to("Noise σ");
    hands.press(Key::PageUp);
    wait(&mut hands.window);
    assert!(scene(&hands.window).noise > 0.0 && hands.says("told apart"), "with noise there is tell-apart");
    hands.tab_to("Forget gate f, weight b");
    hands.press(Key::ArrowLeft);
    assert!((scene(&hands.window).lstm.f.b - 3.9).abs() < 1e-9);
    hands.rest();
    hands.press(Key::G);
    assert_eq!(scene(&hands.window).ghosts.len(), 1, "G pins");
    hands.tab_to("Remove ghost 1");
    hands.press(Key::Enter);
    assert!(scene(&hands.window).ghosts.is_empty());
    hands.tab_to("Input gate i");
    hands.rest();
    hands.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(scene(&hands.window).ghosts.len(), 1, "Ctrl+Z takes the removal back");
    hands.press_with(Modifiers::COMMAND, Key::Y);
    assert!(scene(&hands.window).ghosts.is_empty());
    hands.press(Key::R);
    assert_eq!(scene(&hands.window).lstm, preset("blue-survives").expect("a preset").scene.lstm);
    hands.press(Key::Num4);
    assert_eq!(scene(&hands.window).rnn, preset("latches").expect("a preset").scene.rnn);
}

#[test]
fn the_map() {
    let mut hands = hands();
    hands.tab_to("valves");
    hands.arrow_to(Key::ArrowRight, "map");
    hands.press(Key::Enter);
    assert!(scene(&hands.window).layers.map);
    wait(&mut hands.window);
    hands.tab_to("Map over b_f and b_i");
    hands.press(Key::ArrowLeft);
    hands.press(Key::ArrowUp);
    let lstm = scene(&hands.window).lstm;
    assert!((lstm.f.b - 3.9).abs() < 1e-9 && (lstm.i.b + 7.9).abs() < 1e-9, "{lstm:?}");
    hands.tab_to("The map shows: blue at T");
    hands.press(Key::Enter);
    hands.tab_to("gradient");
    hands.press(Key::Enter);
    wait(&mut hands.window);
    assert_eq!(scene(&hands.window).map.shown, Shown::Gradient);
    hands.tab_to("Map of the RNN");
    hands.press(Key::Enter);
    wait(&mut hands.window);
    hands.tab_to("Map over w and u");
    hands.press(Key::ArrowUp);
    assert_eq!(scene(&hands.window).rnn.u, 0.85);
}

#[test]
fn menus_help_views_and_languages() {
    let mut hands = hands();
    hands.press(Key::F1);
    assert!(hands.says("What is what"));
    hands.press(Key::Escape);
    assert!(!hands.says("What is what"));

    hands.tab_to("File");
    hands.press(Key::ArrowRight);
    assert_eq!(focused(&hands.window), "Export");
    hands.press(Key::Enter);
    hands.tab_to("Copy data as CSV");
    hands.press(Key::Enter);
    assert!(hands.says("Copied: 48 rows"), "the numbers are in the clipboard");
    hands.press(Key::Escape);

    hands.tab_to("File");
    hands.press(Key::End);
    assert_eq!(focused(&hands.window), "Settings");
    hands.press(Key::Enter);
    hands.tab_to("Write the cell state as c");
    hands.press(Key::Space);
    assert_eq!(hands.window.state().state.settings.notation, Notation::C);
    hands.press(Key::Escape);
    hands.press(Key::Escape);

    hands.press(Key::F9);
    assert!(hands.window.state().state.settings.projector);
    hands.press(Key::F9);
    hands.press_with(Modifiers::COMMAND, Key::Plus);
    assert!(hands.window.state().state.settings.zoom > 1.0);
    hands.press_with(Modifiers::COMMAND, Key::Num0);
    assert_eq!(hands.window.state().state.settings.zoom, 1.0);

    hands.tab_to("Scene:");
    hands.press(Key::Enter);
    hands.tab_to("Hidden is not lost");
    hands.press(Key::Enter);
    assert_eq!(scene(&hands.window).lstm, preset("hidden").expect("a preset").scene.lstm);

    hands.tab_to("Switch between light and dark");
    hands.press(Key::Enter);
    assert_eq!(hands.window.state().state.settings.theme, Look::Dark);
    hands.tab_to("한국어");
    hands.press(Key::Enter);
    assert_eq!(hands.window.state().state.settings.language, Language::Korean);
}

#[test]
fn what_has_the_keyboard_is_seen_to_have_it() {
    if !can_draw() {
        return;
    }
    let mut window = Window::english().with_first_layers().open_to_see();
    let seen = stops_seen(&mut window);
    assert!(seen > 40, "only {seen} stops");
}

/// Goes through every stop of Tab, each of which must be seen to have the keyboard; how many there are.
pub fn stops_seen(window: &mut Harness<'_, App>) -> usize {
    window.remove_cursor();
    window.run_ok();
    let mut before = window.render().expect("a picture");
    let mut seen = Vec::new();
    loop {
        window.key_press(Key::Tab);
        window.run_ok();
        let name = focused(window);
        let id = window.ctx.memory(eframe::egui::Memory::focused);
        let Some(id) = id.filter(|id| !seen.contains(id)) else { break };
        assert!(!name.is_empty(), "what has the keyboard has a name");
        seen.push(id);
        let after = window.render().expect("a picture");
        let rect = window.ctx.read_response(id).expect("it was drawn").rect.expand(9.0);
        let mut differ = 0;
        for y in rect.top().max(0.0) as u32..(rect.bottom().min(799.0)) as u32 {
            for x in rect.left().max(0.0) as u32..(rect.right().min(1279.0)) as u32 {
                let (a, b) = (before.get_pixel(x, y).0, after.get_pixel(x, y).0);
                differ += usize::from((0..3).any(|channel| a[channel].abs_diff(b[channel]) > 40));
            }
        }
        assert!(differ >= 12, "{name}: only {differ} pixels show that it has the keyboard");
        before = after;
    }
    seen.len()
}
