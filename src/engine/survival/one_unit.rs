//! A network of one unit in plain numbers, for runs by the thousand.
//!
//! The sums are those of [`Rnn::step`](crate::engine::cell::Rnn::step) and
//! [`Lstm::step`](crate::engine::cell::Lstm::step) with H = I = 1, without arrays and without
//! keeping the steps; a test holds the two against each other.

use crate::engine::cell::Held;
use crate::engine::cell::activation::sigmoid;
use crate::engine::network::{LstmUnit, Parameter, RnnUnit, Wub};
use crate::engine::{EngineError, NotFinite};

/// One of the two networks, of one unit and one input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OneUnit {
    /// A plain RNN.
    Rnn(RnnUnit),
    /// An LSTM and its held gates.
    Lstm(LstmUnit, Held<f64>),
}

/// What a network of one unit carries from step to step; S stays 0 in an RNN.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct State {
    pub(super) h: f64,
    pub(super) s: f64,
}

/// The gates of an LSTM at one step, and its candidate.
pub(super) struct Gates {
    pub(super) i: f64,
    pub(super) f: f64,
    pub(super) o: f64,
    pub(super) g: f64,
}

impl OneUnit {
    /// Checks that all weights are finite and held gates lie from 0 to 1.
    ///
    /// # Errors
    /// [`EngineError::NotFinite`] or [`EngineError::Range`], naming the tensor.
    pub fn check(&self) -> Result<(), EngineError> {
        match self {
            Self::Rnn(rnn) => rnn.rnn::<f64>().map(drop),
            Self::Lstm(lstm, held) => lstm.lstm::<f64>(*held).map(drop),
        }
    }

    /// The weight of that name, to change; None if it is of the other network.
    pub fn get_mut(&mut self, parameter: Parameter) -> Option<&mut f64> {
        match (self, parameter) {
            (Self::Rnn(rnn), Parameter::Rnn(term)) => Some(rnn.get_mut(term)),
            (Self::Lstm(lstm, _), Parameter::Lstm(part, term)) => Some(lstm.get_mut(part).get_mut(term)),
            _ => None,
        }
    }

    /// Its weights: three of an RNN, twelve of an LSTM.
    pub(super) fn weights(&self) -> impl Iterator<Item = f64> {
        let wubs = match self {
            Self::Rnn(rnn) => [Some(*rnn), None, None, None],
            Self::Lstm(LstmUnit { i, f, o, g }, _) => [i, f, o, g].map(|wub| Some(*wub)),
        };
        wubs.into_iter().flatten().flat_map(|Wub { w, u, b }| [w, u, b])
    }

    /// The state that carries the message at the end of `x`: h of an RNN, S of an LSTM.
    ///
    /// # Errors
    /// Where a state stopped being finite.
    pub fn end(&self, x: &[f64]) -> Result<f64, NotFinite> {
        Ok(self.carrier(self.run(x, 0, State::default())?))
    }

    /// h of an RNN, S of an LSTM.
    pub(super) fn carrier(&self, state: State) -> f64 {
        match self {
            Self::Rnn(_) => state.h,
            Self::Lstm(..) => state.s,
        }
    }

    /// The state after the inputs `x`, of which the first is at step `before` + 1.
    ///
    /// # Errors
    /// Where a state stopped being finite.
    pub(super) fn run(&self, x: &[f64], before: usize, start: State) -> Result<State, NotFinite> {
        match self {
            Self::Rnn(rnn) => along(x, before, start, |x, at| State { h: inside(rnn, x, at.h).tanh(), s: 0.0 }),
            Self::Lstm(lstm, held) => along(x, before, start, |x, at| lstm_step(lstm, held, x, at)),
        }
    }
}

#[inline]
fn along(x: &[f64], before: usize, start: State, step: impl Fn(f64, State) -> State) -> Result<State, NotFinite> {
    let mut now = start;
    for (x, at) in x.iter().zip(before + 1..) {
        now = step(*x, now);
        // one test for both: a gate that is not a number makes S or h none
        if !(now.h + now.s).is_finite() {
            return Err(not_finite(now, at));
        }
    }
    Ok(now)
}

#[cold]
fn not_finite(state: State, step: usize) -> NotFinite {
    let (tensor, value) = if state.s.is_finite() { ("h", state.h) } else { ("S", state.s) };
    NotFinite { tensor, index: vec![0], step: Some(step), value }
}

#[inline]
fn lstm_step(lstm: &LstmUnit, held: &Held<f64>, x: f64, before: State) -> State {
    let Gates { i, f, o, g } = Gates::of(lstm, held, x, before.h);
    let s = f * before.s + i * g;
    State { h: o * s.tanh(), s }
}

impl Gates {
    #[inline]
    pub(super) fn of(lstm: &LstmUnit, held: &Held<f64>, x: f64, h: f64) -> Self {
        let gate = |gate: &Wub, held: Option<f64>| held.unwrap_or_else(|| sigmoid(inside(gate, x, h)));
        Self {
            i: gate(&lstm.i, held.i),
            f: gate(&lstm.f, held.f),
            o: gate(&lstm.o, held.o),
            g: inside(&lstm.g, x, h).tanh(),
        }
    }
}

/// `w·x + u·h' + b`.
#[inline]
pub(super) fn inside(wub: &Wub, x: f64, h: f64) -> f64 {
    wub.w * x + wub.u * h + wub.b
}

#[cfg(test)]
mod tests {
    use ndarray::{Array1, Array2};

    use super::{OneUnit, State};
    use crate::engine::cell::{Held, LstmState};
    use crate::engine::network::{LstmUnit, Wub};
    use crate::engine::noise::standard_normals;

    #[test]
    fn it_computes_what_the_general_cell_computes() {
        let x = standard_normals(3, 40);
        let sequence = Array2::from_shape_vec((40, 1), x.clone()).unwrap();
        for weights in standard_normals(5, 12 * 30).chunks_exact(12) {
            let [i, f, o, g] = [0, 3, 6, 9].map(|at| Wub::new(weights[at], weights[at + 1], weights[at + 2]));
            let general = i.rnn::<f64>().unwrap().trace(sequence.view(), Array1::zeros(1).view()).unwrap();
            assert_eq!(OneUnit::Rnn(i).end(&x).unwrap(), general.h[[39, 0]]);
            let unit = LstmUnit { i, f, o, g };
            for held in [Held::none(), Held { i: None, f: Some(1.0), o: Some(0.5) }] {
                let general = unit.lstm(held).unwrap().trace(sequence.view(), &LstmState::zeros(1)).unwrap();
                let at = OneUnit::Lstm(unit, held).run(&x, 0, State::default()).unwrap();
                assert_eq!((at.h, at.s), (general.h[[39, 0]], general.s[[39, 0]]));
            }
        }
    }

    #[test]
    fn where_a_state_stops_being_finite_the_step_is_named() {
        let rnn = OneUnit::Rnn(Wub::new(1.0, 1.0, 0.0));
        let wrong = rnn.run(&[0.1, f64::NAN], 4, State::default()).unwrap_err();
        assert_eq!((wrong.tensor, wrong.step), ("h", Some(6)));
    }
}
