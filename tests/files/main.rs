//! Files: scenes are read, written and refused as promised, and the presets say the truth.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic: that is how it fails")]

mod claims;
mod damaged_files;
mod lessons;
mod models;
mod older_versions;
mod presets;
mod refused_files;
mod round_trip;
mod whole_files;
