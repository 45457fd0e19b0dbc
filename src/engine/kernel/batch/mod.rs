//! Whole batches of sequences through one network in f32, there and back: what training is made of.
//!
//! The plain form, and the truth, is
//! [`loss_and_gradient`](crate::engine::training::loss_and_gradient). Three things make this fast:
//!
//! * **Sequences lie side by side.** A panel is as many of them as fill two vectors, and every number
//!   of every step is a row of the panel: nothing depends on a neighbour, and no sum runs across a
//!   vector until the very end.
//! * **Four rows at a time.** The pre-activations of a unit's four gates (or of four units of an RNN)
//!   are one product, whose eight vectors of sums stay in registers while x, 1 and h' go by, and from
//!   which gates, S and h are worked out before anything is written. The way back multiplies with U
//!   by its columns in the same way, and puts `∂L/∂z` in the place of the gates.
//! * **The weights' gradients are sums over time and lanes**, of twelve or sixteen products at once,
//!   added up across the lanes only at the end. So many panels are worked on together that their
//!   columns stay in the second cache meanwhile.
//!
//! Weights are packed anew before each step, so that outside of here they lie as in PyTorch.
//! `benches/train.rs` measures it against the floating-point peak of the processor and against
//! another framework in the same minute. One body is written for all instruction sets, whose results
//! differ by rounding: by where multiply and add are fused, and by how many lanes a sum has.
#![expect(clippy::indexing_slicing, reason = "every array is cut to its sizes where it is made")]

mod gradient;
mod gru;
mod lstm;
mod packed;
mod panel;
mod products;
mod readout;
mod rnn;
mod sizes;
mod valves;

use fearless_simd::{Level, dispatch, prelude::*};
use ndarray::{ArrayView2, ArrayView3};

use self::packed::Packed;
use self::panel::Panel;
use self::sizes::Sizes;
use self::valves::Valves;
use crate::engine::cell::{CellKind, HeldGates};
use crate::engine::network::Model;

/// Room for batches through networks of one kind and size.
#[derive(Debug, Clone)]
pub struct BatchKernel {
    level: Level,
    sizes: Sizes,
    packed: Packed,
    panels: Vec<Panel>,
    signal: Vec<f64>,
}

impl BatchKernel {
    /// Room for networks of the sizes of `model` along `length` steps; as many panels as are worked on
    /// together, at most those of `batch` sequences.
    #[must_use]
    pub fn new(level: Level, model: &Model<f32>, length: usize, batch: usize) -> Self {
        let sizes = Sizes {
            kind: model.kind,
            input: model.input_size(),
            hidden: model.hidden_size(),
            output: model.output_size(),
            length,
            lanes: dispatch!(level, simd => lanes(simd)),
        };
        let panels = gradient::panels_at_a_time(&sizes).min(batch.div_ceil(sizes.lanes)).max(1);
        let panels = vec![Panel::new(&sizes); panels];
        Self { level, sizes, packed: Packed::new(&sizes), panels, signal: vec![0.0; length] }
    }

    /// The mean squared error of a model on a batch, x `[B×T×I]` and targets `[B×O]`, and its
    /// gradients by backpropagation through time.
    ///
    /// ```text
    /// L = Σ (R h_T + c − target)² / (B·O)
    /// ```
    ///
    /// The model has the sizes that there is room for, and weights within
    /// [`LIMIT`](crate::engine::kernel::LIMIT): beyond it a sum may leave f32, and no NaN tells.
    pub fn loss_and_gradient(
        &mut self,
        model: &Model<f32>,
        x: ArrayView3<'_, f32>,
        target: ArrayView2<'_, f32>,
        gradient: &mut Model<f32>,
    ) -> f64 {
        self.packed.pack(&self.sizes, model);
        self.signal.fill(0.0);
        gradient.values_mut().into_iter().for_each(|values| values.fill(0.0));
        let share = 1.0 / target.len() as f32;
        let level = self.level;
        let squares = self.in_parts(x, target, |sizes, packed, panels, signal| {
            dispatch!(level, simd => there_and_back(simd, sizes, packed, model, share, panels, signal, gradient))
        });
        self.signal.iter_mut().for_each(|signal| *signal = signal.sqrt());
        squares / target.len() as f64
    }

