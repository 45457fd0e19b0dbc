//! Rules about the source itself; each prints file and line of what breaks it.
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "source/house.rs"]
mod house;
#[path = "source/keys.rs"]
mod keys;
#[path = "source/layers.rs"]
mod layers;
#[path = "source/notation.rs"]
mod notation;
#[path = "source/reader.rs"]
mod reader;
#[path = "source/words.rs"]
mod words;
