"""An article as one reads it: without Markdown's marks, each paragraph on one line; and the way back.

The text of an article is never rewritten, but a tagger that meets "[Radio Pelham](https://…) said" or a paragraph
broken at 72 columns misreads it. So the copy is read, and what is found is mapped to the text itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from provaudit.model import Article, Attribution, Block, Mention, Span

_LINE_END: Final = re.compile(r"[ \t]*\r?\n[ \t]*(?:>[ \t]?)*")
_TARGET: Final = r"""\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+["'(][^\n]*?["')])?\s*\)"""
_MARKS: Final = re.compile(
    rf"""(?P<comment><!--.*?-->)
      |(?P<image>!\[[^\]\n]*\]\([^)\n]*\))
      |(?P<link>\[(?P<words>(?:[^\[\]\n\\]|\\.|\n(?!\n))*)\](?:{_TARGET}|\[[^\]\n]*\]))
      |(?P<note>\[\^[^\]\s]+\])
      |(?P<tag></?[A-Za-z][^<>\n]*>)
      |(?P<strong>\*{{1,3}}|~~|`+)(?=\S)|(?<=\S)(?P<strong_end>\*{{1,3}}|~~|`+)
      |(?<![\w\\])(?P<under>_{{1,3}})(?=[^\s_])|(?<=[^\s_])(?P<under_end>_{{1,3}})(?!\w)
      |(?P<escape>\\)(?=[\\`*_{{}}\[\]()#+\-.!>"'|~])
      |(?P<line>[ \t]*\r?\n[ \t]*(?:>[ \t]?)*)""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ReadingCopy:
    """A copy, and the way back to the text: pieces of it begin at `starts` in the copy, at `origins` in the text.

    `links` are the spans, in the text, of whole Markdown links with those of their words.
    """

    article: Article
    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    links: tuple[tuple[Span, Span], ...]

    def span_in_text(self, span: Span) -> Span:
        """Return the span of the text that a span of the copy was made from; a link it goes beyond is whole in it."""
        start, end = self.origin(span.start), self.origin(span.end - 1) + 1
        for whole, words in self.links:
            if start == words.start and end > words.end:
                start = whole.start
            if end == words.end and start < words.start:
                if self.text[start : whole.start].lower() in ("the ", "a ", "an "):
                    return words  # the [Courier](…): its name alone reads better
                end = whole.end
        return Span(start, end)

    def origin(self, offset: int) -> int:
        """Return where in the text a character of the copy comes from."""
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]


def reading_copy(article: Article) -> ReadingCopy | None:
    """Return the copy of an article whose paragraphs hold marks or line ends, None where it reads as it is."""
    marks = _MARKS if article.format == "markdown" else _LINE_END
    pieces: list[str] = []
    starts, origins, blocks = [0], [0], list[Block]()
    links: list[tuple[Span, Span]] = []
    length = at = 0

    def keep(start: int, text: str) -> None:
        nonlocal length
        pieces.append(text)
        starts.append(length)
        origins.append(start)
        length += len(text)

    for block in article.blocks:
        keep(at, article.text[at : block.span.start])
        begin = length
        at = block.span.start
        for left_out, instead in _left_out(article.text, block.span, marks, links):
            keep(at, article.text[at : left_out.start])
            if instead:
                keep(left_out.end - 1, instead)
            at = left_out.end
        keep(at, article.text[at : block.span.end])
        at = block.span.end
        blocks.append(Block(Span(begin, length), block.kind))
    keep(at, article.text[at:])
    text = "".join(pieces)
    if text == article.text:
        return None
    copy = replace(article, text=text, blocks=tuple(blocks))
    return ReadingCopy(copy, article.text, tuple(starts), tuple(origins), tuple(links))


def _left_out(
    text: str, block: Span, marks: re.Pattern[str], links: list[tuple[Span, Span]]
) -> Iterator[tuple[Span, str]]:
    """Yield what the copy leaves out of a paragraph, and what it has instead; note the links."""
    for match in marks.finditer(text, block.start, block.end):
        whole = Span(*match.span())
        if marks is _LINE_END or match["line"] is not None:
            yield whole, " "
        elif match["link"] is not None:
            words = Span(*match.span("words"))
            links.append((whole, words))
            yield Span(whole.start, words.start), ""
            yield from _left_out(text, words, marks, links)
            yield Span(words.end, whole.end), ""
        else:
            yield whole, ""


def in_text(attributions: tuple[Attribution, ...], copy: ReadingCopy, article: Article) -> tuple[Attribution, ...]:
    """Return attributions that were read in a copy as attributions of the article itself."""

    def moved(mention: Mention | None) -> Mention | None:
        if mention is None:
            return None
        spans = tuple(copy.span_in_text(span) for span in mention.spans)
        return replace(mention, text=article.words(*spans), spans=spans)

    return tuple(
        replace(
            one,
            source=moved(one.source),
            cue=moved(one.cue),
            venue=moved(one.venue),
            content=moved(one.content),
        )
        for one in attributions
    )
