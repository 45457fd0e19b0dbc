//! The page Explore: one paint sequence through a plain RNN and an LSTM, side by side.

mod blocks;
mod compare;
mod curves;
mod heads;
mod map;
mod map_choice;
mod panel;
mod picker;
mod plan;

use eframe::egui::{Align2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::gui::computed::{Computed, Shown};
use crate::gui::playback::Playback;
use crate::gui::request::Request;
use crate::gui::state::{Document, Origin};
use crate::gui::surveys::Surveys;
use crate::gui::theme::{Tokens, size, text};
use crate::gui::widget::chip::chip_ui;
use crate::locale::{Words, title};
use crate::scene::Scene;

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
    /// The step under the pointer, as of the last frame.
    pub hover: Option<usize>,
    /// What is computed beside the frames.
    pub surveys: &'a Surveys,
}

/// Draws the page. Edits the scene, asks for the rest; returns the step under the pointer.
pub fn explore_ui(ui: &mut Ui, view: &View<'_>, document: &mut Document, requests: &mut Vec<Request>) -> Option<usize> {
    let page = ui.available_rect_before_wrap().shrink2(vec2(size::GAP, 0.0));
    ui.painter().rect_filled(ui.max_rect(), 0.0, view.tokens.paper);
    let below = title_ui(ui, page, view, document);
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

/// The heads of both networks stay; what does not fit below them scrolls.
fn body_ui(
    ui: &mut Ui,
    page: Rect,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let columns = columns(page);
    let layers = document.scene.layers;
    let head = heads::head_height();
    let mut hover = heads::heads_ui(
        ui,
        columns.map(|column| column.with_max_y(page.top() + head)),
        view,
        shown,
        document,
        requests,
    );

    let plan = Plan::of(layers, vec2(page.width(), page.height() - head));
    let scrolled = Rect::from_min_max(pos2(page.left(), page.top() + head), page.right_bottom());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(scrolled));
    ScrollArea::vertical().id_salt("explore").auto_shrink(false).show(&mut inside, |ui| {
        let top = ui.cursor().top();
        ui.allocate_space(vec2(scrolled.width(), (plan.height() - 1.0).max(0.0)));
        let rows = |from: f32, height: f32| {
            columns.map(|column| Rect::from_x_y_ranges(column.x_range(), from..=from + height))
        };
        let body = plan.blocks + plan.curves;
        if body > 0.0 {
            heads::bodies_ground(ui, rows(top, body), view.tokens);
        }
        if plan.blocks > 0.0 {
            blocks::blocks_ui(ui, rows(top, plan.blocks), view, shown, document, requests);
        }
        if plan.curves > 0.0 {
            hover = curves::bodies_ui(ui, rows(top + plan.blocks, plan.curves), view, shown, requests).or(hover);
        }
        if plan.last > 0.0 {
            let cards = rows(top + body + size::GAP, plan.last);
            hover = compare::compare_ui(ui, cards, &plan.cards, view, shown, document, requests).or(hover);
        }
    });
    hover
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
    below = (below + galley.size().y).max(chips.bottom());
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
    for (open, key) in [
        (&mut layers.map, "map"),
        (&mut layers.gradient, "gradient"),
        (&mut layers.weights, "weights"),
        (&mut layers.curves, "curves"),
        (&mut layers.valves, "valves"),
    ] {
        let (label, tip) = (view.words.text(&format!("layer-{key}")), view.words.text(&format!("layer-{key}-tip")));
        chip_ui(&mut inside, open, &label, &tip, view.tokens);
    }
    inside.min_rect()
}
