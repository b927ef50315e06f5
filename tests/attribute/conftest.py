from collections.abc import Callable

import pytest

from provaudit.attribute import attribute
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.identify import Registry
from provaudit.model import Attribution
from provaudit.read import read_bytes

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def registry() -> Registry:
    return Registry.load()


@pytest.fixture(scope="session")
def read(registry: Registry) -> Read:
    """The attributions of a plain text, by rules alone, through the real reader and the real registry."""

    def attributions(text: str) -> tuple[Attribution, ...]:
        return attribute(read_bytes(text.encode(), name="draft.txt"), RuleTagger(), registry)

    return attributions
