"""PA102: a quotation, and nobody near it who says it."""

from tests.rules.offline import pointed_at, table

FLAGGED = {
    "a-quotation-on-its-own": (
        'The council met for three hours on Tuesday.\n\n"We will not pay for another study of this bridge."\n\nThe meeting ended at ten.',
        '"We will not pay for another study of this bridge."',
    ),
    "in-the-same-paragraph-as-plain-prose": (
        "The council met for three hours. “We will not pay for another study of this bridge.” The meeting ended at ten.",
        "“We will not pay for another study of this bridge.”",
    ),
    "a-short-sentence-alone": (
        'The gates opened at nine.\n\n"Never again, never."\n\nThe crowd left.',
        '"Never again, never."',
    ),
    "embedded-with-no-cue": (
        "The plan has been dismissed as “a waste of time, money and good steel” since the spring.",
        "“a waste of time, money and good steel”",
    ),
    "the-speaker-is-two-paragraphs-away": (
        "Ada Holm said the bridge was unsafe.\n\nThe council met for three hours.\n\nThe room was full.\n\n“We will not pay for another study of this bridge.”\n\nThe meeting ended at ten.",
        "“We will not pay for another study of this bridge.”",
    ),
    "curly-single-marks": (
        "The council met for three hours. ‘We will not pay for another study of this bridge.’ The meeting ended at ten.",
        "‘We will not pay for another study of this bridge.’",
    ),
}

SILENT = {
    "said-after": '"We will not pay for another study of this bridge," said Ada Holm.',
    "said-before": 'Ada Holm said: "We will not pay for another study of this bridge."',
    "the-speaker-in-the-paragraph-before": 'Ada Holm said she was angry.\n\n"We will not pay for another study of this bridge."',
    "the-speaker-in-the-next-paragraph": '"We will not pay for another study of this bridge."\n\nAda Holm said so on Tuesday.',
    "a-verb-no-list-has": '"We will not pay for another study of this bridge," Holm trills to the rafters.',
    "a-speaker-who-was-blunt": "The works have an old gate.\n\nAda Holm was blunt. “We will not pay for this bridge.”",
    "a-title": "The cinema shows “The Bridge on the River Kwai” every Sunday in May.",
    "a-book-in-lower-case": "She gave him the novel “one hundred winters by the cold river”.",
    "scare-quotes": "The so-called “summer detour” adds eleven kilometres to the school run.",
    "a-word-as-a-word": "The statute never defines the words “reasonable and necessary expenses of the club”.",
    "a-sign": "A sign by the road reads “no heavy lorries over the bridge at any time”.",
    "what-a-crowd-chants": "The crowd kept chanting “give us our bridge back, give us our bridge back”.",
    "a-short-phrase-inside-a-sentence": "The engineers call the new hangers “a little lively” in high wind.",
    "a-quotation-that-runs-on": 'Ada Holm said: "The bridge is old.\n\n"It is rusty too.\n\n"And it is the only one we have."',
    "a-quotation-that-runs-on-with-another-inside": (
        'Ada Holm said:\n\n"It is called the “Long Goodbye,” and it is old.\n\n"It is rusty, and nobody has painted it.\n\n'
        '"And it is the only one we have."'
    ),
    "a-transcript-inside-the-marks": '"HOLM: We will not pay for another study of this bridge, and nobody should."',
    "a-headline": "“We will not pay for another study of this bridge”\n\nThe council met on Tuesday, its clerk said.",
    "a-signature-after-a-dash": "“We will not pay for another study of this bridge.” ― Ada Holm",
    "a-transcript": "HOLM: “We will not pay for another study of this bridge.”",
    "a-study-that-notes": "The study, which notes that the bridge is “older than any other of its kind in the state”, is out.",
    "feet-and-inches": 'The hangers are 6\'2" long and 4" thick, and nobody makes them any more in this country.',
}


@table(FLAGGED)
def test_a_quotation_nobody_says_is_flagged(case):
    text, words = case
    assert pointed_at("PA102", text) == [words]


@table(SILENT)
def test_it_is_silent(case):
    assert pointed_at("PA102", case) == []


def test_block_quotations_of_markdown_are_left_to_their_introduction():
    text = "The notice on the gate is short.\n\n> “The works are closed until further notice from the owners.”\n"
    assert pointed_at("PA102", text, form="markdown") == []
