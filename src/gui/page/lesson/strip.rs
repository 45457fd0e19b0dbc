//! The strip over the scene that names parts before they are used.

use eframe::egui::{Color32, Rect, Ui, vec2};

use crate::gui::help;
use crate::gui::theme::{Tokens, text};
use crate::gui::widget::prose::part_colour;
use crate::lesson::Part;
use crate::locale::Words;

/// The least height of a line.
const STRIP_LINE: f32 = 18.0;

/// The parts that the text names, each with what it is, on two lines. Returns where the page goes on.
pub fn strip_ui(ui: &mut Ui, page: Rect, parts: &[Part], words: Words, tokens: &Tokens) -> f32 {
    if parts.is_empty() {
        return page.top() - 8.0;
    }
    let mut job = eframe::egui::text::LayoutJob::default();
    job.wrap.max_width = page.width() - 8.0;
    let mut append = |said: &str, font, color: Color32| {
        let format = eframe::egui::TextFormat { font_id: font, color, ..eframe::egui::TextFormat::default() };
        job.append(said, 0.0, format);
    };
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            append("  ·  ", text::regular(text::BODY), tokens.faint);
        }
        let letter = words.text(&format!("lesson-part-{}", part.name()));
        append(&letter, text::semibold(text::BODY), part_colour(*part, tokens));
        let what = words.text(&format!("lesson-part-{}-what", part.name()));
        append(&format!(" {what}"), text::regular(text::BODY), tokens.faint);
    }
    let galley = ui.painter().layout_job(job);
    let rect = Rect::from_min_size(page.min + vec2(4.0, 0.0), galley.size().max(vec2(0.0, STRIP_LINE)));
    let spoken = galley.text().to_owned();
    let response = ui.interact(rect, ui.scope_id().with("parts"), eframe::egui::Sense::hover());
    response.widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Label, true, &spoken));
    ui.painter().galley(rect.min, galley, tokens.ink);
    help::mark(ui, "parts-strip", rect);
    rect.bottom()
}
