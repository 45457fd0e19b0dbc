//! `train` says what the trainer says, keeps what it trained, and ends when it is told to.

use std::path::Path;

use crate::kit::{ended_by, errors, number, program, records, run, text_of, told};
use paint_dilution::checkpoint::read_model;
use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::training::{Setup, Start, Trainer};

/// A training that takes no time.
const SHORT: [&str; 9] = ["train", "--length", "5", "--hidden", "4", "--batch", "8", "--steps", "30"];

/// The same training in the library.
fn short(kind: CellKind, start: Start) -> Trainer {
    let setup = Setup { kind, start, length: 5, hidden_size: 4, batch: 8, ..Setup::default() };
    let mut trainer = Trainer::new(setup).expect("a setup that can be trained");
    (0..30).for_each(|_| trainer.step().expect("a training that goes well"));
    trainer
}

fn arguments<'a>(more: &[&'a str]) -> Vec<&'a str> {
    SHORT.into_iter().chain(more.iter().copied()).collect()
}

/// What is printed when all goes well; standard error has how things went.
fn printed(more: &[&str]) -> String {
    let output = run(&arguments(more));
    assert!(output.status.success(), "{more:?}: {}", errors(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn each_cell_is_one_line_with_the_error_of_its_trainer() {
    let expected = [
        ("lstm", short(CellKind::Lstm, Start::Forget(2.0))),
        ("rnn", short(CellKind::Rnn, Start::Torch)),
        ("gru", short(CellKind::Gru, Start::Forget(2.0))),
    ]
    .map(|(cell, trainer)| format!("{cell} {}\n", trainer.recall_error()));
    let found = printed(&["--cell", "lstm,rnn,gru"]);
    assert_eq!(found, expected.concat());
    assert!(!found.contains('e'), "decimal notation: {found}");
}

#[test]
fn without_a_number_it_is_the_default_and_every_argument_counts() {
    let output = run(&["train", "--steps", "1"]);
    let mut trainer = Trainer::new(Setup::default()).expect("the default");
    trainer.step().expect("a step");
    let error = trainer.recall_error_held(&Default::default()).expect("no gate held");
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8"), format!("lstm {error}\n"));
    let before = printed(&[]);
    for more in [
        ["--seed", "2"],
        ["--lr", "0.02"],
        ["--noise", "0.2"],
        ["--clip", "0.01"],
        ["--init", "torch"],
        ["--init", "forget:3"],
        ["--init", "chrono"],
    ] {
        assert_ne!(printed(&more), before, "{more:?}");
    }
}

#[test]
fn the_same_seed_says_the_same_and_saves_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = |name: &str| {
        let path = text_of(&folder.path().join(name));
        let text = printed(&["--save", &path]);
        (text, std::fs::read(path).expect("the file"))
    };
    assert_eq!(saved("one.safetensors"), saved("two.safetensors"));
}

#[test]
fn what_is_saved_is_the_network_and_what_trained_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("net.safetensors");
    let text = printed(&["--cell", "lstm", "--init", "chrono", "--save", &text_of(&path)]);
    let trainer = short(CellKind::Lstm, Start::Chrono);
    let saved = read_model(&path).expect("a model");
    assert_eq!(saved.model, *trainer.model());
    let error = trainer.recall_error().to_string();
    assert_eq!(text, format!("lstm {error}\n"));
    for (name, value) in [
        ("cell", "lstm"),
        ("hidden_size", "4"),
        ("T", "5"),
        ("seed", "1"),
        ("start", "chrono"),
        ("steps", "30"),
        ("recall_error", &error),
        ("format", "pt"),
    ] {
        assert_eq!(saved.notes[name], value, "{name}");
    }
}

#[test]
fn several_cells_are_several_files() {
    let folder = tempfile::tempdir().expect("a folder");
    printed(&["--cell", "gru,rnn", "--save", &text_of(&folder.path().join("net.safetensors"))]);
    let mut names: Vec<_> =
        std::fs::read_dir(folder.path()).expect("the folder").map(|file| file.expect("a file").file_name()).collect();
    names.sort();
    assert_eq!(names, ["net-gru.safetensors", "net-rnn.safetensors"]);
    let kind = |name: &str| read_model(&folder.path().join(name)).expect("a model").model.kind;
    assert_eq!((kind("net-gru.safetensors"), kind("net-rnn.safetensors")), (CellKind::Gru, CellKind::Rnn));
}

#[test]
fn the_log_is_the_trainers_curve_with_its_losses() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("run.csv");
    printed(&["--cell", "rnn,lstm", "--log", &text_of(&path)]);
    let log = std::fs::read_to_string(&path).expect("the log");
    assert!(log.starts_with("cell,step,loss,recall_error\nrnn,0,,"), "{log}");
    let rows = records(&log);
    let cells: Vec<_> = rows.iter().map(|row| (row["cell"].as_str(), row["step"].as_str())).collect();
    let steps = ["0", "10", "20", "30"];
    assert_eq!(cells, [steps.map(|step| ("rnn", step)), steps.map(|step| ("lstm", step))].concat());
    let trainer = short(CellKind::Lstm, Start::Forget(2.0));
    for (row, at) in rows[4..].iter().zip(trainer.curve()) {
        assert_eq!(number(row, "recall_error"), at.error);
    }
    assert_eq!(Some(number(&rows[7], "loss")), trainer.loss());
}

#[test]
fn without_a_terminal_lines_tell_how_it_goes() {
    let output = run(&arguments(&["--cell", "gru"]));
    let said = errors(&output);
    let lines: Vec<_> = said.lines().collect();
    assert_eq!(lines.len(), 10, "{said}");
    assert!(lines[0].starts_with("gru: step 3 of 30, loss 0.") && lines[0].ends_with(" steps/s"), "{said}");
    assert!(lines[9].starts_with("gru: step 30 of 30, "), "{said}");
}

