"""Runs of capitalised words: titles, names, and what tells that they name a person."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.lexicon import word_list
from provaudit.model import Span

_PARTICLES: Final = r"de|da|del|della|der|di|du|la|le|van|von|al|bin|ibn|el|ten|ter|dos"
_WORD: Final = r"[A-Z][\w.’'\-]*\w"
_TITLES: Final = (
    r"(?:(?:Rep|Sen|Gov|Gen|Mr|Mrs|Ms|Dr|Lt|Col|Sgt|Prof|Rev|Capt|Maj|Adm|Atty|Brig|Cllr|Cmdr|Cpl|Insp|Supt)s?\. )*"
)
_NAME: Final = re.compile(
    rf"{_TITLES}(?:{_WORD}|[A-Z]\.(?:[A-Z]\.)*|[A-Z])(?:,? (?:Jr|Sr)\.?"
    rf"|[ \u00a0](?:[A-Z]\.(?:[A-Z]\.)*|(?:{_PARTICLES}) (?=[A-Z])|[\"“'‘][A-Z]\w+[\"”'’]|{_WORD}))*"
)
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_OWNERS: Final = re.compile(r"['’]s ")
COURTESY: Final = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}
_SUFFIXES: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_NEXT_WORD: Final = re.compile(r" ([a-z\-]+)")
_ROLE_BEFORE: Final = re.compile(r"([a-z\-]+)[,’']* $")
_APPOSED: Final = re.compile(r", (?:an?|the|who|whose|his|her|then|now|\d\d)\b")
_SPEAKS: Final = re.compile(r" ?\b(?:said|says|told|wrote|added|asked)\b ?")
_AFFILIATION: Final = re.compile(r",? \(?([RD])[-–.]")
_PARTIES: Final = {
    "gop": "republican",
    "republican": "republican",
    "republicans": "republican",
    "democratic": "democrat",
    "democrat": "democrat",
    "r": "republican",
    "d": "democrat",
    "labour": "labour",
    "conservative": "conservative",
    "tory": "conservative",
    "libertarian": "libertarian",
}
_ROLES_LENGTH: Final = 60
_SPELT_OUT: Final = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "govs": "governor",
    "gen": "general",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "sgt": "sergeant",
    "col": "colonel",
    "capt": "captain",
}
_POINTS: Final = frozenset({"east", "new", "north", "south", "west"})
_LONGEST_NAME: Final = 5
_NO_ROLES: Final = frozenset(
    {"acting", "assistant", "conservative", "deputy", "ex", "executive", "former", "principal", "private"}
)


class Run(NamedTuple):
    """A run of capitalised words: its titles, its name's words, and whether something says that it is a person."""

    span: Span
    titles: tuple[str, ...]
    names: tuple[str, ...]
    person: bool
    described: bool
    owner: bool
    modifies: bool  # "the Bo campaign"
    roles: frozenset[str]


def runs(body: Body, taken: Sequence[Span]) -> Iterator[Run]:
    """Yield the runs of the body that may name a person; `taken` are the outlets' names, sorted, which do not."""
    for block in body.blocks:
        for match in _NAME.finditer(body.text, block.start, block.end):
            span = Span(*match.span())
            at = bisect_left(taken, span.start, key=lambda one: one.end)
            if at < len(taken) and taken[at].meets(span) and span.end - taken[at].end < 3:
                continue
            run = _run(body, span)
            if run is not None:
                yield run


def _run(body: Body, span: Span) -> Run | None:
    text = body.text[span.start : span.end]
    owner = bool(_POSSESSIVE.search(text))
    owned = list(_OWNERS.finditer(text))
    if owned:  # "NBC's Ann Bo"
        span = Span(span.start + owned[-1].end(), span.end)
    parts, span = _name_words(body.text, span)
    titles, names = _titled(parts)
    if not names or len(names) > _LONGEST_NAME or not _can_be_person(names):
        return None
    before = _ROLE_BEFORE.search(body.prose, max(0, span.start - 30), span.start)
    role_before = before is not None and before.group(1) in word_list("sources/titles") - _NO_ROLES
    given = names[0].lower() in word_list("sources/given_names")
    roles = _roles_around(body, span) | frozenset(_SPELT_OUT.get(title, title) for title in titles)
    person = bool(titles) or bool(owned) or given or role_before
    follows = _NEXT_WORD.match(body.prose, span.end)
    modifies = follows is not None and follows.group(1) in word_list("attribution/nouns_after_names")
    return Run(span, titles, names, person, _is_described(body.prose, span), owner, modifies, roles)


