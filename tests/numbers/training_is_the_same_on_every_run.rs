//! Training gives the same bits on every run, paused or not, and beside whatever else runs.

use paint_dilution::engine::cell::{CellKind, Held, HeldGates};
use paint_dilution::engine::network::Model;
use paint_dilution::engine::training::{EVALUATE_EVERY, EVALUATED, Setup, Start, Trainer};
use rayon::prelude::*;

fn setup(kind: CellKind, seed: u64) -> Setup {
    Setup { kind, seed, length: 9, hidden_size: 6, batch: 20, ..Setup::default() }
}

fn trained(setup: Setup, steps: usize) -> Trainer {
    let mut trainer = Trainer::new(setup).unwrap();
    (0..steps).for_each(|_| trainer.step().unwrap());
    trainer
}

fn bits(model: &Model<f32>) -> Vec<u32> {
    model.values().into_iter().flatten().map(|value| value.to_bits()).collect()
}

#[test]
fn equal_setups_give_equal_bits_and_other_seeds_others() {
    for kind in CellKind::ALL {
        let (one, again, other) =
            (trained(setup(kind, 1), 25), trained(setup(kind, 1), 25), trained(setup(kind, 2), 25));
        assert_eq!(bits(one.model()), bits(again.model()), "{kind}");
        assert_eq!((one.curve(), one.signal(), one.loss()), (again.curve(), again.signal(), again.loss()), "{kind}");
        assert_ne!(bits(one.model()), bits(other.model()), "{kind}");
    }
}

#[test]
fn a_copy_goes_on_as_the_original_does() {
    let mut original = trained(setup(CellKind::Gru, 1), 13);
    let mut copy = original.clone();
    // looking does not disturb
    let held = HeldGates { lstm: Held { f: Some(0.5), ..Held::none() }, ..HeldGates::default() };
    copy.recall_error_held(&held).unwrap();
    (0..12).for_each(|_| original.step().unwrap());
    (0..12).for_each(|_| copy.step().unwrap());
    assert_eq!(bits(original.model()), bits(copy.model()));
    assert_eq!(bits(original.model()), bits(trained(setup(CellKind::Gru, 1), 25).model()));
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let all = || -> Vec<Vec<u32>> {
        let setups: Vec<_> = CellKind::ALL.into_iter().flat_map(|kind| [1, 2].map(|seed| setup(kind, seed))).collect();
        setups.into_par_iter().map(|setup| bits(trained(setup, 15).model())).collect()
    };
    let on = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(all);
    assert_eq!(on(1), on(4));
}

#[test]
fn the_recall_error_is_measured_before_the_first_step_and_after_every_tenth() {
    let trainer = trained(setup(CellKind::Rnn, 1), 2 * EVALUATE_EVERY + 3);
    let steps: Vec<_> = trainer.curve().iter().map(|evaluated| evaluated.step).collect();
    assert_eq!(steps, [0, EVALUATE_EVERY, 2 * EVALUATE_EVERY]);
    let evaluation = setup(CellKind::Rnn, 1).task().evaluation();
    assert_eq!(evaluation.target.nrows(), EVALUATED);
    assert_eq!(trainer.grey(), evaluation.grey_error());
    assert!((trainer.grey() - 1.0 / 3.0).abs() < 0.02, "{}", trainer.grey());
}

#[test]
fn solved_is_the_first_recall_error_below_one_hundredth() {
    // two steps to remember over: any gated cell does it soon
    let easy = Setup { length: 3, hidden_size: 8, start: Start::Forget(2.0), ..Setup::default() };
    let trainer = trained(easy, 400);
    let first = trainer.curve().iter().find(|evaluated| evaluated.error < 0.01).expect("it learns");
    assert_eq!(trainer.solved_at(), Some(first.step));
    assert!(trainer.curve().iter().take_while(|evaluated| evaluated.step < first.step).all(|at| at.error >= 0.01));
}

#[test]
fn what_cannot_be_trained_is_refused() {
    assert!(Trainer::new(Setup { length: 0, ..Setup::default() }).is_err());
    let mut trainer = Trainer::new(setup(CellKind::Lstm, 1)).unwrap();
    let held = HeldGates { lstm: Held { o: Some(1.5), ..Held::none() }, ..HeldGates::default() };
    assert!(trainer.recall_error_held(&held).is_err());
}
