//! Taking it away: what is on the screen, or was trained, as a table, and as a figure.

#[cfg(feature = "pictures")]
mod error;
pub mod figure;
pub mod horizon_table;
pub mod map_table;
#[cfg(feature = "pictures")]
pub mod picture;
pub mod table;
pub mod training_table;
#[cfg(feature = "pictures")]
mod takeaway;
pub mod torch;

#[cfg(feature = "pictures")]
pub use error::ExportError;
#[cfg(feature = "pictures")]
pub use takeaway::{Form, Takeaway};
