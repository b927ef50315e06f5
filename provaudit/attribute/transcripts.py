"""Transcripts: paragraphs that open on their speaker in capitals, "MAYOR ANN BO: …"; all else in them is spoken."""

from dataclasses import replace
from typing import Final

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, found, in_order
from provaudit.attribute.nominal import read_lead_in
from provaudit.attribute.tagged import Tagged

_FEWEST: Final = 2  # a single one may be a label: "WATCH: …"


def transcript_turns(body: Body) -> list[Found]:
    """Return one attribution for each turn, none where the text is no transcript."""
    drafts = [read_lead_in(body.text, block, headline=False) for block in body.blocks]
    turns = [found(Tagged(one.source, one.cue, one.content, one.confidence)) for one in drafts if one is not None]
    return turns if len(turns) >= _FEWEST else []


def with_turns(attributions: list[Found], turns: list[Found], body: Body) -> tuple[list[Found], Body]:
    """Return the attributions with the turns for all that was found in their words, and the body that knows these."""
    if not turns:
        return attributions, body
    spoken = sorted(span for turn in turns for span in turn.content)
    lines = [block for block in body.blocks if any(block.holds(turn.cue[0]) for turn in turns)]
    kept = [one for one in attributions if not any(line.start <= one.start < line.end for line in lines)]
    return list(in_order((*kept, *turns))), replace(body, verbatim=tuple(sorted((*body.verbatim, *spoken))))
