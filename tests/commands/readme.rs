//! What the README promises.

use crate::kit::{errors, file, program, records, told};
use paint_dilution::engine::network::TENSORS;
use paint_dilution::export::horizon_table::HORIZON_COLUMNS;
use paint_dilution::export::training_table::TRAINING_COLUMNS;
use paint_dilution::scene::presets;

const README: &str = include_str!("../../README.md");

/// The inside of the README's blocks of that language.
fn blocks(language: &str) -> Vec<&'static str> {
    let start = format!("```{language}\n");
    let blocks = README.split(start.as_str()).skip(1);
    blocks.filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn its_scene_is_one_and_its_commands_work() {
    let scene = blocks("toml").concat();
    let (_folder, path) = file(&scene);
    assert_eq!(records(&told(&["trace", &path])).len(), 8);
    let mut count = 0;
    for line in blocks("sh").iter().flat_map(|block| block.lines()) {
        let command = line.split(['#', '>']).next().unwrap_or_default().trim();
        let Some(arguments) = command.strip_prefix("paint-dilution trace").filter(|_| !line.contains("--out")) else {
            continue;
        };
        let arguments: Vec<_> = ["trace"].into_iter().chain(arguments.split_whitespace()).collect();
        assert!(!told(&arguments).is_empty(), "{line}");
        count += 1;
    }
    assert_eq!(count, 3);
}

#[test]
fn its_line_of_working_is_printed() {
    let line = blocks("text").concat();
    assert!(told(&["trace", "--explain", "12"]).contains(&line), "{line}");
}

#[test]
fn its_screen_of_the_lesson_is_one_and_says_what_is_so() {
    let text = format!("+++\n{}+++\n# Title\n\n## Screen\n\nText.\n", blocks("ini").concat());
    let chapter = paint_dilution::lesson::parse_chapter("readme", "README.md", &text).unwrap();
    let screen = &chapter.screens[0];
    assert!(screen.plan.claims.iter().all(|claim| claim.standing(&screen.scene).unwrap().met));
}

/// What stands between backquotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The names in the first column of the table that begins so.
fn described(first_line: &str) -> Vec<&'static str> {
    let table = README.split(&format!("{first_line}\n")).nth(1).and_then(|rest| rest.split("\n\n").next());
    let cells = table.expect("the table").lines().skip(1).filter_map(|line| line.split('|').nth(1));
    cells.flat_map(quoted).collect()
}

#[test]
fn its_tables_have_every_column_and_no_other() {
    let csv = told(&["trace"]);
    let header: Vec<_> = csv.lines().next().expect("a header").split(',').collect();
    assert_eq!(described("| column | is |"), header);
    assert_eq!(described("| field | is |"), HORIZON_COLUMNS);
    assert_eq!(described("| tensor | shape | is |"), TENSORS);
    let log = README.lines().find(|line| line.starts_with("The log of `train` has ")).expect("the log");
    assert_eq!(quoted(log)[1..], TRAINING_COLUMNS);
}

#[test]
fn its_trainings_begin() {
    let folder = tempfile::tempdir().expect("a folder");
    let commands =
        blocks("sh").into_iter().flat_map(str::lines).filter(|line| line.starts_with("paint-dilution train"));
    let mut count = 0;
    for line in commands {
        let command = line.split('#').next().unwrap_or_default();
        // None of them is trained to its end here.
        let arguments = command.split_whitespace().skip(1).chain(["--steps", "2"]);
        let output = program().current_dir(folder.path()).args(arguments).output().expect("the program runs");
        assert!(output.status.success(), "{line}: {}", errors(&output));
        count += 1;
    }
    assert_eq!(count, 2);
    assert!(folder.path().join("my-model.safetensors").exists() && folder.path().join("run.csv").exists());
}

#[test]
fn it_lists_the_presets_in_their_order() {
    let listed = presets().iter().map(|preset| format!("`{}`", preset.slug)).collect::<Vec<_>>().join(", ");
    assert!(README.contains(&listed), "{listed}");
}
