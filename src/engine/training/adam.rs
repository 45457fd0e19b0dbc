//! Adam: a step for every weight, as long as its gradient is steady.

use crate::engine::Real;
use crate::engine::network::Model;

/// β₁, of the running mean of the gradient.
const BETA_1: f64 = 0.9;
/// β₂, of the running mean of its square.
const BETA_2: f64 = 0.999;
/// ε, which keeps a gradient of 0 from dividing by it.
const EPSILON: f64 = 1e-8;

/// Adam (Kingma & Ba 2015), with the definition and the defaults of PyTorch's `torch.optim.Adam`.
#[derive(Debug, Clone, PartialEq)]
pub struct Adam<F> {
    learning_rate: f64,
    /// How many updates there have been.
    updates: u64,
    /// m, the running mean of the gradient, shaped as the model.
    mean: Model<F>,
    /// v, the running mean of the gradient's square, shaped as the model.
    square: Model<F>,
}

impl<F: Real> Adam<F> {
    /// Nothing seen yet: m = v = 0, for a model of this shape.
    #[must_use]
    pub fn new(model: &Model<F>, learning_rate: f64) -> Self {
        let zeros = || Model::zeros(model.kind, model.input_size(), model.hidden_size(), model.output_size());
        Self { learning_rate, updates: 0, mean: zeros(), square: zeros() }
    }

    /// One update, the t-th, of every weight w by its gradient g; all three of one shape.
    ///
    /// ```text
    /// m += (1 − β₁) (g − m)    v = β₂ v + (1 − β₂) g²
    /// w −= lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε)        β₁ 0.9, β₂ 0.999, ε 1e-8
    /// ```
    ///
    /// Computed as `lr √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε √(1 − β₂ᵗ))`, the same with one division a
    /// weight instead of two. Allocates nothing. The loop has no branch and no sum, so it vectorises as
    /// it stands.
    pub fn update(&mut self, model: &mut Model<F>, gradient: &Model<F>) {
        self.updates += 1;
        // In f64 whatever F: in f32 1 − 0.999ᵗ would begin with three digits.
        let bias_correction = |beta: f64| 1.0 - beta.powf(self.updates as f64);
        let root = bias_correction(BETA_2).sqrt();
        let step = F::of(self.learning_rate * root / bias_correction(BETA_1));
        let epsilon = F::of(EPSILON * root);
        let (new, kept, new_square) = (F::of(1.0 - BETA_1), F::of(BETA_2), F::of(1.0 - BETA_2));
        let moments = self.mean.values_mut().into_iter().zip(self.square.values_mut());
        let tensors = model.values_mut().into_iter().zip(gradient.values()).zip(moments);
        for ((weights, gradients), (means, squares)) in tensors {
            for (((w, g), m), v) in weights.iter_mut().zip(gradients).zip(means).zip(squares) {
                *m += new * (*g - *m);
                *v = kept * *v + new_square * *g * *g;
                *w -= step * *m / (v.sqrt() + epsilon);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Adam;
    use crate::engine::cell::CellKind;
    use crate::engine::network::Model;

    /// A model of one unit whose ten weights are all `value`.
    fn model(value: f64) -> Model<f64> {
        let mut model = Model::zeros(CellKind::Rnn, 3, 1, 2);
        model.values_mut().into_iter().for_each(|values| values.fill(value));
        model
    }

    #[track_caller]
    fn all_are(model: &Model<f64>, expected: f64) {
        for value in model.values().into_iter().flatten() {
            assert!((value - expected).abs() < 1e-15, "{value} is not {expected}");
        }
    }

    #[test]
    fn two_updates_by_hand() {
        let mut weights = model(1.0);
        let mut adam = Adam::new(&weights, 0.01);
        adam.update(&mut weights, &model(0.5));
        // The first step is lr·g/(|g| + ε), whatever the size of g.
        let first = 1.0 - 0.01 * 0.5 / (0.5 + 1e-8);
        all_are(&weights, first);
        adam.update(&mut weights, &model(-0.25));
        let m = 0.9 * 0.05 - 0.1 * 0.25;
        let v = 0.999 * 0.000_25 + 0.001 * 0.0625;
        let (m, v) = (m / (1.0 - 0.81), v / (1.0 - 0.999 * 0.999));
        all_are(&weights, first - 0.01 * m / (f64::sqrt(v) + 1e-8));
    }

    #[test]
    fn no_gradient_moves_nothing() {
        let mut weights = model(0.3);
        Adam::new(&weights, 0.01).update(&mut weights, &model(0.0));
        assert_eq!(weights, model(0.3));
    }
}
