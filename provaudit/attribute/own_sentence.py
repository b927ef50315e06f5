"""What an attribution may reach: its own sentence, quotations beyond it, and never a heading.

A tagger ties words over sentences and paragraphs. Only a quotation goes on there; what the newsroom tells in its own
words in another sentence is another statement, and a clause that has a subject of its own is that subject's.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.clauses import subject
from provaudit.attribute.found import Found, Spans, joined
from provaudit.attribute.reading import read_sentence
from provaudit.model import Article, BlockKind, Span

_HEADS: Final = (BlockKind.HEADLINE, BlockKind.HEADING)
_EDGES: Final = " \t\u00a0\n,;:—–"


def in_own_sentence(attributions: list[Found], article: Article, body: Body) -> list[Found]:
    """Return the attributions, each with the source and the content that its own sentence allows."""
    reach = _Reach(article, body)
    made = [reach.with_own_source(reach.with_own_content(one)) for one in attributions]
    return [one for one in made if one.content]


class _Reach:
    """The sentences of a body, those that a semicolon parts taken as one, and its headings."""

    def __init__(self, article: Article, body: Body) -> None:
        self._body = body
        self._heads = tuple(block.span for block in article.body if block.kind in _HEADS)
        self._sentences: list[Span] = []
        for sentence in body.sentences:
            last = self._sentences[-1] if self._sentences else None
            if last is not None and body.text[last.start : last.end].endswith(";"):
                self._sentences[-1] = Span(last.start, sentence.end)
            else:
                self._sentences.append(sentence)

    def with_own_content(self, one: Found) -> Found:
        """Return it without what stands in another sentence and is not quoted, and without headings' words."""
        anchor = one.cue or one.source
        home = self._sentence(anchor[0].start) if anchor else None
        if home is None:
            return one
        head = self._head(home.start)
        pieces = [
            piece for piece in self._pieces(one.content) if piece.start < piece.end and self._head(piece.start) == head
        ]
        own = [piece for piece in pieces if home.holds(piece)]
        plain = own and not any(self._body.spoken_at(piece.start) for piece in own)
        block = self._body.block_at(home.start)
        floor = block.start if plain and block is not None else 0  # a quotation before it is another's
        beyond = [piece for piece in pieces if not home.holds(piece) and self._goes_on(piece, floor)]
        if pieces and self._body.text[home.start : home.end].endswith(":"):
            return replace(one, content=joined(pieces))  # "She wrote:", and a paragraph; "has three tasks:", and a list
        kept = [*own, *beyond] or _nearest(pieces, home)
        return replace(one, content=joined(kept)) if joined(kept) != one.content else one

    def with_own_source(self, one: Found) -> Found:
        """Return it with the subject of its cue, where its source was taken from another sentence."""
        home = self._sentence(one.cue[0].start) if one.cue and one.source else None
        if home is None or any(home.meets(span) for span in one.source):
            return one
        own = self._subject(one, home)
        if own:
            return replace(one, source=own)
        return replace(one, source=()) if self._head(one.source[0].start) != self._head(home.start) else one

    def _subject(self, one: Found, home: Span) -> Spans:
        words = self._body.words(home)
        for draft in read_sentence(words):
            if draft.source and any(part.meets(one.cue[0]) for part in draft.cue):
                return draft.source
        first = next((n for n, word in enumerate(words) if word.start >= one.cue[0].start), 0)
        found = subject(words, first, 0)
        return () if found is None else (Span(words[found.start].start, words[found.end - 1].end),)

    def _sentence(self, offset: int) -> Span | None:
        index = bisect_right(self._sentences, offset, key=lambda one: one.start) - 1
        return self._sentences[index] if index >= 0 and offset < self._sentences[index].end else None

    def _head(self, offset: int) -> Span | None:
        return next((head for head in self._heads if head.start <= offset < head.end), None)

    def _goes_on(self, piece: Span, floor: int) -> bool:
        return self._body.is_verbatim(piece) or (piece.start >= floor and self._body.spoken_at(piece.start))

    def _pieces(self, spans: Spans) -> Iterator[Span]:
        """The spans, cut where a sentence ends, unless a quotation goes on there."""
        for span in spans:
            first = max(0, bisect_right(self._sentences, span.start, key=lambda one: one.start) - 1)
            start = span.start
            for sentence in self._sentences[first:]:
                if sentence.start >= span.end:
                    break
                if sentence.start > start:
                    yield self._edged(Span(start, sentence.start))
                    start = sentence.start
            yield self._edged(Span(start, span.end))

    def _edged(self, span: Span) -> Span:
        words = self._body.text[span.start : span.end]
        left = len(words) - len(words.lstrip(_EDGES))
        return Span(span.start + left, max(span.start + left, span.start + len(words.rstrip(_EDGES))))


def _nearest(pieces: list[Span], home: Span) -> list[Span]:
    """The one piece nearest to the sentence: nothing better is at hand."""
    far = sorted(pieces, key=lambda piece: min(abs(piece.start - home.end), abs(home.start - piece.end)))
    return far[:1]
