"""Whom a pronoun, a surname or a short form means.

Each source is resolved in text order, so that a pronoun can stand for whom an earlier one stood for. An antecedent
is accepted only when one candidate is left: gender and number rule out, the nearest sentence with a candidate
decides, and there the one who speaks or is the subject. The rest is said to be unresolved.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final, NamedTuple

from provaudit.attribute.body import Body
from provaudit.attribute.clauses import subject
from provaudit.attribute.found import Found, Spans, walk
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.names import party_of
from provaudit.attribute.numbered import Resolve
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.people import People, people_of
from provaudit.attribute.short_forms import Named, ShortForms
from provaudit.model import Article, Mention, Span

_Who = int | str
_HE: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY: Final = frozenset({"both", "their", "them", "they"})
_IT: Final = frozenset({"it", "its", "itself"})
_WHO: Final = frozenset({"that", "which", "who", "whom"})
_FIRST: Final = frozenset({"i", "me", "my", "our", "us", "we", "you", "your"})
_LONGEST_PRONOUN: Final = 4  # "he himself", "she and others"
_NEAR: Final = 4  # sentences, its own included, that a description looks back
_LONGEST_DESCRIPTION: Final = 6
_REACH: Final = 6  # sentences a pronoun looks back
_PARAGRAPHS: Final = 3
_HEAD_END: Final = re.compile(
    r",| \(| (?:of|for|from|in|at|with|who|whose|on|to|speaking|and|or|told|during|about|as|based)\b"
)


def _is_description(low: str) -> bool:
    """Whether words describe one person without a name: "the New York businessman", "the Republican nominee"."""
    if not low.startswith("the ") or len(low.split()) > _LONGEST_DESCRIPTION or _HEAD_END.search(low):
        return False
    last = low.rsplit(maxsplit=1)[-1]
    return last in word_list("sources/titles") or last in word_list("attribution/womens_roles") | word_list(
        "attribution/mens_roles"
    )


def _humans() -> frozenset[str]:
    """Nouns for one person."""
    return (
        word_list("sources/titles")
        | word_list("sources/anonymous_heads")
        | word_list("attribution/womens_roles")
        | word_list("attribution/mens_roles")
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A source that was resolved: whom it means, where, and what can stand for it later."""

    span: Span
    name: str
    person: int | None
    plural: bool
    human: bool  # one person without a name: "a source", "the woman"

    @property
    def thing(self) -> bool:
        """Whether "it" can stand for it."""
        return self.person is None and not self.plural and not self.human


class _Candidate(NamedTuple):
    """Somebody whom a pronoun may mean: where named, who (a person's index, or a source's words), speaking there."""

    offset: int
    who: _Who
    speaks: bool

    def __lt__(self, other: tuple[object, ...]) -> bool:
        return self.offset < other[0]  # type: ignore[operator]


def _gender_of(low: str) -> str:
    words = set(re.findall(r"[a-z\-]+", low))
    if words & word_list("attribution/womens_roles"):
        return "f"
    return "m" if words & word_list("attribution/mens_roles") else ""


def resolver(trees: tuple[Found, ...], article: Article, body: Body, outlets: OutletNames) -> Resolve:
    """Return a function that makes the mention of a source or a venue, resolved in the order of the text."""
    spans = sorted({span for one in walk(trees) for span in (one.source, one.venue) if span})
    outlet_names = tuple(
        Named(name, tuple(outlet.name for outlet in meant))
        for block in body.blocks
        for name, meant in outlets.names_in(body.text, block)
    )
    people = people_of(body, [named.span for named in outlet_names])
    reader = _Reader(article, body, people, ShortForms(body, outlet_names))
    mentions = {one: reader.mention(one) for one in spans}

    def resolve(spans: Spans) -> Mention:
        return mentions[spans]

    return resolve


