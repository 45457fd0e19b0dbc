//! Rust files as a reader of rules sees them: code without comments and texts, and the texts apart.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One file of the package.
pub struct Source {
    /// Its path, from the package's folder.
    pub path: String,
    /// The code; comments, the insides of texts, and tests are blank, lines stay where they are.
    pub code: String,
    /// The texts in the code that are in no attribute and no test.
    pub literals: Vec<Literal>,
    /// The whole text.
    pub text: String,
}

/// A text in quotes.
pub struct Literal {
    /// The line of its first quote, from 1.
    pub line: usize,
    /// What stands before it, down to the last letter that is no space.
    pub before: String,
    /// What stands between the quotes, escapes as they are.
    pub text: String,
}

impl Source {
    /// `path:line`, to print.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }

    /// Whether the whole file is a test.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs")
    }

    /// Reads a file's text.
    fn of(path: String, text: String) -> Self {
        let (mut code, literals) = split(&text);
        let mut hidden = ranges(&code, "#[cfg(test)]\n", '{', '}');
        hidden.extend(ranges(&code, "#[", '[', ']'));
        hidden.extend(ranges(&code, "#![", '[', ']'));
        let literals = literals.into_iter().filter(|(place, _)| !hidden.iter().any(|range| range.contains(place)));
        let literals = literals.map(|(place, literal)| literal_of(&text, place, literal)).collect();
        for range in hidden {
            blank(&mut code, range);
        }
        Self { path, code: code.into_iter().collect(), literals, text }
    }
}

/// Every Rust file under a folder of the package, in order.
pub fn rust_files(folder: &str) -> Vec<Source> {
    let mut sources: Vec<Source> = files(folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| {
            let text = fs::read_to_string(root().join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            Source::of(path, text)
        })
        .collect();
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!sources.is_empty(), "no file under {folder}");
    sources
}

/// Every file under a folder of the package, but for what a build leaves there.
pub fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(root().join(&folder)) else { continue };
        for entry in entries.map(|entry| entry.expect("a readable folder")) {
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.extend((entry.file_name() != "target").then_some(path));
            } else {
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The package's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Panics with all of them, if there are any.
pub fn none(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}\n{}", broken.join("\n"));
}

/// A literal, its line, and what stands before it.
fn literal_of(text: &str, place: usize, literal: String) -> Literal {
    let before: String = text.chars().take(place).collect();
    let line = before.matches('\n').count() + 1;
    Literal { line, before: before.trim_end().to_owned(), text: literal }
}

/// Code with comments and the insides of texts blanked, and the texts with their places (in characters).
fn split(text: &str) -> (Vec<char>, Vec<(usize, String)>) {
    let mut code: Vec<char> = text.chars().collect();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let rest = &code[at..];
        let end = if rest.starts_with(&['/', '/']) {
            at + rest.iter().position(|letter| *letter == '\n').unwrap_or(rest.len())
        } else if rest.starts_with(&['/', '*']) {
            at + block_comment(rest)
        } else if rest[0] == '\'' {
            at += character(rest);
            continue;
        } else if let Some((open, close)) = text_in(rest) {
            // A letter before r" or b" makes it the end of a name.
            literals.push((at, rest[open..close].iter().collect()));
            blank(&mut code, at + open..at + close);
            at += close + 1;
            continue;
        } else {
            at += 1;
            continue;
        };
        blank(&mut code, at..end);
        at = end;
    }
    (code, literals)
}

/// The length of a block comment, which can hold others.
fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with(&['/', '*']) {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(&['*', '/']) {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// The length of a character in quotes, or 1 for the tick of a lifetime.
fn character(rest: &[char]) -> usize {
    match rest {
        [_, '\\', ..] => rest.iter().skip(3).position(|letter| *letter == '\'').map_or(1, |end| end + 4),
        [_, _, '\'', ..] => 3,
        _ => 1,
    }
}

/// Where a text that begins here has its inside: after the opening and before the closing quote.
fn text_in(rest: &[char]) -> Option<(usize, usize)> {
    if rest[0] == '"' {
        let mut at = 1;
        while at < rest.len() && rest[at] != '"' {
            at += if rest[at] == '\\' { 2 } else { 1 };
        }
        return Some((1, at.min(rest.len())));
    }
    let marks = rest.iter().skip(1).take_while(|letter| **letter == '#').count();
    if rest[0] != 'r' || rest.get(marks + 1) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', marks)).collect();
    let open = marks + 2;
    let end = rest[open..].windows(close.len()).position(|letters| letters == close).unwrap_or(rest.len() - open);
    Some((open, open + end))
}

/// From each `start` on, to the end of the first bracket that opens after (or at) its end.
fn ranges(code: &[char], start: &str, open: char, close: char) -> Vec<Range<usize>> {
    let start: Vec<char> = start.chars().collect();
    let begins = code.windows(start.len()).enumerate().filter(|(_, letters)| *letters == start);
    begins.map(|(at, _)| at..closed(code, at + 1, open, close)).collect()
}

/// The end of the first bracket that opens from `from` on; of a statement that has none, its end.
fn closed(code: &[char], from: usize, open: char, close: char) -> usize {
    let mut depth = 0;
    for (at, letter) in code.iter().enumerate().skip(from) {
        if *letter == open {
            depth += 1;
        } else if *letter == close {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        } else if *letter == ';' && depth == 0 {
            return at;
        }
    }
    code.len()
}

fn blank(code: &mut [char], range: Range<usize>) {
    for letter in &mut code[range] {
        if *letter != '\n' {
            *letter = ' ';
        }
    }
}

#[test]
fn the_reader_tells_code_from_comments_texts_attributes_and_tests() {
    let text = r##"
// "not a text"
/* "nor /* "this" */ */
#[expect(dead_code, reason = "an attribute's")]
fn one<'a>(x: &'a str) -> char { call("a \" b", r#"c " d"#, '"', '\'') }
#[cfg(test)]
mod tests { fn two() { crate::gui::run("in a test") } }
fn three() { "after it" }
"##;
    let source = Source::of("x.rs".to_owned(), text.to_owned());
    let texts: Vec<_> = source.literals.iter().map(|literal| (literal.line, literal.text.as_str())).collect();
    assert_eq!(texts, [(5, "a \\\" b"), (5, "c \" d"), (8, "after it")]);
    assert!(!source.code.contains("crate::gui") && !source.code.contains("text") && !source.code.contains("after"));
    assert!(source.code.contains("fn three()"));
    assert_eq!(source.code.lines().count(), source.text.lines().count());
}
