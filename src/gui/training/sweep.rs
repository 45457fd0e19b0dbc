//! The horizon beside the frames: a named thread that trains every racer at every length.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use eframe::egui::Context;
use web_time::Instant;

use super::server::now;
use crate::engine::EngineError;
use crate::engine::training::{Horizon, HorizonPoint, HorizonRequest, Setup};
use crate::engine::work::Work;
use crate::gui::thread::in_thread;

/// The thread's name.
const NAME: &str = "horizon";
/// Between two reports.
const REPORT_EVERY: Duration = Duration::from_millis(100);
/// What one core is taken to do a second before anything was measured.
const OPERATIONS_A_SECOND: f64 = 2.5e10;
/// Before this part is done nothing is said of the time that is left.
const TOO_EARLY: f32 = 0.02;

/// A horizon, from the moment that it is asked for; what has finished stays when it is cancelled.
#[derive(Default)]
pub struct Sweep {
    /// Whether the page shows it, in the place of the race.
    pub is_open: bool,
    /// What was asked for last.
    pub request: Option<HorizonRequest>,
    /// The runs that have finished, in the order of the request's.
    pub points: Vec<HorizonPoint>,
    /// The part that is done, from 0 to 1.
    pub progress: f32,
    /// For how long it has run.
    pub elapsed_secs: f64,
    worker: Option<Worker>,
}

/// What comes back.
struct Report {
    points: Vec<HorizonPoint>,
    progress: f32,
    elapsed_secs: f64,
    is_done: bool,
}

struct Worker {
    reports: Receiver<Report>,
    /// Set when nobody waits for it any more.
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
    /// In the place of a thread, where a system starts none.
    by_hand: Option<Box<Server>>,
}

/// What a horizon of the present settings is: racers, lengths and seeds are the usual ones.
#[must_use]
pub fn request_of(shared: &Setup) -> HorizonRequest {
    HorizonRequest { setup: *shared, ..HorizonRequest::default() }
}

/// About how long it takes, before anything was measured.
#[must_use]
pub fn guess_secs(request: &HorizonRequest) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a number of cores")]
    let cores = rayon::current_num_threads() as f64;
    request.operations() / (cores * OPERATIONS_A_SECOND)
}

impl Sweep {
    /// Begins one, in the place of whatever there was.
    ///
    /// # Errors
    /// As [`Horizon::new`].
    pub fn begin(&mut self, ctx: &Context, request: HorizonRequest) -> Result<(), EngineError> {
        let horizon = Horizon::new(request.runs(), request.steps)?;
        *self = Self { is_open: true, request: Some(request), ..Self::default() };
        self.worker = Some(Worker::start(ctx, horizon));
        ctx.request_repaint();
        Ok(())
    }

    /// Stops it; what has finished stays.
    pub fn cancel(&mut self) {
        self.worker = None;
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.worker.is_some()
    }

    /// How many runs there will be.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.request.as_ref().map_or(0, |request| request.runs().len())
    }

    /// About how long it will take yet, once there is something to go by.
    #[must_use]
    pub fn secs_left(&self) -> Option<f64> {
        let done = f64::from(self.progress);
        (self.is_running() && self.progress >= TOO_EARLY).then(|| self.elapsed_secs * (1.0 - done) / done)
    }

    /// Takes what has arrived.
    pub fn collect(&mut self, ctx: &Context) {
        let Some(worker) = &mut self.worker else { return };
        if worker.by_hand.as_mut().is_some_and(|server| server.slice()) {
            ctx.request_repaint();
        }
        let Some(report) = worker.reports.try_iter().last() else { return };
        let Report { points, progress, elapsed_secs, is_done } = report;
        (self.points, self.progress, self.elapsed_secs) = (points, progress, elapsed_secs);
        if is_done {
            self.worker = None;
        }
    }
}

impl Worker {
    fn start(ctx: &Context, horizon: Horizon) -> Self {
        let (outgoing, reports) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let server = Box::new(Server::new(horizon, outgoing, Arc::clone(&stop)));
        let ctx = ctx.clone();
        let serve = move |mut server: Box<Server>| {
            while server.slice() {
                if std::mem::take(&mut server.has_told) {
                    ctx.request_repaint();
                }
            }
            ctx.request_repaint();
        };
        match in_thread(NAME, server, serve) {
            Ok(thread) => Self { reports, stop, thread: Some(thread), by_hand: None },
            Err(server) => Self { reports, stop, thread: None, by_hand: Some(server) },
        }
    }
}

