"""Whom an outlet heard, told behind what it reports: "Reuters reported that …, according to two aides".

The words read as if the aides had said what Reuters reports; they told Reuters. An outlet, or somebody with a name,
after "according to" may speak of the report itself: "Reuters reported that …, according to the BBC".
"""

import re
from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found
from provaudit.attribute.lexicon import word_list
from provaudit.attribute.outlet_names import OutletNames

_HEAD: Final = re.compile(
    r"(?:(?:an?|the|one|its|their) )?(?P<words>(?:[\w’'-]+ )*?[\w’'-]+)"
    r"(?:,| (?:of|for|from|in|at|with|who|that|which|it|by|on|familiar|close|briefed|obtained|seen|reviewed)\b|$)"
)
_ACCORDING: Final = "according to"


def outlets_first(one: Found, body: Body, outlets: OutletNames) -> Found:
    """Return the tree with every outlet outside the unnamed people or the papers that its report rests on."""
    one = replace(one, inner=tuple(outlets_first(each, body, outlets) for each in one.inner))
    reporting = one.inner[0] if len(one.inner) == 1 else None
    if reporting is None or not _is_heard(one, body, outlets) or not _reports(reporting, body, outlets):
        return one
    if not all(any(whole.holds(span) for whole in one.content) for span in reporting.content):
        return one
    return replace(reporting, inner=(replace(one, content=reporting.content, inner=reporting.inner),))


def _is_heard(one: Found, body: Body, outlets: OutletNames) -> bool:
    """Whether it is "according to" people without names or papers."""
    text = body.text
    if len(one.cue) != 1 or len(one.source) != 1 or text[one.cue[0].start : one.cue[0].end].lower() != _ACCORDING:
        return False
    if outlets.names_in(text, one.source[0]):
        return False
    head = _HEAD.match(text, one.source[0].start, one.source[0].end)
    last = head["words"].rpartition(" ")[2].lower() if head else ""
    lists = ("anonymous_heads", "vague_heads", "people_groups", "document_nouns")
    return any(last in word_list(f"sources/{name}") for name in lists)


def _reports(one: Found, body: Body, outlets: OutletNames) -> bool:
    """Whether an outlet, and nobody of it or beside it, is the source."""
    if len(one.source) != 1 or not one.content or one.venue:
        return False
    names = outlets.names_in(body.text, one.source[0])
    rest = body.text[one.source[0].start : names[0][0].start].lower() if len(names) == 1 else "?"
    return rest in ("", "the ") and names[0][0].end == one.source[0].end
