//! The scene beside the text: the same parts as on the page Explore, as many as the screen needs.

use eframe::egui::{Align2, Color32, Rect, RichText, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2};

use super::strip::strip_ui;
use crate::engine::network::{Parameter, Part as Gate, Term};
use crate::gui::computed::Shown;
use crate::gui::help::{self, Mark};
use crate::gui::page::explore::parts::{
    BLOCK_LEAST, CONTROL_HEIGHT, Head, MAP_LEAST, PlotKind, View, block_ui, card_axis, control_ui, head_ui, map_ui,
    plot_place, plot_ui,
};
use crate::gui::request::Request;
use crate::gui::stage::Stage;
use crate::gui::state::Document;
use crate::gui::theme::{Tokens, size, stroke, text};
use crate::gui::widget::prose::part_colour;
use crate::lesson::{Move, Part, ScreenPlan, Show};
use crate::scene::Control;
use crate::working::Network;

/// The least height of a plot, and the most of a part that grows.
const PLOT_LEAST: f32 = 132.0;
const MOST: f32 = 320.0;

/// Over a chain: whose it is.
const NAME: f32 = 12.0;

/// What of the scene is pointed at.
#[derive(Debug, Clone, Default)]
pub struct Pointed {
    /// The part whose phrase the pointer or the keyboard is on.
    pub lit: Option<Part>,
    /// What a link has just changed, and how strongly that is still marked.
    pub pulse: Option<(Vec<Control>, f32)>,
}

/// The stage that lights a part of the block.
#[must_use]
pub fn stage_of(part: Part) -> Option<Stage> {
    match part {
        Part::G => Some(Stage::G),
        Part::I => Some(Stage::I),
        Part::F => Some(Stage::F),
        Part::S => Some(Stage::S),
        Part::O => Some(Stage::O),
        Part::H => Some(Stage::H),
        _ => None,
    }
}

/// Draws the scene of a screen; edits it, asks for the rest. Returns the step under the pointer.
pub fn scene_ui(
    ui: &mut Ui,
    plan: &ScreenPlan,
    view: &View<'_>,
    pointed: &Pointed,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    let page = ui.available_rect_before_wrap().shrink(size::GAP);
    ui.painter().rect_filled(ui.max_rect(), 0.0, view.tokens.paper);
    let page = page.with_min_y(strip_ui(ui, page, &plan.parts, view.words, view.tokens) + 8.0);
    let shown = match &view.computed.run {
        Ok(shown) => shown,
        Err(error) => {
            let said = format!("{}\n{}", view.words.error(error), view.words.hint(error));
            ui.put(page, eframe::egui::Label::new(RichText::new(said).color(view.tokens.warning)));
            return None;
        }
    };
    let controls: Vec<Control> = sliders(plan).collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of sliders")]
    let below = if controls.is_empty() { 0.0 } else { CONTROL_HEIGHT * controls.len() as f32 + 18.0 };
    let heights = heights(&plan.shows, (page.height() - below).max(0.0), view.projector);
    let gaps = gaps(plan.shows.len() + usize::from(below > 0.0));
    let mut hover = None;
    let mut inside = ui.new_child(UiBuilder::new().max_rect(page));
    ScrollArea::vertical().id_salt(("scene", &plan.id)).auto_shrink(false).show(&mut inside, |ui| {
        let at = ui.cursor().min;
        let width = page.width();
        ui.allocate_space(vec2(width, (heights.iter().sum::<f32>() + below + gaps - 1.0).max(0.0)));
        let mut top = at.y;
        for (show, height) in plan.shows.iter().zip(&heights) {
            let card = Rect::from_min_size(pos2(at.x, top), vec2(width, *height));
            top += height + size::GAP;
            let before = help::marks(ui.ctx()).len();
            hover = show_ui(ui, card, *show, view, shown, document, requests).or(hover);
            let marks = help::marks(ui.ctx());
            point_ui(ui, card, *show, marks.get(before..).unwrap_or_default(), pointed, view);
        }
        if below > 0.0 {
            let card = Rect::from_min_size(pos2(at.x, top), vec2(width, below));
            controls_ui(ui, card, &controls, view, pointed, document);
        }
    });
    hover
}

impl Pointed {
    /// How strongly a control is still marked that a link has just changed.
    fn strength(&self, is: impl Fn(Control) -> bool) -> Option<f32> {
        let (controls, strength) = self.pulse.as_ref()?;
        controls.iter().any(|control| is(*control)).then_some(*strength)
    }
}

