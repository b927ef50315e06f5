"""Those who speak for others: an unnamed spokesman is the body spoken for, "a statement by X" is X."""

from __future__ import annotations

import re

from provaudit.identify.names import name_in
from provaudit.model import SourceKind

_SPOKEN_FOR = re.compile(r"\bspokes\w+ (?:for|of|at|with) (.+)$", re.IGNORECASE | re.DOTALL)
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|men|women|people)\b", re.IGNORECASE)
_STATEMENT_BY = re.compile(
    r"\b(?:statements?|remarks|comments?|testimony|speech|response|reply) (?:by|from|of) (.+)$", re.DOTALL
)
_OWN_PAGES = re.compile(
    r"((?:[Tt]he )?[A-Z][\w.&’'-]*?(?: [A-Z][\w.&’'-]*?)*)['’]s (?:own |company |corporate |official )*"
    r"(?:blog|newsroom|website|press office)"
)


def whose_statement(phrase: str) -> str | None:
    """The one behind "a statement by X" or "X's blog", if the phrase is that."""
    said = _STATEMENT_BY.search(phrase) or _OWN_PAGES.fullmatch(phrase)
    return said.group(1) if said and re.search(r"[A-Z]", said.group(1)) else None


def is_a_spokesman(phrase: str) -> bool:
    """Whether the phrase is of a spokesman."""
    return _SPOKES.search(phrase) is not None


def body_spoken_for(phrase: str) -> str | None:
    """The name of the body a spokesman speaks for; None where the phrase names none."""
    spoken_for = _SPOKEN_FOR.search(phrase)
    body = name_in(spoken_for.group(1)) if spoken_for else name_in(_SPOKES.split(phrase)[0])
    return body.name if body and body.kind is SourceKind.ORGANISATION else None
