"""One draft through the walk, offline: whatever the text, offsets read back and the values hang together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provaudit.audit import audit, open_desk
from provaudit.errors import InputError
from provaudit.model import End, SourceKind
from provaudit.read import read_bytes

DESK = open_desk(model="none")


def audited(text, name="draft.txt", **more):
    return audit(read_bytes(text.encode(), name=name, path=name), DESK, **more)


def hangs_together(result):
    text = result.article.text
    sources = {source.id for source in result.sources}
    ids = {attribution.id for attribution in result.attributions}
    for attribution in result.attributions:
        assert attribution.parent is None or attribution.parent in ids
        for mention in (attribution.source, attribution.cue, attribution.venue, attribution.content):
            if mention is not None:
                assert mention.text == result.article.as_read(*mention.spans)
                assert all(0 <= span.start < span.end <= len(text) for span in mention.spans)
                assert set(mention.sources) <= sources
    for claim in result.claims:
        assert claim.text == result.article.as_read(*claim.spans)
        assert claim.attribution in ids
        assert {hop.source for hop in claim.hops} <= sources
        assert claim.origin is None or claim.origin in sources
        assert [hop.n for hop in claim.hops] == sorted(hop.n for hop in claim.hops)
    assert result.independence.lower <= result.independence.upper
    return True


WORDS = st.sampled_from(
    [
        "The",
        "mayor",
        "said",
        "told",
        "CNN",
        "according",
        "to",
        "Politico",
        ",",
        ".",
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "that",
        "he",
        "reports",
        "reportedly",
        "officials",
        "(",
        "AP",
        ")",
        "—",
        ":",
        "*",
        "[Reuters](https://reuters.com)",
        "\n",
        "\n\n",
        ">",
        "#",
        "Trump",
        "Mr.",
        "Smith",
        "wrote",
        "in",
        "the",
        "Times",
        "and",
        "an",
        "official",
        "who",
        "asked",
        "not",
        "to",
        "be",
        "named",
        "…",
        "--",
        "45",
        "percent",
        "©",
        "via",
        "Sources",
        "\u202e",
        "\u200b",
        "é",
        "漢",
        "😀",
    ]
)


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=1, max_size=60), st.sampled_from(["draft.txt", "draft.md"]))
def test_any_prose_gives_values_that_hang_together(words, name):
    try:
        result = audited(" ".join(words), name)
    except InputError:
        return
    assert hangs_together(result)


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=200), st.sampled_from(["draft.txt", "draft.md", "draft.html"]))
def test_any_text_at_all_is_audited_or_refused_in_one_line(text, name):
    try:
        result = audited(text, name)
    except InputError as refused:
        assert "\n" not in str(refused)
        return
    assert hangs_together(result)


def test_the_same_text_gives_the_same_audit():
    text = 'Roe said the bridge was safe, according to Politico. "It will stand," she told Reuters.'
    assert audited(text) == audited(text)


def test_nested_attributions_make_a_third_hand_claim():
    text = "The Wall Street Journal confirmed that the bridge had cracked, according to Politico."
    (claim,) = audited(text).claims
    assert claim.stated == 3
    assert claim.end is End.NOT_FOLLOWED


def test_prose_without_attributions_makes_no_claims():
    text = "The bridge was built in 1931. It is green, and it carries two lanes over Narrow Creek."
    result = audited(text)
    assert (result.claims, result.findings) == ((), ())


@pytest.mark.parametrize(
    "text", ["Skip to main content\n\nThe creek froze over.\n", "Photo credit: Ann Lee/Flickr\n\nIt froze.\n"]
)
def test_furniture_and_photo_credits_are_no_sources(text):
    assert audited(text).sources == ()


def test_the_publishers_own_name_adds_no_step():
    text = "By Ann Lee\n\nThe creek froze over, Mayor Rosa Lind told Politico on Monday."
    outside = audited(text).claims[0]
    own = audit(read_bytes(text.encode(), name="d.txt"), open_desk(model="none", publisher="Politico")).claims[0]
    assert (outside.stated, own.stated) == (2, 1)


def test_a_markdown_link_does_not_hide_the_outlet_it_names():
    text = "The [Wall Street Journal](https://www.wsj.com/articles/x) reported that the creek froze over."
    result = audited(text, "draft.md")
    (claim,) = result.claims
    assert claim.stated == 2
    assert [source.outlet.id for source in result.sources if source.kind is SourceKind.OUTLET] == [
        "wall-street-journal"
    ]
