//! A map over two sliders: its picture, lines of one value, a ring where the scene stands, a colour
//! bar. A click or a drag moves the ring, and so do the arrow keys.

mod lines;
mod place;

use std::ops::RangeInclusive;

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Align2, Color32, Event, EventFilter, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, TextureId, Ui,
    WidgetInfo, accesskit, pos2, vec2,
};

pub use lines::DrawnLine;
use place::Places;

use super::rail::rounded;
use crate::gui::theme::{self, Tokens, stroke, text};

/// Left of the picture: the numbers at the ends of y, and its symbol.
const LEFT: f32 = 30.0;
/// Right of it: the colour bar and its numbers.
const RIGHT: f32 = 54.0;
/// Under it: the numbers at the ends of x, and its symbol.
const BELOW: f32 = 17.0;
/// The width of the colour bar.
const BAR: f32 = 9.0;
/// The ring's radius.
const RING: f32 = 5.5;
/// Between two strokes where there is no number.
const HATCH: f32 = 7.0;
/// How finely a stroke keeps to where there is no number.
const HATCH_PIECE: f32 = 2.0;

/// One of the two axes.
pub struct MapAxis {
    /// Its least and greatest value.
    pub range: RangeInclusive<f64>,
    /// Where the scene stands.
    pub at: f64,
    /// Whether it can be moved.
    pub moves: bool,
    /// What an arrow key moves it by; a drag stops at whole numbers of it.
    pub grain: f64,
    /// Its symbol, in its gate's colour.
    pub symbol: LayoutJob,
    /// The numbers at the ends.
    pub ends: [String; 2],
}

/// The picture of a map.
pub struct MapPicture<'a> {
    /// One texel a point, the least weights at the bottom left.
    pub texture: TextureId,
    /// Points along each side.
    pub points: [usize; 2],
    /// Whether a point has no number; row 0 for the least y.
    pub is_gap: Option<&'a dyn Fn(usize, usize) -> bool>,
    /// Lines of one value.
    pub lines: &'a [DrawnLine<'a>],
    /// Whether it is no longer true, and drawn faint.
    pub is_stale: bool,
}

/// The scale at the right.
pub struct ColourBar<'a> {
    /// The colour at a part of it, 0 at the bottom, 1 at the top.
    pub colour: &'a dyn Fn(f64) -> Color32,
    /// Where numbers stand beside it.
    pub ticks: Vec<(f32, String)>,
}

/// A map.
pub struct SurvivalMap<'a> {
    /// What is along x and y.
    pub axes: [MapAxis; 2],
    /// The picture, if there is one yet.
    pub picture: Option<MapPicture<'a>>,
    /// The scale.
    pub bar: ColourBar<'a>,
    /// How it is called.
    pub name: &'a str,
    /// What stands in it now, for assistive technology.
    pub spoken: &'a str,
    /// While it is computed and that takes long: the part that is done.
    pub progress: Option<f32>,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What a map tells of a frame.
pub struct MapEvents {
    /// The map, to hang a tooltip on.
    pub response: Response,
    /// The weights under the pointer: those that a click would set.
    pub hover: Option<[f64; 2]>,
    /// The weights that were clicked, dragged to, or reached by a key.
    pub moved: Option<[f64; 2]>,
}

/// Draws the map into `rect`.
pub fn survival_map_ui(ui: &mut Ui, rect: Rect, map: &SurvivalMap<'_>) -> MapEvents {
    let area = Rect::from_min_max(rect.left_top() + vec2(LEFT, 2.0), rect.right_bottom() - vec2(RIGHT, BELOW));
    let [x, y] = &map.axes;
    let places = Places { area, x: x.range.clone(), y: y.range.clone() };
    let sense = if x.moves || y.moves { Sense::click_and_drag() } else { Sense::hover() };
    let response = ui.interact(area, ui.scope_id().with("survival-map"), sense);
    let moved = moved(ui, &response, &places, map);
    describe(ui, &response, map);
    if ui.is_rect_visible(rect) {
        axes_ui(ui, area, map);
        bar_ui(ui, area, &map.bar, map.tokens);
        let hover = response.hover_pos().filter(|at| area.contains(*at) && !response.dragged());
        picture_ui(ui, &places, map, moved.unwrap_or([x.at, y.at]), hover);
        if response.has_focus() {
            let ring = theme::focus_ring(map.tokens);
            ui.painter().rect_stroke(area.expand(2.0), 3.0, ring, StrokeKind::Outside);
        }
    }
    let hover = response.hover_pos().filter(|at| area.contains(*at)).map(|at| at_grains(places.weights(at), map));
    MapEvents { response, hover, moved }
}

