"""Whom a text has named or let speak before a place, and which of them a pronoun or a role can mean there."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.clauses import subject
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.names import party_of
from provaudit.attribute.people import People
from provaudit.model import Span

Who = int | str  # the index of a person, or the words of a source that is none
HEAD_END: Final = re.compile(
    r",| [(–—]| (?:of|for|from|in|at|with|who|whose|on|to|speaking|and|or|told|during|about|as|based)\b"
)
_NEAR: Final = 4  # sentences, its own included, that a description looks back
LONGEST_DESCRIPTION: Final = 6  # words
_BARE: Final = 2  # words: "the mayor"
_REACH: Final = 6  # sentences a pronoun looks back
_PARAGRAPHS: Final = 3
_FARTHEST: Final = 3000  # characters back: a sentence may be pages long where a quotation is never closed


def humans() -> frozenset[str]:
    """Nouns for one person."""
    return (
        word_list("sources/titles")
        | word_list("sources/anonymous_heads")
        | word_list("attribution/womens_roles")
        | word_list("attribution/mens_roles")
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source that was resolved: whom it means, where, and what can stand for it later."""

    span: Span
    name: str
    person: int | None
    plural: bool
    human: bool  # one person without a name: "a source", "the woman"
    venue: bool = False  # through which somebody spoke

    @property
    def thing(self) -> bool:
        """Whether "it" can stand for it."""
        return self.person is None and not self.plural and not self.human


class _Candidate(NamedTuple):
    """Somebody whom a pronoun may mean: where named, who (a person's index, or a source's words), speaking there."""

    offset: int
    who: Who
    speaks: bool

    def __lt__(self, other: tuple[object, ...]) -> bool:
        return self.offset < other[0]  # type: ignore[operator]


def _gender_of(low: str) -> str:
    words = set(re.findall(r"[a-z\-]+", low))
    if words & word_list("attribution/womens_roles"):
        return "f"
    return "m" if words & word_list("attribution/mens_roles") else ""