#[test]
fn a_start_that_means_nothing_is_told_only_when_it_was_asked_for() {
    let output = run(&arguments(&["--cell", "rnn", "--init", "chrono"]));
    assert!(errors(&output).starts_with("warning: chrono does not apply to rnn; it starts as torch\n"));
    assert_eq!(output.stdout, run(&arguments(&["--cell", "rnn"])).stdout);
    assert!(!errors(&run(&arguments(&["--cell", "rnn"]))).contains("warning"));
}

#[test]
fn wrong_use_ends_with_2_and_says_what_is_right() {
    for (more, said) in [
        (vec!["--cell", "lstn"], "no cell is called \"lstn\"; there are rnn, lstm and gru"),
        (vec!["--cell", "lstm,lstm"], "lstm is given twice"),
        (vec!["--cell", ""], "no cell is called \"\""),
        (vec!["--length", "0"], "a number from 1 to 1000 is needed"),
        (vec!["--hidden", "257"], "a number from 1 to 256 is needed"),
        (vec!["--batch", "many"], "a number from 1 to 256 is needed"),
        (vec!["--steps", "0"], "a number from 1 to 10000000 is needed"),
        (vec!["--lr", "NaN"], "a number from 0.000001 to 1 is needed"),
        (vec!["--noise", "-0.1"], "a number from 0 to 1 is needed"),
        (vec!["--clip", "0"], "a number from 0.001 to 1000000 is needed"),
        (vec!["--seed", "9007199254740992"], "a number from 0 to 9007199254740991 is needed"),
        (vec!["--init", "forget"], "no start is called \"forget\"; there are torch, forget:N"),
        (vec!["--inti", "torch"], "'--init'"),
        (vec!["mine.toml"], "unexpected argument"),
    ] {
        let output = run(&[&["train"], more.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}: {}", errors(&output));
        assert!(errors(&output).contains(said), "{more:?}: {}", errors(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told_before_the_training() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = text_of(&folder.path().join("no-folder/net.safetensors"));
    let itself = text_of(folder.path());
    for (flag, path, reason) in [("--save", &nowhere, "there is no folder"), ("--log", &itself, "it is a folder")] {
        // It would take hours.
        let output = run(&["train", "--steps", "10000000", flag, path]);
        assert_eq!(output.status.code(), Some(1));
        let said = errors(&output);
        assert!(said.starts_with(&format!("error: {path}: cannot be written: {reason}")), "{said}");
        assert!(said.contains("\nhint: ") && output.stdout.is_empty(), "{said}");
    }
}

/// Ends the training of two cells with a signal once the first is under way.
#[cfg(unix)]
fn stopped_by(name: &str, folder: &Path) -> std::process::Output {
    let (model, log) = (text_of(&folder.join("net.safetensors")), text_of(&folder.join("run.csv")));
    let sizes = ["train", "--cell", "gru,lstm", "--length", "5", "--hidden", "4", "--batch", "8", "--steps", "500000"];
    // The first line comes when a tenth is done: nine times as long is left to be stopped in.
    ended_by(name, &[&sizes[..], &["--save", &model, "--log", &log]].concat())
}

#[cfg(unix)]
#[test]
fn ctrl_c_saves_and_reports() {
    for name in ["INT", "TERM"] {
        let folder = tempfile::tempdir().expect("a folder");
        let output = stopped_by(name, folder.path());
        let said = errors(&output);
        assert_eq!(output.status.code(), Some(0), "{said}");
        let step = said.split("gru: stopped after step ").nth(1).and_then(|rest| rest.split(' ').next());
        let step: usize = step.and_then(|step| step.parse().ok()).unwrap_or_else(|| panic!("{said}"));
        assert!(said.ends_with(" of 500000\nlstm: not begun\n"), "{said}");
        let saved = read_model(&folder.path().join("net-gru.safetensors")).expect("a model");
        assert_eq!(saved.notes["steps"], step.to_string());
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(text, format!("gru {}\n", saved.notes["recall_error"]));
        assert!(!folder.path().join("net-lstm.safetensors").exists());
        let log = std::fs::read_to_string(folder.path().join("run.csv")).expect("the log");
        let last = records(&log).pop().expect("a row");
        assert_eq!((&last["step"], &last["recall_error"]), (&step.to_string(), &saved.notes["recall_error"]));
    }
}

#[test]
fn the_examples_of_the_help_are_read() {
    let help = told(&["train", "--help"]);
    assert!(help.contains("Examples:") && help.contains("NAME-lstm.safetensors"), "{help}");
    for default in ["[default: lstm]", "[default: 2000]", "[default: 20]", "[default: 16]", "[default: 64]"] {
        assert!(help.contains(default), "{default}");
    }
    let examples = help.lines().filter_map(|line| line.trim_start().strip_prefix("paint-dilution train --"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut count = 0;
    for line in examples {
        let words = line.split("   ").next().unwrap_or_default().split_whitespace();
        let arguments: Vec<_> = ["--steps", "3"].into_iter().chain(words.clone().skip(1)).collect();
        let first = format!("--{}", words.clone().next().expect("a flag"));
        let output = program()
            .current_dir(folder.path())
            .args(["train", &first])
            .args(
                // The flag's value comes first, and no example is trained to its end.
                arguments[2..].iter().chain(&arguments[..2]),
            )
            .output()
            .expect("the program runs");
        assert!(output.status.success(), "{line}: {}", errors(&output));
        count += 1;
    }
    assert_eq!(count, 2);
}
