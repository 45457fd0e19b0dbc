//! The panel of the race: who races, the task, the networks, how they learn; run, step, reset.

use eframe::egui::{
    Align, Button, ComboBox, DragValue, Id, Layout, Response, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2,
};

use super::View;
use super::horizon::section_ui;
use crate::engine::cell::CellKind;
use crate::engine::training::Start;
use crate::engine::training::setup::{BATCHES, LEARNING_RATES, NOISES};
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::text;
use crate::gui::training::{LEAST_CELLS, Race};
use crate::gui::widget::button::{Sign, worded_sign_button};
use crate::gui::widget::choice::{Choice, choice_ui};
use crate::gui::widget::rail::Bend;
use crate::gui::widget::weight_slider::{WeightSlider, plain_numbers, weight_slider_ui};
use crate::locale::number;
use crate::scene::MAX_SEED;

/// The ranges of the sliders: what can be watched; a command goes further.
const LENGTHS: [f64; 2] = [5.0, 200.0];
const HIDDEN_SIZES: [f64; 2] = [1.0, 128.0];
/// The learning rates of the slider.
const RATES: [f64; 2] = [1e-4, 0.1];

/// Draws the panel; changes the race.
pub fn panel_ui(ui: &mut Ui, view: &View<'_>, race: &mut Race, requests: &mut Vec<Request>) {
    ScrollArea::vertical().id_salt("race").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.spacing_mut().button_padding = vec2(7.0, 1.0);
        ui.add_space(4.0);
        heading_ui(ui, view, "race-cells");
        cells_ui(ui, view, race);
        heading_ui(ui, view, "race-task");
        let home = Race::default().shared;
        let shared = &mut race.shared;
        whole_ui(ui, view, ("T", "length"), LENGTHS, (&mut shared.length, home.length));
        let (least, most) = (*NOISES.start(), *NOISES.end());
        let noise = Numbered { value: &mut shared.noise, range: [least, most], grain: 0.01, home: home.noise };
        slider_ui(ui, view, ("σ", "noise"), Bend::Even, noise);
        heading_ui(ui, view, "race-network");
        whole_ui(ui, view, ("H", "hidden-size"), HIDDEN_SIZES, (&mut shared.hidden_size, home.hidden_size));
        heading_ui(ui, view, "race-learning");
        #[expect(clippy::cast_precision_loss, reason = "at most some hundred sequences")]
        let batches = [*BATCHES.start() as f64, *BATCHES.end() as f64];
        whole_ui(ui, view, ("B", "batch"), batches, (&mut shared.batch, home.batch));
        let rate =
            Numbered { value: &mut shared.learning_rate, range: rates(), grain: RATES[0], home: home.learning_rate };
        slider_ui(ui, view, ("lr", "learning-rate"), Bend::Log, rate);
        ui.add_space(4.0);
        start_ui(ui, view, race);
        ui.add_space(4.0);
        seed_ui(ui, view, race);
        ui.add_space(12.0);
        buttons_ui(ui, view, requests);
        ui.add_space(8.0);
        status_ui(ui, view);
        ui.add_space(10.0);
        ui.separator();
        section_ui(ui, view, race, requests);
        ui.add_space(8.0);
    });
}

/// The slider's rates, as far as they may be trained.
fn rates() -> [f64; 2] {
    RATES.map(|rate| rate.clamp(*LEARNING_RATES.start(), *LEARNING_RATES.end()))
}

fn heading_ui(ui: &mut Ui, view: &View<'_>, key: &str) {
    ui.add_space(8.0);
    ui.label(RichText::new(view.words.text(key)).font(text::semibold(text::BODY)).color(view.tokens.ink));
    ui.add_space(1.0);
}

