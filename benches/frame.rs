//! What one frame of the pages Explore, Lesson and Train costs in CPU time, without a screen: the page itself
//! and the triangles that it hands to the graphics card.
//!
//! ```text
//! cargo bench --bench frame
//! ```
//!
//! CPU time and not the clock on the wall: other programs on the machine take less part in it.
//! They still take some (caches, the other half of a core), so the ceilings are said and not
//! enforced. With the map, which is computed beside the frames, it is the clock on the wall that
//! counts: frames come 60 times a second, as on a screen, and none may wait for it. The ratio of the
//! two kinds of frames depends less on the machine than either.

use std::error::Error;
use std::time::{Duration, Instant};

use cpu_time::{ProcessTime, ThreadTime};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, ViewportId, ViewportInfo, pos2,
};
use paint_dilution::gui::lesson::Lesson;
use paint_dilution::gui::training::Race;
use paint_dilution::gui::{App, Document, Look, Page, Settings, State, fonts, theme};
use paint_dilution::lesson::Progress;
use paint_dilution::locale::{Language, Words};
use paint_dilution::scene::{Layers, Scene, blue_then_grey};

/// The window's inner size, in points, at one pixel a point.
const SIZE: [f32; 2] = [1280.0, 800.0];
/// Frames before the first that counts: fonts, caches and animations come to rest.
const WARM_UP: usize = 60;
/// Frames that count.
const FRAMES: usize = 300;

/// A scene, and what the median of its frames should not exceed, in milliseconds.
struct Case {
    name: &'static str,
    length: usize,
    noise: f64,
    map: bool,
    ceiling: f64,
}

const CASES: [Case; 3] = [
    Case { name: "T = 24", length: 24, noise: 0.0, map: false, ceiling: 4.0 },
    Case { name: "T = 1000", length: 1000, noise: 0.0, map: false, ceiling: 12.0 },
    // Noise makes every curve jagged, and so as long as it gets.
    Case { name: "T = 1000, σ = 0.5", length: 1000, noise: 0.5, map: false, ceiling: 12.0 },
];

/// With the map visible, by the clock on the wall.
const MAPS: [Case; 2] = [
    Case { name: "map 96×96, T = 100", length: 100, noise: 0.0, map: true, ceiling: 16.0 },
    Case { name: "map, tell-apart", length: 100, noise: 0.3, map: true, ceiling: 16.0 },
];

fn main() -> Result<(), Box<dyn Error>> {
    let [width, height] = SIZE;
    println!(
        "One frame of Explore at {width} × {height}, valves, curves, weights and gradient open: CPU ms, median (95 %) of {FRAMES} frames"
    );
    println!("{:<18}  {:<15}  {:<15}  ratio", "", "nothing changes", "a slider moves");
    for case in CASES {
        let still = still(&case)?;
        let moving = moving(&case)?;
        let over = |times: &Times| if times.median > case.ceiling { "over" } else { "within" };
        println!(
            "{:<18}  {:<15}  {:<15}  {:>4.2} ×   {} and {} {} ms",
            case.name,
            still.to_string(),
            moving.to_string(),
            moving.median / still.median,
            over(&still),
            over(&moving),
            case.ceiling,
        );
    }
    println!();
    println!("A slider moves 60 times a second with the map in view: wall ms, median (95 %) of {FRAMES} frames");
    for case in MAPS {
        let (times, maps_a_second) = moving_with_map(&case)?;
        let over = if times.median > case.ceiling { "over" } else { "within" };
        println!("{:<18}  {times:<15}  {over} {} ms; {maps_a_second:.0} maps a second", case.name, case.ceiling);
    }
    println!();
    println!("Lesson, the scene and a challenge over 20 seeds: CPU ms, median (95 %) of {FRAMES} frames");
    println!("{:<18}  {:<15}  {:<15}  ratio", "", "nothing changes", "a slider moves");
    let (still, moving) = challenge()?;
    let over = if moving.median > LESSON { "over" } else { "within" };
    let ratio = moving.median / still.median;
    println!("{:<18}  {still:<15}  {moving:<15}  {ratio:>4.2} ×   {over} {LESSON} ms", "7D");
    println!();
    println!(
        "Train, 60 times a second, all three cells: CPU ms of the window's thread, median (95 %) of {FRAMES} frames"
    );
    println!("{:<18}  {:<15}  {:<15}", "", "at rest", "training");
    for race in RACES {
        let (rests, trains, steps_a_second) = training(&race)?;
        let over = if trains.median > race.ceiling { "over" } else { "within" };
        println!(
            "{:<18}  {rests:<15}  {trains:<15}  {over} {} ms; {steps_a_second:.0} steps a second",
            race.name, race.ceiling
        );
    }
    Ok(())
}

/// The challenge whose goals take the most to weigh, and what the median of its frames should not exceed.
const CHALLENGE: &str = "door-that-shuts-itself";
const LESSON: f64 = 8.0;

