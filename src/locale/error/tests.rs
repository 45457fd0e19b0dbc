//! Every error in both languages.

use super::{Said, phrase, phrase_key};
use crate::engine::network::{Parameter, Part, Term};
use crate::engine::{EngineError, NotFinite};
use crate::locale::{Language, Words};
use crate::scene::{Claim, PaintsError, SceneError, SceneField, SceneFileError, parse_paints, parse_scene};

const KOREAN: Words = Words::new(Language::Korean);
const ENGLISH: Words = Words::new(Language::English);

/// English as the program's own, and Korean in Korean, with nothing left to fill in.
fn both(error: &impl Said, display: &str, hint: &str) {
    assert_eq!(error.said(ENGLISH), display);
    assert_eq!(error.hinted(ENGLISH), hint);
    for korean in [error.said(KOREAN), error.hinted(KOREAN)] {
        assert!(korean.chars().any(|letter| ('가'..='힣').contains(&letter)), "{korean}");
        assert!(!korean.contains("{ $"), "{korean}");
    }
}

fn engine(error: EngineError) {
    both(&error, &error.to_string(), error.hint());
}

fn file(error: SceneFileError) {
    both(&error, &error.to_string(), &error.hint());
}

/// The error that a scene file's text gives.
fn wrong(text: &str) -> SceneFileError {
    parse_scene("scene.toml", text).expect_err(text)
}

#[test]
fn the_engines_errors_say_the_same_in_english_and_something_in_korean() {
    engine(EngineError::Shape { tensor: "bias_ih", found: vec![3], needed: vec![4, 1] });
    engine(EngineError::Empty { size: "T" });
    engine(EngineError::Empty { size: "an axis' number of points" });
    engine(EngineError::Rows { rows: 3, blocks: 4 });
    engine(EngineError::Step { step: 25, length: 24 });
    engine(EngineError::Range { what: "held f", value: 1.5, allowed: "a number from 0 (shut) to 1 (open)" });
    let parameter = Parameter::Lstm(Part::F, Term::B);
    engine(EngineError::Axis { along: parameter.into(), reason: "it is the other axis already" });
    let wrong = |index, step| NotFinite { tensor: "weight_ih", index, step, value: f64::NEG_INFINITY };
    engine(EngineError::NotFinite(wrong(vec![1, 0], None)));
    engine(EngineError::NotFinite(wrong(vec![], Some(3))));
}

#[test]
fn a_scenes_errors_say_the_same_in_english_and_something_in_korean() {
    let number = |field| SceneError::Number { field, value: 2.0, least: -1.0, most: 1.0 };
    let whole = |field| SceneError::Whole { field, value: -3, least: 1, most: 24 };
    let weight = SceneField::Weight(Parameter::Lstm(Part::G, Term::W));
    let errors = [
        SceneError::Length { found: 0 },
        number(SceneField::Paint(3)),
        number(SceneField::Noise),
        number(weight),
        number(SceneField::Held(Part::O)),
        whole(SceneField::Seed),
        whole(SceneField::Message),
        SceneError::Ghosts { found: 9 },
        SceneError::GhostName { name: "a\nb".to_owned() },
        SceneError::Ghost { ghost: 2, error: Box::new(number(weight)) },
        SceneError::Ghost { ghost: 2, error: Box::new(SceneError::Length { found: 0 }) },
    ];
    for error in errors {
        both(&error, &error.to_string(), error.hint());
        let pasted = PaintsError::Range(error.clone());
        both(&pasted, &pasted.to_string(), pasted.hint());
        file(SceneFileError::Unreadable { file: "scene.toml".to_owned(), error });
    }
    for text in ["", "1 0 blue"] {
        let error = parse_paints(text).unwrap_err();
        both(&error, &error.to_string(), error.hint());
    }
}

