//! Training steps of candle, for the program's `cargo bench --bench train`, which starts this.
//!
//! Each line of standard input is asked, and answered by one line:
//!
//! ```text
//! case lstm 16 20 32    ready                 cell, H, T and batch; the weights and the batch are
//!                                             those that the program makes of that setup
//! train 10              0.34126 0.33951 …     so many training steps; the loss before each
//! time 25               48211000              so many training steps; nanoseconds in all
//! ```
//!
//! A training step is the program's: forward, backpropagation through time, clipping by the norm of
//! the whole gradient, Adam. The recurrent layer is candle's own (`candle_nn::LSTM` or
//! `candle_nn::GRU`, taken as they come; it has no plain RNN), and so are `loss::mse` on the last
//! step's linear readout, `backward` and the optimizer, AdamW without decay. The clipping is written
//! here, for candle has none.

mod trainee;

use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};
use std::time::Instant;

use paint_dilution::engine::training::Setup;

use trainee::Trainee;

fn main() -> Result<(), Box<dyn Error>> {
    let mut trainee = None;
    for line in stdin().lock().lines() {
        let line = line?;
        let words: Vec<&str> = line.split_whitespace().collect();
        let answer = match (words.as_slice(), &mut trainee) {
            (["case", kind, hidden_size, length, batch], trainee) => {
                let (hidden_size, length, batch) = (hidden_size.parse()?, length.parse()?, batch.parse()?);
                let setup = Setup { kind: kind.parse()?, hidden_size, length, batch, ..Setup::default() };
                *trainee = Some(Trainee::new(&setup)?);
                "ready".to_owned()
            }
            (["train", steps], Some(trainee)) => trained(trainee, steps.parse()?)?,
            (["time", steps], Some(trainee)) => timed(trainee, steps.parse()?)?,
            _ => return Err(format!("not understood: {line:?}").into()),
        };
        let mut stdout = stdout().lock();
        writeln!(stdout, "{answer}")?;
        stdout.flush()?;
    }
    Ok(())
}

/// So many steps; the losses, with as many digits as they have.
fn trained(trainee: &mut Trainee, steps: usize) -> Result<String, Box<dyn Error>> {
    let mut losses = Vec::with_capacity(steps);
    for _ in 0..steps {
        losses.push(trainee.step()?.to_scalar::<f32>()?.to_string());
    }
    Ok(losses.join(" "))
}

/// So many steps; the nanoseconds that they took.
#[expect(clippy::disallowed_methods, reason = "a bench runs in no browser")]
fn timed(trainee: &mut Trainee, steps: usize) -> Result<String, Box<dyn Error>> {
    let start = Instant::now();
    for _ in 0..steps {
        trainee.step()?;
    }
    Ok(start.elapsed().as_nanos().to_string())
}
