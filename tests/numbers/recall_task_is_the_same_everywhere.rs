//! Batches of the recall task are bit-equal on every machine and in every release.

use ndarray::{ArrayView3, Axis, Slice};
use paint_dilution::engine::training::setup::SEEDS;
use paint_dilution::engine::training::{Batch, EVALUATED, RecallTask};

const TASK: RecallTask = RecallTask { length: 20, noise: 0.1 };

/// Colour and noise of the first sequence of seed 1's first batch, as `rand_chacha` 0.10, `rand` 0.10
/// and `rand_distr` 0.6 make them. If these change, no run of an earlier release comes out again: say
/// so in the change log, or keep the old generator.
const FIRST_EIGHT: [f32; 8] =
    [0.78093493, 0.7038243, 0.8159785, -0.82256967, 0.24611163, 0.7223029, 1.3098979, 0.45913234];

/// The steps after the first.
fn grey(batch: &Batch<f32>) -> ArrayView3<'_, f32> {
    batch.x.slice_axis(Axis(1), Slice::from(1..))
}

#[test]
fn the_first_eight_draws_of_seed_1_are_these() {
    let batch = RecallTask { noise: 1.0, ..TASK }.batch(1, 1, 1);
    let first: Vec<f32> = batch.x.iter().copied().take(8).collect();
    assert_eq!(first, FIRST_EIGHT);
}

#[test]
fn the_first_paint_is_the_target_and_grey_with_noise_follows() {
    let batch = TASK.batch(1, 1, 500);
    assert_eq!(batch.x.index_axis(Axis(1), 0), batch.target);
    assert!(batch.target.iter().all(|colour| (-1.0..1.0).contains(colour)));
    let colours: Vec<f64> = batch.target.iter().map(|colour| f64::from(*colour)).collect();
    let noise: Vec<f64> = grey(&batch).iter().map(|paint| f64::from(*paint)).collect();
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let square = |values: &[f64]| values.iter().map(|value| value * value).sum::<f64>() / values.len() as f64;
    // Four standard errors of 1,500 colours (variance 1/3, of their squares 4/45), and of 28,500
    // draws of noise (variance 0.01, of their squares 2·10⁻⁴).
    assert!(mean(&colours).abs() < 0.06 && (square(&colours) - 1.0 / 3.0).abs() < 0.031);
    assert!(mean(&noise).abs() < 0.0024 && (square(&noise) - 0.01).abs() < 0.00034);
}

#[test]
fn a_step_has_a_batch_of_its_own_which_can_be_made_again() {
    let batch = TASK.batch(1, 7, 4);
    assert_eq!(batch, TASK.batch(1, 7, 4));
    assert_ne!(batch, TASK.batch(1, 8, 4));
    assert_ne!(batch, TASK.batch(2, 7, 4));
    let mut again = TASK.batch(3, 3, 4);
    let place = again.x.as_ptr();
    TASK.batch_into(1, 7, &mut again);
    assert_eq!((batch, place), (again.clone(), again.x.as_ptr()));
}

#[test]
fn a_larger_batch_begins_with_the_same_sequences() {
    let (few, many) = (TASK.batch(1, 1, 3), TASK.batch(1, 1, 64));
    assert_eq!(few.x, many.x.slice_axis(Axis(0), Slice::from(..3)));
    assert_eq!(few.target, many.target.slice_axis(Axis(0), Slice::from(..3)));
}

#[test]
fn the_colours_do_not_depend_on_the_noise() {
    let clean = RecallTask { noise: 0.0, ..TASK }.batch(1, 1, 64);
    assert_eq!(clean.target, TASK.batch(1, 1, 64).target);
    assert!(grey(&clean).iter().all(|paint| *paint == 0.0));
}

#[test]
fn nobody_trains_on_what_is_evaluated() {
    let evaluation = TASK.evaluation();
    assert_eq!(evaluation.x.dim(), (EVALUATED, 20, 3));
    assert_eq!(evaluation, TASK.evaluation());
    for seed in [*SEEDS.start(), 1, *SEEDS.end()] {
        assert_ne!(TASK.batch(seed, 0, EVALUATED), evaluation);
    }
}

#[test]
fn always_grey_scores_about_a_third() {
    // The evaluated sequences: 3,072 numbers, four standard errors 4·√(4/45/3072).
    let error = TASK.evaluation().grey_error();
    assert!((error - 1.0 / 3.0).abs() < 0.022, "{error}");
    let mut batch = Batch::<f64>::zeros(2, 5);
    assert_eq!(batch.grey_error(), 0.0);
    batch.target.fill(-0.5);
    assert_eq!(batch.grey_error(), 0.25);
}

#[test]
fn a_probe_is_a_chosen_colour_and_the_seeds_own_grey() {
    let probe = TASK.probe([1.0, 0.0, -0.5], 1);
    assert_eq!(probe.dim(), (20, 3));
    assert_eq!(probe.row(0).to_vec(), [1.0, 0.0, -0.5]);
    let black = TASK.probe([-1.0; 3], 1);
    assert_eq!(probe.slice_axis(Axis(0), Slice::from(1..)), black.slice_axis(Axis(0), Slice::from(1..)));
    assert_ne!(probe, TASK.probe([1.0, 0.0, -0.5], 2));
    assert!(probe.slice_axis(Axis(0), Slice::from(1..)).iter().all(|paint| *paint != 0.0 && paint.abs() < 0.6));
}

#[test]
fn the_shortest_sequence_is_the_colour_alone() {
    let batch = RecallTask { length: 1, noise: 0.1 }.batch(1, 1, 2);
    assert_eq!(batch.x.index_axis(Axis(1), 0), batch.target);
}
