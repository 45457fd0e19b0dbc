//! A training in the place of a scene: the errors, the colours that are named, and what may be moved.

use eframe::egui::{
    Align, Align2, Id, Layout, Rect, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::strip::strip_ui;
use crate::engine::cell::CellKind;
use crate::engine::network::Part as Gate;
use crate::engine::training::Start;
use crate::gui::help;
use crate::gui::lesson::{Course, STARTS, added};
use crate::gui::page::train::{self, errors_ui, hold_ui, readout_height, readout_ui};
use crate::gui::request::Request;
use crate::gui::settings::Settings;
use crate::gui::theme::{Tokens, size, text};
use crate::gui::training::{Learner, LookAt};
use crate::gui::widget::button::{Sign, worded_sign_button};
use crate::gui::widget::choice::{Choice, choice_ui};
use crate::lesson::{Move, ScreenPlan, Show};
use crate::locale::number;
use crate::number::short;
use crate::scene::Control;

/// The least height of the errors' plot, and the most.
const ERRORS_LEAST: f32 = 190.0;
const ERRORS_MOST: f32 = 520.0;
/// A row of the controls.
const ROW: f32 = 34.0;
/// Left of a row of choices: what they are of.
const LABEL: f32 = 150.0;

/// What of the window the training is drawn with.
pub struct Frame<'a> {
    /// Language, projector, stillness.
    pub settings: &'a Settings,
    /// The step under the pointer, as of the last frame.
    pub hover: Option<usize>,
    /// Whether the question of the screen is open: nothing runs yet.
    pub is_locked: bool,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// Draws the training of a screen; changes how it begins and what is held, asks for the rest. Returns
/// the step under the pointer.
pub fn course_ui(
    ui: &mut Ui,
    plan: &ScreenPlan,
    course: &mut Course,
    frame: &Frame<'_>,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let words = frame.settings.words();
    let page = ui.available_rect_before_wrap().shrink(size::GAP);
    ui.painter().rect_filled(ui.max_rect(), 0.0, frame.tokens.paper);
    let page = page.with_min_y(strip_ui(ui, page, &plan.parts, words, frame.tokens) + 8.0);
    let mut look_at = course.training.look_at;
    let mut start = course.race.shared.start;
    let view = train::View {
        training: &course.training,
        words,
        tokens: frame.tokens,
        projector: frame.settings.projector,
        hover: frame.hover,
        still: frame.settings.reduce_motion,
        earlier: &course.earlier,
    };
    let rows = rows(plan);
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let controls = ROW * rows.len() as f32 + 16.0;
    #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
    let gaps = size::GAP * plan.shows.len() as f32;
    let answers = readout_height(course.race.cells.len());
    let errors = (page.height() - controls - gaps - answers).clamp(ERRORS_LEAST, ERRORS_MOST);
    let height = |show: &Show| if *show == Show::Readout { answers } else { errors };
    let heights: Vec<f32> = plan.shows.iter().map(height).collect();
    let mut hover = None;
    let mut inside = ui.new_child(UiBuilder::new().max_rect(page));
    ScrollArea::vertical().id_salt(("course", &plan.id)).auto_shrink(false).show(&mut inside, |ui| {
        let at = ui.cursor().min;
        ui.allocate_space(vec2(page.width(), heights.iter().sum::<f32>() + controls + gaps - 1.0));
        let mut top = at.y;
        for (show, height) in plan.shows.iter().zip(&heights) {
            let card = Rect::from_min_size(pos2(at.x, top), vec2(page.width(), *height));
            top += height + size::GAP;
            match show {
                Show::Race => errors_ui(ui, card, &view),
                Show::Readout => hover = readout_ui(ui, card, &view, &mut look_at, requests).step.or(hover),
                _ => {}
            }
        }
        let card = Rect::from_min_size(pos2(at.x, top), vec2(page.width(), controls));
        let inner = train::card_ui(ui, card, frame.tokens);
        help::mark(ui, "lesson-training", card);
        for (at, row) in (0_u8..).zip(&rows) {
            let place = Rect::from_min_size(inner.min + vec2(0.0, ROW * f32::from(at)), vec2(inner.width(), ROW));
            let layout = Layout::left_to_right(Align::Center);
            let mut own = ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt(("row", at)));
            own.add_enabled_ui(!frame.is_locked, |ui| match row {
                Row::Run => run_ui(ui, &view, course.steps(), requests),
                Row::Start => start_ui(ui, &view, &mut start),
                Row::Hold(part) => gate_ui(ui, &view, *part, &mut look_at),
            });
        }
    });
    course.training.look_at = look_at;
    course.race.shared.start = start;
    hover
}