impl Drop for Worker {
    /// The thread ends after the slice that it is in.
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // Whether it panicked does not matter any more.
            let _ended = thread.join();
        }
    }
}

/// What trains, slice by slice.
struct Server {
    horizon: Horizon,
    outgoing: Sender<Report>,
    stop: Arc<AtomicBool>,
    begun: Instant,
    told: Instant,
    /// Whether a report has gone out since somebody looked.
    has_told: bool,
}

impl Server {
    fn new(horizon: Horizon, outgoing: Sender<Report>, stop: Arc<AtomicBool>) -> Self {
        let moment = now();
        Self { horizon, outgoing, stop, begun: moment, told: moment, has_told: false }
    }

    /// Does one slice of work; says whether there is more to do.
    fn slice(&mut self) -> bool {
        if self.stop.load(Ordering::Relaxed) {
            return false;
        }
        let done = self.horizon.step();
        let is_done = done.is_some();
        if is_done || self.told.elapsed() >= REPORT_EVERY {
            let points = done.unwrap_or_else(|| self.horizon.finished().cloned().collect());
            let progress = if is_done { 1.0 } else { self.horizon.progress() };
            let report = Report { points, progress, elapsed_secs: self.begun.elapsed().as_secs_f64(), is_done };
            self.has_told = true;
            self.told = now();
            // Where nobody waits any more there is nothing left to do.
            return self.outgoing.send(report).is_ok() && !is_done;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::training::RACERS;
    use crate::engine::work::finish;

    fn small() -> HorizonRequest {
        let setup = Setup { hidden_size: 4, batch: 4, ..Setup::default() };
        HorizonRequest { seeds: vec![1, 2], lengths: vec![2, 3], steps: 12, setup, ..HorizonRequest::default() }
    }

    fn waited(sweep: &mut Sweep, until: impl Fn(&Sweep) -> bool) {
        let ctx = Context::default();
        for _ in 0..4000 {
            sweep.collect(&ctx);
            if until(sweep) {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("it takes too long");
    }

    #[test]
    fn it_comes_to_what_a_horizon_alone_comes_to() {
        let mut sweep = Sweep::default();
        sweep.begin(&Context::default(), small()).unwrap();
        assert!(sweep.is_running() && sweep.is_open && sweep.points.is_empty());
        waited(&mut sweep, |sweep| !sweep.is_running());
        assert_eq!(sweep.points, finish(Horizon::new(small().runs(), 12).unwrap()));
        assert_eq!((sweep.points.len(), sweep.runs(), sweep.progress), (4 * RACERS.len(), 4 * RACERS.len(), 1.0));
    }

    #[test]
    fn what_has_finished_stays_when_it_is_cancelled_and_the_thread_is_gone() {
        let mut sweep = Sweep::default();
        // More than anybody would wait for.
        let long = HorizonRequest { lengths: vec![2, 3, 500], steps: 300, ..small() };
        sweep.begin(&Context::default(), long.clone()).unwrap();
        waited(&mut sweep, |sweep| sweep.points.len() >= 3);
        assert!(sweep.secs_left().is_none_or(|secs| secs > 0.0));
        let had = sweep.points.clone();
        sweep.cancel();
        assert!(!sweep.is_running() && sweep.secs_left().is_none());
        assert_eq!(sweep.points, had);
        let whole = finish(Horizon::new(vec![had[0].setup], 300).unwrap());
        assert_eq!(had[0], whole[0]);
    }

    #[test]
    fn what_cannot_be_trained_is_an_error_and_changes_nothing() {
        let mut sweep = Sweep::default();
        sweep.begin(&Context::default(), small()).unwrap();
        waited(&mut sweep, |sweep| !sweep.is_running());
        let had = sweep.points.clone();
        let wrong = HorizonRequest { setup: Setup { batch: 0, ..Setup::default() }, ..small() };
        assert!(sweep.begin(&Context::default(), wrong).is_err());
        assert_eq!(sweep.points, had);
    }
}