class _Reader:
    """Resolves the sources of one article, first to last."""

    def __init__(self, article: Article, body: Body, people: People, short_forms: ShortForms) -> None:
        self._article, self._body, self._people, self._short_forms = article, body, people, short_forms
        self._spoken: list[_Spoken] = []  # sorted by place, as sources are read in order
        self._roles: dict[str, list[tuple[int, int]]] = {}  # role → (first naming, person) of those who have it
        seen: set[int] = set()
        for naming in people.namings:
            if naming.person not in seen:
                seen.add(naming.person)
                for role in people.persons[naming.person].roles:
                    self._roles.setdefault(role, []).append((naming.span.start, naming.person))

    def mention(self, spans: Spans) -> Mention:
        """Return the mention of one source, resolved; later ones may refer back to it."""
        text = self._article.words(*spans)
        low = text.lower().strip(" ,'’\"“”")
        who, empty = self._meant(low, text, spans)
        person = who if isinstance(who, int) else None
        name = self._people.persons[who].name if isinstance(who, int) else who
        if name is not None and name.lower() == low:
            name = None
        self._remember(spans[0], name or text, person, low)
        dangling = empty or self._short_forms.is_dangling(low)
        return Mention(text, spans, name, unresolved=name is None and person is None and dangling)

    def _meant(self, low: str, text: str, spans: Spans) -> tuple[_Who | None, bool]:
        """Whom a mention means, None where it says so itself, and whether it says nothing by itself."""
        at = spans[0].start
        word = low.split(maxsplit=1)[0] if low else ""
        if low in _HE or (word in ("he", "she") and len(low.split()) < _LONGEST_PRONOUN):
            return self._he_or_she(at, _HE[word]), True
        if low in _WHO:
            return self._relative(at), True
        if low in _THEY | _IT:
            return self._thing(at, plural=low in _THEY), True
        if low in _FIRST:
            return self._first_person(low, at), True
        return self._described(low, text, spans[0])

    def _described(self, low: str, text: str, span: Span) -> tuple[_Who | None, bool]:
        person = self._named(span)
        if person is None:
            person = self._by_role(low, span.start)
        if person is not None:
            return person, False
        name = self._short_forms.meant(text, span)
        if name is None and _is_description(low):
            return self._only_one_near(low, span.start), True
        return name, False

    def _remember(self, span: Span, name: str, person: int | None, low: str) -> None:
        head = re.sub(r"[’']s?$", "", _HEAD_END.split(name.lower())[0]).split()
        last = head[-1] if head else ""
        plural = person is None and (low in _THEY or (last.endswith("s") and not last.endswith("ss")) or " and " in low)
        surname = person is None and name.isalpha() and name.istitle() and not self._short_forms.is_outlet(span)
        human = person is None and not plural and (last in _humans() or surname) and low not in _FIRST
        if person is None:
            self._short_forms.remember(name)
        self._spoken.append(_Spoken(span, name, person, plural, human))

    def _named(self, span: Span) -> int | None:
        """The person whose name heads the mention: "Trump spokesperson Hope Hicks", not "a lawyer for Mr. Trump"."""
        text = self._body.text[span.start : span.end]
        cut = _HEAD_END.search(text)
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

    def _by_role(self, low: str, at: int) -> int | None:
        """The one person named before who is a senator: "the senator"."""
        words = re.sub(r"[’']s?$", "", low).split()
        if not words or words[0] != "the" or not 2 <= len(words) <= _LONGEST_DESCRIPTION:
            return None
        role = words[-1]
        if role.endswith("s") and role[:-1] in _humans():
            return None
        fitting = [one for first, one in self._roles.get(role, ()) if first < at and self._of_party(one, words)]
        return fitting[0] if len(fitting) == 1 else None

    def _spoken_in(self, start: int, end: int) -> list[_Spoken]:
        first = bisect_left(self._spoken, start, key=lambda one: one.span.start)
        return self._spoken[first : bisect_left(self._spoken, end, key=lambda one: one.span.start)]

    def _of_party(self, who: _Who, words: list[str]) -> bool:
        party = party_of(words)
        own = party_of(self._people.persons[who].roles if isinstance(who, int) else who.lower().split())
        return not party or own in ("", party)

    def _only_one_near(self, low: str, at: int) -> _Who | None:
        """The only person whom the sentences before speak of: "the New York businessman"."""
        gender = _gender_of(low)
        near = {
            one.who
            for sentence in self._back(at)[:_NEAR]
            for each in ((gender,) if gender else ("m", "f"))
            for one in self._candidates(sentence, at, each)
            if self._of_party(one.who, low.split())
        }
        return near.pop() if len(near) == 1 else None

    def _he_or_she(self, at: int, gender: str) -> _Who | None:
        for sentence in self._back(at):
            candidates = self._candidates(sentence, at, gender)
            speaking = {one.who for one in candidates if one.speaks}
            if len(speaking) == 1:
                return speaking.pop()
            sure = [one for one in candidates if self._gender(one.who) == gender] or candidates
            if sure:
                return sure[0].who  # who is named first is the subject
        return None

    def _gender(self, who: _Who) -> str:
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
        return [one for one in reversed(self._body.sentences[max(0, index - _REACH) : index + 1]) if one.start >= floor]

    def _relative(self, at: int) -> _Who | None:
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
        span = Span(words[phrase.start].start, words[phrase.end - 1].end)
        namings = [one for one in self._people.named_in(span) if not one.owner]
        if not namings and len(self._body.text[span.start : span.end].split()) > _LONGEST_DESCRIPTION:
            return None
        if namings and namings[-1].span.end >= span.end - 1:
            return namings[-1].person
        phrase_text = self._body.text[span.start : span.end]
        last = phrase_text.lower().split()[-1]
        person = self._body.text[at : at + 3].lower() == "who"
        return (
            phrase_text
            if not person or last.endswith("s") or last in _humans() or last in word_list("attribution/pronouns")
            else None
        )

    def _thing(self, at: int, *, plural: bool) -> str | None:
        for sentence in self._back(at)[:3]:
            here = self._spoken_in(sentence.start, min(sentence.end, at))
            names = {one.name for one in here if (one.plural if plural else one.thing)}
            if plural and not names:  # an institution is "they" too
                names = {one.name for one in here if one.thing and one.name[:1].isupper()}
            if len(names) == 1:
                return names.pop()
            if names:
                return None
        return None

    def _first_person(self, low: str, at: int) -> str | None:
        author = self._article.byline
        if author and low in ("i", "me", "my") and not self._body.spoken_at(at):
            return re.sub(r"^by ", "", author, flags=re.IGNORECASE)
        return None
