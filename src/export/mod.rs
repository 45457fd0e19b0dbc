//! Taking it away: what is on the screen as a table.

pub mod map_table;
pub mod table;
