//! The race beside the frames: what it learns is what each cell learns alone, in a thread or in slices.

use std::time::{Duration, Instant};

use super::server::now;
use super::*;
use crate::engine::training::Trainer;

/// A race that a debug build runs quickly.
fn small() -> Race {
    let mut race = Race::default();
    race.shared.length = 5;
    race.shared.hidden_size = 4;
    race.shared.batch = 4;
    race
}

/// A race whose thread is none: its work is done in the frames.
fn by_hand(race: &Race) -> Training {
    let mut training = Training::new(race);
    training.runner = Some(Runner::in_slices());
    training
}

/// Draws frames until nothing is waited for, and the race is at least there.
fn settle(training: &mut Training, race: &Race, steps: usize) {
    let (ctx, begun) = (Context::default(), now());
    while training.is_awaited() || training.steps < steps {
        assert!(begun.elapsed() < Duration::from_secs(60), "still at step {}", training.steps);
        training.collect(&ctx);
        training.follow(&ctx, race);
        std::thread::yield_now();
    }
}

/// What each cell learns when it is alone.
fn alone(race: &Race, kind: CellKind, steps: usize) -> Trainer {
    let mut trainer = Trainer::new(race.setup(kind)).unwrap();
    (0..steps).for_each(|_| trainer.step().unwrap());
    trainer
}

fn agrees(training: &Training, race: &Race) {
    assert_eq!(training.learners.len(), race.cells.len());
    for learner in &training.learners {
        let trainer = alone(race, learner.kind, training.steps);
        assert_eq!(learner.curve, trainer.curve(), "{}", learner.kind);
        let x = trainer.setup().task().probe(training.look_at.colour, race.shared.seed);
        let probe = crate::engine::training::Probe::of(trainer.model(), x.view(), training.look_at.held).unwrap();
        assert_eq!(learner.latest.probe.as_ref(), Ok(&probe));
        assert_eq!(learner.latest.solved_at, trainer.solved_at());
    }
}

#[test]
fn single_steps_are_those_of_each_cell_alone() {
    let (ctx, race) = (Context::default(), small());
    for mut training in [Training::new(&race), by_hand(&race)] {
        training.follow(&ctx, &race);
        settle(&mut training, &race, 0);
        assert_eq!(training.learners.iter().map(|learner| learner.curve.len()).sum::<usize>(), 3);
        assert!(training.learners.iter().all(|learner| learner.signal.is_empty()), "no batch, no signal");
        (0..11).for_each(|_| training.step_once(&ctx));
        settle(&mut training, &race, 11);
        assert_eq!(training.steps, 11);
        agrees(&training, &race);
        assert!(training.learners.iter().all(|learner| learner.signal.concat().len() == 5));
    }
}

#[test]
fn a_race_that_runs_is_in_step_when_it_rests() {
    let (ctx, race) = (Context::default(), small());
    for mut training in [Training::new(&race), by_hand(&race)] {
        training.follow(&ctx, &race);
        training.run(&ctx, true);
        settle(&mut training, &race, 30);
        training.run(&ctx, false);
        settle(&mut training, &race, 30);
        let rested = training.steps;
        agrees(&training, &race);
        (0..5).for_each(|_| training.collect(&ctx));
        assert_eq!(training.steps, rested, "it rests");
    }
}

#[test]
fn another_race_begins_anew_and_reset_keeps_the_seed() {
    let (ctx, mut race) = (Context::default(), small());
    let mut training = Training::new(&race);
    training.follow(&ctx, &race);
    training.step_once(&ctx);
    settle(&mut training, &race, 1);
    assert!(!training.was_changed());
    race.shared.seed = 9;
    training.follow(&ctx, &race);
    assert!(training.was_changed() && training.steps == 0);
    training.step_once(&ctx);
    settle(&mut training, &race, 1);
    agrees(&training, &race);
    training.reset(&ctx);
    settle(&mut training, &race, 0);
    assert!(training.steps == 0 && !training.was_changed());
    agrees(&training, &race);
}

#[test]
fn a_held_gate_gives_the_error_that_the_trainer_measures() {
    let (ctx, race) = (Context::default(), small());
    let mut training = Training::new(&race);
    training.follow(&ctx, &race);
    training.step_once(&ctx);
    settle(&mut training, &race, 1);
    training.look_at.held.lstm.f = Some(0.5);
    training.follow(&ctx, &race);
    settle(&mut training, &race, 1);
    let expected = alone(&race, CellKind::Lstm, 1).recall_error_held(&training.look_at.held).unwrap();
    assert_eq!(training.learner(CellKind::Lstm).unwrap().latest.held_error, Some(expected));
    assert_eq!(training.learner(CellKind::Gru).unwrap().latest.held_error, None);
    agrees(&training, &race);
}

#[test]
fn an_open_unit_comes_with_its_numbers() {
    let (ctx, race) = (Context::default(), small());
    let mut training = Training::new(&race);
    training.look_at.unit = Some(3);
    training.follow(&ctx, &race);
    settle(&mut training, &race, 0);
    let learner = training.learner(CellKind::Lstm).unwrap();
    let unit = learner.latest.unit.as_ref().unwrap();
    let flows = unit.flows(5).unwrap();
    let column = |part: &ndarray::Array2<f64>| part[(4, 2)];
    let Ok(crate::engine::training::Trace::Lstm(trace)) = learner.latest.probe.as_ref().map(|probe| &probe.trace)
    else {
        panic!("an LSTM's trace");
    };
    assert_eq!((unit.unit(), flows.f, flows.s), (3, column(&trace.f), column(&trace.s)));
    assert!(training.learner(CellKind::Rnn).unwrap().latest.unit.is_none());
}

#[test]
fn a_race_that_diverges_says_so_and_rests() {
    let (ctx, mut race) = (Context::default(), small());
    race.shared.length = 0;
    let mut training = Training::new(&race);
    training.follow(&ctx, &race);
    training.run(&ctx, true);
    settle(&mut training, &race, 0);
    assert!(training.learners.iter().all(|learner| learner.latest.wrong.is_some()));
    assert!(!training.is_running());
}

#[test]
fn it_ends_within_a_training_step_or_so() {
    let (ctx, mut race) = (Context::default(), small());
    race.shared.length = 50;
    race.shared.batch = 64;
    let mut training = Training::new(&race);
    training.follow(&ctx, &race);
    training.run(&ctx, true);
    settle(&mut training, &race, 2);
    let begun: Instant = now();
    drop(training);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}
