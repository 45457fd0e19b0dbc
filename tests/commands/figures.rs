//! `figure`: what is drawn is what was computed, in one language, and none of it is cut off.

use std::collections::BTreeSet;
use std::path::Path;

use resvg::tiny_skia::Pixmap;
use roxmltree::{Document, Node};
use tempfile::TempDir;

use crate::kit::{Record, bits, errors, number, records, run, scene_file, text_of, told};
use paint_dilution::scene::{Scene, parse_scene, presets};

/// A figure drawn into a folder of its own.
struct Drawn {
    folder: TempDir,
    svg: String,
}

/// Draws the scene that the arguments name.
fn drawn(scene: &[&str], language: &str) -> Drawn {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("figure.svg");
    let out = text_of(&path);
    let arguments = [&["figure"], scene, &["--out", &out, "--lang", language]].concat();
    assert_eq!(told(&arguments), "", "nothing goes to standard output");
    Drawn { svg: std::fs::read_to_string(path).expect("the figure"), folder }
}

fn attribute(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("no {name}")).parse().expect(name)
}

fn has_class(node: &Node<'_, '_>, class: &str) -> bool {
    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|name| name == class))
}

/// The points of a series, `(x, y)` in pixels.
fn points(series: Node<'_, '_>) -> Vec<(f64, f64)> {
    let lines = series.children().filter_map(|line| line.attribute("points"));
    let pairs = lines.flat_map(|points| points.split(' ')).map(|pair| pair.split_once(',').expect("a pair"));
    pairs.map(|(x, y)| (x.parse().expect("x"), y.parse().expect("y"))).collect()
}

/// Compares every curve with the table of the same scene; a hundredth of a pixel is what may be off.
fn same_as_table(svg: &str, rows: &[Record]) {
    let document = Document::parse(svg).expect("an SVG");
    let mut found = BTreeSet::new();
    for series in document.descendants().filter(|node| has_class(node, "series")) {
        let plot = series.parent().expect("a plot");
        let [first, width, zero, unit] =
            ["data-step-one", "data-step-width", "data-zero", "data-unit"].map(|name| attribute(plot, name));
        let network = series.attribute("data-network").expect("a network");
        let quantity = series.attribute("data-quantity").expect("a quantity");
        let values: Vec<_> =
            rows.iter().filter(|row| row["network"] == network && bits(row, quantity).is_some()).collect();
        let points = points(series);
        assert_eq!(points.len(), values.len(), "{network} {quantity}");
        for (row, (x, y)) in values.iter().zip(points) {
            let at = first + (number(row, "step") - 1.0) * width;
            let height = zero - number(row, quantity) * unit;
            let place = format!("{network} {quantity} at step {}", row["step"]);
            assert!((x - at).abs() < 0.01 && (y - height).abs() < 0.01, "{place}: {x}, {y} for {at}, {height}");
        }
        found.insert(format!("{network} {quantity}"));
    }
    let all = ["lstm S", "lstm blue_left", "lstm f", "lstm h", "lstm i", "lstm o", "rnn blue_left", "rnn h"];
    assert_eq!(found.iter().collect::<Vec<_>>(), all);
}

#[test]
fn every_curve_has_the_points_of_the_trace() {
    for preset in presets() {
        let scene = ["--preset", preset.slug];
        same_as_table(&drawn(&scene, "en").svg, &records(&told(&[&["trace"][..], &scene].concat())));
    }
    let mut long = Scene { noise: 0.7, seed: 11, message: 400, ..Scene::default() };
    long.set_length(1000);
    long.paints[399] = 1.0;
    for scene in [long, Scene { paints: vec![1.0], ..Scene::default() }] {
        let (_folder, path) = scene_file(&scene);
        same_as_table(&drawn(&[&path], "ko").svg, &records(&told(&["trace", &path])));
    }
}

