"""Addresses: made canonical, freed from trackers and wrappers, and safe to print.

`canonical` is idempotent: canonical(canonical(x)) == canonical(x) for every string.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from provaudit.identify.hosts import registrable_domain

#: Query parameters that say where a reader came from, not what is shown.
TRACKERS = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|gclsrc|msclkid|twclid|igshid|igsh|yclid|mc_cid|mc_eid|mkt_tok|_ga|_gl"
    r"|ncid|cmpid|cmp|icid|ito|ref_src|ref_url|smid|smtyp|sref|src_link|taid|tpcc|xtor|at_\w+|__twitter_impression"
    r"|guccounter|guce_referrer\w*|soc_src|soc_trk|spm|emci|emdi|ceid|fb_action_\w+|wpisrc|wpmm"
    r"|amp|amp_js_v|amp_gsa|usqp|outputtype)",
    re.IGNORECASE,
)
MAX_LENGTH = 8192  # characters; no page needs more, and nested wrappers would cost time
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ARCHIVED = re.compile(r"^/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)$", re.DOTALL)
_REDIRECTOR_PATH = re.compile(
    r"/(?:l\.php|url|redirect(?:or)?|out|away(?:\.php)?|link|goto|click|sharer?(?:/sharer)?(?:\.php)?)/?$",
    re.IGNORECASE,
)
_REDIRECTOR_KEYS = ("u", "url", "q", "z", "to", "target", "dest", "destination", "redirect")
_SHORTENERS = frozenset({
    "t.co", "bit.ly", "goo.gl", "ow.ly", "tinyurl.com", "buff.ly", "dlvr.it", "is.gd", "trib.al", "fb.me", "lnkd.in",
    "nyti.ms", "wapo.st", "reut.rs", "apne.ws", "bbc.in", "cnn.it", "on.wsj.com", "politi.co", "bloom.bg", "gu.com",
    "n.pr", "nbcnews.to", "abcn.ws", "cbsn.ws", "fxn.ws", "youtu.be", "amzn.to", "rb.gy", "shorturl.at", "t.ly",
})  # fmt: skip

#: Domains whose subdomains belong to different publishers, though the suffix list does not say so.
_SHARED = frozenset({
    "go.com", "wordpress.com", "substack.com", "medium.com", "tumblr.com", "typepad.com", "livejournal.com", "ghost.io",
    "beehiiv.com", "squarespace.com", "weebly.com",
})  # fmt: skip


def canonical(url: str) -> str:
    """The address under which a page is known: unwrapped, without trackers and fragment, in one spelling.

    A string that is no http address comes back as it was, without spaces around it and without credentials.
    """
    if len(url) > MAX_LENGTH:
        return printable(url).strip()
    seen = ""
    current = _without_trackers(tidied(url))
    while current != seen:
        seen = current
        current = _without_trackers(tidied(_unwrapped(current)))
    return current


def tidied(url: str) -> str:
    """One spelling of an address, without its fragment and credentials; see RFC 3986, section 6.2.

    What is no http address comes back without spaces around it and without credentials.
    """
    url = url.strip()
    parts = _split(url)
    if parts is None or parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return printable(url).strip()
    host = _ascii_host(parts.hostname)
    if ":" in host:
        host = f"[{host}]"
    default = {"http": 80, "https": 443}[parts.scheme.lower()]
    netloc = host if parts.port in (None, default) else f"{host}:{parts.port}"
    path = _without_dots(_escaped(parts.path, "/:@!$&'()*+,;=")) or "/"
    return urlunsplit((parts.scheme.lower(), netloc, path, _escaped(parts.query, "/:@!$&'()*+,;=?[]{}|"), ""))


def capture_of(url: str) -> tuple[str, str] | None:
    """Of an Internet Archive address: the address archived, and the capture's time (4 to 14 digits)."""
    parts = _split(url)
    if parts is None or (parts.hostname or "") not in ("web.archive.org", "www.web.archive.org", "archive.org"):
        return None
    found = _ARCHIVED.match(parts.path + (f"?{parts.query}" if parts.query else ""))
    if not found:
        return None
    original = found[2] if "://" in found[2][:9] else "http://" + re.sub(r"^(https?):/+", "", found[2])
    return original, found[1]


def is_shortener(url: str) -> bool:
    """Whether the address only stands for another one, which has to be asked for."""
    return host_of(url) in _SHORTENERS


