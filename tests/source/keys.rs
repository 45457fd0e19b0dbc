//! The words: every language has every key, with the same values to fill in, and the code names no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::reader::{Source, files, none, root, rust_files};

/// The language whose words are written first; the others follow it.
const FIRST: &str = "en";

/// One text of a locale.
struct Entry {
    place: String,
    text: String,
}

/// The texts of a language by file and key: `explore.ftl`, `plot-gates`.
type Locale = BTreeMap<(String, String), Entry>;

fn languages() -> Vec<String> {
    let folders = fs::read_dir(root().join("assets/locales")).expect("assets/locales");
    let mut names: Vec<_> =
        folders.map(|folder| folder.expect("a folder").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert!(names.len() >= 2 && names.contains(&FIRST.to_owned()), "{names:?}");
    names
}

/// Reads a language. A text can go on in indented lines; a key that stands twice is an error.
fn locale(language: &str) -> Locale {
    let mut entries = Locale::new();
    for path in files(&format!("assets/locales/{language}")) {
        let text = fs::read_to_string(root().join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let file = path.rsplit('/').next().unwrap_or_default().to_owned();
        let mut last = None;
        for (line, words) in (1..).zip(text.lines()) {
            if words.starts_with(' ') {
                let more: Option<&mut Entry> = last.clone().and_then(|key| entries.get_mut(&key));
                more.unwrap_or_else(|| panic!("{path}:{line}: no key to go on with")).text.push_str(words);
                continue;
            }
            let Some((key, text)) = words.split_once(" = ").filter(|_| !words.starts_with('#')) else {
                assert!(words.is_empty() || words.starts_with('#'), "{path}:{line}: neither a key nor a comment");
                continue;
            };
            let place = format!("{path}:{line}");
            let key = (file.clone(), key.to_owned());
            last = Some(key.clone());
            let before = entries.insert(key, Entry { place: place.clone(), text: text.to_owned() });
            assert!(before.is_none(), "{place}: the key stands twice");
        }
    }
    entries
}

/// The names in `{ $name }`.
fn values(text: &str) -> BTreeSet<&str> {
    let names = text.split("{ $").skip(1);
    names.filter_map(|rest| rest.split([' ', '}']).next()).collect()
}

/// The marks `[f]` in a text, each of which gives a part its colour, as many times as they stand there.
fn marks(text: &str) -> Vec<&str> {
    let mut marks: Vec<_> =
        text.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(mark, _)| mark).collect();
    marks.retain(|mark| ["b", "i", "f", "o", "g", "S", "rnn", "/"].contains(mark));
    marks.sort_unstable();
    marks
}

#[test]
fn every_language_has_every_key_with_the_same_values_and_marks() {
    let first = locale(FIRST);
    let mut broken = Vec::new();
    for language in languages().iter().filter(|language| *language != FIRST) {
        let other = locale(language);
        for (key, entry) in &first {
            let Some(told) = other.get(key) else {
                broken.push(format!("{}: \"{}\" is missing in {language}", entry.place, key.1));
                continue;
            };
            if values(&entry.text) != values(&told.text) {
                broken.push(format!(
                    "{}: fills in {:?}, {FIRST} {:?}",
                    told.place,
                    values(&told.text),
                    values(&entry.text)
                ));
            }
            if marks(&entry.text) != marks(&told.text) {
                broken.push(format!("{}: marks {:?}, {FIRST} {:?}", told.place, marks(&told.text), marks(&entry.text)));
            }
        }
        let extra = other.iter().filter(|(key, _)| !first.contains_key(*key));
        broken.extend(extra.map(|(key, entry)| format!("{}: \"{}\" is missing in {FIRST}", entry.place, key.1)));
    }
    none(&broken, "every language has the same keys and fills in the same");
}

/// Whether a literal has the form of a key: `plot-gates`.
fn is_key(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    let letters = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    parts.iter().all(letters) && text.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Whether a literal is what [`Words`](paint_dilution::locale::Words) are asked for; egui's ids have a `with` too.
fn is_looked_up(before: &str) -> bool {
    [".text(", "words.with(", "words().with(", "words.find(", "words().find("].iter().any(|call| before.ends_with(call))
}

/// Files whose literals can be keys.
fn speakers() -> Vec<Source> {
    let sources = ["src/gui", "src/export", "src/locale"].into_iter().flat_map(rust_files);
    sources.filter(|source| !source.is_test()).collect()
}

#[test]
fn the_code_looks_up_no_key_that_is_missing() {
    let keys: BTreeSet<String> = locale(FIRST).into_keys().map(|(_, key)| key).collect();
    let (mut broken, mut count) = (Vec::new(), 0);
    for source in speakers() {
        for literal in source.literals.iter().filter(|literal| is_looked_up(&literal.before) && is_key(&literal.text)) {
            count += 1;
            if !keys.contains(&literal.text) {
                broken.push(format!("{}: \"{}\"", source.at(literal.line), literal.text));
            }
        }
    }
    assert!(count > 60, "{count} look-ups");
    none(&broken, "every key that is looked up is in assets/locales");
}

#[test]
fn no_key_is_left_over() {
    let literals: Vec<String> =
        speakers().into_iter().flat_map(|source| source.literals).map(|text| text.text).collect();
    let whole: BTreeSet<&str> = literals.iter().map(String::as_str).collect();
    // `preset-{slug}` makes every key that begins so a key in use.
    let begun = literals.iter().filter_map(|text| text.split_once('{')).map(|(start, _)| start);
    let begun: Vec<&str> = begun.filter(|start| start.ends_with('-')).chain(["phrase-"]).collect();
    let entries = locale(FIRST);
    // `{key}-tip` makes a key in use of whatever key in use it is added to.
    let ends: Vec<&str> =
        literals.iter().filter_map(|text| text.strip_prefix('{')?.split_once('}')).map(|(_, end)| end).collect();
    let is_added = |key: &str| {
        ends.iter()
            .filter(|end| end.starts_with('-'))
            .any(|end| key.strip_suffix(*end).is_some_and(|stem| whole.contains(stem)))
    };
    let unused = entries.iter().filter(|((_, key), _)| {
        !whole.contains(key.as_str()) && !begun.iter().any(|start| key.starts_with(start)) && !is_added(key)
    });
    let broken: Vec<_> = unused.map(|((_, key), entry)| format!("{}: \"{key}\"", entry.place)).collect();
    none(&broken, "a text that nothing shows is not kept");
}

/// Names, signs and keys of files, which are the same in every language.
const NAMES: &[&str] = &[
    "RNN LSTM GRU PyTorch Adam tanh ln chrono weight ih hh",
    // people
    "Tallec Ollivier Le",
    // of scene files
    "version paints noise seed message rnn lstm ghosts name blue left in",
    // kinds of files and of numbers
    "CSV JSON TOML UTF SVG PNG f64",
    // on the keyboard
    "Ctrl Shift Esc Home End Enter Space PageUp PageDown",
    // other people's programs, licences and fonts
    "xdg desktop portal zenity MIT Apache SIL OFL Pretendard DejaVu Sans Bitstream Vera",
];

fn is_name(word: &str) -> bool {
    NAMES.iter().any(|names| names.split(' ').any(|name| name == word))
}

/// Latin words of two letters and more in a text, without what is filled in, marks and `code`.
fn latin_words(text: &str) -> Vec<String> {
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let plain: String =
        plain.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join(" ");
    let plain: String =
        plain.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join(" ");
    let words = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    words
        .filter(|word| word.len() > 1 && word.starts_with(|first: char| first.is_ascii_alphabetic()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn korean_is_korean_but_for_names() {
    let mut broken = Vec::new();
    for ((_, key), entry) in locale("ko") {
        let foreign = latin_words(&entry.text).into_iter().filter(|word| !is_name(word));
        broken.extend(foreign.map(|word| format!("{}: \"{word}\" in {key}", entry.place)));
    }
    none(&broken, "Latin words in Korean are names only");
}

#[test]
fn the_reader_of_words_sees_values_marks_and_latin_words() {
    assert_eq!(values("{ $a } of { $b }"), BTreeSet::from(["a", "b"]));
    assert_eq!(marks("[f]x[/] and [b]y[/], [header]"), ["/", "/", "b", "f"]);
    assert_eq!(latin_words("[b]S[/] { $step }번째 `held` step"), ["step"]);
}
