"""The registry in the form it is searched in, and the file that keeps it so that a start need not parse TOML.

`data/outlets.json` is made from `data/outlets.toml` by `python -m provaudit.identify.build`; a test holds the two
together. Reading it costs about 3 ms, parsing the TOML about 20 times as much.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, cast

from provaudit.identify.spelling import name_key
from provaudit.model import Domain, Outlet, OutletKind

DATA = Path(__file__).parent.parent / "data"

Row = list[object]  # the fields of an Outlet, in its order, without `known`; `foremost` only where there is one


class Index(TypedDict):
    """Rows of outlets, and where to find them: every list of numbers points into `rows`, in order of id.

    `names` goes by `name_key`, `handles` by the lower-case handle, `domains` by host; `first_words` gives the
    number of words of the longest name that starts with a word; `capitals` are the keys that are written in capitals
    alone ("DNA", "SANA"), which the same letters in small type do not mean.
    """

    rows: list[Row]
    ids: dict[str, int]
    names: dict[str, list[int]]
    first_words: dict[str, int]
    handles: dict[str, list[int]]
    domains: dict[str, list[int]]
    capitals: list[str]


def build_index(outlets: Sequence[Outlet]) -> Index:
    """The index of the outlets; of two with one id the later one counts."""
    chosen = sorted({outlet.id: outlet for outlet in outlets}.values(), key=lambda outlet: outlet.id)
    index = Index(rows=[], ids={}, names={}, first_words={}, handles={}, domains={}, capitals=[])
    written: dict[str, set[str]] = {}
    for number, outlet in enumerate(chosen):
        index["rows"].append(_row(outlet))
        index["ids"][outlet.id] = number
        for key in sorted({name_key(name) for name in (outlet.name, *outlet.aliases)} - {""}):
            index["names"].setdefault(key, []).append(number)
            first, length = key.split(" ", 1)[0], key.count(" ") + 1
            index["first_words"][first] = max(length, index["first_words"].get(first, 0))
        for name in (outlet.name, *outlet.aliases):
            written.setdefault(name_key(name), set()).add(name)
        for handle in sorted({handle.casefold() for handle in outlet.handles}):
            index["handles"].setdefault(handle, []).append(number)
        for domain in sorted({entry.domain for entry in outlet.domains}):
            index["domains"].setdefault(domain, []).append(number)
    index["capitals"] = sorted(key for key, names in written.items() if all(map(_is_in_capitals, names)))
    return index


def _is_in_capitals(name: str) -> bool:
    bare = name.removeprefix("The ").removeprefix("the ")
    return len(bare) > 1 and " " not in bare and bare.isupper()


def _row(outlet: Outlet) -> Row:
    domains = [[entry.domain, entry.since, entry.until] for entry in outlet.domains]
    kind = outlet.kind.value
    return [
        outlet.id, outlet.name, kind, list(outlet.aliases), list(outlet.handles), domains, outlet.owner, outlet.country,
        *([list(outlet.foremost)] if outlet.foremost else []),
    ]  # fmt: skip


def outlet_of_row(row: Row) -> Outlet:
    """The outlet a row stands for."""
    name_id, name, kind, aliases, handles, domains, owner, country, *foremost = row
    return Outlet(
        id=cast("str", name_id),
        name=cast("str", name),
        kind=OutletKind(cast("str", kind)),
        aliases=tuple(cast("list[str]", aliases)),
        handles=tuple(cast("list[str]", handles)),
        domains=tuple(Domain(*entry) for entry in cast("list[list[str]]", domains)),
        owner=cast("str | None", owner),
        country=cast("str | None", country),
        foremost=tuple(cast("list[str]", foremost[0])) if foremost else (),
    )


def stored_index() -> Index:
    """The index of the registry as it is shipped."""
    return cast("Index", json.loads((DATA / "outlets.json").read_bytes()))
