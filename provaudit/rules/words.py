"""The rules' word lists, read from `provaudit/data/rules` when first asked for."""

import re
from functools import cache

from provaudit.attribute import lexicon


def word_list(name: str) -> frozenset[str]:
    """The entries of `data/rules/<name>.txt`; a name with a slash is another room's list ("cues/says")."""
    return lexicon.word_list(name if "/" in name else f"rules/{name}")


@cache
def any_of(*names: str) -> str:
    """A regular expression, ungrouped inside, that matches any entry of the lists; longer entries first.

    A space in an entry matches any white space, and a straight apostrophe a curly one too.
    """
    entries = sorted(
        frozenset[str]().union(*(word_list(name) for name in names)), key=lambda entry: (-len(entry), entry)
    )
    return "(?:" + "|".join(_pattern(entry) for entry in entries) + ")"


def _pattern(entry: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in entry.split())
