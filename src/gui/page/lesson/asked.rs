//! A question: choices, how sure the reader is, and afterwards what is so.

use eframe::egui::{
    Align2, Button, Frame, Id, Margin, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::drawn::drawn_ui;
use super::{Told, View};
use crate::gui::help;
use crate::gui::lesson::{Ask, Turn};
use crate::gui::theme::{focus_ring, size, stroke, text};
use crate::gui::widget::button::ink_button;
use crate::gui::widget::prose::{line_job, line_ui, prose_ui};
use crate::gui::widget::roving;
use crate::gui::widget::tick::tick;
use crate::gui::widget::transport::ANSWERED;
use crate::lesson::{Kind, QuestionWords, Screen, words_of};

/// Draws the card of a question.
pub fn question_ui(ui: &mut Ui, view: &View<'_>, screen: &Screen, words: &QuestionWords, told: &mut Told) {
    let tokens = view.tokens;
    let line = Stroke::new(stroke::HAIR, tokens.hairline);
    let frame = Frame::new().fill(tokens.card).stroke(line).corner_radius(size::CARD_CORNER);
    let drawn = frame.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let heading = match screen.plan.kind {
            Kind::Again => "lesson-again",
            Kind::Recap => "lesson-recall",
            _ => "lesson-predict",
        };
        ui.label(RichText::new(view.words.text(heading)).font(text::semibold(text::SMALL + 0.5)).color(tokens.ink));
        told.hear(ui.push_id("asked", |ui| line_ui(ui, &words.asked, text::PROSE - 0.5, tokens)).inner);
        before_ui(ui, view, screen);
        ui.add_space(6.0);
        screen.plan.question.iter().for_each(|question| drawn_ui(ui, view, question));
        choices_ui(ui, view, screen, words, told);
        match view.lesson.visit.turn {
            Turn::Asked { choice } => answers_ui(ui, view, choice.is_some(), told),
            Turn::Answered { choice, right, .. } => {
                ui.add_space(8.0);
                let key = match (choice, choice == right) {
                    (None, _) => "lesson-skipped",
                    (Some(_), true) => "lesson-right",
                    (Some(_), false) => "lesson-otherwise",
                };
                let said = RichText::new(view.words.text(key)).font(text::semibold(text::PROSE - 0.5));
                ui.label(said.color(tokens.ink));
                ui.add_space(2.0);
                told.hear(ui.push_id("after", |ui| prose_ui(ui, &words.after, text::PROSE - 0.5, tokens)).inner);
            }
            Turn::Free => {}
        }
    });
    help::mark(ui, "question-card", drawn.response.rect);
}

/// What was answered at an earlier start, while the question is open anew.
fn before_ui(ui: &mut Ui, view: &View<'_>, screen: &Screen) {
    let kept = screen.plan.question.as_ref().and_then(|asked| view.lesson.progress.answers.get(&asked.id));
    let Some((kept, choice)) =
        kept.filter(|_| view.lesson.visit.is_asked()).and_then(|kept| Some((kept, kept.choice?)))
    else {
        return;
    };
    let key = if kept.sure { "lesson-before-sure" } else { "lesson-before-guess" };
    let said = view.words.with(key, &[("choice", letter(choice.saturating_sub(1)).to_owned())]);
    ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(view.tokens.faint));
}

/// The choices under each other: one stop of Tab, with arrows inside.
fn choices_ui(ui: &mut Ui, view: &View<'_>, screen: &Screen, words: &QuestionWords, told: &mut Told) {
    let (chosen, right, open) = match view.lesson.visit.turn {
        Turn::Free => (None, None, false),
        Turn::Asked { choice } => (choice, None, true),
        Turn::Answered { choice, right, .. } => (choice, right, false),
    };
    let ids: Vec<Id> = (0..words.choices.len()).map(|at| ui.scope_id().with((&screen.plan.id, "choice", at))).collect();
    let focused = || ids.iter().position(|id| ui.memory(|memory| memory.has_focus(*id)));
    // What a letter has chosen has the keyboard as well.
    if let (Some(_), Some(id)) = (focused(), chosen.and_then(|chosen| ids.get(chosen))) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    let before = focused();
    let reached = roving::reached_in_column(ui, &ids, chosen.unwrap_or_default());
    // As in any group of radio buttons, an arrow chooses.
    if open && before.is_some_and(|before| before != reached) {
        told.asks.push(Ask::Choose(reached));
    }
    for ((at, id), choice) in ids.into_iter().enumerate().zip(&words.choices) {
        let mark = Marked { at, is_chosen: chosen == Some(at), is_right: right == Some(at), open };
        let sense = if open { roving::sense(Sense::click(), at == reached) } else { Sense::hover() };
        if choice_ui(ui, view, choice, &mark, (id, sense)) {
            told.asks.push(Ask::Choose(at));
        }
        ui.add_space(4.0);
    }
}

