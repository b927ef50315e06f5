"""PA102 unattributed-quote: a quotation, and nobody near it who says it.

What it flags
    Quoted speech with no speaker in its own or in a neighbouring paragraph. Titles, scare quotes, words quoted as
    words, headlines and quotations that run on from the paragraph before are left alone.

Why it matters
    A quotation is evidence that somebody said something. Without the somebody it is only decoration, and nobody can
    ask them whether they said it.

Guideline
    Reuters Handbook of Journalism: every statement in every story is sourced.

Flagged
    The council met for three hours on Tuesday. "We will not pay for another study of this bridge."

Passes
    The council met for three hours on Tuesday. "We will not pay for another study of this bridge," said Ada Holm.

What to do
    Say who said it and where, in the same paragraph.
"""

import re
from collections.abc import Iterator
from typing import Final

from provaudit.attribute.lexicon import cue_words
from provaudit.model import Attribution, BlockKind, Case, Severity
from provaudit.rules.credits import meets, someone_says
from provaudit.rules.prose import BLANK, TITLES, Prose, Quotation, prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of, word_list

_SKIPPED: Final = TITLES | {BlockKind.CAPTION, BlockKind.TABLE, BlockKind.TWEET, BlockKind.QUOTE}
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_SPEAKER: Final = r"(?:[A-Z][\w’'.-]+|he|she|they|I|we|who)"
# A name after a dash or in brackets, or a name and its verb after the comma that ends the quotation.
_SIGNATURE = re.compile(rf"\s*(?:[―—–-]+\s*[A-Z]|\(\s*[A-Z]|(?<=,.)\s+(?:[A-Z][\w’'.-]+\s+)*{_SPEAKER}\s+[a-z]+)")
_SIGNED_BELOW = re.compile(r"[―—–]\s*(?:[A-Z][\w’'.-]+\s*,?\s*){1,6}$")
# A name, and whatever stands between it and the comma or colon before the quotation.
_LEAD_IN = re.compile(rf"\b{_SPEAKER}\b[^.!?{BLANK}]*[:,]\s*$")
_TRANSCRIPT = re.compile(r"[A-Z][A-Z .’'-]+:")  # the quoted words name their speaker themselves
_SPOKEN_WORDS: Final = 6  # a shorter quotation inside a sentence is a phrase, not a statement


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    spoken_for = _blocks_with_a_speaker(case, prose)
    for quotation in prose.quotations:
        if quotation.continued or prose.blocks[quotation.block].kind in _SKIPPED:
            continue
        near = range(quotation.block - 1, quotation.block + 2)
        if spoken_for.isdisjoint(near) and _is_speech(prose, quotation) and not _attributed(case, prose, quotation):
            opening = " ".join(prose.words(quotation.inner).split()[:6])
            yield Remark(f'nobody near the quotation "{opening} …" is said to have said it', quotation.span)


def _blocks_with_a_speaker(case: Case, prose: Prose) -> set[int | None]:
    mentions = (
        attribution.source or attribution.venue
        for attribution in case.attributions
        if not attribution.whole_text and _speaks(attribution)
    )
    found = {prose.block_of(span.start) for mention in mentions if mention for span in mention.spans[:1]}
    return found | {number for number, block in enumerate(prose.blocks) if someone_says(prose.unquoted(block.span))}


def _speaks(attribution: Attribution) -> bool:
    """Whether the cue is one of speech or thought; a tagger may take "met" for one."""
    cue = attribution.cue
    return (
        cue is None
        or "according" in cue.text.casefold()
        or not cue_words().keys().isdisjoint(cue.text.casefold().split())
    )


def _attributed(case: Case, prose: Prose, quotation: Quotation) -> bool:
    """Whether its paragraph has the speaker, or it is more of what one is quoted with in a neighbouring paragraph."""
    near = range(quotation.block - 1, quotation.block + 2)
    home = prose.blocks[quotation.block].span
    spoken = [one for one in case.attributions if one.source and one.content and not one.whole_text]
    if any(meets(one.source, home) and meets(one.content, quotation.inner) for one in spoken):
        return True
    contents = [one.content.spans for one in spoken if one.content]
    return any(
        any(span.meets(quotation.inner) for span in spans)
        and any(prose.block_of(span.start) in near for span in spans if not span.meets(quotation.inner))
        for spans in contents
    )


def _is_speech(prose: Prose, quotation: Quotation) -> bool:
    words = _WORD.findall(prose.words(quotation.inner))
    if _TRANSCRIPT.match(prose.words(quotation.inner)):
        return False
    if len(words) < 3 or _is_title(words) or _labelled(prose, quotation) or _signed(prose, quotation):
        return False
    return len(words) >= _SPOKEN_WORDS or _stands_alone(prose, quotation)


def _signed(prose: Prose, quotation: Quotation) -> bool:
    """Whether a name follows as a signature, or stands before a colon as in a transcript."""
    block = prose.blocks[quotation.block].span
    after = _SIGNATURE.match(prose.text[: block.end], quotation.span.end)
    below = _SIGNED_BELOW.search(prose.outside[block.start : block.end])
    return bool(after or below or _LEAD_IN.search(prose.outside[block.start : quotation.span.start]))


def _is_title(words: list[str]) -> bool:
    """Whether every word that a title capitalises is capitalised here."""
    return all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in word_list("title_small_words") for word in words
    )


def _labelled(prose: Prose, quotation: Quotation) -> bool:
    """Whether the words before say that this is a name, a title, a sign or a word, not what somebody said."""
    block = prose.blocks[quotation.block].span
    before = prose.outside[max(block.start, quotation.span.start - 60) : quotation.span.start]
    sentence = re.split(r"[.!?]\s", before)[-1]
    return bool(re.search(rf"(?<![\w-]){any_of('quote_labels')}\b", sentence, re.IGNORECASE))


def _stands_alone(prose: Prose, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence of its own: a stop inside it, and no sentence that it is a part of."""
    inner = prose.words(quotation.inner)
    block = prose.blocks[quotation.block].span
    before = prose.text[block.start : quotation.span.start].rstrip()
    return inner.endswith((".", "!", "?", "…")) and (not before or before[-1] in '.!?…:”"')


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.DRAFT, check=_check)
