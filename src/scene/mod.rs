//! What somebody set up: the paints, the noise, the weights, and what is open on the page.

mod bias;
mod change;
mod check;
mod claim;
mod claim_check;
mod control;
mod file;
mod flows;
mod ghost;
mod map_view;
mod measures;
mod preset;
mod quantity;
mod reading;
mod run;
mod sequence;
mod survey;
mod trained_unit;

pub use change::{Change, ChangeError, Changes};
pub(crate) use check::shown;
pub use check::{SceneError, SceneField};
pub(crate) use claim::parse_test;
pub use claim::{Claim, ClaimError, ClaimTest};
pub use claim_check::{Checked, NoValue};
pub use control::{Control, Controls, moved};
pub(crate) use file::{MAX_BYTES, OLDEST, VERSION};
pub use file::{
    Named, Near, Place, SceneFileError, parse_scene, parse_scene_and_claims, read_scene, scene_text, write_scene,
};
pub use flows::{LstmFlows, RnnFlows};
pub use ghost::{Ghost, MAX_GHOST_NAME, MAX_GHOSTS, ghost_name_of};
pub use map_view::{LEAST_POWER, MapView};
pub use preset::{Preset, preset, presets};
pub use quantity::{ClaimNetwork, ClaimQuantity};
pub use reading::{Reading, Steps};
pub use run::{LstmRun, RnnRun, Run};
pub use sequence::{PaintsError, blue_then_grey, paints_text, parse_paints, repeated};
pub use survey::{MapLine, Survey, Surveyed};
pub use trained_unit::TrainedUnit;

use serde::{Deserialize, Serialize};

use crate::engine::cell::Held;
use crate::engine::network::{LstmUnit, Part, RnnUnit, Wub};
use crate::engine::noise;

/// The longest sequence that a scene holds.
pub const MAX_LENGTH: usize = 1000;
/// The largest seed: the largest whole number that JSON and TOML readers everywhere keep exactly.
pub const MAX_SEED: u64 = (1 << 53) - 1;

/// A sequence of paint and the two one-unit networks that it runs through.
///
/// Plain data: everything that is shown follows from it (see [`crate::scene`]).
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// The clean paints x_1 … x_T, T from 1 to [`MAX_LENGTH`]: 1 blue, 0 grey, −1 orange.
    pub paints: Vec<f64>,
    /// σ of the noise added on steps 2…T, from 0 to 1.
    pub noise: f64,
    /// The seed of the noise, at most [`MAX_SEED`].
    pub seed: u64,
    /// The step, from 1, whose paint is the message.
    pub message: usize,
    /// The plain RNN.
    pub rnn: RnnUnit,
    /// The LSTM.
    pub lstm: LstmUnit,
    /// The LSTM's gates that are held.
    pub held: Held<f64>,
    /// What is open on the page Explore.
    pub layers: Layers,
    /// The runs that are pinned behind the present one, at most [`MAX_GHOSTS`].
    pub ghosts: Vec<Ghost>,
    /// The map that is looked at.
    pub map: MapView,
}

/// The parts of the page Explore that can be open or folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layers {
    /// The networks as plumbing, with valves to drag.
    pub valves: bool,
    /// The gates and states over time.
    pub curves: bool,
    /// The sliders of all weights.
    pub weights: bool,
    /// The gradients of both networks on a log axis.
    pub gradient: bool,
    /// The map of what survives over two sliders.
    pub map: bool,
}

impl Layers {
    /// What is open in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            valves: self.valves || other.valves,
            curves: self.curves || other.curves,
            weights: self.weights || other.weights,
            gradient: self.gradient || other.gradient,
            map: self.map || other.map,
        }
    }
}

impl Default for Layers {
    fn default() -> Self {
        Self { valves: true, curves: true, weights: false, gradient: false, map: false }
    }
}

impl Default for Scene {
    /// Blue at step 1 of 24, then grey: the RNN forgets, the LSTM remembers.
    fn default() -> Self {
        Self {
            paints: blue_then_grey(24),
            noise: 0.0,
            seed: 1,
            message: 1,
            rnn: Wub::new(1.0, 0.8, 0.0),
            lstm: LstmUnit {
                i: Wub::new(12.0, 0.0, -8.0),
                f: Wub::new(0.0, 0.0, 4.0),
                o: Wub::new(0.0, 0.0, 2.0),
                g: Wub::new(1.5, 0.0, 0.0),
            },
            held: Held::none(),
            layers: Layers::default(),
            ghosts: Vec::new(),
            map: MapView::default(),
        }
    }
}

impl Scene {
    /// The sequence length T.
    #[must_use]
    pub fn length(&self) -> usize {
        self.paints.len()
    }

    /// The clean paint of the message's step; 0 where the sequence has no such step.
    #[must_use]
    pub fn message_paint(&self) -> f64 {
        self.message.checked_sub(1).and_then(|row| self.paints.get(row)).copied().unwrap_or_default()
    }

    /// The value at which a gate is held, if it is; the candidate is no gate.
    #[must_use]
    pub fn held(&self, part: Part) -> Option<f64> {
        match part {
            Part::I => self.held.i,
            Part::F => self.held.f,
            Part::O => self.held.o,
            Part::G => None,
        }
    }

    /// Where the value stands at which a gate is held, to change; the candidate has no such place.
    pub fn held_mut(&mut self, part: Part) -> Option<&mut Option<f64>> {
        match part {
            Part::I => Some(&mut self.held.i),
            Part::F => Some(&mut self.held.f),
            Part::O => Some(&mut self.held.o),
            Part::G => None,
        }
    }

    /// The inputs with their noise: what the networks see.
    #[must_use]
    pub fn inputs(&self) -> Vec<f64> {
        noise::noisy(&self.paints, self.noise, self.seed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_is_the_paint_of_its_step_and_grey_outside() {
        let scene = Scene { paints: vec![0.25, -1.0, 0.5], noise: 1.0, ..Scene::default() };
        for (message, paint) in [(0, 0.0), (1, 0.25), (2, -1.0), (3, 0.5), (4, 0.0)] {
            assert_eq!(Scene { message, ..scene.clone() }.message_paint(), paint, "step {message}");
        }
    }
}
