//! One sequence through one LSTM with every gate kept.

use std::hint::black_box;

use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::kernel::Level;
use paint_dilution::engine::kernel::sequence::SequenceKernel;
use paint_dilution::engine::training::{RecallTask, Setup, initialise};

use crate::rounds::{best, median, nanoseconds, repeats};

/// Hidden size, and the most microseconds that are wanted for 100 steps, where there is a bar.
const TRACES: [(usize, Option<f64>); 4] = [(1, Some(3.5)), (16, Some(8.0)), (64, None), (128, None)];
const LENGTH: usize = 100;
const ROUNDS: usize = 51;

/// Measures and tells. `peak` is this core's, in GFLOP/s: the bars are for one of about 118.
pub fn tell(level: Level, peak: f64) {
    println!(
        "\none LSTM along {LENGTH} steps, every gate kept; the ceilings are for a peak of 118 GFLOP/s, here {peak:.0}"
    );
    for (hidden_size, ceiling) in TRACES {
        let setup = Setup { kind: CellKind::Lstm, hidden_size, length: LENGTH, ..Setup::default() };
        let x = RecallTask { length: LENGTH, noise: setup.noise }.probe([0.9, -0.2, 0.4], 1).map(|x| *x as f32);
        let mut kernel = SequenceKernel::new(level, &initialise(&setup), LENGTH).unwrap();
        let mut run = || {
            kernel.run(black_box(x.view())).unwrap();
            black_box(&mut kernel);
        };
        let times = repeats(nanoseconds(&mut run));
        let rounds: Vec<f64> =
            (0..ROUNDS).map(|_| nanoseconds(|| (0..times).for_each(|_| run())) / times as f64 / 1e3).collect();
        let verdict = ceiling.map_or(String::new(), |ceiling| {
            format!("   {} {ceiling} µs", if median(&rounds) <= ceiling { "within" } else { "OVER" })
        });
        println!("H {hidden_size:3}   {:8.2} µs (best {:8.2}){verdict}", median(&rounds), best(&rounds));
    }
}