/// A row of the controls.
enum Row {
    /// Run, pause, begin anew.
    Run,
    /// How the weights begin.
    Start,
    /// A gate of the trained LSTM.
    Hold(train::Part),
}

fn rows(plan: &ScreenPlan) -> Vec<Row> {
    let mut rows = vec![Row::Run];
    rows.extend(plan.moves.contains(&Move::Start).then_some(Row::Start));
    let holds = |gate| plan.moves.contains(&Move::Control(Control::Held(gate)));
    let gates = [(Gate::I, train::Part::I), (Gate::F, train::Part::F), (Gate::O, train::Part::O)];
    rows.extend(gates.into_iter().filter(|(gate, _)| holds(*gate)).map(|(_, part)| Row::Hold(part)));
    rows
}

/// Run or pause, begin anew, and how far it is.
fn run_ui(ui: &mut Ui, view: &train::View<'_>, steps: usize, requests: &mut Vec<Request>) {
    let (words, training) = (view.words, view.training);
    let is_over = training.steps >= steps;
    let (sign, key) = if training.is_running() { (Sign::Pause, "train-pause") } else { (Sign::Play, "train-run") };
    ui.add_enabled_ui(!is_over, |ui| {
        let run = worded_sign_button(ui, sign, &words.text(key), view.tokens);
        let why = words.text(if is_over { "lesson-trained-out" } else { "lesson-locked" });
        if run.on_hover_text(words.text("train-run-tip")).on_disabled_hover_text(why).clicked() {
            requests.push(Request::ToggleTraining);
        }
    });
    if ui.button(words.text("train-reset")).on_hover_text(words.text("train-reset-tip")).clicked() {
        requests.push(Request::ResetTraining);
    }
    ui.add_space(10.0);
    let values = [("steps", number::whole(training.steps)), ("all", number::whole(steps))];
    ui.label(RichText::new(words.with("lesson-trained", &values)).font(text::semibold(text::BODY)));
}

/// How much is added to the bias of the forget gate before the first step.
fn start_ui(ui: &mut Ui, view: &train::View<'_>, start: &mut Start) {
    let words = view.words;
    label_ui(ui, view, &words.text("lesson-start"));
    let name = |start: &Start| {
        let more = added(*start);
        (more.clone(), words.with("lesson-start-at", &[("n", more)]))
    };
    let names: Vec<(String, String)> = STARTS.iter().map(name).collect();
    let chosen: Vec<bool> = STARTS.iter().map(|one| one == start).collect();
    let choice = Choice {
        id: Id::unique("lesson-start"),
        names: &names,
        chosen: &chosen,
        role: Role::RadioButton,
        font: text::semibold(text::BODY),
        padding: [9.0, 4.0],
        width: 38.0,
        corner: 7,
        framed: true,
        tokens: view.tokens,
    };
    if let Some(chosen) = choice_ui(ui, &choice).clicked.and_then(|at| STARTS.get(at)) {
        *start = *chosen;
    }
}

/// A gate of the trained LSTM: free, or held; and what that does to its recall error.
fn gate_ui(ui: &mut Ui, view: &train::View<'_>, part: train::Part, look_at: &mut LookAt) {
    label_ui(ui, view, &view.words.text(&format!("inside-{}", part.slug())));
    let row = ui.available_rect_before_wrap();
    let row = Rect::from_min_size(row.min, vec2(250.0, row.height()));
    hold_ui(ui, row, view, part, &mut look_at.held);
    ui.advance_cursor_after_rect(row);
    let learner = view.training.learner(CellKind::Lstm);
    let error = |learner: &Learner| {
        let free = short(learner.latest_error()?.error);
        let held = short(learner.latest.held_error?);
        let gates = train::held_in_words(view.words, CellKind::Lstm, &look_at.held)?;
        Some(view.words.with("held-error", &[("gates", gates), ("free", free), ("held", held)]))
    };
    let is_held = train::held_of(look_at.held, part).is_some();
    if let Some(said) = learner.and_then(error).filter(|_| is_held) {
        ui.add_space(12.0);
        let said = RichText::new(said).font(text::semibold(text::BODY)).color(view.tokens.ink);
        // In a narrow window on two lines.
        let room = vec2(ui.available_width(), ROW);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center).with_main_wrap(true), |ui| {
            ui.label(said)
        });
    }
}

fn label_ui(ui: &mut Ui, view: &train::View<'_>, said: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(LABEL, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    let font = text::regular(text::BODY);
    ui.painter().text(rect.left_center(), Align2::LEFT_CENTER, said, font, view.tokens.faint);
}
