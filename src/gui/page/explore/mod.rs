//! The page Explore: one paint sequence through a plain RNN and an LSTM, side by side.

mod blocks;
mod compare;
mod control;
mod curves;
mod ghost_values;
mod ghosts;
mod heads;
mod map;
mod map_choice;
mod opened;
mod paints_kept;
mod panel;
pub mod parts;
mod picker;
mod plan;
mod plot;
mod sliders;

use std::collections::BTreeSet;

use eframe::egui::{Align, Align2, Id, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};
use egui_plot::PlotPoint;

use crate::engine::network::{Parameter, Part};
use crate::gui::computed::{Computed, Curves, Ghostly, Shown};
use crate::gui::help;
use crate::gui::live::Live;
use crate::gui::playback::Playback;
use crate::gui::request::Request;
use crate::gui::settings::{Group, Settings};
use crate::gui::stage::Stage;
use crate::gui::state::{Document, Origin};
use crate::gui::surveys::Surveys;
use crate::gui::theme::{Tokens, size, text};
use crate::gui::widget::chip::chip_ui;
use crate::gui::widget::roving;
use crate::gui::widget::time_plot::{GhostCurve, Runs};
use crate::locale::{Words, title};
use crate::scene::{Control, Controls, Scene};
use crate::working::Network;

use plan::Plan;

pub use panel::panel_ui;
pub use picker::paints_ui;

/// What the page reads.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What follows from the scene.
    pub computed: &'a Computed,
    /// The step at hand.
    pub playback: &'a Playback,
    /// The words.
    pub words: Words,
    /// The theme's colours.
    pub tokens: &'a Tokens,
    /// Whether the page is for a lecture hall: no second-rank text.
    pub projector: bool,
    /// The groups of sliders that are folded.
    pub folded: &'a BTreeSet<Group>,
    /// The step under the pointer, as of the last frame.
    pub hover: Option<usize>,
    /// Whether nothing moves by itself.
    pub still: bool,
    /// What is computed beside the frames.
    pub surveys: &'a Surveys,
    /// What may be moved; the rest is shown, and stays as it is.
    pub allowed: &'a Controls,
    /// The last step that is shown yet, where the rest is to be foretold.
    pub veil: Option<usize>,
    /// What alone is told, where a text beside the scene says what to look at.
    pub only: Option<Only<'a>>,
    /// The stage whose parts are lit, whatever stage time is at.
    pub lit: Option<Stage>,
}

/// What a text beside the scene speaks of.
#[derive(Debug, Clone, Copy)]
pub struct Only<'a> {
    /// The networks.
    pub networks: &'a [Network],
    /// Whether it speaks of how well ends are told apart.
    pub told_apart: bool,
}

impl<'a> View<'a> {
    /// What a page reads of its scene and of the settings; and the document, which it edits.
    #[must_use]
    pub fn of(
        live: &'a mut Live,
        settings: &'a Settings,
        hover: Option<usize>,
        tokens: &'a Tokens,
    ) -> (Self, &'a mut Document) {
        let Live { document, computed, surveys, playback, allowed, veil, .. } = live;
        let view = Self {
            computed,
            playback,
            words: settings.words(),
            tokens,
            projector: settings.projector,
            folded: &settings.folded,
            hover,
            still: settings.reduce_motion,
            surveys,
            allowed,
            veil: *veil,
            only: None,
            lit: None,
        };
        (view, document)
    }

    /// The last step that is shown.
    fn until(&self) -> usize {
        self.veil.unwrap_or(usize::MAX).min(self.playback.length())
    }

    /// Whether a network is spoken of.
    fn speaks_of(&self, network: Network) -> bool {
        self.only.is_none_or(|only| only.networks.contains(&network))
    }

    /// Whether there are steps that are not shown yet.
    fn is_veiled(&self) -> bool {
        self.until() < self.playback.length()
    }

    /// The step whose numbers are shown: the one at hand, as long as it is not behind the veil.
    fn step(&self) -> usize {
        self.playback.step().min(self.until()).max(1)
    }

    /// Whether a weight may be moved.
    fn moves(&self, weight: Parameter) -> bool {
        self.allowed.allows(Control::Weight(weight))
    }

    /// Whether a gate may be held or let go, and its held value moved.
    fn holds(&self, part: Part) -> bool {
        self.allowed.allows(Control::Held(part))
    }

