"""Whether something was said in a post on a platform."""

from __future__ import annotations

import re

_PLATFORM = (
    r"(?:Twitter|X|Facebook|Instagram|Truth Social|Telegram|Threads|Bluesky|Mastodon|LinkedIn|Tumblr|Reddit|YouTube|TikTok|"
    r"Snapchat|Weibo|WeChat|Gab|Parler|VK|VKontakte|Medium|Periscope|Gettr|social media)"
)
_POST = re.compile(
    rf"\b(?:re|quote-|live-?)?tweet(?:s|ed|ing|storm)?\b|\b{_PLATFORM} (?:posts?|messages?|videos?|account|page|statement|"
    rf"threads?|feed|livestream|stor(?:y|ies)|followers)\b|\bposts? (?:on|to) (?:his |her |their |its |the )?{_PLATFORM}\b",
)  # fmt: skip
_ON_A_PLATFORM = re.compile(rf"\b(?:on|to|via|over|using) (?:his |her |their |its |the )?(?:\w+ )?{_PLATFORM}\b")
_HANDLE = re.compile(r"^@\w{2,30}$")


def post_by(source: str, cue: str, venue: str) -> bool:
    """Whether the words of a source, its cue or its venue say that it was posted: "a tweet", "wrote on X"."""
    if _HANDLE.match(source.strip()) or re.fullmatch(_PLATFORM, venue.strip()):
        return True
    return any(_POST.search(words) or _ON_A_PLATFORM.search(words) for words in (source, cue, venue))
