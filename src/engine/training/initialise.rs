//! The weights to begin with.

use rand::RngExt;

use super::recall_task::{COLOURS, stream, uniform};
use super::{Setup, Start};
use crate::engine::Real;
use crate::engine::cell::CellKind;
use crate::engine::cell::gru::GruStacked;
use crate::engine::cell::lstm::Stacked;
use crate::engine::network::Model;

/// The stream of a seed that initial weights are drawn from; those after it are the training steps'.
const WEIGHTS_STREAM: u64 = 0;

/// The model that a run begins with: three inputs, H units, three outputs.
///
/// All six tensors are U(−1/√H, 1/√H), as PyTorch's `nn.RNN`, `nn.LSTM`, `nn.GRU` and (for H inputs)
/// `nn.Linear` begin, drawn in the order of [`TENSORS`](crate::engine::network::TENSORS) from stream 0
/// of ChaCha8 seeded with the seed: the same numbers for every start of a cell. Then
///
/// * [`Start::Torch`] leaves them.
/// * [`Start::Forget`] adds n to the rows of f (LSTM) or z (GRU, where z keeps) of `bias_ih`.
/// * [`Start::Chrono`] draws `b = ln u`, u ~ U(1, T − 1), for every unit, so that half-lives are
///   spread up to about T; `b_f = b`, `b_i = −b`, `b_g = b_o = 0` (LSTM), or `b_z = b`, the other
///   biases PyTorch's (GRU). Of the two vectors that make a bias, `bias_ih` carries it, and
///   `bias_hh` is 0. Up to T = 2 there is nothing between 1 and T − 1: b = 0.
/// * [`Start::Identity`] makes the RNN's U the identity and its biases 0.
///
/// Where a start means nothing for the cell, the model is [`Start::Torch`]'s.
#[must_use]
pub fn initialise(setup: &Setup) -> Model<f32> {
    let mut model = Model::zeros(setup.kind, COLOURS, setup.hidden_size, COLOURS);
    let mut random = stream(setup.seed, WEIGHTS_STREAM);
    let bound = f32::of(1.0 / (setup.hidden_size as f64).sqrt());
    for values in model.values_mut() {
        values.iter_mut().for_each(|value| *value = uniform(&mut random, bound));
    }
    match (setup.start, setup.kind) {
        (Start::Forget(n), kind) => {
            let n = f32::of(n);
            keeper(kind, bias_ih(&mut model)).iter_mut().for_each(|bias| *bias += n);
        }
        (Start::Chrono, kind) => {
            let most = setup.length.saturating_sub(2) as f64;
            let spread: Vec<f32> =
                (0..setup.hidden_size).map(|_| f32::of((1.0 + most * random.random::<f64>()).ln())).collect();
            chrono(kind, &spread, &mut model);
        }
        (Start::Identity, CellKind::Rnn) => {
            model.rnn.weight_hh.fill(0.0);
            model.rnn.weight_hh.diag_mut().fill(1.0);
            model.rnn.bias_ih.fill(0.0);
            model.rnn.bias_hh.fill(0.0);
        }
        (Start::Identity, CellKind::Lstm | CellKind::Gru) | (Start::Torch, _) => {}
    }
    model
}

/// The start of Tallec & Ollivier (2018), for b = `spread` `[H]`.
fn chrono(kind: CellKind, spread: &[f32], model: &mut Model<f32>) {
    match kind {
        CellKind::Rnn => {}
        CellKind::Lstm => {
            model.rnn.bias_ih.fill(0.0);
            model.rnn.bias_hh.fill(0.0);
            let bias = Stacked::<&mut [f32]>::of_mut(bias_ih(model));
            bias.f.copy_from_slice(spread);
            bias.i.iter_mut().zip(spread).for_each(|(b_i, b)| *b_i = -b);
        }
        CellKind::Gru => {
            keeper(kind, bias_ih(model)).copy_from_slice(spread);
            keeper(kind, model.rnn.bias_hh.as_slice_mut().unwrap_or_default()).fill(0.0);
        }
    }
}

fn bias_ih(model: &mut Model<f32>) -> &mut [f32] {
    model.rnn.bias_ih.as_slice_mut().unwrap_or_default()
}

/// The rows of a bias that belong to the gate that keeps: none in an RNN.
fn keeper(kind: CellKind, bias: &mut [f32]) -> &mut [f32] {
    match kind {
        CellKind::Rnn => &mut [],
        CellKind::Lstm => Stacked::<&mut [f32]>::of_mut(bias).f,
        CellKind::Gru => GruStacked::<&mut [f32]>::of_mut(bias).z,
    }
}

#[cfg(test)]
mod tests {
    use super::initialise;
    use crate::engine::cell::CellKind;
    use crate::engine::network::Model;
    use crate::engine::training::{Setup, Start};

    fn model(kind: CellKind, start: Start, length: usize) -> Model<f32> {
        initialise(&Setup { kind, start, length, ..Setup::default() })
    }

