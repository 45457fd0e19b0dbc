//! The parts of the window: the bars, the panel at the side, and the page that is open.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui, UiBuilder};

use crate::gui::page::Page;
use crate::gui::page::explore::{self, explore_ui};
use crate::gui::page::lesson;
use crate::gui::page::train::{self, train_ui};
use crate::gui::request::Request;
use crate::gui::state::State;
use crate::gui::theme::{Tokens, size};
use crate::gui::top_bar::{Bar, top_bar_ui};
use crate::gui::widget::transport::{Transport, transport_ui};

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
        Page::Lesson => lesson_page_ui(ui, state, tokens, requests),
        Page::Train => train_page_ui(ui, state, tokens, requests),
    }
    let mut foot = ui.new_child(UiBuilder::new().id_salt("transport").max_rect(transport.inner));
    let turns = (state.settings.page == Page::Lesson).then(|| state.lesson.turns());
    let bar = Transport {
        playback: state.time(),
        settings: &state.settings,
        has_stages: state.has_stages(),
        is_locked: state.is_locked(),
        turns,
        words,
        tokens,
    };
    transport_ui(&mut foot, &bar, requests);
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

fn lesson_page_ui(ui: &mut Ui, state: &mut State, tokens: &'static Tokens, requests: &mut Vec<Request>) {
    let words = state.words();
    let Some(screen) = state.lesson.screen(words) else { return };
    state.lesson.read();
    let view = lesson::View { lesson: &state.lesson, words, tokens };
    let panel = Panel::left("lesson").exact_size(lesson::SIDE).resizable(false).frame(side(tokens));
    let told = panel.show(ui, |ui| lesson::side_ui(ui, &view, &screen)).inner;
    if told.lit != state.lesson.lit {
        ui.ctx().request_repaint();
    }
    state.lesson.lit = told.lit;
    let pulse = state.lesson.pulse_at(ui.input(|input| input.time), state.settings.reduce_motion);
    if pulse.is_some() {
        ui.ctx().request_repaint();
    }
    requests.extend(told.goes_to.map(Request::GoTo));
    requests.extend(told.asks.into_iter().map(Request::Lesson));
    let lit = state.lesson.lit;
    let (is_locked, hover) = (state.lesson.visit.is_locked(), state.hover);
    let frame = Frame::new().fill(tokens.paper);
    if let Some(course) = &mut state.lesson.visit.course {
        let view = lesson::Frame { settings: &state.settings, hover, is_locked, tokens };
        let draw = |ui: &mut Ui| lesson::course_ui(ui, &screen.plan, course, &view, requests);
        let pointed = CentralPanel::default().frame(frame).show(ui, draw).inner;
        if pointed != state.hover {
            ui.ctx().request_repaint();
        }
        state.hover = pointed;
        return;
    }
    let (view, document) = explore::View::of(&mut state.lesson.visit.live, &state.settings, state.hover, tokens);
    let networks = screen.plan.networks();
    let only = explore::Only { networks: &networks, told_apart: screen.plan.tells_apart() };
    let view = explore::View { lit: lit.and_then(lesson::stage_of), only: Some(only), ..view };
    let pointed = lesson::Pointed { lit, pulse };
    let hover = CentralPanel::default()
        .frame(frame)
        .show(ui, |ui| lesson::scene_ui(ui, &screen.plan, &view, &pointed, document, requests))
        .inner;
    if hover != state.hover {
        ui.ctx().request_repaint();
    }
    state.hover = hover;
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
        earlier: &[],
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
