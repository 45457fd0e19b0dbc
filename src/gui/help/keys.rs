//! The keys, as the overlay lists them.

/// What stands on the keys, and the `x` of `keys-x` for what they do.
pub const KEYS: &[(&[&str], &str)] = &[
    (&["Space"], "play"),
    (&["←", "→"], "steps"),
    (&["Shift+←", "→"], "stages"),
    (&["Home", "End"], "ends"),
    (&["1", "…", "9"], "presets"),
    (&["Page ↓", "↑"], "turn"),
    (&["R"], "reset"),
    (&["G"], "ghost"),
    (&["Ctrl+Z", "Y"], "undo"),
    (&["Ctrl+O", "S"], "files"),
    (&["Ctrl++", "−", "0"], "zoom"),
    (&["F9"], "projector"),
    (&["F11"], "full-screen"),
    (&["Tab"], "tab"),
    (&["←", "→"], "arrows"),
    (&["Enter"], "paint"),
    (&["P"], "pin"),
    (&["M"], "menu"),
    (&["?", "F1"], "help"),
    (&["Esc"], "close"),
];
