//! Everything that follows from a scene as a table, one row for each network, step and unit.

use ndarray::Array2;
use serde::Serialize;
use thiserror::Error;

use crate::engine::NotFinite;
use crate::engine::survival::Left;
use crate::scene::{LstmRun, RnnRun, Run};
use crate::working::Network;

/// The table's columns, in their order.
pub const COLUMNS: [&str; 18] = [
    "network",
    "step",
    "unit",
    "x",
    "i",
    "f",
    "g",
    "o",
    "S",
    "h",
    "got_in",
    "blue",
    "blue_left",
    "blue_shown",
    "shade_left",
    "gradient_h",
    "gradient_S",
    "gradient_cell_only",
];

/// One unit of one network at one step.
///
/// What the network lacks is None; so are got in, blue, what is left and the gradients before the
/// message's step, the ratios where less than 1e-12 got in (or the quotient is beyond f64), and
/// the gradients from the step on at which one stopped being finite.
///
/// Got in, blue, what is left and the gradients belong to the network's whole state, not to a
/// unit: they are the same in all rows of a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// `rnn` or `lstm`.
    pub network: &'static str,
    /// The step, from 1.
    pub step: usize,
    /// The unit, from 1.
    pub unit: usize,
    /// The input, noise included.
    pub x: f64,
    /// The input gate, 0 shut, 1 open.
    pub i: Option<f64>,
    /// The forget gate.
    pub f: Option<f64>,
    /// The candidate.
    pub g: Option<f64>,
    /// The output gate.
    pub o: Option<f64>,
    /// The cell state.
    #[serde(rename = "S")]
    pub s: Option<f64>,
    /// The hidden state.
    pub h: f64,
    /// ‖s_m − s'_m‖ at the message's step m, in units of paint: of h (RNN), of S (LSTM).
    pub got_in: Option<f64>,
    /// ‖s_t − s'_t‖, likewise.
    pub blue: Option<f64>,
    /// `blue / got_in`.
    pub blue_left: Option<f64>,
    /// ‖h_t − h'_t‖ of the LSTM over what got into S.
    pub blue_shown: Option<f64>,
    /// As `blue_left`, against the message halved.
    pub shade_left: Option<f64>,
    /// ‖∂h_t/∂x_m‖.
    pub gradient_h: Option<f64>,
    /// ‖∂S_t/∂x_m‖.
    #[serde(rename = "gradient_S")]
    pub gradient_s: Option<f64>,
    /// ‖∂S_m/∂x_m · Π f‖: the path through the cell alone.
    pub gradient_cell_only: Option<f64>,
}

