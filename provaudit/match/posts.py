"""Posts that one person does not hold at once: "the chair, Moira Tennant" where the page has "the chief executive"."""

from __future__ import annotations

from functools import lru_cache

from provaudit.match import lexicon
from provaudit.match.naming import Name, names
from provaudit.match.pairing import Pairing
from provaudit.match.reading import Reading

_BEFORE, _BEHIND = 4, 8  # words on either side of a name among which the post stands
_DEPUTY = frozenset({"deputy", "vice", "former", "acting", "assistant", "ex"})
_NAMED = frozenset({"named", "appointed", "elected", "became"})
_NAMING = 4  # words behind a name among which somebody is named to a post
_TO_BE = frozenset({"was", "is", "has", "had", "been", "will"})
_ENDS = _TO_BE | {"who", "which", "said", "says", "told", "and", "but", "by"}

Post = tuple[int, int]  # the line of the list, and the part of it
Place = tuple[int, int]  # first word and one past the last, of a reading


def another_post(pairing: Pairing, name: Name) -> tuple[Place, Place] | None:
    """Where the claim and the passage give somebody posts that exclude each other."""
    ours = _post_of(pairing.claim, name)
    if ours is None or len(name.keys) < 2:
        return None
    same = [other for other in names(pairing.page) if other.same(name)]
    theirs = [post for other in same if (post := _post_of(pairing.page, other)) is not None]
    rivals = [post for post in theirs if post[0][0] == ours[0][0]]
    if not rivals or any(post[0] == ours[0] for post in theirs):
        return None
    return ours[1], rivals[0][1]


def _post_of(reading: Reading, name: Name) -> tuple[Post, Place] | None:
    """The post told beside a name, right before it or behind a comma, and where it stands."""
    first, last = reading.sentences[reading.sentence_of(name.start)]
    for at in range(name.start - 1, max(first - 1, name.start - 1 - _BEFORE), -1):
        if reading.between(at + 1).strip() not in {"", ",", "-"} or reading.forms[at] in _ENDS:
            break
        if (post := _plain_post(reading, at)) is not None:
            return post
    if name.end >= last:
        return None
    named = not _NAMED.isdisjoint(reading.forms[name.end : min(last, name.end + _NAMING)])
    if reading.between(name.end).strip() != "," and not named:
        return None
    ends = _ENDS - _TO_BE if named else _ENDS
    for at in range(name.end, min(last, name.end + _BEHIND)):
        if (at > name.end and reading.between(at).strip()) or reading.forms[at] in ends:
            break
        if (post := _plain_post(reading, at)) is not None:
            return post
    return None


def _plain_post(reading: Reading, at: int) -> tuple[Post, Place] | None:
    post = _posts().get(reading.forms[at])
    return None if post is None or _qualified(reading, at) else (post, (at, at + 1))


def _qualified(reading: Reading, at: int) -> bool:
    """Whether it is no plain post: a deputy's, a former one, somebody's whose post it is ("the mayor's wife")."""
    return reading.forms[at].endswith("'s") or not _DEPUTY.isdisjoint(reading.forms[max(0, at - 2) : at])


def is_post(form: str) -> bool:
    """Whether a word names a post, a trade or kin."""
    return form in _posts()


@lru_cache(maxsize=1)
def _posts() -> dict[str, Post]:
    return {
        word: (number, part)
        for number, line in enumerate(lexicon.lines("posts"))
        for part, words in enumerate(line.split("/"))
        for word in words.split()
    }
