"""Makes an outlets file of a Wikidata export: `python -m provaudit.identify.wikidata EXPORT.json > outlets.toml`.

The export is the JSON answer of https://query.wikidata.org (its content is CC0) to a query with these variables; all
but `item` and `itemLabel` may be missing. Ask for one class or country at a time where the service times out:

    SELECT ?item ?itemLabel ?alias ?website ?since ?until ?handle ?ownerLabel ?country ?class WHERE {
      VALUES ?class {
        wd:Q11032 wd:Q1110794 wd:Q17232649                     # newspaper, daily newspaper, news website
        wd:Q192283 wd:Q41298 wd:Q30849 wd:Q24634210            # news agency, magazine, blog, podcast
        wd:Q15265344 wd:Q1616075 wd:Q14350                     # broadcaster, television station, radio station
      }
      ?item wdt:P31 ?class .
      OPTIONAL { ?item skos:altLabel ?alias . FILTER(LANG(?alias) = "en") }
      OPTIONAL {
        ?item p:P856 ?site . ?site ps:P856 ?website .
        OPTIONAL { ?site pq:P580 ?since } OPTIONAL { ?site pq:P582 ?until }
      }
      OPTIONAL { ?item wdt:P2002 ?handle }
      OPTIONAL { ?item wdt:P127 ?owner }
      OPTIONAL { ?item wdt:P17/wdt:P297 ?country }
      SERVICE wikibase:label { bd:serviceParam wikibase:language "en" }
    }

Answer format: https://www.w3.org/TR/sparql11-results-json/. Outlets that the shipped registry has, told by their
domain, are left out, and so are items without an English label.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from provaudit.errors import ProvauditError, UsageError
from provaudit.identify.hosts import host_of
from provaudit.identify.outlets_file import DOMAIN_FORM
from provaudit.identify.registry import Registry
from provaudit.identify.spelling import slug
from provaudit.model import Domain, Outlet, OutletKind

Row = Mapping[str, str]  # the values of one binding, by variable

_KINDS = {
    "Q192283": OutletKind.WIRE,
    "Q15265344": OutletKind.BROADCASTER,
    "Q1616075": OutletKind.BROADCASTER,
    "Q14350": OutletKind.BROADCASTER,
    "Q41298": OutletKind.MAGAZINE,
    "Q30849": OutletKind.BLOG,
    "Q24634210": OutletKind.PODCAST,
}
_NO_LABEL = re.compile(r"Q\d+")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})T")


def rows_of(export: object) -> tuple[Row, ...]:
    """The rows of a SPARQL JSON answer. Raises UsageError where it is none."""
    try:
        bindings = cast("dict[str, dict[str, list[dict[str, dict[str, str]]]]]", export)["results"]["bindings"]
        rows = tuple({name: cell["value"] for name, cell in binding.items()} for binding in bindings)
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError("not a SPARQL JSON answer: results.bindings is missing or malformed") from error
    if any("item" not in row or "itemLabel" not in row for row in rows):
        raise UsageError("a row of the answer lacks item or itemLabel; see the query in this module's docstring")
    return rows


def outlets_of(rows: Iterable[Row], registry: Registry) -> tuple[Outlet, ...]:
    """One outlet an item, in order of id, without those the registry has; ids that collide get the item's number."""
    items: dict[str, list[Row]] = {}
    for row in rows:
        if not _NO_LABEL.fullmatch(row["itemLabel"]):
            items.setdefault(row["item"].rsplit("/", 1)[-1], []).append(row)
    made: dict[str, Outlet] = {}
    for number, own in items.items():
        outlet = _outlet(own)
        if any(registry.by_domain(entry.domain) for entry in outlet.domains):
            continue
        taken = outlet.id in made or registry.by_id(outlet.id) is not None
        outlet = replace(outlet, id=f"{outlet.id}-{number.lower()}") if taken else outlet
        made[outlet.id] = outlet
    return tuple(made[outlet_id] for outlet_id in sorted(made))


def _outlet(rows: list[Row]) -> Outlet:
    name = rows[0]["itemLabel"]
    kinds = [
        _KINDS[row["class"].rsplit("/", 1)[-1]] for row in rows if row.get("class", "").rsplit("/", 1)[-1] in _KINDS
    ]
    domains = {host: Domain(host, _day(row.get("since")), _day(row.get("until"))) for host, row in _hosts(rows)}
    countries = [row["country"] for row in rows if re.fullmatch(r"[A-Z]{2}", row.get("country", ""))]
    owners = [row["ownerLabel"] for row in rows if not _NO_LABEL.fullmatch(row.get("ownerLabel", "Q0"))]
    return Outlet(
        id=slug(name),
        name=name,
        kind=kinds[0] if kinds else OutletKind.NEWSPAPER,
        aliases=_distinct(row["alias"] for row in rows if row.get("alias", name) != name),
        handles=_distinct(row["handle"] for row in rows if row.get("handle")),
        domains=tuple(domains.values()),
        owner=owners[0] if owners else None,
        country=countries[0] if countries else None,
    )


def _hosts(rows: list[Row]) -> Iterable[tuple[str, Row]]:
    for row in rows:
        host = host_of(row.get("website", "")).removeprefix("www.")
        if DOMAIN_FORM.fullmatch(host):
            yield host, row


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _day(value: str | None) -> str | None:
    """An ISO date of a Wikidata time; a year alone is written there as its first of January."""
    match = _DATE.match(value or "")
    if not match:
        return None
    year, month, day = match.groups()
    return year if (month, day) in {("01", "01"), ("00", "00")} else f"{year}-{month}-{day}"


def as_toml(outlets: Iterable[Outlet]) -> str:
    """The outlets as an outlets file."""
    return "\n".join(_table(outlet) for outlet in outlets)


def _table(outlet: Outlet) -> str:
    lines = ["[[outlet]]", f"id = {_quoted(outlet.id)}", f"name = {_quoted(outlet.name)}"]
    for field, values in (("aliases", outlet.aliases), ("handles", outlet.handles)):
        if values:
            lines.append(f"{field} = [{', '.join(map(_quoted, values))}]")
    if outlet.domains:
        lines.append(f"domains = [{', '.join(map(_domain, outlet.domains))}]")
    if outlet.owner:
        lines.append(f"owner = {_quoted(outlet.owner)}")
    lines.append(f"kind = {_quoted(outlet.kind.value)}")
    if outlet.country:
        lines.append(f"country = {_quoted(outlet.country)}")
    return "\n".join(lines) + "\n"


def _domain(entry: Domain) -> str:
    fields = (("domain", entry.domain), ("from", entry.since), ("to", entry.until))
    return "{ " + ", ".join(f"{field} = {_quoted(value)}" for field, value in fields if value) + " }"


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, except that TOML has no escaped solidus and wants DEL escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def main(arguments: list[str]) -> int:
    """Print the outlets of the export named; 0, or 2 with one line on stderr."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m provaudit.identify.wikidata EXPORT.json > outlets.toml\n")
        return 2
    try:
        rows = rows_of(json.loads(Path(arguments[0]).read_bytes()))
    except (OSError, ValueError, ProvauditError) as error:
        sys.stderr.write(f"{arguments[0]}: {error}\n")
        return 2
    sys.stdout.write(as_toml(outlets_of(rows, Registry.load())))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
