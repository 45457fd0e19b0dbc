//! The program as somebody at a terminal meets it.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod explaining;
mod figure_layout;
mod figures;
mod horizons;
mod kit;
mod maps;
mod readme;
mod refusing;
mod tables;
mod training;
