//! The command line: what can be asked (`args.rs`), and one file for each command.
//!
//! A command takes arguments, computes as the window does, and writes. `main` tells the error.

mod args;
mod error;
mod explain;
mod figure;
mod grid;
mod horizon;
mod list;
mod map;
mod output;
mod progress;
mod trace;
mod train;
mod watch;

pub use args::{
    Arguments, Command, FigureArguments, FigureFile, Format, HorizonArguments, MapArguments, SceneArguments,
    ShownArgument, TraceArguments, TrainArguments, WindowArguments,
};
pub use error::CommandError;
pub use explain::Explanation;
pub use figure::figure;
pub use grid::{Grid, Span};
pub use horizon::horizon;
pub use list::{Cells, CommaSeparated, Shard};
pub use map::map;
pub use trace::trace;
pub use train::train;
