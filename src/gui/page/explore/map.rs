//! The map's card: what survives to step T over two sliders, and where the scene stands in it.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align, Color32, ColorImage, Layout, Rect, Response, Sense, Stroke, TextureHandle, TextureId, TextureOptions, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::map_choice::{choices_ui, symbol_of, symbol_text};
use super::{View, opened, paints_kept};
use crate::engine::network::{Parameter, Part};
use crate::engine::survival::{ALMOST_NOTHING, Along, Shown as MapShown};
use crate::gui::computed::Shown;
use crate::gui::help;
use crate::gui::state::Document;
use crate::gui::surveys::MapState;
use crate::gui::theme::{Tokens, size, stroke, text};
use crate::gui::widget::opened::opens_ui;
use crate::gui::widget::survival_map::{ColourBar, DrawnLine, MapAxis, MapPicture, SurvivalMap, survival_map_ui};
use crate::locale::{Words, number};
use crate::scene::{Control, LEAST_POWER, MapView, Scene, Surveyed};
use crate::working::Network;

/// The least height of the card.
pub const LEAST: f32 = 200.0;
/// The line with the title, and the one with the axes.
const HEAD: f32 = 24.0;
/// The room that the choice of what is shown takes.
const CHOICE: f32 = 128.0;
/// The line under the map.
const FOOT: f32 = 18.0;
/// A map that arrives within so many seconds needs no sign that it is on its way.
const SOON: f64 = 0.2;
/// How many colours a scale has.
const COLOURS: usize = 256;

/// Draws what stands in the card. Moves the scene's two sliders, and changes what the map is of.
pub fn map_ui(ui: &mut Ui, card: Rect, view: &View<'_>, shown: &Shown, document: &mut Document) {
    let inner = Rect::from_min_max(card.left_top() + vec2(size::PAD, 8.0), card.right_bottom() - vec2(size::PAD, 6.0));
    let mut rows = inner;
    let mut row = |height: f32| {
        let row = rows.with_max_y(rows.top() + height);
        rows.min.y = row.bottom();
        row
    };
    let (head, axes) = (row(HEAD), row(HEAD));
    help::mark(ui, "plot-map", inner);
    let scene = &mut document.scene;
    title_ui(ui, head, view, scene);
    choices_ui(ui, [head, axes], view, scene);

    let state = view.surveys.map(ui.input(|input| input.time));
    let foot = inner.with_min_y(inner.bottom() - FOOT);
    let plot = Rect::from_min_max(pos2(inner.left(), axes.bottom() + 6.0), pos2(inner.right(), foot.top() - 2.0));
    plot_ui(ui, plot, view, shown, scene, &state);
    foot_ui(ui, foot, view, shown, scene, &state);
    if let Some((waited, _)) = state.busy {
        // The sign that something is on its way, when it takes long, and how far it has come.
        let next = if waited < SOON { SOON - waited } else { SOON / 2.0 };
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(next.max(0.01)));
    }
}

fn title_ui(ui: &mut Ui, row: Rect, view: &View<'_>, scene: &Scene) {
    let key = match (scene.map.shown, scene.message_paint() < 0.0) {
        (MapShown::Gradient, _) => "map-title-learn",
        (_, true) => "map-title-orange",
        (_, false) => "map-title-blue",
    };
    let (font, colour) = (text::semibold(text::SMALL), view.tokens.faint);
    let mut job = LayoutJob::simple_singleline(view.words.text(key), font, colour);
    // The choice of what is shown stands at the right of the same row.
    job.wrap = TextWrapping::truncate_at_width((row.width() - CHOICE).max(0.0));
    let galley = ui.painter().layout_job(job);
    let at = Rect::from_min_size(pos2(row.left(), row.center().y - galley.size().y / 2.0), galley.size());
    ui.painter().galley(at.min, galley, colour);
    let tip = view.words.text(&format!("map-tip-{}", scene.map.shown_name()));
    ui.interact(at, ui.scope_id().with("map-title"), Sense::hover()).on_hover_text(tip);
}

