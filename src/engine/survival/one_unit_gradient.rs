//! What a small change of the message does to the end of a one-unit network's run, exactly.
//!
//! The sums are those of [`rnn_gradient`](super::rnn_gradient) and
//! [`lstm_gradient`](super::lstm_gradient) with H = I = 1, without a trace.

use super::one_unit::{Gates, OneUnit, State, inside};
use crate::engine::NotFinite;
use crate::engine::cell::Held;
use crate::engine::cell::activation::{sigmoid_slope, tanh_slope};
use crate::engine::network::{LstmUnit, Wub};

impl OneUnit {
    /// `|∂s_T/∂x_m|` by forward accumulation, s = h of an RNN, S of an LSTM; `x` is x_m … x_T, and
    /// `start` the state before step m, the first after `before` others.
    ///
    /// None where the gradient stopped being finite on the way, as
    /// [`Gradient::stopped`](super::Gradient::stopped).
    ///
    /// # Errors
    /// Where a state stopped being finite.
    pub(super) fn gradient(&self, x: &[f64], before: usize, start: State) -> Result<Option<f64>, NotFinite> {
        let (mut state, mut tangent) = (start, LstmTangents::default());
        for (row, x) in x.iter().enumerate() {
            let dx = if row == 0 { 1.0 } else { 0.0 };
            let next = self.run(std::slice::from_ref(x), before + row, state)?;
            tangent = match self {
                Self::Rnn(rnn) => {
                    LstmTangents { h: tanh_slope(next.h) * change(rnn, dx, tangent.h), ..LstmTangents::default() }
                }
                Self::Lstm(lstm, held) => tangents((lstm, held), *x, dx, (state, next), tangent),
            };
            if !(tangent.h.is_finite() && tangent.s.is_finite()) {
                return Ok(None);
            }
            state = next;
        }
        let end = self.carrier(State { h: tangent.h, s: tangent.s });
        Ok(Some(end.abs()))
    }
}

/// What a small change of x_m, 1 large, changes in the parts of an LSTM of one unit at one step.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LstmTangents {
    /// δi, 0 of a held gate.
    pub i: f64,
    /// δf, 0 of a held gate.
    pub f: f64,
    /// δg.
    pub g: f64,
    /// δo, 0 of a held gate.
    pub o: f64,
    /// δS'.
    pub s_before: f64,
    /// δS.
    pub s: f64,
    /// δh.
    pub h: f64,
}

/// The signed changes at step `step` of the whole inputs `x`, both steps from 1; their sizes are
/// those of [`lstm_gradient`](super::lstm_gradient). None before the message and beyond the end.
///
/// # Errors
/// Where a state stopped being finite.
pub fn lstm_tangents(
    lstm: &LstmUnit,
    held: &Held<f64>,
    x: &[f64],
    message: usize,
    step: usize,
) -> Result<Option<LstmTangents>, NotFinite> {
    let unit = OneUnit::Lstm(*lstm, *held);
    let (mut state, mut now) = (State::default(), None);
    for (at, x) in (1..=step).zip(x) {
        let next = unit.run(std::slice::from_ref(x), at - 1, state)?;
        if at >= message {
            let dx = if at == message { 1.0 } else { 0.0 };
            now = Some(tangents((lstm, held), *x, dx, (state, next), now.unwrap_or_default()));
        }
        state = next;
    }
    Ok(now.filter(|_| step <= x.len()))
}

/// δz = w·δx + u·δh'.
fn change(wub: &Wub, dx: f64, dh: f64) -> f64 {
    inside(&Wub { b: 0.0, ..*wub }, dx, dh)
}

/// δS = δf·S' + f·δS' + δi·g + i·δg, δh = δo·tanh(S) + o·(1 − tanh²(S))·δS.
fn tangents(
    (lstm, held): (&LstmUnit, &Held<f64>),
    x: f64,
    dx: f64,
    (before, now): (State, State),
    tangent: LstmTangents,
) -> LstmTangents {
    let Gates { i, f, o, g } = Gates::of(lstm, held, x, before.h);
    // A held gate passes nothing on.
    let gate = |wub: &Wub, value: f64, held: Option<f64>| match held {
        Some(_) => 0.0,
        None => sigmoid_slope(value) * change(wub, dx, tangent.h),
    };
    let (di, df, d_o) = (gate(&lstm.i, i, held.i), gate(&lstm.f, f, held.f), gate(&lstm.o, o, held.o));
    let dg = tanh_slope(g) * change(&lstm.g, dx, tangent.h);
    let s = df * before.s + f * tangent.s + di * g + i * dg;
    let shown = now.s.tanh();
    let h = d_o * shown + o * tanh_slope(shown) * s;
    LstmTangents { i: di, f: df, g: dg, o: d_o, s_before: tangent.s, s, h }
}

