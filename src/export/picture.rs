//! An SVG as pixels, drawn with the fonts that come with the program and no others.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::typeface::{SIGNS, TEXT, TEXT_FAMILY};

/// A picture has so many pixels for one of the SVG's.
pub const ENLARGED: f32 = 2.0;

/// A picture that was drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pixels: Pixmap,
}

impl Picture {
    /// Draws the text of an SVG file at [`ENLARGED`] its size.
    ///
    /// # Errors
    /// The renderer's words: the text is no SVG, or there is no memory for so many pixels.
    pub fn of(svg: &str) -> Result<Self, String> {
        let tree = Tree::from_str(svg, &options()).map_err(|error| error.to_string())?;
        let size = tree.size().to_int_size().scale_by(ENLARGED).ok_or("no size")?;
        let mut pixels = Pixmap::new(size.width(), size.height()).ok_or("no memory")?;
        resvg::render(&tree, Transform::from_scale(ENLARGED, ENLARGED), &mut pixels.as_mut());
        Ok(Self { pixels })
    }

    /// Width and height in pixels.
    #[must_use]
    pub fn size(&self) -> [u32; 2] {
        [self.pixels.width(), self.pixels.height()]
    }

    /// Red, green, blue and alpha of each pixel, row by row; colours are multiplied by their alpha.
    #[must_use]
    pub fn rgba(&self) -> &[u8] {
        self.pixels.data()
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// The encoder's words.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        self.pixels.encode_png().map_err(|error| error.to_string())
    }
}

/// How an SVG is read: whatever family it asks for, the answer is our own font.
fn options() -> Options<'static> {
    let mut options = Options { font_family: TEXT_FAMILY.to_owned(), ..Options::default() };
    let fonts: &mut Database = options.fontdb_mut();
    fonts.load_font_data(TEXT.to_vec());
    fonts.load_font_data(SIGNS.to_vec());
    fonts.set_sans_serif_family(TEXT_FAMILY);
    options
}
