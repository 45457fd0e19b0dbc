//! Taking it away: what is on the screen as a table.

pub mod table;
