//! Maps against their two runs at each point, and what is no map.

use super::{Axis, MapRequest, MapResult, Shown, SurvivalMap};
use crate::engine::EngineError;
use crate::engine::cell::Held;
use crate::engine::network::{LstmUnit, Parameter, Part, Term, Wub};
use crate::engine::survival::{OneUnit, Sequence, left};
use crate::engine::work::finish;

fn request(shown: Shown) -> MapRequest {
    let (i, f) = (Wub::new(12.0, 0.5, -8.0), Wub::new(0.0, 0.3, 4.0));
    let (o, g) = (Wub::new(0.0, 0.0, 2.0), Wub::new(1.5, -0.2, 0.0));
    let paints = [0.3, 0.0, 0.9, 0.0, -0.4, 0.0, 0.0].to_vec();
    let axis = |part, from, to, points| Axis { along: Parameter::Lstm(part, Term::B).into(), from, to, points };
    MapRequest {
        network: OneUnit::Lstm(LstmUnit { i, f, o, g }, Held::none()),
        sequence: Sequence { paints, noise: 0.2, seed: 9, message: 3 },
        x_axis: axis(Part::F, -8.0, 8.0, 5),
        y_axis: axis(Part::I, -60.0, 8.0, 3),
        shown,
    }
}

fn made(shown: Shown) -> MapResult {
    finish(SurvivalMap::plain(request(shown)).unwrap()).unwrap()
}

#[test]
fn each_point_is_blue_left_of_its_two_runs() {
    let (blue, ratio) = (made(Shown::BlueAtT).values, made(Shown::BlueLeft).values);
    assert_eq!(blue.dim(), (3, 5), "rows are the y axis");
    let mut given = request(Shown::BlueAtT);
    let OneUnit::Lstm(unit, held) = &mut given.network else { panic!("an LSTM was asked for") };
    for ((row, column), blue) in blue.indexed_iter() {
        (unit.i.b, unit.f.b) = (-60.0 + 34.0 * row as f64, -8.0 + 4.0 * column as f64);
        let lstm = unit.lstm::<f64>(*held).unwrap();
        let run = |share| {
            let x = ndarray::Array2::from_shape_vec((7, 1), given.sequence.inputs(share)).unwrap();
            lstm.trace(x.view(), &crate::engine::cell::LstmState::zeros(1)).unwrap().s
        };
        let expected = left(run(1.0).view(), run(0.0).view(), 3).unwrap();
        assert!((blue.unwrap() - expected.blue[6]).abs() < 1e-15);
        assert_eq!(ratio[[row, column]].is_some(), expected.ratio(7).is_some());
        let difference = ratio[[row, column]].unwrap_or(0.0) - expected.ratio(7).unwrap_or(0.0);
        assert!(difference.abs() < 1e-12);
    }
}

#[test]
fn where_nothing_got_in_there_is_no_ratio_but_still_a_blue() {
    assert!(made(Shown::BlueLeft).values.row(0).iter().all(Option::is_none));
    assert!(made(Shown::BlueAtT).values.row(0).iter().all(Option::is_some));
    assert!(made(Shown::BlueLeft).values.row(2).iter().all(Option::is_some));
}

#[test]
fn a_weight_of_the_other_network_or_twice_the_same_is_no_axis() {
    let mut other = request(Shown::BlueAtT);
    other.x_axis.along = Parameter::Rnn(Term::U).into();
    assert!(matches!(SurvivalMap::new(other).err(), Some(EngineError::Axis { .. })));
    let mut twice = request(Shown::BlueAtT);
    twice.x_axis.along = twice.y_axis.along;
    assert!(matches!(SurvivalMap::new(twice).err(), Some(EngineError::Axis { .. })));
    let mut empty = request(Shown::BlueAtT);
    empty.y_axis.points = 0;
    assert!(matches!(SurvivalMap::new(empty).err(), Some(EngineError::Empty { .. })));
}

#[test]
fn both_ends_of_an_axis_are_points_of_it() {
    let axis = Axis { along: Parameter::Rnn(Term::U).into(), from: -0.3, to: 0.7, points: 7 };
    assert_eq!((axis.value(0), axis.value(6)), (-0.3, 0.7));
    assert_eq!(Axis { points: 1, ..axis }.value(0), -0.3);
}