/// Who races: two or three.
fn cells_ui(ui: &mut Ui, view: &View<'_>, race: &mut Race) {
    let words = view.words;
    ui.add_space(2.0);
    let names = CellKind::ALL.map(|kind| (view.name(kind), words.with("race-cell", &[("cell", view.name(kind))])));
    let chosen = CellKind::ALL.map(|kind| race.cells.contains(&kind));
    let drawn = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let choice = Choice {
            id: Id::unique("race-cells"),
            names: &names,
            chosen: &chosen,
            role: Role::CheckBox,
            font: text::semibold(text::BODY),
            padding: [8.0, 4.0],
            width: (ui.available_width() - 16.0) / 3.0,
            corner: 7,
            framed: true,
            tokens: view.tokens,
        };
        choice_ui(ui, &choice)
    });
    help::mark(ui, "race-cells", drawn.response.rect);
    let events = drawn.inner;
    let tip = words.with("race-cells-tip", &[("least", LEAST_CELLS.to_string())]);
    for response in events.responses {
        response.on_hover_text(&tip);
    }
    if let Some(kind) = events.clicked.and_then(|at| CellKind::ALL.get(at)) {
        race.toggle(*kind);
    }
}

/// A number on a slider.
struct Numbered<'a> {
    value: &'a mut f64,
    range: [f64; 2],
    grain: f64,
    home: f64,
}

/// A slider with its symbol; its name is `x-name` and its tooltip `race-x-tip`.
fn slider_ui(ui: &mut Ui, view: &View<'_>, (symbol, topic): (&str, &'static str), bend: Bend, number: Numbered<'_>) {
    let [least, most] = number.range;
    let slider = WeightSlider {
        value: number.value,
        symbol: (symbol, ""),
        name: view.words.text(&format!("{topic}-name")),
        tip: view.words.text(&format!("race-{topic}-tip")),
        range: least..=most,
        grain: number.grain,
        bend,
        home: number.home,
        colour: view.tokens.ink,
        tokens: view.tokens,
    };
    let drawn = ui.scope(|ui| weight_slider_ui(ui, slider));
    help::mark(ui, topic, drawn.response.rect);
}

/// The same for a whole number, on a rail that is fine where it is small.
fn whole_ui(
    ui: &mut Ui,
    view: &View<'_>,
    named: (&str, &'static str),
    range: [f64; 2],
    (value, home): (&mut usize, usize),
) {
    #[expect(clippy::cast_precision_loss, reason = "at most some hundreds")]
    let (mut number, home) = (*value as f64, home as f64);
    slider_ui(ui, view, named, Bend::Log, Numbered { value: &mut number, range, grain: 1.0, home });
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in a range of some hundreds")]
    let now = number.round() as usize;
    *value = now;
}

/// The starts that can be chosen.
const STARTS: [Start; 8] = [
    Start::Torch,
    Start::Forget(1.0),
    Start::Forget(2.0),
    Start::Forget(3.0),
    Start::Forget(4.0),
    Start::Forget(5.0),
    Start::Chrono,
    Start::Identity,
];

/// The key of a start's name, and what is filled into it.
pub(super) fn start_name(view: &View<'_>, start: Start) -> String {
    match start {
        Start::Torch => view.words.text("start-torch"),
        Start::Forget(n) => view.words.with("start-forget", &[("n", crate::number::short(n))]),
        Start::Chrono => view.words.text("start-chrono"),
        Start::Identity => view.words.text("start-identity"),
    }
}

/// The tooltip of a start.
fn start_tip(view: &View<'_>, start: Start) -> String {
    let key = match start {
        Start::Torch => "start-torch-tip",
        Start::Forget(_) => "start-forget-tip",
        Start::Chrono => "start-chrono-tip",
        Start::Identity => "start-identity-tip",
    };
    view.words.text(key)
}

/// How the weights begin, and for whom that means nothing.
fn start_ui(ui: &mut Ui, view: &View<'_>, race: &mut Race) {
    let (words, tokens) = (view.words, view.tokens);
    let present = start_name(view, race.shared.start);
    let said = words.with("start", &[("start", present)]);
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 26.0;
        ui.spacing_mut().button_padding = vec2(9.0, 4.0);
        let combo =
            ComboBox::from_id_salt("start").width(ui.available_width() - 4.0).height(320.0).selected_text(&said);
        let shown = combo.show_ui(ui, |ui| {
            for start in STARTS {
                let entry = Button::selectable(start == race.shared.start, start_name(view, start));
                if ui.add(entry).on_hover_text(start_tip(view, start)).clicked() {
                    race.shared.start = start;
                }
            }
        });
        shown.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
        help::mark(ui, "start-weights", shown.response.rect);
        shown.response.on_hover_text(start_tip(view, race.shared.start));
    });
    let without: Vec<String> = race
        .cells
        .iter()
        .filter(|kind| !race.shared.start.means_something_for(**kind))
        .map(|kind| view.name(*kind))
        .collect();
    if !without.is_empty() {
        let said = words.with("start-means-nothing", &[("cells", without.join(", "))]);
        ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(tokens.faint));
    }
}

