//! The kernel on one thread: 16,384 networks along 100 steps, on every instruction set of this
//! machine, against the plain f64 cell in the same minute.
//!
//! `cargo bench --bench kernel --no-default-features`. The times are of this machine as busy as it
//! is; the ratios hold better. It tells what is over its ceiling and fails on nothing.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench fails by panicking")]

use std::hint::black_box;
use std::time::Duration;

use paint_dilution::engine::kernel::{
    LANES, Level, LstmTile, RnnTile, TileState, inputs, levels, lstm_along, rnn_along,
};
use paint_dilution::engine::survival::OneUnit;
use paint_dilution::scene::{Scene, blue_then_grey};

const NETWORKS: usize = 16_384;
const STEPS: usize = 100;
const ROUNDS: usize = 25;
/// Timed in as many parts, a fraction of a millisecond each: what else the machine does meanwhile
/// spoils one part, not a round.
const PARTS: usize = 16;
const TILES_A_PART: usize = NETWORKS / LANES / PARTS;
/// The plain cell takes this many of the networks, so that a round stays short.
const PLAIN: usize = NETWORKS / 16;

/// Networks of the default scene with the biases of f and i on a grid, as a map has them.
fn networks() -> Vec<Scene> {
    let side = NETWORKS.isqrt();
    #[expect(clippy::cast_precision_loss, reason = "a side of a grid")]
    let value = |at: usize| -12.0 + 24.0 * at as f64 / (side - 1) as f64;
    let scene = |at: usize| {
        let mut scene = Scene::default();
        (scene.lstm.f.b, scene.lstm.i.b) = (value(at % side), value(at / side));
        (scene.rnn.u, scene.rnn.b) = (value(at % side) / 8.0, value(at / side) / 8.0);
        scene
    };
    (0..side * side).map(scene).collect()
}

#[expect(clippy::disallowed_methods, reason = "a bench runs in no browser")]
fn timed(work: impl FnOnce()) -> Duration {
    let start = std::time::Instant::now();
    work();
    start.elapsed()
}

/// The times of one thing that is measured, part by part.
struct Times {
    name: String,
    networks: usize,
    ceiling_ms: Option<f64>,
    parts: Vec<Vec<Duration>>,
}

impl Times {
    fn new(name: String, networks: usize, ceiling_ms: Option<f64>) -> Self {
        Self { name, networks, ceiling_ms, parts: vec![Vec::new(); PARTS] }
    }

    /// One step of one network, from the round at that place, fastest first, of every part.
    #[expect(clippy::cast_precision_loss, reason = "a count of steps")]
    fn nanoseconds_a_step(&self, place: usize) -> f64 {
        let part = |times: &Vec<Duration>| {
            let mut times = times.clone();
            times.sort_unstable();
            times.get(place).unwrap().as_secs_f64()
        };
        self.parts.iter().map(part).sum::<f64>() * 1e9 / (self.networks * STEPS) as f64
    }

    #[expect(clippy::cast_precision_loss, reason = "a count of steps")]
    fn tell(&self, plain: &Self) {
        let (best, median) = (self.nanoseconds_a_step(0), self.nanoseconds_a_step(ROUNDS / 2));
        let whole_ms = median * (NETWORKS * STEPS) as f64 / 1e6;
        let ratio = plain.nanoseconds_a_step(ROUNDS / 2) / median;
        let verdict = self.ceiling_ms.map_or(String::new(), |ceiling| {
            format!("  {} {ceiling} ms", if whole_ms <= ceiling { "within" } else { "OVER" })
        });
        let name = &self.name;
        println!("{name:16} {median:7.2} ns a step (best {best:6.2})  {whole_ms:8.2} ms  {ratio:5.1} x{verdict}");
    }
}

fn ceiling_ms(name: &str) -> Option<f64> {
    match name {
        "AVX2" => Some(7.0),
        "baseline" => Some(15.0),
        _ => None,
    }
}

/// Measures in turns, so that what else the machine does falls on all alike, and tells the result.
fn compare(cell: &str, plain: impl Fn(usize), kernel: impl Fn(Level, usize)) {
    let mut plain_times = Times::new(format!("{cell} plain f64"), PLAIN, None);
    let mut kernel_times: Vec<_> = levels()
        .into_iter()
        .map(|(name, level)| {
            let ceiling = ceiling_ms(name).filter(|_| cell == "LSTM");
            (level, Times::new(format!("{cell} {name}"), NETWORKS, ceiling))
        })
        .collect();
    for part in (0..PARTS).cycle().take(ROUNDS * PARTS) {
        plain_times.parts[part].push(timed(|| plain(part)));
        for (level, times) in &mut kernel_times {
            times.parts[part].push(timed(|| kernel(*level, part)));
        }
    }
    plain_times.tell(&plain_times);
    kernel_times.iter().for_each(|(_, times)| times.tell(&plain_times));
}

fn main() {
    let scenes = networks();
    let x = blue_then_grey(STEPS);
    let short = inputs(&x);
    let chosen: Vec<_> = scenes.iter().step_by(NETWORKS / PLAIN).collect();
    let of_part = |part: usize| chosen.chunks(PLAIN / PARTS).nth(part).unwrap();
    println!("{NETWORKS} networks along {STEPS} steps on one thread, medians of {ROUNDS} rounds");

    let plain = |part: usize| {
        for scene in of_part(part) {
            black_box(OneUnit::Lstm(scene.lstm, scene.held).end(black_box(&x)).unwrap());
        }
    };
    let tile = |scenes: &[Scene]| LstmTile::of(scenes.iter().map(|scene| scene.lstm), scenes[0].held);
    let tiles: Vec<_> = scenes.chunks(LANES).map(tile).collect();
    let tiles: Vec<_> = tiles.chunks(TILES_A_PART).collect();
    compare("LSTM", plain, |level, part| {
        let mut states = [TileState::default(); TILES_A_PART];
        lstm_along(level, black_box(tiles[part]), black_box(&short), &mut states);
        black_box(states);
    });

    let plain = |part: usize| {
        for scene in of_part(part) {
            black_box(OneUnit::Rnn(scene.rnn).end(black_box(&x)).unwrap());
        }
    };
    let tiles: Vec<_> = scenes.chunks(LANES).map(|scenes| RnnTile::of(scenes.iter().map(|scene| scene.rnn))).collect();
    let tiles: Vec<_> = tiles.chunks(TILES_A_PART).collect();
    compare("RNN", plain, |level, part| {
        let mut states = [TileState::default(); TILES_A_PART];
        rnn_along(level, black_box(tiles[part]), black_box(&short), &mut states);
        black_box(states);
    });
}
