//! The overlay: the page made smaller, a number at each element, and what each is beside it.

use eframe::egui::emath::TSTransform;
use eframe::egui::{
    Align, Align2, Button, Context, CornerRadius, Frame, Id, Key, LayerId, Layout, Modal, Pos2, Rect, RichText, Role,
    ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::badges::placed;
use super::keys::KEYS;
use super::{GROUPS, Mark, meaning, name};
use crate::gui::request::Request;
use crate::gui::theme::{Tokens, focus_ring, size, stroke, text};
use crate::locale::Words;

/// How much smaller the page is drawn.
const SCALE: f32 = 0.7;
/// Between the parts of the overlay and round it.
const MARGIN: f32 = 14.0;
/// A number's radius.
const BADGE: f32 = 8.5;
/// The window below which there is no room for the page beside its legend.
const LEAST: Vec2 = vec2(900.0, 520.0);

/// An element of the page with its number.
struct Numbered {
    number: usize,
    mark: Mark,
}

/// Draws the overlay over what the page has marked in this frame.
pub fn help_ui(ctx: &Context, marks: &[Mark], words: Words, tokens: &Tokens, requests: &mut Vec<Request>) {
    let screen = ctx.content_rect();
    let topics: Vec<&'static str> = in_view(marks);
    let beside = screen.width() >= LEAST.x && screen.height() >= LEAST.y;
    let page = Rect::from_min_size(screen.min + Vec2::splat(MARGIN), screen.size() * SCALE);
    if beside {
        let smaller = TSTransform::new(page.min - screen.min * SCALE, SCALE);
        ctx.transform_layer_shapes(LayerId::background(), smaller);
    }
    let area = Modal::default_area(Id::unique("help"));
    let modal =
        Modal::new(Id::unique("help")).area(area).frame(Frame::NONE).backdrop_color(tokens.paper.gamma_multiply(0.0));
    let shown = modal.show(ctx, |ui| {
        let (_, ground) = ui.allocate_space(screen.size());
        if ui.interact(ground, Id::unique("help-ground"), Sense::CLICK).clicked() {
            requests.push(Request::Dialog(None));
        }
        let legend = if beside {
            surround(ui, screen, page, tokens);
            Rect::from_min_max(pos2(page.right() + MARGIN, screen.top()), screen.max)
        } else {
            ui.painter().rect_filled(screen, 0.0, tokens.card);
            screen
        };
        let pointed = ui.data(|data| data.get_temp::<&'static str>(Id::unique("help-pointed")));
        let mut now = None;
        if beside {
            let numbered = numbered(marks, &topics, page, screen);
            now = badges_ui(ui, page, &numbered, pointed, tokens);
            let below = Rect::from_min_max(pos2(page.left(), page.bottom() + 8.0), pos2(page.right(), screen.bottom()));
            keys_in_columns(ui, below, words, tokens);
        }
        let on_the_page = now.is_some();
        now = legend_ui(ui, legend, &topics, (pointed, on_the_page), !beside, words, tokens, requests).or(now);
        ui.data_mut(|data| match now {
            Some(topic) => {
                data.insert_temp(Id::unique("help-pointed"), topic);
            }
            None => data.remove::<&'static str>(Id::unique("help-pointed")),
        });
        if now != pointed {
            ui.ctx().request_repaint();
        }
    });
    if shown.should_close() {
        requests.push(Request::Dialog(None));
    }
}

/// The topics that are marked, in the order of the legend.
fn in_view(marks: &[Mark]) -> Vec<&'static str> {
    let listed = GROUPS.iter().flat_map(|group| group.topics).copied();
    listed.filter(|topic| marks.iter().any(|mark| mark.topic == *topic)).collect()
}

/// The marks where they are drawn, each with its topic's number.
fn numbered(marks: &[Mark], topics: &[&'static str], page: Rect, screen: Rect) -> Vec<Numbered> {
    let smaller = |rect: Rect| {
        let at = |place: Pos2| page.min + (place - screen.min) * SCALE;
        Rect::from_min_max(at(rect.min), at(rect.max))
    };
    let with_number = |mark: &Mark| {
        let number = topics.iter().position(|topic| *topic == mark.topic)? + 1;
        Some(Numbered { number, mark: Mark { rect: smaller(mark.rect), ..*mark } })
    };
    marks.iter().filter_map(with_number).collect()
}

/// The ground round the page, and a frame that lifts it.
fn surround(ui: &Ui, screen: Rect, page: Rect, tokens: &Tokens) {
    let painter = ui.painter();
    for strip in [
        Rect::from_min_max(screen.min, pos2(screen.right(), page.top())),
        Rect::from_min_max(pos2(screen.left(), page.bottom()), screen.max),
        Rect::from_min_max(screen.min, pos2(page.left(), screen.bottom())),
        Rect::from_min_max(pos2(page.right(), screen.top()), screen.max),
    ] {
        painter.rect_filled(strip, 0.0, tokens.card);
    }
    // A veil: the page is looked up in, not worked with.
    painter.rect_filled(page, 0.0, tokens.paper.gamma_multiply(0.3));
    painter.rect_stroke(page, 3.0, Stroke::new(stroke::HAIR, tokens.faint), StrokeKind::Outside);
}

/// The numbers on the page; returns the topic under the pointer.
fn badges_ui(
    ui: &mut Ui,
    page: Rect,
    numbered: &[Numbered],
    pointed: Option<&'static str>,
    tokens: &Tokens,
) -> Option<&'static str> {
    let painter = ui.painter();
    for one in numbered.iter().filter(|one| pointed == Some(one.mark.topic)) {
        painter.rect_stroke(one.mark.rect.expand(2.0), 4.0, focus_ring(tokens), StrokeKind::Outside);
    }
    let shown: Vec<&Numbered> = with_a_badge(numbered);
    let rects: Vec<Rect> = shown.iter().map(|one| one.mark.rect).collect();
    let places = placed(&rects, BADGE, page.expand(BADGE + 3.0));
    for (one, place) in shown.iter().zip(&places) {
        let nearest = one.mark.rect.clamp(*place);
        if nearest.distance(*place) > BADGE {
            painter.line_segment([*place, nearest], Stroke::new(stroke::HAIR, tokens.ink));
        }
    }
    for (one, place) in shown.iter().zip(&places) {
        badge(ui, *place, one.number, pointed == Some(one.mark.topic), tokens);
    }
    let at = ui.ctx().pointer_latest_pos()?;
    let on_badge = places.iter().zip(&shown).find(|(place, _)| place.distance(at) <= BADGE).map(|(_, one)| *one);
    let under = numbered.iter().filter(|one| one.mark.rect.contains(at));
    let smallest = under.min_by(|a, b| a.mark.rect.area().total_cmp(&b.mark.rect.area()));
    on_badge.or(smallest).map(|one| one.mark.topic)
}

/// What is repeated (the sliders of every gate) has its number once; what both networks have, in both.
fn with_a_badge(numbered: &[Numbered]) -> Vec<&Numbered> {
    let of_both = |topic| GROUPS.iter().any(|group| group.name == "network" && group.topics.contains(&topic));
    let first = |at: usize, one: &Numbered| {
        let mut before = numbered.iter().take(at);
        !before.any(|other| other.mark.topic == one.mark.topic)
    };
    let shown = numbered.iter().enumerate().filter(|(at, one)| of_both(one.mark.topic) || first(*at, one));
    shown.map(|(_, one)| one).collect()
}

/// A number on a disc.
fn badge(ui: &Ui, place: Pos2, number: usize, chosen: bool, tokens: &Tokens) {
    let (fill, ink) = if chosen { (tokens.cell_state, tokens.card) } else { (tokens.ink, tokens.card) };
    ui.painter().circle(place, BADGE, fill, Stroke::new(stroke::HAIR, tokens.card));
    ui.painter().text(place, Align2::CENTER_CENTER, number.to_string(), text::bold(text::SMALL - 1.0), ink);
}

/// The list of what is in view; returns the topic whose line the pointer is on.
#[expect(clippy::too_many_arguments, reason = "one call; a struct would only name them twice")]
fn legend_ui(
    ui: &mut Ui,
    rect: Rect,
    topics: &[&'static str],
    (pointed, on_the_page): (Option<&'static str>, bool),
    with_keys: bool,
    words: Words,
    tokens: &Tokens,
    requests: &mut Vec<Request>,
) -> Option<&'static str> {
    let inner = Rect::from_min_max(rect.min + vec2(4.0, 10.0), rect.max - vec2(6.0, 6.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner));
    let mut now = None;
    ui.horizontal(|ui| {
        ui.label(RichText::new(words.text("help-heading")).font(text::bold(text::NAME)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Button::new(words.text("close")).shortcut_text("Esc")).clicked() {
                requests.push(Request::Dialog(None));
            }
        });
    });
    ui.label(RichText::new(words.text("help-about")).font(text::regular(text::SMALL)).color(tokens.faint));
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt("help-legend").auto_shrink(false).show(&mut ui, |ui| {
        scroll_by_keys(ui);
        ui.spacing_mut().item_spacing.y = 1.0;
        for group in GROUPS {
            let shown: Vec<_> = group.topics.iter().filter(|topic| topics.contains(topic)).copied().collect();
            if shown.is_empty() {
                continue;
            }
            ui.add_space(8.0);
            let heading = words.text(&format!("help-group-{}", group.name));
            ui.label(RichText::new(heading).font(text::semibold(text::SMALL)).color(tokens.faint));
            for topic in shown {
                let number = topics.iter().position(|other| *other == topic).unwrap_or_default() + 1;
                let response = row_ui(ui, (topic, number), pointed == Some(topic), words, tokens);
                if response.hovered() {
                    now = Some(topic);
                }
                // What is pointed at on the page comes into view here; a list under the pointer stands
                // still, and so does one that has just been opened.
                let moves = ui.input(|input| input.pointer.time_since_last_movement() < 0.3);
                if on_the_page && moves && pointed == Some(topic) {
                    response.scroll_to_me(None);
                }
            }
        }
        if with_keys {
            ui.add_space(12.0);
            ui.label(RichText::new(words.text("help-keys")).font(text::bold(text::NAME)));
            for (caps, does) in KEYS {
                ui.horizontal(|ui| key_ui(ui, caps, &words.text(&format!("keys-{does}")), tokens));
            }
        }
        ui.add_space(8.0);
    });
    now
}

/// The legend scrolls by the arrow and page keys.
fn scroll_by_keys(ui: &Ui) {
    let way = ui.input(|input| {
        let pressed = |key| if input.key_pressed(key) { 1.0 } else { 0.0 };
        48.0 * (pressed(Key::ArrowUp) - pressed(Key::ArrowDown))
            + 400.0 * (pressed(Key::PageUp) - pressed(Key::PageDown))
    });
    if way != 0.0 {
        ui.scroll_with_delta(vec2(0.0, way));
    }
}

/// One line of the legend: number, name, and what it is.
fn row_ui(
    ui: &mut Ui,
    (topic, number): (&'static str, usize),
    chosen: bool,
    words: Words,
    tokens: &Tokens,
) -> eframe::egui::Response {
    const TEXT: f32 = 26.0;
    let width = ui.available_width() - 8.0;
    let (name, meaning) = (name(words, topic), meaning(words, topic));
    let painter = ui.painter();
    let head = painter.layout(name.clone(), text::semibold(text::BODY), tokens.ink, width - TEXT);
    let body = painter.layout(meaning.clone(), text::regular(text::SMALL), tokens.faint, width - TEXT);
    let height = head.size().y + body.size().y + 6.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let said = words.with("help-row", &[("number", number.to_string()), ("name", name), ("text", meaning)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    if ui.is_rect_visible(rect) {
        if chosen {
            ui.painter().rect_filled(rect, CornerRadius::same(6), tokens.chosen);
        }
        badge(ui, rect.left_top() + vec2(12.0, 11.0), number, chosen, tokens);
        let body_at = rect.left_top() + vec2(TEXT, 2.0 + head.size().y);
        ui.painter().galley(rect.left_top() + vec2(TEXT, 2.0), head, tokens.ink);
        // Faint text on the tint of what is chosen would be too faint.
        let colour = if chosen { tokens.ink } else { tokens.faint };
        ui.painter().galley_with_override_text_color(body_at, body, colour);
    }
    response
}

/// The keys in columns under the page.
fn keys_in_columns(ui: &mut Ui, rect: Rect, words: Words, tokens: &Tokens) {
    const LINE: f32 = 25.0;
    const HEAD: f32 = 26.0;
    let heading = rect.left_top() + vec2(0.0, 2.0);
    ui.painter().text(heading, Align2::LEFT_TOP, words.text("help-keys"), text::bold(text::TITLE), tokens.ink);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of lines")]
    let lines = (((rect.height() - HEAD) / LINE).floor().max(1.0)) as usize;
    let columns = KEYS.len().div_ceil(lines);
    // As many in each column, however many fit.
    let lines = KEYS.len().div_ceil(columns.max(1));
    #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
    let width = rect.width() / columns.max(1) as f32;
    let mut left = rect.left();
    for column in KEYS.chunks(lines) {
        let mut top = rect.top() + HEAD;
        for (caps, does) in column {
            let line = Rect::from_min_size(pos2(left, top), vec2(width - size::GAP, LINE));
            let mut ui = ui.new_child(UiBuilder::new().max_rect(line).layout(Layout::left_to_right(Align::Center)));
            key_ui(&mut ui, caps, &words.text(&format!("keys-{does}")), tokens);
            top += LINE;
        }
        left += width;
    }
}

/// Key caps, and what they do.
fn key_ui(ui: &mut Ui, caps: &[&str], does: &str, tokens: &Tokens) {
    ui.spacing_mut().item_spacing.x = 3.0;
    for cap in caps {
        let galley = ui.painter().layout_no_wrap((*cap).to_owned(), text::semibold(text::SMALL), tokens.ink);
        let size = vec2((galley.size().x + 10.0).max(20.0), 19.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, *cap));
        ui.painter().rect(rect, 4.0, tokens.paper, Stroke::new(stroke::HAIR, tokens.hairline), StrokeKind::Inside);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.ink);
    }
    ui.add_space(5.0);
    let said = RichText::new(does).font(text::regular(text::SMALL)).color(tokens.ink);
    ui.add(eframe::egui::Label::new(said).truncate());
}
