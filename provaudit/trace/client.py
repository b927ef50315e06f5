"""The wire: one GET request, through the guard, within its limits. The only module that knows httpx.

It is imported when a run really asks somebody, so that offline runs and replays never load an HTTP library. The
transport is httpcore's pool behind httpx's request and response: the network backend is ours, so that the address the
guard checked is the address that is connected to, while TLS and the Host header keep the name.
"""

from __future__ import annotations

import os
import ssl
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from socket import SHUT_RDWR, socket
from urllib.parse import urlencode
from urllib.request import getproxies, proxy_bypass
from weakref import WeakSet

import httpcore
import httpx

from provaudit.errors import UsageError
from provaudit.model import Outcome
from provaudit.trace.body import ORIGINAL, BodyError, kept, unpacked
from provaudit.trace.exchange import Ask, Exchange
from provaudit.trace.guard import Guard, NoSuchHostError, RefusedError
from provaudit.trace.options import WebOptions
from provaudit.trace.urls import host_of

MAX_LANES = 48  # hosts whose connection is kept open
_FAILURES: tuple[tuple[type[Exception], Outcome, str], ...] = (
    (httpcore.ConnectTimeout, Outcome.TIMEOUT, "connecting took too long"),
    (httpcore.TimeoutException, Outcome.TIMEOUT, "the answer took too long"),
    (httpcore.RemoteProtocolError, Outcome.UNREACHABLE, "the answer broke off or is no HTTP"),
    (httpcore.ReadError, Outcome.UNREACHABLE, "the connection was reset"),
    (httpcore.WriteError, Outcome.UNREACHABLE, "the connection was reset"),
    (httpcore.ProxyError, Outcome.UNREACHABLE, "the proxy refused"),
)


class _Deadline(threading.local):
    """When the request that this thread is making must have ended, by the run's clock."""

    at: float = float("inf")


@dataclass(slots=True)
class _Watch:
    """What is left of a request's time, and the sockets that must be shut for it to end early."""

    clock: Callable[[], float]
    deadline: _Deadline = field(default_factory=_Deadline)
    opened: WeakSet[socket] = field(default_factory=WeakSet)
    ended: bool = False

    def left(self, limit: float | None = None) -> float:
        left = self.deadline.at - self.clock()
        if left <= 0 or self.ended:
            raise httpcore.ReadTimeout("the request's whole time is spent")
        return left if limit is None else min(left, limit)

    def end(self) -> None:
        self.ended = True
        for opened in list(self.opened):
            with suppress(OSError):
                socket.shutdown(opened, SHUT_RDWR)  # wakes up whoever reads; TLS is not said goodbye to


