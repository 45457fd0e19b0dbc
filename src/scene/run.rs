//! A scene's two networks along its sequence: with the message, without it, and with half of it.

use ndarray::{Array1, Array2, ArrayView2};

use super::Scene;
use crate::engine::EngineError;
use crate::engine::cell::LstmState;
use crate::engine::network::{LstmTrace, RnnTrace};
use crate::engine::survival::{Gradient, Left, LstmGradient, Sequence, left, lstm_gradient, rnn_gradient, shown};
use crate::working::{Quantity, Working, lstm_working, rnn_working};

/// Everything that follows from a scene, for both networks; h₀ = S₀ = 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The inputs x_1 … x_T, noise included.
    pub x: Vec<f64>,
    /// The message's step, from 1.
    pub message: usize,
    /// The plain RNN.
    pub rnn: RnnRun,
    /// The LSTM.
    pub lstm: LstmRun,
}

/// The plain RNN's run, and what it kept of the message.
#[derive(Debug, Clone, PartialEq)]
pub struct RnnRun {
    /// Every state.
    pub trace: RnnTrace<f64>,
    /// The same with the message made grey.
    pub grey: RnnTrace<f64>,
    /// The same with the message halved.
    pub half: RnnTrace<f64>,
    /// Blue left, of h.
    pub blue: Left<f64>,
    /// Shade left, of h: against the message halved.
    pub shade: Left<f64>,
    /// `‖∂h_t/∂x_m‖`.
    pub gradient: Gradient<f64>,
}

/// The LSTM's run, and what it kept of the message.
#[derive(Debug, Clone, PartialEq)]
pub struct LstmRun {
    /// Every gate and state.
    pub trace: LstmTrace<f64>,
    /// The same with the message made grey.
    pub grey: LstmTrace<f64>,
    /// The same with the message halved.
    pub half: LstmTrace<f64>,
    /// Blue left, of S.
    pub blue: Left<f64>,
    /// Blue shown: the difference in h over what got into S.
    pub shown: Left<f64>,
    /// Shade left, of S: against the message halved.
    pub shade: Left<f64>,
    /// `‖∂h_t/∂x_m‖`, `‖∂S_t/∂x_m‖` and the path through the cell alone.
    pub gradient: LstmGradient<f64>,
}

impl Scene {
    /// The paints, their noise and the message, as the engine takes them.
    #[must_use]
    pub fn sequence(&self) -> Sequence {
        Sequence { paints: self.paints.clone(), noise: self.noise, seed: self.seed, message: self.message }
    }
}

impl Run {
    /// Runs both networks of `scene` with the message, with it made grey, and with it halved, on
    /// the same noise (noise on the message's step stays: only the paint changes).
    ///
    /// # Errors
    /// [`EngineError::Empty`] for no paints, [`EngineError::Step`] for a message outside of the
    /// sequence, and [`EngineError::NotFinite`] with the step.
    pub fn of(scene: &Scene) -> Result<Self, EngineError> {
        let inputs = Inputs::of(scene)?;
        Ok(Self {
            rnn: RnnRun::of(scene, &inputs)?,
            lstm: LstmRun::of(scene, &inputs)?,
            x: inputs.whole.into_raw_vec_and_offset().0,
            message: scene.message,
        })
    }

    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.x.len()
    }

    /// How the RNN's numbers of a step, from 1, come about.
    ///
    /// # Errors
    /// [`EngineError::Step`] for a step outside the sequence.
    pub fn rnn_workings(&self, scene: &Scene, step: usize) -> Result<Vec<Working>, EngineError> {
        Ok(vec![rnn_working(&scene.rnn.rnn()?, &self.rnn.trace, step, 1)?])
    }

    /// How the LSTM's numbers of a step, from 1, come about, in the order of `quantities`.
    ///
    /// # Errors
    /// [`EngineError::Step`] for a step outside the sequence.
    pub fn lstm_workings(
        &self,
        scene: &Scene,
        step: usize,
        quantities: &[Quantity],
    ) -> Result<Vec<Working>, EngineError> {
        let lstm = scene.lstm.lstm(scene.held)?;
        quantities.iter().map(|quantity| lstm_working(&lstm, &self.lstm.trace, *quantity, step, 1)).collect()
    }
}

impl RnnRun {
    /// Shade left of h at a step, from 1: see [`LstmRun::shade_left`].
    #[must_use]
    pub fn shade_left(&self, step: usize) -> Option<f64> {
        shade_left(&self.shade, &self.blue, step)
    }

