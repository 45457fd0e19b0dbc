//! How far long work has come, on a terminal.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output;
use crate::engine::work::Work;

/// Percent, bar, time.
const LOOK: &str = "{percent:>3} % {bar:40} {eta} left";
/// What is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// The bar's whole length: a tenth of a percent each.
const WHOLE: u64 = 1000;

/// [`finish_watched`]; where standard error is no terminal, a line at each tenth, with that name.
#[expect(clippy::disallowed_methods, reason = "a terminal, never a browser")]
pub fn finish_told<W: Work>(name: &str, work: W) -> W::Output {
    if stderr().is_terminal() {
        return finish_watched(work);
    }
    let began = Instant::now();
    let mut told = 0;
    watched(
        work,
        || began.elapsed(),
        |part| {
            let tenths = position(part) / (WHOLE / 10);
            if tenths > told {
                told = tenths;
                output::say(&format!("{name}: {} % done, {:.0} s", 10 * tenths, began.elapsed().as_secs_f64()));
            }
        },
    )
}

/// Runs work to its end. From [`PATIENCE`] on a bar on standard error says how far it has come,
/// where that is a terminal; at the end the bar is gone.
#[expect(clippy::disallowed_methods, reason = "a terminal, never a browser")]
pub fn finish_watched<W: Work>(work: W) -> W::Output {
    let began = Instant::now();
    let seen = stderr().is_terminal();
    let mut bar: Option<ProgressBar> = None;
    let output = watched(
        work,
        || began.elapsed(),
        |part| {
            if seen {
                bar.get_or_insert_with(new_bar).set_position(position(part));
            }
        },
    );
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    output
}

/// Runs work to its end; after each slice that ends later than [`PATIENCE`] says what part is done.
fn watched<W: Work>(mut work: W, elapsed: impl Fn() -> Duration, mut say: impl FnMut(f32)) -> W::Output {
    loop {
        if let Some(output) = work.step() {
            return output;
        }
        if elapsed() >= PATIENCE {
            say(work.progress());
        }
    }
}

fn new_bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(WHOLE), ProgressDrawTarget::stderr());
    // The default style, a bare bar, stands in for one that cannot be read.
    match ProgressStyle::with_template(LOOK) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The bar's position for a part from 0 to 1.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
fn position(part: f32) -> u64 {
    (f64::from(part.clamp(0.0, 1.0)) * 1000.0) as u64
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Work of so many slices, each of which takes its time.
    struct Slices<'a> {
        done: u8,
        of: u8,
        clock: &'a Cell<Duration>,
        each: Duration,
    }

    impl Work for Slices<'_> {
        type Output = &'static str;

        fn step(&mut self) -> Option<Self::Output> {
            self.done += 1;
            self.clock.set(self.clock.get() + self.each);
            (self.done == self.of).then_some("done")
        }

        fn progress(&self) -> f32 {
            f32::from(self.done) / f32::from(self.of)
        }
    }

    /// What is said while work goes on whose slices take so many milliseconds.
    fn said(of: u8, each: u64) -> Vec<u64> {
        let clock = Cell::new(Duration::ZERO);
        let work = Slices { done: 0, of, clock: &clock, each: Duration::from_millis(each) };
        let mut said = Vec::new();
        assert_eq!(watched(work, || clock.get(), |part| said.push(position(part))), "done");
        said
    }

    #[test]
    fn short_work_says_nothing_and_long_work_how_far_it_is() {
        assert_eq!(said(10, 99), [0_u64; 0]);
        assert_eq!(said(8, 250), [500, 625, 750, 875]);
        assert_eq!(said(2, 5000), [500]);
    }

    #[test]
    fn the_bar_can_be_drawn() {
        assert!(ProgressStyle::with_template(LOOK).is_ok());
        assert_eq!([0.0, 0.5, 1.0, 1.5].map(position), [0, 500, WHOLE, WHOLE]);
    }
}
