//! What goes wrong is said in one sentence, with what to do, and an exit code.

use crate::kit::{errors, file, program, run, text_of, told};
use paint_dilution::scene::presets;

#[test]
fn a_broken_scene_is_named_with_file_and_line() {
    let (_folder, path) = file("version = 1\npaints = [1, 0]\n[lstm.f]\nhedl = 1\n");
    for arguments in [vec!["trace", &path], vec![&path]] {
        if arguments[0] != "trace" && !cfg!(feature = "gui") {
            continue;
        }
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let expected = format!(
            "error: {path}:4: unknown key \"hedl\" in [lstm.f]; did you mean \"held\"?\n\
             hint: the keys here are w, u, b and held\n"
        );
        assert_eq!(errors(&output), expected);
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_missing_scene_is_named() {
    let output = run(&["trace", "nowhere.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with("error: nowhere.toml: there is no such file\nhint: "), "{}", errors(&output));
}

#[test]
fn wrong_use_ends_with_2_and_says_what_is_right() {
    for (arguments, said) in [
        (vec!["trace", "--preset", "latch"], "'latches'"),
        (vec!["trace", "--preset", "latch"], "cannot-learn"),
        (vec!["trace", "--fromat", "csv"], "'--format'"),
        (vec!["trace", "--format", "xml"], "json"),
        (vec!["trace", "--explain", "first"], "'first'"),
        (vec!["trace", "a.toml", "--preset", "sum"], "cannot be used with"),
        (vec!["--lang", "fr"], "ko"),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", errors(&output));
        assert!(errors(&output).contains(said), "{arguments:?}: {}", errors(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn help_has_examples_and_the_presets() {
    let help = told(&["--help"]);
    assert!(help.contains("Examples:") && help.contains("paint-dilution trace"), "{help}");
    let help = told(&["trace", "--help"]);
    assert!(help.contains("Examples:") && help.contains("--explain 12"), "{help}");
    for preset in presets() {
        assert!(help.contains(preset.slug), "{}", preset.slug);
    }
    assert_eq!(told(&["--version"]), format!("paint-dilution {}\n", env!("CARGO_PKG_VERSION")));
}

/// The examples that the help gives are ones that work.
#[test]
fn the_examples_of_the_help_run() {
    let help = told(&["trace", "--help"]);
    let examples = help.split("Examples:\n").nth(1).expect("examples");
    let mut count = 0;
    for line in examples.lines().filter(|line| !line.contains("my-scene")) {
        let command = line.trim_start().split("   ").next().unwrap_or_default();
        let command = command.split('>').next().unwrap_or_default();
        let arguments: Vec<_> = command.split_whitespace().skip(1).collect();
        assert!(!told(&arguments).is_empty(), "{line}");
        count += 1;
    }
    assert_eq!(count, 2);
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = text_of(&folder.path().join("no-folder/out.csv"));
    let output = run(&["trace", "--out", &path]);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with(&format!("error: {path}: cannot be written: ")), "{}", errors(&output));
    assert!(output.stdout.is_empty());
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

/// A disk that is full is told, unlike a reader who has gone.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let output = program().arg("trace").stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).starts_with("error: standard output: cannot be written: "), "{}", errors(&output));
}

/// On a system with a window server that needs no variable, the window would open.
#[cfg(target_os = "linux")]
#[test]
fn without_a_display_one_line_names_trace() {
    let output = program().output().expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let said = errors(&output);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.starts_with("error: ") && said.contains("`paint-dilution trace`"), "{said}");
    assert!(output.stdout.is_empty());
}
