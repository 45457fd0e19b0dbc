//! Every colour, size, stroke and dash, by what it means; light and dark side by side.
#![expect(clippy::disallowed_methods, reason = "this is the one place where colours are made")]

mod measures;

use eframe::egui::{self, Color32, CornerRadius, Stroke, TextStyle, Theme, Visuals};
use egui_plot::LineStyle;

use crate::engine::cell::CellKind;
use crate::engine::network::Part;
use crate::paint::{Ramp, mixture};
use crate::palette::{self, Dash, Palette, Rgb};
use crate::working::Quantity;

pub use measures::{size, stroke, text};

/// The colours of one theme, by meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Behind everything.
    pub paper: Color32,
    /// Cards, bars and panels that lie on the paper.
    pub card: Color32,
    /// The line round a card and between bars.
    pub hairline: Color32,
    /// Grid lines in plots.
    pub grid: Color32,
    /// Text and controls.
    pub ink: Color32,
    /// Text of second rank.
    pub faint: Color32,
    /// What is chosen: the tint behind a chip, a menu entry, the step at hand.
    pub chosen: Color32,
    /// A slider's rail.
    pub rail: Color32,
    /// The input gate i.
    pub input_gate: Color32,
    /// The forget gate f.
    pub forget_gate: Color32,
    /// The output gate o.
    pub output_gate: Color32,
    /// The candidate g.
    pub candidate: Color32,
    /// The cell state S, and the LSTM where networks are compared.
    pub cell_state: Color32,
    /// The plain RNN where networks are compared.
    pub rnn: Color32,
    /// The GRU where networks are compared.
    pub gru: Color32,
    /// Something is wrong.
    pub warning: Color32,
    /// Paint: blue, grey, orange and what lies between.
    pub paint: Ramp,
    /// How much heavier curves and rings are than on a desk, 1 or more.
    pub weight: f32,
}

/// Light: warm paper, white cards.
pub const LIGHT: Tokens = Tokens::from_palette(&palette::LIGHT);

/// Dark: near-black, cards a shade lighter.
pub const DARK: Tokens = Tokens::from_palette(&palette::DARK);

