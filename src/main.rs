//! Paint Dilution: arguments → window or command.

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

#[cfg(feature = "commands")]
use paint_dilution::command::{Arguments, Command, CommandError, figure, horizon, map, trace, train};

#[cfg(feature = "commands")]
fn main() -> ExitCode {
    let arguments = match Arguments::of_process() {
        Ok(arguments) => arguments,
        Err(told) => {
            // Help and version come this way too; a reader who has seen enough of them is no error.
            let _ = told.print();
            return ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2));
        }
    };
    match arguments.command {
        Some(Command::Trace(arguments)) => finished(trace(&arguments), CommandError::hint),
        Some(Command::Map(arguments)) => finished(map(&arguments), CommandError::hint),
        Some(Command::Figure(arguments)) => finished(figure(&arguments), CommandError::hint),
        Some(Command::Train(arguments)) => finished(train(&arguments), CommandError::hint),
        Some(Command::Horizon(arguments)) => finished(horizon(&arguments), CommandError::hint),
        None => window(arguments.window.scene, arguments.window.lang),
    }
}

#[cfg(not(feature = "commands"))]
fn main() -> ExitCode {
    window(None, None)
}

/// Opens the window and returns when it is closed.
#[cfg(feature = "gui")]
fn window(scene: Option<std::path::PathBuf>, language: Option<paint_dilution::locale::Language>) -> ExitCode {
    let options = paint_dilution::gui::WindowOptions { scene, language };
    finished(paint_dilution::gui::run(options), paint_dilution::gui::WindowError::hint)
}

/// There is no window in this program.
#[cfg(not(feature = "gui"))]
fn window(_scene: Option<std::path::PathBuf>, _language: Option<paint_dilution::locale::Language>) -> ExitCode {
    let told = "this program was built without its window; `paint-dilution trace` computes the same without one";
    finished(Err(told), |_| None)
}

/// The exit code; an error is told on standard error, and what to do about it.
fn finished<E: Display>(done: Result<(), E>, hint: impl Fn(&E) -> Option<String>) -> ExitCode {
    let Err(error) = done else { return ExitCode::SUCCESS };
    let mut text = format!("error: {error}\n");
    if let Some(hint) = hint(&error) {
        text.push_str(&format!("hint: {hint}\n"));
    }
    // Where nobody listens the exit code still says it.
    let _ = std::io::stderr().write_all(text.as_bytes());
    ExitCode::FAILURE
}
