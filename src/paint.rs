//! A number as a colour, for the window and for figures alike.

use oklab::{Oklab, Rgb};

/// The three colours that paint is made of, as sRGB; every other number is a mixture of two of them.
///
/// A mixture is taken on the straight line between two colours in OKLab (Ottosson 2020), where equal
/// distances look equal: on one side of grey, equal steps of the number are equal steps to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ramp {
    /// The colour of 1.
    pub blue: [u8; 3],
    /// The colour of 0.
    pub grey: [u8; 3],
    /// The colour of −1.
    pub orange: [u8; 3],
}

/// The colour of NaN, which no ramp contains: a mistake is seen and not taken for paint.
pub const NOT_A_PAINT: [u8; 3] = [0xFF, 0x00, 0xFF];

impl Ramp {
    /// On light paper.
    pub const LIGHT: Self = Self { blue: [0x0B, 0x57, 0xB7], grey: [0xA3, 0xA3, 0xA0], orange: [0xE0, 0x86, 0x00] };

    /// On a dark ground.
    pub const DARK: Self = Self { blue: [0x6F, 0xA8, 0xFF], grey: [0x68, 0x68, 0x66], orange: [0xFF, 0xAA, 0x3C] };

    /// The sRGB colour of `value`: 1 is blue, 0 grey, −1 orange, anything between a mixture.
    ///
    /// Values beyond ±1, infinities among them, keep the end's colour; [`beyond`] says where a mark
    /// is due. The engine never lets NaN out; should one arrive all the same, it is
    /// [`NOT_A_PAINT`], never grey.
    #[must_use]
    pub fn colour(&self, value: f64) -> [u8; 3] {
        if value.is_nan() {
            return NOT_A_PAINT;
        }
        let end = if value < 0.0 { self.orange } else { self.blue };
        between(self.grey, end, value.abs().min(1.0))
    }
}

/// The sRGB colour of three numbers, each the offset of red, green or blue from mid-grey: −1 is none
/// of it, 1 all of it. Numbers beyond ±1 count as the nearer end.
#[must_use]
pub fn mixture(channels: [f64; 3]) -> [u8; 3] {
    if channels.iter().any(|channel| channel.is_nan()) {
        return NOT_A_PAINT;
    }
    channels.map(|channel| ((channel.clamp(-1.0, 1.0) + 1.0) / 2.0 * 255.0).round() as u8)
}

/// Whether `value` lies beyond ±1, where the colour has come to its end and a mark must say so.
///
/// False for NaN, which has a colour of its own.
#[must_use]
pub fn beyond(value: f64) -> bool {
    value.abs() > 1.0
}

