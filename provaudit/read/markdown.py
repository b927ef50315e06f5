"""Markdown: blocks, links and directives with offsets into the file as it stands.

markdown-it-py gives the block structure with source lines; what stands inside the lines (links, marks) is found
in the file's own text, since the parser keeps no columns.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provaudit.model import Block, BlockKind, Directive, Link, Span
from provaudit.read.addresses import absolute, leads_to_a_page
from provaudit.read.dates import is_date_line, iso_date
from provaudit.read.directives import comments_in, directives_in
from provaudit.read.front_matter import FrontMatter, front_matter
from provaudit.read.lines import byline_names, convention, tidy

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = re.compile(r"(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t]|$)))*[ \t]*")
_AFTER = re.compile(r"[ \t]+#+[ \t]*$|\s+$")
_LABEL = r"\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
_INLINE = re.compile(
    rf"(?<!!){_LABEL}\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<bare>(?:[^\s()]|\([^\s()]*\))*))(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_REFERENCE = re.compile(rf"(?<!!){_LABEL}(?:\[(?P<ref>[^\[\]]*)\])?(?![\[(:])")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<ref>[^\[\]]+)\]:[ \t]*<?(?P<url>[^\s>]+)>?.*$", re.MULTILINE)
_AUTOLINK = re.compile(
    r"<(?P<angle>https?://[^\s<>]+)>|(?<![\w(<\"'=/])(?P<bare>https?://[^\s<>\"'\])]+[^\s<>\"'\]).,;:!?])"
)
# Bounded, so that links that nobody closed cost no more than their length.
_HTML_LINK = re.compile(
    r"<a\s[^<>]{0,400}?href\s*=\s*[\"']?(?P<url>[^\"'\s<>]+)[^<>]{0,400}>(?P<words>.{0,400}?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_OPENERS = {"blockquote_open": BlockKind.QUOTE, "list_item_open": BlockKind.ITEM}


@dataclass(frozen=True, slots=True)
class Marked:
    """What a Markdown file says."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    directives: tuple[Directive, ...]
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None


def read_markdown(text: str, *, base: str | None = None) -> Marked:
    """Blocks, links, directives and metadata of a Markdown text; offsets point into `text` itself."""
    front = front_matter(text)
    blocks = _with_conventions(text, _blocks(text, front.end))
    spared = [block.span for block in blocks if block.kind is BlockKind.CODE]
    headline = next(
        (text[block.span.start : block.span.end] for block in blocks if block.kind is BlockKind.HEADLINE), None
    )
    top = [text[block.span.start : block.span.end] for block in blocks[:6] if block.kind is BlockKind.FURNITURE]
    dated = front.first("date", "published", "pubdate", "published_at", "publishdate")
    return Marked(
        blocks=blocks,
        links=tuple(
            link for link in _links(text, front.end, base) if not any(span.holds(link.span) for span in spared)
        ),
        directives=(
            *_front_directives(front),
            *(
                directive
                for directive in directives_in(text)
                if not any(span.start <= directive.offset < span.end for span in spared)
            ),
        ),
        title=front.first("title", "headline") or headline,
        byline=", ".join(front.values.get("author", front.values.get("authors", front.values.get("byline", ()))))
        or next(filter(None, map(byline_names, map(_bare, top))), None),
        published=(iso_date(dated) or dated)
        if dated
        else next((iso_date(line) for line in top if is_date_line(tidy(_bare(line)))), None),
        publisher=front.first("publisher", "outlet", "site", "publication"),
        url=front.first("canonical", "canonical_url", "url", "permalink"),
    )


def _front_directives(front: FrontMatter) -> tuple[Directive, ...]:
    rules = front.values.get("provaudit.ignore", ())
    if not rules:
        return ()
    reason = front.first("provaudit.reason") or ""
    words = f"ignore-file[{', '.join(rules)}] {reason}".strip()
    return (Directive(words, 0, front.lines.get("provaudit.ignore", 1)),)


def _blocks(text: str, start: int) -> tuple[Block, ...]:
    from markdown_it import MarkdownIt

    # The front matter is blanked, so that the lines the parser counts are those of the file.
    body = re.sub(r"[^\n]", " ", text[:start]) + text[start:]
    starts = [0, *(match.end() for match in re.finditer(r"\n", text)), len(text)]
    parser = MarkdownIt("commonmark").enable("table")
    # Blocks are all that is asked of it; what stands inside the lines is found in the file.
    parser.core.ruler.enableOnly(["normalize", "block"])
    blocks: list[Block] = []
    within: list[BlockKind] = []
    heading = False
    for token in parser.parse(body.replace("\r\n", " \n").replace("\x00", " ")):
        if token.type in _OPENERS:
            within.append(_OPENERS[token.type])
        elif token.type in {"blockquote_close", "list_item_close"}:
            within.pop()
        elif token.type == "heading_open":
            heading = True
        elif token.type == "heading_close":
            heading = False
        elif token.map is not None and (kind := _kind_of(token, within, heading=heading)):
            span = Span(starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)])
            blocks.extend(_trimmed(text, span, kind))
    return tuple(block for block in _apart(blocks))


