//! What trains: the cells of a race, side by side, and the reports of how they stand.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::time::Duration;

use rayon::iter::{IntoParallelIterator, IntoParallelRefMutIterator, ParallelIterator};
use web_time::Instant;

use super::LookAt;
use super::race::Race;
use super::racer::Racer;
use super::report::Report;

/// Between two reports of a training that runs: 60 a second.
const REPORT_EVERY: Duration = Duration::from_micros(16_667);
/// A report may take this part of the time; what takes longer is told less often.
const REPORTS_SHARE: u32 = 5;
/// All cells go on for about so long before anybody looks at commands again.
const CHUNK: Duration = Duration::from_millis(2);

/// What the training is told to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin that race anew.
    Begin(Box<Race>),
    /// Go on until told otherwise, or stop going on.
    Run(bool),
    /// Rest by itself once so many training steps are done, or never.
    Until(Option<usize>),
    /// Do one training step.
    Once,
    /// Look at this in every report.
    LookAt(LookAt),
    /// The last report has arrived: another may be sent.
    Taken,
}

/// A race under way.
pub struct Server {
    incoming: Receiver<Command>,
    outgoing: Sender<Report>,
    /// Set when nobody waits for anything any more.
    stop: Arc<AtomicBool>,
    /// How many commands have been taken.
    heard: u64,
    /// The race that was asked for last, where it has not begun.
    waiting: Option<Box<Race>>,
    racers: Vec<Racer>,
    look_at: LookAt,
    is_running: bool,
    /// The training steps after which it rests by itself.
    until: Option<usize>,
    /// Training steps that were asked for one by one.
    owed: usize,
    /// How many training steps make a chunk.
    chunk: usize,
    elapsed: Duration,
    /// Whether the last report has arrived.
    is_taken: bool,
    /// Whether there is something that has not been told.
    has_news: bool,
    /// When the next report may go out.
    next_report: Option<Instant>,
}

impl Server {
    /// Nothing to do yet.
    pub fn new(incoming: Receiver<Command>, outgoing: Sender<Report>, stop: Arc<AtomicBool>) -> Self {
        Self {
            incoming,
            outgoing,
            stop,
            heard: 0,
            waiting: None,
            racers: Vec::new(),
            look_at: LookAt::default(),
            is_running: false,
            until: None,
            owed: 0,
            chunk: 1,
            elapsed: Duration::ZERO,
            is_taken: true,
            has_news: false,
            next_report: None,
        }
    }

    /// Serves until nobody waits any more; calls `told` after each report.
    pub fn serve(mut self, told: impl Fn()) {
        loop {
            if !self.is_busy() && !self.report_is_due() {
                match self.incoming.recv() {
                    Ok(command) => self.take(command),
                    Err(_) => return,
                }
            }
            if !self.take_all() {
                return;
            }
            self.begin();
            self.train(CHUNK);
            if self.report() {
                told();
            }
        }
    }

    /// Does its work for about so long, in the place of a thread; says whether there is more to do.
    pub fn slice(&mut self, most: Duration) -> bool {
        let begun = now();
        while self.take_all() {
            self.begin();
            if !self.is_busy() || begun.elapsed() >= most {
                break;
            }
            self.train(most.saturating_sub(begun.elapsed()).min(CHUNK));
        }
        self.report();
        self.is_busy() || self.has_news
    }

    /// The training steps done.
    fn steps(&self) -> usize {
        self.racers.iter().map(Racer::steps).max().unwrap_or_default()
    }

    fn is_busy(&self) -> bool {
        self.is_running || self.owed > 0
    }

    /// Takes the commands that have arrived; says whether anybody is still there.
    fn take_all(&mut self) -> bool {
        loop {
            match self.incoming.try_recv() {
                Ok(command) => self.take(command),
                Err(TryRecvError::Empty) => return !self.stop.load(Ordering::Relaxed),
                Err(TryRecvError::Disconnected) => return false,
            }
        }
    }

    fn take(&mut self, command: Command) {
        if command == Command::Taken {
            self.is_taken = true;
            return;
        }
        self.heard += 1;
        self.has_news = true;
        match command {
            Command::Begin(race) => {
                self.waiting = Some(race);
                (self.owed, self.chunk, self.elapsed) = (0, 1, Duration::ZERO);
            }
            Command::Run(is_running) => self.is_running = is_running,
            Command::Until(steps) => self.until = steps,
            Command::Once => self.owed += 1,
            Command::LookAt(look_at) => self.look_at = look_at,
            Command::Taken => {}
        }
    }

