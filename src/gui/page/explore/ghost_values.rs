//! The ghosts of a plot in its tooltip and for assistive technology: number, name, values at a step.

use eframe::egui::text::LayoutJob;
use eframe::egui::{TextFormat, Ui};

use super::View;
use super::plot::value_text;
use crate::gui::theme::{Tokens, text};
use crate::gui::widget::time_plot::{Curve, Runs};

/// What a plot shows of one ghost.
pub struct GhostRow<'a> {
    number: usize,
    name: &'a str,
    /// The plot's curves that it has, the last drawn first, with its own points.
    curves: Vec<(&'a Curve<'a>, &'a Runs)>,
}

/// A row for each ghost that a plot of these curves shows.
pub fn rows<'a>(view: &View<'a>, curves: &'a [Curve<'a>]) -> Vec<GhostRow<'a>> {
    let row = |(number, name): (usize, &'a str)| {
        let of = |curve: &'a Curve<'a>| {
            let ghost = curve.ghosts.iter().find(|ghost| ghost.number == number)?;
            Some((curve, ghost.runs))
        };
        let curves: Vec<_> = curves.iter().rev().filter_map(of).collect();
        (!curves.is_empty()).then_some(GhostRow { number, name, curves })
    };
    (1..).zip(view.computed.ghosts.iter().map(|ghost| ghost.name.as_str())).filter_map(row).collect()
}

impl GhostRow<'_> {
    /// "1 · name: S 0.520, h 0.410".
    pub fn spoken(&self, step: usize, log: bool) -> String {
        let values = self.curves.iter().map(|(curve, runs)| format!("{} {}", curve.name, value_text(runs, step, log)));
        format!("{} · {}: {}", self.number, self.name, values.collect::<Vec<_>>().join(", "))
    }

    /// The same in a tooltip, each value in its curve's colour; one curve alone needs no name.
    pub fn tip_ui(&self, ui: &mut Ui, step: usize, log: bool, tokens: &Tokens) {
        let format = |color| TextFormat { font_id: text::regular(text::SMALL), color, ..TextFormat::default() };
        let mut job = LayoutJob::default();
        job.append(&format!("{} · {}", self.number, self.name), 0.0, format(tokens.faint));
        for (curve, runs) in &self.curves {
            let value = value_text(runs, step, log);
            let shown = if self.curves.len() == 1 { value } else { format!("{} {value}", curve.name) };
            job.append(&shown, 10.0, format(curve.colour));
        }
        ui.label(job);
    }
}
