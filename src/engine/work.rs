//! Long work as a value: whoever holds it decides when it goes on.

/// Work that is done in slices, without a clock, and without a thread that outlives a call.
///
/// A window gives it to a named thread or a slice of each frame, a command runs it behind a
/// progress bar, a test runs it to the end with [`finish`].
pub trait Work {
    /// What comes of it.
    type Output;

    /// Does one slice, a few milliseconds of it; returns the result once there is one.
    fn step(&mut self) -> Option<Self::Output>;

    /// The part that is done, from 0 to 1.
    fn progress(&self) -> f32;
}

/// Runs work to its end.
pub fn finish<W: Work>(mut work: W) -> W::Output {
    loop {
        if let Some(output) = work.step() {
            return output;
        }
    }
}