def host_of(url: str) -> str:
    """The host in lower case and ASCII, empty where there is none."""
    parts = _split(url)
    return _ascii_host(parts.hostname or "") if parts else ""


def origin_of(url: str) -> str:
    """Scheme, host and port: `https://example.org`."""
    parts = _split(tidied(url))
    return f"{parts.scheme}://{parts.netloc}" if parts else ""


def joined(base: str, reference: str) -> str | None:
    """The absolute address of a reference found at `base`, None where it leads nowhere."""
    try:
        return urljoin(base, reference.strip())
    except ValueError:
        return None


def printable(url: str) -> str:
    """The address without a user name or password and without control characters."""
    cleaned = "".join(character for character in url if character.isprintable())
    return re.sub(r"^([^/?#]*//)[^/?#]*@", r"\1", cleaned)


def is_web_address(url: str) -> bool:
    """Whether it is written as an http or https address, without spaces, backslashes or control characters."""
    if len(url) > MAX_LENGTH:
        return False
    return bool(re.match(r"https?://[^/?#]", url, re.IGNORECASE)) and not re.search(r"[\x00-\x20\x7f\\]", url)


def has_credentials(url: str) -> bool:
    """Whether a user name or password stands before the host."""
    return "@" in re.split(r"[/?#\\]", url.partition("//")[2], maxsplit=1)[0]


@lru_cache(maxsize=4096)
def registrable(host_or_url: str) -> str:
    """The domain somebody publishes under: `news.bbc.co.uk` → `bbc.co.uk`, `foo.wordpress.com` stays as it is.

    Without the network, from the suffix list that ships with the program.
    """
    host = host_of(host_or_url) if "//" in host_or_url else _ascii_host(host_or_url)
    domain = registrable_domain(host)
    if domain in _SHARED and host != domain:
        return ".".join(host.split(".")[-domain.count(".") - 2 :])
    return domain


def same_site(one: str, other: str) -> bool:
    """Whether two hosts or addresses belong to one registrable domain."""
    return registrable(one) == registrable(other) != ""


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises for a port that is no number
    except ValueError:
        return None
    return parts


def _ascii_host(host: str) -> str:
    host = host.strip().rstrip(".").lower()
    if host.isascii():
        return host
    try:
        import idna

        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return host


def _escaped(text: str, safe: str) -> str:
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    text = re.sub(r"%([0-9A-Fa-f]{2})", _unescape_plain, text)
    return quote(text, safe=safe + "%~", errors="replace")


def _unescape_plain(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if character in _UNRESERVED else found[0].upper()


def _without_trackers(url: str) -> str:
    address, _, query = url.partition("?")
    if not query or not address.startswith(("http://", "https://")):
        return url
    pairs = [pair for pair in query.split("&") if pair]
    kept = [pair for pair in pairs if not TRACKERS.fullmatch(unquote(pair.partition("=")[0]))]
    return f"{address}?{'&'.join(kept)}" if kept else address


def _without_dots(path: str) -> str:
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            if len(kept) > 1:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)


def _unwrapped(url: str) -> str:
    parts = _split(url)
    if parts is None or parts.scheme not in ("http", "https"):
        return url
    captured = capture_of(url)
    if captured:
        return captured[0]
    return _out_of_amp(parts) or _out_of_redirector(parts) or url


def _out_of_amp(parts: SplitResult) -> str | None:
    host = parts.hostname or ""
    query = f"?{parts.query}" if parts.query else ""
    cached = re.match(r"^/(?:amp|[cv])/(s/)?([^/]+\..+)$", parts.path)
    if cached and (host.endswith(".ampproject.org") or re.fullmatch(r"(?:www\.)?google\.[a-z.]+", host)):
        return f"http{'s' if cached[1] else ''}://{cached[2]}{query}"
    plain = re.sub(r"(?<=[^/])/amp(?:\.html)?/?$|\.amp(?=(?:\.html?)?$)", "", parts.path)
    if plain != parts.path:
        return urlunsplit(parts._replace(path=plain))
    return None


def _out_of_redirector(parts: SplitResult) -> str | None:
    if not _REDIRECTOR_PATH.search(parts.path):
        return None
    values: dict[str, str] = {}
    for pair in parts.query.split("&"):
        key, _, value = pair.partition("=")
        values.setdefault(key, unquote(value))
    for key in _REDIRECTOR_KEYS:
        target = values.get(key, "")
        if re.match(r"https?://[^/]", target):
            return target
    return None