def _name_words(text: str, span: Span) -> tuple[list[str], Span]:
    """The words of a run without quotes, suffixes and what opens the sentence, and the span they take."""
    parts = re.split(r"[ \u00a0]", _POSSESSIVE.sub("", text[span.start : span.end]))
    parts = [part.strip("\"“”‘’',") if part[:1] in "\"“‘'" else part.rstrip(",") for part in parts]
    parts = [part.title() if part.isupper() and len(part) > 2 else part for part in parts if part]
    openers = word_list("stopwords_en") | word_list("attribution/sentence_openers")
    while parts and parts[0].lower() in openers:
        span = Span(span.start + len(parts[0]) + 1, span.end)
        parts.pop(0)
    while parts and parts[-1].lower() in _SUFFIXES:
        parts.pop()
    return parts, span


def _titled(parts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut a run into titles and name: "Attorney General Ann Bo", "White House Counsel Ann Bo", "Rival Ann Bo"."""
    known, given = word_list("sources/titles"), word_list("sources/given_names")
    titles: list[str] = []
    while len(parts) > 1 and (parts[0].lower().rstrip(".") in known or " ".join(parts[:2]).lower() in known):
        titles.append(parts[0].lower().rstrip("."))
        parts = parts[1:]
    if titles:
        return tuple(titles), tuple(parts)
    for at in range(len(parts) - 2, -1, -1):
        if parts[at].lower().rstrip(".") in known:
            return (parts[at].lower().rstrip("."),), tuple(parts[at + 1 :])
    rival = len(parts) > 2 and parts[0].lower() not in given and parts[1].lower() in given
    return (), tuple(parts[1:] if rival else parts)


def _can_be_person(names: tuple[str, ...]) -> bool:
    """Whether no word of the name belongs to organisations, places or titles."""
    low = [name.lower() for name in names]
    if any(name in word_list("sources/organisation_words") for name in low):
        return False
    if len(low) > 1 and low[-1] in word_list("sources/titles"):
        return False
    placed = low[-1] in word_list("attribution/places") or low[0] in _POINTS
    return not placed or low[0] in word_list("sources/given_names")


def _is_described(prose: str, span: Span) -> bool:
    """Whether an apposition follows, or a verb of speech stands beside the name."""
    return (
        _APPOSED.match(prose, span.end) is not None
        or _SPEAKS.search(prose, max(0, span.start - 8), span.start) is not None
        or _SPEAKS.match(prose, span.end, span.end + 8) is not None
    )


def _roles_around(body: Body, span: Span) -> frozenset[str]:
    """The role words right before a name and in the apposition after it."""
    known = word_list("sources/titles") | word_list("attribution/womens_roles") | word_list("attribution/mens_roles")
    before = body.prose[max(0, span.start - 40) : span.start]
    words = re.split(r"[.,;:]", before)[-1].lower().split()[-4:]
    after = body.prose[span.end : span.end + _ROLES_LENGTH]
    if after.startswith(", "):
        words += re.split(r"[,.;]", after[2:])[0].lower().split()
    affiliation = _AFFILIATION.match(body.prose, span.end)
    party = (
        {_PARTIES[affiliation.group(1).lower()]}
        if affiliation
        else {_PARTIES[word] for word in words if word in _PARTIES}
    )
    return frozenset(word for word in words if word in known) | party


def party_of(words: Iterable[str]) -> str:
    """Return the one party that words name, "" without one."""
    parties = {_PARTIES[word] for word in words if word in _PARTIES}
    return parties.pop() if len(parties) == 1 else ""
