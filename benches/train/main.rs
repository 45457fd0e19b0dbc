//! One training step on one thread, of every cell and many sizes: how long it takes, against candle
//! in the same minute, and what share of this core's floating-point peak it reaches.
//!
//! ```text
//! cargo bench --bench train                      everything, about ten minutes
//! cargo bench --bench train -- bars              what there are ceilings for
//! cargo bench --bench train -- lstm-h16 gru      cases whose names begin so
//! cargo bench --bench train -- bars no-peer      without candle
//! ```
//!
//! A training step is forward, backpropagation through time, clipping by the gradient's norm and
//! Adam, on one batch. Both sides begin with the same weights and learn the same batch, and first
//! their losses are held against each other. Then they take turns, a round each, so that what else
//! the machine does falls on both: the ratio of a pair holds better than a time. The peak is measured
//! within each round too. It tells what is over its ceiling and fails on nothing.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a bench fails by panicking, and its counts are small"
)]

mod case;
mod ours;
mod peak;
mod peer;
mod rounds;
mod traces;

use std::error::Error;

use paint_dilution::engine::kernel::{Level, levels};

use crate::case::{Bar, Case};
use crate::ours::Ours;
use crate::peer::Peer;
use crate::rounds::{best, median, nanoseconds, quantile, repeats};

/// Pairs of rounds a case: odd, so that the median is one of them.
const ROUNDS: usize = 15;
/// Steps in which the loss must come down on both sides, from wherever it went up to.
const LEARNING: usize = 10;
/// The first of them, in which both sides must have the same losses: before the first update, and
/// after one and two, whose second has moments of both. Later ones tell less: Adam divides by a
/// gradient's own size, so that of one near 0 rounding is all that is left, and a large network's
/// first steps throw its loss up and down.
const SAME: usize = 3;
/// What rounding may do to a loss in these.
const TOLERANCE: f64 = 1e-4;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo's own argument is no case.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let level = Level::new();
    let mut peer = if words.iter().any(|word| word == "no-peer") { None } else { started() };
    let peak = (0..50).map(|_| peak::gflops(level)).fold(0.0, f64::max);
    let levels = levels();
    let name = levels.last().map_or("plain", |(name, _)| name);
    println!(
        "{name}, one thread; peak {peak:.1} GFLOP/s; medians of {ROUNDS} rounds; ratios of their pairs: 10 · 50 · 90 %"
    );
    println!("{:18} {:>10} {:>10}  {:>9} {:>6}   candle, ratios, losses apart", "", "µs", "best", "GFLOP/s", "peak");
    for case in chosen(&words) {
        measure(level, &case, peer.as_mut().filter(|_| Peer::has(case.kind)))?;
    }
    traces::tell(level, peak);
    Ok(())
}

/// The peer; where it cannot be had, that is said and the bench goes on.
fn started() -> Option<Peer> {
    Peer::start().inspect_err(|error| println!("without candle: {error}")).ok()
}

/// The cases that are asked for; all where none are.
fn chosen(words: &[String]) -> Vec<Case> {
    let wanted: Vec<&String> = words.iter().filter(|word| *word != "no-peer").collect();
    let is_wanted = |case: &Case| {
        let named =
            |word: &&String| if *word == "bars" { case.bar().is_some() } else { case.name().starts_with(*word) };
        wanted.is_empty() || wanted.iter().any(named)
    };
    Case::all().into_iter().filter(is_wanted).collect()
}

/// What the rounds of a case took, in nanoseconds a step, and the peak meanwhile.
#[derive(Default)]
struct Measured {
    ours: Vec<f64>,
    peers: Vec<f64>,
    peaks: Vec<f64>,
    /// How far the first losses of both sides are apart, relative.
    apart: f64,
}

/// Lets both sides take turns, and tells the result.
fn measure(level: Level, case: &Case, mut peer: Option<&mut Peer>) -> Result<(), Box<dyn Error>> {
    let mut ours = Ours::new(level, &case.setup());
    let losses: Vec<f64> = (0..LEARNING).map(|_| ours.step()).collect();
    let mut measured = Measured::default();
    if let Some(peer) = peer.as_deref_mut() {
        peer.prepare(case)?;
        measured.apart = apart(case, &losses, &peer.train(LEARNING)?);
    }
    let our_steps = repeats(nanoseconds(|| _ = ours.step()));
    let peer_steps = peer.as_deref_mut().map(|peer| peer.nanoseconds(1)).transpose()?.map(repeats);
    for _ in 0..ROUNDS {
        measured.peaks.push(peak::gflops(level));
        let took = nanoseconds(|| (0..our_steps).for_each(|_| _ = ours.step()));
        measured.ours.push(took / our_steps as f64);
        if let (Some(peer), Some(steps)) = (peer.as_deref_mut(), peer_steps) {
            measured.peers.push(peer.nanoseconds(steps)? / steps as f64);
        }
    }
    tell(case, &measured);
    Ok(())
}

/// How far the first losses of the two sides are apart, relative; says so where they do not learn the same.
fn apart(case: &Case, ours: &[f64], peers: &[f64]) -> f64 {
    let differences = ours.iter().zip(peers).take(SAME).map(|(ours, peers)| ((ours - peers) / peers).abs());
    let largest = differences.fold(0.0, f64::max);
    let falls = [ours, peers].iter().all(|losses| losses.last() < losses.iter().max_by(|a, b| a.total_cmp(b)));
    // written so that NaN is told too
    if !(largest <= TOLERANCE && falls && peers.len() == ours.len()) {
        println!("{}: the losses DIFFER by {largest:.1e}: {ours:?} here, {peers:?} in candle", case.name());
    }
    largest
}

fn tell(case: &Case, measured: &Measured) {
    let Measured { ours, peers, peaks, apart } = measured;
    let micros = |nanoseconds: f64| nanoseconds / 1e3;
    let gflops = case.operations() / median(ours);
    let share = gflops / median(peaks);
    let ratios: Vec<f64> = peers.iter().zip(ours).map(|(peer, ours)| peer / ours).collect();
    let against = if ratios.is_empty() {
        String::new()
    } else {
        let [low, middle, high] = [0.1, 0.5, 0.9].map(|share| quantile(&ratios, share));
        format!("   {:9.0} µs   {low:5.1} · {middle:5.1} · {high:5.1} x   {apart:.0e}", micros(median(peers)))
    };
    let verdict = case.bar().map_or(String::new(), |bar| verdict(bar, share, &ratios));
    println!(
        "{:18} {:10.1} {:10.1}  {gflops:9.1} {:4.0} %{against}{verdict}",
        case.name(),
        micros(median(ours)),
        micros(best(ours)),
        100.0 * share
    );
}

/// Whether a case reaches what is wanted of it.
fn verdict(Bar { times, share: wanted }: Bar, share: f64, ratios: &[f64]) -> String {
    let word = |reached: bool| if reached { "within" } else { "OVER" };
    let speed =
        if ratios.is_empty() { String::new() } else { format!("   {} {times} x", word(median(ratios) >= times)) };
    format!("{speed}   {} {:.0} % of the peak", word(share >= wanted), 100.0 * wanted)
}
