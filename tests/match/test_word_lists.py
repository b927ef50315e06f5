from pathlib import Path

import pytest

from provaudit.match import lexicon
from provaudit.match.stems import stem

FOLDER = Path(lexicon.__file__).parents[1] / "data" / "match"
LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_has_each_entry_once(name):
    entries = list(lexicon.lines(name))
    assert entries == sorted(set(entries))
    assert all(entry == entry.strip() and entry for entry in entries)


@pytest.mark.parametrize("name", ["irregular", "spellings"])
def test_a_word_has_one_base(name):
    words = [line.split(" ")[0] for line in lexicon.lines(name)]
    assert len(words) == len(set(words))


def test_no_word_is_its_own_opposite():
    for line in lexicon.lines("opposites"):
        one, other = ({stem(word) for word in side.split()} for side in line.split(" / "))
        assert not one & other, line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("confirms", "confirmed"), ("resume", "resuming"), ("carried", "carry"), ("said", "say"), ("met", "meet"),
        ("organisation", "organization"), ("travelled", "traveling"), ("people", "person"), ("stopped", "stop"),
    ],
)  # fmt: skip
def test_forms_of_one_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("police", "policy"), ("general", "generate"), ("million", "billion"), ("news", "new")]
)
def test_distinct_words_do_not_fall_together(one, other):
    assert stem(one) != stem(other)
