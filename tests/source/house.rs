//! Size, colours, and what belongs to somebody's machine.

use std::fs;

use crate::reader::{files, none, root, rust_files};

/// The longest that a file may be, in lines.
const LONGEST: usize = 400;

#[test]
fn no_file_is_longer_than_400_lines() {
    let sources = rust_files("src").into_iter().chain(rust_files("tests"));
    let lengths = sources.map(|source| (source.text.lines().count(), source.path));
    let broken: Vec<_> =
        lengths.filter(|(length, _)| *length > LONGEST).map(|(n, path)| format!("{path}:{n}")).collect();
    none(&broken, "a file has one idea and at most 400 lines");
}

#[test]
fn every_file_begins_with_what_it_is_for() {
    let sources = rust_files("src").into_iter().filter(|source| !source.text.starts_with("//! "));
    none(&sources.map(|source| source.at(1)).collect::<Vec<_>>(), "a file begins with one sentence after //!");
}

#[test]
fn colours_are_made_in_the_theme_only() {
    let mut broken = Vec::new();
    for source in rust_files("src") {
        if ["src/gui/theme.rs", "src/paint.rs"].contains(&source.path.as_str()) {
            continue;
        }
        for (at, _) in source.code.match_indices("Color32::") {
            let name = &source.code[at + "Color32::".len()..];
            let name: String = name.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            // A colour that is none is no choice of colour.
            let makes = name.starts_with("from_") || name.chars().all(|letter| !letter.is_lowercase());
            if makes && name != "TRANSPARENT" && name != "PLACEHOLDER" {
                let line = source.code[..at].matches('\n').count() + 1;
                broken.push(format!("{}: Color32::{name}", source.at(line)));
            }
        }
    }
    none(&broken, "colours stand in src/gui/theme.rs, by their meaning");
}

/// Folders and files that people read, besides the source.
const READ: [&str; 8] = ["src", "tests", "assets/locales", "assets/scenes", "docs", "benches", ".ci", "README.md"];

#[test]
fn nothing_names_a_place_on_somebodys_machine() {
    // Put together here, or this file would name them.
    let places = ["work", "home", "root", "Users"].map(|folder| format!("/{folder}/"));
    let mut broken = Vec::new();
    let mut read = 0;
    for path in READ.iter().flat_map(|folder| {
        if folder.contains('.') && !folder.starts_with('.') { vec![(*folder).to_owned()] } else { files(folder) }
    }) {
        // What is no text (a picture, a font) says nothing to people.
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        read += 1;
        for (line, words) in (1..).zip(text.lines()) {
            let named = places.iter().filter(|place| words.contains(place.as_str()));
            broken.extend(named.map(|place| format!("{path}:{line}: {place}")));
        }
    }
    assert!(read > 50, "{read} files");
    none(&broken, "no path of a machine");
}
