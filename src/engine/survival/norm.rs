//! The length of a vector that neither overflows nor underflows on the way.

use crate::engine::Real;

/// The Euclidean norm `√Σ v²`; of a matrix's numbers, the Frobenius norm.
///
/// The largest magnitude is taken out before squaring: a state of 10⁻¹⁷⁰ would square to 0 and
/// read "nothing left". Of one number it is exactly its magnitude. NaN or ∞ among the values
/// comes out as such.
pub(super) fn norm<F: Real>(values: impl Iterator<Item = F> + Clone) -> F {
    let largest = values.clone().fold(F::zero(), |most, value| if value.abs() > most { value.abs() } else { most });
    if largest == F::zero() || !largest.is_finite() {
        return values.fold(F::zero(), |sum, value| sum + value.abs());
    }
    let squares = values.fold(F::zero(), |sum, value| sum + (value / largest) * (value / largest));
    largest * squares.sqrt()
}

#[cfg(test)]
mod tests {
    use super::norm;

    #[test]
    fn of_one_number_it_is_exactly_the_magnitude() {
        assert_eq!(norm([-0.1_f64].into_iter()), 0.1);
        assert_eq!(norm([0.0_f64, 0.0].into_iter()), 0.0);
    }

    #[test]
    fn tiny_and_huge_numbers_keep_their_length() {
        assert!((norm([3e-200_f64, 4e-200].into_iter()) / 5e-200 - 1.0).abs() < 1e-15);
        assert!((norm([3e200_f64, -4e200].into_iter()) / 5e200 - 1.0).abs() < 1e-15);
    }

    #[test]
    fn what_is_not_finite_stays_so() {
        assert!(!norm([1.0, f64::INFINITY].into_iter()).is_finite());
        assert!(!norm([1.0, f64::NAN].into_iter()).is_finite());
        assert!(!norm([f64::NAN].into_iter()).is_finite());
    }
}
