//! A recurrent layer of candle with its readout, a batch, and an optimizer.

use std::error::Error;

use candle_core::backprop::GradStore;
use candle_core::{DType, Device, Result, Tensor, Var};
use candle_nn::rnn::{GRUConfig, LSTMConfig};
use candle_nn::{AdamW, Linear, Module, Optimizer, ParamsAdamW, RNN, VarBuilder, VarMap, gru, loss, lstm};
use paint_dilution::engine::cell::CellKind;
use paint_dilution::engine::network::Tensor as Named;
use paint_dilution::engine::training::{Setup, initialise};

/// The step of the program's training whose batch is learned.
const STEP: u64 = 1;

/// What is trained, and on what.
pub struct Trainee {
    layer: Layer,
    readout: Linear,
    /// `[B×T×3]`.
    x: Tensor,
    /// `[B×3]`.
    target: Tensor,
    variables: Vec<Var>,
    adam: AdamW,
    clip: f64,
}

/// A recurrent layer of candle.
enum Layer {
    Lstm(candle_nn::LSTM),
    Gru(candle_nn::GRU),
}

impl Trainee {
    /// The network that the program begins with, and the first batch that it would train on.
    pub fn new(setup: &Setup) -> std::result::Result<Self, Box<dyn Error>> {
        let device = Device::Cpu;
        let variables = VarMap::new();
        for Named { name, shape, values } in initialise(setup).tensors() {
            let variable = Var::from_tensor(&Tensor::from_slice(values, shape, &device)?)?;
            variables.data().lock().map_err(|error| error.to_string())?.insert(name.to_owned(), variable);
        }
        let builder = VarBuilder::from_varmap(&variables, DType::F32, &device);
        let (hidden, rnn, readout) = (setup.hidden_size, builder.pp("rnn"), builder.pp("readout"));
        let layer = match setup.kind {
            CellKind::Lstm => Layer::Lstm(lstm(3, hidden, LSTMConfig::default(), rnn)?),
            CellKind::Gru => Layer::Gru(gru(3, hidden, GRUConfig::default(), rnn)?),
            CellKind::Rnn => return Err("candle has no plain RNN".into()),
        };
        let batch = setup.task().batch(setup.seed, STEP, setup.batch);
        let variables = variables.all_vars();
        let params = ParamsAdamW { lr: setup.learning_rate, weight_decay: 0.0, ..ParamsAdamW::default() };
        Ok(Self {
            layer,
            readout: candle_nn::linear(hidden, 3, readout)?,
            x: Tensor::from_iter(batch.x.iter().copied(), &device)?.reshape(batch.x.dim())?,
            target: Tensor::from_iter(batch.target.iter().copied(), &device)?.reshape(batch.target.dim())?,
            adam: AdamW::new(variables.clone(), params)?,
            variables,
            clip: setup.clip,
        })
    }

    /// One training step; the loss before it.
    pub fn step(&mut self) -> Result<Tensor> {
        let last = match &self.layer {
            Layer::Lstm(layer) => layer.seq(&self.x)?.pop().map(|state| state.h),
            Layer::Gru(layer) => layer.seq(&self.x)?.pop().map(|state| state.h),
        };
        let last = last.ok_or_else(|| candle_core::Error::Msg("a sequence has a step".to_owned()))?;
        let loss = loss::mse(&self.readout.forward(&last)?, &self.target)?;
        let mut gradients = loss.backward()?;
        self.clip(&mut gradients)?;
        self.adam.step(&gradients)?;
        Ok(loss)
    }

    /// Makes the gradient's norm at most `clip`, as PyTorch's `clip_grad_norm_` does.
    fn clip(&self, gradients: &mut GradStore) -> Result<()> {
        let mut squares = 0.0;
        for gradient in self.variables.iter().filter_map(|variable| gradients.get(variable)) {
            squares += f64::from(gradient.sqr()?.sum_all()?.to_scalar::<f32>()?);
        }
        let scale = self.clip / (squares.sqrt() + 1e-6);
        if scale < 1.0 {
            for variable in &self.variables {
                if let Some(gradient) = gradients.remove(variable) {
                    gradients.insert(variable, (gradient * scale)?);
                }
            }
        }
        Ok(())
    }
}
