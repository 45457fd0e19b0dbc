//! A recurrent layer with a linear readout: what is trained, saved and opened.

use ndarray::{Array1, Array2};

use super::Weights;
use crate::engine::cell::CellKind;
use crate::engine::error::same_shape;
use crate::engine::{EngineError, NotFinite, Real};

/// A recurrent layer and a linear readout `y = R h + c` of its hidden state.
///
/// PyTorch's `nn.RNN`, `nn.LSTM` or `nn.GRU` under the name `rnn`, and an `nn.Linear` under the name
/// `readout`. The same shape holds the gradients of all six tensors.
#[derive(Debug, Clone, PartialEq)]
pub struct Model<F> {
    /// The cell.
    pub kind: CellKind,
    /// `rnn.weight_ih_l0` and its three companions.
    pub rnn: Weights<F>,
    /// R, `readout.weight`: `[O×H]`.
    pub readout_weight: Array2<F>,
    /// c, `readout.bias`: `[O]`.
    pub readout_bias: Array1<F>,
}

/// One tensor of a [`Model`] under PyTorch's name.
#[derive(Debug, PartialEq)]
pub struct Tensor<S> {
    /// The key in PyTorch's state dict.
    pub name: &'static str,
    /// Its shape.
    pub shape: Vec<usize>,
    /// Its numbers, row by row.
    pub values: S,
}

/// PyTorch's names, in the order of its state dict.
pub const TENSORS: [&str; 6] =
    ["rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0", "rnn.bias_hh_l0", "readout.weight", "readout.bias"];

impl<F: Real> Model<F> {
    /// All zero.
    #[must_use]
    pub fn zeros(kind: CellKind, input_size: usize, hidden_size: usize, output_size: usize) -> Self {
        Self {
            kind,
            rnn: Weights::zeros(kind.blocks(), input_size, hidden_size),
            readout_weight: Array2::zeros((output_size, hidden_size)),
            readout_bias: Array1::zeros(output_size),
        }
    }

    /// The input size I.
    #[must_use]
    pub fn input_size(&self) -> usize {
        self.rnn.input_size()
    }

    /// The hidden size H.
    #[must_use]
    pub fn hidden_size(&self) -> usize {
        self.rnn.hidden_size()
    }

    /// The output size O.
    #[must_use]
    pub fn output_size(&self) -> usize {
        self.readout_weight.nrows()
    }

    /// Checks that the six tensors fit each other and hold finite numbers only.
    ///
    /// # Errors
    /// As [`Weights::check`]; [`EngineError::Shape`] or [`EngineError::NotFinite`] of the readout.
    pub fn check(&self) -> Result<(), EngineError> {
        self.rnn.check(self.kind.blocks())?;
        let outputs = self.output_size();
        if outputs == 0 {
            return Err(EngineError::Empty { size: "O" });
        }
        same_shape("readout.weight", self.readout_weight.shape(), &[outputs, self.hidden_size()])?;
        same_shape("readout.bias", self.readout_bias.shape(), &[outputs])?;
        self.not_finite().map_or(Ok(()), |wrong| Err(wrong.into()))
    }

    /// The first number that is not finite, under its tensor's name.
    #[must_use]
    pub fn not_finite(&self) -> Option<NotFinite> {
        self.tensors().into_iter().find_map(|Tensor { name, shape, values }| {
            let at = values.iter().position(|value| !value.is_finite())?;
            let index = match shape.as_slice() {
                [_, columns] => vec![at / columns, at % columns],
                _ => vec![at],
            };
            Some(NotFinite { tensor: name, index, step: None, value: values.get(at)?.as_f64() })
        })
    }

    /// The six tensors in the order of [`TENSORS`].
    #[must_use]
    pub fn tensors(&self) -> Vec<Tensor<&[F]>> {
        let shapes = [
            self.rnn.weight_ih.shape(),
            self.rnn.weight_hh.shape(),
            self.rnn.bias_ih.shape(),
            self.rnn.bias_hh.shape(),
            self.readout_weight.shape(),
            self.readout_bias.shape(),
        ];
        let named = TENSORS.into_iter().zip(shapes).zip(self.values());
        named.map(|((name, shape), values)| Tensor { name, shape: shape.to_vec(), values }).collect()
    }

    /// The numbers of the six tensors, row by row, in the order of [`TENSORS`].
    #[must_use]
    pub fn values(&self) -> [&[F]; 6] {
        [
            self.rnn.weight_ih.as_slice().unwrap_or_default(),
            self.rnn.weight_hh.as_slice().unwrap_or_default(),
            self.rnn.bias_ih.as_slice().unwrap_or_default(),
            self.rnn.bias_hh.as_slice().unwrap_or_default(),
            self.readout_weight.as_slice().unwrap_or_default(),
            self.readout_bias.as_slice().unwrap_or_default(),
        ]
    }

    /// [`Model::values`], to be changed.
    pub fn values_mut(&mut self) -> [&mut [F]; 6] {
        [
            self.rnn.weight_ih.as_slice_mut().unwrap_or_default(),
            self.rnn.weight_hh.as_slice_mut().unwrap_or_default(),
            self.rnn.bias_ih.as_slice_mut().unwrap_or_default(),
            self.rnn.bias_hh.as_slice_mut().unwrap_or_default(),
            self.readout_weight.as_slice_mut().unwrap_or_default(),
            self.readout_bias.as_slice_mut().unwrap_or_default(),
        ]
    }

    /// The same model in another number type, rounded where that has fewer digits.
    #[must_use]
    pub fn cast<G: Real>(&self) -> Model<G> {
        let number = |value: &F| G::of(value.as_f64());
        Model {
            kind: self.kind,
            rnn: Weights {
                weight_ih: self.rnn.weight_ih.map(number),
                weight_hh: self.rnn.weight_hh.map(number),
                bias_ih: self.rnn.bias_ih.map(number),
                bias_hh: self.rnn.bias_hh.map(number),
            },
            readout_weight: self.readout_weight.map(number),
            readout_bias: self.readout_bias.map(number),
        }
    }
}
