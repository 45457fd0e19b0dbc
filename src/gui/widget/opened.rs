//! Any number opened beside itself: formula, numbers, result.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, Color32, CursorIcon, FontId, Galley, Id, Layout, Popup, PopupCloseBehavior, Rect, Response, Role, Sense,
    Stroke, StrokeKind, TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use crate::gui::theme::{self, Tokens, stroke, text};
use crate::locale::{Line, Span, Words};

/// Makes what is drawn at `rect` a number that opens: a click on it, or Enter, shows `content`
/// beside it; a click elsewhere or Escape closes it. `sense` is that of a click, in a row perhaps
/// without the keyboard.
pub fn opens_ui(
    ui: &mut Ui,
    rect: Rect,
    (id, sense): (Id, Sense),
    name: &str,
    tokens: &Tokens,
    content: impl FnOnce(&mut Ui),
) -> Response {
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    opens_on(&response, content);
    if response.hovered() {
        let y = rect.bottom() - 0.5;
        ui.painter().hline(rect.x_range(), y, Stroke::new(stroke::HAIR, tokens.faint));
    }
    if response.has_focus() {
        ui.painter().rect_stroke(rect.expand(2.0), 5.0, theme::focus_ring(tokens), StrokeKind::Middle);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The same for what has been drawn and made to be clicked already.
pub fn opens_on(response: &Response, content: impl FnOnce(&mut Ui)) {
    let popup = Popup::menu(response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(6.0);
    popup.layout(Layout::top_down(Align::Min)).show(|ui| {
        ui.set_max_width(MOST_WIDE);
        content(ui);
    });
}

/// So many workings stand in three lines each; more would hide the page.
const FEW: usize = 3;
/// The width of what opens.
const MOST_WIDE: f32 = 560.0;

/// Lines under each other: the formula, the same in numbers, the result.
pub fn lines_ui(ui: &mut Ui, lines: &[Line], words: Words, tokens: &Tokens) {
    if lines.is_empty() {
        ui.label(words.text("opened-nothing"));
    }
    ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
    ui.spacing_mut().interact_size.y = 0.0;
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            ui.add_space(6.0);
        }
        if lines.len() <= FEW {
            three_lines_ui(ui, line, tokens);
        } else {
            let said = line.to_string();
            ui.label(one_line(line, text::BODY, true, tokens))
                .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        }
    }
}

/// `S₁₂ = f₁₂·S₁₁ + i₁₂·g₁₂`, under it `= 0.982·0.741 + …`, under that the result; the signs under
/// each other.
fn three_lines_ui(ui: &mut Ui, line: &Line, tokens: &Tokens) {
    let size = text::BODY + 0.5;
    let mut left = LayoutJob::default();
    spans(&mut left, &line.left, size, tokens);
    let indent = ui.painter().layout_job(left.clone()).size().x;
    let right = |sign: &str, parts: &[Span]| {
        let mut job = LayoutJob::default();
        plain(&mut job, &format!(" {sign} "), size, tokens.faint);
        spans(&mut job, parts, size, tokens);
        job
    };
    let said = line.to_string();
    ui.horizontal(|ui| {
        ui.label(left).widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        ui.label(right(&line.sign, &line.formula));
    });
    let mut below = |job: LayoutJob| {
        ui.horizontal(|ui| {
            ui.add_space(indent);
            ui.label(job);
        });
    };
    if !line.numbers.is_empty() {
        below(right("=", &line.numbers));
    }
    if let Some(result) = &line.result {
        let mut job = right("=", &[]);
        job.append(result, 0.0, format(text::bold(size), tokens.ink));
        below(job);
    }
}

/// The whole line on one line.
#[must_use]
pub fn one_line(line: &Line, size: f32, with_formula: bool, tokens: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    let equals = |job: &mut LayoutJob| plain(job, " = ", size, tokens.faint);
    spans(&mut job, &line.left, size, tokens);
    if with_formula || line.numbers.is_empty() {
        plain(&mut job, &format!(" {} ", line.sign), size, tokens.faint);
        spans(&mut job, &line.formula, size, tokens);
    }
    if !line.numbers.is_empty() {
        equals(&mut job);
        spans(&mut job, &line.numbers, size, tokens);
    }
    if let Some(result) = &line.result {
        equals(&mut job);
        job.append(result, 0.0, format(text::bold(size), tokens.ink));
    }
    job
}

fn spans(job: &mut LayoutJob, spans: &[Span], size: f32, tokens: &Tokens) {
    for span in spans {
        match span.quantity {
            Some(quantity) => {
                // Letters have no subscript of their own in the font: the gate's is set smaller and lower.
                let (symbol, lowered) = span.text.split_once('_').unwrap_or((&span.text, ""));
                let colour = tokens.quantity(quantity);
                job.append(symbol, 0.0, format(text::semibold(size), colour));
                if !lowered.is_empty() {
                    let small = format(text::semibold(size * 0.72), colour);
                    job.append(lowered, 0.5, TextFormat { valign: Align::BOTTOM, ..small });
                }
            }
            None => plain(job, &span.text, size, tokens.faint),
        }
    }
}

fn plain(job: &mut LayoutJob, said: &str, size: f32, colour: Color32) {
    job.append(said, 0.0, format(text::regular(size), colour));
}

fn format(font_id: FontId, color: Color32) -> TextFormat {
    TextFormat { font_id, color, ..TextFormat::default() }
}

/// Writes lines beside each other into a row. Where they do not fit they are set smaller, then
/// without their formulas, then only the first of them; the last resort is its result alone. A
/// number is never cut: a cut number is another number.
pub fn row_ui(ui: &mut Ui, rect: Rect, lines: &[Line], tokens: &Tokens) {
    let said = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join("   ");
    let response = ui.allocate_rect(rect, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let first = lines.get(..1).unwrap_or_default();
    let ways = [
        (lines, 12.0, true),
        (lines, 11.0, true),
        (lines, 12.0, false),
        (lines, 11.0, false),
        (first, 12.0, true),
        (first, 11.0, true),
        (first, 12.0, false),
        (first, 11.0, false),
    ];
    let set = |(lines, size, formula): (&[Line], f32, bool)| -> Vec<Arc<Galley>> {
        lines.iter().map(|line| ui.painter().layout_job(one_line(line, size, formula, tokens))).collect()
    };
    let width = |galleys: &[Arc<Galley>]| galleys.iter().map(|galley| galley.size().x + APART).sum::<f32>() - APART;
    let fits = |galleys: &Vec<Arc<Galley>>| width(galleys) <= rect.width();
    let result = || first.iter().map(|line| ui.painter().layout_job(result_line(line, tokens))).collect();
    let galleys = ways.into_iter().map(set).find(fits).unwrap_or_else(result);
    let mut x = rect.center().x - width(&galleys) / 2.0;
    for galley in galleys {
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        x += galley.size().x + APART;
        ui.painter().galley(at, galley, tokens.ink);
    }
}

/// How far lines beside each other are apart.
const APART: f32 = 22.0;

/// `S₂₄ = 0.586`.
fn result_line(line: &Line, tokens: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    spans(&mut job, &line.left, 11.0, tokens);
    plain(&mut job, &format!(" {} ", line.sign), 11.0, tokens.faint);
    match &line.result {
        Some(result) => job.append(result, 0.0, format(text::bold(11.0), tokens.ink)),
        None => spans(&mut job, &line.formula, 11.0, tokens),
    }
    job
}
