//! The window, driven through its accessibility tree as a person would drive it.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod hand;
mod keeping;
mod keys;
mod languages;
mod layout;
mod maps;
mod painting;
mod pictures;
mod playing;
mod sliders;
mod undo;
mod valves;
