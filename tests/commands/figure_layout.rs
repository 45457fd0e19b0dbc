//! Nothing in a figure is cut off, runs out of its card, or lies over other text.

use resvg::usvg::{Group, Node, Options, Rect, TextChunk, Tree};

use paint_dilution::export::Takeaway;
use paint_dilution::export::figure::Heading;
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::{Scene, presets};
use paint_dilution::typeface::{SIGNS, TEXT, TEXT_FAMILY};

/// What stands in a figure, by where it stands.
#[derive(Default)]
struct Placed {
    texts: Vec<(String, Rect)>,
    cards: Vec<Rect>,
}

fn collect(group: &Group, placed: &mut Placed) {
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, placed),
            Node::Text(text) => {
                let words: String = text.chunks().iter().map(TextChunk::text).collect();
                // The outlines, not the line that they stand in.
                placed.texts.push((words, text.flattened().abs_bounding_box()));
            }
            Node::Path(path) => {
                let place = path.abs_bounding_box();
                // Cards are the only large shapes with a line round them; lines have no height.
                if path.fill().is_some() && path.stroke().is_some() && place.width() > 500.0 && place.height() > 100.0 {
                    placed.cards.push(place);
                }
            }
            Node::Image(_) => {}
        }
    }
}

fn inside(inner: Rect, outer: Rect, margin: f32) -> bool {
    inner.left() >= outer.left() + margin
        && inner.right() <= outer.right() - margin
        && inner.top() >= outer.top() + margin
        && inner.bottom() <= outer.bottom() - margin
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom()
}

/// Whether the middle of a text lies on a card.
fn on(card: Rect, text: Rect) -> bool {
    let (x, y) = ((text.left() + text.right()) / 2.0, (text.top() + text.bottom()) / 2.0);
    (card.left()..card.right()).contains(&x) && (card.top()..card.bottom()).contains(&y)
}

fn check(scene: &Scene, heading: Heading, language: Language) {
    let takeaway = Takeaway { scene: scene.clone(), heading, words: Words::new(language) };
    let svg = String::from_utf8(takeaway.bytes(paint_dilution::export::Form::Svg).expect("a figure")).expect("UTF-8");
    let mut options = Options { font_family: TEXT_FAMILY.to_owned(), ..Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_data(TEXT.to_vec());
    fonts.load_font_data(SIGNS.to_vec());
    fonts.set_sans_serif_family(TEXT_FAMILY);
    let tree = Tree::from_str(&svg, &options).expect("an SVG");
    let page = Rect::from_xywh(0.0, 0.0, tree.size().width(), tree.size().height()).expect("a page");
    let mut placed = Placed::default();
    collect(tree.root(), &mut placed);
    let name = &takeaway.heading.name;
    assert_eq!(placed.cards.len(), 3, "{name}");
    assert!(placed.texts.len() > 30, "{name}: {} texts", placed.texts.len());
    for (at, (words, place)) in placed.texts.iter().enumerate() {
        assert!(inside(*place, page, 12.0), "{name}: \"{words}\" at {place:?} leaves the page");
        for card in placed.cards.iter().filter(|card| on(**card, *place)) {
            assert!(inside(*place, *card, 6.0), "{name}: \"{words}\" at {place:?} leaves its card {card:?}");
        }
        for (others, other) in &placed.texts[..at] {
            assert!(!overlap(*place, *other), "{name}: \"{words}\" lies over \"{others}\"");
        }
    }
}

#[test]
fn presets_in_both_languages() {
    for language in Language::ALL {
        for preset in presets() {
            check(&preset.scene, Heading::of_preset(Words::new(language), preset.slug, false), language);
        }
    }
}

#[test]
fn the_shortest_the_longest_and_the_strangest_scenes() {
    let heading = |name: &str| Heading { name: name.to_owned(), caption: String::new() };
    let numbers = |scene: &mut Scene| {
        for wub in [&mut scene.rnn, &mut scene.lstm.i, &mut scene.lstm.f, &mut scene.lstm.o, &mut scene.lstm.g] {
            (wub.w, wub.u, wub.b) = (-2.123_456_789_012_345, 1.0 / 3.0, -0.1);
        }
        scene.held.i = Some(0.123_456_789_012_345);
        scene.held.o = Some(1.0 / 3.0);
    };
    for length in [1, 2, 3, 7, 12, 40, 60, 61, 100, 365, 1000] {
        let mut scene = Scene { noise: 0.7, seed: 9_007_199_254_740_991, ..Scene::default() };
        scene.set_length(length);
        for (step, paint) in (1_u16..).zip(&mut scene.paints) {
            *paint = f64::from(step).sin();
        }
        for message in [1, length.div_ceil(2), length] {
            scene.message = message;
            for language in Language::ALL {
                check(&scene, heading(&"a long name of a file ".repeat(9)), language);
            }
        }
        numbers(&mut scene);
        check(&scene, heading("긴 이름"), Language::Korean);
    }
    let mut grows = Scene { paints: vec![1.0; 1000], ..Scene::default() };
    (grows.held.i, grows.held.f) = (Some(1.0), Some(1.0));
    check(&grows, heading("grows"), Language::English);
    check(&Scene { paints: vec![-1.0; 5], ..Scene::default() }, heading("orange"), Language::Korean);
}
