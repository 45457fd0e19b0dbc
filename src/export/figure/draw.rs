//! The few shapes that a figure is made of, and how wide its text may become.

use svg::node::element::{Circle, Element, Line, Rectangle};
use svg::node::{Node, Text as Words, Value};

use crate::palette::{Dash, Rgb};

/// A colour as SVG writes it.
pub fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A length in thousandths of a pixel, which is finer than anything can be seen and keeps files small.
pub fn px(length: f64) -> f64 {
    (length * 1000.0).round() / 1000.0
}

/// Text that begins at `x` and stands on the line `y`.
pub fn text(x: f64, y: f64, size: f64, colour: Rgb, words: &str) -> Element {
    // The element `Text` of the crate would put line breaks round the words.
    let mut text = Element::new("text");
    text.assign("x", px(x));
    text.assign("y", px(y));
    text.assign("font-size", size);
    text.assign("fill", hex(colour));
    text.append(Words::new(words));
    text
}

/// As [`text`], but ending at `x`.
pub fn text_to(x: f64, y: f64, size: f64, colour: Rgb, words: &str) -> Element {
    with(text(x, y, size, colour, words), "text-anchor", "end")
}

/// As [`text`], but with its middle at `x`.
pub fn text_at(x: f64, y: f64, size: f64, colour: Rgb, words: &str) -> Element {
    with(text(x, y, size, colour, words), "text-anchor", "middle")
}

/// Text in the weight of names, titles and numerals.
pub fn bold(text: Element) -> Element {
    with(text, "font-weight", 700)
}

/// Text in the weight of labels that lead.
pub fn semibold(text: Element) -> Element {
    with(text, "font-weight", 600)
}

/// Text with a rim of the ground's colour, so that no line runs through it.
pub fn haloed(text: Element, ground: Rgb) -> Element {
    let text = with(with(text, "stroke", hex(ground)), "stroke-width", 3);
    with(with(text, "stroke-linejoin", "round"), "paint-order", "stroke")
}

fn with(mut element: Element, name: &str, value: impl Into<Value>) -> Element {
    element.assign(name, value);
    element
}

/// A filled rectangle.
pub fn rect(x: f64, y: f64, width: f64, height: f64, fill: Rgb) -> Rectangle {
    Rectangle::new()
        .set("x", px(x))
        .set("y", px(y))
        .set("width", px(width))
        .set("height", px(height))
        .set("fill", hex(fill))
}

/// A straight line.
pub fn line(from: (f64, f64), to: (f64, f64), width: f64, colour: Rgb) -> Line {
    Line::new()
        .set("x1", px(from.0))
        .set("y1", px(from.1))
        .set("x2", px(to.0))
        .set("y2", px(to.1))
        .set("stroke", hex(colour))
        .set("stroke-width", width)
}

/// A filled circle.
pub fn disc(x: f64, y: f64, radius: f64, fill: Rgb) -> Circle {
    Circle::new().set("cx", px(x)).set("cy", px(y)).set("r", px(radius)).set("fill", hex(fill))
}

/// A circle that is only a line.
pub fn ring(x: f64, y: f64, radius: f64, width: f64, colour: Rgb) -> Circle {
    let ring = Circle::new().set("cx", px(x)).set("cy", px(y)).set("r", px(radius)).set("fill", "none");
    ring.set("stroke", hex(colour)).set("stroke-width", width)
}

/// A card's ground: white, with a hairline round it.
pub fn card(x: f64, y: f64, width: f64, height: f64, fill: Rgb, hairline: Rgb) -> Rectangle {
    rect(x, y, width, height, fill).set("rx", 10).set("stroke", hex(hairline)).set("stroke-width", 1)
}

/// The value of `stroke-dasharray`, and the width of the pen: dots are drawn as wide as twice a
/// dotted line's pen, which is the radius of a dot.
pub fn pen(dash: Dash, width: f64) -> (Option<String>, f64) {
    match dash {
        Dash::Solid => (None, width),
        // A dash of no length would be a dot for some readers and nothing for others.
        Dash::Dotted { spacing } => (Some(format!("0.01 {spacing}")), 2.0 * width),
        Dash::Dashed { length } => (Some(format!("{length} {:.2}", f64::from(length) * 0.618)), width),
    }
}

/// How wide a text may become, in pixels: an estimate on the wide side, because whoever opens the
/// SVG may read it in another font than ours.
pub fn width_of(words: &str, size: f64) -> f64 {
    words.chars().map(|letter| ems(letter) * size).sum()
}

/// The width of a letter in ems: at least Pretendard's, in its bold weight.
fn ems(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'I' | '·' => 0.32,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '…' => 0.98,
        'A'..='Z' | '0'..='9' => 0.72,
        letter if u32::from(letter) >= 0x1100 && !('\u{2000}'..='\u{2bff}').contains(&letter) => 0.96,
        _ => 0.64,
    }
}

/// Text in as few lines as are no wider than `most`, about equally long; a word that is wider
/// stands alone.
pub fn wrapped(words: &str, size: f64, most: f64) -> Vec<String> {
    let lines = filled(words, size, most);
    // The narrowest width, to a hundredth of the widest, that needs no further line.
    let narrower = (1..100_u8).map(|part| filled(words, size, most * f64::from(part) / 100.0));
    narrower.into_iter().find(|narrow| narrow.len() <= lines.len()).unwrap_or(lines)
}

/// Each line takes as many words as it holds.
fn filled(words: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width_of(line, size) + width_of(word, size) + width_of(" ", size) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_parted_between_words_only_and_none_is_lost() {
        let words = "파란 물감이 1번째 시점에만 들어온다 and then 66\u{a0}% is left";
        let lines = wrapped(words, 12.0, 120.0);
        assert!(lines.len() > 2, "{lines:?}");
        assert!(lines.iter().all(|line| width_of(line, 12.0) <= 120.0), "{lines:?}");
        assert_eq!(lines.join(" "), words);
        assert_eq!(wrapped("immeasurably", 12.0, 1.0), ["immeasurably"]);
    }

    #[test]
    fn no_word_is_left_alone_on_the_last_line() {
        let words = "one two three four five six seven eight nine ten";
        let most = width_of("one two three four five six seven eight nine", 12.0);
        assert_eq!(filled(words, 12.0, most)[1], "ten");
        assert_eq!(wrapped(words, 12.0, most), ["one two three four five", "six seven eight nine ten"]);
    }
}
