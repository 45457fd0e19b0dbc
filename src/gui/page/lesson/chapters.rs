//! The line of chapters, and under it which screen of its chapter is open.

use eframe::egui::{Align2, Id, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Told, View};
use crate::gui::help;
use crate::gui::lesson::{Ask, Place, chapter, chapter_count};
use crate::gui::theme::{Tokens, focus_ring, stroke, text};
use crate::gui::widget::roving;
use crate::gui::widget::tick::tick;
use crate::lesson::Chapter;

/// How wide a chapter's circle is, and a screen's dot.
const CIRCLE: f32 = 26.0;
const DOT: f32 = 16.0;

/// Draws both rows. Each is one stop of Tab, with arrows inside.
pub fn chapters_ui(ui: &mut Ui, view: &View<'_>, told: &mut Told) {
    let here = view.place();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 10.0, CIRCLE + 4.0), Sense::hover());
    help::mark(ui, "chapters", rect);
    let count = chapter_count();
    let ids: Vec<Id> = (0..count).map(|at| ui.scope_id().with(("chapter", at))).collect();
    let reached = roving::reached(ui, &ids, here.chapter);
    #[expect(clippy::cast_precision_loss, reason = "eight chapters")]
    let x = |at: usize| {
        let between = (rect.width() - CIRCLE) / count.saturating_sub(1).max(1) as f32;
        rect.left() + CIRCLE / 2.0 + between.min(56.0) * at as f32
    };
    let ends = [pos2(x(0), rect.center().y), pos2(x(count.saturating_sub(1)), rect.center().y)];
    ui.painter().line_segment(ends, Stroke::new(stroke::HAIR, view.tokens.hairline));
    for (at, id) in ids.into_iter().enumerate() {
        let Some(of) = chapter(Place { chapter: at, screen: 0 }, view.words) else { continue };
        let centre = pos2(x(at), rect.center().y);
        let circle = eframe::egui::Rect::from_center_size(centre, vec2(CIRCLE, CIRCLE));
        let response = ui.interact(circle, id, roving::sense(Sense::click(), at == reached));
        let number = (at + 1).to_string();
        let name =
            view.words.with("lesson-chapter", &[("number", number.clone()), ("title", view.words.notated(&of.title))]);
        let is_done = view.lesson.has_read(of);
        let said = if is_done { view.words.with("lesson-read", &[("name", name.clone())]) } else { name.clone() };
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, at == here.chapter, &said));
        circle_ui(ui, centre, &number, at == here.chapter, is_done, view.tokens);
        if response.has_focus() {
            ui.painter().circle_stroke(centre, CIRCLE / 2.0 + 2.5, focus_ring(view.tokens));
        }
        if response.clicked() {
            told.asks.push(Ask::Go(Place { chapter: at, screen: 0 }));
        }
        response.on_hover_text(name);
    }
}

/// A chapter: ringed while it is open, filled once all of it was seen.
fn circle_ui(ui: &Ui, centre: eframe::egui::Pos2, number: &str, is_open: bool, is_done: bool, tokens: &Tokens) {
    let painter = ui.painter();
    let fill = if is_done { tokens.ink } else { tokens.card };
    let line =
        if is_open { Stroke::new(stroke::CURVE, tokens.ink) } else { Stroke::new(stroke::HAIR, tokens.hairline) };
    painter.circle(centre, CIRCLE / 2.0 - 1.0, fill, line);
    if is_done && !is_open {
        tick(painter, centre, tokens.card);
    } else {
        let ink = match (is_done, is_open) {
            (true, _) => tokens.card,
            (false, true) => tokens.ink,
            (false, false) => tokens.faint,
        };
        painter.text(centre, Align2::CENTER_CENTER, number, text::semibold(text::SMALL + 0.5), ink);
    }
}

/// "Chapter 5 · 2 of 8", and a dot for each of its screens.
pub fn screens_ui(ui: &mut Ui, of: &Chapter, view: &View<'_>, told: &mut Told) {
    let here = view.place();
    let count = of.screens.len();
    let values = [
        ("chapter", (here.chapter + 1).to_string()),
        ("title", view.words.notated(&of.title)),
        ("screen", (here.screen + 1).to_string()),
        ("count", count.to_string()),
    ];
    let said = view.words.with("lesson-place", &values);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let font = text::regular(text::SMALL + 0.5);
        ui.label(eframe::egui::RichText::new(said).font(font).color(view.tokens.faint));
        ui.add_space(10.0);
        let ids: Vec<Id> = (0..count).map(|at| ui.scope_id().with(("screen", at))).collect();
        let reached = roving::reached(ui, &ids, here.screen);
        #[expect(clippy::cast_precision_loss, reason = "a dozen screens")]
        let each = ((ui.available_width() - 12.0) / count.max(1) as f32).min(DOT);
        for ((at, id), screen) in ids.into_iter().enumerate().zip(&of.screens) {
            let (_, rect) = ui.allocate_space(vec2(each, 20.0));
            let response = ui.interact(rect, id, roving::sense(Sense::click(), at == reached));
            let values = [("screen", (at + 1).to_string()), ("title", view.words.notated(&screen.title))];
            let name = view.words.with("lesson-screen", &values);
            let was_seen = view.lesson.progress.seen.contains(&screen.plan.id);
            let said = if was_seen { view.words.with("lesson-read", &[("name", name.clone())]) } else { name.clone() };
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, at == here.screen, &said));
            let radius = if at == here.screen { 4.5 } else { 3.0 };
            let line = Stroke::new(stroke::HAIR, view.tokens.faint);
            let fill = match (at == here.screen, was_seen) {
                (true, _) => view.tokens.ink,
                (false, true) => view.tokens.faint,
                (false, false) => view.tokens.card,
            };
            ui.painter().circle(rect.center(), radius, fill, line);
            if response.has_focus() {
                ui.painter().circle_stroke(rect.center(), 8.0, focus_ring(view.tokens));
            }
            if response.clicked() {
                told.asks.push(Ask::Go(Place { screen: at, ..here }));
            }
            help::mark(ui, "screens", rect);
            response.on_hover_text(name);
        }
    });
}
