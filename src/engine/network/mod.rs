//! A cell along a sequence: weights in PyTorch's order, the trace forward, the gradients backward.

pub mod backward;
pub mod model;
pub mod trace;
pub mod unit;
pub mod weights;

pub use backward::{GruGradients, LstmGradients, RnnGradients};
pub use model::{Model, TENSORS, Tensor};
pub(in crate::engine) use trace::stacked;
pub use trace::{GruTrace, LstmTrace, RnnTrace};
pub use unit::{LstmUnit, Parameter, Part, RnnUnit, Term, Wub};
pub use weights::Weights;
