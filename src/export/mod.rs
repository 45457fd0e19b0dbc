//! Taking it away: tables.
pub mod table;
