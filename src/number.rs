//! A number as text that is short enough to read.

/// `value` with three significant digits: `0.741`, `−8`, `12346`, `0.000335`, `2.06·10⁻⁹`.
///
/// What is nearly 1 keeps as many nines as tell it from 1. Zeros at the end are left out and the minus sign is U+2212. From 10⁻⁴ up to 10⁵ it is written
/// out (whole digits are never rounded away), beyond as a power of ten.
#[must_use]
pub fn short(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return special(value).to_owned();
    }
    let scientific = format!("{:.2e}", value.abs());
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let sign = if value < 0.0 { "−" } else { "" };
    if let Some(nines) = nearly_one(value.abs()) {
        return format!("{sign}{nines}");
    }
    match exponent.parse::<i16>() {
        Ok(power @ -4..=4) => {
            let decimals = usize::try_from(2 - power).unwrap_or(0);
            format!("{sign}{}", without_zeros(&format!("{:.decimals$}", value.abs())))
        }
        _ => format!("{sign}{}·10{}", without_zeros(digits), superscript(exponent)),
    }
}

/// A number that three digits would make a 1, with as many nines as it takes: `0.99994`.
fn nearly_one(value: f64) -> Option<String> {
    let missing = 1.0 - value;
    // What additions in f64 lose is not missing.
    if !(0.999_5..1.0).contains(&value) || missing < 1e-12 {
        return None;
    }
    let decimals = (1..=12).find(|decimals| 10f64.powi(-decimals) <= missing * 1.999)?;
    let decimals = usize::try_from(decimals).ok()?;
    Some(format!("{value:.decimals$}"))
}

/// `text` with its digits lowered: `12` becomes `₁₂`.
#[must_use]
pub fn subscript(text: &str) -> String {
    replaced(text, "₀₁₂₃₄₅₆₇₈₉", '₋')
}

/// `text` with its digits and minus raised: `-9` becomes `⁻⁹`.
#[must_use]
pub fn superscript(text: &str) -> String {
    replaced(text, "⁰¹²³⁴⁵⁶⁷⁸⁹", '⁻')
}

fn replaced(text: &str, digits: &str, minus: char) -> String {
    let digit = |letter: char| letter.to_digit(10).and_then(|at| digits.chars().nth(at as usize));
    text.chars().map(|letter| if letter == '-' { minus } else { digit(letter).unwrap_or(letter) }).collect()
}

fn without_zeros(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

fn special(value: f64) -> &'static str {
    match value {
        0.0 => "0",
        f64::INFINITY => "∞",
        f64::NEG_INFINITY => "−∞",
        _ => "NaN",
    }
}

#[cfg(test)]
mod tests {
    use super::{short, subscript, superscript};

    #[test]
    fn three_digits_are_kept_and_zeros_at_the_end_are_not() {
        for (value, text) in [
            (0.741_29, "0.741"),
            (0.88, "0.88"),
            (1.0, "1"),
            (-8.0, "−8"),
            (12.0, "12"),
            (4.526_4, "4.53"),
            (9.999, "10"),
            (-0.999_9, "−0.9999"),
            (0.999_993_856, "0.99999"),
            (0.999_96, "0.99996"),
            (1.0 - 1e-15, "1"),
            (100.0, "100"),
            (12_345.6, "12346"),
            (0.000_335_4, "0.000335"),
        ] {
            assert_eq!(short(value), text, "{value}");
        }
    }

    #[test]
    fn what_is_tiny_or_huge_becomes_a_power_of_ten() {
        assert_eq!(short(2.061e-9), "2.06·10⁻⁹");
        assert_eq!(short(-2e-9), "−2·10⁻⁹");
        assert_eq!(short(1e6), "1·10⁶");
        assert_eq!(short(99_999.9), "1·10⁵");
        assert_eq!(short(f64::MIN_POSITIVE), "2.23·10⁻³⁰⁸");
        assert_eq!(short(f64::MAX), "1.8·10³⁰⁸");
    }

    #[test]
    fn zero_has_no_sign_and_what_is_not_finite_has_a_name() {
        assert_eq!(short(-0.0), "0");
        assert_eq!(short(f64::INFINITY), "∞");
        assert_eq!(short(f64::NEG_INFINITY), "−∞");
        assert_eq!(short(f64::NAN), "NaN");
    }

    #[test]
    fn digits_are_lowered_and_raised() {
        assert_eq!(subscript("12"), "₁₂");
        assert_eq!(superscript("-308"), "⁻³⁰⁸");
    }
}
