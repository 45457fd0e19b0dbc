//! The horizon: how far back each cell, by how its weights begin, learns to remember.

use eframe::egui::{
    Align, Button, CornerRadius, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::panel::start_name;
use super::{View, card_ui};
use crate::engine::cell::CellKind;
use crate::engine::training::{GREY, HorizonRequest, Racer, SOLVED, Start, medians, reach};
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{cell_dash, size, text};
use crate::gui::training::{Race, guess_secs, request_of};
use crate::gui::widget::horizon_plot::{HorizonCurve, HorizonPlot, horizon_plot_ui};
use crate::gui::widget::time_plot::log_scale;
use crate::locale::number;
use crate::number::short;

/// The bar of what is done.
const BAR: f32 = 6.0;

/// Its place in the panel: what it is, and the button that begins or shows it.
pub fn section_ui(ui: &mut Ui, view: &View<'_>, race: &Race, requests: &mut Vec<Request>) {
    let (words, tokens, sweep) = (view.words, view.tokens, &view.training.sweep);
    let drawn = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let request = request_of(&race.shared);
        let [first, last] = [request.lengths.first(), request.lengths.last()].map(|end| end.copied().unwrap_or(1));
        let values =
            [("first", first.to_string()), ("last", last.to_string()), ("seeds", request.seeds.len().to_string())];
        ui.label(RichText::new(words.text("horizon")).font(text::semibold(text::BODY)).color(tokens.ink));
        let said = words.with("horizon-about", &values);
        ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(tokens.faint));
        ui.spacing_mut().button_padding = vec2(9.0, 6.0);
        let (said, asked) = if sweep.is_running() || !sweep.points.is_empty() {
            let key = if sweep.is_open { "horizon-back" } else { "horizon-show" };
            (words.text(key), Request::ShowHorizon(!sweep.is_open))
        } else {
            let duration = duration(view, guess_secs(&request));
            (words.with("horizon-run", &[("duration", duration)]), Request::BeginHorizon)
        };
        if ui.button(said).on_hover_text(words.text("horizon-run-tip")).clicked() {
            requests.push(asked);
        }
    });
    help::mark(ui, "horizon", drawn.response.rect);
}

/// The whole page, in the place of the race.
pub fn horizon_ui(ui: &mut Ui, page: Rect, view: &View<'_>, requests: &mut Vec<Request>) {
    let (words, tokens, sweep) = (view.words, view.tokens, &view.training.sweep);
    let Some(request) = &sweep.request else { return };
    let buttons = buttons_ui(ui, page, view, requests);
    let width = buttons.left() - page.left() - 16.0;
    let title = ui.painter().layout(words.text("horizon-title"), text::bold(text::TITLE), tokens.ink, width);
    let mut below = (page.top() + 12.0 + title.size().y).max(buttons.bottom());
    ui.painter().galley(pos2(page.left() + 4.0, page.top() + 12.0), title, tokens.ink);
    let caption =
        ui.painter().layout(settings_text(view, request), text::regular(text::BODY), tokens.faint, page.width() - 8.0);
    let height = caption.size().y;
    ui.painter().galley(pos2(page.left() + 4.0, below + 4.0), caption, tokens.faint);
    below += height + 12.0;
    let card = Rect::from_min_max(pos2(page.left(), below), page.right_bottom() - vec2(0.0, size::GAP));
    let inside = card_ui(ui, card, tokens);
    let foot = foot_ui(ui, inside, view, request);
    plot_ui(ui, inside.with_max_y(foot - 6.0), view, request);
}

/// What all runs have in common.
fn settings_text(view: &View<'_>, request: &HorizonRequest) -> String {
    let setup = &request.setup;
    let values = [
        ("steps", number::whole(request.steps)),
        ("hidden", setup.hidden_size.to_string()),
        ("batch", setup.batch.to_string()),
        ("rate", short(setup.learning_rate)),
        ("noise", short(setup.noise)),
        ("seeds", request.seeds.len().to_string()),
    ];
    view.words.with("horizon-caption", &values)
}

