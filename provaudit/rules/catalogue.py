"""All rules, in the order of their ids."""

from typing import Final

from provaudit.rules import (
    bare_anonymous,
    second_hand_only,
    unattributed_quote,
    unused_suppression,
    vague_media,
    weasel_attribution,
)
from provaudit.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    vague_media.RULE,
    unattributed_quote.RULE,
    weasel_attribution.RULE,
    bare_anonymous.RULE,
    second_hand_only.RULE,
    unused_suppression.RULE,
)
