//! Running text with coloured phrases and links: a phrase lights its part up while the pointer or the
//! keyboard is on it.

use std::ops::Range;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align, CursorIcon, FontId, Frame, Galley, Id, Label, Layout, Margin, OpenUrl, Pos2, Rect, Response, Role, Sense,
    Stroke, StrokeKind, TextFormat, Ui, WidgetInfo, vec2,
};

use crate::gui::theme::{Tokens, focus_ring, size, stroke, text};
use crate::lesson::{Block, Content, Line, Mark, Part, Piece, words_of};
use crate::scene::Changes;

/// What was done to a text in a frame.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProseEvents {
    /// The part whose phrase the pointer or the keyboard is on.
    pub lit: Option<Part>,
    /// A link that changes the scene was followed.
    pub sets: Option<Changes>,
    /// A link to a step was followed.
    pub goes_to: Option<usize>,
}

impl ProseEvents {
    /// Both, the later where they differ.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
        Self { lit: later.lit.or(self.lit), sets: later.sets.or(self.sets), goes_to: later.goes_to.or(self.goes_to) }
    }
}

/// Draws blocks under each other, over the whole width. Numbers must have been filled in.
pub fn prose_ui(ui: &mut Ui, blocks: &[Block], font_size: f32, tokens: &Tokens) -> ProseEvents {
    let mut events = ProseEvents::default();
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 {
            ui.add_space(font_size * 0.6);
        }
        let drawn = ui.push_id(at, |ui| match block {
            Block::Paragraph(line) => line_ui(ui, line, font_size, tokens),
            Block::Displayed(line) => displayed_ui(ui, line, font_size, tokens),
            Block::List { numbered, items } => list_ui(ui, *numbered, items, font_size, tokens),
        });
        events = events.and(drawn.inner);
    }
    events
}

/// A line of any length, wrapped.
pub fn line_ui(ui: &mut Ui, line: &Line, font_size: f32, tokens: &Tokens) -> ProseEvents {
    let job = line_job(line, font_size, tokens);
    text_ui(ui, line, LayoutJob { halign: Align::LEFT, ..job }, font_size, tokens)
}

/// One galley, so that words wrap as words, and over it what of it can be reached.
fn text_ui(ui: &mut Ui, line: &Line, mut job: LayoutJob, font_size: f32, tokens: &Tokens) -> ProseEvents {
    job.wrap.max_width = ui.available_width();
    let halign = job.halign;
    let galley = ui.painter().layout_job(job);
    let label = ui.add(Label::new(galley.clone()));
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, words_of(line)));
    let at = if halign == Align::Center { label.rect.center_top() } else { label.rect.left_top() };
    let mut events = ProseEvents::default();
    let mut from = 0;
    for (place, piece) in line.iter().enumerate() {
        // A letter that stands lower is written after a sign that is not drawn.
        let until = from + words_in(piece).chars().filter(|letter| *letter != LOWERS).count();
        if !matches!(piece.mark, Mark::Plain | Mark::Strong | Mark::Stressed) {
            let rows = rows(&galley, at, from..until);
            events = events.and(phrase_ui(ui, piece, label.id.with(place), &rows, font_size, tokens));
        }
        from = until;
    }
    events
}

/// Where characters of a galley stand, one rectangle for each row that has any.
fn rows(galley: &Galley, at: Pos2, characters: Range<usize>) -> Vec<Rect> {
    let mut first = 0;
    let mut found = Vec::new();
    for row in &galley.rows {
        let count = row.char_count_including_newline().0;
        let within = characters.start.max(first)..characters.end.min(first + row.glyphs.len());
        let glyphs = row.glyphs.get(within.start.saturating_sub(first)..within.end.saturating_sub(first));
        if let Some([start, .., end] | [start @ end]) = glyphs {
            let x = start.pos.x..=end.pos.x + end.advance_width;
            let left = at + row.pos.to_vec2();
            let x = left.x + x.start()..=left.x + x.end();
            found.push(Rect::from_x_y_ranges(x, left.y..=left.y + row.rect().height()));
        }
        first += count;
    }
    found
}

/// The words of a piece; of a number that was not filled in, none.
fn words_in(piece: &Piece) -> &str {
    match &piece.content {
        Content::Words(words) => words,
        Content::Number(_) => "",
    }
}

