//! Undo across a save: the document comes from somewhere else then, and no step was taken.

use std::sync::Arc;

use eframe::egui::util::undoer::Undoer;

use super::live::{Live, undoer};
use super::state::{Document, Start};

impl Live {
    /// Lets the document start from there, and all that undo and redo reach of the same opening:
    /// whatever step one goes to, Reset goes back to what was saved last.
    pub fn start_from(&mut self, start: &Arc<Start>) {
        let before = Arc::clone(&self.document.start);
        let moved = |document: &Document| {
            let same = Arc::ptr_eq(&document.start, &before);
            let start = if same { start } else { &document.start };
            Document { start: Arc::clone(start), ..document.clone() }
        };
        // While a button is down the latest step is the document as it was before.
        self.undo = mapped(&self.undo, &self.at_rest, moved);
        self.at_rest = moved(&self.at_rest);
        self.document = moved(&self.document);
    }
}

/// The same history, at the same place in it, of other documents.
fn mapped(history: &Undoer<Document>, at: &Document, map: impl Fn(&Document) -> Document) -> Undoer<Document> {
    let back = walked(history.clone(), at, Undoer::undo);
    let on = walked(history.clone(), at, Undoer::redo);
    let mut mapped = undoer();
    back.iter().rev().chain([at]).for_each(|document| mapped.add_undo(&map(document)));
    let (mut last, mut steps) = (map(at), 0);
    for document in on.iter().map(map) {
        // Two steps that have become one are one.
        steps += usize::from(document != last);
        mapped.add_undo(&document);
        last = document;
    }
    for _ in 0..steps {
        last = mapped.undo(&last).cloned().unwrap_or(last);
    }
    mapped
}

/// One step in a history.
type Step = for<'a> fn(&'a mut Undoer<Document>, &Document) -> Option<&'a Document>;

/// The documents on the way to the end of a history, the nearest first.
fn walked(mut history: Undoer<Document>, from: &Document, step: Step) -> Vec<Document> {
    let mut way: Vec<Document> = Vec::new();
    while let Some(next) = step(&mut history, way.last().unwrap_or(from)).cloned() {
        way.push(next);
    }
    way
}
