//! The bar at the bottom: to the ends, step, play, scrub, speed.

use eframe::egui::{Button, ComboBox, Id, RichText, Ui};

use super::button::{Sign, ink_button, sign_button};
use super::rail::{Bend, Rail};
use super::stage_strip::{self, stage_strip_ui};
use crate::gui::help;
use crate::gui::lesson::Ask;
use crate::gui::playback::{Playback, SPEEDS};
use crate::gui::request::Request;
use crate::gui::settings::Settings;
use crate::gui::theme::{Tokens, text};
use crate::locale::Words;

/// What was answered by keyboard leaves this in the window's memory for the next part to be reached.
pub const ANSWERED: &str = "answered";

/// The room for the buttons to the screens.
const TURNS: f32 = 134.0;

/// What the bar stands for.
pub struct Transport<'a> {
    /// The time that it moves.
    pub playback: &'a Playback,
    /// Loop and speed.
    pub settings: &'a Settings,
    /// Whether a step has stages to walk through.
    pub has_stages: bool,
    /// Whether a question is open: nothing plays before it is answered.
    pub is_locked: bool,
    /// On the lesson, whether there is a screen before this one, and a next.
    pub turns: Option<[bool; 2]>,
    /// The words.
    pub words: Words,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// Draws the transport bar over the whole width.
pub fn transport_ui(ui: &mut Ui, bar: &Transport<'_>, requests: &mut Vec<Request>) {
    let &Transport { playback, settings, has_stages, is_locked, turns, words, tokens } = bar;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let mut button = |ui: &mut Ui, sign, key: &str, request: Request| {
            let plays = matches!(sign, Sign::Play | Sign::Pause);
            let name = words.text(key);
            let drawn =
                ui.add_enabled_ui(!(plays && is_locked), |ui| sign_button(ui, sign, &name, false, tokens)).inner;
            help::mark(ui, if plays { "play" } else { "steps" }, drawn.rect);
            let response = drawn.on_disabled_hover_text(words.text("lesson-locked"));
            if response.clicked() {
                requests.push(request);
            }
        };
        button(ui, Sign::First, "transport-first", Request::GoTo(1));
        button(ui, Sign::Back, "transport-back", Request::StepBy(-1));
        let (sign, key) =
            if playback.playing() { (Sign::Pause, "transport-pause") } else { (Sign::Play, "transport-play") };
        button(ui, sign, key, Request::TogglePlay);
        button(ui, Sign::On, "transport-on", Request::StepBy(1));
        button(ui, Sign::Last, "transport-last", Request::GoTo(playback.length()));
        ui.add_space(6.0);
        let at = words.with(
            "transport-step",
            &[("step", playback.step().to_string()), ("length", playback.length().to_string())],
        );
        let label = ui.painter().layout_no_wrap(at.clone(), text::semibold(text::BODY), tokens.ink);
        let width = label.size().x.max(84.0);
        let now = eframe::egui::Label::new(RichText::new(at).font(text::semibold(text::BODY)));
        let now = ui.add_sized([width, 20.0], now);
        help::mark(ui, "now", now.rect);
        help::explain(now, words, "now");
        // The stages, the loop and the speed stand at the right.
        let pages = if turns.is_some() { TURNS } else { 0.0 };
        let rest = 122.0 + pages + if has_stages { stage_strip::WIDTH } else { 0.0 };
        scrub_ui(ui, (ui.available_width() - rest).max(80.0), playback, words, tokens, requests);
        if has_stages {
            let strip = ui.scope(|ui| stage_strip_ui(ui, playback.stage(), words, tokens, requests));
            help::mark(ui, "stages", strip.response.rect);
        }
        ui.add_space(4.0);
        let loops = sign_button(ui, Sign::Loop, &words.text("transport-loop"), settings.loops, tokens);
        help::mark(ui, "loop", loops.rect);
        if loops.clicked() {
            requests.push(Request::Loops(!settings.loops));
        }
        speed_ui(ui, settings.speed, words, requests);
        turns_ui(ui, turns, words, tokens, requests);
    });
}

/// To the screen before, and to the next.
fn turns_ui(ui: &mut Ui, turns: Option<[bool; 2]>, words: Words, tokens: &Tokens, requests: &mut Vec<Request>) {
    let Some([back, next]) = turns else { return };
    ui.add_space(6.0);
    let font = text::semibold(text::BODY);
    let button = Button::new(RichText::new(words.text("lesson-back")).font(font));
    let before = ui.add_enabled(back, button);
    let after = ink_button(ui, &words.text("lesson-next"), next, tokens);
    // Who has answered by keyboard goes on from here.
    if ui.data_mut(|data| data.remove_temp::<()>(Id::unique(ANSWERED))).is_some() {
        after.request_focus();
    }
    help::mark(ui, "turn", before.rect.union(after.rect));
    for (response, ask) in [(before, Ask::Back), (after, Ask::Next)] {
        if response.clicked() {
            requests.push(Request::Lesson(ask));
        }
    }
}

fn scrub_ui(ui: &mut Ui, width: f32, playback: &Playback, words: Words, tokens: &Tokens, requests: &mut Vec<Request>) {
    #[expect(clippy::cast_precision_loss, reason = "T is at most 1000")]
    let (mut step, last) = (playback.step() as f64, playback.length().max(2) as f64);
    let scrub = Rail {
        value: &mut step,
        range: 1.0..=last,
        from: 1.0,
        grain: 1.0,
        bend: Bend::Even,
        colour: tokens.ink,
        name: words.text("transport-scrub"),
        width,
        tokens,
    };
    let scrub = ui.add(scrub);
    help::mark(ui, "scrub", scrub.rect);
    if scrub.changed() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 1 to T")]
        requests.push(Request::GoTo(step.round() as usize));
    }
}

fn speed_ui(ui: &mut Ui, speed: f64, words: Words, requests: &mut Vec<Request>) {
    let label = |speed: f64| {
        let text = if speed == 0.25 {
            "¼".to_owned()
        } else if speed == 0.5 {
            "½".to_owned()
        } else {
            speed.to_string()
        };
        format!("{text}×")
    };
    let mut chosen = speed;
    let combo = ComboBox::from_id_salt("speed").width(64.0).selected_text(label(speed)).show_ui(ui, |ui| {
        for speed in SPEEDS {
            ui.selectable_value(&mut chosen, speed, label(speed));
        }
    });
    let name = words.text("transport-speed");
    combo.response.widget_info(|| {
        eframe::egui::WidgetInfo::labeled(eframe::egui::Role::ComboBox, true, format!("{name} {}", label(speed)))
    });
    help::mark(ui, "speed", combo.response.rect);
    combo.response.on_hover_text(name);
    if chosen != speed {
        requests.push(Request::Speed(chosen));
    }
}
