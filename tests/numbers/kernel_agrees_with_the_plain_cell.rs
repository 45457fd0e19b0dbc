//! The kernel's f32 against the plain cell's f64, on every instruction set of this machine.
//!
//! The bound is 1e-5 · max(1, max|S|): of a step's five activations each errs by less than 4e-7,
//! and a state of f near 1 gathers some dozens of these before f lets go of them.

use paint_dilution::engine::cell::Held;
use paint_dilution::engine::kernel::{
    LANES, Level, LstmTile, RnnTile, TileState, inputs, levels, lstm_along, rnn_along,
};
use paint_dilution::engine::noise::standard_normals;
use paint_dilution::engine::survival::OneUnit;
use paint_dilution::scene::{Scene, presets};

/// The states of many networks after each of the inputs, by the kernel: `[step][network]`.
fn swept(networks: &[OneUnit], x: &[f32], level: Level) -> Vec<Vec<f64>> {
    let rnns: Vec<_> = networks
        .iter()
        .filter_map(|network| match network {
            OneUnit::Rnn(rnn) => Some(*rnn),
            OneUnit::Lstm(..) => None,
        })
        .collect();
    let lstms: Vec<_> = networks
        .iter()
        .filter_map(|network| match network {
            OneUnit::Rnn(_) => None,
            OneUnit::Lstm(lstm, held) => Some((*lstm, *held)),
        })
        .collect();
    let rnn_tiles: Vec<_> = rnns.chunks(LANES).map(|rnns| RnnTile::of(rnns.iter().copied())).collect();
    let lstm_tiles: Vec<_> =
        lstms.chunks(LANES).map(|lstms| LstmTile::of(lstms.iter().map(|(unit, _)| *unit), lstms[0].1)).collect();
    let mut states = vec![TileState::default(); networks.len().div_ceil(LANES)];
    let step = |x: &f32| {
        let x = std::slice::from_ref(x);
        rnn_along(level, &rnn_tiles, x, &mut states);
        lstm_along(level, &lstm_tiles, x, &mut states);
        let lanes = states.iter().flat_map(|state| if lstms.is_empty() { state.h } else { state.s });
        lanes.take(networks.len()).map(f64::from).collect()
    };
    x.iter().map(step).collect()
}

/// Networks around one, so that no lane is like its neighbour.
fn neighbours(network: OneUnit, count: usize) -> Vec<OneUnit> {
    let near = |at: usize| {
        let mut network = network;
        let part = at as f64 / 64.0;
        match &mut network {
            OneUnit::Rnn(rnn) => rnn.u -= 0.3 * part,
            OneUnit::Lstm(lstm, _) => (lstm.f.b, lstm.i.b) = (lstm.f.b - part, lstm.i.b + part),
        }
        network
    };
    (0..count).map(near).collect()
}

/// The largest |difference| at any step, over max(1, max|S|), and that the bound holds.
fn compare(networks: &[OneUnit], x: &[f64], what: &str) -> f64 {
    let mut largest = 0.0_f64;
    for (name, level) in levels() {
        let found = swept(networks, &inputs(x), level);
        for (at, network) in networks.iter().enumerate() {
            let exact: Vec<_> = (1..=x.len()).map(|step| network.end(&x[..step]).unwrap()).collect();
            let scale = exact.iter().fold(1.0_f64, |scale, s| scale.max(s.abs()));
            for (step, exact) in exact.iter().enumerate() {
                let error = (found[step][at] - exact).abs() / scale;
                assert!(error <= 1e-5, "{what}, {name}, network {at}, step {}: {error:e}", step + 1);
                largest = largest.max(error);
            }
        }
    }
    largest
}

fn units(scene: &Scene) -> [OneUnit; 2] {
    [OneUnit::Rnn(scene.rnn), OneUnit::Lstm(scene.lstm, scene.held)]
}

#[test]
fn on_the_presets_it_is_within_1e_5_with_and_without_a_remainder() {
    let mut largest = (0.0, String::new());
    for preset in presets() {
        for network in units(&preset.scene) {
            for count in [1, 15, 16, 17, 40] {
                let networks = neighbours(network, count);
                let error = compare(&networks, &preset.scene.inputs(), preset.slug);
                if error > largest.0 {
                    largest = (error, format!("{}, {count} networks", preset.slug));
                }
            }
        }
    }
    println!("largest error on the presets: {:.1e} ({})", largest.0, largest.1);
}

#[test]
fn a_held_gate_has_its_value_exactly() {
    let unit = Scene::default().lstm;
    let x = inputs(&standard_normals(5, 12));
    for (name, level) in levels() {
        // Only the first step has anything to let in, and then f halves it exactly: S = ½·g₁ / 2ᵗ⁻¹.
        let held = Held { i: Some(0.5), f: Some(0.5), o: Some(0.0) };
        let mut only_first = vec![0.0; 12];
        only_first[0] = x[0];
        let states = swept(&[OneUnit::Lstm(unit, held)], &only_first, level);
        assert!(states[0][0].abs() > 0.1);
        for step in 1..12 {
            assert_eq!(states[step][0], states[step - 1][0] / 2.0, "{name}, step {}", step + 1);
        }
    }
}

#[test]
fn what_a_lane_holds_does_not_depend_on_its_neighbours() {
    let scene = Scene::default();
    let x = inputs(&scene.inputs());
    for (name, level) in levels() {
        for network in units(&scene) {
            let many = neighbours(network, 40);
            let together = swept(&many, &x, level);
            let alone = swept(&many[21..22], &x, level);
            for (together, alone) in together.iter().zip(&alone) {
                assert_eq!(together[21].to_bits(), alone[0].to_bits(), "{name}");
            }
        }
    }
}
