//! The numbers of the lesson, chapter by chapter, and of the facts that the presets show.

use paint_dilution::engine::cell::activation::sigmoid;
use paint_dilution::engine::network::Wub;
use paint_dilution::engine::survival::half_life;
use paint_dilution::scene::{Run, Scene, blue_then_grey};

use crate::kit::{near, reads, reads_percent, run};

fn h(run: &Run, step: usize) -> f64 {
    run.rnn.trace.h[[step - 1, 0]]
}

fn s(run: &Run, step: usize) -> f64 {
    run.lstm.trace.s[[step - 1, 0]]
}

fn shown_h(run: &Run, step: usize) -> f64 {
    run.lstm.trace.h[[step - 1, 0]]
}

fn input_gate(scene: &mut Scene, w: f64, b: f64) {
    (scene.lstm.i.w, scene.lstm.i.b) = (w, b);
}

fn output_gate(scene: &mut Scene, w: f64, b: f64) {
    (scene.lstm.o.w, scene.lstm.o.b) = (w, b);
}

fn paint(scene: &mut Scene, paints: &[(usize, f64)]) {
    for (step, paint) in paints {
        scene.paints[step - 1] = *paint;
    }
}

/// In how many of seeds 1…`seeds` this holds.
fn count(seeds: u64, change: impl Fn(&mut Scene), holds: impl Fn(&Run) -> bool) -> usize {
    let of_seed = |seed: u64| {
        run(|scene| {
            change(scene);
            scene.seed = seed;
        })
    };
    (1..=seeds).filter(|seed| holds(&of_seed(*seed))).count()
}

#[test]
fn chapter_1_blue_then_grey() {
    let run = run(|_| ());
    reads(h(&run, 1), "0.762");
    reads(h(&run, 12), "0.050");
    reads(h(&run, 24), "0.0034");
    reads_percent(run.rnn.blue.ratio(12), "6.6");
    reads_percent(run.rnn.blue.ratio(24), "0.45");
    reads(s(&run, 1), "0.889");
    reads(s(&run, 24), "0.586");
    reads_percent(run.lstm.blue.ratio(24), "65.9");
}

#[test]
fn chapter_2_below_one_fades_at_one_still_fades_above_latches() {
    for (u, left) in [(0.5, "0"), (0.9, "5.4"), (0.95, "14.8"), (1.0, "31.6"), (1.2, "86.5"), (1.5, "113")] {
        reads_percent(run(|scene| scene.rnn.u = u).rnn.blue.ratio(24), left);
    }
    for (w, left) in [(0.1, "93"), (0.15, "86"), (0.2, "79"), (1.0, "32"), (5.0, "25")] {
        reads_percent(run(|scene| (scene.rnn.w, scene.rnn.u) = (w, 1.0)).rnn.blue.ratio(24), left);
    }
}

#[test]
fn chapter_2_a_latch_keeps_the_sign_and_loses_the_shade() {
    for paint in [1.0, 0.5, 0.1, 0.01] {
        let run = run(|scene| (scene.rnn.u, scene.paints[0]) = (1.5, paint));
        reads(h(&run, 24), "0.859");
        if paint > 0.01 {
            assert!(run.rnn.shade.ratio(24).unwrap() < 1e-3);
        }
    }
    for (u, end) in [(1.2, "0.656"), (1.1, "0.442")] {
        let latched = |paint| run(|scene| (scene.rnn.u, scene.paints[0]) = (u, paint));
        reads(h(&latched(0.1), 24), end);
        reads(h(&latched(-0.1), 24), &format!("-{end}"));
    }
}

#[test]
fn chapter_2_a_hard_latch_cannot_be_repainted_and_a_soft_one_can() {
    for (w, u, first, end) in [(0.5, 3.0, 0.5, "0.995"), (1.0, 1.2, 1.0, "-0.627")] {
        let run = run(|scene| {
            paint(scene, &[(1, first), (12, -1.0)]);
            (scene.rnn.w, scene.rnn.u) = (w, u);
        });
        reads(h(&run, 24), end);
    }
}

