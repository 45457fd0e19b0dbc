//! What can be asked on the command line.

mod training;

pub use training::{HorizonArguments, TrainArguments};

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PathBufValueParser, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use super::{CommandError, Grid, Span};
use crate::engine::survival::Along;
use crate::engine::survival::Shown;
use crate::export::Form;
use crate::export::figure::Heading;
use crate::locale::{Language, Words};
use crate::scene::{Scene, preset, presets, read_scene};

const EXAMPLES: &str = "\
Examples:
  paint-dilution                                   open the window
  paint-dilution my-scene.toml                     open the window on a scene
  paint-dilution trace > default.csv               every number of the first scene, as CSV
  paint-dilution trace --preset latches --explain 24
                                                   how each number of step 24 comes about
  paint-dilution map > map.csv                     where the blue survives, over two weights
  paint-dilution figure --out figure.svg           both networks side by side, for a paper
  paint-dilution train --cell lstm,rnn             let networks learn to recall the first paint
  paint-dilution horizon > horizon.csv             how far back each cell learns to recall it
A scene file that is named like a command is given as ./trace";

const TRACE_EXAMPLES: &str = "\
Examples:
  paint-dilution trace > default.csv               the first scene, as CSV
  paint-dilution trace --preset gate-stuck-open --format json
  paint-dilution trace my-scene.toml --out my-scene.csv
  paint-dilution trace my-scene.toml --explain 12  how each number of step 12 comes about";

const MAP_EXAMPLES: &str = "\
Examples:
  paint-dilution map > map.csv                     the biases of f and i, in the first scene
  paint-dilution map --x rnn.w --y rnn.u --shown gradient --format json
  paint-dilution map --preset gate-stuck-open --x f.b --y i.b --x-range 0..8 --grid 32x48
  paint-dilution map my-scene.toml --out my-map.csv
                                                   the map that stands in the file
  paint-dilution map my-scene.toml --shown blue-left
                                                   the same two weights, another value
A scene without a map of its own has the biases of f and i, and shows blue.
Weights: rnn.w, rnn.u and rnn.b of the RNN; w, u and b of i, f, o and g, such as f.b, of the LSTM";

const FIGURE_EXAMPLES: &str = "\
Examples:
  paint-dilution figure --out figure.svg           the first scene, as shapes and text
  paint-dilution figure --preset latches --out latches.png --lang ko
  paint-dilution figure my-scene.toml --out my-scene.svg";

/// Recurrent networks, RNN and LSTM, from the inside: blue paint fades in one and survives in the
/// other.
///
/// Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "paint-dilution", version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub struct Arguments {
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to open the window.
    #[command(flatten)]
    pub window: WindowArguments,
}

impl Arguments {
    /// The arguments of this process, which fit each other.
    ///
    /// # Errors
    /// clap's; help and the version come this way too.
    pub fn of_process() -> Result<Self, clap::Error> {
        Self::of(std::env::args_os())
    }

    fn of(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Result<Self, clap::Error> {
        let arguments = Self::try_parse_from(arguments)?;
        let conflict = |what: &str| Err(Self::command().error(ErrorKind::ArgumentConflict, what));
        match &arguments.command {
            Some(Command::Train(train)) if train.save.is_some() && train.save == train.log => {
                conflict("--save and --log name the same file; the network would be lost")
            }
            Some(Command::Horizon(horizon)) if horizon.shard.of > 1 && horizon.format == Format::Json => {
                conflict("the parts of a horizon follow each other as CSV only; leave out --format json or --shard")
            }
            _ => Ok(arguments),
        }
    }
}

/// Work that needs no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print every number of a scene's run through both networks
    Trace(TraceArguments),
    /// Print what survives of the followed paint over a grid of two weights
    Map(MapArguments),
    /// Draw a scene's run, both networks side by side, as SVG or PNG
    Figure(FigureArguments),
    /// Train networks to recall the first paint, and print the error of each
    Train(TrainArguments),
    /// Print how far back networks learn to recall the first paint, by cell and start
    Horizon(HorizonArguments),
}

/// How to open the window.
#[derive(Debug, Args)]
pub struct WindowArguments {
    /// A scene file to open
    #[arg(value_name = "SCENE")]
    pub scene: Option<PathBuf>,
    /// The language of the window; by default the one used last, or the system's
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub lang: Option<Language>,
}

