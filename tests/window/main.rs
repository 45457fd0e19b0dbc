//! The window, driven through its accessibility tree as a person would drive it.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod hand;
mod help;
mod keeping;
mod keys;
mod languages;
mod layout;
mod notation;
mod painting;
mod pictures;
mod playing;
mod sliders;
mod tabs;
mod undo;
mod valves;
mod views;
