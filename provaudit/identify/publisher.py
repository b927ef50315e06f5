"""Whose draft it is, and whose page an address is."""

from __future__ import annotations

import re

from provaudit.identify.hosts import host_of, registrable_domain
from provaudit.identify.registry import Registry
from provaudit.identify.spelling import name_key, slug
from provaudit.identify.wordlists import word_list
from provaudit.model import Article, Domain, Outlet


def publisher_of(article: Article, registry: Registry, named: str | None = None) -> Outlet | None:
    """The draft's own outlet: the one named by the user, else the metadata's, else that of its address.

    Of several outlets of one name the draft's address decides, else the first that bears it as its full name. A
    name the registry does not hold gives an outlet with `known=False`. None where nothing is said of it.
    """
    address = article.canonical_url or article.url
    at_address = registry.by_domain(address, article.published) if address else None
    for name in (named, article.publisher):
        if name and name.strip():
            found = registry.lookup(name) or _of_a_part(name, registry)
            chosen = _chosen(found, name, at_address)
            if chosen or name is named:
                return chosen or _stranger(name, None)
    if at_address:
        return at_address
    if article.publisher and article.publisher.strip():
        return _stranger(article.publisher, address)
    return outlet_of(address, registry) if address and "." in host_of(address) else None


def speaks_of_itself(said: str) -> bool:
    """Whether a paper so speaks of itself, whatever its name: "this newspaper", "our reporters"."""
    words = " ".join(said.casefold().split())
    return " " in words and words in word_list("rules/own_words")


def means_the_publisher(said: str, publisher: Outlet) -> bool:
    """Whether a name is what a paper calls itself: "the Gazette" in the Eastgate Gazette, "The Lantern" in the Lantern.

    The short form is the last words of the name; without its article it wants a word of mastheads among them.
    """
    words, full = name_key(said).split(), name_key(publisher.name).split()
    if not words or words != full[-len(words) :]:
        return False
    whole = len(words) == len(full) or re.match(r"\W*[Tt]he [A-Z]", said) is not None
    return whole or any(word in word_list("sources/masthead_words") for word in words)


def _of_a_part(name: str, registry: Registry) -> tuple[Outlet, ...]:
    """The outlets of the first part of "CNN Politics - Breaking News" that is a name."""
    for part in re.split(r"\s+[-|–—•·:]\s+", name)[:4]:
        found = registry.lookup(part)
        if found:
            return found
    return ()


def _chosen(found: tuple[Outlet, ...], name: str, at_address: Outlet | None) -> Outlet | None:
    if at_address in found:
        return at_address
    if len(found) > 1:
        wanted = name.strip().casefold()
        found = tuple(outlet for outlet in found if wanted in {outlet.name.casefold(), outlet.id})
    return found[0] if len(found) == 1 else None


def _stranger(name: str, address: str | None) -> Outlet:
    host = registrable_domain(host_of(address)) if address else ""
    return Outlet(id=slug(name), name=name.strip(), domains=(Domain(host),) if host else (), known=False)


def outlet_of(url: str, registry: Registry) -> Outlet:
    """The outlet at an address; where the registry has none, one whose id and name are its registrable domain."""
    found = registry.by_domain(url)
    if found:
        return found
    domain = registrable_domain(host_of(url)) or url
    return Outlet(id=domain, name=domain, domains=(Domain(domain),), known=False)
