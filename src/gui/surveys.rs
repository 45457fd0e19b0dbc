//! What follows from the scene but takes too long for a frame: its map, and tell-apart.

use eframe::egui::Context;

use super::background::Background;
use crate::engine::EngineError;
use crate::engine::survival::{MapRequest, OneUnit, Sequence, TellApart};
use crate::scene::{Scene, Survey, Surveyed};
use crate::working::Network;

/// The number of points with which requests for maps are compared; any would do.
const COMPARED: usize = 2;

/// The scene's map and tell-apart, as far as they have been computed.
pub struct Surveys {
    /// The scene as it was when it was last looked at.
    seen: Option<Scene>,
    map: Background<Survey>,
    map_of: Option<MapRequest>,
    map_number: u64,
    picture: Option<Picture>,
    /// How many pictures there have been.
    pictures: u64,
    /// When something was last asked for by a map at rest, or last arrived.
    since: f64,
    told_apart: [ToldApart; 2],
}

/// A map that has arrived.
pub struct Picture {
    /// Another for every picture.
    pub serial: u64,
    /// The map, or why there is none.
    pub map: Result<Surveyed, EngineError>,
    number: u64,
}

/// How a map stands.
pub struct MapState<'a> {
    /// The latest picture.
    pub picture: Option<&'a Picture>,
    /// Whether it is of the scene as it is now.
    pub is_of_now: bool,
    /// While something is being computed: for how many seconds nothing has arrived, and the part
    /// that is done.
    pub busy: Option<(f64, f32)>,
}

/// One network's tell-apart.
struct ToldApart {
    work: Background<TellApart>,
    of: Option<(OneUnit, Sequence)>,
    share: Option<f64>,
    /// The request that the share is of, and the latest one.
    share_number: u64,
    number: u64,
}

/// How well the ends with the message are told from those without it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Told {
    /// The share judged right, once there is one.
    pub share: Option<f64>,
    /// Whether it is of the scene as it is now.
    pub is_of_now: bool,
}

impl Surveys {
    /// Nothing computed yet.
    #[must_use]
    pub fn new() -> Self {
        let told_apart =
            || ToldApart { work: Background::new("tell-apart"), of: None, share: None, share_number: 0, number: 0 };
        Self {
            seen: None,
            map: Background::new("map"),
            map_of: None,
            map_number: 0,
            picture: None,
            pictures: 0,
            since: 0.0,
            told_apart: [told_apart(), told_apart()],
        }
    }

    /// Takes what has arrived.
    pub fn collect(&mut self, ctx: &Context) {
        for done in self.map.collect(ctx) {
            self.since = now(ctx);
            if self.map_of.is_some() {
                self.show(done.output, done.number);
            }
        }
        for told in &mut self.told_apart {
            if let Some(done) = told.work.collect(ctx).pop() {
                told.share = done.output.ok().filter(|_| told.of.is_some());
                told.share_number = done.number;
            }
        }
    }

    /// Asks for what the scene needs and was not asked for yet.
    pub fn follow(&mut self, ctx: &Context, scene: &Scene) {
        if self.seen.as_ref() == Some(scene) {
            return;
        }
        self.seen = Some(scene.clone());
        self.follow_map(ctx, scene);
        for (told, network) in self.told_apart.iter_mut().zip([Network::Rnn, Network::Lstm]) {
            told.follow(ctx, scene, network);
        }
    }

    fn follow_map(&mut self, ctx: &Context, scene: &Scene) {
        if !scene.layers.map {
            self.map_of = None;
            self.picture = None;
            return;
        }
        let wanted = Some(scene.map_request(COMPARED));
        if self.map_of == wanted {
            return;
        }
        self.map_of = wanted;
        if !self.map.is_busy() {
            self.since = now(ctx);
        }
        match Survey::of(scene) {
            Ok(works) => self.map_number = self.map.ask(ctx, works),
            Err(error) => {
                self.map_number = self.map.ask(ctx, Vec::new());
                self.show(Err(error), self.map_number);
            }
        }
    }

    /// Shows another picture. No two have the same serial, even if the map was folded in between:
    /// whoever keeps one by its serial keeps the right one.
    fn show(&mut self, map: Result<Surveyed, EngineError>, number: u64) {
        self.pictures += 1;
        self.picture = Some(Picture { serial: self.pictures, map, number });
    }

    /// How the map stands.
    #[must_use]
    pub fn map(&self, now: f64) -> MapState<'_> {
        MapState {
            picture: self.picture.as_ref(),
            is_of_now: self.picture.as_ref().is_some_and(|picture| picture.number == self.map_number),
            busy: self.map.is_busy().then(|| (now - self.since, self.map.progress())),
        }
    }

    /// How well a network's ends are told apart; none where there is no noise.
    #[must_use]
    pub fn told_apart(&self, network: Network) -> Option<Told> {
        let [rnn, lstm] = &self.told_apart;
        let told = match network {
            Network::Rnn => rnn,
            Network::Lstm => lstm,
        };
        told.of.as_ref().map(|_| Told { share: told.share, is_of_now: told.share_number == told.number })
    }

    /// Whether anything is being computed.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.map.is_busy() || self.told_apart.iter().any(|told| told.work.is_busy())
    }
}

impl Default for Surveys {
    fn default() -> Self {
        Self::new()
    }
}

impl ToldApart {
    fn follow(&mut self, ctx: &Context, scene: &Scene, network: Network) {
        if scene.noise == 0.0 {
            self.of = None;
            self.share = None;
            return;
        }
        let wanted = Some((scene.one_unit(network), scene.sequence()));
        if self.of == wanted {
            return;
        }
        let work = wanted.clone().and_then(|(network, sequence)| TellApart::new(network, sequence).ok());
        self.of = wanted;
        if work.is_none() {
            // There is no such share; an older one would be false.
            self.share = None;
        }
        self.number = self.work.ask(ctx, work.into_iter().collect());
    }
}

fn now(ctx: &Context) -> f64 {
    ctx.input(|input| input.time)
}
