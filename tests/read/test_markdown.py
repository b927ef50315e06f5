"""Markdown: offsets into the file as it stands, marks outside the blocks, links over their words."""

import pytest

from provaudit.model import BlockKind, Directive
from provaudit.read import read_bytes

DRAFT = """\
---
title: "Board sells pier"
author: [Ada Quill, Tom Reed]
date: 2024-03-12T13:40:00+01:00
publisher: The Solthaven Bugle
provaudit: {ignore: [PA101, PS301], reason: the minutes are public}
---

# Board sells pier

By **Ada Quill**

The board *voted* on Tuesday, the [Port Times](https://porttimes.example/pier "Pier") reported
in [its paper][1] and on <https://porttimes.example/live>.

> We had **no other choice**,
> Rolf Quay told Radio North.

## What the minutes say ##

- Two abstained, [minutes] show.
1. One resigned.

<!-- provaudit: ignore[PA102] known -->

| Bidder | Offer |
|--------|-------|
| Quayside | 4 |

```
provaudit said no
```

Sources: [Port Times](https://porttimes.example), Radio North

[1]: https://porttimes.example/paper
[minutes]: /minutes.pdf
"""


@pytest.fixture(scope="module")
def article():
    return read_bytes(DRAFT.encode(), name="draft.md")


def test_the_text_is_the_file(article):
    assert article.text == DRAFT


def test_blocks_exclude_the_marks_and_keep_the_emphasis(article):
    words = [(block.kind.value, article.words(block.span)) for block in article.blocks]
    assert words[:6] == [
        ("headline", "Board sells pier"),
        ("furniture", "By **Ada Quill**"),
        ("paragraph", DRAFT[DRAFT.index("The board *voted*") : DRAFT.index("\n\n> We")]),
        ("quote", "We had **no other choice**,\n> Rolf Quay told Radio North."),
        ("heading", "What the minutes say"),
        ("item", "Two abstained, [minutes] show."),
    ]
    assert ("code", "```\nprovaudit said no\n```") in words
    assert words[-1] == ("credit", "Sources: [Port Times](https://porttimes.example), Radio North")


def test_links_cover_their_words(article):
    assert [(article.words(link.span), link.url) for link in article.links] == [
        ("Port Times", "https://porttimes.example/pier"),
        ("its paper", "https://porttimes.example/paper"),
        ("https://porttimes.example/live", "https://porttimes.example/live"),
        ("minutes", "/minutes.pdf"),
        ("Port Times", "https://porttimes.example"),
    ]


def test_front_matter_gives_the_metadata(article):
    assert (article.title, article.byline, article.published, article.publisher) == (
        "Board sells pier", "Ada Quill, Tom Reed", "2024-03-12T13:40:00+01:00", "The Solthaven Bugle",
    )  # fmt: skip


def test_front_matter_and_comments_are_directives(article):
    assert article.directives == (
        Directive("ignore-file[PA101, PS301] the minutes are public", 0, 6),
        Directive("ignore[PA102] known", DRAFT.index("<!--"), 24),
    )


def test_front_matter_is_no_block(article):
    assert all(block.span.start > DRAFT.index("---\n\n") for block in article.blocks)


def test_nested_front_matter_is_read():
    text = "---\nprovaudit:\n  ignore:\n    - PA101\n  reason: known\n---\n\nThe board met.\n"
    assert read_bytes(text.encode(), name="a.md").directives[0].text == "ignore-file[PA101] known"


def test_a_rule_at_the_top_is_no_front_matter():
    article = read_bytes(b"---\n\nThe board met.\n\n---\n\nIt sold the pier.\n", name="a.md")
    assert [article.words(block.span) for block in article.blocks] == ["The board met.", "It sold the pier."]


def test_a_directive_in_code_is_an_example_and_no_directive():
    article = read_bytes(b"The board met.\n\n```\n<!-- provaudit: off -->\n```\n", name="a.md")
    assert article.directives == ()


def test_brackets_without_a_target_are_no_link():
    article = read_bytes("He said [sic] and “[the] pier” (2019) again.\n".encode(), name="a.md")
    assert article.links == ()


def test_addresses_that_lead_to_no_page_are_no_links():
    assert read_bytes(b"[Write](mailto:a@b.example) or [go up](#top), he said.\n", name="a.md").links == ()


def test_a_picture_is_no_link():
    assert read_bytes(b"![The pier](pier.jpg) stood.\n", name="a.md").links == ()


def test_windows_line_ends_do_not_shift_a_block():
    text = "# Pier\r\n\r\nThe board met.\r\n\r\n> It sold.\r\n"
    article = read_bytes(text.encode(), name="a.md")
    assert [(block.kind, article.words(block.span)) for block in article.blocks] == [
        (BlockKind.HEADLINE, "Pier"), (BlockKind.PARAGRAPH, "The board met."), (BlockKind.QUOTE, "It sold."),
    ]  # fmt: skip