#[test]
fn chapter_2_noise_fakes_and_flips_a_latch() {
    let faked =
        count(1000, |scene| (scene.rnn.u, scene.noise, scene.paints[0]) = (1.5, 0.01, 0.0), |run| h(run, 24) > 0.0);
    assert!((450..=550).contains(&faked), "{faked} of 1000 end blue without blue");
    for (sigma, percent) in [(0.1, 0.0), (0.3, 5.0), (0.5, 35.0), (1.0, 49.0)] {
        let flipped = count(1000, |scene| (scene.rnn.u, scene.noise) = (1.5, sigma), |run| h(run, 24) < 0.0);
        near(flipped as f64 / 10.0, percent, 4.0);
    }
}

#[test]
fn chapter_2_a_bias_is_blue_by_itself_and_a_negative_u_alternates() {
    let biased = run(|scene| scene.rnn.b = 0.5);
    reads(h(&biased, 24), "0.820");
    reads_percent(biased.rnn.blue.ratio(24), "0");
    let (plus, minus) = (run(|_| ()), run(|scene| scene.rnn.u = -0.8));
    for step in 1..=24 {
        near(h(&minus, step), if step % 2 == 1 { 1.0 } else { -1.0 } * h(&plus, step), 1e-16);
    }
}

#[test]
fn chapter_3_the_gradient_vanishes_in_one_and_not_in_the_other() {
    let short = run(|_| ());
    reads(short.rnn.gradient.at(24).unwrap(), "0.0011");
    reads(short.lstm.gradient.s.at(1).unwrap(), "0.458");
    reads(short.lstm.gradient.s.at(24).unwrap(), "0.302");
    reads(short.lstm.gradient.s.per_step().unwrap(), "0.982");
    let long = run(|scene| scene.paints = blue_then_grey(100));
    reads(long.rnn.gradient.at(100).unwrap().log10(), "-10.3");
    reads(long.lstm.gradient.s.at(100).unwrap(), "0.076");
}

#[test]
fn chapter_3_saturation_and_a_latch_stop_the_gradient() {
    let saturated = run(|scene| scene.rnn.w = 5.0);
    reads(h(&saturated, 1), "0.9999");
    reads(saturated.rnn.gradient.at(1).unwrap(), "0.0009");
    let late = run(|scene| (scene.rnn.u, scene.paints[0]) = (1.5, 0.01)).rnn.gradient;
    reads(late.at(11).unwrap(), "34");
    assert!((1..=24).all(|step| late.at(step) <= late.at(11)));
    reads(late.at(24).unwrap(), "0.0014");
    let latch = run(|scene| scene.rnn.u = 1.5);
    reads_percent(latch.rnn.blue.ratio(24), "113");
    let gradient = latch.rnn.gradient;
    reads(gradient.at(24).unwrap().log10(), "-9.5");
    reads(gradient.at(24).unwrap() / gradient.at(23).unwrap(), "0.394");
    for (w, u, end) in [(0.1, 1.05, "0.150"), (1.0, 1.0, "0.0125")] {
        reads(run(|scene| (scene.rnn.w, scene.rnn.u) = (w, u)).rnn.gradient.at(24).unwrap(), end);
    }
    assert!(run(|scene| (scene.rnn.w, scene.rnn.u) = (0.2, 1.0)).rnn.gradient.at(24).unwrap() >= 0.08);
}

#[test]
fn chapter_4_a_gate_is_a_sigmoid_and_s_a_sum() {
    for (b, gate) in [(-4.0, "0.018"), (0.0, "0.500"), (2.0, "0.881"), (4.0, "0.982")] {
        reads(sigmoid(b), gate);
    }
    let five = run(|scene| {
        scene.paints = vec![1.0; 5];
        (scene.held.i, scene.held.f) = (Some(1.0), Some(1.0));
    });
    for (step, sum) in [(1, "0.905"), (2, "1.810"), (5, "4.526")] {
        reads(s(&five, step), sum);
    }
    reads(shown_h(&five, 5), "0.881");
    reads(half_life(sigmoid(4.0)), "38");
}

