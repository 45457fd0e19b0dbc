//! The menu Export: figures and tables, as the scene stands and in the chosen language.

use std::fs;

use eframe::egui::{ColorImage, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use paint_dilution::export::table::{csv_text, json_text};
use paint_dilution::export::{Form, figure::Heading};
use paint_dilution::gui::App;
use paint_dilution::locale::{Language, Notation, Words};
use paint_dilution::scene::Run;

use crate::hand::{Window, all_said, scene, text_from};

/// Opens the menu.
fn open_menu(window: &mut Harness<'_, App>, language: Language) {
    window.get_by_label(&Words::new(language).text("menu-export")).click();
    window.run_ok();
}

/// Lets the job run to its end; the picture that was copied meanwhile, if any.
fn finish_job(window: &mut Harness<'_, App>) -> Option<ColorImage> {
    let mut copied = None;
    for _ in 0..2000 {
        window.step();
        copied = copied.or_else(|| {
            window.output().platform_output.commands.iter().find_map(|command| match command {
                OutputCommand::CopyImage(image) => Some(image.clone()),
                _ => None,
            })
        });
        if window.state().state.job.is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(window.state().state.job.is_none(), "the job came to no end");
    window.run_ok();
    copied
}

#[test]
fn the_menu_has_figures_and_tables_in_both_languages() {
    for language in Language::ALL {
        let mut window = Window::new(language).open();
        open_menu(&mut window, language);
        let said = all_said(&window);
        for key in ["menu-figure-svg", "menu-figure-png", "menu-copy-figure", "menu-csv", "menu-json", "menu-copy-csv"]
        {
            let entry = Words::new(language).text(key);
            assert!(said.contains(&entry), "no \"{entry}\" in\n{}", said.join("\n"));
        }
    }
}

#[test]
fn the_figure_is_copied_as_pixels() {
    let mut window = Window::english().open();
    open_menu(&mut window, Language::English);
    window.get_by_label("Copy figure").click();
    window.step();
    let image = finish_job(&mut window).expect("an image to copy");
    assert!(image.width() >= 1600 && image.height() > 1000, "{:?}", image.size);
    let blue = image.pixels.iter().filter(|pixel| [pixel.r(), pixel.g(), pixel.b()] == [0x0B, 0x57, 0xB7]);
    assert!(blue.count() > 3000);
    text_from(&window, &format!("Copied: figure, {} × {} pixels", image.width(), image.height()));
}

#[test]
fn a_file_holds_the_scene_as_it_stands_in_the_chosen_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = Window::new(Language::Korean).open();
    window.state_mut().state.explore.document.scene.rnn.u = 0.9;
    window.run_ok();
    for form in [Form::Svg, Form::Png, Form::Csv, Form::Json] {
        let path = folder.path().join(format!("mine.{}", form.ending()));
        let ctx = window.ctx.clone();
        window.state_mut().state.export_to(&ctx, form, path.clone());
        finish_job(&mut window);
        let expected = window.state().state.takeaway().bytes(form).expect("bytes");
        assert!(fs::read(&path).expect("the file") == expected, "{form:?}");
        let saved = Words::new(Language::Korean).with("notice-saved", &[("file", path.display().to_string())]);
        text_from(&window, &saved);
    }
    let run = Run::of(scene(&window)).expect("a run");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect(name);
    assert_eq!(read("mine.csv"), csv_text(&run).expect("a table"));
    assert_eq!(read("mine.json"), json_text(&run).expect("a table"));
    let figure = read("mine.svg");
    assert!(
        figure.contains("파랑이 남는 LSTM, 바꾼 것") && figure.contains("(1, 0.9, 0)"),
        "what was changed is named"
    );
    assert!(!figure.contains("0.45"), "a caption whose numbers hold no longer is not shown");
}

#[test]
fn closing_the_window_loses_no_figure() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("last.png");
    let mut window = Window::english().open();
    let ctx = window.ctx.clone();
    window.state_mut().state.export_to(&ctx, Form::Png, path.clone());
    eframe::App::on_exit(window.state_mut(), None);
    let expected = window.state().state.takeaway().bytes(Form::Png).expect("bytes");
    assert!(fs::read(&path).expect("the file") == expected);
}

#[test]
fn a_preset_that_is_unchanged_keeps_its_caption() {
    let window = Window::english().with_preset("sum").open();
    let words = Words::new(Language::English);
    assert_eq!(window.state().state.takeaway().heading, Heading::of_preset(words, "sum", false));
    assert_eq!(window.state().state.name(), "sum");
}

#[test]
fn a_file_that_cannot_be_written_is_told_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("no-folder").join("mine.svg");
    let mut window = Window::new(Language::Korean).open();
    let ctx = window.ctx.clone();
    window.state_mut().state.export_to(&ctx, Form::Svg, path.clone());
    finish_job(&mut window);
    let notice = window.state().state.notice.clone().expect("a notice");
    assert!(notice.wrong && notice.text.starts_with(&path.display().to_string()), "{notice:?}");
    assert_eq!(notice.hint, Some(Words::new(Language::Korean).text("file-system-hint")));
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn the_figure_writes_the_cell_state_as_the_reader_does() {
    for language in Language::ALL {
        let mut window = Window::new(language).open();
        window.state_mut().state.settings.notation = Notation::C;
        window.run_ok();
        let svg = window.state().state.takeaway().bytes(Form::Svg).expect("a figure");
        let svg = String::from_utf8(svg).expect("text");
        let document = roxmltree::Document::parse(&svg).expect("SVG");
        let texts = document.descendants().filter(|node| node.has_tag_name("text")).map(|node| {
            node.descendants().filter(roxmltree::Node::is_text).filter_map(|part| part.text()).collect::<String>()
        });
        let texts: Vec<String> = texts.collect();
        let alone = |letter: char| {
            let is_word = |text: &&String| {
                text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == letter.to_string())
            };
            texts.iter().filter(is_word).count()
        };
        assert!(alone('c') >= 3, "chain, curve and legend: {texts:#?}");
        assert_eq!(alone('S'), 0, "{texts:#?}");
    }
}
