"""Measure coreference on annotated source mentions: bench_coreference.py CORPUS.jsonl[.gz] LABELS.json [--errors].

CORPUS has one JSON object a line: "id", "text", "attributions" (lists of "source", "cue", "content" spans). LABELS is a
list of {"id", "source": [[start, end], …], "text", "expected": name | null}: whom the mention means, null where it
names its source itself. The corpus's own attributions are resolved, so tagging errors do not count. A name is right
where one holds the other, articles and courtesy titles aside. Precision is over mentions that were given a name, recall
over those that have one.
"""

import argparse
import gzip
import json
import re
from pathlib import Path

from provaudit.attribute.body import body_of
from provaudit.attribute.coreference import resolver
from provaudit.attribute.found import Found
from provaudit.identify import Registry
from provaudit.model import Article, Block, Mention, Span

_TITLES = re.compile(r"^(?:the|an?|mr\.?|ms\.?|mrs\.?|dr\.?) ", re.IGNORECASE)


def resolved(row: dict, registry: Registry) -> dict[tuple[Span, ...], Mention]:
    lines = re.finditer(r"[^\n]*\S[^\n]*", row["text"])
    article = Article(row["text"], "", tuple(Block(Span(*line.span())) for line in lines))
    roles = ("source", "cue", "content")
    trees = tuple(
        Found(*(tuple(Span(*span) for span in one[role]) for role in roles), 1.0)
        for one in row["attributions"]
        if one["source"] and one["content"]
    )
    resolve = resolver(trees, article, body_of(article), registry)
    return {one.source: resolve(one.source) for one in trees}


def same(name: str, expected: str) -> bool:
    one, other = (_TITLES.sub("", text.lower()).strip(" .,'’") for text in (name, expected))
    return one in other or other in one


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    options.add_argument("labels", type=Path)
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    labels = json.loads(given.labels.read_text(encoding="utf-8"))
    wanted = {label["id"] for label in labels}
    opened = gzip.open if given.corpus.suffix == ".gz" else open
    with opened(given.corpus, "rt", encoding="utf-8") as lines:
        rows = {row["id"]: row for row in map(json.loads, lines) if row["id"] in wanted}
    registry = Registry.load()
    mentions = {name: resolved(row, registry) for name, row in rows.items()}
    right = given_names = named = 0
    for label in labels:
        mention = mentions[label["id"]].get(tuple(Span(*span) for span in label["source"]))
        name, expected = (mention.refers_to if mention else None), label["expected"]
        given_names += name is not None
        named += expected is not None
        good = name is not None and expected is not None and same(name, expected)
        right += good
        if given.errors and not good and name != expected:
            print(f"{label['id']} {label['source']} {label['text']!r}: {name!r}, expected {expected!r}")
    print(f"{len(labels)} mentions, {named} refer: precision {right / given_names:.3f}, recall {right / named:.3f}")


if __name__ == "__main__":
    main()
