//! The plot that every card of curves is made of.

use eframe::egui::{Rect, Sense, Ui, pos2, vec2};

use super::{View, ghost_values, opened};
use crate::gui::computed::Shown;
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::text;
use crate::gui::widget::opened::opens_ui;
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, Runs, Scale, TITLE, TimePlot, at_step, time_plot_ui};
use crate::locale::number;

/// What a plot is called in the help.
fn topic(id: &str) -> &'static str {
    match id {
        "lstm-gates" => "plot-gates",
        "lstm-states" => "plot-states",
        "gates-and-state" => "plot-lstm",
        "blue-left" => "plot-blue-left",
        "gradient" => "plot-gradient",
        _ => "plot-rnn",
    }
}

/// Where a plot stands.
pub struct PlotPlace {
    /// Distinguishes it.
    pub id: &'static str,
    /// Its place.
    pub rect: Rect,
    /// Where its steps stand.
    pub axis: TimeAxis,
}

/// A plot with its tooltip; a click or a drag goes to a step.
#[expect(clippy::too_many_arguments, reason = "one call a plot; a struct would only name them twice")]
pub fn draw_ui(
    ui: &mut Ui,
    place: &PlotPlace,
    (title, note): (&str, &str),
    scale: Scale,
    curves: &[Curve<'_>],
    view: &View<'_>,
    shown: &Shown,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let step = view.step();
    let log = place.id == "gradient";
    let said = curves.iter().map(|curve| format!("{} {}", curve.name, value_text(curve.runs, step, log)));
    let spoken = format!("{title}, t = {step}: {}", said.collect::<Vec<_>>().join(", "));
    let rows = ghost_values::rows(view, curves);
    let ghosts = rows.iter().map(|row| format!("; {}", row.spoken(step, log))).collect::<String>();
    let plot = TimePlot {
        id: place.id,
        axis: place.axis,
        title,
        note: if view.projector { "" } else { note },
        spoken: spoken + &ghosts,
        scale,
        curves,
        step,
        until: view.until(),
        hover: view.hover,
        tokens: view.tokens,
    };
    help::mark(ui, topic(place.id), place.rect);
    let heading = Rect::from_min_size(place.rect.min, vec2(place.rect.width(), TITLE));
    let names = Rect::from_min_max(pos2(place.axis.span.max + 2.0, heading.bottom()), place.rect.max);
    for symbols in [heading, names] {
        help::tip(ui, view.words, topic(place.id), symbols);
    }
    let events = time_plot_ui(ui, place.rect, &plot);
    let id = ui.scope_id().with((place.id, "title"));
    opens_ui(ui, events.title, (id, Sense::click()), title, view.tokens, |ui| {
        opened::plot_ui(ui, view, shown, place.id);
    });
    if let Some(step) = events.went_to {
        requests.push(Request::GoTo(step));
    }
    if let Some(at) = events.hover.filter(|at| *at <= view.until()) {
        events.response.on_hover_ui_at_pointer(|ui| {
            ui.label(eframe::egui::RichText::new(format!("t = {at}")).font(text::semibold(text::BODY)));
            for curve in curves.iter().rev() {
                let value = value_text(curve.runs, at, log);
                ui.label(eframe::egui::RichText::new(format!("{}  {value}", curve.name)).color(curve.colour));
            }
            rows.iter().for_each(|row| row.tip_ui(ui, at, log, view.tokens));
        });
    }
    events.hover
}

/// The value of a curve at a step, as the tooltip tells it.
pub fn value_text(runs: &Runs, step: usize, log: bool) -> String {
    at_step(runs, step).map_or_else(
        || "–".to_owned(),
        |point| if log { crate::number::short(10f64.powf(point.y)) } else { number::value(point.y) },
    )
}