fn plot_ui(ui: &mut Ui, rect: Rect, view: &View<'_>, shown: &Shown, scene: &mut Scene, state: &MapState<'_>) {
    let (tokens, words, map) = (view.tokens, view.words, scene.map);
    let sign = if scene.message_paint() < 0.0 { -1.0 } else { 1.0 };
    let colour = |part: f64| colour_of(tokens, map, sign, part);
    // A map over other weights, or of something else, says nothing about this one.
    let known = state.picture.filter(|_| !view.is_veiled());
    let picture = known.filter(|picture| picture.map.as_ref().is_ok_and(|surveyed| surveyed.view == map));
    let surveyed = picture.and_then(|picture| picture.map.as_ref().ok());
    let texture = picture.zip(surveyed).map(|(picture, surveyed)| {
        let look = Look { serial: picture.serial, is_dark: ui.visuals().dark_mode, is_blue: sign > 0.0 };
        texture(ui, look, surveyed, &colour)
    });
    let labels = surveyed.map(labels).unwrap_or_default();
    let lines: Vec<DrawnLine<'_>> = surveyed
        .into_iter()
        .flat_map(|surveyed| &surveyed.lines)
        .zip(&labels)
        .map(|(line, label)| DrawnLine { places: &line.places, label, is_dashed: line.level != half_of(map.shown) })
        .collect();
    let long = state.busy.filter(|(waited, _)| *waited >= SOON);
    let is_gap = |row: usize, column: usize| {
        surveyed.is_some_and(|surveyed| surveyed.values.get((row, column)).is_some_and(Option::is_none))
    };
    let picture = surveyed.zip(texture).map(|(surveyed, texture)| MapPicture {
        texture,
        points: [surveyed.values.ncols(), surveyed.values.nrows()],
        is_gap: if surveyed.has_gaps { Some(&is_gap) } else { None },
        lines: &lines,
        is_stale: long.is_some() && !state.is_of_now,
    });
    let symbols = [map.x, map.y].map(symbol_text);
    let [x_symbol, y_symbol] = symbols.clone();
    let [x_at, y_at] = scene.map_place();
    let axes = [axis(map.x, scene, x_at, view), axis(map.y, scene, y_at, view)];
    let drawn = SurvivalMap {
        axes,
        picture,
        bar: ColourBar { colour: &colour, ticks: ticks(map.shown) },
        name: &words.with("map-name", &[("x", x_symbol), ("y", y_symbol)]),
        spoken: &said(words, scene, scene.map_place(), here(view, shown, map)),
        progress: long.map(|(_, part)| part),
        tokens,
    };
    let events = survival_map_ui(ui, rect, &drawn);
    if let Some(at) = events.hover.filter(|_| !view.is_veiled()) {
        tip_ui(events.response, words, scene, at);
    }
    if let Some([x, y]) = events.moved {
        if [map.x, map.y].contains(&Along::Length) {
            paints_kept::give_back(ui, scene);
        }
        scene.go_on_map([x, y]);
    }
}

/// Both weights under the pointer, and what the map has there.
fn tip_ui(response: Response, words: Words, scene: &Scene, at: [f64; 2]) {
    response.on_hover_ui_at_pointer(|ui| {
        let value = scene.map_value(at).ok().flatten();
        ui.label(said(words, scene, at, value_text(scene.map, value)));
    });
}

/// "b_f 4.0, b_i −8.0: blue at T 0.586".
fn said(words: Words, scene: &Scene, at: [f64; 2], value: String) -> String {
    let map = scene.map;
    let [x, y] = [map.x, map.y].map(symbol_text);
    let decimals = |along: Along, value: f64| {
        let coarse = number::fixed(value, decimals_of(along));
        // What was typed or moved finely is said with its digits.
        let grains = value / along.grain();
        if (grains - grains.round()).abs() < 1e-9 { coarse } else { number::fixed(value, 2) }
    };
    let [x_at, y_at] = at;
    let values = [
        ("x", x),
        ("x_value", decimals(map.x, x_at)),
        ("y", y),
        ("y_value", decimals(map.y, y_at)),
        ("shown", words.text(&format!("map-shown-{}", map.shown_name()))),
        ("value", value),
    ];
    words.with("map-spoken", &values)
}

/// What the map has where the scene stands, or that almost nothing got in of which there could be a
/// share.
fn here(view: &View<'_>, shown: &Shown, map: MapView) -> String {
    if view.is_veiled() {
        return value_text(map, None);
    }
    let blue = match map.network {
        Network::Rnn => &shown.run.rnn.blue,
        Network::Lstm => &shown.run.lstm.blue,
    };
    if matches!(map.shown, MapShown::BlueLeft | MapShown::ShadeLeft) && blue.got_in < ALMOST_NOTHING {
        return view.words.text("headline-nothing");
    }
    value_text(map, shown.run.on_map(map))
}

fn value_text(map: MapView, value: Option<f64>) -> String {
    let Some(value) = value else { return "–".to_owned() };
    match map.shown {
        MapShown::BlueAtT => number::seen(value),
        MapShown::Gradient => crate::number::short(value),
        MapShown::BlueLeft | MapShown::ShadeLeft => number::percent(value),
    }
}

