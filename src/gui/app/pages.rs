//! The parts of the window: the bars, the panel at the side, and the page that is open.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui, UiBuilder};

use crate::gui::page::Page;
use crate::gui::page::explore::{self, explore_ui};
use crate::gui::page::train::{self, train_ui};
use crate::gui::request::Request;
use crate::gui::state::State;
use crate::gui::theme::{Tokens, size};
use crate::gui::top_bar::{Bar, top_bar_ui};
use crate::gui::widget::transport::transport_ui;

/// Draws them all.
pub fn pages_ui(ui: &mut Ui, state: &mut State, requests: &mut Vec<Request>) {
    let tokens = Tokens::seen(ui.theme(), state.settings.projector);
    let words = state.words();
    let live = state.live();
    let [above, below] = if state.settings.projector { size::HALL_BARS } else { [size::TOP_BAR, size::TRANSPORT] };
    let bar = Frame::new().fill(tokens.card).inner_margin(Margin::symmetric(14, 0));
    Panel::top("top").exact_size(above).resizable(false).frame(bar).show(ui, |ui| {
        let bar = Bar { document: &live.document, undo: live.can_undo(), settings: &state.settings, words, tokens };
        top_bar_ui(ui, &bar, requests);
    });
    // Its room is taken here; it is drawn last, so that Tab comes to the page before it.
    let transport =
        Panel::bottom("transport").exact_size(below).resizable(false).frame(bar).show(ui, |ui| ui.max_rect());
    match state.settings.page {
        Page::Explore => explore_page_ui(ui, state, tokens, requests),
        Page::Train => train_page_ui(ui, state, tokens, requests),
    }
    let mut foot = ui.new_child(UiBuilder::new().id_salt("transport").max_rect(transport.inner));
    transport_ui(&mut foot, state.time(), &state.settings, words, tokens, requests);
}

/// The panel's frame.
fn side(tokens: &Tokens) -> Frame {
    Frame::new().fill(tokens.card).inner_margin(Margin { left: 14, right: 4, top: 6, bottom: 0 })
}

fn explore_page_ui(ui: &mut Ui, state: &mut State, tokens: &'static Tokens, requests: &mut Vec<Request>) {
    let projector = state.settings.projector;
    let (view, document) = explore::View::of(&mut state.explore, &state.settings, state.hover, tokens);
    if document.scene.layers.weights && !projector {
        Panel::left("weights").exact_size(size::PANEL).resizable(false).frame(side(tokens)).show(ui, |ui| {
            explore::panel_ui(ui, &view, document, requests);
        });
    } else {
        // The page's parts keep their names, and with them the keyboard, whether the panel is open or not.
        ui.skip_ahead_auto_ids(1);
    }
    let frame = Frame::new().fill(tokens.paper);
    let hover = CentralPanel::default().frame(frame).show(ui, |ui| explore_ui(ui, &view, document, requests));
    if hover.inner != state.hover {
        ui.ctx().request_repaint();
    }
    state.hover = hover.inner;
}

fn train_page_ui(ui: &mut Ui, state: &mut State, tokens: &'static Tokens, requests: &mut Vec<Request>) {
    let (words, projector) = (state.words(), state.settings.projector);
    let mut look_at = state.training.look_at;
    let view = train::View {
        training: &state.training,
        words,
        tokens,
        projector,
        hover: state.hover,
        still: state.settings.reduce_motion,
    };
    let race = &mut state.settings.race;
    if projector {
        ui.skip_ahead_auto_ids(1);
    } else {
        Panel::left("race").exact_size(size::PANEL).resizable(false).frame(side(tokens)).show(ui, |ui| {
            train::panel_ui(ui, &view, race, requests);
        });
    }
    let frame = Frame::new().fill(tokens.paper);
    let pointed =
        CentralPanel::default().frame(frame).show(ui, |ui| train_ui(ui, &view, &mut look_at, race, requests)).inner;
    if (pointed.step, pointed.unit) != (state.hover, state.training.pointed) {
        ui.ctx().request_repaint();
    }
    (state.hover, state.training.pointed) = (pointed.step, pointed.unit);
    state.training.look_at = look_at;
}