    /// One quantity of every ghost in which it goes another way than in the present run: gates are
    /// many in one plot, and most ghosts leave most of them as they are.
    fn ghosts_apart(&self, present: &Runs, of: impl Fn(&'a Curves) -> &'a Runs) -> Vec<GhostCurve<'a>> {
        let same = |(a, b): (&PlotPoint, &PlotPoint)| a.x == b.x && a.y == b.y;
        let apart = |ghost: &GhostCurve<'_>| {
            !ghost.runs.iter().zip(present).all(|(ghost, present)| ghost.iter().zip(present).all(same))
        };
        let mut ghosts = self.ghosts(of);
        ghosts.retain(apart);
        ghosts
    }

    /// One quantity of every ghost that could be computed.
    fn ghosts(&self, of: impl Fn(&'a Curves) -> &'a Runs) -> Vec<GhostCurve<'a>> {
        let curve = |(number, ghost): (usize, &'a Ghostly)| {
            let curves = ghost.curves.as_ref().ok()?;
            Some(GhostCurve { number, runs: of(&curves.whole), drawn: of(&curves.drawn) })
        };
        (1..).zip(&self.computed.ghosts).filter_map(curve).collect()
    }
}

/// The room below the heads, from which on they stay while the rest scrolls.
const SCROLLED_LEAST: f32 = 150.0;
/// The narrowest page that holds both networks.
const WIDTH_LEAST: f32 = 700.0;

/// Draws the page. Edits the scene, asks for the rest; returns the step under the pointer.
pub fn explore_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) -> Option<usize> {
    let page = ui.available_rect_before_wrap().shrink2(vec2(size::GAP, 0.0));
    ui.painter().rect_filled(ui.max_rect(), 0.0, view.tokens.paper);
    paints_kept::forget(ui);
    let before = document.scene.layers;
    let below = title_ui(ui, page, view, document);
    let now = document.scene.layers;
    if (now.map && !before.map) || (now.gradient && !before.gradient) {
        ui.data_mut(|data| data.insert_temp(last_row_opened(), true));
    }
    let page = Rect::from_min_max(pos2(page.left(), below), page.right_bottom() - vec2(0.0, size::GAP));
    match &view.computed.run {
        Err(error) => {
            let words = format!("{}\n{}", view.words.error(error), view.words.hint(error));
            ui.painter().text(
                page.center(),
                Align2::CENTER_CENTER,
                words,
                text::regular(text::TITLE),
                view.tokens.warning,
            );
            None
        }
        Ok(shown) => body_ui(ui, page, view, shown, document, requests),
    }
}

/// The heads of both networks stay where there is room; what does not fit below them scrolls.
fn body_ui(
    ui: &mut Ui,
    page: Rect,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let head = heads::Head::Whole.height(view.projector);
    let heads =
        |columns: [Rect; 2], top: f32| columns.map(|card| Rect::from_x_y_ranges(card.x_range(), top..=top + head));
    // Much enlarged, a small window has no room for both networks, or none below the heads: there
    // all of it scrolls.
    let width = page.width().max(WIDTH_LEAST);
    let stay = page.width() >= width && page.height() - head >= SCROLLED_LEAST;
    let plan = Plan::of(document.scene.layers, vec2(width, page.height() - head), view.projector);
    let mut hover = None;
    let mut scrolled = page;
    if stay {
        hover = heads::heads_ui(ui, heads(columns(page), page.top()), view, shown, document, requests);
        scrolled = scrolled.with_min_y(page.top() + head);
    }
    let mut inside = ui.new_child(UiBuilder::new().max_rect(scrolled));
    let area = if stay { ScrollArea::vertical() } else { ScrollArea::both() };
    area.id_salt("explore").auto_shrink(false).show(&mut inside, |ui| {
        let at = ui.cursor().min;
        let columns = columns(Rect::from_min_size(at, vec2(width, page.height())));
        let over = if stay { 0.0 } else { head };
        ui.allocate_space(vec2(width, (over + plan.height() - 1.0).max(0.0)));
        if !stay {
            hover = heads::heads_ui(ui, heads(columns, at.y), view, shown, document, requests);
        }
        hover = below_ui(ui, (at.y + over, columns), &plan, view, shown, document, requests).or(hover);
    });
    hover
}