const fn colour([red, green, blue]: Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// Light, for a lecture hall: heavier strokes, and second-rank text as dark as it gets there.
pub const HALL_LIGHT: Tokens = Tokens { weight: HALL_WEIGHT, faint: Color32::from_rgb(0x50, 0x4D, 0x47), ..LIGHT };

/// Dark, for a lecture hall.
pub const HALL_DARK: Tokens = Tokens { weight: HALL_WEIGHT, faint: Color32::from_rgb(0xC6, 0xC3, 0xBB), ..DARK };

/// How much heavier strokes are in a lecture hall, besides being zoomed.
const HALL_WEIGHT: f32 = 1.35;

impl Tokens {
    const fn from_palette(palette: &Palette) -> Self {
        Self {
            paper: colour(palette.paper),
            card: colour(palette.card),
            hairline: colour(palette.hairline),
            grid: colour(palette.grid),
            ink: colour(palette.ink),
            faint: colour(palette.faint),
            chosen: colour(palette.chosen),
            rail: colour(palette.rail),
            input_gate: colour(palette.input_gate),
            forget_gate: colour(palette.forget_gate),
            output_gate: colour(palette.output_gate),
            candidate: colour(palette.candidate),
            cell_state: colour(palette.cell_state),
            rnn: colour(palette.rnn),
            gru: colour(palette.gru),
            warning: colour(palette.warning),
            paint: palette.paint,
            weight: 1.0,
        }
    }

    /// The tokens of a theme.
    #[must_use]
    pub const fn of(theme: Theme) -> &'static Self {
        Self::seen(theme, false)
    }

    /// The tokens of a theme, on a desk or on a projector.
    #[must_use]
    pub const fn seen(theme: Theme, projector: bool) -> &'static Self {
        match (theme, projector) {
            (Theme::Light, false) => &LIGHT,
            (Theme::Dark, false) => &DARK,
            (Theme::Light, true) => &HALL_LIGHT,
            (Theme::Dark, true) => &HALL_DARK,
        }
    }

    /// The colour of a gate, or of the candidate.
    #[must_use]
    pub const fn part(&self, part: Part) -> Color32 {
        match part {
            Part::I => self.input_gate,
            Part::F => self.forget_gate,
            Part::O => self.output_gate,
            Part::G => self.candidate,
        }
    }

    /// The colour of a quantity: a gate's own, S's blue, ink for the others.
    #[must_use]
    pub const fn quantity(&self, quantity: Quantity) -> Color32 {
        match quantity {
            Quantity::I => self.input_gate,
            Quantity::F => self.forget_gate,
            Quantity::O => self.output_gate,
            Quantity::G => self.candidate,
            Quantity::S => self.cell_state,
            Quantity::X | Quantity::H => self.ink,
        }
    }

    /// The colour of a cell where networks are compared.
    #[must_use]
    pub const fn cell(&self, kind: CellKind) -> Color32 {
        match kind {
            CellKind::Rnn => self.rnn,
            CellKind::Lstm => self.cell_state,
            CellKind::Gru => self.gru,
        }
    }

    /// A colour in three numbers, the same in every theme: it is what is to be recalled.
    #[must_use]
    pub fn mixture(&self, channels: [f64; 3]) -> Color32 {
        colour(mixture(channels))
    }

    /// How open a gate is, from 0 shut to 1 open, in its own colour on a card.
    #[must_use]
    pub fn openness(&self, gate: Color32, value: f64) -> Color32 {
        let [shut, open] = [self.card, gate].map(|colour| [colour.r(), colour.g(), colour.b()]);
        colour(Ramp { grey: shut, blue: open, orange: shut }.colour(value.clamp(0.0, 1.0)))
    }

    /// A number as paint.
    #[must_use]
    pub fn paint(&self, value: f64) -> Color32 {
        colour(self.paint.colour(value))
    }

    /// A slope from the least (0) to the greatest (1) that a map tells apart: no paint, so no blue.
    #[must_use]
    pub fn slope(&self, part: f64) -> Color32 {
        let [low, high] = [self.rail, self.ink].map(|colour| [colour.r(), colour.g(), colour.b()]);
        let [red, green, blue] = Ramp { grey: low, blue: high, orange: low }.colour(part);
        Color32::from_rgb(red, green, blue)
    }

    /// What a picture is multiplied by: itself, or faint over its card where it is no longer true.
    #[must_use]
    pub const fn picture_tint(&self, is_stale: bool) -> Color32 {
        if is_stale { Color32::from_rgba_premultiplied(140, 140, 140, 140) } else { Color32::WHITE }
    }

    /// Every pair of text and ground that the page shows, for the test of contrast.
    #[must_use]
    pub fn text_pairs(&self) -> Vec<(&'static str, Color32, Color32)> {
        let texts = [
            ("ink", self.ink),
            ("faint", self.faint),
            ("i", self.input_gate),
            ("f", self.forget_gate),
            ("o", self.output_gate),
            ("g", self.candidate),
            ("S", self.cell_state),
            ("rnn", self.rnn),
            ("gru", self.gru),
            ("warning", self.warning),
        ];
        let on = |ground: Color32| texts.map(|(name, text)| (name, text, ground));
        let mut pairs = [on(self.paper), on(self.card)].concat();
        pairs.push(("ink-on-chosen", self.ink, self.chosen));
        pairs.push(("card-on-ink", self.card, self.ink));
        pairs.push(("card-on-S", self.card, self.cell_state));
        pairs
    }
}

/// Each curve's dash pattern, so that nothing is told by colour alone.
#[must_use]
pub fn gate_dash(part: Part) -> LineStyle {
    line_style(palette::gate_dash(part))
}

/// The plain RNN's dash where networks are compared; the LSTM is solid.
#[must_use]
pub fn rnn_dash() -> LineStyle {
    line_style(palette::RNN_DASH)
}

/// Each cell's dash where networks are compared.
#[must_use]
pub fn cell_dash(kind: CellKind) -> LineStyle {
    match kind {
        CellKind::Rnn => rnn_dash(),
        CellKind::Lstm => LineStyle::Solid,
        CellKind::Gru => line_style(palette::GRU_DASH),
    }
}