/// What frames of a challenge take while nothing changes, and while a slider is dragged on and its goals
/// are weighed anew.
fn challenge() -> Result<(Times, Times), Box<dyn Error>> {
    let settings =
        Settings { language: Language::English, theme: Look::Light, page: Page::Lesson, ..Settings::first() };
    let mut window = Window::new(Document::first(), settings);
    window.app.state.lesson = Lesson::new(Progress { place: Some(CHALLENGE.to_owned()), ..Progress::default() });
    for _ in 0..WARM_UP {
        window.frame(Vec::new());
    }
    let still = Times::of((0..FRAMES).map(|_| window.frame(Vec::new()).cpu).collect());
    let rail = window.slider("part-i", "b")?;
    let place = |frame: usize| pos2(rail.center().x + whole(frame * 7 % 40) * rail.width() / 100.0, rail.center().y);
    window.press(place(0));
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 1..=FRAMES {
        let before = window.app.state.lesson.visit.live.document.scene.lstm.i.b;
        times.push(window.frame(vec![Event::PointerMoved(place(frame))]).cpu);
        if window.app.state.lesson.visit.live.document.scene.lstm.i.b == before {
            return Err(format!("the slider did not move in frame {frame}").into());
        }
    }
    Ok((still, Times::of(times)))
}

/// A race, and what the median of its frames should not exceed, in milliseconds.
struct RaceCase {
    name: &'static str,
    length: usize,
    hidden_size: usize,
    ceiling: f64,
}

const RACES: [RaceCase; 3] = [
    RaceCase { name: "T = 20, H = 16", length: 20, hidden_size: 16, ceiling: 8.0 },
    RaceCase { name: "T = 100, H = 32", length: 100, hidden_size: 32, ceiling: 8.0 },
    RaceCase { name: "T = 200, H = 128", length: 200, hidden_size: 128, ceiling: 8.0 },
];

/// What frames of the page Train take while nothing happens and while all cells learn, and how many
/// training steps all of them do in a second.
fn training(case: &RaceCase) -> Result<(Times, Times, f64), Box<dyn Error>> {
    let mut race = Race::default();
    (race.shared.length, race.shared.hidden_size) = (case.length, case.hidden_size);
    let settings =
        Settings { language: Language::English, theme: Look::Light, page: Page::Train, race, ..Settings::first() };
    let mut window = Window::new(Document::first(), settings);
    let until = now() + Duration::from_secs(60);
    while window.app.state.training.learners.is_empty() {
        window.frame(Vec::new());
        std::thread::sleep(Duration::from_millis(5));
        if now() > until {
            return Err(format!("{}: nothing arrives", case.name).into());
        }
    }
    let rests = window.paced(FRAMES / 3);
    let (key, physical_key, modifiers) = (Key::Space, None, Modifiers::NONE);
    window.frame(vec![Event::Key { key, physical_key, pressed: true, repeat: false, modifiers }]);
    window.paced(WARM_UP);
    let (first, start) = (window.app.state.training.steps, now());
    let trains = window.paced(FRAMES);
    #[expect(clippy::cast_precision_loss, reason = "some thousand steps")]
    let steps = (window.app.state.training.steps - first) as f64;
    Ok((rests, trains, steps / start.elapsed().as_secs_f64()))
}

/// What frames take by the clock on the wall while a weight of the LSTM is dragged on and the map
/// follows it, and how many maps arrive in a second.
fn moving_with_map(case: &Case) -> Result<(Times, f64), Box<dyn Error>> {
    let mut window = Window::open(case)?;
    let rail = window.slider("part-i", "w")?;
    let place = |frame: usize| pos2(rail.center().x + whole(frame * 7 % 40) * rail.width() / 100.0, rail.center().y);
    window.press(place(0));
    let serial =
        |window: &Window| window.app.state.explore.surveys.map(0.0).picture.map_or(0, |picture| picture.serial);
    let (first, start) = (serial(&window), now());
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 1..=FRAMES {
        let begun = now();
        window.frame(vec![Event::PointerMoved(place(frame))]);
        times.push(begun.elapsed());
        std::thread::sleep(Duration::from_secs_f64(1.0 / 60.0).saturating_sub(begun.elapsed()));
    }
    #[expect(clippy::cast_precision_loss, reason = "some hundred maps")]
    let maps = (serial(&window) - first) as f64;
    Ok((Times::of(times), maps / start.elapsed().as_secs_f64()))
}

#[expect(clippy::disallowed_methods, reason = "a bench never runs in a browser")]
fn now() -> Instant {
    Instant::now()
}

/// Frames in which nothing changes.
fn still(case: &Case) -> Result<Times, Box<dyn Error>> {
    let mut window = Window::open(case)?;
    Ok(Times::of((0..FRAMES).map(|_| window.frame(Vec::new()).cpu).collect()))
}

