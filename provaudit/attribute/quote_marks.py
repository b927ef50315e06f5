"""Which characters of a paragraph stand inside quotation marks.

The tagger's vocabulary is uncased and knows one straight mark only, so it is told apart here what opens, what
closes and what is quoted: curly, straight, low and angle marks, British single quotes (never apostrophes), and
a quotation that runs over paragraphs, which opens in each and closes in the last.
"""

import re
from typing import Final

OUTSIDE: Final = 0
OPENING: Final = 1
QUOTED: Final = 2
CLOSING: Final = 3
RUNNING: Final = 4  # quoted, but the paragraph ends before the quotation does

_MARK = re.compile("[\"'“”„‟«»‘’‚‛]")
_OPEN_DOUBLE: Final = "“„‟«"
_CLOSE_DOUBLE: Final = "”»"
_DOUBLE: Final = '"' + _OPEN_DOUBLE + _CLOSE_DOUBLE
_LEFT_SINGLE: Final = "‘‚‛"


def quotation_states(paragraph: str) -> bytearray:
    """Return one state for each character of `paragraph`: `OUTSIDE`, `OPENING`, `QUOTED`, `CLOSING` or `RUNNING`.

    Marks inside a quotation are part of what is quoted; only the outermost pair opens and closes.
    """
    states = bytearray(len(paragraph))
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(paragraph):
        if opened is None:
            if _opens(paragraph, mark):
                opened = mark
        elif _closes(paragraph, mark, opened):
            _fill(states, opened.start(), mark.start(), QUOTED)
            states[mark.start()] = CLOSING
            opened = None
    if opened is not None:
        _fill(states, opened.start(), len(paragraph), RUNNING)
    return states


def _fill(states: bytearray, start: int, end: int, state: int) -> None:
    states[start] = OPENING
    states[start + 1 : end] = bytes([state]) * (end - start - 1)


def _opens(text: str, mark: re.Match[str]) -> bool:
    char, at = mark.group(), mark.start()
    before, after = _around(text, at)
    if char in _DOUBLE:
        return char in _OPEN_DOUBLE or (after != " " and (char != "»" or before == " "))
    if before.isalnum() or not (after.isalnum() or after in '“"[(….'):
        return False
    # A left single mark or a straight one opens only where a partner closes it: "'em" and "’90s" do not.
    return any(_ends_word(text, later.start()) for later in _MARK.finditer(text, at + 2) if later.group() in "'’")


def _closes(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    char, at = mark.group(), mark.start()
    if opened.group() in _DOUBLE:
        if char in _OPEN_DOUBLE:
            return char == "“" and opened.group() == "„"
        return char in _CLOSE_DOUBLE or (char == '"' and not _begins_word(text, at))
    if char not in "'’" or not _ends_word(text, at):
        return False
    before, _ = _around(text, at)
    if before in '.,!?…;:)”"—-':
        return True
    # "the voters' anger": a plural's apostrophe where a better end follows in the paragraph
    return before != "s" or not any(
        text[later.start() - 1] in ".,!?…" and _ends_word(text, later.start())
        for later in _MARK.finditer(text, at + 1)
        if later.group() in "'’"
    )


def _around(text: str, at: int) -> tuple[str, str]:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return (" " if before.isspace() else before), (" " if after.isspace() else after)


def _begins_word(text: str, at: int) -> bool:
    before, after = _around(text, at)
    return before in " ([—–" and after != " " and not (before in "—–" and after in ",.;")


def _ends_word(text: str, at: int) -> bool:
    before, after = _around(text, at)
    return before != " " and not after.isalnum()
