//! What a small change of the message does to every later state, exactly.
//!
//! `∂s_t/∂x_m` by forward accumulation: one column a number of x_m, carried from the message's
//! step on through the whole cell, recurrent gate paths included (Williams & Zipser 1989).

use super::blue_left::in_sequence;
use super::norm::norm;
use crate::engine::cell::lstm::Tangent;
use crate::engine::cell::{Lstm, Rnn};
use crate::engine::network::trace::row_of;
use crate::engine::network::{LstmTrace, RnnTrace};
use crate::engine::{EngineError, NotFinite, Real};

/// `‖∂s_t/∂x_m‖` (Frobenius, of the `[H×I]` matrix) from the message's step m on.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradient<F> {
    /// The message's step m, from 1.
    pub message: usize,
    /// The norms at steps m…T, or to the last step before one stopped being finite.
    pub norms: Vec<F>,
    /// Where the gradient stopped being finite, if it did: u beyond 1 can make it explode.
    pub stopped: Option<NotFinite>,
}

impl<F: Real> Gradient<F> {
    /// The norm at step `step`, from 1; None before the message and where there is none.
    #[must_use]
    pub fn at(&self, step: usize) -> Option<F> {
        self.norms.get(step.checked_sub(self.message)?).copied()
    }

    /// The factor a step from the message to the last norm, as a geometric mean.
    ///
    /// None of fewer than two norms, and where the first or the last is 0: there the logarithm
    /// ends, and a number too small for F looks the same.
    #[must_use]
    pub fn per_step(&self) -> Option<f64> {
        let (first, last) = (self.norms.first()?.as_f64(), self.norms.last()?.as_f64());
        let steps = self.norms.len() - 1;
        if steps == 0 || first == 0.0 || last == 0.0 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of steps, far below 2^53")]
        let steps = steps as f64;
        Some(((last.ln() - first.ln()) / steps).exp())
    }

    fn new(message: usize) -> Self {
        Self { message, norms: Vec::new(), stopped: None }
    }
}

/// The gradients of both states of an LSTM.
#[derive(Debug, Clone, PartialEq)]
pub struct LstmGradient<F> {
    /// `‖∂h_t/∂x_m‖`.
    pub h: Gradient<F>,
    /// `‖∂S_t/∂x_m‖`, recurrent gate paths included.
    pub s: Gradient<F>,
    /// The path through the cell alone: `‖Π_{k=m+1..t} f_k ⊙ ∂S_m/∂x_m‖`.
    pub cell_only: Gradient<F>,
}

/// `‖∂h_t/∂x_m‖` of an RNN along its trace, m = `message`, from 1.
///
/// ```text
/// ∂h_m/∂x_m = diag(1 − h_m²) W    ∂h_t/∂x_m = diag(1 − h_t²) U ∂h_{t−1}/∂x_m
/// ```
///
/// A gradient that stops being finite is not an error: see [`Gradient::stopped`].
///
/// # Errors
/// [`EngineError::Step`]; [`EngineError::Shape`] for a trace of another network.
pub fn rnn_gradient<F: Real>(rnn: &Rnn<F>, trace: &RnnTrace<F>, message: usize) -> Result<Gradient<F>, EngineError> {
    trace.fits(rnn.weights())?;
    in_sequence(message, trace.length())?;
    let mut inputs = Columns::new(rnn.weights().input_size(), rnn.weights().input_size());
    inputs.set_identity();
    let mut now = Columns::new(rnn.weights().input_size(), rnn.weights().hidden_size());
    let mut before = now.clone();
    let mut gradient = Gradient::new(message);
    for row in message - 1..trace.length() {
        let columns = inputs.each().zip(before.each()).zip(now.each_mut());
        for ((dx, before), now) in columns {
            rnn.tangent_into(row_of(&trace.h, row), dx, before, now);
        }
        if let Some(wrong) = now.not_finite("∂h/∂x", row + 1) {
            gradient.stopped = Some(wrong);
            break;
        }
        gradient.norms.push(now.norm());
        std::mem::swap(&mut now, &mut before);
        inputs.clear();
    }
    Ok(gradient)
}

