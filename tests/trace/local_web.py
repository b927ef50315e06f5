"""A small web on loopback: several virtual hosts, plain and with TLS, served by real sockets to a real client.

    with World.load(Path("fixtures/worlds/ambassador")) as world:
        with open_web(world.options(record=warc), registry) as web: ...

A world's folder holds a folder for each host, and in it the host's files:

    <world>/<host>/index.html          answers /
    <world>/<host>/2016/05/story.html  answers /2016/05/story.html, /2016/05/story and /2016/05/story/
    <world>/<host>/robots.txt          as any other file; without one it is 404
    <world>/<host>/_posts.json         a WordPress: [{"date_gmt", "link", "title", "content"}, …] behind /wp-json/wp/v2/posts
                                       (search, after, before, per_page) and /?rest_route=/wp/v2/posts
    <world>/<host>/_captures.json      an Internet Archive (host web.archive.org): [{"timestamp", "original", "file"}, …]
                                       behind /cdx/search/cdx (url, matchType, from, to, filter, closest, limit) and
                                       /web/<timestamp>id_/<original>; `file` is relative to the host's folder
    <world>/<host>/_host.toml          what files cannot say; all keys are optional:

        status = 503                   every answer of the host (its robots.txt included)
        latency = 0.05                 seconds before every answer
        addresses = ["10.0.0.7"]       what the name resolves to, in place of loopback; [] does not resolve

        [[answer]]                     the first whose path fits wins, before any file
        path = "/old"                  with its query; a * at the end stands for anything
        status = 301
        location = "/2016/05/story"
        headers = { "Cache-Control" = "no-store" }
        body = "text"                  or: file = "other.html"
        latency = 1.0
        fault = "reset"                one of FAULTS

Hosts that have no folder do not resolve. The same hosts answer on port 80 and 443.
"""

from __future__ import annotations

import json
import mimetypes
import re
import socket
import ssl
import struct
import threading
import time
import tomllib
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

import trustme

from provaudit.trace import WebOptions

FAULTS = frozenset({
    "reset",  # the connection is reset before an answer
    "reset-late",  # … after half the body
    "truncated",  # the body ends before its announced length
    "overlong",  # the body goes on beyond its announced length
    "bad-length",  # a length that is no number
    "endless",  # a body without end, as fast as it goes
    "dribble",  # a body without end, a byte at a time
    "silent",  # no answer at all
    "bomb",  # 64 MiB of zeros in 300 KiB of gzip
    "bad-gzip",  # a body that says it is gzip
    "cut-gzip",  # gzip that ends too soon
    "huge-headers",  # 300 KiB of header
    "garbage",  # not HTTP
})  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a server says. `fault` spoils it; see FAULTS."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    location: str | None = None
    content_type: str = "text/html; charset=utf-8"
    latency: float = 0.0
    fault: str | None = None


Reply = Answer | Callable[["Asked"], Answer]


@dataclass(frozen=True)
class Asked:
    """A request as a host saw it; `at` and `until` (just before the answer left) are seconds of time.monotonic."""

    host: str
    path: str  # with its query
    headers: dict[str, str]
    secure: bool
    at: float
    until: float = 0.0

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.path).query, keep_blank_values=True)


