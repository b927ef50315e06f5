"""The wording that hides a name, and the reason given for it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans, cut
from provaudit.model import Span

_HIDES: Final = re.compile(
    r""",?\ ?(?:(?:who|speaking|granted|and|all\ of\ whom|both\ of\ whom|each\ of\ whom|which|but)\b[^.;]*?)?\b
        (?:on\ (?:the\ )?condition\ of\ anonymity|on\ background|anonymously|without\ attribution
          |condition\ (?:that\ )?(?:he|she|they)\ not\ be\ (?:named|identified)
          |(?:asked|asking|requested|requesting|declined|declining|wished|wishing|preferred|wanted|insisted|refused
             |(?:did\ not|didn['’]t)\ (?:want|wish)|pleaded|pleading|craved|spoke|(?<!has\ )(?<!have\ )(?<!had\ )not)
           \ (?:not\ )?(?:to\ )?(?:be\ |remain\ |stay\ )?(?:named|identified|quoted\ by\ name|anonymous|anonymity)
          |(?:not|(?:is|was|were|are)n['’]t)\ authori[sz]ed\ to\ (?:speak|discuss|comment|talk|disclose))""",
    re.IGNORECASE | re.VERBOSE,
)
_REASON: Final = re.compile(
    r"""(?:because|since|for\ fear\ (?:of|that)|fearing|citing|out\ of\ fear|in\ order\ to|so\ as\ not\ to
          |to\ (?:discuss|describe|speak\ (?:candidly|freely|frankly)|talk\ (?:freely|candidly)|avoid|protect|divulge
               |share|preserve|relay|recount)
          |as\ (?:he|she|they)\ (?:was|were|is|are)\ not)\b[^.;“”"]*""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_AUTHORISED: Final = re.compile(
    r"who (?:(?:was|were|is|are) not|(?:wasn|weren|isn|aren)['’]t) authori[sz]ed to [^.;,“”\"]*", re.IGNORECASE
)
_FARTHEST: Final = 1500  # characters: a sentence may be pages long where a quotation is never closed


def add_anonymity(attributions: tuple[Found, ...], body: Body) -> tuple[Found, ...]:
    """Return the trees with sources that hold their whole anonymity wording, and its reason where one is given."""
    return tuple(_hidden(one, body, ()) for one in attributions)


def _hidden(one: Found, body: Body, around: Spans) -> Found:
    """`around` are the cues of those whose words these are; a wording ends there, and where an inner cue stands."""
    inner = tuple(_hidden(each, body, (*around, *one.cue)) for each in one.inner)
    one = _reclaimed(replace(one, inner=inner), body)
    start = one.source[0].start if one.source else 0
    sentence = body.sentence_at(start)
    if sentence is None or not one.source:
        return one
    stops = sorted(
        [
            *(span for span in (*one.content, *one.cue, *around, *_cues_of(inner)) if span.start > start),
            Span(sentence.end, sentence.end),
        ]
    )
    beside = _wording(body, start, stops[0].start)
    if beside is not None:
        wording, reason = beside
        widened = wording.end > one.source[-1].end
        return replace(one, source=(Span(start, wording.end),) if widened else one.source, anonymity_reason=reason)
    # "…," an official told CNN on condition of anonymity because …
    for before, after in pairwise(stops):
        apart = _wording(body, before.end, after.start)
        taken = (*one.parts, *(span for each in inner for span in each.source))
        if apart is not None and not any(span.meets(apart[0]) for span in taken):
            return replace(one, source=(*one.source, apart[0]), anonymity_reason=apart[1])
    return one


def _cues_of(attributions: tuple[Found, ...]) -> Iterator[Span]:
    return (span for one in attributions for span in one.cue)


def _reclaimed(one: Found, body: Body) -> Found:
    """Give a source behind its cue the wording whose end a tagger took for what is said: "… because | they fear …"."""
    if not one.source or not one.cue or one.cue[0].start > one.source[-1].start:
        return one
    last = one.source[-1]
    said = next((span for span in one.content if 0 <= span.start - last.end <= len(", ")), None)
    if said is None:
        return one
    # Where all is said before the source, the reason may go on over commas.
    comma = body.prose.find(",", said.start, said.end) if one.content[0] is said else -1
    hiding = _wording(body, last.start, said.end if comma < 0 else comma)
    if hiding is None or not hiding[0].start <= said.start < hiding[0].end:
        return one
    left = cut(one.content, Span(last.start, hiding[0].end))
    left = tuple(_without_comma(span, body) for span in left)
    return replace(one, source=(*one.source[:-1], Span(last.start, hiding[0].end)), content=left) if left else one


def _without_comma(span: Span, body: Body) -> Span:
    words = body.text[span.start : span.end]
    return Span(span.end - len(words.lstrip(" ,")), span.end)


def _wording(body: Body, start: int, limit: int) -> tuple[Span, str | None] | None:
    """The words between two offsets that hide a name, from `start` on where they stand right there, and the reason."""
    after = body.prose[start : min(limit, start + _FARTHEST)]
    hides = _HIDES.search(after)
    if hides is None:
        return None
    reason = _reason(after, hides)
    first = start + len(hides.group()) - len(hides.group().lstrip(" ,")) + hides.start()
    words = body.text[first : start + (reason.end() if reason else hides.end())].rstrip(" ,")
    return Span(first, first + len(words)), reason.group().rstrip(" ,") if reason else None


def _reason(after: str, hides: re.Match[str]) -> re.Match[str] | None:
    found = _REASON.search(after, hides.end())
    return found or _NOT_AUTHORISED.search(after)
