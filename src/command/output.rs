//! Where a command's result goes: a file, whole or not at all, or standard output.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::CommandError;
use crate::whole_file::write_whole;

/// Writes a result to `out`, or to standard output where there is none.
///
/// A reader who has seen enough (`| head`) is no error.
///
/// # Errors
/// [`CommandError::Write`]; a file that was there is untouched then.
pub(super) fn write(out: Option<&Path>, text: &str) -> Result<(), CommandError> {
    let failed = |to: String| move |error: io::Error| CommandError::Write { to, reason: error.to_string() };
    match out {
        Some(path) => write_whole(path, text.as_bytes()).map_err(failed(path.display().to_string())),
        None => match to_stdout(text) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(failed("standard output".to_owned())),
        },
    }
}

fn to_stdout(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(text.as_bytes())?;
    stdout.flush()
}

/// Checks, before long work, that there is a folder for its result.
///
/// # Errors
/// [`CommandError::Write`].
pub(super) fn check_place(path: &Path) -> Result<(), CommandError> {
    let failed = |error: io::Error| CommandError::Write { to: path.display().to_string(), reason: error.to_string() };
    crate::whole_file::check_place(path).map_err(failed)
}

/// Tells something on standard error that does not keep the command from its result.
pub(super) fn warn(text: &str) {
    say(&format!("warning: {text}"));
}

/// Tells on standard error how things go.
pub(super) fn say(text: &str) {
    // Where nobody listens there is nobody to tell.
    let _ = writeln!(io::stderr(), "{text}");
}
