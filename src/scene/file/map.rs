//! The table `[map]` of a scene file: what its axes are, and what is shown.

use toml::de::DeTable;

use super::SceneFileError;
use super::error::Named;
use super::read::{Reader, Value, nearest};
use crate::engine::survival::Along;
use crate::scene::MapView;
use crate::scene::shown;
use crate::working::Network;

/// The keys of `[map]`.
const MAP: &[&str] = &["x", "y", "shows", "network"];
/// What may be an axis, as it is named everywhere.
const AXES: &[&str] = &[
    "rnn.w", "rnn.u", "rnn.b", "i.w", "i.u", "i.b", "f.w", "f.u", "f.b", "o.w", "o.u", "o.b", "g.w", "g.u", "g.b",
    "noise", "T",
];
/// The networks.
const NETWORKS: &[&str] = &["rnn", "lstm"];
/// What a map shows.
const SHOWN: &[&str] = &["blue", "blue-left", "shade-left", "gradient"];

impl Reader<'_> {
    /// Reads the map. An axis alone takes one of its network along.
    pub(super) fn map(&self, table: &DeTable<'_>) -> Result<MapView, SceneFileError> {
        self.known_keys(table, "map", MAP)?;
        let mut map = table.get("network").map_or(Ok(MapView::default()), |value| self.network(value))?;
        let x = table.get("x").map(|value| self.along("map.x", value)).transpose()?;
        let y = table.get("y").map(|value| self.along("map.y", value)).transpose()?;
        map = x.map_or(map, |x| map.with_x(x));
        if let (Some(y), Some(value)) = (y, table.get("y")) {
            let fits = map.with_y(y);
            // Beside an x that the file names, y does not move it.
            if x.is_some_and(|x| x != fits.x) {
                let at = self.at(value.span().start);
                return Err(SceneFileError::Axes { at, x: map.x, y });
            }
            map = fits;
        }
        if let Some(value) = table.get("shows") {
            let name = self.name("map.shows", value)?;
            let found = MapView::SHOWN.into_iter().find(|(known, _)| *known == name);
            map.shown = found.map(|(_, shown)| shown).ok_or_else(|| self.unknown(Named::Shown, value, name, SHOWN))?;
        }
        Ok(map)
    }

    fn name<'t>(&self, key: &'static str, value: &'t Value<'_>) -> Result<&'t str, SceneFileError> {
        value.get_ref().as_str().ok_or_else(|| self.wrong_type(key, value, "a text in quotes"))
    }

    fn along(&self, key: &'static str, value: &Value<'_>) -> Result<Along, SceneFileError> {
        let name = self.name(key, value)?;
        name.parse().map_err(|_| self.unknown(Named::Axis, value, name, AXES))
    }

    /// The first map of a network: where σ and T are the axes, nothing else says which it is.
    fn network(&self, value: &Value<'_>) -> Result<MapView, SceneFileError> {
        match self.name("map.network", value)? {
            "rnn" => Ok(MapView::of(Network::Rnn)),
            "lstm" => Ok(MapView::of(Network::Lstm)),
            name => Err(self.unknown(Named::Network, value, name, NETWORKS)),
        }
    }

    fn unknown(&self, named: Named, value: &Value<'_>, name: &str, known: &'static [&'static str]) -> SceneFileError {
        let (at, near) = (self.at(value.span().start), nearest(name, known));
        SceneFileError::Name { at, named, found: shown(name), near, known }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_that_are_written() {
        assert_eq!(Along::all().map(|along| along.to_string()).collect::<Vec<_>>(), AXES);
        assert_eq!(MapView::SHOWN.map(|(name, _)| name), SHOWN);
    }
}
