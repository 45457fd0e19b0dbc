//! What the README promises.

use crate::kit::{file, records, told};
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
fn its_table_has_every_column_and_no_other() {
    let table = README.split("| column | is |\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the table");
    let cells = table.lines().skip(1).filter_map(|line| line.split('|').nth(1));
    let described: Vec<_> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let csv = told(&["trace"]);
    let header: Vec<_> = csv.lines().next().expect("a header").split(',').collect();
    assert_eq!(described, header);
}

#[test]
fn it_lists_the_presets_in_their_order() {
    let listed = presets().iter().map(|preset| format!("`{}`", preset.slug)).collect::<Vec<_>>().join(", ");
    assert!(README.contains(&listed), "{listed}");
}
