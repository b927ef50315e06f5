"""Clefts give their words to whom they name: "It was the Ledger that revealed in May that …"."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, in_order
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.mastheads import mastheads
from provaudit.attribute.outlet_names import OutletNames
from provaudit.model import Span

_OPENS: Final = re.compile(r"It (?:is|was) (?P<who>(?:the |an? )?(?:[\w’'.-]+ ){1,6}?)(?P<which>that|who|which) ")
_VERB: Final = re.compile(
    r"""(?:(?:had|has|then|also|originally)\ )*
        (?P<cue>(?:first\ )?(?:reported|revealed|disclosed|said|claimed|alleged|warned|broke\ the\ (?:news|story)))
        (?:\ (?:in|on|last|this)\ \w+|\ yesterday|\ today)?,?\ (?P<content>(?:that|how|the|an?)\ \S.*)""",
    re.VERBOSE,
)
_ENDS: Final = re.compile(r",? (?:a|an|which|but) [^,;]*$|[.;!?]+[”\"’']?$|;.*$")
_SURE: Final = 0.75


def with_clefts(attributions: Iterable[Found], body: Body, outlets: OutletNames) -> tuple[Found, ...]:
    """Return the attributions with the clefts' own in the place of what was read in their words."""
    made = list(attributions)
    for one in _clefts(body, outlets):
        lead = Span(one.source[0].start - len("It was "), one.content[0].start)
        made = [other for other in made if not any(part.meets(lead) for part in other.parts)]
        made = [other for other in made if other.content != one.content]
        made.append(one)
    return in_order(made)


def _clefts(body: Body, outlets: OutletNames) -> Iterator[Found]:
    for sentence in body.sentences:
        opens = _OPENS.match(body.prose, sentence.start, sentence.end)
        verb = _VERB.match(body.prose, opens.end(), sentence.end) if opens else None
        if opens is None or verb is None:
            continue
        who = Span(opens.start("who"), opens.end("who") - 1)
        named = [one for one in mastheads(body.text, who, outlets) if one.span.end == who.end and not one.platform]
        short = body.text[who.start : who.end].rpartition(" ")[2]  # "the Ledger", named in full before
        named_short = short[:1].isupper() and short.lower() in word_list("attribution/mastheads")
        if named or named_short or opens["which"] == "who":
            end = _ENDS.search(body.prose, verb.start("content"), sentence.end)
            content = Span(verb.start("content"), end.start() if end else sentence.end)
            yield Found((who,), (Span(*verb.span("cue")),), (content,), _SURE)
