"""PA103: the reader learns only after two or more quoted sentences who is speaking."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "three-sentences": '"The bridge is unsafe. It has been so for years. We told the council," said Ada Holm.',
    "two-sentences": '"The bridge is unsafe. It has been so for years," said Ada Holm.',
    "questions-count": '"Is the bridge safe? No. Would I walk on it? Never," Ada Holm said.',
    "curly-marks": "“The bridge is unsafe. It has been so for years. We told the council,” Ada Holm said.",
    "after-a-paragraph-of-somebody-else": (
        'Ben Oduya said he disagreed.\n\n"The bridge is unsafe. It has been so for years. We told them," said Ada Holm.'
    ),
}

SILENT = {
    "the-speaker-at-the-first-pause": '"The bridge is unsafe," said Ada Holm. "It has been so for years. We told the council."',
    "the-speaker-inside-the-first-sentence": '"The bridge," Ada Holm said, "is unsafe. It has been so for years. We told them."',
    "the-speaker-before": 'Ada Holm said: "The bridge is unsafe. It has been so for years. We told the council."',
    "introduced-in-the-sentence-before": 'Ada Holm shook her head. "The bridge is unsafe. It has been so for years," she said.',
    "met-in-the-paragraph-before": 'Ada Holm said no.\n\n"The bridge is unsafe. It has been so for years. We told them," Holm said.',
    "one-long-sentence": '"The bridge, which my father built and my uncle painted, is unsafe, and has been so for years," said Ada Holm.',
    "abbreviations-end-no-sentence": '"Mr. Oduya and Dr. Kessler of St. Anne walked across it on Jan. 5," said Ada Holm.',
    "indirect-speech": "The bridge is unsafe, and it has been so for years, said Ada Holm.",
    "a-signature-below": "“The bridge is unsafe. It has been so for years. We told the council.” ― Ada Holm",
    "a-quotation-running-on-from-before": 'Ada Holm said: "It is old.\n\n"It is unsafe. It has been so for years," Holm said.',
}


@table(FLAGGED)
def test_a_late_speaker_is_flagged_once(case):
    assert len(pointed_at("PA103", case)) == 1


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PA103", case) == []