/// Where the pointer, a key or assistive technology sends the scene, if another place than now.
fn moved(ui: &Ui, response: &Response, places: &Places, map: &SurvivalMap<'_>) -> Option<[f64; 2]> {
    let [x, y] = &map.axes;
    let mut at = [x.at, y.at];
    if response.is_pointer_button_down_on() || response.clicked() || response.dragged() {
        if let Some(pointer) = response.interact_pointer_pos() {
            at = at_grains(places.weights(pointer), map);
        }
    } else if response.has_focus() {
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        at = pressed(ui, at, [x.grain, y.grain]);
    }
    let asked = |action| ui.input(|input| input.num_accesskit_action_requests(response.id, action));
    #[expect(clippy::cast_precision_loss, reason = "a few requests in a frame")]
    let grains = asked(accesskit::Action::Increment) as f64 - asked(accesskit::Action::Decrement) as f64;
    let [wide, high] = at;
    let wide = if x.moves { (wide + grains * x.grain).clamp(*x.range.start(), *x.range.end()) } else { x.at };
    let at = [wide, if y.moves { places.y_inside(high) } else { y.at }];
    (at != [x.at, y.at]).then_some(at)
}

/// The nearest weights that a drag stops at.
fn at_grains([wide, high]: [f64; 2], map: &SurvivalMap<'_>) -> [f64; 2] {
    let [x, y] = &map.axes;
    [rounded(wide, x.grain), rounded(high, y.grain)]
}

/// The weights after the keys pressed in this frame: arrows a grain, with Shift a tenth.
fn pressed(ui: &Ui, at: [f64; 2], grains: [f64; 2]) -> [f64; 2] {
    ui.input(|input| {
        input.events.iter().fold(at, |[x, y], event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => {
                let [wide, high] = if modifiers.shift { grains.map(|grain| grain * 0.1) } else { grains };
                match key {
                    Key::ArrowRight => [rounded(x + wide, wide), y],
                    Key::ArrowLeft => [rounded(x - wide, wide), y],
                    Key::ArrowUp => [x, rounded(y + high, high)],
                    Key::ArrowDown => [x, rounded(y - high, high)],
                    _ => [x, y],
                }
            }
            _ => [x, y],
        })
    })
}

fn describe(ui: &Ui, response: &Response, map: &SurvivalMap<'_>) {
    let [x, y] = &map.axes;
    if !x.moves && !y.moves {
        response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, ui.is_enabled(), map.spoken));
        return;
    }
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), x.at, map.name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Slider);
        node.set_value(map.spoken);
        node.set_min_numeric_value(*x.range.start());
        node.set_max_numeric_value(*x.range.end());
        node.set_numeric_value_step(x.grain);
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
}

fn picture_ui(ui: &Ui, places: &Places, map: &SurvivalMap<'_>, at: [f64; 2], hover: Option<Pos2>) {
    let (area, tokens) = (places.area, map.tokens);
    let painter = ui.painter().with_clip_rect(area.expand(RING + 3.0).intersect(ui.clip_rect()));
    let inside = ui.painter().with_clip_rect(area.intersect(ui.clip_rect()));
    painter.rect_filled(area, 0.0, tokens.card);
    let ring = places.at(at);
    if let Some(picture) = &map.picture {
        // The outermost points stand on the edges: half of their texels lies outside.
        let [half_x, half_y] = picture.points.map(half_texel);
        let uv = Rect::from_min_max(pos2(half_x, 1.0 - half_y), pos2(1.0 - half_x, half_y));
        let tint = tokens.picture_tint(picture.is_stale);
        painter.image(picture.texture, area, uv, tint);
        if let Some(is_gap) = picture.is_gap {
            hatch_ui(&inside, area, picture.points, is_gap, tokens);
        }
    }
    if let Some(at) = hover {
        let line = Stroke::new(stroke::HAIR, tokens.card);
        inside.hline(area.x_range(), at.y + 1.0, line);
        inside.vline(at.x + 1.0, area.y_range(), line);
        let line = Stroke::new(stroke::HAIR, tokens.ink);
        inside.hline(area.x_range(), at.y, line);
        inside.vline(at.x, area.y_range(), line);
    }
    if let Some(picture) = &map.picture {
        lines::lines_ui(&inside, places, picture.lines, ring, tokens);
    }
    painter.rect_stroke(area, 0.0, Stroke::new(stroke::HAIR, tokens.faint), StrokeKind::Outside);
    if let Some(part) = map.progress {
        let line = Rect::from_min_size(area.left_bottom() - vec2(0.0, 3.0), vec2(area.width() * part, 3.0));
        inside.rect_filled(line, 0.0, tokens.ink);
    }
    painter.circle_stroke(ring, RING, Stroke::new(5.0, tokens.card));
    painter.circle_stroke(ring, RING, Stroke::new(stroke::CURVE, tokens.ink));
}

