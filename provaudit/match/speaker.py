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
_TITLE = r"(?:[a-z][\w-]* ){0,4}"
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?:, [^,.\n]{{1,80}},)? (?:[a-z]+ly |has |had |also )?{_SAID}\b")
_AFTER = re.compile(rf"\b{_SAID} {_TITLE}(?P<name>{_NAME})")
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
    around = (
        page.text[page.ends[last - 1] : end],
        page.text[start : page.starts[first]],
        page.text[start:end],
    )
    for stretch in around:
        for pattern in (_AFTER, _BEFORE, _ACCORDING):
            for found in pattern.finditer(stretch[:1000]):
                name = found["name"].strip()
                if name.split(" ", 1)[0] not in _NOT_NAMES:
                    return name
    return None
