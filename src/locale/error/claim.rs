//! Claims that cannot be understood.

use super::Said;
use crate::locale::Words;
use crate::scene::{ClaimError, ClaimQuantity};

impl Said for ClaimError {
    fn said(&self, words: Words) -> String {
        let found = |key, claim: &str, found: &str| {
            words.with(key, &[("claim", claim.to_owned()), ("found", found.to_owned())])
        };
        let of = |key, claim: &str, quantity: &ClaimQuantity| {
            words.with(key, &[("claim", claim.to_owned()), ("quantity", quantity.to_string())])
        };
        match self {
            Self::Form { claim } => words.with("claim-form", &[("claim", claim.clone())]),
            Self::Network { claim, found: name } => found("claim-network", claim, name),
            Self::Quantity { claim, network, found } => {
                let values = [("claim", claim.clone()), ("network", network.to_string()), ("found", found.clone())];
                words.with("claim-quantity", &values)
            }
            Self::StepNeeded { claim, quantity } => of("claim-step-needed", claim, quantity),
            Self::NoSteps { claim, quantity } => of("claim-no-steps", claim, quantity),
            Self::NoStep { claim, found: name } => found("claim-no-step", claim, name),
            Self::NoNumber { claim, found: name } => found("claim-no-number", claim, name),
            Self::NothingBetween { claim, from, to } => {
                let values = [("claim", claim.clone()), ("from", format!("{from:?}")), ("to", format!("{to:?}"))];
                words.with("claim-nothing-between", &values)
            }
        }
    }

    fn hinted(&self, words: Words) -> String {
        match self {
            Self::Form { .. } => words.text("claim-form-hint"),
            Self::Network { .. } => words.text("claim-network-hint"),
            Self::Quantity { network, .. } => {
                let names: Vec<&str> = ClaimQuantity::of(*network).map(ClaimQuantity::name).collect();
                words.with("claim-quantity-hint", &[("network", network.to_string()), ("names", names.join(", "))])
            }
            Self::StepNeeded { quantity, .. } => {
                words.with("claim-step-needed-hint", &[("quantity", quantity.to_string())])
            }
            Self::NoSteps { quantity, .. } => words.with("claim-no-steps-hint", &[("quantity", quantity.to_string())]),
            Self::NoStep { .. } => words.text("claim-no-step-hint"),
            Self::NoNumber { .. } => words.text("claim-no-number-hint"),
            Self::NothingBetween { .. } => words.text("claim-nothing-between-hint"),
        }
    }
}
