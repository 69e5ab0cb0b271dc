"""The training loop: seeded, resumable, its log one JSON line a report."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_build.train.batches import epoch_batches, make_batch
from graph_build.train.examples import Example, Window, tile
from graph_build.train.settings import Settings

Module = Any


@dataclass(frozen=True)
class Run:
    """What the training of one network (that of the first seed) needs, and the folder it fills."""

    settings: Settings
    base: Path
    folder: Path
    learn: Sequence[Example]
    tune: Sequence[Example]


def train(run: Run) -> Path:
    """Train from the start or from the last checkpoint; gives the file of the final weights."""
    import torch

    from graph_build.train.network import load_network

    chosen = run.settings
    torch.set_num_threads(chosen.threads)
    torch.manual_seed(chosen.seeds[0])
    run.folder.mkdir(parents=True, exist_ok=True)
    network = load_network(run.base, dropout=chosen.dropout, link_size=chosen.link_size)
    plan: list[list[Window]] = []
    epoch_ends: list[int] = []
    for epoch in range(chosen.epochs):
        seed = 1000 * chosen.seeds[0] + epoch
        plan += epoch_batches(run.learn, chosen.window, chosen.batch, seed)
        epoch_ends.append(len(plan))
    optimizer = _optimizer(network, chosen)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: _rate(step, len(plan), chosen.warmup, chosen.cooldown)
    )
    state = _State(run.folder / "checkpoint.pt", network, optimizer, schedule)
    first = state.resume()
    log = _Log(run.folder / "log.jsonl", len(plan))
    network.train()
    for step in range(first, len(plan)):
        batch = make_batch(plan[step])
        _, losses = network(batch)
        loss = losses["tags"] + chosen.link_weight * sum(
            value for name, value in losses.items() if name != "tags"
        )
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), chosen.clip)
        optimizer.step()
        schedule.step()
        log.add(step, {k: float(v.detach()) for k, v in losses.items()}, int(batch.real.sum()))
        if (step + 1) % chosen.save_every == 0:
            state.save(step + 1)
        if step + 1 in epoch_ends:
            log.write({"step": step + 1, "held_out": held_out_losses(network, run.tune, chosen)})
            epoch = epoch_ends.index(step + 1) + 1
            torch.save(network.state_dict(), run.folder / f"epoch{epoch}.pt")
    torch.save(network.state_dict(), run.folder / "final.pt")
    return run.folder / "final.pt"


def held_out_losses(
    network: Module, examples: Sequence[Example], chosen: Settings
) -> dict[str, float]:
    """Mean losses over the held-out articles."""
    import torch

    network.eval()
    totals: dict[str, float] = {}
    groups = [tile(x, chosen.window, 0)[: chosen.batch] for x in examples]
    with torch.no_grad():
        for group in groups:
            _, losses = network(make_batch(group))
            for name, value in losses.items():
                totals[name] = totals.get(name, 0.0) + float(value) / len(groups)
    network.train()
    return {name: round(value, 4) for name, value in totals.items()}


def _optimizer(network: Module, chosen: Settings) -> Module:
    import torch

    encoder, decayed, plain = [], [], []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.") and parameter.dim() > 1:
            encoder.append(parameter)
        elif name.startswith("encoder."):
            plain.append(parameter)
        else:
            decayed.append(parameter)
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": chosen.encoder_rate, "weight_decay": chosen.weight_decay},
            {"params": plain, "lr": chosen.encoder_rate, "weight_decay": 0.0},
            {"params": decayed, "lr": chosen.head_rate, "weight_decay": chosen.weight_decay},
        ],
        fused=True,
    )


def _rate(step: int, steps: int, warmup: float, cooldown: float) -> float:
    """Up in a straight line, level, and down to 0 over the last part.

    Level in the middle, so that a run stopped there can be resumed with more or fewer epochs.
    """
    rise, fall = max(1.0, steps * warmup), max(1.0, steps * cooldown)
    return min(1.0, (step + 1) / rise, max(0.0, (steps - step) / fall))


@dataclass(frozen=True)
class _State:
    """Everything that a stopped training needs to go on as if it had not been stopped."""

    file: Path
    network: Any
    optimizer: Any
    schedule: Any

    def save(self, step: int) -> None:
        import torch

        part = self.file.with_suffix(".part")
        torch.save(
            {
                "step": step,
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "schedule": self.schedule.state_dict(),
                "random": torch.get_rng_state(),
            },
            part,
        )
        part.replace(self.file)

    def resume(self) -> int:
        import torch

        if not self.file.exists():
            return 0
        held = torch.load(self.file, weights_only=True)
        self.network.load_state_dict(held["network"])
        self.optimizer.load_state_dict(held["optimizer"])
        self.schedule.load_state_dict(held["schedule"])
        torch.set_rng_state(held["random"])
        return int(held["step"])


class _Log:
    """Mean losses every 50 steps, one JSON object a line."""

    def __init__(self, file: Path, steps: int) -> None:
        self.file = file
        self.steps = steps
        self._sums: dict[str, float] = {}
        self._count = 0
        self._pieces = 0
        self._since = time.perf_counter()

    def add(self, step: int, losses: dict[str, float], pieces: int) -> None:
        for name, value in losses.items():
            self._sums[name] = self._sums.get(name, 0.0) + value
        self._count += 1
        self._pieces += pieces
        if self._count < 50 and step + 1 < self.steps:
            return
        means = {k: round(v / self._count, 4) for k, v in self._sums.items()}
        seconds = time.perf_counter() - self._since
        speed = round(self._pieces / seconds)
        self.write({"step": step + 1, "of": self.steps, **means, "pieces_per_s": speed})
        self._sums, self._count, self._pieces = {}, 0, 0
        self._since = time.perf_counter()

    def write(self, row: dict[str, Any]) -> None:
        with self.file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