#[test]
fn a_swatch_stands_over_its_step_in_the_plots_of_its_network() {
    let figure = drawn(&[], "en");
    let document = Document::parse(&figure.svg).expect("an SVG");
    for id in ["rnn", "lstm"] {
        let card = document.descendants().find(|node| node.attribute("id") == Some(id)).expect(id);
        let swatches = card.descendants().find(|node| has_class(node, "swatches")).expect("swatches");
        let middles: Vec<f64> =
            swatches.children().filter(|node| node.has_tag_name("rect")).map(middle_of_rect).collect();
        let states = card.descendants().find(|node| has_class(node, "states") && node.has_tag_name("g"));
        let circles = states.expect("states").children().filter(|node| node.has_tag_name("circle"));
        let circles: Vec<f64> = circles.map(|circle| attribute(circle, "cx")).collect();
        assert_eq!((middles.len(), circles.len()), (24, 24));
        let mut plots = 0;
        for series in card.descendants().filter(|node| has_class(node, "series")) {
            plots += 1;
            for ((swatch, circle), (x, _)) in middles.iter().zip(&circles).zip(points(series)) {
                assert!((swatch - x).abs() < 0.01 && (circle - x).abs() < 0.01, "{id}: {swatch} {circle} {x}");
            }
        }
        assert_eq!(plots, if id == "rnn" { 1 } else { 5 });
    }
}

fn middle_of_rect(rect: Node<'_, '_>) -> f64 {
    attribute(rect, "x") + attribute(rect, "width") / 2.0
}

/// All that is read in a figure; the scene's file is not.
fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).expect("an SVG");
    let read = document.descendants().filter(|node| ["text", "title", "desc"].contains(&node.tag_name().name()));
    read.filter_map(|node| node.text()).map(|text| text.trim().to_owned()).collect()
}

fn hangul(text: &str) -> bool {
    text.chars().any(|letter| ('가'..='힣').contains(&letter))
}

/// Names and signs that are the same in every language.
const NAMES: [&str; 18] =
    ["RNN", "LSTM", "tanh", "x", "h", "S", "t", "T", "w", "u", "b", "i", "f", "o", "g", "σ", "i,", "f,"];

#[test]
fn a_figure_is_in_one_language() {
    for preset in presets() {
        let scene = ["--preset", preset.slug];
        let english = drawn(&scene, "en");
        assert!(english.svg.contains(" lang=\"en\""));
        let korean_in_it: Vec<_> = texts(&english.svg).into_iter().filter(|text| hangul(text)).collect();
        assert_eq!(korean_in_it, Vec::<String>::new(), "{}", preset.slug);
        let korean = drawn(&scene, "ko");
        assert!(korean.svg.contains(" lang=\"ko\""));
        let read = texts(&korean.svg);
        assert!(read.iter().filter(|text| hangul(text)).count() > 15, "{read:?}");
        for text in &read {
            let latin = text.split(|letter: char| !letter.is_ascii_alphabetic()).filter(|word| !word.is_empty());
            let foreign: Vec<_> = latin.filter(|word| !NAMES.contains(word)).collect();
            assert_eq!(foreign, Vec::<&str>::new(), "{}: {text}", preset.slug);
        }
    }
    assert_eq!(drawn(&[], "en").svg, drawn(&["--preset", "blue-survives"], "en").svg);
}

/// A system without Hangul would show boxes.
#[test]
fn a_figure_brings_its_letters_along() {
    let figure = drawn(&[], "ko");
    let document = Document::parse(&figure.svg).expect("an SVG");
    let style = document.descendants().find(|node| node.has_tag_name("style")).and_then(|node| node.text());
    let fonts: Vec<_> = style.expect("a style").split("@font-face").skip(1).collect();
    assert_eq!(fonts.len(), 3, "regular, semibold, bold");
    for (font, weight) in fonts.iter().zip([400, 600, 700]) {
        assert!(font.contains(&format!("font-family:\"Paint Dilution Sans\";font-weight:{weight};")));
        assert!(font.contains("url(data:font/ttf;base64,AAEAAAA"), "a TrueType font");
    }
    let families = document.descendants().find_map(|node| node.attribute("font-family")).expect("families");
    assert!(families.starts_with("'Paint Dilution Sans', Pretendard,"), "{families}");
    assert!(figure.svg.len() < 100_000, "{} bytes", figure.svg.len());
}

