//! The front matter of a chapter: what each screen shows and asks, without a word of any language.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor};

use super::{Goal, MapOf, Move, Part, Show, Subject};
use crate::engine::cell::CellKind;
use crate::engine::training::{SOLVED, Setup, Start};
use crate::scene::{ChangeError, Changes, Controls, Scene, preset};
use crate::working::Network;

/// The front matter: one plan a screen.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterPlan {
    /// The screens, in their order.
    pub screens: Vec<ScreenPlan>,
}

/// A screen.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenPlan {
    /// Its name, another for every screen of the lesson.
    pub id: String,
    /// What it is for.
    #[serde(default)]
    pub kind: Kind,
    /// The preset that its scene begins with.
    #[serde(default = "first_preset", rename = "scene")]
    pub preset: String,
    /// The changes to that preset.
    #[serde(default, deserialize_with = "from_text")]
    pub set: Changes,
    /// What is drawn, from top to bottom.
    #[serde(default, deserialize_with = "from_texts")]
    pub shows: Vec<Show>,
    /// What its map is of, where it shows one: `rnn gradient`.
    #[serde(default, deserialize_with = "some_from_text")]
    pub map: Option<MapOf>,
    /// What may be moved.
    #[serde(default, deserialize_with = "from_texts")]
    pub moves: Vec<Move>,
    /// The step that is looked at when it opens, from 1.
    #[serde(default = "first_step")]
    pub step: usize,
    /// The steps where playback stops by itself.
    #[serde(default)]
    pub stops: Vec<usize>,
    /// The parts that are named.
    #[serde(default, deserialize_with = "from_texts")]
    pub parts: Vec<Part>,
    /// Whether states appear one after another as it plays.
    #[serde(default)]
    pub reveal: bool,
    /// What its text says.
    #[serde(default, deserialize_with = "from_texts")]
    pub claims: Vec<Goal>,
    /// What it asks before it plays.
    pub question: Option<QuestionPlan>,
    /// What is to be reached on it.
    pub challenge: Option<ChallengePlan>,
    /// The training that runs on it.
    pub train: Option<TrainPlan>,
    /// What is to be reached by that training.
    pub drill: Option<DrillPlan>,
}

/// What a screen is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One idea.
    #[default]
    Text,
    /// A question of two chapters before, changed.
    Again,
    /// A challenge.
    Challenge,
    /// What to remember of a chapter.
    Recap,
    /// What was simplified, and the references.
    End,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionPlan {
    /// Its name, another for every question of the lesson.
    pub id: String,
    /// The question that it is a changed form of.
    pub again_of: Option<String>,
    /// The choices.
    pub choices: Choices,
    /// Which of them is right, from 1, where none of them is a sentence about the scene.
    pub right: Option<usize>,
    /// A curve for each choice, as places (step, value).
    #[serde(default)]
    pub drawn: Vec<Vec<[f64; 2]>>,
    /// Of what these are curves, such as `lstm.blue_left`.
    pub of: Option<String>,
}

/// What a question offers.
#[derive(Debug, Clone, PartialEq)]
pub enum Choices {
    /// Sentences about the scene; the right one is the one that holds.
    Goals(Vec<Goal>),
    /// So many, of which the plan names the right one: a question of plain fact.
    Facts(usize),
}

/// A challenge.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChallengePlan {
    /// Its name, such as `2B`.
    pub id: String,
    /// How hard it is.
    pub level: Level,
    /// Whether it is on the core path.
    #[serde(default)]
    pub core: bool,
    /// All of them must hold: the first star.
    #[serde(deserialize_with = "from_texts")]
    pub goals: Vec<Goal>,
    /// What must hold besides: the third star.
    #[serde(deserialize_with = "from_texts")]
    pub extra: Vec<Goal>,
    /// The worked solution, step by step. With no more controls moved: the second star.
    #[serde(deserialize_with = "from_texts")]
    pub solution: Vec<Changes>,
    /// A setting that reaches goals and extra.
    #[serde(deserialize_with = "from_text")]
    pub best: Changes,
    /// Settings that tempt and fail.
    #[serde(default, deserialize_with = "from_texts")]
    pub fails: Vec<Changes>,
    /// The same with changed numbers.
    pub again: AgainPlan,
}

/// A challenge with changed numbers.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgainPlan {
    /// Further changes to the screen's scene.
    #[serde(default, deserialize_with = "from_text")]
    pub set: Changes,
    /// All of them must hold.
    #[serde(deserialize_with = "from_texts")]
    pub goals: Vec<Goal>,
    /// A setting that reaches them.
    #[serde(deserialize_with = "from_text")]
    pub solution: Changes,
}

/// How hard a challenge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// One control, one look.
    Easy,
    /// One idea.
    Medium,
    /// Several ideas together.
    Hard,
}

/// A training on a screen: the recall task, with what [`Setup`] has by default.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainPlan {
    /// The sequence length T.
    pub length: usize,
    /// How the weights begin.
    pub start: Start,
    /// Who learns.
    pub cells: Vec<CellKind>,
    /// The training steps after which it rests.
    pub steps: usize,
    /// The seed.
    pub seed: u64,
}

/// A challenge that trains: the LSTM's recall error is to fall below 0.01 in time, by its start alone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrillPlan {
    /// Its name, such as `8A`.
    pub id: String,
    /// How hard it is.
    pub level: Level,
    /// The training steps within which it must be solved: the first star.
    pub within: usize,
    /// The same for the third star.
    pub extra: usize,
    /// Starts that solve it.
    pub solution: Vec<Start>,
    /// Starts that tempt and fail.
    pub fails: Vec<Start>,
    /// The length of the same challenge with changed numbers, and a start that solves it.
    pub again: (usize, Start),
}

