"""The training loop: AdamW with warm-up and linear decay, an average of the weights, a checkpoint an epoch."""

from __future__ import annotations

import copy
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from provaudit.attribute.train.batches import Example, Window, batches, tensors, windows
from provaudit.attribute.train.network import LAYERS, TaggerNetwork, losses

if TYPE_CHECKING:
    from tokenizers import Tokenizer


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run depends on beside the articles."""

    epochs: int = 6
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warmup: float = 0.06
    pieces: int = 4096  # in a batch, with padding
    dropout: float = 0.1
    link_weight: float = 1.0
    average: float = 0.998
    seed: int = 7
    brief: bool = True  # bfloat16 in the matrix products
    twice: str = ""  # windows whose sources or cues match this expression are read twice an epoch
    hide: float = 0.0  # the share of pieces that are masked, against learning by heart
    trust: float = 0.5  # the weight of the teachers' opinion where there are any


class Run:
    """A network under training; everything needed to go on lies in one checkpoint."""

    def __init__(self, recipe: Recipe, encoder: Path, steps: int, teachers: Sequence[Path] = ()) -> None:
        """Begin with the weights of `encoder`; `teachers` are networks that earlier runs left."""
        torch.manual_seed(recipe.seed)
        self.teachers = [_teacher(path) for path in teachers]
        self.recipe, self.steps, self.step, self.epoch = recipe, steps, 0, 0
        self.network = TaggerNetwork(recipe.dropout)
        self.network.load_encoder(encoder)
        self.averaged = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(_groups(self.network, recipe), weight_decay=0.01, betas=(0.9, 0.98))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._rate)

    def begin(self, path: Path) -> None:
        """Begin with the weights that an earlier run left."""
        weights = torch.load(path, weights_only=True)
        for network in (self.network, self.averaged):
            network.load_state_dict(weights)

    def _rate(self, step: int) -> float:
        warm = max(1, int(self.recipe.warmup * self.steps))
        return min((step + 1) / warm, max(0.02, (self.steps - step) / max(1, self.steps - warm)))

    def learn(self, batch: list[Window]) -> tuple[float, float]:
        """Take one step and return the tag loss and the link loss."""
        self.network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.recipe.brief):
            tag_loss, link_loss = losses(
                self.network, tensors(batch), self.teachers, self.recipe.trust, self.recipe.hide
            )
        self.optimizer.zero_grad(set_to_none=True)
        (tag_loss + self.recipe.link_weight * link_loss).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        self._average()
        return tag_loss.item(), link_loss.item()

    def _average(self) -> None:
        keep = min(self.recipe.average, (1 + self.step) / (10 + self.step))
        pairs = zip(self.averaged.parameters(), self.network.parameters(), strict=True)
        with torch.no_grad():
            for mean, now in pairs:
                mean.lerp_(now, 1 - keep)

    def save(self, path: Path) -> None:
        """Write the checkpoint, whole or not at all."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "averaged", "optimizer", "schedule")}
        state = {**parts, "step": self.step, "epoch": self.epoch, "steps": self.steps, "torch": torch.get_rng_state()}
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint that `save` wrote."""
        state: dict[str, Any] = torch.load(path, weights_only=True)
        for name in ("network", "averaged", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(state[name])
        self.step, self.epoch, self.steps = state["step"], state["epoch"], state["steps"]
        torch.set_rng_state(state["torch"])


def _teacher(path: Path) -> TaggerNetwork:
    network = TaggerNetwork(dropout=0.0)
    network.load_state_dict(torch.load(path, weights_only=True))
    network.eval()
    return network


def _groups(network: TaggerNetwork, recipe: Recipe) -> list[dict[str, Any]]:
    """Return the parameters by learning rate: heads and features fast, the encoder slower the deeper it lies."""
    groups: dict[float, list[Any]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith(("word.", "position.", "norm.")):
            rate = recipe.encoder_rate * recipe.layer_decay**LAYERS
        else:
            rate = recipe.head_rate
        groups.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate} for rate, parameters in groups.items()]


def epoch_batches(examples: Sequence[Example], tokenizer: Tokenizer, recipe: Recipe, epoch: int) -> list[list[Window]]:
    """Return the batches of one epoch; they depend on the seed and the epoch alone."""
    chance = random.Random(1000 * recipe.seed + epoch)  # noqa: S311  # no secret
    found = [window for example in examples for window in windows(example, tokenizer, chance)]
    if recipe.twice:
        found += [window for window in found if re.search(recipe.twice, window.rests_on)]
    return list(batches(found, recipe.pieces, chance))


def fit(run: Run, examples: Sequence[Example], tokenizer: Tokenizer, out: Path, report: Callable[[Run], str]) -> None:
    """Train to the last epoch; each leaves `checkpoint.pt`, `epochN.pt` (averaged) and a line of `report`."""
    while run.epoch < run.recipe.epochs:
        began, sums = time.monotonic(), [0.0, 0.0]
        todo = epoch_batches(examples, tokenizer, run.recipe, run.epoch)
        for n, batch in enumerate(todo, 1):
            sums = [a + b for a, b in zip(sums, run.learn(batch), strict=True)]
            if n % 20 == 0 or n == len(todo):
                rate = (time.monotonic() - began) / n
                place = f"  {run.epoch + 1}: {n}/{len(todo)}"
                _say(f"{place} tag {sums[0] / n:.4f} link {sums[1] / n:.4f} {rate:.2f} s a step")
        run.epoch += 1
        run.save(out / "checkpoint.pt")
        torch.save(run.averaged.state_dict(), out / f"epoch{run.epoch}.pt")
        _say(f"epoch {run.epoch}: {report(run)}")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201  # progress of a long run
