//! A model read from its file.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use ndarray::{Array1, Array2};
use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, TensorView};

use super::{CheckpointError, MAX_BYTES, Notes};
use crate::engine::cell::CellKind;
use crate::engine::network::{Model, TENSORS, Weights};

/// What a model's file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Checkpoint {
    /// The model, as it was written.
    pub model: Model<f32>,
    /// What stands beside it.
    pub notes: Notes,
}

/// Reads a model's file.
///
/// # Errors
/// [`CheckpointError`] names the file, the tensor and what is needed.
pub fn read_model(path: &Path) -> Result<Checkpoint, CheckpointError> {
    let name = path.display().to_string();
    parse_model(&name, &read_bytes(path, &name)?)
}

/// Reads a model from a file's bytes; `name` stands for the file in errors.
///
/// # Errors
/// [`CheckpointError`] names the file, the tensor and what is needed.
pub fn parse_model(name: &str, bytes: &[u8]) -> Result<Checkpoint, CheckpointError> {
    let damaged = |error: safetensors::SafeTensorError| CheckpointError::Damaged {
        file: name.to_owned(),
        reason: error.to_string(),
    };
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(damaged)?;
    let tensors = Tensors { file: name, found: SafeTensors::deserialize(bytes).map_err(damaged)? };
    tensors.no_other()?;
    let [w, u, b_ih, b_hh, readout_weight, readout_bias] = TENSORS;
    let weight_hh = tensors.matrix(u)?;
    let model = Model {
        kind: tensors.kind(&weight_hh)?,
        rnn: Weights {
            weight_ih: tensors.matrix(w)?,
            weight_hh,
            bias_ih: tensors.vector(b_ih)?,
            bias_hh: tensors.vector(b_hh)?,
        },
        readout_weight: tensors.matrix(readout_weight)?,
        readout_bias: tensors.vector(readout_bias)?,
    };
    model.check().map_err(|error| CheckpointError::Model { file: name.to_owned(), error })?;
    Ok(Checkpoint { model, notes: header.metadata().iter().flatten().map(|(k, v)| (k.clone(), v.clone())).collect() })
}

/// The tensors of a file.
struct Tensors<'a> {
    file: &'a str,
    found: SafeTensors<'a>,
}

impl Tensors<'_> {
    /// Checks that there is none besides the six: a second layer would be left out in silence.
    fn no_other(&self) -> Result<(), CheckpointError> {
        let mut names = self.found.names();
        names.sort_unstable();
        match names.into_iter().find(|name| !TENSORS.contains(name)) {
            None => Ok(()),
            Some(tensor) => {
                Err(CheckpointError::StrangeTensor { file: self.file.to_owned(), tensor: tensor.to_owned() })
            }
        }
    }

    /// The cell whose weights have these rows: k·H for hidden size H.
    fn kind(&self, weight_hh: &Array2<f32>) -> Result<CellKind, CheckpointError> {
        let (rows, hidden_size) = weight_hh.dim();
        let kind = CellKind::ALL.into_iter().find(|kind| hidden_size.checked_mul(kind.blocks()) == Some(rows));
        kind.ok_or_else(|| CheckpointError::Rows { file: self.file.to_owned(), rows, hidden_size })
    }

    /// A matrix, `[rows×columns]`.
    fn matrix(&self, name: &'static str) -> Result<Array2<f32>, CheckpointError> {
        let tensor = self.tensor(name)?;
        let wrong = || self.dimensions(name, &tensor, "2 are");
        let [rows, columns] = tensor.shape().try_into().map_err(|_| wrong())?;
        Array2::from_shape_vec((rows, columns), numbers(&tensor)).map_err(|_| wrong())
    }

    /// A vector, `[rows]`.
    fn vector(&self, name: &'static str) -> Result<Array1<f32>, CheckpointError> {
        let tensor = self.tensor(name)?;
        if tensor.shape().len() != 1 {
            return Err(self.dimensions(name, &tensor, "1 is"));
        }
        Ok(numbers(&tensor).into())
    }

    fn tensor(&self, name: &'static str) -> Result<TensorView<'_>, CheckpointError> {
        let (file, tensor) = (|| self.file.to_owned(), || name.to_owned());
        let view = self.found.tensor(name).map_err(|_| CheckpointError::NoTensor { file: file(), tensor: tensor() })?;
        match view.dtype() {
            Dtype::F32 => Ok(view),
            other => Err(CheckpointError::NumberType { file: file(), tensor: tensor(), found: format!("{other:?}") }),
        }
    }

    fn dimensions(&self, name: &str, tensor: &TensorView<'_>, needed: &'static str) -> CheckpointError {
        let found = tensor.shape().len();
        CheckpointError::Dimensions { file: self.file.to_owned(), tensor: name.to_owned(), found, needed }
    }
}

/// The numbers of a tensor of F32; the reader has checked that there are as many as the shape says.
fn numbers(tensor: &TensorView<'_>) -> Vec<f32> {
    tensor.data().as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
}

/// A file's bytes, unless there are too many of them.
fn read_bytes(path: &Path, name: &str) -> Result<Vec<u8>, CheckpointError> {
    let file = || name.to_owned();
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => CheckpointError::Missing { file: file() },
        _ => CheckpointError::Read { file: file(), reason: error.to_string() },
    };
    if fs::metadata(path).map_err(failed)?.is_dir() {
        return Err(CheckpointError::Folder { file: file() });
    }
    let mut bytes = Vec::new();
    // One byte more than allowed tells a file that is too large, even one whose size is not known before.
    File::open(path).map_err(failed)?.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(CheckpointError::TooLarge { file: file() });
    }
    Ok(bytes)
}
