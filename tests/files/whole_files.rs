//! A file is written whole or not at all.
//!
//! The refusals here hold for an administrator too, whom no permission stops.

use std::fs;
use std::path::Path;

use paint_dilution::scene::{Scene, SceneFileError, read_scene, write_scene};
use paint_dilution::whole_file::{check_place, write_whole};

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_replaced_and_nothing_else_is_left_in_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("장면 1.toml");
    write_whole(&path, b"old").unwrap();
    write_whole(&path, b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(names(folder.path()), ["장면 1.toml"]);
}

/// Were the old file emptied and filled again, there would be a moment with half a file.
#[cfg(unix)]
#[test]
fn whoever_has_the_old_file_open_still_reads_all_of_it() {
    use std::io::Read;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scene.toml");
    write_whole(&path, b"the old scene").unwrap();
    let mut old = fs::File::open(&path).unwrap();
    write_whole(&path, b"new").unwrap();
    let mut text = String::new();
    old.read_to_string(&mut text).unwrap();
    assert_eq!(text, "the old scene");
}

#[test]
fn writing_onto_a_folder_fails_and_leaves_it_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("scene.toml");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("inside"), "kept").unwrap();
    let error = write_scene(&target, &Scene::default()).unwrap_err();
    assert!(matches!(error, SceneFileError::Write { .. }), "{error:?}");
    assert!(error.to_string().contains("scene.toml: cannot be written: "), "{error}");
    assert_eq!(names(folder.path()), ["scene.toml"]);
    assert_eq!(fs::read(target.join("inside")).unwrap(), b"kept");
}

#[test]
fn writing_into_a_missing_folder_fails_and_makes_none() {
    let folder = tempfile::tempdir().unwrap();
    let error = write_scene(&folder.path().join("missing/scene.toml"), &Scene::default()).unwrap_err();
    assert!(matches!(error, SceneFileError::Write { .. }), "{error:?}");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_scene_that_is_refused_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scene.toml");
    write_scene(&path, &Scene::default()).unwrap();
    write_scene(&path, &Scene { noise: 2.0, ..Scene::default() }).unwrap_err();
    assert_eq!(read_scene(&path), Ok(Scene::default()));
}

#[cfg(unix)]
#[test]
fn a_new_file_has_ordinary_permissions_and_an_old_one_keeps_its_own() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    fs::write(folder.path().join("ordinary"), "").unwrap();
    write_whole(&folder.path().join("new"), b"").unwrap();
    assert_eq!(mode("new"), mode("ordinary"), "as the user's mask has it");
    fs::set_permissions(folder.path().join("ordinary"), fs::Permissions::from_mode(0o640)).unwrap();
    write_whole(&folder.path().join("ordinary"), b"x").unwrap();
    assert_eq!(mode("ordinary"), 0o640);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_its_file_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file"), folder.path().join("link"));
    fs::write(&file, "old").unwrap();
    std::os::unix::fs::symlink("file", &link).unwrap();
    write_whole(&link, b"new").unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read(&file).unwrap(), b"new");
}

#[cfg(unix)]
#[test]
fn what_is_no_ordinary_file_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    write_whole(Path::new("/dev/null"), b"x").unwrap();
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
}

#[test]
#[cfg(unix)]
fn where_nothing_can_be_written_is_known_before_long_work() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(check_place(&folder.path().join("new.csv")).is_ok());
    assert!(names(folder.path()).is_empty(), "looking leaves nothing behind");
    assert!(check_place(Path::new("/dev/null")).is_ok());
    for wrong in [folder.path().to_path_buf(), folder.path().join("none/new.csv"), "/proc/new.csv".into()] {
        let told = check_place(&wrong).expect_err("it cannot be written").to_string();
        assert!(!told.contains(".paint-dilution-"), "{told}");
    }
}