/// Why there is no table.
#[derive(Debug, Error)]
pub enum TableError {
    /// The CSV writer's.
    #[error("the table cannot be written as CSV: {0}")]
    Csv(#[from] csv::Error),
    /// The JSON writer's.
    #[error("the table cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// All rows of a run: the RNN's, then the LSTM's, each by step and unit.
#[must_use]
pub fn rows(run: &Run) -> Vec<Row> {
    rnn_rows(&run.rnn, &run.x).chain(lstm_rows(&run.lstm, &run.x)).collect()
}

/// The run as CSV: one header line, no comments, an empty field for what is missing.
///
/// Every number reads back to the same f64.
///
/// # Errors
/// [`TableError::Csv`].
pub fn csv_text(run: &Run) -> Result<String, TableError> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    rows(run).iter().try_for_each(|row| writer.serialize(row))?;
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The run as JSON: an array with one object a line, whose keys are [`COLUMNS`]; null for what is
/// missing.
///
/// Every number reads back to the same f64.
///
/// # Errors
/// [`TableError::Json`].
pub fn json_text(run: &Run) -> Result<String, TableError> {
    let lines: Vec<String> = rows(run).iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

/// The gradients that stopped being finite: the fields from there on are empty.
#[must_use]
pub fn stopped_gradients(run: &Run) -> Vec<(Network, &NotFinite)> {
    let lstm = &run.lstm.gradient;
    // Where ∂S stops, ∂h stops with it.
    let lstm = lstm.s.stopped.as_ref().or(lstm.h.stopped.as_ref()).or(lstm.cell_only.stopped.as_ref());
    let stopped = [(Network::Rnn, run.rnn.gradient.stopped.as_ref()), (Network::Lstm, lstm)];
    stopped.into_iter().filter_map(|(network, stopped)| Some((network, stopped?))).collect()
}

/// Every place of an array `[T×H]`: row, unit from 0, number.
fn places(array: &Array2<f64>) -> impl Iterator<Item = (usize, usize, f64)> {
    array.indexed_iter().map(|((row, unit), value)| (row, unit, *value))
}

fn rnn_rows<'a>(run: &'a RnnRun, x: &'a [f64]) -> impl Iterator<Item = Row> + 'a {
    places(&run.trace.h).map(|(row, unit, h)| {
        let step = row + 1;
        Row {
            network: "rnn",
            shade_left: run.shade_left(step),
            gradient_h: run.gradient.at(step),
            ..bare(x, row, unit, h, &run.blue)
        }
    })
}

fn lstm_rows<'a>(run: &'a LstmRun, x: &'a [f64]) -> impl Iterator<Item = Row> + 'a {
    let trace = &run.trace;
    places(&trace.h).map(move |(row, unit, h)| {
        let step = row + 1;
        let at = |array: &Array2<f64>| array.get((row, unit)).copied();
        Row {
            network: "lstm",
            i: at(&trace.i),
            f: at(&trace.f),
            g: at(&trace.g),
            o: at(&trace.o),
            s: at(&trace.s),
            blue_shown: run.shown.ratio(step),
            shade_left: run.shade_left(step),
            gradient_h: run.gradient.h.at(step),
            gradient_s: run.gradient.s.at(step),
            gradient_cell_only: run.gradient.cell_only.at(step),
            ..bare(x, row, unit, h, &run.blue)
        }
    })
}

/// What the rows of both networks have; the network's name is still to come.
fn bare(x: &[f64], row: usize, unit: usize, h: f64, left: &Left<f64>) -> Row {
    let step = row + 1;
    let arrived = step >= left.message;
    Row {
        network: "",
        step,
        unit: unit + 1,
        x: x.get(row).copied().unwrap_or(f64::NAN),
        i: None,
        f: None,
        g: None,
        o: None,
        s: None,
        h,
        got_in: arrived.then_some(left.got_in),
        blue: left.blue.get(row).copied().filter(|_| arrived),
        blue_left: left.ratio(step),
        blue_shown: None,
        shade_left: None,
        gradient_h: None,
        gradient_s: None,
        gradient_cell_only: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Scene;

    /// The CSV's records after the header, as text fields.
    fn records(run: &Run) -> Vec<csv::StringRecord> {
        csv_text(run)
            .map(|text| csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect())
            .unwrap()
    }

    fn field<'r>(record: &'r csv::StringRecord, column: &str) -> &'r str {
        record.get(COLUMNS.iter().position(|name| *name == column).unwrap()).unwrap()
    }

    fn noisy() -> Run {
        let mut scene = Scene { message: 3, noise: 0.3, ..Scene::default() };
        scene.paints[2] = 0.7;
        Run::of(&scene).unwrap()
    }

    #[test]
    fn the_columns_are_the_rows_fields_in_their_order() {
        let json = serde_json::to_string(&rows(&noisy())[0]).unwrap();
        let places: Vec<_> = COLUMNS.iter().map(|name| json.find(&format!("\"{name}\":")).unwrap()).collect();
        assert!(places.is_sorted(), "{json}");
        assert_eq!(json.matches("\":").count(), COLUMNS.len());
    }

    #[test]
    fn every_number_reads_back_to_the_same_bits() {
        let run = noisy();
        let records = records(&run);
        assert_eq!(records.len(), 48);
        let bits = |record: &csv::StringRecord, column: &str| field(record, column).parse::<f64>().unwrap().to_bits();
        for row in 0..24 {
            assert_eq!(bits(&records[row], "x"), run.x[row].to_bits());
            assert_eq!(bits(&records[row], "h"), run.rnn.trace.h[(row, 0)].to_bits());
            assert_eq!(bits(&records[24 + row], "S"), run.lstm.trace.s[(row, 0)].to_bits());
        }
        assert_eq!(bits(&records[47], "blue_left"), run.lstm.blue.ratio(24).unwrap().to_bits());
        assert_eq!(bits(&records[47], "gradient_S"), run.lstm.gradient.s.at(24).unwrap().to_bits());
    }

    #[test]
    fn before_the_message_memory_is_empty_and_what_the_rnn_lacks_always_is() {
        let records = records(&noisy());
        for column in ["got_in", "blue", "blue_left", "blue_shown", "shade_left", "gradient_h"] {
            assert_eq!(field(&records[1], column), "", "{column} of the RNN at step 2");
            assert_eq!(field(&records[25], column), "", "{column} of the LSTM at step 2");
            assert_ne!(field(&records[26], column), "", "{column} of the LSTM at step 3");
        }
        for column in ["i", "f", "g", "o", "S", "blue_shown", "gradient_S", "gradient_cell_only"] {
            assert!(records[..24].iter().all(|record| field(record, column).is_empty()), "{column}");
        }
        assert_ne!(field(&records[2], "gradient_h"), "");
    }

    #[test]
    fn where_nothing_got_in_there_is_blue_but_no_ratio() {
        let mut scene = Scene::default();
        scene.lstm.i.b = -12.0;
        scene.lstm.i.w = -16.0;
        let records = records(&Run::of(&scene).unwrap());
        let last = &records[47];
        assert!(field(last, "got_in").parse::<f64>().unwrap() < 1e-12);
        assert_ne!(field(last, "blue"), "");
        for column in ["blue_left", "blue_shown", "shade_left"] {
            assert_eq!(field(last, column), "", "{column}");
        }
    }

    #[test]
    fn json_says_the_same_as_csv_with_null_for_empty() {
        let run = noisy();
        let json: Vec<serde_json::Map<String, serde_json::Value>> =
            serde_json::from_str(&json_text(&run).unwrap()).unwrap();
        let records = records(&run);
        assert_eq!(json.len(), records.len());
        for (object, record) in json.iter().zip(&records) {
            for column in COLUMNS.iter().skip(1) {
                let number = object[*column].as_f64().map(f64::to_bits);
                assert_eq!(number, field(record, column).parse::<f64>().ok().map(f64::to_bits), "{column}");
            }
        }
    }

    #[test]
    fn a_gradient_beyond_f64_ends_in_empty_fields_and_is_named() {
        let mut scene = Scene { paints: vec![0.0; 1000], ..Scene::default() };
        scene.rnn.u = 3.0;
        let run = Run::of(&scene).unwrap();
        let stopped = stopped_gradients(&run);
        let (network, wrong) = stopped[0];
        assert_eq!((network, stopped.len()), (Network::Rnn, 1));
        let records = records(&run);
        let step = wrong.step.unwrap();
        assert_ne!(field(&records[step - 2], "gradient_h"), "");
        assert!(records[step - 1..1000].iter().all(|record| field(record, "gradient_h").is_empty()));
    }
}
