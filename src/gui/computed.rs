//! What follows from the scene, remade only when the scene changes: the run and the ghosts behind it,
//! with their numbers as the page draws them.

use egui_plot::PlotPoint;
use ndarray::Array2;

use super::thinned::thinned;
use super::widget::time_plot::Runs;
use crate::engine::EngineError;
use crate::engine::survival::{ALMOST_NOTHING, Gradient, Left};
use crate::scene::{Ghost, Run, Scene};

/// Everything that is shown of a scene.
pub struct Computed {
    /// The run with its numbers, or why there is none.
    pub run: Result<Shown, EngineError>,
    /// The ghosts of the scene, in its order.
    pub ghosts: Vec<Ghostly>,
}

/// What is shown of a ghost.
pub struct Ghostly {
    /// Its name.
    pub name: String,
    /// Its curves, or why there are none.
    pub curves: Result<GhostCurves, EngineError>,
}

/// The curves of a ghost.
pub struct GhostCurves {
    /// At every step that it has.
    pub whole: Curves,
    /// What is drawn of them on the present axis, in few points.
    pub drawn: Curves,
}

/// A run, and its numbers as the page draws them.
pub struct Shown {
    /// The scene that it is of.
    pub scene: Scene,
    /// The run.
    pub run: Run,
    /// The RNN's states, by step.
    pub rnn_h: Vec<f64>,
    /// The LSTM's cell states, by step.
    pub lstm_s: Vec<f64>,
    /// The curves.
    pub curves: Curves,
}

/// Curves as points `(step, value)`.
pub struct Curves {
    /// The RNN's hidden state.
    pub rnn_h: Runs,
    /// The LSTM's input gate.
    pub i: Runs,
    /// The LSTM's forget gate.
    pub f: Runs,
    /// The LSTM's output gate.
    pub o: Runs,
    /// The LSTM's cell state.
    pub s: Runs,
    /// The LSTM's hidden state.
    pub lstm_h: Runs,
    /// Blue left in the RNN's h.
    pub rnn_blue: Runs,
    /// Blue left in the LSTM's S.
    pub lstm_blue: Runs,
    /// log₁₀ of the RNN's `|∂h_t/∂x|`.
    pub rnn_gradient: Runs,
    /// log₁₀ of the LSTM's `|∂S_t/∂x|`.
    pub lstm_gradient: Runs,
    /// log₁₀ of the LSTM's cell-only path.
    pub cell_only: Runs,
    /// The first step at which the gradients of RNN, LSTM and cell-only path are 0.
    pub zeros: [Option<usize>; 3],
}

impl Computed {
    /// What follows from a scene.
    #[must_use]
    pub fn of(scene: &Scene) -> Self {
        Self { run: Shown::run(scene), ghosts: ghosts(scene) }
    }

    /// Makes anew what follows from `scene`, where it differs from what it was `before`: while a
    /// slider moves, the ghosts stay as they are.
    pub fn follow(&mut self, before: &Scene, scene: &Scene) {
        self.run = Shown::run(scene);
        if scene.ghosts != before.ghosts {
            self.ghosts = ghosts(scene);
        } else if scene.length() != before.length() {
            for curves in self.ghosts.iter_mut().filter_map(|ghost| ghost.curves.as_mut().ok()) {
                curves.drawn = curves.whole.thinned(scene.length());
            }
        }
    }
}

fn ghosts(scene: &Scene) -> Vec<Ghostly> {
    let ghostly = |ghost: &Ghost| {
        let curves = Run::of(&ghost.scene()).map(|run| {
            let whole = Curves::of(&run);
            GhostCurves { drawn: whole.thinned(scene.length()), whole }
        });
        Ghostly { name: ghost.name.clone(), curves }
    };
    scene.ghosts.iter().map(ghostly).collect()
}

impl Shown {
    fn run(scene: &Scene) -> Result<Self, EngineError> {
        let run = Run::of(scene)?;
        let (rnn_h, lstm_s) = (column(&run.rnn.trace.h), column(&run.lstm.trace.s));
        Ok(Self { scene: scene.clone(), rnn_h, lstm_s, curves: Curves::of(&run), run })
    }
}

impl Curves {
    fn of(run: &Run) -> Self {
        let (rnn, lstm) = (&run.rnn, &run.lstm);
        Self {
            rnn_h: whole(&rnn.trace.h),
            i: whole(&lstm.trace.i),
            f: whole(&lstm.trace.f),
            o: whole(&lstm.trace.o),
            s: whole(&lstm.trace.s),
            lstm_h: whole(&lstm.trace.h),
            rnn_blue: left(&rnn.blue),
            lstm_blue: left(&lstm.blue),
            rnn_gradient: log(&rnn.gradient),
            lstm_gradient: log(&lstm.gradient.s),
            cell_only: log(&lstm.gradient.cell_only),
            zeros: [&rnn.gradient, &lstm.gradient.s, &lstm.gradient.cell_only].map(first_zero),
        }
    }

    fn thinned(&self, length: usize) -> Self {
        let of = |runs: &Runs| thinned(runs, length);
        Self {
            rnn_h: of(&self.rnn_h),
            i: of(&self.i),
            f: of(&self.f),
            o: of(&self.o),
            s: of(&self.s),
            lstm_h: of(&self.lstm_h),
            rnn_blue: of(&self.rnn_blue),
            lstm_blue: of(&self.lstm_blue),
            rnn_gradient: of(&self.rnn_gradient),
            lstm_gradient: of(&self.lstm_gradient),
            cell_only: of(&self.cell_only),
            zeros: self.zeros,
        }
    }
}

/// The one unit's values, by step.
#[must_use]
pub fn column(values: &Array2<f64>) -> Vec<f64> {
    values.iter().copied().collect()
}

fn whole(values: &Array2<f64>) -> Runs {
    runs(values.iter().map(|value| Some(*value)))
}

/// What is left at each step; where almost nothing got in there is no curve.
fn left(left: &Left<f64>) -> Runs {
    let shown = left.got_in >= ALMOST_NOTHING;
    runs(left.ratios().into_iter().map(|ratio| ratio.filter(|_| shown)))
}

/// The first step from which a gradient is 0, which no log axis holds.
fn first_zero(gradient: &Gradient<f64>) -> Option<usize> {
    gradient.norms.iter().position(|norm| *norm == 0.0).map(|after| gradient.message + after)
}

/// log₁₀ of the norms; a zero has none and leaves a gap.
fn log(gradient: &Gradient<f64>) -> Runs {
    let before = std::iter::repeat_n(None, gradient.message - 1);
    runs(before.chain(gradient.norms.iter().map(|norm| (*norm > 0.0).then(|| norm.log10()))))
}

/// Points by step, cut where there is no value.
pub fn runs(values: impl Iterator<Item = Option<f64>>) -> Runs {
    let mut runs: Runs = vec![Vec::new()];
    for (step, value) in (1_u32..).zip(values) {
        match (value, runs.last_mut()) {
            (Some(value), Some(run)) => run.push(PlotPoint::new(f64::from(step), value)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_cuts_a_curve() {
        let cut = runs([None, Some(1.0), Some(2.0), None, Some(4.0)].into_iter());
        let steps: Vec<Vec<f64>> = cut.iter().map(|run| run.iter().map(|point| point.x).collect()).collect();
        assert_eq!(steps, [vec![2.0, 3.0], vec![5.0]]);
    }
}
