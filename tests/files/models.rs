//! A trained model's file reads back, is PyTorch's, and is refused where it is another.

use std::fs;
use std::path::{Path, PathBuf};

use ndarray::Array2;
use paint_dilution::checkpoint::{CheckpointError, Notes, model_bytes, parse_model, read_model, write_model};
use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::network::{Model, TENSORS};
use proptest::prelude::*;

/// A file that PyTorch's own writer wrote.
fn of_pytorch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/models").join(name)
}

/// A model whose numbers all differ.
fn model(kind: CellKind, hidden_size: usize) -> Model<f32> {
    let mut model = Model::zeros(kind, 3, hidden_size, 3);
    let numbers = model.values_mut().into_iter().flatten();
    (1_u16..).zip(numbers).for_each(|(at, number)| *number = 1.0 / f32::from(at));
    model
}

fn notes() -> Notes {
    [("cell", "lstm"), ("seed", "7"), ("start", "forget:2"), ("said", "\"blau\"\n파랑")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
}

#[test]
fn what_is_written_reads_back_bit_for_bit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.safetensors");
    for kind in CellKind::ALL {
        for hidden_size in [1, 5, 16] {
            let model = model(kind, hidden_size);
            write_model(&path, &model, &notes()).unwrap();
            let found = read_model(&path).unwrap();
            assert_eq!(found.model, model);
            let mut expected = notes();
            expected.insert("format".to_owned(), "pt".to_owned());
            assert_eq!(found.notes, expected);
        }
    }
}

#[test]
fn the_files_of_pytorch_are_read_as_their_cell_and_written_as_they_were() {
    for (name, kind) in [
        ("rnn_recall_h16.safetensors", CellKind::Rnn),
        ("lstm_recall_h16.safetensors", CellKind::Lstm),
        ("gru_recall_h16.safetensors", CellKind::Gru),
    ] {
        let bytes = fs::read(of_pytorch(name)).unwrap();
        let model = parse_model(name, &bytes).unwrap().model;
        assert_eq!((model.kind, model.input_size(), model.hidden_size(), model.output_size()), (kind, 3, 16, 3));
        assert_eq!(model_bytes(&model, &Notes::new()), bytes, "{name}");
    }
}

#[test]
fn the_same_model_and_notes_are_the_same_bytes() {
    let model = model(CellKind::Gru, 4);
    assert_eq!(model_bytes(&model, &notes()), model_bytes(&model, &notes()));
}

#[test]
fn a_model_that_cannot_be_read_back_is_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("model.safetensors");
    let mut broken = model(CellKind::Lstm, 4);
    broken.readout_bias[1] = f32::NAN;
    let error = write_model(&path, &broken, &Notes::new()).unwrap_err();
    assert!(error.to_string().ends_with("readout.bias[1] is NaN"), "{error}");
    assert!(!path.exists());
}

/// The file of a model, with a part of its header replaced by another of the same length.
fn with_header(model: &Model<f32>, from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = model_bytes(model, &Notes::new());
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes()).unwrap();
    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    bytes
}

/// What is said of a file of these bytes, and what to do.
fn said(bytes: &[u8]) -> String {
    let error = parse_model("m", bytes).unwrap_err();
    format!("{error}\n{}", error.hint())
}

