//! `horizon`: how far back networks learn to recall the first paint.

use super::progress::finish_watched;
use super::{CommandError, Format, HorizonArguments, Shard, output};
use crate::engine::training::{Horizon, HorizonRequest};
use crate::export::horizon_table;

/// Trains every racer at every length with every seed, or that part of them, and writes the errors.
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
    let points = finish_watched(Horizon::new(request.shard(*number, *of), *steps)?);
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
