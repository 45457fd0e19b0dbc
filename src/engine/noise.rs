//! Noise that is the same on every machine and in every release.

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

/// `count` draws from N(0, 1), from ChaCha8 seeded with `seed` (`seed_from_u64`).
///
/// ChaCha8's stream is specified and portable; that `rand_distr` turns it into the same normals in
/// every release is held by a test of the first eight.
#[must_use]
pub fn standard_normals(seed: u64, count: usize) -> Vec<f64> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    StandardNormal.sample_iter(&mut random).take(count).collect()
}

/// A sequence with noise: `x_t + σ·n_t` on steps 2…T; the first paint is clean.
///
/// The draws are [`standard_normals`] of the seed, the first of them at step 2. With σ = 0 the
/// sequence is unchanged.
#[must_use]
pub fn noisy(paints: &[f64], sigma: f64, seed: u64) -> Vec<f64> {
    let mut x = paints.to_vec();
    if sigma > 0.0 {
        let normals = standard_normals(seed, x.len().saturating_sub(1));
        x.iter_mut().skip(1).zip(normals).for_each(|(x, normal)| *x += sigma * normal);
    }
    x
}
