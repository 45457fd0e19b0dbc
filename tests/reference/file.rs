//! One file of one run, and how near is near enough.

use std::fs;
use std::path::{Path, PathBuf};

use ndarray::{Array1, Array2, ArrayView, Dimension};
use paint_dilution::engine::Real;
use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::network::Weights;
use serde_json::Value;

/// How far a number may be from PyTorch's.
#[derive(Clone, Copy)]
pub enum Tolerance {
    /// `|a − b| ≤ share·max(|b|, floor·the tensor's largest)`.
    Relative { share: f64, floor: f64 },
    /// `|a − b| ≤` this.
    Absolute(f64),
}

impl Tolerance {
    fn allowed(self, number: f64, largest: f64) -> f64 {
        match self {
            Self::Relative { share, floor } => share * number.abs().max(floor * largest),
            Self::Absolute(most) => most,
        }
    }
}

/// One file: a trace or a training run.
pub struct File {
    pub name: String,
    pub json: Value,
}

/// The folder that is read.
pub fn folder() -> PathBuf {
    std::env::var_os("PAINT_DILUTION_REFERENCE").map_or_else(our_folder, PathBuf::from)
}

fn our_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference")
}

/// The files of the folder that are `wanted`; of our own there are some, of another folder there
/// may be none.
pub fn files(wanted: impl Fn(&File) -> bool) -> Vec<File> {
    let entries = fs::read_dir(folder()).unwrap_or_else(|why| panic!("{}: {why}", folder().display()));
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} holds no .json", folder().display());
    let files: Vec<_> = paths.iter().map(|path| File::read(path)).filter(wanted).collect();
    assert!(!files.is_empty() || folder() != our_folder(), "{} lacks files", folder().display());
    files
}

impl File {
    fn read(path: &Path) -> Self {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let json = serde_json::from_str(&fs::read_to_string(path).unwrap());
        let file = Self { json: json.unwrap_or_else(|why| panic!("{name}: {why}")), name };
        assert!(file.is_trace() || file.is_training(), "{}: neither a trace nor a training run", file.name);
        file
    }

    pub fn is_trace(&self) -> bool {
        self.json["cell"].is_string()
    }

    pub fn is_training(&self) -> bool {
        self.json["kind"].is_string()
    }

    /// The cell, which a trace calls `cell` and a training run `kind`.
    pub fn kind(&self) -> CellKind {
        let name = self.json["cell"].as_str().or(self.json["kind"].as_str()).unwrap();
        name.parse().unwrap_or_else(|why| panic!("{}: {why}", self.name))
    }

    /// The four tensors of a layer, whose names begin with `prefix`.
    pub fn weights<F: Real>(&self, tensors: &Value, prefix: &str) -> Weights<F> {
        let named = |name: &str| &tensors[format!("{prefix}{name}_l0")];
        Weights {
            weight_ih: matrix(named("weight_ih")),
            weight_hh: matrix(named("weight_hh")),
            bias_ih: vector(named("bias_ih")),
            bias_hh: vector(named("bias_hh")),
        }
    }

    /// Asserts that our numbers are theirs.
    pub fn near<F: Real, D: Dimension>(
        &self,
        tensor: &str,
        ours: ArrayView<'_, F, D>,
        theirs: ArrayView<'_, f64, D>,
        tolerance: Tolerance,
    ) {
        assert_eq!(ours.shape(), theirs.shape(), "{}: {tensor}", self.name);
        let largest = theirs.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        for (at, (a, b)) in ours.iter().zip(theirs.iter()).enumerate() {
            let (difference, allowed) = ((a.as_f64() - b).abs(), tolerance.allowed(*b, largest));
            // written so that NaN fails
            assert!(difference <= allowed, "{}: {tensor}, number {at}: {a} is not {b}", self.name);
        }
    }

    /// [`File::near`] for a single number.
    pub fn number_near(&self, name: &str, ours: f64, theirs: f64, tolerance: Tolerance) {
        let one = |value| Array1::from_elem(1, value);
        self.near(name, one(ours).view(), one(theirs).view(), tolerance);
    }
}

pub fn vector<F: Real>(json: &Value) -> Array1<F> {
    json.as_array().unwrap().iter().map(|value| F::of(value.as_f64().unwrap())).collect()
}

pub fn matrix<F: Real>(json: &Value) -> Array2<F> {
    let rows: Vec<Array1<F>> = json.as_array().unwrap().iter().map(vector).collect();
    let views: Vec<_> = rows.iter().map(|row| row.view()).collect();
    ndarray::stack(ndarray::Axis(0), &views).unwrap()
}
