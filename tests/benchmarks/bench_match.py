"""Measure `match` on the drift set: precision and recall of each kind on both halves, and its time.

Run: `python tests/benchmarks/bench_match.py [--errors] [--by-words] [tuning|held_out]`. The time is told as a ratio to rapidfuzz's own
partial_ratio over the whole page, measured in the same run, so that machines can be compared.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from provaudit.match import match
from provaudit.match.second_reader import Reads, SecondReader
from provaudit.model import Article, AttributionKind, Drift, Match, Statement

DRIFT = Path(__file__).parents[2] / "fixtures" / "drift"
KINDS = ("words", "number", "date", "name", "negation", "hedge", "truncation")
_QUOTED = re.compile("“([^”]*)”")
PARTS = ("usual", "hard")
_USUAL = tuple(f"z{letter}-" for letter in "pqrtuv")
# Pages whose writers did not label where a claim stops short of a "but": what is said of that there counts for nothing.
_UNCUT = (*(f"t{letter}-" for letter in "defghijklmnoqrstu"), "zs-")
_VERBATIM = {"exact": "verbatim", "near": "verbatim"}

Row = dict[str, object]


def rows(half: str) -> Iterator[Row]:
    """The pairs of one half ("tuning" or "held_out")."""
    for line in (DRIFT / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def part_of(row: Row) -> str:
    """Whether a pair was written as newsrooms word what they take over, or to be hard."""
    return "usual" if str(row["page"]).split("/")[1].startswith(_USUAL) else "hard"


def statement_of(row: Row) -> Statement:
    """The claim of a pair, as the walk would hand it over."""
    draft = str(row["draft"])
    return Statement(
        text=draft,
        kind=AttributionKind(str(row["kind"])),
        quotations=tuple(_QUOTED.findall(draft)),
        sentence=str(row.get("sentence", draft)),
        cue=str(row.get("cue", "")),
        dated=str(row["dated"]),
    )


def page_of(row: Row) -> Article:
    """The upstream page of a pair."""
    text = (DRIFT / str(row["page"])).read_text(encoding="utf-8")
    return Article(text, "", published=str(row["published"]))


@cache
def judged(half: str, part: str = "", *, by_words: bool = False) -> tuple[tuple[Row, Match], ...]:
    """Each pair of one part or of all with what `match` says of it, with the second reader or by words alone."""
    reads: Reads | None = None if by_words else SecondReader()
    chosen = (row for row in rows(half) if part in ("", part_of(row)))
    return tuple((row, match(statement_of(row), page_of(row), reads)) for row in chosen)


def scores(half: str, part: str = "", *, by_words: bool = False) -> dict[str, tuple[float, float, int]]:
    """Precision, recall and number of labels for each kind of drift, and for "absent", of one part or of all."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for row, result in judged(half, part, by_words=by_words):
        labels, said = _labels(row), _said(row, result)
        right.update(labels & said)
        found.update(said)
        wanted.update(labels)
    return {
        kind: (_share(right[kind], found[kind]), _share(right[kind], wanted[kind]), wanted[kind]) for kind in _all()
    }


def statuses(half: str, part: str = "", *, by_words: bool = False) -> tuple[int, int]:
    """How many pairs have the status they should have (exact and near taken as one), and of how many."""
    outcomes = [
        _class(str(row["status"])) == _class(result.passage.status)
        for row, result in judged(half, part, by_words=by_words)
    ]
    return sum(outcomes), len(outcomes)


def alarms(half: str, part: str = "", *, by_words: bool = False) -> tuple[int, int]:
    """Of how many claims that the page has as they are told something differs or is lacking, and of how many."""
    said = [bool(_said(row, result)) for row, result in judged(half, part, by_words=by_words) if not _labels(row)]
    return sum(said), len(said)


def _all() -> tuple[str, ...]:
    return (*KINDS, "absent")


def _labels(row: Row) -> set[str]:
    drift = {str(kind) for kind in row["drift"]}  # type: ignore[attr-defined]
    return drift | ({"absent"} if row["status"] == "absent" else set())


def _said(row: Row, result: Match) -> set[str]:
    drift = {str(one.kind) for one in result.drift}
    drift -= {"truncation"} if _is_uncut(row) else set()
    return drift | ({"absent"} if result.passage.status == "absent" else set())


def _is_uncut(row: Row) -> bool:
    """Whether nobody said if a claim stops short: on some pages of none, on the usual ones of none that differs."""
    labels = _labels(row)
    if part_of(row) == "usual":
        return bool(labels) and "truncation" not in labels
    return str(row["page"]).split("/")[1].startswith(_UNCUT)


def _class(status: str) -> str:
    return _VERBATIM.get(status, str(status))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def errors(half: str) -> Iterator[str]:
    """The pairs that come out wrong, as lines."""
    for row, result in judged(half):
        if _labels(row) != _said(row, result) or _class(str(row["status"])) != _class(result.passage.status):
            yield (
                f"{row['id']}: {row['status']} {sorted(_labels(row))} -> {result.passage.status} "
                f"{result.passage.score} {[_line(one) for one in result.drift]}\n    {row['draft']}\n    "
                f"{' '.join(result.passage.text.split())}"
            )


def _line(drift: Drift) -> str:
    return f"{drift.kind}: {drift.draft!r} / {drift.upstream!r}"


def timing(words: int = 3_000, claims: int = 40) -> tuple[float, float]:
    """Milliseconds for one claim on a page of so many words: ours, and plain partial_ratio; the page is read each time."""
    from rapidfuzz.fuzz import partial_ratio

    every = list(rows("tuning"))
    texts = list(dict.fromkeys(page_of(row).text for row in every))
    text = "\n\n".join(texts * 4)
    text = " ".join(re.findall(r"\S+\s*", text)[:words])
    ours = plain = 0.0
    for number, row in enumerate(every[:claims]):
        page = Article(f"{text} {number}", "", published=str(row["published"]))
        statement = statement_of(row)
        start = time.process_time()
        match(statement, page)
        ours += time.process_time() - start
        start = time.process_time()
        partial_ratio(statement.text.lower(), page.text.lower())
        plain += time.process_time() - start
    return 1000 * ours / claims, 1000 * plain / claims


def main() -> None:
    """Print the figures."""
    by_words = "--by-words" in sys.argv
    halves = [arg for arg in sys.argv[1:] if not arg.startswith("-")] or ["tuning", "held_out"]
    for half in halves:
        for part in PARTS:
            print(f"{half}, {part}\n  {'kind':<12}{'precision':>10}{'recall':>8}{'labels':>8}")
            for kind, (precision, recall, count) in scores(half, part, by_words=by_words).items():
                print(f"  {kind:<12}{precision:>10.3f}{recall:>8.3f}{count:>8}")
            right, total = statuses(half, part, by_words=by_words)
            print(f"  status right: {right} of {total}")
            print("  false alarms: {} of {} faithful claims".format(*alarms(half, part, by_words=by_words)))
        if "--errors" in sys.argv:
            print("\n".join(errors(half)))
    ours, plain = timing()
    print(f"one claim on a page of 3,000 words: {ours:.1f} ms; partial_ratio {plain:.2f} ms; ratio {ours / plain:.1f}")


if __name__ == "__main__":
    main()
