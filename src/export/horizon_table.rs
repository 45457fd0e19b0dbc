//! A horizon as a table, one row for each training run.

use csv::WriterBuilder;
use serde::Serialize;

use super::table::TableError;
use crate::engine::training::HorizonPoint;

/// The table's columns, in their order.
pub const HORIZON_COLUMNS: [&str; 9] =
    ["cell", "start", "seed", "T", "H", "steps", "recall_error", "solved_at", "always_grey"];

/// One training run; its fields are the [`HORIZON_COLUMNS`].
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Row {
    cell: &'static str,
    start: String,
    seed: u64,
    #[serde(rename = "T")]
    length: usize,
    #[serde(rename = "H")]
    hidden_size: usize,
    steps: usize,
    recall_error: Option<f64>,
    solved_at: Option<usize>,
    always_grey: Option<f64>,
}

impl From<&HorizonPoint> for Row {
    fn from(point: &HorizonPoint) -> Self {
        let (setup, outcome) = (&point.setup, point.outcome.as_ref().ok());
        Self {
            cell: setup.kind.slug(),
            start: setup.start.to_string(),
            seed: setup.seed,
            length: setup.length,
            hidden_size: setup.hidden_size,
            steps: point.steps,
            recall_error: outcome.map(|outcome| outcome.error),
            solved_at: outcome.and_then(|outcome| outcome.solved_at),
            always_grey: outcome.map(|outcome| outcome.grey),
        }
    }
}

/// The points as CSV, one row each; an empty field for what there is not: a run that has not solved
/// the task, or one whose numbers left the range of a float.
///
/// `with_header` puts the line of columns on top; parts of one horizon follow each other without.
/// Every number reads back to the same f64.
///
/// # Errors
/// [`TableError::Csv`].
pub fn csv_text(points: &[HorizonPoint], with_header: bool) -> Result<String, TableError> {
    let mut writer = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    if with_header {
        writer.write_record(HORIZON_COLUMNS)?;
    }
    points.iter().try_for_each(|point| writer.serialize(Row::from(point)))?;
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The points as JSON: an array with one object a line, whose keys are [`HORIZON_COLUMNS`]; null for
/// what there is not.
///
/// # Errors
/// [`TableError::Json`].
pub fn json_text(points: &[HorizonPoint]) -> Result<String, TableError> {
    let row = |point: &HorizonPoint| serde_json::to_string(&Row::from(point));
    let lines: Vec<String> = points.iter().map(row).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::training::{Outcome, Setup};
    use crate::engine::{EngineError, NotFinite};

    fn points() -> [HorizonPoint; 3] {
        let wrong = NotFinite { tensor: "readout.bias", index: vec![0], step: None, value: f64::NAN };
        [
            Ok(Outcome { error: 0.004, solved_at: Some(120), grey: 0.33 }),
            Ok(Outcome { error: 0.1 + 0.2, solved_at: None, grey: 0.33 }),
            Err(EngineError::NotFinite(wrong)),
        ]
        .map(|outcome| HorizonPoint { setup: Setup::default(), steps: 200, outcome })
    }

    #[test]
    fn a_field_is_empty_where_there_is_no_such_number() {
        let header = "cell,start,seed,T,H,steps,recall_error,solved_at,always_grey\n";
        let rows = "lstm,forget:2,1,20,16,200,0.004,120,0.33\n\
                    lstm,forget:2,1,20,16,200,0.30000000000000004,,0.33\n\
                    lstm,forget:2,1,20,16,200,,,\n";
        assert_eq!(csv_text(&points(), true).unwrap(), format!("{header}{rows}"));
        assert_eq!(csv_text(&points(), false).unwrap(), rows);
        assert_eq!(csv_text(&[], true).unwrap(), header);
    }

    #[test]
    fn json_says_the_same_with_null_for_empty() {
        let parsed: serde_json::Value = serde_json::from_str(&json_text(&points()).unwrap()).unwrap();
        assert_eq!(parsed[0]["recall_error"], 0.004);
        assert_eq!(parsed[1]["solved_at"], serde_json::Value::Null);
        assert_eq!(parsed[2]["T"], 20);
        let keys = parsed[0].as_object().unwrap().len();
        assert_eq!(keys, HORIZON_COLUMNS.len());
        assert!(HORIZON_COLUMNS.iter().all(|column| parsed[0].get(column).is_some()));
    }
}
