//! The window: reads what the core computed, edits the scene, and computes no number itself.
//!
//! Nine modules whose names say little:
//!
//! * `job`: a file dialog, or one file read or written, in a thread of its own; what comes of it is
//!   in `files`.
//! * `live`: a scene with its numbers, surveys, time and undo: what a page that has a scene has.
//! * `lesson`: the lesson as it is being read: the screen, its answers, its challenge.
//! * `background`: any long computation beside the frames, the latest request only.
//! * `surveys`: the two that run there, the map and tell-apart.
//! * `training`: the race of the page Train in a thread of its own, and how it stands.
//! * `thinned`: curves with fewer points, for ghosts of long sequences.
//! * `stage`: the six stages of one step of time, g to h.
//! * `help`: what stands where on the page, and the overlay that names it.

pub mod app;
mod background;
mod computed;
mod files;
pub mod fonts;
pub mod help;
mod history;
mod job;
pub mod lesson;
mod live;
mod page;
mod playback;
mod request;
mod settings;
mod shortcut;
mod stage;
mod state;
mod surveys;
pub mod theme;
pub mod thinned;
mod thread;
mod top_bar;
pub mod training;
mod widget;
mod window;

pub use app::App;
pub use page::Page;
pub use page::explore::parts;
pub use settings::{FOLDER_VARIABLE, Group, Look, Settings, Store};
pub use state::{Document, Origin, State};
pub use window::{WindowError, WindowOptions, run};
