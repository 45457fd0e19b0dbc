//! What a cell has inside: its gates and states, one array each of the trace.

use eframe::egui::Color32;
use egui_plot::LineStyle;
use ndarray::Array2;

use crate::engine::cell::CellKind;
use crate::engine::network::Part as Gate;
use crate::engine::training::Trace;
use crate::gui::theme::{Tokens, gate_dash, hidden_dash};
use crate::locale::Words;

/// A gate or a state of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The LSTM's input gate.
    I,
    /// The LSTM's forget gate.
    F,
    /// The LSTM's output gate.
    O,
    /// The LSTM's cell state.
    S,
    /// The GRU's reset gate.
    R,
    /// The GRU's update gate; it keeps.
    Z,
    /// The GRU's candidate.
    N,
    /// The hidden state.
    H,
}

impl Part {
    /// Those of a cell that are seen as heat maps.
    #[must_use]
    pub fn of(kind: CellKind) -> &'static [Self] {
        match kind {
            CellKind::Rnn => &[Self::H],
            CellKind::Lstm => &[Self::I, Self::F, Self::O, Self::S],
            CellKind::Gru => &[Self::R, Self::Z, Self::N, Self::H],
        }
    }

    /// The `x` of `inside-x`, its name.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::I => "i",
            Self::F => "f",
            Self::O => "o",
            Self::S => "s",
            Self::R => "r",
            Self::Z => "z",
            Self::N => "n",
            Self::H => "h",
        }
    }

    /// Its letter as the reader writes it.
    #[must_use]
    pub fn letter(self, words: Words) -> &'static str {
        if self == Self::S { words.cell_state() } else { self.slug() }
    }

    /// Whether it is a gate, from 0 shut to 1 open, and can be held.
    #[must_use]
    pub fn is_gate(self) -> bool {
        matches!(self, Self::I | Self::F | Self::O | Self::R | Self::Z)
    }

    /// Its numbers `[T×H]` in a trace; none in that of another cell.
    #[must_use]
    pub fn numbers(self, trace: &Trace) -> Option<&Array2<f64>> {
        match (self, trace) {
            (Self::I, Trace::Lstm(trace)) => Some(&trace.i),
            (Self::F, Trace::Lstm(trace)) => Some(&trace.f),
            (Self::O, Trace::Lstm(trace)) => Some(&trace.o),
            (Self::S, Trace::Lstm(trace)) => Some(&trace.s),
            (Self::R, Trace::Gru(trace)) => Some(&trace.r),
            (Self::Z, Trace::Gru(trace)) => Some(&trace.z),
            (Self::N, Trace::Gru(trace)) => Some(&trace.n),
            (Self::H, trace) => Some(trace.h()),
            _ => None,
        }
    }

    /// Its colour as text and as a curve. The GRU's gates have the colours of those of the LSTM that
    /// do what they do: z keeps as f does, r lets in as i does, n is what may come in as g is.
    #[must_use]
    pub fn ink(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::I | Self::R => tokens.input_gate,
            Self::F | Self::Z => tokens.forget_gate,
            Self::O => tokens.output_gate,
            Self::S => tokens.cell_state,
            Self::N => tokens.candidate,
            Self::H => tokens.ink,
        }
    }

    /// Its dash as a curve.
    #[must_use]
    pub fn dash(self) -> LineStyle {
        match self {
            Self::I | Self::R => gate_dash(Gate::I),
            Self::F | Self::Z => gate_dash(Gate::F),
            Self::O => gate_dash(Gate::O),
            Self::N => gate_dash(Gate::G),
            Self::S => LineStyle::Solid,
            Self::H => hidden_dash(),
        }
    }

    /// A number of it as a colour: how open a gate is, a state as paint.
    #[must_use]
    pub fn colour(self, tokens: &Tokens, value: f64) -> Color32 {
        if self.is_gate() { tokens.openness(self.ink(tokens), value) } else { tokens.paint(value) }
    }
}
