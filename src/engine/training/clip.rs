//! A gradient that is too long is shortened, not turned.

use crate::engine::Real;
use crate::engine::network::Model;

/// How many sums run side by side: a single one would wait for each addition.
const LANES: usize = 8;

/// The norm of all gradients together, as one vector: `√(Σ g²)` over the six tensors.
///
/// Summed in f64 whatever F, so that no square of an f32 overflows and no order of summing shows.
#[must_use]
pub fn gradient_norm<F: Real>(gradient: &Model<F>) -> F {
    F::of(gradient.values().into_iter().map(sum_of_squares).sum::<f64>().sqrt())
}

/// Shortens a gradient of this norm to `most`, if it is longer: PyTorch's `clip_grad_norm_`.
///
/// Multiplies by `most / (norm + 1e-6)`, at most 1: a clipped gradient is a little shorter than `most`.
pub fn clip<F: Real>(gradient: &mut Model<F>, norm: F, most: F) {
    let share = most / (norm + F::of(1e-6));
    // A norm that is NaN goes on into the gradient, where it is found.
    if share >= F::one() {
        return;
    }
    gradient.values_mut().into_iter().flatten().for_each(|value| *value *= share);
}

fn sum_of_squares<F: Real>(values: &[F]) -> f64 {
    let square = |value: &F| value.as_f64() * value.as_f64();
    let chunks = values.chunks_exact(LANES);
    let rest: f64 = chunks.remainder().iter().map(square).sum();
    let mut lanes = [0.0; LANES];
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, value)| *lane += square(value));
    }
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::{clip, gradient_norm};
    use crate::engine::cell::CellKind;
    use crate::engine::network::Model;

    /// Numbers that are not all alike; no tensor but the biases has a multiple of the lanes.
    fn gradient() -> Model<f64> {
        let mut gradient = Model::zeros(CellKind::Lstm, 3, 5, 3);
        let numbers = gradient.values_mut().into_iter().flatten();
        numbers.enumerate().for_each(|(at, value)| *value = (at as f64).sin());
        gradient
    }

    #[test]
    fn the_norm_is_of_all_tensors_together() {
        let mut gradient = Model::<f64>::zeros(CellKind::Gru, 3, 5, 3);
        (gradient.rnn.weight_hh[[3, 2]], gradient.readout_bias[1]) = (3.0, -4.0);
        assert_eq!(gradient_norm(&gradient), 5.0);
        let gradient = self::gradient();
        let plain = gradient.values().concat().iter().map(|value| value * value).sum::<f64>().sqrt();
        assert!((gradient_norm(&gradient) - plain).abs() < 1e-14);
        assert!((f64::from(gradient_norm(&gradient.cast::<f32>())) - plain).abs() < 1e-6);
    }

    #[test]
    fn a_square_that_f32_cannot_hold_is_no_infinite_norm() {
        let mut gradient = Model::<f32>::zeros(CellKind::Rnn, 3, 5, 3);
        gradient.readout_bias[0] = 1e30;
        assert_eq!(gradient_norm(&gradient), 1e30);
        clip(&mut gradient, 1e30, 1.0);
        assert_eq!(gradient.readout_bias[0], 1.0);
    }

    #[test]
    fn what_is_too_long_is_shortened_and_what_is_not_stays() {
        let long = gradient();
        let norm = gradient_norm(&long);
        let mut clipped = long.clone();
        clip(&mut clipped, norm, 1.0);
        for (before, after) in long.values().concat().iter().zip(clipped.values().concat()) {
            assert!((after - before / (norm + 1e-6)).abs() < 1e-15);
        }
        let mut kept = long.clone();
        clip(&mut kept, norm, norm + 1.0);
        assert_eq!(kept, long);
    }
}
