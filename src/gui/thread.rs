//! Threads beside the frames, each with a name and with what it works on.

use std::sync::mpsc::channel;
use std::thread::{Builder, JoinHandle};

/// Runs `work` on `owned` in a thread of that name.
///
/// # Errors
/// Where the system starts no thread, `owned` comes back: whoever asked works on it by hand, in slices
/// of a frame.
pub fn in_thread<T: Send + 'static>(
    name: &str,
    owned: T,
    work: impl FnOnce(T) + Send + 'static,
) -> Result<JoinHandle<()>, T> {
    // What a thread that was never started should have owned would be gone with its closure.
    let (hand_over, taken) = channel();
    let started = Builder::new().name(name.to_owned()).spawn(move || {
        if let Ok(owned) = taken.recv() {
            work(owned);
        }
    });
    match started {
        Ok(thread) => {
            let _taken = hand_over.send(owned);
            Ok(thread)
        }
        Err(_) => Err(owned),
    }
}
