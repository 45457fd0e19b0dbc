//! Training steps in f32: a whole batch of sequences through one network, there and back.
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

use fearless_simd::{Level, dispatch, prelude::*};
use ndarray::{ArrayView2, ArrayView3};

use self::packed::Packed;
use self::panel::Panel;
use self::products::Row;
use self::sizes::Sizes;
use super::tanh::tanh;
use crate::engine::cell::CellKind;
use crate::engine::network::Model;

/// How far the gates open: `middle + reach·tanh(½z)`, which is σ(z), or a held gate's value.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Valve {
    middle: f32,
    reach: f32,
}

impl Valve {
    const FREE: Self = Self { middle: 0.5, reach: 0.5 };

    #[inline(always)]
    fn open<S: Simd>(self, simd: S, half: Row<S>) -> Row<S> {
        let (middle, reach) = (S::f32s::splat(simd, self.middle), S::f32s::splat(simd, self.reach));
        [tanh(half[0]).mul_add(reach, middle), tanh(half[1]).mul_add(reach, middle)]
    }
}

/// The gates that can be held: i, f, o of an LSTM, r and z of a GRU.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Valves {
    lstm: [Valve; 3],
    gru: [Valve; 2],
}

/// One network along batches of one size.
#[derive(Debug, Clone)]
pub struct BatchKernel {
    level: Level,
    sizes: Sizes,
    batch: usize,
    packed: Packed,
    panels: Vec<Panel>,
    signal: Vec<f64>,
}

/// The number of lanes of a panel on an instruction set: two of its vectors.
fn lanes(level: Level) -> usize {
    dispatch!(level, simd => lanes_of(simd))
}

fn lanes_of<S: Simd>(_simd: S) -> usize {
    2 * S::f32s::LEN
}

impl BatchKernel {
    /// Room for networks like `model` along `batch` sequences of `length` steps.
    #[must_use]
    pub fn new(level: Level, model: &Model<f32>, length: usize, batch: usize) -> Self {
        let sizes = Sizes {
            kind: model.kind,
            input: model.input_size(),
            hidden: model.hidden_size(),
            output: model.output_size(),
            length,
            lanes: lanes(level),
        };
        let panels = vec![Panel::new(&sizes); gradient::panels_at_a_time(&sizes).min(batch.div_ceil(sizes.lanes))];
        Self { level, sizes, batch, packed: Packed::new(&sizes), panels, signal: vec![0.0; length] }
    }

    /// The mean squared error of `model` on a batch, x `[B×T×I]` and targets `[B×O]`, and its
    /// gradients.
    pub fn loss_and_gradient(
        &mut self,
        model: &Model<f32>,
        x: ArrayView3<'_, f32>,
        target: ArrayView2<'_, f32>,
        gradient: &mut Model<f32>,
    ) -> f32 {
        self.packed.pack(&self.sizes, model);
        gradient.values_mut().into_iter().for_each(|values| values.fill(0.0));
        #[expect(clippy::cast_precision_loss, reason = "a batch is small")]
        let share = 1.0 / (self.batch * self.sizes.output) as f32;
        let valves = Valves { lstm: [Valve::FREE; 3], gru: [Valve::FREE; 2] };
        let (sizes, at_a_time) = (self.sizes, self.panels.len() * self.sizes.lanes);
        let (x, target) = (x.to_slice().unwrap_or_default(), target.to_slice().unwrap_or_default());
        let x = x.chunks(at_a_time * sizes.length * sizes.input);
        let mut loss = 0.0;
        self.signal.fill(0.0);
        for (x, target) in x.zip(target.chunks(at_a_time * sizes.output)) {
            let mut sequences = x.chunks_exact(sizes.length * sizes.input).zip(target.chunks_exact(sizes.output));
            for panel in &mut self.panels {
                panel.fill(&sizes, sequences.by_ref().take(sizes.lanes));
            }
            let level = self.level;
            loss += dispatch!(level, simd => self.part_simd(simd, model, share, &valves, gradient));
        }
        loss * share
    }

    #[inline(always)]
    fn part_simd<S: Simd>(
        &mut self,
        simd: S,
        model: &Model<f32>,
        share: f32,
        valves: &Valves,
        gradient: &mut Model<f32>,
    ) -> f32 {
        let Self { sizes, packed, panels, signal, .. } = self;
        let mut loss = 0.0;
        for panel in panels.iter_mut() {
            match sizes.kind {
                CellKind::Rnn => rnn::forward(simd, sizes, packed, panel),
                CellKind::Lstm => lstm::forward(simd, sizes, packed, valves, panel),
                CellKind::Gru => gru::forward(simd, sizes, packed, valves, panel),
            }
            loss += readout::squared_error(simd, sizes, packed, panel);
            readout::backward(simd, sizes, model, share, panel, gradient);
            match sizes.kind {
                CellKind::Rnn => rnn::backward(simd, sizes, packed, panel),
                CellKind::Lstm => lstm::backward(simd, sizes, packed, panel),
                CellKind::Gru => gru::backward(simd, sizes, packed, panel),
            }
            signal.iter_mut().zip(&panel.signal).for_each(|(sum, signal)| *sum += f64::from(*signal));
        }
        gradient::gather(simd, sizes, panels, gradient);
        loss
    }
}
