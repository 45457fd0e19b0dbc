//! Recurrent networks, RNN and LSTM, from the inside: blue paint fades in one and survives in the
//! other.
//!
//! # One frame
//!
//! 1. Finished work (a file that was read or written, a map, how a training stands) is collected, and
//!    keys become requests.
//! 2. The page reads what was computed, edits the scene in place, and pushes further requests.
//! 3. Requests are applied, in one place: step, playback, files, language.
//! 4. If the scene is another than before, everything that follows from it is computed anew; the
//!    map and tell-apart, which take longer, beside the frames.
//! 5. Undo is fed; what changed is kept for the next start once it has been still for a moment.
//!
//! A command does the same without a frame: arguments, scene, [`scene::Run`], [`export`].
//!
//! # The modules, from the ground up
//!
//! A module uses only those above it; `tests/source.rs` reads the list below and checks.
//!
//! * [`engine`]: the cells, networks along a sequence, what survives in them, how they learn to keep
//!   it. Uses nothing of ours.
//! * [`whole_file`]: files that are written whole or not at all.
//! * [`number`]: a number as short text.
//! * [`paint`]: a number as a colour.
//! * [`palette`]: every other colour, and the dashes, by meaning.
//! * [`scale`]: the axes of a plot.
//! * [`typeface`]: the fonts that come with the program.
//! * [`working`]: any number of a trace opened into formula, numbers and result.
//! * [`scene`]: what somebody set up, as plain data; its controls and changes to them, its ghosts, its file,
//!   the presets, and its run.
//! * [`lesson`]: chapters as data, their questions and challenges, and how far somebody has come.
//! * [`checkpoint`]: a trained model as a file, under PyTorch's names.
//! * [`locale`]: the words, in every language; the only user of Fluent.
//! * [`export`]: a run as a table and as a figure; a map, a training and a horizon as tables; a
//!   training as lines of PyTorch.
//! * `command`: the command line (feature `commands`).
//! * `gui`: the window (feature `gui`). `app.rs` is one frame, `page/` what it shows, `widget/`
//!   what pages are made of, `theme.rs` every colour and size; `live` is a scene on a page with all that
//!   follows from it, `lesson` the lesson as it is being read; `job` handles one file, `background`
//!   computes beside the frames for `surveys`, `training` runs races and the horizon beside them,
//!   `thinned` draws curves with fewer points, `stage` orders what happens within a step, `help` names
//!   what is in view.
//!
//! # What holds everywhere
//!
//! * No number is computed in a page or a widget: they read [`scene::Run`], or what a
//!   [`engine::training::Trainer`] reports.
//! * No sentence stands in the window's code: it comes from `assets/locales`.
//! * No colour is made outside of `gui/theme.rs`, [`paint`] and [`palette`].
//! * Everything shown follows from the [`scene::Scene`], or from the race that is set up; two equal
//!   ones look alike.
//! * The engine knows no screen, file, word or clock, and leaves no thread behind.
//! * Nothing panics on what a person, a file or a weight can be: errors are values, told in both
//!   languages, with what to do about them.
//! * Steps and units count from 1 wherever a person sees them; arrays have row 0 for step 1.
//!
//! # To add …
//!
//! * **a preset**: its file in `assets/scenes`, its slug in `scene/preset.rs`, its name and caption
//!   in `presets.ftl` of every language. A test checks its claims.
//! * **a chapter** of the lesson, or a screen of one: its Markdown in `assets/lessons` in every language,
//!   with its plan in the front matter, and its slug in the list in `lesson/mod.rs`. Tests read it, check
//!   its claims, solve its challenges and play it in the window.
//! * **a quantity** of a run: `engine/survival`, [`scene::Run`], `export/table.rs` (and the
//!   README's table), `scene/claim.rs`, then the page.
//! * **a start** of training: `engine/training/setup.rs` names it, `initialise.rs` beside it draws it.
//! * **a gate** or a cell: `engine/cell`, `engine/network`, `working`, `scene/file`, its colour and
//!   dash in `palette.rs` and `gui/theme.rs`, its words in `explore.ftl`.
//! * **a page**: a file in `gui/page`, an arm in `gui/app/pages.rs`, its requests in
//!   `gui/request.rs` and `gui/app/apply.rs`, an `.ftl` file of its own.
//! * **a command**: its arguments in `command/args.rs`, a file beside it, an arm in `main.rs`.
//! * **a prepared race**: `gui/training/race.rs`, its name and caption in `train.ftl`.
//! * **an element of the page**: mark its place with `gui::help`, put its topic into `help/topics.rs`
//!   and its words into `help.ftl`; a text writes the cell state as `{ $S }`.
//! * **a language**: a folder in `assets/locales` and one in `assets/lessons`, `locale::Language`, and the
//!   list in `lesson/mod.rs`.
//! * **an error**: its variant with `hint()`, its two texts in `errors.ftl`, an arm in `locale/error`.

pub mod engine;
pub mod whole_file;
pub mod number;
pub mod paint;
pub mod palette;
pub mod scale;
pub mod typeface;
pub mod working;
pub mod scene;
pub mod lesson;
pub mod checkpoint;
pub mod locale;
pub mod export;
#[cfg(feature = "commands")]
pub mod command;
#[cfg(feature = "gui")]
pub mod gui;
