"""A forward proxy on loopback: tunnels for https, relays for http, and notes whom it was asked for."""

from __future__ import annotations

import base64
import select
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import urlsplit


class ForwardProxy:
    """Open it with `with`; `asked` holds "host:port" of every tunnel and "host" of every relay."""

    def __init__(self, world, password: str | None = None) -> None:
        self.world = world
        self.asked: list[str] = []
        self.password = password

    def __enter__(self) -> Self:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Relay)
        self._server.daemon_threads = True
        self._server.proxy = self
        threading.Thread(target=self._server.serve_forever, args=(0.004,), daemon=True).start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        port = self._server.server_address[1]
        return f"http://ada:{self.password}@127.0.0.1:{port}" if self.password else f"http://127.0.0.1:{port}"


class _Relay(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_CONNECT(self):
        proxy = self.server.proxy
        host, _, port = self.path.partition(":")
        if not self._let_in():
            return
        proxy.asked.append(self.path)
        if host not in proxy.world.hosts:
            self.send_error(502)
            return
        self.send_response(200)
        self.end_headers()
        with socket.create_connection(("127.0.0.1", proxy.world.port(int(port)))) as upstream:
            self._tunnel(upstream)
        self.close_connection = True

    def do_GET(self):
        proxy = self.server.proxy
        parts = urlsplit(self.path)
        if not self._let_in():
            return
        proxy.asked.append(parts.netloc)
        if parts.hostname not in proxy.world.hosts:
            self.send_error(502)
            return
        with socket.create_connection(("127.0.0.1", proxy.world.port(80))) as upstream:
            path = parts._replace(scheme="", netloc="").geturl()
            lines = [f"GET {path} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close", "", ""]
            upstream.sendall("\r\n".join(lines).encode())
            while chunk := upstream.recv(65536):
                self.wfile.write(chunk)
        self.close_connection = True

    def log_message(self, *_):
        """Tests read `ForwardProxy.asked`."""

    def _let_in(self) -> bool:
        password = self.server.proxy.password
        wanted = "Basic " + base64.b64encode(f"ada:{password}".encode()).decode()
        if password is None or self.headers.get("Proxy-Authorization") == wanted:
            return True
        self.send_error(407)
        return False

    def _tunnel(self, upstream: socket.socket) -> None:
        ends = {self.connection: upstream, upstream: self.connection}
        with suppress(OSError):
            while True:
                for readable in select.select(list(ends), [], [], 5)[0]:
                    chunk = readable.recv(65536)
                    if not chunk:
                        return
                    ends[readable].sendall(chunk)
