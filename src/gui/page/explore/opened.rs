//! What opens beside a number of the page: how it comes about.

use eframe::egui::{Rect, RichText, Ui};

use super::View;
use crate::engine::survival::Shown as MapShown;
use crate::gui::computed::Shown;
use crate::gui::help;
use crate::gui::theme::text;
use crate::gui::widget::memory_block::BlockNumber;
use crate::gui::widget::opened::{lines_ui, row_ui};
use crate::locale::Line;
use crate::number::subscript;
use crate::working::{Measure, Network, Quantity};

/// How a number of a block comes about.
pub fn block_number_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown, network: Network, number: BlockNumber) {
    let step = view.step();
    let lines = match number {
        BlockNumber::Now(quantity) => numbers(view, shown, network, &[quantity], step),
        BlockNumber::Before(quantity) if step == 1 => {
            let symbol = format!("{}{}", view.words.letter(quantity), subscript("0"));
            ui.label(view.words.with("opened-start", &[("symbol", symbol)]));
            return;
        }
        BlockNumber::Before(quantity) => numbers(view, shown, network, &[quantity], step - 1),
        BlockNumber::Drained => measures(view, shown, network, &[Measure::Drained], step),
    };
    lines_ui(ui, &lines, view.words, view.tokens);
}

/// Numbers of a network at a step, worked out.
fn numbers(view: &View<'_>, shown: &Shown, network: Network, quantities: &[Quantity], step: usize) -> Vec<Line> {
    let opened = match (network, quantities) {
        // x is the same in both networks, and a formula of neither.
        (Network::Lstm, _) | (Network::Rnn, [Quantity::X]) => shown.run.lstm_workings(&shown.scene, step, quantities),
        (Network::Rnn, _) => shown.run.rnn_workings(&shown.scene, step),
    };
    opened.unwrap_or_default().iter().map(|working| view.words.working(working)).collect()
}

/// Measures of a network at a step, worked out; those that there are.
fn measures(view: &View<'_>, shown: &Shown, network: Network, measures: &[Measure], step: usize) -> Vec<Line> {
    let opened = measures.iter().filter_map(|measure| shown.run.measured(&shown.scene, network, *measure, step));
    opened.map(|measured| view.words.measured(&measured)).collect()
}

/// How what is left of the blue comes about: the numeral over a network's chain.
pub fn headline_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown, network: Network) {
    let step = view.step();
    let lines = measures(view, shown, network, &[Measure::GotIn, Measure::BlueLeft], step);
    lines_ui(ui, &lines, view.words, view.tokens);
    stars_ui(ui, view, network);
}

/// How the numbers in a network's sentence come about, and those under it.
pub fn sentence_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown, network: Network) {
    let step = view.step();
    let quantities = [Quantity::G, Quantity::I, Quantity::F, Quantity::S, Quantity::O, Quantity::H];
    let mut lines = numbers(view, shown, network, &quantities, step);
    let facts = measures(view, shown, network, &[Measure::ShadeLeft, Measure::BlueShown], step);
    let starred = !facts.is_empty();
    lines.extend(facts);
    lines_ui(ui, &lines, view.words, view.tokens);
    if starred {
        stars_ui(ui, view, network);
    }
}

/// How the numbers at the cursor of a plot come about.
pub fn plot_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown, plot: &str) {
    use Measure::{BlueLeft, GotIn, Gradient};
    use Network::{Lstm, Rnn};
    use Quantity::{F, H, I, O, S};
    let opened: &[(Network, &[Quantity], &[Measure])] = match plot {
        "rnn-h" | "rnn-state" => &[(Rnn, &[H], &[])],
        "lstm-gates" => &[(Lstm, &[I, F, O], &[])],
        "lstm-states" => &[(Lstm, &[S, H], &[])],
        "gates-and-state" => &[(Lstm, &[I, F, O, S, H], &[])],
        "blue-left" => &[(Rnn, &[], &[GotIn, BlueLeft]), (Lstm, &[], &[GotIn, BlueLeft])],
        "gradient" => &[(Rnn, &[], &[Gradient]), (Lstm, &[], &[Gradient])],
        _ => &[],
    };
    let step = view.step();
    for (network, quantities, said) in opened {
        if opened.len() > 1 {
            let name = view.words.text(if *network == Rnn { "network-rnn" } else { "network-lstm" });
            ui.label(RichText::new(name).font(text::semibold(text::BODY)));
        }
        let mut lines = Vec::new();
        if !quantities.is_empty() {
            lines = numbers(view, shown, *network, quantities, step);
        }
        lines.extend(measures(view, shown, *network, said, step));
        lines_ui(ui, &lines, view.words, view.tokens);
        if said.contains(&BlueLeft) {
            stars_ui(ui, view, *network);
        }
    }
}

/// How the number comes about that the map has where the scene stands.
pub fn map_ui(ui: &mut Ui, view: &View<'_>, shown: &Shown) {
    let map = shown.scene.map;
    let said: &[Measure] = match map.shown {
        MapShown::BlueAtT => &[Measure::Blue],
        MapShown::BlueLeft => &[Measure::GotIn, Measure::BlueLeft],
        MapShown::ShadeLeft => &[Measure::ShadeLeft],
        MapShown::Gradient => &[Measure::Gradient],
    };
    let lines = measures(view, shown, map.network, said, shown.run.length());
    lines_ui(ui, &lines, view.words, view.tokens);
    if map.shown != MapShown::Gradient {
        stars_ui(ui, view, map.network);
    }
}

/// What S* and S½ are.
fn stars_ui(ui: &mut Ui, view: &View<'_>, network: Network) {
    let state = match network {
        Network::Rnn => Quantity::H,
        Network::Lstm => Quantity::S,
    };
    ui.add_space(4.0);
    let said = view.words.with("opened-stars", &[("state", view.words.letter(state))]);
    ui.label(RichText::new(said).font(text::regular(text::SMALL)).color(view.tokens.faint));
}

/// A network's equation with its numbers, on one line under its block: of the stage that is looked
/// at, else of the whole step.
pub fn equations_ui(ui: &mut Ui, rect: Rect, view: &View<'_>, shown: &Shown, network: Network) {
    let quantities = match view.playback.stage() {
        Some(stage) => vec![stage.quantity()],
        None => vec![Quantity::S, Quantity::H],
    };
    let lines = numbers(view, shown, network, &quantities, view.step());
    help::mark(ui, "equations", rect);
    row_ui(ui, rect, &lines, view.tokens);
}
