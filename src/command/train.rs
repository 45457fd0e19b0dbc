//! `train`: networks learn to recall the first paint.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::watch::Watch;
use super::{CommandError, TrainArguments, output};
use crate::checkpoint::{training_notes, write_model};
use crate::engine::EngineError;
use crate::engine::cell::{CellKind, HeldGates};
use crate::engine::training::{EVALUATE_EVERY, Setup, Start, Trainer};
use crate::export::training_table::{self, TrainingRow};

/// How the name of a model's file ends.
const ENDING: &str = ".safetensors";

/// Trains the cells that were named, one after the other; saves each, and prints its recall error.
///
/// Ctrl+C, or the end that a system puts to a program, ends the training after the step at hand: the
/// network is saved and its error printed as it is then, and no further cell begins.
///
/// # Errors
/// [`CommandError`] when a file cannot be written, which is told before the training where it can be
/// known, or when a training leaves the range of a float; what was logged up to then is written.
pub fn train(arguments: &TrainArguments) -> Result<(), CommandError> {
    let files = [&arguments.save, &arguments.log];
    files.into_iter().flatten().try_for_each(|path| output::check_place(path))?;
    let stopped = stop_at_signals();
    let mut log = Vec::new();
    let done = train_each(arguments, &stopped, &mut log);
    if let Some(path) = &arguments.log {
        output::write(Some(path), &training_table::csv_text(&log)?)?;
    }
    done
}

fn train_each(
    arguments: &TrainArguments,
    stopped: &AtomicBool,
    log: &mut Vec<TrainingRow>,
) -> Result<(), CommandError> {
    let cells = &arguments.cell.0;
    for kind in cells.iter().copied() {
        if stopped.load(Ordering::Relaxed) {
            output::say(&format!("{kind}: not begun"));
            continue;
        }
        let (trainer, error) = trained(setup(arguments, kind), arguments.steps, stopped, log)?;
        if let Some(path) = &arguments.save {
            let path = if cells.len() > 1 { with_cell(path, kind) } else { path.clone() };
            write_model(&path, trainer.model(), &training_notes(trainer.setup(), trainer.steps_done(), error))?;
        }
        output::write(None, &format!("{kind} {error}\n"))?;
    }
    Ok(())
}

/// A cell's run; without `--init` the default start, where it means something for that cell.
fn setup(arguments: &TrainArguments, kind: CellKind) -> Setup {
    let setup = Setup { kind, length: arguments.length, seed: arguments.seed, ..arguments.learning.setup() };
    let start = arguments.init.unwrap_or(setup.start);
    if start.means_something_for(kind) {
        return Setup { start, ..setup };
    }
    if arguments.init.is_some() {
        output::warn(&format!("{start} does not apply to {kind}; it starts as {}", Start::Torch));
    }
    Setup { start: Start::Torch, ..setup }
}

/// Trains to the end, or until it is stopped: the network, and its recall error as it is then.
fn trained(
    setup: Setup,
    steps: usize,
    stopped: &AtomicBool,
    log: &mut Vec<TrainingRow>,
) -> Result<(Trainer, f64), EngineError> {
    let row = |trainer: &Trainer, recall_error| TrainingRow {
        cell: setup.kind.slug(),
        step: trainer.steps_done(),
        loss: trainer.loss(),
        recall_error,
    };
    let mut trainer = Trainer::new(setup)?;
    log.push(row(&trainer, trainer.recall_error()));
    let watch = Watch::new(setup.kind, steps);
    while trainer.steps_done() < steps && !stopped.load(Ordering::Relaxed) {
        trainer.step()?;
        watch.step(trainer.steps_done(), trainer.loss().unwrap_or_default());
        if trainer.steps_done().is_multiple_of(EVALUATE_EVERY) {
            log.push(row(&trainer, trainer.recall_error()));
        }
    }
    watch.end(trainer.steps_done());
    if trainer.steps_done().is_multiple_of(EVALUATE_EVERY) {
        let error = trainer.recall_error();
        return Ok((trainer, error));
    }
    // The last that was measured is some steps old.
    let error = trainer.recall_error_held(&HeldGates::default())?;
    log.push(row(&trainer, error));
    Ok((trainer, error))
}

/// `NAME-lstm.safetensors` for `NAME.safetensors`, and for `NAME`.
fn with_cell(path: &Path, kind: CellKind) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(ENDING).unwrap_or(&name);
    path.with_file_name(format!("{stem}-{kind}{ENDING}"))
}

/// A flag that the first Ctrl+C raises; a second one ends the program as it would without us.
///
/// Where a system has no such signals, the program ends at once.
pub(super) fn stop_at_signals() -> Arc<AtomicBool> {
    let stopped = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // In this order: what comes second must not see the flag that comes first.
        let ends = flag::register_conditional_default(signal, Arc::clone(&stopped));
        drop(ends.and_then(|_| flag::register(signal, Arc::clone(&stopped))));
    }
    stopped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_several_cells_is_named_by_cell() {
        for (given, named) in [
            ("m.safetensors", "m-gru.safetensors"),
            ("there/my.model.safetensors", "there/my.model-gru.safetensors"),
            ("../m", "../m-gru.safetensors"),
            ("m.v2", "m.v2-gru.safetensors"),
        ] {
            assert_eq!(with_cell(Path::new(given), CellKind::Gru), Path::new(named));
        }
    }
}