impl ScreenPlan {
    /// Its scene, untouched.
    ///
    /// # Errors
    /// [`ChangeError`] where a change cannot be made; a preset that there is not is grey, and named as
    /// wrong when the file is read.
    pub fn scene(&self) -> Result<Scene, ChangeError> {
        let mut scene = preset(&self.preset).map_or_else(Scene::default, |preset| preset.scene.clone());
        scene.map = self.map.map_or(scene.map, |map| map.0);
        // What is not shown is not computed.
        scene.layers.map = self.shows.contains(&Show::Map);
        self.set.made_to(&scene)
    }

    /// The networks that it shows; both where it shows only what is of both.
    #[must_use]
    pub fn networks(&self) -> Vec<Network> {
        let both = [Network::Rnn, Network::Lstm];
        let shown: Vec<Network> = self.shows.iter().filter_map(|show| show.network()).collect();
        both.into_iter().filter(|network| shown.is_empty() || shown.contains(network)).collect()
    }

    /// Whether it speaks of how well ends are told apart.
    #[must_use]
    pub fn tells_apart(&self) -> bool {
        let choices = self.question.iter().flat_map(|question| match &question.choices {
            Choices::Goals(goals) => goals.as_slice(),
            Choices::Facts(_) => &[],
        });
        self.claims.iter().chain(choices).any(Goal::tells_apart)
    }

    /// Whether its question is of what its scene does, and not of plain fact: until it is answered the
    /// scene is not shown.
    #[must_use]
    pub fn is_foretold(&self) -> bool {
        let is_fact = |question: &QuestionPlan| matches!(question.choices, Choices::Facts(_));
        self.question.as_ref().is_some_and(|question| !is_fact(question) || self.train.is_some())
    }

    /// What may be moved in its scene.
    #[must_use]
    pub fn controls(&self) -> Controls {
        let control = |moved: &Move| match moved {
            Move::Control(control) => Some(*control),
            Move::Paints | Move::Start => None,
        };
        Controls::These {
            controls: self.moves.iter().filter_map(control).collect(),
            paints: self.moves.contains(&Move::Paints),
        }
    }
}

impl TrainPlan {
    /// The training of one of its cells.
    #[must_use]
    pub fn setup(&self, kind: CellKind) -> Setup {
        Setup { kind, length: self.length, start: self.start, seed: self.seed, ..Setup::default() }
    }
}

impl DrillPlan {
    /// How far a recall error has come down from `grey`, that of always answering grey, to where the task
    /// is solved: from 0 to 1, by powers of ten.
    #[must_use]
    pub fn progress(error: f64, grey: f64) -> f32 {
        if grey <= SOLVED {
            return 0.0;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a part, for a bar")]
        let part = ((grey / error.max(f64::MIN_POSITIVE)).log10() / (grey / SOLVED).log10()) as f32;
        part.clamp(0.0, 1.0)
    }
}

impl QuestionPlan {
    /// What is computed of what its curves are drawn of, from step 1 on; nothing where none is drawn.
    #[must_use]
    pub fn truth(&self, scene: &Scene) -> Vec<f64> {
        let subject = |of: &str| format!("{of}[1..{}]", scene.length()).parse::<Subject>().ok();
        let subject = self.of.as_deref().and_then(subject);
        subject.and_then(|subject| subject.values(scene).ok()).unwrap_or_default()
    }
}

impl ChallengePlan {
    /// All steps of the worked solution.
    #[must_use]
    pub fn solved(&self) -> Changes {
        self.solution.iter().fold(Changes::default(), |all, step| all.and(step))
    }
}

fn first_preset() -> String {
    "blue-survives".to_owned()
}

fn first_step() -> usize {
    1
}

/// A value that is written as text of its own kind.
fn from_text<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    String::deserialize(from)?.parse().map_err(de::Error::custom)
}

/// The same where it may be left out.
fn some_from_text<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    from_text(from).map(Some)
}

/// A list of such values; an error stands at the value that is wrong.
fn from_texts<'de, T: FromStr<Err: fmt::Display>, D: Deserializer<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let texts = Vec::<Parsed<T>>::deserialize(from)?;
    Ok(texts.into_iter().map(|parsed| parsed.0).collect())
}

struct Parsed<T>(T);

impl<'de, T: FromStr<Err: fmt::Display>> Deserialize<'de> for Parsed<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from_text(from).map(Self)
    }
}

impl<'de> Deserialize<'de> for Choices {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Choices;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a number of choices, or sentences about the scene")
            }

            fn visit_i64<E: de::Error>(self, count: i64) -> Result<Choices, E> {
                usize::try_from(count).map(Choices::Facts).map_err(de::Error::custom)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Choices, A::Error> {
                let mut goals = Vec::new();
                while let Some(Parsed(goal)) = list.next_element()? {
                    goals.push(goal);
                }
                Ok(Choices::Goals(goals))
            }
        }
        from.deserialize_any(Either)
    }
}

impl Choices {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Goals(goals) => goals.len(),
            Self::Facts(count) => *count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::training::GREY;

    #[test]
    fn a_drill_is_under_way_by_powers_of_ten() {
        let half = (GREY * SOLVED).sqrt();
        for (error, part) in [(2.0, 0.0), (GREY, 0.0), (half, 0.5), (SOLVED, 1.0), (1e-6, 1.0), (0.0, 1.0)] {
            assert!((DrillPlan::progress(error, GREY) - part).abs() < 1e-6, "{error}");
        }
    }
}
