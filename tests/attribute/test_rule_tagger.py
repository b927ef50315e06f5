from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from provaudit.attribute import attribute
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.identify import Registry
from provaudit.model import Article, Block, Span

PIECES = st.sampled_from(
    ["Pell", "said", "told", "that", "according to", "CNN", "reports", "who", "she", "the mayor", "saying", "was", "not",
     "to be named", "reportedly", "released a report", "-", "—", ",", ".", "?", ":", ";", '"', "“", "”", "‘", "’", "'",
     "«", "»", "(", ")", "(AP)", "Sources", "via", "©", "\n", "\n\n", "Mr.", "U.S.", "May", "🙂", "é", "\u00a0", "$5", "and",
     "but", "first reported by", "on X", "REPORT:"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("\xad")
def test_any_text_is_read_without_an_error_and_every_span_lies_in_it(text):
    lines, blocks, at = text.split("\n"), [], 0
    for line in lines:
        if line.strip():
            blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    article = Article(text, "", tuple(blocks))
    found = attribute(article, RuleTagger(), Registry.load())
    ids = [one.id for one in found]
    assert ids == [f"A{n + 1}" for n in range(len(found))]
    for n, one in enumerate(found):
        assert one.parent is None or one.parent in ids[:n]
        assert 0 <= one.confidence <= 1
        for mention in (one.source, one.cue, one.venue, one.content):
            if mention is not None:
                assert mention.text == article.as_read(*mention.spans)
                assert all(0 <= span.start < span.end <= len(text) for span in mention.spans)
                assert list(mention.spans) == sorted(mention.spans)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_the_same_text_always_gives_the_same_attributions(text):
    blocks = [Span(0, len(text))]
    assert RuleTagger().tag(text, blocks) == RuleTagger().tag(text, blocks)


def test_no_blocks_no_attributions():
    assert RuleTagger().tag("Pell said it was over.", []) == ()


def test_only_the_blocks_given_are_read():
    text = "Pell said it was over.\n\nLee said it was not."
    (one,) = RuleTagger().tag(text, [Span(24, len(text))])
    assert text[one.source[0].start : one.source[0].end] == "Lee"


def test_word_lists_are_sorted_unique_and_lower_case():
    data = Path(__file__).parents[2] / "provaudit" / "data"
    lists = [*(data / "attribution").glob("*.txt"), *(data / "cues").glob("*.txt")]
    assert len(lists) > 20
    for path in lists:
        words = path.read_text(encoding="utf-8").splitlines()
        assert words == sorted(set(words)), path.name
        assert all(word == word.lower().strip() != "" for word in words), path.name
