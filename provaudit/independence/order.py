"""Publication order: when each page came out, who had a claim first, and citations that point forward in time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from provaudit.model import Claim, ForwardEdge, Hop, Page, PassageStatus, Publication

# Two dates without a time may be of two time zones: a page is only later if it is so by more than a day.
_SLACK = timedelta(days=1)


def publications(claim: Claim) -> tuple[Publication, ...]:
    """The pages of a claim's chain that hold it, oldest first, the undated last; each page once."""
    seen = {
        hop.page.url: Publication(hop.page.article.published, hop.page_outlet, hop.page.url)
        for hop in claim.hops
        if hop.page is not None and _holds(hop)
    }
    return tuple(sorted(seen.values(), key=_age))


def published_first(entries: Iterable[Publication]) -> Publication:
    """The oldest of some pages, the undated last; there has to be one."""
    return min(entries, key=_age)


def first_published(claim: Claim) -> Publication | None:
    """The first publisher of a claim among the pages seen; None where no page is dated."""
    dated = [entry for entry in publications(claim) if _when(entry.date) is not None]
    return dated[0] if dated else None


def forward_edges(claims: Iterable[Claim], published: str | None = None) -> tuple[ForwardEdge, ...]:
    """The steps up that land on a page dated after the page (or the draft, by its date) that takes them.

    Dates without a time are taken as later only by more than a day. Each pair of pages is told once.
    """
    found: dict[tuple[str | None, str], ForwardEdge] = {}
    for claim in claims:
        for edge in _edges(claim, published):
            found.setdefault((edge.citing, edge.cited), edge)
    return tuple(found.values())


def _edges(claim: Claim, published: str | None) -> Iterable[ForwardEdge]:
    below: list[tuple[str | None, str | None]] = [(None, published)]
    for number in sorted({hop.n for hop in claim.hops}):
        pages = [hop.page for hop in claim.hops if hop.n == number and hop.page is not None and _holds(hop)]
        for page in pages:
            yield from (edge for citing in below if (edge := _edge(claim.id, citing, page)) is not None)
        if pages:
            below = [(page.url, page.article.published) for page in pages]


def _edge(claim: str, citing: tuple[str | None, str | None], page: Page) -> ForwardEdge | None:
    url, written = citing
    cited = page.article.published
    if written is None or cited is None or url == page.url or not is_later(cited, written):
        return None
    return ForwardEdge(claim, url, written, page.url, cited)


def is_later(one: str, other: str) -> bool:
    """Whether the first ISO date surely lies after the second; False where either cannot be read."""
    late, early = _when(one), _when(other)
    if late is None or early is None:
        return False
    exact = len(one) > 10 and len(other) > 10
    return late[0] > early[1] if exact else late[0] - _SLACK > early[1]


def _holds(hop: Hop) -> bool:
    return hop.passage is not None and hop.passage.status is not PassageStatus.ABSENT


def _age(entry: Publication) -> tuple[bool, datetime, str]:
    when = _when(entry.date)
    return when is None, when[0] if when else datetime.min.replace(tzinfo=UTC), entry.url


def _when(iso: str | None) -> tuple[datetime, datetime] | None:
    """The first and last moment an ISO 8601 date of any precision may mean, in UTC where it names no zone."""
    if not iso:
        return None
    try:
        if len(iso) > 10:
            moment = datetime.fromisoformat(iso)
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
            return moment, moment
        first, last = _days(iso)
    except (ValueError, OverflowError):
        return None
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return start, datetime(last.year, last.month, last.day, 23, 59, 59, tzinfo=UTC)


def _days(iso: str) -> tuple[date, date]:
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(days=1)
    day = date(*parts[:3])
    return day, day
