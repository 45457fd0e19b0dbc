//! What is written as a list on the command line, and the part of a whole (`2/8`).

use std::fmt::{self, Display};
use std::str::FromStr;

use crate::engine::cell::CellKind;
use crate::engine::training::Racer;

/// Values between commas, none of them twice; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct CommaSeparated<T>(pub Vec<T>);

impl<T: PartialEq + Display> CommaSeparated<T> {
    /// Reads each part with `one`.
    ///
    /// # Errors
    /// What `one` says of the first part that is none, or that a part stands twice.
    pub fn parse(text: &str, one: impl Fn(&str) -> Result<T, String>) -> Result<Self, String> {
        let mut list = Vec::new();
        for part in text.split(',') {
            let value = one(part)?;
            if list.contains(&value) {
                return Err(format!("{value} is given twice"));
            }
            list.push(value);
        }
        Ok(Self(list))
    }
}

impl<T: Display> Display for CommaSeparated<T> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        to.write_str(&parts.join(","))
    }
}

impl FromStr for CommaSeparated<Racer> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::parse(text, |part| part.parse().map_err(|error: <Racer as FromStr>::Err| error.to_string()))
    }
}

/// Cells by their names, in the order in which they are trained.
pub type Cells = CommaSeparated<CellKind>;

impl FromStr for Cells {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::parse(text, |part| part.parse().map_err(|error: <CellKind as FromStr>::Err| error.to_string()))
    }
}

/// Part `number` of `of`, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    /// Which, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

impl Default for Shard {
    /// All of it.
    fn default() -> Self {
        Self { number: 1, of: 1 }
    }
}

impl Display for Shard {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| Some((number.parse().ok()?, of.parse().ok()?)));
        let (number, of) = parts.ok_or("a part and the number of parts are needed, such as 2/8")?;
        if of == 0 {
            Err("there must be at least one part, such as 1/1".to_owned())
        } else if (1..=of).contains(&number) {
            Ok(Self { number, of })
        } else {
            Err(format!("parts count from 1: of {of} there are 1/{of} to {of}/{of}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cells, CommaSeparated, Shard};
    use crate::engine::cell::CellKind;
    use crate::engine::training::{RACERS, Racer};

    #[test]
    fn a_list_reads_back_from_its_text() {
        assert_eq!("lstm,RNN".parse(), Ok(CommaSeparated(vec![CellKind::Lstm, CellKind::Rnn])));
        let racers: CommaSeparated<Racer> = CommaSeparated(RACERS.to_vec());
        assert_eq!(racers.to_string().parse(), Ok(racers));
        for (wrong, said) in [
            ("", "no cell is called \"\""),
            ("lstm,", "no cell is called \"\""),
            ("lstm rnn", "there are rnn, lstm and gru"),
            ("lstm,gru,lstm", "lstm is given twice"),
        ] {
            let told = wrong.parse::<Cells>().unwrap_err();
            assert!(told.contains(said), "{wrong}: {told}");
        }
    }

    #[test]
    fn a_shard_is_a_part_that_there_is() {
        assert_eq!("2/8".parse(), Ok(Shard { number: 2, of: 8 }));
        assert_eq!("1/1".parse(), Ok(Shard::default()));
        for wrong in ["", "2", "0/8", "9/8", "0/0", "-1/8", "1/8/2", "a/b", "1.5/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
        assert!("9/8".parse::<Shard>().unwrap_err().contains("1/8 to 8/8"));
    }
}
