//! What flows through a one-unit network at one step: every term of its equations, once.

use ndarray::Array2;

use super::{RnnRun, Run, Scene};
use crate::engine::network::{LstmTrace, Part};

/// The terms of `h = tanh(w·x + u·h' + b)` at one step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RnnFlows {
    /// The step, from 1.
    pub step: usize,
    /// x.
    pub x: f64,
    /// w·x.
    pub poured: f64,
    /// h'.
    pub h_before: f64,
    /// u·h'.
    pub carried: f64,
    /// h.
    pub h: f64,
}

/// The terms of `S = f·S' + i·g` and `h = o·tanh(S)` at one step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LstmFlows {
    /// The step, from 1.
    pub step: usize,
    /// x.
    pub x: f64,
    /// h'.
    pub h_before: f64,
    /// S'.
    pub s_before: f64,
    /// The input gate i.
    pub i: f64,
    /// The forget gate f.
    pub f: f64,
    /// The candidate g.
    pub g: f64,
    /// The output gate o.
    pub o: f64,
    /// f·S'.
    pub kept: f64,
    /// (1 − f)·S': what the forget gate throws away.
    pub drained: f64,
    /// i·g.
    pub let_in: f64,
    /// S.
    pub s: f64,
    /// tanh(S).
    pub squashed: f64,
    /// h.
    pub h: f64,
    /// The largest |S| of the whole sequence.
    pub most: f64,
}

impl LstmFlows {
    /// The terms of a unit, from 0, at a step, from 1; none outside of the trace. x is the first of
    /// the inputs.
    pub(super) fn of(trace: &LstmTrace<f64>, step: usize, unit: usize) -> Option<Self> {
        let row = step.checked_sub(1)?;
        let at = |array: &Array2<f64>| array.get((row, unit)).copied();
        let (i, f, g, s) = (at(&trace.i)?, at(&trace.f)?, at(&trace.g)?, at(&trace.s)?);
        let s_before = *trace.s_before(row).get(unit)?;
        Some(Self {
            step,
            x: *trace.x.get((row, 0))?,
            h_before: *trace.h_before(row).get(unit)?,
            s_before,
            i,
            f,
            g,
            o: at(&trace.o)?,
            kept: f * s_before,
            drained: (1.0 - f) * s_before,
            let_in: i * g,
            s,
            squashed: s.tanh(),
            h: at(&trace.h)?,
            most: trace.s.column(unit).iter().fold(0.0, |most: f64, s| most.max(s.abs())),
        })
    }

    /// A gate, or the candidate.
    #[must_use]
    pub fn gate(&self, part: Part) -> f64 {
        match part {
            Part::I => self.i,
            Part::F => self.f,
            Part::O => self.o,
            Part::G => self.g,
        }
    }
}

impl Run {
    /// What pushes a gate besides its bias: `w·x + u·h'`; none outside the sequence.
    #[must_use]
    pub fn push(&self, scene: &Scene, part: Part, step: usize) -> Option<f64> {
        let LstmFlows { x, h_before, .. } = self.lstm_flows(step)?;
        let gate = scene.lstm.get(part);
        Some(gate.w * x + gate.u * h_before)
    }

    /// The RNN's terms at a step; none outside the sequence.
    #[must_use]
    pub fn rnn_flows(&self, scene: &Scene, step: usize) -> Option<RnnFlows> {
        let row = step.checked_sub(1)?;
        let RnnRun { trace, .. } = &self.rnn;
        let (x, h) = (*trace.x.get((row, 0))?, *trace.h.get((row, 0))?);
        let h_before = *trace.h_before(row).first()?;
        Some(RnnFlows { step, x, poured: scene.rnn.w * x, h_before, carried: scene.rnn.u * h_before, h })
    }

    /// The LSTM's terms at a step; none outside the sequence.
    #[must_use]
    pub fn lstm_flows(&self, step: usize) -> Option<LstmFlows> {
        LstmFlows::of(&self.lstm.trace, step, 0)
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::network::Part;
    use crate::scene::{Run, presets};

    #[test]
    fn the_terms_add_up_to_the_states_at_every_step_of_every_preset() {
        for preset in presets() {
            let run = Run::of(&preset.scene).unwrap();
            for step in 1..=run.length() {
                let rnn = run.rnn_flows(&preset.scene, step).unwrap();
                let sum = (rnn.poured + rnn.carried + preset.scene.rnn.b).tanh();
                assert!((sum - rnn.h).abs() < 1e-12, "{} step {step}", preset.slug);
                let lstm = run.lstm_flows(step).unwrap();
                assert!((lstm.kept + lstm.let_in - lstm.s).abs() < 1e-12, "{} step {step}", preset.slug);
                assert!((lstm.kept + lstm.drained - lstm.s_before).abs() < 1e-12);
                assert!((lstm.o * lstm.squashed - lstm.h).abs() < 1e-12);
                assert!(lstm.s.abs() <= lstm.most);
                let pushed = run.push(&preset.scene, Part::G, step).unwrap();
                assert!(((pushed + preset.scene.lstm.g.b).tanh() - lstm.g).abs() < 1e-12);
            }
            assert_eq!(run.lstm_flows(0), None);
            assert_eq!(run.lstm_flows(run.length() + 1), None);
        }
    }
}
