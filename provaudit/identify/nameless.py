"""Sources that go by a description alone: a crowd, a paper, a body, a group whom somebody has heard."""

from __future__ import annotations

import re
from dataclasses import replace

from provaudit.identify.descriptions import described_kind, is_heard_group
from provaudit.identify.meaning import Meaning, named, unnamed
from provaudit.identify.names import name_in, names_a_person
from provaudit.identify.side_by_side import NamesPlaced
from provaudit.identify.spelling import name_key
from provaudit.identify.spokesmen import whose_statement
from provaudit.identify.wording import as_written_inside, head_of, without_article
from provaudit.identify.wordlists import word_list
from provaudit.model import Mention, SourceKind

_SURNAMES = frozenset({"batch", "bill", "chart", "law", "page", "post"})


def a_crowd(phrase: str, _names: NamesPlaced, _mention: Mention) -> tuple[Meaning, ...]:
    """Nobody in particular: "critics", "media reports"."""
    named_one = names_a_person(phrase) or whose_statement(phrase)
    vague = described_kind(phrase) is SourceKind.VAGUE and not named_one
    return (unnamed(SourceKind.VAGUE, as_written_inside(phrase)),) if vague else ()


def a_description(phrase: str, _names: NamesPlaced, _mention: Mention) -> tuple[Meaning, ...]:
    """A paper or a body that is described: "the indictment", "police"."""
    kind = described_kind(phrase)
    if kind is None or kind is SourceKind.ANONYMOUS:
        return ()
    if kind is not SourceKind.ORGANISATION:
        # "Steven Law, a former aide" is no law.
        a_paper = phrase.casefold() in word_list("sources/document_nouns") - _SURNAMES  # "Emails Show"
        opens_with_a_name = phrase[:1].isupper() and without_article(phrase) == phrase and not a_paper
        is_a_name = names_a_person(phrase) and (kind is SourceKind.VAGUE or opens_with_a_name)
        return () if is_a_name else (unnamed(kind, as_written_inside(phrase)),)
    found = name_in(phrase)
    if found and not (found.kind is SourceKind.PERSON and found.name.casefold() == head_of(phrase)):
        return ()  # but "Police" that opens a sentence is the police
    wording = as_written_inside(phrase)
    name = without_article(wording) if re.search(r"[A-Z]", wording) else wording
    return (replace(named(SourceKind.ORGANISATION, name), key=f"organisation:{name_key(without_article(wording))}"),)


def a_group(phrase: str, _names: NamesPlaced, _mention: Mention) -> tuple[Meaning, ...]:
    """A nameless group whom the article has heard: nobody's name is given, and nobody is hidden."""
    listed = head_of(phrase) in word_list("sources/people_groups") | {"mps"}
    heard = is_heard_group(phrase) and (listed or not names_a_person(phrase))
    return (unnamed(SourceKind.ANONYMOUS, as_written_inside(phrase)),) if heard else ()
