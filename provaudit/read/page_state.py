"""What state a page is in: a wall before it, an error page sent as a success, a paywall that cut the text off.

All judge by few and plain signs. A page wrongly called blocked loses evidence; one wrongly called good accuses a
claim of being unsupported, so the signs of walls are taken seriously wherever the text is short.
"""

import re
from collections.abc import Mapping

from provaudit.model import Article

# Longer articles are no error pages and no walls, whatever words they hold.
_SHORT = 120  # words
_CHALLENGES = re.compile(
    r"<title>\s*(?:just a moment|attention required|access denied|access to this page has been denied|please wait|"
    r"are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are|robot check|security check|pardon our interruption|"
    r"ddos protection|checking your browser|you have been blocked|blocked|403 forbidden|request (?:rejected|blocked)|"
    r"human verification|un momento|bot verification)"
    r"|cf-browser-verification|/cdn-cgi/challenge-platform|_cf_chl_opt|challenge-form|cf-turnstile|px-captcha|_pxappid|captcha-delivery\.com|"
    r"geo\.captcha|g-recaptcha|h-captcha|hcaptcha\.com/1/api|datadome|distil_r_captcha|incapsula incident|_incapsula_resource|"
    r"akamai[^<]{0,40}reference|aws-waf-token|awswafintegration|sucuri website firewall|perimeterx",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"consent\.yahoo|guce\.|consent\.google|privacy-?mgmt|privacywall|cookiewall|cookie-wall|consent-?wall|gdpr-?consent|"
    r"before you continue|we value your privacy|we and our (?:\w+ )?partners|unavailable (?:in|for) (?:your|most) (?:european|region|country)|"
    r"not available in your (?:region|country)|451: unavailable|unavailable due to legal reasons",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:404|page (?:you(?:'re| are| were| have)? (?:\w+ ){0,3})?(?:not found|missing|no longer|isn't|is not|can't be found|cannot be found|unavailable|doesn't exist|does not exist)|"
    r"not found|can(?:'|no)t (?:be found|find (?:the|that|this|what))|couldn't find|could not (?:be found|find)|no longer (?:available|exists)|"
    r"doesn't exist|does not exist|(?:article|story|page|content) (?:has been|was) (?:removed|deleted|moved)|"
    r"nothing (?:was )?found|lost\?|oops|error 404|410 gone)\b",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read|unlock)|to (?:continue|keep) reading|subscribers? only|already a subscriber|"
    r"subscription required|for subscribers|sign in to (?:continue|read)|log in to (?:continue|read)|you(?:'ve| have) reached your (?:\w+ ){0,3}(?:limit|articles)|"
    r"unlock this article|become a (?:subscriber|member) to|register (?:now )?to (?:continue|read)|free articles? (?:left|remaining)|"
    r"this (?:article|content|story) is (?:reserved )?(?:for|only)",
    re.IGNORECASE,
)


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
    if words < _SHORT and (_CHALLENGES.search(head) or (status in {403, 429, 503} and "captcha" in head.lower())):
        return "bot"
    if words < _SHORT and _CONSENT.search(head):
        return "consent"
    return None


def is_soft_404(title: str | None, headings: str, article: Article) -> bool:
    """Whether a page that came with success says that there is no such page. `headings` are its first-rank headings."""
    if len(article.text.split()) >= _SHORT * 2 or (article.published and len(article.text.split()) >= _SHORT // 2):
        return False
    named = f"{title or ''}\n{headings}".replace("’", "'")
    if len(named) < 400 and _MISSING.search(named):
        return True
    body = article.text.replace("’", "'")
    return (
        len(body.split()) < _SHORT
        and bool(re.search(r"\bpage\b|\barticle\b|\bstory\b|\blink\b|\burl\b", body, re.IGNORECASE))
        and bool(_MISSING.search(body))
        and not article.published
    )


def is_cut_off(source: str, article: Article, *, declared_words: int = 0) -> bool:
    """Whether a paywall cut the text: its words stand on the page and the text is short or ends unfinished.

    `declared_words` is the length that the page itself gives for its article, 0 where it gives none.
    """
    words = len(article.text.split())
    if declared_words and words * 2 < declared_words:
        return True
    asks = _PAYWALL.search(
        re.sub(r"<(?:script|style)\b.*?</(?:script|style)>", " ", source[:2_000_000], flags=re.DOTALL | re.IGNORECASE)
    )
    return bool(asks) and (words < 200 or article.text.rstrip().endswith(("…", "...")))
