//! What a small change of the message does to the end of a one-unit network's run, exactly.
//!
//! The sums are those of [`rnn_gradient`](super::rnn_gradient) and
//! [`lstm_gradient`](super::lstm_gradient) with H = I = 1, without a trace.

use super::one_unit::{Gates, OneUnit, State, inside};
use crate::engine::NotFinite;
use crate::engine::cell::Held;
use crate::engine::cell::activation::{sigmoid_slope, tanh_slope};
use crate::engine::network::{LstmUnit, Wub};

/// `∂h/∂x_m` and `∂S/∂x_m`.
#[derive(Clone, Copy, Default)]
struct Tangent {
    h: f64,
    s: f64,
}

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
        let (mut state, mut tangent) = (start, Tangent::default());
        for (row, x) in x.iter().enumerate() {
            let dx = if row == 0 { 1.0 } else { 0.0 };
            let next = self.run(std::slice::from_ref(x), before + row, state)?;
            tangent = match self {
                Self::Rnn(rnn) => Tangent { h: tanh_slope(next.h) * change(rnn, dx, tangent.h), s: 0.0 },
                Self::Lstm(lstm, held) => lstm_tangent((lstm, held), *x, dx, (state, next), tangent),
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

/// δz = w·δx + u·δh'.
fn change(wub: &Wub, dx: f64, dh: f64) -> f64 {
    inside(&Wub { b: 0.0, ..*wub }, dx, dh)
}

/// δS = δf·S' + f·δS' + δi·g + i·δg, δh = δo·tanh(S) + o·(1 − tanh²(S))·δS.
fn lstm_tangent(
    (lstm, held): (&LstmUnit, &Held<f64>),
    x: f64,
    dx: f64,
    (before, now): (State, State),
    tangent: Tangent,
) -> Tangent {
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
    Tangent { h: d_o * shown + o * tanh_slope(shown) * s, s }
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
    fn beyond_f64_there_is_none() {
        let explodes = OneUnit::Rnn(Wub::new(1.0, 3.0, 0.0));
        assert_eq!(gradient(explodes, &[0.0; 1000]), None);
        assert!(gradient(explodes, &[0.0; 100]).unwrap() > 1e40);
    }
}
