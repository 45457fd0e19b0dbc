//! Units × time: one coloured cell for each unit at each step, the step at hand framed.

use eframe::egui::{
    Color32, ColorImage, Event, EventFilter, Id, Key, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind,
    TextureHandle, TextureId, TextureOptions, Ui, WidgetInfo, accesskit, pos2,
};

use super::roving::step_asked;
use super::time_axis::TimeAxis;
use crate::gui::theme::{Tokens, focus_ring, stroke};

/// A heat map.
pub struct HeatMap<'a> {
    /// Distinguishes it from the others.
    pub id: Id,
    /// The units from the top down, each from 0.
    pub order: &'a [usize],
    /// How many steps there are.
    pub length: usize,
    /// The colour of a unit, from 0, at a step's row, from 0.
    pub colour: &'a dyn Fn(usize, usize) -> Color32,
    /// Another for every picture.
    pub serial: u64,
    /// The step at hand.
    pub step: usize,
    /// The step and the unit, from 1, under the pointer, anywhere on the page.
    pub hover: (Option<usize>, Option<usize>),
    /// The unit, from 1, that keys and assistive technology are at.
    pub unit: usize,
    /// What assistive technology reads.
    pub spoken: &'a str,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// What was done to a heat map in a frame.
pub struct HeatMapEvents {
    /// The map, to hang a tooltip on.
    pub response: Response,
    /// The unit, from 1, and the step under the pointer.
    pub hover: Option<(usize, usize)>,
    /// This step was clicked, dragged to, or reached by a key.
    pub went_to: Option<usize>,
    /// Keys went to this unit, from 1.
    pub unit: Option<usize>,
    /// This unit, from 1, was clicked, or Enter pressed on it.
    pub opened: Option<usize>,
}

/// Draws the map into `rect`. A click goes to the step and opens the unit; a drag goes through the
/// steps; arrows go through steps and units, and Enter opens.
pub fn heat_map_ui(ui: &mut Ui, rect: Rect, map: &HeatMap<'_>) -> HeatMapEvents {
    let places = Places { rect, axis: TimeAxis { span: rect.x_range(), length: map.length }, order: map.order };
    let response = ui.interact(rect, map.id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), map.spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| node.add_action(accesskit::Action::Click));
    let at = response.interact_pointer_pos();
    // Without a pointer, a click is that of a key or of assistive technology.
    let (clicked, dragged) = (response.clicked(), response.dragged());
    let went_to = at.filter(|_| clicked || dragged).map(|at| places.axis.nearest(at.x));
    let opened = clicked.then(|| at.map_or(map.unit, |at| places.unit_at(at.y)));
    let went_to = went_to.or(step_asked(ui, &response, map.step, map.length));
    let unit = unit_asked(ui, &response, map);
    if ui.is_rect_visible(rect) && !map.order.is_empty() && map.length > 0 {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture(ui, map), rect, whole, map.tokens.picture_tint(false));
        cursors_ui(ui, &places, map, &response);
    }
    let hover = response.hover_pos().filter(|at| rect.contains(*at));
    let hover = hover.map(|at| (places.unit_at(at.y), places.axis.nearest(at.x)));
    HeatMapEvents { response, hover, went_to, unit, opened }
}

/// Where the cells stand.
struct Places<'a> {
    rect: Rect,
    axis: TimeAxis,
    order: &'a [usize],
}

impl Places<'_> {
    #[expect(clippy::cast_precision_loss, reason = "at most some hundred units")]
    fn row_height(&self) -> f32 {
        self.rect.height() / self.order.len().max(1) as f32
    }

    /// The unit, from 1, whose row is at that height.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the rows before")]
    fn unit_at(&self, y: f32) -> usize {
        let row = ((y - self.rect.top()) / self.row_height()).floor().max(0.0) as usize;
        let row = row.min(self.order.len().saturating_sub(1));
        self.order.get(row).map_or(1, |unit| unit + 1)
    }

    /// The height of a unit's row, from 1.
    #[expect(clippy::cast_precision_loss, reason = "at most some hundred units")]
    fn row_of(&self, unit: usize) -> Option<Rangef> {
        let row = self.order.iter().position(|at| at + 1 == unit)?;
        let top = self.rect.top() + row as f32 * self.row_height();
        Some(Rangef::new(top, top + self.row_height()))
    }
}

