//! Widths, sizes, distances and type, by what they are for.

/// Line widths, in points.
pub mod stroke {
    /// A curve.
    pub const CURVE: f32 = 2.0;
    /// The curve that a plot is about.
    pub const MAIN_CURVE: f32 = 2.6;
    /// The dots of a dotted curve, by their radius.
    pub const DOT: f32 = 1.3;
    /// A ghost's curve, as a share of the present one's.
    pub const GHOST: f32 = 0.6;
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
    /// The same bars on a projector, where everything is enlarged.
    pub const HALL_BARS: [f32; 2] = [38.0, 46.0];
    /// The smallest window, width and height.
    pub const MIN_WINDOW: [f32; 2] = [1024.0, 640.0];
    /// The page that fills the window on a projector, width and height.
    pub const HALL: [f32; 2] = [1008.0, 630.0];
    /// Corners of cards.
    pub const CARD_CORNER: u8 = 10;
    /// The sequence length above which swatches become a strip.
    pub const STRIP_ABOVE: usize = 60;
}

/// Type: sizes by what the text is for.
pub mod text {
    use eframe::egui::{FontFamily, FontId};

    /// The family of regular weight.
    #[must_use]
    pub fn regular(size: f32) -> FontId {
        FontId::new(size, FontFamily::Proportional)
    }

    /// The family of semibold weight.
    #[must_use]
    pub fn semibold(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(crate::gui::fonts::SEMIBOLD.into()))
    }

    /// The family of bold weight.
    #[must_use]
    pub fn bold(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(crate::gui::fonts::BOLD.into()))
    }

    /// Running text and controls.
    pub const BODY: f32 = 13.0;
    /// The text of the lesson, which is read and not looked at.
    pub const PROSE: f32 = 15.0;
    /// The title of a screen of the lesson.
    pub const LESSON_TITLE: f32 = 21.0;
    /// Captions, axis numbers, second-rank labels.
    pub const SMALL: f32 = 11.5;
    /// A network's name.
    pub const NAME: f32 = 18.0;
    /// The page's question.
    pub const TITLE: f32 = 17.0;
    /// The headline numeral.
    pub const NUMERAL: f32 = 30.0;
}