/// What lies below the heads, from a height on: blocks, curves, the last row.
fn below_ui(
    ui: &mut Ui,
    (top, columns): (f32, [Rect; 2]),
    plan: &Plan,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let rows =
        |from: f32, height: f32| columns.map(|column| Rect::from_x_y_ranges(column.x_range(), from..=from + height));
    let body = plan.blocks + plan.curves;
    let mut hover = None;
    if body > 0.0 {
        heads::bodies_ground(ui, rows(top, body), view.tokens);
    }
    if plan.blocks > 0.0 {
        blocks::blocks_ui(ui, rows(top, plan.blocks), view, shown, document, requests);
    }
    if plan.curves > 0.0 {
        hover = curves::bodies_ui(ui, rows(top + plan.blocks, plan.curves), view, shown, requests);
    }
    if plan.last > 0.0 {
        let cards = rows(top + body + size::GAP, plan.last);
        // A card that was opened below the fold would seem not to have been opened at all.
        if ui.data_mut(|data| data.remove_temp::<bool>(last_row_opened())).is_some() {
            let [left, right] = cards;
            ui.scroll_to_rect(left.union(right), Some(Align::BOTTOM));
        }
        hover = compare::compare_ui(ui, cards, &plan.cards, view, shown, document, requests).or(hover);
    }
    hover
}

/// Where it stands that a card of the last row was opened.
fn last_row_opened() -> Id {
    Id::unique("last-row-opened")
}

/// The two networks' columns.
fn columns(page: Rect) -> [Rect; 2] {
    let width = (page.width() - size::GAP) / 2.0;
    [page.left(), page.right() - width]
        .map(|left| Rect::from_min_size(pos2(left, page.top()), vec2(width, page.height())))
}

/// The page's question, what to look at, and the layer chips. Returns where the page goes on.
fn title_ui(ui: &mut Ui, page: Rect, view: &View<'_>, document: &mut Document) -> f32 {
    let words = view.words;
    let chips = chips_ui(ui, page, view, &mut document.scene);
    let question = title(words, &document.scene);
    let width = chips.left() - page.left() - 16.0;
    let galley = ui.painter().layout(question, text::bold(text::TITLE), view.tokens.ink, width);
    let mut below = page.top() + 12.0;
    ui.painter().galley(pos2(page.left() + 4.0, below), galley.clone(), view.tokens.ink);
    help::mark(ui, "question", Rect::from_min_size(pos2(page.left() + 4.0, below), galley.size()));
    below = (below + galley.size().y).max(chips.bottom());
    if view.projector {
        return below + 8.0;
    }
    let caption = caption(words, document);
    let galley = ui.painter().layout(caption, text::regular(text::BODY), view.tokens.faint, page.width() - 8.0);
    ui.painter().galley(pos2(page.left() + 4.0, below + 4.0), galley.clone(), view.tokens.faint);
    below + 4.0 + galley.size().y + 8.0
}

/// What the scene shows: its caption while it is as it was opened, else that it was changed.
fn caption(words: Words, document: &Document) -> String {
    match (&document.start.origin, document.changed()) {
        (Origin::Preset(slug), false) => words.text(&format!("preset-{slug}-caption")),
        (Origin::Preset(slug), true) => {
            words.with("caption-changed", &[("name", words.text(&format!("preset-{slug}")))])
        }
        (Origin::File(path), changed) => {
            let key = if changed { "caption-file-changed" } else { "caption-file" };
            words.with(key, &[("file", path.display().to_string())])
        }
    }
}

fn chips_ui(ui: &mut Ui, page: Rect, view: &View<'_>, scene: &mut Scene) -> Rect {
    let row = Rect::from_min_max(pos2(page.left(), page.top() + 9.0), pos2(page.right(), page.top() + 37.0));
    let layout = eframe::egui::Layout::right_to_left(eframe::egui::Align::Center);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
    inside.spacing_mut().item_spacing.x = 6.0;
    let layers = &mut scene.layers;
    // The row as it was drawn last, for its one stop of Tab; it is laid out from the right.
    let row_key = ui.scope_id().with("chips-row");
    let ids: Vec<Id> = ui.data(|data| data.get_temp(row_key)).unwrap_or_default();
    let reached = roving::reached(ui, &ids, 0);
    let mut drawn = Vec::new();
    for (open, key) in [
        (&mut layers.map, "map"),
        (&mut layers.gradient, "gradient"),
        (&mut layers.weights, "weights"),
        (&mut layers.curves, "curves"),
        (&mut layers.valves, "valves"),
    ] {
        let (label, tip) = (view.words.text(&format!("layer-{key}")), view.words.text(&format!("layer-{key}-tip")));
        if view.projector && key == "weights" {
            continue;
        }
        let sense = roving::sense(Sense::click(), ids.len().saturating_sub(drawn.len() + 1) == reached);
        drawn.push(chip_ui(&mut inside, open, &label, &tip, sense, view.tokens).id);
    }
    drawn.reverse();
    ui.data_mut(|data| data.insert_temp(row_key, drawn));
    help::mark(ui, "layers", inside.min_rect());
    inside.min_rect()
}