/// The dash of what stands behind: an LSTM's h, the path through the cell alone.
#[must_use]
pub fn hidden_dash() -> LineStyle {
    line_style(palette::HIDDEN_DASH)
}

const fn line_style(dash: Dash) -> LineStyle {
    match dash {
        Dash::Solid => LineStyle::Solid,
        Dash::Dotted { spacing } => LineStyle::Dotted { spacing },
        Dash::Dashed { length } => LineStyle::Dashed { length },
    }
}

/// The colour of a ghost of a curve: behind the present one, and still seen on a card.
#[must_use]
pub fn ghostly(curve: Color32) -> Color32 {
    curve.gamma_multiply(0.45)
}

/// Sets up egui's style for both themes.
pub fn apply(ctx: &egui::Context) {
    ctx.options_mut(|options| {
        // Where the system has no opinion, the page is paper.
        options.fallback_theme = Theme::Light;
        // Zoom is a setting that a restart keeps; its keys are the program's own.
        options.zoom_with_keyboard = false;
    });
    for (theme, tokens) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| {
            style.visuals = visuals(theme, tokens);
            style.spacing.item_spacing = egui::vec2(8.0, 6.0);
            style.spacing.button_padding = egui::vec2(10.0, 5.0);
            style.spacing.interact_size.y = 26.0;
            style.spacing.menu_margin = egui::Margin::same(8);
            style.interaction.tooltip_delay = 0.35;
            style.interaction.selectable_labels = false;
            for (name, font) in [
                (TextStyle::Body, text::regular(text::BODY)),
                (TextStyle::Button, text::regular(text::BODY)),
                (TextStyle::Small, text::regular(text::SMALL)),
                (TextStyle::Heading, text::bold(text::NAME)),
                (TextStyle::Monospace, text::regular(text::BODY)),
            ] {
                style.text_styles.insert(name, font);
            }
        });
    }
}

fn visuals(theme: Theme, tokens: &Tokens) -> Visuals {
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    visuals.panel_fill = tokens.card;
    visuals.window_fill = tokens.card;
    visuals.window_stroke = Stroke::new(stroke::HAIR, tokens.hairline);
    visuals.extreme_bg_color = tokens.paper;
    visuals.text_edit_bg_color = Some(tokens.paper);
    visuals.faint_bg_color = tokens.paper;
    visuals.selection.bg_fill = tokens.chosen;
    visuals.selection.stroke = Stroke::new(stroke::HAIR, tokens.ink);
    visuals.hyperlink_color = tokens.ink;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.warning;
    visuals.weak_text_color = Some(tokens.faint);
    visuals.popup_shadow = egui::Shadow { offset: [0, 4], blur: 14, spread: 0, color: Color32::from_black_alpha(28) };
    visuals.window_shadow = egui::Shadow { offset: [0, 8], blur: 28, spread: 0, color: Color32::from_black_alpha(44) };
    let corner = CornerRadius::same(7);
    let widgets = &mut visuals.widgets;
    for (state, fill, line) in [
        (&mut widgets.noninteractive, tokens.card, tokens.hairline),
        (&mut widgets.inactive, tokens.card, tokens.hairline),
        (&mut widgets.hovered, tokens.chosen, tokens.hairline),
        (&mut widgets.active, tokens.chosen, tokens.ink),
        (&mut widgets.open, tokens.chosen, tokens.hairline),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(stroke::HAIR, line);
        state.fg_stroke = Stroke::new(stroke::HAIR, tokens.ink);
        state.corner_radius = corner;
        state.expansion = 0.0;
    }
    visuals
}

/// The ring round what has the keyboard.
#[must_use]
pub fn focus_ring(tokens: &Tokens) -> Stroke {
    Stroke::new(stroke::FOCUS * tokens.weight, tokens.ink)
}

/// How much a page is enlarged on a projector, so that it fills a window of that size (in points of
/// a window that is not zoomed).
#[must_use]
pub fn hall_zoom(window: egui::Vec2) -> f32 {
    let [width, height] = size::HALL;
    (window.x / width).min(window.y / height).clamp(1.0, 2.0)
}
