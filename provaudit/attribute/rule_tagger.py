"""A tagger of rules alone: cue words, punctuation and quotation marks. No model, no parser."""

from collections.abc import Sequence
from dataclasses import replace

from provaudit.attribute.quotations import covered, quotations
from provaudit.attribute.drafts import Draft
from provaudit.attribute.nominal import read_lead_in
from provaudit.attribute.reading import read_sentence
from provaudit.attribute.sentences import Word, sentence_spans, words
from provaudit.attribute.tagged import Tagged
from provaudit.model import Span


class RuleTagger:
    """Finds attributions by rules; the engine behind `--model none`. Never raises on any text."""

    def tag(self, text: str, blocks: Sequence[Span]) -> tuple[Tagged, ...]:
        """Return the outermost attributions in `blocks` of `text`, sorted by position."""
        drafts: list[Draft] = []
        running = False
        for block in blocks:
            running = _read_block(text, block, drafts, running=running, first=block == blocks[0])
        found = [Tagged(d.source, d.cue, d.content, d.confidence) for d in drafts if d.content]
        return tuple(sorted(found, key=lambda one: min(span.start for span in (*one.source, *one.cue, *one.content))))


def _read_block(text: str, block: Span, drafts: list[Draft], *, running: bool, first: bool) -> bool:
    """Add the attributions of one paragraph; return whether its last quotation runs on."""
    lead_in = read_lead_in(text, block, headline=first)
    if lead_in is not None:
        drafts.append(lead_in)
        return False
    quoted = quotations(text, block)
    prose = covered(text, block, quoted)
    awaiting = bool(drafts) and drafts[-1].awaits
    previous_quote: Span | None = None
    opening = True
    for span in sentence_spans(prose, block.start):
        sentence = words(prose, span, block.start)
        if not sentence:
            continue
        bare = all(not word.low or not word.low[:1].isalnum() for word in sentence)
        if bare and any(not word.low for word in sentence):
            quote = Span(span.start, span.end)
            if drafts and (awaiting or (running and opening) or not opening or (drafts[-1].quoted and opening)) and (drafts[-1].quoted or drafts[-1].awaits) and previous_quote is None:
                drafts[-1] = _longer(drafts[-1], quote)
            else:
                previous_quote = quote if previous_quote is None else Span(previous_quote.start, quote.end)
        else:
            made = read_sentence(sentence)
            if previous_quote is not None and not any(not word.low for word in sentence[:1]):
                made = _short_speaker(sentence, previous_quote) or made
            if made:
                previous_quote = None
            drafts += made
        opening = False
    return bool(quoted) and quoted[-1].running


def _longer(draft: Draft, quote: Span) -> Draft:
    return replace(draft, content=(*draft.content, quote), quoted=True, awaits=False)


def _short_speaker(sentence: list[Word], quote: Span) -> list[Draft]:
    """ "What now?" Ann Bo asked. """
    cover = Word("", quote.start, quote.end, False)
    made = read_sentence([cover, *sentence])
    return made if made and made[0].content[0].start == quote.start else []
