"""When two articles mean one source."""

from __future__ import annotations

import re

from provaudit.model import OutletKind, Source, SourceKind

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "which", "one", "him", "her", "them", "me", "us"}
)
_ONE_OF_MANY = ("a ", "an ", "another ", "one ")
_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})


def is_outlet(source: Source) -> bool:
    """Whether the source counts as an outlet: one itself, or a reporter speaking for one; never a platform."""
    if source.outlet is not None and source.outlet.kind is OutletKind.PLATFORM:
        return False
    speaks_for_one = source.outlet is not None or bool(source.candidates)  # "the Post's Jane Roe", whichever Post
    return source.kind is SourceKind.OUTLET or (source.kind is SourceKind.PERSON and speaks_for_one)


def names_nobody(source: Source) -> bool:
    """Whether a source is a pronoun that nothing ties to a name, or "a nurse": somebody unnamed, whatever its kind."""
    if source.outlet is not None:
        return False
    one_of_many = source.kind is SourceKind.PERSON and source.name.startswith(_ONE_OF_MANY)
    return one_of_many or source.name.casefold() in _PRONOUNS


def key(source: Source) -> str:
    """What a source is known by across articles: its outlet's id, else its kind and folded name."""
    if source.outlet is not None and is_outlet(source):
        return f"outlet:{source.outlet.id}"
    return f"{source.kind}:{' '.join(source.name.casefold().split())}"


def same_source(one: Source, other: Source) -> bool:
    """Whether two sources may be taken as one: the same outlet, or a person under a longer and a shorter name."""
    if key(one) == key(other):
        return True
    speakers = {SourceKind.PERSON, SourceKind.SOCIAL}
    if one.kind in speakers and other.kind in speakers and not (is_outlet(one) or is_outlet(other)):
        return _one_person(one.name, other.name)
    return False


def _one_person(one: str, other: str) -> bool:
    """One surname, and first names that agree or are left out: "Trump" and "Donald Trump", not "Ivanka Trump"."""
    shorter, longer = sorted((_name_words(one), _name_words(other)), key=len)
    if not shorter or shorter[-1] != longer[-1]:
        return False
    return len(shorter) == 1 or shorter[0] == longer[0] or shorter[0] == longer[0][:1]


def _name_words(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", name.casefold())
    return [word for word in words if word not in _SUFFIX]
