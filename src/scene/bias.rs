//! The bias that gives a gate a wanted value at a step.

use ndarray::Array2;

use super::Scene;
use crate::engine::cell::LstmState;
use crate::engine::cell::activation::logit;
use crate::engine::network::{Parameter, Part, Term};

/// How many biases a search looks at before it closes in on one.
const LOOKS: u16 = 240;
/// How many times it halves what lies between two of them: enough for f64 over a range of 24.
const HALVINGS: usize = 60;

impl Scene {
    /// The bias b of a gate for which it has the value `wanted` at `step` (from 1), all else equal.
    ///
    /// The gate is `σ(w·x_t + u·h_{t−1} + b)`. With u = 0, `b = logit(wanted) − w·x_t`. With
    /// another u, b acts on h_{t−1} too: traces are searched over b's range, and of several answers
    /// the one nearest to the present b is taken.
    ///
    /// None where no bias within its range gives the value, for the candidate g, which is no gate,
    /// and for a step outside the sequence.
    #[must_use]
    pub fn bias_for(&self, part: Part, step: usize, wanted: f64) -> Option<f64> {
        let seen = self.seen_until(step)?;
        self.bias_among(&seen, part, wanted)
    }

    /// [`Scene::bias_for`]; and where no bias gives the value exactly, as σ never reaches 0 or 1,
    /// the end of the range that comes within `tolerance` of it.
    #[must_use]
    pub fn bias_near(&self, part: Part, step: usize, wanted: f64, tolerance: f64) -> Option<f64> {
        let limit = Parameter::Lstm(part, Term::B).limit();
        let seen = self.seen_until(step)?;
        let near = |end: &f64| self.gate_at(&seen, part, *end).is_some_and(|gate| (gate - wanted).abs() <= tolerance);
        self.bias_among(&seen, part, wanted).or_else(|| [-limit, limit].into_iter().find(near))
    }

    /// [`Scene::bias_for`] at the last of the inputs that were seen.
    fn bias_among(&self, seen: &Array2<f64>, part: Part, wanted: f64) -> Option<f64> {
        let limit = Parameter::Lstm(part, Term::B).limit();
        let gate = self.lstm.get(part);
        let found = match part {
            Part::G => None,
            _ if !(0.0..=1.0).contains(&wanted) => None,
            _ if gate.u == 0.0 => Some(logit(wanted) - gate.w * seen.last()?),
            _ => searched(limit, gate.b, |bias| self.gate_at(seen, part, bias).map(|value| value - wanted)),
        };
        found.filter(|bias| bias.abs() <= limit)
    }

    /// The inputs up to a step, `[step × 1]`; None for a step outside the sequence.
    fn seen_until(&self, step: usize) -> Option<Array2<f64>> {
        let inputs = self.inputs();
        let seen = inputs.get(..step).filter(|seen| !seen.is_empty())?;
        Array2::from_shape_vec((step, 1), seen.to_vec()).ok()
    }

    /// The gate's value at the last of the inputs with another bias.
    fn gate_at(&self, seen: &Array2<f64>, part: Part, bias: f64) -> Option<f64> {
        let mut lstm = self.lstm;
        lstm.get_mut(part).b = bias;
        let trace = lstm.lstm(self.held).ok()?.trace(seen.view(), &LstmState::zeros(1)).ok()?;
        let gate = match part {
            Part::I => &trace.i,
            Part::F => &trace.f,
            Part::O => &trace.o,
            Part::G => return None,
        };
        gate.last().copied()
    }
}

/// Of the places within ±`limit` where a function crosses zero, the one nearest to `present`: the
/// function is looked at once at each end of [`LOOKS`] equal parts, and then closed in on.
fn searched(limit: f64, present: f64, mut off: impl FnMut(f64) -> Option<f64>) -> Option<f64> {
    let mut best: Option<f64> = None;
    let mut low = -limit;
    let mut off_low = off(low)?;
    for n in 1..=LOOKS {
        let high = -limit + 2.0 * limit * f64::from(n) / f64::from(LOOKS);
        let off_high = off(high)?;
        if off_low * off_high <= 0.0 {
            let bias = halved([low, high], off_low <= 0.0, &mut off)?;
            if best.is_none_or(|best| (bias - present).abs() < (best - present).abs()) {
                best = Some(bias);
            }
        }
        (low, off_low) = (high, off_high);
    }
    best
}

