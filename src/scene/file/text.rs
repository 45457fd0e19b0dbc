//! A scene as the text of its file.

use std::fmt::Write;

use super::VERSION;
use crate::engine::network::{Part, Wub};
use crate::scene::{Ghost, Layers, MapView, Scene};
use crate::working::Network;

/// How many paints stand in a row of the file.
const ROW: usize = 12;

/// The text of a scene's file; [`parse_scene`](super::parse_scene) gives back the same scene bit for bit.
#[must_use]
pub fn scene_text(scene: &Scene) -> String {
    let mut text = String::from(
        "# A scene for Paint Dilution: a sequence of paint, and the RNN and the LSTM that it runs through.\n\
         # Change what you like; what you leave out is as in the program's first scene.\n",
    );
    let mut line = |key: &str, value: String, note: &str| {
        text.push_str(format!("{:22}{note}", format!("{key} = {value}")).trim_end());
        text.push('\n');
    };
    line("version", VERSION.to_string(), "");
    line("message", scene.message.to_string(), "# the step whose paint is followed");
    line("noise", number(scene.noise), "# \u{3c3} of what is added to each paint from step 2 on");
    line("seed", scene.seed.to_string(), "# of the noise");
    line("layers", layers(scene.layers), "");
    text.push_str("# one number a step: 1 blue, 0 grey, -1 orange\n");
    text.push_str(&paints(&scene.paints));
    networks(&mut text, "", scene);
    text.push_str(&map(scene.map));
    scene.ghosts.iter().for_each(|ghost| self::ghost(&mut text, ghost));
    text
}

/// The tables of both networks.
fn networks(text: &mut String, within: &str, scene: &Scene) {
    table(text, &format!("{within}rnn"), &scene.rnn, None);
    for part in Part::ALL {
        table(text, &format!("{within}lstm.{}", part.letter()), scene.lstm.get(part), scene.held(part));
    }
}

/// One of the `[[ghosts]]`, with its tables.
fn ghost(text: &mut String, ghost: &Ghost) {
    let Ghost { message, seed, .. } = ghost;
    let (name, noise) = (quoted(&ghost.name), number(ghost.noise));
    let start = format!("\n[[ghosts]]\nname = {name}\nmessage = {message}\nnoise = {noise}\nseed = {seed}\n");
    text.push_str(&start);
    text.push_str(&paints(&ghost.paints));
    networks(text, "ghosts.", &ghost.scene());
}

/// A text in quotes. A name has no control characters, so that nothing else needs an escape.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The shortest decimal that reads back to the same bits, and that TOML takes for a float.
fn number(value: f64) -> String {
    format!("{value:?}")
}

/// The table of the map. Its network stands in it where no weight says which it is.
fn map(map: MapView) -> String {
    let MapView { x, y, network, .. } = map;
    let network = match (x.weight().or(y.weight()), network) {
        (Some(_), _) => "",
        (None, Network::Rnn) => "network = \"rnn\"\n",
        (None, Network::Lstm) => "network = \"lstm\"\n",
    };
    format!("\n[map]\n{network}x = \"{x}\"\ny = \"{y}\"\nshows = \"{}\"\n", map.shown_name())
}

/// The open layers as an array of their names.
fn layers(layers: Layers) -> String {
    let all = [
        ("valves", layers.valves),
        ("curves", layers.curves),
        ("weights", layers.weights),
        ("gradient", layers.gradient),
        ("map", layers.map),
    ];
    let open: Vec<String> = all.iter().filter(|(_, open)| *open).map(|(name, _)| format!("\"{name}\"")).collect();
    format!("[{}]", open.join(", "))
}

/// The paints as an array, twelve a row.
fn paints(paints: &[f64]) -> String {
    let row = |row: &[f64]| format!("  {},\n", row.iter().copied().map(number).collect::<Vec<_>>().join(", "));
    format!("paints = [\n{}]\n", paints.chunks(ROW).map(row).collect::<String>())
}

/// One table of weights.
fn table(text: &mut String, name: &str, wub: &Wub, held: Option<f64>) {
    let mut lines = format!("\n[{name}]\nw = {}\nu = {}\nb = {}\n", number(wub.w), number(wub.u), number(wub.b));
    if let Some(held) = held {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "held = {}", number(held));
    }
    text.push_str(&lines);
}
