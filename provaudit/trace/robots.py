"""What a host's robots.txt allows (RFC 9309), read by protego."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from provaudit.model import Outcome
from provaudit.trace.exchange import Exchange

if TYPE_CHECKING:
    from protego import Protego

PRODUCT = "provaudit"
MAX_LENGTH = 512 * 1024  # RFC 9309 asks for 500 KiB at least


@dataclass(frozen=True, slots=True)
class Robots:
    """One host's rules. `trouble` is set where the file could not be had: then nothing there may be asked."""

    text: str = ""
    trouble: tuple[Outcome, str] | None = None

    def refusal(self, url: str) -> tuple[Outcome, str] | None:
        """Why the address may not be asked, None where it may."""
        if self.trouble:
            return self.trouble
        if not self.text or _parsed(self.text).can_fetch(url, PRODUCT):
            return None
        return Outcome.BLOCKED_ROBOTS, "robots.txt disallows it"

    @property
    def delay(self) -> float:
        """Crawl-delay in seconds, 0 where none is asked for."""
        return float(_parsed(self.text).crawl_delay(PRODUCT) or 0.0) if self.text else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The `Sitemap:` lines."""
        return tuple(_parsed(self.text).sitemaps) if self.text else ()


def robots_of(exchange: Exchange) -> Robots:
    """The rules that follow from how asking for robots.txt ended: 4xx allows everything, 5xx nothing for now."""
    if exchange.failure:
        return Robots(trouble=(exchange.failure, f"robots.txt: {exchange.detail}"))
    if exchange.status == 429:
        return Robots(trouble=(Outcome.RATE_LIMITED, "robots.txt: too many requests (429)"))
    if exchange.status >= 500:
        return Robots(trouble=(Outcome.BLOCKED_ROBOTS, f"robots.txt could not be read ({exchange.status})"))
    if not exchange.ok or exchange.body.lstrip().startswith(b"<"):
        return Robots()  # a page in place of the file says nothing
    rules = exchange.body[:MAX_LENGTH]
    if len(exchange.body) >= MAX_LENGTH:
        rules = rules.rpartition(b"\n")[0]  # half a rule is another rule
    return Robots(rules.decode("utf-8", "replace").removeprefix("﻿"))


@lru_cache(maxsize=128)
def _parsed(text: str) -> Protego:
    from protego import Protego

    return Protego.parse(text)
