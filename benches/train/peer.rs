//! The same training step by another framework, in a process of its own.

use std::error::Error;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use paint_dilution::engine::cell::CellKind;

use crate::case::Case;

/// The crate that brings it along; no other build of the program builds it.
const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/Cargo.toml");

/// candle, asked line by line; `benches/peers/src/main.rs` says what.
pub struct Peer {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Builds it and starts it, on one thread.
    ///
    /// # Errors
    /// Where it cannot be built: it needs the network once.
    pub fn start() -> Result<Self, Box<dyn Error>> {
        if !cargo("build").status()?.success() {
            return Err("its build failed".into());
        }
        let mut run = cargo("run");
        // Rayon's own variable; candle's matrix products follow it too.
        run.env("RAYON_NUM_THREADS", "1").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = run.spawn()?;
        let asks = child.stdin.take().ok_or("no way to ask it")?;
        let answers = BufReader::new(child.stdout.take().ok_or("no way to hear it")?);
        Ok(Self { child, asks, answers })
    }

    /// Whether it has that cell at all.
    pub fn has(kind: CellKind) -> bool {
        kind != CellKind::Rnn
    }

    /// Takes up a case.
    pub fn prepare(&mut self, case: &Case) -> Result<(), Box<dyn Error>> {
        let Case { kind, hidden_size, length, batch } = case;
        self.ask(&format!("case {kind} {hidden_size} {length} {batch}"))?;
        Ok(())
    }

    /// Trains so many steps; the loss before each.
    pub fn train(&mut self, steps: usize) -> Result<Vec<f64>, Box<dyn Error>> {
        let losses = self.ask(&format!("train {steps}"))?;
        Ok(losses.split_whitespace().map(str::parse).collect::<Result<_, _>>()?)
    }

    /// Trains so many steps; the nanoseconds that they took.
    pub fn nanoseconds(&mut self, steps: usize) -> Result<f64, Box<dyn Error>> {
        Ok(self.ask(&format!("time {steps}"))?.trim().parse()?)
    }

    fn ask(&mut self, line: &str) -> Result<String, Box<dyn Error>> {
        writeln!(self.asks, "{line}")?;
        self.asks.flush()?;
        let mut answer = String::new();
        if self.answers.read_line(&mut answer)? == 0 {
            return Err(format!("it ended at {line:?}: {}", self.child.wait()?).into());
        }
        Ok(answer)
    }
}

fn cargo(what: &str) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args([what, "--release", "--locked", "--quiet", "--manifest-path", MANIFEST]);
    cargo
}