#[test]
fn without_a_language_it_is_english() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("figure.SVG");
    told(&["figure", "--out", &text_of(&path)]);
    assert_eq!(std::fs::read_to_string(path).expect("the figure"), drawn(&[], "en").svg);
}

#[test]
fn the_scene_can_be_had_back_from_a_figure() {
    let mut scene = Scene { noise: 0.25, seed: 99, message: 3, ..Scene::default() };
    scene.paints[2] = 0.1 + 0.2;
    scene.held.f = Some(0.9);
    let (_folder, path) = scene_file(&scene);
    let figure = drawn(&[&path], "ko");
    let document = Document::parse(&figure.svg).expect("an SVG");
    let kept = document.descendants().find(|node| node.has_tag_name(("urn:paint-dilution:scene", "scene")));
    assert_eq!(parse_scene("figure.svg", kept.and_then(|node| node.text()).expect("a scene")), Ok(scene));
}

#[test]
fn a_figure_says_what_is_left_held_noisy_and_nearly_nothing() {
    let read = texts(&drawn(&[], "en").svg);
    for text in ["0.45\u{a0}%", "left of the 0.762 that got in", "66\u{a0}%", "left of the 0.889 that got in"] {
        assert!(read.iter().any(|found| found == text), "{text} in {read:?}");
    }
    let read = texts(&drawn(&["--preset", "sum"], "en").svg).join("\n");
    assert!(read.contains("held: i, f") && read.contains("f held at 1") && read.contains("beyond ±1"), "{read}");
    let read = texts(&drawn(&["--preset", "gate-stuck-open"], "en").svg).join(" ");
    assert!(read.contains("σ = 0.3, seed 1."), "{read}");
    let (_folder, path) = scene_file(&Scene { paints: vec![-1.0, 0.0, 0.0], ..Scene::default() });
    let read = texts(&drawn(&[&path], "en").svg).join("\n");
    assert!(read.contains("almost nothing got in\ngot in: 1.87·10⁻⁹"), "{read}");
    assert!(read.contains("LSTM: almost nothing got in") && !read.contains("LSTM 100"), "{read}");
}

#[test]
fn as_pixels_it_is_large_and_has_blue_in_it() {
    let folder = TempDir::new().expect("a folder");
    for language in ["en", "ko"] {
        let path = folder.path().join(format!("{language}.png"));
        told(&["figure", "--out", &text_of(&path), "--lang", language]);
        let picture = Pixmap::load_png(&path).expect("a PNG");
        assert!(picture.width() >= 1600, "{} pixels", picture.width());
        let count = |colour: [u8; 3]| {
            picture.pixels().iter().filter(|pixel| [pixel.red(), pixel.green(), pixel.blue()] == colour).count()
        };
        assert!(count([0x0B, 0x57, 0xB7]) > 3000, "blue: {}", count([0x0B, 0x57, 0xB7]));
        assert!(count([0xFF, 0xFF, 0xFF]) > count([0x0B, 0x57, 0xB7]));
        assert_eq!(picture.pixels().iter().filter(|pixel| pixel.alpha() < 255).count(), 0, "the ground is drawn");
    }
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 2, "nothing is left beside them");
}

#[test]
fn another_ending_is_wrong_use_and_names_the_right_ones() {
    let folder = TempDir::new().expect("a folder");
    for name in ["figure.pdf", "figure", "svg"] {
        let path = text_of(&folder.path().join(name));
        let output = run(&["figure", "--out", &path]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(errors(&output).contains(".svg") && errors(&output).contains(".png"), "{}", errors(&output));
        assert!(!Path::new(&path).exists());
    }
    assert_eq!(run(&["figure"]).status.code(), Some(2), "a figure needs a file");
}

#[test]
fn a_figure_that_cannot_be_written_leaves_nothing() {
    let figure = drawn(&[], "en");
    let path = text_of(&figure.folder.path().join("no-folder/figure.svg"));
    let output = run(&["figure", "--out", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with(&format!("error: {path}: cannot be written: ")), "{}", errors(&output));
    assert_eq!(std::fs::read_dir(figure.folder.path()).expect("the folder").count(), 1);
}
