//! The two squashing functions, their slopes, and the gates that one of them makes.

use crate::engine::Real;

/// The sigmoid `σ(z) = 1 / (1 + e^{−z})`, from 0 (shut) to 1 (open).
///
/// Far out `e^{−z}` overflows to infinity and the quotient is exactly 0: no NaN for any finite z.
#[inline]
pub fn sigmoid<F: Real>(z: F) -> F {
    F::one() / (F::one() + (-z).exp())
}

/// The z that the sigmoid takes to `p`: `logit(p) = ln(p / (1 − p))`; ±∞ for 1 and 0.
#[inline]
pub fn logit<F: Real>(p: F) -> F {
    (p / (F::one() - p)).ln()
}

/// `dσ/dz` from the value `y = σ(z)`: `y (1 − y)`.
#[inline]
pub fn sigmoid_slope<F: Real>(y: F) -> F {
    y * (F::one() - y)
}

/// `dtanh/dz` from the value `y = tanh(z)`: `1 − y²`.
#[inline]
pub fn tanh_slope<F: Real>(y: F) -> F {
    F::one() - y * y
}

/// A gate's values from its pre-activations, or the value at which it is held.
pub(super) fn gate_into<F: Real>(held: Option<F>, z: &[F], gate: &mut [F]) {
    match held {
        Some(value) => gate.fill(value),
        None => gate.iter_mut().zip(z).for_each(|(gate, z)| *gate = sigmoid(*z)),
    }
}
