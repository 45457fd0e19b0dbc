//! A scene file that is wrong is refused with the file, the line, and what is allowed.

use std::fs;

use paint_dilution::scene::{Scene, SceneError, SceneField, SceneFileError, parse_scene, read_scene, write_scene};

/// The error for a file of two good lines and these.
fn refused(more: &str) -> SceneFileError {
    refused_text(&format!("version = 1\npaints = [1, 0]\n{more}\n"))
}

/// The error for this text.
fn refused_text(text: &str) -> SceneFileError {
    match parse_scene("a.toml", text) {
        Err(error) => {
            assert!(!error.hint().is_empty());
            error
        }
        Ok(scene) => panic!("{text} was read as {scene:?}"),
    }
}

#[test]
fn unknown_keys_are_refused_with_the_key_that_was_meant() {
    for (more, message) in [
        ("mesage = 1", "a.toml:3: unknown key \"mesage\"; did you mean \"message\"?"),
        (
            "colour = 1",
            "a.toml:3: unknown key \"colour\"; \
             version, message, noise, seed, layers, paints, claims, rnn, lstm, map and ghosts are allowed",
        ),
        ("\n[rnn]\nx = 1", "a.toml:5: unknown key \"x\" in [rnn]; w, u and b are allowed"),
        ("[lstm.h]\nw = 1", "a.toml:3: unknown key \"h\" in [lstm]; i, f, o and g are allowed"),
        ("[lstm.i]\nw = 1\nheldd = 1", "a.toml:5: unknown key \"heldd\" in [lstm.i]; did you mean \"held\"?"),
        ("[lstm.g]\nheld = 1", "a.toml:4: unknown key \"held\" in [lstm.g]; w, u and b are allowed"),
        ("[rnn]\nnoise = 1", "a.toml:4: unknown key \"noise\" in [rnn]; it belongs above the first [header]"),
        (
            "\"a\\nb\" = 1",
            "a.toml:3: unknown key \"a\\nb\"; \
             version, message, noise, seed, layers, paints, claims, rnn, lstm, map and ghosts are allowed",
        ),
        ("layers = [\n  \"curves\",\n  \"curvs\"]", "a.toml:5: unknown layer \"curvs\"; did you mean \"curves\"?"),
        (
            "layers = [\"xyz\"]",
            "a.toml:3: unknown layer \"xyz\"; valves, curves, weights, gradient and map are allowed",
        ),
        ("[map]\nz = \"f.b\"", "a.toml:4: unknown key \"z\" in [map]; x, y, shows and network are allowed"),
    ] {
        assert_eq!(refused(more).to_string(), message);
    }
}

#[test]
fn values_of_the_wrong_type_are_refused_with_what_is_needed() {
    for (more, message) in [
        ("noise = \"0.1\"", "a.toml:3: noise is a text; a number is needed"),
        ("seed = 1.5", "a.toml:3: seed is a number with a fraction; a whole number is needed"),
        ("message = true", "a.toml:3: message is true or false; a whole number is needed"),
        ("layers = \"curves\"", "a.toml:3: layers is a text; an array is needed"),
        ("layers = [1]", "a.toml:3: an entry of layers is a whole number; a text in quotes is needed"),
        ("claims = [[]]", "a.toml:3: an entry of claims is an array; a text in quotes is needed"),
        ("rnn = 1", "a.toml:3: rnn is a whole number; a table is needed"),
        ("[lstm]\ni = 1979-05-27", "a.toml:4: lstm.i is a date or time; a table is needed"),
        ("[lstm.f.b]", "a.toml:3: lstm.f.b is a table; a number is needed"),
    ] {
        assert_eq!(refused(more).to_string(), message);
    }
    let paints = refused_text("version = 1\npaints = [\n  1,\n  \"grey\",\n]");
    assert_eq!(paints.to_string(), "a.toml:4: the paint of step 2 is a text; a number is needed");
    assert_eq!(
        refused_text("version = 1\npaints = 1").to_string(),
        "a.toml:2: paints is a whole number; an array is needed"
    );
}