    fn of(scene: &Scene, inputs: &Inputs) -> Result<Self, EngineError> {
        let rnn = scene.rnn.rnn()?;
        let h0 = Array1::zeros(1);
        let run = |x: ArrayView2<'_, f64>| rnn.trace(x, h0.view());
        let (trace, grey, half) = (run(inputs.whole.view())?, run(inputs.grey.view())?, run(inputs.half.view())?);
        Ok(Self {
            blue: left(trace.h.view(), grey.h.view(), scene.message)?,
            shade: left(trace.h.view(), half.h.view(), scene.message)?,
            gradient: rnn_gradient(&rnn, &trace, scene.message)?,
            trace,
            grey,
            half,
        })
    }
}

impl LstmRun {
    /// Shade left of S at a step, from 1: none where there is no blue left either. A message that
    /// did not get in has no shade to lose, even if half of it would have got in.
    #[must_use]
    pub fn shade_left(&self, step: usize) -> Option<f64> {
        shade_left(&self.shade, &self.blue, step)
    }

    fn of(scene: &Scene, inputs: &Inputs) -> Result<Self, EngineError> {
        let lstm = scene.lstm.lstm(scene.held)?;
        let start = LstmState::zeros(1);
        let run = |x: ArrayView2<'_, f64>| lstm.trace(x, &start);
        let (trace, grey, half) = (run(inputs.whole.view())?, run(inputs.grey.view())?, run(inputs.half.view())?);
        let blue = left(trace.s.view(), grey.s.view(), scene.message)?;
        Ok(Self {
            shown: shown(trace.h.view(), grey.h.view(), blue.got_in, scene.message)?,
            shade: left(trace.s.view(), half.s.view(), scene.message)?,
            gradient: lstm_gradient(&lstm, &trace, scene.message)?,
            blue,
            trace,
            grey,
            half,
        })
    }
}

fn shade_left(shade: &Left<f64>, blue: &Left<f64>, step: usize) -> Option<f64> {
    blue.ratio(step).and_then(|_| shade.ratio(step))
}

/// The three sequences `[T×1]`, with the same noise.
struct Inputs {
    whole: Array2<f64>,
    grey: Array2<f64>,
    half: Array2<f64>,
}

impl Inputs {
    fn of(scene: &Scene) -> Result<Self, EngineError> {
        let sequence = scene.sequence();
        sequence.check()?;
        let [whole, grey, half] =
            [1.0, 0.0, 0.5].map(|share| Array1::from_vec(sequence.inputs(share)).insert_axis(ndarray::Axis(1)));
        Ok(Self { whole, grey, half })
    }
}

#[cfg(test)]
mod tests {
    use super::Run;
    use crate::engine::EngineError;
    use crate::scene::Scene;

    fn default_run() -> Run {
        Run::of(&Scene::default()).unwrap()
    }

    #[test]
    fn by_default_the_rnn_keeps_under_one_percent_and_the_lstm_66() {
        let run = default_run();
        assert!((run.rnn.blue.ratio(24).unwrap() - 0.0045).abs() < 5e-5);
        assert!((run.lstm.blue.ratio(24).unwrap() - 0.659).abs() < 5e-4);
        assert!((run.lstm.blue.got_in - 0.889).abs() < 5e-4);
    }

    #[test]
    fn noise_on_the_message_stays_when_its_paint_is_made_grey() {
        let mut scene = Scene { message: 6, noise: 0.5, ..Scene::default() };
        scene.paints[5] = -0.7;
        let run = Run::of(&scene).unwrap();
        let noise = run.x[5] + 0.7;
        assert!(noise.abs() > 1e-3, "the draw at step 6 is not 0");
        let clean = |x: f64, h: f64| (x + 0.8 * h).tanh();
        let h_before = run.rnn.trace.h[[4, 0]];
        let expected = (clean(run.x[5], h_before) - clean(noise, h_before)).abs();
        assert!((run.rnn.blue.got_in - expected).abs() < 1e-15);
    }

    #[test]
    fn nothing_is_left_before_the_message() {
        let mut scene = Scene { message: 4, ..Scene::default() };
        scene.paints[3] = 1.0;
        let run = Run::of(&scene).unwrap();
        assert_eq!(run.lstm.blue.ratios()[..3], [None; 3]);
        assert_eq!(run.lstm.blue.ratio(4), Some(1.0));
        assert_eq!(run.rnn.gradient.at(3), None);
        assert!(run.rnn.gradient.at(4).is_some());
    }

    #[test]
    fn a_message_outside_the_sequence_is_an_error() {
        for message in [0, 25] {
            let error = Run::of(&Scene { message, ..Scene::default() }).unwrap_err();
            assert_eq!(error, EngineError::Step { step: message, length: 24 });
        }
        let error = Run::of(&Scene { paints: vec![], ..Scene::default() }).unwrap_err();
        assert_eq!(error, EngineError::Empty { size: "T" });
    }
}
