//! The bar at the top: name, pages, menus, scenes, undo, language, theme.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    Align, Button, ComboBox, Id, Layout, Rangef, Response, RichText, Role, Sense, Theme, Ui, WidgetInfo, vec2,
};

use super::help;
use super::lesson::Ask;
use super::page::Page;
use super::request::{Request, Zoom};
use super::settings::{Look, Settings};
use super::state::{Dialog, Document, Origin};
use super::theme::{Tokens, text};
use super::widget::choice::{Choice, choice_ui};
use super::widget::roving;
use crate::export::Form;
use crate::locale::{Notation, Words};
use crate::scene::presets;

/// The width below which the program's name gives way, and then undo and redo.
const NAME_LEAST: f32 = 760.0;
const UNDO_LEAST: f32 = 560.0;
/// The width of the menu of scenes.
const SCENES: Rangef = Rangef { min: 70.0, max: 230.0 };

/// What the bar reads.
pub struct Bar<'a> {
    /// The scene and where it came from.
    pub document: &'a Document,
    /// Whether there is something to undo, and to redo.
    pub undo: (bool, bool),
    /// Language, theme, recent files.
    pub settings: &'a Settings,
    /// The words.
    pub words: Words,
    /// The theme's colours.
    pub tokens: &'a Tokens,
}

/// Draws the bar.
pub fn top_bar_ui(ui: &mut Ui, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let words = bar.words;
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        logo_ui(ui, bar.tokens);
        ui.add_space(4.0);
        // Much enlarged, a small window has no room for everything; what gives way has its keys.
        let room = ui.available_width();
        if room >= NAME_LEAST {
            ui.label(RichText::new(words.text("app-name")).font(text::bold(text::BODY + 1.5)));
            ui.add_space(10.0);
        }
        tabs_ui(ui, bar, requests);
        ui.add_space(6.0);
        menus_ui(ui, bar, requests);
        // What is of the scene alone stands on the scene's page alone.
        let of_scene = bar.settings.page == Page::Explore;
        let has_scene = bar.settings.page != Page::Train;
        ui.add_space(8.0);
        let right_key = ui.scope_id().with("right-width");
        let right: f32 = ui.data(|data| data.get_temp(right_key)).unwrap_or(330.0);
        let scenes = (ui.available_width() - right - 16.0).clamp(SCENES.min, SCENES.max);
        if of_scene {
            scenes_ui(ui, scenes, bar, requests);
        }
        let drawn = ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            help_button_ui(ui, bar, requests);
            theme_ui(ui, bar, requests);
            let other = bar.settings.language.other();
            let language = flat(ui, &other.own_name(), &words.text("switch-language"), true);
            help::mark(ui, "language", language.rect);
            if language.clicked() {
                requests.push(Request::Language(other));
            }
            ui.add_space(6.0);
            if room < UNDO_LEAST || !has_scene {
                return;
            }
            let redo = flat(ui, &words.text("redo"), "Ctrl+Y", bar.undo.1);
            if redo.clicked() {
                requests.push(Request::Redo);
            }
            let undo = flat(ui, &words.text("undo"), "Ctrl+Z", bar.undo.0);
            if undo.clicked() {
                requests.push(Request::Undo);
            }
            help::mark(ui, "undo", undo.rect.union(redo.rect));
        });
        ui.data_mut(|data| data.insert_temp(right_key, drawn.response.rect.width()));
    });
}

/// The pages that there are.
fn tabs_ui(ui: &mut Ui, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let name = |page: Page| bar.words.text(&format!("page-{}", page.slug()));
    let names = Page::ALL.map(|page| (name(page), name(page)));
    let tabs = Choice {
        id: ui.scope_id().with("pages"),
        names: &names,
        chosen: &Page::ALL.map(|page| page == bar.settings.page),
        role: Role::Tab,
        font: text::semibold(text::BODY),
        padding: [10.0, 5.0],
        width: 0.0,
        corner: 7,
        framed: false,
        tokens: bar.tokens,
    };
    let events = choice_ui(ui, &tabs);
    for (response, page) in events.responses.into_iter().zip(Page::ALL) {
        help::mark(ui, "pages", response.rect);
        response.on_hover_text(bar.words.text(&format!("page-{}-tip", page.slug())));
    }
    requests.extend(events.clicked.and_then(|at| Page::ALL.get(at)).copied().map(Request::Page));
}

