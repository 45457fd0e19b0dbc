//! Numbers as a person reads them on the page. Their parts never fall on two lines.

use crate::lesson::Form;
use crate::number::{short, superscript};

/// A value with three decimals and a real minus sign: `0.728`, `−0.091`.
#[must_use]
pub fn value(number: f64) -> String {
    fixed(number, 3)
}

/// A value with three decimals; one that they would leave less than two digits of with its own
/// digits: `0.00431`, `1.21·10⁻⁸`, `0`.
#[must_use]
pub fn seen(number: f64) -> String {
    if number.abs() < 0.009_95 { short(number) } else { value(number) }
}

/// A number as a text of the lesson asks for it.
#[must_use]
pub fn in_form(form: Form, number: f64) -> String {
    match form {
        Form::Decimals(decimals) => fixed(number, decimals),
        Form::Percent => percent(number),
        Form::Short | Form::Power => short(number),
    }
}

/// A number with so many decimals and a real minus sign; a rounded zero carries none.
#[must_use]
pub fn fixed(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    match text.strip_prefix('-') {
        Some(digits) if digits.chars().all(|c| matches!(c, '0' | '.')) => digits.to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    }
}

/// What additions in f64 lose of a hundred per cent does not count as lost.
const ROUNDING: f64 = 1e-9;

/// A share as per cent with two meaningful digits: `66 %`, `6.6 %`, `0.45 %`, `< 0.01 %`, `0 %`;
/// 100 only where all of it is left.
#[must_use]
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    // The borders are where rounding to the coarser form would begin.
    if percent == 0.0 {
        "0\u{a0}%".to_owned()
    } else if percent < 0.01 {
        "<\u{a0}0.01\u{a0}%".to_owned()
    } else if percent < 0.995 {
        format!("{percent:.2}\u{a0}%")
    } else if percent < 9.95 {
        format!("{percent:.1}\u{a0}%")
    } else if (99.5..100.0 - ROUNDING).contains(&percent) {
        // Rounded up it would say that nothing was lost.
        ">\u{a0}99\u{a0}%".to_owned()
    } else if percent < 10_000.0 {
        format!("{percent:.0}\u{a0}%")
    } else {
        ">\u{a0}9999\u{a0}%".to_owned()
    }
}

/// A gate as per cent without decimals, honest at the ends: `98 %`, `< 1 %`, `> 99 %`; 0 and 100
/// only where the gate is exactly shut or open.
#[must_use]
pub fn gate_percent(gate: f64) -> String {
    let percent = gate * 100.0;
    if gate > 0.0 && percent < 0.5 {
        "<\u{a0}1\u{a0}%".to_owned()
    } else if gate < 1.0 && percent > 99.5 {
        ">\u{a0}99\u{a0}%".to_owned()
    } else {
        format!("{percent:.0}\u{a0}%")
    }
}

/// A half-life in steps: `38`, `0.5`, `< 0.1`, `∞`.
#[must_use]
pub fn steps(half_life: f64) -> String {
    if half_life.is_infinite() {
        "∞".to_owned()
    } else if half_life >= 9_999.5 {
        ">\u{a0}9999".to_owned()
    } else if half_life >= 9.95 {
        format!("{half_life:.0}")
    } else if half_life > 0.0 && half_life < 0.05 {
        "<\u{a0}0.1".to_owned()
    } else {
        format!("{half_life:.1}")
    }
}

/// A whole number with its thousands set off: `1,240`.
#[must_use]
pub fn whole(number: usize) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && at % 3 == first {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A power of ten for a log axis: `10⁻³`, `1`, `10`.
#[must_use]
pub fn power_of_ten(exponent: i32) -> String {
    match exponent {
        0 => "1".to_owned(),
        1 => "10".to_owned(),
        _ => format!("10{}", superscript(&exponent.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_keeps_two_meaningful_digits() {
        let cases = [
            (0.658_97, "66\u{a0}%"),
            (0.0657, "6.6\u{a0}%"),
            (0.0045, "0.45\u{a0}%"),
            (1.13, "113\u{a0}%"),
            (0.0, "0\u{a0}%"),
            (1e-9, "<\u{a0}0.01\u{a0}%"),
            (0.0995, "10\u{a0}%"),
            (0.009_96, "1.0\u{a0}%"),
            (0.9999, ">\u{a0}99\u{a0}%"),
            (1.0, "100\u{a0}%"),
            (1.0 - 4.0 * f64::EPSILON, "100\u{a0}%"),
        ];
        for (share, text) in cases {
            assert_eq!(percent(share), text, "{share}");
        }
    }

    #[test]
    fn a_gate_is_never_called_shut_or_open_before_it_is() {
        let cases = [
            (0.0, "0\u{a0}%"),
            (0.000_335, "<\u{a0}1\u{a0}%"),
            (0.982, "98\u{a0}%"),
            (0.9999, ">\u{a0}99\u{a0}%"),
            (1.0, "100\u{a0}%"),
        ];
        for (gate, text) in cases {
            assert_eq!(gate_percent(gate), text, "{gate}");
        }
    }

    #[test]
    fn a_rounded_zero_has_no_sign() {
        assert_eq!(value(-0.0001), "0.000");
        assert_eq!(value(-0.0005), "−0.001");
    }

    #[test]
    fn thousands_are_set_off() {
        let cases = [(0, "0"), (999, "999"), (1_240, "1,240"), (12_800, "12,800"), (123_456_789, "123,456,789")];
        assert!(cases.into_iter().all(|(number, text)| whole(number) == text));
    }

    #[test]
    fn powers_are_set_small() {
        assert_eq!(power_of_ten(-12), "10⁻¹²");
        assert_eq!(power_of_ten(3), "10³");
    }
}
