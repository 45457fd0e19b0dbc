//! A run as a figure: both networks side by side with their chains, gates and states, and below
//! what is left of the blue in each; as SVG whose text stays text.
//!
//! Everything is in pixels of the SVG; a picture of it is made larger.

mod chain;
mod compare;
mod draw;
#[cfg(feature = "pictures")]
mod embed;
mod heading;
mod legend;
mod network;
mod numbers;
mod plot;
mod steps;

use svg::Document;
use svg::node::element::{Description, Element, Group, Title};
use svg::node::{Node, Text};

use crate::locale::{Language, Words, headline, title};
use crate::palette::LIGHT;
use crate::scene::{Run, Scene, scene_text};
use crate::working::Network;
use draw::{bold, rect, semibold, text, text_to, width_of, wrapped};
pub use heading::Heading;
use network::{Card, network_card};

/// The width of a figure.
const WIDTH: f64 = 1200.0;
/// Round everything.
const MARGIN: f64 = 32.0;
/// Between cards.
const GAP: f64 = 16.0;
/// From the edge of a card to what is in it.
const PAD: f64 = 18.0;
/// Left of step 1: letters, axis numbers and the state before the start.
const GUTTER: f64 = 50.0;

/// The fonts that text asks for: the one within the file, then one with Hangul on every system.
const FONTS: &str =
    "'Paint Dilution Sans', Pretendard, 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif";
/// The name of the element that holds the scene, so that other programs leave it alone.
const SCENE: &str = "urn:paint-dilution:scene";

/// A scene's run, to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Figure<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// Its run.
    pub run: &'a Run,
    /// What the scene is called, and what it shows.
    pub heading: &'a Heading,
    /// The language.
    pub words: Words,
}

impl Figure<'_> {
    /// The figure as an SVG file's text.
    ///
    /// Every curve is a group of the class `series` with `data-network` and `data-quantity`, and its
    /// plot says in `data-step-one`, `data-step-width`, `data-zero` and `data-unit` where numbers
    /// stand. The scene itself, as its file has it, is in the `metadata`.
    #[must_use]
    pub fn svg_text(&self) -> String {
        let width = WIDTH - 2.0 * MARGIN;
        let (head, cards) = self.head(width);
        let column = (width - GAP) / 2.0;
        let card = |left| Card { left, top: cards, width: column };
        let compared = cards + network::HEIGHT + GAP;
        let below = compared + compare::HEIGHT + GAP;
        let (legend, legend_height) = legend::legend(self, MARGIN, below, width);
        let (foot, height) = self.foot(below + legend_height + 12.0, width);
        let page = Group::new()
            .set("font-family", FONTS)
            .add(rect(0.0, 0.0, WIDTH, height, LIGHT.card))
            .add(head)
            .add(network_card(self, Network::Rnn, card(MARGIN)))
            .add(network_card(self, Network::Lstm, card(MARGIN + column + GAP)))
            .add(compare::compare_card(self, MARGIN, compared, width))
            .add(legend)
            .add(foot);
        let tag = match self.words.language() {
            Language::Korean => "ko",
            Language::English => "en",
        };
        let document = Document::new()
            .set("viewBox", (0.0, 0.0, WIDTH, height))
            .set("width", WIDTH)
            .set("height", height)
            .set("lang", tag)
            .set("xml:lang", tag)
            .set("role", "img")
            .add(Title::new(title(self.words, self.scene)))
            .add(Description::new().add(Text::new(self.spoken())))
            .add(self.metadata());
        #[cfg(feature = "pictures")]
        let document = document.add(embed::fonts_for(&page));
        let document = document.add(page);
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}\n")
    }

    /// Title, name, caption and noise; and where the figure goes on below them.
    fn head(&self, width: f64) -> (Group, f64) {
        let words = self.words;
        let noise = (self.scene.noise > 0.0).then(|| {
            let values = [("sigma", self.scene.noise.to_string()), ("seed", self.scene.seed.to_string())];
            words.with("figure-noise", &values)
        });
        let caption = [Some(self.heading.caption.clone()), noise].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let mut head = Group::new().set("id", "head");
        let mut y = 30.0;
        for line in wrapped(&title(words, self.scene), 25.0, width) {
            y += 32.0;
            head = head.add(bold(text(MARGIN, y, 25.0, LIGHT.ink, &line)));
        }
        y += 4.0;
        for line in wrapped(&self.heading.name, 15.0, width) {
            y += 22.0;
            head = head.add(semibold(text(MARGIN, y, 15.0, LIGHT.ink, &line)));
        }
        for line in wrapped(&caption, 13.5, width) {
            y += 20.0;
            head = head.add(text(MARGIN, y, 13.5, LIGHT.faint, &line));
        }
        (head, y + 20.0)
    }

    /// The numbers to make it again and who made it; and where the figure ends.
    fn foot(&self, top: f64, width: f64) -> (Group, f64) {
        const SIZE: f64 = 10.5;
        let mut foot = Group::new().set("id", "foot");
        let made_by = format!("{} {}", self.words.text("app-name"), env!("CARGO_PKG_VERSION"));
        let lines: Vec<String> = numbers::numbers(self).iter().flat_map(|line| wrapped(line, SIZE, width)).collect();
        let mut y = top;
        for line in &lines {
            y += 16.0;
            foot = foot.add(text(MARGIN, y, SIZE, LIGHT.faint, line));
        }
        let last = lines.last().map_or(0.0, |line| width_of(line, SIZE));
        if last + width_of(&made_by, SIZE) + GAP > width {
            y += 16.0;
        }
        foot = foot.add(text_to(WIDTH - MARGIN, y, SIZE, LIGHT.faint, &made_by));
        (foot, y + 24.0)
    }

    /// What is left in each network, in a sentence.
    fn spoken(&self) -> String {
        let networks = [("network-rnn", &self.run.rnn.blue), ("network-lstm", &self.run.lstm.blue)];
        let said = networks.map(|(name, left)| {
            let headline = headline(self.words, left, self.run.length());
            let name = self.words.text(name);
            let values = [("network", name), ("numeral", headline.numeral), ("of", headline.of_spoken)];
            self.words.with("headline-spoken", &values)
        });
        format!("{}. {}", self.heading.name, said.join(". "))
    }

    /// The scene as its file has it: from it everything can be computed again.
    fn metadata(&self) -> Element {
        let mut scene = Element::new("scene");
        scene.assign("xmlns", SCENE);
        scene.append(Text::new(scene_text(self.scene)));
        let mut metadata = Element::new("metadata");
        metadata.append(scene);
        metadata
    }
}
