//! Maps through the kernel against maps in f64, and these against the run of the scene itself.

use paint_dilution::engine::network::{Parameter, Term, Wub};
use paint_dilution::engine::noise::standard_normals;
use paint_dilution::engine::survival::{Axis, MapRequest, OneUnit, Shown, SurvivalMap};
use paint_dilution::engine::work::finish;
use paint_dilution::scene::{Run, Scene, presets};

use crate::kit::scene;

fn request(scene: &Scene, axes: [Parameter; 2], shown: Shown) -> MapRequest {
    let network = match axes[0] {
        Parameter::Rnn(_) => OneUnit::Rnn(scene.rnn),
        Parameter::Lstm(..) => OneUnit::Lstm(scene.lstm, scene.held),
    };
    let axis = |parameter: Parameter| Axis {
        along: parameter.into(),
        from: -parameter.limit(),
        to: parameter.limit(),
        points: 24,
    };
    MapRequest { network, sequence: scene.sequence(), x_axis: axis(axes[0]), y_axis: axis(axes[1]), shown }
}

/// Differences between the two forms of a map, sorted; and that they agree on where there is a number.
fn map_errors(request: &MapRequest) -> Vec<f64> {
    let swept = finish(SurvivalMap::new(request.clone()).unwrap()).unwrap().values;
    let plain = finish(SurvivalMap::plain(request.clone()).unwrap()).unwrap().values;
    assert_eq!(swept.dim(), plain.dim());
    let mut errors: Vec<_> = swept
        .iter()
        .zip(&plain)
        .filter_map(|(swept, plain)| {
            assert_eq!(swept.is_some(), plain.is_some(), "{request:?}");
            Some((swept.as_ref()? - plain.as_ref()?).abs())
        })
        .collect();
    errors.sort_unstable_by(f64::total_cmp);
    errors
}

/// Twenty pairs of the LSTM's weights and three of the RNN's, drawn with a fixed seed.
fn random_pairs() -> Vec<[Parameter; 2]> {
    let of_lstm: Vec<_> = Parameter::all().filter(|parameter| matches!(parameter, Parameter::Lstm(..))).collect();
    let draws = standard_normals(2026, 400);
    let draw = |value: &f64| ((value.abs() * 1e6) as usize) % of_lstm.len();
    let pairs = draws.chunks_exact(2).map(|pair| [of_lstm[draw(&pair[0])], of_lstm[draw(&pair[1])]]);
    let mut pairs: Vec<_> = pairs.filter(|[x, y]| x != y).take(20).collect();
    let [w, u, b] = [Term::W, Term::U, Term::B].map(Parameter::Rnn);
    pairs.extend([[w, u], [u, b], [w, b]]);
    pairs
}

#[test]
fn over_twenty_random_pairs_of_axes_a_map_differs_by_rounding_only() {
    let mut scene = scene(|scene| scene.noise = 0.3);
    scene.set_length(100);
    let mut all = Vec::new();
    for axes in random_pairs() {
        let errors = map_errors(&request(&scene, axes, Shown::BlueAtT));
        let [x, y] = axes.map(|axis| axis.to_string());
        println!("{x:>6} × {y:<6} median {:.1e}, largest {:.1e}", errors[errors.len() / 2], errors[errors.len() - 1]);
        all.extend(errors);
    }
    all.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| all[(share * (all.len() - 1) as f64) as usize];
    println!("all: median {:.1e}, 99 % {:.1e}, 99.9 % {:.1e}, largest {:.1e}", at(0.5), at(0.99), at(0.999), at(1.0));
    assert!(at(0.5) <= 1e-6 && at(0.99) <= 2e-5, "{:e} {:e}", at(0.5), at(0.99));
}

#[test]
fn a_divided_map_does_not_divide_rounding_by_rounding() {
    // A faint message in a state that is full of blue already. The bound: two rounded states, some
    // 1e-6 each, divided by the 1e-2 that must get in for f32 to do, twice over.
    let axes = ["g.w", "f.b"].map(|name| name.parse().unwrap());
    for (message, shown) in [1e-7, 0.01, 0.03, 0.6]
        .into_iter()
        .flat_map(|message| [Shown::BlueLeft, Shown::ShadeLeft].map(|shown| (message, shown)))
    {
        let scene = scene(|scene| {
            scene.paints[..3].copy_from_slice(&[1.0, 0.8, message]);
            scene.message = 3;
            scene.lstm.i = Wub::new(0.0, 0.5, 3.0);
            scene.lstm.f.u = 0.3;
        });
        let errors = map_errors(&request(&scene, axes, shown));
        let largest = errors[errors.len() - 1];
        println!("{shown:?} of {message}: largest {largest:.1e}");
        assert!(largest <= 5e-4, "{shown:?} of {message}: {largest:e}");
    }
}

#[test]
fn weights_beyond_f32_are_no_less_exact() {
    let scene = scene(|scene| scene.paints[7] = 0.5);
    for axes in [["i.w", "f.w"], ["rnn.w", "rnn.u"]] {
        let mut request = request(&scene, axes.map(|name| name.parse().unwrap()), Shown::BlueAtT);
        (request.x_axis.from, request.x_axis.to) = (-1e200, 1e200);
        assert!(map_errors(&request).iter().all(|error| *error == 0.0), "{axes:?}");
    }
}

#[test]
fn a_map_shows_what_the_page_shows_of_the_scene_itself() {
    for preset in presets() {
        let (scene, run) = (&preset.scene, Run::of(&preset.scene).unwrap());
        let last = scene.length();
        for (shown, rnn, lstm) in [
            (Shown::BlueAtT, Some(run.rnn.blue.blue[last - 1]), Some(run.lstm.blue.blue[last - 1])),
            (Shown::BlueLeft, run.rnn.blue.ratio(last), run.lstm.blue.ratio(last)),
            (Shown::ShadeLeft, run.rnn.shade_left(last), run.lstm.shade_left(last)),
            (Shown::Gradient, run.rnn.gradient.at(last), run.lstm.gradient.s.at(last)),
        ] {
            for (axes, expected) in [(["rnn.w", "rnn.u"], rnn), (["f.b", "i.b"], lstm)] {
                let mut request = request(scene, axes.map(|name| name.parse().unwrap()), shown);
                for axis in [&mut request.x_axis, &mut request.y_axis] {
                    axis.from = axis.along.weight().expect("a weight").get(&scene.rnn, &scene.lstm);
                    axis.points = 1;
                }
                let plain = finish(SurvivalMap::plain(request).unwrap()).unwrap().values[[0, 0]];
                assert_eq!(plain.is_some(), expected.is_some(), "{} {shown:?}", preset.slug);
                let (plain, expected) = (plain.unwrap_or(0.0), expected.unwrap_or(0.0));
                // The general cell adds the gates in another order: some units in the last place.
                assert!(
                    (plain - expected).abs() <= 1e-9 * expected.max(1e-6),
                    "{} {shown:?}: {plain:e} {expected:e}",
                    preset.slug
                );
            }
        }
    }
}