/// The part whose weight a control is.
fn part_of(control: Control) -> Option<Part> {
    match control {
        Control::Weight(Parameter::Rnn(Term::U)) => Some(Part::U),
        Control::Weight(Parameter::Rnn(Term::W)) => Some(Part::W),
        Control::Weight(Parameter::Lstm(Gate::I, _)) | Control::Held(Gate::I) => Some(Part::I),
        Control::Weight(Parameter::Lstm(Gate::F, _)) | Control::Held(Gate::F) => Some(Part::F),
        Control::Weight(Parameter::Lstm(Gate::O, _)) | Control::Held(Gate::O) => Some(Part::O),
        Control::Weight(Parameter::Lstm(Gate::G, _)) | Control::Held(Gate::G) => Some(Part::G),
        Control::Paint(_) => Some(Part::X),
        Control::Message => Some(Part::Message),
        Control::Weight(Parameter::Rnn(Term::B)) | Control::Noise | Control::Seed | Control::Length => None,
    }
}

/// The marks of the help that a part stands at, in what is drawn.
fn topics(part: Part, show: Show) -> &'static [&'static str] {
    let of_rnn = show.network() == Some(Network::Rnn);
    match part {
        Part::X => &["paints", "sources"],
        Part::H if of_rnn => &["states", "rnn-tank"],
        Part::H => &["light"],
        Part::S if of_rnn => &[],
        Part::S => &["states", "tank"],
        Part::I => &["valve-i"],
        Part::F => &["valve-f"],
        Part::O => &["valve-o"],
        Part::G => &["candidate"],
        Part::U => &["times-u"],
        Part::W => &["times-w"],
        Part::Tanh => &["tanh"],
        Part::Message => &["message"],
        Part::Rnn | Part::Lstm => &[],
    }
}

/// Lights up what is pointed at in one part of the scene, and rings what was changed.
fn point_ui(ui: &Ui, card: Rect, show: Show, marks: &[Mark], pointed: &Pointed, view: &View<'_>) {
    if let Some(part) = pointed.lit {
        let colour = part_colour(part, view.tokens);
        let whole = match part {
            Part::Rnn => show.network() == Some(Network::Rnn),
            Part::Lstm => show.network() == Some(Network::Lstm),
            _ => false,
        };
        if whole {
            halo(ui, card.shrink(2.0), colour);
        }
        // In the block of the LSTM the light of its stage does it.
        let by_stage = show == Show::LstmBlock && stage_of(part).is_some();
        let named = topics(part, show);
        for mark in marks.iter().filter(|mark| !by_stage && named.contains(&mark.topic)) {
            halo(ui, mark.rect.expand(3.0), colour);
        }
    }
    for mark in marks {
        let changed = |control: Control| {
            let part = part_of(control);
            part.is_some_and(|part| part != Part::X && topics(part, show).contains(&mark.topic))
        };
        if let Some(strength) = pointed.strength(changed) {
            ring(ui, mark.rect.expand(3.0), strength, view.tokens);
        }
        if mark.topic == "paints" {
            let axis = card_axis(card, view.playback.length());
            for step in pointed.pulse.iter().flat_map(|(controls, _)| controls).filter_map(painted) {
                let at = Rect::from_center_size(pos2(axis.x(step), mark.rect.center().y), vec2(20.0, 20.0));
                ring(ui, at, pointed.pulse.as_ref().map_or(0.0, |(_, strength)| *strength), view.tokens);
            }
        }
    }
}

fn painted(control: &Control) -> Option<usize> {
    match control {
        Control::Paint(step) => Some(*step),
        _ => None,
    }
}

/// A soft light in a part's colour.
fn halo(ui: &Ui, rect: Rect, colour: Color32) {
    ui.painter().rect(
        rect,
        7.0,
        colour.gamma_multiply(0.10),
        Stroke::new(stroke::CURVE, colour.gamma_multiply(0.55)),
        StrokeKind::Outside,
    );
}

/// A ring in ink that fades.
fn ring(ui: &Ui, rect: Rect, strength: f32, tokens: &Tokens) {
    let line = Stroke::new(stroke::MAIN_CURVE, tokens.ink.gamma_multiply(strength));
    ui.painter().rect_stroke(rect.expand(4.0 * (1.0 - strength)), 7.0, line, StrokeKind::Outside);
}

/// The sliders that a screen has; paints are changed where they stand, a gate's pin on its valve.
fn sliders(plan: &ScreenPlan) -> impl Iterator<Item = Control> + '_ {
    plan.moves.iter().filter_map(|moves| match moves {
        Move::Control(control @ (Control::Weight(_) | Control::Noise | Control::Seed | Control::Length)) => {
            Some(*control)
        }
        Move::Control(_) | Move::Paints | Move::Start => None,
    })
}

fn gaps(parts: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
    let gaps = parts.saturating_sub(1) as f32;
    gaps * size::GAP
}