class Host:
    """One virtual host. Its answers come first, then its services, then its files."""

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self.name = name
        self.folder = folder
        self.status: int | None = None
        self.latency = 0.0
        self.addresses: list[str] | None = None
        self.answers: list[tuple[str, Reply]] = []
        self.posts: list[dict] = []
        self.captures: list[dict] = []
        if folder:
            self._configure(folder)

    def on(self, path: str, reply: Reply | bytes | str) -> Host:
        """Answer a path (with its query; * at the end for anything) this way from now on."""
        self.answers.insert(0, (path, Answer(reply) if isinstance(reply, bytes | str) else reply))
        return self

    def answer(self, asked: Asked) -> Answer:
        """What the host says to a request."""
        found = self._found(asked)
        found = replace(found, latency=found.latency or self.latency)
        return replace(found, status=self.status) if self.status else found

    def _found(self, asked: Asked) -> Answer:
        for path, reply in self.answers:
            if asked.path == path or (path.endswith("*") and asked.path.startswith(path[:-1])):
                return reply(asked) if callable(reply) else reply
        if self.posts and ("/wp/v2/posts" in unquote(asked.path)):
            return _wordpress(self.posts, asked)
        if self.captures and asked.path.startswith(("/cdx/", "/web/")):
            return _archive(self.captures, asked, self.folder)
        file = self._file(urlsplit(asked.path).path)
        if file is None:
            return Answer("<title>Not found</title><p>There is no such page.", 404)
        kind = mimetypes.guess_type(file.name)[0] or "text/html"
        kind = "application/xml" if file.suffix in (".xml", ".rss", ".atom") else kind
        return Answer(file.read_bytes(), content_type=kind)

    def _file(self, path: str) -> Path | None:
        if self.folder is None:
            return None
        name = unquote(path).strip("/")
        if any(part.startswith(("_", "..")) for part in name.split("/")):
            return None
        tries = [name, f"{name}.html", f"{name}/index.html"] if name else ["index.html"]
        return next((self.folder / entry for entry in tries if (self.folder / entry).is_file()), None)

    def _configure(self, folder: Path) -> None:
        settings = {}
        if (folder / "_host.toml").is_file():
            settings = tomllib.loads((folder / "_host.toml").read_text(encoding="utf-8"))
        self.status = settings.get("status")
        self.latency = settings.get("latency", 0.0)
        self.addresses = settings.get("addresses")
        for entry in settings.get("answer", []):
            body = (folder / entry.pop("file")).read_bytes() if "file" in entry else entry.pop("body", b"")
            self.answers.append((entry.pop("path"), Answer(body, **entry)))
        for name in ("posts", "captures"):
            if (folder / f"_{name}.json").is_file():
                setattr(self, name, json.loads((folder / f"_{name}.json").read_text(encoding="utf-8")))


