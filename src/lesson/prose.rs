//! Text as the lesson has it: paragraphs with coloured phrases, links into the scene, and numbers from it.

use std::str::FromStr;

use super::{GoalError, Subject};
use crate::scene::{Changes, Scene};

/// A part of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Line),
    /// A displayed equation, or a sentence set apart.
    Displayed(Line),
    /// A list.
    List {
        /// Whether its items are numbered.
        numbered: bool,
        /// The items.
        items: Vec<Line>,
    },
}

/// A line of text, of any length.
pub type Line = Vec<Piece>;

/// A piece of a line, all of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// What stands there.
    pub content: Content,
    /// How it is marked.
    pub mark: Mark,
}

/// What a piece says.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Words.
    Words(String),
    /// A number from the scene.
    Number(Quoted),
}

/// How a piece is marked.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Not at all.
    Plain,
    /// `**strong**`
    Strong,
    /// `*stressed*`
    Stressed,
    /// `[forget gate](f)`: in the part's colour; lights the part up.
    Named(Part),
    /// `[shut f](set:f.b=-4)`: changes the scene.
    Sets(Changes),
    /// `[step 12](t:12)`: goes to a step.
    GoesTo(usize),
    /// An address on the web.
    Web(String),
}

/// A number of the scene, quoted in a text: `{rnn.blue_left[24] % where rnn.u = 0.9}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Quoted {
    /// Which.
    pub subject: Subject,
    /// How it is written.
    pub form: Form,
    /// In which other scene; none in the scene itself.
    pub changes: Changes,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With so many decimals.
    Decimals(usize),
    /// As per cent: `%`.
    Percent,
    /// With two or three digits that mean something, and a power of ten: `short`.
    Short,
    /// The same, for a number of which the power of ten is what matters: `10^`.
    Power,
}

/// What of a scene can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The input x.
    X,
    /// The hidden state h.
    H,
    /// The cell state S.
    S,
    /// The input gate.
    I,
    /// The forget gate.
    F,
    /// The output gate.
    O,
    /// The candidate.
    G,
    /// The weights on h.
    U,
    /// The weights on x.
    W,
    /// The plain RNN.
    Rnn,
    /// The LSTM.
    Lstm,
    /// The squashing.
    Tanh,
    /// The message's step.
    Message,
}

impl Part {
    /// All, with their names.
    pub const ALL: [(&'static str, Self); 13] = [
        ("x", Self::X),
        ("h", Self::H),
        ("S", Self::S),
        ("i", Self::I),
        ("f", Self::F),
        ("o", Self::O),
        ("g", Self::G),
        ("u", Self::U),
        ("w", Self::W),
        ("rnn", Self::Rnn),
        ("lstm", Self::Lstm),
        ("tanh", Self::Tanh),
        ("message", Self::Message),
    ];

    /// Its name in chapter files.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, part)| *part == self).map_or("", |(name, _)| name)
    }
}

impl FromStr for Part {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, part)| part);
        let names = || Self::ALL.map(|(name, _)| name).join(", ");
        known.ok_or_else(|| format!("\"{name}\" is no part of a scene; {} are", names()))
    }
}

impl Quoted {
    /// The number in a scene.
    ///
    /// # Errors
    /// As [`super::Goal::standing`].
    pub fn value(&self, scene: &Scene) -> Result<f64, GoalError> {
        let values = self.subject.values(&self.changes.made_to(scene)?)?;
        Ok(values.last().copied().unwrap_or(f64::NAN))
    }
}

impl FromStr for Quoted {
    type Err = GoalError;

    /// What stands between the braces.
    fn from_str(text: &str) -> Result<Self, GoalError> {
        let (text, changes) = match text.split_once(" where ") {
            None => (text.trim(), Changes::default()),
            Some((rest, changes)) => (rest.trim(), changes.parse()?),
        };
        let form = |word: &str| match word {
            "%" => Some(Form::Percent),
            "short" => Some(Form::Short),
            "10^" => Some(Form::Power),
            _ => word.parse().ok().filter(|decimals| *decimals < 10).map(Form::Decimals),
        };
        let (subject, form) = match text.rsplit_once(' ').and_then(|(rest, word)| Some((rest, form(word)?))) {
            None => (text, Form::Decimals(3)),
            Some((rest, form)) => (rest, form),
        };
        Ok(Self { subject: subject.parse()?, form, changes })
    }
}

/// The words of a line without marks; its numbers are left out.
#[must_use]
pub fn words_of(line: &Line) -> String {
    let words = line.iter().filter_map(|piece| match &piece.content {
        Content::Words(words) => Some(words.as_str()),
        Content::Number(_) => None,
    });
    words.collect()
}

impl Block {
    /// Its lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        match self {
            Self::Paragraph(line) | Self::Displayed(line) => std::slice::from_ref(line).iter(),
            Self::List { items, .. } => items.iter(),
        }
    }
}
