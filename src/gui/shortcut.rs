//! Keys that work on the whole page, as requests.

use eframe::egui::{Context, Event, InputState, Key, KeyboardShortcut, Modifiers, Popup};

use super::lesson::{Ask, Place, chapter_count};
use super::page::Page;
use super::request::{Request, Way, Zoom};
use super::state::Dialog;
use super::training::ROADS;
use crate::scene::presets;

const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
const REDO_SHIFTED: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);

const ZOOM_IN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Plus);
/// `+` without Shift, where it is on one key with `=`.
const ZOOM_IN_TOO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals);
const ZOOM_OUT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Minus);
const ZOOM_OWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Num0);
const FULL_SCREEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F11);

/// The digits that open presets, or prepared races.
const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// What the keys are for.
#[derive(Debug, Clone, Copy)]
pub struct Keys {
    /// The page that is open.
    pub page: Page,
    /// Whether a training is in view: there is no scene to be played.
    pub trains: bool,
}

/// What the keys of this frame ask for. A widget that has the keyboard keeps plain keys to itself:
/// Space in a box of numbers is a space, on a button a click.
pub fn shortcuts(ctx: &Context, dialog: Option<Dialog>, keys: Keys, requests: &mut Vec<Request>) {
    let Keys { page, trains } = keys;
    let taken = ctx.egui_wants_keyboard_input();
    let typing = ctx.text_edit_focused();
    let something_open = Popup::is_any_open(ctx);
    ctx.input_mut(|input| {
        if input.pointer.any_down() && input.consume_key(Modifiers::NONE, Key::Escape) {
            requests.push(Request::LetGo);
        }
        for (shortcut, request) in [
            (REDO_SHIFTED, Request::Redo),
            (UNDO, Request::Undo),
            (REDO, Request::Redo),
            (OPEN, Request::OpenFile),
            (SAVE, Request::SaveFile),
            (ZOOM_IN, Request::Zoom(Zoom::In)),
            (ZOOM_IN_TOO, Request::Zoom(Zoom::In)),
            (ZOOM_OUT, Request::Zoom(Zoom::Out)),
            (ZOOM_OWN, Request::Zoom(Zoom::Own)),
            (FULL_SCREEN, Request::ToggleFullScreen),
        ] {
            let of_scene = matches!(request, Request::Undo | Request::Redo | Request::OpenFile | Request::SaveFile);
            // In a text box, undo is the box's own; under a dialog nothing changes unseen.
            let own = typing && matches!(request, Request::Undo | Request::Redo);
            let undoes = matches!(request, Request::Undo | Request::Redo);
            let unseen = of_scene && (dialog.is_some() || (undoes && page == Page::Train));
            if !own && !unseen {
                let pressed = input.count_and_consume_key(shortcut.modifiers, shortcut.logical_key);
                requests.extend(std::iter::repeat_n(request, pressed));
            }
        }
        let other = dialog.is_some_and(|dialog| dialog != Dialog::Help);
        if asks_for_help(input) && !typing && !other {
            requests.push(Request::Dialog(if dialog == Some(Dialog::Help) { None } else { Some(Dialog::Help) }));
        }
        if input.consume_key(Modifiers::NONE, Key::F9) {
            requests.push(Request::ToggleProjector);
        }
        if taken {
            return;
        }
        if dialog.is_some() {
            if input.consume_key(Modifiers::NONE, Key::Escape) {
                requests.push(Request::Dialog(None));
            }
            return;
        }
        let mut each = |modifiers, key, request| {
            // A slow frame may hold several presses; each of them counts.
            let pressed = input.count_and_consume_key(modifiers, key);
            requests.extend(std::iter::repeat_n(request, pressed));
        };
        if trains {
            each(Modifiers::NONE, Key::Space, Request::ToggleTraining);
            each(Modifiers::NONE, Key::R, Request::ResetTraining);
        } else {
            // Stages before the plain arrows, which would take those with Shift as well.
            each(Modifiers::SHIFT, Key::ArrowRight, Request::StageBy(Way::On));
            each(Modifiers::SHIFT, Key::ArrowLeft, Request::StageBy(Way::Back));
            each(Modifiers::NONE, Key::Space, Request::TogglePlay);
            each(Modifiers::NONE, Key::R, Request::Reset);
        }
        if page == Page::Explore {
            each(Modifiers::NONE, Key::G, Request::PinGhost);
        }
        each(Modifiers::NONE, Key::ArrowRight, Request::StepBy(1));
        each(Modifiers::NONE, Key::ArrowLeft, Request::StepBy(-1));
        each(Modifiers::NONE, Key::Home, Request::GoTo(1));
        each(Modifiers::NONE, Key::End, Request::GoTo(usize::MAX));
        // While something is open, Escape is its own.
        if !something_open && input.consume_key(Modifiers::NONE, Key::Escape) {
            let leave = if page == Page::Train { Request::LeaveInsides } else { Request::LookAt(None) };
            requests.extend([Request::CloseNotice, leave]);
        }
        let prepared: Vec<Request> = match page {
            Page::Explore => presets().iter().map(|preset| Request::Preset(preset.slug)).collect(),
            Page::Lesson => (0..chapter_count()).map(|at| Request::Lesson(Ask::Go(Place::chapter(at)))).collect(),
            Page::Train => (0..ROADS.len()).map(Request::Road).collect(),
        };
        for (key, request) in DIGITS.iter().zip(prepared) {
            if input.consume_key(Modifiers::NONE, *key) {
                requests.push(request);
            }
        }
    });
}

/// Keys of the lesson that whatever has the keyboard has left over: to be asked after the page was
/// drawn. `asks` is whether a question is open.
pub fn lesson_shortcuts(ctx: &Context, asks: bool, requests: &mut Vec<Request>) {
    if ctx.text_edit_focused() || Popup::is_any_open(ctx) {
        return;
    }
    let ask = |ask| Request::Lesson(ask);
    ctx.input_mut(|input| {
        // As the keys of a presenter in the hand are.
        for (key, turn) in [(Key::PageDown, Ask::Next), (Key::PageUp, Ask::Back)] {
            let pressed = input.count_and_consume_key(Modifiers::NONE, key);
            requests.extend(std::iter::repeat_n(ask(turn), pressed));
        }
        for (at, key) in [Key::A, Key::B, Key::C, Key::D].into_iter().enumerate() {
            if asks && input.consume_key(Modifiers::NONE, key) {
                requests.push(ask(Ask::Choose(at)));
            }
        }
    });
}

/// `?` or F1. Some keyboards tell `?` as a key, others only as a text.
fn asks_for_help(input: &mut InputState) -> bool {
    let key = input.consume_key(Modifiers::NONE, Key::F1) | input.consume_key(Modifiers::NONE, Key::Questionmark);
    key | input.events.iter().any(|event| matches!(event, Event::Text(text) if text == "?"))
}
