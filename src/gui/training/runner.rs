//! The training beside the frames: a named thread that is told what to do and says how it stands.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use eframe::egui::Context;

use super::report::Report;
use super::server::{Command, Server};
use crate::gui::thread::in_thread;

/// The thread's name.
const NAME: &str = "training";
/// Where a system starts no thread, so much of each frame is the training's.
const SLICE: Duration = Duration::from_millis(8);

/// A race beside the frames. There is at most one report under way: the next is made when that has
/// been taken, so that what arrives is the latest, however slowly frames are drawn.
pub struct Runner {
    /// None only while this is dropped.
    commands: Option<Sender<Command>>,
    reports: Receiver<Report>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    /// In the place of a thread.
    by_hand: Option<Box<Server>>,
}

impl Runner {
    /// A thread that waits for commands; without one, work is done in [`Runner::collect`].
    pub fn start(ctx: &Context) -> Self {
        let (mut runner, server) = Self::by_hand();
        let ctx = ctx.clone();
        match in_thread(NAME, server, move |server| server.serve(|| ctx.request_repaint())) {
            Ok(thread) => runner.thread = Some(thread),
            Err(server) => runner.by_hand = Some(server),
        }
        runner
    }

    /// A runner on a system that starts no thread.
    #[cfg(test)]
    pub fn in_slices() -> Self {
        let (mut runner, server) = Self::by_hand();
        runner.by_hand = Some(server);
        runner
    }

    /// A runner and what serves it.
    fn by_hand() -> (Self, Box<Server>) {
        let (commands, incoming) = channel();
        let (outgoing, reports) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let server = Box::new(Server::new(incoming, outgoing, Arc::clone(&stop)));
        (Self { commands: Some(commands), reports, stop, thread: None, by_hand: None }, server)
    }

    /// Tells it what to do.
    pub fn tell(&self, command: Command) {
        if let Some(commands) = &self.commands {
            // A thread that has ended says nothing more.
            let _ended = commands.send(command);
        }
    }

    /// The report that has arrived, if any.
    pub fn collect(&mut self, ctx: &Context) -> Option<Report> {
        if self.by_hand.as_mut().is_some_and(|server| server.slice(SLICE)) {
            ctx.request_repaint();
        }
        let report = self.reports.try_recv().ok();
        if report.is_some() {
            self.tell(Command::Taken);
        }
        report
    }
}

impl Drop for Runner {
    /// The thread ends after the training step that it is in.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.commands = None;
        if let Some(thread) = self.thread.take() {
            // Whether it panicked does not matter any more.
            let _ended = thread.join();
        }
    }
}