/// The colour that lies the share `amount` of the way from one to another in OKLab.
fn between(from: [u8; 3], to: [u8; 3], amount: f64) -> [u8; 3] {
    // The ends need no detour, and so cannot be off by a rounding.
    if amount == 0.0 {
        return from;
    }
    if amount == 1.0 {
        return to;
    }
    let (from, to) = (Oklab::from(Rgb::from(from)), Oklab::from(Rgb::from(to)));
    let part = |a: f32, b: f32| (f64::from(a) + amount * (f64::from(b) - f64::from(a))) as f32;
    let mixed = Oklab { l: part(from.l, to.l), a: part(from.a, to.a), b: part(from.b, to.b) };
    mixed.to_srgb().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAMPS: [Ramp; 2] = [Ramp::LIGHT, Ramp::DARK];
    const STEPS: i32 = 10;

    /// What a colour may be off in OKLab because each channel is a whole number of 255ths: half a step
    /// in all three is 0.0021 at most along these two ramps.
    const ROUNDING: f32 = 0.003;

    fn oklab(colour: [u8; 3]) -> Oklab {
        Oklab::from(Rgb::from(colour))
    }

    fn distance(a: Oklab, b: Oklab) -> f32 {
        ((a.l - b.l).powi(2) + (a.a - b.a).powi(2) + (a.b - b.b).powi(2)).sqrt()
    }

    /// The colours of 0, 0.1, … 1 times `sign`.
    fn from_grey(ramp: Ramp, sign: f64) -> Vec<Oklab> {
        (0..=STEPS).map(|n| oklab(ramp.colour(sign * f64::from(n) / f64::from(STEPS)))).collect()
    }

    #[test]
    fn the_ends_and_the_middle_are_exact() {
        for ramp in RAMPS {
            assert_eq!(ramp.colour(1.0), ramp.blue);
            assert_eq!(ramp.colour(0.0), ramp.grey);
            assert_eq!(ramp.colour(-0.0), ramp.grey);
            assert_eq!(ramp.colour(-1.0), ramp.orange);
        }
    }

    #[test]
    fn an_almost_pure_paint_is_almost_the_end() {
        for ramp in RAMPS {
            for (value, end) in [(1.0, ramp.blue), (0.0, ramp.grey), (-1.0, ramp.orange)] {
                let near = ramp.colour(value * (1.0 - 1e-9) + 1e-9);
                assert!(near.iter().zip(end).all(|(a, b)| a.abs_diff(b) <= 1), "{near:?} {end:?}");
            }
        }
    }

    #[test]
    fn equal_steps_of_the_number_are_equal_steps_to_the_eye() {
        for ramp in RAMPS {
            for sign in [1.0, -1.0] {
                let colours = from_grey(ramp, sign);
                let even = distance(colours[0], colours[STEPS as usize]) / STEPS as f32;
                for (step, pair) in colours.windows(2).enumerate() {
                    let off = (distance(pair[0], pair[1]) - even).abs();
                    assert!(off <= 2.0 * ROUNDING, "step {step} of {sign} on {ramp:?} is off by {off}");
                }
            }
        }
    }

    #[test]
    fn lightness_goes_one_way_on_each_side_of_grey() {
        for ramp in RAMPS {
            for sign in [1.0, -1.0] {
                let colours = from_grey(ramp, sign);
                let up = (colours[STEPS as usize].l - colours[0].l).signum();
                for pair in colours.windows(2) {
                    assert!(up * (pair[1].l - pair[0].l) >= -ROUNDING, "{pair:?} on {ramp:?}");
                }
            }
        }
    }

    #[test]
    fn both_sides_are_mixed_alike() {
        for ramp in RAMPS {
            let swapped = Ramp { blue: ramp.orange, orange: ramp.blue, ..ramp };
            for n in -20..=20 {
                let value = f64::from(n) / 20.0;
                assert_eq!(ramp.colour(value), swapped.colour(-value), "{value}");
            }
        }
    }

    #[test]
    fn a_value_beyond_the_ends_keeps_the_colour_and_gets_a_mark() {
        for ramp in RAMPS {
            for value in [1.000_001, 4.53, 1e300, f64::INFINITY] {
                assert_eq!(ramp.colour(value), ramp.blue);
                assert_eq!(ramp.colour(-value), ramp.orange);
                assert!(beyond(value) && beyond(-value));
            }
        }
        assert!([-1.0, -0.3, 0.0, 1.0].into_iter().all(|value| !beyond(value)));
    }

    #[test]
    fn three_numbers_are_offsets_from_mid_grey() {
        assert_eq!(mixture([0.0; 3]), [128; 3]);
        assert_eq!(mixture([-1.0, 1.0, 0.5]), [0, 255, 191]);
        assert_eq!(mixture([-7.0, f64::INFINITY, 0.0]), [0, 255, 128]);
        assert_eq!(mixture([0.0, f64::NAN, 0.0]), NOT_A_PAINT);
    }

    #[test]
    fn nan_is_never_taken_for_paint() {
        for ramp in RAMPS {
            assert_eq!(ramp.colour(f64::NAN), NOT_A_PAINT);
            assert!((-100..=100).all(|n| ramp.colour(f64::from(n) / 100.0) != NOT_A_PAINT));
        }
    }
}
