//! The text of a screen: title, prose, question or challenge.

use eframe::egui::{Id, Rect, RichText, ScrollArea, Ui, vec2};

use super::asked::question_ui;
use super::chapters::{chapters_ui, screens_ui};
use super::strive::challenge_ui;
use super::{Told, View};
use crate::gui::help;
use crate::gui::lesson::{Place, Turn, chapter};
use crate::gui::theme::text;
use crate::gui::widget::prose::{ProseEvents, prose_ui};
use crate::lesson::Screen;

/// Draws the side; `screen` has its numbers filled in.
pub fn side_ui(ui: &mut Ui, view: &View<'_>, screen: &Screen) -> Told {
    let mut told = Told::default();
    ui.add_space(6.0);
    chapters_ui(ui, view, &mut told);
    ui.add_space(4.0);
    if let Some(of) = chapter(view.place(), view.words) {
        screens_ui(ui, of, view, &mut told);
    }
    let area = ScrollArea::vertical().id_salt(("lesson", &screen.plan.id, view.lesson.beginnings)).auto_shrink(false);
    area.show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        ui.label(RichText::new(&screen.title).font(text::bold(text::LESSON_TITLE)).color(view.tokens.ink));
        ui.add_space(6.0);
        let has_other_numbers = view.lesson.visit.aid().is_some_and(|aid| aid.again);
        let drawn = ui.scope(|ui| {
            if has_other_numbers {
                // The text has the first ones.
                let said = RichText::new(view.words.text("lesson-again-note")).font(text::regular(text::PROSE));
                ui.label(said.color(view.tokens.ink));
                return ProseEvents::default();
            }
            prose_ui(ui, &screen.text, text::PROSE, view.tokens)
        });
        help::mark(ui, "lesson-text", drawn.response.rect);
        told.hear(drawn.inner);
        ui.add_space(12.0);
        if let Some(words) = &screen.question {
            question_ui(ui, view, screen, words, &mut told);
        }
        if let Some(words) = &screen.challenge {
            challenge_ui(ui, view, words, &mut told);
        }
        then_ui(ui, view, screen, &mut told);
        let end = ui.cursor().min;
        ui.add_space(16.0);
        follow_ui(ui, view, Rect::from_min_size(end, vec2(1.0, 8.0)));
    });
    told
}

/// Brings what was asked for into view: the answer, a hint, a step of the solution, what comes then.
fn follow_ui(ui: &Ui, view: &View<'_>, end: Rect) {
    let aid = view.lesson.visit.aid().map_or((0, 0), |aid| (aid.hints, aid.worked));
    let won = view.lesson.visit.challenge().is_some_and(|id| view.lesson.progress.stars.contains_key(id));
    // Whether something is chosen, and whether that was the answer.
    let turn = match view.lesson.visit.turn {
        Turn::Free => (false, false),
        Turn::Asked { choice } => (choice.is_some(), false),
        Turn::Answered { .. } => (true, true),
    };
    let told = (turn, aid, won, view.place());
    let key = Id::unique("lesson-told");
    let before = ui.data_mut(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, told));
    // A screen that was opened just now is read from its top.
    if before.is_some_and(|before: ((bool, bool), (usize, usize), bool, Place)| before != told && before.3 == told.3) {
        ui.scroll_to_rect(end, None);
    }
}

/// What there is to see further, once the challenge was met, here or before.
fn then_ui(ui: &mut Ui, view: &View<'_>, screen: &Screen, told: &mut Told) {
    let Some((title, blocks)) = &screen.then else { return };
    let met = match view.lesson.visit.challenge() {
        None => !view.lesson.visit.is_asked(),
        Some(challenge) => view.lesson.progress.stars.contains_key(challenge),
    };
    if met {
        ui.add_space(12.0);
        ui.label(RichText::new(title).font(text::semibold(text::PROSE)).color(view.tokens.ink));
        ui.add_space(4.0);
        told.hear(ui.push_id("then", |ui| prose_ui(ui, blocks, text::PROSE, view.tokens)).inner);
    }
}
