//! One unit of a trained network: its curves, and for an LSTM its memory block with what flows.

use eframe::egui::{Align, Button, Layout, Rangef, Rect, RichText, Ui, UiBuilder, vec2};

use super::insides::{HEAD, head_ui};
use super::part::Part;
use super::readout::colour_text;
use super::{Pointed, View, card_ui};
use crate::engine::cell::CellKind;
use crate::gui::computed::runs;
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{size, stroke, text};
use crate::gui::training::{Learner, LookAt, Race};
use crate::gui::widget::memory_block::{BlockNumber, Grip, LstmBlock, Others, ValveWords, lstm_block_ui, lstm_tips_ui};
use crate::gui::widget::opened::{lines_ui, row_ui};
use crate::gui::widget::time_axis::TimeAxis;
use crate::gui::widget::time_plot::{Curve, Runs, TimePlot, at_step, linear_scale, time_plot_ui, values};
use crate::locale::number::{self, seen};
use crate::number::subscript;
use crate::scene::{LstmFlows, TrainedUnit};
use crate::working::Quantity;

/// The card's title.
const TITLE: f32 = 26.0;
/// Right of step T: the names at the ends of curves.
const NAMES: f32 = 24.0;
/// The part of the card that the curves take beside a block.
const CURVES: f32 = 0.42;
/// The line of equations under the block.
const EQUATIONS: f32 = 20.0;

/// Draws the line over it and the card.
pub fn unit_ui(
    ui: &mut Ui,
    rect: Rect,
    view: &View<'_>,
    look_at: &mut LookAt,
    race: &Race,
    requests: &mut Vec<Request>,
) -> Pointed {
    head_ui(ui, rect.with_max_y(rect.top() + HEAD), view, look_at, race, requests);
    let inside = card_ui(ui, rect.with_min_y(rect.top() + HEAD), view.tokens);
    let (Some(unit), Some(learner)) = (look_at.unit, view.training.learner(look_at.cell)) else {
        return Pointed::default();
    };
    title_ui(ui, inside.with_max_y(inside.top() + TITLE), view, learner, unit, look_at);
    let body = inside.with_min_y(inside.top() + TITLE);
    let Some(trained) = &learner.latest.unit else {
        return curves_ui(ui, body, view, learner, unit, requests);
    };
    let (left, right) = body.split_left_right_at_fraction(CURVES);
    block_ui(ui, right.with_min_x(right.left() + size::GAP), view, trained, look_at);
    curves_ui(ui, left, view, learner, unit, requests)
}

/// Which unit it is and how long it remembers; the next one and the one before.
fn title_ui(ui: &mut Ui, row: Rect, view: &View<'_>, learner: &Learner, unit: usize, look_at: &mut LookAt) {
    let words = view.words;
    let mut inside =
        ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)).id_salt("unit"));
    let values = [("unit", unit.to_string()), ("cell", view.name(learner.kind))];
    let half_life = learner.latest.probe.as_ref().ok().and_then(|probe| probe.half_lives.get(unit - 1).copied());
    let said = words.with("unit-title", &values);
    let said = half_life.map_or_else(
        || said.clone(),
        |steps| format!("{said} · {}", words.with("unit-half-life", &[("steps", number::steps(steps))])),
    );
    let label = inside.label(RichText::new(said).font(text::semibold(text::BODY)).color(view.tokens.ink));
    help::mark(ui, "unit", label.rect);
    inside.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding = vec2(9.0, 2.0);
        ui.spacing_mut().interact_size.y = 20.0;
        let place = learner.order.iter().position(|at| at + 1 == unit).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|place| learner.order.get(place));
        for (key, to) in [("unit-next", learner.order.get(place + 1)), ("unit-before", before)] {
            let label = RichText::new(words.text(key)).font(text::regular(text::SMALL + 0.5));
            let button = ui.add_enabled(to.is_some(), Button::new(label));
            help::mark(ui, "unit", button.rect);
            if button.on_hover_text(words.text("unit-order-tip")).clicked() {
                look_at.unit = to.map(|unit| unit + 1);
            }
        }
    });
}

