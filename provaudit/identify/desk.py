"""The desk that reads one draft's mentions: which words name an outlet, a person, a paper, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from provaudit.identify.ambiguous import TieBreaks
from provaudit.identify.companies import Companies
from provaudit.identify.credit_lines import as_credited
from provaudit.identify.descriptions import described_kind, hides_a_name
from provaudit.identify.linked import linked_outlet
from provaudit.identify.mastheads import outlet_by_its_verb, programme_named, unknown_outlet
from provaudit.identify.meaning import (
    Meaning,
    as_posted,
    company,
    first_span,
    is_a_bare_name,
    named,
    outlet_meaning,
    said_by_nobody,
    unnamed,
    unresolved,
)
from provaudit.identify.nameless import a_crowd, a_description, a_group
from provaudit.identify.names import Named, name_in, names_a_person
from provaudit.identify.outlet_phrases import AFFILIATE, OUR_COLLEAGUES, Reading, Role, read_phrase
from provaudit.identify.own_affairs import of_its_own
from provaudit.identify.people import Organisations, People, descriptions, full_names, is_shouted
from provaudit.identify.publisher import speaks_of_itself
from provaudit.identify.registry import Registry
from provaudit.identify.side_by_side import NamesPlaced, moved_by, reporters_of_several, without_where_read
from provaudit.identify.social import is_post, poster_in
from provaudit.identify.spelling import name_key
from provaudit.identify.spokesmen import body_spoken_for, is_a_spokesman, whose_statement
from provaudit.identify.wording import as_written_inside, head_of, pronoun_kind, the_one_named, without_article
from provaudit.identify.wordlists import word_list
from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    BlockKind,
    Mention,
    Outlet,
    OutletKind,
    SourceKind,
    Span,
)
from provaudit.model.text import INVISIBLE

_RELATIVE = re.compile(r",\s+(?:which|who|whose|whom|where)\b")
_AND = re.compile(r",? and |,? & |, (?=and )|; ")
_TAIL = re.compile(r", (?:the|a|an|who|which|both|two|all|as) .*$", re.DOTALL)
_EXAMPLES = re.compile(r"\b(?:like|including|such as|ranging)\b")
_QUOTES = "\"'“”‘’ \n\t,;:"

_REPORTED = re.compile(r"\b(?:report|reveal|publish|wrote|disclos)", re.IGNORECASE)
_OURS = "this newspaper"  # "as we reported" is its own outlet's


class Desk:
    """Reads the mentions of one draft. Nothing here raises for odd wording; the last resort is the wording itself."""

    def __init__(
        self, article: Article, attributions: Sequence[Attribution], registry: Registry, publisher: Outlet | None
    ) -> None:
        self._article = article
        self._registry = registry
        self._ties = TieBreaks(article, registry, publisher)
        full_people, full_bodies = full_names(attributions)
        self._people = People(article, full_people)
        self._bodies = Organisations(full_bodies)
        self._companies = Companies(article, attributions)
        self._described_as = descriptions(attributions)

    def meanings(self, attribution: Attribution, mention: Mention) -> tuple[Meaning, ...]:
        """Whom the source mention of an attribution means; several where they are named side by side."""
        cue = attribution.cue.text if attribution.cue else ""
        venue = attribution.venue.text if attribution.venue else ""
        found = (nobody,) if (nobody := said_by_nobody(mention.text, cue)) else self._read(mention)
        if mention.text.casefold() == "we" and _REPORTED.search(cue) and self._ties.is_our_own(_OURS):
            found = (self._outlet((), _OURS, mention),)
        if is_a_bare_name(found):
            stranger = outlet_by_its_verb(mention.text, cue, self._article, first_span(mention))
            found = (outlet_meaning((stranger,), stranger.name),) if stranger else found
        if attribution.kind is AttributionKind.CREDIT or self._opens_an_item(mention, cue):
            return tuple(as_credited(meaning, self._registry, self._ties) for meaning in found)
        if not is_post(mention.text, cue, venue):
            return tuple(of_its_own(meaning, attribution) for meaning in found)
        poster = name_in(poster_in(mention.text))
        if poster and all(meaning.outlet is None for meaning in found):
            found = (self._by_found(poster),)
        return tuple(as_posted(meaning) for meaning in found)

    def _opens_an_item(self, mention: Mention, cue: str) -> bool:
        """Whether it is the known name of "- Wired: the bank …", and nobody of that surname is in the text."""
        place = first_span(mention)
        block = self._article.block_at(place.start) if place and cue == ":" else None
        if block is None or block.kind is not BlockKind.ITEM or not self._registry.by_name(mention.text):
            return False
        return self._people.full_name(mention.text) == mention.text

    def venues(self, mention: Mention) -> tuple[Meaning, ...]:
        """The outlets a venue names; none where it is no outlet ("a press conference")."""
        text, placed = self._phrase(mention)
        placed = placed or self._whole(without_article(text))  # "the Today programme"
        found = tuple(self._outlet(outlets, text[span.start : span.end], mention) for span, outlets in placed)
        if found:
            return found
        if self._ties.is_our_own(text):
            return (self._outlet((), text, mention),)
        outlet = unknown_outlet(text, self._article, first_span(mention)) or programme_named(text)
        return (outlet_meaning((outlet,), outlet.name),) if outlet else ()

    def _phrase(self, mention: Mention) -> tuple[str, NamesPlaced]:
        """The words to read and the outlet names in them; those of the antecedent where coreference gave one."""
        # "CNN's Jane Roe" says more of Jane Roe than the name it is an antecedent of.
        antecedent = mention.refers_to if mention.refers_to and mention.refers_to not in mention.text else None
        marked = mention.text != self._article.words(*mention.spans)
        if antecedent or marked or len(mention.spans) != 1 or INVISIBLE.search(mention.text):
            text = antecedent or INVISIBLE.sub("", mention.text)
            text = self._ties.on_paper(mention.text, text, mention.spans[0].start) if mention.spans else text
            placed = self._registry.names_in(text, Span(0, len(text)))
            # Without its sentence a name that is also a word ("Time") is told by being the whole phrase.
            a_person = mention.text.casefold() in {"he", "him", "she", "her"}  # "he" after Hill spoke is not The Hill
            return text, placed or (self._whole(text) if (antecedent or marked) and not a_person else ())
        span, text = mention.spans[0], mention.text
        found = self._registry.names_in(self._article.text, span)
        return text, moved_by(span.start, found) or (self._whole(text) if text.isupper() and len(text) > 1 else ())

    def _whole(self, text: str) -> NamesPlaced:
        return ((Span(0, len(text)), outlets),) if (outlets := self._registry.by_name(text)) else ()

    def _read(self, mention: Mention) -> tuple[Meaning, ...]:
        if company_name := self._companies.stands_for(mention):
            return (named(SourceKind.ORGANISATION, self._bodies.full_name(company_name)),)
        text, placed = self._phrase(mention)
        if pronoun := pronoun_kind(text.strip(_QUOTES)):
            return (unresolved(pronoun, text.strip(_QUOTES), mention),)
        if not text.strip(_QUOTES):
            return ()
        if known := self._known_here(text, mention):
            return (known,)
        text = text if placed else the_one_named(text)
        parts = reporters_of_several(text, placed) or [(part, ()) for part in self._side_by_side(text, placed)]
        if parts:
            return tuple(meaning for part, names in parts for meaning in self._read_one(part, names, mention))
        return self._read_one(text, placed, mention)

    def _known_here(self, text: str, mention: Mention) -> Meaning | None:
        """Whom the words mean in this draft alone: itself, or whom it has named beside the same description."""
        if self._ties.is_our_own(text):
            return self._outlet((), text, mention)
        if text.casefold() in self._described_as:
            return self._person(self._described_as[text.casefold()])
        return unnamed(SourceKind.ORGANISATION, as_written_inside(text)) if speaks_of_itself(text) else None

    def _side_by_side(self, text: str, placed: NamesPlaced) -> list[str]:
        """The people or bodies of "A and B", each named in full enough to stand alone."""
        text = _TAIL.sub("", re.sub(r"^[Bb]oth ", "", text.strip(_QUOTES)))
        if placed or not _AND.search(text) or _EXAMPLES.search(text):
            return []
        parts = [part.strip(_QUOTES) for piece in _AND.split(text) for part in piece.split(", ")]
        if described_kind(parts[0]) in {SourceKind.VAGUE, SourceKind.ANONYMOUS} and len(parts) > 2:
            parts = parts[1:]  # "two senators, A and B"
        return parts if all(self._stands_alone(part) for part in parts) else []

    def _stands_alone(self, part: str) -> bool:
        found = name_in(part)
        if found is None:
            return False
        if found.kind is SourceKind.PERSON:
            # A surname has to stand elsewhere too: "Doe and Roe" may be a firm.
            known = " " in self._people.full_name(found.name) or self._article.text.count(found.name) > 1
            return " " in found.name or known
        # "the House and Senate Committee" is one body: each has its own article, is an acronym or a known name.
        known = found.name.casefold() in word_list("sources/organisations")
        return part.casefold().startswith("the ") or found.name.isupper() or known

    def _read_one(self, text: str, placed: NamesPlaced, mention: Mention) -> tuple[Meaning, ...]:
        phrase = text.strip(_QUOTES)
        lead = len(text) - len(text.lstrip(_QUOTES))
        names = moved_by(lead, placed)
        for reader in self._readers():
            found = reader(phrase, names, mention)
            if found:
                return found
        return (unnamed(SourceKind.PERSON, as_written_inside(phrase)),)

    def _readers(self) -> Iterator[Callable[[str, NamesPlaced, Mention], tuple[Meaning, ...]]]:
        yield self._hidden
        yield self._affiliate
        yield self._outlets_named
        yield a_crowd
        yield self._spoken_for
        yield self._stranger_outlet
        yield a_description
        yield a_group
        yield self._by_name

    def _hidden(self, phrase: str, names: NamesPlaced, _mention: Mention) -> tuple[Meaning, ...]:
        if described_kind(phrase) is not SourceKind.ANONYMOUS or (names and OUR_COLLEAGUES.match(phrase)):
            return ()
        if not hides_a_name(phrase) and names_a_person(phrase):
            return ()
        return (unnamed(SourceKind.ANONYMOUS, as_written_inside(phrase)),)

    def _affiliate(self, phrase: str, names: NamesPlaced, mention: Mention) -> tuple[Meaning, ...]:
        """An affiliate is not its network: "NBC affiliate WXYZ" is WXYZ, "the local NBC affiliate" nobody named."""
        match = AFFILIATE.search(phrase) if names else None
        if match is None:
            return ()
        at = next((span.start for span, _ in names if span.start >= match.end()), None)
        if at is None:
            stranger = self._stranger_outlet(phrase, (), mention)
            return stranger or (unnamed(SourceKind.VAGUE, as_written_inside(phrase)),)
        return self._outlets_named(phrase[at:], moved_by(at, names), mention)

    def _outlets_named(self, phrase: str, names: NamesPlaced, mention: Mention) -> tuple[Meaning, ...]:
        clause = _RELATIVE.search(phrase)
        if clause:  # "the census, which Wikipedia links to"
            phrase = phrase[: clause.start()]
            names = tuple(name for name in names if name[0].end <= len(phrase))
        platforms = all(outlet.kind is OutletKind.PLATFORM for _, outlets in names for outlet in outlets)
        if platforms and any(span != (0, len(phrase)) for span, _ in names):
            return ()  # "a Facebook post" is somebody's
        if not names:
            return ()
        head = head_of(phrase)
        is_document = head in word_list("sources/document_nouns") and head not in word_list("sources/products")
        reading = read_phrase(phrase, [span for span, _ in names], head_is_document=is_document)
        names = without_where_read(phrase, names)
        spoken = [self._outlet(outlets, phrase[span.start : span.end], mention) for span, outlets in names]
        if reading.role is Role.OUTLET:
            said = [phrase[span.start : span.end] for span, _ in names]
            return tuple(company(meaning, words) for meaning, words in zip(spoken, said, strict=True))
        return self._beside_outlets(reading, phrase, spoken[0])

    def _beside_outlets(self, reading: Reading, phrase: str, outlet: Meaning) -> tuple[Meaning, ...]:
        if reading.role is Role.REPORTER:
            # "Jane Roe and John Doe, two ◆ reporters,"
            several = self._side_by_side(phrase.partition(",")[0], ()) if reading.name else []
            people: list[str | None] = [found.name for found in map(name_in, several) if found]
            return tuple(self._reporter(name, phrase, outlet) for name in people or [reading.name])
        if reading.role is Role.PERSON:
            return (self._person(reading.name),) if reading.name else ()
        if reading.role is Role.HOUSE:
            return (named(SourceKind.ORGANISATION, outlet.name),)
        return (unnamed(SourceKind.DOCUMENT, as_written_inside(phrase)),)

    def _reporter(self, name: str | None, phrase: str, outlet: Meaning) -> Meaning:
        if name is None:
            wording = without_article(phrase)
            return replace(named(SourceKind.PERSON, wording, outlet.outlet), candidates=outlet.candidates)
        return replace(self._person(name), outlet=outlet.outlet, candidates=outlet.candidates)

    def _spoken_for(self, phrase: str, _names: NamesPlaced, mention: Mention) -> tuple[Meaning, ...]:
        """An unnamed spokesman is the body spoken for; "a statement by X" is X."""
        if said := whose_statement(phrase):
            return self._read_one(said, (), mention)
        if not is_a_spokesman(phrase) or names_a_person(phrase):
            return ()
        if body := body_spoken_for(phrase):
            return (named(SourceKind.ORGANISATION, self._bodies.full_name(body)),)
        return (unnamed(SourceKind.ORGANISATION, as_written_inside(phrase)),)

    def _stranger_outlet(self, phrase: str, _names: NamesPlaced, mention: Mention) -> tuple[Meaning, ...]:
        if linked := linked_outlet(phrase, mention, self._article, self._registry):
            return (outlet_meaning((linked,), linked.name),)
        outlet = unknown_outlet(phrase, self._article, first_span(mention))
        if outlet is None or (_names and outlet.domain and self._registry.by_domain(outlet.domain)):
            return ()
        if self._companies.is_one(outlet.name):
            return ()  # it has no outlet but its own newsroom
        # "the Independent, a British newspaper,": the description tells what the bare word did not.
        outlets = self._registry.by_name(outlet.name) or (outlet,)
        at = phrase.find(outlet.name)
        if at < 0:
            return (self._outlet(outlets, outlet.name, mention),)
        return self._outlets_named(phrase, ((Span(at, at + len(outlet.name)), outlets),), mention)

    def _by_name(self, phrase: str, _names: NamesPlaced, _mention: Mention) -> tuple[Meaning, ...]:
        return (self._by_found(found),) if (found := name_in(phrase)) else ()

    def _by_found(self, found: Named) -> Meaning:
        if found.name not in self._bodies and is_shouted(found.name, self._article.text):
            return self._person(found.name.capitalize())
        if found.kind is SourceKind.ORGANISATION or self._companies.is_one(found.name):
            return named(SourceKind.ORGANISATION, self._bodies.full_name(found.name))
        return self._person(found.name)

    def _person(self, name: str) -> Meaning:
        full = self._people.full_name(name)
        return Meaning(SourceKind.PERSON, full, f"person:{name_key(full) or full}")

    def _outlet(self, outlets: tuple[Outlet, ...], said: str, mention: Mention) -> Meaning:
        return outlet_meaning(self._ties.settle(outlets, said, first_span(mention)), said)
