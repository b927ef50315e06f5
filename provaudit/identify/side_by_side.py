"""Reporters named side by side, each with an outlet of their own."""

import re

from provaudit.model import Outlet, Span

NamesPlaced = tuple[tuple[Span, tuple[Outlet, ...]], ...]  # outlet names in a phrase, with what each may mean

_REPORTER_OF = re.compile(r"(?:[Tt]he )?[A-Z][\w .&-]*?['’]s? [A-Z]\w+ [A-Z][\w’'-]+(?=,? and |,? & |, |$)")


def reporters_of_several(text: str, placed: NamesPlaced) -> list[tuple[str, NamesPlaced]]:
    """The reporters of "A's Ann Bo and B's Carl Dee", each with the outlet of its own; empty for other phrases."""
    parts: list[tuple[str, NamesPlaced]] = []
    for match in _REPORTER_OF.finditer(text):
        names = tuple((span, outlets) for span, outlets in placed if match.start() <= span.start < match.end())
        moved = tuple((Span(span.start - match.start(), span.end - match.start()), outlets) for span, outlets in names)
        parts.append((match[0], moved))
    whole = len(parts) > 1 and len(parts) == len(placed) and all(len(names) == 1 for _, names in parts)
    return parts if whole else []
