//! What of a memory block is lit in which stage.

use eframe::egui::{Id, Ui};

use super::drawing::Sheet;
use crate::gui::stage::Stage;

/// A part of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Region {
    /// x and h', and the line that carries them to the gates.
    Sources,
    /// The line to the candidate.
    ControlG,
    /// The line to the input valve.
    ControlI,
    /// The line to the forget valve.
    ControlF,
    /// The line to the output valve.
    ControlO,
    /// The candidate, and g on its way up.
    Candidate,
    /// The input valve.
    ValveI,
    /// i·g.
    LetIn,
    /// S'.
    StateBefore,
    /// The forget valve.
    ValveF,
    /// f·S'.
    Kept,
    /// (1 − f)·S'.
    Drain,
    /// Where f·S' and i·g meet.
    Plus,
    /// The tank, and S on its way to the next step.
    State,
    /// The lens, the copy of S, and tanh.
    Copy,
    /// The output valve.
    ValveO,
    /// h.
    Shown,
}

impl Region {
    /// All of them.
    #[cfg(test)]
    pub const ALL: [Self; 17] = [
        Self::Sources,
        Self::ControlG,
        Self::ControlI,
        Self::ControlF,
        Self::ControlO,
        Self::Candidate,
        Self::ValveI,
        Self::LetIn,
        Self::StateBefore,
        Self::ValveF,
        Self::Kept,
        Self::Drain,
        Self::Plus,
        Self::State,
        Self::Copy,
        Self::ValveO,
        Self::Shown,
    ];

    /// Whether it is lit: everything while the step is looked at as a whole, else what the stage's
    /// equation names.
    #[must_use]
    pub fn is_lit(self, stage: Option<Stage>) -> bool {
        let lit: &[Self] = match stage {
            None => return true,
            Some(Stage::G) => &[Self::Sources, Self::ControlG, Self::Candidate],
            Some(Stage::I) => &[Self::Sources, Self::ControlI, Self::ValveI, Self::Candidate, Self::LetIn],
            Some(Stage::F) => {
                &[Self::Sources, Self::ControlF, Self::StateBefore, Self::ValveF, Self::Kept, Self::Drain]
            }
            Some(Stage::S) => &[
                Self::StateBefore,
                Self::ValveF,
                Self::Kept,
                Self::Candidate,
                Self::ValveI,
                Self::LetIn,
                Self::Plus,
                Self::State,
            ],
            Some(Stage::O) => &[Self::Sources, Self::ControlO, Self::ValveO],
            Some(Stage::H) => &[Self::State, Self::Copy, Self::ValveO, Self::Shown],
        };
        lit.contains(&self)
    }
}

/// How strongly the rest is drawn.
const DIM: f32 = 0.2;
/// How long a part takes to light up, in seconds.
const LIGHTS_UP_SECS: f32 = 0.12;

/// Lights the parts of a drawing.
pub struct Lamp<'s, 'a> {
    /// The sheet, fully lit.
    pub sheet: &'s Sheet<'a>,
    /// The stage that is looked at.
    pub stage: Option<Stage>,
    /// Distinguishes the drawing.
    pub id: Id,
    /// Whether nothing moves by itself.
    pub still: bool,
}

impl<'a> Lamp<'_, 'a> {
    /// How strongly a part is drawn, from [`DIM`] to 1.
    #[must_use]
    pub fn strength(&self, ui: &Ui, region: Region) -> f32 {
        let secs = if self.still { 0.0 } else { LIGHTS_UP_SECS };
        let lit = ui.ctx().animate_bool_with_time(self.id.with(region), region.is_lit(self.stage), secs);
        DIM + (1.0 - DIM) * lit
    }

    /// The sheet, to draw a part on.
    #[must_use]
    pub fn on(&self, ui: &Ui, region: Region) -> Sheet<'a> {
        self.sheet.faded(self.strength(ui, region))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_lit_in_some_stage_and_never_all_of_them() {
        for region in Region::ALL {
            assert!(region.is_lit(None));
            assert!(Stage::ALL.iter().any(|stage| region.is_lit(Some(*stage))), "{region:?} never lights up");
            assert!(Stage::ALL.iter().any(|stage| !region.is_lit(Some(*stage))), "{region:?} is always lit");
        }
    }

    #[test]
    fn a_stage_lights_the_numbers_of_its_equation() {
        let equations: [(Stage, &[Region]); 6] = [
            (Stage::G, &[Region::Sources, Region::Candidate]),
            (Stage::I, &[Region::Sources, Region::ValveI]),
            (Stage::F, &[Region::Sources, Region::ValveF]),
            (Stage::S, &[Region::StateBefore, Region::Kept, Region::LetIn, Region::State]),
            (Stage::O, &[Region::Sources, Region::ValveO]),
            (Stage::H, &[Region::ValveO, Region::Copy, Region::Shown]),
        ];
        for (stage, named) in equations {
            assert!(named.iter().all(|region| region.is_lit(Some(stage))), "{stage:?}");
        }
        assert!(!Region::Shown.is_lit(Some(Stage::S)), "h is not there before it is worked out");
    }
}
