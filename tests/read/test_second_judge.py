"""The second extractor costs as much as the first: it is asked only where its word could count."""

import pytest

from provaudit.read import page_body, read_page

SENTENCES = (
    "The harbour board voted on Tuesday to sell the eastern pier, according to minutes seen by this paper.",
    "“We had no other choice,” chairman Rolf Quay told Radio North. “It costs more than it brings in.”",
    "The contract was signed in March, two people familiar with the matter said, and nobody has read it since.",
    "Ada Quill, who sits on the audit committee, said the figures had never been shown to her.",
    "A spokesman for the city declined to comment on Thursday, citing the pending inquiry into the ferry line.",
    "The vote is expected in the autumn, when the council returns from its recess and a new budget is due.",
    "“Nobody asked us,” said Tom Reed, who has worked on the pier for thirty years and rents two sheds there.",
)
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
LONE = "The ferry line carried two million people last year, which is more than any other in the country did."


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The pages that readability was asked about; it still answers."""
    pages: list[str] = []
    answer = page_body.readability_text

    def listening(source: str) -> str:
        pages.append(source)
        return answer(source)

    monkeypatch.setattr(page_body, "readability_text", listening)
    return pages


def _read(inside: str) -> str:
    page = f"<html><head><title>Pier sold</title></head><body>{inside}</body></html>"
    return read_page(page.encode(), url="https://paper.example/pier").text


def test_readability_is_not_asked_where_everything_was_taken(asked):
    text = _read(f"<nav><a href='/'>Home</a></nav><article><h1>Pier sold</h1>{BODY}</article><footer>Imprint</footer>")
    assert text == "\n\n".join(SENTENCES)
    assert asked == []


def test_readability_is_not_asked_for_what_the_page_itself_shuts_out(asked):
    _read(f"<article><h1>Pier sold</h1>{BODY}</article><div class='cookie-banner'><p>{LONE}</p></div>")
    assert asked == []


def test_readability_is_asked_where_running_text_is_left_over(asked, monkeypatch):
    monkeypatch.setattr(page_body, "trafilatura_text", lambda _source: "\n".join(SENTENCES))
    _read(f"<article><h1>Pier sold</h1>{BODY}</article><div><div><p>{LONE}</p></div></div>")
    assert len(asked) == 1


def test_readability_is_asked_where_the_first_judge_has_next_to_nothing(asked, monkeypatch):
    monkeypatch.setattr(page_body, "trafilatura_text", lambda _source: "")
    text = _read(f"<article><h1>Pier sold</h1>{BODY}</article>")
    assert len(asked) == 1
    assert text == "\n\n".join(SENTENCES)
