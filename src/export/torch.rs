//! A training run as lines of Python: the same network, start and training loop in PyTorch.

use std::fmt::Write;

use crate::engine::cell::CellKind;
use crate::engine::training::{COLOURS, Setup, Start};

/// The lines that build the network of a setup and train it for so many steps.
///
/// Its weights and sequences are PyTorch's own draws: the same distributions as here, other numbers.
#[must_use]
pub fn torch_text(setup: &Setup, steps: usize) -> String {
    let Setup { kind, length, hidden_size, batch, learning_rate, noise, clip, seed, .. } = *setup;
    let (module, rest) = (kind.name(), length.saturating_sub(1));
    let start = start_lines(setup).into_iter().fold(String::new(), |mut text, line| {
        // Writing into a text cannot fail.
        let _written = writeln!(text, "    {line}");
        text
    });
    let start = if start.is_empty() { start } else { format!("with torch.no_grad():\n{start}") };
    format!(
        "import torch
from torch import nn
torch.manual_seed({seed})
rnn, readout = nn.{module}({COLOURS}, {hidden_size}, batch_first=True), nn.Linear({hidden_size}, {COLOURS})
{start}parameters = [*rnn.parameters(), *readout.parameters()]
adam = torch.optim.Adam(parameters, lr={learning_rate})
for step in range({steps}):
    colour = 2 * torch.rand({batch}, {COLOURS}) - 1
    x = torch.cat([colour[:, None], {noise} * torch.randn({batch}, {rest}, {COLOURS})], dim=1)
    loss = nn.functional.mse_loss(readout(rnn(x)[0][:, -1]), colour)
    adam.zero_grad(); loss.backward()
    nn.utils.clip_grad_norm_(parameters, {clip}); adam.step()
"
    )
}

/// What a start does to PyTorch's own weights; nothing where it means nothing for the cell. The rows
/// of a gate follow PyTorch's order: i, f, g, o and r, z, n.
fn start_lines(setup: &Setup) -> Vec<String> {
    let Setup { kind, length, hidden_size: h, start, .. } = *setup;
    if !start.means_something_for(kind) {
        return Vec::new();
    }
    let keeps = format!("{}:{}", h, 2 * h);
    let drawn = format!("torch.empty({h}).uniform_(1, {}).log()", length.saturating_sub(1).max(1));
    match (start, kind) {
        (Start::Forget(n), _) => vec![format!("rnn.bias_ih_l0[{keeps}] += {n}")],
        (Start::Chrono, CellKind::Lstm) => vec![
            "rnn.bias_ih_l0.zero_(); rnn.bias_hh_l0.zero_()".to_owned(),
            format!("rnn.bias_ih_l0[{keeps}] = {drawn}"),
            format!("rnn.bias_ih_l0[:{h}] = -rnn.bias_ih_l0[{keeps}]"),
        ],
        (Start::Chrono, _) => {
            vec![format!("rnn.bias_hh_l0[{keeps}] = 0; rnn.bias_ih_l0[{keeps}] = {drawn}")]
        }
        (Start::Identity, _) => vec![
            "nn.init.eye_(rnn.weight_hh_l0)".to_owned(),
            "rnn.bias_ih_l0.zero_(); rnn.bias_hh_l0.zero_()".to_owned(),
        ],
        (Start::Torch, _) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(kind: CellKind, start: Start) -> String {
        torch_text(&Setup { kind, start, ..Setup::default() }, 300)
    }

    #[test]
    fn a_run_is_written_as_a_handful_of_lines() {
        let forget = text(CellKind::Lstm, Start::Forget(2.0));
        assert!(forget.lines().count() <= 15, "{forget}");
        for line in [
            "rnn, readout = nn.LSTM(3, 16, batch_first=True), nn.Linear(16, 3)",
            "    rnn.bias_ih_l0[16:32] += 2",
            "adam = torch.optim.Adam(parameters, lr=0.01)",
            "    x = torch.cat([colour[:, None], 0.1 * torch.randn(64, 19, 3)], dim=1)",
            "    nn.utils.clip_grad_norm_(parameters, 1); adam.step()",
        ] {
            assert!(forget.lines().any(|other| other == line), "{line}\n{forget}");
        }
    }

    #[test]
    fn a_start_stands_where_it_means_something() {
        for kind in CellKind::ALL {
            for start in [Start::Torch, Start::Forget(3.0), Start::Chrono, Start::Identity] {
                let has_lines = text(kind, start).contains("no_grad");
                assert_eq!(has_lines, start != Start::Torch && start.means_something_for(kind), "{kind} {start}");
            }
        }
        assert!(text(CellKind::Gru, Start::Chrono).contains("uniform_(1, 19).log()"));
        assert!(text(CellKind::Rnn, Start::Identity).contains("nn.init.eye_(rnn.weight_hh_l0)"));
    }
}