#[test]
fn another_model_is_refused_by_what_is_wrong_with_it() {
    let lstm = model(CellKind::Lstm, 4);
    let layout = "a model is an nn.RNN, nn.LSTM or nn.GRU of one layer under the name `rnn` and an nn.Linear under the name `readout`";
    let [_, u, ..] = TENSORS;
    let mut two_blocks = lstm.clone();
    two_blocks.rnn.weight_hh = Array2::zeros((8, 4));
    let mut flat = lstm.clone();
    flat.rnn.weight_hh = Array2::zeros((16, 3));
    let mut few = lstm.clone();
    few.rnn.bias_hh = ndarray::Array1::zeros(15);
    for (bytes, expected) in [
        (with_header(&lstm, u, "rnn.weight_xx_l0"), format!("m: \"rnn.weight_xx_l0\" is no tensor of a model of one layer with its readout\n{layout}")),
        (fs::read(of_pytorch("lstm_recall_2layer_h8.safetensors")).unwrap(), format!("m: \"rnn.bias_hh_l1\" is no tensor of a model of one layer with its readout\n{layout}")),
        (fs::read(of_pytorch("lstm_recall_bidirectional_h8.safetensors")).unwrap(), format!("m: \"rnn.bias_hh_l0_reverse\" is no tensor of a model of one layer with its readout\n{layout}")),
        (with_header(&lstm, "F32", "I32"), "m: \"readout.bias\" holds numbers of type I32; F32 is needed\nmake it one of 32-bit floats, in PyTorch with `model.float()`".to_owned()),
        (with_header(&lstm, "[3,4]", "[ 12]"), "m: \"readout.weight\" has 1 dimensions; 2 are needed\nweights are matrices, biases are vectors, as in PyTorch".to_owned()),
        (model_bytes(&two_blocks, &Notes::new()), "m: \"rnn.weight_hh_l0\" is [8×4]; a cell of hidden size 4 has other rows\n4 rows are an RNN's, 12 a GRU's, 16 an LSTM's".to_owned()),
        (model_bytes(&flat, &Notes::new()), "m: \"rnn.weight_hh_l0\" is [16×3]; a cell of hidden size 3 has other rows\n3 rows are an RNN's, 9 a GRU's, 12 an LSTM's".to_owned()),
    ] {
        assert_eq!(said(&bytes), expected);
    }
    assert!(said(&model_bytes(&few, &Notes::new())).starts_with("m: bias_hh is [15]; [16] is needed\n"));
    assert!(said(b"version = 2\n").starts_with("m: this is not a whole safetensors file: "));
}

#[test]
fn a_tensor_that_is_missing_is_named() {
    // safetensors itself allows an empty file; nothing else is left to name.
    let header = r#"{"__metadata__":{}}     "#;
    let bytes = [&(header.len() as u64).to_le_bytes(), header.as_bytes()].concat();
    assert!(said(&bytes).starts_with("m: there is no tensor \"rnn.weight_hh_l0\"\n"), "{}", said(&bytes));
}

#[test]
fn what_is_no_model_is_told() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(read_model(folder.path()), Err(CheckpointError::Folder { .. })));
    let nowhere = folder.path().join("nowhere.safetensors");
    assert!(matches!(read_model(&nowhere), Err(CheckpointError::Missing { .. })));
    let inside = folder.path().join("no-folder/model.safetensors");
    let error = write_model(&inside, &model(CellKind::Rnn, 1), &Notes::new()).unwrap_err();
    assert!(matches!(error, CheckpointError::Write { .. }));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

proptest! {
    /// Cut short, or with bytes replaced: an error with a hint, or a model that can be written again.
    #[test]
    fn no_file_however_damaged_makes_the_reader_panic(
        kind in prop::sample::select(CellKind::ALL.to_vec()),
        cut in any::<prop::sample::Index>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        whole in any::<bool>(),
    ) {
        let mut bytes = model_bytes(&model(kind, 3), &notes());
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        let length = bytes.len();
        for (at, byte) in edits.into_iter().filter(|_| length > 0) {
            // Most of a file are numbers: half of the edits go to the header.
            let at = if byte % 2 == 0 { at.index(length) } else { at.index(length.min(120)) };
            bytes[at] = byte;
        }
        match parse_model("m", &bytes) {
            Ok(found) => {
                let again = parse_model("m", &model_bytes(&found.model, &found.notes)).unwrap();
                prop_assert_eq!(again.model, found.model);
            }
            Err(error) => prop_assert!(!error.to_string().contains('\n') && !error.hint().is_empty(), "{error}"),
        }
    }
}