/// The step at hand, what the pointer is over, and the unit that keys are at.
fn cursors_ui(ui: &Ui, places: &Places<'_>, map: &HeatMap<'_>, response: &Response) {
    let (axis, tokens, painter) = (places.axis, map.tokens, ui.painter());
    let half = axis.step_width() / 2.0;
    let column = |step: usize| Rect::from_x_y_ranges(axis.x(step) - half..=axis.x(step) + half, places.rect.y_range());
    let (step, unit) = map.hover;
    if let Some(step) = step.filter(|step| *step != map.step) {
        painter.rect_stroke(column(step), 0.0, Stroke::new(stroke::HAIR, tokens.faint), StrokeKind::Middle);
    }
    if let Some(row) = unit.and_then(|unit| places.row_of(unit)) {
        let row = Rect::from_x_y_ranges(places.rect.x_range(), row);
        painter.rect_stroke(row, 0.0, Stroke::new(stroke::HAIR, tokens.ink), StrokeKind::Middle);
    }
    let here = column(map.step);
    painter.rect_stroke(here, 0.0, Stroke::new(3.0, tokens.card), StrokeKind::Middle);
    painter.rect_stroke(here, 0.0, Stroke::new(1.5, tokens.ink), StrokeKind::Middle);
    if response.has_focus() {
        painter.rect_stroke(places.rect.expand(3.0), 3.0, focus_ring(tokens), StrokeKind::Middle);
        if let Some(row) = places.row_of(map.unit) {
            let cell = Rect::from_x_y_ranges(here.x_range(), row);
            painter.rect_stroke(cell, 0.0, focus_ring(tokens), StrokeKind::Outside);
        }
    }
}

/// The unit that keys ask for: the one above or below in the order.
fn unit_asked(ui: &Ui, response: &Response, map: &HeatMap<'_>) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let row = map.order.iter().position(|unit| unit + 1 == map.unit).unwrap_or_default();
    let last = map.order.len().saturating_sub(1);
    let to = ui.input(|input| {
        input.events.iter().fold(row, |row, event| match event {
            Event::Key { key: Key::ArrowDown, pressed: true, .. } => (row + 1).min(last),
            Event::Key { key: Key::ArrowUp, pressed: true, .. } => row.saturating_sub(1),
            _ => row,
        })
    });
    map.order.get(to).map(|unit| unit + 1).filter(|unit| *unit != map.unit)
}

/// What a texture was painted from.
type Look = (u64, bool);

/// The picture, one texel a cell, painted anew only when numbers or theme are others.
fn texture(ui: &Ui, map: &HeatMap<'_>) -> TextureId {
    let key = map.id.with("texture");
    let look: Look = (map.serial, ui.visuals().dark_mode);
    let kept: Option<(Look, TextureHandle)> = ui.data(|data| data.get_temp(key));
    if let Some((of, handle)) = &kept
        && *of == look
    {
        return handle.id();
    }
    let cells = map.order.iter().flat_map(|unit| (0..map.length).map(|row| (map.colour)(*unit, row)));
    let image = ColorImage::new([map.length, map.order.len()], cells.collect());
    let handle = match kept {
        Some((_, mut handle)) => {
            handle.set(image, TextureOptions::NEAREST);
            handle
        }
        None => ui.ctx().load_texture("heat-map", image, TextureOptions::NEAREST),
    };
    let id = handle.id();
    ui.data_mut(|data| data.insert_temp(key, (look, handle)));
    id
}

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;

    #[test]
    fn a_unit_is_found_in_its_row_whatever_the_order() {
        let order = [2, 0, 3, 1];
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(100.0, 80.0));
        let places = Places { rect, axis: TimeAxis { span: rect.x_range(), length: 5 }, order: &order };
        for unit in 1..=4 {
            let row = places.row_of(unit).expect("a row");
            assert_eq!(places.unit_at(row.center()), unit);
        }
        assert_eq!((places.unit_at(-100.0), places.unit_at(1000.0)), (3, 2));
        assert_eq!(places.row_of(5), None);
    }
}
