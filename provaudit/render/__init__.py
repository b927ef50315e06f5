"""Audits as text: one file a format, each imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from provaudit.errors import UsageError
from provaudit.model import Audit
from provaudit.render.options import RenderOptions

# format name → (module of this package, function). Every function takes (audits, options) and gives the whole text.
_FORMATS = {
    "text": ("terminal", "terminal"),
    "json": ("json_text", "audits_text"),
    "ndjson": ("json_text", "audit_lines"),
}

FORMATS = tuple(_FORMATS)
EXTRACT_FORMATS = ("text", "json", "ndjson")


def render(format: str, audits: Sequence[Audit], *, options: RenderOptions = RenderOptions()) -> str:  # noqa: A002, B008 -- the CLI's word; frozen
    """The whole output of a run in one format, with its last line end; UsageError for a format there is none of."""
    if format not in _FORMATS:
        raise UsageError(f"no format named {format!r}: there are {', '.join(FORMATS)}")
    module, function = _FORMATS[format]
    written: str = getattr(import_module(f"provaudit.render.{module}"), function)(audits, options)
    return written
