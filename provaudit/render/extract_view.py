"""The attributions of a draft on a terminal: who says what, in the order of the text, nested ones under their parent.

7  Harbour Watch · according to
   “Skippers "warmly applauded" the first rise, the Aldmouth Ledger said”
   └─ Aldmouth Ledger · said
      “Skippers "warmly applauded" the first rise”
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from provaudit.model import Attribution, AttributionKind, Audit, Mention, Source, Span
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.screen import Screen
from provaudit.render.words import article_name, count, source_name

_GUTTER = 6


def extract_view(extracts: Sequence[Audit], options: RenderOptions) -> str:
    """The whole view; several drafts have a section each."""
    screen = Screen(options)
    for extract in extracts:
        _draw_draft(screen, extract, options)
    for name, reason in options.failures:
        screen.blank()
        screen.paragraph(f"{inert(name)}: {inert(reason)}", first="not read: ", rest="  ", mark="bold red")
    return screen.text()


def _draw_draft(screen: Screen, extract: Audit, options: RenderOptions) -> None:
    screen.heading(inert(article_name(extract.article, options.root)))
    known = {attribution.id for attribution in extract.attributions}
    tops = [one for one in extract.attributions if one.parent not in known]
    nests: dict[str | None, list[Attribution]] = {}
    for one in extract.attributions:
        nests.setdefault(one.parent, []).append(one)
    sources = {source.id: source for source in extract.sources}
    for attribution in tops:
        screen.blank()
        start = min((span.start for span in _spans(attribution)), default=0)
        gutter = f"{extract.article.place(start).line:>4}  "
        _draw(screen, attribution, nests, sources, gutter, " " * _GUTTER)
    screen.blank()
    people = len({source for one in extract.attributions for source in _ids(one.source)})
    said = f"{count(len(tops), 'attribution')}" if tops else "No attribution was found"
    nested = len(extract.attributions) - len(tops)
    said += f", {nested} nested in them" if nested else ""
    screen.paragraph(f"{said}, {count(people, 'source')}." if tops else f"{said}.", style="bold")


def _draw(
    screen: Screen,
    attribution: Attribution,
    nests: Mapping[str | None, Sequence[Attribution]],
    sources: Mapping[str, Source],
    first: str,
    rest: str,
) -> None:
    """One attribution and those nested in it."""
    cue = f" {screen.glyphs.dot} {inert(attribution.cue.text)}" if attribution.cue else ""
    venue = f" ({_name(attribution.venue, sources)})" if attribution.venue else ""
    kind = attribution.kind.value
    screen.line((first, "dim"), (_name(attribution.source, sources), "cyan"), (cue + venue, ""), right=(kind, "dim"))
    nested = nests.get(attribution.id, ())
    if attribution.content is not None and attribution.kind is not AttributionKind.CREDIT:
        mark = rest + (screen.glyphs.bar if nested else "")
        words = screen.shortened(attribution.content.text, screen.width - len(mark) - 2)
        screen.line((mark, "dim"), (screen.quoted(words), ""))
    for one in nested:
        last = one is nested[-1]
        branch = screen.glyphs.elbow if last else screen.glyphs.tee
        _draw(screen, one, nests, sources, rest + branch, rest + ("   " if last else screen.glyphs.bar))


def _name(mention: Mention | None, sources: Mapping[str, Source]) -> str:
    """The canonical names of a mention; its own words where nobody was identified."""
    if mention is None:
        return "no source"
    names = [source_name(sources.get(one), mention.text) for one in mention.sources]
    return inert(" and ".join(names) or mention.text)


def _ids(mention: Mention | None) -> tuple[str, ...]:
    return () if mention is None else mention.sources or (mention.text,)


def _spans(attribution: Attribution) -> list[Span]:
    """Every stretch of text the attribution is made of."""
    mentions = (attribution.source, attribution.cue, attribution.venue, attribution.content)
    return [span for mention in mentions if mention is not None for span in mention.spans]
