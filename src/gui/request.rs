//! What a page may ask of the program; all of it is carried out in one place.

use std::path::PathBuf;

use super::settings::{Group, Look};
use super::state::Dialog;
use crate::locale::{Language, Notation};

/// Something asked for. Changes of the scene are not among them: a page edits the scene itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Request {
    /// Go to a step, from 1.
    GoTo(usize),
    /// Go so many steps on, or back.
    StepBy(isize),
    /// Play, or pause.
    TogglePlay,
    /// Play at another speed.
    Speed(f64),
    /// Start over at the end, or do not.
    Loops(bool),
    /// Keep still, or do not.
    ReduceMotion(bool),
    /// Take the last change back.
    Undo,
    /// Make the change taken back again.
    Redo,
    /// Back to the scene as it was opened, with the present seed.
    Reset,
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