/// The menus: one stop of Tab, with arrows inside.
fn menus_ui(ui: &mut Ui, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let menus: &[Menu] = match bar.settings.page {
        Page::Explore | Page::Lesson => &[file_menu_ui, export_menu_ui, settings_menu_ui],
        Page::Train => &[file_menu_ui, settings_menu_ui],
    };
    // As they were drawn last: a menu's button names itself.
    let key = ui.scope_id().with("menus");
    let ids: Vec<Id> = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let reached = roving::reached(ui, &ids, 0);
    let drawn: Vec<Id> = menus
        .iter()
        .enumerate()
        .map(|(at, menu)| menu(ui, bar, roving::sense(Sense::click(), at == reached), requests).id)
        .collect();
    ui.data_mut(|data| data.insert_temp(key, drawn));
}

/// What draws a menu; returns its button.
type Menu = fn(&mut Ui, &Bar<'_>, Sense, &mut Vec<Request>) -> Response;

/// Two drops of paint, one diluted.
fn logo_ui(ui: &mut Ui, tokens: &Tokens) {
    let (rect, _) = ui.allocate_exact_size(vec2(26.0, 18.0), Sense::hover());
    let centre = rect.center();
    ui.painter().circle_filled(centre + vec2(4.0, 0.0), 7.0, tokens.paint(0.45));
    ui.painter().circle_filled(centre - vec2(4.0, 0.0), 7.0, tokens.paint(1.0));
}

/// A button without a frame until the pointer is on it.
fn plain(label: &str) -> Button<'static> {
    Button::new(label.to_owned()).frame_when_inactive(false)
}

fn flat(ui: &mut Ui, label: &str, tip: &str, enabled: bool) -> Response {
    ui.add_enabled(enabled, plain(label)).on_hover_text(tip)
}

fn file_menu_ui(ui: &mut Ui, bar: &Bar<'_>, sense: Sense, requests: &mut Vec<Request>) -> Response {
    let words = bar.words;
    let mut opened = None;
    let (button, _) = MenuButton::from_button(plain(&words.text("menu-file")).sense(sense)).ui(ui, |ui| {
        let mut entry = |ui: &mut Ui, key: &str, keys: &str, request: Request| {
            let button = Button::new(words.text(key));
            // An empty shortcut would still stand in the name that is read aloud.
            let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
            if ui.add(button).clicked() {
                requests.push(request);
                ui.close();
            }
        };
        entry(ui, "menu-open", "Ctrl+O", Request::OpenFile);
        if !bar.settings.recent.is_empty() {
            ui.menu_button(words.text("menu-recent"), |ui| {
                for path in &bar.settings.recent {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                        opened = Some(path.clone());
                        ui.close();
                    }
                }
            });
        }
        entry(ui, "menu-save", "Ctrl+S", Request::SaveFile);
        ui.separator();
        entry(ui, "menu-about", "", Request::Dialog(Some(Dialog::About)));
    });
    help::mark(ui, "file", button.rect);
    requests.extend(opened.map(Request::OpenPath));
    button
}

/// What can be taken away: the figure, and all numbers.
fn export_menu_ui(ui: &mut Ui, bar: &Bar<'_>, sense: Sense, requests: &mut Vec<Request>) -> Response {
    let words = bar.words;
    let (button, _) = MenuButton::from_button(plain(&words.text("menu-export")).sense(sense)).ui(ui, |ui| {
        let mut entry = |ui: &mut Ui, key: &str, request: Request| {
            if ui.button(words.text(key)).clicked() {
                requests.push(request);
                ui.close();
            }
        };
        entry(ui, "menu-figure-svg", Request::Export(Form::Svg));
        entry(ui, "menu-figure-png", Request::Export(Form::Png));
        entry(ui, "menu-copy-figure", Request::CopyFigure);
        ui.separator();
        entry(ui, "menu-csv", Request::Export(Form::Csv));
        entry(ui, "menu-json", Request::Export(Form::Json));
        entry(ui, "menu-copy-csv", Request::CopyCsv);
    });
    help::mark(ui, "export", button.rect);
    button
}