#[test]
fn a_scene_files_errors_say_the_same_in_english_and_something_in_korean() {
    let name = || "scene.toml".to_owned();
    file(SceneFileError::Missing { file: name() });
    file(SceneFileError::Folder { file: name() });
    file(SceneFileError::Read { file: name(), reason: "denied".to_owned() });
    file(SceneFileError::Write { file: name(), reason: "full".to_owned() });
    file(SceneFileError::TooLarge { file: name() });
    file(SceneFileError::NotUtf8 { at: wrong("version = 3").place().unwrap().clone() });
    for text in [
        " ",
        "version 1",
        "paints = [1]",
        "version = 1",
        "version = 0",
        "version = 3",
        "version = 1\npaint = [1]",
        "version = 1\nzzz = 1",
        "version = 1\npaints = [1]\n[lstm.f]\nhold = 1",
        "version = 1\npaints = [1]\n[lstm.f]\nhedl = 1",
        "version = 1\npaints = [1]\n[rnn]\nnoise = 0.5",
        "version = 1\npaints = 1",
        "version = 1\npaints = [\"blue\"]",
        "version = 1\npaints = [true]\n",
        "version = 1\npaints = [1]\nlayers = [1]",
        "version = 1\npaints = [1]\nlayers = [[]]",
        "version = 1.5",
        "version = 2020-01-01",
        "version = 1\npaints = [1]\nrnn = 1",
        "version = 1\npaints = [1]\nlayers = [\"curve\"]",
        "version = 1\npaints = [1]\nlayers = [\"zzz\"]",
        "version = 2\npaints = [1]\n[map]\nx = \"f.bb\"",
        "version = 2\npaints = [1]\n[map]\ny = \"zzz\"",
        "version = 2\npaints = [1]\n[map]\nshows = \"blu\"",
        "version = 2\npaints = [1]\n[map]\nx = \"f.b\"\ny = \"rnn.u\"",
        "version = 1\npaints = [1]\nnoise = 2",
        "version = 1\npaints = [1]\nclaims = [\"rnn.h > 0\"]",
        "version = 2\npaints = [1]\n[[ghosts]]\nname = \"a\"",
        "version = 2\npaints = [1]\n[[ghosts]]\npaints = [true]\nname = \"a\"",
        "version = 2\npaints = [1]\n[[ghosts]]\npaints = [1]\nname = \" \"",
        "version = 2\npaints = [1]\nghosts = [1]",
    ] {
        file(wrong(text));
    }
}

#[test]
fn a_claims_errors_say_the_same_in_english_and_something_in_korean() {
    for text in [
        "rnn",
        "gru.h[1] > 0",
        "rnn.S[1] > 0",
        "rnn.h > 0",
        "rnn.got_in[1] > 0",
        "rnn.h[0] > 0",
        "rnn.h[1] > blue",
        "rnn.h[1] in 2..1",
    ] {
        let error = text.parse::<Claim>().unwrap_err();
        both(&error, &error.to_string(), &error.hint());
    }
}

#[test]
fn the_place_in_the_file_stays_in_front() {
    let error = wrong("version = 1\npaints = [1]\n[lstm.f]\nhedl = 1");
    assert!(error.said(KOREAN).starts_with("scene.toml:4: "), "{}", error.said(KOREAN));
    let error = wrong("version = 1\npaints = [1,");
    assert!(error.said(KOREAN).starts_with("scene.toml:2:"), "{}", error.said(KOREAN));
}

#[test]
fn korean_names_a_paint_and_an_entry_in_korean() {
    assert!(wrong("version = 1\npaints = [\"blue\"]").said(KOREAN).contains("1번째 시점의 물감"));
    assert!(wrong("version = 1\npaints = [1]\nlayers = [1]").said(KOREAN).contains("layers의 항목"));
}

/// The parts of sentences that the engine and the reader of files put into their errors.
#[test]
fn every_english_part_of_a_sentence_has_its_key() {
    let sources = [
        include_str!("../../engine/survival/tell_apart.rs"),
        include_str!("../../engine/survival/map/mod.rs"),
        include_str!("../../engine/survival/map/axis.rs"),
        include_str!("../../engine/survival/sequence.rs"),
        include_str!("../../engine/cell/held.rs"),
        include_str!("../../engine/training/setup.rs"),
        include_str!("../../working/open.rs"),
        include_str!("../../scene/file/read.rs"),
    ];
    let mut count = 0;
    for line in sources.iter().flat_map(|source| source.lines()) {
        for start in ["allowed: \"", "reason = \"", "size: \"", "what: \"", "value, \"", "=> \"", "number(\"", "S, \""]
        {
            let Some((_, rest)) = line.split_once(start) else { continue };
            let Some((text, _)) = rest.split_once('"') else { continue };
            // Single words (T, σ, a key) need no translation, and attributes have reasons too.
            if !text.contains(' ') || line.contains("expect(") || text.len() == 1 {
                continue;
            }
            count += 1;
            for words in [ENGLISH, KOREAN] {
                assert!(words.find(&phrase_key(text)).is_some(), "{text:?} has no {}", phrase_key(text));
            }
            assert_eq!(phrase(ENGLISH, text), text);
        }
    }
    assert!(count >= 15, "{count}");
}
