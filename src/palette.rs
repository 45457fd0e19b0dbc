//! The colours and dashes of everything but paint, by what they mean, for window and figure alike.

use crate::engine::network::Part;
use crate::paint::Ramp;

/// A colour as sRGB.
pub type Rgb = [u8; 3];

/// The colours of one theme, by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub paper: Rgb,
    /// Cards, bars and panels that lie on the paper.
    pub card: Rgb,
    /// The line round a card and between bars.
    pub hairline: Rgb,
    /// Grid lines in plots.
    pub grid: Rgb,
    /// Text and controls.
    pub ink: Rgb,
    /// Text of second rank.
    pub faint: Rgb,
    /// What is chosen: the tint behind a chip, a menu entry, the step at hand.
    pub chosen: Rgb,
    /// A slider's rail.
    pub rail: Rgb,
    /// The input gate i.
    pub input_gate: Rgb,
    /// The forget gate f.
    pub forget_gate: Rgb,
    /// The output gate o.
    pub output_gate: Rgb,
    /// The candidate g.
    pub candidate: Rgb,
    /// The cell state S, and the LSTM where networks are compared.
    pub cell_state: Rgb,
    /// The plain RNN where networks are compared.
    pub rnn: Rgb,
    /// The GRU where networks are compared.
    pub gru: Rgb,
    /// Something is wrong.
    pub warning: Rgb,
    /// Paint: blue, grey, orange and what lies between.
    pub paint: Ramp,
}

/// Light: warm paper, white cards.
pub const LIGHT: Palette = Palette {
    paper: [0xFA, 0xF8, 0xF3],
    card: [0xFF, 0xFF, 0xFF],
    hairline: [0xE6, 0xE1, 0xD6],
    grid: [0xEE, 0xEC, 0xE6],
    ink: [0x1F, 0x23, 0x28],
    faint: [0x6F, 0x6B, 0x63],
    chosen: [0xED, 0xE8, 0xDC],
    rail: [0xE4, 0xDE, 0xD0],
    input_gate: [0x00, 0x80, 0x5E],
    forget_gate: [0xC2, 0x4E, 0x00],
    output_gate: [0xA3, 0x3E, 0x80],
    candidate: [0x27, 0x72, 0x9F],
    cell_state: [0x0B, 0x57, 0xB7],
    rnn: [0x5F, 0x5B, 0x54],
    gru: [0x7A, 0x5C, 0x3E],
    warning: [0x9A, 0x5B, 0x00],
    paint: Ramp::LIGHT,
};

/// Dark: near-black, cards a shade lighter.
pub const DARK: Palette = Palette {
    paper: [0x15, 0x17, 0x1A],
    card: [0x1D, 0x20, 0x24],
    hairline: [0x33, 0x37, 0x3C],
    grid: [0x2A, 0x2E, 0x33],
    ink: [0xEC, 0xEA, 0xE4],
    faint: [0xA3, 0xA0, 0x98],
    chosen: [0x34, 0x38, 0x3E],
    rail: [0x3D, 0x41, 0x47],
    input_gate: [0x3C, 0xCB, 0x9F],
    forget_gate: [0xFF, 0x9A, 0x57],
    output_gate: [0xE5, 0x8A, 0xC4],
    candidate: [0x79, 0xBD, 0xEB],
    cell_state: [0x6F, 0xA8, 0xFF],
    rnn: [0xC8, 0xC4, 0xBB],
    gru: [0xC9, 0xA2, 0x7A],
    warning: [0xFF, 0xAA, 0x3C],
    paint: Ramp::DARK,
};

impl Palette {
    /// The colour of a gate, or of the candidate.
    #[must_use]
    pub const fn part(&self, part: Part) -> Rgb {
        match part {
            Part::I => self.input_gate,
            Part::F => self.forget_gate,
            Part::O => self.output_gate,
            Part::G => self.candidate,
        }
    }
}

/// How a curve is drawn, so that nothing is told by colour alone; lengths in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Dash {
    /// Without a gap.
    Solid,
    /// Round dots, so far apart from middle to middle.
    Dotted {
        /// From middle to middle.
        spacing: f32,
    },
    /// Dashes of that length; a gap is the golden part of one.
    Dashed {
        /// A dash.
        length: f32,
    },
}

/// The plain RNN's dash where networks are compared; the LSTM is solid.
pub const RNN_DASH: Dash = Dash::Dashed { length: 7.0 };
/// The GRU's dash where networks are compared.
pub const GRU_DASH: Dash = Dash::Dotted { spacing: 5.0 };
/// The dash of h where it stands beside S, which is solid.
pub const HIDDEN_DASH: Dash = Dash::Dashed { length: 5.0 };

/// Each gate's own dash, and the candidate's.
#[must_use]
pub const fn gate_dash(part: Part) -> Dash {
    match part {
        Part::I => Dash::Dashed { length: 10.0 },
        Part::F => Dash::Solid,
        Part::O => Dash::Dotted { spacing: 5.0 },
        Part::G => Dash::Dashed { length: 5.0 },
    }
}
