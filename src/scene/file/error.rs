//! What can be wrong with a scene file, and where.

use std::fmt;

use thiserror::Error;

use super::{MAX_BYTES, OLDEST, VERSION};
use crate::engine::survival::Along;
use crate::scene::{ClaimError, SceneError};

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The ghost, from 1, whose part of the file it is in.
    pub ghost: Option<u8>,
}

impl Place {
    /// The place that follows `before`, a file's text up to there; in no ghost.
    pub(crate) fn after(file: &str, before: &str) -> Self {
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        Self { file: file.to_owned(), line: before.matches('\n').count() + 1, column, ghost: None }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}", self.file, self.line)?;
        self.ghost.map_or(Ok(()), |ghost| write!(to, ": ghosts[{ghost}]"))
    }
}

/// Why a scene file was not read or not written.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SceneFileError {
    /// There is no such file.
    #[error("{file}: there is no such file")]
    Missing {
        /// The file, as it was named.
        file: String,
    },
    /// It is a folder.
    #[error("{file}: this is a folder, not a scene file")]
    Folder {
        /// The folder, as it was named.
        file: String,
    },
    /// The operating system does not let it be read.
    #[error("{file}: cannot be read: {reason}")]
    Read {
        /// The file, as it was named.
        file: String,
        /// The operating system's words.
        reason: String,
    },
    /// The operating system does not let it be written.
    #[error("{file}: cannot be written: {reason}")]
    Write {
        /// The file, as it was named.
        file: String,
        /// The operating system's words.
        reason: String,
    },
    /// The scene to write is outside its ranges, so that the file could not be read back.
    #[error("{file}: not written: {error}")]
    Unreadable {
        /// The file, as it was named.
        file: String,
        /// The number that is wrong.
        error: SceneError,
    },
    /// It is larger than any scene.
    #[error("{file}: the file is larger than {MAX_BYTES} bytes, the most that a scene file may have")]
    TooLarge {
        /// The file, as it was named.
        file: String,
    },
    /// It is empty.
    #[error("{file}: the file is empty")]
    Empty {
        /// The file, as it was named.
        file: String,
    },
    /// It is not UTF-8 text.
    #[error("{at}: the file is not UTF-8 text")]
    NotUtf8 {
        /// The first byte that is not.
        at: Place,
    },
    /// It is not TOML.
    #[error("{at}:{}: {message}", at.column)]
    Syntax {
        /// Where reading stopped.
        at: Place,
        /// What stands there, and what was expected, in the TOML reader's words.
        message: String,
    },
    /// A key that must be there is not.
    #[error("{file}: the key \"{key}\" is missing")]
    MissingKey {
        /// The file, as it was named.
        file: String,
        /// The key.
        key: &'static str,
    },
    /// A key that a ghost must have is not there.
    #[error("{at}: the key \"{key}\" is missing")]
    MissingInGhost {
        /// Where the ghost begins.
        at: Place,
        /// The key.
        key: &'static str,
    },
    /// A key that scene files do not have.
    #[error("{at}: unknown key \"{key}\"{}{}", in_table(table), instead(*near, known))]
    UnknownKey {
        /// Where it stands.
        at: Place,
        /// The key.
        key: Box<str>,
        /// The table that it stands in, such as `lstm.i`; empty at the top.
        table: Box<str>,
        /// What was perhaps meant.
        near: Option<Near>,
        /// The keys of that table.
        known: &'static [&'static str],
    },
    /// A value of the wrong type.
    #[error("{at}: {key} is {found}; {needed} is needed")]
    Type {
        /// Where the value stands.
        at: Place,
        /// The key, such as `lstm.i.w`.
        key: String,
        /// What it is.
        found: &'static str,
        /// What it should be.
        needed: &'static str,
    },
    /// A number outside its range.
    #[error("{at}: {error}")]
    Range {
        /// Where the number stands.
        at: Place,
        /// The number, and what is allowed.
        error: SceneError,
    },
    /// A layer that the page does not have.
    #[error("{at}: unknown layer \"{found}\"{}", instead(near.map(Near::Key), known))]
    Layer {
        /// Where it stands.
        at: Place,
        /// The name.
        found: String,
        /// What was perhaps meant.
        near: Option<&'static str>,
        /// The layers that there are.
        known: &'static [&'static str],
    },
    /// A name that is none of those that a map knows.
    #[error("{at}: unknown {named} \"{found}\"{}", instead(near.map(Near::Key), known))]
    Name {
        /// Where it stands.
        at: Place,
        /// What it should be the name of.
        named: Named,
        /// The name.
        found: String,
        /// What was perhaps meant.
        near: Option<&'static str>,
        /// The names that there are.
        known: &'static [&'static str],
    },
    /// Two weights that cannot be a map's axes together.
    #[error("{at}: {x} and {y} cannot be the two axes of one map")]
    Axes {
        /// Where the second stands.
        at: Place,
        /// What is along x.
        x: Along,
        /// What is along y.
        y: Along,
    },
    /// The file was written by a later release.
    #[error("{at}: version {found} is newer than this program's {VERSION}; update the program")]
    Newer {
        /// Where the version stands.
        at: Place,
        /// The file's version.
        found: i128,
    },
    /// A version that there never was.
    #[error("{at}: there is no version {found}; {OLDEST} to {VERSION} are allowed")]
    NoSuchVersion {
        /// Where the version stands.
        at: Place,
        /// The file's version.
        found: i128,
    },
    /// A claim that cannot be understood.
    #[error("{at}: {error}")]
    Claim {
        /// Where the claim stands.
        at: Place,
        /// What is wrong with it.
        error: ClaimError,
    },
}