#[cfg(test)]
mod tests {
    use ndarray::{Array1, Array2};

    use super::*;
    use crate::engine::cell::LstmState;
    use crate::engine::noise::standard_normals;
    use crate::engine::survival::{lstm_gradient, rnn_gradient};

    const LENGTH: usize = 30;
    const MESSAGE: usize = 4;

    fn gradient(network: OneUnit, x: &[f64]) -> Option<f64> {
        let (before, after) = x.split_at(MESSAGE - 1);
        let start = network.run(before, 0, State::default()).unwrap();
        network.gradient(after, before.len(), start).unwrap()
    }

    #[test]
    fn it_is_the_general_gradient() {
        let x = standard_normals(13, LENGTH);
        let sequence = Array2::from_shape_vec((LENGTH, 1), x.clone()).unwrap();
        let near = |found: Option<f64>, expected: f64| {
            assert!((found.unwrap() - expected).abs() <= 1e-12 * expected, "{found:?} is not {expected}");
        };
        for weights in standard_normals(15, 12 * 20).chunks_exact(12) {
            let [i, f, o, g] = [0, 3, 6, 9].map(|at| Wub::new(weights[at], weights[at + 1], weights[at + 2]));
            let rnn = i.rnn::<f64>().unwrap();
            let trace = rnn.trace(sequence.view(), Array1::zeros(1).view()).unwrap();
            let expected = rnn_gradient(&rnn, &trace, MESSAGE).unwrap();
            near(gradient(OneUnit::Rnn(i), &x), expected.at(LENGTH).unwrap());
            let unit = LstmUnit { i, f, o, g };
            for held in
                [Held::none(), Held { i: Some(0.7), ..Held::none() }, Held { i: None, f: Some(0.9), o: Some(0.5) }]
            {
                let lstm = unit.lstm::<f64>(held).unwrap();
                let trace = lstm.trace(sequence.view(), &LstmState::zeros(1)).unwrap();
                let expected = lstm_gradient(&lstm, &trace, MESSAGE).unwrap();
                near(gradient(OneUnit::Lstm(unit, held), &x), expected.s.at(LENGTH).unwrap());
            }
        }
    }

    #[test]
    fn the_signed_changes_have_the_size_of_the_gradient_and_add_up() {
        let x = standard_normals(13, LENGTH);
        let sequence = Array2::from_shape_vec((LENGTH, 1), x.clone()).unwrap();
        let unit = LstmUnit {
            i: Wub::new(1.0, -0.5, 0.2),
            f: Wub::new(0.3, 0.8, 1.0),
            o: Wub::new(-0.4, 0.1, 0.5),
            g: Wub::new(1.2, 0.7, -0.1),
        };
        let held = Held { o: Some(0.5), ..Held::none() };
        let trace = unit.lstm::<f64>(held).unwrap().trace(sequence.view(), &LstmState::zeros(1)).unwrap();
        let expected = lstm_gradient(&unit.lstm(held).unwrap(), &trace, MESSAGE).unwrap();
        for step in MESSAGE..=LENGTH {
            let at = lstm_tangents(&unit, &held, &x, MESSAGE, step).unwrap().unwrap();
            let near = |found: f64, size: f64| assert!((found.abs() - size).abs() <= 1e-12 * size, "step {step}");
            near(at.s, expected.s.at(step).unwrap());
            near(at.h, expected.h.at(step).unwrap());
            let row = step - 1;
            let before = trace.s_before(row)[0];
            let sum =
                trace.f[(row, 0)] * at.s_before + at.f * before + trace.i[(row, 0)] * at.g + at.i * trace.g[(row, 0)];
            assert!((sum - at.s).abs() < 1e-14 && at.o == 0.0);
        }
        assert_eq!(lstm_tangents(&unit, &held, &x, MESSAGE, MESSAGE - 1).unwrap(), None);
        assert_eq!(lstm_tangents(&unit, &held, &x, MESSAGE, LENGTH + 1).unwrap(), None);
    }

    #[test]
    fn beyond_f64_there_is_none() {
        let explodes = OneUnit::Rnn(Wub::new(1.0, 3.0, 0.0));
        assert_eq!(gradient(explodes, &[0.0; 1000]), None);
        assert!(gradient(explodes, &[0.0; 100]).unwrap() > 1e40);
    }
}
