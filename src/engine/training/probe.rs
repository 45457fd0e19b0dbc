//! What a trained model does along one sequence.

use ndarray::{Array1, Array2, ArrayView2};

use super::COLOURS;
use crate::engine::EngineError;
use crate::engine::cell::{CellKind, Gru, HeldGates, Lstm, LstmState, Rnn};
use crate::engine::network::{GruTrace, LstmTrace, Model, RnnTrace};
use crate::engine::survival::half_life_of;

/// A model along one sequence, in f64 whatever it was trained in: every number can be opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Probe {
    /// Every gate and state.
    pub trace: Trace,
    /// What the model would say at every step, `y_t = R h_t + c`: `[T×3]`. Only the last was trained.
    pub said: Array2<f64>,
    /// For each unit the half-life in steps of the gate that keeps, f (LSTM) or z (GRU), over steps
    /// 2…T: `[H]`. Empty for an RNN, which has no such gate.
    pub half_lives: Vec<f64>,
}

/// The trace of whichever cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Trace {
    /// Of an RNN.
    Rnn(RnnTrace<f64>),
    /// Of an LSTM.
    Lstm(LstmTrace<f64>),
    /// Of a GRU.
    Gru(GruTrace<f64>),
}

impl Probe {
    /// The model along `x` `[T×I]` from states of 0, with gates held as asked.
    ///
    /// # Errors
    /// As [`Model::check`]; [`EngineError::Empty`] for T = 0; [`EngineError::Shape`],
    /// [`EngineError::Range`] of a held gate, and [`EngineError::NotFinite`] with the step at which a
    /// number stopped being finite.
    pub fn of(model: &Model<f32>, x: ArrayView2<'_, f64>, held: HeldGates) -> Result<Self, EngineError> {
        model.check()?;
        let model = model.cast::<f64>();
        let start = Array1::zeros(model.hidden_size());
        let trace = match model.kind {
            CellKind::Rnn => Trace::Rnn(Rnn::new(model.rnn)?.trace(x, start.view())?),
            CellKind::Lstm => {
                let start = LstmState { h: start.clone(), s: start };
                Trace::Lstm(Lstm::new(model.rnn, held.lstm)?.trace(x, &start)?)
            }
            CellKind::Gru => Trace::Gru(Gru::new(model.rnn, held.gru)?.trace(x, start.view())?),
        };
        let said = trace.h().dot(&model.readout_weight.t()) + &model.readout_bias;
        let half_lives = trace.keeper().map(half_lives).unwrap_or_default();
        Ok(Self { trace, said, half_lives })
    }

    /// The mean squared error of the last answer, when `colour` was to be said.
    #[must_use]
    pub fn answer_error(&self, colour: [f64; COLOURS]) -> f64 {
        let last = self.said.row(self.said.nrows() - 1);
        last.iter().zip(colour).map(|(said, colour)| (said - colour).powi(2)).sum::<f64>() / colour.len() as f64
    }
}

impl Trace {
    /// The inputs `[T×I]`.
    #[must_use]
    pub fn x(&self) -> &Array2<f64> {
        match self {
            Self::Rnn(trace) => &trace.x,
            Self::Lstm(trace) => &trace.x,
            Self::Gru(trace) => &trace.x,
        }
    }

    /// The hidden size H.
    #[must_use]
    pub fn hidden_size(&self) -> usize {
        self.h().ncols()
    }

    /// The hidden state after each step `[T×H]`.
    #[must_use]
    pub fn h(&self) -> &Array2<f64> {
        match self {
            Self::Rnn(trace) => &trace.h,
            Self::Lstm(trace) => &trace.h,
            Self::Gru(trace) => &trace.h,
        }
    }

    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.h().nrows()
    }

    /// The gate that keeps, if the cell has one `[T×H]`: f of an LSTM, z of a GRU.
    #[must_use]
    pub fn keeper(&self) -> Option<&Array2<f64>> {
        match self {
            Self::Rnn(_) => None,
            Self::Lstm(trace) => Some(&trace.f),
            Self::Gru(trace) => Some(&trace.z),
        }
    }
}

