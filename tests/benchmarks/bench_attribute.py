"""Measure `attribute` on an annotated corpus: bench_attribute.py CORPUS.jsonl[.gz] SCORER.py [--model learned|none].

CORPUS has one JSON object a line with "id" and "text"; SCORER is run as `SCORER.py CORPUS SYSTEM.jsonl`. With `--flat`
the tagger's own attributions are scored, without nesting, repairs, venues and coreference. `--out` keeps SYSTEM.jsonl.
Prints words per CPU second, then the scorer's report.
"""

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from provaudit.attribute import Tagger, attribute
from provaudit.attribute.body import body_of
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.identify import Registry
from provaudit.model import Article, Attribution, AttributionKind, Block, Span


def rows(corpus: Path) -> list[dict]:
    opened = gzip.open if corpus.suffix == ".gz" else open
    with opened(corpus, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def article_of(text: str) -> Article:
    """Every line that is not blank is a paragraph, as the corpus has it."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    return Article(text, "", tuple(blocks))


def tagger_of(model: str) -> Tagger:
    if model == "none":
        return RuleTagger()
    from provaudit.attribute.tagger import LearnedTagger

    return LearnedTagger.load()


def outermost(attributions: Iterable[Attribution]) -> list[dict]:
    return [
        {
            "source": one.source.spans if one.source else None,
            "cue": one.cue.spans if one.cue else None,
            "content": one.content.spans,
        }
        for one in attributions
        if one.parent is None and one.kind is not AttributionKind.CREDIT and one.content is not None
    ]


def flat(article: Article, tagger: Tagger) -> list[dict]:
    tagged = tagger.tag(article.text, body_of(article).blocks)
    return [{"source": one.source or None, "cue": one.cue or None, "content": one.content} for one in tagged]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("scorer", type=Path)
    options.add_argument("--model", choices=("learned", "none"), default="learned")
    options.add_argument("--flat", action="store_true")
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    corpus, tagger, registry = rows(given.corpus), tagger_of(given.model), Registry.load()
    registry.names_in("CNN", Span(0, 3))  # the registry is parsed when first asked
    with tempfile.TemporaryDirectory() as folder:
        system = given.out or Path(folder) / "system.jsonl"
        words, started = 0, time.process_time()
        with system.open("w", encoding="utf-8") as out:
            for row in corpus:
                article = article_of(row["text"])
                words += len(row["text"].split())
                found = flat(article, tagger) if given.flat else outermost(attribute(article, tagger, registry))
                out.write(json.dumps({"id": row["id"], "attributions": found}) + "\n")
        spent = time.process_time() - started
        print(f"{words} words in {spent:.1f} CPU s: {words / spent:.0f} words per CPU second")
        subprocess.run([sys.executable, str(given.scorer), str(given.corpus), str(system), "--noboot"], check=True)


if __name__ == "__main__":
    main()
