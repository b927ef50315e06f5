"""Small chains, written as an editor would draw them: `chain("C1", ("post", PAGE), ("ap", PAGE), "an official")`."""

from provaudit.model import (
    Article,
    Claim,
    End,
    Hop,
    Outcome,
    Outlet,
    OutletKind,
    Page,
    Passage,
    PassageStatus,
    Place,
    Source,
    SourceKind,
)

HELD = Passage("words", "", "", PassageStatus.EXACT, 1.0)
OWNERS = {"dawn": "Gray Group", "dusk": "Gray Group", "noon": "Gray Group", "eve": "Gray Group"}
PEOPLE = {"Ana Ruiz", "Bo Lind", "Cy Moran"}
BRIDGE = "the bridge over the strait will close in May for repairs"


def text(seed, length=60):
    """A page's text; other seeds give texts that share no run of five words."""
    return " ".join(f"{seed}{number} word{seed}{number % 7}" for number in range(length))


def page(url, body, published=None):
    return Page(url, url, Article(body, "", published=published), "2024-06-01T00:00:00Z", "")


def outlet(name):
    kind = OutletKind.WIRE if name == "ap" else OutletKind.PLATFORM if name == "x" else OutletKind.NEWSPAPER
    return Outlet(name, name.title(), kind, owner=OWNERS.get(name))


def source(name):
    if name in PEOPLE:
        return Source(name, SourceKind.PERSON, name)
    if name.startswith(("an ", "a ")):
        return Source(name, SourceKind.ANONYMOUS, name, anonymity=name)
    if name == "media reports":
        return Source(name, SourceKind.VAGUE, name)
    return Source(name, SourceKind.OUTLET, name.title(), outlet(name))


def chain(id_, *steps, end=End.ORIGIN, said=BRIDGE, named=1):
    """A claim whose hops are the steps; a step is a name, or a name and the page it was found on.

    The first `named` of them are named by the draft, the others by pages.
    """
    hops = []
    for number, step in enumerate(steps, 1):
        name, found = (step, None) if isinstance(step, str) else step
        hops.append(
            Hop(
                n=number,
                attribution=f"A-{id_}" if number <= named else None,
                source=name,
                outcome=Outcome.FOUND if found else Outcome.NOT_FOLLOWED,
                page=found,
                page_outlet=name if found else None,
                passage=HELD if found else None,
            )
        )
    origin = hops[-1].source if end is End.ORIGIN and hops else None
    return Claim(id_, f"A-{id_}", said, (), Place(1, 1), 1, 1, tuple(hops), end, origin)


def sources_of(*claims):
    return {hop.source: source(hop.source) for claim in claims for hop in claim.hops}
