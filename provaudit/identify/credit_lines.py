"""Names in credit lines ("Sources A, B", "via C", "h/t D"): there a bare name that is nobody's is an outlet's."""

from __future__ import annotations

from provaudit.identify.ambiguous import TieBreaks
from provaudit.identify.meaning import Meaning, outlet_meaning
from provaudit.identify.registry import Registry
from provaudit.identify.spelling import fold, slug
from provaudit.identify.wordlists import word_list
from provaudit.model import Outlet, SourceKind


def as_credited(meaning: Meaning, registry: Registry, ties: TieBreaks) -> Meaning:
    """What a credit means by a name: the outlet of that name, known or not, unless it is a person's or a body's."""
    if meaning.kind is not SourceKind.PERSON or meaning.outlet or meaning.candidates:
        return meaning
    first = meaning.name.partition(" ")[0]
    if not first[:1].isupper() or fold(first) in word_list("sources/given_names"):
        return meaning
    known = ties.settle(registry.by_name(meaning.name), meaning.name, None)
    stranger = Outlet(id=slug(meaning.name), name=meaning.name, known=False)
    return outlet_meaning(known or (stranger,), meaning.name)
