//! The two number types that the engine computes in.

use ndarray::NdFloat;

/// A floating-point type of the engine: `f32` where speed counts, `f64` where digits do.
pub trait Real: NdFloat {
    /// The nearest value of this type to `value`.
    fn of(value: f64) -> Self;
    /// This value in `f64`, exactly.
    fn as_f64(self) -> f64;
}

impl Real for f64 {
    fn of(value: f64) -> Self {
        value
    }
    fn as_f64(self) -> f64 {
        self
    }
}

impl Real for f32 {
    #[expect(clippy::cast_possible_truncation, reason = "rounding to f32 is what is asked for")]
    fn of(value: f64) -> Self {
        value as f32
    }
    fn as_f64(self) -> f64 {
        f64::from(self)
    }
}
