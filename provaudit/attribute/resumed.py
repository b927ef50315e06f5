"""Quotations that a speaker resumes after a break, in the same paragraph or the next."""

from dataclasses import replace

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found
from provaudit.model import Span


def resume(attributions: tuple[Found, ...], body: Body) -> tuple[Found, ...]:
    """Return flat attributions with every quotation that plainly resumes theirs and that no other one has."""
    made = list(attributions)
    for sentence, previous in _bare_quotations(body):
        if any(part.meets(sentence) for one in made for part in one.parts):
            continue
        for index, one in enumerate(made):
            if any(previous.start <= part.start < previous.end for part in one.cue or one.source) and _ends_quoted(
                one, previous, body
            ):
                made[index] = replace(one, content=(*one.content, sentence))
                break
            if (
                one.content
                and previous.start <= one.content[-1].start < previous.end
                and body.spoken_at(one.content[-1].start)
            ):
                made[index] = replace(one, content=(*one.content, sentence))
                break
    return tuple(made)


def _bare_quotations(body: Body) -> list[tuple[Span, Span]]:
    """Sentences that are nothing but a quotation, each with the sentence before."""
    pairs = []
    for before, sentence in zip(body.sentences, body.sentences[1:], strict=False):
        quotation = body.quotation_at(sentence.start)
        if quotation is None or not quotation.spoken or quotation.span.end < sentence.end:
            continue
        pairs.append((sentence, before))
    return pairs


def _ends_quoted(one: Found, sentence: Span, body: Body) -> bool:
    return any(sentence.start <= span.start and body.spoken_at(span.start) for span in one.content)
