"""PA101 vague-media: media are given as the source, and no outlet is named.

What it flags
    "Media reports say", "Ruritanian media", "reportedly", "it has been reported" and their like, outside quotation
    marks, in a sentence that names neither an outlet nor another source.

Why it matters
    Readers cannot weigh a report whose maker they are not told, and the desk cannot check it. Very often nobody
    in the newsroom knows any more where it came from.

Guideline
    NPR Ethics Handbook, "Attribute everything": phrases such as "media reports" are not good enough; say which
    outlet reported it.

Flagged
    Media reports say the mayor of Harlow will resign on Friday.

Passes
    The Harlow Gazette reports that the mayor will resign on Friday.

What to do
    Name the outlet that reported it first, or report it yourself.
"""

import re
from collections.abc import Iterator
from typing import Final

from provaudit.model import Case, Severity, Span
from provaudit.rules.credits import sentence_names_a_source
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of

_KINDS: Final = (
    r"(?:(?:media|press|news|newspaper|television|TV|published|unconfirmed|multiple|several|some|various|numerous|other|"
    r"early|initial|recent|local|earlier|new|online|widespread)\s+)"
)
_SAY: Final = r"(?:sa(?:y|ys|id)|suggest(?:s|ed)?|indicate[sd]?|claim(?:s|ed)?|state[sd]?|allege[sd]?|have\s+said)"
_MEDIA: Final = r"(?:(?:news|media)\s+(?:outlets|organi[sz]ations)|media|press|outlets)"
_OFTEN: Final = r"(?:(?:also|now|often|widely|commonly|generally|sometimes|frequently|usually|variously|being)\s+)*"
_SOME_OF_THEM: Final = r"(?:two|three|four|five|six|several|multiple|various|numerous|many|some|a\s+number\s+of)"
# "Ruritanian" as much as "Dutch"; "Iran's state news agency" is one.
_WHOSE: Final = rf"(?-i:[A-Z][\w-]+(?:an|ish|ese)|(?=[A-Z])(?i:{any_of('sources/nationalities')}))"
_PRESS: Final = (
    r"(?:(?:state(?:-\w+)?|public|local|regional|national|independent|opposition|pro-government|government|private|online|"
    r"military|sports?)\s+)*(?:(?:media|press|newspaper|television|TV|radio|tabloid)\s+(?:reports|accounts|outlets|channels|"
    r"stations)|media|press|newspapers|papers|tabloids|television|TV|radio|broadcasters|outlets|news\s+(?:outlets|sites))"
)
_PATTERNS: Final = (
    r"reportedly",
    (
        rf"{_WHOSE}\s+{_PRESS}\s+(?:(?:have|has|had|also|later|widely)\s+)*"
        rf"(?:report(?:s|ed)?|{_SAY}|carried|broadcast|quoted|cited)\b"
    ),
    (
        r"(?:according\s+to|citing|quoting|(?:reported|carried|broadcast|quoted|cited|shown)\s+(?:by|in|on))\s+(?:the\s+)?"
        rf"{_WHOSE}\s+{_PRESS}\b"
    ),
    rf"it(?:\s+(?:is|was)|['’]s)\s+{_OFTEN}(?:said|understood|claimed|rumou?red)(?=\s+(?:that|to\s+be)\b|[,.;]|$)",
    (
        r"it\s+(?:has\s+|had\s+)?(?:also\s+|now\s+|since\s+|later\s+)*emerged"
        r"(?=\s+(?:on\s+|last\s+|this\s+)?(?:\w+\s+)?that\b|[,.;]|$)"
    ),
    (
        rf"(?:(?:according\s+)?to|told|in|by)\s+{_SOME_OF_THEM}\s+(?:(?:local|national|foreign|other)\s+)?"
        r"(?:newspapers|papers|publications|broadcasters|outlets|(?:news|media)\s+(?:outlets|organi[sz]ations))"
    ),
    rf"reports\s+in\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}(?:press|media|newspapers)(?:\s+{_SAY})?",
    r"state\s+(?:media|television|TV|radio)\s+(?:have\s+|has\s+|had\s+)?(?:reported|reports?|said|says?)\b",
    r"it(?:\s+has|\s+had|['’]s)\s+(?:also\s+|now\s+|since\s+|previously\s+|widely\s+)*been\s+(?:widely\s+)?reported",
    r"it\s+(?:was|is)\s+(?:also\s+|now\s+|first\s+|widely\s+|previously\s+)*reported(?!\s+(?:to|by|missing|dead)\b)",
    r"(?:has|have|had)\s+been\s+widely\s+reported|(?:is|was|were|are)\s+widely\s+reported",
    r"(?:is|are|was|were)\s+reported\s+to\s+(?:be|have)",
    r"it(?:\s+is|['’]s)\s+(?:now\s+)?being\s+(?:widely\s+)?reported",
    r"as\s+(?:has|had)\s+been\s+(?:widely\s+)?reported",
    rf"{_KINDS}*reports\s+(?:have\s+|had\s+)?(?:emerged?|surfaced?|circulated?)",
    r"(?:media|press|news|published)\s+accounts\s+(?:say|said|suggest(?:ed)?|have)",
    rf"{_KINDS}+reports?\s+(?:{_SAY}|that)\b",
    r"(?:media|press|news)\s+reports?\s+of\b",
    rf"(?:according\s+to|citing|quoting|amid|following|based\s+on)\s+(?:the\s+)?{_KINDS}*(?:reports|media|(?:media|news)\s+(?:outlets|accounts|organi[sz]ations))\b(?!\s+(?:by|from|in)\b)",
    rf"there\s+(?:are|were|have\s+been|had\s+been)\s+{_KINDS}*reports\b(?!\s+(?:by|from|in)\b)",
    rf"(?<![\w-]\s)(?<![\w-])reports\s+{_SAY}\b",
    rf"(?<!state\s)(?<!social\s){_KINDS}*{_MEDIA}\s+(?:have\s+|has\s+|had\s+)?(?:report|reported|said|say)(?:\s+that|\s+on|,)?(?=[\s.;]|$)",
)
_VAGUE = re.compile(rf"\b(?:{'|'.join(_PATTERNS)})", re.IGNORECASE)


def _check(case: Case) -> Iterator[Remark]:
    prose = prose_of(case.article)
    for sentence in prose.running():
        vague = _VAGUE.search(prose.unquoted(sentence.span))
        if vague is None:
            continue
        span = Span(sentence.span.start + vague.start(), sentence.span.start + vague.end())
        if not sentence_names_a_source(case, sentence.span, besides=span):
            said = prose_of(case.article).words(span)
            yield Remark(f'"{said}" names no outlet: say who reported it', span)


RULE = rule_of(__doc__, severity=Severity.ERROR, scope=Scope.DRAFT, check=_check)
