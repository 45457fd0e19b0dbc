//! The command line: what can be asked (`args.rs`), and one file for each command.
//!
//! A command takes arguments, computes as the window does, and writes. `main` tells the error.

mod args;
mod error;
mod explain;
mod figure;
mod grid;
mod map;
mod output;
mod progress;
mod trace;

pub use args::{
    Arguments, Command, FigureArguments, FigureFile, Format, MapArguments, SceneArguments, ShownArgument,
    TraceArguments, WindowArguments,
};
pub use error::CommandError;
pub use explain::Explanation;
pub use figure::figure;
pub use grid::{Grid, Span};
pub use map::map;
pub use trace::trace;
