"""Trees of spans into the model's attributions: numbered in text order, an outer one before those inside it."""

from collections.abc import Callable, Iterator

from provaudit.attribute.body import Body
from provaudit.attribute.found import Found, Spans
from provaudit.attribute.manner import kind_of, manner_of
from provaudit.model import Article, Attribution, Mention

Resolve = Callable[[Spans], Mention]


def numbered(trees: tuple[Found, ...], article: Article, body: Body, resolve: Resolve) -> tuple[Attribution, ...]:
    """Return the attributions A1, A2 …; `resolve` makes the mention of a source."""
    made: list[Attribution] = []
    for one in trees:
        made += _numbered(one, None, len(made), article, body, resolve)
    return tuple(made)


def _numbered(
    one: Found, parent: str | None, before: int, article: Article, body: Body, resolve: Resolve
) -> Iterator[Attribution]:
    name = f"A{before + 1}"
    yield Attribution(
        id=name,
        parent=parent,
        kind=kind_of(one, body),
        manner=manner_of(one, article.text),
        source=resolve(one.source) if one.source else None,
        cue=_mention(article, one.cue),
        venue=resolve(one.venue) if one.venue else None,
        content=_mention(article, one.content),
        confidence=round(one.confidence, 2),
        whole_text=one.whole_text,
        hearsay=one.hearsay,
        anonymity_reason=one.anonymity_reason,
    )
    count = before + 1
    for inner in one.inner:
        for made in _numbered(inner, name, count, article, body, resolve):
            yield made
            count += 1


def _mention(article: Article, spans: Spans) -> Mention | None:
    return Mention(article.words(*spans), spans) if spans else None
