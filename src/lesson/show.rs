//! What a screen of the lesson shows, and what it lets be moved, by their names in chapter files.

use std::str::FromStr;

use crate::scene::{Control, MapView};
use crate::working::Network;

/// What a screen draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Show {
    /// The RNN: name, blue left, swatches and states, sentence.
    Rnn,
    /// The LSTM, likewise.
    Lstm,
    /// The RNN's swatches and states alone.
    RnnChain,
    /// The LSTM's.
    LstmChain,
    /// The RNN as plumbing.
    RnnBlock,
    /// The LSTM as plumbing.
    LstmBlock,
    /// The RNN's h over time.
    RnnH,
    /// i, f and o over time.
    Gates,
    /// S and h over time.
    States,
    /// Blue left over time.
    BlueLeft,
    /// The gradients over time.
    Gradient,
    /// What survives over two controls.
    Map,
    /// The errors of a training.
    Race,
    /// The colours that the trained networks name.
    Readout,
}

impl Show {
    /// All, with their names.
    pub const ALL: [(&'static str, Self); 14] = [
        ("rnn", Self::Rnn),
        ("lstm", Self::Lstm),
        ("rnn.chain", Self::RnnChain),
        ("lstm.chain", Self::LstmChain),
        ("rnn.block", Self::RnnBlock),
        ("lstm.block", Self::LstmBlock),
        ("rnn.h", Self::RnnH),
        ("gates", Self::Gates),
        ("states", Self::States),
        ("blue-left", Self::BlueLeft),
        ("gradient", Self::Gradient),
        ("map", Self::Map),
        ("race", Self::Race),
        ("readout", Self::Readout),
    ];
}

impl Show {
    /// The network that it is of; none of what is of both.
    #[must_use]
    pub fn network(self) -> Option<Network> {
        match self {
            Self::Rnn | Self::RnnChain | Self::RnnBlock | Self::RnnH => Some(Network::Rnn),
            Self::Lstm | Self::LstmChain | Self::LstmBlock | Self::Gates | Self::States => Some(Network::Lstm),
            Self::BlueLeft | Self::Gradient | Self::Map | Self::Race | Self::Readout => None,
        }
    }
}

impl FromStr for Show {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, show)| show);
        let names = || Self::ALL.map(|(name, _)| name).join(", ");
        known.ok_or_else(|| format!("\"{name}\" is nothing that a screen shows; {} are", names()))
    }
}

/// What a screen lets be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One control.
    Control(Control),
    /// The paint of every step: `paints`.
    Paints,
    /// How the weights begin in a training: `start`.
    Start,
}

impl FromStr for Move {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "paints" => Ok(Self::Paints),
            "start" => Ok(Self::Start),
            _ => name.parse().map(Self::Control),
        }
    }
}

/// What a screen's map is of: `rnn gradient`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapOf(pub MapView);

impl FromStr for MapOf {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let networks = [("rnn", Network::Rnn), ("lstm", Network::Lstm)];
        let found = text.split_once(' ').and_then(|(network, shown)| {
            let (_, network) = networks.into_iter().find(|(name, _)| *name == network)?;
            let (_, shown) = MapView::SHOWN.into_iter().find(|(name, _)| *name == shown)?;
            Some(Self(MapView { shown, ..MapView::of(network) }))
        });
        let known = || MapView::SHOWN.map(|(name, _)| name).join(", ");
        found.ok_or_else(|| format!("\"{text}\" is no map; there are rnn and lstm, each with {}", known()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::survival::Shown;

    #[test]
    fn a_map_is_of_a_network_and_shows_something() {
        let map = "rnn gradient".parse::<MapOf>().map(|map| (map.0.network, map.0.shown));
        assert_eq!(map, Ok((Network::Rnn, Shown::Gradient)));
        for text in ["gradient", "gru blue", "rnn red", ""] {
            assert!(text.parse::<MapOf>().unwrap_err().contains("shade-left"), "{text}");
        }
    }
}
