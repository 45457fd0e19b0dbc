//! The page Train: cells learn, side by side, to recall the first colour of a sequence.

mod curves;
mod held;
mod horizon;
mod insides;
mod panel;
mod part;
mod readout;
mod unit;

use eframe::egui::{Id, Rect, Role, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use crate::engine::cell::CellKind;
use crate::gui::help;
use crate::gui::request::Request;
use crate::gui::theme::{Tokens, size, stroke, text};
use crate::gui::training::{LookAt, ROADS, Race, Training};
use crate::gui::widget::choice::{Choice, choice_ui};
use crate::gui::widget::time_plot::Runs;
use crate::locale::{Words, number};

pub use curves::errors_ui;
pub use held::{held_of, hold_ui, in_words as held_in_words};
pub use panel::panel_ui;
pub use part::Part;
pub use readout::{height as readout_height, readout_ui};

/// What the page reads.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// How the race stands.
    pub training: &'a Training,
    /// The words.
    pub words: Words,
    /// The theme's colours.
    pub tokens: &'a Tokens,
    /// Whether the page is for a lecture hall: no second-rank text.
    pub projector: bool,
    /// The step under the pointer, as of the last frame.
    pub hover: Option<usize>,
    /// Whether nothing moves by itself.
    pub still: bool,
    /// The errors of earlier trainings, to hold these against: names and curves.
    pub earlier: &'a [(String, Runs)],
}

impl View<'_> {
    /// The step of the asked sequence that is looked at.
    fn step(&self) -> usize {
        self.training.playback.step()
    }

    /// The training steps done, and for how long.
    fn status(&self) -> String {
        let (steps, seconds) = (number::whole(self.training.steps), number::fixed(self.training.elapsed_secs, 1));
        self.words.with("train-status", &[("steps", steps), ("seconds", seconds)])
    }

    /// How a cell is called.
    fn name(&self, kind: CellKind) -> String {
        self.words.text(&format!("cell-{}", kind.slug()))
    }
}

/// What the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pointed {
    /// A step.
    pub step: Option<usize>,
    /// A unit, from 1.
    pub unit: Option<usize>,
}

impl Pointed {
    /// The latter of two, where it is anything.
    fn or(self, other: Self) -> Self {
        Self { step: self.step.or(other.step), unit: self.unit.or(other.unit) }
    }
}

/// Heights below which the page scrolls.
const CURVES_LEAST: f32 = 150.0;
const INSIDES_LEAST: f32 = 256.0;
/// The same on a projector, where everything is enlarged.
const HALL_CURVES: f32 = 116.0;
const HALL_INSIDES: f32 = 180.0;
/// The narrowest page.
const WIDTH_LEAST: f32 = 700.0;
/// Draws the page. Changes the race and what is looked at, asks for the rest; returns what the pointer
/// is over.
pub fn train_ui(
    ui: &mut Ui,
    view: &View<'_>,
    look_at: &mut LookAt,
    race: &mut Race,
    requests: &mut Vec<Request>,
) -> Pointed {
    let page = ui.available_rect_before_wrap().shrink2(vec2(size::GAP, 0.0));
    ui.painter().rect_filled(ui.max_rect(), 0.0, view.tokens.paper);
    if view.training.sweep.is_open {
        horizon::horizon_ui(ui, page, view, requests);
        return Pointed::default();
    }
    let below = title_ui(ui, page, view, race);
    let page = Rect::from_min_max(pos2(page.left(), below), page.right_bottom() - vec2(0.0, size::GAP));
    let width = page.width().max(WIDTH_LEAST);
    let chain = readout::height(race.cells.len());
    // In a lecture hall an open unit takes the place of the curves: its block needs the room.
    let has_curves = !(view.projector && look_at.unit.is_some());
    let [curves, insides] = match (view.projector, has_curves) {
        (false, _) => [CURVES_LEAST, INSIDES_LEAST],
        (true, true) => [HALL_CURVES, HALL_INSIDES],
        (true, false) => [-size::GAP, HALL_INSIDES],
    };
    let spare = (page.height() - curves - chain - insides - 2.0 * size::GAP).max(0.0);
    let share = if has_curves { 0.4 * spare } else { 0.0 };
    let heights = [curves + share, chain, insides + spare - share];
    let mut inside = ui.new_child(UiBuilder::new().max_rect(page));
    let area = if page.width() < width { ScrollArea::both() } else { ScrollArea::vertical() };
    let drawn = area.id_salt("train").auto_shrink(false).show(&mut inside, |ui| {
        let mut at = ui.cursor().min;
        ui.allocate_space(vec2(width, heights.iter().sum::<f32>() + 2.0 * size::GAP - 1.0));
        let [curves, chain, insides] = heights.map(|height| {
            let row = Rect::from_min_size(at, vec2(width, height));
            at.y += height + size::GAP;
            row
        });
        let mut pointed = if has_curves { curves::curves_ui(ui, curves, view, requests) } else { Pointed::default() };
        pointed = readout::readout_ui(ui, chain, view, look_at, requests).or(pointed);
        // What stands inside a card makes the page no higher.
        let mut own = ui.new_child(UiBuilder::new().max_rect(insides).id_salt("unit"));
        match look_at.unit {
            Some(_) => unit::unit_ui(&mut own, insides, view, look_at, race, requests).or(pointed),
            None => insides::insides_ui(ui, insides, view, look_at, race, requests).or(pointed),
        }
    });
    drawn.inner
}