/// `‖∂h_t/∂x_m‖` and `‖∂S_t/∂x_m‖` of an LSTM along its trace, m = `message`, from 1.
///
/// The recurrences are those of one small change through the cell: δz = W δx + U δh',
/// δS = δf ⊙ S' + f ⊙ δS' + δi ⊙ g + i ⊙ δg, δh = δo ⊙ tanh(S) + o ⊙ (1 − tanh²(S)) ⊙ δS.
/// Where either state's gradient stops being finite, both end ([`Gradient::stopped`]).
///
/// # Errors
/// [`EngineError::Step`]; [`EngineError::Shape`] for a trace of another network.
pub fn lstm_gradient<F: Real>(
    lstm: &Lstm<F>,
    trace: &LstmTrace<F>,
    message: usize,
) -> Result<LstmGradient<F>, EngineError> {
    trace.fits(lstm.weights())?;
    in_sequence(message, trace.length())?;
    let (input_size, hidden_size) = (lstm.weights().input_size(), lstm.weights().hidden_size());
    let mut inputs = Columns::new(input_size, input_size);
    inputs.set_identity();
    let (mut h, mut s) = (Columns::new(input_size, hidden_size), Columns::new(input_size, hidden_size));
    let mut cell_only = s.clone();
    let mut z = vec![F::zero(); Lstm::<F>::BLOCKS * hidden_size];
    let new = || Gradient::new(message);
    let mut gradient = LstmGradient { h: new(), s: new(), cell_only: new() };
    for row in message - 1..trace.length() {
        let s_before = trace.s_before(row).to_vec();
        for ((dx, dh), ds) in inputs.each().zip(h.each_mut()).zip(s.each_mut()) {
            lstm.tangent_into(trace.row(row), &s_before, dx, &mut Tangent { dh, ds, z: &mut z });
        }
        let wrong = s.not_finite("∂S/∂x", row + 1).or_else(|| h.not_finite("∂h/∂x", row + 1));
        if row + 1 == message {
            cell_only.clone_from(&s);
            gradient.cell_only.stopped.clone_from(&wrong);
        } else {
            cell_only.scale(row_of(&trace.f, row));
        }
        if gradient.cell_only.stopped.is_none() {
            gradient.cell_only.norms.push(cell_only.norm());
        }
        if gradient.s.stopped.is_none() {
            gradient.s.stopped.clone_from(&wrong);
            gradient.h.stopped = wrong;
        }
        if gradient.s.stopped.is_none() {
            gradient.s.norms.push(s.norm());
            gradient.h.norms.push(h.norm());
        }
        inputs.clear();
    }
    Ok(gradient)
}

/// A small matrix kept column by column: column k is the change that a change of x's number k makes.
#[derive(Clone)]
struct Columns<F> {
    height: usize,
    values: Vec<F>,
}

impl<F: Real> Columns<F> {
    fn new(columns: usize, height: usize) -> Self {
        Self { height, values: vec![F::zero(); columns * height] }
    }

    fn each(&self) -> impl Iterator<Item = &[F]> {
        self.values.chunks_exact(self.height)
    }

    fn each_mut(&mut self) -> impl Iterator<Item = &mut [F]> {
        self.values.chunks_exact_mut(self.height)
    }

    fn set_identity(&mut self) {
        let height = self.height;
        self.values.iter_mut().step_by(height + 1).for_each(|value| *value = F::one());
    }

    fn clear(&mut self) {
        self.values.fill(F::zero());
    }

    /// Multiplies every column by `factors`, number by number.
    fn scale(&mut self, factors: &[F]) {
        for column in self.each_mut() {
            column.iter_mut().zip(factors).for_each(|(value, factor)| *value *= *factor);
        }
    }

    fn norm(&self) -> F {
        norm(self.values.iter().copied())
    }

    /// The first number that is not finite, as `[unit, input]`; or the norm, if only that is not.
    fn not_finite(&self, tensor: &'static str, step: usize) -> Option<NotFinite> {
        let columns = self.each().enumerate();
        let mut places =
            columns.flat_map(|(input, column)| (0..).zip(column).map(move |(unit, value)| (unit, input, value)));
        if let Some((unit, input, value)) = places.find(|(_, _, value)| !value.is_finite()) {
            return Some(NotFinite { tensor, index: vec![unit, input], step: Some(step), value: value.as_f64() });
        }
        let norm = self.norm();
        (!norm.is_finite()).then(|| NotFinite { tensor, index: vec![], step: Some(step), value: norm.as_f64() })
    }
}
