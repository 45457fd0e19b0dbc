//! How fast the numbers come: traces, the survival map, and all that a scene shows.
//!
//! ```text
//! cargo bench --bench numbers
//! ```
//!
//! A time depends on the machine and on who else uses it. Therefore the closing table has CPU time
//! beside the clock's, and ratios within the run, of the same minute on the same machine. About a
//! minute in all.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use cpu_time::ProcessTime;
use criterion::{Criterion, Throughput};
use ndarray::{Array1, Array2};
use paint_dilution::engine::cell::{Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::network::{Parameter, Part, Term, Weights};
use paint_dilution::engine::noise::standard_normals;
use paint_dilution::engine::survival::{Axis, MapRequest, OneUnit, Shown, SurvivalMap};
use paint_dilution::engine::work::finish;
use paint_dilution::engine::{EngineError, Real};
use paint_dilution::scene::{Run, Scene, blue_then_grey};
use rayon::{ThreadPool, ThreadPoolBuilder};

/// Points along a side of the map.
const SIDE: usize = 128;
/// The map's and the small traces' sequence length.
const LENGTH: usize = 100;
/// The large traces' hidden size and sequence length.
const LARGE: (usize, usize) = (128, 1000);
/// σ of the noise. Without any most sums are 0, and tanh(0) is had almost for nothing.
const NOISE: f64 = 0.3;

fn main() -> Result<(), Box<dyn Error>> {
    let criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_millis(2000))
        .configure_from_args();
    let mut bench = Bench { criterion, medians: BTreeMap::new() };
    small_traces::<f64>(&mut bench, "f64")?;
    small_traces::<f32>(&mut bench, "f32")?;
    large_traces::<f64>(&mut bench, "f64")?;
    large_traces::<f32>(&mut bench, "f32")?;
    let one = ThreadPoolBuilder::new().num_threads(1).build()?;
    let all = ThreadPoolBuilder::new().build()?;
    let noisy = scene(LENGTH);
    let (rnn, lstm) = (OneUnit::Rnn(noisy.rnn), OneUnit::Lstm(noisy.lstm, noisy.held));
    map(&mut bench, "map RNN one thread", &one, rnn, &noisy)?;
    map(&mut bench, "map RNN all threads", &all, rnn, &noisy)?;
    map(&mut bench, "map LSTM one thread", &one, lstm, &noisy)?;
    map(&mut bench, "map LSTM all threads", &all, lstm, &noisy)?;
    map(&mut bench, "map LSTM one thread, no noise", &one, lstm, &Scene { noise: 0.0, ..noisy })?;
    for length in [24, LENGTH, 1000] {
        let scene = scene(length);
        bench.measure(&format!("Run::of T={length}"), length, || Run::of(black_box(&scene)))?;
    }
    bench.criterion.final_summary();
    bench.say(all.current_num_threads());
    Ok(())
}

/// The default scene, with noise, as long as wanted.
fn scene(length: usize) -> Scene {
    Scene { paints: blue_then_grey(length), noise: NOISE, ..Scene::default() }
}

/// The scene's two networks of one unit along its sequence, everything kept.
fn small_traces<F: Real>(bench: &mut Bench, kind: &str) -> Result<(), EngineError> {
    let scene = scene(LENGTH);
    let x = column(scene.inputs());
    traces::<F>(bench, &format!("{kind} H=1"), &scene.rnn.rnn()?, &scene.lstm.lstm(scene.held)?, &x)
}

/// Two large networks along noise, everything kept.
fn large_traces<F: Real>(bench: &mut Bench, kind: &str) -> Result<(), EngineError> {
    let (hidden_size, length) = LARGE;
    let rnn = Rnn::new(weights(Rnn::<F>::BLOCKS, hidden_size))?;
    let lstm = Lstm::new(weights(Lstm::<F>::BLOCKS, hidden_size), Held::none())?;
    let x = column(standard_normals(1, length));
    traces::<F>(bench, &format!("{kind} H={hidden_size}"), &rnn, &lstm, &x)
}

fn traces<F: Real>(
    bench: &mut Bench,
    kind: &str,
    rnn: &Rnn<F>,
    lstm: &Lstm<F>,
    x: &Array2<F>,
) -> Result<(), EngineError> {
    let length = x.nrows();
    let hidden_size = rnn.weights().hidden_size();
    let (h0, start) = (Array1::from_elem(hidden_size, F::of(0.0)), LstmState::zeros(hidden_size));
    let of = |network: &str| format!("trace {network} {kind} T={length}");
    bench.measure(&of("RNN"), length, || black_box(rnn).trace(x.view(), h0.view()))?;
    bench.measure(&of("LSTM"), length, || black_box(lstm).trace(x.view(), &start))
}

/// Inputs of one channel `[T×1]`.
fn column<F: Real>(values: Vec<f64>) -> Array2<F> {
    Array1::from_iter(values.into_iter().map(F::of)).insert_axis(ndarray::Axis(1))
}

