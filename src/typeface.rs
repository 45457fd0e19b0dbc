//! The fonts that come with the program, for window and pictures alike; `assets/fonts` says whence.

/// All text: Latin, Greek, Hangul, signs; one variable font, weights 400 to 700.
pub static TEXT: &[u8] = include_bytes!("../assets/fonts/text.ttf");
/// Signs that the first one lacks.
pub static SIGNS: &[u8] = include_bytes!("../assets/fonts/signs.ttf");
/// The name under which [`TEXT`] knows itself.
pub const TEXT_FAMILY: &str = "Paint Dilution Sans";
