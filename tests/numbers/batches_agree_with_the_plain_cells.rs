//! Batches in f32 vectors against the plain cells in f64, one sequence after the other, on every
//! instruction set of this machine.
//!
//! The bounds: a loss errs by 1e-5 of itself, a gradient by 1e-6 of the largest number of its tensor,
//! or of 1. An activation errs by less than 4e-7, a sum over some hundred products by a few of f32's
//! 6e-8.

use paint_dilution::engine::cell::{CellKind, GruHeld, Held, HeldGates};
use paint_dilution::engine::kernel::batch::BatchKernel;
use paint_dilution::engine::kernel::levels;
use paint_dilution::engine::network::{Model, TENSORS};
use paint_dilution::engine::training::{Batch, Probe, RecallTask, Setup, Start, initialise, loss_and_gradient};

/// Every kind of remainder: of units, of lanes, of panels, of steps at a time.
const SIZES: [(usize, usize, usize); 9] =
    [(1, 1, 1), (1, 7, 3), (2, 2, 33), (3, 5, 16), (4, 1, 32), (5, 7, 4), (16, 20, 64), (17, 3, 65), (33, 40, 20)];

fn model(kind: CellKind, hidden_size: usize) -> Model<f32> {
    initialise(&Setup { kind, hidden_size, start: Start::Torch, seed: hidden_size as u64, ..Setup::default() })
}

fn batch(length: usize, size: usize) -> Batch<f32> {
    RecallTask { length, noise: 0.3 }.batch(7, 1, size)
}

#[test]
fn losses_and_gradients_are_those_of_the_plain_cells() {
    let mut worst = (0.0_f64, 0.0_f64);
    for (name, level) in levels() {
        for kind in CellKind::ALL {
            for (hidden_size, length, size) in SIZES {
                let what = format!("{name}, {kind}, H {hidden_size}, T {length}, B {size}");
                let (model, batch) = (model(kind, hidden_size), batch(length, size));
                let mut gradient = model.clone();
                let mut kernel = BatchKernel::new(level, &model, length, size);
                // what an earlier batch has left behind must not matter
                kernel.loss_and_gradient(&model, batch.x.view(), batch.target.view(), &mut gradient);
                let loss = kernel.loss_and_gradient(&model, batch.x.view(), batch.target.view(), &mut gradient);
                let (exact_loss, exact) = loss_and_gradient(&model.cast::<f64>(), &batch.cast::<f64>()).unwrap();
                let error = (loss - exact_loss).abs() / exact_loss;
                assert!(error <= 1e-5, "{what}: loss {loss} is not {exact_loss}");
                worst.0 = worst.0.max(error);
                for ((tensor, found), exact) in TENSORS.iter().zip(gradient.values()).zip(exact.values()) {
                    let scale = exact.iter().fold(1.0_f64, |most, value| most.max(value.abs()));
                    for (at, (found, exact)) in found.iter().zip(exact).enumerate() {
                        let error = (f64::from(*found) - exact).abs() / scale;
                        assert!(error <= 1e-6, "{what}: ∂L/∂{tensor}, number {at}: {found} is not {exact}");
                        worst.1 = worst.1.max(error);
                    }
                }
            }
        }
    }
    println!("largest errors: loss {:.1e}, gradient {:.1e}", worst.0, worst.1);
}

#[test]
fn the_signal_is_the_norm_of_what_reaches_h() {
    // ‖∂L/∂h_T‖ = ‖2 (y − target) R / (B·O)‖, from the plain readout
    for (name, level) in levels() {
        for kind in CellKind::ALL {
            let (model, batch) = (model(kind, 6), batch(9, 19));
            let mut gradient = model.clone();
            let mut kernel = BatchKernel::new(level, &model, 9, 19);
            kernel.loss_and_gradient(&model, batch.x.view(), batch.target.view(), &mut gradient);
            let wide = model.cast::<f64>();
            let mut squares = 0.0;
            for (x, target) in batch.x.outer_iter().zip(batch.target.outer_iter()) {
                let probe = Probe::of(&model, x.mapv(f64::from).view(), HeldGates::default()).unwrap();
                let wrong = &probe.said.row(8) - &target.mapv(f64::from);
                let dh = wide.readout_weight.t().dot(&(wrong * (2.0 / (19.0 * 3.0))));
                squares += dh.dot(&dh);
            }
            let last = kernel.signal()[8];
            assert!((last - squares.sqrt()).abs() <= 1e-6 * squares.sqrt(), "{name}, {kind}: {last}");
            assert!(kernel.signal()[..8].iter().all(|signal| *signal > 0.0), "{name}, {kind}");
        }
    }
}

#[test]
fn errors_with_gates_held_are_those_of_the_plain_cells() {
    let (none, gru) = (Held::none(), GruHeld::none());
    let holds = [
        HeldGates::default(),
        HeldGates { lstm: Held { i: Some(1.0), ..none }, gru: GruHeld { r: Some(1.0), ..gru } },
        HeldGates { lstm: Held { f: Some(0.5), ..none }, gru: GruHeld { z: Some(0.5), ..gru } },
        HeldGates { lstm: Held { o: Some(0.0), ..none }, gru: GruHeld { r: Some(0.3), z: Some(0.0) } },
    ];
    for (name, level) in levels() {
        for kind in CellKind::ALL {
            let (model, batch) = (model(kind, 6), batch(9, 40));
            for held in holds {
                let mut kernel = BatchKernel::new(level, &model, 9, 40);
                let found = kernel.error(&model, &held, batch.x.view(), batch.target.view());
                let squares = batch.x.outer_iter().zip(batch.target.outer_iter()).map(|(x, target)| {
                    let probe = Probe::of(&model, x.mapv(f64::from).view(), held).unwrap();
                    let wrong = &probe.said.row(8) - &target.mapv(f64::from);
                    wrong.dot(&wrong)
                });
                let exact = squares.sum::<f64>() / 120.0;
                assert!((found - exact).abs() <= 1e-5 * exact, "{name}, {kind}, {held:?}: {found} is not {exact}");
            }
        }
    }
}
