//! What can be asked of training on the command line.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::str::FromStr;

use clap::Args;

use super::Format;
use crate::command::{Cells, CommaSeparated, Shard};
use crate::engine::training::setup::{BATCHES, CLIPS, HIDDEN_SIZES, LEARNING_RATES, LENGTHS, NOISES, SEEDS};
use crate::engine::training::{HorizonRequest, RACERS, Racer, Setup, Start};

const TRAIN_EXAMPLES: &str = "\
Examples:
  paint-dilution train                             an LSTM, 2000 training steps
  paint-dilution train --cell lstm,gru,rnn --seed 7 --log run.csv
  paint-dilution train --length 50 --init chrono --save my-model.safetensors
A file NAME.safetensors of several cells becomes NAME-lstm.safetensors, NAME-gru.safetensors, …
The error printed is the mean squared one of recalling the first colour, on 1,024 sequences that no
network was trained on; always answering grey scores about a third. Ctrl+C ends the training early:
the network is saved and its error printed as it is then.";

const HORIZON_EXAMPLES: &str = "\
Examples:
  paint-dilution horizon > horizon.csv             five racers, six lengths, five seeds
  paint-dilution horizon --race lstm:forget:3,gru:forget:3 --lengths 50,100
  paint-dilution horizon --shard 2/8 --out part-2.csv
                                                   an eighth of it, on the second of eight machines
The parts of one horizon follow each other: `cat part-1.csv part-2.csv …` is the whole table.";

/// The training steps that can be asked for.
const STEPS: RangeInclusive<usize> = 1..=10_000_000;

/// What to train, and what to keep of it.
#[derive(Debug, Args)]
#[command(after_help = TRAIN_EXAMPLES, allow_negative_numbers = true)]
pub struct TrainArguments {
    /// The cells to train, one after the other: rnn, lstm, gru
    #[arg(long, value_name = "CELLS", default_value = "lstm")]
    pub cell: Cells,
    /// Training steps of each
    #[arg(long, value_name = "N", default_value_t = 2000, value_parser = within(STEPS))]
    pub steps: usize,
    /// The sequence length T
    #[arg(long, value_name = "T", default_value_t = Setup::default().length, value_parser = within(LENGTHS))]
    pub length: usize,
    /// What each network learns with.
    #[command(flatten)]
    pub learning: LearningArguments,
    /// Of the initial weights and of all that is drawn
    #[arg(long, value_name = "SEED", default_value_t = Setup::default().seed, value_parser = within(SEEDS))]
    pub seed: u64,
    /// The weights to begin with: torch, forget:N (N more on the bias of f, or of a GRU's z), chrono,
    /// identity; without it forget:2, and an RNN as PyTorch's
    #[arg(long, value_name = "START")]
    pub init: Option<Start>,
    /// A file for the trained network, safetensors under PyTorch's names, written whole or not at all
    #[arg(long, value_name = "FILE")]
    pub save: Option<PathBuf>,
    /// A file for the loss and the recall error on the way, as CSV
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
}

/// Sizes and rates that runs have in common.
#[derive(Debug, Args)]
pub struct LearningArguments {
    /// The hidden size H
    #[arg(long, value_name = "H", default_value_t = Setup::default().hidden_size, value_parser = within(HIDDEN_SIZES))]
    pub hidden: usize,
    /// The sequences of one training step
    #[arg(long, value_name = "B", default_value_t = Setup::default().batch, value_parser = within(BATCHES))]
    pub batch: usize,
    /// Adam's learning rate
    #[arg(long, value_name = "RATE", default_value_t = Setup::default().learning_rate, value_parser = within(LEARNING_RATES))]
    pub lr: f64,
    /// σ of the noise on the grey steps
    #[arg(long, value_name = "SIGMA", default_value_t = Setup::default().noise, value_parser = within(NOISES))]
    pub noise: f64,
    /// The norm at which the gradient is clipped
    #[arg(long, value_name = "NORM", default_value_t = Setup::default().clip, value_parser = within(CLIPS))]
    pub clip: f64,
}

/// What horizon.
#[derive(Debug, Args)]
#[command(after_help = HORIZON_EXAMPLES, allow_negative_numbers = true)]
pub struct HorizonArguments {
    /// Who takes part, as CELL:START; the starts are those of `train --init`
    #[arg(long, value_name = "RACERS", default_value_t = CommaSeparated(RACERS.to_vec()))]
    pub race: CommaSeparated<Racer>,
    /// The sequence lengths T
    #[arg(long, value_name = "LENGTHS", default_value_t = CommaSeparated(HorizonRequest::default().lengths), value_parser = each_within(LENGTHS))]
    pub lengths: CommaSeparated<usize>,
    /// The seeds of each racer at each length
    #[arg(long, value_name = "SEEDS", default_value_t = CommaSeparated(HorizonRequest::default().seeds), value_parser = each_within(SEEDS))]
    pub seeds: CommaSeparated<u64>,
    /// Training steps of each run; who can learn a length has learned it after 1500
    #[arg(long, value_name = "N", default_value_t = HorizonRequest::default().steps, value_parser = within(STEPS))]
    pub steps: usize,
    /// What each network learns with.
    #[command(flatten)]
    pub learning: LearningArguments,
    /// Only part K of N, from 1: the parts cost about the same, and the first has the header
    #[arg(long, value_name = "K/N", default_value_t)]
    pub shard: Shard,
    /// How to write it; the parts of a horizon follow each other as CSV only
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    pub format: Format,
    /// A file to write, whole or not at all, instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

impl LearningArguments {
    /// A run with these, for the rest the default.
    pub(in crate::command) fn setup(&self) -> Setup {
        let Self { hidden, batch, lr, noise, clip } = *self;
        Setup { hidden_size: hidden, batch, learning_rate: lr, noise, clip, ..Setup::default() }
    }
}

/// A number of a range.
fn within<N>(range: RangeInclusive<N>) -> impl Fn(&str) -> Result<N, String> + Clone + Send + Sync + 'static
where
    N: FromStr + PartialOrd + Display + Clone + Send + Sync + 'static,
{
    move |text| {
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("a number from {} to {} is needed", range.start(), range.end()))
    }
}

/// Numbers of a range.
fn each_within<N>(
    range: RangeInclusive<N>,
) -> impl Fn(&str) -> Result<CommaSeparated<N>, String> + Clone + Send + Sync + 'static
where
    N: FromStr + PartialOrd + Display + Clone + Send + Sync + 'static,
{
    let one = within(range);
    move |text| CommaSeparated::parse(text, &one)
}
