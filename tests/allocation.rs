//! A training step allocates nothing: not once, whatever the cell and its size.
//!
//! This binary counts every allocation of the thread that it is in.

use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::training::{EVALUATE_EVERY, Setup, Trainer};

#[test]
fn a_training_step_allocates_nothing() {
    for kind in CellKind::ALL {
        for (hidden_size, length, batch) in [(5, 7, 3), (16, 20, 64), (33, 40, 70)] {
            let setup = Setup { kind, hidden_size, length, batch, ..Setup::default() };
            let mut trainer = Trainer::new(setup).expect("a trainer");
            // The recall error, after each tenth step, makes its curve longer.
            for step in 1..EVALUATE_EVERY {
                let counted = allocation_counter::measure(|| trainer.step().expect("a step"));
                assert_eq!(counted.count_total, 0, "{kind}, H {hidden_size}, step {step}: {counted:?}");
            }
        }
    }
}

#[test]
fn the_counter_counts() {
    let counted = allocation_counter::measure(|| drop(std::hint::black_box(vec![0_u8; 100])));
    assert_eq!((counted.count_total, counted.bytes_total), (1, 100));
}
