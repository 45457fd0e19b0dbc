//! Every preset's claims hold, and its caption says in both languages what the claims check.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use paint_dilution::scene::{Claim, ClaimTest, Preset, Run, Scene, parse_scene_and_claims, preset, presets};

/// The languages whose folder has words for the presets.
const LANGUAGES: [&str; 2] = ["en", "ko"];

fn asset(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets").join(path)
}

/// The messages of a language's `presets.ftl`, each on one line.
fn words(language: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(asset(&format!("locales/{language}/presets.ftl"))).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(" = ").unwrap()).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn value(preset: &Preset, claim: &Claim) -> f64 {
    claim.check(&preset.scene, &Run::of(&preset.scene).unwrap()).unwrap().value
}

#[test]
fn every_claim_of_every_preset_holds() {
    let mut wrong = Vec::new();
    for preset in presets() {
        let run = Run::of(&preset.scene).unwrap();
        assert!(preset.claims.len() >= 3, "{} claims too little", preset.slug);
        for claim in &preset.claims {
            let checked = claim.check(&preset.scene, &run).unwrap();
            if !checked.holds {
                wrong.push(format!("{}: {claim} is {:?}", preset.slug, checked.value));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_preset_claims_something_of_both_networks() {
    for preset in presets() {
        for network in ["rnn.", "lstm."] {
            let spoken_of = preset.claims.iter().any(|claim| claim.to_string().starts_with(network));
            assert!(spoken_of, "{} says nothing of {network}", preset.slug);
        }
    }
}

#[test]
fn files_in_assets_are_the_presets_that_are_built_in() {
    let mut slugs = Vec::new();
    for entry in fs::read_dir(asset("scenes")).unwrap() {
        let path = entry.unwrap().path();
        let slug = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let (scene, claims) = parse_scene_and_claims(&slug, &fs::read_to_string(&path).unwrap()).unwrap();
        let built_in = preset(&slug).unwrap_or_else(|| panic!("{slug}.toml is not built in"));
        assert_eq!((&scene, &claims), (&built_in.scene, &built_in.claims));
        slugs.push(slug);
    }
    assert_eq!(slugs.len(), presets().len());
}

#[test]
fn every_preset_has_a_short_name_and_a_caption_in_both_languages_and_nothing_else_has() {
    for language in LANGUAGES {
        let mut words = words(language);
        for preset in presets() {
            let name = words.remove(&format!("preset-{}", preset.slug)).unwrap();
            assert!((1..=40).contains(&name.chars().count()), "{language}: \"{name}\" does not fit the menu");
            let caption = words.remove(&format!("preset-{}-caption", preset.slug)).unwrap();
            assert!(caption.ends_with(['.', '다']), "{language}: \"{caption}\" is no sentence");
        }
        assert!(words.is_empty(), "{language}: words of no preset: {words:?}");
    }
}

#[test]
fn every_number_of_a_caption_is_claimed_or_set_in_its_scene() {
    let mut wrong = Vec::new();
    for preset in presets() {
        let known = known_numbers(preset);
        for language in LANGUAGES {
            let caption = &words(language)[&format!("preset-{}-caption", preset.slug)];
            for number in numbers(caption) {
                if !known.iter().any(|known| number.says(*known)) {
                    wrong.push(format!("{language} {}: {number:?}", preset.slug));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn both_languages_give_the_same_numbers() {
    let (english, korean) = (words("en"), words("ko"));
    for (key, caption) in &english {
        let sorted = |text: &str| {
            let mut numbers: Vec<String> = numbers(text).iter().map(|number| format!("{number:?}")).collect();
            numbers.sort();
            numbers.dedup();
            numbers
        };
        assert_eq!(sorted(caption), sorted(&korean[key]), "{key}");
    }
}

/// Every number that a preset's file sets, every step and bound that it claims, and every number claimed about.
fn known_numbers(preset: &Preset) -> Vec<f64> {
    let scene = &preset.scene;
    let mut known = scene.paints.clone();
    known.extend([scene.noise, scene.message as f64, scene.length() as f64]);
    for wub in [scene.rnn, scene.lstm.i, scene.lstm.f, scene.lstm.o, scene.lstm.g] {
        known.extend([wub.w, wub.u, wub.b]);
    }
    known.extend([scene.held.i, scene.held.f, scene.held.o].into_iter().flatten());
    for claim in &preset.claims {
        known.push(value(preset, claim));
        known.extend(claim.reading.steps.map(|steps| steps.last as f64));
        if let ClaimTest::Above(bound) | ClaimTest::Below(bound) = claim.test {
            known.push(bound);
        }
    }
    known
}

/// A number as a caption writes it.
#[derive(Debug)]
struct Written {
    value: f64,
    /// The value of one unit in its last place.
    unit: f64,
}

impl Written {
    /// Whether it is `value`, rounded to the places that are written.
    fn says(&self, value: f64) -> bool {
        (self.value - value).abs() <= self.unit * 0.500_001
    }
}

/// The numbers of a text: `0.45 %`, `−0.74`, `10⁻⁹`, `100 %`.
fn numbers(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len() && (chars[at].is_ascii_digit() || is_point(&chars, at)) {
            at += 1;
        }
        let digits: String = chars[start..at].iter().collect();
        let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
        let sign = if start > 0 && chars[start - 1] == '−' { -1.0 } else { 1.0 };
        let rest: String = chars[at..].iter().collect();
        let scale = if rest.starts_with(" %") { 0.01 } else { 1.0 };
        let unit = scale * 0.1_f64.powi(i32::try_from(places).unwrap());
        let value = match rest.strip_prefix("⁻⁹") {
            Some(_) => 1e-9,
            None => sign * scale * digits.parse::<f64>().unwrap(),
        };
        found.push(Written { value, unit: if value == 1e-9 { 1e-12 } else { unit } });
    }
    found
}

/// Whether a full stop at `at` stands between digits, and ends no sentence.
fn is_point(chars: &[char], at: usize) -> bool {
    chars[at] == '.' && chars.get(at + 1).is_some_and(char::is_ascii_digit)
}

#[test]
fn a_latch_ends_at_the_same_blue_however_pale_it_was() {
    let latches = preset("latches").unwrap();
    for paint in [1.0, 0.5, 0.1, 0.01] {
        let mut scene = latches.scene.clone();
        scene.paints[0] = paint;
        let h = Run::of(&scene).unwrap().rnn.trace.h[(23, 0)];
        assert!((h - 0.859).abs() < 5e-4, "x₁ = {paint}: h₂₄ = {h}");
        scene.paints[0] = -paint;
        assert_eq!(Run::of(&scene).unwrap().rnn.trace.h[(23, 0)], -h, "orange is blue's opposite");
    }
}

#[test]
fn a_saturated_candidate_is_flatter_the_bluer_the_paint() {
    let saturated = preset("saturated").unwrap();
    for (paint, g, slope) in [(0.25, 0.635, 1.79), (0.5, 0.905, 0.54), (1.0, 0.995, 0.030)] {
        let mut scene = saturated.scene.clone();
        scene.paints = vec![paint, 0.0];
        scene.message = 1;
        let run = Run::of(&scene).unwrap();
        assert!((run.lstm.trace.g[(0, 0)] - g).abs() < 5e-4);
        assert!((run.lstm.gradient.s.at(1).unwrap() - slope).abs() < 5e-3);
    }
}

#[test]
fn noise_latches_a_latch_and_so_fakes_its_blue() {
    let latches = preset("latches").unwrap();
    let quiet: Claim = "rnn.tell_apart > 0.8".parse().unwrap();
    let noisy = Scene { noise: 0.3, ..latches.scene.clone() };
    let checked = quiet.check(&noisy, &Run::of(&noisy).unwrap()).unwrap();
    assert!(!checked.holds, "judged right: {}", checked.value);
    // Without any blue, noise alone ends in one of the two colours.
    let grey = Scene { paints: vec![0.0; 24], noise: 0.1, ..latches.scene.clone() };
    assert!(Run::of(&grey).unwrap().rnn.trace.h[(23, 0)].abs() > 0.7);
}
