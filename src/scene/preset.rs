//! The scenes that come with the program, each of which shows one fact.

use std::sync::LazyLock;

use super::{Claim, Scene, parse_scene_and_claims};

/// A scene that comes with the program.
///
/// Its name and its caption are the locale's `preset-<slug>` and `preset-<slug>-caption`.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// Its name on the command line and in the locale, such as `gate-stuck-open`.
    pub slug: &'static str,
    /// The scene.
    pub scene: Scene,
    /// What its caption says, for a test to check.
    pub claims: Vec<Claim>,
}

/// The presets' files, in the order of the menu; the first nine have the keys 1…9.
macro_rules! files {
    ($($slug:literal),* $(,)?) => {
        [$(($slug, include_str!(concat!("../../assets/scenes/", $slug, ".toml")))),*]
    };
}

/// Slugs and texts; to add a preset, add its file, its slug here and its words to the locales.
static FILES: [(&str, &str); 11] = files![
    "blue-survives",
    "fades",
    "still-fades",
    "latches",
    "gate-shut-to-noise",
    "gate-stuck-open",
    "hidden",
    "erased",
    "sum",
    "saturated",
    "cannot-learn",
];

static PRESETS: LazyLock<Vec<Preset>> = LazyLock::new(|| {
    let read = |(slug, text): &(&'static str, &str)| {
        // The files are part of the program, and a test reads every one: none is lost here.
        let (scene, claims) = parse_scene_and_claims(slug, text).ok()?;
        Some(Preset { slug, scene, claims })
    };
    FILES.iter().filter_map(read).collect()
});

/// All presets, in the order of the menu; the first is the scene that the program starts with.
#[must_use]
pub fn presets() -> &'static [Preset] {
    &PRESETS
}

/// The preset of that slug.
#[must_use]
pub fn preset(slug: &str) -> Option<&'static Preset> {
    presets().iter().find(|preset| preset.slug == slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_file_is_a_preset_in_the_order_of_the_menu() {
        for (slug, text) in FILES {
            parse_scene_and_claims(slug, text).unwrap_or_else(|error| panic!("{error}"));
        }
        let slugs: Vec<_> = presets().iter().map(|preset| preset.slug).collect();
        assert_eq!(slugs, FILES.map(|(slug, _)| slug));
    }

    #[test]
    fn the_first_preset_is_the_default_scene() {
        assert_eq!(presets()[0].scene, Scene::default());
    }
}
