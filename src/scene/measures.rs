//! What is said of a run's states, opened: see [`Measured`].

use ndarray::Array2;

use super::{LstmRun, RnnRun, Run, Scene};
use crate::engine::cell::activation::sigmoid;
use crate::engine::survival::{ALMOST_NOTHING, NOTHING, lstm_tangents};
use crate::working::{
    Measure, Measured, Network, Pair, Quantity, difference, drained, gradient_of_lstm, gradient_of_rnn, half_life_at,
    half_life_of_moving,
};

impl Run {
    /// How a measure of a network comes about at a step, from 1. None where there is no such
    /// number: outside the sequence, before the message, where nothing got in, and for what only
    /// an LSTM has.
    #[must_use]
    pub fn measured(&self, scene: &Scene, network: Network, measure: Measure, step: usize) -> Option<Measured> {
        match (network, measure) {
            (_, Measure::GotIn | Measure::Blue | Measure::BlueLeft | Measure::BlueShown | Measure::ShadeLeft) => {
                self.left_over(network, measure, step)
            }
            (Network::Rnn, Measure::Gradient) => self.rnn.gradient_measured(scene, step),
            (Network::Lstm, Measure::Gradient) => self.lstm.gradient_measured(scene, &self.x, step),
            (Network::Lstm, Measure::Drained) => self.lstm_flows(step).map(|at| drained(step, at.f, at.s_before)),
            (Network::Lstm, Measure::HalfLife) => Some(self.half_life(scene)),
            (Network::Rnn, Measure::Drained | Measure::HalfLife) => None,
        }
    }

    /// In how many steps f forgets half: of a gate that stands still `ln ½ / ln f`, of one that moves
    /// `ln ½ / mean(ln f_t)` over steps 2…T.
    fn half_life(&self, scene: &Scene) -> Measured {
        let stands_still = scene.held.f.is_some() || (scene.lstm.f.w == 0.0 && scene.lstm.f.u == 0.0);
        let later = self.lstm.trace.f.iter().skip(1).copied();
        if stands_still || self.length() < 2 {
            half_life_at(scene.held.f.unwrap_or_else(|| sigmoid(scene.lstm.f.b)))
        } else {
            half_life_of_moving(later)
        }
    }

    /// The share left of the message at a step, from 1, with the sign of the paint that it is now:
    /// `(s_t − s*_t) / |s_m − s*_m|`. 0 before the message, and where almost nothing got in.
    #[must_use]
    pub fn signed_left(&self, network: Network, step: usize) -> f64 {
        let (state, with, without, left) = match network {
            Network::Rnn => (Quantity::H, &self.rnn.trace.h, &self.rnn.grey.h, &self.rnn.blue),
            Network::Lstm => (Quantity::S, &self.lstm.trace.s, &self.lstm.grey.s, &self.lstm.blue),
        };
        let now = pair(state, step, with, without).filter(|_| left.got_in >= ALMOST_NOTHING && step >= self.message);
        now.map_or(0.0, |now| (now.with - now.without) / left.got_in)
    }

    /// Whether what is left at a step has the other sign than what got in: blue that became orange.
    #[must_use]
    pub fn has_turned(&self, network: Network, step: usize) -> bool {
        self.signed_left(network, step) * self.signed_left(network, self.message) < 0.0
    }

    /// What two runs differ by, over what they differed by at the message's step.
    fn left_over(&self, network: Network, measure: Measure, step: usize) -> Option<Measured> {
        let (rnn, lstm) = (&self.rnn, &self.lstm);
        let (state, runs) = match network {
            Network::Rnn => (Quantity::H, [&rnn.trace.h, &rnn.grey.h, &rnn.half.h]),
            Network::Lstm => (Quantity::S, [&lstm.trace.s, &lstm.grey.s, &lstm.half.s]),
        };
        let [with, grey, half] = runs;
        let got_in = pair(state, self.message, with, grey)?;
        match measure {
            Measure::GotIn => return Some(difference(measure, got_in, None, "*")),
            Measure::Blue if step >= self.message => {
                return pair(state, step, with, grey).map(|now| difference(measure, now, None, "*"));
            }
            _ if step < self.message || (got_in.with - got_in.without).abs() < NOTHING => return None,
            _ => {}
        }
        let (now, then, mark) = match (measure, network) {
            (Measure::ShadeLeft, _) => (pair(state, step, with, half)?, pair(state, self.message, with, half)?, "½"),
            (Measure::BlueShown, Network::Rnn) => return None,
            (Measure::BlueShown, Network::Lstm) => (pair(Quantity::H, step, &lstm.trace.h, &lstm.grey.h)?, got_in, "*"),
            _ => (pair(state, step, with, grey)?, got_in, "*"),
        };
        ((then.with - then.without).abs() >= NOTHING).then(|| difference(measure, now, Some(then), mark))
    }
}

/// A state of two runs at a step, from 1.
fn pair(quantity: Quantity, step: usize, with: &Array2<f64>, without: &Array2<f64>) -> Option<Pair> {
    let at = |states: &Array2<f64>| states.get((step.checked_sub(1)?, 0)).copied();
    Some(Pair { quantity, step, with: at(with)?, without: at(without)? })
}

impl RnnRun {
    fn gradient_measured(&self, scene: &Scene, step: usize) -> Option<Measured> {
        // Where it has stopped being finite there is nothing to open.
        self.gradient.at(step)?;
        let h = *self.trace.h.get((step - 1, 0))?;
        Some(if step == self.gradient.message {
            gradient_of_rnn(step, h, scene.rnn.w, None)
        } else {
            gradient_of_rnn(step, h, scene.rnn.u, Some(self.gradient.at(step - 1)?))
        })
    }
}

