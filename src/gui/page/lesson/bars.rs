//! How far each part of a goal has come, and the stars.

use eframe::egui::text::LayoutJob;
use eframe::egui::{Color32, Mesh, Pos2, Rect, Role, Sense, Shape, Stroke, TextFormat, Ui, WidgetInfo, pos2, vec2};

use super::View;
use crate::engine::training::SOLVED;
use crate::gui::help;
use crate::gui::lesson::{Bar, Drill};
use crate::gui::theme::{stroke, text};
use crate::gui::widget::prose::append_lowered;
use crate::gui::widget::tick::tick;
use crate::locale::number::{self, fixed};
use crate::locale::{Words, goal_now, goal_text};
use crate::number::short;

/// Under its text: the bar, and room to the next.
const BAR: f32 = 18.0;
/// How it stands, as a rule.
const NOW: f32 = 84.0;
/// Right of how it stands: a tick.
const TICK: f32 = 18.0;

/// A part of a goal as it stands.
pub struct Standing {
    /// What is asked for.
    pub asked: String,
    /// How it is now.
    pub now: String,
    /// Whether that will do.
    pub met: bool,
    /// How far it is on the way, from 0 to 1.
    pub progress: f32,
}

impl Standing {
    /// A part of a goal that a scene is to reach.
    pub fn of(bar: &Bar, words: Words) -> Self {
        Self {
            asked: goal_text(words, &bar.goal),
            now: goal_now(words, &bar.goal, bar.now.as_ref()),
            met: bar.now.is_some_and(|now| now.met),
            progress: bar.progress,
        }
    }

    /// The goal that a training is to reach within so many steps.
    pub fn of_training(drill: &Drill, within: usize, grey: f64, words: Words) -> Self {
        let met = drill.is_met(within);
        let now = match drill.solved_at {
            Some(step) => words.with("lesson-drill-solved", &[("step", number::whole(step))]),
            None => drill.error.map_or_else(|| "–".to_owned(), short),
        };
        let asked = words.with("lesson-drill", &[("bound", fixed(SOLVED, 2)), ("steps", number::whole(within))]);
        // Solved too late is as good as not at all.
        let progress = if drill.solved_at.is_some() && !met { 0.0 } else { drill.progress(grey) };
        Self { asked, now, met, progress }
    }
}

/// A part of a goal: what is asked for, how it stands, and a bar that is full when it holds.
pub fn bar_ui(ui: &mut Ui, bar: &Standing, view: &View<'_>) {
    let tokens = view.tokens;
    let Standing { asked, now, met, progress } = bar;
    let (met, progress) = (*met, *progress);
    let now_galley = ui.painter().layout_no_wrap(now.clone(), text::semibold(text::BODY), tokens.ink);
    let mut job = LayoutJob::default();
    let format = TextFormat { font_id: text::regular(text::BODY), color: tokens.ink, ..TextFormat::default() };
    append_lowered(&mut job, asked, &format);
    // As much room whatever stands there: nothing jumps while a slider moves.
    job.wrap.max_width = ui.available_width() - now_galley.size().x.max(NOW) - TICK - 10.0;
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + BAR;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let outcome = view.words.text(if met { "lesson-met" } else { "lesson-not-met" });
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{asked}: {now}, {outcome}")));
    let painter = ui.painter();
    let top = rect.top() + galley.size().y - now_galley.size().y / 2.0;
    painter.galley(rect.left_top(), galley, tokens.ink);
    let left = rect.right() - TICK - now_galley.size().x;
    painter.galley(pos2(left, top - now_galley.size().y / 2.0), now_galley, tokens.ink);
    if met {
        tick(painter, pos2(rect.right() - 7.0, top), tokens.ink);
    }
    let rail = Rect::from_x_y_ranges(rect.x_range(), rect.bottom() - 13.0..=rect.bottom() - 9.0);
    painter.rect_filled(rail, 2.0, tokens.rail);
    let done = rail.with_max_x(rail.left() + rail.width() * progress);
    painter.rect_filled(done, 2.0, if met { tokens.ink } else { tokens.faint });
}

/// Three stars: the goal; no more moved than needed; the extra.
pub fn stars_ui(ui: &mut Ui, view: &View<'_>, challenge: &str) {
    let kept = view.lesson.progress.stars.get(challenge).copied().unwrap_or_default();
    let tokens = view.tokens;
    let (rect, response) = ui.allocate_exact_size(vec2(62.0, 20.0), Sense::hover());
    let said = view.words.with("lesson-stars", &[("count", kept.count().to_string())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    help::mark(ui, "stars", rect);
    for (at, won) in [kept.goal, kept.sparing, kept.extra].into_iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "three stars")]
        let centre = pos2(rect.left() + 11.0 + 20.0 * at as f32, rect.center().y);
        let points: Vec<_> = (0..10_u8)
            .map(|n| {
                let angle = (f32::from(n) * 36.0 - 90.0).to_radians();
                let radius = if n % 2 == 0 { 8.0 } else { 3.6 };
                centre + vec2(radius * angle.cos(), radius * angle.sin())
            })
            .collect();
        if won {
            ui.painter().add(Shape::mesh(filled(centre, &points, tokens.ink)));
        }
        let line = if won { tokens.ink } else { tokens.faint };
        ui.painter().add(Shape::closed_line(points, Stroke::new(stroke::HAIR, line)));
    }
    response.on_hover_text(view.words.text("lesson-stars-tip"));
}

/// A star is not convex: its ten corners fan out from its middle.
fn filled(centre: Pos2, corners: &[Pos2], colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    mesh.colored_vertex(centre, colour);
    corners.iter().for_each(|corner| mesh.colored_vertex(*corner, colour));
    let count = u32::try_from(corners.len()).unwrap_or_default();
    (0..count).for_each(|n| mesh.add_triangle(0, 1 + n, 1 + (n + 1) % count));
    mesh
}
