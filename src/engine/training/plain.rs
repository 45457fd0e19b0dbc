//! Loss and gradient of a batch, one sequence after the other through the plain cells: the truth
//! that the kernels are held against.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2};

use super::Batch;
use crate::engine::cell::{CellKind, Gru, HeldGates, Lstm, LstmState, Rnn};
use crate::engine::error::{all_finite, same_shape};
use crate::engine::network::{GruTrace, LstmTrace, Model, RnnTrace, Weights};
use crate::engine::{EngineError, NotFinite, Real};

/// The mean squared error of what is said at the last step, and its gradient for all six tensors.
///
/// ```text
/// y = R h_T + c    L = Σ (y − target)² / (B·O)    over B sequences of O outputs each
/// ∂L/∂y = 2 (y − target) / (B·O)    ∂L/∂R = Σ ∂L/∂y h_Tᵀ    ∂L/∂c = Σ ∂L/∂y    ∂L/∂h_T = Rᵀ ∂L/∂y
/// ```
///
/// The states start from 0. `docs/derivations/backpropagation.md` derives the rest.
///
/// # Errors
/// As [`Model::check`]; [`EngineError::Empty`] or [`EngineError::Shape`] of the batch;
/// [`EngineError::NotFinite`] names what stopped being finite, and the step of the sequence.
pub fn loss_and_gradient<F: Real>(model: &Model<F>, batch: &Batch<F>) -> Result<(F, Model<F>), EngineError> {
    check(model, batch)?;
    let weights = model.rnn.clone();
    let none = HeldGates::default();
    match model.kind {
        CellKind::Rnn => backward(&Rnn::new(weights)?, model, batch),
        CellKind::Lstm => backward(&Lstm::new(weights, none.lstm.cast())?, model, batch),
        CellKind::Gru => backward(&Gru::new(weights, none.gru.cast())?, model, batch),
    }
}

/// The loss alone, with gates held as asked: L of [`loss_and_gradient`].
///
/// # Errors
/// As [`loss_and_gradient`]; [`EngineError::Range`] of a held gate.
pub fn loss<F: Real>(model: &Model<F>, batch: &Batch<F>, held: &HeldGates) -> Result<F, EngineError> {
    check(model, batch)?;
    let weights = model.rnn.clone();
    match model.kind {
        CellKind::Rnn => forward(&Rnn::new(weights)?, model, batch),
        CellKind::Lstm => forward(&Lstm::new(weights, held.lstm.cast())?, model, batch),
        CellKind::Gru => forward(&Gru::new(weights, held.gru.cast())?, model, batch),
    }
}

/// What the sums below need of a network, whichever its cell.
trait Network<F> {
    type Trace;
    /// Along a sequence `[T×I]` from states of 0.
    fn run(&self, x: ArrayView2<'_, F>) -> Result<Self::Trace, EngineError>;
    /// The hidden states `[T×H]`.
    fn hidden(trace: &Self::Trace) -> ArrayView2<'_, F>;
    /// The gradient of the four tensors, from `∂L/∂h_t` `[T×H]`.
    fn weights_backward(&self, trace: &Self::Trace, grad_h: ArrayView2<'_, F>) -> Result<Weights<F>, EngineError>;
}

impl<F: Real> Network<F> for Rnn<F> {
    type Trace = RnnTrace<F>;
    fn run(&self, x: ArrayView2<'_, F>) -> Result<RnnTrace<F>, EngineError> {
        self.trace(x, Array1::zeros(self.weights().hidden_size()).view())
    }
    fn hidden(trace: &RnnTrace<F>) -> ArrayView2<'_, F> {
        trace.h.view()
    }
    fn weights_backward(&self, trace: &RnnTrace<F>, grad_h: ArrayView2<'_, F>) -> Result<Weights<F>, EngineError> {
        Ok(self.backward(trace, grad_h)?.weights)
    }
}

impl<F: Real> Network<F> for Lstm<F> {
    type Trace = LstmTrace<F>;
    fn run(&self, x: ArrayView2<'_, F>) -> Result<LstmTrace<F>, EngineError> {
        self.trace(x, &LstmState::zeros(self.weights().hidden_size()))
    }
    fn hidden(trace: &LstmTrace<F>) -> ArrayView2<'_, F> {
        trace.h.view()
    }
    fn weights_backward(&self, trace: &LstmTrace<F>, grad_h: ArrayView2<'_, F>) -> Result<Weights<F>, EngineError> {
        Ok(self.backward(trace, grad_h)?.weights)
    }
}

