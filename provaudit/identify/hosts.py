"""Hosts and the domains that own them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

# Subdomains under which a platform serves itself, not one of its users.
OWN_SUBDOMAINS = frozenset({"www", "m", "mobile", "old", "new", "amp", "web", "en", "music", "l", "lm", "business"})
# Hosts whose subdomains belong to whoever writes there, though the suffix list does not say so.
HOSTING = frozenset(
    {
        "beehiiv.com", "blogspot.com", "ghost.io", "livejournal.com", "medium.com", "squarespace.com", "substack.com",
        "tripod.com", "tumblr.com", "typepad.com", "weebly.com", "wixsite.com", "wordpress.com", "xanga.com",
    }
)  # fmt: skip


@lru_cache(maxsize=4096)
def host_of(address: str) -> str:
    """The lower-case host of a URL, of "//host/path" or of a bare host; "" where there is none. Never raises."""
    text = address.strip()
    try:
        parts = urlsplit(text if "//" in text else f"//{text}")
        host = parts.hostname or ""
    except ValueError:  # "http://[": an unclosed IPv6 bracket
        return ""
    host = host.rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


@cache
def _suffixes() -> TLDExtract:
    # Heavy (parses the suffix list), so it is imported when a host is met that the registry does not hold as such.
    from tldextract import TLDExtract

    # No list URLs and no cache folder: the snapshot in the package is used and nothing is fetched or written.
    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)


def registrable_domain(host: str) -> str:
    """The part of a host that somebody registered: "a.b.co.uk" → "b.co.uk", "x.wordpress.com" → itself.

    A bare suffix, an address or a one-word host is its own. Under a suffix that is on no list ("paper.example") it is
    the last two labels, as the Public Suffix List's own algorithm has it.
    """
    domain = _under_suffix(host)
    label = host.removesuffix(domain).rstrip(".").rpartition(".")[2]
    return f"{label}.{domain}" if domain in HOSTING and label and label not in OWN_SUBDOMAINS else domain


def _under_suffix(host: str) -> str:
    parts = _suffixes()(host)
    if not parts.suffix and parts.domain and not parts.ipv4 and not parts.ipv6:
        return ".".join(host.split(".")[-2:])
    return parts.top_domain_under_public_suffix or host
