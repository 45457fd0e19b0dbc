//! Every colour, size, stroke and dash, by what it means; light and dark side by side.
#![expect(clippy::disallowed_methods, reason = "this is the one place where colours are made")]

use eframe::egui::{self, Color32, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Theme, Visuals};
use egui_plot::LineStyle;

use crate::engine::network::Part;
use crate::paint::Ramp;

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
    /// Something is wrong.
    pub warning: Color32,
    /// Paint: blue, grey, orange and what lies between.
    pub paint: Ramp,
}

/// Light: warm paper, white cards.
pub const LIGHT: Tokens = Tokens {
    paper: Color32::from_rgb(0xFA, 0xF8, 0xF3),
    card: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    hairline: Color32::from_rgb(0xE6, 0xE1, 0xD6),
    grid: Color32::from_rgb(0xEE, 0xEC, 0xE6),
    ink: Color32::from_rgb(0x1F, 0x23, 0x28),
    faint: Color32::from_rgb(0x6F, 0x6B, 0x63),
    chosen: Color32::from_rgb(0xED, 0xE8, 0xDC),
    rail: Color32::from_rgb(0xE4, 0xDE, 0xD0),
    input_gate: Color32::from_rgb(0x00, 0x80, 0x5E),
    forget_gate: Color32::from_rgb(0xC2, 0x4E, 0x00),
    output_gate: Color32::from_rgb(0xA3, 0x3E, 0x80),
    candidate: Color32::from_rgb(0x27, 0x72, 0x9F),
    cell_state: Color32::from_rgb(0x0B, 0x57, 0xB7),
    rnn: Color32::from_rgb(0x5F, 0x5B, 0x54),
    warning: Color32::from_rgb(0x9A, 0x5B, 0x00),
    paint: Ramp::LIGHT,
};

/// Dark: near-black, cards a shade lighter.
pub const DARK: Tokens = Tokens {
    paper: Color32::from_rgb(0x15, 0x17, 0x1A),
    card: Color32::from_rgb(0x1D, 0x20, 0x24),
    hairline: Color32::from_rgb(0x33, 0x37, 0x3C),
    grid: Color32::from_rgb(0x2A, 0x2E, 0x33),
    ink: Color32::from_rgb(0xEC, 0xEA, 0xE4),
    faint: Color32::from_rgb(0xA3, 0xA0, 0x98),
    chosen: Color32::from_rgb(0x34, 0x38, 0x3E),
    rail: Color32::from_rgb(0x3D, 0x41, 0x47),
    input_gate: Color32::from_rgb(0x3C, 0xCB, 0x9F),
    forget_gate: Color32::from_rgb(0xFF, 0x9A, 0x57),
    output_gate: Color32::from_rgb(0xE5, 0x8A, 0xC4),
    candidate: Color32::from_rgb(0x79, 0xBD, 0xEB),
    cell_state: Color32::from_rgb(0x6F, 0xA8, 0xFF),
    rnn: Color32::from_rgb(0xC8, 0xC4, 0xBB),
    warning: Color32::from_rgb(0xFF, 0xAA, 0x3C),
    paint: Ramp::DARK,
};

impl Tokens {
    /// The tokens of a theme.
    #[must_use]
    pub const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
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

    /// A number as paint.
    #[must_use]
    pub fn paint(&self, value: f64) -> Color32 {
        let [red, green, blue] = self.paint.colour(value);
        Color32::from_rgb(red, green, blue)
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
            ("warning", self.warning),
        ];
        let on = |ground: Color32| texts.map(|(name, text)| (name, text, ground));
        let mut pairs = [on(self.paper), on(self.card)].concat();
        pairs.push(("ink-on-chosen", self.ink, self.chosen));
        pairs
    }
}

/// Each curve's dash pattern, so that nothing is told by colour alone.
#[must_use]
pub fn gate_dash(part: Part) -> LineStyle {
    match part {
        Part::I => LineStyle::dashed_loose(),
        Part::F => LineStyle::Solid,
        Part::O => LineStyle::dotted_dense(),
        Part::G => LineStyle::dashed_dense(),
    }
}

/// The plain RNN's dash where networks are compared; the LSTM is solid.
#[must_use]
pub fn rnn_dash() -> LineStyle {
    LineStyle::Dashed { length: 7.0 }
}

/// Line widths, in points.
pub mod stroke {
    /// A curve.
    pub const CURVE: f32 = 2.0;
    /// The curve that a plot is about.
    pub const MAIN_CURVE: f32 = 2.6;
    /// The dots of a dotted curve, by their radius.
    pub const DOT: f32 = 1.3;
    /// Grid lines, card borders, the link between swatches.
    pub const HAIR: f32 = 1.0;
    /// The ring round what has the keyboard.
    pub const FOCUS: f32 = 2.0;
}

/// Sizes and distances, in points.
pub mod size {
    /// Between cards.
    pub const GAP: f32 = 12.0;
    /// From the edge of a card to what is in it.
    pub const PAD: f32 = 14.0;
    /// Left of step 1 in a network's card: labels, axis numbers and h₀.
    pub const GUTTER: f32 = 46.0;
    /// Right of step T in a network's card: the names at the ends of curves.
    pub const END: f32 = 22.0;
    /// The panel of sliders.
    pub const PANEL: f32 = 252.0;
    /// The bar at the top.
    pub const TOP_BAR: f32 = 44.0;
    /// The transport bar.
    pub const TRANSPORT: f32 = 50.0;
    /// The smallest window, width and height.
    pub const MIN_WINDOW: [f32; 2] = [1024.0, 640.0];
    /// Corners of cards.
    pub const CARD_CORNER: u8 = 10;
    /// The sequence length above which swatches become a strip.
    pub const STRIP_ABOVE: usize = 60;
}

/// Type: sizes by what the text is for.
pub mod text {
    use super::{FontFamily, FontId};

    /// The family of regular weight.
    #[must_use]
    pub fn regular(size: f32) -> FontId {
        FontId::new(size, FontFamily::Proportional)
    }

    /// The family of semibold weight.
    #[must_use]
    pub fn semibold(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(super::super::fonts::SEMIBOLD.into()))
    }

    /// The family of bold weight.
    #[must_use]
    pub fn bold(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(super::super::fonts::BOLD.into()))
    }

    /// Running text and controls.
    pub const BODY: f32 = 13.0;
    /// Captions, axis numbers, second-rank labels.
    pub const SMALL: f32 = 11.5;
    /// A network's name.
    pub const NAME: f32 = 18.0;
    /// The page's question.
    pub const TITLE: f32 = 17.0;
    /// The headline numeral.
    pub const NUMERAL: f32 = 30.0;
}

/// Sets up egui's style for both themes.
pub fn apply(ctx: &egui::Context) {
    // Where the system has no opinion, the page is paper.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
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
    Stroke::new(stroke::FOCUS, tokens.ink)
}
