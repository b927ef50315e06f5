"""Whether something was said in a post on a platform, and by whom."""

from __future__ import annotations

import re

_PLATFORM = (
    r"(?:Twitter|X|Facebook|Instagram|Truth Social|Telegram|Threads|Bluesky|Mastodon|LinkedIn|Tumblr|Reddit|YouTube|"
    r"TikTok|Snapchat|Weibo|WeChat|Gab|Parler|VK|VKontakte|Medium|Periscope|Gettr|social media)"
)
_POSSESSOR = r"(?:his |her |their |its |the )?"
_POST = re.compile(
    r"\b(?:re|quote-|live-?)?tweet(?:s|ed|ing|storm)?\b|"
    rf"\b{_PLATFORM} (?:posts?|messages?|videos?|account|page|statement|threads?|feed|livestream|stor(?:y|ies)|"
    r"followers)\b|"
    rf"\bposts? (?:on|to) {_POSSESSOR}{_PLATFORM}\b"
)
_ON_A_PLATFORM = re.compile(rf"\b(?:on|to|via|over|using) {_POSSESSOR}(?:\w+ )?{_PLATFORM}\b")
_HANDLE = re.compile(r"^@\w{2,30}$")
_OWNER = re.compile(r"([A-Z][\w.-]*(?: [A-Z][\w.-]*)*)(?:['’]s?)?(?: \w+)*\s*$")
_NO_OWNER = re.compile(rf"{_PLATFORM}|His|Her|Their|Its|My|Our|Your")


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
    before = source[: post.start()] if post else ""
    owner = _OWNER.search(re.sub(r"^(?:an?|the|this|that|another|one)\b", "", before, flags=re.IGNORECASE))
    return owner.group(1) if owner and not _NO_OWNER.fullmatch(owner.group(1)) else ""
