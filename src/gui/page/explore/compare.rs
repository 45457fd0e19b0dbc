//! What compares the two networks: blue left, and the gradients on a log axis.

use eframe::egui::{Rangef, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::curves::{PlotKind, plot_ui};
use super::{View, map};
use crate::gui::computed::Shown;
use crate::gui::request::Request;
use crate::gui::state::Document;
use crate::gui::surveys::Told;
use crate::gui::theme::{Tokens, size, stroke};
use crate::gui::widget::time_axis::TimeAxis;
use crate::locale::number;

/// The room right of step T for a network's name.
const NAMES: f32 = 52.0;

/// A card of the last row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// Blue left in both networks.
    BlueLeft,
    /// The RNN's hidden state.
    RnnState,
    /// The LSTM's gates and states in one plot.
    LstmGates,
    /// The gradients of both networks.
    Gradient,
    /// What survives over two sliders.
    Map,
}

/// The cards, side by side over both columns. Returns the step under the pointer.
pub fn compare_ui(
    ui: &mut Ui,
    columns: [Rect; 2],
    compared: &[Compared],
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let [left, right] = columns;
    let whole = left.union(right);
    #[expect(clippy::cast_precision_loss, reason = "at most five cards")]
    let count = compared.len().max(1) as f32;
    let width = (whole.width() - size::GAP * (count - 1.0)) / count;
    let mut hover = None;
    let mut at = whole.left();
    for card in compared {
        let rect = Rect::from_min_size(pos2(at, whole.top()), vec2(width, whole.height()));
        at += width + size::GAP;
        card_ground(ui, rect, view.tokens);
        let place = place(rect, shown.run.length());
        let over = match card {
            Compared::BlueLeft => plot_ui(ui, place, PlotKind::BlueLeft, view, shown, requests),
            Compared::RnnState => plot_ui(ui, place, PlotKind::RnnState, view, shown, requests),
            Compared::LstmGates => plot_ui(ui, place, PlotKind::GatesAndStates, view, shown, requests),
            Compared::Gradient => plot_ui(ui, place, PlotKind::Gradient, view, shown, requests),
            Compared::Map => {
                map::map_ui(ui, rect, view, shown, document);
                None
            }
        };
        hover = over.or(hover);
    }
    hover
}

fn card_ground(ui: &Ui, card: Rect, tokens: &Tokens) {
    let line = Stroke::new(stroke::HAIR, tokens.hairline);
    ui.painter().rect(card, size::CARD_CORNER, tokens.card, line, StrokeKind::Inside);
}

/// Where a plot and its steps stand in a card, with room for networks' names at the ends of curves.
pub fn place(card: Rect, length: usize) -> (Rect, TimeAxis) {
    let rect = Rect::from_min_max(card.left_top() + vec2(size::PAD, 10.0), card.right_bottom() - vec2(size::PAD, 6.0));
    let span = Rangef::new(rect.left() + size::GUTTER, rect.right() - NAMES);
    (rect, TimeAxis { span, length })
}

/// `57 %`, followed by `…` while a newer one is on its way.
pub fn told_text(told: Told) -> String {
    let share = told.share.map(number::percent).unwrap_or_default();
    if told.is_of_now { share } else { format!("{share}…") }
}