impl<F: Real> Network<F> for Gru<F> {
    type Trace = GruTrace<F>;
    fn run(&self, x: ArrayView2<'_, F>) -> Result<GruTrace<F>, EngineError> {
        self.trace(x, Array1::zeros(self.weights().hidden_size()).view())
    }
    fn hidden(trace: &GruTrace<F>) -> ArrayView2<'_, F> {
        trace.h.view()
    }
    fn weights_backward(&self, trace: &GruTrace<F>, grad_h: ArrayView2<'_, F>) -> Result<Weights<F>, EngineError> {
        Ok(self.backward(trace, grad_h)?.weights)
    }
}

fn forward<F: Real, N: Network<F>>(network: &N, model: &Model<F>, batch: &Batch<F>) -> Result<F, EngineError> {
    let mut squares = F::zero();
    for (x, target) in batch.x.outer_iter().zip(batch.target.outer_iter()) {
        let trace = network.run(x)?;
        let error = error(model, last(N::hidden(&trace)), target);
        squares += error.dot(&error);
    }
    finite_loss(squares / count(batch))
}

fn backward<F: Real, N: Network<F>>(
    network: &N,
    model: &Model<F>,
    batch: &Batch<F>,
) -> Result<(F, Model<F>), EngineError> {
    let mut gradient = Model::zeros(model.kind, model.input_size(), model.hidden_size(), model.output_size());
    let mut squares = F::zero();
    let slope = F::of(2.0) / count(batch);
    for (x, target) in batch.x.outer_iter().zip(batch.target.outer_iter()) {
        let trace = network.run(x)?;
        let h = last(N::hidden(&trace));
        let error = error(model, h, target);
        squares += error.dot(&error);
        let dy = error * slope;
        for ((mut row, bias), dy) in gradient.readout_weight.outer_iter_mut().zip(&mut gradient.readout_bias).zip(&dy) {
            row.scaled_add(*dy, &h);
            *bias += *dy;
        }
        // The loss looks at the last step alone.
        let mut grad_h = Array2::zeros(N::hidden(&trace).dim());
        if let Some(mut row) = grad_h.outer_iter_mut().next_back() {
            row.assign(&model.readout_weight.t().dot(&dy));
        }
        add(&mut gradient.rnn, &network.weights_backward(&trace, grad_h.view())?);
    }
    Ok((finite_loss(squares / count(batch))?, gradient))
}

/// `y − target` for `y = R h + c`.
fn error<F: Real>(model: &Model<F>, h: ArrayView1<'_, F>, target: ArrayView1<'_, F>) -> Array1<F> {
    model.readout_weight.dot(&h) + &model.readout_bias - target
}

/// The state after the last step `[H]`; a trace has at least one.
fn last<F>(h: ArrayView2<'_, F>) -> ArrayView1<'_, F> {
    let row = h.nrows().saturating_sub(1);
    h.index_axis_move(ndarray::Axis(0), row)
}

/// B·O, the numbers that the loss is the mean of.
fn count<F: Real>(batch: &Batch<F>) -> F {
    F::of(batch.target.len() as f64)
}

fn add<F: Real>(sum: &mut Weights<F>, more: &Weights<F>) {
    sum.weight_ih += &more.weight_ih;
    sum.weight_hh += &more.weight_hh;
    sum.bias_ih += &more.bias_ih;
    sum.bias_hh += &more.bias_hh;
}

fn check<F: Real>(model: &Model<F>, batch: &Batch<F>) -> Result<(), EngineError> {
    model.check()?;
    let (size, length, _) = batch.x.dim();
    if size == 0 {
        return Err(EngineError::Empty { size: "B" });
    }
    same_shape("x", batch.x.shape(), &[size, length, model.input_size()])?;
    same_shape("target", batch.target.shape(), &[size, model.output_size()])?;
    let targets = batch.target.indexed_iter().map(|((row, column), value)| (vec![row, column], value));
    Ok(all_finite("target", None, targets)?)
}

fn finite_loss<F: Real>(loss: F) -> Result<F, EngineError> {
    if loss.is_finite() {
        Ok(loss)
    } else {
        Err(NotFinite { tensor: "loss", index: vec![], step: None, value: loss.as_f64() }.into())
    }
}