#[test]
fn chapter_4_the_forget_bias_decides_what_is_left() {
    for (b, percent) in [(1.0, "0.07"), (2.0, "5.4"), (3.0, "32.7"), (4.0, "65.9"), (6.0, "94.5")] {
        reads_percent(run(|scene| scene.lstm.f.b = b).lstm.blue.ratio(24), percent);
    }
    let half = run(|scene| scene.lstm.f.b = 0.0).lstm.blue.ratio(24).unwrap();
    reads(half.log10(), "-7");
    for (f, g, end) in [(4.0, 1.5, "3.49"), (8.0, 3.0, "4.86"), (8.0, 1.5, "4.42")] {
        let counted = run(|scene| {
            paint(scene, &[(1, 1.0), (5, 1.0), (10, 1.0), (15, 1.0), (20, 1.0)]);
            (scene.lstm.f.b, scene.lstm.g.w) = (f, g);
        });
        reads(s(&counted, 24), end);
    }
}

#[test]
fn chapter_5_vivid_orange_is_not_let_in() {
    let run_with = |change: fn(&mut Scene)| {
        run(|scene| {
            paint(scene, &[(6, -1.0)]);
            change(scene);
        })
    };
    let deaf = run_with(|_| ());
    let trace = &deaf.lstm.trace;
    let first =
        [(&trace.g, "0.905"), (&trace.i, "0.982"), (&trace.f, "0.982"), (&trace.s, "0.889"), (&trace.o, "0.881")];
    for (quantity, text) in first.into_iter().chain([(&trace.h, "0.626")]) {
        reads(quantity[[0, 0]], text);
    }
    reads(s(&deaf, 1).tanh(), "0.711");
    reads(1e9 * trace.i[[5, 0]], "2");
    reads(trace.g[[5, 0]], "-0.905");
    reads(s(&deaf, 5), "0.827");
    reads(s(&deaf, 6), "0.812");
    reads(shown_h(&deaf, 6), "0.591");
    let open = run_with(|scene| input_gate(scene, 0.0, 4.0));
    reads(s(&open, 6), "-0.077");
}

#[test]
fn chapter_5_repainting_takes_both_gates() {
    for (open, f_w, end) in [(true, 8.0, "-0.704"), (true, 0.0, "-0.129"), (false, 8.0, "0.011")] {
        let run = run(|scene| {
            paint(scene, &[(12, -1.0)]);
            if open {
                input_gate(scene, 0.0, 4.0);
            }
            scene.lstm.f.w = f_w;
        });
        assert!(s(&run, 11) >= 0.6);
        reads(s(&run, 24), end);
    }
}

#[test]
fn chapter_6_hidden_is_not_lost() {
    for (o, shown) in [(1.0, "0.527"), (0.0, "0.000")] {
        let run = run(|scene| scene.held.o = Some(o));
        reads(s(&run, 24), "0.586");
        reads(shown_h(&run, 24), shown);
    }
    let listening = |held| run(|scene| (scene.lstm.f.u, scene.lstm.f.b, scene.held.o) = (6.0, 0.0, held));
    reads(s(&listening(None), 24), "0.091");
    reads(s(&listening(Some(0.0)), 24).log10(), "-7");
    let revealed = run(|scene| {
        paint(scene, &[(20, -1.0)]);
        output_gate(scene, -12.0, -5.0);
    });
    let hidden = (1..20).map(|step| shown_h(&revealed, step).abs()).fold(0.0, f64::max);
    reads(hidden, "0.005");
    reads(shown_h(&revealed, 20), "0.557");
}

