"""Outlets written as TOML: the registry's own file, and a user's `--outlets FILE`.

[[outlet]]
id = "daily-planet"                     # needed: lower-case words joined by hyphens
name = "Daily Planet"                   # needed
aliases = ["The Planet"]
handles = ["DailyPlanet"]               # without the @
domains = [{ domain = "dailyplanet.example", from = "1998", to = "2010-06" }]
owner = "Galaxy Communications"
kind = "newspaper"
country = "US"                          # ISO 3166, two letters
foremost = ["The Planet"]               # names shared with lesser-known outlets: meant where nothing speaks for those
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from provaudit.errors import UsageError
from provaudit.identify.spelling import name_key
from provaudit.model import Domain, Outlet, OutletKind

FIELDS = ("id", "name", "aliases", "handles", "domains", "owner", "kind", "country", "foremost")
DOMAIN_FIELDS = ("domain", "from", "to")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A host name: labels of letters, digits and inner hyphens, the last of letters alone or punycode.
DOMAIN_FORM = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_COUNTRY = re.compile(r"[A-Z]{2}")


class _Entry(NamedTuple):
    """One table of the file and how to point at it."""

    table: Mapping[str, object]
    where: str

    def wrong(self, field: str, what: str) -> UsageError:
        return UsageError(f"{self.where}: {field}: {what}")


def read_outlets(path: Path) -> tuple[Outlet, ...]:
    """The outlets of a file. Raises UsageError in one line that names the file, the entry and the field."""
    try:
        return parse_outlets(path.read_text(encoding="utf-8-sig"), name=str(path))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 text") from error


def parse_outlets(text: str, *, name: str) -> tuple[Outlet, ...]:
    """The outlets of TOML text; `name` is what errors (UsageError) call it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: not TOML: {error}") from error
    unknown = sorted(set(content) - {"outlet"})
    if unknown:
        raise UsageError(f"{name}: unknown table or key {unknown[0]!r}; outlets are [[outlet]] tables")
    tables = content.get("outlet", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{name}: outlet: write each outlet as an [[outlet]] table")
    if not tables:
        raise UsageError(f"{name}: holds no [[outlet]] table")
    outlets = tuple(_outlet(_Entry(table, _where(name, number, table))) for number, table in enumerate(tables, 1))
    _require_unique_ids(outlets, name)
    return outlets


def _where(name: str, number: int, table: Mapping[str, object]) -> str:
    called = table.get("id") or table.get("name")
    return f"{name}: outlet {number}" + (f" ({called})" if isinstance(called, str) else "")


def _outlet(entry: _Entry) -> Outlet:
    _require_known(entry, entry.table, FIELDS, "")
    kind = _text(entry, "kind") or OutletKind.NEWSPAPER.value
    if kind not in tuple(OutletKind):
        raise entry.wrong("kind", f"{kind!r} is none of {', '.join(OutletKind)}")
    outlet = Outlet(
        id=_needed(entry, "id", _ID, "lower-case words joined by hyphens"),
        name=_needed(entry, "name", re.compile(r".*\S.*", re.DOTALL), "a name"),
        kind=OutletKind(kind),
        aliases=_texts(entry, "aliases"),
        handles=tuple(handle.removeprefix("@") for handle in _texts(entry, "handles")),
        domains=_domains(entry),
        owner=_text(entry, "owner"),
        country=_matching(entry, "country", _text(entry, "country"), _COUNTRY, "two capital letters such as US"),
        foremost=_texts(entry, "foremost"),
    )
    own = {name_key(name) for name in (outlet.name, *outlet.aliases)}
    for name in outlet.foremost:
        if name_key(name) not in own:
            raise entry.wrong("foremost", f"{name!r} is neither its name nor one of its aliases")
    return outlet


def _require_known(entry: _Entry, table: Mapping[str, object], fields: tuple[str, ...], prefix: str) -> None:
    for key in table:
        if key not in fields:
            close = get_close_matches(key, fields, n=1)
            hint = f"did you mean {close[0]!r}? " if close else ""
            raise entry.wrong(prefix + key, f"unknown field; {hint}the fields are {', '.join(fields)}")


def _needed(entry: _Entry, field: str, form: re.Pattern[str], meaning: str) -> str:
    value = _matching(entry, field, _text(entry, field), form, meaning)
    if value is None:
        raise entry.wrong(field, "is missing")
    return value


def _matching(entry: _Entry, field: str, value: str | None, form: re.Pattern[str], meaning: str) -> str | None:
    if value is not None and not form.fullmatch(value):
        raise entry.wrong(field, f"{value!r} is not {meaning}")
    return value


def _text(entry: _Entry, field: str) -> str | None:
    value = entry.table.get(field)
    if value is not None and not isinstance(value, str):
        raise entry.wrong(field, f"must be text in quotation marks, not {type(value).__name__}")
    return value.strip() if value is not None else None


def _texts(entry: _Entry, field: str) -> tuple[str, ...]:
    values = entry.table.get(field, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise entry.wrong(field, f'must be a list of texts such as ["A", "B"], not {values!r}')
    return tuple(value.strip() for value in values)


def _domains(entry: _Entry) -> tuple[Domain, ...]:
    values = entry.table.get("domains", [])
    if not isinstance(values, list):
        raise entry.wrong("domains", 'must be a list such as [{ domain = "a.example" }]')
    return tuple(_domain(entry, value) for value in values)


def _domain(entry: _Entry, value: object) -> Domain:
    if not isinstance(value, dict):
        raise entry.wrong("domains", f'{value!r} must be a table such as {{ domain = "a.example" }}')
    _require_known(entry, value, DOMAIN_FIELDS, "domains.")
    part = _Entry(value, entry.where)
    domain = _text(part, "domain")
    if domain is None or not DOMAIN_FORM.fullmatch(domain):
        raise entry.wrong("domains.domain", f"{domain!r} is not a host name such as news.example")
    since, until = (_date(part, field) for field in ("from", "to"))
    if since and until and since > until:
        raise entry.wrong("domains.from", f"{since} is later than to, {until}")
    return Domain(domain, since, until)


def _date(part: _Entry, field: str) -> str | None:
    value = part.table.get(field)
    written = value if isinstance(value, str) else None if value is None else str(value)
    if written is not None and not _DATE.fullmatch(written):
        raise part.wrong(f"domains.{field}", f"{written!r} is not a date such as 2016, 2016-05 or 2016-05-31")
    return written


def _require_unique_ids(outlets: tuple[Outlet, ...], name: str) -> None:
    seen: dict[str, int] = {}
    for number, outlet in enumerate(outlets, 1):
        if outlet.id in seen:
            raise UsageError(f"{name}: outlet {number} ({outlet.id}): id: already taken by outlet {seen[outlet.id]}")
        seen[outlet.id] = number
