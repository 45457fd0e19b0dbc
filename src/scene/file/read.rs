//! From a file's text to a scene, keeping the place of every number for the errors.

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::error::Near;
use super::ghosts::GHOST;
use super::{OLDEST, Place, SceneFileError, VERSION};
use crate::engine::network::{Parameter, Part, Term, Wub};
use crate::scene::check::{check_message, shown, whole};
use crate::scene::{Claim, Layers, MAX_SEED, Scene, SceneError, SceneField};

/// The keys at the top of a file.
const TOP: &[&str] =
    &["version", "message", "noise", "seed", "layers", "paints", "claims", "rnn", "lstm", "map", "ghosts"];
/// The keys of `[rnn]`, and of `[lstm.g]`, which is no gate and cannot be held.
const WUB: &[&str] = &["w", "u", "b"];
/// The keys of a gate.
const GATE: &[&str] = &["w", "u", "b", "held"];
/// The tables of `[lstm]`.
const PARTS: &[&str] = &["i", "f", "o", "g"];
/// The names of the layers.
const LAYERS: &[&str] = &["valves", "curves", "weights", "gradient", "map"];

/// The scene and the claims of a file.
pub(super) fn document(file: &str, text: &str) -> Result<(Scene, Vec<Claim>), SceneFileError> {
    let mut reader = Reader { file, text, ghost: None, numbers: Vec::new() };
    let document = DeTable::parse(text).map_err(|error| SceneFileError::Syntax {
        at: reader.at(error.span().map_or(0, |span| span.start)),
        message: error.message().split_whitespace().collect::<Vec<_>>().join(" "),
    })?;
    let top = document.get_ref();
    // The version comes first: a newer file may well have keys that are unknown here.
    reader.version(top)?;
    reader.known_keys(top, "", TOP)?;
    let mut scene = reader.scene(top)?;
    scene.ghosts = reader.ghosts(top)?;
    let claims = reader.claims(top)?;
    Ok((scene, claims))
}

/// What is read, and where its numbers stand.
pub(super) struct Reader<'a> {
    pub(super) file: &'a str,
    pub(super) text: &'a str,
    /// The ghost, from 1, that is being read, if it is one.
    pub(super) ghost: Option<u8>,
    pub(super) numbers: Vec<(SceneField, usize)>,
}