#[test]
fn chapter_7_noise_does_not_move_blue_left_while_all_u_are_0() {
    for seed in 1..=20 {
        let run = run(|scene| {
            input_gate(scene, 0.0, 4.0);
            (scene.noise, scene.seed) = (0.3, seed);
        });
        reads_percent(run.lstm.blue.ratio(24), "65.9");
    }
    let ends = (1..=1000).map(|seed| {
        let noisy = run(|scene| {
            input_gate(scene, 0.0, 4.0);
            (scene.noise, scene.seed) = (0.3, seed);
        });
        s(&noisy, 24)
    });
    let ends: Vec<f64> = ends.collect();
    let mean = ends.iter().sum::<f64>() / 1e3;
    let spread = (ends.iter().map(|end| (end - mean).powi(2)).sum::<f64>() / 1e3).sqrt();
    near(spread, 1.5, 0.15);
}

#[test]
fn chapter_7_erasing_and_the_right_moment() {
    for (w, near_zero) in [(8.0, true), (6.0, false)] {
        let run = run(|scene| {
            paint(scene, &[(12, -1.0)]);
            scene.lstm.f.w = w;
        });
        assert!(s(&run, 11) >= 0.7);
        assert_eq!(s(&run, 24).abs() <= 0.05, near_zero);
    }
    let others = [(1, 0.4), (4, 0.4), (12, 0.4), (16, 0.4)];
    let moment = |others: &[(usize, f64)]| {
        run(|scene| {
            scene.paints.fill(0.0);
            paint(scene, others);
            paint(scene, &[(8, 1.0)]);
            scene.message = 8;
        })
    };
    reads(s(&moment(&others), 24), "0.728");
    reads(s(&moment(&[]), 24), "0.665");
}

#[test]
fn chapter_7_the_door_that_shuts_itself() {
    let door = run(|scene| (scene.lstm.i, scene.lstm.f.b) = (Wub::new(0.0, -12.0, 2.0), 5.0));
    reads(s(&door, 24), "0.683");
    let door = run(|scene| scene.lstm.i = Wub::new(0.0, -12.0, 2.0));
    reads(door.lstm.trace.i[[0, 0]], "0.881");
    reads(door.lstm.trace.i[[1, 0]], "0.007");
}

#[test]
fn chapter_7_only_after_the_cue() {
    let ends = |message: f64, cue: f64, f_u: f64| {
        let run = run(|scene| {
            scene.paints.fill(0.0);
            paint(scene, &[(2, 1.0), (4, 1.0), (14, 1.0), (18, 1.0), (8, cue), (9, message)]);
            scene.lstm.i = Wub::new(-4.0, -12.0, -1.0);
            (scene.lstm.f.u, scene.message) = (f_u, 9);
        });
        (s(&run, 7), s(&run, 24))
    };
    let (before, end) = ends(1.0, -1.0, 12.0);
    assert!(before.abs() <= 0.1);
    reads(end, "0.791");
    reads(ends(0.0, -1.0, 12.0).1, "-0.009");
    reads(ends(1.0, 0.0, 12.0).1, "0.022");
    reads(ends(1.0, -1.0, 0.0).1, "0.004");
}

#[test]
fn a_gate_open_only_to_vivid_paint_keeps_noise_out() {
    let clean = s(&run(|_| ()), 24);
    let within = |w: f64, b: f64| {
        let change = move |scene: &mut Scene| {
            input_gate(scene, w, b);
            scene.noise = 0.2;
        };
        count(1000, change, |run| (s(run, 24) - clean).abs() <= 0.15) as f64 / 10.0
    };
    near(within(12.0, -8.0), 94.0, 3.0);
    near(within(8.0, -4.0), 20.0, 4.0);
}

#[test]
fn fact_g_a_saturated_candidate_caps_the_blue_and_its_slope() {
    for (paint, g, slope) in [(0.25, "0.635", "1.79"), (0.5, "0.905", "0.54"), (1.0, "0.995", "0.030")] {
        let run = run(|scene| {
            scene.paints[0] = paint;
            (scene.held.i, scene.lstm.g.w) = (Some(1.0), 3.0);
        });
        reads(run.lstm.trace.g[[0, 0]], g);
        reads(run.lstm.gradient.s.at(1).unwrap(), slope);
    }
}
