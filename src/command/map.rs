//! `map`: what survives over a grid of two weights, of σ and of T.

use super::progress::finish_watched;
use super::{CommandError, Format, MapArguments, Span, output};
use crate::engine::survival::{Axis, MapRequest, SurvivalMap};
use crate::export::map_table::MapTable;
use crate::scene::{MapView, Scene};

/// Computes the map of the scene that was named, or of the default, and writes it.
///
/// Each point is computed in f64, as `trace` computes: a table is for further sums.
///
/// # Errors
/// [`CommandError`] when the scene cannot be read, the two weights are not two of one network, or
/// the result cannot be written.
pub fn map(arguments: &MapArguments) -> Result<(), CommandError> {
    let request = request(arguments, arguments.scene.read()?);
    let result = finish_watched(SurvivalMap::plain(request.clone())?)?;
    let table = MapTable { request: &request, result: &result };
    let text = if arguments.format == Format::Csv { table.csv_text()? } else { table.json_text()? };
    output::write(arguments.out.as_deref(), &text)
}

/// The scene's own map, with what was asked for in its place.
fn request(arguments: &MapArguments, mut scene: Scene) -> MapRequest {
    let own = scene.map;
    let (x, y) = (arguments.x.unwrap_or(own.x), arguments.y.unwrap_or(own.y));
    // The network is that of the first weight; a second one of the other is refused below.
    let network = MapView { x, y, ..own }.with_x(x).network;
    let network = if x.weight().is_none() { own.with_y(y).network } else { network };
    scene.map = MapView { network, x, y, shown: arguments.shown.map_or(own.shown, Into::into) };
    let mut request = scene.map_request(arguments.grid.columns);
    request.y_axis.points = arguments.grid.rows;
    let within = |axis: &mut Axis, range: Option<Span>| {
        (axis.from, axis.to) = range.map_or((axis.from, axis.to), |range| (range.from, range.to));
    };
    within(&mut request.x_axis, arguments.x_range);
    within(&mut request.y_axis, arguments.y_range);
    request
}
