from collections.abc import Callable

import pytest

from provaudit.attribute import attribute
from provaudit.attribute.rule_tagger import RuleTagger
from provaudit.attribute.tagger import LearnedTagger
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


@pytest.fixture(scope="session", params=["rules", "learned"])
def claims(request: pytest.FixtureRequest, registry: Registry) -> Callable[[str], list[tuple[str, str]]]:
    """Chain and words of each claim of a text, by either tagger: "the Post > CNN @ two aides" is a chain with a venue."""
    tagger = RuleTagger() if request.param == "rules" else LearnedTagger.load()

    def read(text: str) -> list[tuple[str, str]]:
        made = attribute(read_bytes(text.encode(), name="draft.txt"), tagger, registry)
        known = {one.id: one for one in made}
        outer = {one.parent for one in made}
        found = []
        for one in made:
            if one.id in outer or one.content is None:
                continue
            path, at = [], one
            while at is not None:
                venue = f"{at.venue.text} @ " if at.venue else ""
                path.insert(0, venue + (at.source.text if at.source else "nobody"))
                at = known[at.parent] if at.parent else None
            found.append((" > ".join(path), one.content.text))
        return found

    return read
