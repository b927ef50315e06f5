"""Instructions to provaudit in comments: `<!-- provaudit: ignore[PA101] reason -->`."""

import re

from provaudit.model import Directive

_COMMENT = re.compile(r"<!--\s*provaudit:\s*(?P<text>[^<>]*?)\s*-->", re.DOTALL)
_BODY = re.compile(r"\s*provaudit:\s*(?P<text>.*?)\s*$", re.DOTALL)


def directives_in(text: str) -> tuple[Directive, ...]:
    """The directives of a text that is the file itself; each stands where its comment does."""
    return tuple(
        Directive(" ".join(match["text"].split()), match.start(), text.count("\n", 0, match.start()) + 1)
        for match in _COMMENT.finditer(text)
    )


def directive_of(comment: str) -> str | None:
    """The words of a directive, given what stands between the comment marks; None for another comment."""
    match = _BODY.match(comment)
    return " ".join(match["text"].split()) if match else None
