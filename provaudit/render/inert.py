"""Text from drafts and web pages made safe to show: one line, nothing that acts.

A draft or a page may hold terminal escapes, overrides of the reading direction or characters that show nothing. They
are shown by their code, so that a reader sees that they are there and no screen obeys them.
"""

from __future__ import annotations

import re

# C0 and C1 controls, direction marks and overrides, zero-width and other format characters, tags, lone surrogates,
# private use and noncharacters. The zero-width joiners stay: emoji and Persian are made with
# them.
_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_SOFT_HYPHEN = "\xad"  # a hint where a line may break, common in web pages: dropped
_BLANKS = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029\u3000]+")


def inert(text: str) -> str:
    """The text on one line, runs of blanks as one space, and active characters by their code."""
    return inert_piece(text).strip()


def inert_piece(text: str) -> str:
    """The same for a piece of a text, whose blanks at the ends part it from the next."""
    return _ACTIVE.sub(_code, _BLANKS.sub(" ", text.replace(_SOFT_HYPHEN, "")))


def inert_lines(text: str) -> str:
    """The same for text whose line ends matter: a manual, a whole report."""
    return "\n".join(_ACTIVE.sub(_code, line.rstrip("\r").replace("\t", "    ")) for line in text.split("\n"))


def _code(found: re.Match[str]) -> str:
    number = ord(found[0])
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
