//! Files that are written whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// Writes a file so that at every moment either the old one or the whole new one is there.
///
/// The bytes go to a file beside it, reach the disk, and only then take its name. A file that
/// exists keeps its permissions, a new one gets an ordinary new file's; a link stays a link.
/// What is no ordinary file (a pipe, `/dev/stdout`) cannot be replaced and is simply written to.
///
/// # Errors
/// The operating system's; the old file is untouched then.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A rename would replace a link, not what it points to.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let existing = fs::metadata(&path).ok();
    if existing.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
        return fs::write(&path, bytes);
    }
    // The system would name the file beside it, which nobody asked for.
    let folder = existing_folder_of(&path)?;
    let mut file = new_file_in(&folder)?;
    if let Some(found) = existing.filter(fs::Metadata::is_file) {
        file.as_file().set_permissions(found.permissions())?;
    }
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    keep_name(&folder);
    Ok(())
}

/// Finds out, before there is anything to write, that [`write_whole`] could not: long work should not
/// end in an error that could have been told when it began.
///
/// # Errors
/// There is no such folder, it is one itself, or nothing can be written in it.
pub fn check_place(path: &Path) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    match fs::metadata(&path) {
        Ok(found) if found.is_dir() => Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder")),
        Ok(found) if !found.is_file() => Ok(()),
        _ => new_file_in(&existing_folder_of(&path)?).map(drop),
    }
}

/// The folder that a file stands in, if there is one; a bare name stands in the present one.
fn existing_folder_of(path: &Path) -> io::Result<PathBuf> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    };
    if folder.is_dir() {
        Ok(folder)
    } else {
        Err(io::Error::new(io::ErrorKind::NotFound, format!("there is no folder \"{}\"", folder.display())))
    }
}

/// A new file of a name that nobody else has; it vanishes when it is not persisted.
fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    let permissions = ordinary_permissions();
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    // Without the name, which nobody gave.
    builder.prefix(".paint-dilution-").tempfile_in(folder).map_err(|error| error.kind().into())
}

/// What an ordinary new file has, before the user's mask; a temporary one would be its owner's only.
#[cfg(unix)]
fn ordinary_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

/// Elsewhere a new file has its folder's permissions.
#[cfg(not(unix))]
fn ordinary_permissions() -> Option<Permissions> {
    None
}

/// Makes the new name outlast a power cut. The file is whole either way, so a folder that cannot
/// be opened (or a system where none can) is no error.
fn keep_name(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        drop(folder.sync_all());
    }
}
