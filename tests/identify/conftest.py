"""One registry for the whole room, and short ways to ask it."""

from collections.abc import Callable, Sequence

import pytest

from provaudit.identify import Registry, identify
from provaudit.model import (
    Article,
    Attribution,
    AttributionKind,
    Link,
    Manner,
    Mention,
    Outlet,
    Source,
    Span,
)

Found = list[tuple[str, tuple[str, ...]]]


@pytest.fixture(scope="session")
def registry():
    return Registry.load()


@pytest.fixture(scope="session")
def names(registry) -> Callable[[str], Found]:
    """The names standing in a text, with the ids of the outlets each may mean."""

    def find(text: str) -> Found:
        found = registry.names_in(text, Span(0, len(text)))
        return [(text[span.start : span.end], tuple(outlet.id for outlet in outlets)) for span, outlets in found]

    return find


def attribution(
    text: str, number: int, said: str, *, nth=1, refers_to=None, cue=None, venue=None, reason=None
) -> Attribution:
    """An attribution whose source is the nth `said` in the text."""

    def mention(words: str, nth: int = 1) -> Mention:
        start = -1
        for _ in range(nth):
            start = text.index(words, start + 1)
        return Mention(words, (Span(start, start + len(words)),))

    source = mention(said, nth)
    source = Mention(source.text, source.spans, refers_to=refers_to)
    return Attribution(
        f"A{number}", None, AttributionKind.INDIRECT, Manner.SPEECH, source, mention(cue) if cue else None,
        mention(venue) if venue else None, None, 1.0, anonymity_reason=reason,
    )  # fmt: skip


@pytest.fixture(scope="session")
def sources_in(registry) -> Callable[..., list[tuple[Source, ...]]]:
    """The sources of each mention of a text, in order; a mention is its words, or (words, keyword arguments)."""

    def read(
        text: str,
        *mentions: str | tuple[str, dict],
        publisher: Outlet | None = None,
        links: Sequence[Link] = (),
        **fields: str,
    ) -> list[tuple[Source, ...]]:
        asked = [(entry, {}) if isinstance(entry, str) else entry for entry in mentions]
        made = tuple(attribution(text, number, said, **more) for number, (said, more) in enumerate(asked, 1))
        sources, filled = identify(Article(text, "", links=tuple(links), **fields), made, registry, publisher)
        by_id = {source.id: source for source in sources}
        return [tuple(by_id[found] for found in entry.source.sources) for entry in filled if entry.source]

    return read


@pytest.fixture(scope="session")
def source_of(sources_in) -> Callable[[str], Source]:
    """The one source of a phrase that says something in a sentence of its own."""

    def read(phrase: str, cue: str = "said") -> Source:
        (found,) = sources_in(f"{phrase} {cue} it was so.", (phrase, {"cue": cue}))
        (source,) = found
        return source

    return read
