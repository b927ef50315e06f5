"""Whom a pronoun, a surname or a short form means.

Each source is resolved in text order, so that a pronoun can stand for whom an earlier one stood for. An antecedent
is accepted only when one candidate is left: gender and number rule out, the nearest sentence with a candidate
decides, and there the one who speaks or is the subject. The rest is said to be unresolved.
"""

import re
from typing import Final

from provaudit.attribute.antecedents import HEAD_END, LONGEST_DESCRIPTION, Antecedents, Spoken, Who, humans
from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans, walk
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.numbered import Resolve
from provaudit.attribute.outlet_names import OutletNames
from provaudit.attribute.outlet_nouns import OutletNouns
from provaudit.attribute.people import People, people_of
from provaudit.attribute.short_forms import Named, ShortForms
from provaudit.model import Article, Mention, Span

_HE: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THEY: Final = frozenset({"both", "their", "them", "they"})
_IT: Final = frozenset({"it", "its", "itself"})
_WHO: Final = frozenset({"that", "which", "who", "whom"})
_FIRST: Final = frozenset({"i", "me", "my", "our", "us", "we", "you", "your"})
_HOUSE: Final = re.compile(r"[’']s? .*\b(?:spokes\w+|aide|advis[eo]r|attorney|barrister|lawyer|solicitor)$")
_LONGEST_PRONOUN: Final = 4  # "he himself", "she and others"


def _is_description(low: str) -> bool:
    """Whether words describe one person without a name: "the New York businessman", "the Republican nominee"."""
    if not low.startswith("the ") or len(low.split()) > LONGEST_DESCRIPTION or HEAD_END.search(low):
        return False
    if _HOUSE.search(low):
        return False  # "the mayor's spokesman" may be anybody of the mayor's house
    last = low.rsplit(maxsplit=1)[-1]
    return last in word_list("sources/titles") or last in word_list("attribution/womens_roles") | word_list(
        "attribution/mens_roles"
    )


def resolver(trees: tuple[Found, ...], article: Article, body: Body, outlets: OutletNames) -> Resolve:
    """Return a function that makes the mention of a source or a venue, resolved in the order of the text."""
    spans = sorted({span for one in walk(trees) for span in (one.source, one.venue) if span})
    outlet_names = tuple(
        Named(name, tuple(outlet.name for outlet in meant))
        for block in body.blocks
        for name, meant in outlets.names_in(body.text, block)
    )
    people = people_of(body, [named.span for named in outlet_names])
    reader = _Reader(article, body, people, ShortForms(body, outlet_names, OutletNouns(body, outlets)))
    sources = {one.source for one in walk(trees)}
    mentions = {one: reader.mention(one, venue=one not in sources) for one in spans}

    def resolve(spans: Spans) -> Mention:
        return mentions[spans]

    return resolve


class _Reader:
    """Resolves the sources of one article, first to last."""

    def __init__(self, article: Article, body: Body, people: People, short_forms: ShortForms) -> None:
        self._article, self._body, self._people, self._short_forms = article, body, people, short_forms
        self._before = Antecedents(body, people)

    def mention(self, spans: Spans, *, venue: bool = False) -> Mention:
        """Return the mention of one source (or venue), resolved; later ones may refer back to it."""
        text = self._article.words(*spans)
        low = text.lower().strip(" ,'’\"“”")
        who, empty = self._meant(low, text, spans)
        person = who if isinstance(who, int) else None
        name = self._people.persons[who].name if isinstance(who, int) else who
        if name is not None and name.lower() == low:
            name = None
        self._remember(spans[0], name or text, person, low, venue=venue)
        dangling = empty or self._short_forms.is_dangling(low, spans[0])
        return Mention(text, spans, name, unresolved=name is None and person is None and dangling)

    def _meant(self, low: str, text: str, spans: Spans) -> tuple[Who | None, bool]:
        """Whom a mention means, None where it says so itself, and whether it says nothing by itself."""
        at = spans[0].start
        word = low.split(maxsplit=1)[0] if low else ""
        if low in _HE or (word in ("he", "she") and len(low.split()) < _LONGEST_PRONOUN):
            return self._before.he_or_she(at, _HE[word]), True
        if low in _WHO:
            return self._before.relative(at), True
        if low in _THEY | _IT:
            return self._before.thing(at, plural=low in _THEY), True
        if low in _FIRST:
            return self._first_person(low, at), True
        return self._described(low, text, spans[0])

    def _described(self, low: str, text: str, span: Span) -> tuple[Who | None, bool]:
        person = self._before.named(span)
        if person is None:
            person = self._before.by_role(low, span.start)
        if person is not None:
            return person, False
        name = self._short_forms.meant(text, span)
        named = low.startswith("the ") and text.rsplit(maxsplit=1)[-1][:1].isupper()  # "The Economist" describes nobody
        if name is None and not named and _is_description(low):
            near = self._before.only_one_near(low, span.start)
            return (None if self._bears_another_title(near, low) else near), True
        return name, False

    def _bears_another_title(self, who: Who | None, low: str) -> bool:
        """Whether "the mayor" cannot be the only person near, who is a director."""
        title = low.rsplit(maxsplit=1)[-1]
        either = word_list("attribution/womens_roles") | word_list("attribution/mens_roles")
        if not isinstance(who, int) or title in either or title not in word_list("sources/titles"):
            return False
        return bool(self._people.persons[who].roles & (word_list("sources/titles") - either - {title}))

    def _remember(self, span: Span, name: str, person: int | None, low: str, *, venue: bool) -> None:
        head = re.sub(r"[’']s?$", "", HEAD_END.split(name.lower())[0]).split()
        last = head[-1] if head else ""
        plural = person is None and (low in _THEY or (last.endswith("s") and not last.endswith("ss")) or " and " in low)
        bare = HEAD_END.split(name)[0]
        surname = person is None and bare.isalpha() and bare.istitle() and not self._short_forms.is_outlet(span)
        human = person is None and not plural and (last in humans() or surname) and low not in _FIRST
        if person is None:
            self._short_forms.remember(name)
        self._before.remember(Spoken(span, name, person, plural, human, venue))

    def _first_person(self, low: str, at: int) -> str | None:
        author = self._article.byline
        if author and low in ("i", "me", "my") and not self._body.spoken_at(at):
            return re.sub(r"^by ", "", author, flags=re.IGNORECASE)
        return None