/// Which scene to trace, and how to tell it.
#[derive(Debug, Args)]
#[command(after_help = TRACE_EXAMPLES)]
pub struct TraceArguments {
    /// The scene.
    #[command(flatten)]
    pub scene: SceneArguments,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub format: Format,
    /// Instead of the table: how each number of that step comes about, as text or JSON
    #[arg(long, value_name = "STEP")]
    pub explain: Option<usize>,
    /// A file to write, whole or not at all, instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Which map of which scene.
#[derive(Debug, Args)]
#[command(after_help = MAP_EXAMPLES)]
pub struct MapArguments {
    /// The scene.
    #[command(flatten)]
    pub scene: SceneArguments,
    /// What changes along x: a weight, whose network the map is of, noise or T; without it, as in the scene's own map
    #[arg(long, value_name = "AXIS")]
    pub x: Option<Along>,
    /// What changes along y: a weight of the same network, noise or T; without it, as in the scene's own map
    #[arg(long, value_name = "AXIS")]
    pub y: Option<Along>,
    /// From where to where along x; without it, the whole range of that slider (of T the first 100 steps)
    #[arg(long, value_name = "FROM..TO", allow_hyphen_values = true)]
    pub x_range: Option<Span>,
    /// From where to where along y; likewise
    #[arg(long, value_name = "FROM..TO", allow_hyphen_values = true)]
    pub y_range: Option<Span>,
    /// How many points along x and y, the ends included
    #[arg(long, value_name = "COLUMNSxROWS", default_value = "64x64")]
    pub grid: Grid,
    /// What to show at each point; without it, what the scene's own map shows
    #[arg(long, value_enum)]
    pub shown: Option<ShownArgument>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub format: Format,
    /// A file to write, whole or not at all, instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Which scene to draw, and where.
#[derive(Debug, Args)]
#[command(after_help = FIGURE_EXAMPLES)]
pub struct FigureArguments {
    /// The scene.
    #[command(flatten)]
    pub scene: SceneArguments,
    /// The file to write, whole or not at all: an SVG or a PNG, as its name ends in .svg or .png
    #[arg(long, value_name = "FILE", value_parser = figure_file())]
    pub out: FigureFile,
    /// The language of the figure
    #[arg(long, value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    pub lang: Language,
}

/// A file for a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureFile {
    /// Where it is written.
    pub path: PathBuf,
    /// The form that its name asks for.
    pub form: Form,
}

/// A scene by its file or its name.
#[derive(Debug, Args)]
pub struct SceneArguments {
    /// A scene file; without one, the first preset
    #[arg(value_name = "SCENE", conflicts_with = "preset")]
    pub scene: Option<PathBuf>,
    /// A scene that comes with the program
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(presets().iter().map(|preset| preset.slug)))]
    pub preset: Option<String>,
}

impl SceneArguments {
    /// The scene that was named; without one the default, never what was open last.
    ///
    /// # Errors
    /// [`CommandError::Scene`].
    pub(super) fn read(&self) -> Result<Scene, CommandError> {
        match (&self.scene, &self.preset) {
            (Some(path), _) => Ok(read_scene(path).map_err(Box::new)?),
            // The arguments are read with the presets' names, so that there is no other.
            (None, Some(slug)) => Ok(preset(slug).map(|preset| preset.scene.clone()).unwrap_or_default()),
            (None, None) => Ok(Scene::default()),
        }
    }

    /// What a figure of the scene is called.
    pub(super) fn heading(&self, words: Words) -> Heading {
        match (&self.scene, &self.preset) {
            (Some(path), _) => Heading::of_file(words, path, false),
            (None, Some(slug)) => Heading::of_preset(words, slug, false),
            (None, None) => Heading::of_preset(words, presets().first().map_or("", |preset| preset.slug), false),
        }
    }
}

/// What a map shows, as it is named on the command line; s is h of the RNN, S of the LSTM.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShownArgument {
    /// Blue at the last step, undivided: what got in and stayed
    Blue,
    /// Blue left: what stayed of what got in
    BlueLeft,
    /// Shade left: can one still tell how blue it was?
    ShadeLeft,
    /// |∂s/∂x| of the last state and the followed paint: where could a network learn?
    Gradient,
}

impl From<ShownArgument> for Shown {
    fn from(shown: ShownArgument) -> Self {
        match shown {
            ShownArgument::Blue => Self::BlueAtT,
            ShownArgument::BlueLeft => Self::BlueLeft,
            ShownArgument::ShadeLeft => Self::ShadeLeft,
            ShownArgument::Gradient => Self::Gradient,
        }
    }
}

/// How a result is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table with one header line; of a step's workings, lines of text
    Csv,
    /// An array of objects
    Json,
}

/// A file's name that says whether the figure is shapes or pixels.
fn figure_file() -> impl TypedValueParser<Value = FigureFile> {
    PathBufValueParser::new().try_map(|path| match Form::of_figure(&path) {
        Some(form) => Ok(FigureFile { path, form }),
        None => Err("a figure is an SVG or a PNG: let the name end in .svg or .png"),
    })
}

/// The languages by their tags.
fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(["ko", "en"]).map(|tag| Language::of_tag(&tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, clap::Error> {
        Arguments::of(line.split_whitespace())
    }

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_file_opens_the_window_and_a_command_does_not() {
        let window = parsed("paint-dilution mine.toml --lang ko").unwrap();
        assert!(window.command.is_none());
        assert_eq!(window.window.scene, Some(PathBuf::from("mine.toml")));
        assert_eq!(window.window.lang, Some(Language::Korean));
        assert!(matches!(parsed("paint-dilution trace").unwrap().command, Some(Command::Trace(_))));
        let file = parsed("paint-dilution ./trace").unwrap();
        assert_eq!((file.command.is_none(), file.window.scene), (true, Some(PathBuf::from("./trace"))));
    }

    #[test]
    fn a_scene_and_a_preset_cannot_both_be_named() {
        assert_eq!(parsed("paint-dilution trace mine.toml --preset sum").unwrap_err().exit_code(), 2);
        assert!(parsed("paint-dilution trace --preset sum").is_ok());
    }

    #[test]
    fn what_would_lose_a_result_is_refused() {
        for (line, said) in [
            ("paint-dilution train --save x --log x", "the same file"),
            ("paint-dilution horizon --shard 1/3 --format json", "CSV only"),
        ] {
            let error = parsed(line).unwrap_err();
            assert_eq!(error.exit_code(), 2);
            assert!(error.to_string().contains(said), "{error}");
        }
        assert!(parsed("paint-dilution train --save x --log y").is_ok());
        assert!(parsed("paint-dilution horizon --shard 1/1 --format json").is_ok());
    }

    #[test]
    fn a_misspelt_preset_is_guessed_and_all_are_listed() {
        let message = parsed("paint-dilution trace --preset latch").unwrap_err().to_string();
        assert!(message.contains("'latches'"), "{message}");
        for preset in presets() {
            assert!(message.contains(preset.slug), "{message}");
        }
    }
}
