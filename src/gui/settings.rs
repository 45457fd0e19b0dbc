//! What a restart keeps, in the user's configuration folder: in `settings.toml` language, theme, page,
//! race, notation, zoom, projector, folded groups, playback, recent files, the window's size and where the
//! scene came from; in `scene.toml` the scene that was open; in `progress.toml` how far the lesson was read.

mod refusal;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use eframe::egui::ThemePreference;
use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};
use serde::{Deserialize, Serialize};

use refusal::Refusal;

use super::page::Page;
use super::playback::SPEEDS;
use super::state::{Document, Notice, Origin, State};
use super::training::Race;
use crate::lesson::Progress;
use crate::locale::{Language, Notation, Words};
use crate::scene::{preset, read_scene, write_scene};
use crate::whole_file::write_whole;

/// The version of `settings.toml` that this program writes.
///
/// 1: language, theme, playback, recent files, window. 2: also notation, projector, zoom and folded
/// groups. 3: also page and race. A file of an older version is read, with what a first start has in the
/// place of what it lacks.
const VERSION: u32 = 3;
/// The least and the greatest zoom.
pub const ZOOMS: std::ops::RangeInclusive<f32> = 0.5..=3.0;
/// The least and the greatest side of the window, in points.
const SIDES: std::ops::RangeInclusive<f32> = 100.0..=20_000.0;
/// How many recent files are kept.
const RECENT: usize = 8;
/// The environment variable that names another configuration folder.
pub const FOLDER_VARIABLE: &str = "PAINT_DILUTION_CONFIG";

/// What a restart keeps besides the scene.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The version of the file's form.
    pub version: u32,
    /// The language of the page.
    pub language: Language,
    /// Light, dark, or as the system says.
    pub theme: Look,
    /// The page that is open.
    #[serde(default)]
    pub page: Page,
    /// Who learns what on the page Train.
    #[serde(default)]
    pub race: Race,
    /// Nothing moves by itself.
    pub reduce_motion: bool,
    /// Playback starts over at the end.
    pub loops: bool,
    /// Playback's speed; 1 is four steps a second.
    pub speed: f64,
    /// Where the scene at hand was opened from.
    pub origin: SavedOrigin,
    /// Files opened or saved lately, the latest first.
    pub recent: Vec<PathBuf>,
    /// The window's inner size in points, if it was ever changed.
    pub window: Option<[f32; 2]>,
    /// How the cell state is written.
    #[serde(default)]
    pub notation: Notation,
    /// For a lecture hall: larger text and strokes, and only what it takes to follow.
    #[serde(default)]
    pub projector: bool,
    /// How much larger than its own size everything is drawn, 0.5 to 3.
    #[serde(default = "own_size")]
    pub zoom: f32,
    /// The groups of sliders that are folded.
    #[serde(default)]
    pub folded: BTreeSet<Group>,
}

fn own_size() -> f32 {
    1.0
}

/// A group of the panel of sliders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// The input.
    Input,
    /// The plain RNN.
    Rnn,
    /// The input gate.
    I,
    /// The forget gate.
    F,
    /// The output gate.
    O,
    /// The candidate.
    G,
}

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl From<Look> for ThemePreference {
    fn from(look: Look) -> Self {
        match look {
            Look::System => Self::System,
            Look::Light => Self::Light,
            Look::Dark => Self::Dark,
        }
    }
}

/// An [`Origin`] as the file writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SavedOrigin {
    /// A preset's slug.
    Preset(String),
    /// A scene file.
    File(PathBuf),
}

impl Settings {
    /// A first start: the system's language and theme.
    #[must_use]
    pub fn first() -> Self {
        let tag = sys_locale::get_locale().unwrap_or_default();
        Self {
            version: VERSION,
            language: Language::of_tag(&tag),
            theme: Look::System,
            page: Page::Explore,
            race: Race::default(),
            reduce_motion: false,
            loops: false,
            speed: 1.0,
            origin: SavedOrigin::Preset("blue-survives".to_owned()),
            recent: Vec::new(),
            window: None,
            notation: Notation::S,
            projector: false,
            zoom: own_size(),
            folded: BTreeSet::new(),
        }
    }

    /// The words of the chosen language and notation.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.language).written(self.notation)
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|other| other != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
    }

    /// From a file's text; anything that this program would not have written is an error.
    fn parse(text: &str) -> Result<Self, Refusal> {
        let form = |error: toml::de::Error| Refusal::of_form(text, &error);
        // What a newer version adds is unknown here, so that the version comes first.
        let table: toml::Table = toml::from_str(text).map_err(form)?;
        match table.get("version").and_then(toml::Value::as_integer) {
            Some(newer) if newer > VERSION.into() => return Err(Refusal::Newer(newer)),
            Some(1..) => {}
            _ => return Err(Refusal::NoVersion),
        }
        let mut settings: Self = toml::from_str(text).map_err(form)?;
        if !SPEEDS.contains(&settings.speed) {
            return Err(Refusal::Speed(settings.speed));
        }
        if settings.window.is_some_and(|size| !size.iter().all(|side| SIDES.contains(side))) {
            return Err(Refusal::Window);
        }
        if !ZOOMS.contains(&settings.zoom) {
            return Err(Refusal::Zoom(settings.zoom));
        }
        settings.race.check().map_err(Refusal::Race)?;
        settings.version = VERSION;
        Ok(settings)
    }

    /// The language in a file that cannot be read as a whole, where that can be.
    fn language_in(text: &str) -> Option<Language> {
        let table: toml::Table = toml::from_str(text).ok()?;
        table.get("language")?.clone().try_into().ok()
    }
}