fn axis(along: Along, scene: &Scene, at: f64, view: &View<'_>) -> MapAxis {
    let ends = scene.map_range(along);
    let [from, to] = ends;
    MapAxis {
        range: from..=to,
        at: at.clamp(from, to),
        moves: view.allowed.allows(control_of(along)),
        grain: along.grain(),
        symbol: symbol_of(along, view.tokens),
        ends: ends.map(|end| number::fixed(end, 0)),
    }
}

/// What an axis moves.
fn control_of(along: Along) -> Control {
    match along {
        Along::Length => Control::Length,
        Along::Noise => Control::Noise,
        Along::Weight(weight) => Control::Weight(weight),
    }
}

/// So many decimals tell one grain from the next.
fn decimals_of(along: Along) -> usize {
    let grain = along.grain();
    if grain < 0.1 { 2 } else { usize::from(grain < 1.0) }
}

fn colour_of(tokens: &Tokens, map: MapView, sign: f64, part: f64) -> Color32 {
    match map.shown {
        MapShown::Gradient => tokens.slope(part),
        MapShown::BlueAtT | MapShown::BlueLeft | MapShown::ShadeLeft => tokens.paint(sign * part),
    }
}

/// The value of the line that is not broken.
fn half_of(shown: MapShown) -> f64 {
    let [half, _] = Surveyed::levels(shown);
    half
}

/// The number of each line.
fn labels(surveyed: &Surveyed) -> Vec<String> {
    let label = |level: f64| match surveyed.view.shown {
        MapShown::Gradient => power(level.log10()),
        MapShown::BlueAtT if level == Surveyed::BEYOND => format!(">\u{a0}{}", number::fixed(1.0, 0)),
        MapShown::BlueAtT => number::fixed(level, 1),
        _ if level == Surveyed::BEYOND => format!(">\u{a0}{}", number::percent(1.0)),
        MapShown::BlueLeft | MapShown::ShadeLeft => number::percent(level),
    };
    surveyed.lines.iter().map(|line| label(line.level)).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a power from −9 to 0")]
fn power(exponent: f64) -> String {
    number::power_of_ten(exponent.round() as i32)
}

/// Where numbers stand beside the scale.
fn ticks(shown: MapShown) -> Vec<(f32, String)> {
    match shown {
        MapShown::Gradient => [0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0]
            .into_iter()
            .map(|part: f32| (part, power(f64::from(LEAST_POWER) * f64::from(1.0 - part))))
            .collect(),
        MapShown::BlueAtT => {
            [0.0, 0.5, 1.0].into_iter().map(|part| (part, crate::number::short(part.into()))).collect()
        }
        MapShown::BlueLeft | MapShown::ShadeLeft => {
            [0.0, 0.5, 1.0].into_iter().map(|part| (part, number::percent(part.into()))).collect()
        }
    }
}

/// What a texture was painted from.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    serial: u64,
    is_dark: bool,
    is_blue: bool,
}

/// The picture as a texture, painted anew only when map or theme are others.
fn texture(ui: &Ui, look: Look, surveyed: &Surveyed, colour: &dyn Fn(f64) -> Color32) -> TextureId {
    let key = ui.scope_id().with("map-texture");
    let kept: Option<(Look, TextureHandle)> = ui.data(|data| data.get_temp(key));
    if let Some((of, handle)) = &kept
        && *of == look
    {
        return handle.id();
    }
    let image = image(surveyed, colour);
    let handle = match kept {
        Some((_, mut handle)) => {
            handle.set(image, TextureOptions::LINEAR);
            handle
        }
        None => ui.ctx().load_texture("survival-map", image, TextureOptions::LINEAR),
    };
    let id = handle.id();
    ui.data_mut(|data| data.insert_temp(key, (look, handle)));
    id
}

/// One pixel a point, the least weights first; where there is no number, nothing.
fn image(surveyed: &Surveyed, colour: &dyn Fn(f64) -> Color32) -> ColorImage {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred colours")]
    let colours: Vec<Color32> = (0..COLOURS).map(|n| colour(n as f64 / (COLOURS - 1) as f64)).collect();
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "parts lie from 0 to 1"
    )]
    let at = |part: f64| (part * (COLOURS - 1) as f64).round() as usize;
    let pixel = |value: &Option<f64>| {
        value.and_then(|value| colours.get(at(surveyed.view.part(value)))).copied().unwrap_or(Color32::TRANSPARENT)
    };
    let (rows, columns) = surveyed.values.dim();
    ColorImage::new([columns, rows], surveyed.values.iter().map(pixel).collect())
}

