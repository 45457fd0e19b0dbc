//! A challenge: its goal, live bars, stars, hints and the worked solution.

use eframe::egui::{Frame, Margin, RichText, Stroke, Ui};

use super::bars::{Standing, bar_ui, stars_ui};
use super::{Told, View};
use crate::engine::training::GREY;
use crate::gui::help;
use crate::gui::lesson::{Aid, Ask, Strive};
use crate::gui::theme::{size, stroke, text};
use crate::gui::widget::prose::line_ui;
use crate::lesson::ChallengeWords;

/// Draws the card of a challenge.
pub fn challenge_ui(ui: &mut Ui, view: &View<'_>, words: &ChallengeWords, told: &mut Told) {
    let (Some(aid), Some(challenge)) = (view.lesson.visit.aid(), view.lesson.visit.challenge()) else { return };
    let tokens = view.tokens;
    let line = Stroke::new(stroke::HAIR, tokens.hairline);
    let frame = Frame::new().fill(tokens.card).stroke(line).corner_radius(size::CARD_CORNER);
    let drawn = frame.inner_margin(Margin::same(12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            let label = view.words.text("lesson-goal");
            ui.label(RichText::new(label).font(text::semibold(text::SMALL + 0.5)).color(tokens.ink));
            ui.with_layout(eframe::egui::Layout::right_to_left(eframe::egui::Align::Center), |ui| {
                stars_ui(ui, view, challenge);
            });
        });
        let goal = if aid.again { &words.again } else { &words.goal };
        told.hear(ui.push_id("goal", |ui| line_ui(ui, goal, text::PROSE, tokens)).inner);
        ui.add_space(6.0);
        let [goal, extra] = bars(view);
        goal.iter().for_each(|bar| bar_ui(ui, bar, view));
        // What is asked for besides comes when the goal was met: before, it would give it away.
        let is_won = view.lesson.progress.stars.get(challenge).is_some_and(|stars| stars.goal);
        if is_won && !extra.is_empty() {
            ui.add_space(2.0);
            let label = RichText::new(view.words.text("lesson-extra")).font(text::regular(text::SMALL));
            ui.label(label.color(tokens.faint));
            extra.iter().for_each(|bar| bar_ui(ui, bar, view));
        }
        if view.lesson.visit.live.document.is_given && is_met(view) {
            let said = RichText::new(view.words.text("lesson-given")).font(text::regular(text::SMALL));
            ui.label(said.color(tokens.faint));
        }
        help_ui(ui, view, aid, words, told);
    });
    help::mark(ui, "challenge-card", drawn.response.rect);
}

/// The parts of the goal, and what is asked for besides.
fn bars(view: &View<'_>) -> [Vec<Standing>; 2] {
    let words = view.words;
    if let Some(strive) = &view.lesson.visit.strive {
        return [&strive.bars, &strive.extra].map(|bars| bars.iter().map(|bar| Standing::of(bar, words)).collect());
    }
    let Some((course, drill)) =
        view.lesson.visit.course.as_ref().and_then(|course| Some((course, course.drill.as_ref()?)))
    else {
        return [Vec::new(), Vec::new()];
    };
    let grey = course.training.learners.first().map_or(GREY, |learner| learner.latest.grey);
    let [within, extra] = drill.bounds().map(|within| vec![Standing::of_training(drill, within, grey, words)]);
    [within, if drill.aid.again { Vec::new() } else { extra }]
}

/// Whether the goal holds now.
fn is_met(view: &View<'_>) -> bool {
    let visit = &view.lesson.visit;
    let drilled = visit.drill().is_some_and(|drill| drill.is_met(drill.bounds()[0]));
    visit.strive.as_ref().map_or(drilled, Strive::is_met)
}

/// The hints that were asked for, the steps that were shown, and buttons for more.
fn help_ui(ui: &mut Ui, view: &View<'_>, aid: &Aid, words: &ChallengeWords, told: &mut Told) {
    let (tokens, texts) = (view.tokens, view.words);
    let size = text::PROSE - 1.0;
    for (at, hint) in words.hints.iter().take(if aid.again { 0 } else { aid.hints }).enumerate() {
        ui.add_space(6.0);
        told.hear(ui.push_id(("hint", at), |ui| line_ui(ui, hint, size, tokens)).inner);
    }
    for (at, step) in words.worked.iter().take(if aid.again { 0 } else { aid.worked }).enumerate() {
        ui.add_space(6.0);
        ui.horizontal_top(|ui| {
            ui.label(RichText::new(format!("{}", at + 1)).font(text::semibold(size)).color(tokens.faint));
            told.hear(ui.vertical(|ui| ui.push_id(("worked", at), |ui| line_ui(ui, step, size, tokens)).inner).inner);
        });
    }
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let mut button = |ui: &mut Ui, key: &str, ask: Ask| {
            let response = ui.button(texts.text(key)).on_hover_text(texts.text(&format!("{key}-tip")));
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                told.asks.push(ask);
            }
        };
        let challenge = view.lesson.visit.challenge();
        let is_won = challenge.is_some_and(|id| view.lesson.progress.stars.contains_key(id));
        if aid.again {
            button(ui, "lesson-first-numbers", Ask::Again(false));
            if is_met(view) {
                ui.label(RichText::new(texts.text("lesson-again-met")).font(text::semibold(size)).color(tokens.ink));
            }
            return;
        }
        if aid.hints < words.hints.len() {
            button(ui, "lesson-hint", Ask::Hint);
        }
        if aid.has_more_steps() {
            let key = if aid.worked == 0 { "lesson-worked" } else { "lesson-worked-next" };
            button(ui, key, Ask::Worked);
        }
        if is_won || !aid.has_more_steps() {
            button(ui, "lesson-changed-numbers", Ask::Again(true));
        }
    });
}
