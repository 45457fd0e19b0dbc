//! tanh of a vector of numbers at once, as a quotient of two polynomials.

use fearless_simd::prelude::*;

/// Beyond this tanh is 1 to within half a unit in the last place of an f32: 1 − tanh(9) = 3.0e-8.
const REACH: f32 = 9.0;

/// P and Q of `tanh(x) ≈ x·P(x²)/Q(x²)`, from x⁰ on; the constant of Q is 1.
///
/// Fitted for |x| ≤ 9 to the least relative error: linearised least squares over 220 Chebyshev
/// points in x², reweighted until the error levels out (Lawson), in 40 digits. Without rounding the
/// relative error is 2.1e-8, less than half a unit in the last place of an f32.
const P: [f32; 5] = [0.999_999_98, 0.133_810_37, 0.003_495_601_6, 2.060_929e-5, 1.335_492e-8];
/// See [`P`].
const Q: [f32; 4] = [0.467_143_53, 0.025_877_035, 0.000_328_565_62, 7.776_67e-7];

/// tanh(x) of each lane; the absolute error is at most 4e-7, with a fused multiply and add or
/// without. A NaN gives no NaN: the caller keeps it out ([`super::LIMIT`]).
///
/// All terms have one sign, so that nothing cancels: what rounding leaves is a few units in the
/// last place.
///
/// Inlined into each sum: as a call of its own it would hand vectors over through memory.
#[inline(always)]
pub(in crate::engine) fn tanh<S: Simd, V: SimdFloat<S, Element = f32>>(x: V) -> V {
    let [p0, p1, p2, p3, p4] = P;
    let [q1, q2, q3, q4] = Q;
    let x = x.max(-REACH).min(REACH);
    let y = x * x;
    let p = (y * p4 + p3).mul_add(y, p2).mul_add(y, p1).mul_add(y, p0);
    let q = (y * q4 + q3).mul_add(y, q2).mul_add(y, q1).mul_add(y, 1.0);
    x * p / q
}

#[cfg(test)]
mod tests {
    use fearless_simd::{dispatch, f32x16, prelude::*};

    use super::super::{LANES, Lanes, Level, levels};

    fn tanh_of(level: Level, x: Lanes) -> Lanes {
        dispatch!(level, simd => super::tanh(f32x16::simd_from(simd, x)).to_array())
    }

    /// The largest error over every 37th float of 2⁻³¹…16, of both signs, and of ½ + ½·tanh.
    fn errors(level: Level) -> (f64, f64) {
        let floats: Vec<f32> =
            ((2.0_f32).powi(-31).to_bits()..16.0_f32.to_bits()).step_by(37).map(f32::from_bits).collect();
        let mut largest = (0.0_f64, 0.0_f64);
        for chunk in floats.chunks_exact(LANES) {
            let x = Lanes::try_from(chunk).unwrap();
            for (x, found) in
                x.into_iter().zip(tanh_of(level, x)).chain(x.map(|x| -x).into_iter().zip(tanh_of(level, x.map(|x| -x))))
            {
                let exact = f64::from(x).tanh();
                largest.0 = largest.0.max((f64::from(found) - exact).abs());
                largest.1 = largest.1.max((f64::from(0.5 + 0.5 * found) - (0.5 + 0.5 * exact)).abs());
            }
        }
        largest
    }

    #[test]
    fn the_error_stays_below_4e_7_on_every_instruction_set() {
        for (name, level) in levels() {
            let (tanh, sigmoid) = errors(level);
            assert!(tanh <= 4e-7, "{name}: {tanh:e}");
            assert!(sigmoid <= 2.2e-7, "{name}: {sigmoid:e} of the sigmoid through it");
        }
    }

    #[test]
    fn zero_stays_zero_and_far_out_it_is_1() {
        for (name, level) in levels() {
            let mut x = [0.0; LANES];
            x[1..7].copy_from_slice(&[9.0, -9.0, 40.0, -1e8, f32::MAX, f32::MIN]);
            let found = tanh_of(level, x);
            assert_eq!(found[0], 0.0, "{name}");
            for (found, sign) in found[1..7].iter().zip([1.0, -1.0, 1.0, -1.0, 1.0, -1.0]) {
                assert!((found - sign).abs() <= f32::EPSILON, "{name}: {found}");
            }
        }
    }
}
