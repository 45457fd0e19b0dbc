//! A scene that is live on a page, and what follows from it: its numbers, its surveys, its time,
//! its undo.

use eframe::egui::Context;
use eframe::egui::util::undoer::{self, Undoer};

use super::computed::Computed;
use super::playback::Playback;
use super::state::Document;
use super::surveys::Surveys;
use crate::scene::{Controls, Scene};

/// A scene, with everything that follows from it.
pub struct Live {
    /// The scene and where it came from.
    pub document: Document,
    /// Undo and redo of the document.
    pub undo: Undoer<Document>,
    /// The document as it was when no button was down.
    pub at_rest: Document,
    /// Whether what is being dragged was let go of.
    pub let_go: bool,
    /// What follows from the scene.
    pub computed: Computed,
    /// What follows from the scene and is computed beside the frames.
    pub surveys: Surveys,
    /// The step at hand, and whether it moves.
    pub playback: Playback,
    /// What of the scene may be moved on the page.
    pub allowed: Controls,
    /// The last step that is shown yet, where the rest is to be foretold.
    pub veil: Option<usize>,
    /// The scene that what is computed is of.
    followed: Scene,
}

impl Live {
    /// A document that was opened just now; it plays once, or rests at its end.
    #[must_use]
    pub fn new(document: Document, plays: bool) -> Self {
        let length = document.scene.length();
        let mut undo = undoer();
        undo.add_undo(&document);
        Self {
            computed: Computed::of(&document.scene),
            surveys: Surveys::new(),
            playback: if plays { Playback::first_opening(length) } else { Playback::resting_at(length) },
            at_rest: document.clone(),
            let_go: false,
            allowed: Controls::All,
            veil: None,
            followed: document.scene.clone(),
            document,
            undo,
        }
    }

    /// Puts another document in the place of this one; undo goes back to the one before. While this
    /// one plays, the other plays from its beginning, unless everything is to keep still.
    pub fn open(&mut self, document: Document, still: bool) {
        let length = document.scene.length();
        self.document = document;
        self.playback = if still || !self.playback.playing() {
            Playback::resting_at(length)
        } else {
            Playback::first_opening(length)
        };
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        if let Some(document) = self.undo.undo(&self.document) {
            self.document = document.clone();
        }
    }

    /// Makes the change taken back again.
    pub fn redo(&mut self) {
        if let Some(document) = self.undo.redo(&self.document) {
            self.document = document.clone();
        }
    }

    /// Whether there is something to take back, and something to make again.
    #[must_use]
    pub fn can_undo(&self) -> (bool, bool) {
        (self.undo.has_undo(&self.document), self.undo.has_redo(&self.document))
    }

    /// What was let go of stays as it was before the button went down; the button's release, which
    /// is a click to some, included.
    pub fn put_back(&mut self, ctx: &Context) {
        let pressed = ctx.input(|input| input.pointer.any_down());
        if self.let_go {
            self.document.clone_from(&self.at_rest);
        } else if !pressed {
            self.at_rest.clone_from(&self.document);
        }
        self.let_go &= pressed;
    }

    /// Remakes what follows from the scene, if it differs from what it was made from; says whether.
    pub fn follow(&mut self) -> bool {
        let changed = self.document.scene != self.followed;
        if changed {
            self.computed.follow(&self.followed, &self.document.scene);
            self.playback.fit(self.document.scene.length());
            self.followed.clone_from(&self.document.scene);
        }
        changed
    }

    /// Adds a step of undo when no button is down: a drag or a stroke is one step, however long it
    /// takes and however many frames are drawn meanwhile.
    pub fn feed_undo(&mut self, ctx: &Context) {
        let (now, pressed) = ctx.input(|input| (input.time, input.pointer.any_down()));
        self.undo.feed_state(now, &self.document);
        if !pressed {
            self.undo.add_undo(&self.document);
        }
    }
}

/// An undo that never adds a step by itself while something is being dragged.
#[must_use]
pub fn undoer() -> Undoer<Document> {
    Undoer::with_settings(undoer::Settings {
        max_undos: 200,
        stable_time: f32::INFINITY,
        auto_save_interval: f32::INFINITY,
    })
}