#[test]
fn numbers_outside_their_ranges_are_refused_with_the_range() {
    for (more, message) in [
        ("noise = -0.1", "a.toml:3: noise is -0.1; a number from 0 to 1 is allowed"),
        ("noise = nan", "a.toml:3: noise is NaN; a number from 0 to 1 is allowed"),
        ("seed = -1", "a.toml:3: seed is -1; a whole number from 0 to 9007199254740991 is allowed"),
        (
            "seed = 9007199254740992",
            "a.toml:3: seed is 9007199254740992; a whole number from 0 to 9007199254740991 is allowed",
        ),
        ("message = 0", "a.toml:3: message is 0; a whole number from 1 to 2 is allowed"),
        ("message = 3", "a.toml:3: message is 3; a whole number from 1 to 2 is allowed"),
        ("[rnn]\nu = 3.001", "a.toml:4: rnn.u is 3.001; a number from -3 to 3 is allowed"),
        ("[rnn]\nb = -inf", "a.toml:4: rnn.b is -inf; a number from -3 to 3 is allowed"),
        ("[lstm.i]\n\nw = 17", "a.toml:5: lstm.i.w is 17.0; a number from -16 to 16 is allowed"),
        ("lstm.o.b = 1e400", "a.toml:3: lstm.o.b is inf; a number from -12 to 12 is allowed"),
        ("lstm.g.b = -4", "a.toml:3: lstm.g.b is -4.0; a number from -3 to 3 is allowed"),
        ("lstm.f.held = 1.5", "a.toml:3: lstm.f.held is 1.5; a number from 0 to 1 is allowed"),
    ] {
        assert_eq!(refused(more).to_string(), message);
    }
    for (text, message) in [
        ("version = 1\npaints = []", "a.toml:2: paints has 0 steps; 1 to 1000 are allowed"),
        (
            "version = 1\npaints = [\n  1, 0,\n  0, -1.5, 2,\n]",
            "a.toml:4: the paint of step 4 is -1.5; a number from -1 to 1 is allowed",
        ),
    ] {
        assert_eq!(refused_text(text).to_string(), message);
    }
    let long = refused_text(&format!("version = 1\npaints = [{}]", "0,".repeat(1001)));
    assert_eq!(long.to_string(), "a.toml:2: paints has 1001 steps; 1 to 1000 are allowed");
}

#[test]
fn a_whole_number_beyond_all_bounds_is_refused_and_does_not_wrap() {
    let huge = "9".repeat(60);
    assert!(matches!(refused(&format!("seed = {huge}")), SceneFileError::Range { .. } | SceneFileError::Type { .. }));
    assert!(matches!(refused(&format!("noise = {huge}")), SceneFileError::Range { .. } | SceneFileError::Type { .. }));
    assert!(matches!(refused("seed = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"), SceneFileError::Range { .. }));
}

#[test]
fn other_versions_are_refused_before_anything_else() {
    for (text, message) in [
        ("version = 3\ncolours = 3", "a.toml:1: version 3 is newer than this program's 2; update the program"),
        ("\nversion = 0", "a.toml:2: there is no version 0; 1 to 2 are allowed"),
        ("version = \"1\"", "a.toml:1: version is a text; a whole number is needed"),
        ("paints = [1]", "a.toml: the key \"version\" is missing"),
        ("version = 1", "a.toml: the key \"paints\" is missing"),
    ] {
        assert_eq!(refused_text(text).to_string(), message);
    }
}

#[test]
fn what_is_wrong_with_a_ghost_is_refused_with_its_number() {
    let start = "[[ghosts]]\nname = \"a\"\npaints = [1]\n[[ghosts]]\n";
    for (ghost, message) in [
        ("paints = [1]", "a.toml:6: ghosts[2]: the key \"name\" is missing"),
        ("name = \"b\"", "a.toml:6: ghosts[2]: the key \"paints\" is missing"),
        ("name = 1\npaints = [1]", "a.toml:7: ghosts[2]: name is a whole number; a text in quotes is needed"),
        (
            "name = \"b\"\npaints = [1, true]",
            "a.toml:8: ghosts[2]: the paint of step 2 is true or false; a number is needed",
        ),
        (
            "name = \"\\n\"\npaints = [1]",
            "a.toml:7: ghosts[2]: name is \"\\n\"; 1 to 40 characters on one line, not spaces alone, are allowed",
        ),
        ("name = \"b\"\npaints = [1]\nnoise = 2", "a.toml:9: ghosts[2]: noise is 2.0; a number from 0 to 1 is allowed"),
        (
            "name = \"b\"\npaints = [1]\nmessage = 2",
            "a.toml:9: ghosts[2]: message is 2; a whole number from 1 to 1 is allowed",
        ),
        ("name = \"b\"\npaints = []", "a.toml:8: ghosts[2]: paints has 0 steps; 1 to 1000 are allowed"),
        (
            "name = \"b\"\npaints = [1]\n[ghosts.lstm.f]\nb = 13",
            "a.toml:10: ghosts[2]: lstm.f.b is 13.0; a number from -12 to 12 is allowed",
        ),
        ("name = \"b\"\nnoize = 1", "a.toml:8: ghosts[2]: unknown key \"noize\" in [ghosts]; did you mean \"noise\"?"),
        (
            "name = \"b\"\nlayers = []",
            "a.toml:8: ghosts[2]: unknown key \"layers\" in [ghosts]; it belongs above the first [header]",
        ),
        (
            "name = \"b\"\npaints = [1]\n[ghosts.rnn]\nnoise = 1",
            "a.toml:10: ghosts[2]: unknown key \"noise\" in [ghosts.rnn]; w, u and b are allowed",
        ),
    ] {
        assert_eq!(refused(&format!("{start}{ghost}")).to_string(), message);
    }
    for (more, message) in [
        ("ghosts = 1", "a.toml:3: ghosts is a whole number; an array is needed"),
        ("ghosts = [1]", "a.toml:3: an entry of ghosts is a whole number; a table is needed"),
        ("[ghosts]\nname = \"a\"", "a.toml:3: ghosts is a table; an array is needed"),
    ] {
        assert_eq!(refused(more).to_string(), message);
    }
    let many = refused(&"[[ghosts]]\nname = \"a\"\npaints = [1]\n".repeat(9));
    assert_eq!(many.to_string(), "a.toml:3: there are 9 ghosts; at most 8 are allowed");
}

