//! `map`: what survives over a grid of two weights.

use super::{CommandError, Format, MapArguments, Span, output};
use crate::engine::network::Parameter;
use crate::engine::survival::{Axis, MapRequest, OneUnit, SurvivalMap};
use crate::engine::work::finish;
use crate::export::map_table::MapTable;
use crate::scene::Scene;

/// Computes the map of the scene that was named, or of the default, and writes it.
///
/// Each point is computed in f64, as `trace` computes: a table is for further sums.
///
/// # Errors
/// [`CommandError`] when the scene cannot be read, the two weights are not two of one network, or
/// the result cannot be written.
pub fn map(arguments: &MapArguments) -> Result<(), CommandError> {
    let request = request(arguments, &arguments.scene.read()?);
    let result = finish(SurvivalMap::plain(request.clone())?)?;
    let table = MapTable { request: &request, result: &result };
    let text = if arguments.format == Format::Csv { table.csv_text()? } else { table.json_text()? };
    output::write(arguments.out.as_deref(), &text)
}

/// The map of the network that the first axis belongs to.
fn request(arguments: &MapArguments, scene: &Scene) -> MapRequest {
    let axis = |parameter: Parameter, range: Option<Span>, points| {
        let limit = parameter.limit();
        let (from, to) = range.map_or((-limit, limit), |range| (range.from, range.to));
        Axis { parameter, from, to, points }
    };
    let network = match arguments.x {
        Parameter::Rnn(_) => OneUnit::Rnn(scene.rnn),
        Parameter::Lstm(..) => OneUnit::Lstm(scene.lstm, scene.held),
    };
    MapRequest {
        network,
        sequence: scene.sequence(),
        x_axis: axis(arguments.x, arguments.x_range, arguments.grid.columns),
        y_axis: axis(arguments.y, arguments.y_range, arguments.grid.rows),
        shown: arguments.shown.into(),
    }
}