/// A value and where it stands.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    /// The place of a byte of the text.
    pub(super) fn at(&self, offset: usize) -> Place {
        // The TOML reader may point beyond the end, or into a character.
        let before = (0..=offset.min(self.text.len())).rev().find_map(|end| self.text.get(..end));
        Place { ghost: self.ghost, ..Place::after(self.file, before.unwrap_or_default()) }
    }

    /// Checks the version.
    fn version(&self, top: &DeTable<'_>) -> Result<(), SceneFileError> {
        let value = self.required(top, "version")?;
        let found = self.whole_number("version", value)?;
        let at = || self.at(value.span().start);
        match found {
            found if (i128::from(OLDEST)..=i128::from(VERSION)).contains(&found) => Ok(()),
            found if found > i128::from(VERSION) => Err(SceneFileError::Newer { at: at(), found }),
            found => Err(SceneFileError::NoSuchVersion { at: at(), found }),
        }
    }

    /// Reads everything but version, ghosts and claims, and checks the ranges.
    pub(super) fn scene(&mut self, top: &DeTable<'_>) -> Result<Scene, SceneFileError> {
        let paints = self.paints(self.required(top, "paints")?)?;
        let mut scene = Scene { paints, ..Scene::default() };
        self.number(top, "noise", SceneField::Noise, &mut scene.noise)?;
        if let Some(value) = top.get("seed") {
            let seed = self.whole_number("seed", value)?;
            self.ranged(value, whole(SceneField::Seed, seed, 0, MAX_SEED))?;
            scene.seed = u64::try_from(seed).unwrap_or(scene.seed);
        }
        if let Some(value) = top.get("message") {
            let message = self.whole_number("message", value)?;
            // An empty sequence has no step at all; the check below says so in better words.
            self.ranged(value, check_message(message, scene.length().max(1)))?;
            scene.message = usize::try_from(message).unwrap_or(scene.message);
        }
        if let Some(value) = top.get("layers") {
            scene.layers = self.layers(value)?;
        }
        if let Some(rnn) = self.optional_table(top, "rnn", "rnn")? {
            self.known_keys(rnn, "rnn", WUB)?;
            self.wub(rnn, Parameter::Rnn, &mut scene.rnn)?;
        }
        if let Some(lstm) = self.optional_table(top, "lstm", "lstm")? {
            self.known_keys(lstm, "lstm", PARTS)?;
            self.lstm(lstm, &mut scene)?;
        }
        if let Some(map) = self.optional_table(top, "map", "map")? {
            scene.map = self.map(map)?;
        }
        scene.check().map_err(|error| self.out_of_range(top, error))?;
        Ok(scene)
    }

    /// Reads the tables of the LSTM.
    fn lstm(&mut self, lstm: &DeTable<'_>, scene: &mut Scene) -> Result<(), SceneFileError> {
        for part in Part::ALL {
            let (name, keys, held) = match part {
                Part::I => ("lstm.i", GATE, Some(&mut scene.held.i)),
                Part::F => ("lstm.f", GATE, Some(&mut scene.held.f)),
                Part::O => ("lstm.o", GATE, Some(&mut scene.held.o)),
                Part::G => ("lstm.g", WUB, None),
            };
            let Some(gate) = self.optional_table(lstm, part.letter(), name)? else { continue };
            self.known_keys(gate, name, keys)?;
            self.wub(gate, |term| Parameter::Lstm(part, term), scene.lstm.get_mut(part))?;
            if let Some(held) = held.filter(|_| gate.contains_key("held")) {
                let value = held.insert(0.0);
                self.number(gate, "held", SceneField::Held(part), value)?;
            }
        }
        Ok(())
    }

    /// Reads w, u and b, those that are there.
    fn wub(
        &mut self,
        table: &DeTable<'_>,
        name: impl Fn(Term) -> Parameter,
        to: &mut Wub,
    ) -> Result<(), SceneFileError> {
        Term::ALL
            .into_iter()
            .try_for_each(|term| self.number(table, term.letter(), SceneField::Weight(name(term)), to.get_mut(term)))
    }

    /// Reads the sequence.
    fn paints(&mut self, value: &Value<'_>) -> Result<Vec<f64>, SceneFileError> {
        let mut paints = Vec::new();
        for (step, paint) in (1..).zip(self.array("paints", value)?) {
            self.numbers.push((SceneField::Paint(step), paint.span().start));
            paints.push(self.float(&SceneField::Paint(step).to_string(), paint)?);
        }
        Ok(paints)
    }

    /// Reads the open layers.
    fn layers(&self, value: &Value<'_>) -> Result<Layers, SceneFileError> {
        let mut layers = Layers { valves: false, curves: false, weights: false, gradient: false, map: false };
        for entry in self.array("layers", value)? {
            match self.string("layers", entry)? {
                "valves" => layers.valves = true,
                "curves" => layers.curves = true,
                "weights" => layers.weights = true,
                "gradient" => layers.gradient = true,
                "map" => layers.map = true,
                other => {
                    let (at, near) = (self.at(entry.span().start), nearest(other, LAYERS));
                    return Err(SceneFileError::Layer { at, found: shown(other), near, known: LAYERS });
                }
            }
        }
        Ok(layers)
    }

    /// Reads the claims, if there are any.
    fn claims(&self, top: &DeTable<'_>) -> Result<Vec<Claim>, SceneFileError> {
        let Some(value) = top.get("claims") else { return Ok(Vec::new()) };
        let claim = |entry| {
            let text = self.string("claims", entry)?;
            text.parse().map_err(|error| SceneFileError::Claim { at: self.at(entry.span().start), error })
        };
        self.array("claims", value)?.iter().map(claim).collect()
    }

    /// Refuses keys that a table does not have, the first in the file first.
    pub(super) fn known_keys(
        &self,
        table: &DeTable<'_>,
        name: &'static str,
        known: &'static [&'static str],
    ) -> Result<(), SceneFileError> {
        let unknown = table.keys().filter(|key| !known.contains(&key.get_ref().as_ref()));
        let Some(key) = unknown.min_by_key(|key| key.span().start) else { return Ok(()) };
        let word: &str = key.get_ref().as_ref();
        // What a ghost has too may have slipped below a header of the ghost's own.
        let slipped = !name.is_empty() && TOP.contains(&word) && !(self.ghost.is_some() && GHOST.contains(&word));
        let near = if slipped { Some(Near::Top) } else { nearest(word, known).map(Near::Key) };
        Err(SceneFileError::UnknownKey {
            at: self.at(key.span().start),
            key: shown(word).into(),
            table: self.table(name),
            near,
            known,
        })
    }

    /// A table's name in the file.
    fn table(&self, name: &str) -> Box<str> {
        if self.ghost.is_some() && name != "ghosts" { format!("ghosts.{name}").into() } else { name.into() }
    }

    /// The value of a key that must be there.
    pub(super) fn required<'t, 'i>(
        &self,
        table: &'t DeTable<'i>,
        key: &'static str,
    ) -> Result<&'t Value<'i>, SceneFileError> {
        table.get(key).ok_or_else(|| SceneFileError::MissingKey { file: self.file.to_owned(), key })
    }

    /// A table that may be left out.
    fn optional_table<'t, 'i>(
        &self,
        table: &'t DeTable<'i>,
        key: &str,
        name: &str,
    ) -> Result<Option<&'t DeTable<'i>>, SceneFileError> {
        let Some(value) = table.get(key) else { return Ok(None) };
        value.get_ref().as_table().map(Some).ok_or_else(|| self.wrong_type(name, value, "a table"))
    }

    /// Reads a number that may be left out, and keeps its place.
    fn number(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        field: SceneField,
        to: &mut f64,
    ) -> Result<(), SceneFileError> {
        if let Some(value) = table.get(key) {
            self.numbers.push((field, value.span().start));
            *to = self.float(&field.to_string(), value)?;
        }
        Ok(())
    }

    /// A number, written as a float or as a whole number.
    fn float(&self, key: &str, value: &Value<'_>) -> Result<f64, SceneFileError> {
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().parse().ok(),
            // Beyond an i128 it is outside every range, and infinity says that too.
            DeValue::Integer(whole) => Some(parsed(whole).map_or(f64::INFINITY, |whole| whole as f64)),
            _ => None,
        };
        number.ok_or_else(|| self.wrong_type(key, value, "a number"))
    }

    /// A whole number.
    fn whole_number(&self, key: &str, value: &Value<'_>) -> Result<i128, SceneFileError> {
        let whole = value.get_ref().as_integer().ok_or_else(|| self.wrong_type(key, value, "a whole number"))?;
        Ok(parsed(whole).unwrap_or(i128::MAX))
    }

    /// An array.
    pub(super) fn array<'t, 'i>(&self, key: &str, value: &'t Value<'i>) -> Result<&'t [Value<'i>], SceneFileError> {
        value.get_ref().as_array().map(|array| &**array).ok_or_else(|| self.wrong_type(key, value, "an array"))
    }

    /// An entry of an array of texts.
    pub(super) fn string<'t>(&self, key: &str, value: &'t Value<'_>) -> Result<&'t str, SceneFileError> {
        value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.wrong_type(&format!("an entry of {key}"), value, "a text in quotes"))
    }

    /// The error for a value of the wrong type.
    pub(super) fn wrong_type(&self, key: &str, value: &Value<'_>, needed: &'static str) -> SceneFileError {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "an array",
            DeValue::Table(_) => "a table",
        };
        SceneFileError::Type { at: self.at(value.span().start), key: key.to_owned(), found, needed }
    }

    /// Puts the place of `value` to an error of range.
    pub(super) fn ranged(&self, value: &Value<'_>, check: Result<(), SceneError>) -> Result<(), SceneFileError> {
        check.map_err(|error| SceneFileError::Range { at: self.at(value.span().start), error })
    }

    /// Finds the place of a number that [`Scene::check`] refused.
    fn out_of_range(&self, top: &DeTable<'_>, error: SceneError) -> SceneFileError {
        let kept = self.numbers.iter().find(|(field, _)| Some(*field) == error.field()).map(|(_, offset)| *offset);
        let offset = kept.or_else(|| top.get("paints").map(|paints| paints.span().start));
        SceneFileError::Range { at: self.at(offset.unwrap_or(0)), error }
    }
}

/// A whole number's value, if an i128 can hold it.
fn parsed(whole: &DeInteger<'_>) -> Option<i128> {
    i128::from_str_radix(whole.as_str(), whole.radix()).ok()
}

/// The known name that is spelt most like `word`, if one is near enough to be meant.
pub(super) fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    /// Below this two words look unrelated ("noise" and "seed" have 0.5, "nois" and "noise" 0.96).
    const NEAR: f64 = 0.8;
    let likeness = |name: &&str| strsim::jaro_winkler(word, name);
    let best = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(&best) >= NEAR).then_some(best)
}
