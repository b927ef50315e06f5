"""The word lists of reading: one entry a line, sorted, unique, and compilable where they are patterns."""

import re
from pathlib import Path

import pytest

import provaudit

DATA = Path(provaudit.__file__).parent / "data"
LISTS = [
    *(f"stopwords_{code}" for code in ("de", "en", "es", "fr", "it", "nl", "pt")),
    *("furniture_lines", "furniture_openings", "wire_credits", "byline_roles", "share_words", "photo_agencies"),
    *(
        f"page_{name}"
        for name in (
            "never",
            "out",
            "aside",
            "pull_quote",
            "tweet",
            "caption",
            "bot_wall",
            "bot_hint",
            "consent_wall",
            "missing",
            "paywall",
        )
    ),
]


@pytest.mark.parametrize("name", LISTS)
def test_a_word_list_is_sorted_and_unique(name):
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert all(line == line.strip() and line for line in lines)


@pytest.mark.parametrize("name", [name for name in LISTS if name.startswith("page_")])
def test_a_list_of_patterns_compiles(name):
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        re.compile(line)


def test_every_list_of_reading_is_tested():
    source = "".join(path.read_text(encoding="utf-8") for path in (DATA.parent / "read").glob("*.py"))
    named = {
        name
        for name in re.findall(r"\"((?:page|furniture|stopwords|photo|share|wire|byline)_[a-z_]+)\"", source)
        if (DATA / f"{name}.txt").exists()
    }
    assert named <= set(LISTS)
