//! A model written: the bytes of its file, and the file.

use std::path::Path;

use serde_json::json;

use super::{CheckpointError, Notes};
use crate::engine::network::{Model, Tensor};
use crate::whole_file::write_whole;

/// The header's length is a multiple of this, so that the numbers behind it are aligned.
const ALIGNED: usize = 8;

/// Writes a model, whole or not at all; [`read_model`](super::read_model) gives back the same
/// numbers bit for bit, and so does PyTorch's `load_state_dict`.
///
/// # Errors
/// [`CheckpointError::Model`] when it could not be read back, [`CheckpointError::Write`] when the
/// operating system refuses; a file that was there is untouched then.
pub fn write_model(path: &Path, model: &Model<f32>, notes: &Notes) -> Result<(), CheckpointError> {
    let file = || path.display().to_string();
    model.check().map_err(|error| CheckpointError::Model { file: file(), error })?;
    write_whole(path, &model_bytes(model, notes))
        .map_err(|error| CheckpointError::Write { file: file(), reason: error.to_string() })
}

/// The bytes of a model's file: the same model and notes give the same bytes, and without notes
/// they are those of PyTorch's own writer, `safetensors.torch.save_file`.
///
/// The crate that reads them could write them too, but takes the notes in a map without order, so
/// that two files of one model would differ.
#[must_use]
pub fn model_bytes(model: &Model<f32>, notes: &Notes) -> Vec<u8> {
    // PyTorch's writer notes this; some readers ask for it.
    let marked: Notes = notes.clone().into_iter().chain([("format".to_owned(), "pt".to_owned())]).collect();
    let mut header = format!(r#"{{"__metadata__":{}"#, json!(marked));
    let mut data = Vec::new();
    let mut tensors = model.tensors();
    tensors.sort_by_key(|tensor| tensor.name);
    for Tensor { name, shape, values } in tensors {
        let from = data.len();
        data.extend(values.iter().flat_map(|value| value.to_le_bytes()));
        let (shape, to) = (json!(shape), data.len());
        header.push_str(&format!(r#","{name}":{{"dtype":"F32","shape":{shape},"data_offsets":[{from},{to}]}}"#));
    }
    header.push('}');
    header.push_str(&" ".repeat(header.len().next_multiple_of(ALIGNED) - header.len()));
    [&(header.len() as u64).to_le_bytes(), header.as_bytes(), &data].concat()
}
