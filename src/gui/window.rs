//! The window on the desktop: opened, or why not.

use std::path::PathBuf;

use eframe::egui::{IconData, ThemePreference, ViewportBuilder};
use eframe::{NativeOptions, Renderer};
use thiserror::Error;

use super::app::App;
use super::lesson::Lesson;
use super::settings::{Kept, Settings, Store};
use super::state::{Document, Origin, State};
use super::theme::size;
use super::{fonts, theme};
use crate::lesson::Progress;
use crate::locale::Language;
use crate::scene::{Scene, SceneFileError, read_scene};

static ICON: &[u8] = include_bytes!("../../assets/icon/icon.png");

/// What the command line may ask of the window.
#[derive(Debug, Clone, Default)]
pub struct WindowOptions {
    /// A scene file to open.
    pub scene: Option<PathBuf>,
    /// The language, instead of the one kept from the last run.
    pub language: Option<Language>,
}

/// Why there is no window.
#[derive(Debug, Error)]
pub enum WindowError {
    /// The scene that was named cannot be read.
    #[error(transparent)]
    Scene(#[from] Box<SceneFileError>),
    /// The system has no display.
    #[error("there is no display to open a window on; `paint-dilution trace` computes the same without one")]
    NoDisplay,
    /// There is a display, but no window can be drawn on it.
    #[error("no window could be opened: {0}")]
    NoWindow(String),
}

impl WindowError {
    /// What to do about it; that there is no display says it all.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Scene(error) => Some(error.hint()),
            Self::NoDisplay => None,
            Self::NoWindow(_) => Some("it needs OpenGL; `paint-dilution trace` computes the same without".to_owned()),
        }
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// [`WindowError`] when the scene cannot be read or there is no display.
pub fn run(options: WindowOptions) -> Result<(), WindowError> {
    let named = options.scene.map(|path| read_scene(&path).map(|scene| (path, scene))).transpose().map_err(Box::new)?;
    let store = Store::of_user();
    let kept = store.as_ref().map(Store::load);
    let mut state = opened(kept, named);
    if let Some(language) = options.language {
        state.settings.language = language;
    }
    let [width, height] = state.settings.window.unwrap_or([1280.0, 800.0]);
    let viewport = ViewportBuilder::default()
        .with_app_id("paint-dilution")
        .with_title(state.words().text("app-name"))
        .with_inner_size([width, height])
        .with_min_inner_size(size::MIN_WINDOW)
        .with_icon(icon().unwrap_or_default());
    // Under `cargo test` another renderer may be compiled in; the program always draws with this one.
    let native = NativeOptions { viewport, renderer: Renderer::Glow, ..NativeOptions::default() };
    let start = Box::new(move |context: &eframe::CreationContext<'_>| {
        fonts::install(&context.egui_ctx);
        theme::apply(&context.egui_ctx);
        context.egui_ctx.set_theme(ThemePreference::from(state.settings.theme));
        Ok(Box::new(App::new(state, store)) as Box<dyn eframe::App>)
    });
    eframe::run_native("paint-dilution", native, start).map_err(|error| why_not(&error))
}

/// The state that a run begins with: what was kept, with the scene that was named in its place.
fn opened(kept: Option<Kept>, named: Option<(PathBuf, Scene)>) -> State {
    let kept = kept.unwrap_or_else(|| Kept {
        settings: Settings::first(),
        document: Document::first(),
        progress: Progress::default(),
        first_start: true,
        notice: None,
    });
    let document = match named {
        Some((path, scene)) => Document::opened(Origin::File(path), scene),
        None => kept.document,
    };
    let plays = kept.first_start && !kept.settings.reduce_motion;
    let mut state = State::new(document, kept.settings, plays);
    state.lesson = Lesson::new(kept.progress);
    state.notice = kept.notice;
    state
}

fn icon() -> Option<IconData> {
    eframe::icon_data::from_png_bytes(ICON).ok()
}

/// Errors of the window system run over many lines; the first says what is wrong.
fn why_not(error: &eframe::Error) -> WindowError {
    match error {
        eframe::Error::WinitEventLoop(_) => WindowError::NoDisplay,
        error => WindowError::NoWindow(error.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}