def _kind_of(token: "Token", within: list[BlockKind], *, heading: bool) -> BlockKind | None:
    if token.type in {"fence", "code_block"}:
        return BlockKind.CODE
    if token.type == "tr_open":
        return BlockKind.TABLE
    if token.type == "html_block":
        return BlockKind.PARAGRAPH
    if token.type != "inline":
        return None
    if heading:
        return BlockKind.HEADING
    return BlockKind.QUOTE if BlockKind.QUOTE in within else (within[-1] if within else BlockKind.PARAGRAPH)


def _trimmed(text: str, span: Span, kind: BlockKind) -> list[Block]:
    """The block without the marks before it and the blanks after it; comments cut it in pieces."""
    if kind is BlockKind.CODE:
        code = text[span.start : span.end]
        return [Block(Span(span.start + len(code) - len(code.lstrip()), span.start + len(code.rstrip())), kind)]
    pieces: list[Block] = []
    start = span.start
    for gap in [*comments_in(text, span.start, span.end), (span.end, span.end)]:
        piece = text[start : gap[0]]
        first = start + (len(piece) - len(piece.lstrip()))
        marks = _MARKS.match(text, first, gap[0])
        first = marks.end() if marks and start == span.start else first
        words = text[first : gap[0]]
        end = first + len(words.rstrip())
        if kind is BlockKind.HEADING:
            end = first + len(re.sub(r"\s+(?:#+|=+|-+)\s*$", "", words).rstrip())
        if end > first and re.search(r"\w", text[first:end]):
            pieces.append(Block(Span(first, end), kind))
        start = gap[1]
    return pieces


def _apart(blocks: list[Block]) -> list[Block]:
    """The blocks in order, none overlapping another (a row and its cells are one)."""
    kept: list[Block] = []
    for block in sorted(blocks, key=lambda block: (block.span.start, -block.span.end)):
        if not kept or block.span.start >= kept[-1].span.end:
            kept.append(block)
    return kept


def _bare(words: str) -> str:
    """The words without emphasis marks and link targets, to compare with."""
    words = re.sub(r"\]\([^()\s]*\)|[\[\]]", "", words)
    return re.sub(r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)|`", "", words)


def _with_conventions(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with headline, byline, credit and furniture lines told."""
    done: list[Block] = []
    seen_headline = in_body = False
    for block in blocks:
        words = _bare(text[block.span.start : block.span.end])
        kind = block.kind
        first = text.rfind("\n", 0, block.span.start) + 1
        if (
            kind is BlockKind.HEADING
            and not seen_headline
            and text[first : block.span.start].lstrip() in {"# ", "", "#  "}
        ):
            kind, seen_headline = BlockKind.HEADLINE, True
        elif kind not in {BlockKind.CODE, BlockKind.TABLE, BlockKind.HEADLINE}:
            byline = not in_body and byline_names(words) is not None
            kind = BlockKind.FURNITURE if byline else (convention(words) or kind)
            in_body = in_body or kind is BlockKind.PARAGRAPH
        done.append(Block(block.span, kind))
    return tuple(done)


def _links(text: str, start: int, base: str | None) -> list[Link]:
    """Inline, reference, automatic and HTML links, in order."""
    targets = {" ".join(match["ref"].split()).casefold(): match["url"] for match in _DEFINITION.finditer(text, start)}
    found: list[Link] = []
    taken = bytearray(len(text))
    for match in _DEFINITION.finditer(text, start) if targets else ():
        taken[match.start() : match.end()] = b"\x01" * len(match[0])

    def add(match: re.Match[str], span: tuple[int, int], url: str) -> None:
        free = taken.find(1, match.start(), match.end()) < 0
        if span[0] < span[1] and free and leads_to_a_page(url):
            taken[match.start() : match.end()] = b"\x01" * len(match[0])
            found.append(Link(Span(*span), absolute(base or "", url)))

    for match in _INLINE.finditer(text, start):
        add(match, match.span("words"), match["angle"] if match["angle"] is not None else match["bare"])
    for match in _HTML_LINK.finditer(text, start):
        add(match, match.span("words"), match["url"])
    for match in _REFERENCE.finditer(text, start) if targets else ():
        url = targets.get(" ".join((match["ref"] or match["words"]).split()).casefold())
        if url:
            add(match, match.span("words"), url)
    for match in _AUTOLINK.finditer(text, start):
        group = "angle" if match["angle"] else "bare"
        add(match, match.span(group), match[group])
    return sorted(found, key=lambda link: link.span)
