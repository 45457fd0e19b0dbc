//! Both languages, whole.

use egui_kittest::kittest::Queryable;
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::presets;

use crate::hand::{Window, all_said, step};

/// Whether a text holds a Hangul syllable.
fn hangul(text: &str) -> bool {
    text.chars().any(|letter| ('가'..='힣').contains(&letter))
}

#[test]
fn the_language_is_switched_live_and_leaves_nothing_behind() {
    let mut window = Window::english().open();
    assert_eq!(all_said(&window).iter().filter(|text| hangul(text)).collect::<Vec<_>>(), ["한국어"]);
    window.get_by_label("한국어").click();
    window.run_ok();
    let said = all_said(&window);
    for text in ["기본 RNN, 남은 파랑: 0.45\u{a0}% 들어온 0.762 가운데", "망각 게이트 f", "되돌리기", "English"]
    {
        assert!(said.iter().any(|said| said == text), "no \"{text}\" in\n{}", said.join("\n"));
    }
    let latin: Vec<_> = said
        .iter()
        .filter(|text| {
            !hangul(text) && text.split_whitespace().any(|word| word.len() > 4 && word.chars().all(char::is_alphabetic))
        })
        .collect();
    assert_eq!(latin, ["English"], "only the way back is English");
}

#[test]
fn every_preset_at_every_step_has_its_words_in_both_languages() {
    for language in Language::ALL {
        for preset in presets() {
            let mut window = Window::new(language).with_preset(preset.slug).open();
            for at in [1, preset.scene.message, preset.scene.length() / 2] {
                window.state_mut().state.explore.playback.go_to(at);
                // The harness itself fails on a glyph that no font has.
                window.run_ok();
                assert_eq!(step(&window), at.max(1));
                let lost = all_said(&window)
                    .into_iter()
                    .filter(|text| text.contains("{ $") || text.contains("Unknown localization"));
                assert_eq!(lost.collect::<Vec<_>>(), Vec::<String>::new(), "{}", preset.slug);
            }
            let caption = Words::new(language).text(&format!("preset-{}-caption", preset.slug));
            assert!(!caption.starts_with("preset-"), "{}", preset.slug);
        }
    }
}
