"""Hostile and enormous pages end in bounded time, and say what they can."""

import time

import pytest

from provaudit.read import read_bytes, read_page

SENTENCE = (
    "<p>The board voted on Tuesday to sell the pier, according to minutes seen by the <a href='/x'>Port Times</a>.</p>"
)
PAGES = {
    "nested tags": "<div>" * 100_000 + SENTENCE + "</div>" * 100_000,
    "nested inline tags": "<p>" + "<span>" * 100_000 + "He said so.",
    "links": f"<article>{SENTENCE}<ul>"
    + "".join(f"<li><a href='/{n}'>Link {n}</a></li>" for n in range(20_000))
    + "</ul></article>",
    "attributes": "<p " + " ".join(f"a{n}" for n in range(100_000)) + ">" + SENTENCE,
    "comments": "<!-- provaudit: ignore[PA101] x -->" * 2_000 + SENTENCE,
    "unclosed quotes": '<p title="' + "abc>" * 20_000 + SENTENCE,
    "opened sections": "<![CDATA[" * 50_000,
    "mixed quotes": "<a '\"'\"'\"" * 20_000,
    "lists in JSON-LD": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>" + SENTENCE,
    "breaks": "<div>" + "a line of text<br>" * 5_000 + "</div>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_ends_in_bounded_time(name):
    start = time.process_time()
    read_page(PAGES[name].encode(), url="https://a.example/")
    assert time.process_time() - start < 10  # seconds of CPU; each takes less than one on an idle machine


NOTES = {
    "links": "[a](b) " * 20_000,
    "brackets": "[" * 50_000,
    "brackets with words": "[a " * 50_000,
    "comments nobody closed": "<!-- a " * 50_000,
    "links nobody closed": "<a href=x> " * 20_000,
    "quotations": ">" * 50_000,
    "emphasis": "*a **b " * 20_000,
    "references": "[a]: b\n" * 5_000 + "[a] " * 20_000,
}


@pytest.mark.parametrize("name", NOTES)
def test_hostile_markdown_ends_in_bounded_time(name):
    start = time.process_time()
    read_bytes(("The board met.\n\n" + NOTES[name]).encode(), name="a.md")
    assert time.process_time() - start < 10  # seconds of CPU


@pytest.mark.parametrize(
    "line",
    ["a " * 1_000_000, "By " * 300_000, "word. " * 500_000, "1. " * 300_000, "> " * 300_000, "\n" * 500_000 + "a"],
)
def test_hostile_plain_text_ends_in_bounded_time(line):
    start = time.process_time()
    read_bytes(f"The board met.\n\n{line}\n".encode(), name="a.txt")
    assert time.process_time() - start < 10  # seconds of CPU


@pytest.mark.parametrize("name", ["nested tags", "links", "attributes", "comments"])
def test_the_words_of_a_hostile_page_are_still_read(name):
    assert "according to minutes" in read_page(PAGES[name].encode(), url="https://a.example/").text
