//! A map as a table, one row for each of its points.

use csv::WriterBuilder;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::table::TableError;
use crate::engine::survival::{MapRequest, MapResult, OneUnit, Shown};

/// A finished map and what it is of.
#[derive(Debug, Clone, Copy)]
pub struct MapTable<'a> {
    /// The axes, the network, and what is shown.
    pub request: &'a MapRequest,
    /// The value at each point.
    pub result: &'a MapResult,
}

/// One point of the map; its keys are the table's [columns](MapTable::columns).
struct Row<'a> {
    columns: &'a [String; 3],
    x: f64,
    y: f64,
    value: Option<f64>,
}

impl MapTable<'_> {
    /// The two axes as they are named elsewhere (`f.b`), and the value under the name that it has
    /// in the table of a run: `blue`, `blue_left`, `shade_left`, `gradient_S` of an LSTM,
    /// `gradient_h` of an RNN.
    #[must_use]
    pub fn columns(&self) -> [String; 3] {
        let value = match (self.request.shown, &self.request.network) {
            (Shown::BlueAtT, _) => "blue",
            (Shown::BlueLeft, _) => "blue_left",
            (Shown::ShadeLeft, _) => "shade_left",
            (Shown::Gradient, OneUnit::Rnn(_)) => "gradient_h",
            (Shown::Gradient, OneUnit::Lstm(..)) => "gradient_S",
        };
        [self.request.x_axis.along.to_string(), self.request.y_axis.along.to_string(), value.to_owned()]
    }

    /// The map as CSV: one header line, then the points row by row from the axes' first values on,
    /// x the faster; an empty field where there is no such number.
    ///
    /// Every number reads back to the same f64.
    ///
    /// # Errors
    /// [`TableError::Csv`].
    pub fn csv_text(&self) -> Result<String, TableError> {
        let mut writer = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        let columns = self.columns();
        writer.write_record(&columns)?;
        self.rows(&columns).try_for_each(|row| writer.serialize((row.x, row.y, row.value)))?;
        let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The map as JSON: an array with one object a line, whose keys are the
    /// [columns](Self::columns); null where there is no such number.
    ///
    /// # Errors
    /// [`TableError::Json`].
    pub fn json_text(&self) -> Result<String, TableError> {
        let columns = self.columns();
        let lines: Vec<String> =
            self.rows(&columns).map(|row| serde_json::to_string(&row)).collect::<Result<_, _>>()?;
        Ok(format!("[\n{}\n]\n", lines.join(",\n")))
    }

    fn rows<'c>(&self, columns: &'c [String; 3]) -> impl Iterator<Item = Row<'c>> {
        let (x_axis, y_axis) = (self.request.x_axis, self.request.y_axis);
        self.result.values.indexed_iter().map(move |((row, column), value)| Row {
            columns,
            x: x_axis.value(column),
            y: y_axis.value(row),
            value: *value,
        })
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        for (column, value) in self.columns.iter().zip([Some(self.x), Some(self.y), self.value]) {
            map.serialize_entry(column, &value)?;
        }
        map.end()
    }
}
