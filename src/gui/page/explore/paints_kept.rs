//! A drag to a shorter sequence and back again loses no paint: each length is cut from what was there
//! when the button went down, whether the drag is on the slider of T or on the map.

use eframe::egui::{Id, Ui};

use crate::scene::Scene;

/// The paints and the step of the message, as they were when the drag began.
type Before = (Vec<f64>, usize);

/// Call before a new length: inside a drag, gives the scene back the paints that it had before.
pub fn give_back(ui: &Ui, scene: &mut Scene) {
    if !is_held(ui) {
        return;
    }
    if let Some((paints, message)) = ui.data(|data| data.get_temp::<Before>(key())) {
        (scene.paints, scene.message) = (paints, message);
    } else {
        ui.data_mut(|data| data.insert_temp(key(), (scene.paints.clone(), scene.message)));
    }
}

/// Call once a frame: when no button is down any more, what the drag has left counts.
pub fn forget(ui: &Ui) {
    if !is_held(ui) {
        ui.data_mut(|data| data.remove::<Before>(key()));
    }
}

/// Whether a button is down, or was until this frame: the last move may come with the release.
fn is_held(ui: &Ui) -> bool {
    ui.input(|input| input.pointer.any_down() || input.pointer.any_released())
}

fn key() -> Id {
    Id::unique("paints-before-drag")
}