impl LstmRun {
    fn gradient_measured(&self, scene: &Scene, x: &[f64], step: usize) -> Option<Measured> {
        self.gradient.s.at(step)?;
        let row = step - 1;
        let at = |array: &Array2<f64>| array.get((row, 0)).copied();
        let tangents = lstm_tangents(&scene.lstm, &scene.held, x, self.gradient.s.message, step).ok()??;
        let s_before = *self.trace.s_before(row).first()?;
        let values = [s_before, at(&self.trace.f)?, at(&self.trace.i)?, at(&self.trace.g)?];
        Some(gradient_of_lstm(step, values, &tangents))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::survival::Left;
    use crate::number::short;
    use crate::scene::{Run, presets};

    /// The right side in symbols and in numbers, as it is printed.
    fn printed(measured: &Measured) -> String {
        let line = |pieces: &[crate::working::Piece]| pieces.iter().map(ToString::to_string).collect::<String>();
        format!("{} = {} = {}", line(&measured.formula), line(&measured.numbers), short(measured.result))
    }

    #[test]
    fn every_measure_of_every_preset_is_the_number_that_is_shown() {
        for preset in presets() {
            let (scene, run) = (&preset.scene, Run::of(&preset.scene).unwrap());
            for step in 1..=run.length() {
                let blue = |left: &Left<f64>| left.blue.get(step - 1).copied().filter(|_| step >= run.message);
                let shown = [
                    (Network::Rnn, Measure::GotIn, Some(run.rnn.blue.got_in)),
                    (Network::Lstm, Measure::GotIn, Some(run.lstm.blue.got_in)),
                    (Network::Rnn, Measure::Blue, blue(&run.rnn.blue)),
                    (Network::Lstm, Measure::Blue, blue(&run.lstm.blue)),
                    (Network::Rnn, Measure::BlueLeft, run.rnn.blue.ratio(step)),
                    (Network::Lstm, Measure::BlueLeft, run.lstm.blue.ratio(step)),
                    (Network::Rnn, Measure::ShadeLeft, run.rnn.shade_left(step)),
                    (Network::Lstm, Measure::ShadeLeft, run.lstm.shade_left(step)),
                    (Network::Lstm, Measure::BlueShown, run.lstm.shown.ratio(step)),
                    (Network::Rnn, Measure::Gradient, run.rnn.gradient.at(step)),
                    (Network::Lstm, Measure::Gradient, run.lstm.gradient.s.at(step)),
                ];
                for (network, measure, expected) in shown {
                    let found = run.measured(scene, network, measure, step).map(|measured| measured.result);
                    let near = match (found, expected) {
                        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-12 * expected.abs().max(1e-9),
                        (found, expected) => found.is_none() && expected.is_none(),
                    };
                    assert!(near, "{} {network:?} {measure:?} {step}: {found:?}, {expected:?}", preset.slug);
                }
            }
        }
    }

    #[test]
    fn they_read_as_a_person_would_write_them() {
        let scene = Scene::default();
        let run = Run::of(&scene).unwrap();
        let said = |network, measure, step| printed(&run.measured(&scene, network, measure, step).unwrap());
        assert_eq!(said(Network::Lstm, Measure::GotIn, 24), "|S₁ − S*₁| = |0.889 − 0| = 0.889");
        let left = "|S₂₄ − S*₂₄| / |S₁ − S*₁| = |0.586 − 0| / |0.889 − 0| = 0.659";
        assert_eq!(said(Network::Lstm, Measure::BlueLeft, 24), left);
        assert_eq!(said(Network::Lstm, Measure::Drained, 12), "(1 − f₁₂)·S₁₁ = (1 − 0.982)·0.741 = 0.0133");
        assert_eq!(said(Network::Rnn, Measure::Gradient, 1), "(1 − h₁²)·|w| = (1 − 0.762²)·1 = 0.42");
        assert_eq!(said(Network::Lstm, Measure::HalfLife, 5), "ln ½ / ln f = ln ½ / ln 0.982 = 38.2");
        let gradient = said(Network::Lstm, Measure::Gradient, 2);
        assert!(gradient.starts_with("|f₂·∂S₁ + S₁·∂f₂ + i₂·∂g₂ + g₂·∂i₂| = |0.982·"), "{gradient}");
    }

    #[test]
    fn what_is_not_there_is_not_opened() {
        let scene = Scene { message: 5, ..Scene::default() };
        let run = Run::of(&scene).unwrap();
        assert_eq!(run.measured(&scene, Network::Rnn, Measure::BlueLeft, 4), None, "before the message");
        assert_eq!(run.measured(&scene, Network::Rnn, Measure::Drained, 6), None, "an RNN has no drain");
        assert_eq!(run.measured(&scene, Network::Lstm, Measure::Gradient, 25), None, "beyond the end");
        assert_eq!(run.measured(&scene, Network::Lstm, Measure::BlueLeft, 6), None, "grey: nothing got in");
    }

    #[test]
    fn blue_that_became_orange_is_signed_so() {
        let mut scene = Scene::default();
        scene.rnn.u = -1.5;
        let run = Run::of(&scene).unwrap();
        for step in 1..=24 {
            let signed = run.signed_left(Network::Rnn, step);
            assert!((signed.abs() - run.rnn.blue.ratio(step).unwrap()).abs() < 1e-12);
            assert_eq!(signed < 0.0, step % 2 == 0, "u < 0 turns it at every step");
            assert_eq!(run.has_turned(Network::Rnn, step), step % 2 == 0);
            assert!(!run.has_turned(Network::Lstm, step));
        }
        let orange = Scene { paints: vec![-1.0, 0.0], ..Scene::default() };
        let run = Run::of(&orange).unwrap();
        assert!(run.signed_left(Network::Rnn, 2) < 0.0 && !run.has_turned(Network::Rnn, 2));
    }
}
