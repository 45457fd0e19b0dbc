//! Scene files: TOML that people can read and change.

mod error;
mod ghosts;
mod map;
mod read;
mod text;

pub use error::{Named, Near, Place, SceneFileError};
pub use text::scene_text;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::{Claim, Scene};
use crate::whole_file::write_whole;

/// The version of the files that this program writes, and the newest that it reads. Version 2 added
/// ghosts and the map; files of version 1 are read as they are.
pub(crate) const VERSION: u64 = 2;
/// The oldest version that this program reads.
pub(crate) const OLDEST: u64 = 1;
/// The largest file that is read: a scene of a thousand paints takes 20 KiB, one with ghosts nine times that.
pub(crate) const MAX_BYTES: u64 = 1 << 20;

/// Reads a scene file.
///
/// # Errors
/// [`SceneFileError`] names the file, the line and what is allowed.
pub fn read_scene(path: &Path) -> Result<Scene, SceneFileError> {
    let name = path.display().to_string();
    let bytes = read_bytes(path, &name)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        SceneFileError::NotUtf8 { at: Place::after(&name, &String::from_utf8_lossy(before)) }
    })?;
    parse_scene(&name, text)
}

/// Reads a scene from a file's text; `name` stands for the file in errors.
///
/// Claims are checked for their syntax and dropped: somebody may change the scene, and then they
/// would be false.
///
/// # Errors
/// [`SceneFileError`] names the file, the line and what is allowed.
pub fn parse_scene(name: &str, text: &str) -> Result<Scene, SceneFileError> {
    parse_scene_and_claims(name, text).map(|(scene, _)| scene)
}

/// Reads a scene and what it claims of itself: presets keep their claims.
///
/// # Errors
/// [`SceneFileError`] names the file, the line and what is allowed.
pub fn parse_scene_and_claims(name: &str, text: &str) -> Result<(Scene, Vec<Claim>), SceneFileError> {
    if text.len() as u64 > MAX_BYTES {
        return Err(SceneFileError::TooLarge { file: name.to_owned() });
    }
    if text.trim().is_empty() {
        return Err(SceneFileError::Empty { file: name.to_owned() });
    }
    read::document(name, text)
}

/// Writes a scene file, whole or not at all; [`read_scene`] gives back the same scene bit for bit.
///
/// # Errors
/// [`SceneFileError::Unreadable`] when the scene could not be read back, [`SceneFileError::Write`]
/// when the operating system refuses; the old file is untouched then.
pub fn write_scene(path: &Path, scene: &Scene) -> Result<(), SceneFileError> {
    let file = || path.display().to_string();
    scene.check().map_err(|error| SceneFileError::Unreadable { file: file(), error })?;
    write_whole(path, scene_text(scene).as_bytes())
        .map_err(|error| SceneFileError::Write { file: file(), reason: error.to_string() })
}

/// A file's bytes, unless there are too many of them.
fn read_bytes(path: &Path, name: &str) -> Result<Vec<u8>, SceneFileError> {
    let file = || name.to_owned();
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => SceneFileError::Missing { file: file() },
        _ => SceneFileError::Read { file: file(), reason: error.to_string() },
    };
    if fs::metadata(path).map_err(failed)?.is_dir() {
        return Err(SceneFileError::Folder { file: file() });
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large, even one whose size is not known before.
    File::open(path).map_err(failed)?.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(SceneFileError::TooLarge { file: file() });
    }
    Ok(bytes)
}
