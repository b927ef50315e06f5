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


def is_post(source: str, cue: str, venue: str) -> bool:
    """Whether the words of a source, its cue or its venue say that it was posted: "a tweet", "wrote on X"."""
    if _HANDLE.match(source.strip()) or re.fullmatch(_PLATFORM, venue.strip()):
        return True
    return any(_POST.search(words) or _ON_A_PLATFORM.search(words) for words in (source, cue, venue))


def poster_in(source: str) -> str:
    """The words of a post's source that say who posted it: "a Trump tweet" → "Trump"; "" where none do."""
    by = re.search(r"\b(?:by|from|of) (.+)$", source)
    if by and _POST.search(source[: by.start()]):
        return by.group(1)
    post = _POST.search(source)
    before = (
        re.sub(r"^(?:an?|the|this|that|another|one)\b", "", source[: post.start()], flags=re.IGNORECASE) if post else ""
    )
    name = re.search(r"([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)(?:['’]s?)?(?: \w+)*\s*$", before)
    return (
        name.group(1) if name and not re.fullmatch(rf"{_PLATFORM}|His|Her|Their|Its|My|Our|Your", name.group(1)) else ""
    )
