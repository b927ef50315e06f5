"""What state a page is in: a wall before it, an error page sent as a success, a paywall that cut the text off.

All judge by few and plain signs. A page wrongly called blocked loses evidence; one wrongly called good accuses a
claim of being unsupported, so the signs of walls are taken seriously wherever the text is short.
"""

import re
from collections.abc import Mapping
from functools import cache

from provaudit.model import Article
from provaudit.read.word_lists import entries_of

# Longer articles are no error pages and no walls, whatever words they hold.
_SHORT = 120  # words
_REFUSED = frozenset({401, 403, 429, 503})
# What is missing, where a page is: an article says that ships and people were not found.
_OF_A_PAGE = re.compile(r"\b(?:page|404|410|error|oops|sorry|url|link|content|article|story)\b", re.IGNORECASE)


@cache
def _signs(name: str) -> re.Pattern[str]:
    """Any of the patterns of a word list, as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(entries_of(name))})(?!\w)", re.IGNORECASE)


def blocked_by_wall(
    source: str, article: Article, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> str | None:
    """Which wall stands before the page: "bot" or "consent"; None where the article is there.

    `source` is the page's HTML, `headers` the response's (any case).
    """
    folded = {name.lower(): value.lower() for name, value in (headers or {}).items()}
    if "challenge" in folded.get("cf-mitigated", "") or "captcha" in folded.get("x-amzn-waf-action", ""):
        return "bot"
    words = len(article.text.split())
    head = source[:200_000]
    if words < _SHORT and _signs("page_bot_wall").search(head):
        return "bot"
    # Guards that many a page with an article carries too: they tell only where there is next to no text.
    hinted = _signs("page_bot_hint").search(head) or (status in _REFUSED and "captcha" in head.lower())
    if words < _SHORT // 4 and hinted:
        return "bot"
    # A banner stands on many a page; a wall stands where the text should be.
    asked = _signs("page_consent_wall")
    if (words < _SHORT and asked.search(article.text)) or (words < _SHORT // 8 and asked.search(head)):
        return "consent"
    return None


def is_soft_404(title: str | None, headings: str, article: Article) -> bool:
    """Whether a page that came with success says that there is no such page. `headings` are its first-rank headings."""
    if len(article.text.split()) >= _SHORT * 2 or (article.published and len(article.text.split()) >= _SHORT // 2):
        return False
    named = f"{title or ''}\n{headings}".replace("’", "'")
    if len(named) < 400 and _signs("page_missing").search(named) and _OF_A_PAGE.search(named):
        return True
    body = article.text.replace("’", "'")
    missing = _signs("page_missing").search(body) and _OF_A_PAGE.search(body)
    return bool(missing) and len(body.split()) < _SHORT and not article.published


def is_cut_off(source: str, article: Article, *, declared_words: int = 0) -> bool:
    """Whether a paywall cut the text: its words stand on the page and the text is short or ends unfinished.

    `declared_words` is the length that the page itself gives for its article, 0 where it gives none.
    """
    words = len(article.text.split())
    if declared_words and words * 2 < declared_words:
        return True
    asks = _signs("page_paywall").search(
        re.sub(r"<(?:script|style)\b.*?</(?:script|style)>", " ", source[:2_000_000], flags=re.DOTALL | re.IGNORECASE)
    )
    return bool(asks) and (words < 200 or article.text.rstrip().endswith(("…", "...")))