/// Where a function that has two signs at the ends crosses zero; `rising` if it is not above zero
/// at the first of them.
fn halved([mut low, mut high]: [f64; 2], rising: bool, mut off: impl FnMut(f64) -> Option<f64>) -> Option<f64> {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if (off(middle)? <= 0.0) == rising {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Run;

    fn gate(scene: &Scene, part: Part, step: usize) -> f64 {
        let trace = Run::of(scene).unwrap().lstm.trace;
        match part {
            Part::I => trace.i[(step - 1, 0)],
            Part::F => trace.f[(step - 1, 0)],
            Part::O | Part::G => trace.o[(step - 1, 0)],
        }
    }

    #[test]
    fn the_bias_found_gives_the_value_asked_for() {
        let mut scene = Scene { noise: 0.3, ..Scene::default() };
        for u in [0.0, 3.0, -6.0] {
            for part in [Part::I, Part::F, Part::O] {
                scene.lstm.get_mut(part).u = u;
                for (step, wanted) in [(1, 0.5), (12, 0.9), (24, 0.25)] {
                    let mut changed = scene.clone();
                    let bias = scene.bias_for(part, step, wanted).expect("there is one");
                    changed.lstm.get_mut(part).b = bias;
                    let value = gate(&changed, part, step);
                    assert!((value - wanted).abs() < 1e-9, "{part:?} u {u} step {step}: {value}");
                }
            }
        }
    }

    #[test]
    fn open_and_shut_are_the_ends_of_the_range_where_they_look_like_it() {
        let scene = Scene::default();
        assert_eq!(scene.bias_near(Part::F, 5, 1.0, 0.005), Some(12.0));
        assert_eq!(scene.bias_near(Part::F, 5, 0.0, 0.005), Some(-12.0));
        assert_eq!(scene.bias_near(Part::I, 1, 0.0, 0.005), None, "at step 1 w·x keeps it half open");
        assert_eq!(scene.bias_near(Part::F, 5, 0.5, 0.005), Some(0.0));
        assert_eq!(scene.bias_near(Part::G, 5, 0.0, 0.005), None);
        assert_eq!(scene.bias_near(Part::F, 25, 1.0, 0.005), None);
    }

    #[test]
    fn a_value_that_no_bias_in_range_gives_has_none() {
        let mut scene = Scene::default();
        // At step 1 w·x is 12: even b = −12 leaves the gate at ½.
        assert_eq!(scene.bias_for(Part::I, 1, 0.1), None);
        assert_eq!(scene.bias_for(Part::F, 5, 1.0), None, "σ never reaches 1");
        assert_eq!(scene.bias_for(Part::G, 5, 0.5), None);
        assert_eq!(scene.bias_for(Part::F, 25, 0.5), None);
        scene.lstm.f.u = 2.0;
        assert_eq!(scene.bias_for(Part::F, 5, 1.5), None);
    }

    #[test]
    fn a_search_looks_at_no_bias_twice() {
        let mut looked = Vec::new();
        let found = searched(12.0, 0.0, |bias| {
            looked.push(bias);
            Some(bias - 0.03)
        });
        assert!((found.unwrap() - 0.03).abs() < 1e-12);
        assert_eq!(looked.len(), usize::from(LOOKS) + 1 + HALVINGS);
        assert_eq!(searched(12.0, 0.0, |_| Some(1.0)), None);
    }

    #[test]
    fn of_several_crossings_the_nearest_is_taken() {
        let waves = |bias: f64| Some((bias * std::f64::consts::PI / 5.0).sin());
        for (present, crossing) in [(-11.0, -10.0), (-4.0, -5.0), (1.0, 0.0), (7.6, 10.0)] {
            let found = searched(12.0, present, waves).unwrap();
            assert!((found - crossing).abs() < 1e-12, "{found} from {present}");
        }
    }
}
