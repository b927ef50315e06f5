"""Names side by side: reporters each with an outlet of their own, and a report with the place it was read."""

import re

from provaudit.model import Outlet, OutletKind, Span

NamesPlaced = tuple[tuple[Span, tuple[Outlet, ...]], ...]  # outlet names in a phrase, with what each may mean

_REPORTER_OF = re.compile(r"(?:[Tt]he )?[A-Z][\w .&-]*?['’]s? [A-Z]\w+ [A-Z][\w’'-]+(?=,? and |,? & |, |$)")

_VIA = re.compile(r"[ ,(]+(?:[a-z]+ )?via (?:the )?$")
_PASSED_ON = re.compile(
    r"[ ,(]+(?:[a-z]+ )?(?:on|at|in|through|(?:carried|published|posted|republished|syndicated|hosted) (?:by|on|at)) $"
)
_ELSEWHERE = frozenset({OutletKind.AGGREGATOR, OutletKind.PLATFORM})


def without_where_read(text: str, placed: NamesPlaced) -> NamesPlaced:
    """The names without that of the place a report was read at: "Reuters via Yahoo" and "AP on MSN" are one report."""
    kept = placed[:1]
    for name in placed[1:]:
        between = text[kept[-1][0].end : name[0].start]
        elsewhere = all(outlet.kind in _ELSEWHERE for outlet in name[1])
        if not _VIA.fullmatch(between) and not (elsewhere and _PASSED_ON.fullmatch(between)):
            kept += (name,)
    return kept


def moved_by(offset: int, placed: NamesPlaced) -> NamesPlaced:
    """The names as they stand in the text from `offset` on; those before it are left out."""
    return tuple(
        (Span(span.start - offset, span.end - offset), outlets) for span, outlets in placed if span.start >= offset
    )


def reporters_of_several(text: str, placed: NamesPlaced) -> list[tuple[str, NamesPlaced]]:
    """The reporters of "A's Ann Bo and B's Carl Dee", each with the outlet of its own; empty for other phrases."""
    parts: list[tuple[str, NamesPlaced]] = []
    for match in _REPORTER_OF.finditer(text):
        names = tuple((span, outlets) for span, outlets in placed if match.start() <= span.start < match.end())
        parts.append((match[0], moved_by(match.start(), names)))
    whole = len(parts) > 1 and len(parts) == len(placed) and all(len(names) == 1 for _, names in parts)
    return parts if whole else []