/// A card's ground; returns what is inside its edges.
pub fn card_ui(ui: &Ui, card: Rect, tokens: &Tokens) -> Rect {
    let line = Stroke::new(stroke::HAIR, tokens.hairline);
    ui.painter().rect(card, size::CARD_CORNER, tokens.card, line, StrokeKind::Inside);
    Rect::from_min_max(card.left_top() + vec2(size::PAD, 9.0), card.right_bottom() - vec2(size::PAD, 8.0))
}

/// The page's question, what there is to see, and the prepared races. Returns where the page goes on.
fn title_ui(ui: &mut Ui, page: Rect, view: &View<'_>, race: &mut Race) -> f32 {
    let (words, tokens) = (view.words, view.tokens);
    let roads = roads_ui(ui, page, view, race);
    let question = words.with("train-title", &[("length", race.shared.length.to_string())]);
    let width = roads.left() - page.left() - 16.0;
    let galley = ui.painter().layout(question, text::bold(text::TITLE), tokens.ink, width);
    let mut below = page.top() + 12.0;
    let at = pos2(page.left() + 4.0, below);
    help::mark(ui, "task", Rect::from_min_size(at, galley.size()));
    below = (below + galley.size().y).max(roads.bottom());
    ui.painter().galley(at, galley, tokens.ink);
    if view.projector {
        return below + 8.0;
    }
    let caption = match race.road() {
        Some(road) => words.text(&format!("road-{}-caption", road.slug)),
        None => words.text("road-other-caption"),
    };
    let galley = ui.painter().layout(caption, text::regular(text::BODY), tokens.faint, page.width() - 8.0);
    let height = galley.size().y;
    ui.painter().galley(pos2(page.left() + 4.0, below + 4.0), galley, tokens.faint);
    below + 4.0 + height + 8.0
}

/// The prepared races, at the right of the question.
fn roads_ui(ui: &mut Ui, page: Rect, view: &View<'_>, race: &mut Race) -> Rect {
    let row = Rect::from_min_max(pos2(page.left(), page.top() + 9.0), pos2(page.right(), page.top() + 37.0));
    let names = ROADS.map(|road| view.words.text(&format!("road-{}", road.slug))).map(|name| (name.clone(), name));
    let now = race.road();
    let choice = Choice {
        id: Id::unique("roads"),
        names: &names,
        chosen: &ROADS.each_ref().map(|road| now == Some(road)),
        role: Role::RadioButton,
        font: text::semibold(text::SMALL + 0.5),
        padding: [11.0, 5.0],
        width: 0.0,
        corner: 13,
        framed: true,
        tokens: view.tokens,
    };
    // As wide as it was drawn last: it stands at the right.
    let key = Id::unique("roads-width");
    let width: f32 = ui.data(|data| data.get_temp(key)).unwrap_or(360.0);
    let place = row.with_min_x((row.right() - width).max(row.left()));
    let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    inside.spacing_mut().item_spacing.x = 6.0;
    let events = choice_ui(&mut inside, &choice);
    for (response, road) in events.responses.into_iter().zip(&ROADS) {
        response.on_hover_text(view.words.text(&format!("road-{}-caption", road.slug)));
    }
    if let Some(road) = events.clicked.and_then(|at| ROADS.get(at)) {
        *race = road.on(race);
    }
    let drawn = inside.min_rect();
    if (drawn.width() - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(key, drawn.width()));
        ui.ctx().request_repaint();
    }
    help::mark(ui, "roads", drawn);
    drawn
}
