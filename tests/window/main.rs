//! The window, driven through its accessibility tree as a person would drive it.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod block_pictures;
mod exporting;
mod ghosts;
mod hand;
mod help;
mod horizon;
mod keeping;
mod keyboard_only;
mod keys;
mod languages;
mod layout;
mod lesson;
mod lesson_parts;
mod lesson_stars;
mod locked;
mod maps;
mod notation;
mod opening;
mod painting;
mod parts;
mod pictures;
mod playing;
mod sliders;
mod stages;
mod tabs;
mod training;
mod training_by_keys;
mod training_insides;
mod undo;
mod valves;
mod views;
