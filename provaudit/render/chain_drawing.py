"""One claim and its chain on a terminal, from the draft at the top to the origin at the bottom.

    9  The Journal “warmly greeted” the offer, the mayor said      third-hand
       └─ AmericaBlog · found through a link
          │  americablog.com/2016/05/fees, 2016-05-03
          │  altered: “…”
          └─ The Wall Street Journal · origin

Outlets named side by side are branches of one step; every further step hangs under the last of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from provaudit.model import Audit, Claim, End, Hop, PassageStatus, Source
from provaudit.render.inert import inert
from provaudit.render.options import RenderOptions
from provaudit.render.screen import Screen, cells
from provaudit.render.words import (
    drift_sentence,
    end_word,
    hand_gap,
    hand_word,
    hop_status,
    page_line,
    short_detail,
    source_name,
    status_word,
)

_FEWEST = 12  # columns of a claim beside its hand; on a narrower screen the hand stands below
_GUTTER = 6  # columns before a claim: its line number and two blanks


def hand_style(hand: int | None) -> str:
    """The colour of a hand: the farther from the origin, the warmer."""
    return {None: "magenta", 1: "green", 2: "yellow"}.get(hand, "red")


def draw_claims(screen: Screen, audit: Audit, options: RenderOptions) -> None:
    """All claims of one draft, under a line that says how to read them."""
    sources = {source.id: source for source in audit.sources}
    screen.line((f"{'line':>4}  claim, and its chain from the draft to the origin", "dim"), right=("hand", "dim"))
    for claim in audit.claims:
        screen.blank()
        _draw_claim(screen, claim)
        groups = [list(group) for _, group in groupby(claim.hops, key=lambda hop: hop.n)]
        _draw_steps(screen, claim, groups, sources, options)


def _draw_claim(screen: Screen, claim: Claim) -> None:
    hand = hand_word(claim.traced if claim.complete and claim.traced is not None else claim.stated)
    gap = hand_gap(claim)
    right = (f"{hand} ({gap})" if gap else hand, hand_style(claim.hand))
    number = (f"{claim.place.line:>4}  ", "dim")
    room = screen.width - _GUTTER - len(right[0]) - 2
    beside = room >= _FEWEST
    words = screen.shortened(claim.text.removeprefix("that "), room if beside else screen.width - _GUTTER)
    if beside:
        screen.line(number, (words, "bold"), right=right)
    else:
        screen.line(number, (words, "bold"))
        screen.line(right=right)


def _draw_steps(
    screen: Screen, claim: Claim, groups: Sequence[list[Hop]], sources: Mapping[str, Source], options: RenderOptions
) -> None:
    """The steps as a staircase, each a column further in than the one it rests on."""
    indent = " " * _GUTTER
    glyphs = screen.glyphs
    for step, group in enumerate(groups):
        deepest = step == len(groups) - 1
        for branch, hop in enumerate(group):
            last = branch == len(group) - 1
            said = inert(hop_status(claim, hop, sources.get(hop.source), offline=options.offline))
            name = inert(source_name(sources.get(hop.source), hop.source))
            under = indent + ("   " if last else glyphs.bar) + (glyphs.bar if last and not deepest else "")
            _draw_hop(screen, indent + (glyphs.elbow if last else glyphs.tee), under, name, said)
            _draw_evidence(screen, hop, under, options)
        if len(indent) < screen.width // 3:  # a chain deeper than that goes straight down
            indent += "   "
    if claim.end is End.ORIGIN and claim.origin and claim.origin not in {hop.source for hop in claim.hops}:
        name = inert(source_name(sources.get(claim.origin), claim.origin))
        _draw_hop(screen, indent + glyphs.elbow, indent, name, end_word(claim.end))
    elif not groups:
        _draw_hop(screen, indent + glyphs.elbow, indent, "no source named", end_word(claim.end))


def _draw_hop(screen: Screen, branch: str, under: str, name: str, said: str) -> None:
    """The name and what is said of it on one line, or below each other where they do not fit."""
    joint = f" {screen.glyphs.dot} " if said else ""
    if cells(branch + name + joint + said) <= screen.width:
        screen.line((branch, "dim"), (name, "cyan"), (joint, "dim"), (said, ""))
        return
    screen.line((branch, "dim"), (name, "cyan"))
    if said:
        screen.paragraph(said, first=under, rest=under)


def _draw_evidence(screen: Screen, hop: Hop, mark: str, options: RenderOptions) -> None:
    """The page, the passage there, and how the draft's words differ from it."""
    # Why a page was taken is for those who ask; why one was not is part of the chain.
    if hop.detail and (options.verbose if hop.page is not None else not short_detail(hop)):
        screen.paragraph(inert(hop.detail), first=mark, rest=mark, style="dim")
    if hop.page is not None:
        screen.line((mark, "dim"), (inert(page_line(hop.page)), "dim"))
    if hop.passage is not None:
        _draw_passage(screen, hop, mark)
    for drift in hop.drift:
        screen.paragraph(drift_sentence(drift, screen.glyphs.quotes), first=mark, rest=mark, style="red")
    if options.verbose:
        if hop.page is not None:
            kept = f", archived at {hop.page.archive_url}" if hop.page.archive_url else ""
            screen.paragraph(inert(f"read {hop.page.retrieved}{kept}"), first=mark, rest=mark, style="dim")
        for tried in hop.tried:
            detail = f", {inert(tried.detail)}" if tried.detail else ""
            screen.line((mark, "dim"), (f"tried {tried.tier.value}: {tried.outcome.value}{detail}", "dim"))


def _draw_passage(screen: Screen, hop: Hop, mark: str) -> None:
    """The upstream words on one line; the words around them only where there is room to say more than the claim."""
    passage = hop.passage
    if passage is None:
        return
    word = status_word(passage.status)
    if passage.status is PassageStatus.ABSENT:
        screen.line((mark, "dim"), (word, "yellow"))
        return
    room = screen.width - len(mark) - len(word) - 4
    screen.line((mark, "dim"), (f"{word}: ", ""), (screen.quoted(screen.shortened(passage.text, room)), "italic"))
