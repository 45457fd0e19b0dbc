//! Networks of one unit: the numbers that the sliders move, by their names.

use std::fmt;
use std::str::FromStr;

use ndarray::{Array1, array};
use serde::{Deserialize, Serialize};

use super::Weights;
use crate::engine::cell::{Held, Lstm, Rnn};
use crate::engine::{EngineError, Real};

/// What one gate, or the RNN, does to its inputs: `z = w·x + u·h' + b`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Wub {
    /// w, on the paint x.
    pub w: f64,
    /// u, on the previous hidden state h'.
    pub u: f64,
    /// b, the bias.
    pub b: f64,
}

/// A plain RNN of one unit: `h = tanh(w·x + u·h' + b)`.
pub type RnnUnit = Wub;

/// An LSTM of one unit: w, u and b of each gate and of the candidate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LstmUnit {
    /// The input gate.
    pub i: Wub,
    /// The forget gate.
    pub f: Wub,
    /// The output gate.
    pub o: Wub,
    /// The candidate.
    pub g: Wub,
}

/// A gate of the LSTM, or its candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The input gate i.
    I,
    /// The forget gate f.
    F,
    /// The output gate o.
    O,
    /// The candidate g.
    G,
}

/// One of the three numbers of a [`Wub`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// w, on x.
    W,
    /// u, on h'.
    U,
    /// b, the bias.
    B,
}

/// One weight of a one-unit network, written `rnn.u` or `f.b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Parameter {
    /// A weight of the plain RNN.
    Rnn(Term),
    /// A weight of the LSTM.
    Lstm(Part, Term),
}

impl Part {
    /// All four, as the page orders them.
    pub const ALL: [Self; 4] = [Self::I, Self::F, Self::O, Self::G];

    /// The field's letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::I => "i",
            Self::F => "f",
            Self::O => "o",
            Self::G => "g",
        }
    }
}

impl Term {
    /// All three, as the equation orders them.
    pub const ALL: [Self; 3] = [Self::W, Self::U, Self::B];

    /// The field's letter.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::W => "w",
            Self::U => "u",
            Self::B => "b",
        }
    }
}

impl Wub {
    /// These three numbers.
    #[must_use]
    pub const fn new(w: f64, u: f64, b: f64) -> Self {
        Self { w, u, b }
    }

    /// The number of that name.
    #[must_use]
    pub fn get(&self, term: Term) -> f64 {
        match term {
            Term::W => self.w,
            Term::U => self.u,
            Term::B => self.b,
        }
    }

    /// The number of that name, to change.
    pub fn get_mut(&mut self, term: Term) -> &mut f64 {
        match term {
            Term::W => &mut self.w,
            Term::U => &mut self.u,
            Term::B => &mut self.b,
        }
    }

    /// As a plain RNN of one unit and one input, in `F`. The bias stands in `bias_ih`.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] names the tensor.
    pub fn rnn<F: Real>(&self) -> Result<Rnn<F>, EngineError> {
        Rnn::new(Weights {
            weight_ih: array![[F::of(self.w)]],
            weight_hh: array![[F::of(self.u)]],
            bias_ih: array![F::of(self.b)],
            bias_hh: Array1::zeros(1),
        })
    }
}

impl LstmUnit {
    /// The numbers of that gate.
    #[must_use]
    pub fn get(&self, part: Part) -> &Wub {
        match part {
            Part::I => &self.i,
            Part::F => &self.f,
            Part::O => &self.o,
            Part::G => &self.g,
        }
    }

    /// The numbers of that gate, to change.
    pub fn get_mut(&mut self, part: Part) -> &mut Wub {
        match part {
            Part::I => &mut self.i,
            Part::F => &mut self.f,
            Part::O => &mut self.o,
            Part::G => &mut self.g,
        }
    }

    /// As an LSTM of one unit and one input, in `F`. The biases stand in `bias_ih`.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] or [`EngineError::Range`] (a held gate) names the tensor.
    pub fn lstm<F: Real>(&self, held: Held<f64>) -> Result<Lstm<F>, EngineError> {
        // PyTorch's order of rows: i, f, g, o.
        let rows = [&self.i, &self.f, &self.g, &self.o];
        let column = |term: Term| Array1::from_iter(rows.iter().map(|gate| F::of(gate.get(term))));
        let held = Held { i: held.i.map(F::of), f: held.f.map(F::of), o: held.o.map(F::of) };
        Lstm::new(
            Weights {
                weight_ih: column(Term::W).insert_axis(ndarray::Axis(1)),
                weight_hh: column(Term::U).insert_axis(ndarray::Axis(1)),
                bias_ih: column(Term::B),
                bias_hh: Array1::zeros(4),
            },
            held,
        )
    }
}

impl Parameter {
    /// All fifteen: the RNN's, then those of i, f, o and g.
    pub fn all() -> impl Iterator<Item = Self> {
        let rnn = Term::ALL.into_iter().map(Self::Rnn);
        rnn.chain(Part::ALL.into_iter().flat_map(|part| Term::ALL.into_iter().map(move |term| Self::Lstm(part, term))))
    }

    /// The largest magnitude that a slider or a scene file gives it: RNN and g 3; gates w, u 16, b 12.
    #[must_use]
    pub fn limit(self) -> f64 {
        match self {
            Self::Rnn(_) | Self::Lstm(Part::G, _) => 3.0,
            Self::Lstm(_, Term::B) => 12.0,
            Self::Lstm(_, _) => 16.0,
        }
    }

    /// What one press of an arrow key moves it by, and what a drag stops at.
    #[must_use]
    pub fn grain(self) -> f64 {
        if self.limit() > 3.0 { 0.1 } else { 0.05 }
    }

    /// The gate that it is of, or the candidate; none of the RNN's.
    #[must_use]
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Rnn(_) => None,
            Self::Lstm(part, _) => Some(part),
        }
    }

    /// The equation that it stands in, ′ = previous step.
    #[must_use]
    pub fn equation(self) -> String {
        match self {
            Self::Rnn(_) => "h = tanh(w·x + u·h′ + b)".to_owned(),
            Self::Lstm(Part::G, _) => "g = tanh(w·x + u·h′ + b)".to_owned(),
            Self::Lstm(part, _) => format!("{} = σ(w·x + u·h′ + b)", part.letter()),
        }
    }

    /// The weight of that name in the two networks.
    #[must_use]
    pub fn get(self, rnn: &RnnUnit, lstm: &LstmUnit) -> f64 {
        match self {
            Self::Rnn(term) => rnn.get(term),
            Self::Lstm(part, term) => lstm.get(part).get(term),
        }
    }

    /// The weight of that name in the two networks, to change.
    pub fn get_mut<'a>(self, rnn: &'a mut RnnUnit, lstm: &'a mut LstmUnit) -> &'a mut f64 {
        match self {
            Self::Rnn(term) => rnn.get_mut(term),
            Self::Lstm(part, term) => lstm.get_mut(part).get_mut(term),
        }
    }
}

impl fmt::Display for Parameter {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rnn(term) => write!(to, "rnn.{}", term.letter()),
            Self::Lstm(part, term) => write!(to, "{}.{}", part.letter(), term.letter()),
        }
    }
}

impl FromStr for Parameter {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::all().find(|parameter| parameter.to_string() == name).ok_or_else(|| {
            format!("\"{name}\" is no weight; rnn.w, rnn.u, rnn.b, and w, u, b of i, f, o, g (such as f.b) are")
        })
    }
}
