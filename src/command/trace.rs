//! `trace`: every number of a scene's run, or how those of one step come about.

use super::{CommandError, Explanation, Format, TraceArguments, output};
use crate::export::table;
use crate::scene::Run;
use crate::working::Network;

/// Runs the scene that was named, or the default, and writes it.
///
/// # Errors
/// [`CommandError`] when the scene cannot be read or run, the step is not in it, or the result
/// cannot be written.
pub fn trace(arguments: &TraceArguments) -> Result<(), CommandError> {
    let scene = arguments.scene.read()?;
    let run = Run::of(&scene)?;
    let text = match (arguments.explain, arguments.format) {
        (None, format) => {
            warn_of_stopped_gradients(&run);
            if format == Format::Csv { table::csv_text(&run)? } else { table::json_text(&run)? }
        }
        (Some(step), Format::Csv) => Explanation::of(&scene, &run, step)?.to_string(),
        (Some(step), Format::Json) => Explanation::of(&scene, &run, step)?.json_text()?,
    };
    output::write(arguments.out.as_deref(), &text)
}

fn warn_of_stopped_gradients(run: &Run) {
    for (network, wrong) in table::stopped_gradients(run) {
        let network = match network {
            Network::Rnn => "rnn",
            Network::Lstm => "lstm",
        };
        output::warn(&format!("{network}: {wrong}; from that step on its gradient fields are empty"));
    }
}
