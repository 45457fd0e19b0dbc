//! How far a training is, on standard error: a bar on a terminal, elsewhere a line now and then.

use std::io::{IsTerminal, stderr};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output;
use crate::engine::cell::CellKind;

/// Cell, bar, training steps, and what [`state`] says.
const LOOK: &str = "{prefix:>4} {bar:30} {pos}/{len} · {msg}";
/// Without a terminal so many lines are written in a whole training.
const LINES: usize = 10;
/// The bar learns so often how things stand; it draws at most twenty times a second by itself.
const OFTEN: usize = 10;

/// Watches one training.
pub(super) struct Watch {
    kind: CellKind,
    steps: usize,
    began: Instant,
    /// None where standard error is no terminal.
    bar: Option<ProgressBar>,
}

impl Watch {
    /// Begins to watch `steps` training steps of a cell.
    #[expect(clippy::disallowed_methods, reason = "a terminal, never a browser")]
    pub(super) fn new(kind: CellKind, steps: usize) -> Self {
        let bar = stderr().is_terminal().then(|| new_bar(kind, steps));
        Self { kind, steps, began: Instant::now(), bar }
    }

    /// So many training steps are done, and the last batch had that loss.
    pub(super) fn step(&self, done: usize, loss: f64) {
        let elapsed = || self.began.elapsed().as_secs_f64();
        match &self.bar {
            Some(bar) if done.is_multiple_of(OFTEN) => {
                bar.set_message(state(done, loss, elapsed()));
                bar.set_position(done as u64);
            }
            None if is_told(done, self.steps) => {
                let (kind, steps) = (self.kind, self.steps);
                output::say(&format!("{kind}: step {done} of {steps}, {}", state(done, loss, elapsed())));
            }
            _ => {}
        }
    }

    /// Ends; after so many training steps. A bar is gone then; a training that ended early says so.
    pub(super) fn end(self, done: usize) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        if done < self.steps {
            output::say(&format!("{}: stopped after step {done} of {}", self.kind, self.steps));
        }
    }
}

fn new_bar(kind: CellKind, steps: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr());
    // The default style, a bare bar, stands in for one that cannot be read.
    let bar = match ProgressStyle::with_template(LOOK) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    };
    bar.with_prefix(kind.to_string())
}

/// Whether a line is written after so many of `steps` training steps: at each tenth, and at the end.
fn is_told(done: usize, steps: usize) -> bool {
    done == steps || done.is_multiple_of(steps.div_ceil(LINES))
}

/// `loss 0.01234, 5300 steps/s`.
#[expect(clippy::cast_precision_loss, reason = "a count of training steps")]
fn state(done: usize, loss: f64, elapsed_secs: f64) -> String {
    let rate = done as f64 / elapsed_secs.max(1e-9);
    format!("loss {loss:.5}, {rate:.*} steps/s", usize::from(rate < 10.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_training_is_ten_lines_or_fewer() {
        let told = |steps: usize| (1..=steps).filter(|done| is_told(*done, steps)).collect::<Vec<_>>();
        assert_eq!(told(2000), [200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000]);
        assert_eq!(told(25), [3, 6, 9, 12, 15, 18, 21, 24, 25]);
        assert_eq!(told(3), [1, 2, 3]);
    }

    #[test]
    fn a_slow_rate_keeps_a_digit() {
        assert_eq!(state(100, 0.012_342, 0.02), "loss 0.01234, 5000 steps/s");
        assert_eq!(state(10, 1.0, 20.0), "loss 1.00000, 0.5 steps/s");
    }

    #[test]
    fn the_bar_can_be_drawn() {
        assert!(ProgressStyle::with_template(LOOK).is_ok());
    }
}