/// How a choice stands.
struct Marked {
    at: usize,
    is_chosen: bool,
    is_right: bool,
    open: bool,
}

fn choice_ui(
    ui: &mut Ui,
    view: &View<'_>,
    words: &crate::lesson::Line,
    mark: &Marked,
    (id, sense): (Id, Sense),
) -> bool {
    let tokens = view.tokens;
    let width = ui.available_width();
    let mut job = line_job(words, text::PROSE - 1.0, tokens);
    job.wrap.max_width = width - 64.0;
    let galley = ui.painter().layout_job(job);
    let (_, rect) = ui.allocate_space(vec2(width, (galley.size().y + 10.0).max(32.0)));
    let response = ui.interact(rect, id, sense);
    let letter = letter(mark.at);
    let outcome = match (mark.is_chosen, mark.is_right) {
        (_, true) => view.words.text("lesson-choice-right"),
        (true, false) if !mark.open => view.words.text("lesson-choice-own"),
        _ => String::new(),
    };
    let said = format!("{letter} · {} {outcome}", words_of(words)).trim_end().to_owned();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, mark.open, mark.is_chosen, &said));
    let lit = mark.is_chosen || mark.is_right;
    let fill = if lit { tokens.chosen } else { tokens.card };
    let line = match (lit, mark.open && response.hovered()) {
        (true, _) => tokens.ink,
        (false, true) => tokens.faint,
        (false, false) => tokens.hairline,
    };
    let width = if mark.is_right { stroke::CURVE } else { stroke::HAIR };
    let painter = ui.painter();
    painter.rect(rect, 7.0, fill, Stroke::new(width, line), StrokeKind::Inside);
    let font = text::semibold(text::SMALL + 0.5);
    painter.text(rect.left_center() + vec2(12.0, 0.0), Align2::LEFT_CENTER, letter, font, tokens.faint);
    painter.galley(rect.left_center() + vec2(32.0, -galley.size().y / 2.0), galley, tokens.ink);
    sign_ui(ui, rect.right_center() - vec2(16.0, 0.0), mark, view);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), 8.0, focus_ring(tokens), StrokeKind::Middle);
    }
    response.clicked()
}

/// A circle to choose; afterwards a tick on what is so, a cross on what was thought instead.
fn sign_ui(ui: &Ui, centre: eframe::egui::Pos2, mark: &Marked, view: &View<'_>) {
    let (painter, tokens) = (ui.painter(), view.tokens);
    let line = Stroke::new(stroke::CURVE, tokens.ink);
    let at = |x: f32, y: f32| centre + vec2(x, y);
    match (mark.open, mark.is_right, mark.is_chosen) {
        (true, _, chosen) => {
            painter.circle_stroke(centre, 5.0, Stroke::new(stroke::HAIR, tokens.ink));
            if chosen {
                painter.circle_filled(centre, 3.5, tokens.ink);
            }
        }
        (false, true, _) => {
            tick(painter, centre, tokens.ink);
        }
        (false, false, true) => {
            painter.line_segment([at(-4.0, -4.0), at(4.0, 4.0)], line);
            painter.line_segment([at(-4.0, 4.0), at(4.0, -4.0)], line);
        }
        (false, false, false) => {}
    }
}

/// Skip, guessing, sure.
fn answers_ui(ui: &mut Ui, view: &View<'_>, has_choice: bool, told: &mut Told) {
    let words = view.words;
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let skip = ui.button(words.text("lesson-skip"));
        answered(ui, &skip, Ask::Skip, told);
        skip.on_hover_text(words.text("lesson-skip-tip"));
        // As wide as they were drawn last: they stand at the right, and Tab goes from left to right.
        let key = Id::unique("answers-width");
        let width: f32 = ui.data(|data| data.get_temp(key)).unwrap_or(180.0);
        ui.add_space((ui.available_width() - width).max(0.0));
        let left = ui.cursor().left();
        let guess = RichText::new(words.text("lesson-guess")).font(text::semibold(text::BODY));
        let guess = ui.add_enabled(has_choice, Button::new(guess));
        let sure = ink_button(ui, &words.text("lesson-sure"), has_choice, view.tokens);
        let drawn = sure.rect.right() - left;
        if (drawn - width).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(key, drawn));
            ui.ctx().request_repaint();
        }
        for (response, sure) in [(guess, false), (sure, true)] {
            answered(ui, &response, Ask::Answer { sure }, told);
            response.on_disabled_hover_text(words.text("lesson-choose-first"));
        }
    });
}

/// Asks for it, if the button was pressed; the button goes, and who has pressed it by keyboard goes on
/// from the next part.
fn answered(ui: &Ui, response: &Response, ask: Ask, told: &mut Told) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        told.asks.push(ask);
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(Id::unique(ANSWERED), ()));
        }
    }
}

/// A, B, C, D of a choice.
pub fn letter(at: usize) -> &'static str {
    ["A", "B", "C", "D", "E", "F"].get(at).copied().unwrap_or("·")
}