/// The seed, and another at a click.
fn seed_ui(ui: &mut Ui, view: &View<'_>, race: &mut Race) {
    let words = view.words;
    let seed = &mut race.shared.seed;
    let row = ui.horizontal(|ui| {
        let label = ui.label(RichText::new(words.text("seed")).color(view.tokens.faint));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let number = number_ui(ui, DragValue::new(seed).range(0..=MAX_SEED).speed(1.0).update_while_editing(false));
            number.labelled_by(label.id).on_hover_text(words.text("race-seed-tip"));
            let button = Button::new(RichText::new(words.text("new-seed")).font(text::regular(text::SMALL))).small();
            if ui.add(button).on_hover_text(words.text("race-new-seed-tip")).clicked() {
                *seed = if *seed < MAX_SEED { *seed + 1 } else { 0 };
            }
        });
    });
    help::mark(ui, "seed", row.response.rect);
}

/// A number that shows no box until it is pointed at.
fn number_ui(ui: &mut Ui, number: DragValue<'_>) -> Response {
    ui.scope(|ui| {
        plain_numbers(ui);
        ui.add(number)
    })
    .inner
}

/// Run or pause, one step, reset.
fn buttons_ui(ui: &mut Ui, view: &View<'_>, requests: &mut Vec<Request>) {
    let (words, tokens) = (view.words, view.tokens);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.spacing_mut().button_padding = vec2(9.0, 6.0);
        ui.spacing_mut().interact_size.y = 30.0;
        let (sign, key) =
            if view.training.is_running() { (Sign::Pause, "train-pause") } else { (Sign::Play, "train-run") };
        let run = worded_sign_button(ui, sign, &words.text(key), tokens);
        help::mark(ui, "run", run.rect);
        if run.on_hover_text(words.text("train-run-tip")).clicked() {
            requests.push(Request::ToggleTraining);
        }
        for (key, topic, request) in
            [("train-once", "once", Request::TrainOnce), ("train-reset", "reset-training", Request::ResetTraining)]
        {
            let button = ui.button(words.text(key)).on_hover_text(words.text(&format!("{key}-tip")));
            help::mark(ui, topic, button.rect);
            if button.clicked() {
                requests.push(request);
            }
        }
    });
}

/// The training step, the time, and how fast each cell is.
fn status_ui(ui: &mut Ui, view: &View<'_>) {
    let (words, tokens, training) = (view.words, view.tokens, view.training);
    let drawn = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(RichText::new(view.status()).font(text::semibold(text::BODY)));
        let speeds = training.learners.iter().filter_map(|learner| {
            let speed = learner.latest.steps_per_second?;
            let values = [("cell", view.name(learner.kind)), ("speed", speed_text(speed))];
            Some(words.with("train-speed", &values))
        });
        let speeds: Vec<String> = speeds.collect();
        if !speeds.is_empty() {
            let said = words.with("train-speeds", &[("speeds", speeds.join(" · "))]);
            ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(tokens.faint));
        }
        if training.is_beginning() {
            let said = words.text("train-beginning");
            ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(tokens.faint));
        }
        if training.was_changed() {
            let said = words.text("train-changed");
            ui.label(RichText::new(said).font(text::semibold(text::SMALL)).color(tokens.warning));
        }
    });
    help::mark(ui, "train-status", drawn.response.rect);
    help::tip(ui, words, "train-status", drawn.response.rect);
}

/// Three digits of a speed: more would flicker.
fn speed_text(speed: f64) -> String {
    let grain = if speed >= 100.0 { 10f64.powf(speed.log10().floor() - 2.0) } else { 1.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "steps a second, above 0")]
    let rounded = ((speed / grain).round() * grain) as usize;
    number::whole(rounded)
}