class Antecedents:
    """The people of a body and its sources so far; to be told of each source in the order of the text."""

    def __init__(self, body: Body, people: People) -> None:
        self._body, self._people = body, people
        self._spoken: list[Spoken] = []  # sorted by place
        self._roles: dict[str, list[tuple[int, int]]] = {}  # role → (first naming, person) of those who have it
        seen: set[int] = set()
        for naming in people.namings:
            if naming.person not in seen:
                seen.add(naming.person)
                for role in people.persons[naming.person].roles:
                    self._roles.setdefault(role, []).append((naming.span.start, naming.person))

    def remember(self, spoken: Spoken) -> None:
        """Note a source, for what comes after it."""
        self._spoken.append(spoken)

    def named(self, span: Span) -> int | None:
        """The person whose name heads the mention: "Trump spokesperson Hope Hicks", not "a lawyer for Mr. Trump"."""
        text = self._body.text[span.start : span.end]
        cut = HEAD_END.search(text)
        end = span.start + (cut.start() if cut else len(text))
        if cut and cut.group() in (" and", " or"):
            return None
        inside = self._people.named_in(span)
        if inside and inside[-1].span.end == span.end and text[: inside[-1].span.start - span.start].endswith(", "):
            return inside[-1].person  # "the leader of the opposition, Ann Bo"
        for naming in self._people.named_in(Span(span.start, end)):
            if naming.span.end >= end and (not naming.owner or end == span.end):
                return naming.person
        over = self._people.naming_over(span)
        return over.person if over is not None and over.span.end == end else None

    def by_role(self, low: str, at: int) -> int | None:
        """The one person named before who is a senator: "the senator"."""
        words = re.sub(r"[’']s?$", "", low).split()
        if not words or words[0] != "the" or not 2 <= len(words) <= LONGEST_DESCRIPTION:
            return None
        role = words[-1]
        if role.endswith("s") and role[:-1] in humans():
            return None
        fitting = [one for first, one in self._roles.get(role, ()) if first < at and self._of_party(one, words)]
        return fitting[0] if len(fitting) == 1 else None

    def _spoken_in(self, start: int, end: int) -> list[Spoken]:
        first = bisect_left(self._spoken, start, key=lambda one: one.span.start)
        return self._spoken[first : bisect_left(self._spoken, end, key=lambda one: one.span.start)]

    def _of_party(self, who: Who, words: list[str]) -> bool:
        party = party_of(words)
        own = party_of(self._people.persons[who].roles if isinstance(who, int) else who.lower().split())
        return not party or own in ("", party)

    def only_one_near(self, low: str, at: int) -> Who | None:
        """The only person whom the sentences before speak of: "the New York businessman"."""
        gender = _gender_of(low)
        near = {
            one.who
            for sentence in self._back(at)[:_NEAR]
            for each in ((gender,) if gender else ("m", "f"))
            for one in self._candidates(sentence, at, each)
            if self._of_party(one.who, low.split()) and self._may_hold(one.who, low.split())
        }
        return near.pop() if len(near) == 1 else None

    def _may_hold(self, who: Who, words: list[str]) -> bool:
        """Whether somebody may have a bare office ("the mayor"): not who was given another one ("director")."""
        titles = word_list("sources/titles")
        if len(words) > _BARE or words[-1] not in titles or not isinstance(who, int):
            return True
        given = self._people.persons[who].roles & titles
        return not given or words[-1] in given

    def he_or_she(self, at: int, gender: str) -> Who | None:
        """Whom "he" ("m") or "she" ("f") means: in the nearest sentence with any, who speaks, else the first."""
        for sentence in self._back(at):
            candidates = self._candidates(sentence, at, gender)
            speaking = {one.who for one in candidates if one.speaks}
            if len(speaking) == 1:
                return speaking.pop()
            sure = [one for one in candidates if self._gender(one.who) == gender] or candidates
            if sure:
                return sure[0].who  # who is named first is the subject
        return None

    def _gender(self, who: Who) -> str:
        return self._people.persons[who].gender if isinstance(who, int) else _gender_of(who.lower())

    def _candidates(self, sentence: Span, at: int, gender: str) -> list[_Candidate]:
        """Those named or meant in a sentence before `at`, outside quoted speech, whom the pronoun can stand for."""
        end = min(sentence.end, at)
        namings = [
            one
            for one in self._people.named_in(sentence)
            if one.span.end <= at and not self._body.spoken_at(one.span.start)
        ]
        found = [
            _Candidate(one.span.start, one.person, False)
            for one in [each for each in namings if not each.owner] or namings
        ]
        found += [
            _Candidate(one.span.start, one.name if one.person is None else one.person, True)
            for one in self._spoken_in(sentence.start, end)
            if one.person is not None or one.human
        ]
        return sorted(one for one in found if self._gender(one.who) in (gender, ""))

    def _back(self, at: int) -> list[Span]:
        """The sentences before an offset, nearest first, its own included, over at most three paragraphs."""
        index = bisect_right(self._body.sentences, at, key=lambda one: one.start) - 1
        first = bisect_right(self._body.blocks, at, key=lambda one: one.start) - 1
        floor = self._body.blocks[max(0, first - _PARAGRAPHS + 1)].start if self._body.blocks else 0
        back = [
            Span(max(one.start, at - _FARTHEST), one.end)
            for one in self._body.sentences[max(0, index - _REACH) : index + 1]
        ]
        return [one for one in reversed(back) if floor <= one.start < one.end]

    def relative(self, at: int) -> Who | None:
        """The phrase right before "who" or "which"."""
        sentence = self._body.sentence_at(at)
        if sentence is None:
            return None
        words = [word for word in self._body.words(sentence) if word.end <= at]
        if words and words[-1].low == ",":
            words.pop()
        phrase = subject(words, len(words), 0)
        if phrase is None:
            return None
        if [word.low for word in words[phrase.start : phrase.start + 2]] == ["according", "to"]:
            phrase = phrase._replace(start=phrase.start + 2)
        if phrase.start >= phrase.end:
            return None
        span = Span(words[phrase.start].start, words[phrase.end - 1].end)
        namings = [one for one in self._people.named_in(span) if not one.owner]
        if not namings and len(self._body.text[span.start : span.end].split()) > LONGEST_DESCRIPTION:
            return None
        if namings and namings[-1].span.end >= span.end - 1:
            return namings[-1].person
        phrase_text = self._body.text[span.start : span.end]
        last = phrase_text.lower().split()[-1]
        person = self._body.text[at : at + 3].lower() == "who"
        return (
            phrase_text
            if not person or last.endswith("s") or last in humans() or last in word_list("attribution/pronouns")
            else None
        )

    def thing(self, at: int, *, plural: bool) -> str | None:
        """What "it", or "they", means: the only source of its kind in the nearest sentence that has one."""
        for sentence in self._back(at)[:3]:
            here = self._spoken_in(sentence.start, min(sentence.end, at))
            fitting = [one for one in here if (one.plural if plural else one.thing)]
            # "SafeHome told CNN so. It …": who spoke comes before where.
            names = {one.name for one in fitting if not one.venue} or {one.name for one in fitting}
            if plural and not names:  # an institution is "they" too
                names = {one.name for one in here if one.thing and one.name[:1].isupper()}
            if len(names) == 1:
                return names.pop()
            if names:
                return None
        return None