/// Weights for one input that keep sums near 1, whatever the hidden size.
fn weights<F: Real>(blocks: usize, hidden_size: usize) -> Weights<F> {
    let mut weights = Weights::zeros(blocks, 1, hidden_size);
    #[expect(clippy::cast_precision_loss, reason = "a hidden size is small")]
    let scale = 1.0 / (hidden_size as f64).sqrt();
    let draws = standard_normals(2, weights.weight_ih.len() + weights.weight_hh.len());
    let all = weights.weight_ih.iter_mut().chain(weights.weight_hh.iter_mut());
    all.zip(draws).for_each(|(weight, draw)| *weight = F::of(scale * draw));
    weights
}

/// A map over two weights, all that sliders allow: two runs at each of its points.
fn map(bench: &mut Bench, name: &str, pool: &ThreadPool, network: OneUnit, scene: &Scene) -> Result<(), EngineError> {
    let [x_axis, y_axis] = match network {
        OneUnit::Rnn(_) => [Parameter::Rnn(Term::U), Parameter::Rnn(Term::W)],
        OneUnit::Lstm(..) => [Parameter::Lstm(Part::F, Term::B), Parameter::Lstm(Part::I, Term::B)],
    }
    .map(|parameter| Axis {
        along: parameter.into(),
        from: -parameter.limit(),
        to: parameter.limit(),
        points: SIDE,
    });
    let request = MapRequest { network, sequence: scene.sequence(), x_axis, y_axis, shown: Shown::BlueAtT };
    bench.measure(name, SIDE * SIDE * 2 * scene.length(), || {
        pool.install(|| finish(SurvivalMap::new(black_box(&request).clone())?))
    })
}

/// Criterion, and the medians of what it measured.
struct Bench {
    criterion: Criterion,
    medians: BTreeMap<String, Median>,
}

/// Nanoseconds that a step of a network takes: by the clock, and of CPU time on all cores together.
struct Median {
    clock: f64,
    cpu: f64,
}

impl Bench {
    /// Measures work that takes so many steps of a network, once it was seen to succeed.
    fn measure<T>(
        &mut self,
        name: &str,
        steps: usize,
        work: impl Fn() -> Result<T, EngineError>,
    ) -> Result<(), EngineError> {
        work()?;
        #[expect(clippy::cast_precision_loss, reason = "counts of steps and rounds")]
        let a_step = |elapsed: Duration, rounds: u64| elapsed.as_secs_f64() * 1e9 / (rounds as f64 * steps as f64);
        let (mut clock, mut cpu) = (Vec::new(), Vec::new());
        let mut group = self.criterion.benchmark_group("numbers");
        group.throughput(Throughput::Elements(steps as u64));
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|rounds| {
                let cpu_start = ProcessTime::now();
                #[expect(clippy::disallowed_methods, reason = "a bench does not run in a browser")]
                let start = std::time::Instant::now();
                for _ in 0..rounds {
                    drop(black_box(work()));
                }
                let elapsed = start.elapsed();
                cpu.push(a_step(cpu_start.elapsed(), rounds));
                clock.push(a_step(elapsed, rounds));
                elapsed
            });
        });
        group.finish();
        // Nothing where a filter on the command line left it out.
        if let (Some(clock), Some(cpu)) = (median(clock), median(cpu)) {
            self.medians.insert(name.to_owned(), Median { clock, cpu });
        }
        Ok(())
    }

    /// The closing lines: nanoseconds a step, and ratios within this run.
    fn say(&self, threads: usize) {
        println!("\nmedians, in ns a step of a network  clock      CPU    cores   million steps/s");
        for (name, Median { clock, cpu }) in &self.medians {
            println!("  {name:<30}{clock:>10.1} {cpu:>8.1}   {:>6.2}   {:>10.3}", cpu / clock, 1e3 / clock);
        }
        println!();
        for (what, above, below) in [
            ("LSTM trace over RNN's, H=1", "trace LSTM f64 H=1 T=100", "trace RNN f64 H=1 T=100"),
            ("LSTM trace f64 over f32, H=1", "trace LSTM f64 H=1 T=100", "trace LSTM f32 H=1 T=100"),
            ("LSTM trace f64 over f32, H=128", "trace LSTM f64 H=128 T=1000", "trace LSTM f32 H=128 T=1000"),
            ("LSTM trace over LSTM map, a step", "trace LSTM f64 H=1 T=100", "map LSTM one thread"),
            ("LSTM map over RNN map", "map LSTM one thread", "map RNN one thread"),
            ("Run::of over LSTM trace, T=100", "Run::of T=100", "trace LSTM f64 H=1 T=100"),
        ] {
            if let (Some(above), Some(below)) = (self.medians.get(above), self.medians.get(below)) {
                println!("  CPU time, {what:<36}{:>6.2} ×", above.cpu / below.cpu);
            }
        }
        // Threads cannot win more than the cores that others left to them.
        if let (Some(one), Some(all)) =
            (self.medians.get("map LSTM one thread"), self.medians.get("map LSTM all threads"))
        {
            let (ratio, cores) = (one.clock / all.clock, all.cpu / all.clock);
            println!("  clock, LSTM map, one thread over {threads:<13}{ratio:>6.2} ×, with {cores:.2} cores to be had");
        }
    }
}

fn median(mut times: Vec<f64>) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied()
}
