//! How many steps a gate takes to forget half.

/// The half-life in steps of a gate held at f: `ln ½ / ln f`.
///
/// f = 1 never forgets (∞), f = 0 forgets at once (0); f outside of [0, 1] counts as its nearer end.
#[must_use]
pub fn half_life(f: f64) -> f64 {
    half_life_of(std::iter::once(f))
}

/// The half-life in steps of a gate that moves: `ln ½ / mean(ln f_t)`.
///
/// `gate` gives f at the steps at which something is forgotten: 2…T, not 1 (S₀ is 0). A single 0
/// among them makes it 0; of no step at all it is ∞, nothing was forgotten.
#[must_use]
pub fn half_life_of(gate: impl Iterator<Item = f64>) -> f64 {
    let (sum, steps) = gate.fold((0.0, 0.0), |(sum, steps), f| (sum + f.clamp(0.0, 1.0).ln(), steps + 1.0));
    // −0.0 and 0.0 both mean that no step forgot anything; the quotient would be ∓∞.
    if sum == 0.0 { f64::INFINITY } else { 0.5_f64.ln() / (sum / steps) }
}

#[cfg(test)]
mod tests {
    use super::{half_life, half_life_of};

    #[test]
    fn a_gate_held_at_one_half_forgets_half_in_one_step() {
        assert_eq!(half_life(0.5), 1.0);
        assert!((half_life(0.5_f64.powf(0.1)) - 10.0).abs() < 1e-12);
    }

    #[test]
    fn open_never_forgets_and_shut_forgets_at_once() {
        assert_eq!(half_life(1.0), f64::INFINITY);
        assert_eq!(half_life(0.0), 0.0);
        assert_eq!(half_life_of([1.0, 0.0, 1.0].into_iter()), 0.0);
        assert_eq!(half_life_of(std::iter::empty()), f64::INFINITY);
    }

    #[test]
    fn a_gate_that_moves_counts_by_its_geometric_mean() {
        let mixed = half_life_of([0.25, 1.0].into_iter());
        assert!((mixed - half_life(0.5)).abs() < 1e-15);
    }
}