/// Back, save, cancel or run again, at the right of the title.
fn buttons_ui(ui: &mut Ui, page: Rect, view: &View<'_>, requests: &mut Vec<Request>) -> Rect {
    let (words, sweep) = (view.words, &view.training.sweep);
    let row = Rect::from_min_max(pos2(page.left(), page.top() + 9.0), pos2(page.right(), page.top() + 37.0));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center)));
    inside.spacing_mut().button_padding = vec2(9.0, 5.0);
    inside.spacing_mut().item_spacing.x = 6.0;
    let (key, request) = if sweep.is_running() {
        ("horizon-cancel", Request::CancelHorizon)
    } else {
        ("horizon-again", Request::BeginHorizon)
    };
    let buttons = [
        ("horizon-back", Request::ShowHorizon(false), true),
        ("horizon-save", Request::SaveHorizon, !sweep.points.is_empty()),
        (key, request, true),
    ];
    for (key, request, enabled) in buttons {
        let button = inside.add_enabled(enabled, Button::new(words.text(key)));
        if button.on_hover_text(words.text(&format!("{key}-tip"))).clicked() {
            requests.push(request);
        }
    }
    let drawn = inside.min_rect();
    help::mark(ui, "horizon-buttons", drawn);
    drawn
}

/// How far it is, and how far each racer reaches. Returns where it begins.
fn foot_ui(ui: &mut Ui, rect: Rect, view: &View<'_>, request: &HorizonRequest) -> f32 {
    let (words, tokens, sweep) = (view.words, view.tokens, &view.training.sweep);
    let reaches = request.racers.iter().map(|racer| {
        let medians = medians(sweep.points.iter(), *racer);
        let reached = match reach(&medians) {
            Some(length) => format!("T = {length}"),
            None if medians.is_empty() => words.text("horizon-not-run"),
            None => words.text("horizon-nowhere"),
        };
        format!("{} {reached}", racer_name(view, *racer))
    });
    let key = if sweep.progress < 1.0 { "horizon-reach-so-far" } else { "horizon-reach" };
    let said = words.with(key, &[("racers", reaches.collect::<Vec<_>>().join(" · "))]);
    let galley = ui.painter().layout(said, text::semibold(text::BODY), tokens.ink, rect.width());
    let top = rect.bottom() - galley.size().y;
    let place = Rect::from_min_max(pos2(rect.left(), top), rect.right_bottom());
    let label = ui.interact(place, ui.scope_id().with("reach"), Sense::hover());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    help::mark(ui, "horizon-reach", place);
    ui.painter().galley(place.min, galley, tokens.ink);
    let status = ui.painter().layout_no_wrap(status_text(view), text::regular(text::SMALL), tokens.faint);
    let row = Rect::from_min_max(pos2(rect.left(), top - 22.0), pos2(rect.right(), top - 6.0));
    let from = row.left() + 160.0;
    let bar = Rect::from_min_size(pos2(row.left(), row.center().y - BAR / 2.0), vec2(from - 12.0 - row.left(), BAR));
    let corner = CornerRadius::same(3);
    ui.painter().rect_filled(bar, corner, tokens.grid);
    ui.painter().rect_filled(bar.with_max_x(bar.left() + bar.width() * sweep.progress), corner, tokens.ink);
    let said = status.text().to_owned();
    let response = ui.interact(row, ui.scope_id().with("horizon-progress"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &said));
    help::mark(ui, "horizon-progress", row);
    ui.painter().galley(pos2(from, row.center().y - status.size().y / 2.0), status, tokens.faint);
    row.top()
}

/// How many runs have finished, for how long it has run, and what is left.
fn status_text(view: &View<'_>) -> String {
    let (words, sweep) = (view.words, &view.training.sweep);
    let values = [
        ("done", sweep.points.len().to_string()),
        ("runs", sweep.runs().to_string()),
        ("part", number::fixed(f64::from(sweep.progress) * 100.0, 0)),
        ("elapsed", duration(view, sweep.elapsed_secs)),
    ];
    let done = words.with("horizon-status", &values);
    let rest = match sweep.secs_left() {
        Some(secs) => words.with("horizon-left", &[("duration", duration(view, secs))]),
        None if sweep.is_running() => return done,
        None if sweep.progress >= 1.0 => words.text("horizon-done"),
        None => words.text("horizon-cancelled"),
    };
    format!("{done} · {rest}")
}

