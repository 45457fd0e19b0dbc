//! The embedded fonts: one variable font in three weights, and one for signs that it lacks.

use std::sync::Arc;

use eframe::egui::epaint::text::VariationCoords;
use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};

use crate::typeface::{SIGNS, TEXT};

/// The family for labels that carry weight.
pub const SEMIBOLD: &str = "semibold";
/// The family for names, titles and numerals.
pub const BOLD: &str = "bold";

/// The names of the font data, by weight.
const WEIGHTS: [(&str, f32); 3] = [("text-regular", 400.0), ("text-semibold", 600.0), ("text-bold", 700.0)];
const SIGNS_NAME: &str = "signs";

/// Makes the embedded fonts the only ones: the same picture everywhere, and a glyph that they lack
/// is seen in a test and not first on somebody's screen.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The font definitions.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, weight) in WEIGHTS {
        let tweak = FontTweak { coords: VariationCoords::new([(b"wght", weight)]), ..FontTweak::default() };
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(TEXT).tweak(tweak)));
    }
    fonts.font_data.insert(SIGNS_NAME.to_owned(), Arc::new(FontData::from_static(SIGNS)));
    let [regular, semibold, bold] = WEIGHTS.map(|(name, _)| vec![name.to_owned(), SIGNS_NAME.to_owned()]);
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(FontFamily::Name(SEMIBOLD.into()), semibold);
    fonts.families.insert(FontFamily::Name(BOLD.into()), bold);
    fonts
}
