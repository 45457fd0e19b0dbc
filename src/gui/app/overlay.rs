//! What lies over the page: notices, dialogs, and the sign that a file may be dropped.

use std::time::Duration;

use eframe::egui::{
    Align2, Area, Button, Context, Frame, Id, Key, Margin, Modal, Order, RichText, ScrollArea, Stroke, Ui, vec2,
};

use crate::gui::help;
use crate::gui::page::explore::paints_ui;
use crate::gui::request::Request;
use crate::gui::state::{Dialog, Notice, State};
use crate::gui::theme::{Tokens, stroke, text};
use crate::locale::Words;

/// How long a notice stays that something was done.
const DONE_SECS: f64 = 5.0;

/// The licences of the libraries and fonts in the program.
static LICENCES: &str = include_str!("../../../assets/licences.txt");

/// Draws what lies over the page, and takes dropped files.
pub fn overlay_ui(ui: &mut Ui, state: &mut State, requests: &mut Vec<Request>) {
    let tokens = Tokens::seen(ui.theme(), state.settings.projector);
    let (ctx, words) = (ui.ctx().clone(), state.words());
    if let Some(notice) = &mut state.notice {
        notice_ui(&ctx, notice, words, tokens, requests);
    }
    match state.dialog {
        Some(Dialog::About) => dialog_ui(&ctx, "about", requests, |ui, requests| about_ui(ui, words, requests)),
        Some(Dialog::Paints) => {
            let State { pasted, explore, dialog_opening, .. } = state;
            let opening = std::mem::take(dialog_opening);
            dialog_ui(&ctx, "paints", requests, |ui, requests| {
                paints_ui(ui, words, (pasted, opening), &mut explore.document.scene, requests);
            });
        }
        Some(Dialog::Help) => help::help_ui(&ctx, &help::marks(&ctx), words, tokens, requests),
        None => {}
    }
    drops(&ctx, state, words, tokens, requests);
}

fn dialog_ui(ctx: &Context, id: &str, requests: &mut Vec<Request>, content: impl FnOnce(&mut Ui, &mut Vec<Request>)) {
    let modal = Modal::new(Id::unique(id)).show(ctx, |ui| content(ui, requests));
    if modal.should_close() {
        requests.push(Request::Dialog(None));
    }
}

fn notice_ui(ctx: &Context, notice: &mut Notice, words: Words, tokens: &Tokens, requests: &mut Vec<Request>) {
    let now = ctx.input(|input| input.time);
    let age = now - *notice.since.get_or_insert(now);
    if !notice.wrong {
        if age >= DONE_SECS {
            requests.push(Request::CloseNotice);
        }
        ctx.request_repaint_after(Duration::from_secs_f64((DONE_SECS - age).max(0.0)));
    }
    Area::new(Id::unique("notice")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, vec2(0.0, -64.0)).show(
        ctx,
        |ui| {
            let line = if notice.wrong { tokens.warning } else { tokens.ink };
            let frame = Frame::new().fill(tokens.card).stroke(Stroke::new(stroke::CURVE, line)).corner_radius(9);
            frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
                ui.set_max_width(640.0);
                ui.horizontal(|ui| {
                    ui.vertical(|ui| {
                        ui.set_max_width(540.0);
                        ui.label(RichText::new(&notice.text).font(text::semibold(text::BODY)));
                        if let Some(hint) = &notice.hint {
                            ui.label(RichText::new(hint).color(tokens.faint));
                        }
                    });
                    if ui.add(Button::new(words.text("close"))).clicked() {
                        requests.push(Request::CloseNotice);
                    }
                });
            });
        },
    );
}

fn about_ui(ui: &mut Ui, words: Words, requests: &mut Vec<Request>) {
    ui.set_width(560.0);
    ui.label(RichText::new(words.text("app-name")).font(text::bold(text::NAME)));
    ui.label(words.with("about-version", &[("version", env!("CARGO_PKG_VERSION").to_owned())]));
    ui.add_space(4.0);
    ui.label(words.text("about-what"));
    ui.label(words.text("about-licence"));
    ui.add_space(8.0);
    ui.label(RichText::new(words.text("about-libraries")).font(text::semibold(text::BODY)));
    ScrollArea::vertical().max_height(280.0).auto_shrink(false).show(ui, |ui| {
        ui.label(RichText::new(LICENCES).font(text::regular(text::SMALL)));
    });
    ui.add_space(8.0);
    if ui.button(words.text("close")).clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
        requests.push(Request::Dialog(None));
    }
}

/// Opens a file that was dropped, and says while one hangs over the window that it may be.
fn drops(ctx: &Context, state: &mut State, words: Words, tokens: &Tokens, requests: &mut Vec<Request>) {
    let (hovering, dropped) = ctx.input(|input| {
        let dropped: Vec<_> = input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        (!input.raw.hovered_files.is_empty(), dropped)
    });
    if dropped.len() > 1 {
        state.say(words.text("notice-one-file"));
    }
    requests.extend(dropped.into_iter().next().map(Request::OpenPath));
    if hovering {
        let screen = ctx.content_rect();
        let painter = ctx.layer_painter(eframe::egui::LayerId::new(Order::Foreground, Id::unique("drop")));
        painter.rect_filled(screen, 0.0, tokens.paper.gamma_multiply(0.85));
        let font = text::bold(text::NAME);
        painter.text(screen.center(), Align2::CENTER_CENTER, words.text("notice-drop"), font, tokens.ink);
    }
}
