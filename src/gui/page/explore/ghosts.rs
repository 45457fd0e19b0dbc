//! The list of ghosts under the sliders: pin, rename, remove.

use eframe::egui::{
    Align, Atom, Button, EventFilter, Id, Key, Label, Layout, Response, RichText, Role, TextEdit, Ui, UiBuilder, Vec2,
    WidgetInfo, vec2,
};

use super::View;
use crate::gui::request::Request;
use crate::gui::theme::text;
use crate::gui::widget::button::{Sign, sign_button};
use crate::scene::{Ghost, MAX_GHOSTS, ghost_name_of};

/// The room for a number.
const NUMBER: f32 = 12.0;

/// What the scroll bar takes of a long list's right edge: no button may lie under it.
const SCROLL_BAR: f32 = 10.0;

/// A name that is being typed: which ghost's, and the text so far.
#[derive(Debug, Clone)]
struct Typing {
    index: usize,
    text: String,
    /// Opened from the keyboard, which goes back to the name then.
    by_key: bool,
}

/// The button that pins the present run.
pub fn pin_ui(ui: &mut Ui, view: &View<'_>, ghosts: &[Ghost], requests: &mut Vec<Request>) {
    let most = || [("most", MAX_GHOSTS.to_string())];
    let pin = Button::new(view.words.text("pin"));
    let pin = ui.add_enabled(ghosts.len() < MAX_GHOSTS, pin).on_hover_text(view.words.text("pin-tip"));
    if pin.on_disabled_hover_text(view.words.with("pin-full", &most())).clicked() {
        requests.push(Request::PinGhost);
    }
}

/// The ghosts by number and name; edits them.
pub fn ghosts_ui(ui: &mut Ui, view: &View<'_>, ghosts: &mut Vec<Ghost>) {
    if ghosts.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let mut removed = None;
    for (index, ghost) in ghosts.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let number = RichText::new((index + 1).to_string()).font(text::semibold(text::SMALL));
            ui.add_sized(vec2(NUMBER, 20.0), Label::new(number.color(view.tokens.faint)));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SCROLL_BAR);
                let remove = view.words.with("ghost-remove", &[("number", (index + 1).to_string())]);
                if sign_button(ui, Sign::Cross, &remove, false, view.tokens).clicked() {
                    removed = Some(index);
                }
                mark_ui(ui, view, index);
                name_ui(ui, view, index, &mut ghost.name);
            });
        });
    }
    if let Some(index) = removed {
        ghosts.remove(index);
    }
    if ghosts.len() > 1 {
        ui.add_space(5.0);
        let clear = RichText::new(view.words.text("ghosts-clear")).font(text::regular(text::SMALL));
        if ui.add(Button::new(clear).small()).on_hover_text(view.words.text("ghosts-clear-tip")).clicked() {
            ghosts.clear();
        }
    }
}

/// A mark where a ghost could not be computed.
fn mark_ui(ui: &mut Ui, view: &View<'_>, index: usize) {
    let Some(Err(error)) = view.computed.ghosts.get(index).map(|ghost| ghost.curves.as_ref()) else { return };
    let values = [("number", (index + 1).to_string()), ("error", view.words.error(error))];
    let why = view.words.with("ghost-wrong", &values);
    let mark = ui.label(RichText::new("!").font(text::bold(text::BODY)).color(view.tokens.warning));
    mark.widget_info(|| WidgetInfo::labeled(Role::Label, true, &why));
    mark.on_hover_text(why);
}

/// The name; a click on it opens it for typing. Enter or leaving the box takes what was typed,
/// Escape does not.
fn name_ui(ui: &mut Ui, view: &View<'_>, index: usize, name: &mut String) {
    let (key, number) = (Id::unique("ghost-name"), (index + 1).to_string());
    let back = Id::unique("ghost-named");
    let typing: Option<Typing> = ui.data(|data| data.get_temp(key)).filter(|typing: &Typing| typing.index == index);
    let room = vec2(ui.available_width(), 20.0);
    let Some(Typing { mut text, by_key, .. }) = typing else {
        let spoken = view.words.with("ghost-rename", &[("number", number), ("name", name.clone())]);
        let button = button_ui(ui, view, room, name, &spoken);
        if button.clicked() {
            let typing = Typing { index, text: name.clone(), by_key: button.has_focus() };
            ui.data_mut(|data| data.insert_temp(key, typing));
            ui.ctx().request_repaint();
        }
        if ui.data(|data| data.get_temp(back)) == Some(index) {
            button.request_focus();
            ui.data_mut(|data| data.remove::<usize>(back));
        }
        return;
    };
    // Escape would leave the box before this frame knows of it: the box keeps it.
    let keys = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, ..EventFilter::default() };
    let edit = TextEdit::singleline(&mut text).id(key.with(index)).desired_width(room.x - 8.0).event_filter(keys);
    let edit = ui.add(edit);
    edit.widget_info(|| {
        let named = view.words.with("ghost-name", &[("number", number.clone())]);
        WidgetInfo { label: Some(named), ..WidgetInfo::text_edit(true, &text, &text, "") }
    });
    let (dropped, taken) = ui.input(|input| (input.key_pressed(Key::Escape), input.key_pressed(Key::Enter)));
    if dropped || edit.lost_focus() {
        edit.surrender_focus();
        if let Some(typed) = ghost_name_of(&text).filter(|_| !dropped) {
            *name = typed;
        }
        ui.data_mut(|data| {
            data.remove::<Typing>(key);
            if by_key && (dropped || taken) {
                data.insert_temp(back, index);
            }
        });
    } else {
        // The box is what the click was for: typing goes there at once.
        if !edit.has_focus() {
            edit.request_focus();
        }
        ui.data_mut(|data| data.insert_temp(key, Typing { index, text, by_key }));
    }
}

/// The name at rest, in all the room there is.
fn button_ui(ui: &mut Ui, view: &View<'_>, room: Vec2, name: &str, spoken: &str) -> Response {
    let shown = RichText::new(name).font(text::regular(text::BODY));
    // What grows after the text keeps it at the left.
    let button = Button::new((shown, Atom::grow())).frame_when_inactive(false).truncate().min_size(room);
    let (_, rect) = ui.allocate_space(room);
    let layout = Layout::left_to_right(Align::Center);
    let response = ui.new_child(UiBuilder::new().id_salt("name").max_rect(rect).layout(layout)).add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    response.on_hover_text(format!("{name}\n{}", view.words.text("ghost-rename-tip")))
}
