"""Links: where they lead, and which of them stand for a credit."""

import re
from typing import Final
from urllib.parse import urlsplit

from provaudit.model import Case, Link
from provaudit.rules.credits import meets
from provaudit.rules.prose import prose_of
from provaudit.rules.words import any_of, word_list

# What a linking format is: links can be told from the text, so a missing one is missing.
PLAIN: Final = frozenset({"text"})
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/\w+/|archive\.(?:is|ph|today|li|md|fo|vn)/(?:o/\w+/)?)(?=https?:)(?P<url>.+)"
)


def host_of(url: str) -> str:
    """The host a link leads to, without "www."; that of the archived page where it leads into an archive."""
    archived = _ARCHIVED.match(url)
    try:
        host = urlsplit(archived["url"] if archived else url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def leads_nowhere(host: str) -> bool:
    """Whether the host says nothing of whose page it is: archives, shorteners, document stores."""
    return not host or any(host == neutral or host.endswith(f".{neutral}") for neutral in word_list("neutral_hosts"))


def says_only_that(case: Case, link: Link) -> bool:
    """Whether a link's words are "here", "reported", "a report" and their like."""
    words = prose_of(case.article).words(link.span).strip(" .,:;()[]\"'“”").casefold()
    return re.fullmatch(any_of("link_words"), words) is not None


def carries_credit(case: Case, link: Link) -> bool:
    """Whether a link's words are the credit: a cue, a source, or "here", "report" and their like."""
    return says_only_that(case, link) or any(
        meets(attribution.cue, link.span) or meets(attribution.source, link.span) for attribution in case.attributions
    )
