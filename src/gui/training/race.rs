//! Who learns what, and how: what the panel of the page Train sets, and a restart keeps.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::engine::EngineError;
use crate::engine::cell::CellKind;
use crate::engine::training::{Setup, Start};

/// How many cells a race has at least.
pub const LEAST_CELLS: usize = 2;

/// A race: several cells learn the same task from the same seed. Equal races give equal runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Race {
    /// Who races.
    pub cells: BTreeSet<CellKind>,
    /// What is the same for all; its own cell is none of the race's.
    pub shared: Setup,
}

impl Race {
    /// The setup of one of its cells.
    #[must_use]
    pub fn setup(&self, kind: CellKind) -> Setup {
        Setup { kind, ..self.shared }
    }

    /// Checks every number, and that there are enough cells.
    ///
    /// # Errors
    /// As [`Setup::check`]; [`EngineError::Range`] for too few cells.
    pub fn check(&self) -> Result<(), EngineError> {
        if self.cells.len() < LEAST_CELLS {
            let value = if self.cells.is_empty() { 0.0 } else { 1.0 };
            return Err(EngineError::Range { what: "cells", value, allowed: "2 or 3" });
        }
        self.shared.check()
    }

    /// Lets a cell race, or not; the last two stay.
    pub fn toggle(&mut self, kind: CellKind) {
        let raced = self.cells.remove(&kind);
        if !raced || self.cells.len() < LEAST_CELLS {
            self.cells.insert(kind);
        }
    }

    /// The road that this race is, if it is one.
    #[must_use]
    pub fn road(&self) -> Option<&'static Road> {
        ROADS.iter().find(|road| road.on(self) == *self)
    }
}

impl Default for Race {
    fn default() -> Self {
        Self { cells: CellKind::ALL.into_iter().collect(), shared: Setup::default() }
    }
}

/// A prepared race: how open the road is on which the error comes back to the first step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Road {
    /// The `x` of `road-x`, its name.
    pub slug: &'static str,
    /// The sequence length T.
    pub length: usize,
    /// How the weights begin.
    pub start: Start,
}

/// All of them; the digits 1 to 4 open them.
pub const ROADS: [Road; 4] = [
    Road { slug: "none", length: 20, start: Start::Torch },
    Road { slug: "half", length: 20, start: Start::Forget(1.0) },
    Road { slug: "open", length: 20, start: Start::Forget(2.0) },
    Road { slug: "longer", length: 50, start: Start::Forget(2.0) },
];

impl Road {
    /// The race on this road: everything but the seed and who races is as prepared.
    #[must_use]
    pub fn on(&self, race: &Race) -> Race {
        let Self { length, start, .. } = *self;
        let shared = Setup { length, start, seed: race.shared.seed, ..Setup::default() };
        Race { cells: race.cells.clone(), shared }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_two_cells_stay() {
        let mut race = Race::default();
        for kind in CellKind::ALL {
            race.toggle(kind);
            assert!(race.cells.len() >= LEAST_CELLS && race.check().is_ok(), "{race:?}");
        }
        race.toggle(CellKind::Rnn);
        assert_eq!(race.cells.len(), 3);
    }

    #[test]
    fn a_road_keeps_seed_and_cells_and_is_found_again() {
        let mut race = Race::default();
        race.toggle(CellKind::Gru);
        race.shared.seed = 7;
        race.shared.batch = 8;
        assert_eq!(race.road(), None);
        for road in &ROADS {
            let on = road.on(&race);
            assert_eq!((&on.cells, on.shared.seed, on.road()), (&race.cells, 7, Some(road)));
            assert_eq!(on.check(), Ok(()));
        }
    }
}