/// What a name in `[map]` stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// What changes along an axis.
    Axis,
    /// The network that the map is of.
    Network,
    /// What the map shows.
    Shown,
}

impl fmt::Display for Named {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Axis => "axis",
            Self::Network => "network",
            Self::Shown => "kind of map",
        })
    }
}

/// What was perhaps meant by an unknown key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Near {
    /// A key of the same table that is spelt much like it.
    Key(&'static str),
    /// The very same key, which belongs to the top of the file and slipped below a table's header.
    Top,
}

impl SceneFileError {
    /// Where in the file it is, for errors that have a place.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::NotUtf8 { at }
            | Self::Syntax { at, .. }
            | Self::MissingInGhost { at, .. }
            | Self::UnknownKey { at, .. }
            | Self::Type { at, .. }
            | Self::Range { at, .. }
            | Self::Layer { at, .. }
            | Self::Name { at, .. }
            | Self::Axes { at, .. }
            | Self::Newer { at, .. }
            | Self::NoSuchVersion { at, .. }
            | Self::Claim { at, .. } => Some(at),
            _ => None,
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Missing { .. } => "look at the spelling and the folder".to_owned(),
            Self::Folder { .. } => "name a file in it".to_owned(),
            Self::Read { .. } | Self::Write { .. } => "look at the permissions and the free space".to_owned(),
            Self::Unreadable { error, .. } | Self::Range { error, .. } => error.hint().to_owned(),
            Self::TooLarge { .. } | Self::Empty { .. } | Self::NotUtf8 { .. } => {
                "a scene file is a short text; save a scene to see one".to_owned()
            }
            Self::Syntax { .. } => "the file is TOML: key = value, one a line; text in \"quotes\"".to_owned(),
            Self::MissingKey { key: "version", .. } => format!("write version = {VERSION} at the top"),
            Self::MissingKey { .. } => "write paints = [1, 0, 0], one number a step".to_owned(),
            Self::MissingInGhost { .. } => "each of the [[ghosts]] has a name and paints of its own".to_owned(),
            Self::UnknownKey { near: Some(Near::Top), .. } => {
                "in TOML what follows a [header] belongs to it".to_owned()
            }
            Self::UnknownKey { known, .. } => format!("the keys here are {}", listed(known)),
            Self::Layer { known, .. } => format!("the layers are {}", listed(known)),
            Self::Name { named: Named::Axis, known, .. } => format!("the axes are {}", listed(known)),
            Self::Name { named: Named::Network, known, .. } => format!("the networks are {}", listed(known)),
            Self::Name { named: Named::Shown, known, .. } => format!("a map shows {}", listed(known)),
            Self::Axes { .. } => "take two different ones, weights of one network, noise or T".to_owned(),
            Self::Type { .. } => "save a scene to see what each key looks like".to_owned(),
            Self::Newer { .. } => "a newer release of this program reads it".to_owned(),
            Self::NoSuchVersion { .. } => format!("write version = {VERSION}"),
            Self::Claim { error, .. } => error.hint(),
        }
    }
}

/// ` in [lstm.i]`, nothing at the top of a file.
fn in_table(table: &str) -> String {
    if table.is_empty() { String::new() } else { format!(" in [{table}]") }
}

/// What to write instead of an unknown name.
fn instead(near: Option<Near>, known: &[&str]) -> String {
    match near {
        Some(Near::Key(key)) => format!("; did you mean \"{key}\"?"),
        Some(Near::Top) => "; it belongs above the first [header]".to_owned(),
        None => format!("; {} are allowed", listed(known)),
    }
}

/// `w, u, b and held`.
fn listed(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}