/// The plots of a cell's unit: what stands in each.
fn plots(kind: CellKind) -> &'static [(&'static str, &'static [Part])] {
    match kind {
        CellKind::Rnn => &[("unit-states", &[Part::H])],
        CellKind::Lstm => &[("unit-gates", &[Part::I, Part::O, Part::F]), ("unit-states", &[Part::H, Part::S])],
        CellKind::Gru => &[("unit-gates", &[Part::R, Part::Z]), ("unit-states", &[Part::N, Part::H])],
    }
}

/// The unit's gates and states at every step.
fn curves_ui(
    ui: &mut Ui,
    rect: Rect,
    view: &View<'_>,
    learner: &Learner,
    unit: usize,
    requests: &mut Vec<Request>,
) -> Pointed {
    let Ok(probe) = &learner.latest.probe else { return Pointed::default() };
    help::mark(ui, "unit-curves", rect);
    let plots = plots(learner.kind);
    let mut pointed = Pointed::default();
    #[expect(clippy::cast_precision_loss, reason = "one plot or two")]
    let height = rect.height() / plots.len() as f32;
    let mut top = rect.top();
    for (id, parts) in plots {
        let place = Rect::from_x_y_ranges(rect.x_range(), top..=top + height);
        top += height;
        let columns: Vec<(Part, Runs)> = parts
            .iter()
            .filter_map(|part| {
                let column = part.numbers(&probe.trace)?.column(unit - 1);
                Some((*part, runs(column.iter().map(|value| Some(*value)))))
            })
            .collect();
        pointed = plot_ui(ui, place, view, id, &columns, requests).or(pointed);
    }
    pointed
}

fn plot_ui(
    ui: &mut Ui,
    rect: Rect,
    view: &View<'_>,
    id: &'static str,
    columns: &[(Part, Runs)],
    requests: &mut Vec<Request>,
) -> Pointed {
    let (words, tokens, step) = (view.words, view.tokens, view.step());
    let length = view.training.playback.length();
    let curves: Vec<Curve<'_>> = columns
        .iter()
        .map(|(part, runs)| Curve {
            name: part.letter(words),
            runs,
            colour: part.ink(tokens),
            style: part.dash(),
            width: if *part == Part::O { stroke::DOT } else { stroke::CURVE },
            falls_at: None,
            ghosts: Vec::new(),
        })
        .collect();
    let letters: Vec<&str> = columns.iter().rev().map(|(part, _)| part.letter(words)).collect();
    let title = words.with(id, &[("letters", letters.join(", "))]);
    let value = |curve: &Curve<'_>, at: usize| {
        at_step(curve.runs, at).map_or_else(|| "–".to_owned(), |point| number::value(point.y))
    };
    let said = curves.iter().map(|curve| format!("{} {}", curve.name, value(curve, step)));
    let axis = TimeAxis { span: Rangef::new(rect.left() + size::GUTTER - 12.0, rect.right() - NAMES), length };
    let plot = TimePlot {
        id,
        axis,
        title: &title,
        note: "",
        spoken: format!("{title}, t = {step}: {}", said.collect::<Vec<_>>().join(", ")),
        scale: linear_scale(values(&curves, length)),
        curves: &curves,
        step,
        until: length,
        hover: view.hover,
        tokens,
    };
    let events = time_plot_ui(ui, rect, &plot);
    requests.extend(events.went_to.map(Request::GoTo));
    if let Some(at) = events.hover {
        events.response.on_hover_ui_at_pointer(|ui| {
            ui.label(RichText::new(format!("t = {at}")).font(text::semibold(text::BODY)));
            for curve in curves.iter().rev() {
                let said = format!("{}  {}", curve.name, value(curve, at));
                ui.label(RichText::new(said).color(curve.colour));
            }
        });
    }
    Pointed { step: events.hover, unit: None }
}

