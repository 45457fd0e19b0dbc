//! The pieces that pages are made of; each takes numbers and tokens, and knows no scene.

pub mod button;
pub mod chip;
pub mod choice;
pub mod colour_chain;
mod curve_ends;
pub mod error_plot;
pub mod fold;
pub mod half_life_bars;
pub mod headline;
pub mod horizon_plot;
pub mod heat_map;
pub mod memory_block;
pub mod opened;
pub mod paint_chain;
pub mod prose;
pub mod rail;
pub mod rich_text;
pub mod roving;
pub mod stage_strip;
pub mod survival_map;
pub mod tick;
pub mod time_axis;
pub mod time_plot;
pub mod transport;
pub mod weight_slider;