    /// The mean squared error of a model on a batch of any size, with gates held.
    pub fn error(
        &mut self,
        model: &Model<f32>,
        held: &HeldGates,
        x: ArrayView3<'_, f32>,
        target: ArrayView2<'_, f32>,
    ) -> f64 {
        self.packed.pack(&self.sizes, model);
        let valves = Valves::of(held);
        let level = self.level;
        let squares = self.in_parts(
            x,
            target,
            |sizes, packed, panels, _| dispatch!(level, simd => there(simd, sizes, packed, &valves, panels)),
        );
        squares / target.len() as f64
    }

    /// `‖∂L/∂h_t‖` over t, all units and sequences of the last batch together: `[T]`.
    #[must_use]
    pub fn signal(&self) -> &[f64] {
        &self.signal
    }

    /// Goes through a batch, as many panels at a time as there are; the sum of what each part gives.
    fn in_parts(
        &mut self,
        x: ArrayView3<'_, f32>,
        target: ArrayView2<'_, f32>,
        mut part: impl FnMut(&Sizes, &Packed, &mut [Panel], &mut [f64]) -> f64,
    ) -> f64 {
        let Self { sizes, packed, panels, signal, .. } = self;
        let (width, at_a_time) = (sizes.length * sizes.input, panels.len() * sizes.lanes);
        let (x, target) = (x.to_slice().unwrap_or_default(), target.to_slice().unwrap_or_default());
        let parts = x.chunks(at_a_time * width).zip(target.chunks(at_a_time * sizes.output));
        let mut sum = 0.0;
        for (x, target) in parts {
            let needed = (target.len() / sizes.output).div_ceil(sizes.lanes);
            let filled = &mut panels[..needed];
            let mut sequences = x.chunks_exact(width).zip(target.chunks_exact(sizes.output));
            for panel in filled.iter_mut() {
                panel.fill(sizes, sequences.by_ref().take(sizes.lanes));
            }
            sum += part(sizes, packed, filled, signal);
        }
        sum
    }
}

/// The number of lanes of a panel: two vectors of this instruction set.
fn lanes<S: Simd>(_simd: S) -> usize {
    2 * S::f32s::LEN
}

/// Forward through filled panels; the sum of the squared errors.
fn there<S: Simd>(simd: S, sizes: &Sizes, packed: &Packed, valves: &Valves, panels: &mut [Panel]) -> f64 {
    let mut squares = 0.0;
    for panel in panels {
        match sizes.kind {
            CellKind::Rnn => rnn::forward(simd, sizes, packed, panel),
            CellKind::Lstm => lstm::forward(simd, sizes, packed, valves, panel),
            CellKind::Gru => gru::forward(simd, sizes, packed, valves, panel),
        }
        squares += f64::from(readout::squared_error(simd, sizes, packed, panel));
    }
    squares
}

/// Forward and backward through filled panels; adds to the gradients and to the squares of the
/// signal, and returns the sum of the squared errors.
#[expect(clippy::too_many_arguments, reason = "what is read and what is added to, side by side")]
fn there_and_back<S: Simd>(
    simd: S,
    sizes: &Sizes,
    packed: &Packed,
    model: &Model<f32>,
    share: f32,
    panels: &mut [Panel],
    signal: &mut [f64],
    gradient: &mut Model<f32>,
) -> f64 {
    let squares = there(simd, sizes, packed, &Valves::FREE, panels);
    for panel in panels.iter_mut() {
        readout::backward(simd, sizes, model, share, panel, gradient);
        match sizes.kind {
            CellKind::Rnn => rnn::backward(simd, sizes, packed, panel),
            CellKind::Lstm => lstm::backward(simd, sizes, packed, panel),
            CellKind::Gru => gru::backward(simd, sizes, packed, panel),
        }
        signal.iter_mut().zip(&panel.signal).for_each(|(sum, signal)| *sum += f64::from(*signal));
    }
    gradient::gather(simd, sizes, panels, gradient);
    squares
}
