import pytest

BEFORE = "The ferry sank on Monday, Ann Pell said.\n\n"


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("Pell was scathing.", "Pell"),
        ("Karl Voss was less sure.", "Karl Voss"),
        ("The harbourmaster, Karl Voss, sounded upbeat on Tuesday.", "The harbourmaster, Karl Voss"),
        ("She was even blunter in her reply.", "She"),
    ],
)
def test_who_was_blunt_says_what_follows(claims, lead, source):
    assert claims(f"{BEFORE}{lead} “Nobody checked the hull.”")[1:] == [(source, "“Nobody checked the hull.”")]


def test_the_claim_of_the_paragraph_before_stays_as_it_is(claims):
    first, _ = claims(f"{BEFORE}Pell was scathing. “Nobody checked the hull.”")
    assert first == ("Ann Pell", "The ferry sank on Monday")


@pytest.mark.parametrize(
    "text",
    [
        "The verdict was clear. “Nobody checked the hull,” Karl Voss said.",
        "The hull was new. “Nobody checked it,” Karl Voss said.",
        "Pell was furious. “Nobody checked the hull,” Karl Voss said.",
    ],
)
def test_a_speaker_who_is_named_keeps_the_quotation(claims, text):
    assert [chain for chain, _ in claims(text)] == ["Karl Voss"]
