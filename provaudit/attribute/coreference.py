"""Whom a pronoun, a surname or a short form means.

Each source is resolved in text order, so that a pronoun can stand for whom an earlier one stood for. An antecedent
is accepted only when one candidate is left: gender and number rule out, the nearest sentence with a candidate
decides, and there the one who speaks or is the subject. The rest is said to be unresolved.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.clauses import subject
from provaudit.attribute.found import Found, Spans, walk
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.numbered import Resolve
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.people import Naming, People, people_of
from provaudit.attribute.short_forms import Named, ShortForms
from provaudit.model import Article, Mention, Span

_HE: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY: Final = frozenset("they them their both".split())
_IT: Final = frozenset("it its itself".split())
_WHO: Final = frozenset("who which that whom".split())
_FIRST: Final = frozenset("i me my we us our you your".split())
_REACH: Final = 6  # sentences a pronoun looks back
_PARAGRAPHS: Final = 3
_HEAD_END: Final = re.compile(r",| (?:of|for|from|in|at|with|who|whose|on|to|speaking|and|or|told|during|about|as|based|\() ?")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A source that was resolved: whom it means, where, and what can stand for it later."""

    span: Span
    name: str
    person: int | None
    plural: bool
    thing: bool


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
        self._spoken: list[_Spoken] = []

    def mention(self, spans: Spans) -> Mention:
        text = self._article.words(*spans)
        low = text.lower().strip(" ,'’\"“”")
        name, person, pronoun = self._meant(low, text, spans)
        if name is not None and name.lower() == low:
            name = None
        self._remember(spans[0], name or text, person, low)
        return Mention(text, spans, name, unresolved=name is None and (pronoun or self._short_forms.is_dangling(low, spans[0])))

    def _meant(self, low: str, text: str, spans: Spans) -> tuple[str | None, int | None, bool]:
        """The name, the person it is, and whether the mention says nothing by itself."""
        at = spans[0].start
        word = low.split()[0] if low else ""
        if low in _HE or (word in ("he", "she") and len(low.split()) < 4):
            person = self._he_or_she(at, _HE[word])
            return (self._people.persons[person].name if person is not None else None), person, True
        if low in _WHO:
            return self._relative(at)
        if low in _THEY or low in _IT:
            return self._thing(at, plural=low in _THEY), None, True
        if low in _FIRST:
            return self._first_person(low, at), None, True
        person = self._named(spans[0])
        if person is not None:
            return self._people.persons[person].name, person, False
        person = self._by_role(low, at)
        if person is not None:
            return self._people.persons[person].name, person, False
        return self._short_forms.meant(text, spans[0], [(one.span, one.name) for one in self._spoken]), None, False

    def _remember(self, span: Span, name: str, person: int | None, low: str) -> None:
        head = _HEAD_END.split(low)[0].split()
        plural = person is None and (low in _THEY or bool(head and head[-1].endswith("s") and not head[-1].endswith("ss")) or " and " in low)
        self._spoken.append(_Spoken(span, name, person, plural, person is None and not plural and low not in _FIRST))

    def _named(self, span: Span) -> int | None:
        """The person whose name heads the mention: "Trump spokesperson Hope Hicks", not "a lawyer for Mr. Trump"."""
        text = self._body.text[span.start : span.end]
        cut = _HEAD_END.search(text)
        end = span.start + (cut.start() if cut else len(text))
        if cut and re.match(r" (?:and|or) ", cut.group()):
            return None
        for naming in self._people.named_in(Span(span.start, end)):
            if naming.span.end >= end and not naming.owner:
                return naming.person
        over = [one for one in self._people.namings if one.span.start < span.start < one.span.end and one.span.end == end]
        return over[0].person if over and not over[0].owner else None

    def _by_role(self, low: str, at: int) -> int | None:
        """The one person named before who is a senator: "the senator"."""
        words = low.split()
        if not words or words[0] != "the" or not 2 <= len(words) <= 4:
            return None
        role = words[-1]
        before = {naming.person for naming in self._people.namings if naming.span.start < at}
        fitting = [person for person in before if role in self._people.persons[person].roles]
        return fitting[0] if len(fitting) == 1 else None

    def _he_or_she(self, at: int, gender: str) -> int | None:
        for sentence in self._back(at):
            candidates = self._candidates(sentence, at, gender)
            sure = [one for one in candidates if self._people.persons[one[1]].gender == gender] or candidates
            persons = {one[1] for one in sure}
            if len(persons) == 1:
                return persons.pop()
            if persons:
                return self._preferred(sure)
        return None

    def _candidates(self, sentence: Span, at: int, gender: str) -> list[tuple[int, int, bool]]:
        """(offset, person, speaks or stands first) of those named or meant in a sentence before `at`."""
        found = []
        namings: list[Naming] = [one for one in self._people.named_in(sentence) if one.span.end <= at and not self._body.spoken_at(one.span.start)]
        free = [one for one in namings if not one.owner]
        for naming in free or namings:
            if self._people.persons[naming.person].gender in (gender, ""):
                found.append((naming.span.start, naming.person, False))
        for spoken in self._spoken:
            if sentence.start <= spoken.span.start < min(sentence.end, at) and spoken.person is not None and self._people.persons[spoken.person].gender in (gender, ""):
                found.append((spoken.span.start, spoken.person, True))
        return sorted(found)

    def _preferred(self, candidates: list[tuple[int, int, bool]]) -> int | None:
        """Who speaks there; else who is named first, as the subject is."""
        speakers = {person for _, person, speaks in candidates if speaks}
        if len(speakers) == 1:
            return speakers.pop()
        return candidates[0][1]

    def _back(self, at: int) -> list[Span]:
        """The sentences before an offset, nearest first, its own included, over at most three paragraphs."""
        index = bisect_right(self._body.sentences, at, key=lambda one: one.start) - 1
        first = bisect_right(self._body.blocks, at, key=lambda one: one.start) - 1
        floor = self._body.blocks[max(0, first - _PARAGRAPHS + 1)].start if self._body.blocks else 0
        return [one for one in reversed(self._body.sentences[max(0, index - _REACH) : index + 1]) if one.start >= floor]

    def _relative(self, at: int) -> tuple[str | None, int | None, bool]:
        sentence = self._body.sentence_at(at)
        if sentence is None:
            return None, None, True
        words = [word for word in self._body.words(sentence) if word.end <= at]
        if words and words[-1].low == ",":
            words.pop()
        phrase = subject(words, len(words), 0)
        if phrase is None:
            return None, None, True
        span = Span(words[phrase.start].start, words[phrase.end - 1].end)
        namings = [one for one in self._people.named_in(span) if not one.owner]
        if namings and namings[-1].span.end >= span.end - 1:
            return self._people.persons[namings[-1].person].name, namings[-1].person, True
        return self._body.text[span.start : span.end], None, True

    def _thing(self, at: int, *, plural: bool) -> str | None:
        for sentence in self._back(at)[:3]:
            names = {
                one.name for one in self._spoken if sentence.start <= one.span.start < min(sentence.end, at) and (one.plural if plural else one.thing)
            }
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