/// How high each part is: what it needs, and of what is left an equal share for those that gain by it.
fn heights(shows: &[Show], room: f32, projector: bool) -> Vec<f32> {
    let least = |show: &Show| match show {
        Show::Rnn | Show::Lstm => Head::Whole.height(projector) + 4.0,
        Show::RnnChain | Show::LstmChain => Head::ChainOnly.height(projector) + NAME + 20.0,
        Show::RnnBlock | Show::LstmBlock => BLOCK_LEAST + 10.0,
        Show::Map => MAP_LEAST,
        Show::RnnH | Show::Gates | Show::States | Show::BlueLeft | Show::Gradient | Show::Race | Show::Readout => {
            PLOT_LEAST
        }
    };
    let grows = |show: &Show| !matches!(show, Show::Rnn | Show::Lstm | Show::RnnChain | Show::LstmChain);
    let mut heights: Vec<f32> = shows.iter().map(least).collect();
    let growing = shows.iter().filter(|show| grows(show)).count();
    let spare = room - heights.iter().sum::<f32>() - gaps(shows.len() + 1);
    if growing > 0 && spare > 0.0 {
        #[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
        let each = spare / growing as f32;
        for (height, show) in heights.iter_mut().zip(shows) {
            if grows(show) {
                *height = (*height + each).min(MOST.max(*height));
            }
        }
    }
    heights
}

fn ground(ui: &Ui, card: Rect, tokens: &Tokens) {
    let line = Stroke::new(stroke::HAIR, tokens.hairline);
    ui.painter().rect(card, size::CARD_CORNER, tokens.card, line, StrokeKind::Inside);
}

fn show_ui(
    ui: &mut Ui,
    card: Rect,
    show: Show,
    view: &View<'_>,
    shown: &Shown,
    document: &mut Document,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    ground(ui, card, view.tokens);
    let mut own = ui.new_child(UiBuilder::new().max_rect(card).id_salt(show));
    let ui = &mut own;
    let mut head = |ui: &mut Ui, network, head: Head, card: Rect| {
        head_ui(ui, card, network, head, view, shown, document, requests)
    };
    let chain = card.with_min_y(card.top() + NAME + 10.0);
    match show {
        Show::Rnn => head(ui, Network::Rnn, Head::Whole, card),
        Show::Lstm => head(ui, Network::Lstm, Head::Whole, card),
        Show::RnnChain | Show::LstmChain => {
            let network = if show == Show::RnnChain { Network::Rnn } else { Network::Lstm };
            name_ui(ui, card, network, view);
            head(ui, network, Head::ChainOnly, chain)
        }
        Show::RnnBlock | Show::LstmBlock => {
            let network = if show == Show::RnnBlock { Network::Rnn } else { Network::Lstm };
            block_ui(ui, card, network, view, shown, document, requests);
            None
        }
        Show::RnnH => plot(ui, card, PlotKind::RnnState, view, shown, requests),
        Show::Gates => plot(ui, card, PlotKind::Gates, view, shown, requests),
        Show::States => plot(ui, card, PlotKind::States, view, shown, requests),
        Show::BlueLeft => plot(ui, card, PlotKind::BlueLeft, view, shown, requests),
        Show::Gradient => plot(ui, card, PlotKind::Gradient, view, shown, requests),
        Show::Map => {
            map_ui(ui, card, view, shown, document);
            None
        }
        // A training is no scene: the page draws it.
        Show::Race | Show::Readout => None,
    }
}

/// Whose chain it is, over its letters.
fn name_ui(ui: &Ui, card: Rect, network: Network, view: &View<'_>) {
    let (key, colour) = match network {
        Network::Rnn => ("network-rnn-short", view.tokens.rnn),
        Network::Lstm => ("network-lstm", view.tokens.cell_state),
    };
    let at = card.left_top() + vec2(size::PAD, 7.0);
    ui.painter().text(at, Align2::LEFT_TOP, view.words.text(key), text::semibold(text::SMALL), colour);
}

fn plot(
    ui: &mut Ui,
    card: Rect,
    kind: PlotKind,
    view: &View<'_>,
    shown: &Shown,
    requests: &mut Vec<Request>,
) -> Option<usize> {
    plot_ui(ui, plot_place(card, shown.run.length()), kind, view, shown, requests)
}

fn controls_ui(
    ui: &mut Ui,
    card: Rect,
    controls: &[Control],
    view: &View<'_>,
    pointed: &Pointed,
    document: &mut Document,
) {
    ground(ui, card, view.tokens);
    let inner = card.shrink2(vec2(size::PAD, 8.0));
    let mut own = ui.new_child(UiBuilder::new().max_rect(inner).id_salt("controls"));
    own.spacing_mut().item_spacing.y = 0.0;
    let mut rings = Vec::new();
    for control in controls {
        let top = own.cursor().top();
        control_ui(&mut own, view, *control, document);
        let row = Rect::from_x_y_ranges(inner.x_range(), top..=own.cursor().top());
        if part_of(*control).is_some_and(|part| pointed.lit == Some(part)) {
            halo(&own, row, part_colour(part_of(*control).unwrap_or(Part::X), view.tokens));
        }
        rings.extend(pointed.strength(|changed| changed == *control).map(|strength| (row, strength)));
    }
    // Over the rows, of which each covers the edge of the one before.
    rings.into_iter().for_each(|(row, strength)| ring(ui, row.expand2(vec2(6.0, -1.0)), strength, view.tokens));
    help::mark(ui, "lesson-controls", card);
}
