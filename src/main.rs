//! Paint Dilution: arguments → window.

fn main() -> std::process::ExitCode {
    let language = std::env::args().nth(1).map(|tag| paint_dilution::locale::Language::of_tag(&tag));
    match paint_dilution::gui::run(paint_dilution::gui::WindowOptions { scene: None, language }) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
