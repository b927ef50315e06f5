"""PA104: one speaker's words follow another's in a paragraph, and nothing marks the change."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "said-after-both": (
        '"The bridge is safe," said Ada Holm. "It has been unsafe for ten years," said Ben Oduya.',
        "It has been",
    ),
    "curly-marks": (
        "“The bridge is safe,” said Ada Holm. “It has been unsafe for ten years,” Ben Oduya said.",
        "It has been",
    ),
    "three-speakers-in-a-row": (
        '"It is safe," said Ada Holm. "It is not," said Ben Oduya. "It never was," said Ruth Kessler.',
        "It is not",
    ),
    "told": (
        '"The bridge is safe," Ada Holm told reporters. "It has been unsafe for years," Ben Oduya told them.',
        "It has been",
    ),
}

SILENT = {
    "the-same-speaker-goes-on": '"The bridge is safe," said Ada Holm. "It has been safe for ten years," said Holm.',
    "he-goes-on": '"The bridge is safe," said Ben Oduya. "It has been safe for ten years," he added.',
    "resumed-without-a-second-cue": '"The bridge is safe," said Ada Holm. "It has been safe for ten years."',
    "the-second-speaker-comes-first": '"The bridge is safe," said Ada Holm. Ben Oduya said: "It has been unsafe for ten years."',
    "a-sentence-names-the-second-speaker": '"It is safe," said Ada Holm. Ben Oduya disagreed. "It has been unsafe for years," he said.',
    "a-new-paragraph": '"The bridge is safe," said Ada Holm.\n\n"It has been unsafe for ten years," said Ben Oduya.',
    "indirect-speech-between": '"The bridge is safe," said Ada Holm. It has been unsafe for ten years, Ben Oduya said.',
    "a-scare-quote-is-no-speech": '"The bridge is safe," said Ada Holm. The "detour" is closed, Ben Oduya said.',
}


@table(FLAGGED)
def test_an_unmarked_change_of_speaker_is_flagged(case):
    text, begins = case
    first, *_ = pointed_at("PA104", text)
    assert first.strip('"“”').startswith(begins)


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PA104", case) == []


def test_every_change_is_flagged():
    text = '"It is safe," said Ada Holm. "It is not," said Ben Oduya. "It never was," said Ruth Kessler.'
    assert len(pointed_at("PA104", text)) == 2
