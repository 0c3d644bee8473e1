"""The preview's server: this computer alone, whoever knows the token alone, and nothing but looking."""

from __future__ import annotations

import os
import re
import secrets
import socketserver
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec

from quizmill.app.preview.answer import PLAIN, Answer, refused
from quizmill.app.preview.newest import Newest
from quizmill.app.preview.site import Site

ADDRESS = "127.0.0.1"
_NAMES = frozenset(("127.0.0.1", "localhost", "[::1]"))  # by which a browser may know this computer
_PATIENCE = 10  # seconds that somebody may keep us waiting
_HEARTBEAT = 5.0  # seconds after which somebody who listens is told that nothing has happened
_MOST = 64  # connections at a time
_PORT = re.compile(r":[0-9]{1,5}\Z")  # any: what is forwarded by SSH comes from another
_STRANGER = "The address that `quizmill preview` has printed opens this; another one does not."
_ONLY_LOOKING = Answer(
    b"Here one can only look.\n",
    "text/plain; charset=utf-8",
    {**PLAIN, "Allow": "GET"},
    HTTPStatus.METHOD_NOT_ALLOWED,
)
_ALWAYS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(socketserver.ThreadingTCPServer):
    """Serves a site on a port of the loopback; raises OSError where that is taken."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 32
    allow_reuse_address = os.name != "nt"  # there it would let two programs share a port

    def __init__(self, site: Site, port: int) -> None:
        self.site = site
        self.token = secrets.token_urlsafe(16)
        self.ticket = _Ticket()
        self._room = threading.BoundedSemaphore(_MOST)
        super().__init__((ADDRESS, port), Handler)

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self.server_address[1])

    @property
    def url(self) -> str:
        """The address for whoever reads it in the terminal."""
        return f"http://{ADDRESS}:{self.port}/{self.token}/"

    @property
    def opening_url(self) -> str:
        """An address that leads there once: with what a program is started, others here can see."""
        return f"http://{ADDRESS}:{self.port}/open/{self.ticket.number}"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection, unless there are too many."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke is nothing to be told; our own faults are."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class _Ticket:
    """A number that is good once."""

    def __init__(self) -> None:
        self.number = secrets.token_urlsafe(16)
        self._lock = threading.Lock()
        self._is_used = False

    def take(self, number: str) -> bool:
        """Whether it is that number, and nobody was here before."""
        with self._lock:
            good = not self._is_used and same(number, self.number)
            self._is_used |= good
            return good


def same(one: str, other: str) -> bool:
    """Whether two secrets are the same, told in the same time whatever they share."""
    return secrets.compare_digest(one.encode(errors="surrogateescape"), other.encode())


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "quizmill", ""
    timeout = _PATIENCE

    def do_GET(self) -> None:  # as http.server calls it
        """Answer, if whoever asks may look."""
        first, _, address = self._path().lstrip("/").partition("/")
        if refusal := self._refusal():
            self._send(refusal)
        elif first == "open" and self.server.ticket.take(address):
            self._send(_moved(f"/{self.server.token}/"))
        elif not same(first, self.server.token):
            self._send(refused(HTTPStatus.FORBIDDEN, _STRANGER))
        elif address == "changes":
            self._tell_changes(self.server.site.newest)
        else:
            self._send(self.server.site.answer(unquote(address)))

    def refuse_method(self) -> None:
        """Anything but GET."""
        self.close_connection = True
        self._send(self._refusal() or _ONLY_LOOKING)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_HEAD = do_TRACE = refuse_method  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads along."""

    def _path(self) -> str:
        """The path that is asked for; nothing where more is named, as to a proxy."""
        return urlsplit(self.path).path if self.path.startswith("/") else ""

    def _refusal(self) -> Answer | None:
        """Why the request is not looked at: another host is named than this one, or it brings something."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or _PORT.sub("", hosts[0].strip().lower()) not in _NAMES:
            return refused(HTTPStatus.FORBIDDEN, "This computer is not called so.")
        brings = self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers
        if self.command == "GET" and brings:
            self.close_connection = True
            return refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Here one can only look.")
        return None

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        headers = {
            "Content-Type": answer.kind,
            "Content-Length": str(len(answer.data)),
            **_ALWAYS,
            **answer.headers,
        }
        if self.close_connection:
            headers["Connection"] = "close"
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    def _tell_changes(self, newest: Newest) -> None:
        """Tell what there is newest, and again whenever that changes; from time to time that nothing has."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in {
            "Content-Type": "text/event-stream",
            "Connection": "close",
            **_ALWAYS,
            **PLAIN,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        seen = newest.now
        while not newest.is_over:
            self.wfile.write(b"data: " + msgspec.json.encode(seen) + b"\n\n")
            seen = newest.wait(seen, _HEARTBEAT)


def _moved(address: str) -> Answer:
    headers = {**PLAIN, "Location": address}
    return Answer(b"", "text/plain; charset=utf-8", headers, HTTPStatus.SEE_OTHER)
