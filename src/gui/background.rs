//! Work beside the frames, in a named thread: only what was asked for last counts.

use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use eframe::egui::Context;

use super::thread::in_thread;
use crate::engine::work::Work;

#[cfg(test)]
mod tests;

/// One kind of work beside the frames.
///
/// A request is a list of works, each refining the one before. A newer request drops all that lie
/// before it, with one exception: the first work of a request that has begun is done to its end. So a
/// picture follows a slider that is dragged without a pause, and what takes long is not waited for.
///
/// The thread starts with the first request, sleeps between requests, and ends with this value. Where
/// a system starts no thread, [`Background::collect`] does one slice itself.
pub struct Background<W: Work> {
    name: &'static str,
    asked: u64,
    last_done: u64,
    progress: f32,
    worker: Option<Worker<W>>,
}

/// Where requests are served.
struct Worker<W: Work> {
    /// None only while this is dropped.
    requests: Option<Sender<Requested<W>>>,
    reports: Receiver<Report<W::Output>>,
    thread: Option<JoinHandle<()>>,
    /// In the place of a thread.
    by_hand: Option<Server<W>>,
}

/// A request: its number, and the works that are left of it.
struct Requested<W> {
    number: u64,
    works: std::vec::IntoIter<W>,
}

/// What comes back.
enum Report<O> {
    Progress(f32),
    Done(Done<O>),
}

/// A result.
#[derive(Debug, Clone, PartialEq)]
pub struct Done<O> {
    /// The request that it belongs to.
    pub number: u64,
    /// Whether it is the request's last.
    pub last: bool,
    /// The result.
    pub output: O,
}

impl<W: Work + Send + 'static> Background<W>
where
    W::Output: Send,
{
    /// Nothing to do yet, and no thread.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self { name, asked: 0, last_done: 0, progress: 0.0, worker: None }
    }

    /// Asks for works, each finer than the one before, in the place of whatever was asked for.
    /// Returns the request's number.
    pub fn ask(&mut self, ctx: &Context, works: Vec<W>) -> u64 {
        self.asked += 1;
        self.progress = 0.0;
        if works.is_empty() {
            self.last_done = self.asked;
        }
        let worker = self.worker.get_or_insert_with(|| Worker::start(self.name, ctx));
        if let Some(requests) = &worker.requests {
            // A worker that has ended is noticed when its reports are collected.
            let _ended = requests.send(Requested { number: self.asked, works: works.into_iter() });
        }
        ctx.request_repaint();
        self.asked
    }

    /// The results that have arrived, the oldest first.
    pub fn collect(&mut self, ctx: &Context) -> Vec<Done<W::Output>> {
        let mut results = Vec::new();
        let Some(worker) = &mut self.worker else { return results };
        if worker.by_hand.as_mut().is_some_and(Server::slice) {
            ctx.request_repaint();
        }
        loop {
            match worker.reports.try_recv() {
                Ok(Report::Progress(progress)) => self.progress = progress,
                Ok(Report::Done(done)) => {
                    if done.last {
                        self.last_done = done.number;
                    }
                    results.push(done);
                }
                Err(TryRecvError::Empty) => return results,
                // The thread has ended: nothing more will come of what was asked for, and what is
                // asked for next gets another.
                Err(TryRecvError::Disconnected) => break,
            }
        }
        self.last_done = self.asked;
        self.worker = None;
        results
    }

    /// Whether what was asked for last is not yet done.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.last_done < self.asked
    }

    /// The part of the present work that is done, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f32 {
        self.progress
    }
}

impl<W: Work + Send + 'static> Worker<W>
where
    W::Output: Send,
{
    fn start(name: &str, ctx: &Context) -> Self {
        let (requests, incoming) = channel();
        let (outgoing, reports) = channel();
        let served = Server::new(incoming, outgoing);
        let ctx = ctx.clone();
        match in_thread(name, served, move |server| serve(server, &ctx)) {
            Ok(thread) => Self { requests: Some(requests), reports, thread: Some(thread), by_hand: None },
            Err(served) => Self { requests: Some(requests), reports, thread: None, by_hand: Some(served) },
        }
    }
}

impl<W: Work> Drop for Worker<W> {
    /// The thread ends after the slice that it is in.
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            // Whether it panicked does not matter any more.
            let _ended = thread.join();
        }
    }
}

/// What the thread does: sleeps until there is a request, and serves it.
fn serve<W: Work>(mut server: Server<W>, ctx: &Context) {
    loop {
        while server.slice() {
            if std::mem::take(&mut server.has_news) {
                ctx.request_repaint();
            }
        }
        if std::mem::take(&mut server.has_news) {
            ctx.request_repaint();
        }
        match server.incoming.recv() {
            Ok(request) => server.waiting = Some(request),
            Err(_) => return,
        }
    }
}

/// Serves requests slice by slice.
struct Server<W: Work> {
    incoming: Receiver<Requested<W>>,
    outgoing: Sender<Report<W::Output>>,
    waiting: Option<Requested<W>>,
    running: Option<Running<W>>,
    /// Whether a result was sent since somebody looked.
    has_news: bool,
}

struct Running<W> {
    request: Requested<W>,
    work: W,
    is_first: bool,
}

impl<W: Work> Server<W> {
    fn new(incoming: Receiver<Requested<W>>, outgoing: Sender<Report<W::Output>>) -> Self {
        Self { incoming, outgoing, waiting: None, running: None, has_news: false }
    }

    /// Does one slice of work; says whether there is more to do.
    fn slice(&mut self) -> bool {
        loop {
            match self.incoming.try_recv() {
                Ok(newer) => self.waiting = Some(newer),
                Err(TryRecvError::Empty) => break,
                // Nobody waits for anything any more.
                Err(TryRecvError::Disconnected) => return false,
            }
        }
        if self.waiting.is_some() && self.running.as_ref().is_none_or(|running| !running.is_first) {
            self.running = self.waiting.take().and_then(|request| Running::next(request, true));
        }
        if let Some(mut running) = self.running.take() {
            if let Some(output) = running.work.step() {
                let last = running.request.works.len() == 0;
                self.send(Report::Done(Done { number: running.request.number, last, output }));
                self.has_news = true;
                self.running = Running::next(running.request, false);
            } else {
                self.send(Report::Progress(running.work.progress()));
                self.running = Some(running);
            }
        }
        self.running.is_some() || self.waiting.is_some()
    }

    fn send(&self, report: Report<W::Output>) {
        // The window may be gone by now; the next slice notices.
        let _unheard = self.outgoing.send(report);
    }
}

impl<W> Running<W> {
    fn next(mut request: Requested<W>, is_first: bool) -> Option<Self> {
        let work = request.works.next()?;
        Some(Self { request, work, is_first })
    }
}
