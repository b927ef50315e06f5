"""What an outlet brought to light: "CNN first published the recording", "the Gazette, which unearthed two letters".

No verb of saying stands there, so a tagger may pass it by; yet that is where the recording or the letters come from.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import OutletKind, Span

_OPENS: Final = re.compile(
    r"(?:^|[,;:—–-] |\b(?:and|but|after|when|as|that|while|before|because) )(?:the )?$", re.IGNORECASE
)
_THE: Final = re.compile(r"the $", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"""[.?!]*$|[;:—–]|\ -\ |,(?!\ ?\d)
        |\ (?:and|but|as|while|when|after|before|because)
            \ (?=(?:said|says|found|reported)\b|\S+\ (?:\w+ed|is|are|was|were|has|had|have|said)\b)""",
    re.VERBOSE,
)
_ADVERBS: Final = "already|also|earlier|exclusively|first|had|has|have|just|later|originally|previously|recently|then"
_OBJECT: Final = re.compile(
    r"(?:an?|the|this|these|those|its?|their|his|her|that|new|details|evidence|some|more|\w+s"
    r"|\d+|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_OF_THE_DAY: Final = frozenset(
    {"afternoon", "evening", "last", "late", "morning", "night", "on", "today", "week", "yesterday"}
)
_SHORTEST: Final = 2  # words of what came to light
_SURE: Final = 0.7


def add_published(attributions: tuple[Found, ...], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the attributions with what outlets published or unearthed, where nothing else was read in those words."""
    made = list(attributions)
    for sentence in body.sentences:
        for one in _published(sentence, body, outlets):
            words = Span(one.cue[0].start, one.content[-1].end)
            there = [other for other in made if any(part.meets(words) for part in other.parts)]
            if not any(_says_more(other, one) for other in there) and not _is_told_in_passing(one, made, body):
                made = [other for other in made if other not in there]
                made.append(one)
    return in_order(made)


def _says_more(other: Found, one: Found) -> bool:
    """Whether what was read there already is more than a scrap of it: "first" "the"."""
    whole = Span(one.start, one.end)
    return not all(whole.holds(part) for part in other.parts) or other.content[0].start > one.content[0].start


def _is_told_in_passing(one: Found, made: list[Found], body: Body) -> bool:
    """Whether the outlet is the source of what the sentence says: "according to CNN, which obtained the tape, …"."""
    apart = body.text[one.source[-1].end : one.cue[0].start].startswith(", which ")
    return apart and any(
        any(span.holds(one.source[-1]) or one.source[-1].holds(span) for span in other.source) for other in made
    )


def _published(sentence: Span, body: Body, outlets: OutletNames) -> Iterator[Found]:
    if _verb().search(body.prose, sentence.start, sentence.end) is None:
        return
    for name, meant in outlets.names_in(body.text, sentence):
        if any(outlet.kind is OutletKind.PLATFORM for outlet in meant) or body.spoken_at(name.start):
            continue
        told = _OPENS.search(body.prose[sentence.start : name.start])
        verb = _verb().match(body.prose, name.end, sentence.end)
        content = verb and (told or verb["which"]) and _brought_to_light(Span(verb.end(), sentence.end), body)
        if verb and content:
            the = _THE.search(body.prose[sentence.start : name.start])
            start = sentence.start + the.start() if the else name.start
            yield Found((Span(start, name.end),), (Span(*verb.span("cue")),), (content,), _SURE)


@cache
def _verb() -> re.Pattern[str]:
    """What stands right after the outlet's name: "first published", ", which had unearthed"."""
    verbs = "|".join(sorted(word_list("attribution/verbs_of_publishing")))
    return re.compile(rf",?\s(?P<which>which\s|who\s)?(?P<cue>(?:(?:{_ADVERBS})\s)*(?:{verbs}))\s")


def _brought_to_light(rest: Span, body: Body) -> Span | None:
    """The object of the verb, up to the end of its clause and without the day."""
    words = body.prose[rest.start : rest.end]
    if _OBJECT.match(words) is None:
        return None
    end = _ENDS.search(words)
    whole = body.words(Span(rest.start, rest.start + (end.start() if end else len(words))))
    while whole and whole[-1].low in word_list("attribution/days_and_months") | _OF_THE_DAY:
        whole.pop()
    return Span(whole[0].start, whole[-1].end) if len(whole) >= _SHORTEST else None