/// The unit as plumbing; what it hears of the rest is one term in every gate.
fn block_ui(ui: &mut Ui, rect: Rect, view: &View<'_>, unit: &TrainedUnit, look_at: &LookAt) {
    let (words, tokens, step) = (view.words, view.tokens, view.step());
    let Some(numbers) = unit.flows(step) else { return };
    ui.painter().rect_filled(rect, size::CARD_CORNER, tokens.paper);
    let inside = rect.shrink2(vec2(10.0, 4.0));
    let (drawing, equations) = inside.split_top_bottom_at_y(inside.bottom() - EQUATIONS);
    help::mark(ui, "unit-block", rect);
    let x = input_at(view, step);
    let input = tokens.mixture(x);
    let held = [look_at.held.lstm.i, look_at.held.lstm.f, look_at.held.lstm.o];
    let names = [("i", numbers.i), ("f", numbers.f), ("o", numbers.o)].map(|(letter, value)| {
        let part = words.text(&format!("part-{letter}"));
        words.with("unit-valve-name", &[("part", part), ("value", number::fixed(value, 2))])
    });
    let tip = |quantity| {
        let lines = unit.workings(step, &[quantity]);
        lines.first().map_or_else(String::new, |working| words.working(working).to_string())
    };
    let tips = [Quantity::I, Quantity::F, Quantity::O].map(tip);
    let others = words.with("unit-others", &[("count", units_besides(view, look_at).to_string())]);
    let block = LstmBlock {
        stage: None,
        lit: None,
        phase: view.training.playback.phase().filter(|_| !view.still),
        still: view.still,
        words,
        opened: &|ui, number| number_ui(ui, view, unit, number, x),
        numbers,
        valves: std::array::from_fn(|at| ValveWords {
            held: held.get(at).is_some_and(Option::is_some),
            grip: Grip::Shows,
            pinned_by_hand: false,
            name: names.get(at).map_or("", String::as_str),
            pin: "",
        }),
        tips: tips.each_ref().map(String::as_str),
        pin_tip: "",
        only_next: &words.text("block-only-next"),
        out_and_next: &words.text("block-out-and-next"),
        copy: &words.text("block-copy"),
        drained: &words.text("block-drained"),
        moving: None,
        others: Some(Others { input, units: &others }),
        spoken: &spoken(view, &numbers),
        tokens,
    };
    lstm_tips_ui(ui, drawing, &block);
    lstm_block_ui(ui, drawing, &block);
    let lines: Vec<_> =
        unit.workings(step, &[Quantity::S, Quantity::H]).iter().map(|working| words.working(working)).collect();
    row_ui(ui, equations, &lines, tokens);
}

fn units_besides(view: &View<'_>, look_at: &LookAt) -> usize {
    view.training.learner(look_at.cell).map_or(0, |learner| learner.order.len().saturating_sub(1))
}

/// The input of a step, three numbers.
fn input_at(view: &View<'_>, step: usize) -> [f64; 3] {
    let probe = view.training.learners.iter().find_map(|learner| learner.latest.probe.as_ref().ok());
    let x = probe.map(|probe| probe.trace.x());
    std::array::from_fn(|channel| x.and_then(|x| x.get((step - 1, channel))).copied().unwrap_or_default())
}

fn spoken(view: &View<'_>, numbers: &LstmFlows) -> String {
    let values = [
        ("step", numbers.step.to_string()),
        ("before", seen(numbers.s_before)),
        ("kept", seen(numbers.kept)),
        ("let_in", seen(numbers.let_in)),
        ("s", seen(numbers.s)),
        ("h", seen(numbers.h)),
    ];
    view.words.with("block-spoken-lstm", &values)
}

/// How a number of the block comes about.
fn number_ui(ui: &mut Ui, view: &View<'_>, unit: &TrainedUnit, number: BlockNumber, x: [f64; 3]) {
    let (words, step) = (view.words, view.step());
    let (quantity, step) = match number {
        BlockNumber::Now(Quantity::X) => {
            let symbol = format!("x{}", subscript(&step.to_string()));
            ui.label(words.with("opened-number", &[("symbol", symbol), ("value", colour_text(words, x))]));
            return;
        }
        BlockNumber::Before(quantity) if step == 1 => {
            let symbol = format!("{}{}", words.letter(quantity), subscript("0"));
            ui.label(words.with("opened-start", &[("symbol", symbol)]));
            return;
        }
        BlockNumber::Before(quantity) => (quantity, step - 1),
        BlockNumber::Now(quantity) => (quantity, step),
        // (1 − f)·S' follows from what keeps.
        BlockNumber::Drained => (Quantity::F, step),
    };
    let lines: Vec<_> = unit.workings(step, &[quantity]).iter().map(|working| words.working(working)).collect();
    lines_ui(ui, &lines, words, view.tokens);
    if matches!(quantity, Quantity::I | Quantity::F | Quantity::O | Quantity::G) {
        ui.add_space(4.0);
        let said = words.text("unit-others-note");
        ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(view.tokens.faint));
    }
}
