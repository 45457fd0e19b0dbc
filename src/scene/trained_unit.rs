//! One unit of a trained LSTM along a sequence: its own numbers, and what it hears of the rest.

use super::LstmFlows;
use crate::engine::cell::{HeldGates, Lstm};
use crate::engine::network::{LstmTrace, Model};
use crate::engine::training::{Probe, Trace};
use crate::working::{Quantity, Working, lstm_unit_working};

/// A unit of an LSTM of many, with the sequence that the LSTM was asked about.
#[derive(Debug, Clone)]
pub struct TrainedUnit {
    lstm: Lstm<f64>,
    trace: LstmTrace<f64>,
    /// From 1.
    unit: usize,
}

impl TrainedUnit {
    /// The unit with that number, from 1, of the model that was probed; none of another cell than
    /// the LSTM, and none that the model does not have.
    #[must_use]
    pub fn of(model: &Model<f32>, probe: &Probe, held: &HeldGates, unit: usize) -> Option<Self> {
        let Trace::Lstm(trace) = &probe.trace else { return None };
        if unit == 0 || unit > model.hidden_size() {
            return None;
        }
        let lstm = Lstm::new(model.cast().rnn, held.lstm).ok()?;
        Some(Self { lstm, trace: trace.clone(), unit })
    }

    /// Its number, from 1.
    #[must_use]
    pub fn unit(&self) -> usize {
        self.unit
    }

    /// What flows through it at a step, from 1.
    #[must_use]
    pub fn flows(&self, step: usize) -> Option<LstmFlows> {
        LstmFlows::of(&self.trace, step, self.unit - 1)
    }

    /// Its numbers at a step, worked out: what the other units and the input say to a gate is one
    /// term. None of a step that there is not.
    #[must_use]
    pub fn workings(&self, step: usize, quantities: &[Quantity]) -> Vec<Working> {
        let opened = quantities.iter().map(|quantity| {
            // All three inputs are the same for every unit; the first stands for them.
            let unit = if *quantity == Quantity::X { 1 } else { self.unit };
            lstm_unit_working(&self.lstm, &self.trace, *quantity, step, unit)
        });
        opened.filter_map(Result::ok).collect()
    }
}
