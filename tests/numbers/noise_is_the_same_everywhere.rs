//! A scene's noise is bit-equal on every machine and in every release.

use paint_dilution::engine::noise::{noisy, standard_normals};

/// ChaCha8 seeded with 1, as `rand_chacha` 0.10 and `rand_distr` 0.6 make it. If these change, all
/// saved scenes with noise change: say so in the change log, or keep the old generator.
const FIRST_EIGHT: [f64; 8] = [
    -0.23484705855592097,
    -1.4108177006109994,
    0.3330286294792717,
    -1.1267663243742092,
    -0.33383222444035554,
    0.7676635410837124,
    -0.19838973484676897,
    -1.0011940240784725,
];

#[test]
fn the_first_eight_normals_of_seed_1_are_these() {
    assert_eq!(standard_normals(1, 8), FIRST_EIGHT);
}

#[test]
fn more_draws_begin_with_the_same() {
    assert_eq!(standard_normals(1, 100)[..8], standard_normals(1, 8));
    assert_ne!(standard_normals(1, 8), standard_normals(2, 8));
}

#[test]
fn the_first_paint_is_clean_and_the_first_draw_is_step_2s() {
    let x = noisy(&[1.0, 0.0, 0.5], 0.1, 1);
    let normals = standard_normals(1, 2);
    assert_eq!(x, [1.0, 0.1 * normals[0], 0.5 + 0.1 * normals[1]]);
    assert_eq!(noisy(&[1.0, 0.0, 0.5], 0.0, 1), [1.0, 0.0, 0.5]);
}

#[test]
fn the_draws_are_normal() {
    let draws = standard_normals(11, 10_000);
    let mean = draws.iter().sum::<f64>() / 1e4;
    let variance = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / 1e4;
    // four standard errors: 4·√(1/10⁴) and 4·√(2/10⁴)
    assert!(mean.abs() < 0.04 && (variance - 1.0).abs() < 0.057, "{mean} {variance}");
}