class _Stream(httpcore.NetworkStream):
    """A connection whose every read and write counts against the whole request's time."""

    def __init__(self, inner: httpcore.NetworkStream, watch: _Watch) -> None:
        self._inner = inner
        self._watch = watch
        watch.opened.add(inner.get_extra_info("socket"))

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._watch.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._watch.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._watch.left(timeout))
        return _Stream(inner, self._watch)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to addresses the guard has checked; `guard` is None towards a proxy, which resolves names itself."""

    def __init__(self, guard: Guard | None, watch: _Watch, connect_seconds: float) -> None:
        self._guard = guard
        self._watch = watch
        self._connect_seconds = connect_seconds
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the run's own limits rule
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        limit = self._watch.left(self._connect_seconds)
        places = self._guard.addresses(host, port, limit) if self._guard else ((host, port),)
        for place, (address, target_port) in enumerate(places[:4]):
            try:
                inner = self._plain.connect_tcp(
                    address, target_port, self._watch.left(limit), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if place + 1 == len(places[:4]):
                    raise
            else:
                return _Stream(inner, self._watch)
        raise NoSuchHostError(f"the name {host} does not resolve")


@dataclass(slots=True)
class _Lane:
    """The way to one host, and how many threads are on it."""

    pool: httpcore.ConnectionPool
    users: int = 0


class Client:
    """Makes requests; thread-safe. Keeps connections open for the next request to the same host.

    Each host has a pool of its own: one pool for all looks at every open connection before each request.
    """

    def __init__(self, options: WebOptions, guard: Guard) -> None:
        self._options = options
        self._guard = guard
        self._watch = _Watch(options.clock)
        self._proxies: dict[str, str] = getproxies() if options.trust_env else {}
        self._lock = threading.Lock()
        self._lanes: OrderedDict[tuple[str, str], _Lane] = OrderedDict()

    def send(self, ask: Ask, seconds: float) -> Exchange:
        """One request and its answer, redirects not followed, within `seconds`; every failure is a value."""
        retrieved = self._options.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        self._watch.deadline.at = self._options.clock() + seconds
        try:
            return self._exchange(ask, retrieved)
        except RefusedError as refusal:
            return Exchange(ask.url, retrieved, failure=Outcome.REFUSED_ADDRESS, detail=str(refusal))
        except NoSuchHostError as error:
            return Exchange(ask.url, retrieved, failure=Outcome.UNREACHABLE, detail=str(error))
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.ProxyError) as error:
            outcome, detail = _failure(error)
            return Exchange(ask.url, retrieved, failure=outcome, detail=detail)
        except (httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError):
            return Exchange(ask.url, retrieved, failure=Outcome.UNREACHABLE, detail="not a usable address")

    def close(self) -> None:
        """Close every connection; requests under way fail at once."""
        self._watch.end()
        with self._lock:
            lanes = list(self._lanes.values())
            self._lanes.clear()
        for lane in lanes:
            lane.pool.close()

    def _exchange(self, ask: Ask, retrieved: str) -> Exchange:
        request = self._request(ask)
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore.Request(request.method, url, headers=request.headers.raw)
        with self._lane(request.url.scheme, request.url.host) as pool:
            answer = pool.handle_request(sent)
            try:
                bare = Exchange(ask.url, retrieved, answer.status, tuple(kept(answer.headers)))
                return self._with_body(bare, answer.iter_stream(), ask.enough)
            finally:
                answer.close()

    def _request(self, ask: Ask) -> httpx.Request:
        url = ask.url
        if ask.secret_query:
            url += ("&" if "?" in url else "?") + urlencode(ask.secret_query)
        headers = {
            "User-Agent": self._options.user_agent,
            "Accept": ask.accept,
            "Accept-Encoding": "gzip, deflate",
            **dict(ask.secret_headers),
        }
        request = httpx.Request("GET", url, headers=headers)
        # Two readers of one address may disagree on its host; what they disagree on is not asked.
        if request.url.raw_host.decode("ascii") != host_of(ask.url):
            raise RefusedError("an address that can be read in two ways")
        return request

    @contextmanager
    def _lane(self, scheme: str, host: str) -> Iterator[httpcore.ConnectionPool]:
        with self._lock:
            lane = self._lanes.get((scheme, host))
            if lane is None:
                lane = self._lanes[scheme, host] = _Lane(self._new_pool(scheme, self._proxy(scheme, host)))
            self._lanes.move_to_end((scheme, host))
            lane.users += 1
            idle = [key for key, other in self._lanes.items() if not other.users]
            left = [self._lanes.pop(key) for key in idle[: max(0, len(self._lanes) - MAX_LANES)]]
        for other in left:
            other.pool.close()
        try:
            yield lane.pool
        finally:
            with self._lock:
                lane.users -= 1

    def _proxy(self, scheme: str, host: str) -> str | None:
        return None if proxy_bypass(host) else self._proxies.get(scheme) or self._proxies.get("all")

    def _new_pool(self, scheme: str, proxy: str | None) -> httpcore.ConnectionPool:
        context = self._certificates() if scheme == "https" else None
        guard = None if proxy else self._guard
        backend = _Backend(guard, self._watch, self._options.connect_seconds)
        if not proxy:
            return httpcore.ConnectionPool(context, keepalive_expiry=10.0, network_backend=backend)
        parsed = httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
        return httpcore.HTTPProxy(
            proxy_url=str(parsed.url),
            proxy_auth=parsed.raw_auth,
            ssl_context=context,
            keepalive_expiry=10.0,
            network_backend=backend,
        )

    def _certificates(self) -> ssl.SSLContext:
        if self._options.ca_file:
            return _certificates(str(self._options.ca_file), None)
        if not self._options.trust_env:
            return _certificates(None, None)
        file = os.environ.get("SSL_CERT_FILE")
        return _certificates(file, None if file else os.environ.get("SSL_CERT_DIR"))

    def _with_body(self, bare: Exchange, stream: Iterator[bytes], enough: int | None) -> Exchange:
        encoding = (bare.header(f"{ORIGINAL}content-encoding") or "").lower()
        try:
            body = b"".join(unpacked(stream, encoding, self._options.max_body, enough))
        except BodyError as error:
            return Exchange(bare.url, bare.retrieved, failure=Outcome.UNREACHABLE, detail=str(error))
        return Exchange(bare.url, bare.retrieved, bare.status, bare.headers, body)


def _failure(error: Exception) -> tuple[Outcome, str]:
    for kind, outcome, detail in _FAILURES:
        if isinstance(error, kind):
            return outcome, detail
    cause = " ".join(str(part) for part in (error, error.__cause__, error.__context__))
    if "CERTIFICATE" in cause or "certificate" in cause or "SSL" in cause:
        return Outcome.UNREACHABLE, "its certificate or TLS is not valid"
    return Outcome.UNREACHABLE, "no connection"


@lru_cache(maxsize=4)
def _certificates(ca_file: str | None, ca_folder: str | None) -> ssl.SSLContext:
    """Whom to trust; made once, since loading the usual certificates takes longer than many an answer."""
    try:
        if ca_file or ca_folder:
            return ssl.create_default_context(cafile=ca_file, capath=ca_folder)
        return httpx.create_ssl_context(trust_env=False)
    except OSError as error:
        raise UsageError("the certificates named by SSL_CERT_FILE or the settings cannot be read") from error
