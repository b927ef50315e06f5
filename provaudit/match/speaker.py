"""Who says a passage on its page, as far as the words right beside it tell."""

from __future__ import annotations

import re

from provaudit.match.reading import Reading

_SAID = (
    r"(?:said|says|told|added|adds|wrote|writes|tweeted|posted|announced|insisted|argued|claimed|warned|explained|noted|"
    r"stated|replied|declared|testified|acknowledged|confirmed|denied|recalled|tells|asked)"
)
_WORD = r"(?:[A-Z][\w'’.-]*)"
_NAME = rf"(?:{_WORD}(?: (?:{_WORD}|of|de|van|al|bin)){{0,5}}(?<! of))"
_SMALL = r"(?!(?:that|how|what|why|when|whether|if|of|to|in|on|at|by|for|with|from|about|as|no|he|she|it)\b)"
_TITLE = rf"(?:{_SMALL}[a-z][\w-]* ){{0,4}}"
_HEARD = r"(?<!\w )(?!(?:told|tells|asked)\b)"  # who stands behind these is told; behind "he said" a clause begins
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?:(?:, [^,.\n]{{1,80}}){{1,2}},)? (?:[a-z]+ly |has |had |also )?{_SAID}\b")
_AFTER = re.compile(rf"\b{_HEARD}{_SAID} {_TITLE}(?P<name>{_NAME})")
_ACCORDING = re.compile(rf"\b[Aa]ccording to {_TITLE}(?P<name>{_NAME})")
_NOT_NAMES = frozenset(
    {"He", "She", "They", "It", "I", "We", "You", "The", "A", "An", "This", "That", "But", "And", "On", "In"}
)


def speaker_at(page: Reading, first: int, last: int) -> str | None:
    """The name said to say the words first … last - 1; None where only a pronoun or nothing says so."""
    left = page.sentences[page.sentence_of(first)][0]
    right_sentence = page.sentence_of(last - 1)
    right = page.sentences[right_sentence][1]
    start, end = page.starts[left], page.ends[right - 1]
    before = page.text[start : page.starts[first]]
    outside = _outside_quotation(before)
    around = (page.text[page.ends[last - 1] : end], outside, page.text[start:end] if outside == before else "")
    return next((name for stretch in around if (name := named_in(stretch)) is not None), None)


def _outside_quotation(text: str) -> str:
    """A text that stands before quoted words, without those of its own last words that are of the quotation too."""
    opened = text.count("“") > text.count("”"), text.count('"') % 2 == 1
    marks = [text.rfind(mark) for mark, is_open in zip('“"', opened, strict=True) if is_open]
    return text[: max(marks)] if marks else text


def named_in(text: str) -> str | None:
    """The first name of a text that it has say something; only its first 1,000 code points are looked at."""
    line = " ".join(text[:1000].split())
    for pattern in (_AFTER, _BEFORE, _ACCORDING):
        for found in pattern.finditer(line):
            name = found["name"].strip()
            if name.split(" ", 1)[0] not in _NOT_NAMES:
                return name
    return None
