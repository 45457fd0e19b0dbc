//! The floating-point peak of this core: nothing but multiply and add, in registers.

use std::hint::black_box;

use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};
use fearless_simd_macros::simd;

use crate::rounds::nanoseconds;

/// Sums that do not wait for each other. Two can begin at a time, and each takes four cycles: eight
/// would do, and all of them with their two factors fit the sixteen registers of AVX2.
const SUMS: usize = 12;
/// So many products in each sum take a fraction of a millisecond.
const PRODUCTS: usize = 50_000;

/// Floating-point operations a second, in units of 10⁹: two for each lane of each product.
pub fn gflops(level: Level) -> f64 {
    let mut lanes = 0;
    let nanoseconds = nanoseconds(|| lanes = dispatch!(level, simd => products(simd)));
    2.0 * (lanes * SUMS * PRODUCTS) as f64 / nanoseconds
}

/// `sum ← sum·a + b` over and over, in [`SUMS`] vectors; the number of lanes of a vector.
#[simd]
fn products<S: Simd>(simd: S) -> usize {
    let [a, b] = [0.999, 0.001].map(|number| S::f32s::splat(simd, black_box(number)));
    let mut sums = [S::f32s::splat(simd, black_box(0.5)); SUMS];
    for _ in 0..PRODUCTS {
        for sum in &mut sums {
            *sum = sum.mul_add(a, b);
        }
    }
    let total = sums.into_iter().fold(S::f32s::splat(simd, 0.0), |total, sum| total + sum);
    black_box(total.as_slice()[0]);
    S::f32s::LEN
}
