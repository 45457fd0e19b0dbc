//! The letters of a figure's text as fonts within the SVG, so that every browser shows it as it was
//! drawn, Hangul too where the system has none.
//!
//! A font holds the outlines of just those letters, at one weight: some 20 KB for a figure in
//! Korean, where the whole font is 800 KB. Programs that do not know fonts in an SVG take another
//! family of the list.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kurbo::BezPath;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider};
use svg::Node;
use svg::node::element::Style;
use write_fonts::FontBuilder;
use write_fonts::from_obj::ToOwnedTable;
use write_fonts::tables::cmap::Cmap;
use write_fonts::tables::glyf::{GlyfLocaBuilder, Glyph, SimpleGlyph};
use write_fonts::tables::head::Head;
use write_fonts::tables::hhea::Hhea;
use write_fonts::tables::hmtx::{Hmtx, LongMetric};
use write_fonts::tables::loca::LocaFormat;
use write_fonts::tables::maxp::Maxp;
use write_fonts::tables::post::Post;
use write_fonts::types::{Tag, Version16Dot16};

use crate::typeface::{TEXT, TEXT_FAMILY};

/// The letters of a text by its weight.
type Letters = BTreeMap<u16, BTreeSet<char>>;

/// The fonts for all text below a node.
pub fn fonts_for(page: &dyn Node) -> Style {
    let mut letters = Letters::new();
    collect(page, &mut letters);
    let faces = letters.iter().filter_map(|(weight, letters)| {
        // A font that could not be made leaves the text to the reader's fonts.
        let font = STANDARD.encode(font_of(*weight, letters)?);
        Some(format!(
            "@font-face{{font-family:\"{TEXT_FAMILY}\";font-weight:{weight};src:url(data:font/ttf;base64,{font})}}"
        ))
    });
    Style::new(faces.collect::<Vec<_>>().join("\n"))
}

/// Gathers the letters of every `text` element.
fn collect(node: &dyn Node, letters: &mut Letters) {
    let children = node.get_children().into_iter().flatten();
    if node.get_name() != "text" {
        return children.for_each(|child| collect(child.as_ref(), letters));
    }
    let weight = node.get_attributes().and_then(|attributes| attributes.get("font-weight")?.parse().ok());
    let letters = letters.entry(weight.unwrap_or(400)).or_default();
    // An escaped sign brings the letters of its name; nobody is harmed by those.
    children.for_each(|words| letters.extend(words.to_string().chars()));
}

/// A TrueType font of these letters at this weight.
fn font_of(weight: u16, letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let font = FontRef::new(TEXT).ok()?;
    let location = font.axes().location([("wght", f32::from(weight))]);
    let (charmap, metrics) = (font.charmap(), font.glyph_metrics(Size::unscaled(), &location));
    let (mut glyphs, mut widths, mut mappings) = (GlyfLocaBuilder::new(), Vec::new(), Vec::new());
    // Glyph 0 stands for what is missing; the letters follow.
    let known = letters.iter().filter_map(|letter| Some((Some(*letter), charmap.map(*letter)?)));
    for (new, (letter, old)) in (0_u16..).zip(std::iter::once((None, GlyphId::NOTDEF)).chain(known)) {
        let glyph = glyph(&font, old, (&location).into())?;
        glyphs.add_glyph(&glyph).ok()?;
        let side_bearing = glyph.bbox().map_or(0, |bounds| bounds.x_min);
        widths.push(LongMetric { advance: rounded(metrics.advance_width(old)?), side_bearing });
        mappings.extend(letter.map(|letter| (letter, GlyphId::from(new))));
    }
    let count = u16::try_from(widths.len()).ok()?;
    let (glyf, loca, format) = glyphs.build();
    // What the whole font says of its largest glyph holds for a part of it, too.
    let head = Head {
        index_to_loc_format: i16::from(matches!(format, LocaFormat::Long)),
        ..font.head().ok()?.to_owned_table()
    };
    let hhea = Hhea { number_of_h_metrics: count, ..font.hhea().ok()?.to_owned_table() };
    let maxp = Maxp { num_glyphs: count, ..font.maxp().ok()?.to_owned_table() };
    let mut made = FontBuilder::new();
    made.add_table(&glyf).ok()?.add_table(&loca).ok()?.add_table(&head).ok()?;
    made.add_table(&hhea).ok()?.add_table(&maxp).ok()?.add_table(&Hmtx::new(widths, Vec::new())).ok()?;
    made.add_table(&Cmap::from_mappings(mappings).ok()?).ok()?;
    made.add_table(&Post { version: Version16Dot16::VERSION_3_0, ..Post::default() }).ok()?;
    // Names, and with them who made the font and under which licence, go with it.
    for tag in [Tag::new(b"OS/2"), Tag::new(b"name")] {
        made.add_raw(tag, font.data_for_tag(tag)?.as_bytes());
    }
    Some(made.build())
}

/// A glyph's outline at a weight.
fn glyph(font: &FontRef<'_>, id: GlyphId, location: LocationRef<'_>) -> Option<Glyph> {
    let mut pen = Pen::default();
    if let Some(outline) = font.outline_glyphs().get(id) {
        outline.draw(DrawSettings::unhinted(Size::unscaled(), location), &mut pen).ok()?;
    }
    let empty = pen.path.elements().is_empty();
    Some(if empty { Glyph::Empty } else { Glyph::Simple(SimpleGlyph::from_bezpath(&pen.path).ok()?) })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are a few thousand units at most")]
fn rounded(width: f32) -> u16 {
    width.round() as u16
}

/// Draws an outline into a path.
#[derive(Default)]
struct Pen {
    path: BezPath,
}

fn point(x: f32, y: f32) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(point(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(point(cx, cy), point(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.curve_to(point(cx0, cy0), point(cx1, cy1), point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_has_its_letters_as_the_whole_font_has_them() {
        let letters: BTreeSet<char> = "물감 희석 RNN h₀ 10⁻⁹ σ − %".chars().collect();
        for weight in [400, 600, 700] {
            let data = font_of(weight, &letters).unwrap();
            assert!(data.len() < 12_000, "{} bytes", data.len());
            let (part, whole) = (FontRef::new(&data).unwrap(), FontRef::new(TEXT).unwrap());
            let location = whole.axes().location([("wght", f32::from(weight))]);
            for letter in &letters {
                let [new, old] = [&part, &whole].map(|font| font.charmap().map(*letter).unwrap());
                let advance = part.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(new);
                let expected = whole.glyph_metrics(Size::unscaled(), &location).advance_width(old).unwrap();
                assert!((advance.unwrap() - expected).abs() <= 0.5, "{letter}");
                assert_eq!(
                    bounds(&part, new, LocationRef::default()),
                    bounds(&whole, old, (&location).into()),
                    "{letter} at {weight}"
                );
            }
            assert_eq!(part.charmap().map('x'), None, "what is not needed is not there");
        }
    }

    /// The outline's box in whole units.
    fn bounds(font: &FontRef<'_>, id: GlyphId, location: LocationRef<'_>) -> Option<[i16; 4]> {
        glyph(font, id, location).unwrap().bbox().map(|b| [b.x_min, b.y_min, b.x_max, b.y_max])
    }
}