/// Where the scene stands, and what the lines and the hatching mean.
fn foot_ui(ui: &mut Ui, row: Rect, view: &View<'_>, shown: &Shown, scene: &Scene, state: &MapState<'_>) {
    let (words, tokens) = (view.words, view.tokens);
    let inside =
        ui.new_child(UiBuilder::new().max_rect(row).layout(Layout::left_to_right(Align::Center)).id_salt("map-foot"));
    let centre = pos2(row.left() + 6.0, row.center().y);
    inside.painter().circle_stroke(centre, 4.0, Stroke::new(stroke::CURVE, tokens.ink));
    let value = words.with("map-here", &[("value", here(view, shown, scene.map))]);
    let here = inside.painter().layout_no_wrap(value.clone(), text::semibold(text::SMALL), tokens.ink);
    let mut at = row.left() + 16.0;
    let here_at = Rect::from_min_size(pos2(at, row.center().y - here.size().y / 2.0), here.size());
    inside.painter().galley(here_at.min, here.clone(), tokens.ink);
    at += here.size().x + 12.0;
    let note = if view.is_veiled() { String::new() } else { note(words, scene, state) };
    let galley = inside.painter().layout(note.clone(), text::regular(text::SMALL), tokens.faint, row.right() - at);
    // What does not fit on one line gives way to its first line; the tooltip has it all.
    let clip = Rect::from_min_max(pos2(at, row.top()), row.right_bottom());
    let first = galley.rows.first().map_or(0.0, |row| row.height());
    inside.painter().with_clip_rect(clip.intersect(ui.clip_rect())).galley(
        pos2(at, row.center().y - first / 2.0),
        galley,
        tokens.faint,
    );
    let response = inside.interact(row, ui.scope_id().with("map-note"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Label, true, &note));
    let tip = words.text(&format!("map-tip-{}", scene.map.shown_name()));
    response.on_hover_text(format!("{note}\n{tip}"));
    // After the line's own tip, which would take the pointer.
    let id = ui.scope_id().with("map-here");
    if !view.is_veiled() {
        opens_ui(ui, here_at, (id, Sense::click()), &value, tokens, |ui| opened::map_ui(ui, view, shown));
    }
}

/// That an axis moves a held gate; else what the hatching or the line means.
fn note(words: Words, scene: &Scene, state: &MapState<'_>) -> String {
    let gate = |along: &Along| along.weight().and_then(Parameter::part);
    let held = |along: &Along| gate(along).is_some_and(|part| scene.held(part).is_some());
    let idle: Vec<Along> = [scene.map.x, scene.map.y].into_iter().filter(held).collect();
    let parts: Vec<&str> = idle.iter().filter_map(gate).map(Part::letter).collect();
    if let (Some(first), last) = (parts.first(), parts.last()) {
        let symbols: Vec<String> = idle.iter().copied().map(symbol_text).collect();
        // Two weights of one gate, or of two.
        let parts = if last == Some(first) { (*first).to_owned() } else { parts.join(", ") };
        let key = if parts.len() > 1 { "map-both-held" } else { "map-held" };
        return words.with(key, &[("part", parts), ("symbols", symbols.join(", "))]);
    }
    let surveyed = match state.picture.map(|picture| &picture.map) {
        Some(Ok(surveyed)) if surveyed.view == scene.map => surveyed,
        Some(Err(error)) => return words.error(error),
        _ => return String::new(),
    };
    if surveyed.has_gaps {
        let key = if scene.map.shown == MapShown::Gradient { "map-gaps-gradient" } else { "map-gaps" };
        return words.text(key);
    }
    let (map, half) = (scene.map, half_of(scene.map.shown));
    let key = match map.shown {
        MapShown::Gradient => "map-lines-gradient",
        MapShown::BlueAtT => "map-line-blue",
        MapShown::BlueLeft | MapShown::ShadeLeft => "map-line-share",
    };
    let has_line = surveyed.lines.iter().any(|line| line.level == half || map.shown == MapShown::Gradient);
    match surveyed.range.filter(|_| !has_line) {
        // Without a line, everything lies on one side of it; the numbers say on which.
        Some((least, most)) => {
            let [least, most] = [least, most].map(|value| value_text(map, Some(value)));
            words.with("map-no-line", &[("least", least), ("most", most)])
        }
        None => words.text(key),
    }
}
