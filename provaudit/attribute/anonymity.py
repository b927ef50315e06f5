"""The wording that hides a name, and the reason given for it."""

import re
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found
from provaudit.model import Span

_HIDES: Final = re.compile(
    r""",?\ ?(?:(?:who|speaking|granted|and|all\ of\ whom|both\ of\ whom|each\ of\ whom|which|but)\b[^.;]*?)?\b
        (?:on\ (?:the\ )?condition\ of\ anonymity|on\ background|anonymously|without\ attribution
          |condition\ (?:that\ )?(?:he|she|they)\ not\ be\ (?:named|identified)
          |(?:asked|asking|requested|requesting|declined|declining|wished|wishing|preferred|wanted|insisted|refused
             |did\ not\ want|didn['’]t\ want|spoke|not)
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


def add_anonymity(attributions: tuple[Found, ...], body: Body) -> tuple[Found, ...]:
    """Return the trees with sources that hold their whole anonymity wording, and its reason where one is given."""
    return tuple(_hidden(one, body) for one in attributions)


def _hidden(one: Found, body: Body) -> Found:
    one = replace(one, inner=add_anonymity(one.inner, body))
    if not one.source:
        return one
    start = one.source[0].start
    sentence = body.sentence_at(start)
    if sentence is None:
        return one
    stops = [span.start for span in (*one.content, *one.cue) if span.start > start]
    limit = min([sentence.end, *stops])
    after = body.prose[start:limit]
    hides = _HIDES.search(after)
    if hides is None:
        return one
    reason = _reason(after, hides)
    end = start + (reason.end() if reason else hides.end())
    words = body.text[start:end].rstrip(" ,")
    source = one.source
    if one.source[-1].end < start + hides.end() and not any(
        cue.start < start + hides.end() and cue.start >= start for cue in one.cue
    ):
        source = (Span(start, start + len(words)),)
    return replace(one, source=source, anonymity_reason=reason.group().rstrip(" ,") if reason else None)


def _reason(after: str, hides: re.Match[str]) -> re.Match[str] | None:
    found = _REASON.search(after, hides.end())
    return found or _NOT_AUTHORISED.search(after)