    /// Rows of one gate in a bias, in PyTorch's order.
    fn rows(bias: &ndarray::Array1<f32>, block: usize) -> Vec<f32> {
        bias.iter().copied().skip(16 * block).take(16).collect()
    }

    #[test]
    fn pytorchs_own_start_is_uniform_up_to_one_over_root_h() {
        for kind in CellKind::ALL {
            let model = model(kind, Start::Torch, 20);
            assert_eq!(model.check(), Ok(()));
            let values: Vec<f32> = model.values().concat();
            assert_eq!(values.len(), kind.blocks() * 16 * (3 + 16 + 2) + 3 * 17);
            let largest = values.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
            assert!((0.24..=0.25).contains(&largest), "{largest}");
            let mean = values.iter().sum::<f32>() / values.len() as f32;
            // Four standard errors of the fewest draws, the RNN's 387: 4·(1/4)/√(3·387).
            assert!(mean.abs() < 0.03, "{mean}");
        }
    }

    #[test]
    fn the_first_weights_of_seed_1_are_these() {
        let first: Vec<f32> = model(CellKind::Lstm, Start::Torch, 20).rnn.weight_ih.iter().copied().take(4).collect();
        assert_eq!(first, [0.024689108, -0.048757195, 0.24229854, -0.20980817]);
    }

    #[test]
    fn every_start_of_a_cell_changes_the_same_drawn_weights() {
        for kind in CellKind::ALL {
            let torch = model(kind, Start::Torch, 20);
            for start in [Start::Forget(2.0), Start::Chrono, Start::Identity] {
                let started = model(kind, start, 20);
                assert_eq!(started == torch, !start.means_something_for(kind), "{kind} {start}");
                assert_eq!(started.rnn.weight_ih, torch.rnn.weight_ih);
                assert_eq!(started.readout_weight, torch.readout_weight);
                assert_eq!(started.readout_bias, torch.readout_bias);
            }
        }
    }

    #[test]
    fn a_forget_bias_is_added_to_the_gate_that_keeps() {
        for (kind, keeper) in [(CellKind::Lstm, 1), (CellKind::Gru, 1)] {
            let (torch, started) = (model(kind, Start::Torch, 20), model(kind, Start::Forget(3.0), 20));
            for (row, (before, after)) in torch.rnn.bias_ih.iter().zip(&started.rnn.bias_ih).enumerate() {
                let added = if row / 16 == keeper { 3.0 } else { 0.0 };
                assert_eq!(*after, before + added, "{kind}, row {row}");
            }
            assert_eq!(torch.rnn.bias_hh, started.rnn.bias_hh);
        }
    }

    #[test]
    fn chrono_spreads_half_lives_over_the_sequence() {
        for length in [1, 2, 3, 20, 200] {
            let lstm = model(CellKind::Lstm, Start::Chrono, length).rnn;
            let (i, f) = (rows(&lstm.bias_ih, 0), rows(&lstm.bias_ih, 1));
            let most = (length as f32 - 1.0).max(1.0).ln();
            assert!(f.iter().all(|b| (0.0..=most).contains(b)), "{f:?}");
            assert!(i.iter().zip(&f).all(|(b_i, b_f)| *b_i == -b_f));
            assert!(rows(&lstm.bias_ih, 2).iter().chain(&rows(&lstm.bias_ih, 3)).all(|b| *b == 0.0));
            assert!(lstm.bias_hh.iter().all(|b| *b == 0.0));
            let gru = model(CellKind::Gru, Start::Chrono, length).rnn;
            let torch = model(CellKind::Gru, Start::Torch, length).rnn;
            assert!(rows(&gru.bias_ih, 1).iter().all(|b| (0.0..=most).contains(b)));
            assert!(rows(&gru.bias_hh, 1).iter().all(|b| *b == 0.0));
            for block in [0, 2] {
                assert_eq!(rows(&gru.bias_ih, block), rows(&torch.bias_ih, block));
                assert_eq!(rows(&gru.bias_hh, block), rows(&torch.bias_hh, block));
            }
        }
        let f = rows(&model(CellKind::Lstm, Start::Chrono, 200).rnn.bias_ih, 1);
        assert!(f.iter().any(|b| *b > 4.5) && f.iter().any(|b| *b < 4.0), "{f:?}");
    }

    #[test]
    fn the_rnns_identity_passes_h_on_as_it_is() {
        let rnn = model(CellKind::Rnn, Start::Identity, 20).rnn;
        assert_eq!(rnn.weight_hh, ndarray::Array2::<f32>::eye(16));
        assert!(rnn.bias_ih.iter().chain(&rnn.bias_hh).all(|b| *b == 0.0));
    }

    #[test]
    fn another_seed_draws_other_weights() {
        let setup = Setup::default();
        assert_eq!(initialise(&setup), initialise(&setup));
        assert_ne!(initialise(&setup), initialise(&Setup { seed: 2, ..setup }));
    }
}
