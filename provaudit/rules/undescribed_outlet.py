"""PA107 undescribed-outlet: an outlet few readers know, and no word on what it is.

What it flags
    An outlet that the registry does not hold and that the draft nowhere describes.

Why it matters
    "According to the Orme Sentinel" tells the reader nothing. Whether that is a daily, a campaign's site or somebody's
    blog is what the claim stands or falls with.

Guideline
    Washington Post, "Policies and Standards": tell readers enough of a source to judge it by.

Flagged
    The plant will close in May, according to the Orme Sentinel.

Passes
    The plant will close in May, according to the Orme Sentinel, a blog about local politics.

What to do
    Say in three words what it is: "the trade weekly X", "X, a site run by the party".
"""

import re
from collections.abc import Iterator

from provaudit.model import Case, Confidence, Mention, Severity, Source, SourceKind
from provaudit.rules.credits import outlets_of, sources_of
from provaudit.rules.prose import prose_of
from provaudit.rules.rule import Remark, Scope, rule_of
from provaudit.rules.words import any_of

_OWN_ARTICLE = re.compile(r",?\s*(?:[Tt]he\s+)?$")  # "the town's weekly, the" before the name
_OPENED = re.compile(r"\s*(?:[,(–—-]+\s*(?:which\s+(?:is|was)\s+)?|(?:is|was)\s+)(?:an?|the|one)?\b")


def _check(case: Case) -> Iterator[Remark]:
    for source, first in _first_mentions(case):
        outlets = outlets_of(source)
        unknown = bool(outlets) and not any(outlet.known for outlet in outlets)
        ours = case.publisher is not None and case.publisher.id in {outlet.id for outlet in outlets}
        if source.kind is SourceKind.OUTLET and unknown and not ours and not _described(case, source):
            message = f"{source.name} is an outlet readers may not know: say what it is"
            yield Remark(message, first.spans[0])


def _first_mentions(case: Case) -> Iterator[tuple[Source, Mention]]:
    seen: set[str] = set()
    for attribution in case.attributions:
        for mention in (attribution.source, attribution.venue):
            for source in sources_of(case, mention):
                if mention and mention.spans and source.id not in seen:
                    seen.add(source.id)
                    yield source, mention


def _described(case: Case, source: Source) -> bool:
    """Whether a describing noun stands in the name, just before it, or in an apposition after it, anywhere."""
    outside = prose_of(case.article).outside
    names = [source.name, *(name for outlet in outlets_of(source) for name in outlet.aliases)]
    for name in names:
        if _says_what(name.lower()):
            return True
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", outside):
            before = _OWN_ARTICLE.sub("", outside[max(0, place.start() - 48) : place.start()])
            if _says_what(re.split(r"[.,;:!?\n]", before)[-1]) or _says_what(_apposition(outside, place.end())):
                return True
    return False


def _says_what(words: str) -> bool:
    """Whether the words hold a plain noun for an outlet: "blog", not "the Gazette"."""
    return re.search(rf"(?<![\w-]){any_of('outlet_descriptions')}s?\b", words) is not None


def _apposition(outside: str, end: int) -> str:
    """The words between the name's comma, bracket or "is a" and the next stop."""
    after = outside[end : end + 120]
    opened = _OPENED.match(after)
    return re.split(r"[.,;:)\n]", after[opened.end() :])[0] if opened else ""


RULE = rule_of(__doc__, severity=Severity.INFO, scope=Scope.DRAFT, check=_check, confidence=Confidence.MEDIUM)
