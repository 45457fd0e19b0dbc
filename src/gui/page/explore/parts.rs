//! The parts that the page is made of, for a page that places them otherwise.
//!
//! Each draws into a place that it is given and obeys [`View::allowed`] and [`View::veil`]; the
//! ground of its card is the page's.

pub use super::blocks::{LEAST as BLOCK_LEAST, block_ui};
pub use super::compare::place as plot_place;
pub use super::control::{HEIGHT as CONTROL_HEIGHT, control_ui};
pub use super::curves::{PlotKind, plot_ui};
pub use super::heads::{Head, card_axis, head_ui};
pub use super::map::{LEAST as MAP_LEAST, map_ui};
pub use super::{Only, View};
