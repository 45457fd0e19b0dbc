//! What a page may ask of the program; all of it is carried out in one place.

use std::path::PathBuf;

use super::lesson::Ask;
use super::page::Page;
use super::settings::{Group, Look};
use super::stage::Stage;
use super::state::Dialog;
use crate::export::Form;
use crate::locale::{Language, Notation};

/// Something asked for. Changes of the scene are not among them: a page edits the scene itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Open a page.
    Page(Page),
    /// Something of the lesson.
    Lesson(Ask),
    /// Go to a step, from 1.
    GoTo(usize),
    /// Go so many steps on, or back.
    StepBy(isize),
    /// Go to the next stage, or to the one before.
    StageBy(Way),
    /// Look at a stage of the step at hand, or at the step as a whole.
    LookAt(Option<Stage>),
    /// Play, or pause.
    TogglePlay,
    /// Train, or rest.
    ToggleTraining,
    /// Do one training step.
    TrainOnce,
    /// Begin the race anew, seed and all.
    ResetTraining,
    /// Race on a prepared road, by its number from 0.
    Road(usize),
    /// Copy the network that is looked at as lines of Python.
    CopyModel,
    /// Close the horizon, or else the unit that is open.
    LeaveInsides,
    /// Train every racer at every length.
    BeginHorizon,
    /// Stop that; what has finished stays.
    CancelHorizon,
    /// Show what came of it in the place of the race, or the race.
    ShowHorizon(bool),
    /// Save it as a table.
    SaveHorizon,
    /// Play at another speed.
    Speed(f64),
    /// Start over at the end, or do not.
    Loops(bool),
    /// Keep still, or do not.
    ReduceMotion(bool),
    /// Let go of what is being dragged, as if it had not been touched.
    LetGo,
    /// Take the last change back.
    Undo,
    /// Make the change taken back again.
    Redo,
    /// Back to the scene as it was opened, with the present seed.
    Reset,
    /// Pin the present run as a ghost.
    PinGhost,
    /// Open a preset, by its slug.
    Preset(&'static str),
    /// Ask for a scene file and open it.
    OpenFile,
    /// Open this scene file.
    OpenPath(PathBuf),
    /// Ask for a place and save the scene there.
    SaveFile,
    /// Copy everything shown as CSV.
    CopyCsv,
    /// Speak this language.
    Language(Language),
    /// Light, dark, or as the system says.
    Theme(Look),
    /// Write the cell state in this way.
    Notation(Notation),
    /// Draw everything larger, smaller, or in its own size.
    Zoom(Zoom),
    /// For a lecture hall, or for a desk.
    ToggleProjector,
    /// The whole screen, or a window.
    ToggleFullScreen,
    /// Fold a group of sliders, or unfold it.
    Fold(Group, bool),
    /// Open a window over the page, or close it.
    Dialog(Option<Dialog>),
    /// Say something to the person in front of the window.
    Say(String),
    /// Close the notice.
    CloseNotice,
    /// Ask for a place and write the figure or the numbers there.
    Export(Form),
    /// Copy the figure as pixels.
    CopyFigure,
}

/// On, or back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// On.
    On,
    /// Back.
    Back,
}

/// A change of the size in which everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zoom {
    /// A tenth larger.
    In,
    /// A tenth smaller.
    Out,
    /// Its own size.
    Own,
}
