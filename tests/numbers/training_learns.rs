//! One training step after the other, through the plain cells: task, start, loss, clipping, Adam.

use paint_dilution::engine::EngineError;
use paint_dilution::engine::cell::{CellKind, GruHeld, Held, HeldGates};
use paint_dilution::engine::network::Model;
use paint_dilution::engine::training::{
    Adam, Batch, Setup, Start, clip, gradient_norm, initialise, loss, loss_and_gradient,
};

use crate::kit::{near, slope};

/// Five steps are short enough for every cell to learn in a moment.
fn setup(kind: CellKind) -> Setup {
    let start = if kind == CellKind::Rnn { Start::Identity } else { Start::Chrono };
    Setup { kind, start, length: 5, hidden_size: 8, batch: 16, ..Setup::default() }
}

fn trained(setup: &Setup, steps: u64) -> Model<f32> {
    let mut model = initialise(setup);
    let mut adam = Adam::new(&model, setup.learning_rate);
    for step in 1..=steps {
        let batch = setup.task().batch(setup.seed, step, setup.batch);
        let (_, mut gradient) = loss_and_gradient(&model, &batch).unwrap();
        let norm = gradient_norm(&gradient);
        clip(&mut gradient, norm, setup.clip as f32);
        adam.update(&mut model, &gradient);
    }
    model
}

/// Sequences that no step trained on.
fn unseen(setup: &Setup) -> Batch<f32> {
    setup.task().batch(setup.seed + 1, 1, 128)
}

#[test]
fn every_cell_begins_to_recall() {
    for kind in CellKind::ALL {
        let (setup, free) = (setup(kind), HeldGates::default());
        let batch = unseen(&setup);
        let grey = batch.grey_error() as f32;
        let before = loss(&initialise(&setup), &batch, &free).unwrap();
        let after = loss(&trained(&setup, 120), &batch, &free).unwrap();
        assert!(before > 0.7 * grey && after < 0.2 * grey, "{kind}: {before} to {after}, grey {grey}");
    }
}

#[test]
fn the_same_seed_learns_the_same_to_the_bit() {
    let setup = setup(CellKind::Gru);
    assert_eq!(trained(&setup, 10), trained(&setup, 10));
    assert_ne!(trained(&setup, 10), trained(&Setup { seed: 2, ..setup }, 10));
}

#[test]
fn the_gradient_is_that_of_the_loss() {
    for kind in CellKind::ALL {
        let setup = setup(kind);
        let (model, batch) = (initialise(&setup).cast::<f64>(), setup.task().batch(1, 1, 3).cast::<f64>());
        let (value, gradient) = loss_and_gradient(&model, &batch).unwrap();
        assert_eq!(value, loss(&model, &batch, &HeldGates::default()).unwrap());
        for (tensor, found) in gradient.values().into_iter().enumerate() {
            for (at, found) in found.iter().enumerate().step_by(7) {
                let moved = |to: f64| {
                    let mut model = model.clone();
                    model.values_mut()[tensor][at] = to;
                    loss(&model, &batch, &HeldGates::default()).unwrap()
                };
                near(*found, slope(model.values()[tensor][at], moved), 1e-9);
            }
        }
    }
}

#[test]
fn what_was_learned_hangs_on_the_gate_that_keeps() {
    let held =
        HeldGates { lstm: Held { f: Some(0.0), ..Held::none() }, gru: GruHeld { z: Some(0.0), ..GruHeld::none() } };
    for kind in [CellKind::Lstm, CellKind::Gru] {
        let setup = setup(kind);
        let (model, batch) = (trained(&setup, 120), unseen(&setup));
        let (free, shut) = (loss(&model, &batch, &HeldGates::default()).unwrap(), loss(&model, &batch, &held).unwrap());
        assert!(shut > 3.0 * free, "{kind}: {free} and {shut} with the gate shut");
    }
}

#[test]
fn a_batch_that_does_not_fit_is_named() {
    let model = initialise(&setup(CellKind::Rnn)).cast::<f64>();
    let wrong = |batch: Batch<f64>| loss_and_gradient(&model, &batch).unwrap_err();
    assert_eq!(wrong(Batch::zeros(0, 5)), EngineError::Empty { size: "B" });
    assert_eq!(wrong(Batch::zeros(2, 0)), EngineError::Empty { size: "T" });
    let (two, three) = (Batch::zeros(2, 5), Batch::<f64>::zeros(3, 5));
    assert!(matches!(
        wrong(Batch { target: three.target, ..two.clone() }),
        EngineError::Shape { tensor: "target", .. }
    ));
    let mut broken = two;
    broken.target[[1, 2]] = f64::NAN;
    let EngineError::NotFinite(named) = wrong(broken) else { panic!("a target that is no number") };
    assert_eq!((named.tensor, named.index), ("target", vec![1, 2]));
}
