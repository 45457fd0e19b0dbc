//! What is left of the message: blue left, shade left, tell-apart, half-life, gradient, map.