/// Frames in each of which the RNN's u is dragged on, and everything is computed anew.
fn moving(case: &Case) -> Result<Times, Box<dyn Error>> {
    let mut window = Window::open(case)?;
    let rail = window.slider("network-rnn", "u")?;
    // The right half of the rail, from no recurrence to a strong one.
    let place = |frame: usize| pos2(rail.center().x + whole(frame * 7 % 40) * rail.width() / 100.0, rail.center().y);
    window.press(place(0));
    let mut times = Vec::with_capacity(FRAMES);
    for frame in 1..=FRAMES {
        let before = window.app.state.explore.document.scene.rnn.u;
        times.push(window.frame(vec![Event::PointerMoved(place(frame))]).cpu);
        if window.app.state.explore.document.scene.rnn.u == before {
            return Err(format!("the slider did not move in frame {frame}").into());
        }
    }
    Ok(Times::of(times))
}

/// The window without a screen.
struct Window {
    ctx: Context,
    app: App,
    frames: usize,
}

/// What a frame took, and what it said to assistive technology.
struct Frame {
    cpu: Duration,
    spoken: Option<eframe::egui::accesskit::TreeUpdate>,
}

impl Window {
    /// Opens it on a scene with every layer open, or valves, weights and map, and lets it come to rest.
    fn open(case: &Case) -> Result<Self, Box<dyn Error>> {
        let settings = Settings { language: Language::English, theme: Look::Light, ..Settings::first() };
        let mut document = Document::first();
        // The map where it is seen without scrolling: with everything open it stands below the window.
        let rest = !case.map;
        let layers = Layers { valves: true, curves: rest, weights: true, gradient: rest, map: case.map };
        let paints = blue_then_grey(case.length);
        document.scene = Scene { paints, noise: case.noise, layers, ..Scene::default() };
        let mut window = Self::new(document, settings);
        for _ in 0..WARM_UP {
            window.frame(Vec::new());
        }
        // In place of curves there would be a sentence, which is drawn in no time.
        if let Err(error) = &window.app.state.explore.computed.run {
            return Err(format!("{}: {error}", case.name).into());
        }
        Ok(window)
    }

    /// A window that has not been drawn yet.
    fn new(document: Document, settings: Settings) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        theme::apply(&ctx);
        Self { ctx, app: App::new(State::new(document, settings, false), None), frames: 0 }
    }

    /// Draws frames 60 times a second, as on a screen; what each costs this thread.
    fn paced(&mut self, frames: usize) -> Times {
        let frame = |window: &mut Self| {
            let (begun, start) = (now(), ThreadTime::now());
            window.frame(Vec::new());
            let cpu = start.elapsed();
            std::thread::sleep(Duration::from_secs_f64(1.0 / 60.0).saturating_sub(begun.elapsed()));
            cpu
        };
        Times::of((0..frames).map(|_| frame(self)).collect())
    }

    /// Draws one frame, 1/60 s after the last.
    fn frame(&mut self, events: Vec<Event>) -> Frame {
        let viewport = ViewportInfo { native_pixels_per_point: Some(1.0), focused: Some(true), ..Default::default() };
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE.into())),
            time: Some(f64::from(whole(self.frames)) / 60.0),
            viewports: std::iter::once((ViewportId::ROOT, viewport)).collect(),
            focused: true,
            events,
            ..RawInput::default()
        };
        self.frames += 1;
        let start = ProcessTime::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.frame_ui(ui));
        let triangles = self.ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        drop(std::hint::black_box(triangles));
        let cpu = start.elapsed();
        output.textures_delta.clear();
        Frame { cpu, spoken: output.platform_output.accesskit_update.take() }
    }

    /// Moves the pointer there and presses its button.
    fn press(&mut self, pos: Pos2) {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![Event::PointerButton { pos, button, pressed: true, modifiers }]);
    }

    /// Where the slider of a weight stands, as it says itself.
    fn slider(&mut self, part: &str, term: &str) -> Result<Rect, Box<dyn Error>> {
        let words = Words::new(Language::English);
        let name = words.with("weight-name", &[("part", words.text(part)), ("term", term.to_owned())]);
        self.ctx.enable_accesskit();
        let spoken = self.frame(Vec::new()).spoken;
        self.ctx.disable_accesskit();
        let nodes = spoken.map(|update| update.nodes).unwrap_or_default();
        let slider = nodes.iter().find(|(_, node)| node.role() == Role::Slider && node.label() == Some(&name));
        let bounds =
            slider.and_then(|(_, node)| node.bounds()).ok_or_else(|| format!("there is no slider \"{name}\""))?;
        #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
        let rect =
            Rect::from_min_max(pos2(bounds.x0 as f32, bounds.y0 as f32), pos2(bounds.x1 as f32, bounds.y1 as f32));
        Ok(rect)
    }
}

/// What frames took, in milliseconds.
struct Times {
    median: f64,
    most: f64,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
        Self { median: at(50).as_secs_f64() * 1e3, most: at(95).as_secs_f64() * 1e3 }
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&format!("{:.2} ({:.2})", self.median, self.most))
    }
}

#[expect(clippy::cast_precision_loss, reason = "some thousand frames at most")]
fn whole(number: usize) -> f32 {
    number as f32
}
