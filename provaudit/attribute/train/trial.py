"""A network tried on articles that it was not trained on, with the decoder that ships."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from tokenizers import Tokenizer

from provaudit.attribute.tagger import Floats, LearnedTagger, Numbers
from provaudit.attribute.train.batches import Example, paragraphs
from provaudit.attribute.train.network import TaggerNetwork
from provaudit.model import Span


def network_tagger(network: TaggerNetwork, tokenizer: Tokenizer) -> LearnedTagger:
    """Return the tagger that runs `network` as it stands."""

    def forward(ids: Numbers, case: Numbers, quotation: Numbers) -> tuple[Floats, Floats, Floats]:
        network.eval()
        with torch.no_grad():
            tags, query, key = network(*(torch.from_numpy(array) for array in (ids, case, quotation)))
        return tags.numpy(), query.numpy(), key.numpy()

    return LearnedTagger(forward, tokenizer, network.distance.detach().numpy())


def predictions(tagger: LearnedTagger, examples: Sequence[Example]) -> dict[str, list[dict[str, list[list[int]]]]]:
    """Return the attributions of each article by its id, in the form of the examples."""
    requests = [(one.text, [Span(*span) for span in paragraphs(one.text)]) for one in examples]
    return {
        one.id: [{name: [list(s) for s in getattr(t, name)] for name in ("source", "cue", "content")} for t in found]
        for one, found in zip(examples, tagger.tag_many(requests), strict=True)
    }


def load_scorer(path: Path) -> ModuleType:
    """Load a scorer: a module whose `score(articles, predictions, boot=0)` returns figures and errors."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file; give the scorer's .py file")
    module = importlib.util.module_from_spec(spec)
    # The scorer may import its neighbours.
    sys.path.insert(0, str(path.parent))
    spec.loader.exec_module(module)
    return module


def figures(scorer: ModuleType, tagger: LearnedTagger, examples: Sequence[Example]) -> str:
    """Return one line of figures, in per cent."""
    result: dict[str, Any]
    result, _ = scorer.score(examples, predictions(tagger, examples), boot=0)
    triples = {name: result[name] for name in ("detect", "detect+source", "token")}
    shown = [f"{name} {'/'.join(f'{100 * x:.1f}' for x in triple)}" for name, triple in triples.items()]
    return "  ".join([*shown, f"source right {100 * result['source_acc_on_detected']:.1f}"])
