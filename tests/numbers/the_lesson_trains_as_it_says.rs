//! What the lesson's last chapter says of its trainings, in the trainings that it shows.
//!
//! Training is deterministic on one instruction set, and its rounding differs between them: the bounds
//! leave room for that.

use paint_dilution::engine::cell::{CellKind, HeldGates};
use paint_dilution::engine::training::{GREY, Setup, Start, Trainer};
use paint_dilution::lesson::{Screen, TrainPlan, chapters};
use rayon::prelude::*;

fn screen(id: &str) -> &'static Screen {
    let mut screens = chapters("en").iter().flat_map(|chapter| &chapter.screens);
    screens.find(|screen| screen.plan.id == id).unwrap_or_else(|| panic!("no screen {id}"))
}

fn plan(id: &str) -> &'static TrainPlan {
    screen(id).plan.train.as_ref().unwrap()
}

/// The choice that the lesson says is right, from 1.
fn right(id: &str) -> usize {
    screen(id).plan.question.as_ref().unwrap().right.unwrap()
}

/// A network after the training steps of a plan.
fn trained(setup: Setup, steps: usize) -> Trainer {
    let mut trainer = Trainer::new(setup).unwrap();
    for _ in 0..steps {
        trainer.step().unwrap();
    }
    trainer
}

fn of(id: &str, kind: CellKind) -> Trainer {
    let plan = plan(id);
    trained(plan.setup(kind), plan.steps)
}

fn error(trainer: &Trainer) -> f64 {
    trainer.curve().last().unwrap().error
}

/// The RNN's error and the LSTM's, after the training of a screen.
fn race(id: &str) -> [f64; 2] {
    let cells = [CellKind::Rnn, CellKind::Lstm];
    let found: Vec<f64> = cells.par_iter().map(|kind| error(&of(id, *kind))).collect();
    println!("{id}: RNN {}, LSTM {}", found[0], found[1]);
    [found[0], found[1]]
}

fn is_grey(error: f64) -> bool {
    (error - GREY).abs() < 0.03
}

/// When a start solves the task of a screen within its training steps.
fn solved(id: &str, length: usize, start: Start) -> Option<usize> {
    let plan = plan(id);
    let setup = Setup { length, start, ..plan.setup(CellKind::Lstm) };
    let solved = trained(setup, plan.steps).solved_at();
    println!("{id}: T = {length}, {start}: {solved:?}");
    solved
}

#[test]
fn over_five_steps_both_learn() {
    let solved: Vec<_> = [CellKind::Rnn, CellKind::Lstm].map(|kind| of("what-training-does", kind).solved_at()).into();
    assert!(solved.iter().all(Option::is_some), "{solved:?}");
}

#[test]
fn over_twenty_the_fresh_lstm_names_grey_and_the_rnn_does_not() {
    let [rnn, lstm] = race("twenty-steps");
    assert!(is_grey(lstm) && rnn < GREY / 2.0 && rnn > 0.01);
    assert_eq!(right("twenty-steps"), 2);
}

#[test]
fn over_a_hundred_plus_three_is_no_road() {
    let [rnn, lstm] = race("a-farther-road-again");
    assert!(is_grey(lstm) && is_grey(rnn));
    assert_eq!(right("a-farther-road-again"), 1);
}

#[test]
fn more_on_the_bias_of_f_solves_it_sooner() {
    let id = "a-road-for-the-error";
    let found: Vec<Option<usize>> =
        (0..=2_u8).into_par_iter().map(|n| solved(id, plan(id).length, Start::Forget(n.into()))).collect();
    assert_eq!(found[0], None);
    assert!(found[1].unwrap() > found[2].unwrap(), "{found:?}");
}

/// The recall errors with gates held, in the order of a question's choices.
fn held(id: &str, trials: &[(char, f64)]) -> Vec<f64> {
    let mut trainer = of(id, CellKind::Lstm);
    assert!(trainer.solved_at().is_some(), "{id}: there must be something to break");
    let found = trials.iter().map(|(gate, value)| {
        let mut held = HeldGates::default();
        *match gate {
            'i' => &mut held.lstm.i,
            'f' => &mut held.lstm.f,
            _ => &mut held.lstm.o,
        } = Some(*value);
        trainer.recall_error_held(&held).unwrap()
    });
    let found: Vec<f64> = found.collect();
    println!("{id}: {trials:?}: {found:?}");
    found
}

/// The largest, from 1.
fn worst(errors: &[f64]) -> usize {
    (1..=errors.len()).max_by(|a, b| errors[a - 1].total_cmp(&errors[b - 1])).unwrap()
}

#[test]
fn held_open_the_input_gate_does_the_most_harm_and_the_forget_gate_the_least() {
    let found = held("what-each-valve-is-for", &[('f', 1.0), ('o', 1.0), ('i', 1.0), ('f', 0.5)]);
    assert_eq!(worst(&found), right("what-each-valve-is-for"));
    let [f_open, o_open, i_open, f_half] = found[..] else { panic!("four trials") };
    assert!(f_open < o_open && o_open < f_half && i_open > 3.0 * GREY, "{found:?}");
    assert!((f_half - GREY).abs() < 0.1, "about back at grey: {f_half}");
}

#[test]
fn held_shut_it_answers_about_grey_and_half_open_far_worse() {
    let found = held("held-again", &[('i', 0.0), ('i', 0.5), ('f', 0.0), ('o', 0.0)]);
    assert_eq!(worst(&found), right("held-again"));
    assert!([0, 2, 3].into_iter().all(|at| (found[at] - GREY).abs() < 0.05), "{found:?}");
    assert!(found[1] > 1.5 * GREY, "{found:?}");
}

#[test]
fn the_challenge_is_solved_by_its_solution_and_not_by_what_tempts() {
    let (id, plan) = ("give-it-a-road", screen("give-it-a-road").plan.drill.as_ref().unwrap());
    let length = self::plan(id).length;
    let (again_length, again) = plan.again;
    let untouched = self::plan(id).start;
    let trials: Vec<(usize, Start)> = (plan.solution.iter().chain(&plan.fails))
        .map(|start| (length, *start))
        .chain([(length, untouched), (again_length, again), (again_length, untouched)])
        .collect();
    let found: Vec<_> = trials.par_iter().map(|(length, start)| solved(id, *length, *start)).collect();
    let within = |at: usize, most: usize| found[at].is_some_and(|step| step <= most);
    let (good, bad) = (plan.solution.len(), plan.fails.len());
    assert!((0..good).all(|at| within(at, plan.within)), "{trials:?} {found:?}");
    assert!(within(0, plan.extra), "the third star: {found:?}");
    assert!((good..=good + bad).all(|at| !within(at, plan.within)), "{trials:?} {found:?}");
    assert!(within(good + bad + 1, plan.within) && !within(good + bad + 2, plan.within), "{trials:?} {found:?}");
}
