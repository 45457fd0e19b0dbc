//! What can be moved in a scene, by name: `rnn.u`, `f.b`, `x[12]`, `noise`, `hold.o`.

use std::fmt;
use std::str::FromStr;

use super::Scene;
use crate::engine::network::{Parameter, Part};

/// One number of a scene that a person can move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// A weight of either network: `rnn.u`, `f.b`.
    Weight(Parameter),
    /// The paint of a step, from 1: `x[12]`.
    Paint(usize),
    /// σ of the noise: `noise`.
    Noise,
    /// The seed of the noise: `seed`.
    Seed,
    /// The sequence length: `T`.
    Length,
    /// The message's step: `message`.
    Message,
    /// Whether a gate is held, and at what: `hold.o`. The candidate is no gate.
    Held(Part),
}

/// The gates, which can be held.
const GATES: [Part; 3] = [Part::I, Part::F, Part::O];

impl fmt::Display for Control {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Weight(weight) => weight.fmt(to),
            Self::Paint(step) => write!(to, "x[{step}]"),
            Self::Noise => to.write_str("noise"),
            Self::Seed => to.write_str("seed"),
            Self::Length => to.write_str("T"),
            Self::Message => to.write_str("message"),
            Self::Held(part) => write!(to, "hold.{}", part.letter()),
        }
    }
}

impl FromStr for Control {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let step = || name.strip_prefix("x[")?.strip_suffix(']')?.trim().parse().ok().filter(|step| *step > 0);
        let gate = || {
            let letter = name.strip_prefix("hold.")?;
            GATES.into_iter().find(|part| part.letter() == letter)
        };
        match name {
            "noise" => Ok(Self::Noise),
            "seed" => Ok(Self::Seed),
            "T" => Ok(Self::Length),
            "message" => Ok(Self::Message),
            _ => None
                .or_else(|| name.parse().ok().map(Self::Weight))
                .or_else(|| step().map(Self::Paint))
                .or_else(|| gate().map(Self::Held))
                .ok_or_else(|| {
                    format!(
                        "\"{name}\" is nothing that can be moved; rnn.w to rnn.b, i.w to g.b, x[1], noise, seed, T, \
                         message and hold.i, hold.f, hold.o are"
                    )
                }),
        }
    }
}

/// Which controls may be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Controls {
    /// Every one of them.
    All,
    /// These alone.
    These {
        /// They, in the order in which they are listed.
        controls: Vec<Control>,
        /// Whether the paint of every step may be changed too.
        paints: bool,
    },
}

impl Controls {
    /// None at all.
    #[must_use]
    pub const fn none() -> Self {
        Self::These { controls: Vec::new(), paints: false }
    }

    /// Whether that one may be moved.
    #[must_use]
    pub fn allows(&self, control: Control) -> bool {
        match self {
            Self::All => true,
            Self::These { controls, paints } => {
                controls.contains(&control) || (*paints && matches!(control, Control::Paint(_)))
            }
        }
    }
}

/// The controls by which two scenes differ. What is open on the page, ghosts and the map are none.
#[must_use]
pub fn moved(from: &Scene, to: &Scene) -> Vec<Control> {
    let mut moved = Vec::new();
    let mut note = |differs: bool, control: Control| moved.extend(differs.then_some(control));
    for weight in Parameter::all() {
        note(weight.get(&from.rnn, &from.lstm) != weight.get(&to.rnn, &to.lstm), Control::Weight(weight));
    }
    for part in GATES {
        note(from.held(part) != to.held(part), Control::Held(part));
    }
    note(from.length() != to.length(), Control::Length);
    for (step, (before, after)) in (1..).zip(from.paints.iter().zip(&to.paints)) {
        note(before != after, Control::Paint(step));
    }
    note(from.noise != to.noise, Control::Noise);
    note(from.seed != to.seed, Control::Seed);
    note(from.message != to.message, Control::Message);
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_control_is_written_as_it_is_read() {
        for name in ["rnn.u", "f.b", "g.w", "x[12]", "noise", "seed", "T", "message", "hold.i", "hold.o"] {
            assert_eq!(name.parse::<Control>().unwrap().to_string(), name);
        }
        for name in ["", "rnn", "rnn.f", "x[0]", "x[]", "x[a]", "hold.g", "hold", "t"] {
            let error = name.parse::<Control>().unwrap_err();
            assert!(error.starts_with(&format!("\"{name}\" is nothing that can be moved")), "{error}");
        }
    }

    #[test]
    fn every_control_that_was_moved_is_named_and_no_other() {
        let from = Scene::default();
        assert_eq!(moved(&from, &from), []);
        let mut to = from.clone();
        to.lstm.f.b = 3.0;
        to.held.o = Some(0.0);
        to.paints[11] = -1.0;
        to.noise = 0.2;
        to.layers.map = true;
        let names: Vec<String> = moved(&from, &to).iter().map(ToString::to_string).collect();
        assert_eq!(names, ["f.b", "hold.o", "x[12]", "noise"]);
    }

    #[test]
    fn only_what_is_listed_may_be_moved() {
        let listed = Controls::These { controls: vec!["rnn.u".parse().unwrap()], paints: true };
        for (name, allowed) in [("rnn.u", true), ("x[3]", true), ("rnn.w", false), ("noise", false)] {
            assert_eq!(listed.allows(name.parse().unwrap()), allowed, "{name}");
            assert!(Controls::All.allows(name.parse().unwrap()) && !Controls::none().allows(name.parse().unwrap()));
        }
    }
}
