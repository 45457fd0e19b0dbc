//! `horizon`: how far back networks learn to recall the first paint.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::progress::finish_told;
use super::train::stop_at_signals;
use super::{CommandError, Format, HorizonArguments, Shard, output};
use crate::engine::training::{Horizon, HorizonPoint, HorizonRequest};
use crate::engine::work::Work;
use crate::export::horizon_table;

/// Trains every racer at every length with every seed, or that part of them, and writes the errors.
///
/// Ctrl+C, or the end that a system puts to a program, ends it: the runs that have finished are written.
///
/// # Errors
/// [`CommandError`] when the result cannot be written. A training that leaves the range of a float is
/// a row with empty fields, and a warning.
pub fn horizon(arguments: &HorizonArguments) -> Result<(), CommandError> {
    arguments.out.as_deref().map_or(Ok(()), output::check_place)?;
    let HorizonArguments { race, lengths, seeds, steps, learning, shard: Shard { number, of }, .. } = arguments;
    let request = HorizonRequest {
        racers: race.0.clone(),
        seeds: seeds.0.clone(),
        lengths: lengths.0.clone(),
        steps: *steps,
        setup: learning.setup(),
    };
    let horizon = Horizon::new(request.shard(*number, *of), *steps)?;
    let runs = horizon.runs();
    let points = finish_told("horizon", Stoppable { horizon, stopped: stop_at_signals() });
    if points.len() < runs {
        output::say(&format!("stopped: {} of {runs} runs have finished, and are written", points.len()));
    }
    for point in &points {
        if let Err(wrong) = &point.outcome {
            let setup = &point.setup;
            let (cell, start, length, seed) = (setup.kind, setup.start, setup.length, setup.seed);
            output::warn(&format!("{cell}:{start} at T = {length}, seed {seed}: {wrong}; its fields are empty"));
        }
    }
    let text = match arguments.format {
        Format::Csv => horizon_table::csv_text(&points, *number == 1)?,
        Format::Json => horizon_table::json_text(&points)?,
    };
    output::write(arguments.out.as_deref(), &text)
}

/// A horizon that a signal ends early.
struct Stoppable {
    horizon: Horizon,
    stopped: Arc<AtomicBool>,
}

impl Work for Stoppable {
    /// The points that there are by then.
    type Output = Vec<HorizonPoint>;

    fn step(&mut self) -> Option<Self::Output> {
        if self.stopped.load(Ordering::Relaxed) {
            return Some(self.horizon.finished().cloned().collect());
        }
        self.horizon.step()
    }

    fn progress(&self) -> f32 {
        self.horizon.progress()
    }
}