fn settings_menu_ui(ui: &mut Ui, bar: &Bar<'_>, sense: Sense, requests: &mut Vec<Request>) -> Response {
    let words = bar.words;
    let (button, _) = MenuButton::from_button(plain(&words.text("menu-settings")).sense(sense)).ui(ui, |ui| {
        let mut still = bar.settings.reduce_motion;
        if ui
            .checkbox(&mut still, words.text("menu-reduce-motion"))
            .on_hover_text(words.text("menu-reduce-motion-tip"))
            .changed()
        {
            requests.push(Request::ReduceMotion(still));
        }
        ui.separator();
        for notation in Notation::ALL {
            let name = words.with("menu-notation", &[("letter", notation.letter().to_owned())]);
            let tip = words.text("menu-notation-tip");
            if ui.radio(bar.settings.notation == notation, name).on_hover_text(tip).clicked() {
                requests.push(Request::Notation(notation));
            }
        }
        ui.separator();
        for (look, key) in
            [(Look::System, "menu-theme-system"), (Look::Light, "menu-theme-light"), (Look::Dark, "menu-theme-dark")]
        {
            if ui.radio(bar.settings.theme == look, words.text(key)).clicked() {
                requests.push(Request::Theme(look));
            }
        }
        ui.separator();
        sizes_ui(ui, bar, requests);
        if bar.settings.page == Page::Lesson {
            ui.separator();
            // What is forgotten is gone: a click goes astray sooner than two.
            ui.menu_button(words.text("lesson-forget"), |ui| {
                let forget = ui.button(words.text("lesson-forget-all"));
                if forget.on_hover_text(words.text("lesson-forget-tip")).clicked() {
                    requests.push(Request::Lesson(Ask::Forget));
                    ui.close();
                }
            });
        }
    });
    help::mark(ui, "settings", button.rect);
    button
}

/// How large everything is drawn.
fn sizes_ui(ui: &mut Ui, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let words = bar.words;
    let mut projector = bar.settings.projector;
    let name = words.with("menu-projector", &[("key", "F9".to_owned())]);
    if ui.checkbox(&mut projector, name).on_hover_text(words.text("menu-projector-tip")).changed() {
        requests.push(Request::ToggleProjector);
    }
    let percent = crate::locale::number::percent(f64::from(bar.settings.zoom));
    ui.label(RichText::new(words.with("menu-zoom", &[("percent", percent)])).color(bar.tokens.faint));
    for (key, keys, request) in [
        ("menu-zoom-in", "Ctrl++", Request::Zoom(Zoom::In)),
        ("menu-zoom-out", "Ctrl+−", Request::Zoom(Zoom::Out)),
        ("menu-zoom-own", "Ctrl+0", Request::Zoom(Zoom::Own)),
        ("menu-full-screen", "F11", Request::ToggleFullScreen),
    ] {
        if ui.add(Button::new(words.text(key)).shortcut_text(keys)).clicked() {
            requests.push(request);
        }
    }
}

/// The presets by name; the digits 1 to 9 open the first nine.
fn scenes_ui(ui: &mut Ui, width: f32, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let words = bar.words;
    let shown = match &bar.document.start.origin {
        Origin::Preset(slug) => words.text(&format!("preset-{slug}")),
        Origin::File(path) => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    };
    let name = words.text("scene-menu");
    let combo = ComboBox::from_id_salt("scenes").width(width).height(420.0).truncate().selected_text(&shown).show_ui(
        ui,
        |ui| {
            for (number, preset) in (1..).zip(presets()) {
                let chosen = bar.document.start.origin == Origin::Preset(preset.slug);
                let key = if number <= 9 { format!("{number}") } else { String::new() };
                let entry = Button::selectable(chosen, words.text(&format!("preset-{}", preset.slug)));
                let entry = if key.is_empty() { entry } else { entry.shortcut_text(key) };
                if ui.add(entry).clicked() {
                    requests.push(Request::Preset(preset.slug));
                }
            }
        },
    );
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {shown}")));
    help::mark(ui, "scenes", combo.response.rect);
}

fn help_button_ui(ui: &mut Ui, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let response = flat(ui, "?", &bar.words.text("menu-help"), true);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, bar.words.text("menu-help")));
    help::mark(ui, "help", response.rect);
    if response.clicked() {
        requests.push(Request::Dialog(Some(Dialog::Help)));
    }
}

fn theme_ui(ui: &mut Ui, bar: &Bar<'_>, requests: &mut Vec<Request>) {
    let dark = ui.theme() == Theme::Dark;
    let (sign, look) = if dark { ("☀", Look::Light) } else { ("☾", Look::Dark) };
    let name = bar.words.text("switch-theme");
    let response = flat(ui, sign, &name, true);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    help::mark(ui, "theme", response.rect);
    if response.clicked() {
        requests.push(Request::Theme(look));
    }
}