/// So long, in whole seconds, minutes or hours.
fn duration(view: &View<'_>, secs: f64) -> String {
    let (key, count) = match secs {
        ..90.0 => ("seconds", secs),
        90.0..5400.0 => ("minutes", secs / 60.0),
        _ => ("hours", secs / 3600.0),
    };
    view.words.with(&format!("duration-{key}"), &[("count", number::fixed(count.max(1.0), 0))])
}

/// A cell with its start.
fn racer_name(view: &View<'_>, racer: Racer) -> String {
    let start = match racer.start {
        // It has no gate whose bias could differ.
        Start::Torch if racer.kind == CellKind::Rnn => return view.name(racer.kind),
        Start::Torch => "+0".to_owned(),
        Start::Forget(n) => format!("{n:+}"),
        Start::Chrono | Start::Identity => start_name(view, racer.start),
    };
    format!("{} {start}", view.name(racer.kind))
}

fn plot_ui(ui: &mut Ui, rect: Rect, view: &View<'_>, request: &HorizonRequest) {
    let (words, tokens, sweep) = (view.words, view.tokens, &view.training.sweep);
    let names: Vec<String> = request.racers.iter().map(|racer| racer_name(view, *racer)).collect();
    let curves: Vec<HorizonCurve<'_>> =
        request.racers.iter().zip(&names).map(|(racer, name)| curve(view, request, *racer, name)).collect();
    let values = curves.iter().flat_map(|curve| &curve.dots).map(|(_, value)| *value).filter(|value| value.is_finite());
    let scale = log_scale(values.chain([GREY.log10(), SOLVED.log10()]), number::power_of_ten);
    let said = names.iter().zip(&curves).map(|(name, curve)| {
        let at = |(length, value): &(usize, f64)| format!("T {length} {}", short(10f64.powf(*value)));
        format!("{name}: {}", curve.medians.iter().map(at).collect::<Vec<_>>().join(", "))
    });
    let spoken = words.with("horizon-spoken", &[("racers", said.collect::<Vec<_>>().join("; "))]);
    let plot = HorizonPlot {
        lengths: &request.lengths,
        title: &words.text("recall-error"),
        axis: &words.text("horizon-axis"),
        curves: &curves,
        scale,
        ignorant: (GREY.log10(), &words.text("horizon-grey")),
        solved: (SOLVED.log10(), &words.text("horizon-solved")),
        spoken: &spoken,
        tokens,
    };
    help::mark(ui, "horizon-chart", rect);
    let (response, hover) = horizon_plot_ui(ui, rect, &plot);
    if sweep.points.is_empty() {
        let font = text::regular(text::SMALL);
        ui.painter().text(
            rect.center(),
            eframe::egui::Align2::CENTER_CENTER,
            words.text("horizon-none"),
            font,
            tokens.faint,
        );
    }
    let Some(length) = hover else { return };
    response.on_hover_ui_at_pointer(|ui| {
        ui.label(
            RichText::new(words.with("horizon-at", &[("length", length.to_string())])).font(text::semibold(text::BODY)),
        );
        for curve in &curves {
            let median = curve.medians.iter().find(|(at, _)| *at == length);
            let said = median.map_or_else(|| "–".to_owned(), |(_, value)| short(10f64.powf(*value)));
            ui.label(RichText::new(format!("{}  {said}", curve.name)).color(curve.colour));
        }
    });
}

/// One racer's dots and medians.
fn curve<'a>(view: &View<'_>, request: &HorizonRequest, racer: Racer, name: &'a str) -> HorizonCurve<'a> {
    let points = &view.training.sweep.points;
    let own = points.iter().filter(|point| (point.setup.kind, point.setup.start) == (racer.kind, racer.start));
    let dots = own.filter_map(|point| Some((point.setup.length, point.outcome.as_ref().ok()?.error.log10())));
    let medians = medians(points.iter(), racer).into_iter().map(|(length, error)| (length, error.log10()));
    // Of two starts of one cell the first is drawn in rings.
    let twin = request.racers.iter().filter(|other| other.kind == racer.kind).count() > 1;
    let first = request.racers.iter().find(|other| other.kind == racer.kind) == Some(&racer);
    HorizonCurve {
        name,
        dots: dots.collect(),
        medians: medians.collect(),
        colour: view.tokens.cell(racer.kind),
        style: cell_dash(racer.kind),
        hollow: twin && first,
    }
}
