"""Who may be asked: public http(s) hosts on known ports, and nobody inside this network.

Drafts and pages are hostile input, and machines that run checks have metadata endpoints. `ipaddress.is_global` alone is
not enough (it lets 64:ff9b:1::1, fec0::1 and 5f00::1 through), so the table below names what IANA's special-purpose
registries (RFC 6890 and successors) and the large clouds keep for themselves.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from provaudit.trace.options import Resolve
from provaudit.trace.urls import has_credentials, host_of, is_web_address

Address = IPv4Address | IPv6Address

DENIED = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # carrier-grade NAT, and Alibaba's metadata
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, and most clouds' metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments, and Oracle's metadata
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved and broadcast
        "168.63.129.16/32",  # Azure's wire server
        "::/8",  # unspecified, loopback, v4-compatible and what is reserved beside them
        "64:ff9b:1::/48",  # local NAT64
        "100::/8",  # discard-only and dummy prefixes
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
        "3ffe::/16",  # 6bone, returned
        "4000::/2",  # beyond the unicast space, 5f00::/16 (SRv6) among it
        "8000::/1",  # unique local, link-local, site-local, multicast
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_INSIDE_NAMES = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa|onion|alt|arpa)$")
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)$")


NOT_AN_ADDRESS = "what is no http or https address"
WITH_CREDENTIALS = "an address with a user name or password in it"


class RefusedError(Exception):
    """The address must not be asked; the text says why in a few words."""


class NoSuchHostError(Exception):
    """The name does not resolve, or resolving it took too long."""


class Guard:
    """The gate before every connection, each redirect's included."""

    def __init__(self, ports: Sequence[int], allow_private: Sequence[str], resolve: Resolve | None) -> None:
        self._ports = frozenset(ports)
        self._networks = tuple(network for entry in allow_private if (network := _network(entry)))
        self._hosts = frozenset(entry.lower() for entry in allow_private if not _network(entry))
        self._resolve = resolve

    def refusal(self, url: str) -> str | None:
        """Why the address is refused as written, None where its host may be resolved."""
        if not is_web_address(url):
            return NOT_AN_ADDRESS
        if has_credentials(url):
            return WITH_CREDENTIALS
        scheme, _, rest = url.partition("://")
        return self._refused_port(scheme.lower(), re.split("[/?#]", rest)[0]) or self._refused_host(host_of(url))

    def addresses(self, host: str, port: int, seconds: float) -> tuple[tuple[str, int], ...]:
        """Where to connect for a host: every address of the answer is public, or the host is refused whole.

        Raises RefusedError and NoSuchHostError.
        """
        try:
            found = self._resolve(host, port) if self._resolve else resolve_in_time(host, port, seconds)
        except (OSError, UnicodeError) as error:
            raise NoSuchHostError(f"the name {host} does not resolve") from error
        if not found:
            raise NoSuchHostError(f"the name {host} does not resolve")
        if host not in self._hosts:
            for address, _ in found:
                if not self._permits(address):
                    raise RefusedError(f"{host} leads to the address {address}, which is not public")
        return tuple(found)

    def _refused_port(self, scheme: str, netloc: str) -> str | None:
        written = re.search(r":(\d*)$", netloc)
        port = int(written[1]) if written and written[1] else {"http": 80, "https": 443}[scheme]
        return None if port in self._ports else f"port {port} is not allowed"

    def _refused_host(self, host: str) -> str | None:
        if not host or len(host) > 253 or not re.fullmatch(r"[a-z0-9._:\-]+", host):
            return "not a host name"
        if host in self._hosts:
            return None
        if ":" in host or _NUMBER.search(host.rpartition(".")[2]):
            return self._refused_literal(host)
        if "." not in host or _INSIDE_NAMES.search(host):
            return f"{host} is a name of this network, not of the web"
        return None

    def _refused_literal(self, host: str) -> str | None:
        try:
            ip_address(host)
        except ValueError:
            return f"{host} is not a plainly written address"
        return None if self._permits(host) else f"the address {host} is not public"

    def _permits(self, text: str) -> bool:
        try:
            address = ip_address(text)
        except ValueError:
            return False
        if any(address in network for network in self._networks if network.version == address.version):
            return True
        return is_public(address)


def is_public(address: Address) -> bool:
    """Whether an address is of the open web; wrapped IPv4 addresses are judged by what they wrap."""
    wrapped = _wrapped(address)
    if wrapped:
        return all(is_public(inner) for inner in wrapped)
    if isinstance(address, IPv6Address) and address.scope_id:
        return False
    return not any(address in block for block in DENIED if block.version == address.version)


def resolve_in_time(host: str, port: int, seconds: float) -> tuple[tuple[str, int], ...]:
    """The system's addresses of a name; raises OSError where it has none or takes longer than `seconds`."""
    answer: list[tuple[str, int]] = []
    failure: list[OSError | UnicodeError] = []

    def look_up() -> None:
        try:
            for *_, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                if (str(place[0]), int(place[1])) not in answer:
                    answer.append((str(place[0]), int(place[1])))
        except (OSError, UnicodeError) as error:
            failure.append(error)

    # getaddrinfo has no time limit of its own; a stuck look-up is left behind in its thread.
    thread = threading.Thread(target=look_up, name=f"resolve {host}", daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if failure:
        raise failure[0]
    if thread.is_alive():
        raise TimeoutError(f"resolving {host} took too long")
    return tuple(answer)


def _wrapped(address: Address) -> tuple[IPv4Address, ...]:
    if isinstance(address, IPv4Address):
        return ()
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    number = int(address)
    if address in _NAT64:
        return (IPv4Address(number & 0xFFFFFFFF),)
    if address in _SIX_TO_FOUR:
        return (IPv4Address((number >> 80) & 0xFFFFFFFF),)
    return ()


@lru_cache(maxsize=256)
def _network(entry: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(entry, strict=False)
    except ValueError:
        return None
