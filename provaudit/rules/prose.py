"""The draft's sentences and quotations, as the rules about words need them.

Sentences are never cut inside quotation marks. `Prose.outside` is the article's text with all that is quoted (and
all that is not audited) blanked, of the same length, so that a pattern's offsets are offsets of the article.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from provaudit.attribute.quotations import quotations as quotations_in
from provaudit.model import Article, Block, BlockKind, Span
from provaudit.rules.once import once
from provaudit.rules.words import word_list

BLANK: Final = "\x00"
TITLES: Final = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[\w.’'-]+$")
_BEGINS = re.compile(r"\s+[\"'“‘«(\[—–-]*\s*(?P<first>\w)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and the number of its block in `Prose.blocks`."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words with their marks (`span`) and without (`inner`).

    `continues` says that the paragraph ends before the quotation does, `continued` that it goes on from the
    paragraph before.
    """

    span: Span
    inner: Span
    block: int
    continues: bool = False
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """An article cut into the blocks that are audited, their sentences and their quotations, all in order.

    `text` is the article's with the markup of Markdown blanked by spaces, `outside` what of it is not quoted.
    """

    article: Article
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    outside: str

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the offset, if one does."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start) - 1
        if index < 0 or self.sentences[index].span.end < offset:
            return None
        return self.sentences[index].span

    def block_of(self, offset: int) -> int | None:
        """The number of the block that holds the offset."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return None if index < 0 or self.blocks[index].span.end < offset else index

    def running(self) -> tuple[Sentence, ...]:
        """The sentences of the running text: no headline and no heading, unless there is nothing else."""
        text = tuple(sentence for sentence in self.sentences if self.blocks[sentence.block].kind not in TITLES)
        return text or self.sentences

    def words(self, span: Span) -> str:
        """The words of the span on one line, without markup."""
        return " ".join(self.text[span.start : span.end].split())

    def unquoted(self, span: Span) -> str:
        """The words of the span with quoted ones blanked; offsets hold."""
        return self.outside[span.start : span.end]


@once
def prose_of(article: Article) -> Prose:
    """Cut an article once for all rules."""
    blocks = article.body or _paragraphs(article)
    text = _without_markup(article)
    outside = [BLANK] * len(text)
    sentences: list[Sentence] = []
    quotations: list[Quotation] = []
    for number, block in enumerate(blocks):
        before = quotations[-1] if quotations and quotations[-1].block == number - 1 else None
        continued = before is not None and (before.continues or _left_open(text, blocks[number - 1].span))
        found = _quotations(text, block, number, continued=continued)
        if block.kind is not BlockKind.QUOTE:
            outside[block.span.start : block.span.end] = text[block.span.start : block.span.end]
        for quotation in found:
            outside[quotation.span.start : quotation.span.end] = BLANK * (quotation.span.end - quotation.span.start)
        quotations += found
        sentences += (Sentence(span, number) for span in _sentences(text, block.span, found))
    return Prose(article, text, blocks, tuple(sentences), tuple(quotations), "".join(outside))


def _without_markup(article: Article) -> str:
    text, at = "", 0
    for gap in article.markup:
        text += article.text[at : gap.start] + " " * (gap.end - gap.start)
        at = gap.end
    return text + article.text[at:]


def sentence_ends(words: str) -> list[int]:
    """Where sentences end in `words`, quotation marks or not; the end of the text is not among them."""
    return [stop.end() for stop in _STOP.finditer(words) if _ends(words, stop)]


def _paragraphs(article: Article) -> tuple[Block, ...]:
    if article.blocks:
        return ()
    return tuple(Block(Span(*part.span())) for part in re.finditer(r"\S[^\n]*", article.text))


def _sentences(text: str, block: Span, quotations: list[Quotation]) -> list[Span]:
    spans, start = [], block.start
    for end in (block.start + end for end in sentence_ends(text[block.start : block.end])):
        if any(quotation.span.start < end < quotation.span.end for quotation in quotations):
            continue
        spans.append(_trimmed(text, Span(start, end)))
        start = end
    spans.append(_trimmed(text, Span(start, block.end)))
    return [span for span in spans if span.start < span.end]


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


def _ends(words: str, stop: re.Match[str]) -> bool:
    begins = _BEGINS.match(words, stop.end())
    if begins is None:
        return not words[stop.end() :].strip()
    if begins["first"].islower():
        return False
    last = _LAST_WORD.search(words, max(0, stop.start() - 24), stop.start())
    if last is None or stop.group()[0] != ".":
        return True
    word = last.group()
    initial = (len(word) == 1 and word.isupper()) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word) is not None
    return not initial and word.casefold() not in word_list("abbreviations")


def _left_open(text: str, block: Span) -> bool:
    """Whether a paragraph that begins in quotation marks has one that nothing closes, whatever is quoted inside."""
    words = text[block.start : block.end]
    return words[:1] in {'"', "“"} and (words.count('"') % 2 == 1 or words.count("“") > words.count("”"))


def _quotations(text: str, block: Block, number: int, *, continued: bool) -> list[Quotation]:
    found: list[Quotation] = []
    for quoted in quotations_in(text, block.span):
        start, end = quoted.span
        inner = Span(start + 1, end if quoted.running else end - 1)
        opens = start == block.span.start
        found.append(Quotation(quoted.span, inner, number, quoted.running, continued and opens and not found))
    return found
