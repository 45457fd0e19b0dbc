//! The program as somebody at a terminal meets it.

mod explaining;
mod kit;
mod refusing;
mod tables;
