"""Audits as text: one file a format, each imported only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Final, cast

from provaudit.errors import UsageError
from provaudit.model import Audit
from provaudit.render.options import RenderOptions

__all__ = ["EXTRACT_FORMATS", "FORMATS", "RenderOptions", "render", "render_extracts"]

# Format → module of this package and its function, which takes (audits, options) and gives the whole text.
_FORMATS: Final = {
    "text": "terminal:terminal",
    "concise": "concise:concise",
    "json": "json_text:audits_text",
    "ndjson": "json_text:audit_lines",
    "sarif": "sarif:sarif",
    "github": "github:github",
    "gitlab": "gitlab:gitlab",
    "junit": "junit:junit",
    "rdjson": "rdjson:rdjson",
    "markdown": "markdown:markdown",
    "html": "html:html",
    "dot": "dot:dot",
    "prov": "prov_json:prov_json",
    "jsonld": "jsonld:jsonld",
}
_EXTRACT_FORMATS: Final = {
    "text": "extract_view:extract_view",
    "json": "json_text:extracts_text",
    "ndjson": "json_text:extract_lines",
}

FORMATS: Final = tuple(_FORMATS)
EXTRACT_FORMATS: Final = tuple(_EXTRACT_FORMATS)

_PLAIN: Final = RenderOptions()


def render(format: str, audits: Sequence[Audit], *, options: RenderOptions = _PLAIN) -> str:  # noqa: A002 -- the option's name
    """The whole output of a run in one format, with its last line end; UsageError for a format there is none of.

    `ndjson` may be called audit by audit, as each ends: its output is the sum of its parts.
    """
    return _renderer(_FORMATS, format)(audits, options)


def render_extracts(format: str, extracts: Sequence[Audit], *, options: RenderOptions = _PLAIN) -> str:  # noqa: A002 -- as above
    """What `extract` prints: audits of which only article, sources and attributions are filled."""
    return _renderer(_EXTRACT_FORMATS, format)(extracts, options)


def _renderer(formats: Mapping[str, str], name: str) -> Callable[[Sequence[Audit], RenderOptions], str]:
    if name not in formats:
        raise UsageError(f"no format named {name!r}: there are {', '.join(formats)}")
    module, _, function = formats[name].partition(":")
    written = getattr(import_module(f"provaudit.render.{module}"), function)
    return cast("Callable[[Sequence[Audit], RenderOptions], str]", written)
