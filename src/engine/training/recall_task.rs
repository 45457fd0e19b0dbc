//! The recall task: a random colour, then grey with noise; which colour was it?

use ndarray::{Array2, Array3};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use crate::engine::Real;

/// The numbers of a colour: red, green and blue as offsets from mid-grey.
pub const COLOURS: usize = 3;
/// How many sequences the recall error is measured on.
pub const EVALUATED: usize = 1024;
/// A network whose recall error is below this has solved the task: each of the three numbers is
/// off by less than 0.1 in the mean square.
pub const SOLVED: f64 = 0.01;
/// The mean squared error of always answering grey, over all colours: the variance of U(−1, 1).
pub const GREY: f64 = 1.0 / 3.0;
/// The recall error is measured before the first training step and after every so many.
pub const EVALUATE_EVERY: usize = 10;

/// The seed of the evaluated sequences: no run can have it (see [`super::setup::SEEDS`]), so nobody
/// trains on them.
const EVALUATION_SEED: u64 = u64::MAX;
/// The stream of a seed that probes are drawn from: no training step gets there.
const PROBE_STREAM: u64 = u64::MAX;

/// The task of one length and one noise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecallTask {
    /// The sequence length T.
    pub length: usize,
    /// σ of the noise on steps 2…T.
    pub noise: f64,
}

/// Sequences and what is to be recalled at their ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch<F> {
    /// The paints: `[B×T×3]`.
    pub x: Array3<F>,
    /// The first colours: `[B×3]`.
    pub target: Array2<F>,
}

impl RecallTask {
    /// Draws the batch of training step `step` (from 1) of a run with this seed, as many sequences
    /// of as many steps as `batch` has room for; allocates nothing.
    ///
    /// ```text
    /// x_1 = colour ~ U(−1, 1)³    x_t ~ N(0, σ²)³ for t = 2 … T    target = colour
    /// ```
    ///
    /// The draws are stream `step` of ChaCha8 seeded with `seed` (`seed_from_u64`), sequence by
    /// sequence: a larger batch begins with the same ones, and any step's batch can be made again.
    /// The noise is drawn even where σ = 0, so that the colours are the same for every σ. A test
    /// holds the first eight numbers, as for [`noise`](crate::engine::noise).
    pub fn batch_into(&self, seed: u64, step: u64, batch: &mut Batch<f32>) {
        let mut random = stream(seed, step);
        let sigma = f32::of(self.noise);
        for (mut x, mut target) in batch.x.outer_iter_mut().zip(batch.target.outer_iter_mut()) {
            target.iter_mut().for_each(|colour| *colour = uniform(&mut random, 1.0));
            for (step, mut paint) in x.outer_iter_mut().enumerate() {
                if step == 0 {
                    paint.iter_mut().zip(&target).for_each(|(paint, colour)| *paint = *colour);
                } else {
                    paint.iter_mut().for_each(|paint| *paint = sigma * normal::<f32>(&mut random));
                }
            }
        }
    }

    /// [`RecallTask::batch_into`] a batch of `size` sequences of its own.
    #[must_use]
    pub fn batch(&self, seed: u64, step: u64, size: usize) -> Batch<f32> {
        let mut batch = Batch::zeros(size, self.length);
        self.batch_into(seed, step, &mut batch);
        batch
    }

    /// The [`EVALUATED`] sequences that the recall error is measured on: the same for every run.
    #[must_use]
    pub fn evaluation(&self) -> Batch<f32> {
        self.batch(EVALUATION_SEED, 0, EVALUATED)
    }

    /// One sequence `[T×3]` whose first colour is chosen; grey with the seed's noise follows.
    #[must_use]
    pub fn probe(&self, colour: [f64; COLOURS], seed: u64) -> Array2<f64> {
        let mut random = stream(seed, PROBE_STREAM);
        Array2::from_shape_fn((self.length, COLOURS), |(row, channel)| match row {
            0 => colour.get(channel).copied().unwrap_or_default(),
            _ => self.noise * normal::<f64>(&mut random),
        })
    }
}

impl<F: Real> Batch<F> {
    /// `size` sequences of grey, `length` steps each.
    #[must_use]
    pub fn zeros(size: usize, length: usize) -> Self {
        Self { x: Array3::zeros((size, length, COLOURS)), target: Array2::zeros((size, COLOURS)) }
    }

    /// The mean squared error of always answering grey: the mean of target².
    ///
    /// 1/3 over all colours; on the sequences at hand a little more or less.
    #[must_use]
    pub fn grey_error(&self) -> f64 {
        let squares = self.target.iter().map(|colour| colour.as_f64().powi(2));
        squares.sum::<f64>() / self.target.len() as f64
    }

    /// The same batch in another number type, rounded where that has fewer digits.
    #[must_use]
    pub fn cast<G: Real>(&self) -> Batch<G> {
        let number = |value: &F| G::of(value.as_f64());
        Batch { x: self.x.map(number), target: self.target.map(number) }
    }
}

/// One of the 2⁶⁴ streams of draws that belong to a seed.
pub(super) fn stream(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(stream);
    random
}

/// A number from U(−bound, bound): a multiple of 2⁻²³ of the bound, which `rand` makes of one
/// 32-bit word without a function of the platform.
pub(super) fn uniform(random: &mut ChaCha8Rng, bound: f32) -> f32 {
    bound * (2.0 * random.random::<f32>() - 1.0)
}

/// A number from N(0, 1).
fn normal<F>(random: &mut ChaCha8Rng) -> F
where
    StandardNormal: Distribution<F>,
{
    StandardNormal.sample(random)
}