/// The half-life of each unit's gate `[T×H]`.
fn half_lives(gate: &Array2<f64>) -> Vec<f64> {
    gate.columns().into_iter().map(|unit| half_life_of(unit.iter().copied().skip(1))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Probe, Trace};
    use crate::engine::EngineError;
    use crate::engine::cell::{CellKind, GruHeld, Held, HeldGates};
    use crate::engine::network::Model;
    use crate::engine::survival::half_life;
    use crate::engine::training::{RecallTask, Setup, initialise};

    fn model(kind: CellKind) -> Model<f32> {
        initialise(&Setup { kind, ..Setup::default() })
    }

    fn probe(kind: CellKind, held: HeldGates) -> Probe {
        let x = RecallTask { length: 12, noise: 0.1 }.probe([1.0, -0.5, 0.25], 1);
        Probe::of(&model(kind), x.view(), held).unwrap()
    }

    #[test]
    fn what_it_says_is_its_readout_of_h() {
        for kind in CellKind::ALL {
            let (model, probe) = (model(kind).cast::<f64>(), probe(kind, HeldGates::default()));
            assert_eq!((probe.said.dim(), probe.trace.length()), ((12, 3), 12));
            for (said, h) in probe.said.outer_iter().zip(probe.trace.h().outer_iter()) {
                for ((said, row), c) in said.iter().zip(model.readout_weight.outer_iter()).zip(&model.readout_bias) {
                    let expected = row.iter().zip(&h).map(|(r, h)| r * h).sum::<f64>() + c;
                    assert!((said - expected).abs() < 1e-15, "{said} is not {expected}");
                }
            }
        }
    }

    #[test]
    fn half_lives_are_those_of_the_gate_that_keeps() {
        let held =
            HeldGates { lstm: Held { f: Some(0.9), ..Held::none() }, gru: GruHeld { z: Some(0.5), ..GruHeld::none() } };
        assert!(probe(CellKind::Rnn, held).half_lives.is_empty());
        for (kind, gate) in [(CellKind::Lstm, 0.9), (CellKind::Gru, 0.5)] {
            let half_lives = probe(kind, held).half_lives;
            assert_eq!(half_lives.len(), 16);
            assert!(half_lives.iter().all(|steps| (steps - half_life(gate)).abs() < 1e-12), "{half_lives:?}");
        }
        // The default start, +2: around σ(2)'s 5.5 steps.
        let free = probe(CellKind::Lstm, HeldGates::default()).half_lives;
        assert!(free.iter().all(|steps| (3.0..9.0).contains(steps)), "{free:?}");
    }

    #[test]
    fn held_gates_are_held_in_the_cell_that_has_them() {
        let held = HeldGates { lstm: Held { i: Some(0.25), ..Held::none() }, gru: GruHeld { r: Some(0.75), z: None } };
        match (probe(CellKind::Lstm, held).trace, probe(CellKind::Gru, held).trace) {
            (Trace::Lstm(lstm), Trace::Gru(gru)) => {
                assert!(lstm.i.iter().all(|i| *i == 0.25));
                assert!(gru.r.iter().all(|r| *r == 0.75));
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(probe(CellKind::Rnn, held), probe(CellKind::Rnn, HeldGates::default()));
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let narrow = ndarray::Array2::zeros((4, 2));
        let wrong = Probe::of(&model(CellKind::Gru), narrow.view(), HeldGates::default());
        assert!(matches!(wrong, Err(EngineError::Shape { tensor: "x", .. })));
        let mut model = model(CellKind::Gru);
        model.readout_bias[1] = f32::NAN;
        let wrong = Probe::of(&model, ndarray::Array2::zeros((4, 3)).view(), HeldGates::default());
        assert!(matches!(wrong, Err(EngineError::NotFinite(wrong)) if wrong.tensor == "readout.bias"));
    }
}