/// Half a texel as a part of a texture with so many.
fn half_texel(points: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "points of a picture")]
    let texel = 1.0 / points.max(1) as f32;
    texel / 2.0
}

/// Slanting strokes where there is no number.
fn hatch_ui(
    painter: &eframe::egui::Painter,
    area: Rect,
    points: [usize; 2],
    is_gap: &dyn Fn(usize, usize) -> bool,
    tokens: &Tokens,
) {
    let line = Stroke::new(stroke::HAIR, tokens.faint);
    let in_gap = |at: Pos2| {
        let [column, row] = place::nearest_point(area, points, at);
        is_gap(row, column)
    };
    let mut start = area.left() - area.height();
    while start < area.right() {
        // Upwards in small pieces; those whose middles are gaps make one stroke.
        let at = |up: f32| pos2(start + up, area.bottom() - up);
        let (mut up, mut begun) = (0.0, None);
        while up < area.height() + HATCH_PIECE {
            let middle = at(up + HATCH_PIECE / 2.0);
            if area.contains(middle) && in_gap(middle) {
                begun.get_or_insert(up);
            } else if let Some(begun) = begun.take() {
                painter.line_segment([at(begun), at(up)], line);
            }
            up += HATCH_PIECE;
        }
        start += HATCH;
    }
}

fn axes_ui(ui: &Ui, area: Rect, map: &SurvivalMap<'_>) {
    let [x, y] = &map.axes;
    let (painter, faint, font) = (ui.painter(), map.tokens.faint, text::regular(text::SMALL - 1.0));
    let [least, most] = &x.ends;
    let under = area.bottom() + 3.0;
    painter.text(pos2(area.left(), under), Align2::LEFT_TOP, least, font.clone(), faint);
    painter.text(pos2(area.right(), under), Align2::RIGHT_TOP, most, font.clone(), faint);
    let [least, most] = &y.ends;
    painter.text(pos2(area.left() - 5.0, area.bottom()), Align2::RIGHT_BOTTOM, least, font.clone(), faint);
    painter.text(pos2(area.left() - 5.0, area.top() - 1.0), Align2::RIGHT_TOP, most, font, faint);
    let symbol = painter.layout_job(x.symbol.clone());
    painter.galley(pos2(area.center().x - symbol.size().x / 2.0, area.bottom() + 1.0), symbol, map.tokens.ink);
    let symbol = painter.layout_job(y.symbol.clone());
    let at = pos2(area.left() - 7.0 - symbol.size().x, area.center().y - symbol.size().y / 2.0);
    painter.galley(at, symbol, map.tokens.ink);
}

fn bar_ui(ui: &Ui, area: Rect, bar: &ColourBar<'_>, tokens: &Tokens) {
    const PIECES: u8 = 32;
    let left = area.right() + 10.0;
    let height = area.height() / f32::from(PIECES);
    for piece in 0..PIECES {
        let top = area.bottom() - height * f32::from(piece + 1);
        // Pieces overlap a little, so that nothing shines through between them.
        let rect = Rect::from_min_max(pos2(left, top), pos2(left + BAR, (top + height + 0.7).min(area.bottom())));
        let part = (f64::from(piece) + 0.5) / f64::from(PIECES);
        ui.painter().rect_filled(rect, 0.0, (bar.colour)(part));
    }
    for (part, label) in &bar.ticks {
        let y = area.bottom() - part * area.height();
        let at = pos2(left + BAR + 5.0, y.clamp(area.top() + 5.0, area.bottom() - 5.0));
        ui.painter().hline(left + BAR..=left + BAR + 3.0, y, Stroke::new(stroke::HAIR, tokens.faint));
        ui.painter().text(at, Align2::LEFT_CENTER, label, text::regular(text::SMALL - 1.0), tokens.faint);
    }
}
