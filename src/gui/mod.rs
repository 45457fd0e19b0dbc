//! The window: reads what the core computed, edits the scene, and computes no number itself.

pub mod app;
mod background;
mod computed;
mod files;
pub mod fonts;
pub mod help;
mod job;
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
mod top_bar;
mod widget;
mod window;

pub use app::App;
pub use settings::{FOLDER_VARIABLE, Group, Look, Settings, Store};
pub use state::{Document, Origin, State};
pub use window::{WindowError, WindowOptions, run};
