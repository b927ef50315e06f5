"""Where a Markdown text is markup and not words: what a reader of the rendered page never sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from provaudit.model import Block, BlockKind, Span

_LABEL = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
_TARGET = r"\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
_IMAGE = re.compile(rf"!\[{_LABEL}\](?:{_TARGET}|\[[^\[\]]*\])?")
_LINK = re.compile(rf"(?<![!\\])(?P<open>\[)(?!\^)(?P<words>{_LABEL})(?P<close>\](?:{_TARGET}|\[[^\[\]]*\]))")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\](?!:)")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--.{0,2000}?-->", re.DOTALL)
_MARKS = re.compile(
    r"(?<![\\\w])(?:\*{1,3}|_{1,3}|~~|`+)(?=\S)|(?<=[^\s\\])(?:\*{1,3}|_{1,3}|~~|`+)(?!\w)|\*{2,3}(?=\w)"
)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LINE_MARKS = re.compile(r"(?<=\n)[ \t]*(?:>[ \t]?)+")


def markup_in(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """The spans of markup inside the blocks, in order, none touching another; code is all words."""
    found: list[Span] = []
    for block in blocks:
        if block.kind is not BlockKind.CODE:
            found += _joined(_in_block(text, block.span))
    return tuple(found)


def _in_block(text: str, block: Span) -> Iterator[Span]:
    start, end = block
    for pattern in (_IMAGE, _FOOTNOTE, _TAG, _MARKS, _ESCAPE, _LINE_MARKS):
        yield from (Span(*match.span()) for match in pattern.finditer(text, start, end) if match.group())
    for match in _LINK.finditer(text, start, end):
        yield Span(*match.span("open"))
        yield Span(*match.span("close"))


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
