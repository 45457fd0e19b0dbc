//! One sequence in f32 vectors against the plain cells' traces in f64, on every instruction set of
//! this machine: every gate and state within 1e-5.

use ndarray::{Array1, Array2};
use paint_dilution::engine::EngineError;
use paint_dilution::engine::cell::{CellKind, Gru, GruHeld, Held, Lstm, LstmState, Rnn};
use paint_dilution::engine::kernel::levels;
use paint_dilution::engine::kernel::sequence::SequenceKernel;
use paint_dilution::engine::network::Model;
use paint_dilution::engine::training::{RecallTask, Setup, Start, initialise};

const LENGTH: usize = 50;

fn model(kind: CellKind, hidden_size: usize) -> Model<f32> {
    initialise(&Setup { kind, hidden_size, start: Start::Torch, seed: 3, ..Setup::default() })
}

/// Every quantity of the plain cell, by its letter.
fn plain(model: &Model<f32>, x: &Array2<f64>) -> Vec<(&'static str, Array2<f64>)> {
    let (weights, zeros) = (model.cast::<f64>().rnn, Array1::zeros(model.hidden_size()));
    match model.kind {
        CellKind::Rnn => {
            let trace = Rnn::new(weights).unwrap().trace(x.view(), zeros.view()).unwrap();
            vec![("h", trace.h)]
        }
        CellKind::Lstm => {
            let start = LstmState::zeros(model.hidden_size());
            let trace = Lstm::new(weights, Held::none()).unwrap().trace(x.view(), &start).unwrap();
            let (i, f, g, o) = (trace.i, trace.f, trace.g, trace.o);
            vec![("i", i), ("f", f), ("g", g), ("o", o), ("S", trace.s), ("h", trace.h)]
        }
        CellKind::Gru => {
            let trace = Gru::new(weights, GruHeld::none()).unwrap().trace(x.view(), zeros.view()).unwrap();
            vec![("r", trace.r), ("z", trace.z), ("n", trace.n), ("nh", trace.nh), ("h", trace.h)]
        }
    }
}

#[test]
fn every_gate_and_state_is_the_plain_cells() {
    let x = RecallTask { length: LENGTH, noise: 0.5 }.probe([1.0, -0.5, 0.2], 1);
    let narrow = x.mapv(|x| x as f32);
    let mut worst = 0.0_f64;
    for (name, level) in levels() {
        for kind in CellKind::ALL {
            for hidden_size in [1, 2, 4, 5, 8, 9, 16, 17, 40] {
                let model = model(kind, hidden_size);
                let mut kernel = SequenceKernel::new(level, &model, LENGTH).unwrap();
                // an earlier sequence must leave nothing behind
                kernel.run(narrow.mapv(|x| 1.0 - x).view()).unwrap();
                kernel.run(narrow.view()).unwrap();
                for (letter, exact) in plain(&model, &narrow.mapv(f64::from)) {
                    let found = kernel.quantity(letter).unwrap();
                    assert_eq!(found.shape(), exact.shape());
                    for ((at, found), exact) in found.indexed_iter().zip(&exact) {
                        let error = (f64::from(*found) - exact).abs();
                        assert!(
                            error <= 1e-5,
                            "{name}, {kind}, H {hidden_size}: {letter}{at:?} {found} is not {exact}"
                        );
                        worst = worst.max(error);
                    }
                }
                assert_eq!(kernel.quantity("q"), None);
            }
        }
    }
    println!("largest error {worst:.1e}");
}

#[test]
fn what_could_leave_f32_is_refused_by_name() {
    let (_, level) = levels().remove(0);
    let mut model = model(CellKind::Lstm, 2);
    let mut kernel = SequenceKernel::new(level, &model, 3).unwrap();
    let range = |result: Result<(), EngineError>| match result {
        Err(EngineError::Range { what, .. }) => what,
        other => panic!("{other:?}"),
    };
    let mut x = Array2::<f32>::zeros((3, 3));
    x[[1, 2]] = f32::NAN;
    assert_eq!(range(kernel.run(x.view())), "x");
    assert!(matches!(kernel.run(Array2::zeros((4, 3)).view()), Err(EngineError::Shape { tensor: "x", .. })));
    assert!(kernel.run(Array2::zeros((3, 3)).t()).is_err());
    assert!(matches!(SequenceKernel::new(level, &model, 0), Err(EngineError::Empty { size: "T" })));
    model.rnn.weight_hh[[3, 1]] = 2e6;
    assert_eq!(range(SequenceKernel::new(level, &model, 3).map(|_| ())), "rnn.weight_hh_l0");
}