/// The folder that keeps settings between runs.
#[derive(Debug, Clone)]
pub struct Store {
    folder: PathBuf,
}

/// What was found there.
pub struct Kept {
    /// The settings, or first ones.
    pub settings: Settings,
    /// The scene that was open, or the default.
    pub document: Document,
    /// How far somebody had come in the lesson.
    pub progress: Progress,
    /// Whether there was nothing yet.
    pub first_start: bool,
    /// What could not be read and was set aside.
    pub notice: Option<Notice>,
}

impl Store {
    /// The user's configuration folder, or the one named in `PAINT_DILUTION_CONFIG`; none where the
    /// system has no such place.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let named = std::env::var_os(FOLDER_VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
        let of_system = || Some(choose_base_strategy().ok()?.config_dir().join("paint-dilution"));
        let folder = named.or_else(of_system)?;
        Some(Self { folder })
    }

    /// A store in that folder.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    fn settings_path(&self) -> PathBuf {
        self.folder.join("settings.toml")
    }

    fn scene_path(&self) -> PathBuf {
        self.folder.join("scene.toml")
    }

    fn progress_path(&self) -> PathBuf {
        self.folder.join("progress.toml")
    }

    /// Reads what a former run kept. A file that cannot be read is renamed, never overwritten, and
    /// the program goes on with what a first start has.
    #[must_use]
    pub fn load(&self) -> Kept {
        let path = self.settings_path();
        let first_start = !path.exists();
        let mut notice = None;
        let mut settings = Settings::first();
        if !first_start {
            match std::fs::read_to_string(&path) {
                Err(error) => notice = Some(set_aside(&path, &error.to_string(), settings.words())),
                Ok(text) => match Settings::parse(&text) {
                    Ok(kept) => settings = kept,
                    Err(refusal) => {
                        settings.language = Settings::language_in(&text).unwrap_or(settings.language);
                        notice = Some(set_aside(&path, &refusal.said(settings.words()), settings.words()));
                    }
                },
            }
        }
        let mut document = opened_from(&settings.origin);
        let path = self.scene_path();
        if path.exists() {
            match read_scene(&path) {
                Ok(scene) => document.scene = scene,
                Err(error) => {
                    let second = set_aside(&path, &settings.words().error(&error), settings.words());
                    notice = Some(notice.map_or(second.clone(), |first: Notice| first.and(second)));
                }
            }
        }
        let mut progress = Progress::default();
        let path = self.progress_path();
        if path.exists() {
            let read = std::fs::read_to_string(&path).map_err(|error| error.to_string());
            match read.and_then(|text| Progress::parse(&text).map_err(|error| error.to_string())) {
                Ok(kept) => progress = kept,
                Err(reason) => {
                    let another = set_aside(&path, &reason, settings.words());
                    notice = Some(notice.map_or(another.clone(), |first: Notice| first.and(another)));
                }
            }
        }
        Kept { settings, document, progress, first_start, notice }
    }

    /// Keeps settings, scene and the lesson's progress for the next run.
    ///
    /// # Errors
    /// The reason in words, when a file cannot be written.
    pub fn save(&self, state: &State) -> Result<(), String> {
        let (settings, document) = (&state.settings, &state.explore.document);
        std::fs::create_dir_all(&self.folder).map_err(|error| error.to_string())?;
        let origin = match &document.start.origin {
            Origin::Preset(slug) => SavedOrigin::Preset((*slug).to_owned()),
            Origin::File(path) => SavedOrigin::File(path.clone()),
        };
        let text = toml::to_string(&Settings { origin, ..settings.clone() }).map_err(|error| error.to_string())?;
        // What cannot be written keeps nothing else from being written.
        let settings = write_whole(&self.settings_path(), text.as_bytes()).map_err(|error| error.to_string());
        let scene = write_scene(&self.scene_path(), &document.scene).map_err(|error| error.to_string());
        let text = state.lesson.progress.text().map_err(|error| error.to_string())?;
        let progress = write_whole(&self.progress_path(), text.as_bytes()).map_err(|error| error.to_string());
        settings.and(scene).and(progress)
    }
}

/// The document as it was when opened, where that can still be had.
fn opened_from(origin: &SavedOrigin) -> Document {
    match origin {
        SavedOrigin::Preset(slug) => preset(slug)
            .map_or_else(Document::first, |preset| Document::opened(Origin::Preset(preset.slug), preset.scene.clone())),
        SavedOrigin::File(path) => read_scene(path)
            .map_or_else(|_| Document::first(), |scene| Document::opened(Origin::File(path.clone()), scene)),
    }
}

/// Renames a file that cannot be read to a free name beside it.
fn set_aside(path: &Path, reason: &str, words: Words) -> Notice {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let free =
        (1..1000).map(|number| path.with_file_name(format!("{name}.set-aside-{number}"))).find(|to| !to.exists());
    let moved = free.filter(|to| std::fs::rename(path, to).is_ok());
    let reason = ("reason", reason.to_owned());
    let (text, hint) = match moved {
        Some(to) => (
            words.with("notice-set-aside", &[("file", name), reason]),
            words.with("notice-set-aside-hint", &[("path", to.display().to_string())]),
        ),
        None => (
            words.with("notice-unreadable", &[("file", name), reason]),
            words.with("notice-unreadable-hint", &[("path", path.display().to_string())]),
        ),
    };
    Notice::wrong(text, Some(hint))
}
