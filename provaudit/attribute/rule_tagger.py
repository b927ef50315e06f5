"""A tagger of rules alone: cue words, punctuation and quotation marks. No model, no parser."""

from collections.abc import Sequence
from dataclasses import replace

from provaudit.attribute.drafts import Draft
from provaudit.attribute.nominal import read_lead_in
from provaudit.attribute.quotations import covered, quotations
from provaudit.attribute.reading import read_sentence
from provaudit.attribute.sentences import Word, sentence_spans, words
from provaudit.attribute.tagged import Tagged
from provaudit.model import Span


class RuleTagger:
    """Finds attributions by rules; the engine behind `--model none`. Never raises on any text."""

    def tag(self, text: str, blocks: Sequence[Span]) -> tuple[Tagged, ...]:
        """Return the outermost attributions in `blocks` of `text`, sorted by position."""
        reader = _Reader(text)
        for index, block in enumerate(blocks):
            reader.read(block, first=not index)
        found = [Tagged(one.source, one.cue, one.content, one.confidence) for one in reader.drafts if one.content]
        return tuple(sorted(found, key=lambda one: min((*one.source, *one.cue, *one.content))))


class _Reader:
    """Reads paragraphs in order and remembers who was speaking when the last one ended."""

    def __init__(self, text: str) -> None:
        self.drafts: list[Draft] = []
        self._text = text
        self._running = False  # the last paragraph ended inside a quotation

    def read(self, block: Span, *, first: bool) -> None:
        """Add the attributions of one paragraph."""
        lead_in = read_lead_in(self._text, block, headline=first)
        if lead_in is not None:
            self.drafts.append(lead_in)
            return
        quoted = quotations(self._text, block)
        if not quoted and self._awaiting():
            self._await_block(block)
            return
        before = len(self.drafts)
        orphan: Span | None = None  # a quotation whose speaker may follow
        prose = covered(self._text, block, quoted)
        for index, span in enumerate(sentence_spans(prose, block.start)):
            orphan = self._sentence(words(prose, span, block.start), span, orphan, before if index else 0)
        self._running = bool(quoted) and quoted[-1].running

    def _sentence(self, sentence: list[Word], span: Span, orphan: Span | None, since: int) -> Span | None:
        """Read one sentence; return the quotation that still wants a speaker."""
        if all(not word.low[:1].isalnum() for word in sentence):
            if not any(not word.low for word in sentence):
                return orphan
            if orphan is None and self._resumed(span, since):
                return None
            return span if orphan is None else Span(orphan.start, span.end)
        made: list[Draft] = []
        if orphan is not None and sentence[0].low:
            made = _spoken_before(sentence, orphan)
        made = made or read_sentence(sentence)
        self.drafts += made
        return None if made else orphan

    def _awaiting(self) -> bool:
        return bool(self.drafts) and self.drafts[-1].awaits

    def _await_block(self, block: Span) -> None:
        """A paragraph without marks after "She wrote:" is what she wrote."""
        self.drafts[-1] = replace(self.drafts[-1], content=(block,), awaits=False, confidence=0.6)

    def _resumed(self, quotation: Span, since: int) -> bool:
        """Give a bare quotation to who was speaking: in this paragraph, or when the last one ended."""
        if not self.drafts:
            return False
        last = len(self.drafts) - 1
        candidates = [n for n in range(last, max(since, last - 2) - 1, -1) if self.drafts[n].quoted]
        if not since and not (self._running or self.drafts[-1].awaits or self.drafts[-1].quoted):
            return False
        if self.drafts[-1].awaits:
            candidates = [last]
        if not candidates:
            return False
        one = self.drafts[candidates[0]]
        self.drafts[candidates[0]] = replace(one, content=(*one.content, quotation), quoted=True, awaits=False)
        return True


def _spoken_before(sentence: list[Word], quote: Span) -> list[Draft]:
    """Read a sentence as who said the quotation before it: "What now?" Ann Bo asked."""
    made = read_sentence([Word("", quote.start, quote.end, capital=False), *sentence])
    return made if made and made[0].content[0].start == quote.start else []