/// A phrase that can be reached: coloured, or underlined as a link. It is one stop of Tab, on however
/// many rows it stands.
fn phrase_ui(ui: &Ui, piece: &Piece, id: Id, rows: &[Rect], font_size: f32, tokens: &Tokens) -> ProseEvents {
    let links = matches!(piece.mark, Mark::Sets(_) | Mark::GoesTo(_) | Mark::Web(_));
    let mut response: Option<Response> = None;
    for (at, row) in rows.iter().enumerate() {
        let sense = if at == 0 { Sense::click() } else { Sense::click() - Sense::FOCUSABLE };
        let part = ui.interact(*row, id.with(at), sense);
        response = Some(response.map_or(part.clone(), |first| first | part));
    }
    let Some(response) = response else { return ProseEvents::default() };
    let role = if links { Role::Link } else { Role::Label };
    response.widget_info(|| WidgetInfo::labeled(role, true, words_in(piece)));
    for row in rows {
        let color = if response.hovered() { tokens.ink } else { tokens.faint };
        if links {
            let y = row.center().y + font_size * 0.62;
            ui.painter().hline(row.x_range(), y, Stroke::new(stroke::HAIR, color));
        }
        if response.has_focus() {
            let ring = Rect::from_center_size(row.center(), vec2(row.width() + 6.0, font_size * 1.5));
            ui.painter().rect_stroke(ring, 4.0, focus_ring(tokens), StrokeKind::Middle);
        }
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if links && response.hovered() {
        ui.set_cursor_icon(CursorIcon::PointingHand);
    }
    let chosen = response.clicked();
    let mut events = ProseEvents::default();
    match &piece.mark {
        Mark::Named(part) => events.lit = (response.hovered() || response.has_focus()).then_some(*part),
        Mark::Sets(changes) => events.sets = chosen.then(|| changes.clone()),
        Mark::GoesTo(step) => events.goes_to = chosen.then_some(*step),
        Mark::Web(address) if chosen => ui.ctx().open_url(OpenUrl::new_tab(address)),
        Mark::Web(_) | Mark::Plain | Mark::Strong | Mark::Stressed => {}
    }
    events
}

/// A sentence or an equation set apart, in the middle of a ground of its own.
fn displayed_ui(ui: &mut Ui, line: &Line, font_size: f32, tokens: &Tokens) -> ProseEvents {
    let frame =
        Frame::new().fill(tokens.paper).corner_radius(size::CARD_CORNER).inner_margin(Margin::symmetric(12, 10));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let job = LayoutJob { halign: Align::Center, ..line_job(line, font_size + 1.0, tokens) };
        let centred = ui.with_layout(Layout::top_down(Align::Center), |ui| text_ui(ui, line, job, font_size, tokens));
        centred.inner
    });
    shown.inner
}

fn list_ui(ui: &mut Ui, numbered: bool, items: &[Line], font_size: f32, tokens: &Tokens) -> ProseEvents {
    let mut events = ProseEvents::default();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            ui.add_space(font_size * 0.35);
        }
        let drawn = ui.push_id(at, |ui| {
            let indent = vec2(font_size * 1.4, font_size * 1.5);
            let left = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let (_, rect) = ui.allocate_space(indent);
                let sign = if numbered { format!("{}.", at + 1) } else { "·".to_owned() };
                let font = text::semibold(font_size);
                let align = eframe::egui::Align2::LEFT_TOP;
                ui.painter().text(rect.left_top() + vec2(2.0, font_size * 0.12), align, sign, font, tokens.faint);
                ui.vertical(|ui| line_ui(ui, item, font_size, tokens)).inner
            });
            left.inner
        });
        events = events.and(drawn.inner);
    }
    events
}

/// A letter after this stands lower and small: `b_f`.
const LOWERS: char = '_';
/// Its size, how far its middle is below that of the others, and a line's height where none is set; in
/// parts of the others' size.
const LOW_SIZE: f32 = 0.78;
const LOWERED: f32 = 0.233;
const NATURAL: f32 = 1.21;

/// A piece in its font and colour.
fn append(job: &mut LayoutJob, piece: &Piece, font_size: f32, tokens: &Tokens) {
    let heavy = matches!(piece.mark, Mark::Strong | Mark::Named(_));
    let font = |size| if heavy { text::semibold(size) } else { text::regular(size) };
    let format = TextFormat {
        font_id: font(font_size),
        color: match piece.mark {
            Mark::Named(part) => part_colour(part, tokens),
            _ => tokens.ink,
        },
        line_height: Some(font_size * 1.5),
        valign: Align::Center,
        italics: piece.mark == Mark::Stressed,
        ..TextFormat::default()
    };
    append_lowered(job, words_in(piece), &format);
}

/// A text in which the letter after `_` stands lower and small, as the f of `b_f`.
pub fn append_lowered(job: &mut LayoutJob, words: &str, format: &TextFormat) {
    let size = format.font_id.size;
    let font = FontId { size: size * LOW_SIZE, ..format.font_id.clone() };
    // A letter stands in the middle of its line: a line that is less high by twice as much, at the
    // bottom of the row, brings it down so far.
    let row = format.line_height.unwrap_or(size * NATURAL);
    let line_height = Some(row - 2.0 * LOWERED * size);
    let low = TextFormat { font_id: font, valign: Align::BOTTOM, line_height, ..format.clone() };
    let mut parts = words.split(LOWERS);
    job.append(parts.next().unwrap_or_default(), 0.0, format.clone());
    for part in parts {
        let letter = part.chars().next().map_or(0, char::len_utf8);
        let (below, rest) = part.split_at(letter);
        job.append(below, 0.0, low.clone());
        if !rest.is_empty() {
            job.append(rest, 0.0, format.clone());
        }
    }
}

/// The colour in which a part is named.
#[must_use]
pub fn part_colour(part: Part, tokens: &Tokens) -> eframe::egui::Color32 {
    match part {
        Part::I => tokens.input_gate,
        Part::F => tokens.forget_gate,
        Part::O => tokens.output_gate,
        Part::G => tokens.candidate,
        Part::S | Part::Lstm => tokens.cell_state,
        Part::Rnn => tokens.rnn,
        Part::X | Part::H | Part::U | Part::W | Part::Tanh | Part::Message => tokens.ink,
    }
}

/// A line in one galley, in one colour, for where nothing in it is reached by itself.
#[must_use]
pub fn line_job(line: &Line, font_size: f32, tokens: &Tokens) -> LayoutJob {
    let mut job = LayoutJob::default();
    for piece in line {
        append(&mut job, piece, font_size, tokens);
    }
    job
}