#[test]
fn text_that_is_no_toml_is_refused_with_line_and_column() {
    for (more, start) in [
        ("seed = 1\nseed = 2", "a.toml:4:1: duplicate key"),
        ("seed = ", "a.toml:3:"),
        ("seed 1", "a.toml:3:"),
        ("layers = [\"curves]", "a.toml:3:"),
        ("[rnn]\nw = 1 2", "a.toml:4:5: "),
    ] {
        let error = refused(more);
        assert!(matches!(error, SceneFileError::Syntax { .. }), "{error:?}");
        assert!(error.to_string().starts_with(start), "{error}");
        assert!(!error.to_string().contains('\n'), "{error}");
    }
}

#[test]
fn a_claim_that_cannot_be_understood_is_refused_and_good_ones_are_not_kept() {
    let error = refused("claims = [\n  \"lstm.S[1] > 0\",\n  \"lstm.z[1] > 0\"]");
    assert_eq!(error.to_string(), "a.toml:5: \"lstm.z[1] > 0\": lstm has no \"z\"");
    let read = parse_scene("a.toml", "version = 1\npaints = [1]\nclaims = [\"lstm.S[1] > 9\"]").unwrap();
    assert_eq!(read, Scene { paints: vec![1.0], ..Scene::default() });
}

#[test]
fn files_that_are_no_text_of_a_scene_are_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let error = |name: &str| {
        let text = read_scene(&path(name)).unwrap_err().to_string();
        text.strip_prefix(&path(name).display().to_string()).unwrap_or_else(|| panic!("no name: {text}")).to_owned()
    };
    fs::write(path("empty"), " \n").unwrap();
    fs::write(path("latin1"), b"version = 1\n# caf\xe9\n").unwrap();
    fs::write(path("huge"), vec![b'#'; (1 << 20) + 1]).unwrap();
    fs::create_dir(path("folder")).unwrap();
    assert_eq!(error("missing"), ": there is no such file");
    assert_eq!(error("folder"), ": this is a folder, not a scene file");
    assert_eq!(error("empty"), ": the file is empty");
    assert_eq!(error("latin1"), ":2: the file is not UTF-8 text");
    assert_eq!(error("huge"), ": the file is larger than 1048576 bytes, the most that a scene file may have");
    let SceneFileError::NotUtf8 { at } = read_scene(&path("latin1")).unwrap_err() else { panic!() };
    assert_eq!((at.line, at.column), (2, 6));
}

#[test]
fn a_scene_that_could_not_be_read_back_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scene.toml");
    let scene = Scene { noise: f64::NAN, ..Scene::default() };
    let error = write_scene(&path, &scene).unwrap_err();
    let end = "scene.toml: not written: noise is NaN; a number from 0 to 1 is allowed";
    assert!(error.to_string().ends_with(end), "{error}");
    assert!(!path.exists());
}

#[test]
fn a_check_names_the_first_number_that_is_wrong() {
    let scene = Scene { message: 25, seed: u64::MAX, ..Scene::default() };
    assert_eq!(scene.check().unwrap_err().field(), Some(SceneField::Seed));
    assert_eq!(
        Scene { message: 25, ..Scene::default() }.check(),
        Err(SceneError::Whole { field: SceneField::Message, value: 25, least: 1, most: 24 })
    );
    assert_eq!(Scene { paints: vec![], ..Scene::default() }.check(), Err(SceneError::Length { found: 0 }));
}

#[test]
fn a_map_that_cannot_be_is_refused_with_what_was_meant() {
    for (more, message) in [
        ("[map]\nx = \"f.bb\"", "a.toml:4: unknown axis \"f.bb\"; did you mean \"f.b\"?"),
        ("[map]\nx = 1", "a.toml:4: map.x is a whole number; a text in quotes is needed"),
        ("[map]\nshows = \"blue-lef\"", "a.toml:4: unknown kind of map \"blue-lef\"; did you mean \"blue-left\"?"),
        (
            "[map]\nshows = \"heat\"",
            "a.toml:4: unknown kind of map \"heat\"; blue, blue-left, shade-left and gradient are allowed",
        ),
        ("[map]\nx = \"f.b\"\ny = \"rnn.u\"", "a.toml:5: f.b and rnn.u cannot be the two axes of one map"),
        ("[map]\nx = \"o.w\"\ny = \"o.w\"", "a.toml:5: o.w and o.w cannot be the two axes of one map"),
        ("[map]\nnetwork = \"gru\"", "a.toml:4: unknown network \"gru\"; rnn and lstm are allowed"),
        ("map = 1", "a.toml:3: map is a whole number; a table is needed"),
    ] {
        assert_eq!(refused(more).to_string(), message);
    }
}
