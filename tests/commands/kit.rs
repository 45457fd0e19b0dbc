//! Running the program, and reading what it wrote.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use paint_dilution::scene::{Scene, write_scene};

/// The program, away from the user's settings and any display.
pub fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_paint-dilution"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(name);
    }
    program.env("PAINT_DILUTION_CONFIG", std::env::temp_dir().join("paint-dilution-no-settings"));
    program
}

/// Runs the program with these arguments.
pub fn run(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("the program runs")
}

/// What it wrote when all went well; nothing may stand on standard error then.
pub fn told(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", errors(&output));
    assert_eq!(errors(&output), "", "{arguments:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What it wrote on standard error.
pub fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// A folder with a scene file in it, and the file's path.
pub fn scene_file(scene: &Scene) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("mine.toml");
    write_scene(&path, scene).expect("a scene that can be written");
    (folder, text_of(&path))
}

/// A folder with a file of that text in it, and the file's path.
pub fn file(text: &str) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("scene.toml");
    std::fs::write(&path, text).expect("a file");
    (folder, text_of(&path))
}

pub fn text_of(path: &Path) -> String {
    path.to_str().expect("a path in UTF-8").to_owned()
}

/// One row of a table, its fields by column.
pub type Record = HashMap<String, String>;

/// The rows of a CSV.
pub fn records(csv: &str) -> Vec<Record> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().expect("a CSV")
}

/// The bits of a field's number; none for an empty field.
pub fn bits(record: &Record, column: &str) -> Option<u64> {
    let field = &record[column];
    (!field.is_empty()).then(|| field.parse::<f64>().expect(column).to_bits())
}

/// A field's number.
pub fn number(record: &Record, column: &str) -> f64 {
    f64::from_bits(bits(record, column).unwrap_or_else(|| panic!("{column} is empty")))
}

/// Runs the program, and ends it with a signal, sent with the system's own `kill`, once it has told the
/// first line of how far it is.
#[cfg(unix)]
pub fn ended_by(signal: &str, arguments: &[&str]) -> Output {
    use std::io::{BufRead, BufReader, Read};
    use std::process::Stdio;

    let mut child = program();
    let child = child.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().expect("the program runs");
    let mut stderr = BufReader::new(child.stderr.take().expect("piped"));
    let mut said = String::new();
    stderr.read_line(&mut said).expect("UTF-8");
    let sent = Command::new("sh").arg("-c").arg(format!("kill -{signal} {}", child.id())).status();
    assert!(sent.expect("a shell").success());
    stderr.read_to_string(&mut said).expect("UTF-8");
    let output = child.wait_with_output().expect("it ends");
    Output { stderr: said.into_bytes(), ..output }
}
