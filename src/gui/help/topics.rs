//! Every topic of the overlay, in its order.

/// Topics that are listed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The `x` of its heading `help-group-x`.
    pub name: &'static str,
    /// Its topics.
    pub topics: &'static [&'static str],
}

/// All of them, from the top of the page to its foot.
pub const GROUPS: &[Group] = &[
    Group { name: "page", topics: &["question", "layers"] },
    Group { name: "network", topics: &["headline", "paints", "states", "start", "message", "sentence", "facts"] },
    Group {
        name: "lstm",
        topics: &[
            "pipe",
            "valve-f",
            "drain",
            "plus",
            "valve-i",
            "candidate",
            "tank",
            "copy",
            "tanh",
            "valve-o",
            "light",
            "pin",
            "sources",
            "equations",
        ],
    },
    Group { name: "rnn", topics: &["rnn-pipe", "times-u", "times-w", "rnn-tank"] },
    Group {
        name: "curves",
        topics: &["plot-rnn", "plot-gates", "plot-states", "plot-lstm", "plot-blue-left", "plot-gradient", "plot-map"],
    },
    Group {
        name: "sliders",
        topics: &[
            "group",
            "paste",
            "length",
            "noise",
            "seed",
            "follow",
            "weight-w",
            "weight-u",
            "weight-b",
            "hold",
            "half-life",
            "reset",
            "ghosts",
        ],
    },
    Group {
        name: "race",
        topics: &[
            "task",
            "roads",
            "race-cells",
            "hidden-size",
            "batch",
            "learning-rate",
            "start-weights",
            "run",
            "once",
            "reset-training",
            "train-status",
        ],
    },
    Group {
        name: "learners",
        topics: &[
            "recall-error",
            "signal",
            "first-colour",
            "answers",
            "inside-of",
            "heat-gate",
            "heat-state",
            "hold-trained",
            "held-error",
            "half-lives",
            "open-unit",
            "unit",
            "unit-curves",
            "unit-block",
            "copy-torch",
            "horizon",
            "horizon-chart",
            "horizon-reach",
            "horizon-progress",
            "horizon-buttons",
        ],
    },
    Group {
        name: "lesson",
        topics: &[
            "chapters",
            "screens",
            "lesson-text",
            "question-card",
            "challenge-card",
            "stars",
            "parts-strip",
            "lesson-controls",
            "lesson-training",
            "turn",
        ],
    },
    Group { name: "transport", topics: &["steps", "play", "now", "scrub", "stages", "loop", "speed"] },
    Group {
        name: "top",
        topics: &["pages", "file", "export", "settings", "scenes", "undo", "language", "theme", "help"],
    },
];
