//! Work beside the frames: its order, its end, and what comes after a defect.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::*;

/// Counts down to 0, then gives its name; every slice waits for a permit, if there is a gate.
struct Count {
    name: &'static str,
    left: usize,
    gate: Option<Receiver<()>>,
    dropped: Arc<AtomicUsize>,
}

impl Work for Count {
    type Output = &'static str;

    fn step(&mut self) -> Option<&'static str> {
        if let Some(gate) = &self.gate {
            gate.recv().ok();
        }
        self.left -= 1;
        (self.left == 0).then_some(self.name)
    }

    fn progress(&self) -> f32 {
        0.5
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        self.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

fn count(name: &'static str, left: usize) -> Count {
    Count { name, left, gate: None, dropped: Arc::default() }
}

/// A work whose slices are let through one by one.
fn gated(name: &'static str, left: usize) -> (Count, Sender<()>) {
    let (permits, gate) = channel();
    (Count { name, left, gate: Some(gate), dropped: Arc::default() }, permits)
}

/// Waits until the work in hand says that it has begun.
fn wait_until_begun(background: &mut Background<Count>) -> Vec<&'static str> {
    let ctx = Context::default();
    let mut names = Vec::new();
    while background.progress() == 0.0 {
        names.extend(background.collect(&ctx).into_iter().map(|done| done.output));
        std::thread::sleep(Duration::from_millis(1));
    }
    names
}

fn names(background: &mut Background<Count>) -> Vec<&'static str> {
    let ctx = Context::default();
    let mut names = Vec::new();
    for _ in 0..2000 {
        names.extend(background.collect(&ctx).into_iter().map(|done| done.output));
        if !background.is_busy() {
            return names;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("it is still busy; so far {names:?}");
}

#[test]
fn works_of_one_request_are_done_in_order() {
    let mut background = Background::new("counting");
    assert!(!background.is_busy());
    background.ask(&Context::default(), vec![count("coarse", 3), count("fine", 5)]);
    assert!(background.is_busy());
    assert_eq!(names(&mut background), ["coarse", "fine"]);
}

#[test]
fn the_first_work_that_has_begun_is_finished_and_of_what_waits_the_newest_is_next() {
    let ctx = Context::default();
    let mut background = Background::new("counting");
    let (first, permits) = gated("first", 4);
    let finer = count("first, finer", 1);
    background.ask(&ctx, vec![first, finer]);
    permits.send(()).unwrap();
    assert!(wait_until_begun(&mut background).is_empty());
    background.ask(&ctx, vec![count("second", 1)]);
    background.ask(&ctx, vec![count("third", 1)]);
    // The slice in which the newer requests arrived, and two that follow it.
    (0..3).for_each(|_| permits.send(()).unwrap_or_default());
    assert_eq!(names(&mut background), ["first", "third"]);
}

#[test]
fn a_finer_work_is_dropped_between_two_slices_for_a_newer_request() {
    let ctx = Context::default();
    let mut background = Background::new("counting");
    let (fine, permits) = gated("fine", 1000);
    let dropped = Arc::clone(&fine.dropped);
    background.ask(&ctx, vec![count("coarse", 1), fine]);
    permits.send(()).unwrap();
    assert_eq!(wait_until_begun(&mut background), ["coarse"]);
    assert!(background.is_busy(), "a coarse result is not the last");
    background.ask(&ctx, vec![count("newer", 1)]);
    permits.send(()).unwrap();
    assert_eq!(names(&mut background), ["newer"]);
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
}

#[test]
fn the_thread_ends_with_its_owner_and_leaves_nothing() {
    let mut background = Background::new("counting");
    let (endless, permits) = gated("endless", usize::MAX);
    let dropped = Arc::clone(&endless.dropped);
    background.ask(&Context::default(), vec![endless]);
    permits.send(()).unwrap();
    // Without permits the work goes on by itself: a closed gate holds nothing up.
    drop(permits);
    drop(background);
    assert_eq!(dropped.load(Ordering::SeqCst), 1);
}

#[test]
fn without_a_thread_each_frame_does_a_slice() {
    let (requests, incoming) = channel();
    let (outgoing, reports) = channel();
    let by_hand = Some(Server::new(incoming, outgoing));
    let worker = Worker { requests: Some(requests), reports, thread: None, by_hand };
    let mut background = Background { name: "counting", asked: 0, last_done: 0, progress: 0.0, worker: Some(worker) };
    let ctx = Context::default();
    background.ask(&ctx, vec![count("slow", 3)]);
    assert!(background.collect(&ctx).is_empty());
    assert_eq!(background.progress(), 0.5);
    assert!(background.collect(&ctx).is_empty());
    assert_eq!(background.collect(&ctx), [Done { number: 1, last: true, output: "slow" }]);
    assert!(!background.is_busy());
}

#[test]
fn after_work_that_panicked_another_is_done() {
    struct Panics;
    impl Work for Panics {
        type Output = ();
        fn step(&mut self) -> Option<()> {
            panic!("as a defect would");
        }
        fn progress(&self) -> f32 {
            0.0
        }
    }
    enum Either {
        Bad(Panics),
        Good,
    }
    impl Work for Either {
        type Output = ();
        fn step(&mut self) -> Option<()> {
            match self {
                Self::Bad(work) => work.step(),
                Self::Good => Some(()),
            }
        }
        fn progress(&self) -> f32 {
            0.0
        }
    }
    let ctx = Context::default();
    let mut background = Background::new("counting");
    let mut done = |work: Either| {
        background.ask(&ctx, vec![work]);
        let mut results = 0;
        for _ in 0..2000 {
            results += background.collect(&ctx).len();
            if !background.is_busy() {
                return results;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        panic!("it is still busy");
    };
    assert_eq!(done(Either::Bad(Panics)), 0);
    assert_eq!(done(Either::Good), 1);
}
