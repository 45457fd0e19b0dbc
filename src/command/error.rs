//! Why a command failed.

use thiserror::Error;

use crate::checkpoint::CheckpointError;
use crate::engine::EngineError;
use crate::export::ExportError;
use crate::export::table::TableError;
use crate::scene::SceneFileError;

/// Why a command failed; the sentence is in English, as every command's.
#[derive(Debug, Error)]
pub enum CommandError {
    /// The scene that was named cannot be read.
    #[error(transparent)]
    Scene(#[from] Box<SceneFileError>),
    /// The networks cannot be run, or there is no such step.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The numbers cannot be written down.
    #[error(transparent)]
    Table(#[from] TableError),
    /// The figure cannot be drawn.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The trained network cannot be saved.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The operating system does not let the result be written.
    #[error("{to}: cannot be written: {reason}")]
    Write {
        /// The file, or "standard output".
        to: String,
        /// The operating system's words.
        reason: String,
    },
}

impl CommandError {
    /// What to do about it; some errors say it all.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Scene(error) => Some(error.hint()),
            Self::Engine(error) => Some(error.hint().to_owned()),
            Self::Table(_) => None,
            Self::Export(error) => error.hint(),
            Self::Checkpoint(error) => Some(error.hint()),
            Self::Write { .. } => Some("look at the folder, the permissions and the free space".to_owned()),
        }
    }
}