class World:
    """The hosts, and the servers that speak for them while the world is open."""

    def __init__(self, hosts: dict[str, Host] | None = None) -> None:
        self.hosts = hosts or {}
        self.asked: list[Asked] = []
        self._lock = threading.Lock()
        self._servers: list[_Server] = []
        self._ports: dict[int, int] = {}

    @classmethod
    def load(cls, folder: Path) -> World:
        """The world of a folder; see the top of this file."""
        return cls({entry.name: Host(entry.name, entry) for entry in sorted(folder.iterdir()) if entry.is_dir()})

    def host(self, name: str) -> Host:
        """A host, made where it is new."""
        return self.hosts.setdefault(name, Host(name))

    def options(self, **changes) -> WebOptions:
        """Options that reach this world and nothing else, in a hurry."""
        standard = {
            "resolve": self.resolve,
            "allow_private": ("127.0.0.0/8",),
            "ca_file": authority(),
            "trust_env": False,
            "host_gap": 0.0,
            "archive_gap": 0.0,
            "retry_wait": 0.05,
            "connect_seconds": 2.0,
            "request_seconds": 2.0,
            "archive_seconds": 2.0,
        }
        return WebOptions(**{**standard, **changes})

    def resolve(self, name: str, port: int) -> list[tuple[str, int]]:
        """The resolver of this world: loopback and the port that stands for 80 or 443."""
        host = self.hosts.get(name)
        if host is None or host.addresses == []:
            raise OSError(f"{name} does not resolve")
        return [(address, self._ports.get(port, port)) for address in host.addresses or ["127.0.0.1"]]

    def paths(self, host: str | None = None) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked if host in (None, asked.host)]

    def port(self, standing_for: int) -> int:
        """The loopback port that stands for 80 or 443."""
        return self._ports[standing_for]

    def note(self, asked: Asked) -> int:
        with self._lock:
            self.asked.append(asked)
            return len(self.asked) - 1

    def answered(self, number: int) -> None:
        with self._lock:
            self.asked[number] = replace(self.asked[number], until=time.monotonic())

    def __enter__(self) -> Self:
        for port, context in ((80, None), (443, _certificate(tuple(sorted(self.hosts))))):
            server = _Server(self, context)
            self._servers.append(server)
            self._ports[port] = server.server_address[1]
            threading.Thread(target=server.serve_forever, args=(0.004,), daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        for server in self._servers:
            server.shutdown()
            server.drop_connections()
            server.server_close()
        self._servers.clear()


@cache
def _authority() -> tuple[trustme.CA, Path]:
    import tempfile

    ca = trustme.CA()
    with tempfile.NamedTemporaryFile(prefix="provaudit-test-ca-", suffix=".pem", delete=False) as file:
        file.write(ca.cert_pem.bytes())
    return ca, Path(file.name)


def authority() -> Path:
    """The file of the certificate authority that vouches for every world."""
    return _authority()[1]


@cache
def _certificate(hosts: tuple[str, ...]) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _authority()[0].issue_cert(*(hosts or ("localhost",))).configure_cert(context)
    return context


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256

    def __init__(self, world: World, context: ssl.SSLContext | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.world = world
        self.context = context
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    def finish_request(self, request, client_address):
        try:
            request = self.context.wrap_socket(request, server_side=True) if self.context else request
        except OSError:
            request.close()
            return
        with self._lock:
            self._open.add(request)
        try:
            self.RequestHandlerClass(request, client_address, self)
        finally:
            with self._lock:
                self._open.discard(request)
            request.close()

    def drop_connections(self) -> None:
        """End what is still being served, so that nothing outlives its world."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request, client_address):
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server
    timeout = 10
    disable_nagle_algorithm = True

    def do_GET(self):
        headers = {name.lower(): value for name, value in self.headers.items()}
        name = headers.get("host", "").partition(":")[0]
        path = self.path if self.path.startswith("/") else urlsplit(self.path)._replace(scheme="", netloc="").geturl()
        asked = Asked(name, path, headers, self.server.context is not None, time.monotonic())
        number = self.server.world.note(asked)
        host = self.server.world.hosts.get(name)
        answer = host.answer(asked) if host else Answer("no such host here", 421)
        try:
            if answer.latency:
                time.sleep(answer.latency)
            self.server.world.answered(number)
            getattr(self, f"_say_{(answer.fault or 'well').replace('-', '_')}")(answer)
        except OSError:
            self.close_connection = True

    def log_message(self, *_):
        """Tests read `World.asked`."""

    def _head(self, answer: Answer, length: int | str | None) -> None:
        self.send_response(answer.status)
        headers = {"Content-Type": answer.content_type, **answer.headers}
        if answer.location is not None:
            headers["Location"] = answer.location
        if length is not None:
            headers.setdefault("Content-Length", str(length))
        else:
            headers["Connection"] = "close"
            self.close_connection = True
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _say_well(self, answer: Answer) -> None:
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        self._head(answer, len(body))
        self.wfile.write(body)

    def _say_reset(self, answer: Answer) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        if isinstance(self.connection, ssl.SSLSocket):
            self.connection.unwrap = lambda: None
        self.connection.close()

    def _say_reset_late(self, answer: Answer) -> None:
        self._head(answer, 1000)
        self.wfile.write(b"x" * 500)
        self.wfile.flush()
        time.sleep(0.05)
        self._say_reset(answer)

    def _say_truncated(self, answer: Answer) -> None:
        self._head(answer, 100_000)
        self.wfile.write(b"<p>the first half of a page")
        self.close_connection = True

    def _say_overlong(self, answer: Answer) -> None:
        self._head(answer, 20)
        self.wfile.write(b"<p>twenty characters</p>" + b"and many more" * 50)
        self.close_connection = True

    def _say_bad_length(self, answer: Answer) -> None:
        self._head(answer, "many")
        self.wfile.write(b"<p>hello")
        self.close_connection = True

    def _say_endless(self, answer: Answer) -> None:
        self._head(answer, None)
        while True:
            self.wfile.write(b"<p>and so on</p>" * 4096)

    def _say_dribble(self, answer: Answer) -> None:
        self._head(answer, None)
        while True:
            self.wfile.write(b"x")
            time.sleep(0.05)

    def _say_silent(self, answer: Answer) -> None:
        time.sleep(8)

    def _say_bomb(self, answer: Answer) -> None:
        packed = _bomb()
        self._head(replace(answer, headers={"Content-Encoding": "gzip"}), len(packed))
        self.wfile.write(packed)

    def _say_bad_gzip(self, answer: Answer) -> None:
        self._say_well(replace(answer, body=b"this is not gzip", headers={"Content-Encoding": "gzip"}))

    def _say_cut_gzip(self, answer: Answer) -> None:
        packed = zlib.compressobj(wbits=31)
        body = packed.compress(b"<p>words</p>" * 5000) + packed.flush()
        self._say_well(replace(answer, body=body[: len(body) // 2], headers={"Content-Encoding": "gzip"}))

    def _say_huge_headers(self, answer: Answer) -> None:
        self._say_well(replace(answer, headers={f"X-Filler-{number}": "y" * 3000 for number in range(100)}))

    def _say_garbage(self, answer: Answer) -> None:
        self.wfile.write(b"\x00\x01SSH-2.0-not-a-web-server\r\n\r\n" * 10)
        self.close_connection = True


@cache
def _bomb() -> bytes:
    packer = zlib.compressobj(1, wbits=31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()


def data(value: object, status: int = 200, **headers: str) -> Answer:
    """A JSON answer."""
    return Answer(json.dumps(value), status, headers, content_type="application/json")


def _wordpress(posts: list[dict], asked: Asked) -> Answer:
    """Every search word must stand in a post's title or content, as WordPress does it."""
    query = {name: values[0] for name, values in asked.query.items()}
    words = query.get("search", "").lower().split()
    found = [
        post
        for post in posts
        if all(word in f"{post['title']} {post['content']}".lower() for word in words)
        and query.get("after", "") <= post["date_gmt"] <= query.get("before", "9999")
    ]
    shown = found[: int(query.get("per_page", "10"))]
    rendered = [
        {**post, "title": {"rendered": post["title"]}, "content": {"rendered": post["content"]}} for post in shown
    ]
    return data(rendered, **{"X-WP-Total": str(len(found)), "X-WP-TotalPages": "1"})


def _archive(captures: list[dict], asked: Asked, folder: Path | None) -> Answer:
    replayed = re.match(r"/web/(\d+)(?:id_)?/(.+)$", asked.path)
    if replayed:
        capture = next((c for c in captures if (c["timestamp"], c["original"]) == (replayed[1], replayed[2])), None)
        if capture is None:
            return Answer("no capture", 404)
        return Answer(capture["body"] if "body" in capture else (folder / capture["file"]).read_bytes())
    return _cdx(captures, asked.query)


def _cdx(captures: list[dict], query: dict[str, list[str]]) -> Answer:
    url = query["url"][0]
    if query.get("matchType") == ["domain"]:
        found = [c for c in captures if f".{urlsplit(c['original']).hostname}".endswith(f".{url}")]
    else:
        found = [c for c in captures if _key(c["original"]) == _key(url)]
    first, last = query.get("from", ["0"])[0], query.get("to", ["9"])[0]
    found = [c for c in found if first <= c["timestamp"] and c["timestamp"][: len(last)] <= last]
    for wish in query.get("filter", []):
        name, _, pattern = wish.partition(":")
        found = [c for c in found if re.fullmatch(pattern, _column(c, name))]
    if "closest" in query:
        near = int(query["closest"][0].ljust(14, "0"))
        found = sorted(found, key=lambda c: abs(int(c["timestamp"]) - near))
    columns = query.get("fl", ["urlkey,timestamp,original,mimetype,statuscode,digest,length"])[0].split(",")
    rows = [[_column(c, name) for name in columns] for c in found[: int(query.get("limit", ["9999"])[0])]]
    return data([columns, *rows]) if rows else data([])


def _key(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", url)


def _column(capture: dict, name: str) -> str:
    usual = {"mimetype": "text/html", "statuscode": "200", "digest": "X" * 32, "length": "1000"}
    return str(capture.get(name, usual.get(name, _key(capture["original"]))))
