//! Claims are read, refused and checked as they are written.

use paint_dilution::scene::{Claim, NoValue, Run, Scene};

fn claim(text: &str) -> Claim {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_claim_is_written_as_it_is_read() {
    for text in [
        "lstm.blue_left[24] > 0.6",
        "rnn.shade_left[24] < 0.001",
        "lstm.tell_apart in 0.54..0.6",
        "lstm.half_life >= 1e-9",
        "rnn.h[1] <= -0.25",
        "lstm.S[3] in -1.0..1.0",
        "lstm.h[1..19] in -0.05..0.05",
    ] {
        assert_eq!(claim(text).to_string(), text);
    }
    assert_eq!(claim(" lstm . S [ 3 ]  in  -1 .. 1 "), claim("lstm.S[3] in -1..1"));
    assert_eq!(claim("rnn.got_in>=1"), claim("rnn.got_in >= 1"));
}

#[test]
fn a_claim_that_cannot_be_understood_says_why() {
    for (text, message) in [
        ("", "\"\" is no claim"),
        ("lstm.S[3] = 1", "\"lstm.S[3] = 1\" is no claim"),
        ("blue_left[3] > 1", "\"blue_left[3] > 1\" is no claim"),
        ("lstm.S[3] in 1", "\"lstm.S[3] in 1\" is no claim"),
        ("gru.h[3] > 1", "\"gru.h[3] > 1\": there is no network \"gru\""),
        ("rnn.S[3] > 1", "\"rnn.S[3] > 1\": rnn has no \"S\""),
        ("lstm.s[3] > 1", "\"lstm.s[3] > 1\": lstm has no \"s\""),
        ("lstm.S > 1", "\"lstm.S > 1\": S needs a step"),
        ("lstm.got_in[1] > 1", "\"lstm.got_in[1] > 1\": got_in has no steps"),
        ("lstm.S[0] > 1", "\"lstm.S[0] > 1\": \"0\" is no step"),
        ("lstm.S[3..2] > 1", "\"lstm.S[3..2] > 1\": \"3..2\" is no step"),
        ("lstm.S[x] > 1", "\"lstm.S[x] > 1\": \"x\" is no step"),
        ("lstm.S[3] > blue", "\"lstm.S[3] > blue\": \"blue\" is no number"),
        ("lstm.S[3] < NaN", "\"lstm.S[3] < NaN\": \"NaN\" is no number"),
        ("lstm.S[3] in 2..1", "\"lstm.S[3] in 2..1\": nothing lies from 2.0 to 1.0"),
    ] {
        let error = text.parse::<Claim>().unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(!error.hint().is_empty());
    }
    let error = "rnn.S[3] > 1".parse::<Claim>().unwrap_err();
    assert_eq!(error.hint(), "rnn has got_in, blue, blue_left, shade_left, tell_apart, gradient, h");
}

#[test]
fn a_claim_holds_only_when_it_is_true() {
    let scene = Scene::default();
    let run = Run::of(&scene).unwrap();
    for (text, holds) in [
        ("lstm.blue_left[24] > 0.65", true),
        ("lstm.blue_left[24] > 0.66", false),
        ("lstm.blue_left[1] >= 1", true),
        ("lstm.blue_left[1] > 1", false),
        ("rnn.blue_left[1] <= 1", true),
        ("rnn.blue_left[1] < 1", false),
        ("lstm.blue_left[1] in 1..1", true),
        ("lstm.blue[24] in 0.585..0.586", true),
        ("lstm.blue_shown[24] in 0.585..0.586", false),
        ("lstm.gradient[24] in 0.301..0.302", true),
        ("lstm.gradient_h[24] in 0.301..0.302", false),
        ("lstm.half_life in 38.1..38.3", true),
        ("lstm.i[1] in 0.982..0.983", true),
        ("lstm.f[1] in 0.982..0.983", true),
        ("lstm.o[1] in 0.880..0.881", true),
        ("lstm.g[1] in 0.905..0.906", true),
        ("lstm.h[1] in 0.626..0.627", true),
        ("lstm.S[1] in 0.888..0.889", true),
        ("rnn.got_in in 0.761..0.762", true),
        ("rnn.gradient[24] in 0.0010..0.0012", true),
        ("rnn.shade_left[24] > 0", true),
        ("lstm.shade_left[24] in 0.658..0.660", true),
    ] {
        let checked = claim(text).check(&scene, &run).unwrap();
        assert_eq!(checked.holds, holds, "{text}: {}", checked.value);
    }
}

#[test]
fn a_claim_about_several_steps_holds_only_when_it_holds_at_each() {
    let scene = Scene::default();
    let run = Run::of(&scene).unwrap();
    let checked = |text: &str| claim(text).check(&scene, &run).unwrap();
    let s = |step: usize| run.lstm.trace.s[(step - 1, 0)];
    // S falls from step to step: the last is what a lower bound fails on first.
    assert_eq!(checked("lstm.S[1..24] > 0.5").value, s(24));
    assert!(checked("lstm.S[1..24] > 0.5").holds && !checked("lstm.S[1..24] > 0.6").holds);
    assert_eq!(checked("lstm.S[1..24] < 0.8").value, s(1));
    assert_eq!(checked("lstm.S[2..24] in 0.7..0.8").value, s(24));
    assert!(matches!(claim("lstm.S[20..25] > 0").check(&scene, &run), Err(NoValue::Step { step: 25, length: 24 })));
}

#[test]
fn a_claim_about_nothing_is_an_error() {
    let grey = Scene { paints: vec![0.0; 4], message: 2, ..Scene::default() };
    let run = Run::of(&grey).unwrap();
    let error = |text: &str| claim(text).check(&grey, &run).unwrap_err();
    assert_eq!(error("lstm.S[5] > 0"), NoValue::Step { step: 5, length: 4 });
    assert_eq!(error("lstm.S[5] > 0").to_string(), "step 5 is not in the sequence; it has steps 1 to 4");
    assert_eq!(
        error("lstm.blue_left[3] > 0").to_string(),
        "blue_left has no number at step 3: nothing got in, or the message comes later"
    );
    assert_eq!(
        error("rnn.gradient[1] > 0").to_string(),
        "gradient has no number at step 1: it is not finite, or the message comes later"
    );
    // Without noise all ends of a kind are one: there is nothing to judge.
    assert!(matches!(error("rnn.tell_apart > 0"), NoValue::Engine(_)));
}
