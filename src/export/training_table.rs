//! How a training went, as a table: one row for each time that the recall error was measured.

use csv::WriterBuilder;
use serde::Serialize;

use super::table::TableError;

/// The table's columns, in their order.
pub const TRAINING_COLUMNS: [&str; 4] = ["cell", "step", "loss", "recall_error"];

/// One moment of a training.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrainingRow {
    /// `rnn`, `lstm` or `gru`.
    pub cell: &'static str,
    /// The training steps done by then.
    pub step: usize,
    /// The mean squared error on the batch of that step, before it; none before the first.
    pub loss: Option<f64>,
    /// The mean squared error on the fixed sequences.
    pub recall_error: f64,
}

/// The rows as CSV: one header line, an empty field for a loss that there is not yet.
///
/// Every number reads back to the same f64.
///
/// # Errors
/// [`TableError::Csv`].
pub fn csv_text(rows: &[TrainingRow]) -> Result<String, TableError> {
    let mut writer = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    writer.write_record(TRAINING_COLUMNS)?;
    rows.iter().try_for_each(|row| writer.serialize(row))?;
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_line_under_its_columns() {
        let row = |step, loss| TrainingRow { cell: "gru", step, loss, recall_error: 0.25 };
        let text = csv_text(&[row(0, None), row(10, Some(0.3))]).unwrap();
        assert_eq!(text, "cell,step,loss,recall_error\ngru,0,,0.25\ngru,10,0.3,0.25\n");
    }
}