    /// Begins the race that was asked for last. Those asked for before it, as a slider was dragged, never
    /// begin: first numbers of a large network take a moment.
    fn begin(&mut self) {
        if let Some(race) = self.waiting.take() {
            let cells: Vec<_> = race.cells.iter().copied().collect();
            self.racers = cells.into_par_iter().map(|kind| Racer::new(race.setup(kind))).collect();
        }
    }

    /// Lets all cells do as many training steps as fit into that time, at least one. They are at the
    /// same step before and after; how they share the processor changes no number.
    fn train(&mut self, time: Duration) {
        if !self.is_busy() || self.racers.iter().all(Racer::is_out) {
            (self.is_running, self.owed) = (false, 0);
            return;
        }
        let left = self.until.map_or(usize::MAX, |until| until.saturating_sub(self.steps()));
        let steps = if self.is_running { self.chunk.min(left) } else { 1 };
        if self.is_running && left == 0 {
            self.is_running = false;
            return;
        }
        let begun = now();
        let stop = &self.stop;
        self.racers.par_iter_mut().for_each(|racer| {
            for _ in 0..steps {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                racer.step();
            }
        });
        let taken = begun.elapsed();
        self.elapsed += taken;
        self.owed = self.owed.saturating_sub(steps);
        self.chunk = steps_in(time, taken, steps);
        self.has_news = true;
    }

    fn report_is_due(&self) -> bool {
        let early = self.is_busy() && self.next_report.is_some_and(|next| now() < next);
        self.has_news && self.is_taken && !self.racers.is_empty() && !early
    }

    /// Sends a report if one is due; says whether.
    fn report(&mut self) -> bool {
        if !self.report_is_due() {
            return false;
        }
        let begun = now();
        let look_at = self.look_at;
        let cells = self.racers.par_iter_mut().map(|racer| racer.report(&look_at)).collect();
        let (steps, elapsed_secs) = (self.steps(), self.elapsed.as_secs_f64());
        let report = Report { heard: self.heard, owed: self.owed, steps, elapsed_secs, cells };
        (self.has_news, self.is_taken) = (false, false);
        self.next_report = Some(begun + REPORT_EVERY.max(begun.elapsed() * REPORTS_SHARE));
        // The window may be gone by now; the next command is then its last.
        let _unheard = self.outgoing.send(report);
        true
    }
}

/// How many steps fit into a time, when so many took so long.
fn steps_in(time: Duration, taken: Duration, steps: usize) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand steps at most")]
    let fit = time.as_secs_f64() / taken.as_secs_f64().max(1e-9) * steps as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 1 to 1000")]
    let fit = fit.clamp(1.0, 1000.0) as usize;
    // What was slow once is not slow for ever, and the other way round.
    fit.min(2 * steps)
}

/// The time, also in a browser.
#[expect(clippy::disallowed_methods, reason = "web-time's, which a browser has as well")]
pub fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn only_the_race_that_was_asked_for_last_begins() {
        let ((commands, incoming), (outgoing, reports)) = (channel(), channel());
        let mut server = Server::new(incoming, outgoing, Arc::default());
        for hidden_size in 2..=5 {
            let mut race = Race::default();
            (race.shared.length, race.shared.hidden_size) = (3, hidden_size);
            commands.send(Command::Begin(Box::new(race))).unwrap();
        }
        assert!(server.take_all() && server.racers.is_empty(), "none is begun in vain");
        assert!(!server.slice(Duration::from_millis(8)));
        let report = reports.try_recv().unwrap();
        let units = report.cells.iter().map(|cell| cell.latest.probe.as_ref().unwrap().trace.hidden_size());
        assert_eq!((report.heard, units.collect::<Vec<_>>()), (4, vec![5, 5, 5]));
    }

    #[test]
    fn it_rests_at_the_step_that_was_set() {
        let ((commands, incoming), (outgoing, reports)) = (channel(), channel());
        let mut server = Server::new(incoming, outgoing, Arc::default());
        let mut race = Race::default();
        (race.shared.length, race.shared.hidden_size) = (3, 2);
        for command in [Command::Begin(Box::new(race)), Command::Until(Some(37)), Command::Run(true)] {
            commands.send(command).unwrap();
        }
        while server.slice(Duration::from_millis(8)) {
            commands.send(Command::Taken).unwrap();
        }
        let last = std::iter::from_fn(|| reports.try_recv().ok()).last().unwrap();
        assert_eq!((last.steps, server.is_running), (37, false));
    }

    #[test]
    fn a_chunk_grows_to_its_time_and_shrinks_at_once() {
        let ms = Duration::from_millis;
        assert_eq!(steps_in(ms(2), Duration::from_micros(100), 1), 2);
        assert_eq!(steps_in(ms(2), Duration::from_micros(1600), 16), 20);
        assert_eq!(steps_in(ms(2), ms(40), 16), 1);
    }
}
